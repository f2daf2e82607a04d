package com.trackingmcp.model;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What is to be shipped, from where to where, and how. Immutable. The same for every carrier, and for prices as for labels.
 *
 * <p>A builder takes anything; what is missing or wrong is told all at once, with the path of each field, before
 * anything is sent.
 */
@Value.Immutable
@ModelStyle
@JsonSerialize(as = ImmutableShipmentRequest.class)
@JsonDeserialize(as = ImmutableShipmentRequest.class)
public interface ShipmentRequest {
    /** Where the parcels are handed over. Required. */
    Optional<Address> sender();

    /** Where they go. Required. */
    Optional<Address> recipient();

    /** Who ships, where that is not who hands the parcels over. */
    Optional<Address> shipper();

    /** The parcels, all to one address. At least one. */
    List<Parcel> parcels();

    /** The carrier's code of the service, such as {@code FEDEX_GROUND}. Required to buy a label; all services are priced where absent. */
    Optional<String> service();

    /** The carrier or connection to ship with, such as {@code fedex-eu}. Required to buy a label where several are connected. */
    Optional<String> carrier();

    /** Who pays the carriage; the sender with the connection's own account where absent. */
    Optional<Payment> payment();

    /** For parcels that cross a customs border. */
    Optional<Customs> customs();

    /** The day the carrier gets the parcels, where they are handed over; today where absent. */
    Optional<LocalDate> shipDate();

    /**
     * What the shipment is known by to the sender, such as an order number. The first is what it is looked for by, should the
     * answer to a purchase be lost.
     */
    List<Reference> references();

    /** What is in it, in a few words. */
    Optional<String> description();

    /** Whose signature the delivery takes; as the service does where not set. */
    @Value.Default
    default SignatureOption signature() {
        return SignatureOption.SERVICE_DEFAULT;
    }

    /** Whether it is to be delivered on a Saturday; not where not set. */
    @Value.Default
    default boolean saturdayDelivery() {
        return false;
    }

    /** Whether it is a return: the label is for whom the parcel is with now, and it goes to who sent it; not where not set. */
    @Value.Default
    default boolean returnShipment() {
        return false;
    }

    /** What the label should be like; a PDF of four by six inches where absent, or what the carrier has instead. */
    Optional<LabelSpec> label();

    /**
     * Papers for customs, which are given to the carrier with the shipment. One that the carrier does not take is an alert on the
     * shipment, and costs no label: where they are uploaded before it, they have half of the time the call has.
     */
    List<TradeDocument> tradeDocuments();

    /** Papers for customs that the carrier holds already: what {@code client.documents().upload(...)} gave. */
    List<UploadedDocument> uploadedDocuments();

    /**
     * What else a carrier offers, by its catalogue's names such as {@code fedex_one_rate}; switches are {@code true}. A carrier takes
     * no notice of those that begin with the name of another.
     */
    @Value.Redacted
    Map<String, String> options();

    /**
     * A name of the caller's for this purchase, such as its database key: the client buys under it once only,
     * from whichever carrier. It remembers the last hundred thousand, as long as it lives.
     */
    Optional<String> idempotencyKey();

    /** The quote it is to be bought at, which names service and connection; set by {@code client.ship(rate, request)}. */
    Optional<Rate> quoted();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of one value; not safe for use by several threads. */
    class Builder extends ImmutableShipmentRequest.Builder {}
}
