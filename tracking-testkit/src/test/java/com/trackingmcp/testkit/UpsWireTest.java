package com.trackingmcp.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.trackingmcp.testkit.SandboxClient.Answer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UpsWireTest {

    private final CarrierSandbox sandbox = CarrierSandbox.start();
    private final SandboxClient client = new SandboxClient(sandbox.settings());

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void everyValueOfATokenIsAString() {
        JsonNode token = client.upsToken(client.setting("UPS_CLIENT_SECRET")).json();
        assertThat(token).allMatch(JsonNode::isTextual);
        assertThat(token.path("expires_in").asText()).isEqualTo("14399");
        assertThat(token.path("status").asText()).isEqualTo("approved");
    }

    @Test
    void wrongCredentialsAreRefusedWithUpssCode() {
        Answer answer = client.upsToken("test-wrong");
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.at("/response/errors/0/code")).isEqualTo("250002");
    }

    @Test
    void oldTokenIsRefused() {
        String token = client.upsToken();
        sandbox.advance(Duration.ofHours(4));
        Answer answer = client.send(client.ups(token, "/api/track/v1/details/" + SandboxNumbers.UPS_DELIVERED));
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.at("/response/errors/0/code")).isEqualTo("250002");
    }

    @ParameterizedTest
    @ValueSource(strings = {"transId", "transactionSrc"})
    void bothHeadersOfItsOwnAreRequired(String other) {
        Answer answer = client.send(client.to("UPS_BASE_URL", "/api/track/v1/details/" + SandboxNumbers.UPS_DELIVERED)
                .header("Authorization", "Bearer " + client.upsToken())
                .header(other, "test"));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/response/errors")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1Z1234", "1Z3456789012345678901234567890123456"})
    void inquiryNumberHasSevenToThirtyFourCharacters(String number) {
        Answer answer = client.upsTrack(number);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.at("/response/errors/0/code")).isEqualTo("TV1002");
    }

    @Test
    void flagsAreTrueOrFalseInSmallLetters() {
        assertThat(client.upsTrack(SandboxNumbers.UPS_DELIVERED + "?returnPOD=True")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void unknownNumberIsMostlyAWarningAndSometimesA404() {
        Answer warning = client.upsTrack(SandboxNumbers.UPS_NOT_FOUND);
        assertThat(warning.status()).isEqualTo(200);
        assertThat(warning.at("/trackResponse/shipment/0/warnings/0/code")).isEqualTo("TW0001");
        assertThat(warning.json().at("/trackResponse/shipment/0").has("package"))
                .isFalse();
        Answer missing = client.upsTrack(SandboxNumbers.UPS_NOT_FOUND_404);
        assertThat(missing.status()).isEqualTo(404);
        assertThat(missing.json().at("/response/errors")).hasSize(1);
    }

    @Test
    void currentStatusHasTheProductionForm() {
        JsonNode status = client.upsParcel(SandboxNumbers.UPS_DELIVERED).path("currentStatus");
        assertThat(status.toString()).isEqualTo("{\"description\":\"Delivered\",\"code\":\"011\"}");
    }

    @Test
    void numberOfTheCurrentStatusMayLagBehind() {
        JsonNode parcel = client.upsParcel(SandboxNumbers.UPS_LAGGING_STATUS);
        assertThat(parcel.at("/currentStatus/code").asText()).isEqualTo("005");
        assertThat(parcel.at("/currentStatus/description").asText()).isEqualTo("Out for Delivery");
        assertThat(parcel.at("/activity/0/status/statusCode").asText()).isEqualTo("021");
    }

    @Test
    void mereNoteOnTopLeavesTheStatusAlone() {
        JsonNode parcel = client.upsParcel(SandboxNumbers.UPS_NOTE_ON_TOP);
        assertThat(parcel.at("/activity/0/status/type").asText()).isEqualTo("U");
        assertThat(parcel.at("/currentStatus/code").asText()).isEqualTo("021");
    }

    @Test
    void activitiesComeNewestFirstInLocalTimeAndInGmt() {
        JsonNode activities = client.upsParcel(SandboxNumbers.UPS_DELIVERED).path("activity");
        assertThat(activities.findValuesAsText("statusCode"))
                .containsExactly("011", "021", "010", "010", "005", "038", "003");
        JsonNode newest = activities.get(0);
        assertThat(newest.path("time").asText()).matches("\\d{6}");
        assertThat(newest.path("gmtTime").asText()).matches("\\d\\d:\\d\\d:\\d\\d");
        assertThat(newest.path("gmtOffset").asText()).matches("[+-]\\d\\d:\\d\\d");
    }

    @Test
    void mailInnovationsHasNoGmt() {
        JsonNode parcel = client.upsParcel(SandboxNumbers.UPS_MAIL_INNOVATIONS_DELIVERED);
        assertThat(parcel.findValues("gmtDate")).isEmpty();
        assertThat(parcel.at("/activity/0/status/code").asText()).isEqualTo("DL");
        assertThat(parcel.at("/activity/0/date").asText()).matches("\\d{8}");
    }

    @Test
    void signatureAndProofComeOnlyWhenAskedFor() {
        assertThat(client.upsParcel(SandboxNumbers.UPS_DELIVERED)
                        .at("/deliveryInformation/receivedBy")
                        .asText())
                .isEqualTo("A. TESTER");
        assertThat(client.upsParcel(SandboxNumbers.UPS_DELIVERED).findValue("signature"))
                .isNull();
        JsonNode full = client.upsParcel(
                SandboxNumbers.UPS_DELIVERED + "?returnSignature=true&returnPOD=true&returnMilestones=true");
        assertThat(full.at("/deliveryInformation/signature/image").asText()).startsWith("R0lGOD");
        assertThat(full.at("/deliveryInformation/pod/content").asText()).isNotEmpty();
        assertThat(full.path("milestones")).hasSize(7);
    }

    @Test
    void shipmentOfSeveralPackagesTellsThemAll() {
        JsonNode packages =
                client.upsTrack(SandboxNumbers.UPS_SEVERAL_PACKAGES).json().at("/trackResponse/shipment/0/package");
        assertThat(packages).hasSize(3);
        assertThat(packages.at("/1/trackingNumber").asText()).isEqualTo(SandboxNumbers.UPS_SEVERAL_PACKAGES);
    }

    @Test
    void packagesOfAShipmentComeInPages() {
        List<SandboxParcel> parcels = sandbox.shipment("ups", 5);
        Answer page = client.send(client.ups(
                client.upsToken(),
                "/api/track/v1/shipment/details/" + parcels.get(0).number() + "?offset=3&count=10"));
        JsonNode packages = page.json().at("/trackResponse/shipment/0/package");
        assertThat(packages.findValuesAsText("trackingNumber"))
                .containsExactly(parcels.get(3).number(), parcels.get(4).number());
        assertThat(packages.at("/0/packageCount").asInt()).isEqualTo(5);
    }

    @Test
    void referenceFindsOneShipmentPerParcel() {
        sandbox.parcel("ups").reference("ORDER-8");
        sandbox.parcel("ups").reference("ORDER-8");
        Answer answer = client.send(client.ups(client.upsToken(), "/api/track/v1/reference/details/ORDER-8"));
        assertThat(answer.json().at("/trackResponse/shipment")).hasSize(2);
    }

    @Test
    void listsOfOneMayComeAsTheirElement() {
        JsonNode response =
                client.upsTrack(SandboxNumbers.UPS_SINGLE_OBJECTS).json().path("trackResponse");
        assertThat(response.at("/shipment/package/activity/status/statusCode").asText())
                .isEqualTo("011");
    }

    @Test
    void oddAnswersAreAsOddAsTheRealOnes() {
        assertThat(client.upsParcel(SandboxNumbers.UPS_UNKNOWN_CODE)
                        .at("/currentStatus/code")
                        .asText())
                .isEqualTo("999");
        assertThat(client.upsParcel(SandboxNumbers.UPS_NO_TIMESTAMPS)
                        .path("activity")
                        .findValues("time"))
                .isEmpty();
        JsonNode mixed = client.upsParcel(SandboxNumbers.UPS_MIXED_OFFSETS).path("activity");
        assertThat(mixed.findValues("gmtOffset")).hasSizeBetween(1, mixed.size() - 1);
        assertThat(client.upsParcel(SandboxNumbers.UPS_BROKEN_EVENT)
                        .path("activity")
                        .findValuesAsText("time"))
                .contains("noon");
        assertThat(client.upsParcel(SandboxNumbers.UPS_NO_SCANS).has("activity"))
                .isFalse();
    }
}
