package com.trackingmcp.model;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** Which pickup is meant, of those that were booked. Immutable. */
@Value.Immutable
@ModelStyle
@JsonSerialize(as = ImmutablePickupQuery.class)
@JsonDeserialize(as = ImmutablePickupQuery.class)
public interface PickupQuery {
    /** The carrier or connection to ask, such as {@code fedex-eu}. Required where several can. */
    Optional<String> carrier();

    /** {@link PickupConfirmation#confirmationNumber()}. Required. */
    Optional<String> confirmationNumber();

    /** The day of the pickup. FedEx needs it. */
    Optional<LocalDate> date();

    /** {@link PickupConfirmation#locationCode()}. FedEx Express needs it. */
    Optional<String> locationCode();

    /** Who calls it off. DHL Express needs it. */
    @Value.Redacted
    Optional<String> requestor();

    /** Why it is called off. DHL Express needs a reason: a word of its own where absent. */
    Optional<String> reason();

    /** What the carrier asked to be kept: {@link PickupConfirmation#details()}. */
    Map<String, String> details();

    /** This one. */
    static PickupQuery of(PickupConfirmation pickup) {
        return builder()
                .carrier(pickup.connection())
                .confirmationNumber(pickup.confirmationNumber())
                .date(pickup.date())
                .locationCode(pickup.locationCode())
                .requestor(pickup.address()
                        .flatMap(Address::person)
                        .or(() -> pickup.address().flatMap(Address::company)))
                .details(pickup.details())
                .build();
    }

    /** The one with this confirmation number. */
    static PickupQuery of(String carrier, String confirmationNumber) {
        return builder().carrier(carrier).confirmationNumber(confirmationNumber).build();
    }

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of one value; not safe for use by several threads. */
    class Builder extends ImmutablePickupQuery.Builder {}
}
