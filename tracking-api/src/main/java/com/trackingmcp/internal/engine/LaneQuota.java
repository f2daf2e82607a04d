package com.trackingmcp.internal.engine;

import com.trackingmcp.http.CarrierHttp;
import com.trackingmcp.http.HttpTransport;
import com.trackingmcp.http.QuotaStorage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How long the quota and the pauses of a lane's API would keep a request waiting. Safe for use by many threads. */
final class LaneQuota {
    private final HttpTransport transport;
    private final String connection;
    private final String lane;
    private volatile @Nullable List<CarrierHttp> doors;

    LaneQuota(HttpTransport transport, String connection, String lane) {
        this.transport = transport;
        this.connection = connection;
        this.lane = lane;
    }

    /** What it looks like now. */
    Forecast forecast() {
        List<CarrierHttp> all = doors;
        if (all == null) {
            // a carrier opens its doors when it is connected, before anybody can ask it
            all = transport.doors(connection).stream()
                    .filter(door -> Lanes.leadsTo(lane, door.api()))
                    .toList();
            doors = all;
        }
        return new Forecast(all);
    }

    /** When requests that follow each other could go; for one thread. */
    static final class Forecast {
        private final List<CarrierHttp> doors;
        private int asked;
        private QuotaStorage.Permit answer = QuotaStorage.Permit.now();

        private Forecast(List<CarrierHttp> doors) {
            this.doors = doors;
        }

        /** When the last of so many requests could go. */
        QuotaStorage.Permit last(int requests) {
            if (requests != asked) {
                asked = requests;
                answer = QuotaStorage.Permit.now();
                for (CarrierHttp door : doors) {
                    if (door.mayDelay()) {
                        QuotaStorage.Permit permit = door.forecast(requests);
                        answer = permit.delay().compareTo(answer.delay()) > 0 ? permit : answer;
                    }
                }
            }
            return answer;
        }
    }
}
