package com.trackingmcp.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.trackingmcp.http.CarrierHttp;
import com.trackingmcp.http.HttpTransport;
import com.trackingmcp.http.Quota;
import com.trackingmcp.http.QuotaStorage;
import com.trackingmcp.observe.QuotaStatus;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class LaneQuotaTest {
    private static final URI SOMEWHERE = URI.create("http://localhost");

    @Test
    void whatTheQuotaLeavesNoRoomForWaitsUntilThereIsSome() {
        try (HttpTransport transport = EngineSamples.transport(QuotaStorage.inMemory())) {
            door(transport, "track");
            LaneQuota.Forecast forecast = new LaneQuota(transport, "fedex", "track").forecast();
            assertThat(forecast.last(1).delay()).isZero();
            assertThat(forecast.last(3).delay()).isGreaterThan(Duration.ofSeconds(1));
        }
    }

    @Test
    void theQuotaOfAnotherApiDoesNotMatter() {
        try (HttpTransport transport = EngineSamples.transport(QuotaStorage.inMemory())) {
            door(transport, "rate");
            assertThat(new LaneQuota(transport, "fedex", "track")
                            .forecast()
                            .last(3)
                            .delay())
                    .isZero();
        }
    }

    @Test
    void whereAStorageBreaksThisProcessForecastsByItself() {
        try (HttpTransport transport = EngineSamples.transport((connection, api, quota) -> new Broken())) {
            door(transport, "track");
            LaneQuota.Forecast forecast = new LaneQuota(transport, "fedex", "track").forecast();
            assertThat(forecast.last(1).delay()).isZero();
            assertThat(forecast.last(3).delay()).isGreaterThan(Duration.ofSeconds(1));
        }
    }

    private static void door(HttpTransport transport, String api) {
        CarrierHttp.builder(transport, "fedex", "fedex")
                .api(api)
                .baseUri(SOMEWHERE)
                .quota(Quota.parse("1/1m"))
                .build();
    }

    /** Throws, which no storage must. */
    private static final class Broken implements QuotaStorage.Budget {
        @Override
        public CompletableFuture<QuotaStorage.Permit> take(Duration longestWait) {
            throw new IllegalStateException("a defect");
        }

        @Override
        public CompletableFuture<QuotaStorage.Permit> estimate(long permits, Duration idle) {
            throw new IllegalStateException("a defect");
        }

        @Override
        public void redeem() {}

        @Override
        public void giveBack() {}

        @Override
        public CompletableFuture<List<QuotaStatus.Window>> remaining() {
            throw new IllegalStateException("a defect");
        }
    }
}
