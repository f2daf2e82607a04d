package com.trackingmcp.model;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Goods to be sent over a border, and what is to be known of their duties and taxes. Immutable.
 *
 * <p>A builder takes anything; what is missing or wrong is told all at once before anything is sent.
 */
@Value.Immutable
@ModelStyle
@JsonSerialize(as = ImmutableLandedCostRequest.class)
@JsonDeserialize(as = ImmutableLandedCostRequest.class)
public interface LandedCostRequest {
    /** The carrier or connection to ask, such as {@code fedex-eu}. The first that can tell where absent. */
    Optional<String> carrier();

    /** Where the goods come from; the country at least. Required. */
    Optional<Address> sender();

    /** Where they go; the country at least. Required. */
    Optional<Address> recipient();

    /**
     * The goods, a line each; each with description or harmonised system code, price, quantity and origin. Required. The code
     * is advised, for duties go by it.
     */
    List<Commodity> commodities();

    /** The currency to answer in, ISO 4217; that of the goods where absent. */
    Optional<String> currency();

    /** The terms of sale. */
    Optional<Incoterm> incoterm();

    /** Why the goods cross the border; they were sold where absent. */
    Optional<ContentType> contentType();

    /** The carrier's code of the service. */
    Optional<String> service();

    /** What the carriage costs, which most countries levy duties on. */
    Optional<Money> freight();

    /** What the insurance costs. */
    Optional<Money> insurance();

    /** The parcels; MyDHL needs their weight, or that of the goods. */
    List<Parcel> parcels();

    /** The day of shipping; today where absent. DHL Express does not ask for it. */
    Optional<LocalDate> shipDate();

    /** What a shipment's goods would cost. */
    static LandedCostRequest of(ShipmentRequest shipment) {
        Optional<Customs> customs = shipment.customs();
        return builder()
                .carrier(shipment.quoted().map(Rate::connection).or(shipment::carrier))
                .sender(shipment.sender())
                .recipient(shipment.recipient())
                .commodities(customs.map(Customs::commodities).orElse(List.of()))
                .incoterm(customs.flatMap(Customs::incoterm))
                .contentType(customs.flatMap(Customs::contentType))
                .service(shipment.service())
                .parcels(shipment.parcels())
                .shipDate(shipment.shipDate())
                .build();
    }

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of one value; not safe for use by several threads. */
    class Builder extends ImmutableLandedCostRequest.Builder {}
}
