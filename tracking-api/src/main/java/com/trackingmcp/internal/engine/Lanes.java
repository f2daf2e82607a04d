package com.trackingmcp.internal.engine;

import com.trackingmcp.observe.CallEvent;
import com.trackingmcp.observe.CallListener;
import com.trackingmcp.observe.LaneStatus;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** All lanes of a client, and what the carriers say about their pace. Safe for use by many threads. */
public final class Lanes implements CallListener {
    private final Map<Key, Lane> lanes = new ConcurrentHashMap<>();

    private record Key(String connection, String lane) {}

    Lane lane(String connection, String name, Supplier<Lane> maker) {
        Key key = new Key(connection, name);
        Lane lane = lanes.get(key);
        return lane != null ? lane : lanes.computeIfAbsent(key, missing -> maker.get());
    }

    /** Slows the lanes of the API that asked for it: they are named like it, or begin with its name and a dash. */
    @Override
    public void onCall(CallEvent event) {
        if (event.throttled()) {
            lanes.forEach((key, lane) -> {
                if (key.connection().equals(event.connection()) && leadsTo(key.lane(), event.api())) {
                    lane.throttled();
                }
            });
        }
    }

    static boolean leadsTo(String lane, String api) {
        return lane.equals(api) || lane.startsWith(api) && lane.charAt(api.length()) == '-';
    }

    /** What each lane is doing, by connection and name. */
    public List<LaneStatus> statuses() {
        List<LaneStatus> statuses = new ArrayList<>();
        lanes.values().forEach(lane -> statuses.add(lane.status()));
        statuses.sort(Comparator.comparing(LaneStatus::connection).thenComparing(LaneStatus::lane));
        return List.copyOf(statuses);
    }
}
