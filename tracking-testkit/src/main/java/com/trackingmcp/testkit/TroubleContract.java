package com.trackingmcp.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.trackingmcp.TrackingClient;
import com.trackingmcp.error.AuthenticationException;
import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.CarrierUnavailableException;
import com.trackingmcp.error.MalformedResponseException;
import com.trackingmcp.error.RateLimitedException;
import com.trackingmcp.model.Outcome;
import com.trackingmcp.model.TrackingNumber;
import com.trackingmcp.model.TrackingResult;
import com.trackingmcp.model.TrackingStatus;
import com.trackingmcp.spi.ConfigSource;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every carrier makes of a server that fails, throttles, refuses credentials or talks nonsense. */
abstract class TroubleContract extends TrackingContract {
    @Test
    void a_passing_failure_is_not_noticed() {
        TrackingNumber number = number(Situation.DELIVERED);
        subject.fail(503, 1);
        try (TrackingClient client = client()) {
            assertThat(client.track(number).status()).isEqualTo(TrackingStatus.DELIVERED);
        }
    }

    @Test
    void a_lasting_failure_is_told_as_such_and_never_as_not_found() {
        TrackingNumber number = number(Situation.DELIVERED);
        subject.fail(503, 1_000);
        try (TrackingClient client = client()) {
            assertThatThrownBy(() -> client.track(number))
                    .isInstanceOfSatisfying(CarrierUnavailableException.class, error -> {
                        assertThat(error.retryable()).isTrue();
                        assertThat(error.httpStatus()).hasValue(503);
                        assertThat(error.carrier()).contains(carrier());
                    });
        }
    }

    @Test
    void too_many_requests_are_told_as_such() {
        TrackingNumber number = number(Situation.DELIVERED);
        subject.fail(429, 1_000);
        try (TrackingClient client = client()) {
            assertThatThrownBy(() -> client.track(number)).isInstanceOf(RateLimitedException.class);
        }
    }

    @Test
    void a_page_instead_of_an_answer_is_told_as_such() {
        TrackingNumber number = number(Situation.DELIVERED);
        subject.answerHtml();
        try (TrackingClient client = client()) {
            assertThatThrownBy(() -> client.track(number)).isInstanceOf(MalformedResponseException.class);
        }
    }

    @Test
    void an_expired_token_is_renewed_once() {
        TrackingNumber number = number(Situation.DELIVERED);
        try (TrackingClient client = client()) {
            client.track(number);
            int tokens = subject.tokenRequests();
            assumeTrue(tokens > 0, "this carrier needs no tokens");
            subject.expireTokens();

            assertThat(client.track(number).status()).isEqualTo(TrackingStatus.DELIVERED);
            assertThat(subject.tokenRequests()).isEqualTo(tokens * 2);
        }
    }

    @Test
    void refused_credentials_are_told_without_being_shown() {
        TrackingNumber number = number(Situation.DELIVERED);
        List<String> secrets = secretSettings();
        assertThat(secrets)
                .as("settings whose names tell that they hold credentials")
                .isNotEmpty();
        ConfigSource wrong = key -> subject.config()
                .get(key)
                .map(value -> secrets.contains(key) ? "test-wrong-" + key : value)
                .orElse(null);
        try (TrackingClient client = client(wrong)) {
            assertThatThrownBy(() -> client.track(number))
                    .isInstanceOf(AuthenticationException.class)
                    .satisfies(error -> assertThat(allMessages(error)).doesNotContain("test-wrong-"));
        }
    }

    @Test
    void a_failure_costs_no_number_of_another_batch() {
        TrackingNumber number = number(Situation.DELIVERED);
        try (TrackingClient client = client()) {
            subject.fail(400, 1);
            List<Outcome<TrackingResult>> first = client.trackAll(List.of(number));
            List<Outcome<TrackingResult>> second = client.trackAll(List.of(number));

            assertThat(first.get(0).failure()).containsInstanceOf(CarrierException.class);
            assertThat(second.get(0).isSuccess()).isTrue();
        }
    }

    private static String allMessages(Throwable error) {
        StringBuilder text = new StringBuilder();
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            text.append(cause).append('\n');
        }
        return text.toString();
    }
}
