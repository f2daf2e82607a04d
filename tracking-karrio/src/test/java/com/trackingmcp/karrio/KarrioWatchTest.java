package com.trackingmcp.karrio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.trackingmcp.CachePolicy;
import com.trackingmcp.TrackingClient;
import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ConfigurationException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.FieldProblem;
import com.trackingmcp.error.InvalidRequestException;
import com.trackingmcp.error.OutcomeUnknownException;
import com.trackingmcp.model.Outcome;
import com.trackingmcp.model.Subscription;
import com.trackingmcp.model.SubscriptionEvent;
import com.trackingmcp.model.SubscriptionRequest;
import com.trackingmcp.model.TrackingNumber;
import com.trackingmcp.model.TrackingResult;
import com.trackingmcp.model.TrackingStatus;
import com.trackingmcp.model.WebhookRegistration;
import com.trackingmcp.model.WebhookRequest;
import com.trackingmcp.spi.ConfigSource;
import com.trackingmcp.testkit.CarrierSandbox;
import com.trackingmcp.testkit.SandboxParcel;
import com.trackingmcp.testkit.SandboxPush;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Following parcels, the web addresses that are told of them, what is posted there, and forgetting all of it. */
class KarrioWatchTest {
    private static final String CANADA_POST = "karrio:canadapost";
    private static final String HOOK = "https://shop.example/karrio";

    private final CarrierSandbox sandbox = CarrierSandbox.start();
    private final TrackingClient client = client(sandbox.settings());

    private TrackingClient client(Map<String, String> settings) {
        return TrackingClient.builder()
                .cache(CachePolicy.off())
                .providers(List.of(new KarrioCarrierProvider()))
                .config(ConfigSource.of(settings))
                .clock(sandbox.clock())
                .retries(0, Duration.ZERO)
                .build();
    }

    @AfterEach
    void close() {
        client.close();
        sandbox.close();
    }

    private long calls(String operation) {
        return sandbox.calls("karrio").stream()
                .filter(call -> call.operation().equals(operation))
                .count();
    }

    private String number() {
        return sandbox.parcel(CANADA_POST).inTransit().number();
    }

    private static TrackingNumber asked(String number) {
        return TrackingNumber.of(number, CANADA_POST);
    }

    private static SubscriptionRequest.Builder following(String... numbers) {
        return SubscriptionRequest.builder().carrier(CANADA_POST).addTrackingNumbers(numbers);
    }

    private static WebhookRequest.Builder hook() {
        return WebhookRequest.builder().carrier("karrio").url(HOOK);
    }

    // Following parcels

    @Test
    void manyNumbersAreFollowedByOneCallAndEachHasItsOutcome() {
        String one = number();
        String other = number();

        List<Outcome<Subscription>> outcomes = client.subscriptions()
                .subscribe(following(one, "no number!", other, one).build());

        assertThat(outcomes).hasSize(4);
        assertThat(outcomes.get(0).orElseThrow().trackingNumber()).isEqualTo(one);
        assertThat(outcomes.get(0).orElseThrow().connection()).isEqualTo("karrio:canada-east");
        assertThat(outcomes.get(0).orElseThrow().id())
                .isEqualTo(outcomes.get(2).orElseThrow().id());
        assertThat(outcomes.get(0).orElseThrow().id().orElseThrow()).startsWith("batch_");
        assertThat(outcomes.get(1).failure().orElseThrow().code()).isEqualTo(ErrorCode.INVALID_TRACKING_NUMBER);
        assertThat(outcomes.get(3)).isEqualTo(outcomes.get(0));
        assertThat(calls("batch")).isEqualTo(1);
    }

    @Test
    void whatKarrioCannotChooseIsRefusedBeforeAnythingIsSent() {
        InvalidRequestException refusal = catchThrowableOfType(
                InvalidRequestException.class,
                () -> client.subscriptions()
                        .subscribe(following(number())
                                .addEmails("a@example.com")
                                .senderName("A")
                                .senderEmail("b@example.com")
                                .language("fr")
                                .addEvents(SubscriptionEvent.DELIVERED)
                                .build()));

        assertThat(refusal.fields())
                .extracting(FieldProblem::path)
                .containsExactlyInAnyOrder("emails", "sender_name", "sender_email", "language", "events");
        assertThat(calls("batch")).isZero();
    }

    @Test
    void aLostAnswerIsToldOfEachNumberAndNotSentAgain() {
        sandbox.fail("karrio").on("batch").withLostAnswer().untilCleared();

        List<Outcome<Subscription>> outcomes =
                client.subscriptions().subscribe(following(number(), number()).build());

        assertThat(outcomes)
                .allSatisfy(one -> assertThat(one.failure().orElseThrow()).isInstanceOf(OutcomeUnknownException.class));
        assertThat(calls("batch")).isEqualTo(1);
    }

    // Web addresses

    @Test
    void aWebAddressIsRegisteredListedTestedAndRemoved() {
        WebhookRegistration made = client.webhooks()
                .register(hook().addEvents("tracker_updated")
                        .description("the shop")
                        .build());
        assertThat(made.connection()).isEqualTo("karrio");
        assertThat(made.url()).isEqualTo(HOOK);
        assertThat(made.events()).containsExactly("tracker_updated");
        assertThat(made.description()).hasValue("the shop");
        assertThat(made.secret()).hasValue("test-karrio-webhook");
        assertThat(made.disabled()).isFalse();
        assertThat(made.toString()).doesNotContain("test-karrio-webhook");
        assertThat(client.webhooks().list("karrio")).containsExactly(made);
        assertThat(client.webhooks().test("karrio", made.id())).isTrue();

        assertThat(client.webhooks().remove("karrio", made.id())).isEqualTo(made);

        assertThat(client.webhooks().list("karrio")).isEmpty();
        CarrierException gone = catchThrowableOfType(
                CarrierException.class, () -> client.webhooks().remove("karrio", made.id()));
        assertThat(gone.code()).isEqualTo(ErrorCode.OBJECT_NOT_FOUND);
        assertThat(gone).hasMessageContaining("webhook");
    }

    @Test
    void withoutEventsItIsToldEverything() {
        assertThat(client.webhooks().register(hook().build()).events()).containsExactly("all");
    }

    @Test
    void anAddressThatAnswersNothingFailsItsTest() {
        WebhookRegistration made = client.webhooks()
                .register(hook().url("https://nobody.invalid/hook").build());

        assertThat(client.webhooks().test("karrio", made.id())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "shop.example/hook", "ftp://shop.example", "https://"})
    void whatIsNoWebAddressIsRefusedBeforeAnythingIsSent(String url) {
        InvalidRequestException refusal = catchThrowableOfType(
                InvalidRequestException.class,
                () -> client.webhooks().register(hook().url(url).build()));

        assertThat(refusal.fields()).extracting(FieldProblem::path).contains("url");
        assertThat(calls("webhook")).isZero();
    }

    @Test
    void anEventKarrioDoesNotKnowIsRefusedInItsWords() {
        InvalidRequestException refusal = catchThrowableOfType(
                InvalidRequestException.class,
                () -> client.webhooks()
                        .register(hook().addEvents("parcel_teleported").build()));

        assertThat(refusal.fields()).extracting(FieldProblem::path).containsExactly("events");
    }

    @Test
    void aLostRegistrationIsFoundAgain() {
        sandbox.fail("karrio").on("webhook").withLostAnswer().times(1);

        WebhookRegistration made = client.webhooks().register(hook().build());

        assertThat(made.secret()).isPresent();
        assertThat(client.webhooks().list("karrio")).containsExactly(made);
        assertThat(calls("webhook")).isEqualTo(1);
    }

    @Test
    void aLostRemovalIsFoundToBeDone() {
        WebhookRegistration made = client.webhooks().register(hook().build());
        sandbox.fail("karrio").on("webhook").withLostAnswer().times(1);

        assertThat(client.webhooks().remove("karrio", made.id())).isEqualTo(made);
        assertThat(client.webhooks().list("karrio")).isEmpty();
    }

    // What is posted

    private List<TrackingResult> parse(TrackingClient reader, Map<String, List<String>> headers, String body) {
        return reader.webhooks().parse("karrio", headers, body.getBytes(StandardCharsets.UTF_8));
    }

    private CarrierException failure(TrackingClient reader, Map<String, List<String>> headers, String body) {
        return catchThrowableOfType(CarrierException.class, () -> parse(reader, headers, body));
    }

    @Test
    void whatIsPostedOfAParcelIsWhatItWouldBeAskedFor() {
        SandboxParcel parcel = sandbox.parcel(CANADA_POST).delivered().signedBy("A. Tester");
        TrackingResult asked = client.track(asked(parcel.number()));
        SandboxPush push = sandbox.karrioPush("tracker_updated", parcel.number());

        assertThat(parse(client, push.headers(), push.body())).containsExactly(asked);
        assertThat(asked.status()).isEqualTo(TrackingStatus.DELIVERED);
    }

    @Test
    void whatIsPostedOfAnythingElseTellsOfNoParcel() {
        String order = sandbox.karrioOrders(1).get(0);
        SandboxPush push = sandbox.karrioPush("order_created", order);

        assertThat(parse(client, push.headers(), push.body())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"payload\":{}}",
                "{\"payload\":{\"event\":\"all\",\"data\":{\"message\":\"a test\"}}}",
                "{\"event\":\"order_created\",\"data\":[1]}",
                "{\"event\":\"batch_completed\",\"data\":{\"events\":\"none\",\"info\":[]}}"
            })
    void whatOnlyTestsTheWebAddressOrIsOfAnotherFormTellsOfNoParcel(String body) {
        assertThat(parse(client, Map.of("X-Event-Id", List.of("test-karrio-webhook")), body))
                .isEmpty();
    }

    @Test
    void aMessageThatDoesNotKnowTheSecretIsNotTrusted() {
        String body = "{\"event\":\"tracker_updated\",\"data\":{}}";
        Map<String, List<String>> wrong = Map.of("X-Event-Id", List.of("test-another"));
        Map<String, List<String>> twice = Map.of("X-Event-Id", List.of("test-karrio-webhook", "test-karrio-webhook"));

        assertThat(List.of(Map.<String, List<String>>of(), wrong, twice))
                .allSatisfy(headers ->
                        assertThat(failure(client, headers, body).code()).isEqualTo(ErrorCode.UNTRUSTED_MESSAGE));
    }

    @Test
    void withoutASecretNothingIsRead() {
        Map<String, String> settings = new HashMap<>(sandbox.settings());
        settings.remove("KARRIO_WEBHOOK_SECRET");
        try (TrackingClient unset = client(settings)) {
            assertThat(failure(unset, Map.of("X-Event-Id", List.of("")), "{}"))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("KARRIO_WEBHOOK_SECRET is missing");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no JSON",
                "{}",
                "{\"event\":\"tracker_updated\"}",
                "{\"event\":\"tracker_updated\",\"data\":{}}",
                "{\"event\":\"tracker_updated\",\"data\":{\"carrier_name\":\"dpd\"}}",
                "{\"event\":\"tracker_updated\",\"data\":{\"carrier_name\":\"dpd\",\"tracking_number\":\"#\"}}"
            })
    void whatCannotBeReadIsToldAsThat(String body) {
        Map<String, List<String>> proof = Map.of("x-event-id", List.of("test-karrio-webhook"));

        assertThat(failure(client, proof, body).code()).isEqualTo(ErrorCode.MALFORMED_RESPONSE);
    }

    // Forgetting

    @Test
    void whatTheServerKeepsOfAParcelIsDeletedAndNothingElse() {
        String number = number();
        String other = number();
        client.track(asked(number));
        client.track(asked(other));

        assertThat(client.erase(asked(number))).isTrue();
        assertThat(client.erase(asked(number))).isFalse();
        assertThat(client.erase(asked(other))).isTrue();
    }
}
