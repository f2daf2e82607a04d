package com.trackingmcp.testcarrier;

import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.ErrorDetails;
import com.trackingmcp.http.CallContext;
import com.trackingmcp.model.Outcome;
import com.trackingmcp.model.TrackingNumber;
import com.trackingmcp.model.TrackingResult;
import com.trackingmcp.model.TrackingStatus;
import com.trackingmcp.spi.BatchLane;
import com.trackingmcp.spi.Capability;
import com.trackingmcp.spi.Carrier;
import com.trackingmcp.spi.CarrierFactory;
import com.trackingmcp.spi.CarrierProfile;
import com.trackingmcp.spi.NumberMatch;
import com.trackingmcp.spi.TrackingCapability;
import com.trackingmcp.support.TestClock;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;

/**
 * A carrier that keeps its parcels in this very process: for whom is asked what, and when. Knows every number it matches
 * and says so at once, unless told otherwise; remembers every batch. Safe for use by many threads once it is connected.
 */
public class LocalCarrier implements Carrier, TrackingCapability {
    private final CarrierProfile profile;
    private final Queue<List<String>> batches = new ConcurrentLinkedQueue<>();
    private Function<String, NumberMatch> numbers = number -> NumberMatch.possible("any", "any number");
    private TrackingStatus status = TrackingStatus.IN_TRANSIT;
    private int batchSize = 10;
    private ErrorCode failure;
    private boolean passing;

    public LocalCarrier(String carrier) {
        this(carrier, carrier);
    }

    public LocalCarrier(String carrier, String connection) {
        this.profile = new CarrierProfile(carrier, connection, carrier.toUpperCase(java.util.Locale.ROOT));
    }

    public LocalCarrier certain() {
        return matching(number -> NumberMatch.certain("sure", "a check digit holds"));
    }

    public LocalCarrier matching(Function<String, NumberMatch> match) {
        this.numbers = match;
        return this;
    }

    public LocalCarrier saying(TrackingStatus word) {
        this.status = word;
        return this;
    }

    public LocalCarrier failing(ErrorCode code) {
        this.failure = code;
        return this;
    }

    /** The failure so far, told as one that may pass. */
    public LocalCarrier failingInPassing() {
        this.passing = true;
        return this;
    }

    public LocalCarrier knowingNothing() {
        return failing(ErrorCode.TRACKING_NUMBER_NOT_FOUND);
    }

    public LocalCarrier batchesOf(int size) {
        this.batchSize = size;
        return this;
    }

    public CarrierFactory factory() {
        return context -> this;
    }

    /** The numbers of each batch, in the order of asking. */
    public List<List<String>> batches() {
        return List.copyOf(batches);
    }

    public boolean wasAsked() {
        return !batches.isEmpty();
    }

    @Override
    public CarrierProfile profile() {
        return profile;
    }

    @Override
    public NumberMatch match(TrackingNumber number) {
        return numbers.apply(number.value());
    }

    @Override
    public <C extends Capability> Optional<C> capability(Class<C> type) {
        return type.isInstance(this) ? Optional.of(type.cast(this)) : Optional.empty();
    }

    @Override
    public BatchLane lane(TrackingNumber number) {
        return new BatchLane("all", batchSize);
    }

    @Override
    public CompletableFuture<List<Outcome<TrackingResult>>> track(List<TrackingNumber> asked, CallContext call) {
        batches.add(asked.stream().map(TrackingNumber::value).toList());
        return CompletableFuture.completedFuture(answers(asked));
    }

    protected final List<Outcome<TrackingResult>> answers(List<TrackingNumber> asked) {
        return asked.stream().map(this::answer).toList();
    }

    private Outcome<TrackingResult> answer(TrackingNumber number) {
        if (failure != null) {
            return Outcome.failure(ErrorDetails.builder(failure)
                    .carrier(profile.carrier())
                    .connection(profile.connection())
                    .subject(number.value())
                    .retryable(passing)
                    .toException());
        }
        TrackingResult.Builder result = TrackingResult.builder();
        return Outcome.success(result.number(number)
                .carrier(profile.carrier())
                .connection(profile.connection())
                .status(status)
                .retrievedAt(TestClock.START)
                .build());
    }
}
