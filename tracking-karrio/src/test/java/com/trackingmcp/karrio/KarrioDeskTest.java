package com.trackingmcp.karrio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.trackingmcp.error.CapabilityNotSupportedException;
import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.OutcomeUnknownException;
import com.trackingmcp.model.Address;
import com.trackingmcp.model.Cancellation;
import com.trackingmcp.model.DocumentRequest;
import com.trackingmcp.model.DocumentUpload;
import com.trackingmcp.model.Manifest;
import com.trackingmcp.model.ManifestRequest;
import com.trackingmcp.model.Order;
import com.trackingmcp.model.OrderFilter;
import com.trackingmcp.model.OrderStatus;
import com.trackingmcp.model.Parcel;
import com.trackingmcp.model.PickupConfirmation;
import com.trackingmcp.model.PickupPiece;
import com.trackingmcp.model.PickupQuery;
import com.trackingmcp.model.PickupRequest;
import com.trackingmcp.model.PickupStatus;
import com.trackingmcp.model.SavedAddress;
import com.trackingmcp.model.SavedParcel;
import com.trackingmcp.model.Shipment;
import com.trackingmcp.model.ShipmentFilter;
import com.trackingmcp.model.ShippedFor;
import com.trackingmcp.model.TradeDocument;
import com.trackingmcp.model.TradeDocumentKind;
import com.trackingmcp.model.UploadedDocument;
import com.trackingmcp.model.Weight;
import com.trackingmcp.testkit.SandboxCall;
import com.trackingmcp.testkit.SandboxOrders;
import com.trackingmcp.testkit.SandboxPaper;
import com.trackingmcp.testkit.SandboxPickup;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A shipping desk behind the gateway: parcels are fetched, days closed, papers handed over, and what is stored is told. */
class KarrioDeskTest extends KarrioSaleBed {
    private static final String EXPRESS = "karrio:express";

    private LocalDate today() {
        return LocalDate.ofInstant(sandbox.clock().instant(), ZoneOffset.UTC);
    }

    private Shipment buy() {
        return client.ship(domestic().build());
    }

    private PickupRequest.Builder pickup() {
        return PickupRequest.builder()
                .carrier(CANADA_POST)
                .address(OTTAWA)
                .date(today().plusDays(2))
                .readyTime(LocalTime.of(9, 30))
                .closeTime(LocalTime.of(17, 0))
                .addPieces(PickupPiece.builder().quantity(1).build());
    }

    private long asked(String operation) {
        return sandbox.calls("karrio").stream()
                .map(SandboxCall::operation)
                .filter(operation::equals)
                .count();
    }

    @Test
    void whatWasBoughtIsFetchedOnAnotherDayAndNotAtAll() {
        Shipment shipment = buy();

        PickupConfirmation booked = client.pickups()
                .schedule(pickup().addTrackingNumbers(shipment.trackingNumber()).build());
        assertThat(booked.status()).isEqualTo(PickupStatus.SCHEDULED);
        assertThat(booked.address().flatMap(Address::city)).contains("Ottawa");
        assertThat(client.pickups().pending(CANADA_POST)).containsExactly(booked);

        PickupQuery meant = PickupQuery.of(booked);
        PickupConfirmation moved = client.pickups()
                .update(meant, pickup().date(today().plusDays(3)).build());
        assertThat(moved.confirmationNumber()).isEqualTo(booked.confirmationNumber());
        assertThat(sandbox.pickups("karrio"))
                .singleElement()
                .extracting(SandboxPickup::date)
                .isEqualTo(today().plusDays(3));

        PickupQuery later = PickupQuery.of(moved);
        assertThat(client.pickups().cancel(later).carrierAsked()).contains(true);
        assertThat(sandbox.pickups("karrio").get(0).isCancelled()).isTrue();
        Cancellation again = client.pickups().cancel(later);
        assertThat(again.cancelled()).isTrue();
        assertThat(again.carrierText()).contains("It was cancelled before");
        assertThat(client.pickups().pending(CANADA_POST)).isEmpty();
    }

    @Test
    void aShipmentThatWaitsForADriverGetsNoOther() {
        PickupRequest wish = pickup().addTrackingNumbers(buy().trackingNumber()).build();
        client.pickups().schedule(wish);

        assertThatThrownBy(() -> client.pickups().schedule(wish))
                .isInstanceOfSatisfying(
                        CarrierException.class,
                        error -> assertThat(error.carrierText().orElse("")).contains("already scheduled"));
    }

    @Test
    void aPickupWhoseAnswerWasLostIsBookedOnceAndFound() {
        sandbox.fail("karrio").on("pickup").withLostAnswer().times(1);

        PickupConfirmation booked = client.pickups().schedule(pickup().build());

        assertThat(sandbox.pickups("karrio"))
                .singleElement()
                .extracting(SandboxPickup::number)
                .isEqualTo(booked.confirmationNumber());
        assertThat(asked("pickup")).isEqualTo(1);
    }

    @Test
    void aPickupThatNeverReachedTheServerMayHaveBeenBooked() {
        sandbox.fail("karrio").on("pickup").withDroppedConnection().times(1);

        assertThat(failure(() ->
                        client.pickups().schedule(pickup().reference("tour-7").build())))
                .isInstanceOfSatisfying(
                        OutcomeUnknownException.class,
                        lost -> assertThat(lost.reference()).contains("tour-7"));
        assertThat(asked("pickup")).isEqualTo(1);
    }

    @Test
    void changesAndCancellationsWhoseAnswersWereLostAreReadAgain() {
        PickupQuery meant = PickupQuery.of(client.pickups().schedule(pickup().build()));
        sandbox.fail("karrio").on("pickup-update").withLostAnswer().times(1);
        sandbox.fail("karrio").on("pickup-cancel").withLostAnswer().times(1);

        assertThat(client.pickups()
                        .update(meant, pickup().readyTime(LocalTime.of(11, 0)).build())
                        .readyTime())
                .contains(LocalTime.of(11, 0));
        assertThat(client.pickups().cancel(meant).cancelled()).isTrue();
        assertThat(asked("pickup-update")).isEqualTo(1);
        assertThat(asked("pickup-cancel")).isEqualTo(1);
    }

    @Test
    void ofACarrierThatIsNotAskedItIsToldThatTheDriverMayCome() {
        Shipment shipment = client.ship(
                SandboxOrders.domestic("karrio:mydhl").carrier(EXPRESS).build());
        PickupConfirmation booked = client.pickups()
                .schedule(pickup().carrier(EXPRESS)
                        .address(SandboxOrders.domestic("karrio:mydhl")
                                .build()
                                .sender()
                                .orElseThrow())
                        .addTrackingNumbers(shipment.trackingNumber())
                        .build());

        assertThat(client.pickups().cancel(PickupQuery.of(booked)).carrierAsked())
                .contains(false);
        assertThat(sandbox.pickups("karrio").get(0).isCancelled()).isFalse();
    }

    @Test
    void aPlaceWhereNobodyComesIsRefusedInTheCarriersWords() {
        CarrierException refused = failure(() -> client.pickups()
                .schedule(pickup().address(
                                Address.builder().from(OTTAWA).country("AQ").build())
                        .build()));

        assertThat(refused.code()).isEqualTo(ErrorCode.REQUEST_REFUSED);
        assertThat(refused.carrierText()).contains("No pickup service at this address");
        assertThat(refused.details().connection()).contains(CANADA_POST);
        assertThat(sandbox.pickups("karrio")).isEmpty();
    }

    private ManifestRequest.Builder day() {
        return ManifestRequest.builder().carrier(CANADA_POST).date(today()).address(OTTAWA);
    }

    @Test
    void aDayIsClosedOnceWithAllThatWasBoughtAndPrintedAgain() {
        buy();
        buy();

        Manifest closed = client.manifests().close(day().build());
        assertThat(closed.alerts()).isEmpty();
        assertThat(closed.documents()).singleElement().satisfies(paper -> {
            assertThat(paper.mediaType()).contains("application/pdf");
            assertThat(new String(paper.content().orElseThrow(), StandardCharsets.ISO_8859_1))
                    .startsWith("%PDF-");
        });

        assertThat(client.manifests().reprint(ManifestRequest.of(CANADA_POST, today())))
                .isEqualTo(closed);
        assertThatThrownBy(() -> client.manifests().close(day().build())).hasMessageContaining("waits for a manifest");
        assertThat(asked("manifest")).isEqualTo(1);
    }

    @Test
    void someAreClosedByNumberOrIdAndTheRestLater() {
        Shipment first = buy();
        Shipment second = buy();
        Shipment third = buy();

        client.manifests()
                .close(day().addTrackingNumbers(first.trackingNumber(), second.id())
                        .build());

        CarrierException refused = failure(() -> client.manifests()
                .close(day().addTrackingNumbers(first.trackingNumber(), third.trackingNumber())
                        .build()));
        assertThat(refused.fields())
                .singleElement()
                .satisfies(field -> assertThat(field.path()).isEqualTo("tracking_numbers[0]"));
        assertThat(client.manifests().close(day().build()).alerts()).isEmpty();
        assertThat(client.manifests().reprint(day().build()).documents()).hasSize(2);
    }

    @Test
    void manyAreFoundAmongTheNewestAndTheRestOneByOne() {
        sandbox.karrioShipments(120);
        List<String> newestFirst = client.shipments().list(ShipmentFilter.of(CANADA_POST)).stream()
                .flatMap(stored -> stored.trackingNumber().stream())
                .toList();
        sandbox.forgetCalls();

        client.manifests()
                .close(day().addAllTrackingNumbers(newestFirst.subList(0, 5))
                        .addTrackingNumbers(newestFirst.get(119))
                        .build());

        assertThat(asked("shipments")).isEqualTo(2);
    }

    @Test
    void aDayWhoseAnswerWasLostIsClosedOnceAndFound() {
        buy();
        sandbox.fail("karrio").on("manifest").withLostAnswer().times(1);

        Manifest closed = client.manifests().close(day().build());

        assertThat(closed.documents()).hasSize(1);
        assertThat(asked("manifest")).isEqualTo(1);
    }

    private static TradeDocument invoice(String name) {
        return TradeDocument.of(
                name, TradeDocumentKind.COMMERCIAL_INVOICE, "%PDF-1.4".getBytes(StandardCharsets.US_ASCII));
    }

    private static DocumentUpload invoice(String carrier, ShippedFor shipment) {
        return DocumentUpload.builder()
                .carrier(carrier)
                .document(invoice("invoice.pdf"))
                .shipment(shipment)
                .build();
    }

    @Test
    void papersAreHandedOverByIdOrNumber() {
        Shipment shipment = client.ship(
                SandboxOrders.domestic("karrio:mydhl").carrier(EXPRESS).build());
        ShippedFor meant = ShippedFor.of(shipment, today());

        UploadedDocument first = client.documents().uploadAndAttach(invoice(EXPRESS, meant));
        UploadedDocument second = client.documents()
                .uploadAndAttach(invoice(
                        EXPRESS,
                        ShippedFor.builder()
                                .from(meant)
                                .id(shipment.trackingNumber())
                                .build()));

        assertThat(sandbox.papers("karrio"))
                .extracting(SandboxPaper::shipment)
                .containsExactly(Optional.of(shipment.trackingNumber()), Optional.of(shipment.trackingNumber()));
        assertThat(sandbox.papers("karrio"))
                .extracting(paper -> Optional.of(paper.id()))
                .containsExactly(first.id(), second.id());
    }

    private Shipment buyWithPapers() {
        return client.ship(SandboxOrders.domestic("karrio:mydhl")
                .carrier(EXPRESS)
                .addTradeDocuments(invoice("invoice.pdf"), invoice("other.pdf"))
                .build());
    }

    @Test
    void papersOfAPurchaseAreHandedOverOnceItIsMade() {
        Shipment bought = buyWithPapers();

        assertThat(bought.alerts()).isEmpty();
        assertThat(sandbox.papers("karrio"))
                .extracting(SandboxPaper::name, SandboxPaper::shipment)
                .containsExactly(
                        tuple("invoice.pdf", Optional.of(bought.trackingNumber())),
                        tuple("other.pdf", Optional.of(bought.trackingNumber())));
    }

    @Test
    void aPaperThatFailsIsAnAlertOnWhatWasBought() {
        sandbox.fail("karrio").on("upload").with(500).times(1);

        Shipment bought = buyWithPapers();

        assertThat(bought.alerts())
                .singleElement()
                .satisfies(alert ->
                        assertThat(alert.text()).startsWith("paper 1 (commercial_invoice) was not uploaded: "));
        assertThat(sandbox.papers("karrio")).extracting(SandboxPaper::name).containsExactly("other.pdf");
        assertThat(sandbox.shipments("karrio")).hasSize(1);
    }

    @Test
    void aCarrierThatTakesNoPapersIsNotAsked() {
        assertThatThrownBy(
                        () -> client.documents().uploadAndAttach(invoice(CANADA_POST, ShippedFor.of(buy(), today()))))
                .isInstanceOf(CapabilityNotSupportedException.class);
        assertThat(asked("upload")).isZero();
    }

    @Test
    void makesPapersFromTemplates() {
        var paper = client.documents()
                .generate(DocumentRequest.builder()
                        .carrier("karrio")
                        .template("<p>{{ order_id }}</p>")
                        .data(Map.of("order_id", "4711"))
                        .build());

        assertThat(paper.mediaType()).contains("application/pdf");
        assertThat(new String(paper.content().orElseThrow(), StandardCharsets.ISO_8859_1))
                .contains("4711");
    }

    @Test
    void tellsAllOrdersPageByPage() {
        List<String> ids = sandbox.karrioOrders(250);

        assertThat(client.orders().list(OrderFilter.all()).stream().map(Order::id))
                .containsExactlyInAnyOrderElementsOf(ids);
        assertThat(asked("orders")).isLessThanOrEqualTo(6);

        Order order = client.orders()
                .list(OrderFilter.builder()
                        .orderId("SHOP-7")
                        .source("shop")
                        .addStatuses(OrderStatus.UNFULFILLED)
                        .build())
                .iterator()
                .next();
        assertThat(order).isEqualTo(client.orders().get("karrio", order.id()));
        assertThat(order.lines()).singleElement().satisfies(line -> {
            assertThat(line.title()).contains("Book 7");
            assertThat(line.unfulfilled()).isEqualTo(line.goods().quantity());
            assertThat(line.goods().weight()).contains(Weight.of("1.0", Weight.Unit.KG));
        });
        assertThat(order.recipient().flatMap(Address::person)).contains("Person 7");
        assertThat(order.test()).contains(true);
        assertThatThrownBy(() -> client.orders().get("karrio", "ord_nothing"))
                .isInstanceOfSatisfying(
                        CarrierException.class,
                        error -> assertThat(error.code()).isEqualTo(ErrorCode.OBJECT_NOT_FOUND));
    }

    @Test
    void keepsAddressesAndParcels() {
        SavedAddress saved = client.addressBook().saveAddress("karrio", OTTAWA);
        Address moved = Address.builder()
                .from(OTTAWA)
                .lines(List.of("1 Elgin St"))
                .email(Optional.empty())
                .build();
        SavedAddress changed = client.addressBook().updateAddress("karrio", saved.id(), moved);

        assertThat(changed.address().lines()).containsExactly("1 Elgin St");
        assertThat(changed.address().email()).isEmpty();
        assertThat(client.addressBook().addresses("karrio")).contains(changed);
        client.addressBook().deleteAddress("karrio", saved.id());
        assertThat(client.addressBook().addresses("karrio")).doesNotContain(changed);
        assertThatThrownBy(() -> client.addressBook().deleteAddress("karrio", saved.id()))
                .isInstanceOfSatisfying(
                        CarrierException.class,
                        error -> assertThat(error.code()).isEqualTo(ErrorCode.OBJECT_NOT_FOUND));

        SavedParcel box = client.addressBook().saveParcel("karrio", parcel("1.5"));
        assertThat(box.parcel()).isEqualTo(parcel("1.5"));
        assertThat(client.addressBook()
                        .updateParcel("karrio", box.id(), Parcel.of(Weight.of("2", Weight.Unit.LB)))
                        .parcel())
                .isEqualTo(Parcel.of(Weight.of("2", Weight.Unit.LB)));
    }
}
