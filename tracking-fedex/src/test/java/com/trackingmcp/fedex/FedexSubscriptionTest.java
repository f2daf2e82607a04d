package com.trackingmcp.fedex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.trackingmcp.TrackingClient;
import com.trackingmcp.error.CapabilityNotSupportedException;
import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.OutcomeUnknownException;
import com.trackingmcp.model.Outcome;
import com.trackingmcp.model.Subscription;
import com.trackingmcp.model.SubscriptionEvent;
import com.trackingmcp.model.SubscriptionRequest;
import com.trackingmcp.testkit.SandboxCall;
import com.trackingmcp.testkit.SandboxErrands;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** FedEx writes e-mails as parcels move, to who is named. */
class FedexSubscriptionTest {
    private static final String UNKNOWN = "794953555571";

    private final FedexBed bed = new FedexBed();
    private final String known = bed.sandbox.parcel("fedex").number();

    @AfterEach
    void stop() {
        bed.close();
    }

    private SubscriptionRequest.Builder wish(String... numbers) {
        return SubscriptionRequest.builder()
                .from(SandboxErrands.of("fedex", bed.sandbox.clock())
                        .subscription(known)
                        .orElseThrow())
                .trackingNumbers(List.of(numbers));
    }

    private List<Outcome<Subscription>> subscribe(String... numbers) {
        return bed.client.subscriptions().subscribe(wish(numbers).build());
    }

    private List<String> sent() {
        return bed.sandbox.callsWithoutTokens("fedex").stream()
                .map(SandboxCall::operation)
                .toList();
    }

    @Test
    void each_number_is_a_call_and_has_an_outcome() {
        String other = bed.sandbox.parcel("fedex").number();

        List<Outcome<Subscription>> outcomes = subscribe(known, UNKNOWN, other);

        assertThat(outcomes).extracting(Outcome::isSuccess).containsExactly(true, false, true);
        Subscription subscription = outcomes.get(0).orElseThrow();
        assertThat(subscription.carrier()).isEqualTo("fedex");
        assertThat(subscription.connection()).isEqualTo("fedex");
        assertThat(subscription.trackingNumber()).isEqualTo(known);
        assertThat(subscription.id()).isEmpty();
        assertThat(subscription.alerts()).isEmpty();
        CarrierException failure = outcomes.get(1).failure().orElseThrow();
        assertThat(failure.code()).isEqualTo(ErrorCode.TRACKING_NUMBER_NOT_FOUND);
        assertThat(failure.carrierCode()).contains("NOTIFICATION.TRACKINGNBR.NOTFOUND");
        assertThat(failure.details().subject()).contains(UNKNOWN);
        assertThat(sent()).containsExactly("subscribe", "subscribe", "subscribe");
    }

    @Test
    void a_number_given_twice_is_asked_for_once() {
        List<Outcome<Subscription>> outcomes = subscribe(known, known);

        assertThat(outcomes).extracting(Outcome::isSuccess).containsExactly(true, true);
        assertThat(sent()).containsExactly("subscribe");
    }

    @Test
    void credentials_for_tracking_are_enough() {
        Map<String, String> settings = bed.sandbox.settings();
        Map<String, String> trackingOnly = Map.of(
                "FEDEX_CLIENT_ID",
                "",
                "FEDEX_CLIENT_SECRET",
                "",
                "FEDEX_TRACK_CLIENT_ID",
                settings.get("FEDEX_CLIENT_ID"),
                "FEDEX_TRACK_CLIENT_SECRET",
                settings.get("FEDEX_CLIENT_SECRET"));
        try (TrackingClient client = bed.client(trackingOnly)) {
            assertThat(client.subscriptions().subscribe(wish(known).build()))
                    .singleElement()
                    .satisfies(outcome -> assertThat(outcome.isSuccess()).isTrue());
        }
    }

    @Test
    void all_that_is_missing_or_wrong_is_told_before_anything_is_sent() {
        CarrierException bare = catchThrowableOfType(
                CarrierException.class,
                () -> bed.client
                        .subscriptions()
                        .subscribe(SubscriptionRequest.builder()
                                .addTrackingNumbers(known)
                                .addEvents(SubscriptionEvent.OUT_FOR_DELIVERY, SubscriptionEvent.DELIVERED)
                                .language("-")
                                .build()));
        CarrierException blank = catchThrowableOfType(
                CarrierException.class,
                () -> bed.client
                        .subscriptions()
                        .subscribe(wish(known).addEmails(" ").build()));

        assertThat(FedexDeskBed.paths(bare))
                .containsExactly("emails", "sender_name", "sender_email", "events", "language");
        assertThat(FedexDeskBed.paths(blank)).containsExactly("emails[1]");
        assertThat(bed.sandbox.calls("fedex")).isEmpty();
    }

    @Test
    void a_number_whose_answer_is_lost_may_be_told_of_and_is_asked_for_once() {
        bed.sandbox.fail("fedex").on("subscribe").about(known).withLostAnswer().times(1);
        String other = bed.sandbox.parcel("fedex").number();

        List<Outcome<Subscription>> outcomes = subscribe(known, other);

        assertThat(outcomes.get(0).failure().orElseThrow()).isInstanceOf(OutcomeUnknownException.class);
        assertThat(outcomes.get(0).failure().orElseThrow().reference()).contains(known);
        assertThat(outcomes.get(1).isSuccess()).isTrue();
        assertThat(sent()).containsExactly("subscribe", "subscribe");
    }

    @Test
    void what_fedex_pushes_has_no_description_and_is_not_read() {
        assertThat(catchThrowableOfType(
                        CapabilityNotSupportedException.class,
                        () -> bed.client.webhooks().parse("fedex", Map.of(), new byte[0])))
                .isNotNull();
    }

    /** Wishes as they stand on the wire, and FedEx's answers in their shapes. */
    @Nested
    class Shapes {
        private static final String SUBSCRIBE = "/track/v1/notifications";

        private final FedexServer fedex = new FedexServer();
        private final TrackingClient client = fedex.client();

        @AfterEach
        void stop() {
            client.close();
            fedex.close();
        }

        private Outcome<Subscription> answered(int status, String body) {
            fedex.answer(SUBSCRIBE, status, body.replace('\'', '"'));
            return client.subscriptions()
                    .subscribe(wish("123456789012").build())
                    .get(0);
        }

        @Test
        void a_wish_says_who_writes_to_whom_of_what_in_which_language() {
            fedex.answer(SUBSCRIBE, 200, "{\"output\":{\"TrackingNumberInfo\":{}}}");
            client.subscriptions()
                    .subscribe(wish("123456789012")
                            .language("fr-CA")
                            .addEvents(SubscriptionEvent.DELIVERED, SubscriptionEvent.TENDERED)
                            .build());

            assertThat(fedex.sent(SUBSCRIBE).get(0))
                    .hasToString("{\"senderContactName\":\"Ada Example\",\"senderEMailAddress\":\"ada@example.com\","
                            + "\"trackingEventNotificationDetail\":{\"trackingNotifications\":[{\"notificationDetail\":{"
                            + "\"localization\":{\"languageCode\":\"fr\",\"localeCode\":\"CA\"},\"emailDetail\":{"
                            + "\"emailAddress\":\"ben@example.com\"},\"notificationType\":\"HTML\"},\"role\":\"OTHER\","
                            + "\"notificationEventTypes\":[\"ON_TENDER\",\"ON_DELIVERY\"]}]},\"trackingNumberInfo\":{"
                            + "\"trackingNumber\":\"123456789012\"}}");
        }

        @Test
        void all_events_are_told_of_in_english_where_nothing_else_is_wanted() {
            answered(200, "{'output':{}}");

            assertThat(fedex.sent(SUBSCRIBE).get(0).at("/trackingEventNotificationDetail/trackingNotifications/0"))
                    .hasToString("{\"notificationDetail\":{\"localization\":{\"languageCode\":\"en\"},\"emailDetail\":{"
                            + "\"emailAddress\":\"ben@example.com\"},\"notificationType\":\"HTML\"},\"role\":\"OTHER\","
                            + "\"notificationEventTypes\":[\"ON_TENDER\",\"ON_ESTIMATED_DELIVERY\",\"ON_EXCEPTION\","
                            + "\"ON_DELIVERY\"]}");
        }

        @Test
        void an_alert_that_nothing_was_found_is_a_refusal_though_the_status_is_200() {
            Outcome<Subscription> outcome =
                    answered(200, "{'output':{'alerts':'TRACKING.DATA.NOTFOUND - Tracking data unavailable'}}");

            assertThat(outcome.failure().orElseThrow().code()).isEqualTo(ErrorCode.TRACKING_NUMBER_NOT_FOUND);
        }

        @Test
        void a_note_is_told() {
            Outcome<Subscription> outcome =
                    answered(200, "{'output':{'alerts':[{'code':'VIRTUAL.RESPONSE','message':'Canned.'}]}}");

            assertThat(outcome.orElseThrow().alerts())
                    .singleElement()
                    .satisfies(alert -> assertThat(alert.code()).contains("VIRTUAL.RESPONSE"));
        }

        @Test
        void an_answer_that_says_nothing_may_have_been_one() {
            assertThat(answered(200, "{}").failure().orElseThrow())
                    .isInstanceOf(OutcomeUnknownException.class)
                    .satisfies(error ->
                            assertThat(((CarrierException) error).reference()).contains("123456789012"));
            assertThat(answered(500, "{}").failure().orElseThrow()).isInstanceOf(OutcomeUnknownException.class);
        }

        @Test
        void a_server_that_is_broken_by_its_own_words_may_have_begun_whatever_the_status() {
            String broken = "{'errors':[{'code':'SYSTEM.GENERAL.ERROR','message':'Please try again'}]}";

            for (int status : new int[] {200, 400}) {
                CarrierException error = answered(status, broken).failure().orElseThrow();
                assertThat(error).isInstanceOf(OutcomeUnknownException.class);
                assertThat(error.retryable()).isFalse();
                assertThat(error.reference()).contains("123456789012");
            }
        }
    }
}
