package com.trackingmcp.ups;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.http.Fault;
import com.trackingmcp.error.AuthenticationException;
import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.RateLimitedException;
import com.trackingmcp.error.TrackingNumberNotFoundException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UpsErrorsTest extends UpsTestBed {
    private static String errors(String code, String message) {
        return "{\"response\":{\"errors\":[{\"code\":\"%s\",\"message\":\"%s\"}]}}".formatted(code, message);
    }

    @Test
    void warningWithoutAParcelIsNotFound() {
        CarrierException error = failure(json(fixture("not_found.json")));
        assertThat(error).isInstanceOf(TrackingNumberNotFoundException.class);
        assertThat(error.carrierCode()).hasValue("TW0001");
        assertThat(error.carrierText()).hasValue("Tracking Information Not Found");
        assertThat(error.details().subject()).hasValue(NUMBER);
        assertThat(error.carrier()).hasValue("ups");
        assertThat(error.retryable()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"404,TW0001", "404,TJ001", "400,151018", "400,TV1002", "404,SOMETHING", "500,TJ001"})
    void notFoundHasManyForms(int status, String code) {
        CarrierException error = failure(json(status, errors(code, "No tracking information")));
        assertThat(error).isInstanceOf(TrackingNumberNotFoundException.class);
        assertThat(error.carrierCode()).hasValue(code);
        assertThat(error.httpStatus()).hasValue(status);
        assertThat(error.details().subject()).hasValue(NUMBER);
        assertThat(error.retryable()).isFalse();
    }

    @Test
    void notFoundWithoutABodyIsNotFound() {
        assertThat(failure(aResponse().withStatus(404))).isInstanceOf(TrackingNumberNotFoundException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html><body>Not here</body></html>", "{\"message\":\"no Route matched\"}", "{}", "[]"})
    void answerOfAWrongHostIsNoUnknownNumber(String body) {
        CarrierException error = failure(aResponse().withStatus(404).withBody(body));
        assertThat(error.code()).isEqualTo(ErrorCode.REQUEST_REFUSED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"250002", "250003"})
    void refusedCredentialsAreToldApartWhateverTheStatus(String code) {
        for (int status : new int[] {400, 401, 403}) {
            CarrierException error = failure(json(status, errors(code, "Invalid Authentication Information.")));
            assertThat(error).isInstanceOf(AuthenticationException.class);
            assertThat(error.code()).isEqualTo(ErrorCode.AUTHENTICATION_FAILED);
            assertThat(error.carrierCode()).hasValue(code);
            assertThat(error.retryable()).isFalse();
        }
    }

    @Test
    void blockedMerchantIsDeniedAndNotTriedAgain() {
        CarrierException error = failure(json(403, errors("403001", "Blocked Merchant")));
        assertThat(error.code()).isEqualTo(ErrorCode.ACCESS_DENIED);
        assertThat(error.carrierText()).hasValue("Blocked Merchant");
        assertThat(error.retryable()).isFalse();
    }

    @Test
    void tooManyRequestsIsToldByItsCodeToo() {
        CarrierException error =
                failure(json(403, errors("10429", "Too Many Requests")).withHeader("Retry-After", "7"));
        assertThat(error).isInstanceOf(RateLimitedException.class);
        assertThat(error.retryable()).isTrue();
        assertThat(error.retryAfter()).hasValue(Duration.ofSeconds(7));
        assertThat(failure(json(429, ""))).isInstanceOf(RateLimitedException.class);
    }

    @Test
    void errorsAtTheTopAreReadToo() {
        CarrierException error = failure(json(400, "{\"errors\":{\"code\":9801,\"message\":\"Bad locale \"}}"));
        assertThat(error.code()).isEqualTo(ErrorCode.REQUEST_REFUSED);
        assertThat(error.carrierCode()).hasValue("9801");
        assertThat(error).hasMessageContaining("Bad locale");
    }

    @Test
    void faultsOfOlderServicesAreReadToo() {
        CarrierException error = failure(json(500, """
                {"Fault":{"faultcode":"Client","faultstring":"An exception","detail":{"Errors":{"ErrorDetail":
                 {"Severity":"Hard","PrimaryErrorCode":{"Code":"250003","Description":"Invalid Access License number"}}}}}}"""));
        assertThat(error.code()).isEqualTo(ErrorCode.AUTHENTICATION_FAILED);
        assertThat(error.carrierText()).hasValue("Invalid Access License number");
    }

    @Test
    void tellingCodeAmongSeveralErrorsDecidesAndAllTextsAreKept() {
        CarrierException error = failure(json(400, """
                {"response":{"errors":[{"code":"1","message":"First"},{"code":"TJ001","message":"Second"}]}}"""));
        assertThat(error.code()).isEqualTo(ErrorCode.TRACKING_NUMBER_NOT_FOUND);
        assertThat(error.carrierCode()).hasValue("TJ001");
        assertThat(error.carrierText()).hasValue("First; Second");
    }

    @Test
    void errorsWithStatus200AreErrors() {
        assertThat(failure(json(errors("250002", "Invalid"))).code()).isEqualTo(ErrorCode.AUTHENTICATION_FAILED);
    }

    @ParameterizedTest
    @CsvSource({"500,true", "503,true", "400,false", "401,false"})
    void htmlPagesAreReadByTheirStatus(int status, boolean retryable) {
        CarrierException error = failure(aResponse().withStatus(status).withBody("<html>Error</html>"));
        assertThat(error.retryable()).isEqualTo(retryable);
        assertThat(error.httpStatus()).hasValue(status);
        assertThat(error.details().subject()).hasValue(NUMBER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"trackResponse\":{}}",
                "{\"trackResponse\":{\"shipment\":[]}}",
                "{\"trackResponse\":{\"shipment\":[{\"inquiryNumber\":\"x\"}]}}",
                "{\"trackResponse\":\"down\"}",
                "<html>Maintenance</html>",
                ""
            })
    void answerThatSaysNothingIsMalformed(String body) {
        CarrierException error = failure(json(body));
        assertThat(error.code()).isEqualTo(ErrorCode.MALFORMED_RESPONSE);
        assertThat(error.carrier()).hasValue("ups");
        assertThat(error.details().subject()).hasValue(NUMBER);
    }

    @Test
    void warningNobodyKnowsIsARefusalWithUpssWords() {
        CarrierException error = failure(json("""
                {"trackResponse":{"shipment":[{"warnings":[{"code":"TW9999","message":"Not today"}]}]}}"""));
        assertThat(error.code()).isEqualTo(ErrorCode.REQUEST_REFUSED);
        assertThat(error.carrierCode()).hasValue("TW9999");
        assertThat(error).hasMessageContaining("Not today");
    }

    @Test
    void refusedClientIsToldAndNoParcelIsAskedFor() {
        ups.stubFor(post(urlPathEqualTo("/security/v1/oauth/token"))
                .willReturn(json(401, errors("10401", "ClientId is Invalid"))));
        CarrierException error = failure(json(fixture("not_found.json")));
        assertThat(error.code()).isEqualTo(ErrorCode.AUTHENTICATION_FAILED);
        assertThat(error.carrierText()).hasValue("ClientId is Invalid");
        assertThat(error.getMessage()).doesNotContain("test-secret");
        ups.verify(0, getRequestedFor(anyUrl()));
    }

    @Test
    void missingTokenEndpointIsNoUnknownNumber() {
        ups.stubFor(post(urlPathEqualTo("/security/v1/oauth/token")).willReturn(json(404, "{}")));
        assertThat(failure(json(fixture("not_found.json"))).code()).isEqualTo(ErrorCode.REQUEST_REFUSED);
    }

    @Test
    void brokenConnectionIsUnavailable() {
        CarrierException error = failure(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
        assertThat(error.code()).isEqualTo(ErrorCode.CARRIER_UNAVAILABLE);
        assertThat(error.details().subject()).hasValue(NUMBER);
    }
}
