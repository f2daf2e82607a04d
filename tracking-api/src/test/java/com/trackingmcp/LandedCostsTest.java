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
import com.trackingmcp.http.CallContext;
import com.trackingmcp.model.Address;
import com.trackingmcp.model.Commodity;
import com.trackingmcp.model.Customs;
import com.trackingmcp.model.LandedCost;
import com.trackingmcp.model.LandedCostRequest;
import com.trackingmcp.model.Money;
import com.trackingmcp.model.Rate;
import com.trackingmcp.model.ShipmentRequest;
import com.trackingmcp.spi.LandedCostCapability;
import com.trackingmcp.spi.RequestCheck;
import com.trackingmcp.support.Requests;
import com.trackingmcp.support.TestClock;
import com.trackingmcp.testcarrier.Desk;
import com.trackingmcp.testcarrier.Shop;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Duties and taxes come from the first that can tell; what is missing is told all at once. */
class LandedCostsTest {
    private static final LandedCost COST = LandedCost.builder()
            .carrier("post")
            .connection("post")
            .currency("EUR")
            .total(Money.of("20", "EUR"))
            .partial(false)
            .build();

    private final TestClock clock = new TestClock();

    /** Estimates as a test tells it to; needs a service where it is told so. */
    private static final class Office implements LandedCostCapability {
        private final List<LandedCostRequest> asked = new CopyOnWriteArrayList<>();
        private Function<LandedCostRequest, CompletableFuture<LandedCost>> answer =
                request -> CompletableFuture.completedFuture(COST);
        private boolean needsService;

        @Override
        public void check(LandedCostRequest request, RequestCheck check) {
            if (needsService) {
                check.required("service", request.service());
            }
        }

        @Override
        public CompletableFuture<LandedCost> quote(LandedCostRequest request, CallContext call) {
            asked.add(request);
            return answer.apply(request);
        }
    }

    private final Office first = new Office();
    private final Office second = new Office();

    private TrackingClient client() {
        return TrackingClient.builder()
                .providers(List.of())
                .clock(clock)
                .deadline(Duration.ofSeconds(10))
                .carrier(new Desk("post")
                        .offering(LandedCostCapability.class, first)
                        .factory())
                .carrier(new Desk("rail")
                        .offering(LandedCostCapability.class, second)
                        .factory())
                .build();
    }

    private static Commodity.Builder book() {
        return Commodity.builder()
                .description("book")
                .originCountry("US")
                .quantity(BigDecimal.ONE)
                .unitPrice(Money.of("10", "EUR"));
    }

    private static LandedCostRequest.Builder books() {
        return LandedCostRequest.builder()
                .sender(Address.builder().country("US").build())
                .recipient(Address.builder().country("DE").build())
                .addCommodities(book().build());
    }

    private static CompletableFuture<LandedCost> failed(ErrorCode code) {
        return CompletableFuture.failedFuture(ErrorDetails.builder(code).toException());
    }

    @Test
    void theFirstThatCanTellIsAskedAlone() {
        try (TrackingClient client = client()) {
            assertThat(client.landedCosts().quote(books().build())).isEqualTo(COST);
        }
        assertThat(first.asked).hasSize(1);
        assertThat(second.asked).isEmpty();
    }

    @Test
    void theNextIsAskedWhereOneCannotTellHoweverItFails() {
        first.needsService = true;
        try (TrackingClient client = client()) {
            assertThat(client.landedCosts().quote(books().build())).isEqualTo(COST);
            first.needsService = false;
            for (CompletableFuture<LandedCost> answer : Arrays.asList(
                    failed(ErrorCode.REQUEST_REFUSED),
                    CompletableFuture.<LandedCost>completedFuture(null),
                    CompletableFuture.<LandedCost>failedFuture(new StackOverflowError()),
                    null)) {
                first.answer = request -> answer;
                assertThat(client.landedCosts().quote(books().build())).isEqualTo(COST);
            }
        }
        assertThat(second.asked).hasSize(5);
    }

    @Test
    void whereNobodyCanTellTheFirstSaysWhy() {
        first.answer = request -> failed(ErrorCode.REQUEST_REFUSED);
        second.answer = request -> failed(ErrorCode.CARRIER_UNAVAILABLE);
        try (TrackingClient client = client()) {
            CarrierException why = catchThrowableOfType(
                    CarrierException.class, () -> client.landedCosts().quote(books().build()));
            assertThat(why.code()).isEqualTo(ErrorCode.REQUEST_REFUSED);
            assertThat(why.carrier()).contains("post");
        }
    }

    @Test
    void theNextIsNotAskedOnceTheTimeIsOver() {
        first.answer = request -> {
            clock.advance(Duration.ofSeconds(11));
            return failed(ErrorCode.DEADLINE_EXCEEDED);
        };
        try (TrackingClient client = client()) {
            assertThatThrownBy(() -> client.landedCosts().quote(books().build()))
                    .hasMessageContaining("E-3004");
        }
        assertThat(second.asked).isEmpty();
    }

    @Test
    void theOneNamedIsAskedAlone() {
        second.answer = request -> failed(ErrorCode.REQUEST_REFUSED);
        try (TrackingClient client = client()) {
            assertThatThrownBy(() ->
                            client.landedCosts().quote(books().carrier("rail").build()))
                    .hasMessageContaining("E-2");
        }
        assertThat(first.asked).isEmpty();
    }

    @Test
    void allThatIsMissingIsToldAtOnceWithWhatTheCarrierNeeds() {
        first.needsService = true;
        LandedCostRequest nothing = LandedCostRequest.builder().carrier("post").build();
        LandedCostRequest wrong = LandedCostRequest.builder()
                .carrier("post")
                .sender(Address.builder().build())
                .recipient(Address.builder().country("Germany").build())
                .addCommodities(
                        Commodity.builder().quantity(BigDecimal.ZERO).build(),
                        book().unitPrice(Money.of("-1", "USD")).build(),
                        book().hsCode("490199").description(" ").build(),
                        book().hsCode(" ").description(" ").build())
                .freight(Money.of("-1", "EUR"))
                .insurance(Money.of("-1", "EUR"))
                .currency("euro")
                .service("GROUND")
                .build();
        try (TrackingClient client = client()) {
            assertThat(paths(client, nothing)).containsExactly("sender", "recipient", "commodities", "service");
            assertThat(paths(client, wrong))
                    .containsExactly(
                            "sender.country",
                            "recipient.country",
                            "commodities[0].description",
                            "commodities[0].origin_country",
                            "commodities[0].quantity",
                            "commodities[0].unit_price",
                            "commodities[1].unit_price",
                            "commodities[3].description",
                            "commodities",
                            "freight",
                            "insurance",
                            "currency");
        }
        assertThat(first.asked).isEmpty();
    }

    private static List<String> paths(TrackingClient client, LandedCostRequest request) {
        InvalidRequestException refusal = catchThrowableOfType(
                InvalidRequestException.class, () -> client.landedCosts().quote(request));
        return refusal.fields().stream().map(FieldProblem::path).toList();
    }

    private static ShipmentRequest abroad() {
        return Requests.domestic()
                .recipient(Requests.address("DE").build())
                .customs(Customs.builder().addCommodities(book().build()).build())
                .build();
    }

    @Test
    void aPreviewTellsDutiesOfRowsThatCrossABorderWhereThatIsWanted() {
        Shop shop = new Shop("shop");
        try (TrackingClient client = TrackingClient.builder()
                .providers(List.of())
                .carrier(shop.factory())
                .carrier(new Desk("post")
                        .offering(LandedCostCapability.class, first)
                        .factory())
                .build()) {
            List<ShipmentRequest> rows = Arrays.asList(
                    abroad(),
                    Requests.domestic().build(),
                    null,
                    ShipmentRequest.builder().from(abroad()).carrier("shop").build());
            List<ShipmentPreview> with =
                    client.previewAll(rows, PreviewOptions.standard().withLandedCosts());
            assertThat(with.get(0).landedCost().orElseThrow().orElseThrow()).isEqualTo(COST);
            assertThat(with.get(0).isComplete()).isTrue();
            assertThat(with.get(1).landedCost()).isEmpty();
            assertThat(with.get(2).landedCost()).isEmpty();
            assertThat(with.get(3).landedCost().orElseThrow().failure().orElseThrow())
                    .isInstanceOf(CapabilityNotSupportedException.class);
            assertThat(client.previewAll(rows))
                    .allSatisfy(preview -> assertThat(preview.landedCost()).isEmpty());
        }
        assertThat(first.asked).hasSize(1);
        assertThat(shop.sold()).isEmpty();
    }

    @Test
    void anEstimateForAQuotedShipmentIsThatOfItsCarrier() {
        Rate quote = Rate.builder()
                .carrier("post")
                .connection("post-eu")
                .service("GROUND")
                .total(Money.of("4", "USD"))
                .build();
        LandedCostRequest request = LandedCostRequest.of(
                ShipmentRequest.builder().from(abroad()).quoted(quote).build());
        assertThat(request.carrier()).contains("post-eu");
        assertThat(request.commodities()).hasSize(1);
    }
}
