package com.trackingmcp.model;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A wish to have parcels fetched: where, when, and what. Immutable.
 *
 * <p>Date and times are local to the address. A builder takes anything; what is missing or wrong is told all at once, with
 * the path of each field, before anything is sent.
 */
@Value.Immutable
@ModelStyle
@JsonSerialize(as = ImmutablePickupRequest.class)
@JsonDeserialize(as = ImmutablePickupRequest.class)
public interface PickupRequest {
    /** The carrier or connection to ask, such as {@code fedex-eu}. Required where several can. */
    Optional<String> carrier();

    /** Where the parcels are fetched; with a person or company, and a telephone number. Required. */
    Optional<Address> address();

    /** The day. Required. */
    Optional<LocalDate> date();

    /** From when on the parcels are ready. Required to book. */
    Optional<LocalTime> readyTime();

    /** Until when somebody hands them over. Required to book. */
    Optional<LocalTime> closeTime();

    /** The parcels, alike ones together. At least one to book. */
    List<PickupPiece> pieces();

    /** What the driver should know. */
    @Value.Redacted
    Optional<String> instructions();

    /** Where at the address the parcels are, such as {@code front desk}. */
    Optional<String> placeAtAddress();

    /** What the pickup is known by to the sender. */
    Optional<String> reference();

    /** The tracking numbers of what is fetched, for carriers that take them. */
    List<String> trackingNumbers();

    /**
     * What else a carrier offers, by its catalogue's names of pickup options.
     * A carrier takes no notice of those that begin with the name of another.
     */
    @Value.Redacted
    Map<String, String> options();

    /** How many parcels in all; of more than an {@code int} counts, the most it does. */
    @JsonIgnore
    default int quantity() {
        long all =
                pieces().stream().mapToLong(piece -> piece.quantity().orElse(0)).sum();
        return (int) Math.min(all, Integer.MAX_VALUE);
    }

    /** What all parcels weigh together, in this unit and with at most three decimals; empty where not every weight is given. */
    default Optional<Weight> totalWeight(Weight.Unit unit) {
        BigDecimal total = BigDecimal.ZERO;
        for (PickupPiece piece : pieces()) {
            if (piece.weight().isEmpty()) {
                return Optional.empty();
            }
            total = total.add(piece.weight().get().to(unit, 3, RoundingMode.UP).value());
        }
        return pieces().isEmpty() ? Optional.empty() : Optional.of(new Weight(total, unit));
    }

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of one value; not safe for use by several threads. */
    class Builder extends ImmutablePickupRequest.Builder {}
}
