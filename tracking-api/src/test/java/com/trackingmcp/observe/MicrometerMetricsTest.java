package com.trackingmcp.observe;

import static com.trackingmcp.support.CallEvents.event;
import static com.trackingmcp.support.CallEvents.failure;
import static com.trackingmcp.support.CallEvents.lost;
import static com.trackingmcp.support.CallEvents.success;
import static com.trackingmcp.support.CallEvents.unsent;
import static com.trackingmcp.support.TestClock.START;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.trackingmcp.error.ErrorCode;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MicrometerMetricsTest {
    private static final QuotaStatus.Window SECOND = new QuotaStatus.Window(10, Duration.ofSeconds(1), 7);
    private static final QuotaStatus.Window DAY = new QuotaStatus.Window(5_000, Duration.ofDays(1), -3);

    private final MeterRegistry registry = new SimpleMeterRegistry();
    private long nanos;
    private final MicrometerMetrics metrics = new MicrometerMetrics(registry, Tags.empty(), () -> nanos);
    private final Client client = new Client();

    /** What a client would tell, for a test to change. */
    private static final class Client implements ClientStats {
        private CacheStats cache = CacheStats.NONE;
        private final List<QuotaStatus> quotas = new ArrayList<>();
        private final List<LaneStatus> lanes = new ArrayList<>();
        private int looks;

        @Override
        public CacheStats cacheStats() {
            return cache;
        }

        @Override
        public List<ConnectionHealth> health() {
            looks++;
            return List.of(new ConnectionHealth(
                    "dhl", "dhl-eu", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), quotas));
        }

        @Override
        public List<LaneStatus> lanes() {
            return lanes;
        }

        void quota(Instant pausedUntil, QuotaStatus.Window... windows) {
            quotas.clear();
            quotas.add(new QuotaStatus("dhl-eu", "unified", List.of(windows), Optional.ofNullable(pausedUntil)));
        }
    }

    @Test
    void theDocumentedMetersAndTagsAreAllThereAre() {
        client.quota(null, SECOND);
        client.lanes.add(new LaneStatus("dhl-eu", "track", 4, 2, 10));
        metrics.bind(client);
        metrics.onCall(failure(START, 429, ErrorCode.RATE_LIMITED));
        metrics.onCall(unsent(START, ErrorCode.DEADLINE_EXCEEDED));
        assertThat(registry.getMeters().stream()
                        .map(meter -> meter.getId().getName() + tagKeys(meter))
                        .distinct())
                .containsExactlyInAnyOrder(
                        "trackingmcp.call[api, carrier, connection, error, operation, status]",
                        "trackingmcp.call.queue[api, carrier, connection, operation]",
                        "trackingmcp.call.unsent[api, carrier, connection, error, operation]",
                        "trackingmcp.call.throttled[api, carrier, connection, operation]",
                        "trackingmcp.call.sent[api, carrier, connection, operation]",
                        "trackingmcp.call.received[api, carrier, connection, operation]",
                        "trackingmcp.cache.gets[result]",
                        "trackingmcp.cache.evictions[]",
                        "trackingmcp.cache.entries[]",
                        "trackingmcp.cache.size[]",
                        "trackingmcp.quota.remaining[api, carrier, connection, window]",
                        "trackingmcp.quota.limit[api, carrier, connection, window]",
                        "trackingmcp.quota.paused[api, carrier, connection]",
                        "trackingmcp.lane.waiting[connection, lane]",
                        "trackingmcp.lane.active[connection, lane]",
                        "trackingmcp.lane.limit[connection, lane]");
    }

    private static List<String> tagKeys(Meter meter) {
        return meter.getId().getTags().stream().map(Tag::getKey).toList();
    }

    @Test
    void anAttemptIsTimedByWhatCameOfIt() {
        metrics.onCall(success(START));
        metrics.onCall(success(START));
        metrics.onCall(failure(START, 404, ErrorCode.TRACKING_NUMBER_NOT_FOUND));
        metrics.onCall(lost(START, ErrorCode.CARRIER_UNAVAILABLE));
        var calls = registry.get("trackingmcp.call")
                .tags("carrier", "dhl", "connection", "dhl-eu", "api", "unified", "operation", "track");
        assertThat(calls.tags("status", "2xx", "error", "none").timer())
                .returns(2L, timer -> timer.count())
                .returns(366.0, timer -> timer.totalTime(MILLISECONDS));
        assertThat(registry.get("trackingmcp.call")
                        .tags("status", "4xx", "error", "E-3001")
                        .timer()
                        .count())
                .isEqualTo(1);
        assertThat(registry.get("trackingmcp.call")
                        .tags("status", "none", "error", "E-3003")
                        .timer()
                        .count())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"200,2xx", "299,2xx", "304,3xx", "404,4xx", "503,5xx", "999,other"})
    void aStatusIsToldByItsClass(int status, String name) {
        metrics.onCall(event(START, "dhl-eu", "track", 1, status, null));
        assertThat(registry.get("trackingmcp.call").timer().getId().getTag("status"))
                .isEqualTo(name);
    }

    @Test
    void bytesAreSummedForWhatWasSent() {
        metrics.onCall(success(START));
        metrics.onCall(lost(START, ErrorCode.DEADLINE_EXCEEDED));
        metrics.onCall(unsent(START, ErrorCode.DEADLINE_EXCEEDED));
        assertThat(registry.get("trackingmcp.call.sent").summary())
                .returns(2L, summary -> summary.count())
                .returns(80.0, summary -> summary.totalAmount())
                .returns("bytes", summary -> summary.getId().getBaseUnit());
        assertThat(registry.get("trackingmcp.call.received").summary().totalAmount())
                .isEqualTo(512.0);
    }

    @Test
    void whatWasGivenUpBeforeItWasSentIsCountedAndItsWaitTimed() {
        metrics.onCall(unsent(START, ErrorCode.DEADLINE_EXCEEDED));
        assertThat(registry.get("trackingmcp.call.unsent")
                        .tags("error", "E-3004", "connection", "dhl-eu")
                        .counter()
                        .count())
                .isEqualTo(1.0);
        assertThat(registry.get("trackingmcp.call.queue").timer().totalTime(MILLISECONDS))
                .isEqualTo(20.0);
        assertThat(registry.find("trackingmcp.call").timers()).isEmpty();
    }

    @Test
    void whatTheCarrierThrottledIsCounted() {
        metrics.onCall(success(START));
        assertThat(registry.find("trackingmcp.call.throttled").counters()).isEmpty();
        metrics.onCall(failure(START, 429, ErrorCode.RATE_LIMITED));
        assertThat(registry.get("trackingmcp.call.throttled").counter().count()).isEqualTo(1.0);
    }

    @Test
    void theCacheIsShownAsItIsNow() {
        metrics.bind(client);
        assertThat(cacheGets("hit")).isZero();
        client.cache = new CacheStats(5, 2, 3, 1, 40, 9_000);
        assertThat(cacheGets("hit")).isEqualTo(5);
        assertThat(cacheGets("stale")).isEqualTo(2);
        assertThat(cacheGets("miss")).isEqualTo(3);
        assertThat(registry.get("trackingmcp.cache.evictions").functionCounter().count())
                .isEqualTo(1);
        assertThat(gauge("trackingmcp.cache.entries")).isEqualTo(40);
        assertThat(gauge("trackingmcp.cache.size")).isEqualTo(9_000);
    }

    private double cacheGets(String result) {
        return registry.get("trackingmcp.cache.gets")
                .tag("result", result)
                .functionCounter()
                .count();
    }

    @Test
    void eachLimitOfAQuotaIsShown() {
        client.quota(null, SECOND, DAY);
        metrics.bind(client);
        assertThat(gauge("trackingmcp.quota.remaining", "window", "PT1S")).isEqualTo(7);
        assertThat(gauge("trackingmcp.quota.limit", "window", "PT1S")).isEqualTo(10);
        assertThat(gauge("trackingmcp.quota.remaining", "window", "PT24H")).isEqualTo(-3);
        assertThat(gauge("trackingmcp.quota.limit", "window", "PT24H", "carrier", "dhl"))
                .isEqualTo(5_000);
    }

    @Test
    void aPauseIsShownWhileItLasts() {
        client.quota(null);
        metrics.bind(client);
        assertThat(gauge("trackingmcp.quota.paused", "connection", "dhl-eu", "api", "unified"))
                .isZero();
        client.quota(START);
        aSecondPasses();
        assertThat(gauge("trackingmcp.quota.paused")).isEqualTo(1);
    }

    private void aSecondPasses() {
        nanos += Duration.ofSeconds(1).toNanos();
    }

    @Test
    void metersThatAreReadTogetherTakeOneLookAtTheClient() {
        client.quota(null, SECOND, DAY);
        metrics.bind(client);
        aSecondPasses();
        client.looks = 0;
        for (Meter meter : registry.getMeters()) {
            meter.measure()
                    .forEach(measurement -> assertThat(measurement.getValue()).isNotNaN());
        }
        assertThat(client.looks).isEqualTo(1);
        aSecondPasses();
        gauge("trackingmcp.quota.paused");
        assertThat(client.looks).isEqualTo(2);
    }

    @Test
    void queuesAreShown() {
        client.lanes.add(new LaneStatus("dhl-eu", "track", 4, 2, 10));
        client.lanes.add(new LaneStatus("dhl-eu", "proof", 0, 1, 5));
        metrics.bind(client);
        assertThat(gauge("trackingmcp.lane.waiting", "lane", "track")).isEqualTo(4);
        assertThat(gauge("trackingmcp.lane.active", "lane", "track")).isEqualTo(2);
        assertThat(gauge("trackingmcp.lane.limit", "lane", "proof")).isEqualTo(5);
    }

    @Test
    void whatIsNewIsShownWithTheNextAttemptTenSecondsLater() {
        metrics.bind(client);
        metrics.onCall(success(START));
        client.quota(null, DAY);
        client.lanes.add(new LaneStatus("dhl-eu", "track", 4, 2, 10));
        metrics.onCall(success(START.plusSeconds(9)));
        assertThat(registry.find("trackingmcp.lane.waiting").gauges()).isEmpty();
        metrics.onCall(success(START.plusSeconds(10)));
        assertThat(gauge("trackingmcp.lane.waiting")).isEqualTo(4);
        assertThat(gauge("trackingmcp.quota.remaining")).isEqualTo(-3);
    }

    @Test
    void whatIsGoneIsNoNumber() {
        client.quota(null, DAY);
        client.lanes.add(new LaneStatus("dhl-eu", "track", 4, 2, 10));
        metrics.bind(client);
        client.quotas.clear();
        client.lanes.clear();
        assertThat(gauge("trackingmcp.lane.waiting")).isNaN();
        assertThat(gauge("trackingmcp.quota.remaining")).isNaN();
        assertThat(gauge("trackingmcp.quota.paused")).isNaN();
    }

    private double gauge(String name, String... tags) {
        return registry.get(name).tags(tags).gauge().value();
    }

    @Test
    void twoClientsAreToldApartByATag() {
        try (MicrometerMetrics shop = new MicrometerMetrics(registry, Tags.of("client", "shop"));
                MicrometerMetrics returns = new MicrometerMetrics(registry, Tags.of("client", "returns"))) {
            Client other = new Client();
            other.cache = new CacheStats(0, 0, 0, 0, 17, 0);
            shop.bind(client);
            returns.bind(other);
            returns.onCall(success(START));
            assertThat(gauge("trackingmcp.cache.entries", "client", "shop")).isZero();
            assertThat(gauge("trackingmcp.cache.entries", "client", "returns")).isEqualTo(17);
            assertThat(registry.get("trackingmcp.call").timers()).hasSize(1);
            assertThat(registry.get("trackingmcp.call").tag("client", "returns").timers())
                    .hasSize(1);
        }
    }

    @Test
    void aSecondClientIsRefused() {
        metrics.bind(client);
        assertThatThrownBy(() -> metrics.bind(client))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("a client already");
    }

    @Test
    void closingRemovesItsMetersAndNoOthers() {
        registry.counter("trackingmcp.call.throttled", "of", "others").increment();
        client.quota(null, DAY);
        client.lanes.add(new LaneStatus("dhl-eu", "track", 4, 2, 10));
        metrics.bind(client);
        metrics.onCall(failure(START, 429, ErrorCode.RATE_LIMITED));
        metrics.close();
        metrics.onCall(success(START));
        assertThat(registry.getMeters().stream()
                        .map(meter -> meter.getId().getTags())
                        .collect(Collectors.toList()))
                .containsExactly(List.of(Tag.of("of", "others")));
    }

    @Test
    void anAttemptThatEndsWhileItIsClosedLeavesNoMeter() {
        OwnMeters meters = new OwnMeters(registry, Tags.empty());
        meters.close();
        meters.gauge(
                io.micrometer.core.instrument.Gauge.builder("trackingmcp.cache.entries", client, any -> 1),
                Tags.empty());
        assertThat(registry.getMeters()).isEmpty();
    }
}
