package com.trackingmcp.karrio;

import com.trackingmcp.http.CallContext;
import com.trackingmcp.model.Rate;
import com.trackingmcp.model.ShipmentRequest;
import com.trackingmcp.spi.RatingCapability;
import com.trackingmcp.spi.RequestCheck;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Prices at one connection. Safe for use by many threads; never blocks.
 *
 * <p>Nothing is stored on the server: a price is found again when it is bought, by its service.
 */
final class KarrioRating implements RatingCapability {
    private final KarrioSeller seller;

    KarrioRating(KarrioSeller seller) {
        this.seller = seller;
    }

    @Override
    public void check(ShipmentRequest request, RequestCheck check) {
        KarrioShipChecks.forRates(request, check);
    }

    @Override
    public CompletableFuture<List<Rate>> rates(ShipmentRequest request, CallContext call) {
        return KarrioRates.ask(seller, request, call);
    }
}
