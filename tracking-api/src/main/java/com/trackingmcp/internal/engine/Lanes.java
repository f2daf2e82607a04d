package com.trackingmcp.internal.engine;

import com.trackingmcp.observe.CallEvent;
import com.trackingmcp.observe.CallListener;
import com.trackingmcp.observe.LaneStatus;
import com.trackingmcp.spi.Carrier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** All lanes of a client, and what the carriers say about their pace. Safe for use by many threads. */
public final class Lanes implements CallListener {
    /** By connection and name: a record as the key would cost a client's start 15 ms, for its hash is linked at run time. */
    private final Map<String, Map<String, Lane>> lanes = new ConcurrentHashMap<>();

    /** The lane of that name to a connection; where its id led to another one before, a new one. */
    Lane lane(Carrier carrier, String name, Supplier<Lane> maker) {
        Map<String, Lane> named = lanes.computeIfAbsent(Connections.id(carrier), first -> new ConcurrentHashMap<>());
        Lane lane = named.get(name);
        return lane != null && lane.leadsTo(carrier)
                ? lane
                : named.compute(name, (key, last) -> last != null && last.leadsTo(carrier) ? last : maker.get());
    }

    /** Slows the lanes of the API that asked for it: they are named like it, or begin with its name and a dash. */
    @Override
    public void onCall(CallEvent event) {
        if (event.throttled()) {
            lanes.values()
                    .forEach(named -> named.values().forEach(lane -> {
                        if (lane.leadsThrough(event.connection(), event.api())) {
                            lane.throttled();
                        }
                    }));
        }
    }

    static boolean leadsTo(String lane, String api) {
        return lane.equals(api) || lane.startsWith(api) && lane.charAt(api.length()) == '-';
    }

    /** What each lane is doing, by connection and name. */
    public List<LaneStatus> statuses() {
        List<LaneStatus> statuses = new ArrayList<>();
        lanes.values().forEach(named -> named.values().forEach(lane -> statuses.add(lane.status())));
        statuses.sort(Comparator.comparing(LaneStatus::connection).thenComparing(LaneStatus::lane));
        return List.copyOf(statuses);
    }
}
