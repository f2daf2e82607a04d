package com.trackingmcp.internal.engine;

import com.trackingmcp.http.HttpTransport;
import com.trackingmcp.model.Outcome;
import com.trackingmcp.model.TrackingNumber;
import com.trackingmcp.spi.BatchLane;
import com.trackingmcp.spi.Carrier;
import com.trackingmcp.spi.TrackingCapability;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whom to ask about a number, and in which of their lanes. Safe for use by many threads. */
final class Routing {
    private final Connections connections;
    private final Detection detection;
    private final Lanes lanes;
    private final TrackingEngine.Concurrency concurrency;
    private final HttpTransport transport;
    private final Lane.Desk desk;

    /**
     * The ways to these connections.
     *
     * @param lanes holds the lanes, which are made as they are needed
     * @param desk whom the lanes work for
     */
    Routing(
            Connections connections,
            Detection detection,
            Lanes lanes,
            TrackingEngine.Concurrency concurrency,
            HttpTransport transport,
            Lane.Desk desk) {
        this.connections = connections;
        this.detection = detection;
        this.lanes = lanes;
        this.concurrency = concurrency;
        this.transport = transport;
        this.desk = desk;
    }

    /**
     * Whom to ask about a number, as {@link Detection#stages} says.
     *
     * @throws com.trackingmcp.error.CapabilityNotSupportedException where none of them tracks, and as that throws
     */
    List<List<Carrier>> stages(TrackingNumber number) {
        List<List<Carrier>> stages = detection.stages(number);
        if (stages.stream().noneMatch(stage -> stage.stream().anyMatch(Routing::tracks))) {
            List<Carrier> candidates = stages.stream().flatMap(List::stream).toList();
            connections.offering(candidates, TrackingCapability.class, tracking -> true, "tracking");
        }
        return stages;
    }

    private static boolean tracks(Carrier carrier) {
        return carrier.capability(TrackingCapability.class).isPresent();
    }

    /**
     * Finds the lanes for the next stage of a search.
     *
     * @param accompanied whether it goes with others, and need not wait for company
     * @param asks to which what is to be asked is added
     * @return whether anybody can be asked
     */
    boolean route(Search search, boolean accompanied, Map<Lane, List<Ask>> asks) {
        boolean answersToCome = false;
        for (Carrier carrier : search.takeStage()) {
            try {
                Optional<TrackingCapability> tracking = carrier.capability(TrackingCapability.class);
                if (tracking.isEmpty()) {
                    search.passed();
                } else {
                    Lane lane = lane(carrier, tracking.get(), search.number());
                    asks.computeIfAbsent(lane, first -> new ArrayList<>(1)).add(search.ask(lane, accompanied));
                    answersToCome = true;
                }
            } catch (RuntimeException | LinkageError e) {
                search.answered(
                        Outcome.failure(Modules.about(search.number(), Modules.named(carrier, Dispatch.TRACK, e))));
            }
        }
        return answersToCome;
    }

    private Lane lane(Carrier carrier, TrackingCapability tracking, TrackingNumber number) {
        BatchLane batches = tracking.lane(number);
        return lanes.lane(carrier, batches.name(), () -> {
            Permits permits = new Permits(concurrency.start(), concurrency.ceiling());
            return new Lane(carrier, tracking, batches, transport, permits, desk);
        });
    }
}
