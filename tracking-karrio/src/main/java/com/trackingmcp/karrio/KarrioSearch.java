package com.trackingmcp.karrio;

import static com.trackingmcp.http.WireJson.list;

import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.http.CallContext;
import com.trackingmcp.http.CarrierRequest;
import com.trackingmcp.http.WireText;
import com.trackingmcp.karrio.KarrioShipWire.Piece;
import com.trackingmcp.karrio.KarrioShipWire.Shipments;
import com.trackingmcp.karrio.KarrioShipWire.Stored;
import com.trackingmcp.model.ShipmentQuery;
import com.trackingmcp.spi.Outcomes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Finds the shipments that are meant, among those of one connection. Safe for use by many threads; never blocks.
 *
 * <p>By Karrio's id, by the tracking number, by the reference or the idempotency key it was bought with, in this order; the
 * first that leads to any is the answer. Karrio looks for parts of numbers and references: only whole ones count here.
 */
final class KarrioSearch {
    private static final String SHIPMENTS = "/v1/shipments";
    private static final String ID = "shp_";
    private static final int PAGE = 100;

    private final KarrioSeller seller;
    private final KarrioDoor door;

    KarrioSearch(KarrioSeller seller) {
        this.seller = seller;
        this.door = seller.door();
    }

    /** All that are meant, the newest first; drafts and cancelled ones too. */
    CompletableFuture<List<Stored>> find(String operation, ShipmentQuery query, CallContext call) {
        Optional<String> id = query.id().or(() -> query.parcels().stream().findFirst());
        Optional<String> number = query.trackingNumber().or(() -> id);
        List<Function<String, CompletableFuture<List<Stored>>>> ways = new ArrayList<>();
        id.filter(text -> text.startsWith(ID)).ifPresent(text -> ways.add(name -> byId(name, text, call)));
        number.filter(text -> !text.startsWith(ID))
                .ifPresent(text ->
                        ways.add(name -> all(name, "tracking_number", text, stored -> hasNumber(stored, text), call)));
        query.reference().ifPresent(text -> {
            ways.add(name -> all(
                    name,
                    "reference",
                    text,
                    stored -> WireText.text(stored.reference())
                            .filter(text.strip()::equals)
                            .isPresent(),
                    call));
            ways.add(name -> all(name, "metadata_value", text, stored -> isOurs(stored, text), call));
        });
        CompletableFuture<List<Stored>> found = CompletableFuture.completedFuture(List.of());
        for (Function<String, CompletableFuture<List<Stored>>> way : ways) {
            found = found.thenCompose(
                    before -> before.isEmpty() ? way.apply(operation) : CompletableFuture.completedFuture(before));
        }
        return found;
    }

    private static boolean hasNumber(Stored stored, String number) {
        String wanted = number.strip();
        return WireText.text(stored.tracking_number())
                        .filter(wanted::equalsIgnoreCase)
                        .isPresent()
                || WireText.text(stored.shipment_identifier())
                        .filter(wanted::equalsIgnoreCase)
                        .isPresent()
                || list(stored.parcels()).stream()
                        .map(Piece::reference_number)
                        .anyMatch(piece -> wanted.equalsIgnoreCase(piece));
    }

    /** Whether it is the value of one of the names that are given here, and not of one of anybody's. */
    private static boolean isOurs(Stored stored, String value) {
        return KarrioMaps.texts(stored.metadata()).entrySet().stream()
                .anyMatch(entry -> entry.getValue().equals(value)
                        && (entry.getKey().equals(KarrioShipRequests.KEY)
                                || entry.getKey().startsWith(KarrioShipRequests.REFERENCE)));
    }

    private CompletableFuture<List<Stored>> byId(String operation, String id, CallContext call) {
        return read(operation, id, call)
                .thenApply(stored -> isHere(stored) ? List.of(stored) : List.<Stored>of())
                .exceptionallyCompose(failure -> isNotFound(failure)
                        ? CompletableFuture.completedFuture(List.of())
                        : CompletableFuture.failedFuture(failure));
    }

    /** One shipment; fails with {@link ErrorCode#OBJECT_NOT_FOUND} where there is none. */
    CompletableFuture<Stored> read(String operation, String id, CallContext call) {
        return read(door, operation, id, call);
    }

    /** The same, whosever it is. */
    static CompletableFuture<Stored> read(KarrioDoor door, String operation, String id, CallContext call) {
        CarrierRequest.Builder question =
                CarrierRequest.get(operation).path(SHIPMENTS).segment("id", id);
        return door.send(question, call)
                .thenApply(response -> KarrioDrafts.identified(door, response))
                .exceptionallyCompose(
                        failure -> CompletableFuture.failedFuture(isNotFound(failure) ? named(failure, id) : failure));
    }

    private static CarrierException named(Throwable failure, String id) {
        CarrierException error = Outcomes.carrierException(failure);
        return error.details().toBuilder()
                .argument("what", "shipment")
                .subject(id)
                .toException(error.getCause());
    }

    static CarrierException notFound(KarrioDoor door, String operation, String id, CallContext call) {
        return door.fault(ErrorCode.OBJECT_NOT_FOUND, operation)
                .correlationId(call.correlationId())
                .argument("what", "shipment")
                .subject(id)
                .toException();
    }

    private static boolean isNotFound(Throwable failure) {
        return Outcomes.carrierException(failure).code() == ErrorCode.OBJECT_NOT_FOUND;
    }

    private boolean isHere(Stored stored) {
        return seller.owns(stored) || seller.priced(stored);
    }

    private CompletableFuture<List<Stored>> all(
            String operation, String parameter, String value, Predicate<Stored> wanted, CallContext call) {
        return more(List.of(), operation, parameter, value.strip(), 0, call)
                .thenApply(found ->
                        found.stream().filter(wanted).filter(this::isHere).toList());
    }

    private CompletableFuture<List<Stored>> more(
            List<Stored> before, String operation, String parameter, String value, int offset, CallContext call) {
        CarrierRequest.Builder question =
                CarrierRequest.get(operation).path(SHIPMENTS).query(parameter, value);
        return door.page(question, offset, PAGE, Shipments.class, stored -> stored, call)
                .thenCompose(page -> {
                    List<Stored> found = new ArrayList<>(before);
                    found.addAll(page.items());
                    return page.hasMore()
                            ? more(
                                    found,
                                    operation,
                                    parameter,
                                    value,
                                    offset + page.items().size(),
                                    call)
                            : CompletableFuture.completedFuture(found);
                });
    }
}
