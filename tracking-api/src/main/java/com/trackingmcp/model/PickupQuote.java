package com.trackingmcp.model;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A window in which a carrier would fetch parcels, and what that costs. Immutable. Times are local to the address.
 */
@Value.Immutable
@ModelStyle
@JsonSerialize(as = ImmutablePickupQuote.class)
@JsonDeserialize(as = ImmutablePickupQuote.class)
public interface PickupQuote {
    /** The carrier's id, such as {@code ups}. */
    String carrier();

    /** The id of the connection that was asked. */
    String connection();

    /** Whether the carrier comes then. */
    boolean available();

    /** The day. */
    Optional<LocalDate> date();

    /** The earliest time parcels may be ready by, as the carrier tells it. */
    Optional<LocalTime> readyFrom();

    /** Until when it can be booked, or the parcels must be ready, where the carrier says so. */
    Optional<LocalTime> cutoff();

    /** The latest time to close that the carrier takes. */
    Optional<LocalTime> closeUntil();

    /** How long parcels must be accessible at least: from ready to close. */
    Optional<Duration> accessTime();

    /** Which of the carrier's services it is for, such as Express or Ground, in the carrier's code. */
    Optional<String> service();

    /** What the pickup costs, where the carrier says so. */
    Optional<Money> price();

    /** What the price is made of. */
    List<Charge> charges();

    /** Notes the carrier put on its answer. */
    List<Alert> alerts();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of one value; not safe for use by several threads. */
    class Builder extends ImmutablePickupQuote.Builder {}
}
