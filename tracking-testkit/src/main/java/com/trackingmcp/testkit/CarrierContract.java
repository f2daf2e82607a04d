package com.trackingmcp.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.trackingmcp.CachePolicy;
import com.trackingmcp.TrackingClient;
import com.trackingmcp.error.AuthenticationException;
import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.CarrierUnavailableException;
import com.trackingmcp.error.ConfigurationException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.MalformedResponseException;
import com.trackingmcp.error.RateLimitedException;
import com.trackingmcp.error.TrackingNumberNotFoundException;
import com.trackingmcp.model.CarrierTime;
import com.trackingmcp.model.Confidence;
import com.trackingmcp.model.ModelJson;
import com.trackingmcp.model.Outcome;
import com.trackingmcp.model.TrackingEvent;
import com.trackingmcp.model.TrackingNumber;
import com.trackingmcp.model.TrackingResult;
import com.trackingmcp.model.TrackingStatus;
import com.trackingmcp.spi.CarrierProvider;
import com.trackingmcp.spi.ConfigSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What every carrier must do, ours and anyone's: extend it, name the provider and the server, and run it with JUnit. A
 * defect found in one carrier becomes a row here, so that it is none of the others'.
 *
 * <p>A situation the server has no number for is skipped, and the skip says so. What a setting holds is told from its
 * name: a credential's has {@code SECRET}, {@code PASSWORD}, {@code KEY}, {@code CLIENT_ID} or {@code USERNAME} in it.
 */
public abstract class CarrierContract {
    private ContractSubject subject;

    /** The carrier to hold to the contract. */
    protected abstract CarrierProvider provider();

    /** A fresh server; closed after each test. */
    protected abstract ContractSubject newSubject();

    @BeforeEach
    void startServer() {
        subject = newSubject();
    }

    @AfterEach
    void stopServer() {
        subject.close();
    }

    /** A client of this carrier alone, with waits too short to notice. */
    private TrackingClient client(ConfigSource config) {
        return TrackingClient.builder()
                .cache(CachePolicy.off())
                .providers(List.of(provider()))
                .config(config)
                .clock(subject.clock())
                .retries(2, Duration.ofMillis(1))
                .build();
    }

    private TrackingClient client() {
        return client(subject.config());
    }

    private TrackingNumber number(Situation situation) {
        String number = subject.numbers().get(situation);
        assumeTrue(number != null, () -> provider().carrierId() + " has no number for " + situation);
        return TrackingNumber.of(number, provider().carrierId());
    }

    private TrackingResult track(Situation situation) {
        TrackingNumber number = number(situation);
        try (TrackingClient client = client()) {
            return client.track(number);
        }
    }

    private List<String> givenSettings() {
        return provider().settings().stream()
                .filter(key -> subject.config().get(key).isPresent())
                .toList();
    }

    private List<String> secretSettings() {
        return givenSettings().stream()
                .filter(key -> Stream.of("SECRET", "PASSWORD", "KEY", "CLIENT_ID", "USERNAME")
                        .anyMatch(key::contains))
                .toList();
    }

    // Configuration

    @Test
    void is_not_connected_without_credentials() {
        assertThat(provider().configure(key -> null)).isEmpty();
        assertThat(provider().carrierId()).matches("[a-z][a-z0-9-]*");
        assertThat(provider().settings()).isNotEmpty().doesNotHaveDuplicates();
    }

    /** A credential given alone is refused or enough: who forgot its other half would never hear of it otherwise. */
    @Test
    void names_every_setting_but_no_value_where_credentials_are_half_given() {
        List<String> credentials = secretSettings();
        for (String given : givenSettings()) {
            ConfigSource half = key -> key.equals(given) ? "test-half-given" : null;
            try {
                boolean connected = provider().configure(half).isPresent();
                assertThat(connected || !credentials.contains(given))
                        .as("%s alone is neither refused nor enough to connect", given)
                        .isTrue();
            } catch (ConfigurationException e) {
                assertThat(e.getMessage()).contains(given).doesNotContain("test-half-given");
                if (e.code() == ErrorCode.INCOMPLETE_CREDENTIALS) {
                    assertThat(e).hasMessageContaining(given + " is set").hasMessageContaining("is missing");
                }
            }
        }
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/com/trackingmcp/testkit/look-alikes.csv")
    void claims_no_number_of_another_carrier_for_certain(String number, String carrier) {
        assumeTrue(!carrier.equals(provider().carrierId()), "its own number");

        assertThat(provider().match(TrackingNumber.of(number)).confidence())
                .as("%s of %s", number, carrier)
                .isNotEqualTo(Confidence.CERTAIN);
    }

    // What each situation must look like

    @Test
    void a_delivered_parcel_is_delivered_and_says_when() {
        TrackingResult parcel = track(Situation.DELIVERED);

        assertThat(parcel.status()).isEqualTo(TrackingStatus.DELIVERED);
        assertThat(parcel.deliveredAt()).isPresent();
        assertThat(parcel.estimatedDelivery()).isEmpty();
        assertThat(parcel.carrierStatusCode()).isPresent();
        assertThat(parcel.carrier()).isEqualTo(provider().carrierId());
        assertThat(parcel.latestEvent().map(TrackingEvent::status)).contains(TrackingStatus.DELIVERED);
    }

    @Test
    void a_parcel_on_its_way_is_in_transit() {
        assertThat(track(Situation.IN_TRANSIT).status()).isEqualTo(TrackingStatus.IN_TRANSIT);
    }

    @Test
    void an_announced_parcel_is_not_yet_moving() {
        assertThat(track(Situation.LABEL_CREATED).status()).isEqualTo(TrackingStatus.LABEL_CREATED);
    }

    @Test
    void a_parcel_on_the_vehicle_is_out_for_delivery() {
        assertThat(track(Situation.OUT_FOR_DELIVERY).status()).isEqualTo(TrackingStatus.OUT_FOR_DELIVERY);
    }

    @Test
    void a_parcel_in_a_shop_is_not_delivered() {
        TrackingResult parcel = track(Situation.AVAILABLE_FOR_PICKUP);

        assertThat(parcel.status()).isEqualTo(TrackingStatus.AVAILABLE_FOR_PICKUP);
        assertThat(parcel.deliveredAt()).isEmpty();
    }

    @Test
    void a_parcel_in_trouble_is_an_exception() {
        assertThat(track(Situation.EXCEPTION).status()).isEqualTo(TrackingStatus.EXCEPTION);
    }

    @Test
    void a_returned_parcel_is_never_delivered() {
        TrackingResult parcel = track(Situation.RETURNED);

        assertThat(parcel.status()).isIn(TrackingStatus.RETURNED, TrackingStatus.RETURNING);
        assertThat(parcel.deliveredAt()).isEmpty();
    }

    @Test
    void an_unknown_number_is_a_not_found_that_names_it() {
        TrackingNumber number = number(Situation.NOT_FOUND);
        try (TrackingClient client = client()) {
            assertThatThrownBy(() -> client.track(number))
                    .isInstanceOf(TrackingNumberNotFoundException.class)
                    .hasMessageContaining(number.value());
        }
    }

    @Test
    void an_unexplained_code_is_unknown_kept_and_counted() {
        TrackingNumber number = number(Situation.UNKNOWN_CODE);
        try (TrackingClient client = client()) {
            TrackingResult parcel = client.track(number);

            assertThat(parcel.latestEvent().map(TrackingEvent::status)).contains(TrackingStatus.UNKNOWN);
            assertThat(parcel.latestEvent().flatMap(TrackingEvent::carrierStatusCode))
                    .isPresent();
            assertThat(client.unmappedCodes()).isNotEmpty();
        }
    }

    @Test
    void events_without_times_have_none() {
        TrackingResult parcel = track(Situation.NO_TIMESTAMPS);

        assertThat(parcel.events()).isNotEmpty();
        assertThat(parcel.events()).allSatisfy(event -> assertThat(event.time()).isEmpty());
    }

    @Test
    void an_offset_is_told_only_where_the_carrier_told_it() {
        List<Optional<CarrierTime>> times = track(Situation.MIXED_OFFSETS).events().stream()
                .map(TrackingEvent::time)
                .toList();

        assertThat(times).anyMatch(time -> time.flatMap(CarrierTime::offsetTime).isPresent());
        assertThat(times)
                .anyMatch(time -> time.isPresent() && time.get().offsetTime().isEmpty());
    }

    @Test
    void one_broken_event_costs_no_other() {
        TrackingNumber broken = number(Situation.BROKEN_EVENT);
        TrackingNumber good = number(Situation.DELIVERED);
        try (TrackingClient client = client()) {
            List<Outcome<TrackingResult>> outcomes = client.trackAll(List.of(broken, good));

            assertThat(outcomes).allMatch(Outcome::isSuccess);
            assertThat(outcomes.get(0).orElseThrow().events()).hasSizeGreaterThan(1);
        }
    }

    @Test
    void several_parcels_with_one_number_are_all_told() {
        TrackingResult parcel = track(Situation.SEVERAL_RESULTS);

        assertThat(parcel.alternatives().size() + parcel.associatedNumbers().size())
                .isPositive();
    }

    // Many at once

    @Test
    void every_number_has_its_outcome_in_order() {
        List<TrackingNumber> numbers = new ArrayList<>();
        subject.numbers()
                .values()
                .forEach(number ->
                        numbers.add(TrackingNumber.of(number, provider().carrierId())));
        numbers.addAll(List.copyOf(numbers));
        String unknown = subject.numbers().get(Situation.NOT_FOUND);
        try (TrackingClient client = client()) {
            List<Outcome<TrackingResult>> outcomes = client.trackAll(numbers);

            assertThat(outcomes).hasSameSizeAs(numbers);
            for (int i = 0; i < numbers.size(); i++) {
                String asked = numbers.get(i).value();
                if (asked.equals(unknown)) {
                    assertThat(outcomes.get(i).failure()).containsInstanceOf(TrackingNumberNotFoundException.class);
                } else {
                    assertThat(outcomes.get(i).orElseThrow().number().value()).isEqualTo(asked);
                }
            }
        }
    }

    @Test
    void finds_its_own_numbers_without_being_named() {
        String number = number(Situation.DELIVERED).value();
        try (TrackingClient client = client()) {
            assertThat(client.detect(number))
                    .anyMatch(match -> match.carrier().equals(provider().carrierId()));
            assertThat(client.track(number).carrier()).isEqualTo(provider().carrierId());
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NOT_FOUND")
    void every_result_survives_the_round_trip_through_json(Situation situation) {
        TrackingResult parcel = track(situation);

        assertThat(ModelJson.read(ModelJson.write(parcel), TrackingResult.class))
                .isEqualTo(parcel);
    }

    @Test
    void the_carriers_own_json_comes_only_on_request() {
        TrackingNumber number = number(Situation.DELIVERED);
        assertThat(track(Situation.DELIVERED).rawJson()).isEmpty();
        try (TrackingClient client = TrackingClient.builder()
                .cache(CachePolicy.off())
                .providers(List.of(provider()))
                .config(subject.config())
                .clock(subject.clock())
                .rawJson(true)
                .build()) {
            assertThat(client.track(number).rawJson()).isPresent();
        }
    }

    // When things go wrong

    @Test
    void a_passing_failure_is_not_noticed() {
        TrackingNumber number = number(Situation.DELIVERED);
        subject.fail(503, 1);
        try (TrackingClient client = client()) {
            assertThat(client.track(number).status()).isEqualTo(TrackingStatus.DELIVERED);
        }
    }

    @Test
    void a_lasting_failure_is_told_as_such_and_never_as_not_found() {
        TrackingNumber number = number(Situation.DELIVERED);
        subject.fail(503, 1_000);
        try (TrackingClient client = client()) {
            assertThatThrownBy(() -> client.track(number))
                    .isInstanceOfSatisfying(CarrierUnavailableException.class, error -> {
                        assertThat(error.retryable()).isTrue();
                        assertThat(error.httpStatus()).hasValue(503);
                        assertThat(error.carrier()).contains(provider().carrierId());
                    });
        }
    }

    @Test
    void too_many_requests_are_told_as_such() {
        TrackingNumber number = number(Situation.DELIVERED);
        subject.fail(429, 1_000);
        try (TrackingClient client = client()) {
            assertThatThrownBy(() -> client.track(number)).isInstanceOf(RateLimitedException.class);
        }
    }

    @Test
    void a_page_instead_of_an_answer_is_told_as_such() {
        TrackingNumber number = number(Situation.DELIVERED);
        subject.answerHtml();
        try (TrackingClient client = client()) {
            assertThatThrownBy(() -> client.track(number)).isInstanceOf(MalformedResponseException.class);
        }
    }

    @Test
    void an_expired_token_is_renewed_once() {
        TrackingNumber number = number(Situation.DELIVERED);
        try (TrackingClient client = client()) {
            client.track(number);
            int tokens = subject.tokenRequests();
            assumeTrue(tokens > 0, "this carrier needs no tokens");
            subject.expireTokens();

            assertThat(client.track(number).status()).isEqualTo(TrackingStatus.DELIVERED);
            assertThat(subject.tokenRequests()).isEqualTo(tokens * 2);
        }
    }

    @Test
    void refused_credentials_are_told_without_being_shown() {
        TrackingNumber number = number(Situation.DELIVERED);
        List<String> secrets = secretSettings();
        assertThat(secrets)
                .as("settings whose names tell that they hold credentials")
                .isNotEmpty();
        ConfigSource wrong = key -> subject.config()
                .get(key)
                .map(value -> secrets.contains(key) ? "test-wrong-" + key : value)
                .orElse(null);
        try (TrackingClient client = client(wrong)) {
            assertThatThrownBy(() -> client.track(number))
                    .isInstanceOf(AuthenticationException.class)
                    .satisfies(error -> assertThat(allMessages(error)).doesNotContain("test-wrong-"));
        }
    }

    @Test
    void a_failure_costs_no_number_of_another_batch() {
        TrackingNumber number = number(Situation.DELIVERED);
        try (TrackingClient client = client()) {
            subject.fail(400, 1);
            List<Outcome<TrackingResult>> first = client.trackAll(List.of(number));
            List<Outcome<TrackingResult>> second = client.trackAll(List.of(number));

            assertThat(first.get(0).failure()).containsInstanceOf(CarrierException.class);
            assertThat(second.get(0).isSuccess()).isTrue();
        }
    }

    private static String allMessages(Throwable error) {
        StringBuilder text = new StringBuilder();
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            text.append(cause).append('\n');
        }
        return text.toString();
    }
}
