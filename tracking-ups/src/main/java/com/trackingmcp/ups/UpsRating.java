package com.trackingmcp.ups;

import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.http.CallContext;
import com.trackingmcp.http.CarrierHttp;
import com.trackingmcp.http.CarrierRequest;
import com.trackingmcp.http.WireJson;
import com.trackingmcp.model.Address;
import com.trackingmcp.model.Rate;
import com.trackingmcp.model.ShipmentRequest;
import com.trackingmcp.model.TransitTime;
import com.trackingmcp.spi.CarrierProfile;
import com.trackingmcp.spi.Outcomes;
import com.trackingmcp.spi.RatingCapability;
import com.trackingmcp.spi.RequestCheck;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * Prices and transit times at UPS. Safe for use by many threads; never blocks.
 *
 * <p>Prices are the account's own where its number is known, else the published ones. Transit times are another API of
 * UPS's with codes of services of its own ({@code GND} for Ground): they are told as they are.
 */
final class UpsRating implements RatingCapability {
    private static final String RATES = "/api/rating/v2409";
    private static final String TRANSIT_TIMES = "/api/shipments/v1/transittimes";

    /** The service is not to be had from there, or between the two places. */
    private static final Set<String> NOT_SERVED = Set.of("111100", "111210", "111217");

    private final CarrierHttp rates;
    private final CarrierHttp transit;
    private final Clock clock;
    private final Optional<String> accountNumber;
    private final UpsRateMapper mapper;
    private final UpsTransitTimes times;

    UpsRating(UpsDoors doors, CarrierProfile profile) {
        this.rates = doors.open("rate");
        this.transit = doors.open("transit");
        this.clock = doors.clock();
        this.accountNumber = doors.accountNumber();
        this.mapper = new UpsRateMapper(profile);
        this.times = new UpsTransitTimes(profile);
    }

    @Override
    public void check(ShipmentRequest request, RequestCheck check) {
        UpsChecks.forRates(request, check);
    }

    @Override
    public CompletableFuture<List<Rate>> rates(ShipmentRequest request, CallContext call) {
        String origin = request.sender().flatMap(Address::country).orElse("");
        CarrierRequest asked = UpsTracking.identified(
                CarrierRequest.postToRead("rates")
                        .path(RATES)
                        .segment(UpsRateEncoder.option(request))
                        .json(WireJson.write(UpsRateEncoder.question(request, accountNumber, today()))),
                call);
        return rates.send(asked, call)
                .thenApply(response -> mapper.rates(response, origin, request.service()))
                .exceptionallyCompose(UpsRating::noneWhereNotServed);
    }

    private static CompletableFuture<List<Rate>> noneWhereNotServed(Throwable failure) {
        CarrierException error = Outcomes.carrierException(failure);
        boolean none = error.code() == ErrorCode.REQUEST_REFUSED
                && error.carrierCode().filter(NOT_SERVED::contains).isPresent();
        return none ? CompletableFuture.completedFuture(List.of()) : CompletableFuture.failedFuture(failure);
    }

    @Override
    public boolean tellsTransitTimes() {
        return true;
    }

    @Override
    public CompletableFuture<List<TransitTime>> transitTimes(ShipmentRequest request, CallContext call) {
        CarrierRequest asked = UpsTracking.identified(
                CarrierRequest.postToRead("transit_times")
                        .path(TRANSIT_TIMES)
                        .json(WireJson.write(UpsTransitTimes.question(request, today()))),
                call);
        return transit.send(asked, call).thenApply(times::read);
    }

    /** The client's day; the carrier's may be another one for some hours. */
    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
