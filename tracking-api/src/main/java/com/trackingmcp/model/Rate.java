package com.trackingmcp.model;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What one service of one carrier costs, and when it delivers. Immutable.
 */
@Value.Immutable
@ModelStyle
@JsonSerialize(as = ImmutableRate.class)
@JsonDeserialize(as = ImmutableRate.class)
public interface Rate {
    /** The carrier's id, such as {@code fedex}. */
    String carrier();

    /** The id of the connection that answered, such as {@code fedex-eu}. */
    String connection();

    /** The carrier's code of the service: what a {@link ShipmentRequest#service()} takes. */
    String service();

    /** The service in the carrier's words. */
    Optional<String> serviceName();

    /** What the account pays for all parcels, as far as the carrier tells it: its negotiated price, else the list price; with taxes where they are told. */
    Money total();

    /** What the account pays. */
    Optional<Money> negotiatedPrice();

    /** What everybody pays. */
    Optional<Money> listPrice();

    /** What the total is made of, as far as the carrier tells it: the parts need not add up to it. */
    List<Charge> charges();

    /** How many days it takes; business days with FedEx and UPS, days with DHL. */
    Optional<Integer> transitDays();

    /** When it is delivered, local to the destination. */
    Optional<DeliveryWindow> delivery();

    /** The weight the price is for. */
    Optional<Weight> billingWeight();

    /** Whether the carrier guarantees the delivery time. */
    Optional<Boolean> guaranteed();

    /** How long the price holds, where the carrier says so. */
    Optional<Instant> validUntil();

    /** The carrier's id of the quote. */
    Optional<String> quoteId();

    /** What the carrier needs to sell exactly this, such as DHL's local product code. */
    Map<String, String> details();

    /** Notes the carrier put on it. */
    List<Alert> alerts();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of one value; not safe for use by several threads. */
    class Builder extends ImmutableRate.Builder {}
}
