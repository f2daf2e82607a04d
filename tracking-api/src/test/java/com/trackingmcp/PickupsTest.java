package com.trackingmcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.trackingmcp.error.CapabilityNotSupportedException;
import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.ErrorDetails;
import com.trackingmcp.error.FieldProblem;
import com.trackingmcp.error.InvalidRequestException;
import com.trackingmcp.error.OutcomeUnknownException;
import com.trackingmcp.model.Address;
import com.trackingmcp.model.PickupConfirmation;
import com.trackingmcp.model.PickupPiece;
import com.trackingmcp.model.PickupQuery;
import com.trackingmcp.model.PickupQuote;
import com.trackingmcp.model.PickupRequest;
import com.trackingmcp.model.Weight;
import com.trackingmcp.spi.PickupCapability;
import com.trackingmcp.support.Requests;
import com.trackingmcp.support.TestClock;
import com.trackingmcp.testcarrier.Desk;
import com.trackingmcp.testcarrier.LocalCarrier;
import com.trackingmcp.testcarrier.Vans;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Pickups are checked whole before anything is sent, and booked once. */
class PickupsTest {
    private static final LocalDate TOMORROW =
            LocalDate.ofInstant(TestClock.START, ZoneOffset.UTC).plusDays(1);

    private final Vans vans = new Vans("post");
    private final Vans european = new Vans("post-eu");
    private final TrackingClient one = client(new Desk("post").offering(PickupCapability.class, vans));
    private final TrackingClient two = client(
            new Desk("post").offering(PickupCapability.class, vans),
            new Desk("post", "post-eu").offering(PickupCapability.class, european));

    private static TrackingClient client(Desk... desks) {
        TrackingClientBuilder builder =
                TrackingClient.builder().providers(List.of()).clock(new TestClock());
        Arrays.stream(desks).forEach(desk -> builder.carrier(desk.factory()));
        return builder.build();
    }

    @AfterEach
    void close() {
        one.close();
        two.close();
    }

    private static PickupRequest.Builder pickup() {
        return PickupRequest.builder()
                .address(Requests.address("US").build())
                .date(TOMORROW)
                .readyTime(LocalTime.of(9, 0))
                .closeTime(LocalTime.of(17, 0))
                .addPieces(PickupPiece.builder().quantity(2).build());
    }

    private static List<String> paths(Runnable wish) {
        InvalidRequestException refusal = catchThrowableOfType(InvalidRequestException.class, wish::run);
        return refusal.fields().stream().map(FieldProblem::path).toList();
    }

    @Test
    void aPickupIsBookedOnce() {
        PickupConfirmation booked = one.pickups().schedule(pickup().build());
        assertThat(booked.confirmationNumber()).isEqualTo("1");
        assertThat(booked.date()).contains(TOMORROW);
        assertThat(vans.asked()).hasSize(1);
    }

    @Test
    void allThatIsMissingIsToldAtOnceAndNothingIsSent() {
        assertThat(paths(() -> one.pickups().schedule(PickupRequest.builder().build())))
                .containsExactly("address", "date", "ready_time", "close_time", "pieces");
        PickupRequest wrong = PickupRequest.builder()
                .address(Address.builder().country("XX").build())
                .date(TOMORROW.minusDays(9))
                .readyTime(LocalTime.NOON)
                .closeTime(LocalTime.NOON)
                .addPieces(PickupPiece.builder()
                        .weight(Weight.of("0", Weight.Unit.KG))
                        .destinationCountry("Germany")
                        .build())
                .instructions("ring twice")
                .putOptions("post_loudly", "true")
                .build();
        assertThat(paths(() -> one.pickups().schedule(wrong)))
                .containsExactly(
                        "address.country",
                        "address.postal_code",
                        "date",
                        "close_time",
                        "address.person",
                        "address.lines",
                        "address.city",
                        "address.phone",
                        "pieces[0].quantity",
                        "pieces[0].weight",
                        "pieces[0].destination_country",
                        "instructions",
                        "options.post_loudly");
        assertThat(vans.asked()).isEmpty();
    }

    @Test
    void allThatIsMissingIsToldBeforehandAndNothingIsSent() {
        PickupRequest bare = pickup().pieces(List.of()).build();
        assertThat(two.pickups().check(bare))
                .extracting(FieldProblem::toString)
                .containsExactly("pieces: is required", "carrier: is required where several can: post, post-eu");
        assertThat(one.pickups().check(pickup().build())).isEmpty();
        assertThat(one.pickups().checkAsync(bare).join()).hasSize(1);
        assertThat(vans.asked()).isEmpty();
        assertThatThrownBy(() -> one.pickups().check(pickup().carrier("rail").build()))
                .isInstanceOf(CarrierException.class);
    }

    @Test
    void morePiecesThanAnybodyCountsAreRefused() {
        PickupPiece many = PickupPiece.builder().quantity(Integer.MAX_VALUE).build();
        PickupRequest request = pickup().addPieces(many, many).build();
        assertThat(request.quantity()).isEqualTo(Integer.MAX_VALUE);
        assertThat(paths(() -> one.pickups().schedule(request))).containsExactly("pieces");
    }

    @Test
    void whereSeveralCanTheCarrierIsMissingWithEverythingElse() {
        InvalidRequestException refusal = catchThrowableOfType(
                InvalidRequestException.class,
                () -> two.pickups().schedule(pickup().pieces(List.of()).build()));
        assertThat(refusal.fields())
                .extracting(FieldProblem::toString)
                .containsExactly("pieces: is required", "carrier: is required where several can: post, post-eu");
        two.pickups().schedule(pickup().carrier("post-eu").build());
        assertThat(european.asked()).hasSize(1);
        assertThat(vans.asked()).isEmpty();
    }

    @Test
    void aDayThatIsStillOnSomewhereIsNotOver() {
        LocalDate todayInTheFarWest = TOMORROW.minusDays(2);
        one.pickups().schedule(pickup().date(todayInTheFarWest).build());
        PickupRequest over = pickup().date(todayInTheFarWest.minusDays(1)).build();
        assertThat(paths(() -> one.pickups().schedule(over))).containsExactly("date");
    }

    @Test
    void whatACarrierRefusesIsToldAsItSaidIt() {
        vans.booking((request, call) -> CompletableFuture.failedFuture(ErrorDetails.builder(ErrorCode.PICKUP_TIMING)
                .carrierCode("9510113")
                .toException()));
        InvalidRequestException refusal = catchThrowableOfType(
                InvalidRequestException.class, () -> one.pickups().schedule(pickup().build()));
        assertThat(refusal.code()).isEqualTo(ErrorCode.PICKUP_TIMING);
        assertThat(refusal.carrier()).contains("post");
        assertThat(refusal.carrierCode()).contains("9510113");
    }

    @Test
    void anAnswerThatCannotBeReadMayMeanThatADriverComes() {
        for (CompletableFuture<PickupConfirmation> answer : List.<CompletableFuture<PickupConfirmation>>of(
                CompletableFuture.failedFuture(ErrorDetails.of(ErrorCode.MALFORMED_RESPONSE).toBuilder()
                        .toException()),
                CompletableFuture.failedFuture(new IllegalStateException("defect")),
                CompletableFuture.completedFuture(null))) {
            vans.booking((request, call) -> answer);
            OutcomeUnknownException lost = catchThrowableOfType(
                    OutcomeUnknownException.class,
                    () -> one.pickups().schedule(pickup().reference("order 7").build()));
            assertThat(lost.reference()).contains("order 7");
            assertThat(lost.carrier()).contains("post");
        }
        assertThat(vans.asked()).hasSize(3);
    }

    @Test
    void aPickupWithoutAReferenceIsLookedForByItsDay() {
        vans.booking((request, call) -> null);
        assertThatThrownBy(() -> one.pickups().schedule(pickup().build()))
                .isInstanceOf(OutcomeUnknownException.class)
                .hasMessageContaining("pickup on " + TOMORROW);
    }

    @Test
    void aModuleWithADefectInItsChecksHasBookedNothing() {
        vans.broken();
        assertThatThrownBy(() -> one.pickups().schedule(pickup().build()))
                .isInstanceOf(CarrierException.class)
                .isNotInstanceOf(OutcomeUnknownException.class)
                .hasMessageContaining("E-3099");
        assertThat(vans.asked()).isEmpty();
    }

    @Test
    void aQuoteTakesLessThanABooking() {
        PickupRequest where = PickupRequest.builder()
                .address(Address.builder().country("DE").postalCode("53113").build())
                .date(TOMORROW)
                .build();
        assertThat(paths(() -> one.pickups().quote(where))).containsExactly("ready_time");
        PickupRequest when =
                PickupRequest.builder().from(where).readyTime(LocalTime.NOON).build();
        assertThat(one.pickups().quote(when)).extracting(PickupQuote::available).containsExactly(true);
    }

    @Test
    void aQuoteKnowsTheSameOptionsAsABooking() {
        PickupRequest misspelt = pickup().putOptions("post_gentle", "true").build();
        assertThat(paths(() -> one.pickups().quote(misspelt))).containsExactly("options.post_gentle");
        assertThat(vans.asked()).isEmpty();
        PickupRequest known = pickup().putOptions("post_gently", "true").build();
        assertThat(one.pickups().quote(known)).hasSize(1);
    }

    @Test
    void aPickupIsChangedByItsNumberAtTheCarrierItWasBookedWith() {
        PickupQuery booked = PickupQuery.of("post-eu", "7");
        two.pickups().update(booked, pickup().build());
        assertThat(european.asked()).containsExactly(booked);
        assertThat(paths(() -> two.pickups()
                        .update(
                                PickupQuery.builder().carrier("post-eu").build(),
                                PickupRequest.builder().build())))
                .contains("confirmation_number", "address", "pieces");
        two.pickups().update(booked, pickup().carrier("post").build());
        try (TrackingClient others = client(
                new Desk("post").offering(PickupCapability.class, vans),
                new Desk("mail").offering(PickupCapability.class, new Vans("mail")))) {
            PickupRequest elsewhere = pickup().carrier("mail").build();
            assertThat(paths(() -> others.pickups().update(PickupQuery.of("post", "7"), elsewhere)))
                    .containsExactly("carrier");
        }
        assertThat(vans.asked()).isEmpty();
    }

    @Test
    void aPickupIsCalledOffByItsNumberOrWithAllOfTheAccount() {
        assertThat(one.pickups().cancel(PickupQuery.of("post", "7")).cancelled())
                .isTrue();
        assertThat(one.pickups().cancelAll("post").id()).isEqualTo("all");
        assertThat(paths(() -> one.pickups().cancel(PickupQuery.builder().build())))
                .containsExactly("confirmation_number");
        assertThat(paths(() -> one.pickups().cancel(PickupQuery.of("post", "0123456789"))))
                .containsExactly("confirmation_number");
        assertThat(vans.asked()).hasSize(2);
    }

    @Test
    void theStatusIsThatOfTheOneMeantAmongNumbersThatAreUsedAgain() {
        PickupConfirmation today =
                vans.booked("7", pickup().date(TOMORROW.minusDays(1)).build());
        PickupConfirmation tomorrow = vans.booked("7", pickup().build());
        PickupConfirmation other = vans.booked("8", pickup().build());
        vans.pending(() -> CompletableFuture.completedFuture(List.of(other, today, tomorrow)));
        assertThat(one.pickups().status(query(TOMORROW))).contains(tomorrow);
        assertThat(one.pickups().status(PickupQuery.of("post", "7"))).contains(today);
        assertThat(one.pickups().status(PickupQuery.of("post", "9"))).isEmpty();
        assertThat(one.pickups().pending("post")).containsExactly(other, today, tomorrow);
    }

    private static PickupQuery query(LocalDate day) {
        return PickupQuery.builder()
                .carrier("post")
                .confirmationNumber("7")
                .date(day)
                .build();
    }

    @Test
    void aModuleThatTellsNothingOfItsPickupsFailsByName() {
        for (CompletableFuture<List<PickupConfirmation>> answer :
                Arrays.<CompletableFuture<List<PickupConfirmation>>>asList(
                        null,
                        CompletableFuture.completedFuture(null),
                        CompletableFuture.completedFuture(Arrays.asList((PickupConfirmation) null)))) {
            vans.pending(() -> answer);
            CarrierException status = catchThrowableOfType(
                    CarrierException.class, () -> one.pickups().status(query(TOMORROW)));
            assertThat(status.carrier()).contains("post");
            CarrierException pending = catchThrowableOfType(
                    CarrierException.class, () -> one.pickups().pending("post"));
            assertThat(pending.carrier()).contains("post");
        }
    }

    @Test
    void aCarrierThatDoesNotFetchIsToldWithThoseThatDo() {
        try (TrackingClient both = TrackingClient.builder()
                .providers(List.of())
                .carrier(new LocalCarrier("local").factory())
                .carrier(new Desk("post").offering(PickupCapability.class, vans).factory())
                .build()) {
            assertThatThrownBy(() ->
                            both.pickups().schedule(pickup().carrier("local").build()))
                    .isInstanceOf(CapabilityNotSupportedException.class)
                    .hasMessageContaining("post");
            assertThatThrownBy(() -> both.pickups().pending("nobody")).hasMessageContaining("nobody");
        }
    }

    @Test
    void nullIsNoQuestion() {
        assertThatThrownBy(() -> one.pickups().schedule(null)).isInstanceOf(InvalidRequestException.class);
        assertThatThrownBy(() -> one.pickups().cancelAll(null)).isInstanceOf(InvalidRequestException.class);
        assertThatThrownBy(() -> one.pickups().update(null, null)).isInstanceOf(InvalidRequestException.class);
        assertThat(one.pickups().quoteAsync(null)).isCompletedExceptionally();
    }
}
