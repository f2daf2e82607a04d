package com.trackingmcp.fedex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.trackingmcp.error.CapabilityNotSupportedException;
import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.OutcomeUnknownException;
import com.trackingmcp.model.Address;
import com.trackingmcp.model.Cancellation;
import com.trackingmcp.model.PickupConfirmation;
import com.trackingmcp.model.PickupPiece;
import com.trackingmcp.model.PickupQuery;
import com.trackingmcp.model.PickupQuote;
import com.trackingmcp.model.PickupRequest;
import com.trackingmcp.model.PickupStatus;
import com.trackingmcp.testkit.SandboxCall;
import com.trackingmcp.testkit.SandboxPickup;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Parcels are fetched by FedEx: asked for, booked once and called off once, against a sandbox with a diary. */
class FedexPickupTest {
    private final FedexBed bed = new FedexBed();
    private final Clock clock = bed.sandbox.clock();

    @AfterEach
    void stop() {
        bed.close();
    }

    private PickupConfirmation book(PickupRequest.Builder request) {
        return bed.client.pickups().schedule(request.build());
    }

    private CarrierException refusal(PickupRequest.Builder request) {
        return catchThrowableOfType(CarrierException.class, () -> book(request));
    }

    private List<String> sent() {
        return bed.sandbox.callsWithoutTokens("fedex").stream()
                .map(SandboxCall::operation)
                .toList();
    }

    @Test
    void express_is_booked_with_the_station_that_comes() {
        PickupConfirmation booked = book(FedexDeskBed.express(clock));

        SandboxPickup pickup = bed.sandbox.pickups("fedex").get(0);
        assertThat(booked.carrier()).isEqualTo("fedex");
        assertThat(booked.connection()).isEqualTo("fedex");
        assertThat(booked.confirmationNumber()).isEqualTo(pickup.number());
        assertThat(booked.date()).contains(FedexDeskBed.today(clock).plusDays(1));
        assertThat(booked.readyTime()).contains(LocalTime.NOON);
        assertThat(booked.closeTime()).contains(LocalTime.of(17, 30));
        assertThat(booked.address()).isPresent();
        assertThat(booked.pieces()).contains(3);
        assertThat(booked.price()).isEmpty();
        assertThat(booked.instructions()).contains("Ring at the loading dock");
        assertThat(booked.locationCode()).contains("MEMA");
        assertThat(booked.status()).isEqualTo(PickupStatus.SCHEDULED);
        assertThat(booked.carrierStatusText()).contains("Courier on the way");
        assertThat(booked.details()).containsExactly(Map.entry("carrier_code", "FDXE"));
        assertThat(pickup.pieces()).isEqualTo(3);
        assertThat(pickup.ready()).isEqualTo(LocalTime.NOON);
        assertThat(sent()).containsExactly("pickup");
    }

    @Test
    void ground_is_booked_without_a_station() {
        PickupConfirmation booked = book(FedexDeskBed.ground(clock));

        assertThat(booked.locationCode()).isEmpty();
        assertThat(booked.details()).containsExactly(Map.entry("carrier_code", "FDXG"));
    }

    @Test
    void what_was_booked_is_called_off_once() {
        PickupConfirmation express = book(FedexDeskBed.express(clock));
        PickupConfirmation ground = book(FedexDeskBed.ground(clock));

        for (PickupConfirmation booked : List.of(express, ground)) {
            Cancellation cancelled = bed.client.pickups().cancel(PickupQuery.of(booked));
            CarrierException again = catchThrowableOfType(
                    CarrierException.class, () -> bed.client.pickups().cancel(PickupQuery.of(booked)));

            assertThat(cancelled.cancelled()).isTrue();
            assertThat(cancelled.id()).isEqualTo(booked.confirmationNumber());
            assertThat(cancelled.carrierText()).contains("Requested pickup has been cancelled Successfully.");
            assertThat(again.code()).isEqualTo(ErrorCode.PICKUP_NOT_CANCELLED);
            assertThat(again.carrierCode()).contains("DUPLICATE.REQUEST.CANCEL");
            assertThat(again).hasMessageContaining("Duplicate cancel request");
            assertThat(again.retryable()).isFalse();
        }
        assertThat(bed.sandbox.pickups("fedex")).allMatch(SandboxPickup::isCancelled);
    }

    @Test
    void a_pickup_nobody_booked_is_not_called_off() {
        PickupConfirmation booked = book(FedexDeskBed.express(clock));
        PickupQuery other = PickupQuery.builder()
                .from(PickupQuery.of(booked))
                .date(FedexDeskBed.today(clock).plusDays(2))
                .build();

        CarrierException refusal = catchThrowableOfType(
                CarrierException.class, () -> bed.client.pickups().cancel(other));

        assertThat(refusal.code()).isEqualTo(ErrorCode.PICKUP_NOT_CANCELLED);
        assertThat(refusal.carrierCode()).contains("NO.DISPATCH.FOUND");
    }

    @Test
    void a_time_that_fedex_does_not_like_is_told_with_its_words() {
        LocalDate today = FedexDeskBed.today(clock);

        CarrierException late = refusal(FedexDeskBed.express(clock).date(today.plusDays(2)));
        CarrierException early = refusal(FedexDeskBed.ground(clock).date(today));
        CarrierException past = refusal(FedexDeskBed.express(clock).date(today).readyTime(LocalTime.of(8, 0)));
        CarrierException shortly = refusal(FedexDeskBed.ground(clock).closeTime(LocalTime.of(13, 0)));

        assertThat(List.of(late, early, past, shortly))
                .extracting(CarrierException::code)
                .containsOnly(ErrorCode.PICKUP_TIMING);
        assertThat(List.of(late, early, past, shortly))
                .extracting(error -> error.carrierCode().orElse(""))
                .containsExactly(
                        "PICKUPDATE.TOO.FAR",
                        "ORIGINDETAIL.READYDATETIMESTAMP.PROHIBITED",
                        "READY.TIME.INVALID",
                        "FDSDMINIMUM.HOUR.REQUIRED");
        assertThat(late).hasMessageContaining("Pickup Date too far in future.");
        assertThat(bed.sandbox.pickups("fedex")).isEmpty();
    }

    @Test
    void any_other_refusal_is_told_as_such() {
        CarrierException refusal = refusal(FedexDeskBed.ground(clock)
                .address(Address.builder()
                        .from(FedexOrders.memphis())
                        .postalCode("00000")
                        .build()));

        assertThat(refusal.code()).isEqualTo(ErrorCode.REQUEST_REFUSED);
        assertThat(refusal.carrierCode()).contains("POSTALCODE.INFO.INVALID");
    }

    @Test
    void all_that_is_missing_or_wrong_is_told_before_anything_is_sent() {
        CarrierException refusal = refusal(FedexDeskBed.ground(clock)
                .address(Address.builder()
                        .from(FedexOrders.memphis())
                        .lines(List.of("1", "2", "3", "4"))
                        .postalCode(Optional.empty())
                        .phone("12345")
                        .build())
                .date(FedexDeskBed.today(clock).plusDays(17))
                .instructions("x".repeat(61))
                .pieces(List.of(
                        FedexDeskBed.piece("FEDEX_GROUND", 1, "1").build(),
                        FedexDeskBed.piece("FEDEX_2_DAY", 1, "1").build(),
                        PickupPiece.builder().quantity(1).build()))
                .options(Map.of("fedex_oversize_packages", "4", "fedex_building_part", "CELLAR")));

        assertThat(FedexDeskBed.paths(refusal))
                .containsExactlyInAnyOrder(
                        "address.postal_code",
                        "address.lines",
                        "address.phone",
                        "date",
                        "instructions",
                        "pieces[1].service",
                        "pieces[2].service",
                        "options.fedex_package_location",
                        "options.fedex_oversize_packages",
                        "options.fedex_building_part");
        assertThat(bed.sandbox.calls("fedex")).isEmpty();
    }

    @Test
    void what_calls_a_pickup_off_is_told_before_anything_is_sent() {
        CarrierException bare = catchThrowableOfType(
                CarrierException.class, () -> bed.client.pickups().cancel(PickupQuery.of("fedex", "7")));
        CarrierException strange = catchThrowableOfType(
                CarrierException.class,
                () -> bed.client
                        .pickups()
                        .cancel(PickupQuery.builder()
                                .confirmationNumber("7")
                                .reason("x".repeat(61))
                                .details(Map.of("carrier_code", "FXFR"))
                                .build()));

        assertThat(FedexDeskBed.paths(bare)).containsExactly("date", "location_code");
        assertThat(FedexDeskBed.paths(strange)).containsExactly("date", "reason", "details.carrier_code");
        assertThat(bed.sandbox.calls("fedex")).isEmpty();
    }

    @Test
    void a_booking_whose_answer_is_lost_may_have_been_made_and_is_made_once() {
        bed.sandbox.fail("fedex").on("pickup").withLostAnswer().times(1);

        CarrierException lost = refusal(FedexDeskBed.ground(clock).reference("PICKUP-7"));

        assertThat(lost).isInstanceOf(OutcomeUnknownException.class);
        assertThat(lost.reference()).contains("PICKUP-7");
        assertThat(lost.retryable()).isFalse();
        assertThat(bed.sandbox.pickups("fedex")).hasSize(1);
        assertThat(sent()).containsExactly("pickup");
    }

    @Test
    void a_cancellation_whose_answer_is_lost_may_have_been_made_and_is_made_once() {
        PickupConfirmation booked = book(FedexDeskBed.express(clock));
        bed.sandbox.fail("fedex").on("pickup-cancel").withCutBody().times(1);

        CarrierException lost = catchThrowableOfType(
                CarrierException.class, () -> bed.client.pickups().cancel(PickupQuery.of(booked)));

        assertThat(lost).isInstanceOf(OutcomeUnknownException.class);
        assertThat(lost.reference()).contains(booked.confirmationNumber());
        assertThat(bed.sandbox.pickups("fedex").get(0).isCancelled()).isTrue();
        assertThat(sent()).containsExactly("pickup", "pickup-cancel");
    }

    @Test
    void a_broken_server_may_have_booked() {
        bed.sandbox.fail("fedex").on("pickup").with(500).untilCleared();

        assertThat(refusal(FedexDeskBed.ground(clock)).code()).isEqualTo(ErrorCode.OUTCOME_UNKNOWN);
        assertThat(sent()).containsExactly("pickup");
    }

    @Test
    void both_companies_say_when_they_would_come() {
        PickupRequest request = PickupRequest.builder()
                .address(FedexOrders.memphis())
                .date(FedexDeskBed.today(clock))
                .build();

        List<PickupQuote> quotes = bed.client.pickups().quote(request);

        assertThat(quotes).extracting(quote -> quote.service().orElse("")).containsExactly("FDXE", "FDXG");
        assertThat(quotes).extracting(PickupQuote::available).containsExactly(true, false);
        PickupQuote express = quotes.get(0);
        assertThat(express.carrier()).isEqualTo("fedex");
        assertThat(express.connection()).isEqualTo("fedex");
        assertThat(express.date()).contains(FedexDeskBed.today(clock));
        assertThat(express.readyFrom()).contains(LocalTime.of(9, 0));
        assertThat(express.cutoff()).contains(LocalTime.of(18, 0));
        assertThat(express.closeUntil()).contains(LocalTime.of(19, 30));
        assertThat(express.accessTime()).contains(Duration.ofMinutes(90));
        assertThat(express.price()).isEmpty();
    }

    @Test
    void the_company_of_the_parcels_says_when_it_would_come() {
        List<PickupQuote> quotes =
                bed.client.pickups().quote(FedexDeskBed.ground(clock).build());

        assertThat(quotes).singleElement().satisfies(quote -> {
            assertThat(quote.service()).contains("FDXG");
            assertThat(quote.available()).isTrue();
            assertThat(quote.date()).contains(FedexDeskBed.today(clock).plusDays(2));
        });
    }

    @Test
    void where_fedex_does_not_come_there_is_no_window() {
        Address antarctica = Address.builder().country("AQ").city("McMurdo").build();

        assertThat(bed.client
                        .pickups()
                        .quote(PickupRequest.builder()
                                .address(antarctica)
                                .date(FedexDeskBed.today(clock).plusDays(1))
                                .build()))
                .isEmpty();
    }

    @Test
    void a_question_is_asked_again_where_the_server_is_broken() {
        bed.sandbox.fail("fedex").on("pickup-quote").with(503).times(1);

        assertThat(bed.client.pickups().quote(FedexDeskBed.ground(clock).build()))
                .hasSize(1);
        assertThat(sent()).containsExactly("pickup-quote", "pickup-quote");
    }

    @Test
    void fedex_neither_changes_pickups_nor_tells_of_them() {
        PickupQuery pickup = PickupQuery.of("fedex", "7");

        assertThat(catchThrowableOfType(
                        CapabilityNotSupportedException.class,
                        () -> bed.client
                                .pickups()
                                .update(pickup, FedexDeskBed.ground(clock).build())))
                .isNotNull();
        assertThat(catchThrowableOfType(
                        CapabilityNotSupportedException.class,
                        () -> bed.client.pickups().status(pickup)))
                .isNotNull();
    }

    @Test
    void nothing_is_booked_without_an_account() {
        try (var client = bed.client(Map.of("FEDEX_ACCOUNT_NUMBER", ""))) {
            CarrierException error = catchThrowableOfType(
                    CarrierException.class,
                    () -> client.pickups().schedule(FedexDeskBed.ground(clock).build()));

            assertThat(error.code()).isEqualTo(ErrorCode.INCOMPLETE_CREDENTIALS);
        }
        assertThat(bed.sandbox.calls("fedex")).isEmpty();
    }
}
