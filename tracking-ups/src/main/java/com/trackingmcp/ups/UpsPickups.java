package com.trackingmcp.ups;

import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.http.CallContext;
import com.trackingmcp.http.CarrierHttp;
import com.trackingmcp.http.CarrierRequest;
import com.trackingmcp.http.WireJson;
import com.trackingmcp.model.Cancellation;
import com.trackingmcp.model.PickupConfirmation;
import com.trackingmcp.model.PickupQuery;
import com.trackingmcp.model.PickupQuote;
import com.trackingmcp.model.PickupRequest;
import com.trackingmcp.spi.CarrierProfile;
import com.trackingmcp.spi.Outcomes;
import com.trackingmcp.spi.PickupCapability;
import com.trackingmcp.spi.RequestCheck;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;

/**
 * Pickups of UPS. Safe for use by many threads; never blocks.
 *
 * <p>UPS fetches on call, wherever and whenever it is asked to, or with the option {@code ups_pickup_type=smart} at the
 * account's own address, today or on a day that UPS chooses; accounts must be enrolled for that. A second wish for the same
 * place and day gets the number (PRN) of the first. UPS cannot change a pickup: it is called off and booked anew.
 *
 * <p>UPS tells of pickups of today and tomorrow only, of on-call and smart ones at once; whether it does so for accounts that
 * are not enrolled for smart ones its documents do not say.
 */
final class UpsPickups implements PickupCapability {
    private static final String QUOTE_OR_STATUS = "/api/shipments/v2409/pickup";
    private static final String BOOK = "/api/pickupcreation/v2409/pickup";
    private static final String ON_CALL = "oncall";
    private static final String ALL_TYPES = "both";
    private static final String BY_ACCOUNT = "01";
    private static final String BY_NUMBER = "02";

    /** "Invalid pickup date"; UPS does not publish the codes of its kin. */
    private static final Set<String> TIMING = Set.of("9560131");

    /** The words of UPS's description for what it says no to. */
    private static final Pattern TIMING_WORDS = Pattern.compile(
            "(?i).*\\b(pickup ?date|service ?date|ready ?time|close ?time|lead ?time|call ?by ?time|cut-?off)\\b.*");

    private final CarrierHttp http;
    private final Clock clock;
    private final Optional<String> account;
    private final CarrierProfile profile;
    private final UpsPickupMapper mapper;

    UpsPickups(UpsDoors doors, CarrierProfile profile) {
        this.http = doors.open("pickup");
        this.clock = doors.clock();
        this.account = doors.accountNumber();
        this.profile = profile;
        this.mapper = new UpsPickupMapper(profile, doors.unmappedCodes());
    }

    @Override
    public void check(PickupRequest request, RequestCheck check) {
        UpsPickupChecks.forBooking(request, account, clock.instant(), check);
    }

    @Override
    public CompletableFuture<PickupConfirmation> schedule(PickupRequest request, CallContext call) {
        boolean smart = UpsPickupEncoder.isSmart(request);
        Object body = smart
                ? UpsPickupEncoder.smartOrder(request, account.orElseThrow())
                : UpsPickupEncoder.order(request, account);
        CarrierRequest asked = UpsTracking.identified(
                CarrierRequest.post("schedule_pickup").path(BOOK).json(WireJson.write(body)), call);
        return http.send(asked, call)
                .thenApply(response -> smart ? mapper.triggered(response) : mapper.booked(response, request))
                .exceptionallyCompose(UpsPickups::sayingTheTime);
    }

    @Override
    public boolean quotes() {
        return true;
    }

    @Override
    public void checkQuote(PickupRequest request, RequestCheck check) {
        UpsPickupChecks.forQuote(request, check);
    }

    /** What an on-call pickup costs; UPS has no prices of smart ones. */
    @Override
    public CompletableFuture<List<PickupQuote>> quote(PickupRequest request, CallContext call) {
        CarrierRequest asked = UpsTracking.identified(
                CarrierRequest.postToRead("quote_pickup")
                        .path(QUOTE_OR_STATUS)
                        .segment(ON_CALL)
                        .json(WireJson.write(UpsPickupEncoder.question(request, account))),
                call);
        return http.send(asked, call)
                .thenApply(response -> mapper.quotes(response, request))
                .exceptionallyCompose(UpsPickups::sayingTheTime);
    }

    @Override
    public void checkQuery(PickupQuery pickup, RequestCheck check) {
        UpsPickupChecks.forNumber(pickup, check);
    }

    @Override
    public boolean cancels() {
        return true;
    }

    @Override
    public CompletableFuture<Cancellation> cancel(PickupQuery pickup, CallContext call) {
        String prn = pickup.confirmationNumber().orElseThrow().strip().toUpperCase(Locale.ROOT);
        CarrierRequest.Builder asked = CarrierRequest.delete("cancel_pickup")
                .path(QUOTE_OR_STATUS)
                .segment(BY_NUMBER)
                .header("Prn", prn);
        return callOff(asked, prn, call);
    }

    @Override
    public boolean cancelsAll() {
        return true;
    }

    /** UPS knows by the token whose pickups are meant: the account's that the settings name. */
    @Override
    public CompletableFuture<Cancellation> cancelAll(CallContext call) {
        String operation = "cancel_all_pickups";
        return account.isEmpty()
                ? CompletableFuture.failedFuture(withoutAccount(operation, call))
                : callOff(
                        CarrierRequest.delete(operation).path(QUOTE_OR_STATUS).segment(BY_ACCOUNT),
                        "all pickups of " + profile.connection(),
                        call);
    }

    private CompletableFuture<Cancellation> callOff(CarrierRequest.Builder asked, String id, CallContext call) {
        return http.send(UpsTracking.identified(asked, call), call)
                .thenApply(response -> mapper.cancelled(response, id))
                .exceptionallyCompose(UpsPickups::notCancelled);
    }

    @Override
    public boolean tellsPending() {
        return true;
    }

    @Override
    public CompletableFuture<List<PickupConfirmation>> pending(CallContext call) {
        String operation = "pending_pickups";
        if (account.isEmpty()) {
            return CompletableFuture.failedFuture(withoutAccount(operation, call));
        }
        CarrierRequest.Builder asked = CarrierRequest.get(operation)
                .path(QUOTE_OR_STATUS)
                .segment(ALL_TYPES)
                .header("AccountNumber", account.get());
        return http.send(UpsTracking.identified(asked, call), call).thenApply(mapper::pending);
    }

    private CarrierException withoutAccount(String operation, CallContext call) {
        return http.fault(ErrorCode.INCOMPLETE_CREDENTIALS, operation)
                .correlationId(call.correlationId())
                .argument("variables", "UPS_ACCOUNT_NUMBER is missing, and UPS knows pickups of an account only")
                .toException();
    }

    private static <T> CompletableFuture<T> sayingTheTime(Throwable failure) {
        CarrierException error = Outcomes.carrierException(failure);
        boolean timing = error.carrierCode().filter(TIMING::contains).isPresent()
                || error.carrierText()
                        .filter(text -> TIMING_WORDS.matcher(text).matches())
                        .isPresent();
        return renamed(error, timing, ErrorCode.PICKUP_TIMING);
    }

    private static <T> CompletableFuture<T> notCancelled(Throwable failure) {
        return renamed(Outcomes.carrierException(failure), true, ErrorCode.PICKUP_NOT_CANCELLED);
    }

    /** A refusal under another name; whatever else went wrong stays what it is. */
    private static <T> CompletableFuture<T> renamed(CarrierException error, boolean meant, ErrorCode code) {
        boolean refused = meant && error.code() == ErrorCode.REQUEST_REFUSED;
        return CompletableFuture.failedFuture(
                refused ? CarrierException.of(error.details().toBuilder(code).build(), error.getCause()) : error);
    }
}
