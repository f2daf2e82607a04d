package com.trackingmcp.model;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.immutables.value.Value;

/**
 * A shipment that was bought. Immutable.
 */
@Value.Immutable
@ModelStyle
@JsonSerialize(as = ImmutableShipment.class)
@JsonDeserialize(as = ImmutableShipment.class)
public interface Shipment {
    /** The carrier's id, such as {@code fedex}. */
    String carrier();

    /** The id of the connection it was bought with. */
    String connection();

    /** What the carrier knows the shipment by; what it is cancelled by. */
    String id();

    /** The number to track it by; the first parcel's where each has its own. */
    String trackingNumber();

    /** The parcels, in the order of the request. */
    List<ShippedParcel> parcels();

    /** All labels and papers that are for the shipment as a whole. */
    List<Document> documents();

    /** The carrier's code of the service; a recovered shipment may not tell it. */
    Optional<String> service();

    /** The service in the carrier's words. */
    Optional<String> serviceName();

    /** What it cost, where the carrier says so: the account's price before the list price. */
    Optional<Money> price();

    /** What the price is made of, as far as the carrier tells it. */
    List<Charge> charges();

    /** When it is delivered, local to the destination. */
    Optional<DeliveryWindow> delivery();

    /** When it was bought, by this machine's clock; a recovered shipment may not tell it. */
    Optional<Instant> created();

    /** How long it can be cancelled, where the carrier says so. */
    Optional<Instant> voidUntil();

    /** What it is known by to the sender; the first is what it can be looked for by. */
    List<Reference> references();

    /** The caller's name for the purchase. */
    Optional<String> idempotencyKey();

    /** What the carrier needs to do more with it, such as the form id of FedEx. */
    Map<String, String> details();

    /** Notes the carrier put on it. */
    List<Alert> alerts();

    /** Every label, the parcels' own in their order and then the shipment's. */
    @JsonIgnore
    default List<Document> labels() {
        return Stream.concat(parcels().stream().flatMap(parcel -> parcel.documents().stream()), documents().stream())
                .filter(document -> document.kind().equals(Document.LABEL))
                .toList();
    }

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of one value; not safe for use by several threads. */
    class Builder extends ImmutableShipment.Builder {}
}
