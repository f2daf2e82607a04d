package com.trackingmcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.ErrorDetails;
import com.trackingmcp.error.FieldProblem;
import com.trackingmcp.error.InvalidRequestException;
import com.trackingmcp.error.OutcomeUnknownException;
import com.trackingmcp.model.LabelFormat;
import com.trackingmcp.model.LabelSpec;
import com.trackingmcp.model.Money;
import com.trackingmcp.model.Outcome;
import com.trackingmcp.model.Rate;
import com.trackingmcp.model.Reference;
import com.trackingmcp.model.Shipment;
import com.trackingmcp.model.ShipmentQuery;
import com.trackingmcp.model.ShipmentRequest;
import com.trackingmcp.support.Requests;
import com.trackingmcp.support.TestClock;
import com.trackingmcp.testcarrier.Shop;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PurchasesTest {
    private final Shop shop = new Shop("shop");
    private final TrackingClient client = TrackingClient.builder()
            .providers(List.of())
            .carrier(shop.factory())
            .deadline(Duration.ofMillis(300))
            .build();

    @AfterEach
    void close() {
        client.close();
    }

    private static <T> CompletableFuture<T> failed(ErrorCode code) {
        return CompletableFuture.failedFuture(ErrorDetails.builder(code).toException());
    }

    @Test
    void whatIsBoughtIsBoughtOnce() {
        assertThat(client.ship(Requests.domestic().build()).id()).isEqualTo("1");
        assertThat(shop.sold()).hasSize(1);
    }

    @Test
    void aShipmentWithoutAReferenceGetsOneToBeFoundBy() {
        client.ship(Requests.domestic().build());
        assertThat(shop.sold().get(0).references())
                .singleElement()
                .satisfies(reference -> assertThat(reference.value()).matches("[0-9a-f]{24}"));
    }

    @Test
    void theCallersReferenceOrKeyIsWhatItIsFoundBy() {
        client.ship(Requests.domestic().addReferences(Reference.of("order-7")).build());
        client.ship(Requests.domestic().idempotencyKey("row-7").build());
        assertThat(shop.sold())
                .extracting(request -> request.references().get(0).value())
                .containsExactly("order-7", "row-7");
    }

    @Test
    void everythingMissingOrWrongIsToldAtOnceAndNothingIsSent() {
        ShipmentRequest request = ShipmentRequest.builder()
                .from(Requests.domestic().build())
                .service(Optional.empty())
                .sender(Requests.address("US").stateOrProvince(Optional.empty()).build())
                .recipient(Requests.address("CA")
                        .company(Optional.empty())
                        .postalCode("much too long a code")
                        .build())
                .label(LabelSpec.of(LabelFormat.PNG))
                .putOptions("shop_cash", "plenty")
                .build();

        InvalidRequestException refusal =
                catchThrowableOfType(InvalidRequestException.class, () -> client.ship(request));

        assertThat(refusal.fields())
                .extracting(FieldProblem::path)
                .containsExactly(
                        "service",
                        "sender.state_or_province",
                        "recipient.person",
                        "customs",
                        "recipient.postal_code",
                        "options.shop_cash",
                        "label.format");
        assertThat(shop.sold()).isEmpty();
    }

    @Test
    void aDayThatIsOverEverywhereIsNoDayToShipOn() {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        assertThatThrownBy(() -> client.ship(
                        Requests.domestic().shipDate(today.minusDays(2)).build()))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("ship_date: is over");
        assertThat(client.ship(Requests.domestic().shipDate(today).build()).id())
                .isEqualTo("1");
    }

    @Test
    void whereSeveralSellTheCallerSaysWho() {
        try (TrackingClient two = TrackingClient.builder()
                .providers(List.of())
                .carrier(shop.factory())
                .carrier(new Shop("other").factory())
                .build()) {
            assertThatThrownBy(() -> two.ship(Requests.domestic().build()))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageContaining("E-2020")
                    .hasMessageContaining("carrier: is required where several can ship: other, shop");
            assertThat(two.ship(Requests.domestic().carrier("shop").build()).carrier())
                    .isEqualTo("shop");
        }
    }

    @Test
    void aQuoteIsBoughtFromWhoGaveIt() {
        Rate quote = Rate.builder()
                .carrier("shop")
                .connection("shop")
                .service("QUOTED")
                .total(Money.of("1", "USD"))
                .putDetails("local_code", "Q")
                .build();

        client.ship(quote, Requests.domestic().build());

        assertThat(shop.sold().get(0).service()).contains("QUOTED");
        assertThat(shop.sold().get(0).quoted()).contains(quote);
    }

    @Test
    void anAnswerThatNeverComesMayHaveBeenAPurchase() {
        shop.selling(request -> new CompletableFuture<>());
        assertThatThrownBy(() -> client.ship(Requests.domestic()
                        .addReferences(Reference.of("order-7"))
                        .build()))
                .isInstanceOfSatisfying(
                        OutcomeUnknownException.class,
                        error -> assertThat(error.reference()).contains("order-7"))
                .hasMessageContaining("look for order-7");
        assertThat(shop.sold()).hasSize(1);
    }

    @Test
    void anAnswerThatCannotBeReadMayHaveBeenAPurchase() {
        shop.selling(request -> failed(ErrorCode.MALFORMED_RESPONSE));
        assertThatThrownBy(() -> client.ship(Requests.domestic().build())).isInstanceOf(OutcomeUnknownException.class);
        shop.selling(request -> {
            throw new IllegalStateException("defect");
        });
        assertThatThrownBy(() -> client.ship(Requests.domestic().build())).isInstanceOf(OutcomeUnknownException.class);
    }

    @Test
    void aCallerWhoIsInterruptedIsToldWhatToLookFor() throws Exception {
        CompletableFuture<Shipment> underWay = new CompletableFuture<>();
        shop.selling(request -> underWay);
        CompletableFuture<CarrierException> told = new CompletableFuture<>();
        Thread caller = new Thread(() -> told.complete(catchThrowableOfType(
                CarrierException.class,
                () -> client.ship(Requests.domestic().idempotencyKey("row-7").build()))));
        caller.start();
        caller.interrupt();
        caller.join(5_000);
        assertThat(told.get()).isInstanceOf(OutcomeUnknownException.class);
        assertThat(told.get().reference()).contains("row-7");
    }

    @Test
    void aCancellationWhoseAnswerIsLostMayHaveBeenOne() {
        ShipmentQuery query = ShipmentQuery.of("shop", "7");
        assertThat(client.shipments().cancel(query).cancelled()).isTrue();
        shop.cancelling(any -> failed(ErrorCode.MALFORMED_RESPONSE));
        assertThatThrownBy(() -> client.shipments().cancel(query))
                .isInstanceOfSatisfying(
                        OutcomeUnknownException.class,
                        error -> assertThat(error.reference()).contains("7"));
        shop.cancelling(any -> new CompletableFuture<>());
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> client.shipments().cancel(query)).isInstanceOf(OutcomeUnknownException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void aKeyBuysOnceOnly() {
        ShipmentRequest request = Requests.domestic().idempotencyKey("row-7").build();
        client.ship(request);
        assertThatThrownBy(() -> client.ship(request))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("E-2023")
                .hasMessageContaining("it is shipment 1");
        assertThat(shop.sold()).hasSize(1);
    }

    @Test
    void aKeyMayBeUsedAgainWhereNothingWasBoughtButNotWhereSomethingMayHaveBeen() {
        ShipmentRequest request = Requests.domestic().idempotencyKey("row-7").build();
        shop.selling(refused -> failed(ErrorCode.REQUEST_REFUSED));
        assertThatThrownBy(() -> client.ship(request)).hasMessageContaining("E-2003");
        shop.selling(lost -> failed(ErrorCode.OUTCOME_UNKNOWN));
        assertThatThrownBy(() -> client.ship(request)).isInstanceOf(OutcomeUnknownException.class);
        assertThatThrownBy(() -> client.ship(request)).hasMessageContaining("its answer was lost; look for row-7");
        assertThat(shop.sold()).hasSize(2);
    }

    @Test
    void aKeyThatIsUnderWayIsNotTakenTwice() {
        CompletableFuture<Shipment> underWay = new CompletableFuture<>();
        shop.selling(request -> underWay);
        ShipmentRequest request = Requests.domestic().idempotencyKey("row-7").build();
        CompletableFuture<Shipment> first = client.shipAsync(request);
        assertThatThrownBy(() -> client.shipAsync(request).join())
                .isInstanceOf(CompletionException.class)
                .hasMessageContaining("the first purchase is under way");
        underWay.complete(shop.bought("7"));
        assertThat(first.join().id()).isEqualTo("7");
    }

    @Test
    void rowsAreBoughtInTheirOrderAndFailAlone() {
        AtomicInteger number = new AtomicInteger();
        shop.selling(request -> request.description().isPresent()
                ? failed(ErrorCode.REQUEST_REFUSED)
                : CompletableFuture.completedFuture(shop.bought("" + number.incrementAndGet())));
        ShipmentRequest good = Requests.domestic().build();
        ShipmentRequest refused = Requests.domestic().description("refused").build();
        ShipmentRequest incomplete = ShipmentRequest.builder().build();
        List<BatchOptions.Progress> told = new ArrayList<>();

        List<Outcome<Shipment>> outcomes = client.shipAll(
                List.of(good, refused, incomplete, good),
                BatchOptions.standard().concurrency(1).progress(told::add));

        assertThat(outcomes)
                .extracting(outcome -> outcome.map(Shipment::id).value().orElse("-"))
                .containsExactly("1", "-", "-", "2");
        assertThat(outcomes.get(2).failure().orElseThrow().fields()).isNotEmpty();
        assertThat(told).last().isEqualTo(new BatchOptions.Progress(4, 2, 2));
        assertThat(told).hasSize(4);
    }

    @Test
    void nothingIsBegunAfterAFailureWhereThatIsWanted() {
        shop.selling(request -> failed(ErrorCode.REQUEST_REFUSED));
        ShipmentRequest row = Requests.domestic().build();

        List<Outcome<Shipment>> outcomes = client.shipAll(
                List.of(row, row, row), BatchOptions.standard().concurrency(1).stoppingOnError());

        assertThat(shop.sold()).hasSize(1);
        assertThat(outcomes.get(2).failure().orElseThrow())
                .hasMessageContaining("E-2024")
                .hasMessageContaining("row 1 failed before it");
    }

    @Test
    void aProgressListenerThatThrowsCostsNoRow() {
        List<Outcome<Shipment>> outcomes = client.shipAll(
                List.of(Requests.domestic().build()), BatchOptions.standard().progress(progress -> {
                    throw new IllegalStateException("listener");
                }));
        assertThat(outcomes).singleElement().matches(Outcome::isSuccess);
    }

    @Test
    void aPreviewTellsWhatIsMissingAndWhatItWouldCostAndBuysNothing() {
        shop.pricing(Rate.builder()
                .carrier("shop")
                .connection("shop")
                .service("GROUND")
                .total(Money.of("4", "USD"))
                .build());
        ShipmentRequest noStreet = Requests.domestic()
                .recipient(Requests.address("US").lines(List.of()).build())
                .build();

        List<ShipmentPreview> previews =
                client.previewAll(List.of(noStreet, ShipmentRequest.builder().build()));

        assertThat(previews.get(0).problems()).extracting(FieldProblem::path).containsExactly("recipient.lines");
        assertThat(previews.get(0).rates().rates()).hasSize(1);
        assertThat(previews.get(1).isComplete()).isFalse();
        assertThat(previews.get(1).rates().rates()).isEmpty();
        assertThat(shop.sold()).isEmpty();
    }

    @Test
    void aRowThatNamesNobodyWhoSellsCostsNoOtherPreview() {
        List<ShipmentPreview> previews = client.previewAll(List.of(
                Requests.domestic().carrier("shpo").build(),
                Requests.domestic().build(),
                ShipmentRequest.builder().carrier("shpo").build()));

        assertThat(previews.get(0).problems())
                .extracting(FieldProblem::toString)
                .containsExactly("carrier: is shpo, which cannot ship; connections that can: shop");
        assertThat(previews.get(1).isComplete()).isTrue();
        assertThat(previews.get(2).problems())
                .extracting(FieldProblem::path)
                .containsExactly("sender", "recipient", "parcels", "service", "carrier");
    }

    @Test
    void eachPreviewHasADeadlineOfItsOwnHoweverManyComeBeforeIt() {
        TestClock clock = new TestClock();
        shop.pricing(request -> {
            clock.advance(Duration.ofSeconds(10));
            return CompletableFuture.completedFuture(List.of());
        });
        try (TrackingClient slow =
                TrackingClient.builder().carrier(shop.factory()).clock(clock).build()) {
            slow.previewAll(
                    List.of(Requests.domestic().build(), Requests.domestic().build()));
        }
        assertThat(Duration.between(
                        shop.priceDeadlines().get(0), shop.priceDeadlines().get(1)))
                .isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void moreOrLessAtOnceThanIsPossibleIsRefused() {
        assertThatThrownBy(() -> BatchOptions.standard().concurrency(0)).isInstanceOf(InvalidRequestException.class);
        assertThatThrownBy(() -> BatchOptions.standard().concurrency(65)).hasMessageContaining("1 to 64 is possible");
    }
}
