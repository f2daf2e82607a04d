package com.trackingmcp.model;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** A pickup that was booked. Immutable. Date and times are local to the address. */
@Value.Immutable
@ModelStyle
@JsonSerialize(as = ImmutablePickupConfirmation.class)
@JsonDeserialize(as = ImmutablePickupConfirmation.class)
public interface PickupConfirmation {
    /** The carrier's id, such as {@code ups}. */
    String carrier();

    /** The id of the connection it was booked with. */
    String connection();

    /**
     * What the carrier knows it by: a confirmation number, or a PRN at UPS. FedEx uses its numbers again: only with date and
     * location code is one meant.
     */
    String confirmationNumber();

    /** The day. */
    Optional<LocalDate> date();

    /** From when on the parcels are ready. */
    Optional<LocalTime> readyTime();

    /** Until when they are handed over. */
    Optional<LocalTime> closeTime();

    /** Where they are fetched. */
    Optional<Address> address();

    /** How many parcels. */
    Optional<Integer> pieces();

    /** What it costs, where the carrier says so. */
    Optional<Money> price();

    /** What the price is made of. */
    List<Charge> charges();

    /** What the driver was told. */
    @Value.Redacted
    Optional<String> instructions();

    /** The carrier's code of the station that comes; FedEx Express asks for it to cancel. */
    Optional<String> locationCode();

    /** What became of it. */
    PickupStatus status();

    /** The carrier's code of that. */
    Optional<String> carrierStatusCode();

    /** The carrier's words for that. */
    Optional<String> carrierStatusText();

    /** What the carrier needs to do more with it. */
    Map<String, String> details();

    /** Notes the carrier put on its answer. */
    List<Alert> alerts();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of one value; not safe for use by several threads. */
    class Builder extends ImmutablePickupConfirmation.Builder {}
}
