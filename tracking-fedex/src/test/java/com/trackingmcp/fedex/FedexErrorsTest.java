package com.trackingmcp.fedex;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.trackingmcp.TrackingClient;
import com.trackingmcp.error.AuthenticationException;
import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.RateLimitedException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each way FedEx was seen to say no. */
class FedexErrorsTest {
    private static final String NUMBER = "122816215025810";

    private final FedexServer fedex = new FedexServer();

    @AfterEach
    void stop() {
        fedex.close();
    }

    private CarrierException failure() {
        try (TrackingClient client = fedex.client()) {
            return catchThrowableOfType(CarrierException.class, () -> client.track(NUMBER));
        }
    }

    private static String error(String code, String message) {
        return "{\"transactionId\":\"test-transaction\",\"errors\":[{\"code\":\"%s\",\"message\":\"%s\"}]}"
                .formatted(code, message);
    }

    @ParameterizedTest
    @CsvSource({
        "400, TRACKING.TRACKINGNUMBER.NOTFOUND, TRACKING_NUMBER_NOT_FOUND, false",
        "400, TRACKING.TRACKINGNUMBER.INVALID, INVALID_TRACKING_NUMBER, false",
        "400, TRACKING.TRACKINGNUMBER.EMPTY, INVALID_TRACKING_NUMBER, false",
        "400, ACCOUNT.NUMBER.MISMATCH, REQUEST_REFUSED, false",
        "400, SYSTEM.GENERAL.ERROR, CARRIER_UNAVAILABLE, true",
        "401, NOT.AUTHORIZED.ERROR, AUTHENTICATION_FAILED, false",
        "403, FORBIDDEN.ERROR, ACCESS_DENIED, false",
        "404, NOT.FOUND.ERROR, REQUEST_REFUSED, false",
        "500, INTERNAL.SERVER.ERROR, CARRIER_UNAVAILABLE, true",
        "503, SERVICE.UNAVAILABLE.ERROR, CARRIER_UNAVAILABLE, true"
    })
    void the_usual_body_names_its_code(int status, String code, ErrorCode meaning, boolean retryable) {
        fedex.answer(FedexServer.TRACK, status, error(code, "What FedEx says."));

        CarrierException error = failure();

        assertThat(error.code()).isEqualTo(meaning);
        assertThat(error.carrier()).contains("fedex");
        assertThat(error.carrierCode()).contains(code);
        assertThat(error.carrierText()).contains("What FedEx says.");
        assertThat(error.requestId()).contains("test-transaction");
        assertThat(error.httpStatus()).hasValue(status);
        assertThat(error.retryable()).isEqualTo(retryable);
        assertThat(error.details().operation()).contains("track");
        assertThat(error.details().subject()).contains(NUMBER);
        assertThat(error.details().correlationId()).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "401, APPLICATION.NOTFOUND, AUTHENTICATION_FAILED, false",
        "403, APPLICATION.NOTFOUND, ACCESS_DENIED, false",
        "429, SYSTEM.GENERAL.ERROR, RATE_LIMITED, true",
        "500, TRACKING.TRACKINGNUMBER.NOTFOUND, CARRIER_UNAVAILABLE, true",
        "503, SERVICE.NOTFOUND, CARRIER_UNAVAILABLE, true"
    })
    void a_status_that_is_not_about_the_question_beats_the_code(
            int status, String code, ErrorCode meaning, boolean retryable) {
        fedex.answer(FedexServer.TRACK, status, error(code, "What FedEx says."));

        CarrierException error = failure();

        assertThat(error.code()).isEqualTo(meaning);
        assertThat(error.carrierCode()).contains(code);
        assertThat(error.retryable()).isEqualTo(retryable);
    }

    @Test
    void a_flat_body_names_its_error_too() {
        fedex.answer(FedexServer.TRACK, 404, "{\"error\":\"NOT.FOUND\",\"error_detail\":\"There is no such page.\"}");

        assertThat(failure().carrierText()).contains("There is no such page.");
    }

    @Test
    void a_lone_error_object_is_read_as_a_list_of_one() {
        fedex.answer(FedexServer.TRACK, 403, "{\"errors\":{\"code\":\"FORBIDDEN.ERROR\",\"message\":null}}");

        assertThat(failure().carrierCode()).contains("FORBIDDEN.ERROR");
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 503})
    void a_page_says_as_much_as_its_status(int status) {
        fedex.answer(
                FedexServer.TRACK,
                aResponse()
                        .withStatus(status)
                        .withHeader("Content-Type", "text/html")
                        .withBody("<html><body>No</body></html>"));

        CarrierException error = failure();

        assertThat(error.httpStatus()).hasValue(status);
        assertThat(error.carrierCode()).isEmpty();
    }

    @Test
    void a_page_instead_of_a_token_is_a_refusal_of_the_credentials_that_shows_none_of_them() {
        fedex.answer(
                FedexServer.TOKEN,
                aResponse()
                        .withStatus(401)
                        .withHeader("Content-Type", "text/html")
                        .withBody("<html>test-client-id</html>"));

        CarrierException error = failure();

        assertThat(error).isInstanceOf(AuthenticationException.class);
        assertThat(error.toString()).doesNotContain("test-client");
    }

    @ParameterizedTest
    @CsvSource({
        "'We have received too many requests in a short duration. Please wait a while to try again', PT10S",
        "'Daily transaction quota exceeded. Retry after 12:00AM GMT', PT6H"
    })
    void the_text_tells_how_long_to_wait(String message, Duration wait) {
        fedex.answer(FedexServer.TRACK, 429, error("TOO.MANY.REQUESTS", message));

        CarrierException error = failure();

        assertThat(error).isInstanceOf(RateLimitedException.class);
        assertThat(error.retryAfter()).contains(wait);
        assertThat(error.retryable()).isTrue();
    }

    @Test
    void a_refusal_that_means_too_often_is_read_as_one_whatever_its_status() {
        fedex.answer(
                FedexServer.TRACK,
                403,
                error("FORBIDDEN.ERROR", "We have received too many requests in a short duration."));

        CarrierException error = failure();

        assertThat(error).isInstanceOf(RateLimitedException.class);
        assertThat(error.retryAfter()).contains(Duration.ofSeconds(10));
        assertThat(error.carrierCode()).contains("FORBIDDEN.ERROR");
    }

    @Test
    void a_retry_after_header_beats_the_text() {
        fedex.answer(
                FedexServer.TRACK,
                jsonResponse(error("TOO.MANY.REQUESTS", "Daily quota"), 429).withHeader("Retry-After", "3"));

        assertThat(failure().retryAfter()).contains(Duration.ofSeconds(3));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"errors\":[{\"code\":\"TRACKING.TRACKINGNUMBER.NOTFOUND\",\"message\":\"None.\"}]}",
                "{\"output\":{\"alerts\":\"TRACKING.DATA.NOTFOUND -  Tracking data unavailable\"}}",
                "{\"output\":{\"alerts\":\"TRACKING.DATA.NOTFOUND\"}}",
                "{\"output\":{\"alerts\":[{\"code\":\"TRACKING.DATA.NOTFOUND\",\"message\":\"None.\"}]}}",
                "{\"output\":{\"cxsErrors\":[{\"code\":\"TRACKING.TRACKINGNUMBER.NOTFOUND\",\"message\":\"None.\"}]}}",
                "{\"output\":\"TRACKING.DATA.NOTFOUND - Tracking data unavailable\"}"
            })
    void not_found_for_a_whole_answer_is_a_not_found(String body) {
        fedex.answer(FedexServer.TRACK, 200, body);

        assertThat(failure().code()).isEqualTo(ErrorCode.TRACKING_NUMBER_NOT_FOUND);
    }

    @Test
    void an_error_inside_a_200_is_an_error() {
        fedex.answer(FedexServer.TRACK, 200, error("INTERNAL.SERVER.ERROR", "It broke."));

        CarrierException error = failure();

        assertThat(error.code()).isEqualTo(ErrorCode.CARRIER_UNAVAILABLE);
        assertThat(error.requestId()).contains("test-transaction");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html></html>", "", "[]", "{}", "{\"output\":\"some text\"}", "{\"output\":{}}"})
    void an_answer_that_does_not_speak_of_the_number_is_malformed(String body) {
        fedex.answer(FedexServer.TRACK, 200, body);

        CarrierException error = failure();

        assertThat(error.code()).isEqualTo(ErrorCode.MALFORMED_RESPONSE);
        assertThat(error.carrier()).contains("fedex");
        assertThat(error.details().operation()).contains("track");
    }
}
