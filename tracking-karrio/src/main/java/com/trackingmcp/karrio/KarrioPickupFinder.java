package com.trackingmcp.karrio;

import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.http.CallContext;
import com.trackingmcp.http.CarrierRequest;
import com.trackingmcp.http.WireText;
import com.trackingmcp.karrio.KarrioPickupWire.Pickup;
import com.trackingmcp.karrio.KarrioPickupWire.Pickups;
import com.trackingmcp.model.PickupQuery;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;

/**
 * Finds pickups of one connection. Safe for use by many threads. Karrio looks confirmation numbers up as parts of others; some
 * carriers use theirs again, so that the day tells them apart.
 */
final class KarrioPickupFinder {
    static final String PICKUPS = "/v1/pickups";
    private static final String ID = "pck_";
    private static final String FIND = "find_pickup";
    private static final String REQUEST_ID = "request_id";

    private final KarrioDoor door;
    private final KarrioConnection connection;

    KarrioPickupFinder(KarrioDoor door, KarrioConnection connection) {
        this.door = door;
        this.connection = connection;
    }

    /** Karrio's id of what is meant; no question where it is named. */
    CompletableFuture<String> id(PickupQuery meant, String operation, CallContext call) {
        return named(meant)
                .map(CompletableFuture::completedFuture)
                .orElseGet(() -> find(meant, operation, call)
                        .thenApply(found -> WireText.text(found.id()).orElseThrow()));
    }

    /** What is meant; fails where there is no such pickup, or several. */
    CompletableFuture<Pickup> find(PickupQuery meant, String operation, CallContext call) {
        return named(meant).map(id -> read(id, operation, call)).orElseGet(() -> numbered(meant, operation, call));
    }

    private static Optional<String> named(PickupQuery meant) {
        return Optional.ofNullable(meant.details().get(KarrioPickupMapper.ID))
                .or(() -> meant.confirmationNumber()
                        .map(String::strip)
                        .filter(number -> number.toLowerCase(Locale.ROOT).startsWith(ID)));
    }

    /** A pickup by Karrio's id. */
    CompletableFuture<Pickup> read(String id, String operation, CallContext call) {
        return KarrioAnswers.known(
                "pickup",
                id,
                door.ask(
                        CarrierRequest.get(operation).path(PICKUPS).segment("karrio_pickup_id", id),
                        Pickup.class,
                        told -> told,
                        call));
    }

    private CompletableFuture<Pickup> numbered(PickupQuery meant, String operation, CallContext call) {
        String number = meant.confirmationNumber().orElseThrow().strip();
        return all(request -> request.query("confirmation_number", number), call)
                .thenApply(found -> {
                    List<Pickup> same = found.stream()
                            .filter(told -> number.equalsIgnoreCase(told.confirmation_number()))
                            .filter(told -> isOn(meant.date(), told))
                            .toList();
                    return only(same, number, operation);
                });
    }

    private static boolean isOn(Optional<LocalDate> day, Pickup told) {
        return day.isEmpty()
                || KarrioPickupMapper.date(told)
                        .filter(other -> !other.equals(day.get()))
                        .isEmpty();
    }

    /** The one of several that is still to come, where one is. */
    private Pickup only(List<Pickup> same, String number, String operation) {
        if (same.isEmpty()) {
            throw KarrioAnswers.unknown(door.fault(ErrorCode.OBJECT_NOT_FOUND, operation), "pickup", number)
                    .toException();
        }
        List<Pickup> open = same.stream()
                .filter(told -> "scheduled".equalsIgnoreCase(told.status()))
                .toList();
        List<Pickup> meant = same.size() > 1 && !open.isEmpty() ? open : same;
        if (meant.size() > 1) {
            throw door.fault(ErrorCode.MALFORMED_REQUEST, operation)
                    .argument("reason", meant.size() + " pickups have the number " + number + "; name the day")
                    .toException();
        }
        return meant.get(0);
    }

    /** What a call booked whose answer was lost; a server that does not know the filter would answer with any. */
    CompletableFuture<Optional<Pickup>> booked(CallContext call) {
        return all(request -> request.query(REQUEST_ID, call.correlationId()), call)
                .thenApply(found -> found.stream()
                        .filter(told -> KarrioMaps.text(told.meta(), REQUEST_ID)
                                .filter(call.correlationId()::equals)
                                .isPresent())
                        .findFirst());
    }

    /** All that are still to come. */
    CompletableFuture<List<Pickup>> scheduled(CallContext call) {
        return all(request -> request.query("status", "scheduled"), call);
    }

    /** A pickup without an id is none that anybody could name. */
    private CompletableFuture<List<Pickup>> all(UnaryOperator<CarrierRequest.Builder> only, CallContext call) {
        return KarrioAnswers.all(offset -> door.page(
                        only.apply(
                                CarrierRequest.get(FIND).path(PICKUPS).query("carrier_name", connection.carrierName())),
                        offset,
                        KarrioAnswers.PART,
                        Pickups.class,
                        told -> told,
                        call))
                .thenApply(found -> found.stream()
                        .filter(told -> connection.label().equals(told.carrier_id()))
                        .filter(told -> WireText.text(told.id()).isPresent())
                        .toList());
    }
}
