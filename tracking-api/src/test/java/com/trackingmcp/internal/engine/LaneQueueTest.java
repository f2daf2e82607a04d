package com.trackingmcp.internal.engine;

import static com.trackingmcp.internal.engine.EngineSamples.asked;
import static com.trackingmcp.internal.engine.EngineSamples.listed;
import static org.assertj.core.api.Assertions.assertThat;

import com.trackingmcp.http.HttpTransport;
import com.trackingmcp.http.QuotaStorage;
import com.trackingmcp.internal.engine.EngineSamples.Asked;
import com.trackingmcp.spi.BatchLane;
import com.trackingmcp.testcarrier.LocalCarrier;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LaneQueueTest {
    private final HttpTransport transport = EngineSamples.transport(QuotaStorage.inMemory());
    private final LocalCarrier carrier = new LocalCarrier("local");
    private final Lane lane = new Lane(carrier, carrier, new BatchLane("all", 2), transport, new Permits(1, 1), null);
    private final LaneQueue queue = new LaneQueue(2);

    @AfterEach
    void close() {
        transport.close();
    }

    @Test
    void whatPeopleWaitForGoesFirstButEveryFourthBatchIsTheLists() {
        for (int i = 0; i < 8; i++) {
            queue.add(listed("LIST" + i).in(lane));
            queue.add(asked("DESK" + i).in(lane));
        }
        assertThat(batches())
                .containsExactly(
                        List.of("DESK0", "DESK1"),
                        List.of("DESK2", "DESK3"),
                        List.of("DESK4", "DESK5"),
                        List.of("LIST0", "LIST1"),
                        List.of("DESK6", "DESK7"),
                        List.of("LIST2", "LIST3"),
                        List.of("LIST4", "LIST5"),
                        List.of("LIST6", "LIST7"));
    }

    @Test
    void whatStandsInBothQueuesTravelsOnce() {
        Ask hurried = listed("LIST1").in(lane);
        queue.add(listed("LIST0").in(lane));
        queue.add(hurried);
        queue.hurry(hurried);
        assertThat(batches()).containsExactly(List.of("LIST1", "LIST0"));
        queue.hurry(hurried);
        assertThat(queue.size()).isZero();
    }

    @Test
    void twoQuestionsAboutOneNumberTravelApart() {
        queue.add(asked("PP1").in(lane));
        queue.add(asked("PP1").in(lane));
        queue.add(asked("PP2").in(lane));
        assertThat(batches()).containsExactly(List.of("PP1", "PP2"), List.of("PP1"));
    }

    @Test
    void whatNobodyWantsAnyMoreIsLeftOutWhereverItStands() {
        List<Asked> all = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            all.add(asked("PP" + i));
            queue.add(all.get(i).in(lane));
        }
        all.get(0).question().cancel();
        all.get(2).question().cancel();
        assertThat(batches()).containsExactly(List.of("PP1", "PP3"), List.of("PP4"));
    }

    @Test
    void oneMoreTravelsWithTheLastOfThoseBeforeIt() {
        Ask waitedFor = asked("PP1").in(lane);
        Ask listed = listed("PP2").in(lane);
        assertThat(queue.batchesUntil(waitedFor)).isEqualTo(1);
        for (int i = 0; i < 3; i++) {
            queue.add(listed("LIST" + i).in(lane));
        }
        assertThat(queue.batchesUntil(waitedFor)).isEqualTo(1);
        assertThat(queue.batchesUntil(listed)).isEqualTo(2);
    }

    private List<List<String>> batches() {
        List<List<String>> batches = new ArrayList<>();
        while (queue.head() != null) {
            batches.add(queue.take().stream().map(ask -> ask.number().value()).toList());
        }
        return batches;
    }
}
