package com.trackingmcp.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * When a parcel is expected: a day, or a time from and to, local to the destination. Immutable. At least one of
 * {@link #from()} and {@link #to()} is present; for a single day both are that day.
 */
@Value.Immutable
@ModelStyle
@JsonSerialize(as = ImmutableDeliveryWindow.class)
@JsonDeserialize(as = ImmutableDeliveryWindow.class)
@SuppressWarnings("immutables:from") // its own from() takes the place of the one that copies
public interface DeliveryWindow {
    /** The earliest. */
    Optional<CarrierTime> from();

    /** The latest. */
    Optional<CarrierTime> to();

    /** What the carrier bases it on. */
    Basis basis();

    /** The day, where the window lies on one. */
    @JsonIgnore
    default Optional<LocalDate> date() {
        Optional<LocalDate> first = from().or(this::to).map(CarrierTime::date);
        return first.filter(day -> to().map(CarrierTime::date).orElse(day).equals(day));
    }

    /** A window known by one moment or day only. */
    static DeliveryWindow on(CarrierTime time, Basis basis) {
        return builder().from(time).to(time).basis(basis).build();
    }

    /** A window between two times. */
    static DeliveryWindow between(CarrierTime from, CarrierTime to, Basis basis) {
        return builder().from(from).to(to).basis(basis).build();
    }

    /** A window of which only the end is known. */
    static DeliveryWindow by(CarrierTime to, Basis basis) {
        return builder().to(to).basis(basis).build();
    }

    @Value.Check
    default void check() {
        if (from().isEmpty() && to().isEmpty()) {
            throw new IllegalStateException("a delivery window needs a start or an end");
        }
    }

    /** What a carrier bases its expectation on. */
    enum Basis {
        /** The carrier's current estimate. */
        ESTIMATED,
        /** A day or time the carrier scheduled, or moved the delivery to. */
        SCHEDULED,
        /** An appointment with the recipient. */
        APPOINTMENT,
        /** What the service promises in general, not a live estimate. */
        COMMITMENT;

        /** The word in JSON, such as {@code estimated}. */
        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /**
         * The basis of a word.
         *
         * @throws IllegalArgumentException for any other word
         */
        @JsonCreator
        public static Basis ofWord(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of one value; not safe for use by several threads. */
    class Builder extends ImmutableDeliveryWindow.Builder {}
}
