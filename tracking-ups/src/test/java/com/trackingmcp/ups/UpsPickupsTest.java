package com.trackingmcp.ups;

import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.trackingmcp.TrackingClient;
import com.trackingmcp.error.CapabilityNotSupportedException;
import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.OutcomeUnknownException;
import com.trackingmcp.model.Address;
import com.trackingmcp.model.Alert;
import com.trackingmcp.model.Cancellation;
import com.trackingmcp.model.Charge;
import com.trackingmcp.model.Money;
import com.trackingmcp.model.PickupConfirmation;
import com.trackingmcp.model.PickupPiece;
import com.trackingmcp.model.PickupQuery;
import com.trackingmcp.model.PickupQuote;
import com.trackingmcp.model.PickupRequest;
import com.trackingmcp.model.PickupStatus;
import com.trackingmcp.testkit.SandboxErrands;
import com.trackingmcp.testkit.SandboxPickup;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Pickups of UPS through the public door, on the sandbox. */
class UpsPickupsTest extends UpsSaleBed {
    private PickupRequest.Builder pickup() {
        return PickupRequest.builder()
                .from(SandboxErrands.of("ups", sandbox.clock()).pickup().orElseThrow());
    }

    private PickupConfirmation book() {
        return client.pickups().schedule(pickup().build());
    }

    private PickupConfirmation smart() {
        return client.pickups()
                .schedule(pickup().putOptions("ups_pickup_type", "smart").build());
    }

    private static CarrierException failure(Runnable call) {
        return catchThrowableOfType(CarrierException.class, call::run);
    }

    private CarrierException refused(PickupRequest.Builder request) {
        return failure(() -> client.pickups().schedule(request.build()));
    }

    private static Address address(PickupRequest.Builder request, String country) {
        Address.Builder address =
                Address.builder().from(request.build().address().orElseThrow());
        return address.country(country).build();
    }

    @Test
    void quoteTellsWhatThePickupCosts() {
        PickupQuote quote = client.pickups().quote(pickup().build()).get(0);
        assertThat(quote.carrier()).isEqualTo("ups");
        assertThat(quote.connection()).isEqualTo("ups");
        assertThat(quote.available()).isTrue();
        assertThat(quote.date()).hasValue(TODAY.plusDays(2));
        assertThat(quote.price()).hasValue(Money.of("7.88", "USD"));
        assertThat(quote.charges()).extracting(Charge::type).containsExactly(Charge.Type.BASE, Charge.Type.FUEL);
        assertThat(quote.charges())
                .extracting(Charge::amount)
                .containsExactly(Money.of("6.66", "USD"), Money.of("1.22", "USD"));
        assertThat(sandbox.pickups("ups")).isEmpty();
    }

    @Test
    void quoteAbroadIsWithTaxes() {
        Address bonn = Address.builder()
                .addLines("Beispielstr. 1")
                .city("Bonn")
                .postalCode("53113")
                .country("DE")
                .residential(true)
                .build();
        PickupQuote quote =
                client.pickups().quote(pickup().address(bonn).build()).get(0);
        assertThat(quote.price().orElseThrow().currency().getCurrencyCode()).isEqualTo("EUR");
        assertThat(quote.charges())
                .extracting(Charge::type)
                .containsExactly(Charge.Type.BASE, Charge.Type.FUEL, Charge.Type.SURCHARGE, Charge.Type.TAX);
        assertThat(quote.charges().get(3).code()).hasValue("VAT");
        assertThat(quote.alerts()).extracting(Alert::code).first().isEqualTo(Optional.of("05"));
    }

    @Test
    void quoteOfADayFarAheadIsRefusedForItsTime() {
        CarrierException error = failure(
                () -> client.pickups().quote(pickup().date(TODAY.plusDays(90)).build()));
        assertThat(error.code()).isEqualTo(ErrorCode.PICKUP_TIMING);
        assertThat(error.carrierCode()).hasValue("9560131");
        assertThat(error.carrierText()).hasValue("Invalid pickup date");
    }

    @Test
    void allThatAQuoteLacksIsToldAndNothingIsSent() {
        CarrierException error = failure(() -> client.pickups()
                .quote(PickupRequest.builder()
                        .address(Address.builder().country("US").city("Memphis").build())
                        .putOptions("ups_account_country", "USA")
                        .build()));
        assertThat(error.details().fields())
                .extracting(field -> field.path())
                .containsExactly(
                        "date",
                        "ready_time",
                        "close_time",
                        "address.postal_code",
                        "address.state_or_province",
                        "options.ups_account_country");
        assertThat(sandbox.calls("ups")).isEmpty();
    }

    @Test
    void smartPickupsHaveNoPrice() {
        CarrierException error = failure(() -> client.pickups()
                .quote(pickup().putOptions("ups_pickup_type", "smart").build()));
        assertThat(error.details().fields())
                .extracting(field -> field.path())
                .containsExactly("options.ups_pickup_type");
    }

    @Test
    void pickupIsBookedWithItsPrice() {
        PickupConfirmation booked = book();
        assertThat(booked.carrier()).isEqualTo("ups");
        assertThat(booked.connection()).isEqualTo("ups");
        assertThat(booked.confirmationNumber()).hasSize(11);
        assertThat(booked.date()).hasValue(TODAY.plusDays(2));
        assertThat(booked.readyTime()).hasValue(LocalTime.of(10, 0));
        assertThat(booked.closeTime()).hasValue(LocalTime.of(17, 30));
        assertThat(booked.address().orElseThrow().city()).hasValue("Memphis");
        assertThat(booked.pieces()).hasValue(2);
        assertThat(booked.instructions()).hasValue("Ring the bell");
        assertThat(booked.price()).hasValue(Money.of("7.88", "USD"));
        assertThat(booked.charges()).hasSize(2);
        assertThat(booked.status()).isEqualTo(PickupStatus.SCHEDULED);
        SandboxPickup fetched = sandbox.pickups("ups").get(0);
        assertThat(fetched.number()).isEqualTo(booked.confirmationNumber());
        assertThat(fetched.date()).isEqualTo(TODAY.plusDays(2));
        assertThat(fetched.pieces()).isEqualTo(2);
    }

    @Test
    void bookingForADayFarAheadIsRefusedForItsTime() {
        CarrierException error = refused(pickup().date(TODAY.plusDays(90)));
        assertThat(error.code()).isEqualTo(ErrorCode.PICKUP_TIMING);
        assertThat(error.carrierCode()).hasValue("9560131");
        assertThat(sandbox.pickups("ups")).isEmpty();
    }

    @Test
    void bookingWhereUpsDoesNotComeIsRefused() {
        CarrierException error = refused(pickup().address(address(pickup(), "AQ")));
        assertThat(error.code()).isEqualTo(ErrorCode.REQUEST_REFUSED);
        assertThat(error.carrierText().orElseThrow()).contains("country");
    }

    private PickupRequest.Builder wrongPickup() {
        Address address = Address.builder()
                .company("A company whose name is much too long")
                .addLines("1".repeat(40), "2".repeat(40))
                .city("Memphis")
                .stateOrProvince("Tennessee")
                .postalCode("38118-12345")
                .country("US")
                .phone("x")
                .build();
        return pickup().address(address)
                .date(TODAY.minusDays(3))
                .closeTime(LocalTime.of(9, 0))
                .pieces(List.of(
                        PickupPiece.builder().quantity(1_000).packaging("99").build(),
                        PickupPiece.builder()
                                .service("Ground")
                                .quantity(0)
                                .packaging("03")
                                .build()))
                .placeAtAddress("behind the house")
                .instructions("i".repeat(58))
                .reference("r".repeat(36))
                .putOptions("ups_room", "123456789")
                .putOptions("ups_floor", "1234")
                .putOptions("ups_notification_email", "e".repeat(51))
                .putOptions("ups_undeliverable_email", "e".repeat(51))
                .putOptions("ups_account_country", "XX")
                .putOptions("ups_service_date", "01")
                .putOptions("ups_payment_method", "06");
    }

    @Test
    void allThatABookingLacksIsToldAndNothingIsSent() {
        CarrierException error = refused(wrongPickup());
        assertThat(error.details().fields())
                .extracting(field -> field.path())
                .contains(
                        "date",
                        "close_time",
                        "address.company",
                        "address.lines",
                        "address.state_or_province",
                        "address.postal_code",
                        "address.phone",
                        "pieces[0].service",
                        "pieces[0].quantity",
                        "pieces[0].packaging",
                        "pieces[1].service",
                        "pieces[1].quantity",
                        "pieces[1].packaging",
                        "place_at_address",
                        "instructions",
                        "reference",
                        "options.ups_room",
                        "options.ups_floor",
                        "options.ups_notification_email",
                        "options.ups_undeliverable_email",
                        "options.ups_account_country",
                        "options.ups_service_date",
                        "options.ups_payment_method");
        assertThat(sandbox.calls("ups")).isEmpty();
    }

    @Test
    void payingByTrackingNumberTakesTheNumbers() {
        PickupRequest.Builder byNumbers = pickup().putOptions("ups_payment_method", "04");
        assertThat(refused(byNumbers).details().fields())
                .extracting(field -> field.path())
                .containsExactly("tracking_numbers");
        assertThat(refused(byNumbers.addTrackingNumbers("1ZTK00010390000017", "92055"))
                        .details()
                        .fields())
                .extracting(field -> field.path())
                .containsExactly("tracking_numbers[1]");
        assertThat(client.pickups()
                        .schedule(byNumbers
                                .trackingNumbers(List.of("1Z TK0 001 03 9000 0017"))
                                .build())
                        .status())
                .isEqualTo(PickupStatus.SCHEDULED);
    }

    @Test
    void withoutAnAccountThePaymentIsAskedFor() {
        try (TrackingClient poor = client(withoutAccount())) {
            CarrierException error = failure(() -> poor.pickups().schedule(pickup().build()));
            assertThat(error.details().fields())
                    .extracting(field -> field.path())
                    .containsExactly("options.ups_payment_method");
            assertThat(failure(() -> poor.pickups()
                                    .schedule(pickup().putOptions("ups_pickup_type", "smart")
                                            .build()))
                            .details()
                            .fields())
                    .extracting(field -> field.path())
                    .containsExactly("options.ups_pickup_type");
            PickupConfirmation paidInCash = poor.pickups()
                    .schedule(pickup().putOptions("ups_payment_method", "05").build());
            assertThat(paidInCash.price()).hasValue(Money.of("8.76", "USD"));
        }
    }

    @Test
    void lostAnswerToABookingIsNotAskedForAgain() {
        sandbox.fail("ups").on("pickup").withLostAnswer().times(1);
        OutcomeUnknownException unknown = catchThrowableOfType(OutcomeUnknownException.class, this::book);
        assertThat(unknown.reference()).hasValue("pickup-4711");
        assertThat(sandbox.pickups("ups")).hasSize(1);
    }

    @Test
    void smartPickupComesWhenUpsSays() {
        PickupConfirmation first = smart();
        assertThat(first.status()).isEqualTo(PickupStatus.SCHEDULED);
        assertThat(first.date()).hasValue(TODAY.plusDays(1));
        assertThat(first.address()).isEmpty();
        assertThat(first.price()).isEmpty();
        assertThat(first.carrierStatusCode()).hasValue("01");
        assertThat(first.carrierStatusText()).hasValue("NEW");
        assertThat(first.alerts()).isEmpty();
        PickupConfirmation second = smart();
        assertThat(second.confirmationNumber()).isEqualTo(first.confirmationNumber());
        assertThat(second.carrierStatusCode()).hasValue("02");
        assertThat(second.alerts()).hasSize(1);
        assertThat(sandbox.pickups("ups")).hasSize(1);
    }

    @Test
    void smartPickupForTodayMayComeOnTheNextBusinessDay() {
        sandbox.advance(Duration.ofHours(7));
        PickupConfirmation late = client.pickups()
                .schedule(pickup().date(TODAY)
                        .putOptions("ups_pickup_type", "smart")
                        .putOptions("ups_service_date", "01")
                        .build());
        assertThat(late.date()).hasValue(TODAY.plusDays(1));
        assertThat(late.alerts()).extracting(Alert::text).first().asString().contains("next business day");
    }

    @Test
    void whetherADayIsTodayIsAskedForWhereItMayBe() {
        // two in the morning of the day after by UTC: at the address it is the evening of this day
        sandbox.advance(Duration.between(
                sandbox.clock().instant(), TODAY.plusDays(1).atTime(2, 0).toInstant(UTC)));
        for (int days = 0; days < 2; days++) {
            PickupRequest.Builder smart = pickup().date(TODAY.plusDays(days)).putOptions("ups_pickup_type", "smart");
            assertThat(refused(smart).details().fields())
                    .extracting(field -> field.path())
                    .containsExactly("options.ups_service_date");
        }
        assertThat(sandbox.calls("ups")).isEmpty();
        PickupConfirmation booked = client.pickups()
                .schedule(pickup().date(TODAY.plusDays(1))
                        .putOptions("ups_pickup_type", "smart")
                        .putOptions("ups_service_date", "02")
                        .build());
        assertThat(booked.date()).hasValue(TODAY.plusDays(1));
    }

    @Test
    void optionsOfPickupsOnCallAreNotForSmartOnes() {
        CarrierException error =
                refused(pickup().putOptions("ups_pickup_type", "smart").putOptions("ups_room", "7"));
        assertThat(error.details().fields()).extracting(field -> field.path()).containsExactly("options.ups_room");
    }

    @Test
    void pickupsOfTodayAndTomorrowArePending() {
        PickupConfirmation booked = book();
        assertThat(client.pickups().pending("ups")).isEmpty();
        assertThat(client.pickups().status(PickupQuery.of(booked))).isEmpty();
        sandbox.advance(Duration.ofDays(1));
        PickupConfirmation tomorrow = client.pickups().pending("ups").get(0);
        assertThat(tomorrow.confirmationNumber()).isEqualTo(booked.confirmationNumber());
        assertThat(tomorrow.carrier()).isEqualTo("ups");
        assertThat(tomorrow.connection()).isEqualTo("ups");
        assertThat(tomorrow.date()).isEqualTo(booked.date());
        assertThat(tomorrow.status()).isEqualTo(PickupStatus.SCHEDULED);
        assertThat(tomorrow.carrierStatusCode()).hasValue("012");
        assertThat(tomorrow.carrierStatusText()).hasValue("Your pickup request is being processed");
        sandbox.advance(Duration.ofDays(1));
        assertThat(client.pickups().status(PickupQuery.of(booked)).orElseThrow().status())
                .isEqualTo(PickupStatus.DISPATCHED);
        String typed = " " + booked.confirmationNumber().toLowerCase(Locale.ROOT) + " ";
        assertThat(client.pickups().status(PickupQuery.of("ups", typed))).isPresent();
        client.pickups().cancel(PickupQuery.of(booked));
        assertThat(client.pickups().status(PickupQuery.of(booked))).isEmpty();
    }

    @Test
    void smartPickupsArePendingToo() {
        PickupConfirmation smart = smart();
        PickupConfirmation pending = client.pickups().pending("ups").get(0);
        assertThat(pending.confirmationNumber()).isEqualTo(smart.confirmationNumber());
        assertThat(pending.status()).isEqualTo(PickupStatus.SCHEDULED);
        assertThat(pending.carrierStatusCode()).hasValue("001");
    }

    @Test
    void pendingPickupsAreAnAccounts() {
        try (TrackingClient poor = client(withoutAccount())) {
            CarrierException error = failure(() -> poor.pickups().pending("ups"));
            assertThat(error.code()).isEqualTo(ErrorCode.INCOMPLETE_CREDENTIALS);
            assertThat(error).hasMessageContaining("UPS_ACCOUNT_NUMBER");
            assertThat(failure(() -> poor.pickups().cancelAll("ups")).code())
                    .isEqualTo(ErrorCode.INCOMPLETE_CREDENTIALS);
        }
        try (TrackingClient other = client(Map.of("UPS_ACCOUNT_NUMBER", "XX0001"))) {
            assertThat(failure(() -> other.pickups().pending("ups")).code()).isEqualTo(ErrorCode.REQUEST_REFUSED);
        }
    }

    @Test
    void pickupIsCancelledOnce() {
        PickupConfirmation booked = book();
        Cancellation cancelled = client.pickups().cancel(PickupQuery.of(booked));
        assertThat(cancelled.carrier()).isEqualTo("ups");
        assertThat(cancelled.connection()).isEqualTo("ups");
        assertThat(cancelled.id()).isEqualTo(booked.confirmationNumber());
        assertThat(cancelled.cancelled()).isTrue();
        assertThat(sandbox.pickups("ups").get(0).isCancelled()).isTrue();
        CarrierException again = failure(() -> client.pickups().cancel(PickupQuery.of(booked)));
        assertThat(again.code()).isEqualTo(ErrorCode.PICKUP_NOT_CANCELLED);
        assertThat(again.carrierText().orElseThrow()).contains("cancelled");
    }

    @Test
    void smartPickupIsCancelledWithItsState() {
        Cancellation cancelled = client.pickups().cancel(PickupQuery.of(smart()));
        assertThat(cancelled.cancelled()).isTrue();
        assertThat(cancelled.carrierText()).hasValue("User Cancelled");
    }

    @Test
    void whatCannotBeANumberOfAPickupIsNotSent() {
        CarrierException error = failure(() -> client.pickups().cancel(PickupQuery.of("ups", "29\r\nEvil: 1")));
        assertThat(error.details().fields()).extracting(field -> field.path()).containsExactly("confirmation_number");
        assertThat(sandbox.calls("ups")).isEmpty();
    }

    @Test
    void lostAnswerToACancellationIsNotAskedForAgain() {
        PickupConfirmation booked = book();
        sandbox.fail("ups").on("pickup-cancel").withLostAnswer().times(1);
        OutcomeUnknownException unknown = catchThrowableOfType(
                OutcomeUnknownException.class, () -> client.pickups().cancel(PickupQuery.of(booked)));
        assertThat(unknown.reference()).hasValue(booked.confirmationNumber());
        assertThat(sandbox.calls("ups"))
                .filteredOn(call -> call.operation().equals("pickup-cancel"))
                .hasSize(1);
        assertThat(sandbox.pickups("ups").get(0).isCancelled()).isTrue();
    }

    @Test
    void allPickupsOfTheAccountAreCancelledAtOnce() {
        book();
        book();
        assertThat(client.pickups().cancelAll("ups").cancelled()).isTrue();
        assertThat(sandbox.pickups("ups")).hasSize(2).allMatch(SandboxPickup::isCancelled);
        assertThat(failure(() -> client.pickups().cancelAll("ups")).code()).isEqualTo(ErrorCode.PICKUP_NOT_CANCELLED);
    }

    @Test
    void lostAnswerToTheCancellationOfAllIsNotAskedForAgain() {
        book();
        sandbox.fail("ups").on("pickup-cancel").withLostAnswer().times(1);
        OutcomeUnknownException unknown = catchThrowableOfType(
                OutcomeUnknownException.class, () -> client.pickups().cancelAll("ups"));
        assertThat(unknown.reference()).hasValue("all pickups of ups");
        assertThat(sandbox.pickups("ups")).hasSize(1).allMatch(SandboxPickup::isCancelled);
    }

    @Test
    void pickupsCannotBeChanged() {
        assertThat(failure(() -> client.pickups().update(PickupQuery.of("ups", "29TK0000001"), pickup().build())))
                .isInstanceOf(CapabilityNotSupportedException.class);
    }
}
