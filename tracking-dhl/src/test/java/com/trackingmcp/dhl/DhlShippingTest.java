package com.trackingmcp.dhl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.groups.Tuple.tuple;

import com.trackingmcp.error.CapabilityNotSupportedException;
import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.CarrierUnavailableException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.FieldProblem;
import com.trackingmcp.error.InvalidRequestException;
import com.trackingmcp.error.OutcomeUnknownException;
import com.trackingmcp.model.Address;
import com.trackingmcp.model.BillingAccount;
import com.trackingmcp.model.CarrierTime;
import com.trackingmcp.model.Charge;
import com.trackingmcp.model.Commodity;
import com.trackingmcp.model.DeliveryWindow;
import com.trackingmcp.model.Document;
import com.trackingmcp.model.Incoterm;
import com.trackingmcp.model.LabelFormat;
import com.trackingmcp.model.LabelSpec;
import com.trackingmcp.model.Money;
import com.trackingmcp.model.Parcel;
import com.trackingmcp.model.Payment;
import com.trackingmcp.model.Rate;
import com.trackingmcp.model.Reference;
import com.trackingmcp.model.Shipment;
import com.trackingmcp.model.ShipmentQuery;
import com.trackingmcp.model.ShipmentRequest;
import com.trackingmcp.model.ShippedParcel;
import com.trackingmcp.model.SignatureOption;
import com.trackingmcp.model.TrackingStatus;
import com.trackingmcp.model.Weight;
import com.trackingmcp.testkit.SandboxCall;
import com.trackingmcp.testkit.SandboxShipment;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Labels of DHL Express, bought in the sandbox. */
class DhlShippingTest extends DhlSalesBed {

    @Test
    void aDomesticParcelGetsItsLabelAndItsPrice() {
        Shipment shipment =
                client.ship(DhlOrders.domestic().idempotencyKey("key-1").build());

        assertThat(sold()).extracting(SandboxShipment::id).containsExactly(shipment.id());
        assertThat(shipment.trackingNumber()).isEqualTo(shipment.id()).hasSize(10);
        assertThat(shipment.service()).contains("N");
        assertThat(shipment.serviceName()).contains("EXPRESS DOMESTIC");
        assertThat(shipment.references()).extracting(Reference::value).containsExactly("order-4711");
        assertThat(shipment.idempotencyKey()).contains("key-1");
        assertThat(shipment.created()).contains(sandbox.clock().instant());
        assertThat(shipment.details()).containsExactly(Map.entry("ship_date", "2026-02-10"));
        assertThat(shipment.price()).contains(Money.of("21.24", "EUR"));
        assertThat(shipment.charges()).extracting(Charge::type).containsExactly(Charge.Type.BASE, Charge.Type.FUEL);
        assertThat(shipment.delivery())
                .contains(DeliveryWindow.by(CarrierTime.parse("2026-02-11T23:59:00"), DeliveryWindow.Basis.COMMITMENT));
        ShippedParcel parcel = shipment.parcels().get(0);
        assertThat(parcel.trackingNumber()).startsWith("JD0146").contains(shipment.id());
        Document label = parcel.documents().get(0);
        assertThat(label.kind()).isEqualTo(Document.LABEL);
        assertThat(label.format()).contains(LabelFormat.PDF);
        assertThat(label.mediaType()).contains("application/pdf");
        assertThat(label.pageFormat()).contains("ECOM26_84_001");
        assertThat(shipment.labels()).containsExactly(label);
        assertThat(shipment.documents()).isEmpty();
    }

    @Test
    void theShipmentIsTrackedByWaybillAndByPiece() {
        Shipment shipment = client.ship(DhlOrders.domestic().build());

        assertThat(client.track(shipment.trackingNumber()).status()).isEqualTo(TrackingStatus.LABEL_CREATED);
        assertThat(client.track(shipment.parcels().get(0).trackingNumber()).status())
                .isEqualTo(TrackingStatus.LABEL_CREATED);
    }

    @Test
    void goodsThatCrossABorderComeWithTheirInvoice() {
        Shipment shipment = client.ship(DhlOrders.abroad().build());

        assertThat(shipment.documents()).extracting(Document::kind).containsExactly(Document.COMMERCIAL_INVOICE);
        assertThat(shipment.labels()).hasSize(1);
        assertThat(sold().get(0).service()).isEqualTo("P");
    }

    @Test
    void eachOfSeveralParcelsHasItsNumberAndItsLabel() {
        Shipment shipment = client.ship(DhlOrders.domestic()
                .parcels(List.of(DhlOrders.PARCEL, DhlOrders.PARCEL, DhlOrders.PARCEL))
                .putOptions("dhl_waybill_document", "true")
                .build());

        assertThat(shipment.parcels()).hasSize(3).allSatisfy(parcel -> {
            assertThat(parcel.documents()).hasSize(1);
            assertThat(text(parcel.documents().get(0))).contains(parcel.trackingNumber());
        });
        assertThat(shipment.parcels()).extracting(ShippedParcel::trackingNumber).doesNotHaveDuplicates();
        assertThat(shipment.documents()).extracting(Document::kind).containsExactly("waybill");
        assertThat(sold()).hasSize(1);
    }

    @Test
    void theCopyOfTheWaybillIsToldFromTheLabelThoughDhlCallsBothALabel() {
        Shipment shipment = client.ship(DhlOrders.domestic()
                .putOptions("dhl_waybill_document", "true")
                .putOptions("dhl_shipment_receipt", "true")
                .build());

        assertThat(shipment.labels()).hasSize(1);
        assertThat(shipment.documents()).extracting(Document::kind).containsExactly("waybill", "receipt");
    }

    @Test
    void aReturnTravelsOnTheConnectionsAccount() {
        Shipment shipment = client.ship(DhlOrders.domestic()
                .sender(DhlOrders.munich().build())
                .recipient(DhlOrders.bonn().build())
                .returnShipment(true)
                .putOptions("dhl_data_staging", "3")
                .build());

        assertThat(shipment.labels()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"PDF,application/pdf,%PDF", "ZPL,application/zpl,^XA", "EPL,application/epl,N"})
    void labelsComeInEachFormat(LabelFormat format, String mediaType, String start) {
        Shipment shipment =
                client.ship(DhlOrders.domestic().label(LabelSpec.of(format)).build());

        Document label = shipment.labels().get(0);
        assertThat(label.format()).contains(format);
        assertThat(label.mediaType()).contains(mediaType);
        assertThat(text(label)).startsWith(start).contains(shipment.trackingNumber());
    }

    @Test
    void theQrCodeOfALabelFreeShipmentIsItsParcels() {
        Shipment shipment = client.ship(
                DhlOrders.domestic().putOptions("dhl_label_free", "true").build());

        assertThat(shipment.parcels().get(0).documents())
                .extracting(Document::kind)
                .containsExactly(Document.LABEL, "qr_code");
        assertThat(shipment.parcels().get(0).documents().get(1).mediaType()).contains("image/png");
    }

    @Test
    void aQuoteIsBoughtAsItWasQuoted() {
        Rate quote = client.rates(DhlOrders.abroad().build()).rates().get(0);

        Shipment shipment = client.ship(quote, DhlOrders.abroad().build());

        assertThat(shipment.service()).contains(quote.service());
        assertThat(shipment.price()).contains(quote.total());
    }

    @Test
    void insuranceSignatureSaturdayAndDutiesArePaidFor() {
        Shipment shipment = client.ship(DhlOrders.abroad()
                .parcels(List.of(Parcel.builder()
                        .from(DhlOrders.PARCEL)
                        .declaredValue(Money.of("250", "EUR"))
                        .build()))
                .signature(SignatureOption.DIRECT)
                .saturdayDelivery(true)
                .customs(DhlOrders.books().incoterm(Incoterm.DDP).build())
                .build());

        assertThat(shipment.charges())
                .filteredOn(charge -> charge.code().isPresent())
                .extracting(charge -> charge.code().orElseThrow(), Charge::type)
                .contains(
                        tuple("II", Charge.Type.INSURANCE),
                        tuple("AA", Charge.Type.SURCHARGE),
                        tuple("SF", Charge.Type.SURCHARGE),
                        tuple("DD", Charge.Type.DUTY));
    }

    @Test
    void aShipmentIsFoundAgainByReferenceByNumberAndByPiece() {
        Shipment bought = client.ship(DhlOrders.abroad().build());

        for (ShipmentQuery query : List.of(
                ShipmentQuery.byReference("dhl", "order-4711"),
                ShipmentQuery.of(bought),
                ShipmentQuery.of("dhl", bought.parcels().get(0).trackingNumber()))) {
            List<Shipment> found = client.shipments().recover(query);
            assertThat(found).extracting(Shipment::id).containsExactly(bought.id());
            assertThat(found.get(0).parcels())
                    .extracting(ShippedParcel::trackingNumber)
                    .containsExactly(bought.parcels().get(0).trackingNumber());
            assertThat(found.get(0).service()).contains("P");
            assertThat(found.get(0).documents()).extracting(Document::kind).containsExactly("waybill");
            assertThat(found.get(0).labels()).isEmpty();
            assertThat(found.get(0).alerts().get(0).text()).contains("does not send a label again");
        }
        assertThat(client.shipments().recover(ShipmentQuery.byReference("dhl", "nobody-s")))
                .isEmpty();
    }

    @Test
    void aWaybillThatIsNotFiledCostsNoMoreThanItself() {
        Shipment bought = client.ship(DhlOrders.domestic().build());
        sandbox.fail("mydhl").on("recover").with(500).untilCleared();

        List<Shipment> found = client.shipments().recover(ShipmentQuery.of(bought));

        assertThat(found).extracting(Shipment::id).containsExactly(bought.id());
        assertThat(found.get(0).documents()).isEmpty();
    }

    @Test
    void aLostAnswerIsLookedForAndFound() {
        sandbox.fail("mydhl").on("ship").withLostAnswer().times(1);

        OutcomeUnknownException lost = catchThrowableOfType(
                OutcomeUnknownException.class,
                () -> client.ship(DhlOrders.domestic().build()));

        assertThat(lost.reference()).contains("order-4711");
        assertThat(client.shipments().recover(ShipmentQuery.byReference("dhl", "order-4711")))
                .extracting(Shipment::id)
                .containsExactly(sold().get(0).id());
        assertThat(purchases()).isEqualTo(1);
    }

    @Test
    void anAnswerThatBreaksOffMayHaveBought() {
        sandbox.fail("mydhl").on("ship").withCutBody().times(1);

        assertThatThrownBy(() -> client.ship(DhlOrders.domestic().build())).isInstanceOf(OutcomeUnknownException.class);
        assertThat(sold()).hasSize(1);
        assertThat(purchases()).isEqualTo(1);
        assertThat(client.shipments().recover(ShipmentQuery.byReference("dhl", "order-4711")))
                .extracting(Shipment::id)
                .containsExactly(sold().get(0).id());
    }

    @Test
    void aConnectionThatBreaksBeforeAnythingWasBoughtIsUnknownToo() {
        sandbox.fail("mydhl").on("ship").withDroppedConnection().times(1);

        assertThatThrownBy(() -> client.ship(DhlOrders.domestic().build())).isInstanceOf(OutcomeUnknownException.class);
        assertThat(sold()).isEmpty();
        assertThat(client.shipments().recover(ShipmentQuery.byReference("dhl", "order-4711")))
                .isEmpty();
        assertThat(purchases()).isEqualTo(1);
    }

    @Test
    void aFailureOfTheServerIsNotTriedAgain() {
        sandbox.fail("mydhl").on("ship").with(500).times(1);

        assertThatThrownBy(() -> client.ship(DhlOrders.domestic().build())).isInstanceOf(OutcomeUnknownException.class);
        assertThat(purchases()).isEqualTo(1);
    }

    @Test
    void whatFailsBeforeThePurchaseIsNoPurchaseThatMayHaveHappened() {
        sandbox.fail("mydhl").on("area").withHtml(200).times(1);
        assertThatThrownBy(() -> client.ship(DhlOrders.domestic().build()))
                .isInstanceOf(CarrierUnavailableException.class);

        sandbox.fail("mydhl").on("area").withDroppedConnection().untilCleared();
        assertThatThrownBy(() -> client.ship(DhlOrders.domestic().build()))
                .isInstanceOf(CarrierUnavailableException.class);

        assertThat(purchases()).isZero();
    }

    @Test
    void theTimeAtTheOriginIsAskedForOnce() {
        client.ship(DhlOrders.domestic().build());
        client.ship(DhlOrders.domestic().build());
        client.rates(DhlOrders.domestic().build());
        assertThat(calls("area")).isEqualTo(1);

        sandbox.advance(Duration.ofHours(25));
        client.ship(DhlOrders.domestic().build());
        assertThat(calls("area")).isEqualTo(2);
    }

    @Test
    void itCannotBeCancelled() {
        Shipment shipment = client.ship(DhlOrders.domestic().build());

        assertThatThrownBy(() -> client.shipments().cancel(shipment))
                .isInstanceOf(CapabilityNotSupportedException.class)
                .hasMessageContaining("cancelling a shipment");
    }

    @Test
    void whatDhlRefusesIsSaidInItsWords() {
        refused(DhlOrders.domestic().service("P"), "1001", "not available");
        refused(
                DhlOrders.domestic()
                        .payment(Payment.builder()
                                .sender(BillingAccount.of("999999999"))
                                .build()),
                "8007",
                "Shipper Account");
    }

    private void refused(ShipmentRequest.Builder order, String code, String words) {
        CarrierException error = catchThrowableOfType(CarrierException.class, () -> client.ship(order.build()));
        assertThat(error.code()).isEqualTo(ErrorCode.REQUEST_REFUSED);
        assertThat(error.carrierCode()).contains(code);
        assertThat(error.carrierText().orElseThrow()).contains(words);
    }

    @Test
    void somebodyElsePays() {
        Shipment shipment = client.ship(DhlOrders.abroad()
                .payment(Payment.byThirdParty(BillingAccount.of("955000001")))
                .customs(DhlOrders.books()
                        .dutyPayer(Payment.byThirdParty(BillingAccount.of("955000002")))
                        .build())
                .build());

        assertThat(shipment.labels()).hasSize(1);
    }

    @Test
    void everythingThatIsMissingOrWrongIsToldAtOnce() {
        ShipmentRequest order = ShipmentRequest.builder()
                .service("EXPRESS")
                .sender(DhlOrders.bonn().phone(Optional.empty()).build())
                .recipient(Address.builder()
                        .company("x".repeat(101))
                        .lines(List.of("1", "2", "3", "4"))
                        .postalCode("10001")
                        .country("US")
                        .stateOrProvince("NY")
                        .phone("1".repeat(71))
                        .build())
                .addParcels(Parcel.builder().packaging("YP").build())
                .signature(SignatureOption.ADULT)
                .shipDate(LocalDate.parse("2026-03-10"))
                .label(LabelSpec.builder().stock("A4").dpi(600).build())
                .customs(DhlOrders.books()
                        .commodities(List.of(
                                DhlOrders.book()
                                        .quantity(new BigDecimal("1.5"))
                                        .quantityUnit("PIECE")
                                        .unitPrice(Money.of("1.2345", "EUR"))
                                        .build(),
                                Commodity.builder()
                                        .from(DhlOrders.book()
                                                .weight(Optional.empty())
                                                .build())
                                        .build()))
                        .build())
                .addReferences(Reference.of("r".repeat(36)))
                .putOptions("dhl_hide_account_number", "true")
                .putOptions("dhl_gogren", "true")
                .putOptions("dhl_dry_ice_kg", "0")
                .build();

        InvalidRequestException refusal = catchThrowableOfType(InvalidRequestException.class, () -> client.ship(order));

        assertThat(refusal.fields())
                .extracting(FieldProblem::path)
                .contains(
                        "sender.phone",
                        "recipient.company",
                        "recipient.lines",
                        "recipient.city",
                        "recipient.phone",
                        "parcels[0].weight",
                        "parcels[0].packaging",
                        "signature",
                        "ship_date",
                        "label.stock",
                        "label.dpi",
                        "service",
                        "customs.commodities[0].quantity",
                        "customs.commodities[0].quantity_unit",
                        "customs.commodities[0].unit_price",
                        "customs.commodities[1].weight",
                        "references[0].value",
                        "options.dhl_hide_account_number",
                        "options.dhl_gogren",
                        "options.dhl_dry_ice_kg");
        assertThat(sandbox.calls("mydhl")).isEmpty();
    }

    @Test
    void labelsAsPicturesAreRefused() {
        assertThatThrownBy(() -> client.ship(DhlOrders.domestic()
                        .label(LabelSpec.of(LabelFormat.PNG))
                        .build()))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("label.format");
    }

    @Test
    void withoutAnAccountTheMissingSettingIsNamed() {
        try (var other = client(Map.of("DHL_EXPRESS_ACCOUNT_NUMBER", ""))) {
            assertThatThrownBy(() -> other.ship(DhlOrders.domestic().build()))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageContaining("DHL_EXPRESS_ACCOUNT_NUMBER");
            assertThatThrownBy(() -> other.shipments().recover(ShipmentQuery.byReference("dhl", "order-4711")))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageContaining("DHL_EXPRESS_ACCOUNT_NUMBER");
            Shipment shipment = other.ship(DhlOrders.domestic()
                    .payment(Payment.builder()
                            .sender(BillingAccount.of("100200400"))
                            .build())
                    .build());
            assertThat(shipment.details()).containsEntry("account_number", "100200400");
        }
    }

    @Test
    void whereOnlyTheOtherApisAreConnectedNothingIsSold() {
        try (var other = client(Map.of(
                "DHL_EXPRESS_USERNAME", "",
                "DHL_EXPRESS_PASSWORD", "",
                "DHL_EXPRESS_ACCOUNT_NUMBER", "",
                "DHL_EXPRESS_BASE_URL", ""))) {
            assertThat(other.carriers().get(0).capabilities())
                    .containsExactlyInAnyOrder("track", "proofOfDelivery", "locations.find");
            assertThat(other.carriers().get(0).catalog().services()).isEmpty();
            assertThatThrownBy(() -> other.ship(DhlOrders.domestic().build()))
                    .isInstanceOf(CapabilityNotSupportedException.class);
        }
        assertThat(client.carriers().get(0).capabilities())
                .contains("track", "rates", "ship", "addresses.validate")
                .doesNotContain("shipments.cancel");
    }

    @Test
    void theHeaviestParcelIsRefused() {
        Parcel heavy = Parcel.builder()
                .from(DhlOrders.PARCEL)
                .weight(Weight.of("1011", Weight.Unit.KG))
                .build();
        refused(DhlOrders.domestic().parcels(List.of(heavy)), "1001", "not available");
    }

    private List<SandboxShipment> sold() {
        return sandbox.shipments("mydhl");
    }

    private long purchases() {
        return calls("ship");
    }

    private long calls(String operation) {
        return sandbox.calls("mydhl").stream()
                .map(SandboxCall::operation)
                .filter(operation::equals)
                .count();
    }

    private static String text(Document document) {
        return new String(document.content().orElseThrow(), StandardCharsets.ISO_8859_1);
    }
}
