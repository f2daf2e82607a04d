package com.trackingmcp.verification.spec;

import static org.assertj.core.api.Assertions.assertThat;

import com.trackingmcp.TrackingClient;
import com.trackingmcp.karrio.KarrioCarrierProvider;
import com.trackingmcp.model.SubscriptionRequest;
import com.trackingmcp.model.TrackingNumber;
import com.trackingmcp.model.WebhookRegistration;
import com.trackingmcp.model.WebhookRequest;
import com.trackingmcp.testkit.KarrioNumbers;
import com.trackingmcp.testkit.SandboxParcel;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** All that a Karrio server is asked to find carriers, to track, to follow and to forget, against Karrio's own description. */
class KarrioTrackConformanceTest extends Conversation {
    private static final String GATEWAY = "karrio";
    private static final String CANADA_POST = "karrio:canadapost";
    private static final List<String> CARRIERS = List.of("canadapost", "purolator", "dpd", "fedex", "mydhl", "usps");
    private static final List<UnaryOperator<SandboxParcel>> JOURNEYS = List.of(
            parcel -> parcel,
            SandboxParcel::pickedUp,
            SandboxParcel::inTransit,
            SandboxParcel::customs,
            SandboxParcel::outForDelivery,
            SandboxParcel::availableForPickup,
            SandboxParcel::deliveryAttempted,
            SandboxParcel::delivered,
            SandboxParcel::exception,
            SandboxParcel::onHold,
            SandboxParcel::returning,
            SandboxParcel::returned);

    KarrioTrackConformanceTest() throws Exception {
        super(new KarrioCarrierProvider(), KarrioTrackDeviations.ALL);
    }

    @Override
    void say() {
        assertThat(client.carriers()).hasSize(CARRIERS.size() + 1);
        CARRIERS.forEach(this::journeys);
        oddities();
        asAUser();
        following();
        webAddresses();
    }

    private void journeys(String carrierName) {
        String carrier = "karrio:" + carrierName;
        for (UnaryOperator<SandboxParcel> journey : JOURNEYS) {
            SandboxParcel parcel = journey.apply(sandbox.parcel(carrier).signedBy("A. Tester"));
            TrackingNumber number = TrackingNumber.of(parcel.number(), carrier);
            client.track(number);
            sandbox.advance(Duration.ofMinutes(2));
            client.track(number);
            assertThat(client.erase(number)).isTrue();
        }
    }

    private void oddities() {
        for (String number : List.of(
                KarrioNumbers.CANADA_POST_CANCELLED,
                KarrioNumbers.CANADA_POST_UNKNOWN_CODE,
                KarrioNumbers.CANADA_POST_NO_TIMESTAMPS,
                KarrioNumbers.CANADA_POST_MIXED_OFFSETS,
                KarrioNumbers.CANADA_POST_BROKEN_EVENT)) {
            client.track(TrackingNumber.of(number, CANADA_POST));
        }
        TrackingNumber unknown = TrackingNumber.of(KarrioNumbers.CANADA_POST_NOT_FOUND, CANADA_POST);
        refusal(() -> client.track(unknown));
        refusal(() -> client.proofOfDelivery(TrackingNumber.of(KarrioNumbers.CANADA_POST_DELIVERED, CANADA_POST)));
        assertThat(client.erase(unknown)).isFalse();
    }

    private void asAUser() {
        Map<String, String> user = Map.of(
                "KARRIO_API_KEY", "",
                "KARRIO_EMAIL", "test@example.com",
                "KARRIO_PASSWORD", "test-karrio-password",
                "KARRIO_TEST_MODE", "true");
        TrackingClient signedIn = client(user);
        TrackingNumber number = TrackingNumber.of(KarrioNumbers.CANADA_POST_DELIVERED, CANADA_POST);
        signedIn.track(number);
        sandbox.expireTokens(GATEWAY);
        signedIn.track(number);
        refusal(() -> client(Map.of(
                        "KARRIO_API_KEY", "",
                        "KARRIO_EMAIL", "test@example.com",
                        "KARRIO_PASSWORD", "test-wrong"))
                .track(number));
        refusal(() -> client(Map.of("KARRIO_API_KEY", "test-wrong")).track(number));
    }

    private void following() {
        String known = sandbox.parcel(CANADA_POST).inTransit().number();
        client.subscriptions().subscribe(following(known, KarrioNumbers.CANADA_POST_NOT_FOUND));
        // the server works a batch off by and by
        client.batches().list(GATEWAY).forEach(batch -> {});
        client.batches().list(GATEWAY).forEach(batch -> {});
        client.track(TrackingNumber.of(KarrioNumbers.CANADA_POST_NOT_FOUND, CANADA_POST));
    }

    private static SubscriptionRequest following(String... numbers) {
        return SubscriptionRequest.builder()
                .carrier(CANADA_POST)
                .addTrackingNumbers(numbers)
                .build();
    }

    private static WebhookRequest hook(String... events) {
        return WebhookRequest.builder()
                .carrier(GATEWAY)
                .url("https://shop.example/karrio")
                .addEvents(events)
                .build();
    }

    private void webAddresses() {
        client.webhooks().register(hook());
        WebhookRegistration made = client.webhooks().register(hook("tracker_created", "tracker_updated"));
        assertThat(client.webhooks().list(GATEWAY)).hasSize(2);
        client.webhooks().test(GATEWAY, made.id());
        client.webhooks().remove(GATEWAY, made.id());
        refusal(() -> client.webhooks().remove(GATEWAY, made.id()));
    }

    @Override
    void failures(int status) {
        TrackingNumber number = TrackingNumber.of(KarrioNumbers.CANADA_POST_DELIVERED, CANADA_POST);
        failing("track", status, () -> client.track(number));
        failing("trackers", status, () -> client.erase(number));
        failing("batch", status, () -> client.subscriptions().subscribe(following(number.value())));
        failing("webhooks", status, () -> client.webhooks().list(GATEWAY).forEach(hook -> {}));
        failing("webhook", status, () -> client.webhooks().register(hook()));
    }

    private void failing(String operation, int status, Runnable call) {
        failing(GATEWAY, operation, 2, status, call);
    }
}
