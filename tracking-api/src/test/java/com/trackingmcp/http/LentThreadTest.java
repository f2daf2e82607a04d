package com.trackingmcp.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.trackingmcp.TrackingClient;
import com.trackingmcp.error.CarrierException;
import com.trackingmcp.testcarrier.ParcelPost;
import com.trackingmcp.testcarrier.ParcelPostNumbers;
import com.trackingmcp.testcarrier.ParcelPostServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LentThreadTest {
    @RegisterExtension
    final ParcelPostServer server = new ParcelPostServer();

    private final LentThread lent = new LentThread();

    @AfterEach
    void leaveNoInterruptBehind() {
        Thread.interrupted();
    }

    @Test
    void cancellingInterruptsTheThreadAndEndingTakesThatBack() {
        assertThat(lent.cancel(true)).isTrue();
        assertThat(Thread.currentThread().isInterrupted()).isTrue();
        assertThat(lent.end()).isTrue();
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void onceItIsOverNothingInterruptsTheThread() {
        assertThat(lent.end()).isFalse();
        assertThat(lent.cancel(true)).isFalse();
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void endingTwiceLeavesAnInterruptOfSomebodyElseAlone() {
        lent.cancel(true);
        lent.end();
        Thread.currentThread().interrupt();
        assertThat(lent.end()).isFalse();
        assertThat(Thread.currentThread().isInterrupted()).isTrue();
    }

    @Test
    void aRequestThatCannotBeBuiltGivesTheThreadBack() {
        ParcelPost.Config config = ParcelPost.at(server.uri())
                .withLogin(new ParcelPost.Other(
                        Authorization.apiKey("X-Key", () -> Secret.of("test-key-with-a-line-end\n"))));
        try (TrackingClient client = server.client(config)) {
            assertThatThrownBy(() -> client.track(ParcelPostNumbers.standard(17)))
                    .isInstanceOf(CarrierException.class);
        }
        // closing would interrupt whoever has not ended by now
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }
}
