package com.trackingmcp.dhl;

import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.http.CallContext;
import com.trackingmcp.http.CarrierHttp;
import com.trackingmcp.http.CarrierRequest;
import com.trackingmcp.http.CarrierResponse;
import com.trackingmcp.http.WireJson;
import com.trackingmcp.model.Rate;
import com.trackingmcp.model.ShipmentRequest;
import com.trackingmcp.model.TransitTime;
import com.trackingmcp.spi.Outcomes;
import com.trackingmcp.spi.RatingCapability;
import com.trackingmcp.spi.RequestCheck;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * MyDHL's prices and transit times: both are one question. Safe for use by many threads.
 *
 * <p>All products are asked for, whichever service the request names. A lane, a day or a weight for which DHL has no product
 * has no prices; that is no error.
 */
final class DhlRating implements RatingCapability {
    static final String RATES = "rates";
    static final String TRANSIT_TIMES = "transit_times";

    private static final Pattern NO_PRODUCT = Pattern.compile(
            "PRODUCT\\W*S?\\W.*NOT AVAILABLE|NO (PRODUCTS?|RATES?)\\b.*(FOUND|AVAILABLE)",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private final CarrierHttp http;
    private final DhlOrigins origins;
    private final Optional<String> account;
    private final DhlShipmentCheck checks;
    private final DhlRateMapper mapper;

    DhlRating(
            CarrierHttp http,
            DhlOrigins origins,
            Optional<String> account,
            DhlShipmentCheck checks,
            DhlRateMapper mapper) {
        this.http = http;
        this.origins = origins;
        this.account = account;
        this.checks = checks;
        this.mapper = mapper;
    }

    @Override
    public void check(ShipmentRequest request, RequestCheck check) {
        checks.forRates(request, check);
    }

    @Override
    public CompletableFuture<List<Rate>> rates(ShipmentRequest request, CallContext call) {
        return ask(RATES, request, call, mapper::rates);
    }

    @Override
    public boolean tellsTransitTimes() {
        return true;
    }

    @Override
    public CompletableFuture<List<TransitTime>> transitTimes(ShipmentRequest request, CallContext call) {
        return ask(TRANSIT_TIMES, request, call, mapper::transitTimes);
    }

    private <T> CompletableFuture<List<T>> ask(
            String operation, ShipmentRequest request, CallContext call, Function<CarrierResponse, List<T>> mapping) {
        return origins.planned(request, call)
                .thenCompose(planned -> {
                    CarrierRequest question = DhlExpressDoor.headed(CarrierRequest.postToRead(operation), call)
                            .path("/rates")
                            .json(WireJson.write(DhlRateEncoder.encode(request, account, planned)))
                            .build();
                    return http.send(question, call);
                })
                .thenApply(mapping)
                .exceptionallyCompose(failure -> {
                    CarrierException error = Outcomes.carrierException(failure);
                    return isNoProduct(error)
                            ? CompletableFuture.completedFuture(List.of())
                            : CompletableFuture.failedFuture(error);
                });
    }

    private static boolean isNoProduct(CarrierException error) {
        boolean atOrigin =
                error.details().operation().filter(DhlOrigins.FIND::equals).isPresent();
        if (atOrigin) {
            return DhlAreas.isNotServed(error);
        }
        return error.code() == ErrorCode.REQUEST_REFUSED
                && error.carrierText()
                        .filter(text -> NO_PRODUCT.matcher(text).find())
                        .isPresent();
    }
}
