package com.trackingmcp;

import com.trackingmcp.error.ConfigurationException;
import com.trackingmcp.error.TrackingNumberNotFoundException;
import com.trackingmcp.model.TrackingResult;
import com.trackingmcp.model.TrackingStatus;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * How long a client keeps the answers to its tracking questions, and how many. Immutable and safe to share between
 * threads and clients; each client has a cache of its own.
 *
 * <p>An answer is kept for a time that depends on where the parcel stands. With {@link #standard()}:
 *
 * <table>
 *   <caption>Times to live</caption>
 *   <tr><th>status</th><th>kept</th><th>why</th></tr>
 *   <tr><td>delivered, returned, cancelled</td><td>1 day</td><td>nothing more is expected to happen</td></tr>
 *   <tr><td>label created</td><td>30 minutes</td><td>carriers often collect hours or days later</td></tr>
 *   <tr><td>picked up, in transit</td><td>15 minutes</td><td>hours lie between two scans</td></tr>
 *   <tr><td>customs</td><td>30 minutes</td><td>clearance takes hours to days</td></tr>
 *   <tr><td>out for delivery</td><td>5 minutes</td><td>the next scan is the one that people wait for</td></tr>
 *   <tr><td>delivery attempted</td><td>15 minutes</td><td>the next try is mostly on another day</td></tr>
 *   <tr><td>available for pickup</td><td>30 minutes</td><td>it waits for the recipient, who knows</td></tr>
 *   <tr><td>exception, on hold, returning</td><td>15 minutes</td><td>it waits for somebody who acts at any time</td></tr>
 *   <tr><td>unknown</td><td>30 seconds</td><td>the next answer may explain more; this only stops a burst</td></tr>
 *   <tr><td>no carrier knows it</td><td>1 minute</td><td>a new label appears minutes after it was printed</td></tr>
 * </table>
 *
 * <p>The times are this library's choice; no carrier publishes any. A result with
 * {@linkplain TrackingResult#alternatives() alternatives} is kept for the shortest of their times. Zero means: not
 * kept. That a number is unknown ({@link TrackingNumberNotFoundException}) is the only failure that is ever kept.
 */
public final class CachePolicy {
    private static final long MOST_BYTES = 64L * 1024 * 1024;

    private static final CachePolicy OFF = builder().noTimes().build();

    private final Map<TrackingStatus, Duration> timesToLive;
    private final Duration notFound;
    private final Duration staleWhileRevalidate;
    private final Duration staleIfError;
    private final long maxBytes;

    private CachePolicy(Builder builder) {
        this.timesToLive = new EnumMap<>(builder.timesToLive);
        this.notFound = builder.notFound;
        this.staleWhileRevalidate = builder.staleWhileRevalidate;
        this.staleIfError = builder.staleIfError;
        this.maxBytes = builder.maxBytes;
    }

    /** Nothing is kept: every question goes to the carrier. */
    public static CachePolicy off() {
        return OFF;
    }

    /** The times of the table above; old answers are never given; 64 MiB or 1/16 of the heap, whichever is less. */
    public static CachePolicy standard() {
        return builder().build();
    }

    /** Starts with what {@link #standard()} says. */
    public static Builder builder() {
        return new Builder();
    }

    /** Whether nothing is ever kept: no cache is made then. */
    public boolean isOff() {
        return notFound.isZero() && timesToLive.values().stream().allMatch(Duration::isZero);
    }

    /** How long an answer with this status is fresh; zero where it is not kept. */
    public Duration timeToLive(TrackingStatus status) {
        return Objects.requireNonNull(timesToLive.get(status));
    }

    /** How long it is remembered that no carrier knows a number; zero where it is not. */
    public Duration notFound() {
        return notFound;
    }

    /** How far past its time an answer is given while it is asked for anew; zero where it never is. */
    public Duration staleWhileRevalidate() {
        return staleWhileRevalidate;
    }

    /** How far past its time an answer is given where asking anew fails; zero where it never is. */
    public Duration staleIfError() {
        return staleIfError;
    }

    /** How much memory the answers may take, by estimate, in bytes. */
    public long maxBytes() {
        return maxBytes;
    }

    @Override
    public String toString() {
        return isOff()
                ? "CachePolicy[off]"
                : "CachePolicy[timesToLive=" + timesToLive + ", notFound=" + notFound + ", staleWhileRevalidate="
                        + staleWhileRevalidate + ", staleIfError=" + staleIfError + ", maxBytes=" + maxBytes + "]";
    }

    private static Duration standard(TrackingStatus status) {
        return switch (status) {
            case DELIVERED, RETURNED, CANCELLED -> Duration.ofDays(1);
            case LABEL_CREATED, CUSTOMS, AVAILABLE_FOR_PICKUP -> Duration.ofMinutes(30);
            case PICKED_UP, IN_TRANSIT, DELIVERY_ATTEMPTED, EXCEPTION, ON_HOLD, RETURNING -> Duration.ofMinutes(15);
            case OUT_FOR_DELIVERY -> Duration.ofMinutes(5);
            case UNKNOWN -> Duration.ofSeconds(30);
        };
    }

    /** Collects one policy; not safe for use by several threads. */
    public static final class Builder {
        private final Map<TrackingStatus, Duration> timesToLive = new EnumMap<>(TrackingStatus.class);
        private Duration notFound = Duration.ofMinutes(1);
        private Duration staleWhileRevalidate = Duration.ZERO;
        private Duration staleIfError = Duration.ZERO;
        private long maxBytes = Math.min(MOST_BYTES, Runtime.getRuntime().maxMemory() / 16);

        private Builder() {
            for (TrackingStatus status : TrackingStatus.values()) {
                timesToLive.put(status, standard(status));
            }
        }

        private Builder noTimes() {
            timesToLive.replaceAll((status, time) -> Duration.ZERO);
            notFound = Duration.ZERO;
            return this;
        }

        /**
         * How long answers with this status are fresh; see the table for the defaults. Zero: they are not kept.
         *
         * @throws ConfigurationException where it is negative or more than a year
         */
        public Builder timeToLive(TrackingStatus status, Duration time) {
            timesToLive.put(status, Settings.notNegative("timeToLive(" + status + ")", time));
            return this;
        }

        /**
         * How long it is remembered that no carrier knows a number; 1 minute by default. Zero: it is not. It is never
         * given past its time.
         *
         * @throws ConfigurationException where it is negative or more than a year
         */
        public Builder notFound(Duration time) {
            this.notFound = Settings.notNegative("notFound", time);
            return this;
        }

        /**
         * An answer that is at most this far past its time is given at once, while the carrier is asked anew beside;
         * zero, that is never, by default. The caller sees its age by {@link TrackingResult#retrievedAt()}.
         *
         * @throws ConfigurationException where it is negative or more than a year
         */
        public Builder staleWhileRevalidate(Duration past) {
            this.staleWhileRevalidate = Settings.notNegative("staleWhileRevalidate", past);
            return this;
        }

        /**
         * An answer that is at most this far past its time is given where asking anew fails with something that may
         * pass, such as a carrier that cannot be reached; zero, that is never, by default. Other failures are told.
         *
         * @throws ConfigurationException where it is negative or more than a year
         */
        public Builder staleIfError(Duration past) {
            this.staleIfError = Settings.notNegative("staleIfError", past);
            return this;
        }

        /**
         * How much memory the answers may take, by estimate, in bytes; 64 MiB or 1/16 of the heap, whichever is less,
         * by default. What is asked for least makes room. One answer takes 1 to 10 KiB, without the carrier's JSON.
         *
         * @throws ConfigurationException where it is not positive
         */
        public Builder maxBytes(long bytes) {
            if (bytes < 1) {
                throw Settings.invalid("maxBytes", "expected a positive number, not " + bytes);
            }
            this.maxBytes = bytes;
            return this;
        }

        /** The policy. */
        public CachePolicy build() {
            return new CachePolicy(this);
        }
    }
}
