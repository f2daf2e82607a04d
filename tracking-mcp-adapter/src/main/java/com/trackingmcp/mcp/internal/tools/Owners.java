package com.trackingmcp.mcp.internal.tools;

import com.trackingmcp.ConnectedCarrier;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.ErrorDetails;
import com.trackingmcp.mcp.Caller;
import com.trackingmcp.mcp.Role;
import com.trackingmcp.mcp.internal.book.OwnerBook;
import com.trackingmcp.mcp.internal.book.OwnerBook.Kind;
import com.trackingmcp.mcp.internal.book.OwnerBook.Thing;
import com.trackingmcp.model.ManifestRequest;
import com.trackingmcp.model.PickupConfirmation;
import com.trackingmcp.model.PickupQuery;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Whose pickups, papers and closed days are: notes who makes one, and tells all others that there is none. Whether it is
 * another's or not there at all is not told. Stateless.
 */
final class Owners {
    private Owners() {}

    /** Somebody has booked a pickup. */
    static void booked(Workbench bench, Caller caller, PickupConfirmation pickup) {
        bench.owners().put(caller, thing(bench, pickup));
    }

    /** Whether the caller booked it here, or may see all. */
    static boolean isFor(Workbench bench, Caller caller, PickupConfirmation pickup) {
        return caller.role() == Role.ADMIN || bench.owners().isOwn(caller, thing(bench, pickup));
    }

    private static Thing thing(Workbench bench, PickupConfirmation pickup) {
        return pickup(bench, pickup.connection(), pickup.confirmationNumber(), pickup.date(), pickup.locationCode());
    }

    /**
     * Refuses the pickup of another.
     *
     * @throws com.trackingmcp.error.CarrierException {@code E-3014}
     */
    static void require(Workbench bench, Caller caller, PickupQuery pickup) {
        String carrier = pickup.carrier().orElseThrow();
        String number = pickup.confirmationNumber().orElseThrow();
        require(bench, caller, carrier, pickup(bench, carrier, number, pickup.date(), pickup.locationCode()), "pickup");
    }

    private static Thing pickup(
            Workbench bench, String carrier, String number, Optional<LocalDate> date, Optional<String> location) {
        Map<String, String> marks = new HashMap<>();
        date.ifPresent(day -> marks.put("date", day.toString()));
        location.ifPresent(code -> marks.put("location", code));
        return new Thing(Kind.PICKUP, direct(bench, carrier), number, marks);
    }

    /** Somebody has given a carrier a paper. */
    static void uploaded(Workbench bench, Caller caller, String carrier, String id) {
        bench.owners().put(caller, paper(bench, carrier, id));
    }

    /** Refuses the paper of another; as above. */
    static void requirePaper(Workbench bench, Caller caller, String carrier, String id) {
        require(bench, caller, carrier, paper(bench, carrier, id), "document");
    }

    private static Thing paper(Workbench bench, String carrier, String id) {
        return new Thing(Kind.PAPER, direct(bench, carrier), id, Map.of());
    }

    /** Somebody has closed a day, or a part of it. */
    static void closed(Workbench bench, Caller caller, ManifestRequest day) {
        bench.owners().put(caller, day(bench, day));
    }

    /** Refuses the papers of a day that another has closed; as above. */
    static void requireDay(Workbench bench, Caller caller, ManifestRequest day) {
        require(bench, caller, day.carrier().orElseThrow(), day(bench, day), "closed day of yours");
    }

    private static Thing day(Workbench bench, ManifestRequest day) {
        String date = day.date().orElseThrow().toString();
        return new Thing(Kind.DAY, direct(bench, day.carrier().orElseThrow()), date, Map.of());
    }

    private static void require(Workbench bench, Caller caller, String carrier, Thing thing, String what) {
        OwnerBook owners = bench.owners();
        if (owners.isAnothers(caller, thing)) {
            throw ErrorDetails.builder(ErrorCode.OBJECT_NOT_FOUND)
                    .carrier(carrier)
                    .argument("carrier", carrier)
                    .argument("what", what)
                    .toException();
        }
    }

    /** The carrier of a direct connection. */
    private static Optional<String> direct(Workbench bench, String name) {
        ConnectedCarrier connection = Connected.named(bench.client().get(), name);
        return connection.gateway().isPresent() ? Optional.empty() : Optional.of(connection.carrier());
    }
}
