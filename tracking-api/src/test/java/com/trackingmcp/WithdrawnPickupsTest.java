package com.trackingmcp;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.http.Fault;
import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.OutcomeUnknownException;
import com.trackingmcp.http.CallContext;
import com.trackingmcp.http.CarrierHttp;
import com.trackingmcp.http.CarrierRequest;
import com.trackingmcp.model.DocumentUpload;
import com.trackingmcp.model.PickupConfirmation;
import com.trackingmcp.model.PickupPiece;
import com.trackingmcp.model.PickupRequest;
import com.trackingmcp.model.Shipment;
import com.trackingmcp.model.ShipmentRequest;
import com.trackingmcp.model.TradeDocument;
import com.trackingmcp.model.TradeDocumentKind;
import com.trackingmcp.model.UploadedDocument;
import com.trackingmcp.spi.CarrierContext;
import com.trackingmcp.spi.CarrierProfile;
import com.trackingmcp.spi.DocumentCapability;
import com.trackingmcp.spi.Outcomes;
import com.trackingmcp.spi.PickupCapability;
import com.trackingmcp.spi.ShippingCapability;
import com.trackingmcp.support.Interrupted;
import com.trackingmcp.support.LateKey;
import com.trackingmcp.support.Requests;
import com.trackingmcp.testcarrier.Desk;
import com.trackingmcp.testcarrier.Drawer;
import com.trackingmcp.testcarrier.ParcelPostServer;
import com.trackingmcp.testcarrier.Shop;
import com.trackingmcp.testcarrier.Vans;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A pickup or a paper nobody waits for any more, over the wire: not booked where it was not sent yet, and told as unclear where it was. */
@Timeout(30)
class WithdrawnPickupsTest {
    private static final String PICKUPS = "/v1/pickups";
    private static final String PAPERS = "/v1/papers";
    private static final PickupRequest PICKUP = PickupRequest.builder()
            .address(Requests.address("US").build())
            .date(LocalDate.parse("2999-03-02"))
            .readyTime(LocalTime.of(9, 0))
            .closeTime(LocalTime.of(17, 0))
            .addPieces(PickupPiece.builder().quantity(1).build())
            .reference("order 7")
            .build();
    private static final TradeDocument INVOICE =
            TradeDocument.of("invoice.pdf", TradeDocumentKind.COMMERCIAL_INVOICE, new byte[] {1});

    @RegisterExtension
    final ParcelPostServer server = new ParcelPostServer();

    private final LateKey key = new LateKey();
    private final CountDownLatch asked = new CountDownLatch(1);
    private final Vans vans = new Vans("post");
    private final Drawer drawer = new Drawer("post");
    private final Shop shop = new Shop("post");

    private TrackingClient client(Duration deadline) {
        server.stub(post(urlPathEqualTo(PICKUPS)).willReturn(okJson("{}")));
        server.stub(post(urlPathEqualTo(PAPERS)).willReturn(okJson("{}")));
        return server.built(
                server.builder().clock(Clock.systemUTC()).deadline(deadline).carrier(this::connect));
    }

    private Desk connect(CarrierContext context) {
        CarrierHttp http = context.http(new CarrierProfile("post", "post", "post"))
                .baseUri(server.uri())
                .authorization(key)
                .build();
        vans.booking((request, call) -> send(http, "schedule_pickup", PICKUPS, call, vans.booked("1", request)));
        drawer.uploading((paper, call) -> send(http, "upload", PAPERS, call, drawer.held("1")));
        return new Desk("post")
                .offering(PickupCapability.class, vans)
                .offering(DocumentCapability.class, drawer)
                .offering(ShippingCapability.class, shop);
    }

    private <T> CompletableFuture<T> send(CarrierHttp http, String operation, String path, CallContext call, T answer) {
        CarrierRequest request = CarrierRequest.post(operation)
                .path(path)
                .json("{}".getBytes(StandardCharsets.UTF_8))
                .build();
        CompletableFuture<T> sent = http.send(request, call).thenApply(response -> answer);
        asked.countDown();
        return sent;
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void aLostAnswerIsToldWithWhatToLookForAndThePickupIsSentOnce(Fault fault) {
        TrackingClient client = client(Duration.ofSeconds(20));
        key.arrives();
        server.stub(post(urlPathEqualTo(PICKUPS)).willReturn(aResponse().withFault(fault)));
        OutcomeUnknownException lost = catchThrowableOfType(
                OutcomeUnknownException.class, () -> client.pickups().schedule(PICKUP));
        assertThat(lost.reference()).contains("order 7");
        assertThat(lost.retryable()).isFalse();
        assertThat(server.requests(PICKUPS)).hasSize(1);
    }

    @Test
    void whoIsInterruptedBeforeItIsSentHasNotBookedAndNeverWill() throws Exception {
        TrackingClient client = client(Duration.ofSeconds(20));
        CarrierException told = Interrupted.once(asked, () -> client.pickups().schedule(PICKUP))
                .failure()
                .orElseThrow();
        assertThat(told.code()).isEqualTo(ErrorCode.CALL_CANCELLED);
        key.arrives();
        assertThat(client.pickups().schedule(PICKUP).confirmationNumber()).isEqualTo("1");
        assertThat(server.requests(PICKUPS)).hasSize(1);
    }

    @Test
    void whoCancelsBeforeItIsSentHasNotBookedAndNeverWill() {
        TrackingClient client = client(Duration.ofSeconds(20));
        CompletableFuture<PickupConfirmation> booking = client.pickups().scheduleAsync(PICKUP);
        booking.cancel(true);
        key.arrives();
        client.pickups().schedule(PICKUP);
        assertThat(server.requests(PICKUPS)).hasSize(1);
    }

    @Test
    void whoIsInterruptedOnceItIsSentIsToldWhatToLookFor() throws Exception {
        TrackingClient client = client(Duration.ofSeconds(20));
        key.arrives();
        CountDownLatch arrived = server.neverAnswers(PICKUPS, 1);
        CarrierException told = Interrupted.once(arrived, () -> client.pickups().schedule(PICKUP))
                .failure()
                .orElseThrow();
        assertThat(told).isInstanceOf(OutcomeUnknownException.class);
        assertThat(told.reference()).contains("order 7");
    }

    @Test
    void aPickupThatIsNotSentInTimeIsNotSentLater() {
        TrackingClient client = client(Duration.ofMillis(300));
        CarrierException error = catchThrowableOfType(
                CarrierException.class, () -> client.pickups().schedule(PICKUP));
        assertThat(error.code()).isEqualTo(ErrorCode.DEADLINE_EXCEEDED);
        key.arrives();
        client.pickups().schedule(PICKUP);
        assertThat(server.requests(PICKUPS)).hasSize(1);
    }

    @Test
    void aPickupWithoutAnAnswerWhenTheClientClosesMayBeBooked() throws Exception {
        TrackingClient client = client(Duration.ofSeconds(20));
        key.arrives();
        CountDownLatch arrived = server.neverAnswers(PICKUPS, 1);
        CompletableFuture<PickupConfirmation> sent = client.pickups().scheduleAsync(PICKUP);
        assertThat(arrived.await(5, TimeUnit.SECONDS)).isTrue();
        client.close();
        assertThat(Outcomes.settle(sent).get(5, TimeUnit.SECONDS).failure().orElseThrow())
                .isInstanceOf(OutcomeUnknownException.class);
    }

    @Test
    void aPaperWhoseAnswerIsLostIsSentOnce() {
        TrackingClient client = client(Duration.ofSeconds(20));
        key.arrives();
        server.stub(post(urlPathEqualTo(PAPERS)).willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));
        DocumentUpload upload = DocumentUpload.builder()
                .document(INVOICE)
                .destinationCountry("DE")
                .build();
        assertThat(catchThrowableOfType(
                        OutcomeUnknownException.class, () -> client.documents().upload(upload)))
                .isNotNull();
        assertThat(server.requests(PAPERS)).hasSize(1);
    }

    @Test
    void aPaperThatIsNotSentInTimeCostsNoLabel() {
        TrackingClient client = client(Duration.ofSeconds(1));
        ShipmentRequest row = Requests.domestic().addTradeDocuments(INVOICE).build();
        Shipment shipment = client.ship(row);
        assertThat(shipment.alerts())
                .singleElement()
                .satisfies(alert -> assertThat(alert.code()).contains("E-3004"));
        assertThat(shop.sold()).hasSize(1);
        key.arrives();
        assertThat(server.requests(PAPERS)).isEmpty();
        assertThat(List.copyOf(drawer.done())).containsExactly("upload invoice.pdf");
    }

    @Test
    void aLostPaperIsAnAlertThatSaysSoAndCostsNoLabel() {
        TrackingClient client = client(Duration.ofSeconds(20));
        key.arrives();
        server.stub(post(urlPathEqualTo(PAPERS)).willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));
        Shipment shipment =
                client.ship(Requests.domestic().addTradeDocuments(INVOICE).build());
        assertThat(shipment.alerts())
                .singleElement()
                .satisfies(alert -> assertThat(alert.code()).contains("E-3009"));
        UploadedDocument none = drawer.held("1");
        assertThat(shop.sold().get(0).uploadedDocuments()).doesNotContain(none);
        assertThat(server.requests(PAPERS)).hasSize(1);
    }
}
