package com.trackingmcp.karrio;

import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.ErrorDetails;
import com.trackingmcp.http.CallContext;
import com.trackingmcp.http.CarrierRequest;
import com.trackingmcp.http.WireJson;
import com.trackingmcp.http.WireText;
import com.trackingmcp.karrio.KarrioFinder.Found;
import com.trackingmcp.karrio.KarrioPickupWire.Order;
import com.trackingmcp.karrio.KarrioPickupWire.Pickup;
import com.trackingmcp.model.Cancellation;
import com.trackingmcp.model.PickupConfirmation;
import com.trackingmcp.model.PickupQuery;
import com.trackingmcp.model.PickupRequest;
import com.trackingmcp.spi.Outcomes;
import com.trackingmcp.spi.PickupCapability;
import com.trackingmcp.spi.RequestCheck;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Pickups by one connection. Safe for use by many threads.
 *
 * <p>What is fetched are the shipments whose numbers are named, which must have been bought with the connection; numbers of
 * their single parcels stand for them. Where none are named Karrio tells the carrier a number of parcels and no weight, which
 * several of its carriers refuse. A change leaves the parcels as they are.
 *
 * <p>A pickup is meant by its confirmation number or by Karrio's id. Where the answer to a booking is lost, it is looked up by
 * the id of the call; what was to be changed or called off, is read again.
 */
final class KarrioPickups implements PickupCapability {
    private static final String SCHEDULE = "schedule_pickup";
    private static final String UPDATE = "update_pickup";
    private static final String CANCEL = "cancel_pickup";
    private static final String FIND = "find_pickup";
    private static final int LONGEST_TEXT = 50;
    private static final int CONFLICT = 409;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final KarrioDoor door;
    private final KarrioConnection connection;
    private final KarrioFinder shipments;
    private final KarrioPickupFinder pickups;
    private final KarrioPickupMapper mapper;

    KarrioPickups(KarrioDoor door, KarrioConnection connection) {
        this.door = door;
        this.connection = connection;
        this.shipments = new KarrioFinder(door, connection);
        this.pickups = new KarrioPickupFinder(door, connection);
        this.mapper = new KarrioPickupMapper(door);
    }

    @Override
    public void check(PickupRequest request, RequestCheck check) {
        request.address().ifPresent(address -> KarrioAddresses.check("address", address, check));
        check.atMost(LONGEST_TEXT, "instructions", request.instructions());
        check.atMost(LONGEST_TEXT, "place_at_address", request.placeAtAddress());
    }

    @Override
    public CompletableFuture<PickupConfirmation> schedule(PickupRequest request, CallContext call) {
        return numbers(request.trackingNumbers(), call)
                .thenCompose(numbers -> KarrioAnswers.orFound(
                        timed(pickup(
                                CarrierRequest.post(SCHEDULE)
                                        .path(KarrioPickupFinder.PICKUPS)
                                        .json(WireJson.write(booking(request, numbers))),
                                call)),
                        () -> pickups.booked(call)))
                .thenApply(told -> mapper.confirmation(told, request));
    }

    private CompletableFuture<Pickup> pickup(CarrierRequest.Builder request, CallContext call) {
        return door.ask(request, Pickup.class, KarrioPickups::identified, call);
    }

    private static Pickup identified(Pickup told) {
        return WireText.text(told.id()).map(id -> told).orElseThrow();
    }

    /** The numbers that Karrio knows the shipments by. */
    private CompletableFuture<List<String>> numbers(List<String> named, CallContext call) {
        if (named.isEmpty()) {
            return CompletableFuture.completedFuture(List.of());
        }
        return shipments.find(named, request -> request, call).thenApply(found -> {
            RequestCheck check = new RequestCheck();
            for (int i = 0; i < named.size(); i++) {
                String name = named.get(i);
                Optional<Found> meant = found.values().stream()
                        .filter(shipment -> shipment.isKnownAs(name))
                        .findFirst();
                if (meant.isEmpty()) {
                    check.wrong(
                            "tracking_numbers[" + i + "]", "is of no shipment that was bought with " + connectionId());
                } else if (meant.get().number().isEmpty()) {
                    check.wrong(
                            "tracking_numbers[" + i + "]",
                            "has no tracking number, by which Karrio knows what to fetch");
                }
            }
            check.refusal(code -> door.fault(code, SCHEDULE)).ifPresent(refusal -> {
                throw refusal;
            });
            return found.values().stream()
                    .flatMap(shipment -> shipment.number().stream())
                    .distinct()
                    .toList();
        });
    }

    private String connectionId() {
        return door.profile().connection();
    }

    private Order booking(PickupRequest request, List<String> numbers) {
        return order(
                request,
                null,
                numbers.isEmpty() ? null : numbers,
                numbers.isEmpty() ? request.quantity() : null,
                Map.of("connection_id", connection.id()));
    }

    private Order order(
            PickupRequest request,
            @Nullable String changed,
            @Nullable List<String> numbers,
            @Nullable Integer count,
            @Nullable Map<String, Object> options) {
        return new Order(
                changed == null ? connection.carrierName() : null,
                changed,
                request.date().orElseThrow().toString(),
                time(request.readyTime()),
                time(request.closeTime()),
                KarrioAddresses.encode(request.address().orElseThrow()),
                numbers,
                count,
                request.instructions().orElse(null),
                request.placeAtAddress().orElse(null),
                options,
                request.reference()
                        .<Map<String, Object>>map(text -> Map.of("reference", text))
                        .orElse(null));
    }

    private static String time(Optional<LocalTime> time) {
        return TIME.format(time.orElseThrow());
    }

    /** What is refused for its day or time is told so. */
    private static <T> CompletableFuture<T> timed(CompletableFuture<T> answer) {
        return KarrioAnswers.refused(
                answer,
                error -> KarrioPickupErrors.isAboutTime(error)
                        ? error.toBuilder(ErrorCode.PICKUP_TIMING)
                        : error.toBuilder());
    }

    @Override
    public boolean updates() {
        return true;
    }

    @Override
    public CompletableFuture<PickupConfirmation> update(PickupQuery pickup, PickupRequest request, CallContext call) {
        return pickups.find(pickup, UPDATE, call)
                .thenCompose(before -> {
                    String id = WireText.text(before.id()).orElseThrow();
                    String number = WireText.text(before.confirmation_number())
                            .or(pickup::confirmationNumber)
                            .orElse(id);
                    CarrierRequest.Builder change = CarrierRequest.post(UPDATE)
                            .path(KarrioPickupFinder.PICKUPS)
                            .segment("karrio_pickup_id", id)
                            .json(WireJson.write(order(request, number, null, null, null)));
                    return KarrioAnswers.orFound(timed(pickup(change, call)), () -> changed(before, request, call));
                })
                .thenApply(told -> mapper.confirmation(told, request));
    }

    /** What is as it was asked for, and was not before, was changed. */
    private CompletableFuture<Optional<Pickup>> changed(Pickup before, PickupRequest request, CallContext call) {
        return KarrioPickupMapper.isAsAsked(before, request)
                ? CompletableFuture.completedFuture(Optional.empty())
                : pickups.read(WireText.text(before.id()).orElseThrow(), FIND, call)
                        .thenApply(after ->
                                Optional.of(after).filter(told -> KarrioPickupMapper.isAsAsked(told, request)));
    }

    @Override
    public boolean cancels() {
        return true;
    }

    @Override
    public CompletableFuture<Cancellation> cancel(PickupQuery pickup, CallContext call) {
        String number = pickup.confirmationNumber().orElseThrow();
        return pickups.id(pickup, CANCEL, call).thenCompose(id -> {
            CarrierRequest.Builder order = CarrierRequest.post(CANCEL)
                    .path(KarrioPickupFinder.PICKUPS)
                    .segment("karrio_pickup_id", id)
                    .path("/cancel")
                    .json(WireJson.write(
                            new KarrioPickupWire.Cancel(pickup.reason().orElse(null))));
            Supplier<CompletableFuture<Optional<Pickup>>> again = () -> pickups.read(id, FIND, call)
                    .thenApply(told -> Optional.of(told).filter(KarrioPickupMapper::isCancelled));
            CompletableFuture<Cancellation> told = KarrioAnswers.orFound(
                            door.ask(order, Pickup.class, KarrioPickups::cancelled, call), again)
                    .thenApply(answer -> cancellation(number)
                            .carrierAsked(KarrioConnectors.cancels(connection.carrierName()))
                            .build());
            return notCancelled(orBefore(told, number, again));
        });
    }

    /** An answer that tells another state is none. */
    private static Pickup cancelled(Pickup told) {
        return Optional.of(identified(told))
                .filter(pickup -> WireText.text(pickup.status()).isEmpty() || KarrioPickupMapper.isCancelled(pickup))
                .orElseThrow();
    }

    /** One that was called off already is refused with what it is: it is read, and told as what it is. */
    private CompletableFuture<Cancellation> orBefore(
            CompletableFuture<Cancellation> answer,
            String number,
            Supplier<CompletableFuture<Optional<Pickup>>> again) {
        return answer.exceptionallyCompose(failure -> {
            ErrorDetails error = Outcomes.carrierException(failure).details();
            return error.httpStatus().orElse(0) != CONFLICT
                    ? CompletableFuture.failedFuture(failure)
                    : again.get()
                            .exceptionally(notRead -> Optional.empty())
                            .thenCompose(found -> found.isEmpty()
                                    ? CompletableFuture.failedFuture(failure)
                                    : CompletableFuture.completedFuture(cancellation(number)
                                            .carrierText("It was cancelled before")
                                            .build()));
        });
    }

    private static CompletableFuture<Cancellation> notCancelled(CompletableFuture<Cancellation> answer) {
        return KarrioAnswers.refused(
                answer,
                error -> error.code() == ErrorCode.REQUEST_REFUSED
                        ? error.toBuilder(ErrorCode.PICKUP_NOT_CANCELLED)
                        : error.toBuilder());
    }

    private Cancellation.Builder cancellation(String number) {
        return Cancellation.builder()
                .carrier(door.profile().carrier())
                .connection(connectionId())
                .id(number)
                .cancelled(true);
    }

    @Override
    public boolean tellsPending() {
        return true;
    }

    @Override
    public CompletableFuture<List<PickupConfirmation>> pending(CallContext call) {
        return pickups.scheduled(call)
                .thenApply(found -> found.stream().map(mapper::confirmation).toList());
    }
}
