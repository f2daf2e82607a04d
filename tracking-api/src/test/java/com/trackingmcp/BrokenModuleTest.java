package com.trackingmcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.ErrorDetails;
import com.trackingmcp.error.InvalidRequestException;
import com.trackingmcp.http.CallContext;
import com.trackingmcp.model.Outcome;
import com.trackingmcp.model.ProofOfDelivery;
import com.trackingmcp.model.TrackingNumber;
import com.trackingmcp.model.TrackingReference;
import com.trackingmcp.model.TrackingResult;
import com.trackingmcp.spi.BatchLane;
import com.trackingmcp.spi.Capability;
import com.trackingmcp.spi.CarrierFactory;
import com.trackingmcp.spi.CarrierProvider;
import com.trackingmcp.spi.ConfigSource;
import com.trackingmcp.spi.NumberMatch;
import com.trackingmcp.testcarrier.LocalCarrier;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BrokenModuleTest {
    private final LocalCarrier good = new LocalCarrier("good");
    private TrackingClient client;

    /** Tracks as the test says. */
    private static final class Broken extends LocalCarrier {
        private final Function<List<TrackingNumber>, CompletableFuture<List<Outcome<TrackingResult>>>> track;

        Broken(Function<List<TrackingNumber>, CompletableFuture<List<Outcome<TrackingResult>>>> track) {
            super("broken");
            this.track = track;
        }

        @Override
        public CompletableFuture<List<Outcome<TrackingResult>>> track(List<TrackingNumber> asked, CallContext call) {
            return track.apply(asked);
        }
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void aModuleThatThrowsCostsItsOwnNumbersOnly() {
        assertCostsItsOwnNumbersOnly(
                new Broken(asked -> {
                    throw new IllegalStateException("a defect");
                }),
                "IllegalStateException");
    }

    @Test
    void aModuleOfAnotherVersionCostsItsOwnNumbersOnly() {
        assertCostsItsOwnNumbersOnly(
                new Broken(asked -> {
                    throw new NoSuchMethodError("gone");
                }),
                "NoSuchMethodError");
    }

    @Test
    void aModuleWhoseFutureFailsCostsItsOwnNumbersOnly() {
        assertCostsItsOwnNumbersOnly(
                new Broken(asked -> CompletableFuture.failedFuture(
                        new CompletionException(new CompletionException(new IllegalStateException("a defect"))))),
                "IllegalStateException");
    }

    @Test
    void aModuleThatAnswersTooFewOrTooManyCostsItsOwnNumbersOnly() {
        assertCostsItsOwnNumbersOnly(
                new Broken(asked -> CompletableFuture.completedFuture(List.of())),
                "asked for 2 numbers, the carrier module answered 0");
        client.close();
        assertCostsItsOwnNumbersOnly(
                new Broken(asked -> CompletableFuture.completedFuture(Collections.nCopies(
                        3, Outcome.failure(new CarrierException(ErrorDetails.of(ErrorCode.UNEXPECTED), null))))),
                "asked for 2 numbers, the carrier module answered 3");
    }

    @Test
    void aModuleThatAnswersNullCostsItsOwnNumbersOnly() {
        assertCostsItsOwnNumbersOnly(new Broken(asked -> null), "NullPointerException");
        client.close();
        assertCostsItsOwnNumbersOnly(new Broken(asked -> CompletableFuture.completedFuture(null)), "answered null");
        client.close();
        assertCostsItsOwnNumbersOnly(
                new Broken(asked ->
                        CompletableFuture.completedFuture(new ArrayList<>(Collections.nCopies(asked.size(), null)))),
                "answered null");
    }

    @Test
    void aModuleWithoutLaneCostsItsOwnNumbersOnly() {
        assertCostsItsOwnNumbersOnly(
                new LocalCarrier("broken") {
                    @Override
                    public BatchLane lane(TrackingNumber number) {
                        throw new IllegalStateException("a defect");
                    }
                },
                "IllegalStateException");
    }

    @Test
    void aModuleThatCannotTellWhatItOffersCostsItsOwnNumbersOnly() {
        assertCostsItsOwnNumbersOnly(
                new LocalCarrier("broken") {
                    @Override
                    public <C extends Capability> Optional<C> capability(Class<C> type) {
                        throw new IllegalStateException("a defect");
                    }
                },
                "IllegalStateException");
    }

    @Test
    void aModuleThatCannotTellItsNumbersClaimsNone() {
        connect(new LocalCarrier("broken").matching(number -> {
            throw new IllegalStateException("a defect");
        }));
        assertThat(client.track("PP1").carrier()).isEqualTo("good");
        assertThat(client.detect("PP1")).extracting(match -> match.carrier()).containsExactly("good");
        client.close();
        connect(new LocalCarrier("broken").matching(number -> null));
        assertThat(client.track("PP1").carrier()).isEqualTo("good");
    }

    @Test
    void aModuleThatNeverAnswersIsWaitedForNoLongerThanTheDeadline() throws Exception {
        client = TrackingClient.builder()
                .config(key -> null)
                .providers(List.of())
                .bulkDeadline(Duration.ofMillis(100))
                .carrier(new Broken(asked -> new CompletableFuture<>()).factory())
                .carrier(good.factory())
                .build();
        List<Outcome<TrackingResult>> outcomes = client.trackAllAsync(
                        List.of(TrackingNumber.of("PP1", "broken"), TrackingNumber.of("PP2", "good")))
                .get(20, TimeUnit.SECONDS);

        assertThat(outcomes.get(0).failure().orElseThrow()).satisfies(error -> {
            assertThat(error.code()).isEqualTo(ErrorCode.DEADLINE_EXCEEDED);
            assertThat(error.carrier()).contains("broken");
            assertThat(error.details().subject()).contains("PP1");
        });
        assertThat(outcomes.get(1).isSuccess()).isTrue();
    }

    @Test
    void aModuleThatNeverAnswersIsNotWaitedForOnceTheClientIsClosed() throws Exception {
        client = TrackingClient.builder()
                .config(key -> null)
                .providers(List.of())
                .carrier(new Broken(asked -> new CompletableFuture<>()).factory())
                .build();
        CompletableFuture<List<Outcome<TrackingResult>>> pending =
                client.trackAllAsync(List.of(TrackingNumber.of("PP1", "broken")));
        client.close();

        assertThat(pending.get(20, TimeUnit.SECONDS)
                        .get(0)
                        .failure()
                        .orElseThrow()
                        .code())
                .isEqualTo(ErrorCode.CLIENT_CLOSED);
    }

    @Test
    void aModuleThatIsNotConnectedAndCannotTellItsNumbersClaimsNone() {
        client = TrackingClient.builder()
                .config(key -> null)
                .providers(List.of(unconnected(number -> {
                    throw new IllegalStateException("a defect");
                })))
                .carrier(good.matching(number -> NumberMatch.none()).factory())
                .build();
        assertThat(client.detect("PP1")).isEmpty();
        assertThatThrownBy(() -> client.track("PP1")).isInstanceOf(InvalidRequestException.class);
    }

    private static CarrierProvider unconnected(Function<TrackingNumber, NumberMatch> match) {
        return new CarrierProvider() {
            @Override
            public String carrierId() {
                return "unconnected";
            }

            @Override
            public List<String> settings() {
                return List.of("UNCONNECTED_KEY");
            }

            @Override
            public Optional<CarrierFactory> configure(ConfigSource config) {
                return Optional.empty();
            }

            @Override
            public NumberMatch match(TrackingNumber number) {
                return match.apply(number);
            }
        };
    }

    @Test
    void aModuleThatBreaksOnceKeepsNoPlaceForEver() {
        LocalCarrier carrier = new Broken(asked -> {
            throw new StackOverflowError();
        });
        client = TrackingClient.builder()
                .config(key -> null)
                .providers(List.of())
                .concurrency(1, 1)
                .carrier(carrier.factory())
                .build();
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> client.track("PP1")).hasMessageContaining("StackOverflowError");
        }
    }

    @Test
    void aModuleThatBreaksOnReferencesAndProofsFailsAlone() {
        connect(new LocalCarrier("broken") {
            @Override
            public boolean tracksByReference() {
                return true;
            }

            @Override
            public CompletableFuture<List<TrackingResult>> trackByReference(
                    TrackingReference reference, CallContext call) {
                throw new IllegalStateException("a defect");
            }

            @Override
            public boolean provesDelivery() {
                return true;
            }

            @Override
            public CompletableFuture<ProofOfDelivery> proofOfDelivery(TrackingNumber number, CallContext call) {
                return null;
            }
        });
        assertThat(client.trackByReference(TrackingReference.of("order 7")))
                .singleElement()
                .satisfies(outcome ->
                        assertThat(outcome.failure().orElseThrow().carrier()).contains("broken"));
        assertThatThrownBy(() -> client.proofOfDelivery("PP1"))
                .isInstanceOf(CarrierException.class)
                .hasMessageContaining("broken: NullPointerException");
    }

    private void assertCostsItsOwnNumbersOnly(LocalCarrier broken, String said) {
        connect(broken.matching(number -> NumberMatch.none()));
        List<Outcome<TrackingResult>> outcomes = client.trackAll(List.of(
                TrackingNumber.of("PP1", "broken"),
                TrackingNumber.of("PP2"),
                TrackingNumber.of("PP3", "broken"),
                TrackingNumber.of("PP4")));
        assertThat(outcomes.get(1).orElseThrow().carrier()).isEqualTo("good");
        assertThat(outcomes.get(3).orElseThrow().carrier()).isEqualTo("good");
        for (int place : new int[] {0, 2}) {
            CarrierException error = outcomes.get(place).failure().orElseThrow();
            assertThat(error.code()).isEqualTo(ErrorCode.UNEXPECTED);
            assertThat(error.details().subject()).contains("PP" + (place + 1));
            assertThat(error).hasMessageContaining(said);
        }
    }

    private void connect(LocalCarrier broken) {
        client = TrackingClient.builder()
                .config(key -> null)
                .providers(List.of())
                .carrier(broken.factory())
                .carrier(good.factory())
                .build();
    }
}
