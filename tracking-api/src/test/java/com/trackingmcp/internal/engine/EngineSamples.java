package com.trackingmcp.internal.engine;

import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.ErrorDetails;
import com.trackingmcp.http.Backoff;
import com.trackingmcp.http.CallContext;
import com.trackingmcp.http.HttpTransport;
import com.trackingmcp.http.QuotaStorage;
import com.trackingmcp.model.TrackingNumber;
import com.trackingmcp.spi.Carrier;
import com.trackingmcp.support.TestClock;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Questions in the middle of the engine. */
final class EngineSamples {
    private EngineSamples() {}

    /** On a clock that stands; to be closed. */
    static HttpTransport transport(QuotaStorage quotas) {
        return new HttpTransport(
                HttpClient.newHttpClient(),
                new TestClock(),
                new HttpTransport.Limits(
                        Duration.ofSeconds(30), 1_000, new Backoff(0, Duration.ZERO, () -> 0), Duration.ZERO),
                quotas,
                event -> {});
    }

    /** One caller with one number, and the search for it. */
    record Asked(Question question, Search search) {
        Ask in(Lane lane) {
            return search.ask(lane, false);
        }
    }

    /** Somebody waits for it. */
    static Asked asked(String number) {
        return asked(number, true, TestClock.START.plusSeconds(60));
    }

    /** It stands in a list. */
    static Asked listed(String number) {
        return asked(number, false, TestClock.START.plusSeconds(60));
    }

    static Asked asked(String number, boolean urgent, Instant deadline) {
        Question question =
                new Question(1, new CallContext("0af7651916cd43dd8448eb211c80319c", deadline, false), urgent);
        Search search = new Search(TrackingNumber.of(number), List.of(List.of()), question, new Nobody(), 0);
        question.asked(0, search);
        search.join(question, 0);
        search.takeStage();
        return new Asked(question, search);
    }

    private record Nobody() implements Search.Owner {
        @Override
        public void abandoned(Search search) {}

        @Override
        public CarrierException late(TrackingNumber number, Carrier asked, Instant deadline) {
            return ErrorDetails.of(ErrorCode.DEADLINE_EXCEEDED).toBuilder().toException();
        }
    }
}
