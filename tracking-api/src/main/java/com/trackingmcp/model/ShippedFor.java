package com.trackingmcp.model;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** The shipment a paper is for. Immutable. */
@Value.Immutable
@ModelStyle
@JsonSerialize(as = ImmutableShippedFor.class)
@JsonDeserialize(as = ImmutableShippedFor.class)
public interface ShippedFor {
    /** {@link Shipment#id()}. */
    String id();

    /** {@link Shipment#trackingNumber()}. */
    String trackingNumber();

    /** The day it was or is to be handed over. Required by all carriers. */
    Optional<LocalDate> shipDate();

    /** The carrier's code of the service. DHL Express needs it. */
    Optional<String> service();

    /** The parcels' numbers, where they have their own. */
    List<String> parcels();

    /** When it was bought. */
    Optional<Instant> created();

    /** What the carrier asked to be kept: {@link Shipment#details()}. */
    Map<String, String> details();

    /** This one, which was or is to be handed over on that day. */
    static ShippedFor of(Shipment shipment, LocalDate shipDate) {
        return builder()
                .id(shipment.id())
                .trackingNumber(shipment.trackingNumber())
                .shipDate(shipDate)
                .service(shipment.service())
                .parcels(shipment.parcels().stream()
                        .map(ShippedParcel::trackingNumber)
                        .toList())
                .created(shipment.created())
                .details(shipment.details())
                .build();
    }

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of one value; not safe for use by several threads. */
    class Builder extends ImmutableShippedFor.Builder {}
}
