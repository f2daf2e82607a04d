package com.trackingmcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.ErrorDetails;
import com.trackingmcp.model.ContentType;
import com.trackingmcp.model.Customs;
import com.trackingmcp.model.Outcome;
import com.trackingmcp.model.Parcel;
import com.trackingmcp.model.PickupPiece;
import com.trackingmcp.model.PickupRequest;
import com.trackingmcp.model.PickupSuggestion;
import com.trackingmcp.model.Shipment;
import com.trackingmcp.model.ShipmentRequest;
import com.trackingmcp.model.ShippedParcel;
import com.trackingmcp.model.Weight;
import com.trackingmcp.spi.PickupCapability;
import com.trackingmcp.spi.ShippingCapability;
import com.trackingmcp.support.Requests;
import com.trackingmcp.support.TestClock;
import com.trackingmcp.testcarrier.Desk;
import com.trackingmcp.testcarrier.Shop;
import com.trackingmcp.testcarrier.Vans;
import java.lang.reflect.Proxy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A batch knows which pickups would fetch what was bought. */
class ShippedBatchTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-03-01");

    private final AtomicInteger numbers = new AtomicInteger();
    private final Shop shop = new Shop("shop").selling(request -> bought("shop", request));
    private final Shop european = new Shop("shop", "shop-eu").selling(request -> bought("shop-eu", request));
    private final TrackingClient client = TrackingClient.builder()
            .providers(List.of())
            .clock(new TestClock())
            .carrier(shop.factory())
            .carrier(european.factory())
            .build();

    @AfterEach
    void close() {
        client.close();
    }

    private CompletableFuture<Shipment> bought(String connection, ShipmentRequest request) {
        if (request.description().isPresent()) {
            return CompletableFuture.failedFuture(
                    ErrorDetails.builder(ErrorCode.REQUEST_REFUSED).toException());
        }
        List<ShippedParcel> parcels = request.parcels().stream()
                .map(parcel -> ShippedParcel.builder()
                        .trackingNumber("P" + numbers.incrementAndGet())
                        .build())
                .toList();
        return CompletableFuture.completedFuture(Shipment.builder()
                .carrier("shop")
                .connection(connection)
                .id("S")
                .trackingNumber("S")
                .parcels(parcels)
                .build());
    }

    private static ShipmentRequest.Builder row() {
        return Requests.domestic().carrier("shop");
    }

    private static Parcel parcel(String weight, Weight.Unit unit) {
        return Parcel.of(Weight.of(weight, unit));
    }

    private ShippedBatch shipped(ShipmentRequest... rows) {
        return client.shipAll(Arrays.asList(rows), BatchOptions.standard().concurrency(1));
    }

    @Test
    void whatOneDriverFetchesIsOneSuggestionInTheOrderOfTheRows() {
        ShippedBatch batch = shipped(
                row().build(),
                row().carrier("shop-eu").build(),
                row().recipient(Requests.address("CA").build()).customs(docs()).build(),
                row().addParcels(parcel("1", Weight.Unit.LB)).build(),
                row().sender(Requests.address("US").city("Nashville").build()).build(),
                row().shipDate(TODAY.plusDays(1)).build(),
                row().shipDate(TODAY).build());

        assertThat(batch.pickupSuggestions())
                .extracting(PickupSuggestion::rows)
                .containsExactly(List.of(0, 2, 3, 6), List.of(1), List.of(4), List.of(5));
        PickupSuggestion first = batch.pickupSuggestions().get(0);
        assertThat(first.carrier()).isEqualTo("shop");
        assertThat(first.date()).isEqualTo(TODAY);
        assertThat(first.address()).isEqualTo(row().build().sender().orElseThrow());
        assertThat(first.trackingNumbers()).hasSize(5);
        assertThat(first.pieces()).containsExactly(piece("US", 4, "3.454"), piece("CA", 1, "1"));
        assertThat(batch.pickupSuggestions().get(1).connection()).isEqualTo("shop-eu");
    }

    private static Customs docs() {
        return Customs.builder().contentType(ContentType.DOCUMENTS).build();
    }

    private static PickupPiece piece(String country, int quantity, String kilos) {
        return PickupPiece.builder()
                .service("GROUND")
                .destinationCountry(country)
                .quantity(quantity)
                .weight(Weight.of(kilos, Weight.Unit.KG))
                .build();
    }

    @Test
    void whatSeveralDriversFetchIsASuggestionForEach() {
        Vans vans = new Vans("shop").fetchingApart("GROUND");
        try (TrackingClient drivers = TrackingClient.builder()
                .providers(List.of())
                .carrier(new Desk("shop")
                        .offering(ShippingCapability.class, shop)
                        .offering(PickupCapability.class, vans)
                        .factory())
                .build()) {
            List<ShipmentRequest> rows = List.of(
                    row().build(),
                    row().service("EXPRESS").build(),
                    row().service("PRIORITY").build(),
                    row().build());
            ShippedBatch batch = drivers.shipAll(rows, BatchOptions.standard().concurrency(1));
            assertThat(batch.pickupSuggestions())
                    .extracting(PickupSuggestion::rows)
                    .containsExactly(List.of(0, 3), List.of(1, 2));
            assertThat(batch.pickupSuggestions())
                    .extracting(PickupSuggestion::fetchedBy)
                    .containsExactly(Optional.of("GROUND"), Optional.empty());
        }
    }

    @Test
    void severalBatchesTogetherHaveTheSuggestionsOfOne() {
        List<ShipmentRequest> rows = List.of(row().build(), row().build());
        List<Outcome<Shipment>> outcomes =
                List.of(shipped(rows.get(0)).get(0), shipped(rows.get(1)).get(0));
        assertThat(client.pickups().suggest(rows, outcomes))
                .singleElement()
                .satisfies(pickup -> assertThat(pickup.rows()).containsExactly(0, 1));
        assertThatThrownBy(() -> client.pickups().suggest(rows, outcomes.subList(0, 1)))
                .hasMessageContaining("2 requests and 1 outcomes");
    }

    @Test
    void whatWasBoughtWithAConnectionThatIsNoMoreIsSuggestedToo() {
        Shipment old = Shipment.builder()
                .from(shop.bought("S1"))
                .connection("shop-old")
                .build();
        assertThat(client.pickups().suggest(List.of(row().build()), List.of(Outcome.success(old))))
                .extracting(PickupSuggestion::connection)
                .containsExactly("shop-old");
    }

    @Test
    void eachRowIsToldBeforeItIsBoughtAndAfterItEnded() {
        List<String> told = new ArrayList<>();
        client.shipAll(
                Arrays.asList(row().build(), null, row().description("refused").build()),
                BatchOptions.standard().concurrency(1).rows(new BatchOptions.RowListener() {
                    @Override
                    public void begins(int row, ShipmentRequest request) {
                        told.add("begins " + row + " after " + shop.sold().size());
                    }

                    @Override
                    public void ended(int row, Outcome<Shipment> outcome) {
                        told.add("ended " + row + " " + outcome.isSuccess());
                    }
                }));
        assertThat(told)
                .containsExactly(
                        "begins 0 after 0",
                        "ended 0 true",
                        "begins 1 after 1",
                        "ended 1 false",
                        "begins 2 after 1",
                        "ended 2 false");
    }

    @Test
    void aRowThatCannotBeWrittenDownIsNotBoughtAndOneThatWasIsNotLost() {
        BatchOptions.RowListener full = new BatchOptions.RowListener() {
            @Override
            public void begins(int row, ShipmentRequest request) {
                if (row == 0) {
                    throw new IllegalStateException("disk full");
                }
            }

            @Override
            public void ended(int row, Outcome<Shipment> outcome) {
                throw new StackOverflowError();
            }
        };
        ShippedBatch batch = client.shipAll(
                List.of(row().build(), row().build()), BatchOptions.standard().rows(full));
        assertThat(batch.get(0).failure().orElseThrow().code()).isEqualTo(ErrorCode.NOT_TRIED);
        assertThat(batch.get(1).isSuccess()).isTrue();
        assertThat(shop.sold()).hasSize(1);
    }

    @Test
    void aSuggestionIsTheBeginningOfARequest() {
        PickupRequest request =
                shipped(row().build()).pickupSuggestions().get(0).toRequest().build();
        assertThat(request.carrier()).contains("shop");
        assertThat(request.date()).contains(TODAY);
        assertThat(request.trackingNumbers()).containsExactly("P1");
        assertThat(request.quantity()).isEqualTo(1);
        assertThat(request.readyTime()).isEmpty();
    }

    @Test
    void returnsAndRowsThatFailedOrAreNullAreInNone() {
        ShippedBatch batch = shipped(
                null,
                row().returnShipment(true).build(),
                row().description("refused").build(),
                ShipmentRequest.builder().build(),
                row().build());
        assertThat(batch).hasSize(5);
        assertThat(batch.pickupSuggestions())
                .singleElement()
                .satisfies(pickup -> assertThat(pickup.rows()).containsExactly(4));
        assertThat(shipped().pickupSuggestions()).isEmpty();
    }

    @Test
    void aShipmentWhoseParcelsAreNotToldIsFetchedByItsOwnNumber() {
        shop.selling(request -> CompletableFuture.completedFuture(shop.bought("S7")));
        assertThat(shipped(row().build()).pickupSuggestions().get(0).trackingNumbers())
                .containsExactly("S7");
    }

    @Test
    void aModuleWhoseShipmentsHaveADefectCostsTheBatchNoMoreThanTheSuggestions() {
        Shipment broken = (Shipment) Proxy.newProxyInstance(
                Shipment.class.getClassLoader(), new Class<?>[] {Shipment.class}, (proxy, method, arguments) -> null);
        shop.selling(request -> CompletableFuture.completedFuture(broken));
        ShippedBatch batch = shipped(row().build());
        assertThat(batch.get(0).orElseThrow()).isSameAs(broken);
        assertThat(batch.pickupSuggestions()).isEmpty();
    }

    @Test
    void theBatchOfAFutureHasThemToo() {
        ShippedBatch batch = client.shipAllAsync(List.of(row().build()), BatchOptions.standard())
                .join();
        assertThat(batch.pickupSuggestions()).hasSize(1);
    }
}
