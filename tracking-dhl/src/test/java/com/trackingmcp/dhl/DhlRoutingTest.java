package com.trackingmcp.dhl;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.trackingmcp.TrackingClient;
import com.trackingmcp.error.AuthenticationException;
import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.TrackingNumberNotFoundException;
import com.trackingmcp.model.Outcome;
import com.trackingmcp.model.ProofOfDelivery;
import com.trackingmcp.model.TrackingReference;
import com.trackingmcp.model.TrackingResult;
import com.trackingmcp.model.TrackingStatus;
import com.trackingmcp.spi.BatchLane;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which of DHL's APIs is asked for which number, and who next. */
class DhlRoutingTest extends DhlTestBed {
    private static final String WAYBILL = "7957673080";

    private void expressAnswers(int status, String fixture) {
        dhl.stubFor(get(urlPathEqualTo("/mydhl/tracking")).willReturn(json(status, fixture)));
    }

    private void unifiedAnswers(int status, String fixture) {
        dhl.stubFor(get(urlPathEqualTo("/unified/track/shipments")).willReturn(json(status, fixture)));
    }

    private void ecommerceAnswers(int status, String fixture) {
        dhl.stubFor(post(anyUrl()).willReturn(json(200, "ecommerce/token.json")));
        dhl.stubFor(get(urlPathEqualTo("/ecs/tracking/v4/package/open")).willReturn(json(status, fixture)));
    }

    @ParameterizedTest
    @CsvSource({
        "7957673080, EXPRESS UNIFIED",
        "73891051146, EXPRESS UNIFIED",
        "9876543210, UNIFIED EXPRESS",
        "JD014600006281230704, EXPRESS_PIECE UNIFIED",
        "JJD0099999999999999, UNIFIED EXPRESS_PIECE",
        "JJD000390007882823001, UNIFIED",
        "JVGL0999999999999999, UNIFIED",
        "3SABC0012345678, UNIFIED",
        "00340434161094021501, UNIFIED",
        "RR473124829DE, UNIFIED",
        "GM60511234500000001, ECOMMERCE UNIFIED",
        "GM9E44608A27984866BA2D, ECOMMERCE UNIFIED",
        "60120172242323, ECOMMERCE UNIFIED",
        "420303099261290339722500000011, ECOMMERCE UNIFIED",
        "9374869903500000000000, ECOMMERCE UNIFIED",
        "LX12345678901234, UNIFIED ECOMMERCE",
        "1-254346763_1, UNIFIED",
        "64888, UNIFIED",
        "SOMETHINGELSE1, UNIFIED ECOMMERCE",
    })
    void asksTheApiTheShapeBelongsToFirst(String number, String apis) {
        assertThat(DhlApi.candidates(number, EnumSet.allOf(DhlApi.class)))
                .extracting(DhlApi::name)
                .containsExactly(apis.split(" "));
    }

    @Test
    void eachApiIsALaneWithItsOwnLimit() {
        assertThat(EnumSet.allOf(DhlApi.class))
                .extracting(DhlApi::lane)
                .containsExactly(
                        new BatchLane("express", 50),
                        new BatchLane("express-piece", 50),
                        new BatchLane("ecommerce", 10),
                        new BatchLane("unified", 1));
    }

    @Test
    void asksNobodyElseOnceANumberIsFound() {
        expressAnswers(200, "mydhl/delivered_oldest_first.json");

        client(express(), unified()).track(WAYBILL);

        dhl.verify(1, getRequestedFor(anyUrl()));
    }

    @Test
    void asksTheNextApiForWhatOneDoesNotKnow() {
        expressAnswers(200, "mydhl/batch_of_three_of_five.json");
        unifiedAnswers(200, "unified/parcel_de_delivered.json");

        List<Outcome<TrackingResult>> outcomes = client(express(), unified()).track(List.of(WAYBILL, "5980622760"));

        assertThat(outcomes.get(0).orElseThrow().serviceCode()).contains("P");
        assertThat(outcomes.get(1).orElseThrow().serviceCode()).contains("parcel-de");
        dhl.verify(1, getRequestedFor(urlPathEqualTo("/unified/track/shipments")));
        dhl.verify(getRequestedFor(urlPathEqualTo("/unified/track/shipments"))
                .withQueryParam("trackingNumber", equalTo("5980622760")));
    }

    @Test
    void whatABatchLeavesOverKeepsItsOrderAtTheNextApi() {
        expressAnswers(404, "mydhl/not_found.json");
        unifiedAnswers(200, "unified/parcel_de_delivered.json");
        List<String> numbers = IntStream.range(0, 23)
                .mapToObj(i -> "4000000%02d".formatted(i))
                .map(nine -> nine + Long.parseLong(nine) % 7)
                .toList();

        List<Outcome<TrackingResult>> outcomes = client(express(), unified()).track(numbers);

        assertThat(outcomes)
                .extracting(outcome -> outcome.orElseThrow().number().value())
                .containsExactlyElementsOf(numbers);
        dhl.verify(23, getRequestedFor(urlPathEqualTo("/unified/track/shipments")));
    }

    @Test
    void isNotFoundOnlyWhenAllSaidSo() {
        expressAnswers(404, "mydhl/not_found.json");
        unifiedAnswers(404, "unified/not_found.json");

        assertThat(fails(client(express(), unified()), WAYBILL)).isInstanceOf(TrackingNumberNotFoundException.class);
    }

    @Test
    void reportsTheOneThatFailedWhenNobodyFoundTheNumber() {
        expressAnswers(401, "unified/unauthorized.json");
        unifiedAnswers(404, "unified/not_found.json");
        CarrierException first = fails(client(express(), unified()), WAYBILL);
        assertThat(first).isInstanceOf(AuthenticationException.class);
        assertThat(first.details().subject()).contains(WAYBILL);

        expressAnswers(404, "mydhl/not_found.json");
        unifiedAnswers(401, "unified/unauthorized.json");
        assertThat(fails(client(express(), unified()), WAYBILL)).isInstanceOf(AuthenticationException.class);
    }

    @Test
    void aFailureIsForgottenWhenTheNextOneKnowsTheNumber() {
        ecommerceAnswers(500, "mydhl/process_failure.json");
        unifiedAnswers(200, "unified/label_data_after_first_scan.json");

        TrackingResult parcel = client(ecommerce(), unified()).track("GM60511234500000099");

        assertThat(parcel.status()).isEqualTo(TrackingStatus.IN_TRANSIT);
        assertThat(parcel.carrier()).isEqualTo("dhl");
    }

    @Test
    void threeApisAreOneCarrierAndEachGetsItsOwnNumbers() {
        expressAnswers(200, "mydhl/delivered_oldest_first.json");
        ecommerceAnswers(200, "ecommerce/batch.json");
        unifiedAnswers(200, "unified/parcel_de_delivered.json");
        TrackingClient client = client(express(), ecommerce(), unified());

        List<Outcome<TrackingResult>> outcomes =
                client.track(List.of("00340434161094021501", WAYBILL, "GM60511234500000002"));

        assertThat(client.carriers()).hasSize(1);
        assertThat(outcomes)
                .extracting(outcome -> outcome.orElseThrow().connection())
                .containsOnly("dhl");
        assertThat(outcomes)
                .extracting(outcome -> outcome.orElseThrow().number().value())
                .containsExactly("00340434161094021501", WAYBILL, "GM60511234500000002");
        dhl.verify(3, getRequestedFor(anyUrl()));
    }

    @Test
    void aNumberThatFitsNoConnectedApiIsRefusedUnasked() {
        CarrierException error = fails(client(express()), "00340434161094021501");

        assertThat(error.code()).isEqualTo(ErrorCode.CARRIER_NOT_DETECTED);
        assertThat(error).hasMessageContaining("DHL_API_KEY");
        dhl.verify(0, getRequestedFor(anyUrl()));
    }

    @Test
    void proofOfDeliveryComesFromTheLinksWhereMyDhlHasNone() {
        dhl.stubFor(get(urlPathEqualTo("/mydhl/shipments/" + WAYBILL + "/proof-of-delivery"))
                .willReturn(json(404, "mydhl/not_found.json")));
        unifiedAnswers(200, "unified/parcel_de_delivered.json");

        ProofOfDelivery proof = client(express(), unified()).proofOfDelivery(WAYBILL);

        assertThat(proof.documents().get(0).url()).isPresent();
    }

    @Test
    void noProofAnywhereIsADocumentNotFoundAndAFailureBeatsIt() {
        dhl.stubFor(get(anyUrl()).willReturn(json(404, "mydhl/not_found.json")));
        TrackingClient client = client(express(), unified());
        assertThat(proofFails(client).code()).isEqualTo(ErrorCode.DOCUMENT_NOT_FOUND);

        unifiedAnswers(401, "unified/unauthorized.json");
        assertThat(proofFails(client).code()).isEqualTo(ErrorCode.AUTHENTICATION_FAILED);
    }

    @Test
    void whatTheConnectedApisCannotDoIsNotOffered() {
        dhl.stubFor(post(anyUrl()).willReturn(aResponse().withStatus(500)));
        TrackingClient client = client(ecommerce());

        assertThat(catchThrowableOfType(
                                CarrierException.class, () -> client.proofOfDelivery(number("GM60511234500000002")))
                        .code())
                .isEqualTo(ErrorCode.CAPABILITY_NOT_SUPPORTED);
        assertThat(catchThrowableOfType(
                                CarrierException.class,
                                () -> client(express()).trackByReference(TrackingReference.of("PO-1")))
                        .code())
                .isEqualTo(ErrorCode.CAPABILITY_NOT_SUPPORTED);
    }

    private static CarrierException fails(TrackingClient client, String value) {
        return catchThrowableOfType(CarrierException.class, () -> client.track(number(value)));
    }

    private static CarrierException proofFails(TrackingClient client) {
        return catchThrowableOfType(CarrierException.class, () -> client.proofOfDelivery(number(WAYBILL)));
    }
}
