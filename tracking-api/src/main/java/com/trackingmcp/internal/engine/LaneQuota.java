package com.trackingmcp.internal.engine;

import com.trackingmcp.http.CarrierHttp;
import com.trackingmcp.http.HttpTransport;
import com.trackingmcp.http.QuotaStorage;
import java.util.List;

/** How long the quota and the pauses of a lane's API would keep a request waiting. Safe for use by many threads. */
final class LaneQuota {
    private final HttpTransport transport;
    private final String connection;
    private final String lane;

    LaneQuota(HttpTransport transport, String connection, String lane) {
        this.transport = transport;
        this.connection = connection;
        this.lane = lane;
    }

    /** What it looks like now. */
    Forecast forecast() {
        List<CarrierHttp> held = transport.doors(connection).stream()
                .filter(door -> Lanes.leadsTo(lane, door.api()) && door.mayDelay())
                .toList();
        return new Forecast(held);
    }

    /** When requests that follow each other could go; for one thread. */
    static final class Forecast {
        private final List<CarrierHttp> held;
        private int asked;
        private QuotaStorage.Permit answer = QuotaStorage.Permit.now();

        private Forecast(List<CarrierHttp> held) {
            this.held = held;
        }

        /** When the last of so many requests could go. */
        QuotaStorage.Permit last(int requests) {
            if (requests != asked && !held.isEmpty()) {
                asked = requests;
                answer = QuotaStorage.Permit.now();
                for (CarrierHttp door : held) {
                    QuotaStorage.Permit permit = door.forecast(requests);
                    answer = permit.delay().compareTo(answer.delay()) > 0 ? permit : answer;
                }
            }
            return answer;
        }
    }
}
