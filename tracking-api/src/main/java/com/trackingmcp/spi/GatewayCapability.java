package com.trackingmcp.spi;

import com.trackingmcp.http.CallContext;
import com.trackingmcp.model.Outcome;
import com.trackingmcp.model.Rate;
import com.trackingmcp.model.ShipmentRequest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * Leads to carriers that are not known before it was asked. Safe for use by many threads; blocks none.
 *
 * <p>The client asks for them when it first needs one, and now and then again. Where a carrier is connected directly as
 * well, the direct connection answers, unless the one behind the gateway is named.
 */
public interface GatewayCapability extends Capability {
    /**
     * The connections behind it, each with a {@link CarrierProfile#gateway()}, and an id that begins with the gateway's own
     * connection and a colon. The same connection comes as an equal profile each time.
     */
    CompletableFuture<List<Carrier>> carriers(CallContext call);

    /**
     * The prices of a shipment at several of its connections, in as few questions as it can be asked for. Every one of them
     * has passed its own {@link RatingCapability#check}.
     *
     * @param connections the ids of the connections to ask
     * @return an outcome for each of these ids: its prices, one for each service, none where it does not serve the lane
     */
    CompletableFuture<Map<String, Outcome<List<Rate>>>> rates(
            List<String> connections, ShipmentRequest request, CallContext call);
}
