package com.trackingmcp.internal.engine;

import com.trackingmcp.http.Backoff;
import com.trackingmcp.http.CallContext;
import com.trackingmcp.http.HttpTransport;
import com.trackingmcp.http.QuotaStorage;
import com.trackingmcp.model.Outcome;
import com.trackingmcp.model.TrackingNumber;
import com.trackingmcp.model.TrackingResult;
import com.trackingmcp.spi.BatchLane;
import com.trackingmcp.spi.Capability;
import com.trackingmcp.spi.Carrier;
import com.trackingmcp.spi.CarrierProfile;
import com.trackingmcp.spi.NumberMatch;
import com.trackingmcp.spi.TrackingCapability;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * A carrier without a network, whose answers are the test's.
 *
 * @param match whether it takes a number for its own
 * @param lane how many numbers it takes at a time
 * @param answers told its id with each batch
 */
record LocalCarrier(
        String id,
        NumberMatch match,
        int lane,
        Function<String, CompletableFuture<List<Outcome<TrackingResult>>>> answers)
        implements Carrier, TrackingCapability {
    /** What an engine wants to have, and nothing is sent by. */
    static final HttpTransport TRANSPORT = new HttpTransport(
            HttpClient.newHttpClient(),
            Clock.systemUTC(),
            new HttpTransport.Limits(
                    Duration.ofSeconds(30), 1_000, new Backoff(0, Duration.ZERO, () -> 0), Duration.ZERO),
            QuotaStorage.inMemory(),
            event -> {});

    @Override
    public CarrierProfile profile() {
        return new CarrierProfile(id, id, id);
    }

    @Override
    public NumberMatch match(TrackingNumber number) {
        return match;
    }

    @Override
    public <C extends Capability> Optional<C> capability(Class<C> type) {
        return type.isInstance(this) ? Optional.of(type.cast(this)) : Optional.empty();
    }

    @Override
    public BatchLane lane(TrackingNumber number) {
        return new BatchLane("all", lane);
    }

    @Override
    public CompletableFuture<List<Outcome<TrackingResult>>> track(List<TrackingNumber> numbers, CallContext call) {
        return answers.apply(id);
    }
}
