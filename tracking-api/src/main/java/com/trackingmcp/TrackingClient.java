package com.trackingmcp;

import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.ErrorDetails;
import com.trackingmcp.error.InvalidRequestException;
import com.trackingmcp.http.CallContext;
import com.trackingmcp.http.HttpTransport;
import com.trackingmcp.internal.engine.Connections;
import com.trackingmcp.internal.engine.Detection;
import com.trackingmcp.internal.engine.Searches;
import com.trackingmcp.internal.engine.TrackingEngine;
import com.trackingmcp.internal.engine.UnmappedCodes;
import com.trackingmcp.model.CarrierMatch;
import com.trackingmcp.model.Outcome;
import com.trackingmcp.model.ProofOfDelivery;
import com.trackingmcp.model.TrackingNumber;
import com.trackingmcp.model.TrackingReference;
import com.trackingmcp.model.TrackingResult;
import com.trackingmcp.spi.CarrierProfile;
import com.trackingmcp.spi.Outcomes;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One client for all connected carriers. Safe for use by many threads; make one and keep it, for it holds connections,
 * tokens and threads, which {@link #close()} ends.
 *
 * <p>What touches one thing returns it or throws a {@link CarrierException}; what touches many returns one
 * {@link Outcome} for each, in the order asked. Each method that waits has an {@code …Async} twin whose future fails
 * with the same exceptions.
 */
public final class TrackingClient implements AutoCloseable {
    private static final int STREAM_WINDOW = 1_000;

    private final HttpTransport transport;
    private final Connections connections;
    private final Detection detection;
    private final TrackingEngine engine;
    private final Searches searches;
    private final UnmappedCodes unmapped;
    private final CallSettings settings;

    record CallSettings(Clock clock, Duration deadline, Duration bulkDeadline, boolean rawJson) {
        CallContext call(Duration limit) {
            return new CallContext(
                    UUID.randomUUID().toString().replace("-", ""),
                    clock.instant().plus(limit),
                    rawJson);
        }
    }

    TrackingClient(
            HttpTransport transport,
            Connections connections,
            Detection detection,
            TrackingEngine engine,
            UnmappedCodes unmapped,
            CallSettings settings) {
        this.transport = transport;
        this.connections = connections;
        this.detection = detection;
        this.engine = engine;
        this.searches = new Searches(connections, detection, transport);
        this.unmapped = unmapped;
        this.settings = settings;
    }

    /**
     * A client for every carrier module on the class path whose credentials the environment holds.
     *
     * @throws com.trackingmcp.error.ConfigurationException where there is none, or credentials are half given
     */
    public static TrackingClient create() {
        return builder().build();
    }

    /** Starts a client of one's own making. */
    public static TrackingClientBuilder builder() {
        return new TrackingClientBuilder();
    }

    /**
     * Tracks one parcel, at the carrier its number tells.
     *
     * @param number as printed on the label; spaces, dashes and lower case are fine
     * @throws InvalidRequestException where it is no tracking number, or none of a connected carrier
     * @throws com.trackingmcp.error.TrackingNumberNotFoundException where no carrier asked knows it
     * @throws CarrierException for whatever else went wrong
     */
    public TrackingResult track(String number) {
        return await(trackAsync(number));
    }

    /** Tracks one parcel, at the carrier the number names or tells; throws as {@link #track(String)} does. */
    public TrackingResult track(TrackingNumber number) {
        return await(trackAsync(number));
    }

    /** The twin of {@link #track(String)}. */
    public CompletableFuture<TrackingResult> trackAsync(String number) {
        return attempt(() -> trackAsync(TrackingNumber.of(number)));
    }

    /** The twin of {@link #track(TrackingNumber)}. */
    public CompletableFuture<TrackingResult> trackAsync(TrackingNumber number) {
        return attempt(() -> engine.track(List.of(required("number", number)), settings.call(settings.deadline()))
                .thenApply(outcomes -> outcomes.get(0).orElseThrow()));
    }

    /**
     * Tracks many parcels of many carriers at once, in as few requests as the carriers allow.
     *
     * @return one outcome per number, in the order of the numbers, whatever fails
     */
    public List<Outcome<TrackingResult>> track(Collection<String> numbers) {
        return await(trackAsync(numbers));
    }

    /** The twin of {@link #track(Collection)}. */
    public CompletableFuture<List<Outcome<TrackingResult>>> trackAsync(Collection<String> numbers) {
        return attempt(() -> trackEach(required("numbers", numbers), TrackingNumber::of));
    }

    /** As {@link #track(Collection)}, for numbers that name their carrier or say more. */
    public List<Outcome<TrackingResult>> trackAll(Collection<TrackingNumber> numbers) {
        return await(trackAllAsync(numbers));
    }

    /** The twin of {@link #trackAll(Collection)}. */
    public CompletableFuture<List<Outcome<TrackingResult>>> trackAllAsync(Collection<TrackingNumber> numbers) {
        return attempt(() ->
                trackEach(required("numbers", numbers), number -> number == null ? TrackingNumber.of(null) : number));
    }

    /**
     * Tracks numbers that do not fit in memory: reads them as it goes and hands each outcome over with the number as it
     * was given, in order, on the caller's thread. Never holds more than 1,000 of them.
     */
    public void stream(Iterable<String> numbers, BiConsumer<String, Outcome<TrackingResult>> consumer) {
        required("numbers", numbers);
        required("consumer", consumer);
        Iterator<String> rest = numbers.iterator();
        List<String> window = new ArrayList<>(STREAM_WINDOW);
        while (rest.hasNext()) {
            window.clear();
            while (rest.hasNext() && window.size() < STREAM_WINDOW) {
                window.add(rest.next());
            }
            List<Outcome<TrackingResult>> outcomes = track(window);
            for (int i = 0; i < window.size(); i++) {
                consumer.accept(window.get(i), outcomes.get(i));
            }
        }
    }

    /**
     * Finds all parcels with a reference of the shipper's.
     *
     * @return the parcels found, best first, then one failure for each connection that could not be asked; empty where
     *     nobody knows the reference
     * @throws com.trackingmcp.error.CapabilityNotSupportedException where no connection asked can do this
     */
    public List<Outcome<TrackingResult>> trackByReference(TrackingReference reference) {
        return await(trackByReferenceAsync(reference));
    }

    /** The twin of {@link #trackByReference}. */
    public CompletableFuture<List<Outcome<TrackingResult>>> trackByReferenceAsync(TrackingReference reference) {
        return attempt(
                () -> searches.byReference(required("reference", reference), settings.call(settings.deadline())));
    }

    /**
     * The carrier's proof that a parcel was delivered.
     *
     * @throws CarrierException with {@link ErrorCode#DOCUMENT_NOT_FOUND} where there is none (yet), and as
     *     {@link #track(String)} does
     */
    public ProofOfDelivery proofOfDelivery(String number) {
        return await(attempt(() -> proofOfDeliveryAsync(TrackingNumber.of(number))));
    }

    /** As {@link #proofOfDelivery(String)}, for a number that names its carrier or says more. */
    public ProofOfDelivery proofOfDelivery(TrackingNumber number) {
        return await(proofOfDeliveryAsync(number));
    }

    /** The twin of {@link #proofOfDelivery(TrackingNumber)}. */
    public CompletableFuture<ProofOfDelivery> proofOfDeliveryAsync(TrackingNumber number) {
        return attempt(() -> searches.proofOfDelivery(required("number", number), settings.call(settings.deadline())));
    }

    /**
     * Whose a number may be, best first, told from its shape and check digit: no carrier is asked.
     *
     * @return empty where the shape is none that is known
     * @throws InvalidRequestException where it is no tracking number
     */
    public List<CarrierMatch> detect(String number) {
        return detection.matches(TrackingNumber.of(number));
    }

    /** The connections of this client, by id. */
    public List<CarrierProfile> carriers() {
        return connections.all().stream()
                .map(carrier -> carrier.profile())
                .sorted(Comparator.comparing(CarrierProfile::connection))
                .toList();
    }

    /** How often each {@code carrier:code} came that no status table explains, since the client was made. */
    public Map<String, Long> unmappedCodes() {
        return unmapped.counts();
    }

    /** Ends all threads; calls still pending fail, saying so. */
    @Override
    public void close() {
        transport.close();
    }

    private <T> CompletableFuture<List<Outcome<TrackingResult>>> trackEach(
            Collection<T> numbers, Function<? super T, TrackingNumber> toNumber) {
        List<@Nullable CarrierException> refused = new ArrayList<>(numbers.size());
        List<TrackingNumber> asked = new ArrayList<>(numbers.size());
        for (T number : numbers) {
            try {
                asked.add(toNumber.apply(number));
                refused.add(null);
            } catch (CarrierException e) {
                refused.add(e);
            }
        }
        return engine.track(asked, settings.call(settings.bulkDeadline())).thenApply(outcomes -> {
            Iterator<Outcome<TrackingResult>> answered = outcomes.iterator();
            List<Outcome<TrackingResult>> all = new ArrayList<>(refused.size());
            for (CarrierException error : refused) {
                all.add(error == null ? answered.next() : Outcome.failure(error));
            }
            return List.copyOf(all);
        });
    }

    private interface Attempt<T> {
        CompletableFuture<T> run();
    }

    /** Nothing is thrown where a future is returned. */
    private static <T> CompletableFuture<T> attempt(Attempt<T> attempt) {
        try {
            return attempt.run();
        } catch (CarrierException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private static <T> T required(String name, T value) {
        if (value == null) {
            throw new InvalidRequestException(
                    ErrorDetails.builder(ErrorCode.MALFORMED_REQUEST)
                            .argument("reason", name + " is null")
                            .build(),
                    null);
        }
        return value;
    }

    private static <T> T await(CompletableFuture<T> future) {
        try {
            return future.join();
        } catch (CompletionException e) {
            throw Outcomes.carrierException(e);
        }
    }
}
