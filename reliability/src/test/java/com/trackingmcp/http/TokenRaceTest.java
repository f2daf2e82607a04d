package com.trackingmcp.http;

import com.trackingmcp.reliability.race.Races;
import com.trackingmcp.reliability.race.TokenServer;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Validate;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Callers that need a token while it is fetched, answered and refused: one fetch for all who wait, and all get one. */
@EnabledIfSystemProperty(named = "reliability.all", matches = "true")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
public class TokenRaceTest {
    private static final TokenServer SERVER = new TokenServer();
    private static final HttpTransport TRANSPORT = new HttpTransport(
            SERVER,
            Clock.systemUTC(),
            new HttpTransport.Limits(
                    Duration.ofSeconds(30), 10_000, new Backoff(0, Duration.ZERO, () -> 0), Duration.ZERO),
            QuotaStorage.inMemory(),
            event -> {});

    private final OAuth2Tokens tokens = new OAuth2Tokens(
            CarrierHttp.builder(TRANSPORT, "parcelpost", "parcelpost")
                    .baseUri(URI.create("http://127.0.0.1:9"))
                    .build(),
            "/oauth/token",
            OAuth2Tokens.Style.FORM,
            () -> Credentials.of("test-id", "test-secret"));
    private final List<CompletableFuture<Authorization.Header>> waiting = new ArrayList<>();

    public TokenRaceTest() {
        SERVER.reset();
    }

    @Operation
    public void need() {
        CompletableFuture<Authorization.Header> header = tokens.header(new CallContext(
                "0af7651916cd43dd8448eb211c80319c", Instant.now().plusSeconds(60), false));
        synchronized (waiting) {
            waiting.add(header);
        }
    }

    @Operation
    public void answer() {
        SERVER.answer();
    }

    @Operation
    public void refuseTheLast() {
        Authorization.Header last;
        synchronized (waiting) {
            last = waiting.stream()
                    .filter(header -> header.isDone() && !header.isCompletedExceptionally())
                    .reduce((first, second) -> second)
                    .map(CompletableFuture::join)
                    .orElse(null);
        }
        if (last != null) {
            tokens.refused(last);
        }
    }

    @Validate
    public void allGetOneAndNoTwoAreFetchedAtOnce() throws Exception {
        while (SERVER.answer()) {
            // whoever waits still is told
        }
        for (CompletableFuture<Authorization.Header> header : waiting) {
            header.get(10, TimeUnit.SECONDS);
        }
        if (SERVER.mostAtOnce() > 1) {
            throw new IllegalStateException(SERVER.mostAtOnce() + " were fetched at once");
        }
    }

    @Test
    void one_token_is_fetched_for_all_who_wait_under_stress() {
        Races.stress().check(TokenRaceTest.class);
    }
}
