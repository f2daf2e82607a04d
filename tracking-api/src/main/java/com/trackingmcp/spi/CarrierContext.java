package com.trackingmcp.spi;

import com.trackingmcp.http.CarrierHttp;
import com.trackingmcp.http.HttpTransport;
import java.time.Clock;
import java.util.function.BiConsumer;

/**
 * What a client shares with its carriers. Immutable; lives as long as the client.
 *
 * @param transport the shared HTTP client with its time-outs, retries and log
 * @param clock the client's clock
 * @param unmappedCodes told of every status code that no table explains: carrier, code
 */
public record CarrierContext(HttpTransport transport, Clock clock, BiConsumer<String, String> unmappedCodes) {
    /** Starts the HTTP door of one connection. */
    public CarrierHttp.Builder http(CarrierProfile profile) {
        return CarrierHttp.builder(transport, profile.carrier(), profile.connection());
    }
}
