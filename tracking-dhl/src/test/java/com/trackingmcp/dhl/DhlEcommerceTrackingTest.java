package com.trackingmcp.dhl;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.trackingmcp.TrackingClient;
import com.trackingmcp.error.AuthenticationException;
import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.MalformedResponseException;
import com.trackingmcp.error.RateLimitedException;
import com.trackingmcp.error.TrackingNumberNotFoundException;
import com.trackingmcp.model.AssociatedNumber;
import com.trackingmcp.model.CarrierTime;
import com.trackingmcp.model.DeliveryWindow;
import com.trackingmcp.model.Outcome;
import com.trackingmcp.model.TrackingResult;
import com.trackingmcp.model.TrackingStatus;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DhlEcommerceTrackingTest extends DhlTestBed {
    private static final String POSTAL = "420303099261290339722500000019";
    private static final String GM = "GM60511234500000001";
    private static final String OPEN = "/ecs/tracking/v4/package/open";

    @BeforeEach
    void givesTokens() {
        dhl.stubFor(post(urlPathEqualTo("/ecs/auth/v4/accesstoken")).willReturn(json(200, "ecommerce/token.json")));
    }

    private void answers(int status, String fixture) {
        dhl.stubFor(get(urlPathEqualTo(OPEN)).willReturn(json(status, "ecommerce/" + fixture)));
    }

    @Test
    void fetchesOneTokenByFormAndAsksForTenIdsAtOnce() {
        answers(200, "nothing_known.json");
        List<String> numbers =
                IntStream.range(10, 20).mapToObj(i -> "GM605112345000000" + i).toList();

        client(ecommerce()).track(numbers);

        dhl.verify(
                1,
                postRequestedFor(urlPathEqualTo("/ecs/auth/v4/accesstoken"))
                        .withRequestBody(containing("grant_type=client_credentials"))
                        .withRequestBody(containing("client_id=test-client"))
                        .withRequestBody(containing("client_secret=test-secret"))
                        .withHeader("Authorization", absent()));
        dhl.verify(
                1,
                getRequestedFor(urlPathEqualTo(OPEN))
                        .withQueryParam("trackingId", equalTo(String.join(",", numbers)))
                        .withHeader("Authorization", equalTo("Bearer test-token-1")));
    }

    @Test
    void elevenIdsAreTwoCalls() {
        answers(200, "nothing_known.json");

        List<Outcome<TrackingResult>> outcomes = client(ecommerce())
                .track(IntStream.range(10, 21)
                        .mapToObj(i -> "GM605112345000000" + i)
                        .toList());

        dhl.verify(2, getRequestedFor(urlPathEqualTo(OPEN)));
        assertThat(outcomes)
                .hasSize(11)
                .allSatisfy(outcome -> assertThat(outcome.failure().orElseThrow())
                        .isInstanceOf(TrackingNumberNotFoundException.class));
    }

    @Test
    void idsOfTwoKindsAreTwoCallsAndKeepTheirOrder() {
        answers(200, "batch.json");
        dhl.stubFor(get(urlPathEqualTo(OPEN))
                .withQueryParam("dhlPackageId", equalTo("60120172242323"))
                .willReturn(json(200, "ecommerce/delivered_by_dhl_package_id.json")));

        List<Outcome<TrackingResult>> outcomes = client(ecommerce()).track(List.of(GM, "60120172242323"));

        assertThat(outcomes.get(0).orElseThrow().status()).isEqualTo(TrackingStatus.ON_HOLD);
        assertThat(outcomes.get(1).orElseThrow().status()).isEqualTo(TrackingStatus.DELIVERED);
        dhl.verify(getRequestedFor(urlPathEqualTo(OPEN))
                .withQueryParam("trackingId", equalTo(GM))
                .withQueryParam("dhlPackageId", absent()));
    }

    @Test
    void readsADeliveredPackageWhole() {
        answers(200, "batch.json");

        TrackingResult parcel =
                client(ecommerce()).track(List.of(GM, POSTAL)).get(1).orElseThrow();

        assertThat(parcel.status()).isEqualTo(TrackingStatus.DELIVERED);
        assertThat(parcel.carrierStatusCode()).contains("600");
        assertThat(parcel.deliveredAt()).contains(CarrierTime.parse("2026-03-04T14:05:00-05:00"));
        assertThat(parcel.signedBy()).contains("R SMITH");
        assertThat(parcel.serviceCode()).contains("GND");
        assertThat(parcel.serviceName()).contains("SmartMail Parcel Plus Ground");
        assertThat(parcel.weight()).hasToString("Optional[12.5 oz]");
        assertThat(parcel.dimensions()).hasToString("Optional[10 x 8 x 4 in]");
        assertThat(parcel.destination().orElseThrow().stateOrProvince()).contains("GA");
        assertThat(parcel.associatedNumbers())
                .extracting(AssociatedNumber::type)
                .containsExactly("package_id", "dhl_package_id");
        assertThat(parcel.events())
                .extracting(event -> event.status().word() + " " + event.time().orElseThrow())
                .containsExactly(
                        "delivered 2026-03-04T14:05:00-05:00",
                        "out_for_delivery 2026-03-04T08:00:00-05:00",
                        "label_created 2026-03-03T02:00:00",
                        "in_transit 2026-03-01T01:30:00-08:00");
        assertThat(parcel.events().get(0).reasonText()).contains("FRONT DOOR");
        assertThat(parcel.events().get(3).location().orElseThrow().city()).contains("COMPTON");
    }

    @Test
    void matchesIdsInAnyCaseAndWithoutThePostalCodeBeforeThem() {
        answers(200, "batch.json");

        List<Outcome<TrackingResult>> outcomes =
                client(ecommerce()).track(List.of(GM, "9261290339722500000019", "GM60511234500000009"));

        assertThat(outcomes.get(0).isSuccess()).isTrue();
        assertThat(outcomes.get(1).orElseThrow().status()).isEqualTo(TrackingStatus.DELIVERED);
        assertThat(outcomes.get(2).failure().orElseThrow()).isInstanceOf(TrackingNumberNotFoundException.class);
    }

    @Test
    void aLoneAnswerToALoneQuestionNeedsNoEqualId() {
        answers(200, "delivered_by_dhl_package_id.json");

        assertThat(client(ecommerce()).track("GM60511234500000009").status()).isEqualTo(TrackingStatus.DELIVERED);
    }

    @Test
    void aPackageWithoutEventsIsOnlyAnnounced() {
        answers(200, "batch.json");

        TrackingResult parcel = client(ecommerce())
                .track(List.of("GM60511234500000002", GM))
                .get(0)
                .orElseThrow();

        assertThat(parcel.status()).isEqualTo(TrackingStatus.LABEL_CREATED);
        assertThat(parcel.estimatedDelivery())
                .contains(DeliveryWindow.on(CarrierTime.parse("2026-03-09"), DeliveryWindow.Basis.ESTIMATED));
    }

    @Test
    void readsTheShippersReferenceAndTheUnitInBothSpellings() {
        dhl.stubFor(get(urlPathEqualTo(OPEN)).willReturn(aResponse().withBody("""
            {"total":1,"packages":[{"package":{"trackingId":"GM60511234500000001","customerReference":"PO-77",
             "weight":{"value":"1.5","unitOfMeasurement":"LB"}},"events":[]}]}
            """)));

        TrackingResult parcel = client(ecommerce()).track(GM);

        assertThat(parcel.references())
                .extracting(reference -> reference.type() + " " + reference.value())
                .containsExactly("customer_reference PO-77");
        assertThat(parcel.weight()).hasToString("Optional[1.5 lb]");
    }

    @Test
    void oneRefusedIdDoesNotCostTheOthersOfItsBatch() {
        answers(200, "batch.json");
        dhl.stubFor(get(urlPathEqualTo(OPEN))
                .withQueryParam("trackingId", containing("GM60511234500000009"))
                .willReturn(json(400, "ecommerce/validation_failed.json")));

        List<Outcome<TrackingResult>> outcomes =
                client(ecommerce()).track(List.of(GM, POSTAL, "GM60511234500000009", "GM60511234500000002"));

        assertThat(outcomes).extracting(Outcome::isSuccess).containsExactly(true, true, false, true);
        assertThat(outcomes.get(2).failure().orElseThrow().code()).isEqualTo(ErrorCode.REQUEST_REFUSED);
    }

    @Test
    void whatIsDeliveredAfterItWasSentBackIsBackAtItsSender() {
        dhl.stubFor(get(urlPathEqualTo(OPEN)).willReturn(aResponse().withBody("""
            {"total":1,"packages":[{"package":{"trackingId":"GM60511234500000001"},
             "recipient":{"signedForName":"A SHIPPER"},"events":[
             {"date":"2026-03-04","time":"10:00:00","timeZone":"ET","primaryEventId":600},
             {"date":"2026-03-02","time":"10:00:00","timeZone":"ET","primaryEventId":602}]}]}
            """)));

        TrackingResult parcel = client(ecommerce()).track(GM);

        assertThat(parcel.status()).isEqualTo(TrackingStatus.RETURNED);
        assertThat(parcel.deliveredAt()).isEmpty();
        assertThat(parcel.signedBy()).isEmpty();
    }

    @Test
    void aCutAnswerIsNoWordAboutWhatItLeftOut() {
        dhl.stubFor(get(urlPathEqualTo(OPEN)).willReturn(aResponse().withBody("{\"total\":12,\"packages\":[]}")));

        assertThat(fails(GM)).isInstanceOf(MalformedResponseException.class);
    }

    @Test
    void anUnknownIdIsUnknownAndCountedAndWordsHelpWhereTheIdIsMissing() {
        answers(200, "unknown_code_and_clock_change.json");
        TrackingClient client = client(ecommerce());

        TrackingResult parcel = client.track("GM60511234500000003");

        assertThat(parcel.status()).isEqualTo(TrackingStatus.UNKNOWN);
        assertThat(parcel.carrierStatusCode()).contains("977");
        assertThat(parcel.events())
                .extracting(event -> event.status().word())
                .startsWith("unknown", "in_transit", "in_transit", "label_created");
        assertThat(client.unmappedCodes()).containsKey("dhl:ecommerce:977");
    }

    @Test
    void theHourThatComesTwiceAndTheOneThatNeverComesHaveNoOffset() {
        answers(200, "unknown_code_and_clock_change.json");

        TrackingResult parcel = client(ecommerce()).track("GM60511234500000003");

        assertThat(parcel.events())
                .extracting(event -> event.time().map(CarrierTime::toString).orElse(""))
                .startsWith("2026-11-01T01:30:00", "2026-03-08T02:30:00", "2026-03-07T09:05:00-07:00", "2026-03-06");
        LocalDateTime summer = LocalDateTime.parse("2026-07-01T12:00:00");
        assertThat(DhlEcommerceMapper.offset(summer, "ct")).contains(ZoneOffset.ofHours(-5));
        assertThat(DhlEcommerceMapper.offset(summer, "LT")).isEmpty();
        assertThat(DhlEcommerceMapper.offset(summer, null)).isEmpty();
    }

    @Test
    void refusedCredentialsMayComeAs400() {
        dhl.stubFor(post(anyUrl()).willReturn(json(400, "ecommerce/invalid_credentials_as_400.json")));

        CarrierException error = fails(GM);

        assertThat(error).isInstanceOf(AuthenticationException.class);
        assertThat(error.carrierCode()).contains("400.0000005");
        assertThat(error.details().subject()).contains(GM);
        assertThat(error.toString()).doesNotContain("test-client").doesNotContain("test-secret");
    }

    @Test
    void anExpiredTokenIsRenewedOnce() {
        dhl.stubFor(get(urlPathEqualTo(OPEN))
                .inScenario("expiry")
                .whenScenarioStateIs("Started")
                .willSetStateTo("renewed")
                .willReturn(aResponse().withStatus(401)));
        dhl.stubFor(get(urlPathEqualTo(OPEN))
                .inScenario("expiry")
                .whenScenarioStateIs("renewed")
                .willReturn(json(200, "ecommerce/batch.json")));

        assertThat(client(ecommerce()).track(List.of(GM, POSTAL)).get(0).isSuccess())
                .isTrue();
        dhl.verify(2, postRequestedFor(anyUrl()));
    }

    @Test
    void invalidParametersAreFieldsOfTheError() {
        answers(400, "validation_failed.json");

        CarrierException error = fails(GM);

        assertThat(error.code()).isEqualTo(ErrorCode.REQUEST_REFUSED);
        assertThat(error.carrierCode()).contains("400.0304003");
        assertThat(error.fields()).hasToString("[query.trackingId: invalid format]");
    }

    @Test
    void theGatewaysFaultIsReadToo() {
        answers(429, "gateway_fault.json");

        CarrierException error = fails(GM);

        assertThat(error).isInstanceOf(RateLimitedException.class);
        assertThat(error.carrierCode()).contains("policies.ratelimit.SpikeArrestViolation");
        assertThat(error.carrierText().orElseThrow()).startsWith("Spike arrest violation");
    }

    @Test
    void a404IsNotFound() {
        dhl.stubFor(get(urlPathEqualTo(OPEN)).willReturn(aResponse().withStatus(404)));

        assertThat(fails(GM)).isInstanceOf(TrackingNumberNotFoundException.class);
    }

    private CarrierException fails(String value) {
        TrackingClient client = client(ecommerce());
        return catchThrowableOfType(CarrierException.class, () -> client.track(number(value)));
    }
}
