package com.trackingmcp.spi;

import com.trackingmcp.http.CallContext;
import com.trackingmcp.model.Rate;
import com.trackingmcp.model.ShipmentRequest;
import com.trackingmcp.model.TransitTime;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Tells prices. Safe for use by many threads; blocks none. */
public interface RatingCapability extends Capability {
    /** Tells everything that keeps this carrier from pricing the shipment; what the client checks itself need not be told. */
    void check(ShipmentRequest request, RequestCheck check);

    /**
     * The prices of a shipment: one for each service, in any order; none where the carrier does not serve the lane.
     * Where the request names a service, its price alone is enough.
     */
    CompletableFuture<List<Rate>> rates(ShipmentRequest request, CallContext call);

    /** Whether {@link #transitTimes} can be asked. */
    default boolean tellsTransitTimes() {
        return false;
    }

    /** How long each service takes, in any order; none where the carrier does not serve the lane. */
    default CompletableFuture<List<TransitTime>> transitTimes(ShipmentRequest request, CallContext call) {
        return CompletableFuture.failedFuture(NotOffered.of("transit times"));
    }
}
