package com.trackingmcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.OutcomeUnknownException;
import com.trackingmcp.http.Authorization;
import com.trackingmcp.http.CallContext;
import com.trackingmcp.http.CarrierResponse;
import com.trackingmcp.model.Outcome;
import com.trackingmcp.model.TrackingResult;
import com.trackingmcp.spi.Outcomes;
import com.trackingmcp.testcarrier.ParcelPost;
import com.trackingmcp.testcarrier.ParcelPostCarrier;
import com.trackingmcp.testcarrier.ParcelPostNumbers;
import com.trackingmcp.testcarrier.ParcelPostServer;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ClosingTest {
    @RegisterExtension
    final ParcelPostServer server = new ParcelPostServer();

    private ParcelPostCarrier carrier;

    @RepeatedTest(5)
    void whatIsOnItsWayOrWaitingFailsAndSaysThatTheClientIsClosed() throws Exception {
        TrackingClient client = connect(ParcelPost.at(server.uri()));
        client.track(List.of(ParcelPostNumbers.standard(0)));
        CountDownLatch arrived = server.neverAnswers("/v1/track", 2);
        List<String> numbers =
                IntStream.range(1, 40).mapToObj(ParcelPostNumbers::standard).toList();
        CompletableFuture<List<Outcome<TrackingResult>>> pending = client.trackAsync(numbers);
        assertThat(arrived.await(5, TimeUnit.SECONDS)).isTrue();
        client.close();
        assertThat(pending.get(5, TimeUnit.SECONDS))
                .hasSize(39)
                .allSatisfy(outcome ->
                        assertThat(outcome.failure().orElseThrow().code()).isEqualTo(ErrorCode.CLIENT_CLOSED));
    }

    @Test
    void whatIsAskedOfAClosedClientFails() {
        TrackingClient client = connect(ParcelPost.at(server.uri()));
        client.close();
        client.close();
        String number = ParcelPostNumbers.standard(4711);
        assertThatThrownBy(() -> client.track(number))
                .isInstanceOfSatisfying(
                        CarrierException.class,
                        error -> assertThat(error.code()).isEqualTo(ErrorCode.CLIENT_CLOSED));
        // what another test's client had sent before it was closed may arrive only now
        assertThat(server.requests())
                .noneMatch(request -> request.getBodyAsString().contains(number));
    }

    @Test
    void aPurchaseOnItsWayMayHaveHappened() throws Exception {
        TrackingClient client = connect(ParcelPost.at(server.uri()));
        CountDownLatch arrived = server.neverAnswers("/v1/labels", 1);
        CompletableFuture<CarrierResponse> bought = carrier.buyLabel(call());
        assertThat(arrived.await(5, TimeUnit.SECONDS)).isTrue();
        client.close();
        assertThat(Outcomes.settle(bought).get(5, TimeUnit.SECONDS).failure().orElseThrow())
                .isInstanceOf(OutcomeUnknownException.class);
    }

    @Test
    void aPurchaseThatWasNeverSentDidNotHappen() throws Exception {
        CompletableFuture<Authorization.Header> never = new CompletableFuture<>();
        TrackingClient client = connect(ParcelPost.at(server.uri()).withLogin(new ParcelPost.Other(new Authorization() {
            @Override
            public CompletableFuture<Header> header(CallContext call) {
                return never;
            }

            @Override
            public boolean refused(Header header) {
                return false;
            }
        })));
        CompletableFuture<CarrierResponse> waiting = carrier.buyLabel(call());
        client.close();
        CompletableFuture<CarrierResponse> late = carrier.buyLabel(call());
        for (CompletableFuture<CarrierResponse> purchase : List.of(waiting, late)) {
            assertThat(Outcomes.settle(purchase)
                            .get(5, TimeUnit.SECONDS)
                            .failure()
                            .orElseThrow()
                            .code())
                    .isEqualTo(ErrorCode.CLIENT_CLOSED);
        }
    }

    @Test
    void closingEndsEveryThreadTheClientStarted() throws Exception {
        Set<Thread> started = startedByAClientThatIsClosedByNow();
        assertThat(started)
                .allMatch(Thread::isDaemon)
                .anyMatch(thread -> thread.getName().startsWith("trackingmcp-"))
                .anyMatch(thread -> thread.getName().endsWith("-SelectorManager"));
        for (Thread thread : started) {
            // before JDK 21 the one that reads the network ends when the garbage collector has seen the client go
            for (int wait = 0; wait < 100 && thread.isAlive(); wait++) {
                System.gc();
                thread.join(100);
            }
            assertThat(thread.isAlive()).as(thread.getName()).isFalse();
        }
    }

    /** On its own, so that nothing refers to the client any more. */
    private Set<Thread> startedByAClientThatIsClosedByNow() {
        Set<Thread> before = threads();
        try (TrackingClient client = TrackingClient.builder()
                .config(key -> null)
                .providers(List.of())
                .clock(server.clock())
                .carrier(ParcelPost.carrier(ParcelPost.at(server.uri())))
                .build()) {
            client.track(List.of(ParcelPostNumbers.standard(1)));
            Set<Thread> started = threads();
            started.removeAll(before);
            return started;
        }
    }

    private TrackingClient connect(ParcelPost.Config config) {
        return server.built(server.builder().carrier(context -> {
            carrier = (ParcelPostCarrier) ParcelPost.carrier(config).connect(context);
            return carrier;
        }));
    }

    private CallContext call() {
        return new CallContext(
                "0af7651916cd43dd8448eb211c80319c", server.clock().instant().plus(Duration.ofMinutes(1)), false);
    }

    private static Set<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().matches("trackingmcp-.*|HttpClient-.*"))
                .collect(Collectors.toSet());
    }
}
