package com.trackingmcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.trackingmcp.error.CapabilityNotSupportedException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.http.CallContext;
import com.trackingmcp.model.Outcome;
import com.trackingmcp.model.TrackingNumber;
import com.trackingmcp.support.Interrupted;
import com.trackingmcp.testcarrier.LocalCarrier;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ErasingTest {
    private static final TrackingNumber NUMBER = TrackingNumber.of("X100000", "store");

    private final CountDownLatch asked = new CountDownLatch(1);
    private CompletableFuture<Boolean> answer = CompletableFuture.completedFuture(true);
    private final TrackingClient client = TrackingClient.builder()
            .providers(List.of())
            .carrier(context -> new Store())
            .carrier(new LocalCarrier("local").factory())
            .build();

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void whatAServerStoresIsErasedAndWhetherThereWasAnythingIsTold() {
        assertThat(client.erase(NUMBER)).isTrue();
        answer = CompletableFuture.completedFuture(false);
        assertThat(client.eraseAsync(NUMBER).join()).isFalse();
    }

    @Test
    void whoStopsWaitingOnceItIsAskedIsNotToldThatNothingWasDone() throws Exception {
        answer = new CompletableFuture<>();

        Outcome<Boolean> told = Interrupted.once(asked, () -> client.erase(NUMBER));

        assertThat(told.failure().orElseThrow().code()).isEqualTo(ErrorCode.OUTCOME_UNKNOWN);
    }

    @Test
    void whoStoresNothingSaysSo() {
        assertThatThrownBy(() -> client.erase(TrackingNumber.of("X100000", "local")))
                .isInstanceOf(CapabilityNotSupportedException.class)
                .hasMessageContaining("store");
    }

    /** A server that stores what it tracks. */
    private final class Store extends LocalCarrier {
        private Store() {
            super("store");
        }

        @Override
        public boolean erases() {
            return true;
        }

        @Override
        public CompletableFuture<Boolean> erase(TrackingNumber number, CallContext call) {
            asked.countDown();
            return answer;
        }
    }
}
