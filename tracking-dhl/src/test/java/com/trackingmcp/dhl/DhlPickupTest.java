package com.trackingmcp.dhl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.trackingmcp.error.CapabilityNotSupportedException;
import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.CarrierUnavailableException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.FieldProblem;
import com.trackingmcp.error.InvalidRequestException;
import com.trackingmcp.error.OutcomeUnknownException;
import com.trackingmcp.model.Cancellation;
import com.trackingmcp.model.PickupConfirmation;
import com.trackingmcp.model.PickupPiece;
import com.trackingmcp.model.PickupQuery;
import com.trackingmcp.model.PickupRequest;
import com.trackingmcp.model.PickupStatus;
import com.trackingmcp.testkit.SandboxErrands;
import com.trackingmcp.testkit.SandboxPickup;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Pickups of DHL Express, booked in the sandbox. */
class DhlPickupTest extends DhlSalesBed {
    private static final LocalDate TODAY = LocalDate.parse("2026-02-10");
    private static final LocalDate DAY = LocalDate.parse("2026-02-12");
    private static final LocalDate SUNDAY = LocalDate.parse("2026-02-15");

    private PickupRequest.Builder pickup() {
        return PickupRequest.builder()
                .from(SandboxErrands.of("dhl", sandbox.clock()).pickup().orElseThrow());
    }

    private PickupConfirmation booked() {
        return client.pickups().schedule(pickup().build());
    }

    private List<SandboxPickup> pickups() {
        return sandbox.pickups("mydhl");
    }

    private long calls(String operation) {
        return sandbox.calls("mydhl").stream()
                .filter(call -> call.operation().equals(operation))
                .count();
    }

    private static CarrierException failure(Runnable call) {
        return catchThrowableOfType(CarrierException.class, call::run);
    }

    @Test
    void aPickupIsBookedAndToldInFull() {
        PickupRequest request = pickup().build();

        PickupConfirmation confirmation = client.pickups().schedule(request);

        assertThat(confirmation.carrier()).isEqualTo("dhl");
        assertThat(confirmation.connection()).isEqualTo("dhl");
        assertThat(confirmation.confirmationNumber()).startsWith("PRG").hasSize(15);
        assertThat(confirmation.date()).contains(DAY);
        assertThat(confirmation.readyTime()).contains(LocalTime.of(10, 0));
        assertThat(confirmation.closeTime()).contains(LocalTime.of(17, 0));
        assertThat(confirmation.address()).isEqualTo(request.address());
        assertThat(confirmation.pieces()).contains(2);
        assertThat(confirmation.instructions()).contains("Ring the bell");
        assertThat(confirmation.status()).isEqualTo(PickupStatus.SCHEDULED);
        assertThat(confirmation.price()).isEmpty();
        assertThat(confirmation.details()).isEmpty();
        assertThat(confirmation.alerts()).isEmpty();
        assertThat(pickups()).singleElement().satisfies(one -> {
            assertThat(one.number()).isEqualTo(confirmation.confirmationNumber());
            assertThat(one.date()).isEqualTo(DAY);
            assertThat(one.ready()).isEqualTo(LocalTime.of(10, 0));
            assertThat(one.close()).isEqualTo(LocalTime.of(17, 0));
            assertThat(one.pieces()).isEqualTo(2);
        });
    }

    @Test
    void aDayOnWhichNobodyComesIsToldAsTheOneOnWhichSomebodyDoes() {
        PickupConfirmation confirmation =
                client.pickups().schedule(pickup().date(SUNDAY).build());

        assertThat(confirmation.date()).contains(SUNDAY.plusDays(1));
        assertThat(confirmation.alerts())
                .extracting(alert -> alert.text())
                .containsExactly("DHL tells 2026-02-16 as the day of the pickup");
    }

    @Test
    void aPickupIsChanged() {
        PickupConfirmation confirmation = booked();

        PickupConfirmation changed = client.pickups()
                .update(
                        PickupQuery.of(confirmation),
                        pickup().date(DAY.plusDays(1))
                                .readyTime(LocalTime.of(12, 30))
                                .addPieces(PickupPiece.builder()
                                        .from(pickup().build().pieces().get(0))
                                        .quantity(1)
                                        .build())
                                .build());

        assertThat(changed.confirmationNumber()).isEqualTo(confirmation.confirmationNumber());
        assertThat(changed.date()).contains(DAY.plusDays(1));
        assertThat(changed.pieces()).contains(3);
        assertThat(pickups()).singleElement().satisfies(one -> {
            assertThat(one.date()).isEqualTo(DAY.plusDays(1));
            assertThat(one.ready()).isEqualTo(LocalTime.of(12, 30));
            assertThat(one.pieces()).isEqualTo(3);
        });
    }

    @Test
    void aPickupIsCancelledOnce() {
        PickupQuery pickup = PickupQuery.of(booked());

        Cancellation cancellation = client.pickups().cancel(pickup);

        assertThat(cancellation.cancelled()).isTrue();
        assertThat(cancellation.id()).isEqualTo(pickup.confirmationNumber().orElseThrow());
        assertThat(pickups()).allMatch(SandboxPickup::isCancelled);
        CarrierException again = failure(() -> client.pickups().cancel(pickup));
        assertThat(again.code()).isEqualTo(ErrorCode.PICKUP_NOT_CANCELLED);
        assertThat(again).hasMessageContaining("cancelled or completed already");
    }

    @Test
    void whatIsNotThereIsNeitherChangedNorCancelled() {
        PickupQuery nobodys = PickupQuery.builder()
                .carrier("dhl")
                .confirmationNumber("PRG999999999999")
                .requestor("Ada Example")
                .build();

        assertThat(failure(() -> client.pickups().cancel(nobodys)).code()).isEqualTo(ErrorCode.PICKUP_NOT_CANCELLED);
        CarrierException unchanged = failure(() -> client.pickups().update(nobodys, pickup().build()));
        assertThat(unchanged.code()).isEqualTo(ErrorCode.REQUEST_REFUSED);
        assertThat(unchanged.carrierText().orElseThrow()).contains("Pickup was not found");
    }

    @Test
    void whatDhlSaysOfDayAndTimeIsToldAsSuch() {
        CarrierException late =
                failure(() -> client.pickups().schedule(pickup().date(TODAY).build()));

        assertThat(late.code()).isEqualTo(ErrorCode.PICKUP_TIMING);
        assertThat(late.httpStatus()).hasValue(400);
        assertThat(late).hasMessageContaining("in the past");
        assertThat(pickups()).isEmpty();
    }

    @Test
    void anAccountThatMayNotIsRefusedWithDhlsCode() {
        try (var other = client(Map.of("DHL_EXPRESS_ACCOUNT_NUMBER", "999999999"))) {
            CarrierException refused = failure(() -> other.pickups().schedule(pickup().build()));

            assertThat(refused.code()).isEqualTo(ErrorCode.REQUEST_REFUSED);
            assertThat(refused.carrierCode()).contains("8003");
        }
        assertThat(pickups()).isEmpty();
    }

    @Test
    void whereDhlDoesNotGoNothingIsBooked() {
        PickupRequest elsewhere = pickup().address(
                        DhlOrders.address("1 Ice Street", "Base", "00000", "AQ").build())
                .build();

        CarrierException refused = failure(() -> client.pickups().schedule(elsewhere));

        assertThat(refused.code()).isEqualTo(ErrorCode.REQUEST_REFUSED);
        assertThat(calls("pickup")).isZero();
    }

    @Test
    void everythingThatIsMissingOrWrongIsToldAtOnceAndNothingIsSent() {
        try (var unpaid = client(Map.of("DHL_EXPRESS_ACCOUNT_NUMBER", ""))) {
            PickupRequest wrong = pickup().address(DhlOrders.bonn()
                            .city("x".repeat(46))
                            .phone("1".repeat(71))
                            .lines(List.of("one", "two", "three", "four"))
                            .build())
                    .date(LocalDate.parse("2026-02-22"))
                    .placeAtAddress("x".repeat(81))
                    .instructions("x".repeat(321))
                    .pieces(List.of(PickupPiece.builder()
                            .quantity(1000)
                            .packaging("BOX")
                            .build()))
                    .putOptions("dhl_declarable", "maybe")
                    .build();

            InvalidRequestException refusal = catchThrowableOfType(
                    InvalidRequestException.class, () -> unpaid.pickups().schedule(wrong));

            assertThat(refusal.fields())
                    .extracting(FieldProblem::path)
                    .containsExactly(
                            "DHL_EXPRESS_ACCOUNT_NUMBER",
                            "address.city",
                            "address.phone",
                            "address.lines",
                            "date",
                            "place_at_address",
                            "instructions",
                            "pieces[0].service",
                            "pieces[0].weight",
                            "pieces[0].quantity",
                            "pieces[0].packaging",
                            "options.dhl_declarable");
        }
        assertThat(sandbox.calls("mydhl")).isEmpty();
    }

    @Test
    void nobodyCancelsWithoutAName() {
        PickupQuery nameless = PickupQuery.of("dhl", booked().confirmationNumber());

        assertThat(catchThrowableOfType(
                                InvalidRequestException.class,
                                () -> client.pickups().cancel(nameless))
                        .fields())
                .extracting(FieldProblem::path)
                .containsExactly("requestor");
        assertThat(calls("pickup-cancel")).isZero();
    }

    @Test
    void aBookingWhoseAnswerIsLostIsNotTriedAgain() {
        sandbox.fail("mydhl").on("pickup").withLostAnswer().times(1);

        OutcomeUnknownException lost = catchThrowableOfType(
                OutcomeUnknownException.class,
                () -> client.pickups().schedule(pickup().reference("tour-7").build()));

        assertThat(lost.reference()).contains("tour-7");
        assertThat(pickups()).hasSize(1);
        assertThat(calls("pickup")).isEqualTo(1);
    }

    @Test
    void aChangeAndACancellationWhoseAnswersAreLostAreNotTriedAgain() {
        PickupConfirmation confirmation = booked();
        sandbox.fail("mydhl").on("pickup-update").withLostAnswer().times(1);
        sandbox.fail("mydhl").on("pickup-cancel").withLostAnswer().times(1);

        OutcomeUnknownException changed = catchThrowableOfType(
                OutcomeUnknownException.class,
                () -> client.pickups()
                        .update(
                                PickupQuery.of(confirmation),
                                pickup().date(DAY.plusDays(1)).build()));
        OutcomeUnknownException cancelled = catchThrowableOfType(
                OutcomeUnknownException.class, () -> client.pickups().cancel(PickupQuery.of(confirmation)));

        assertThat(changed.reference()).contains(confirmation.confirmationNumber());
        assertThat(cancelled.reference()).contains(confirmation.confirmationNumber());
        assertThat(pickups()).singleElement().satisfies(one -> {
            assertThat(one.date()).isEqualTo(DAY.plusDays(1));
            assertThat(one.isCancelled()).isTrue();
        });
        assertThat(calls("pickup-update")).isEqualTo(1);
        assertThat(calls("pickup-cancel")).isEqualTo(1);
    }

    @Test
    void aServerThatFailsMayHaveBookedAndOneThatFailsBeforeHasNot() {
        sandbox.fail("mydhl").on("pickup").with(500).times(1);
        assertThatThrownBy(this::booked).isInstanceOf(OutcomeUnknownException.class);

        sandbox.advance(Duration.ofHours(25));
        sandbox.fail("mydhl").on("area").withHtml(200).times(1);
        assertThatThrownBy(this::booked).isInstanceOf(CarrierUnavailableException.class);
        assertThat(calls("pickup")).isEqualTo(1);
    }

    @Test
    void dhlQuotesNoPickupsAndTellsOfNone() {
        assertThatThrownBy(() -> client.pickups().quote(pickup().build()))
                .isInstanceOf(CapabilityNotSupportedException.class);
        assertThatThrownBy(() -> client.pickups().pending("dhl")).isInstanceOf(CapabilityNotSupportedException.class);
        assertThatThrownBy(() -> client.pickups().cancelAll("dhl")).isInstanceOf(CapabilityNotSupportedException.class);
        assertThat(sandbox.calls("mydhl")).isEmpty();
    }
}
