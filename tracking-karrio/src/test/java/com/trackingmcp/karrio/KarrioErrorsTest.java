package com.trackingmcp.karrio;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import com.trackingmcp.error.AuthenticationException;
import com.trackingmcp.error.CapabilityNotSupportedException;
import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.CarrierUnavailableException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.FieldProblem;
import com.trackingmcp.error.InvalidRequestException;
import com.trackingmcp.error.RateLimitedException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KarrioErrorsTest extends KarrioTestBed {
    private static String errors(String code, String message) {
        return "{\"errors\":[{\"code\":\"%s\",\"message\":\"%s\",\"level\":\"error\"}]}".formatted(code, message);
    }

    @Test
    void whatTheCarrierRefusedIsToldInItsWordsAndItsName() {
        CarrierException error = failure(json(424, """
                {"messages":[{"carrier_name":"canadapost","carrier_id":"canada-east","code":"AA004","message":"Bad number"},
                             {"carrier_name":"canadapost","carrier_id":"canada-east","code":"AA005","message":"Try again"}]}"""));

        assertThat(error.code()).isEqualTo(ErrorCode.REQUEST_REFUSED);
        assertThat(error.carrier()).hasValue("karrio:canadapost");
        assertThat(error.details().connection()).hasValue("karrio:canada-east");
        assertThat(error.carrierCode()).hasValue("AA004");
        assertThat(error.carrierText()).hasValue("Bad number (AA004); Try again (AA005)");
        assertThat(error.httpStatus()).hasValue(424);
        assertThat(error.retryable()).isFalse();
    }

    @Test
    void everyMissingFieldIsNamedAsOurRequestsNameIt() {
        CarrierException error = failure(json(400, """
                {"errors":[{"code":"validation","message":"shipper.country_code: This field is required."},
                           {"code":"validation","message":"recipient.address_line1: This field may not be blank."}]}"""));

        assertThat(error.code()).isEqualTo(ErrorCode.MISSING_REQUIRED_FIELDS);
        assertThat(((InvalidRequestException) error).fields())
                .extracting(FieldProblem::path)
                .containsExactly("sender.country", "recipient.lines[0]");
    }

    @Test
    void aWrongFieldIsNamedWithWhatIsWrong() {
        CarrierException error =
                failure(json(400, errors("validation", "parcels[0].weight: A valid number is required: no text.")));

        assertThat(error.code()).isEqualTo(ErrorCode.MALFORMED_REQUEST);
        assertThat(((InvalidRequestException) error).fields())
                .containsExactly(new FieldProblem("parcels[0].weight", "A valid number is required: no text."));
    }

    @Test
    void aRefusalThatNamesNoFieldKeepsItsWords() {
        CarrierException error = failure(json(400, errors("service_unavailable", "The service is not available")));

        assertThat(error.code()).isEqualTo(ErrorCode.REQUEST_REFUSED);
        assertThat(error.carrierCode()).hasValue("service_unavailable");
        assertThat(error.carrierText()).hasValue("The service is not available");
    }

    @Test
    void codesAndMessagesThatAreJsonAreKeptAsText() {
        CarrierException error = failure(
                json(400, "{\"errors\":[{\"code\":{\"weight\":[\"invalid\"]},\"message\":[\"one\",\"two\"]}]}"));

        assertThat(error.carrierCode()).hasValue("{\"weight\":[\"invalid\"]}");
        assertThat(error.carrierText()).hasValue("[\"one\",\"two\"]");
    }

    @Test
    void theThirdFormIsReadToo() {
        assertThat(failure(json(400, "{\"error\":\"Unsupported language: xx\"}"))
                        .carrierText())
                .hasValue("Unsupported language: xx");
    }

    @Test
    void aMessageWithoutTextTellsItsCode() {
        assertThat(failure(json(424, "{\"messages\":[{\"code\":\"SYS01\"}]}")).carrierText())
                .hasValue("SYS01");
    }

    @ParameterizedTest
    @CsvSource({"Tracker not found,tracker", "No Tracking matches the given query.,tracking", "Gone,object"})
    void whatIsNotThereIsNamed(String message, String what) {
        CarrierException error = failure(json(404, errors("not_found", message)));

        assertThat(error.code()).isEqualTo(ErrorCode.OBJECT_NOT_FOUND);
        assertThat(error).hasMessageContaining("no " + what + " with this id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html><body>Not Found</body></html>", "", "{}", "[]", "\"no\""})
    void anAddressThatIsNotThereIsNoUnknownNumber(String body) {
        CarrierException error = failure(aResponse().withStatus(404).withBody(body));

        assertThat(error.code()).isEqualTo(ErrorCode.REQUEST_REFUSED);
        assertThat(error.carrierText())
                .hasValueSatisfying(text ->
                        assertThat(text).contains(karrio.baseUrl() + BASE).doesNotContain("<html>"));
    }

    @Test
    void whatTheCarrierCannotDoIsToldAsThat() {
        assertThat(failure(json(406, errors("error", "not supported by this carrier"))))
                .isInstanceOf(CapabilityNotSupportedException.class);
    }

    @Test
    void aWrongStateIsARefusal() {
        CarrierException error = failure(json(409, errors("state_error", "cannot be purchased again")));

        assertThat(error.code()).isEqualTo(ErrorCode.REQUEST_REFUSED);
        assertThat(error.carrierCode()).hasValue("state_error");
        assertThat(error.httpStatus()).hasValue(409);
    }

    @ParameterizedTest
    @CsvSource({"7,PT7S", ",PT12S"})
    void aThrottledRequestTellsHowLongToWait(String header, Duration wait) {
        var answer = json(429, errors("throttled", "Request was throttled. Expected available in 12 seconds."));
        CarrierException error = failure(header == null ? answer : answer.withHeader("Retry-After", header));

        assertThat(error).isInstanceOf(RateLimitedException.class);
        assertThat(error.details().retryAfter()).hasValue(wait);
        assertThat(error.retryable()).isTrue();
    }

    @Test
    void plainTextIsKeptAndPermissionDenied() {
        CarrierException error = failure(aResponse().withStatus(403).withBody("Invalid token"));

        assertThat(error).isInstanceOf(AuthenticationException.class);
        assertThat(error.code()).isEqualTo(ErrorCode.ACCESS_DENIED);
        assertThat(error.carrierText())
                .hasValueSatisfying(text -> assertThat(text).endsWith("Invalid token"));
    }

    @Test
    void aFeatureThatIsSwitchedOffIsDeniedInTheServersWords() {
        CarrierException error = failure(json(403, errors("permission_denied", "Orders are switched off")));

        assertThat(error.code()).isEqualTo(ErrorCode.ACCESS_DENIED);
        assertThat(error.carrierText()).hasValue("Orders are switched off");
    }

    @Test
    void aFailureOfTheServerIsUnavailable() {
        CarrierException error = failure(json(500, errors("error", "list index out of range")));

        assertThat(error).isInstanceOf(CarrierUnavailableException.class);
        assertThat(error.carrierText()).hasValue("list index out of range");
    }

    @Test
    void theKeyIsInNoErrorThatRepeatsIt() {
        CarrierException error =
                failure(json(424, "{\"messages\":[{\"code\":\"K\",\"message\":\"sent Token test-key\"}]}"));

        assertThat(error.toString() + error.carrierText()).doesNotContain("test-key");
    }
}
