package com.trackingmcp.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.trackingmcp.testkit.SandboxClient.Answer;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FedexWireTest {

    private static final String TRACK = "/track/v1/trackingnumbers";

    private final CarrierSandbox sandbox = CarrierSandbox.start();
    private final SandboxClient client = new SandboxClient(sandbox.settings());

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void tokenIsIssuedForCredentialsInTheForm() {
        Answer answer = client.fedexToken(client.setting("FEDEX_CLIENT_SECRET"));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("expires_in").isInt()).isTrue();
        assertThat(answer.at("/token_type")).isEqualTo("bearer");
    }

    @Test
    void wrongCredentialsAreRefusedWithFedexsCode() {
        Answer answer = client.fedexToken("test-wrong");
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.at("/errors/0/code")).isEqualTo("NOT.AUTHORIZED.ERROR");
    }

    @Test
    void tokenGrowsOldOnTheTestClock() {
        String token = client.fedexToken();
        String body = SandboxClient.trackingInfo(List.of(SandboxNumbers.FEDEX_DELIVERED));
        assertThat(client.fedex(token, TRACK, body).status()).isEqualTo(200);
        sandbox.advance(Duration.ofHours(1));
        Answer late = client.fedex(token, TRACK, body);
        assertThat(late.status()).isEqualTo(401);
        assertThat(late.at("/errors/0/code")).isEqualTo("NOT.AUTHORIZED.ERROR");
    }

    @Test
    void tokensOfOneCarrierCanBeExpiredAlone() {
        String fedex = client.fedexToken();
        String ups = client.upsToken();
        sandbox.expireTokens("fedex");
        assertThat(client.fedex(fedex, TRACK, "{}").status()).isEqualTo(401);
        assertThat(client.send(client.ups(ups, "/api/track/v1/details/" + SandboxNumbers.UPS_DELIVERED))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void moreThanThirtyNumbersAreTooMany() {
        List<String> numbers = Collections.nCopies(31, SandboxNumbers.FEDEX_DELIVERED);
        assertThat(client.fedexTrack(numbers.toArray(String[]::new)).status()).isEqualTo(400);
        assertThat(client.fedexTrack(numbers.subList(0, 30).toArray(String[]::new))
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not json",
                "[]",
                "{\"trackingInfo\":[{\"trackingNumberInfo\":{\"trackingNumber\":\"122816215025810\"}}]}",
                "{\"includeDetailedScans\":\"true\",\"trackingInfo\":[{\"trackingNumberInfo\":"
                        + "{\"trackingNumber\":\"122816215025810\"}}]}",
                "{\"includeDetailedScans\":true,\"trackingInfo\":[]}",
                "{\"includeDetailedScans\":true,\"trackingInfo\":[{\"trackingNumberInfo\":{\"trackingNumber\":1}}]}",
                "{\"includeDetailedScans\":true,\"trackingInfo\":[{\"trackingNumber\":\"122816215025810\"}]}"
            })
    void requestsNotInFedexsShapeAreRefused(String body) {
        Answer answer = client.fedex(client.fedexToken(), TRACK, body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.at("/errors/0/code")).matches("[A-Z]+(\\.[A-Z]+)+");
        assertThat(answer.at("/customerTransactionId")).isEqualTo("test-call");
    }

    @Test
    void bodyMustBeDeclaredAsJson() {
        Answer answer = client.send(client.to("FEDEX_BASE_URL", TRACK)
                .header("Authorization", "Bearer " + client.fedexToken())
                .POST(BodyPublishers.ofString(SandboxClient.trackingInfo(List.of(SandboxNumbers.FEDEX_DELIVERED)))));
        assertThat(answer.status()).isEqualTo(400);
    }

    @Test
    void unknownNumberIsAnErrorInsideASuccessAndSparesItsNeighbours() {
        JsonNode results = client.fedexTrack(SandboxNumbers.FEDEX_NOT_FOUND, SandboxNumbers.FEDEX_DELIVERED)
                .json()
                .at("/output/completeTrackResults");
        assertThat(results.at("/0/trackResults/0/error/code").asText()).isEqualTo("TRACKING.TRACKINGNUMBER.NOTFOUND");
        assertThat(results.at("/1/trackResults/0/latestStatusDetail/code").asText())
                .isEqualTo("DL");
    }

    @Test
    void scansComeNewestFirstWithTheOffsetOfTheirPlace() {
        JsonNode parcel = client.fedexParcel(SandboxNumbers.FEDEX_DELIVERED);
        JsonNode scans = parcel.path("scanEvents");
        assertThat(scans.findValuesAsText("eventType")).containsExactly("DL", "OD", "AR", "AR", "DP", "PU", "OC");
        List<OffsetDateTime> dates = scans.findValuesAsText("date").stream()
                .map(OffsetDateTime::parse)
                .toList();
        assertThat(dates).isSortedAccordingTo(Collections.reverseOrder(OffsetDateTime.timeLineOrder()));
        assertThat(parcel.at("/deliveryDetails/signedByName").asText()).isEqualTo("A. Tester");
    }

    @Test
    void withoutDetailedScansOnlyTheNewestIsTold() {
        String body = SandboxClient.trackingInfo(List.of(SandboxNumbers.FEDEX_DELIVERED))
                .replace("true", "false");
        Answer answer = client.fedex(client.fedexToken(), TRACK, body);
        assertThat(answer.json().findValuesAsText("eventType")).containsExactly("DL");
    }

    @Test
    void returnedParcelIsDerivedAsDeliveredOnItsWayBack() {
        JsonNode parcel = client.fedexParcel(SandboxNumbers.FEDEX_RETURNED);
        assertThat(parcel.at("/latestStatusDetail/code").asText()).isEqualTo("DE");
        assertThat(parcel.at("/scanEvents/0/eventType").asText()).isEqualTo("RS");
        assertThat(parcel.at("/scanEvents/0/derivedStatusCode").asText()).isEqualTo("DL");
    }

    @Test
    void mereNoteOnTopLeavesTheStatusAlone() {
        JsonNode parcel = client.fedexParcel(SandboxNumbers.FEDEX_NOTE_ON_TOP);
        assertThat(parcel.at("/scanEvents/0/eventType").asText()).isEqualTo("AE");
        assertThat(parcel.at("/latestStatusDetail/code").asText()).isEqualTo("OD");
        assertThat(parcel.at("/latestStatusDetail/derivedCode").asText()).isEqualTo("IT");
    }

    @Test
    void reusedNumberHasSeveralResultsAndAUniqueIdPicksOne() {
        String number = SandboxNumbers.FEDEX_SEVERAL_RESULTS;
        JsonNode both = client.fedexTrack(number).json().at("/output/completeTrackResults/0/trackResults");
        assertThat(both.findValuesAsText("trackingNumberUniqueId"))
                .filteredOn(id -> !id.isEmpty())
                .containsExactly("2457821000~" + number + "~FX", "2457835000~" + number + "~FX");
        String body = "{\"includeDetailedScans\":true,\"trackingInfo\":[{\"trackingNumberInfo\":{\"trackingNumber\":\""
                + number + "\",\"trackingNumberUniqueId\":\"2457835000~" + number + "~FX\"}}]}";
        JsonNode one =
                client.fedex(client.fedexToken(), TRACK, body).json().at("/output/completeTrackResults/0/trackResults");
        assertThat(one).hasSize(1);
    }

    @Test
    void oddAnswersAreAsOddAsTheRealOnes() {
        assertThat(client.fedexParcel(SandboxNumbers.FEDEX_UNKNOWN_CODE)
                        .at("/latestStatusDetail/code")
                        .asText())
                .isEqualTo("ZQ");
        assertThat(client.fedexParcel(SandboxNumbers.FEDEX_NO_TIMESTAMPS).findValuesAsText("date"))
                .isEmpty();
        assertThat(client.fedexParcel(SandboxNumbers.FEDEX_MIXED_OFFSETS).findValuesAsText("date"))
                .anyMatch(date -> date.length() == 19)
                .anyMatch(date -> date.length() == 25);
        assertThat(client.fedexParcel(SandboxNumbers.FEDEX_BROKEN_EVENT).findValuesAsText("date"))
                .contains("not a date")
                .hasSizeGreaterThan(2);
        assertThat(client.fedexParcel(SandboxNumbers.FEDEX_NO_SCANS).has("scanEvents"))
                .isFalse();
    }

    @Test
    void parcelIsFoundByItsReferenceBothWaysOfNamingTheEndDate() {
        SandboxParcel parcel = sandbox.parcel("fedex").reference("ORDER-7");
        for (String end : List.of("shipDateEnd", "shipDateEndDate")) {
            Answer answer = client.fedex(
                    client.fedexToken(),
                    "/track/v1/referencenumbers",
                    "{\"referencesInformation\":{\"value\":\"ORDER-7\",\"shipDateBegin\":\"2026-02-01\",\"" + end
                            + "\":\"2026-02-20\",\"accountNumber\":\"100200300\"}}");
            assertThat(answer.at("/output/completeTrackResults/0/trackingNumber"))
                    .isEqualTo(parcel.number());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2019-01-01|2019-02-01", "2027-01-01|2027-02-01", "yesterday|today"})
    void referenceIsNotFoundAmongDaysTheParcelWasNotShippedOn(String days) {
        sandbox.parcel("fedex").reference("ORDER-7");
        String[] day = days.split("\\|");
        Answer answer = client.fedex(
                client.fedexToken(),
                "/track/v1/referencenumbers",
                "{\"referencesInformation\":{\"value\":\"ORDER-7\",\"shipDateBegin\":\"" + day[0]
                        + "\",\"shipDateEnd\":\"" + day[1] + "\",\"accountNumber\":\"100200300\"}}");
        assertThat(answer.status()).isEqualTo(400);
    }

    @Test
    void piecesOfAShipmentAreFoundByTheirMaster() {
        List<SandboxParcel> pieces = sandbox.shipment("fedex", 3);
        Answer answer = client.fedex(
                client.fedexToken(),
                "/track/v1/associatedshipments",
                "{\"associatedType\":\"STANDARD_MPS\",\"masterTrackingNumberInfo\":{\"trackingNumberInfo\":"
                        + "{\"trackingNumber\":\"" + pieces.get(0).number() + "\"}}}");
        assertThat(answer.json().at("/output/completeTrackResults")).hasSize(3);
    }

    @Test
    void proofOfDeliveryIsAPdfOnceDelivered() {
        String body = "{\"trackDocumentDetail\":{\"documentType\":\"SIGNATURE_PROOF_OF_DELIVERY\"},"
                + "\"trackDocumentSpecification\":[{\"trackingNumberInfo\":{\"trackingNumber\":\"%s\"}}]}";
        String path = "/track/v1/trackingdocuments";
        String token = client.fedexToken();
        String document = client.fedex(token, path, body.formatted(SandboxNumbers.FEDEX_DELIVERED))
                .at("/output/documents/0");
        assertThat(new String(Base64.getDecoder().decode(document), StandardCharsets.US_ASCII))
                .startsWith("%PDF-");
        Answer early = client.fedex(token, path, body.formatted(SandboxNumbers.FEDEX_IN_TRANSIT));
        assertThat(early.json().at("/output/documents")).isEmpty();
        assertThat(early.json().at("/output/alerts")).hasSize(1);
    }
}
