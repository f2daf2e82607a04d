package com.trackingmcp.ups;

import com.trackingmcp.http.CallContext;
import com.trackingmcp.http.CarrierHttp;
import com.trackingmcp.http.CarrierRequest;
import com.trackingmcp.http.WireJson;
import com.trackingmcp.model.LandedCost;
import com.trackingmcp.model.LandedCostRequest;
import com.trackingmcp.spi.CarrierProfile;
import com.trackingmcp.spi.LandedCostCapability;
import com.trackingmcp.spi.RequestCheck;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Duties and taxes as UPS estimates them. Safe for use by many threads; never blocks.
 *
 * <p>UPS estimates in the currency of the goods, and without regard to the service and the parcels. Goods it cannot calculate
 * do not keep it from the others. Its test environment fails (500) whatever it is asked.
 */
final class UpsLandedCosts implements LandedCostCapability {
    private static final String QUOTES = "/api/landedcost/v1/quotes";
    private final CarrierHttp http;
    private final Optional<String> accountNumber;
    private final UpsLandedCostMapper mapper;

    UpsLandedCosts(UpsDoors doors, CarrierProfile profile) {
        this.http = doors.open("landedcost");
        this.accountNumber = doors.accountNumber();
        this.mapper = new UpsLandedCostMapper(profile);
    }

    @Override
    public void check(LandedCostRequest request, RequestCheck check) {
        UpsLandedCostEncoder.check(request, check);
    }

    @Override
    public CompletableFuture<LandedCost> quote(LandedCostRequest request, CallContext call) {
        CarrierRequest.Builder asked = CarrierRequest.postToRead("landed_cost")
                .path(QUOTES)
                .json(WireJson.write(UpsLandedCostEncoder.question(request, call.correlationId())));
        accountNumber.ifPresent(number -> asked.header("AccountNumber", number));
        return http.send(UpsTracking.identified(asked, call), call)
                .thenApply(response -> mapper.map(response, request));
    }
}
