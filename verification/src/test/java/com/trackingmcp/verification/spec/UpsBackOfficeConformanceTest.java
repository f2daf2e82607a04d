package com.trackingmcp.verification.spec;

import static org.assertj.core.api.Assertions.assertThat;

import com.trackingmcp.model.Address;
import com.trackingmcp.model.Commodity;
import com.trackingmcp.model.ContentType;
import com.trackingmcp.model.DocumentFormat;
import com.trackingmcp.model.DocumentUpload;
import com.trackingmcp.model.Incoterm;
import com.trackingmcp.model.LandedCostRequest;
import com.trackingmcp.model.Money;
import com.trackingmcp.model.Shipment;
import com.trackingmcp.model.ShippedFor;
import com.trackingmcp.model.SubscriptionEvent;
import com.trackingmcp.model.SubscriptionRequest;
import com.trackingmcp.model.TradeDocument;
import com.trackingmcp.model.TradeDocumentKind;
import com.trackingmcp.model.Weight;
import com.trackingmcp.testkit.SandboxErrands;
import com.trackingmcp.testkit.SandboxNumbers;
import com.trackingmcp.testkit.SandboxOrders;
import com.trackingmcp.testkit.SandboxParcel;
import com.trackingmcp.testkit.SandboxPush;
import com.trackingmcp.ups.UpsCarrierProvider;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** All that UPS is asked about duties, papers and alerts, and what it posts itself, against UPS's own descriptions. */
class UpsBackOfficeConformanceTest extends Conversation {
    private static final LocalDate TODAY = LocalDate.of(2026, 2, 10);
    private final SandboxErrands errands = SandboxErrands.of("ups", sandbox.clock());

    UpsBackOfficeConformanceTest() throws Exception {
        super(new UpsCarrierProvider(), UpsBackOfficeDeviations.ALL);
    }

    @Override
    void say() {
        duties();
        papers();
        alerts();
    }

    /** Labels are another test's; what UPS posts itself comes in beside the client. */
    @Override
    Stream<Exchange> told(List<Exchange> recorded) {
        return Stream.concat(
                recorded.stream().filter(exchange -> exchange.document() != CarrierDocument.UPS_SHIPPING),
                pushes().stream());
    }

    private LandedCostRequest goods() {
        return errands.landedCost().orElseThrow();
    }

    private LandedCostRequest.Builder like(LandedCostRequest goods) {
        return LandedCostRequest.builder().from(goods);
    }

    private void duties() {
        LandedCostRequest goods = goods();
        Commodity books = goods.commodities().get(0);
        client.landedCosts().quote(goods);
        client.landedCosts().quote(moreAndLess());
        for (ContentType contents : ContentType.values()) {
            client.landedCosts().quote(like(goods).contentType(contents).build());
        }
        for (Incoterm term : List.of(Incoterm.CFR, Incoterm.DAP, Incoterm.DAT, Incoterm.DDP, Incoterm.EXW)) {
            client.landedCosts().quote(like(goods).incoterm(term).build());
        }
        Commodity odd = Commodity.builder().from(books).hsCode("990000").build();
        assertThat(client.landedCosts()
                        .quote(like(goods).addCommodities(odd).build())
                        .partial())
                .isTrue();
        refusal(() -> client.landedCosts()
                .quote(like(goods)
                        .recipient(Address.builder().country("AQ").build())
                        .build()));
    }

    /** With all that may be told, and with as little. */
    private LandedCostRequest moreAndLess() {
        Commodity books = goods().commodities().get(0);
        Commodity more = Commodity.builder()
                .from(books)
                .quantity(new BigDecimal("1000"))
                .hsCode(Optional.empty())
                .weight(Weight.of("300", Weight.Unit.G))
                .build();
        Commodity less = Commodity.builder()
                .from(books)
                .weight(Optional.empty())
                .description(Optional.empty())
                .build();
        return like(goods())
                .recipient(Address.builder().country("CA").stateOrProvince("QC").build())
                .shipDate(TODAY)
                .freight(Money.of("12.345", "USD"))
                .commodities(List.of(more, less))
                .build();
    }

    private String upload() {
        return client.documents().upload(errands.document().orElseThrow()).id().orElseThrow();
    }

    private void papers() {
        for (TradeDocumentKind kind : TradeDocumentKind.values()) {
            client.documents().upload(DocumentUpload.of("ups", TradeDocument.of("paper.pdf", kind, new byte[] {1, 2})));
        }
        for (DocumentFormat format : DocumentFormat.values()) {
            client.documents()
                    .upload(DocumentUpload.of(
                            "ups",
                            TradeDocument.of("paper." + format.word(), TradeDocumentKind.OTHER, new byte[] {1, 2})));
        }
        Shipment shipment = client.ship(SandboxOrders.international("ups").build());
        ShippedFor target = ShippedFor.of(shipment, TODAY);
        String id = upload();
        client.documents().attach("ups", List.of(upload(), id), target);
        client.documents().delete("ups", id);
        refusal(() -> client.documents().delete("ups", id));
        refusal(() -> client.documents().attach("ups", List.of(id), target));
    }

    private SubscriptionRequest.Builder wish(String... numbers) {
        return SubscriptionRequest.builder().carrier("ups").addTrackingNumbers(numbers);
    }

    private void alerts() {
        String number = sandbox.parcel("ups").number();
        client.subscriptions().subscribe(wish(number).build());
        for (SubscriptionEvent event : SubscriptionEvent.values()) {
            client.subscriptions().subscribe(wish(number).addEvents(event).build());
        }
        client.subscriptions()
                .subscribe(wish(number, SandboxNumbers.UPS_NOT_FOUND, "1R12345678901234", "no number")
                        .events(EnumSet.allOf(SubscriptionEvent.class))
                        .build());
        assertThat(client.subscriptions()
                        .subscribe(wish("1R12345678901234").build())
                        .get(0)
                        .isSuccess())
                .isFalse();
    }

    /** What a parcel's life makes UPS post, as exchanges with its customer. */
    private List<Exchange> pushes() {
        SandboxParcel parcel = sandbox.parcel("ups").signedBy("Bob");
        return Stream.<Runnable>of(
                        () -> {}, parcel::pickedUp, parcel::exception, parcel::outForDelivery, parcel::delivered)
                .map(step -> {
                    step.run();
                    SandboxPush push = parcel.push();
                    return new Exchange(
                            CarrierDocument.UPS_ALERT,
                            "POST",
                            "/api/track/v2/webhooks/TrackingEvent",
                            Map.of(),
                            push.headers(),
                            push.body(),
                            200,
                            Map.of(),
                            "");
                })
                .toList();
    }

    @Override
    void failures(int status) {
        ShippedFor shipment = ShippedFor.builder()
                .id("1Z999AA10123456784")
                .trackingNumber("1Z999AA10123456784")
                .shipDate(TODAY)
                .build();
        String number = sandbox.parcel("ups").number();
        String id = "2026-02-10-00.00.00.000001";
        failing("landed-cost", status, () -> client.landedCosts().quote(goods()));
        failing("upload", status, this::upload);
        failing("attach", status, () -> client.documents().attach("ups", List.of(id), shipment));
        failing("delete-document", status, () -> client.documents().delete("ups", id));
        // every 400 of this one names the numbers it is about: the gateway's own has read none
        if (status != 400) {
            failing(
                    "subscribe",
                    status,
                    () -> client.subscriptions().subscribe(wish(number).build()));
        }
    }

    private void failing(String operation, int status, Runnable call) {
        failing("ups", operation, 2, status, call);
    }
}
