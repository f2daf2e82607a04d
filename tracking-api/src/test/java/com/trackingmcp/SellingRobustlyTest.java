package com.trackingmcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.FieldProblem;
import com.trackingmcp.error.InvalidRequestException;
import com.trackingmcp.model.Money;
import com.trackingmcp.model.Outcome;
import com.trackingmcp.model.Rate;
import com.trackingmcp.model.RateRequest;
import com.trackingmcp.model.Reference;
import com.trackingmcp.model.Shipment;
import com.trackingmcp.model.ShipmentRequest;
import com.trackingmcp.support.Requests;
import com.trackingmcp.testcarrier.LocalCarrier;
import com.trackingmcp.testcarrier.Shop;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What one row, one module or one listener does wrong costs nobody else's shipment. */
class SellingRobustlyTest {
    private final Shop shop = new Shop("shop");
    private final Shop european = new Shop("shop", "shop-eu");
    private final TrackingClient one = client(shop);
    private final TrackingClient two = client(shop, european);

    private static TrackingClient client(Shop... shops) {
        TrackingClientBuilder builder = TrackingClient.builder().providers(List.of());
        Arrays.stream(shops).forEach(shop -> builder.carrier(shop.factory()));
        return builder.build();
    }

    @AfterEach
    void close() {
        one.close();
        two.close();
    }

    private static Rate rate(String connection) {
        return Rate.builder()
                .carrier("shop")
                .connection(connection)
                .service("GROUND")
                .total(Money.of("4", "USD"))
                .build();
    }

    @Test
    void aConnectionNamedAsItsCarrierIsFoundBesideOthersToTheCarrier() {
        for (String connection : List.of("shop", "shop-eu")) {
            Shipment bought = two.ship(rate(connection), Requests.domestic().build());
            assertThat(bought.connection()).isEqualTo(connection);
            assertThat(two.shipments().cancel(bought).connection()).isEqualTo(connection);
        }
        assertThat(two.ship(Requests.domestic().carrier("shop").build()).connection())
                .isEqualTo("shop");
    }

    @Test
    void aKeyBuysOnceFromAllCarriersTogether() {
        ShipmentRequest.Builder row = Requests.domestic().idempotencyKey("row-7");
        two.ship(row.carrier("shop").build());
        assertThatThrownBy(() -> two.ship(row.carrier("shop-eu").build())).hasMessageContaining("E-2023");
        assertThat(european.sold()).isEmpty();
    }

    @Test
    void aKeyUnderWayIsHeldHoweverManyComeAfterIt() {
        CompletableFuture<Shipment> underWay = new CompletableFuture<>();
        shop.selling(request -> underWay);
        ShipmentRequest first = Requests.domestic().idempotencyKey("first").build();
        one.shipAsync(first);
        shop.selling(request -> CompletableFuture.completedFuture(shop.bought("2")));
        for (int i = 0; i < 10_001; i++) {
            one.ship(Requests.domestic().idempotencyKey("row-" + i).build());
        }
        assertThatThrownBy(() -> one.ship(first)).hasMessageContaining("the first purchase is under way");
        assertThatThrownBy(() ->
                        one.ship(Requests.domestic().idempotencyKey("row-0").build()))
                .hasMessageContaining("it is shipment 2");
    }

    @Test
    void aQuoteForAnotherServiceOrConnectionIsNotBoughtAt() {
        ShipmentRequest changed = Requests.domestic()
                .quoted(rate("shop-eu"))
                .service("EXPRESS")
                .carrier("other")
                .build();
        assertThatThrownBy(() -> two.ship(changed))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("service: is not that of the quote, which is GROUND")
                .hasMessageContaining("carrier: is not that of the quote, which is shop-eu");
        assertThat(european.sold()).isEmpty();
    }

    @Test
    void whatIsBlankIsNeitherAKeyNorAReferenceToBeFoundBy() {
        InvalidRequestException refusal = catchThrowableOfType(
                InvalidRequestException.class,
                () -> one.ship(Requests.domestic()
                        .idempotencyKey(" ")
                        .addReferences(Reference.of(""))
                        .build()));
        assertThat(refusal.fields())
                .extracting(FieldProblem::path)
                .containsExactly("idempotency_key", "references[0].value");
    }

    @Test
    void aListenerWithADefectCostsNoRow() {
        List<Outcome<Shipment>> outcomes = one.shipAll(
                List.of(Requests.domestic().build()), BatchOptions.standard().progress(progress -> {
                    throw new AssertionError("listener");
                }));
        assertThat(outcomes).singleElement().matches(Outcome::isSuccess);
    }

    @Test
    void aRowThatIsNullFailsAlone() {
        List<ShipmentRequest> rows = Arrays.asList(
                Requests.domestic().build(), null, Requests.domestic().build());
        assertThat(one.shipAll(rows, BatchOptions.standard()))
                .extracting(Outcome::isSuccess)
                .containsExactly(true, false, true);
        assertThat(one.previewAll(rows)).extracting(ShipmentPreview::isComplete).containsExactly(true, false, true);
    }

    @Test
    void aModuleWithADefectInItsChecksHasSoldNothing() {
        shop.broken();
        ShipmentRequest row = Requests.domestic().build();
        CarrierException error = catchThrowableOfType(CarrierException.class, () -> one.ship(row));
        assertThat(error.code()).isEqualTo(ErrorCode.UNEXPECTED);
        assertThat(error.carrier()).contains("shop");
        AtomicReference<BatchOptions.Progress> told = new AtomicReference<>();
        List<Outcome<Shipment>> outcomes = one.shipAll(
                List.of(row, row),
                BatchOptions.standard().concurrency(1).stoppingOnError().progress(told::set));
        assertThat(outcomes.get(1).failure().orElseThrow().code()).isEqualTo(ErrorCode.NOT_TRIED);
        assertThat(told.get()).isEqualTo(new BatchOptions.Progress(2, 0, 2));
    }

    @Test
    void aRowForNobodyCostsNoOtherPreview() {
        shop.pricing(rate("shop"));
        List<ShipmentPreview> previews = one.previewAll(List.of(
                Requests.domestic().carrier("nobody").build(),
                Requests.domestic().build()));
        assertThat(previews.get(0).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.path()).isEqualTo("carrier"))
                .satisfies(problem -> assertThat(problem.problem()).contains("nobody"));
        assertThat(previews.get(1).isComplete()).isTrue();
        assertThat(previews.get(1).rates().rates()).hasSize(1);
    }

    @Test
    void aRowThatNobodySellsIsToldAsSuch() {
        try (TrackingClient none = TrackingClient.builder()
                .providers(List.of())
                .carrier(new LocalCarrier("local").factory())
                .build()) {
            List<ShipmentPreview> previews =
                    none.previewAll(List.of(Requests.domestic().build()));
            assertThat(previews.get(0).isComplete()).isFalse();
            assertThat(previews.get(0).rates().rates()).isEmpty();
        }
    }

    @Test
    void aModuleWithADefectInItsPricesCostsNoOthers() {
        shop.pricing(request -> CompletableFuture.completedFuture(Collections.singletonList(null)));
        european.pricing(rate("shop-eu"));
        Rates rates = two.rates(Requests.domestic().build());
        assertThat(rates.rates()).extracting(Rate::connection).containsExactly("shop-eu");
        assertThat(rates.failures()).containsOnlyKeys("shop");
    }

    @Test
    void aLimitBelowNothingIsRefusedAndNullIsNoQuestion() {
        RateRequest request = RateRequest.builder()
                .shipment(Requests.domestic().build())
                .limit(-1)
                .build();
        assertThatThrownBy(() -> one.rates(request)).isInstanceOf(InvalidRequestException.class);
        assertThatThrownBy(() -> one.rates((ShipmentRequest) null)).isInstanceOf(InvalidRequestException.class);
        assertThatThrownBy(() -> one.shipments().cancel((Shipment) null)).isInstanceOf(InvalidRequestException.class);
        assertThatThrownBy(() ->
                        one.addresses().validate(null, Requests.address("US").build()))
                .isInstanceOf(InvalidRequestException.class);
    }
}
