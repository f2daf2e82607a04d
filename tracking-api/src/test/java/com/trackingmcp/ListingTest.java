package com.trackingmcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.trackingmcp.error.CapabilityNotSupportedException;
import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.ErrorDetails;
import com.trackingmcp.error.InvalidRequestException;
import com.trackingmcp.http.CallContext;
import com.trackingmcp.model.Order;
import com.trackingmcp.model.OrderFilter;
import com.trackingmcp.model.OrderStatus;
import com.trackingmcp.model.Page;
import com.trackingmcp.model.TrackingNumber;
import com.trackingmcp.spi.Capability;
import com.trackingmcp.spi.Carrier;
import com.trackingmcp.spi.CarrierProfile;
import com.trackingmcp.spi.NumberMatch;
import com.trackingmcp.spi.OrderCapability;
import com.trackingmcp.testcarrier.LocalCarrier;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ListingTest {
    private final Shelf shelf = new Shelf();
    private final TrackingClient client = TrackingClient.builder()
            .providers(List.of())
            .carrier(context -> shelf)
            .carrier(new LocalCarrier("local").factory())
            .build();

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void nothingIsAskedBeforeItIsRead() {
        client.orders().list(OrderFilter.all()).iterator();
        client.orders().list(OrderFilter.all()).stream();

        assertThat(shelf.asked).isEmpty();
    }

    @Test
    void pagesAreFetchedAsTheListIsRead() {
        shelf.fill(250);

        List<String> first = client.orders().list(OrderFilter.all()).stream()
                .limit(5)
                .map(Order::id)
                .toList();

        assertThat(first).containsExactly("249", "248", "247", "246", "245");
        assertThat(shelf.asked).containsExactly("0+100");
    }

    @Test
    void allAreReadInTheirOrder() {
        shelf.fill(250);

        List<String> all = new ArrayList<>();
        client.orders().list(OrderFilter.all()).forEach(order -> all.add(order.id()));

        assertThat(all)
                .hasSize(250)
                .isEqualTo(IntStream.range(0, 250)
                        .mapToObj(i -> String.valueOf(249 - i))
                        .toList());
        assertThat(shelf.asked).containsExactly("0+100", "100+100", "200+100");
    }

    @Test
    void whatComesInAtTheFrontMeanwhileMakesNobodyReadAnythingTwice() {
        shelf.fill(150);
        Iterator<Order> orders = client.orders().list(OrderFilter.all()).iterator();
        List<String> read = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            read.add(orders.next().id());
        }
        shelf.fill(3);

        orders.forEachRemaining(order -> read.add(order.id()));

        assertThat(read).hasSize(150).doesNotHaveDuplicates();
    }

    @Test
    void whatHasNoIdIsNotTakenForSomethingElse() {
        shelf.naming = false;
        shelf.fill(150);

        assertThat(client.orders().list(OrderFilter.all())).hasSize(150);
    }

    @Test
    void aServerThatTellsTheSamePageForEverIsReadOnce() {
        shelf.fill(150);
        shelf.stuck = true;

        assertThat(client.orders().list(OrderFilter.all()).stream().limit(500)).hasSize(100);
        assertThat(shelf.asked).containsExactly("0+100", "100+100", "200+100");
    }

    @Test
    void aWholePageThatComesInMeanwhileEndsNothing() {
        shelf.fill(250);
        Iterator<Order> orders = client.orders().list(OrderFilter.all()).iterator();
        List<String> read = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            read.add(orders.next().id());
        }
        shelf.fill(100);

        orders.forEachRemaining(order -> read.add(order.id()));

        assertThat(read).hasSize(250).doesNotHaveDuplicates();
    }

    @Test
    void aPageIsWhatWasAskedFor() {
        shelf.fill(30);

        Page<Order> page = client.orders().list(OrderFilter.all()).page(20, 5);

        assertThat(page.items()).extracting(Order::id).containsExactly("9", "8", "7", "6", "5");
        assertThat(page.offset()).isEqualTo(20);
        assertThat(page.total()).contains(30L);
        assertThat(page.hasMore()).isTrue();
        assertThat(client.orders()
                        .list(OrderFilter.all())
                        .pageAsync(25, 5)
                        .join()
                        .hasMore())
                .isFalse();
    }

    @Test
    void aPageThatCannotBeIsRefusedBeforeAnythingIsSent() {
        Listing<Order> orders = client.orders().list(OrderFilter.all());

        assertThatThrownBy(() -> orders.page(-1, 500))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("offset")
                .hasMessageContaining("limit");
        assertThat(orders.pageAsync(0, 0)).isCompletedExceptionally();
        assertThat(shelf.asked).isEmpty();
    }

    @Test
    void aPageThatFailsMayBeAskedForAgain() {
        shelf.fill(150);
        Iterator<Order> orders = client.orders().list(OrderFilter.all()).iterator();
        for (int i = 0; i < 100; i++) {
            orders.next();
        }
        shelf.failing = true;
        assertThatThrownBy(orders::hasNext).isInstanceOf(CarrierException.class);
        shelf.failing = false;

        int left = 0;
        while (orders.hasNext()) {
            orders.next();
            left++;
        }
        assertThat(left).isEqualTo(50);
    }

    @Test
    void whoKeepsNoneSaysWhoDoes() {
        assertThatThrownBy(() -> client.orders()
                        .list(OrderFilter.builder().carrier("local").build())
                        .page(0, 10))
                .isInstanceOf(CapabilityNotSupportedException.class)
                .hasMessageContaining("shelf");
    }

    @Test
    void oneIsFoundByItsId() {
        shelf.fill(3);

        assertThat(client.orders().get("shelf", "2").orderId()).isEqualTo("order-2");
        assertThatThrownBy(() -> client.orders().get("shelf", "7"))
                .isInstanceOfSatisfying(
                        CarrierException.class,
                        error -> assertThat(error.code()).isEqualTo(ErrorCode.OBJECT_NOT_FOUND));
        assertThatThrownBy(() -> client.orders().get("shelf", " ")).isInstanceOf(InvalidRequestException.class);
    }

    /** A server that keeps orders, the newest first. */
    private static final class Shelf implements Carrier, OrderCapability {
        private final List<Order> orders = new ArrayList<>();
        private final List<String> asked = new ArrayList<>();
        private boolean failing;
        private boolean naming = true;
        private boolean stuck;

        private void fill(int count) {
            for (int i = 0; i < count; i++) {
                String id = String.valueOf(orders.size());
                orders.add(
                        0,
                        Order.builder()
                                .connection("shelf")
                                .id(naming ? id : "")
                                .orderId("order-" + id)
                                .status(OrderStatus.UNFULFILLED)
                                .build());
            }
        }

        @Override
        public CarrierProfile profile() {
            return new CarrierProfile("shelf", "shelf", "Shelf");
        }

        @Override
        public NumberMatch match(TrackingNumber number) {
            return NumberMatch.none();
        }

        @Override
        public <C extends Capability> Optional<C> capability(Class<C> type) {
            return type.isInstance(this) ? Optional.of(type.cast(this)) : Optional.empty();
        }

        @Override
        public CompletableFuture<Page<Order>> list(OrderFilter filter, int offset, int limit, CallContext call) {
            asked.add(offset + "+" + limit);
            if (failing) {
                return CompletableFuture.failedFuture(ErrorDetails.builder(ErrorCode.CARRIER_UNAVAILABLE)
                        .argument("reason", "a test")
                        .toException());
            }
            int from = stuck ? 0 : offset;
            int end = Math.min(orders.size(), from + limit);
            List<Order> items = orders.subList(Math.min(from, end), end);
            return CompletableFuture.completedFuture(
                    new Page<>(items, offset, Optional.of((long) orders.size()), end < orders.size()));
        }

        @Override
        public CompletableFuture<Order> read(String id, CallContext call) {
            return orders.stream()
                    .filter(order -> order.id().equals(id))
                    .findFirst()
                    .map(CompletableFuture::completedFuture)
                    .orElseGet(() -> CompletableFuture.failedFuture(ErrorDetails.builder(ErrorCode.OBJECT_NOT_FOUND)
                            .carrier("shelf")
                            .argument("what", "order")
                            .toException()));
        }
    }
}
