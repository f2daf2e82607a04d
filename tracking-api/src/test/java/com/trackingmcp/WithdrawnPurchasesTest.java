package com.trackingmcp;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.OutcomeUnknownException;
import com.trackingmcp.http.CallContext;
import com.trackingmcp.http.CarrierHttp;
import com.trackingmcp.http.CarrierRequest;
import com.trackingmcp.http.Quota;
import com.trackingmcp.model.Outcome;
import com.trackingmcp.model.Shipment;
import com.trackingmcp.model.ShipmentRequest;
import com.trackingmcp.spi.CarrierProfile;
import com.trackingmcp.spi.Outcomes;
import com.trackingmcp.support.Interrupted;
import com.trackingmcp.support.LateKey;
import com.trackingmcp.support.Requests;
import com.trackingmcp.testcarrier.ParcelPostServer;
import com.trackingmcp.testcarrier.Shop;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A purchase nobody waits for any more: not bought where it was not sent yet, and not given up where it was. */
@Timeout(30)
class WithdrawnPurchasesTest {
    private static final String LABELS = "/v1/labels";
    private static final ShipmentRequest ROW =
            Requests.domestic().idempotencyKey("row-7").build();

    @RegisterExtension
    final ParcelPostServer server = new ParcelPostServer();

    private final LateKey key = new LateKey();
    private final CountDownLatch asked = new CountDownLatch(1);
    private final Shop shop = new Shop("shop");
    private volatile CompletableFuture<Shipment> sale = new CompletableFuture<>();

    private TrackingClient client(Quota quota, Duration deadline) {
        server.stub(post(urlPathEqualTo(LABELS)).willReturn(okJson("{}")));
        return server.built(server.builder()
                .clock(Clock.systemUTC())
                .deadline(deadline)
                .carrier(context -> {
                    CarrierHttp http = context.http(new CarrierProfile("shop", "shop", "shop"))
                            .baseUri(server.uri())
                            .authorization(key)
                            .quota(quota)
                            .build();
                    return shop.selling((request, call) -> buy(http, call));
                }));
    }

    private CompletableFuture<Shipment> buy(CarrierHttp http, CallContext call) {
        CarrierRequest order = CarrierRequest.post("ship")
                .path(LABELS)
                .json("{}".getBytes(StandardCharsets.UTF_8))
                .build();
        CompletableFuture<Shipment> answer = http.send(order, call).thenApply(response -> shop.bought("1"));
        sale = answer;
        asked.countDown();
        return answer;
    }

    @Test
    void whoIsInterruptedBeforeItIsSentHasNotBoughtAndNeverWill() throws Exception {
        TrackingClient client = client(Quota.unlimited(), Duration.ofSeconds(20));
        Outcome<Shipment> told = Interrupted.once(asked, () -> client.ship(ROW));
        assertThat(told.failure().orElseThrow().code()).isEqualTo(ErrorCode.CALL_CANCELLED);
        key.arrives();
        assertThat(client.ship(ROW).id()).as("the key is free again").isEqualTo("1");
        assertThat(server.requests(LABELS)).hasSize(1);
    }

    @Test
    void whoCancelsBeforeItIsSentHasNotBoughtAndNeverWill() {
        TrackingClient client = client(Quota.unlimited(), Duration.ofSeconds(20));
        client.shipAsync(ROW).cancel(true);
        key.arrives();
        assertThat(client.ship(ROW).id()).isEqualTo("1");
        assertThat(server.requests(LABELS)).hasSize(1);
    }

    @Test
    void whoIsInterruptedOnceItIsSentIsToldWhatToLookForAndItGoesOn() throws Exception {
        TrackingClient client = client(Quota.unlimited(), Duration.ofSeconds(20));
        key.arrives();
        CountDownLatch arrived = server.arrivals(LABELS, 1);
        server.stub(post(urlPathEqualTo(LABELS)).willReturn(okJson("{}").withFixedDelay(700)));
        Outcome<Shipment> told = Interrupted.once(arrived, () -> client.ship(ROW));
        assertThat(told.failure().orElseThrow()).isInstanceOf(OutcomeUnknownException.class);
        assertThat(told.failure().orElseThrow().reference()).contains("row-7");
        assertThat(sale.get(5, TimeUnit.SECONDS).id()).isEqualTo("1");
        CarrierException again = catchThrowableOfType(CarrierException.class, () -> client.ship(ROW));
        assertThat(again.code()).isEqualTo(ErrorCode.ALREADY_REQUESTED);
    }

    @Test
    void aPurchaseThatWaitsForItsTurnWhenTheClientClosesWasNotSent() throws Exception {
        for (int i = 0; i < 50; i++) {
            TrackingClient client =
                    client(Quota.of(Quota.Window.rate(1, Duration.ofSeconds(10))), Duration.ofSeconds(30));
            key.arrives();
            int before = server.requests(LABELS).size();
            client.ship(Requests.domestic().build());
            CompletableFuture<Shipment> waiting =
                    client.shipAsync(Requests.domestic().build());
            client.close();
            assertThat(Outcomes.settle(waiting)
                            .get(5, TimeUnit.SECONDS)
                            .failure()
                            .orElseThrow()
                            .code())
                    .isEqualTo(ErrorCode.CLIENT_CLOSED);
            assertThat(server.requests(LABELS)).hasSize(before + 1);
        }
    }

    @Test
    void aPurchaseWithoutAnAnswerWhenTheClientClosesMayHaveHappened() throws Exception {
        TrackingClient client = client(Quota.unlimited(), Duration.ofSeconds(30));
        key.arrives();
        CountDownLatch arrived = server.neverAnswers(LABELS, 1);
        CompletableFuture<Shipment> sent = client.shipAsync(ROW);
        assertThat(arrived.await(5, TimeUnit.SECONDS)).isTrue();
        client.close();
        CarrierException error =
                Outcomes.settle(sent).get(5, TimeUnit.SECONDS).failure().orElseThrow();
        assertThat(error).isInstanceOf(OutcomeUnknownException.class);
        assertThat(error.reference()).contains("row-7");
        assertThat(error.details().correlationId()).isPresent();
    }

    @Test
    void whatIsBoughtOfAClosedClientIsNotSent() {
        TrackingClient client = client(Quota.unlimited(), Duration.ofSeconds(30));
        client.close();
        CarrierException error = catchThrowableOfType(CarrierException.class, () -> client.ship(ROW));
        assertThat(error.code()).isEqualTo(ErrorCode.CLIENT_CLOSED);
    }

    @Test
    void aPurchaseTheCarrierWantsLaterThanItsTimeIsNotSent() {
        TrackingClient client = client(Quota.unlimited(), Duration.ofSeconds(2));
        key.arrives();
        server.stub(post(urlPathEqualTo(LABELS))
                .willReturn(aResponse().withStatus(429).withHeader("Retry-After", "60")));
        for (int i = 0; i < 2; i++) {
            CarrierException error = catchThrowableOfType(CarrierException.class, () -> client.ship(ROW));
            assertThat(error.code()).isEqualTo(ErrorCode.RATE_LIMITED);
        }
        assertThat(server.requests(LABELS)).hasSize(1);
    }

    @Test
    void aPurchaseThatIsNotSentInTimeIsNotSentLater() {
        TrackingClient client = client(Quota.unlimited(), Duration.ofMillis(300));
        CarrierException error = catchThrowableOfType(CarrierException.class, () -> client.ship(ROW));
        assertThat(error.code()).isEqualTo(ErrorCode.DEADLINE_EXCEEDED);
        key.arrives();
        assertThat(client.ship(ROW).id()).isEqualTo("1");
        assertThat(server.requests(LABELS)).hasSize(1);
    }

    @Test
    void aBatchWhoseCallerIsInterruptedBuysNoMoreAndTellsWhatBecameOfEachRow() throws Exception {
        CountDownLatch third = new CountDownLatch(1);
        TrackingClient client = client(Quota.unlimited(), Duration.ofSeconds(20));
        CompletableFuture<Shipment> underWay = new CompletableFuture<>();
        shop.selling(request -> {
            if (shop.sold().size() < 3) {
                return CompletableFuture.completedFuture(
                        shop.bought("" + shop.sold().size()));
            }
            third.countDown();
            return underWay;
        });
        List<ShipmentRequest> rows = IntStream.range(0, 2_000)
                .mapToObj(
                        row -> Requests.domestic().idempotencyKey("row-" + row).build())
                .toList();

        List<Outcome<Shipment>> outcomes = Interrupted.once(
                        third,
                        () -> client.shipAll(rows, BatchOptions.standard().concurrency(1)))
                .orElseThrow();

        assertThat(outcomes).hasSize(2_000);
        assertThat(outcomes.get(1).orElseThrow().id()).isEqualTo("2");
        assertThat(outcomes.get(2).failure().orElseThrow()).isInstanceOf(OutcomeUnknownException.class);
        assertThat(outcomes.get(2).failure().orElseThrow().reference()).contains("row-2");
        assertThat(outcomes.subList(3, 2_000))
                .allSatisfy(outcome ->
                        assertThat(outcome.failure().orElseThrow().code()).isEqualTo(ErrorCode.NOT_TRIED));
        underWay.complete(shop.bought("3"));
        assertThat(shop.sold()).as("nothing is bought behind the caller's back").hasSize(3);
    }
}
