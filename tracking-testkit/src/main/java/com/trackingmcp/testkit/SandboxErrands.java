package com.trackingmcp.testkit;

import com.trackingmcp.model.DocumentUpload;
import com.trackingmcp.model.LandedCostRequest;
import com.trackingmcp.model.LocationQuery;
import com.trackingmcp.model.ManifestRequest;
import com.trackingmcp.model.PickupRequest;
import com.trackingmcp.model.SubscriptionRequest;
import java.time.Clock;
import java.util.Optional;

/**
 * What a shipping desk asks of a carrier besides prices and labels: requests the sandbox answers as they are, complete for
 * their carrier and ready to be changed. Empty for what the carrier does not have. Stateless.
 *
 * <p>Pickups are fetched in Memphis, by DHL Express in Bonn, and by carriers behind the gateway where their {@link SandboxOrders} begin, on the day after tomorrow by the clock given.
 */
public interface SandboxErrands {
    /**
     * Those of a carrier.
     *
     * @param carrier {@code fedex}, {@code ups} or {@code dhl}, or one behind the gateway such as {@code karrio:canadapost}
     * @param clock the sandbox's
     */
    static SandboxErrands of(String carrier, Clock clock) {
        return switch (carrier) {
            case "fedex" -> new FedexErrands(clock);
            case "ups" -> new UpsErrands(clock);
            case "dhl" -> new DhlErrands(clock);
            default -> {
                if (!carrier.startsWith(GatewayOrders.PREFIX)) {
                    throw new IllegalArgumentException(
                            "The sandbox has no desk for " + carrier + ": fedex, ups, dhl or karrio:…");
                }
                yield new KarrioErrands(carrier, clock);
            }
        };
    }

    /** A pickup of two parcels. */
    default Optional<PickupRequest> pickup() {
        return Optional.empty();
    }

    /** Goods for which the sandbox tells duties and taxes: two lines, the second of which costs duty. */
    default Optional<LandedCostRequest> landedCost() {
        return Optional.empty();
    }

    /** A commercial invoice, for a shipment to come; for carriers that take papers only with a shipment or after it, without its shipment. */
    default Optional<DocumentUpload> document() {
        return Optional.empty();
    }

    /** Places around the town of the pickup. */
    default Optional<LocationQuery> locations() {
        return Optional.empty();
    }

    /** Today by the clock. */
    default Optional<ManifestRequest> manifest() {
        return Optional.empty();
    }

    /**
     * A wish to be told of a parcel.
     *
     * @param trackingNumber one the sandbox knows
     */
    default Optional<SubscriptionRequest> subscription(String trackingNumber) {
        return Optional.empty();
    }
}
