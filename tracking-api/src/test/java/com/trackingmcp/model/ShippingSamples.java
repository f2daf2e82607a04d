package com.trackingmcp.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** One of each model of shipping with everything said that can be said. */
final class ShippingSamples {
    private static final LocalDate DAY = LocalDate.parse("2026-03-02");

    private ShippingSamples() {}

    static Stream<Object> all() {
        return Stream.of(
                address(),
                addressValidation(),
                AddressValidation.Verdict.VALID,
                billingAccount(),
                cancellation(),
                catalog(),
                catalog().options().get(0),
                catalog().packagings().get(0),
                catalog().services().get(0),
                charge(),
                commodity(),
                ContentType.GIFT,
                customs(),
                Incoterm.DAP,
                invoice(),
                LabelFormat.ZPL,
                labelSpec(),
                parcel(),
                payment(),
                rate(),
                RateOrder.FASTEST_FIRST,
                rateRequest(),
                Scope.BOTH,
                shipment(),
                shipmentQuery(),
                shipmentRequest(),
                shippedParcel(),
                SignatureOption.ADULT,
                taxId(),
                transitTime());
    }

    static TaxId taxId() {
        return new TaxId(TaxId.Kind.EORI, "DE0000000", "DE");
    }

    static Address address() {
        return Address.builder()
                .person("Ada Example")
                .company("Example Ltd")
                .addLines("1 Example Street", "Floor 2")
                .city("Memphis")
                .stateOrProvince("TN")
                .postalCode("38118")
                .country("US")
                .phone("9015550100")
                .email("ada@example.com")
                .residential(true)
                .addTaxIds(taxId())
                .build();
    }

    static BillingAccount billingAccount() {
        return BillingAccount.builder()
                .accountNumber("test-account")
                .postalCode("38118")
                .country("US")
                .build();
    }

    /** More than one payer may be given: it is refused later, with everything else that is wrong. */
    static Payment payment() {
        return Payment.builder()
                .sender(BillingAccount.own())
                .recipient(billingAccount())
                .thirdParty(billingAccount())
                .build();
    }

    static Parcel parcel() {
        return Parcel.builder()
                .weight(Weight.of("1.5", Weight.Unit.KG))
                .dimensions(ModelSamples.dimensions())
                .packaging("PARCELPOST_BOX")
                .declaredValue(Money.of("20.00", "USD"))
                .addReferences(ModelSamples.reference())
                .contents("books")
                .build();
    }

    static Commodity commodity() {
        return Commodity.builder()
                .description("printed books")
                .hsCode("490199")
                .originCountry("US")
                .quantity(new BigDecimal("2"))
                .quantityUnit("PCS")
                .unitPrice(Money.of("10.00", "USD"))
                .weight(Weight.of("1.2", Weight.Unit.KG))
                .partNumber("test-part")
                .build();
    }

    static Invoice invoice() {
        return Invoice.builder()
                .number("test-invoice")
                .date(DAY)
                .remarks("none")
                .build();
    }

    static Customs customs() {
        return Customs.builder()
                .addCommodities(commodity())
                .contentType(ContentType.MERCHANDISE)
                .incoterm(Incoterm.DAP)
                .dutyPayer(Payment.byRecipient(billingAccount()))
                .invoice(invoice())
                .signer("Ada Example")
                .build();
    }

    static LabelSpec labelSpec() {
        return LabelSpec.builder()
                .format(LabelFormat.ZPL)
                .stock("STOCK_4X6")
                .dpi(203)
                .build();
    }

    static ShipmentRequest shipmentRequest() {
        return ShipmentRequest.builder()
                .sender(address())
                .recipient(address())
                .shipper(address())
                .addParcels(parcel())
                .service("GROUND")
                .carrier("parcelpost")
                .payment(payment())
                .customs(customs())
                .shipDate(DAY)
                .addReferences(ModelSamples.reference())
                .description("books")
                .signature(SignatureOption.DIRECT)
                .saturdayDelivery(true)
                .returnShipment(true)
                .label(labelSpec())
                .putOptions("parcelpost_careful", "true")
                .idempotencyKey("test-key")
                .quoted(rate())
                .addTradeDocuments(DeskSamples.tradeDocument())
                .addUploadedDocuments(DeskSamples.uploadedDocument())
                .build();
    }

    static RateRequest rateRequest() {
        return RateRequest.builder()
                .shipment(shipmentRequest())
                .addCarriers("parcelpost")
                .addServices("GROUND")
                .arriveBy(DAY)
                .order(RateOrder.FASTEST_FIRST)
                .limit(3)
                .build();
    }

    static Charge charge() {
        return Charge.builder()
                .type(Charge.Type.FUEL)
                .code("375")
                .description("fuel")
                .amount(Money.of("1.10", "USD"))
                .build();
    }

    static Rate rate() {
        return Rate.builder()
                .carrier("parcelpost")
                .connection("parcelpost-eu")
                .service("GROUND")
                .serviceName("Ground")
                .total(Money.of("12.50", "USD"))
                .negotiatedPrice(Money.of("12.50", "USD"))
                .listPrice(Money.of("15.00", "USD"))
                .addCharges(charge())
                .transitDays(2)
                .delivery(window())
                .billingWeight(Weight.of("2", Weight.Unit.KG))
                .guaranteed(true)
                .validUntil(Instant.parse("2026-03-02T12:00:00Z"))
                .quoteId("test-quote")
                .putDetails("local_code", "G")
                .addAlerts(ModelSamples.alert())
                .build();
    }

    private static DeliveryWindow window() {
        return DeliveryWindow.on(CarrierTime.on(DAY), DeliveryWindow.Basis.ESTIMATED);
    }

    static ShippedParcel shippedParcel() {
        return ShippedParcel.builder()
                .trackingNumber("PP0000000017")
                .addDocuments(ModelSamples.document())
                .addReferences(ModelSamples.reference())
                .build();
    }

    static Shipment shipment() {
        return Shipment.builder()
                .carrier("parcelpost")
                .connection("parcelpost-eu")
                .id("PP0000000017")
                .trackingNumber("PP0000000017")
                .addParcels(shippedParcel())
                .addDocuments(ModelSamples.document())
                .service("GROUND")
                .serviceName("Ground")
                .price(Money.of("12.50", "USD"))
                .addCharges(charge())
                .delivery(window())
                .created(Instant.parse("2026-03-01T12:00:00Z"))
                .voidUntil(Instant.parse("2026-03-02T12:00:00Z"))
                .addReferences(ModelSamples.reference())
                .idempotencyKey("test-key")
                .putDetails("form_id", "0201")
                .addAlerts(ModelSamples.alert())
                .build();
    }

    static ShipmentQuery shipmentQuery() {
        return ShipmentQuery.builder()
                .carrier("parcelpost")
                .id("PP0000000017")
                .trackingNumber("PP0000000017")
                .reference("order-1")
                .addParcels("PP0000000017")
                .shippedFrom(DAY)
                .shippedTo(DAY)
                .label(labelSpec())
                .putDetails("form_id", "0201")
                .build();
    }

    static Cancellation cancellation() {
        return Cancellation.builder()
                .carrier("parcelpost")
                .connection("parcelpost-eu")
                .id("PP0000000017")
                .cancelled(false)
                .addCancelledParcels("PP0000000017")
                .addKeptParcels("PP0000000024")
                .carrierText("one is on its way")
                .carrierAsked(true)
                .build();
    }

    static AddressValidation addressValidation() {
        return AddressValidation.builder()
                .carrier("parcelpost")
                .connection("parcelpost-eu")
                .verdict(AddressValidation.Verdict.CORRECTED)
                .classification(AddressValidation.Classification.MIXED)
                .addCandidates(address())
                .addCorrections(new AddressValidation.Correction("postal_code", "38117", "38118"))
                .addAlerts(ModelSamples.alert())
                .build();
    }

    static TransitTime transitTime() {
        return TransitTime.builder()
                .carrier("parcelpost")
                .connection("parcelpost-eu")
                .service("GROUND")
                .serviceName("Ground")
                .transitDays(2)
                .delivery(window())
                .cutoff(CarrierTime.on(DAY))
                .guaranteed(false)
                .addAlerts(ModelSamples.alert())
                .build();
    }

    static Catalog catalog() {
        return Catalog.builder()
                .addServices(CatalogService.builder()
                        .code("GROUND")
                        .name("Ground")
                        .scope(Scope.BOTH)
                        .addOrigins("US")
                        .remark("not to islands")
                        .build())
                .addOptions(CatalogOption.builder()
                        .name("parcelpost_careful")
                        .title("Handle with care")
                        .type(CatalogOption.Type.FLAG)
                        .addValues("true")
                        .remark("costs more")
                        .build())
                .addPickupOptions(CatalogOption.builder()
                        .name("parcelpost_gently")
                        .title("Ring gently")
                        .type(CatalogOption.Type.FLAG)
                        .addValues("true")
                        .remark("by day")
                        .build())
                .addPackagings(CatalogPackaging.builder()
                        .code("PARCELPOST_BOX")
                        .name("Box")
                        .maxWeight(Weight.of("10", Weight.Unit.KG))
                        .build())
                .addAllLabelFormats(List.of(LabelFormat.PDF))
                .addLabelStocks("STOCK_4X6")
                .maxParcels(30)
                .maxWeight(Weight.of("68", Weight.Unit.KG))
                .build();
    }
}
