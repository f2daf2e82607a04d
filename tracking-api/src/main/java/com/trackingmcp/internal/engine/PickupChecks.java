package com.trackingmcp.internal.engine;

import com.trackingmcp.model.Address;
import com.trackingmcp.model.PickupPiece;
import com.trackingmcp.model.PickupQuery;
import com.trackingmcp.model.PickupRequest;
import com.trackingmcp.spi.RequestCheck;
import java.time.Instant;
import java.util.List;

/** What every carrier needs of a pickup, whoever it is. Stateless. */
final class PickupChecks {
    private PickupChecks() {}

    /** What a quote takes. */
    static void forQuotes(PickupRequest request, Instant now, RequestCheck check) {
        PlaceChecks.place("address", check.required("address", request.address()), check);
        check.required("date", request.date())
                .filter(day -> PlaceChecks.isOverEverywhere(day, now))
                .ifPresent(day -> check.wrong("date", "is over"));
        request.closeTime()
                .filter(close -> request.readyTime()
                        .filter(ready -> !ready.isBefore(close))
                        .isPresent())
                .ifPresent(close -> check.wrong("close_time", "is not after the ready time"));
    }

    /** What a booking takes. */
    static void forBooking(PickupRequest request, Instant now, RequestCheck check) {
        forQuotes(request, now, check);
        check.required("ready_time", request.readyTime());
        check.required("close_time", request.closeTime());
        request.address().ifPresent(address -> contact(address, check));
        List<PickupPiece> pieces = request.pieces();
        if (pieces.isEmpty()) {
            check.missing("pieces");
        }
        if (request.quantity() == Integer.MAX_VALUE) {
            check.wrong("pieces", "are more than anybody counts");
        }
        for (int i = 0; i < pieces.size(); i++) {
            piece("pieces[" + i + "]", pieces.get(i), check);
        }
    }

    private static void contact(Address address, RequestCheck check) {
        PlaceChecks.party("address", address, check);
        check.required("address.phone", address.phone());
    }

    private static void piece(String path, PickupPiece piece, RequestCheck check) {
        check.required(path + ".quantity", piece.quantity())
                .filter(quantity -> quantity <= 0)
                .ifPresent(quantity -> check.wrong(path + ".quantity", "is not more than nothing"));
        piece.weight()
                .filter(weight -> weight.value().signum() <= 0)
                .ifPresent(weight -> check.wrong(path + ".weight", "is not more than nothing"));
        PlaceChecks.country(path + ".destination_country", piece.destinationCountry(), check);
    }

    /** What it takes to find one again. */
    static void query(PickupQuery pickup, RequestCheck check) {
        check.required("confirmation_number", pickup.confirmationNumber());
    }
}
