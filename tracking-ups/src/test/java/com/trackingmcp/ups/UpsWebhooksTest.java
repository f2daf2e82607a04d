package com.trackingmcp.ups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.trackingmcp.TrackingClient;
import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ConfigurationException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.http.Secret;
import com.trackingmcp.model.CarrierTime;
import com.trackingmcp.model.DeliveryWindow;
import com.trackingmcp.model.TrackingEvent;
import com.trackingmcp.model.TrackingResult;
import com.trackingmcp.model.TrackingStatus;
import com.trackingmcp.testkit.SandboxParcel;
import com.trackingmcp.testkit.SandboxPush;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UpsWebhooksTest extends UpsSaleBed {
    private static final String NUMBER = "1Z999AA10123456784";
    private static final Map<String, List<String>> PROOF = Map.of("credential", List.of("test-ups-webhook"));
    private final SandboxParcel parcel = sandbox.parcel("ups").signedBy("Bob");

    private static TrackingResult parse(TrackingClient client, Map<String, List<String>> headers, String body) {
        List<TrackingResult> results = client.webhooks().parse("ups", headers, body.getBytes(StandardCharsets.UTF_8));
        assertThat(results).hasSize(1);
        return results.get(0);
    }

    private TrackingResult parse(SandboxPush push) {
        return parse(client, push.headers(), push.body());
    }

    private TrackingResult event(String parts) {
        return parse(client, PROOF, "{\"trackingNumber\":\"" + NUMBER + "\"," + parts + "}");
    }

    private CarrierException failure(Map<String, List<String>> headers, String body) {
        return catchThrowableOfType(CarrierException.class, () -> parse(client, headers, body));
    }

    @Test
    void deliveryIsToldWithItsOneEvent() {
        parcel.delivered();
        TrackingResult result = parse(parcel.push());
        assertThat(result.number().value()).isEqualTo(parcel.number());
        assertThat(result.carrier()).isEqualTo("ups");
        assertThat(result.status()).isEqualTo(TrackingStatus.DELIVERED);
        assertThat(result.carrierStatusCode()).hasValue("011");
        assertThat(result.signedBy()).hasValue("BOB");
        assertThat(result.estimatedDelivery()).isEmpty();
        assertThat(result.retrievedAt()).isEqualTo(sandbox.clock().instant());
        TrackingEvent event = result.events().get(0);
        assertThat(result.events()).hasSize(1);
        assertThat(event.location().orElseThrow().city()).isPresent();
        assertThat(event.location().orElseThrow().country()).isPresent();
        assertThat(result.deliveredAt()).isEqualTo(event.time());
        TrackingEvent asked = client.track(parcel.number()).events().get(0);
        assertThat(event.time()).isEqualTo(asked.time());
        assertThat(event.carrierStatusText()).isEqualTo(asked.carrierStatusText());
    }

    @Test
    void parcelOnItsWayIsToldWithTheDayItIsDue() {
        parcel.outForDelivery();
        TrackingResult result = parse(parcel.push());
        assertThat(result.status()).isEqualTo(TrackingStatus.OUT_FOR_DELIVERY);
        assertThat(result.estimatedDelivery().orElseThrow().basis()).isEqualTo(DeliveryWindow.Basis.SCHEDULED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"021\"", "21", "\"21\""})
    void codeOfTheDescriptionMayBeTextOrNumber(String code) {
        assertThat(event("\"activityStatus\":{\"type\":\"I\",\"code\":\"OT\",\"descriptionCode\":" + code + "}")
                        .status())
                .isEqualTo(TrackingStatus.OUT_FOR_DELIVERY);
    }

    @Test
    void lettersTellWhereThereIsNoCodeOfTheDescription() {
        TrackingResult result =
                event("\"activityStatus\":{\"type\":\"D\",\"code\":\"FS\",\"description\":\"Delivered\"}");
        assertThat(result.status()).isEqualTo(TrackingStatus.DELIVERED);
        assertThat(result.carrierStatusCode()).hasValue("D:FS");
        assertThat(result.carrierStatusText()).hasValue("Delivered");
    }

    @Test
    void unknownCodesAreKept() {
        TrackingResult result = event("\"activityStatus\":{\"type\":\"Q\",\"code\":\"Q9\"}");
        assertThat(result.status()).isEqualTo(TrackingStatus.UNKNOWN);
        assertThat(result.carrierStatusCode()).hasValue("Q:Q9");
    }

    @Test
    void updateOfTheDeliveryDateLeavesTheStatusOpen() {
        TrackingResult result = event("\"activityStatus\":{\"type\":\"U\",\"code\":\"UT\"},"
                + "\"scheduledDeliveryDate\":\"20260301\",\"deliveryStartTime\":\"150000\",\"deliveryEndTime\":\"170000\","
                + "\"deliveryTimeDescription\":\"estimated delivery window\"");
        assertThat(result.status()).isEqualTo(TrackingStatus.UNKNOWN);
        DeliveryWindow window = result.estimatedDelivery().orElseThrow();
        assertThat(window.from()).hasValue(CarrierTime.parse("2026-03-01T15:00:00"));
        assertThat(window.to()).hasValue(CarrierTime.parse("2026-03-01T17:00:00"));
        assertThat(window.basis()).isEqualTo(DeliveryWindow.Basis.ESTIMATED);
    }

    @Test
    void offsetIsTheDifferenceOfTheTimesTold() {
        String status = "\"activityStatus\":{\"type\":\"I\",\"code\":\"DP\"},";
        String local = status + "\"localActivityDate\":\"20240423\",\"localActivityTime\":\"091519\"";
        assertThat(event(local).events().get(0).time()).hasValue(CarrierTime.parse("2024-04-23T09:15:19"));
        assertThat(event(local + ",\"gmtOffset\":\"-04.00\"").events().get(0).time())
                .hasValue(CarrierTime.parse("2024-04-23T09:15:19-04:00"));
        assertThat(event(local + ",\"gmtActivityDate\":\"20240423\",\"gmtActivityTime\":\"131519\"")
                        .events()
                        .get(0)
                        .time())
                .hasValue(CarrierTime.parse("2024-04-23T09:15:19-04:00"));
    }

    @Test
    void photoIsAProofThatCanBeAskedFor() {
        TrackingResult result = event("\"activityStatus\":{\"type\":\"D\",\"code\":\"FS\",\"descriptionCode\":\"011\"},"
                + "\"alternateTrackingNumber\":\"1Z1234567891234551\",\"deliveryPhoto\":\"R0lGODlh\","
                + "\"actualDeliveryDate\":\"20260301\",\"actualDeliveryTime\":\"095004\"");
        assertThat(result.proofOfDeliveryAvailable()).hasValue(true);
        assertThat(result.deliveredAt()).hasValue(CarrierTime.parse("2026-03-01T09:50:04"));
        assertThat(result.associatedNumbers())
                .extracting(number -> number.number())
                .containsExactly("1Z1234567891234551");
    }

    @Test
    void bearerTokenProvesItToo() {
        String body = parcel.push().body();
        assertThat(parse(client, Map.of("authorization", List.of("bearer test-ups-webhook")), body)
                        .status())
                .isEqualTo(TrackingStatus.LABEL_CREATED);
    }

    @Test
    void messageThatDoesNotProveWhoSentItIsNotRead() {
        String body = parcel.push().body();
        for (Map<String, List<String>> headers : List.<Map<String, List<String>>>of(
                Map.of(),
                Map.of("credential", List.of("test-ups-webhooks")),
                Map.of("credential", List.of("test-ups-webhook", "test-ups-webhook")),
                Map.of("Authorization", List.of("Basic test-ups-webhook")),
                Map.of("Authorization", List.of("Bearer test-other")))) {
            CarrierException error = failure(headers, body);
            assertThat(error.code()).isEqualTo(ErrorCode.UNTRUSTED_MESSAGE);
            assertThat(error.getMessage()).doesNotContain("test-ups-webhook", "test-other");
        }
        assertThat(sandbox.calls("ups")).isEmpty();
    }

    @Test
    void missingCredentialIsNamed() {
        TrackingClient bare = client(key ->
                key.equals("UPS_WEBHOOK_CREDENTIAL") ? null : sandbox.config().lookup(key));
        assertThat(catchThrowableOfType(
                        CarrierException.class,
                        () -> parse(bare, PROOF, parcel.push().body())))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("UPS_WEBHOOK_CREDENTIAL is missing");
    }

    @Test
    void emptyCredentialProvesNothing() {
        UpsConfig config = UpsConfig.builder()
                .credentials("test-client", "test-secret")
                .webhookCredential("")
                .build();
        try (TrackingClient open = TrackingClient.builder()
                .providers(List.of())
                .carrier(Ups.carrier(config))
                .build()) {
            for (String header : List.of("credential", "Authorization")) {
                String proof = header.equals("credential") ? "" : "Bearer ";
                assertThat(catchThrowableOfType(
                                CarrierException.class,
                                () -> parse(
                                        open,
                                        Map.of(header, List.of(proof)),
                                        parcel.push().body())))
                        .isInstanceOf(ConfigurationException.class)
                        .hasMessageContaining("UPS_WEBHOOK_CREDENTIAL is missing");
            }
        }
    }

    @Test
    void messageThatIsNoEventCannotBeRead() {
        String nameless = "{\"trackingNumber\":\"<1Z>\",\"activityStatus\":{\"type\":\"I\"}}";
        for (String body : List.of("", "<html>", "[]", "{}", "{\"trackingNumber\":\"" + NUMBER + "\"}", nameless)) {
            assertThat(failure(PROOF, body).code()).isEqualTo(ErrorCode.MALFORMED_RESPONSE);
        }
    }

    @Test
    void credentialMayBeGivenToTheBuilderAndIsNotShown() {
        UpsConfig config = UpsConfig.builder()
                .credentials("test-client", "test-secret")
                .webhookCredential("test-ups-webhook")
                .build();
        assertThat(config.webhookCredential().orElseThrow().get()).isEqualTo(Secret.of("test-ups-webhook"));
        assertThat(config.toString()).contains("webhookCredential=****").doesNotContain("test-ups-webhook");
    }
}
