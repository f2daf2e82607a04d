package com.trackingmcp.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OriginTest {
    private final HttpTransport transport = new HttpTransport(
            HttpClient.newHttpClient(),
            Clock.systemUTC(),
            new HttpTransport.Limits(
                    Duration.ofSeconds(30), 1_000, new Backoff(0, Duration.ZERO, () -> 0), Duration.ZERO),
            QuotaStorage.inMemory(),
            event -> {});
    private final Origin origin = new Origin(transport, false);

    @AfterEach
    void close() {
        transport.close();
    }

    @Test
    void oneRequestGoesAheadAndTheOthersWaitForItsConnection() {
        assertThat(origin.turn()).isNull();
        CompletableFuture<Void> second = origin.turn();
        CompletableFuture<Void> third = origin.turn();
        assertThat(second).isNotDone();
        origin.ended(HttpClient.Version.HTTP_2);
        assertThat(second).isCompleted();
        assertThat(third).isCompleted();
        assertThat(origin.turn()).isNull();
    }

    @Test
    void whoeverWaitsGoesWhereTheFirstFails() {
        origin.turn();
        CompletableFuture<Void> second = origin.turn();
        origin.ended(null);
        assertThat(second).isCompleted();
    }

    @Test
    void afterAFailureAnotherGoesAheadOnceNobodyIsOnTheWay() {
        origin.turn();
        origin.ended(null);
        assertThat(origin.turn()).isNull();
        assertThat(origin.turn()).isNotNull().isNotDone();
    }

    @Test
    void aHostOfTheOlderProtocolIsNeverWaitedFor() {
        origin.turn();
        origin.ended(HttpClient.Version.HTTP_1_1);
        assertThat(origin.turn()).isNull();
        assertThat(origin.turn()).isNull();
        Origin plain = new Origin(transport, true);
        assertThat(plain.turn()).isNull();
        assertThat(plain.turn()).isNull();
    }
}
