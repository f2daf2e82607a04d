package com.trackingmcp.dhl;

import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.http.CallContext;
import com.trackingmcp.http.CarrierHttp;
import com.trackingmcp.http.CarrierRequest;
import com.trackingmcp.http.CarrierResponse;
import com.trackingmcp.http.WireJson;
import com.trackingmcp.http.WireText;
import com.trackingmcp.http.WireTime;
import com.trackingmcp.model.Alert;
import com.trackingmcp.model.Cancellation;
import com.trackingmcp.model.PickupConfirmation;
import com.trackingmcp.model.PickupQuery;
import com.trackingmcp.model.PickupRequest;
import com.trackingmcp.model.PickupStatus;
import com.trackingmcp.spi.CarrierProfile;
import com.trackingmcp.spi.PickupCapability;
import com.trackingmcp.spi.RequestCheck;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * MyDHL's pickups. Safe for use by many threads.
 *
 * <p>MyDHL quotes no pickups and tells of none. What it is changed to may have another number. Whoever calls one off is
 * named, and why: a reason of this client's own goes along where none is given.
 *
 * <p>With the confirmation DHL may tell the day it comes and by when the parcels are to be ready; its description says no
 * more of these. They are taken at their word: where they differ from what was asked for, an alert says so.
 */
final class DhlPickups implements PickupCapability {
    static final String SCHEDULE = "schedule_pickup";
    static final String UPDATE = "update_pickup";
    static final String CANCEL = "cancel_pickup";
    private static final String NO_REASON = "No longer needed";
    private static final String ALL_NUMBERS = "confirmation_numbers";

    private final CarrierHttp http;
    private final DhlOrigins origins;
    private final CarrierProfile profile;
    private final Optional<String> account;
    private final DhlPickupCheck checks;

    DhlPickups(
            CarrierHttp http,
            DhlOrigins origins,
            CarrierProfile profile,
            Optional<String> account,
            DhlPickupCheck checks) {
        this.http = http;
        this.origins = origins;
        this.profile = profile;
        this.account = account;
        this.checks = checks;
    }

    @Override
    public void check(PickupRequest request, RequestCheck check) {
        checks.check(request, check);
    }

    @Override
    public CompletableFuture<PickupConfirmation> schedule(PickupRequest request, CallContext call) {
        return ready(request, call)
                .thenCompose(ready -> send(CarrierRequest.post(SCHEDULE).path("/pickups"), request, ready, null, call))
                .thenApply(response -> confirmation(response, request, Optional.empty()));
    }

    @Override
    public boolean updates() {
        return true;
    }

    @Override
    public CompletableFuture<PickupConfirmation> update(PickupQuery pickup, PickupRequest request, CallContext call) {
        String number = pickup.confirmationNumber().orElseThrow();
        return ready(request, call)
                .thenCompose(ready -> send(
                        CarrierRequest.patch(UPDATE).path("/pickups").segment("confirmation_number", number),
                        request,
                        ready,
                        number,
                        call))
                .thenApply(response -> confirmation(response, request, Optional.of(number)));
    }

    private CompletableFuture<OffsetDateTime> ready(PickupRequest request, CallContext call) {
        LocalDate day = request.date().orElseThrow();
        LocalTime ready = request.readyTime().orElseThrow();
        return origins.at(request.address().orElseThrow(), day.atTime(ready), call);
    }

    private CompletableFuture<CarrierResponse> send(
            CarrierRequest.Builder order,
            PickupRequest request,
            OffsetDateTime ready,
            @Nullable String changed,
            CallContext call) {
        byte[] body = WireJson.write(DhlPickupEncoder.encode(request, account.orElseThrow(), ready, changed));
        return http.send(DhlExpressDoor.headed(order, call).json(body).build(), call);
    }

    @Override
    public void checkQuery(PickupQuery pickup, RequestCheck check) {
        check.required("requestor", pickup.requestor());
    }

    @Override
    public boolean cancels() {
        return true;
    }

    @Override
    public CompletableFuture<Cancellation> cancel(PickupQuery pickup, CallContext call) {
        String number = pickup.confirmationNumber().orElseThrow();
        CarrierRequest order = DhlExpressDoor.headed(CarrierRequest.delete(CANCEL), call)
                .path("/pickups")
                .segment("confirmation_number", number)
                .query("requestorName", pickup.requestor().orElseThrow())
                .query("reason", DhlParties.filled(pickup.reason()).orElse(NO_REASON))
                .build();
        return http.send(order, call)
                .thenApply(response -> Cancellation.builder()
                        .carrier(profile.carrier())
                        .connection(profile.connection())
                        .id(number)
                        .cancelled(true)
                        .build());
    }

    /** A change that tells no number keeps the one it had; a booking that tells none may have been made all the same. */
    private PickupConfirmation confirmation(CarrierResponse response, PickupRequest request, Optional<String> changed) {
        DhlPickupWire.Answer answer = WireJson.read(response, DhlPickupWire.Answer.class);
        List<String> numbers = WireJson.list(answer.dispatchConfirmationNumbers()).stream()
                .flatMap(number -> WireText.text(number).stream())
                .toList();
        String number = WireText.text(answer.dispatchConfirmationNumber())
                .or(() -> numbers.stream().findFirst())
                .or(() -> changed)
                .orElseThrow(() -> response.fault(ErrorCode.MALFORMED_RESPONSE)
                        .argument("reason", "it tells no confirmation number")
                        .toException());
        Optional<LocalDate> day = WireTime.date(answer.nextPickupDate());
        Optional<LocalTime> ready = WireTime.time(answer.readyByTime());
        PickupConfirmation.Builder confirmation = PickupConfirmation.builder()
                .carrier(profile.carrier())
                .connection(profile.connection())
                .confirmationNumber(number)
                .date(day.or(request::date))
                .readyTime(ready.or(request::readyTime))
                .closeTime(request.closeTime())
                .address(request.address())
                .pieces(request.quantity())
                .instructions(request.instructions())
                .status(PickupStatus.SCHEDULED)
                .addAllAlerts(DhlPrices.alerts(answer.warnings()));
        day.filter(told -> !request.date().equals(Optional.of(told)))
                .ifPresent(told -> confirmation.addAlerts(note("DHL tells " + told + " as the day of the pickup")));
        ready.filter(told -> !request.readyTime().equals(Optional.of(told)))
                .ifPresent(told -> confirmation.addAlerts(note("The parcels are to be ready by " + told)));
        if (numbers.size() > 1) {
            confirmation.putDetails(ALL_NUMBERS, String.join(",", numbers));
        }
        return confirmation.build();
    }

    private static Alert note(String text) {
        return Alert.builder().text(text).build();
    }
}
