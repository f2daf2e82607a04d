package com.trackingmcp.internal.engine;

import static com.trackingmcp.internal.engine.EngineSamples.asked;
import static com.trackingmcp.internal.engine.EngineSamples.listed;
import static org.assertj.core.api.Assertions.assertThat;

import com.trackingmcp.http.CarrierHttp;
import com.trackingmcp.http.HttpTransport;
import com.trackingmcp.http.Quota;
import com.trackingmcp.http.QuotaStorage;
import com.trackingmcp.internal.engine.EngineSamples.Asked;
import com.trackingmcp.spi.BatchLane;
import com.trackingmcp.support.CapturedLog;
import com.trackingmcp.testcarrier.LocalCarrier;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LaneTest {
    private static final long LONG_ENOUGH = Duration.ofSeconds(1).toNanos();

    private final HttpTransport transport = EngineSamples.transport(QuotaStorage.inMemory());
    private final LocalCarrier carrier = new LocalCarrier("local");
    private final Desk desk = new Desk();
    private Runnable whenTheTimeIsRead = () -> {};
    private long later;

    /** Remembers what it is told. */
    private static final class Desk implements Lane.Desk {
        private final List<List<String>> sent = new ArrayList<>();
        private final List<Lane.Refused> refused = new ArrayList<>();
        private Error broken;

        @Override
        public void send(Lane lane, List<Ask> batch) {
            if (broken != null) {
                throw broken;
            }
            sent.add(batch.stream().map(ask -> ask.number().value()).toList());
        }

        @Override
        public void refuse(Lane lane, List<Lane.Refused> late) {
            refused.addAll(late);
        }
    }

    @AfterEach
    void close() {
        transport.close();
    }

    @Test
    void aLaneGoesOnWhereTheOnlyNumberThatMayGoIsCancelledAsItIsTaken() {
        Lane lane = lane(10, 2);
        lane.ask(List.of(asked("PP1").in(lane)));
        Asked second = asked("PP2");
        // whether a number that is alone waits for company is the last that is asked before it is taken
        whenTheTimeIsRead = second.question()::cancel;
        later = LONG_ENOUGH;
        lane.ask(List.of(second.in(lane)));
        assertThat(second.search().isAbandoned()).isTrue();
        assertThat(desk.sent).containsExactly(List.of("PP1"));
        assertThat(lane.status().inFlight()).isEqualTo(1);

        lane.ask(List.of(asked("PP3").in(lane)));
        assertThat(desk.sent).containsExactly(List.of("PP1"), List.of("PP3"));
    }

    @Test
    void aBatchOfOneIsNotSentWhereItsNumberIsCancelledAsItIsTaken() {
        Lane lane = lane(1, 2);
        Asked only = asked("PP1");
        LaneQueue queue = new LaneQueue(1);
        queue.add(only.in(lane));
        assertThat(queue.head()).isNotNull();
        only.question().cancel();
        assertThat(queue.take()).isEmpty();
        assertThat(queue.head()).isNull();
    }

    @Test
    void aBatchThatCannotBeSentGivesItsPlaceBack() {
        Lane lane = lane(10, 1);
        desk.broken = new StackOverflowError("a defect");
        try (CapturedLog log = CapturedLog.open()) {
            for (int i = 0; i < 3; i++) {
                lane.ask(List.of(asked("PP" + i).in(lane)));
            }
            assertThat(log.text()).contains("A batch for local was not sent");
        }
        assertThat(lane.status().inFlight()).isZero();
        desk.broken = null;
        lane.ask(List.of(asked("PP9").in(lane)));
        assertThat(desk.sent).containsExactly(List.of("PP9"));
    }

    @Test
    void aLaneThatIsFullRefusesAnyMoreAtOnceAndTakesThemAgainWhenThereIsRoom() {
        Lane lane = lane(10, 1);
        lane.ask(List.of(asked("PP1").in(lane)));
        Asked many = listed("PP2");
        lane.ask(Collections.nCopies(LaneQueue.MOST_WAITING, many.in(lane)));
        assertThat(desk.refused).isEmpty();
        assertThat(lane.status().waiting()).isEqualTo(500_000);

        Asked tooMany = asked("PP3");
        lane.ask(List.of(tooMany.in(lane)));
        assertThat(desk.refused).singleElement().satisfies(refused -> {
            assertThat(refused.ask().search()).isSameAs(tooMany.search());
            assertThat(refused.reason()).isEqualTo("500000 numbers wait for it already");
            assertThat(refused.retryAfter()).isEmpty();
        });

        many.question().cancel();
        lane.ask(List.of(asked("PP4").in(lane)));
        assertThat(desk.refused).hasSize(1);
        assertThat(lane.status().waiting()).isEqualTo(1);
    }

    @Test
    void whatIsRefusedIsNotSentThoughSomebodyWasInAHurry() {
        Lane lane = lane(10, 1);
        lane.ask(List.of(asked("PP1").in(lane)));
        lane.ask(Collections.nCopies(LaneQueue.MOST_WAITING, listed("PP2").in(lane)));
        Ask hurried = listed("PP3").in(lane);
        lane.hurry(hurried);
        lane.ask(List.of(hurried));
        assertThat(desk.refused).hasSize(1);
        lane.returned(1);
        assertThat(desk.sent).containsExactly(List.of("PP1"), List.of("PP2"));
    }

    @Test
    void aBatchOnItsWayToTheQuotaHasItsPlaceThereAlready() {
        CarrierHttp.builder(transport, "local", "local")
                .api("all")
                .baseUri(URI.create("http://localhost"))
                .quota(Quota.parse("1/1m"))
                .build();
        Lane lane = lane(1, 1);
        lane.ask(List.of(asked("PP1").in(lane)));
        assertThat(desk.sent).containsExactly(List.of("PP1"));
        lane.ask(List.of(asked("PP2").in(lane)));
        assertThat(desk.refused).isEmpty();
        lane.ask(List.of(asked("PP3").in(lane)));
        assertThat(desk.refused)
                .singleElement()
                .satisfies(refused -> assertThat(refused.retryAfter()).hasValue(Duration.ofMinutes(2)));
    }

    private Lane lane(int batchSize, int atOnce) {
        BatchLane batches = new BatchLane("all", batchSize);
        return new Lane(carrier, carrier, batches, transport, new Permits(atOnce, atOnce), desk, () -> {
            whenTheTimeIsRead.run();
            return System.nanoTime() + later;
        });
    }
}
