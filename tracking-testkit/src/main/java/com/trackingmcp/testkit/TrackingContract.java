package com.trackingmcp.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.trackingmcp.CachePolicy;
import com.trackingmcp.TrackingClient;
import com.trackingmcp.error.TrackingNumberNotFoundException;
import com.trackingmcp.model.CarrierTime;
import com.trackingmcp.model.ModelJson;
import com.trackingmcp.model.Outcome;
import com.trackingmcp.model.TrackingEvent;
import com.trackingmcp.model.TrackingNumber;
import com.trackingmcp.model.TrackingResult;
import com.trackingmcp.model.TrackingStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How every carrier tracks: what each situation must look like, alone and among many. */
abstract class TrackingContract extends ConnectionContract {
    @Test
    void a_delivered_parcel_is_delivered_and_says_when() {
        TrackingResult parcel = track(Situation.DELIVERED);

        assertThat(parcel.status()).isEqualTo(TrackingStatus.DELIVERED);
        assertThat(parcel.deliveredAt()).isPresent();
        assertThat(parcel.estimatedDelivery()).isEmpty();
        assertThat(parcel.carrierStatusCode()).isPresent();
        assertThat(parcel.carrier()).isEqualTo(carrier());
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
        subject.numbers().values().forEach(number -> numbers.add(TrackingNumber.of(number, carrier())));
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
            // asked first: a gateway's carriers are not known before
            assertThat(client.track(number).carrier()).isEqualTo(carrier());
            assertThat(client.detect(number)).anyMatch(match -> match.carrier().equals(carrier()));
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
}
