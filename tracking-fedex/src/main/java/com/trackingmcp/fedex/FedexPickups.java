package com.trackingmcp.fedex;

import com.trackingmcp.error.CarrierException;
import com.trackingmcp.fedex.FedexPickupWire.Answer;
import com.trackingmcp.fedex.FedexPickupWire.Booking;
import com.trackingmcp.fedex.FedexPickupWire.Output;
import com.trackingmcp.http.CallContext;
import com.trackingmcp.http.CarrierRequest;
import com.trackingmcp.http.CarrierResponse;
import com.trackingmcp.http.WireJson;
import com.trackingmcp.model.Cancellation;
import com.trackingmcp.model.PickupConfirmation;
import com.trackingmcp.model.PickupQuery;
import com.trackingmcp.model.PickupQuote;
import com.trackingmcp.model.PickupRequest;
import com.trackingmcp.spi.PickupCapability;
import com.trackingmcp.spi.RequestCheck;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * FedEx's Pickup Request API. Safe for use by many threads.
 *
 * <p>Express and Ground come apart, and the services of the parcels say who is to come. FedEx has no field for a reference of
 * the sender's: that rides along as the transaction id FedEx repeats. It uses its confirmation numbers again, so that it
 * takes the day as well to call a pickup off, and of Express the station that comes. It tells no price, changes no pickup
 * and does not say what became of one. The address of the account it is told where the option
 * {@code fedex_pickup_address_type=ACCOUNT} says that it is the one the parcels are fetched at; else nobody here knows it, and
 * FedEx has it anyway. A tracking number is passed on where there is one, for FedEx takes no more.
 */
final class FedexPickups implements PickupCapability {
    static final String SCHEDULE = "schedule_pickup";
    static final String QUOTE = "quote_pickup";
    static final String CANCEL = "cancel_pickup";

    /** The detail of a confirmation that tells Express from Ground: {@code FDXE} or {@code FDXG}. */
    static final String COMPANY = "carrier_code";

    private final FedexSales sales;
    private final FedexSales.Door pickup;
    private final FedexPickupMapper mapper;

    FedexPickups(FedexSales sales) {
        this.sales = sales;
        this.pickup = sales.door("pickup");
        this.mapper = new FedexPickupMapper(sales.profile());
    }

    /** Whose a pickup is: what it was booked with says so, else it is Express's, as FedEx takes it. */
    static FedexCompany company(PickupQuery pickup) {
        return Optional.ofNullable(pickup.details().get(COMPANY))
                .flatMap(FedexCompany::ofCode)
                .orElse(FedexCompany.EXPRESS);
    }

    private Instant now() {
        return sales.context().clock().instant();
    }

    @Override
    public void check(PickupRequest request, RequestCheck check) {
        FedexPickupChecks.forBooking(request, now(), check);
    }

    @Override
    public String fetchedBy(Optional<String> service) {
        return service.map(FedexCompany::of).map(FedexCompany::code).orElse("");
    }

    @Override
    public CompletableFuture<PickupConfirmation> schedule(PickupRequest request, CallContext call) {
        Booking body = FedexPickupEncoder.booking(request, sales.account(SCHEDULE), now());
        CarrierRequest booking = sales.request(
                CarrierRequest.post(SCHEDULE),
                "/pickup/v1/pickups",
                body,
                FedexSales.transactionId(request.reference().orElse(null), call));
        return pickup.http().send(booking, call).thenApply(response -> {
            Answer answer = answer(response);
            return mapper.confirmation(output(response, answer), request, body.carrierCode())
                    .orElseThrow(() -> silent(response, answer, "it has no confirmation number"));
        });
    }

    @Override
    public boolean quotes() {
        return true;
    }

    @Override
    public void checkQuote(PickupRequest request, RequestCheck check) {
        FedexPickupChecks.forQuote(request, now(), check);
    }

    @Override
    public CompletableFuture<List<PickupQuote>> quote(PickupRequest request, CallContext call) {
        CarrierRequest question = sales.request(
                CarrierRequest.postToRead(QUOTE),
                "/pickup/v1/pickups/availabilities",
                FedexPickupEncoder.question(request, sales.account(QUOTE), now()),
                call.correlationId());
        return FedexSellingErrors.noneWhere(
                FedexRefusals::isNotFetchedFrom,
                pickup.http()
                        .send(question, call)
                        .thenApply(response -> mapper.quotes(output(response, answer(response)))));
    }

    @Override
    public boolean cancels() {
        return true;
    }

    @Override
    public void checkQuery(PickupQuery query, RequestCheck check) {
        FedexPickupChecks.forCancelling(query, check);
    }

    @Override
    public CompletableFuture<Cancellation> cancel(PickupQuery query, CallContext call) {
        CarrierRequest request = sales.request(
                CarrierRequest.put(CANCEL),
                "/pickup/v1/pickups/cancel",
                FedexPickupEncoder.cancel(query, sales.account(CANCEL)),
                call.correlationId());
        return pickup.http().send(request, call).thenApply(response -> {
            Answer answer = answer(response);
            return mapper.cancellation(output(response, answer), query)
                    .orElseThrow(() -> silent(response, answer, "it does not say whether the pickup is cancelled"));
        });
    }

    /** Errors beside an output that does not say what it was asked for are why. */
    private static CarrierException silent(CarrierResponse response, Answer answer, String reason) {
        FedexSellingErrors.unlessRefused(response, answer.transactionId(), answer.errors());
        return FedexSellingErrors.silent(response, answer.transactionId(), reason)
                .toException();
    }

    private static Answer answer(CarrierResponse response) {
        return WireJson.read(response, Answer.class);
    }

    private static Output output(CarrierResponse response, Answer answer) {
        return FedexSellingErrors.output(response, answer.output(), answer.transactionId(), answer.errors());
    }
}
