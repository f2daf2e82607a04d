package com.trackingmcp.fedex;

import com.trackingmcp.fedex.FedexRateWire.Answer;
import com.trackingmcp.http.CallContext;
import com.trackingmcp.http.CarrierRequest;
import com.trackingmcp.http.CarrierResponse;
import com.trackingmcp.http.WireJson;
import com.trackingmcp.model.Rate;
import com.trackingmcp.model.ShipmentRequest;
import com.trackingmcp.model.TransitTime;
import com.trackingmcp.spi.RatingCapability;
import com.trackingmcp.spi.RequestCheck;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * FedEx's Rate API: parcels by Express, Ground and Ground Economy, not LTL freight; and the transit times of its Service
 * Availability API. Safe for use by many threads.
 *
 * <p>Prices depend on the way FedEx gets the parcels: the option {@code fedex_pickup_type}. Across a border FedEx prices
 * no shipment without its goods; whether a border is one for customs it decides itself.
 */
final class FedexRating implements RatingCapability {
    private static final String RATES = "rates";
    private static final String TRANSIT = "transit_times";

    /** FedEx's answer for a lane it does not serve; as seen in public clients of this API. */
    private static final String NOT_SERVED = "RATE.LOCATION.NOSERVICE";

    private final FedexSales sales;
    private final FedexSales.Door rate;
    private final FedexSales.Door availability;
    private final FedexRateMapper mapper;

    FedexRating(FedexSales sales) {
        this.sales = sales;
        this.rate = sales.door("rate");
        this.availability = sales.door("availability");
        this.mapper = new FedexRateMapper(sales.profile());
    }

    @Override
    public void check(ShipmentRequest request, RequestCheck check) {
        FedexChecks.forRates(request, check);
    }

    @Override
    public CompletableFuture<List<Rate>> rates(ShipmentRequest request, CallContext call) {
        String account = sales.account(RATES);
        CarrierRequest question = sales.request(
                CarrierRequest.postToRead(RATES),
                "/rate/v1/rates/quotes",
                FedexRateEncoder.rates(request, account),
                call.correlationId());
        Optional<String> currency = FedexOptions.of(request).text(FedexOptions.PREFERRED_CURRENCY);
        return FedexSellingErrors.noneWhere(
                NOT_SERVED::equals,
                rate.http().send(question, call).thenApply(response -> mapper.rates(read(response), currency)));
    }

    @Override
    public boolean tellsTransitTimes() {
        return true;
    }

    @Override
    public CompletableFuture<List<TransitTime>> transitTimes(ShipmentRequest request, CallContext call) {
        sales.requireCredentials(TRANSIT);
        CarrierRequest question = sales.request(
                CarrierRequest.postToRead(TRANSIT),
                "/availability/v1/transittimes",
                FedexRateEncoder.transitTimes(request),
                call.correlationId());
        Optional<LocalDate> day = request.shipDate();
        return FedexSellingErrors.noneWhere(
                NOT_SERVED::equals,
                availability
                        .http()
                        .send(question, call)
                        .thenApply(response -> mapper.transitTimes(read(response), day)));
    }

    /** The answer, once it is known to have an output. */
    static Answer read(CarrierResponse response) {
        Answer answer = WireJson.read(response, Answer.class);
        FedexSellingErrors.output(response, answer.output(), answer.transactionId(), answer.errors());
        return answer;
    }
}
