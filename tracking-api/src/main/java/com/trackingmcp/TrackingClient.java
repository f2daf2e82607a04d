package com.trackingmcp;

import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.InvalidRequestException;
import com.trackingmcp.http.CallContext;
import com.trackingmcp.http.HttpTransport;
import com.trackingmcp.internal.engine.Connections;
import com.trackingmcp.internal.engine.Detection;
import com.trackingmcp.internal.engine.Monitor;
import com.trackingmcp.internal.engine.Searches;
import com.trackingmcp.internal.engine.TrackingEngine;
import com.trackingmcp.model.CarrierMatch;
import com.trackingmcp.model.Outcome;
import com.trackingmcp.model.ProofOfDelivery;
import com.trackingmcp.model.TrackingNumber;
import com.trackingmcp.model.TrackingReference;
import com.trackingmcp.model.TrackingResult;
import com.trackingmcp.observe.CacheStats;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * One client for all connected carriers. Safe for use by many threads; make one and keep it, for it holds connections,
 * tokens and threads, which {@link #close()} ends.
 *
 * <p>What touches one thing returns it or throws a {@link CarrierException}; what touches many returns one
 * {@link Outcome} for each, in the order asked. Each method that waits has an {@code …Async} twin whose future fails
 * with the same exceptions.
 */
public final class TrackingClient extends ConnectionVerbs implements AutoCloseable {
    private final HttpTransport transport;
    private final Connections connections;
    private final Detection detection;
    private final TrackingEngine engine;
    private final Asking asking;
    private @Nullable Shipping shipping;

    record CallSettings(Clock clock, Duration deadline, Duration bulkDeadline, boolean rawJson) {
        /** A call with an id of 32 hexadecimal digits, which need to be unlike others and not unguessable. */
        CallContext call(Duration limit) {
            ThreadLocalRandom random = ThreadLocalRandom.current();
            HexFormat hex = HexFormat.of();
            String id = hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextLong());
            return new CallContext(id, clock.instant().plus(limit), rawJson);
        }
    }

    TrackingClient(
            HttpTransport transport,
            Connections connections,
            Detection detection,
            TrackingEngine engine,
            Searches searches,
            Monitor monitor,
            CallSettings settings) {
        super(
                transport,
                connections,
                monitor,
                new Calls(() -> settings.call(settings.deadline()), connections, transport));
        this.transport = transport;
        this.connections = connections;
        this.detection = detection;
        this.engine = engine;
        this.asking = new Asking(engine, searches, settings, calls(), detection::isLeftToGateways);
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
     * Tracks one parcel, at the carrier its number tells; from what is kept of an answer, where that may still be true
     * ({@link CachePolicy}): its {@code retrievedAt} tells.
     *
     * @param number as printed on the label; spaces, dashes and lower case are fine
     * @throws InvalidRequestException where it is no tracking number, or none of a connected carrier
     * @throws com.trackingmcp.error.TrackingNumberNotFoundException where no carrier asked knows it
     * @throws CarrierException for whatever else went wrong
     */
    public TrackingResult track(String number) {
        return track(TrackingNumber.of(number));
    }

    /** Tracks one parcel, at the carrier the number names or tells; throws as {@link #track(String)} does. */
    public TrackingResult track(TrackingNumber number) {
        Outcome<TrackingResult> known = asking.known(number);
        return known != null
                ? known.orElseThrow()
                : asking.one(number, true).await().get(0).orElseThrow();
    }

    /**
     * The twin of {@link #track(String)}. Many of these at a time travel in as few requests as the carriers allow;
     * cancelling the future gives up what only it needs.
     */
    public CompletableFuture<TrackingResult> trackAsync(String number) {
        return Async.attempt(() -> trackAsync(TrackingNumber.of(number)));
    }

    /** The twin of {@link #track(TrackingNumber)}. */
    public CompletableFuture<TrackingResult> trackAsync(TrackingNumber number) {
        return Async.attempt(() -> {
            Outcome<TrackingResult> known = asking.known(number);
            return known != null
                    ? CompletableFuture.completedFuture(known.orElseThrow())
                    : asking.one(number, false)
                            .map(outcomes -> outcomes.get(0).orElseThrow())
                            .handedOver();
        });
    }

    /**
     * Tracks many parcels of many carriers at once, in as few requests as the carriers allow.
     *
     * @return one outcome per number, in the order of the numbers, whatever fails
     */
    public List<Outcome<TrackingResult>> track(Collection<String> numbers) {
        return asking.many(numbers, TrackingNumber::of, true).await();
    }

    /** The twin of {@link #track(Collection)}. */
    public CompletableFuture<List<Outcome<TrackingResult>>> trackAsync(Collection<String> numbers) {
        return Async.attempt(
                () -> asking.many(numbers, TrackingNumber::of, false).handedOver());
    }

    /** As {@link #track(Collection)}, for numbers that name their carrier or say more. */
    public List<Outcome<TrackingResult>> trackAll(Collection<TrackingNumber> numbers) {
        return asking.many(numbers, Asking::given, true).await();
    }

    /** The twin of {@link #trackAll(Collection)}. */
    public CompletableFuture<List<Outcome<TrackingResult>>> trackAllAsync(Collection<TrackingNumber> numbers) {
        return Async.attempt(() -> asking.many(numbers, Asking::given, false).handedOver());
    }

    /**
     * Tracks numbers that do not fit in memory: reads them as it goes and hands each outcome over with the number as it
     * was given, in order, one at a time, on the caller's thread, which waits for the last of them.
     *
     * <p>The memory it takes does not grow with the numbers: never holds more than 1,200 of them and of their outcomes,
     * and reads no further while the consumer is busy. What the consumer or the iterable throws ends it and comes out of
     * it; what is still under way is given up.
     */
    public void stream(Iterable<String> numbers, BiConsumer<String, Outcome<TrackingResult>> consumer) {
        asking.stream(numbers, TrackingNumber::of, consumer);
    }

    /** As {@link #stream}, for numbers that name their carrier or say more. */
    public void streamAll(
            Iterable<TrackingNumber> numbers, BiConsumer<TrackingNumber, Outcome<TrackingResult>> consumer) {
        asking.stream(numbers, Asking::given, consumer);
    }

    /**
     * Finds all parcels with a reference of the shipper's.
     *
     * @return the parcels found, best first, then one failure for each connection that could not be asked; empty where
     *     nobody knows the reference
     * @throws com.trackingmcp.error.CapabilityNotSupportedException where no connection asked can do this
     */
    public List<Outcome<TrackingResult>> trackByReference(TrackingReference reference) {
        return asking.byReference(reference).await();
    }

    /** The twin of {@link #trackByReference}. */
    public CompletableFuture<List<Outcome<TrackingResult>>> trackByReferenceAsync(TrackingReference reference) {
        return Async.attempt(() -> asking.byReference(reference).handedOver());
    }

    /**
     * The carrier's proof that a parcel was delivered.
     *
     * @throws CarrierException with {@link ErrorCode#DOCUMENT_NOT_FOUND} where there is none (yet), and as
     *     {@link #track(String)} does
     */
    public ProofOfDelivery proofOfDelivery(String number) {
        return proofOfDelivery(TrackingNumber.of(number));
    }

    /** As {@link #proofOfDelivery(String)}, for a number that names its carrier or says more. */
    public ProofOfDelivery proofOfDelivery(TrackingNumber number) {
        return asking.proofOfDelivery(number).await();
    }

    /** The twin of {@link #proofOfDelivery(TrackingNumber)}. */
    public CompletableFuture<ProofOfDelivery> proofOfDeliveryAsync(TrackingNumber number) {
        return Async.attempt(() -> asking.proofOfDelivery(number).handedOver());
    }

    /**
     * Whose a number may be, best first, told from its shape and check digit: no carrier is asked. Carriers behind a gateway
     * are among them once it has told of them.
     *
     * @return empty where the shape is none that is known
     * @throws InvalidRequestException where it is no tracking number
     */
    public List<CarrierMatch> detect(String number) {
        return detection.matches(TrackingNumber.of(number));
    }

    @Override
    synchronized Shipping shipping() {
        if (shipping == null) {
            shipping = new Shipping(connections, transport, calls());
        }
        return shipping;
    }

    /**
     * Erases what the client keeps of a parcel: every answer about this number, also one that is still on its way. The
     * next question goes to the carrier.
     *
     * @throws InvalidRequestException where it is no tracking number
     */
    public void forget(String number) {
        engine.forget(TrackingNumber.of(number));
    }

    /**
     * Erases what a server stores of a parcel it tracks, such as a Karrio server, and what the client keeps of it as
     * {@link #forget} does: the latter also where the former fails.
     *
     * @param number which names its carrier, or is told from
     * @return whether anything was stored
     * @throws com.trackingmcp.error.CapabilityNotSupportedException where the carrier has no such wish: what a carrier itself knows of a
     *     parcel cannot be erased
     * @throws com.trackingmcp.error.OutcomeUnknownException where the answer was lost: asking again tells
     * @throws CarrierException for whatever else went wrong
     */
    public boolean erase(TrackingNumber number) {
        return asking.erase(number).await();
    }

    /** The twin of {@link #erase(TrackingNumber)}; cancelling the future withdraws only what was not sent yet. */
    public CompletableFuture<Boolean> eraseAsync(TrackingNumber number) {
        return Async.attempt(() -> asking.erase(number).handedOver());
    }

    /** Erases every answer the client keeps. */
    public void forgetAll() {
        engine.forgetAll();
    }

    @Override
    public CacheStats cacheStats() {
        return engine.cacheStats();
    }

    /**
     * Ends all threads; calls still pending fail, saying so. Before JDK 21 the thread that reads the network ends once the
     * closed client is no longer referred to.
     */
    @Override
    public void close() {
        transport.close();
    }
}
