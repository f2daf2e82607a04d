package com.trackingmcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.trackingmcp.error.CapabilityNotSupportedException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.ErrorDetails;
import com.trackingmcp.error.FieldProblem;
import com.trackingmcp.error.InvalidRequestException;
import com.trackingmcp.error.OutcomeUnknownException;
import com.trackingmcp.http.CallContext;
import com.trackingmcp.model.Manifest;
import com.trackingmcp.model.ManifestRequest;
import com.trackingmcp.spi.ManifestCapability;
import com.trackingmcp.spi.PickupCapability;
import com.trackingmcp.spi.RequestCheck;
import com.trackingmcp.testcarrier.Desk;
import com.trackingmcp.testcarrier.Vans;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A day is closed once, by a carrier that has such a thing. */
class ManifestsTest {
    private static final LocalDate DAY = LocalDate.parse("2026-03-02");

    /** Closes days as a test tells it to. */
    private static final class Day implements ManifestCapability {
        private final AtomicInteger closed = new AtomicInteger();
        private CompletableFuture<Manifest> answer = CompletableFuture.completedFuture(
                Manifest.builder().carrier("post").connection("post").date(DAY).build());

        @Override
        public void check(ManifestRequest request, RequestCheck check) {
            if (!request.trackingNumbers().isEmpty()) {
                check.wrong("tracking_numbers", "are given, but all of the day is closed");
            }
        }

        @Override
        public CompletableFuture<Manifest> close(ManifestRequest request, CallContext call) {
            closed.incrementAndGet();
            return answer;
        }
    }

    private final Day day = new Day();
    private final TrackingClient client = TrackingClient.builder()
            .providers(List.of())
            .carrier(new Desk("post").offering(ManifestCapability.class, day).factory())
            .carrier(new Desk("rail")
                    .offering(PickupCapability.class, new Vans("rail"))
                    .factory())
            .build();

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void aDayIsClosedOnceByTheOneThatCan() {
        assertThat(client.manifests()
                        .close(ManifestRequest.builder().date(DAY).build())
                        .date())
                .isEqualTo(DAY);
        assertThat(day.closed).hasValue(1);
    }

    @Test
    void allThatIsMissingIsToldAtOnce() {
        InvalidRequestException refusal = catchThrowableOfType(
                InvalidRequestException.class,
                () -> client.manifests()
                        .close(ManifestRequest.builder()
                                .addTrackingNumbers("1Z")
                                .build()));
        assertThat(refusal.fields()).extracting(FieldProblem::path).containsExactly("date", "tracking_numbers");
        assertThat(day.closed).hasValue(0);
    }

    @Test
    void aLostAnswerNamesTheDay() {
        day.answer = CompletableFuture.failedFuture(
                ErrorDetails.builder(ErrorCode.MALFORMED_RESPONSE).toException());
        assertThatThrownBy(() -> client.manifests().close(ManifestRequest.of("post", DAY)))
                .isInstanceOf(OutcomeUnknownException.class)
                .hasMessageContaining("the manifest of 2026-03-02");
        assertThat(day.closed).hasValue(1);
    }

    @Test
    void whoHasNoSuchThingSaysSoAndNamesWhoHas() {
        assertThatThrownBy(() -> client.manifests().close(ManifestRequest.of("rail", DAY)))
                .isInstanceOf(CapabilityNotSupportedException.class)
                .hasMessageContaining("closing a day (manifests)")
                .hasMessageContaining("post");
        assertThatThrownBy(() -> client.manifests().reprint(ManifestRequest.of("post", DAY)))
                .isInstanceOf(CapabilityNotSupportedException.class)
                .hasMessageContaining("printing manifests again")
                .hasMessageContaining("none connected");
    }
}
