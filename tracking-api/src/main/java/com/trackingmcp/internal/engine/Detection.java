package com.trackingmcp.internal.engine;

import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.ErrorDetails;
import com.trackingmcp.error.InvalidRequestException;
import com.trackingmcp.internal.detect.LookAlike;
import com.trackingmcp.internal.detect.LookAlikes;
import com.trackingmcp.model.CarrierMatch;
import com.trackingmcp.model.Confidence;
import com.trackingmcp.model.TrackingNumber;
import com.trackingmcp.spi.Carrier;
import com.trackingmcp.spi.CarrierProvider;
import com.trackingmcp.spi.GatewayConnection;
import com.trackingmcp.spi.NumberMatch;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells whose a number may be, and whom to ask about it in which order. Safe for use by many threads. */
public final class Detection {
    private static final Comparator<CarrierMatch> BEST_FIRST = (one, other) -> {
        int surer = other.confidence().compareTo(one.confidence());
        int connected = surer == 0 ? Boolean.compare(other.connected(), one.connected()) : surer;
        return connected == 0 ? one.carrier().compareTo(other.carrier()) : connected;
    };

    private final Connections connections;
    private final List<CarrierProvider> unconnected;

    public Detection(Connections connections, List<CarrierProvider> found) {
        this.connections = connections;
        Set<String> carriers = connections.made().stream()
                .map(carrier -> carrier.profile().carrier())
                .collect(Collectors.toSet());
        this.unconnected = Discovery.inOrder(found).stream()
                .filter(provider -> !carriers.contains(provider.carrierId()))
                .toList();
    }

    /** Every carrier the number may belong to, best first. */
    public List<CarrierMatch> matches(TrackingNumber number) {
        List<CarrierMatch> matches = new ArrayList<>(4);
        for (Carrier carrier : connections.all()) {
            add(matches, carrier.profile().carrier(), match(carrier, number), true);
        }
        for (CarrierProvider provider : unconnected) {
            add(matches, provider.carrierId(), Modules.match(provider, number), false);
        }
        for (LookAlike other : LookAlikes.match(number.value())) {
            add(matches, other.carrier(), other.match(), false);
        }
        if (matches.size() > 1) {
            matches.sort(BEST_FIRST);
        }
        return Collections.unmodifiableList(matches);
    }

    /** Each carrier speaks for itself once: its connection before a module without one, that before a look-alike. */
    private static void add(List<CarrierMatch> matches, String carrier, NumberMatch match, boolean connected) {
        if (!match.matches()) {
            return;
        }
        for (CarrierMatch told : matches) {
            if (told.carrier().equals(carrier)) {
                return;
            }
        }
        matches.add(new CarrierMatch(carrier, match.confidence(), match.family(), match.reason(), connected));
    }

    /**
     * Whom to ask about a number, in stages: everyone in a stage is asked at once, the next stage only where nobody knew
     * the number.
     *
     * <p>A named carrier beats detection. Otherwise every carrier whose check digit holds is asked first, then those
     * whose shape fits; of several connections to one carrier, one after the other.
     *
     * @throws InvalidRequestException where no connected carrier recognises the number
     * @throws com.trackingmcp.error.ConfigurationException where the named carrier is not connected
     */
    public List<List<Carrier>> stages(TrackingNumber number) {
        if (number.carrier().isPresent()) {
            return connections.named(number.carrier().get()).stream()
                    .map(List::of)
                    .toList();
        }
        Map<Integer, List<Carrier>> stages = new TreeMap<>();
        Map<String, Integer> connectionsOfCarrier = new HashMap<>();
        List<Carrier> all = connections.all();
        for (Carrier carrier : all) {
            Confidence confidence = match(carrier, number).confidence();
            if (confidence != Confidence.NONE) {
                int turn = connectionsOfCarrier.merge(carrier.profile().carrier(), 1, Integer::sum);
                int surest = confidence == Confidence.CERTAIN ? 0 : 1;
                stages.computeIfAbsent(surest * all.size() + turn, stage -> new ArrayList<>())
                        .add(carrier);
            }
        }
        if (stages.isEmpty()) {
            throw unrecognised(number);
        }
        return List.copyOf(stages.values());
    }

    /** Behind a gateway, the number tells who moves the parcel: a module that is not connected knows, or a look-alike. */
    private NumberMatch match(Carrier carrier, TrackingNumber number) {
        NumberMatch own = Modules.match(carrier, number);
        Optional<String> mover = carrier.profile().gateway().map(GatewayConnection::mover);
        return own.matches() || mover.isEmpty() ? own : ofMover(mover.get(), number);
    }

    private NumberMatch ofMover(String mover, TrackingNumber number) {
        Stream<NumberMatch> modules = unconnected.stream()
                .filter(provider -> provider.carrierId().equals(mover))
                .map(provider -> Modules.match(provider, number));
        Stream<NumberMatch> lookAlikes = LookAlikes.match(number.value()).stream()
                .filter(other -> other.carrier().equals(mover))
                .map(LookAlike::match);
        return Stream.concat(modules, lookAlikes)
                .filter(NumberMatch::matches)
                .findFirst()
                .orElse(NumberMatch.none());
    }

    /** Whether only somebody behind a gateway may know a number. */
    public boolean isLeftToGateways(TrackingNumber number) {
        return number.carrier().isEmpty()
                && connections.made().stream()
                        .noneMatch(carrier -> Modules.match(carrier, number).matches());
    }

    private CarrierException unrecognised(TrackingNumber number) {
        return connections.unreached().values().stream()
                .findFirst()
                .map(error -> Modules.about(number, error))
                .orElseGet(() -> notDetected(number));
    }

    private InvalidRequestException notDetected(TrackingNumber number) {
        List<CarrierMatch> others = matches(number);
        String reason = others.isEmpty()
                ? "its shape is none that is known"
                : "it looks like a number of " + others.get(0).carrier() + " ("
                        + others.get(0).reason() + "), connected are "
                        + String.join(", ", connections.ids());
        return new InvalidRequestException(
                ErrorDetails.builder(ErrorCode.CARRIER_NOT_DETECTED)
                        .subject(number.value())
                        .argument("reason", reason)
                        .build(),
                null);
    }
}
