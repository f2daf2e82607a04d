package com.trackingmcp.ups;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.model.Address;
import com.trackingmcp.model.BillingAccount;
import com.trackingmcp.model.CatalogOption;
import com.trackingmcp.model.Commodity;
import com.trackingmcp.model.ContentType;
import com.trackingmcp.model.Customs;
import com.trackingmcp.model.Incoterm;
import com.trackingmcp.model.LabelFormat;
import com.trackingmcp.model.LabelSpec;
import com.trackingmcp.model.Money;
import com.trackingmcp.model.Parcel;
import com.trackingmcp.model.Payment;
import com.trackingmcp.model.Reference;
import com.trackingmcp.model.ShipmentRequest;
import com.trackingmcp.model.SignatureOption;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Orders as they go over the wire, and what is refused before. */
class UpsShipEncoderTest extends UpsSaleBed {
    private static final Address TORONTO = Address.builder()
            .company("Maple Ltd")
            .addLines("100 Queen St W")
            .city("Toronto")
            .stateOrProvince("ON")
            .postalCode("M5H 2N2")
            .country("CA")
            .phone("416 555 0100")
            .build();

    private static String text(JsonNode node, String pointer) {
        return node.at(pointer).asText();
    }

    private List<String> problems(ShipmentRequest.Builder request) {
        CarrierException error = refused(request);
        assertThat(sandbox.calls("ups")).isEmpty();
        return error.details().fields().stream().map(field -> field.path()).toList();
    }

    @Test
    void partiesAreTrimmedToUpssForms() {
        JsonNode order = order(domestic());
        JsonNode shipper = order.at("/Shipment/Shipper");
        assertThat(text(shipper, "/Name")).isEqualTo("Sender Inc");
        assertThat(text(shipper, "/AttentionName")).isEqualTo("Ann Sender");
        assertThat(text(shipper, "/ShipperNumber")).isEqualTo(ACCOUNT);
        assertThat(text(shipper, "/Phone/Number")).isEqualTo("2125550100");
        JsonNode to = order.at("/Shipment/ShipTo");
        assertThat(text(to, "/Name")).isEqualTo("Bob Buyer");
        assertThat(text(to, "/Phone/Number")).isEqualTo("5125550111");
        assertThat(text(to, "/Phone/Extension")).isEqualTo("22");
        assertThat(to.at("/Address").has("ResidentialAddressIndicator")).isTrue();
        assertThat(shipper.at("/Address").has("ResidentialAddressIndicator")).isFalse();
        assertThat(order.at("/Shipment").has("ShipFrom")).isFalse();
        assertThat(text(order, "/LabelSpecification/LabelImageFormat/Code")).isEqualTo("GIF");
        assertThat(text(order, "/LabelSpecification/HTTPUserAgent")).isEqualTo("Mozilla/4.5");
        assertThat(text(order, "/LabelSpecification/LabelStockSize/Height")).isEqualTo("6");
        assertThat(text(order, "/Request/RequestOption")).isEqualTo("nonvalidate");
    }

    @Test
    void idempotencyKeyRidesAlongAsCustomerContext() {
        assertThat(text(order(domestic().idempotencyKey("key-1")), "/Request/TransactionReference/CustomerContext"))
                .isEqualTo("key-1");
    }

    @Test
    void referencesArePackagesAtHomeAndShipmentsAbroad() {
        JsonNode home = order(domestic()).path("Shipment");
        assertThat(text(home, "/Package/0/ReferenceNumber/0/Value")).isEqualTo("order-4711");
        assertThat(home.has("ReferenceNumber")).isFalse();
        JsonNode away = order(abroad()).path("Shipment");
        assertThat(text(away, "/ReferenceNumber/0/Value")).isEqualTo("order-4711");
        assertThat(away.at("/Package/0").has("ReferenceNumber")).isFalse();
        JsonNode typed = order(domestic()
                        .references(List.of(
                                Reference.builder().type("po").value("4711").build()))
                        .putOptions("ups_reference_barcode", "true"))
                .at("/Shipment/Package/0/ReferenceNumber/0");
        assertThat(text(typed, "/Code")).isEqualTo("PO");
        assertThat(typed.has("BarCodeIndicator")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"DIRECT,2,1", "INDIRECT,2,1", "ADULT,3,2"})
    void signatureHasOtherCodesForPackagesThanForShipments(
            SignatureOption option, String ofPackage, String ofShipment) {
        JsonNode home = order(domestic().signature(option)).path("Shipment");
        assertThat(text(home, "/Package/0/PackageServiceOptions/DeliveryConfirmation/DCISType"))
                .isEqualTo(ofPackage);
        assertThat(home.at("/ShipmentServiceOptions/DeliveryConfirmation").isMissingNode())
                .isTrue();
        JsonNode away = order(abroad().signature(option)).path("Shipment");
        assertThat(text(away, "/ShipmentServiceOptions/DeliveryConfirmation/DCISType"))
                .isEqualTo(ofShipment);
        assertThat(away.at("/Package/0/PackageServiceOptions/DeliveryConfirmation")
                        .isMissingNode())
                .isTrue();
        JsonNode priced = question(abroad().signature(option)).path("Shipment");
        assertThat(text(priced, "/ShipmentServiceOptions/DeliveryConfirmation/DCISType"))
                .isEqualTo(ofShipment);
    }

    @Test
    void noSignatureLetsTheDriverLeaveItWithinTheUnitedStates() {
        assertThat(order(domestic().signature(SignatureOption.NONE))
                        .at("/Shipment/Package/0/PackageServiceOptions")
                        .has("ShipperReleaseIndicator"))
                .isTrue();
        assertThat(order(abroad().signature(SignatureOption.NONE))
                        .at("/Shipment/Package/0")
                        .has("PackageServiceOptions"))
                .isFalse();
    }

    @Test
    void saturdayAndDeclaredValueAreAskedFor() {
        ShipmentRequest.Builder request = domestic()
                .saturdayDelivery(true)
                .parcels(List.of(Parcel.builder()
                        .from(parcel("5"))
                        .declaredValue(Money.of("250.50", "USD"))
                        .build()));
        JsonNode shipment = order(request).path("Shipment");
        assertThat(shipment.at("/ShipmentServiceOptions").has("SaturdayDeliveryIndicator"))
                .isTrue();
        JsonNode value = shipment.at("/Package/0/PackageServiceOptions/DeclaredValue");
        assertThat(text(value, "/MonetaryValue")).isEqualTo("250.50");
        assertThat(text(value, "/CurrencyCode")).isEqualTo("USD");
        assertThat(client.ship(request.service("01").build()).charges())
                .extracting(charge -> charge.code().orElse(""))
                .contains("300", "400");
        request.putOptions("ups_declared_value_type", "02");
        assertThat(text(order(request), "/Shipment/Package/0/PackageServiceOptions/DeclaredValue/Type/Code"))
                .isEqualTo("02");
        assertThat(question(request)
                        .at("/Shipment/Package/0/PackageServiceOptions")
                        .has("ShipperDeclaredValue"))
                .isTrue();
    }

    @Test
    void invoiceHoldsTheGoods() {
        JsonNode shipment = order(abroad()).path("Shipment");
        assertThat(text(shipment, "/Description")).isEqualTo("Books");
        JsonNode forms = shipment.at("/ShipmentServiceOptions/InternationalForms");
        assertThat(text(forms, "/FormType/0")).isEqualTo("01");
        assertThat(text(forms, "/InvoiceNumber")).isEqualTo("INV-7");
        assertThat(text(forms, "/InvoiceDate")).isEqualTo("20260210");
        assertThat(text(forms, "/ReasonForExport")).isEqualTo("SALE");
        assertThat(text(forms, "/TermsOfShipment")).isEqualTo("DAP");
        assertThat(text(forms, "/CurrencyCode")).isEqualTo("USD");
        assertThat(text(forms, "/Contacts/SoldTo/Name")).isEqualTo("Cleo Reader");
        JsonNode product = forms.at("/Product/0");
        assertThat(text(product, "/Description/0")).isEqualTo("Printed book");
        assertThat(text(product, "/Unit/Number")).isEqualTo("2");
        assertThat(text(product, "/Unit/UnitOfMeasurement/Code")).isEqualTo("PCS");
        assertThat(text(product, "/Unit/Value")).isEqualTo("12.25");
        assertThat(text(product, "/CommodityCode")).isEqualTo("490199");
        assertThat(text(product, "/OriginCountryCode")).isEqualTo("US");
    }

    @Test
    void invoiceTotalGoesToCanadaInWholeUnits() {
        JsonNode shipment = order(abroad().recipient(TORONTO).service("11")).path("Shipment");
        assertThat(text(shipment, "/InvoiceLineTotal/MonetaryValue")).isEqualTo("25");
        assertThat(text(shipment, "/ShipTo/Address/PostalCode")).isEqualTo("M5H2N2");
        assertThat(order(abroad()).at("/Shipment").has("InvoiceLineTotal")).isFalse();
    }

    @Test
    void uploadedPapersStandInForTheInvoice() {
        JsonNode forms = order(abroad().putOptions("ups_document_ids", "2026-02-10-00.15.33.207814"))
                .at("/Shipment/ShipmentServiceOptions/InternationalForms");
        assertThat(text(forms, "/FormType/0")).isEqualTo("07");
        assertThat(text(forms, "/UserCreatedForm/DocumentID/0")).isEqualTo("2026-02-10-00.15.33.207814");
    }

    @Test
    void documentsTakeNoInvoice() {
        JsonNode shipment = order(abroad().customs(Customs.builder()
                        .contentType(ContentType.DOCUMENTS)
                        .build()))
                .path("Shipment");
        assertThat(shipment.has("DocumentsOnlyIndicator")).isTrue();
        assertThat(shipment.at("/ShipmentServiceOptions/InternationalForms").isMissingNode())
                .isTrue();
    }

    @Test
    void returnGoesBackFromWhoHasTheParcel() {
        JsonNode shipment = order(back()).path("Shipment");
        assertThat(text(shipment, "/ReturnService/Code")).isEqualTo("9");
        assertThat(text(shipment, "/ShipFrom/Name")).isEqualTo("Bob Buyer");
        assertThat(text(shipment, "/ShipTo/Name")).isEqualTo("Sender Inc");
        assertThat(text(shipment, "/Shipper/Name")).isEqualTo("Sender Inc");
        assertThat(text(shipment, "/Package/0/Description")).isEqualTo("Shoes");
        assertThat(text(question(back()), "/Shipment/ShipmentServiceOptions/ReturnService/Code"))
                .isEqualTo("9");
        JsonNode abroad = order(back().sender(LONDON).customs(GOODS)).path("Shipment");
        assertThat(text(abroad, "/ShipmentServiceOptions/InternationalForms/FormType/0"))
                .isEqualTo("05");
    }

    @Test
    void othersCanPay() {
        BillingAccount other = BillingAccount.builder()
                .accountNumber("a1b2c3")
                .postalCode("30005-1234")
                .country("US")
                .build();
        JsonNode third = order(domestic().payment(Payment.byThirdParty(other)))
                .at("/Shipment/PaymentInformation/ShipmentCharge/0");
        assertThat(text(third, "/Type")).isEqualTo("01");
        assertThat(text(third, "/BillThirdParty/AccountNumber")).isEqualTo("A1B2C3");
        assertThat(text(third, "/BillThirdParty/Address/PostalCode")).isEqualTo("300051234");
        assertThat(text(third, "/BillThirdParty/Address/CountryCode")).isEqualTo("US");
        JsonNode recipient = order(domestic().payment(Payment.byRecipient(other)))
                .at("/Shipment/PaymentInformation/ShipmentCharge/0");
        assertThat(text(recipient, "/BillReceiver/Address/PostalCode")).isEqualTo("300051234");
    }

    @Test
    void dutiesAreTheSendersWhereTheyAreDeliveredPaid() {
        JsonNode paid = order(abroad().customs(Customs.builder()
                        .from(GOODS)
                        .incoterm(Incoterm.DDP)
                        .build()))
                .at("/Shipment/PaymentInformation/ShipmentCharge");
        assertThat(paid).hasSize(2);
        assertThat(text(paid, "/1/Type")).isEqualTo("02");
        assertThat(text(paid, "/1/BillShipper/AccountNumber")).isEqualTo(ACCOUNT);
        assertThat(order(abroad()).at("/Shipment/PaymentInformation/ShipmentCharge"))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "ups_additional_handling,true,/Package/0/AdditionalHandlingIndicator",
        "ups_large_package,true,/Package/0/LargePackageIndicator",
        "ups_simple_rate,XL,/Package/0/SimpleRate/Code",
        "ups_proactive_response,true,/Package/0/PackageServiceOptions/ProactiveIndicator",
        "ups_refrigeration,true,/Package/0/PackageServiceOptions/RefrigerationIndicator",
        "ups_premium_care,true,/Package/0/PackageServiceOptions/UPSPremiumCareIndicator",
        "ups_carbon_neutral,true,/ShipmentServiceOptions/UPScarbonneutralIndicator",
        "ups_commercial_invoice_removal,true,/ShipmentServiceOptions/CommercialInvoiceRemovalIndicator",
        "ups_direct_delivery_only,true,/ShipmentServiceOptions/DirectDeliveryOnlyIndicator",
        "ups_inside_delivery,02,/ShipmentServiceOptions/InsideDelivery",
        "ups_return_of_document,true,/ShipmentServiceOptions/ReturnOfDocumentIndicator",
        "ups_saturday_pickup,true,/ShipmentServiceOptions/SaturdayPickupIndicator",
        "ups_restricted_articles,seeds,/ShipmentServiceOptions/RestrictedArticles/SeedsIndicator"
    })
    void optionsAreOnTheWireOfPricesAndLabels(String name, String value, String pointer) {
        for (JsonNode body : List.of(
                order(domestic().putOptions(name, value)), question(domestic().putOptions(name, value)))) {
            JsonNode found = body.path("Shipment").at(pointer);
            assertThat(found.isTextual()).as(name).isTrue();
            assertThat(found.asText()).isEqualTo(value.equals("true") || value.equals("seeds") ? "" : value);
        }
        assertThat(order(domestic().putOptions(name, "false"))
                        .path("Shipment")
                        .at(pointer)
                        .asText())
                .isNotEqualTo("true");
    }

    @ParameterizedTest
    @CsvSource({
        "ups_hold_for_pickup,/HoldForPickupIndicator,/PickupOptions/HoldForPickupIndicator",
        "ups_lift_gate_pickup,/LiftGateForPickUpIndicator,/PickupOptions/LiftGateAtPickupIndicator",
        "ups_lift_gate_delivery,/LiftGateForDeliveryIndicator,/DeliveryOptions/LiftGateAtDeliveryIndicator"
    })
    void optionsHaveOtherNamesForPrices(String name, String bought, String priced) {
        ShipmentRequest.Builder request = abroad().service("96").putOptions(name, "true");
        assertThat(order(request)
                        .at("/Shipment/ShipmentServiceOptions" + bought)
                        .isTextual())
                .isTrue();
        assertThat(question(request)
                        .at("/Shipment/ShipmentServiceOptions" + priced)
                        .isTextual())
                .isTrue();
    }

    @Test
    void optionsOfPricesAloneAndOfLabelsAlone() {
        JsonNode asked = question(
                domestic().putOptions("ups_pickup_type", "03").putOptions("ups_customer_classification", "04"));
        assertThat(text(asked, "/PickupType/Code")).isEqualTo("03");
        assertThat(text(asked, "/CustomerClassification/Code")).isEqualTo("04");
        JsonNode order = order(domestic()
                .label(LabelSpec.builder().format(LabelFormat.ZPL).stock("4x8").build())
                .putOptions("ups_label_language", "deu")
                .putOptions("ups_validate_address", "true")
                .putOptions("ups_notification_email", "a@example.com, b@example.com")
                .putOptions("ups_notifications", "8"));
        assertThat(text(order, "/LabelSpecification/CharacterSet")).isEqualTo("deu");
        assertThat(text(order, "/LabelSpecification/LabelStockSize/Height")).isEqualTo("8");
        assertThat(order.at("/LabelSpecification").has("HTTPUserAgent")).isFalse();
        assertThat(text(order, "/Request/RequestOption")).isEqualTo("validate");
        JsonNode told = order.at("/Shipment/ShipmentServiceOptions/Notification");
        assertThat(told).hasSize(1);
        assertThat(text(told, "/0/NotificationCode")).isEqualTo("8");
        assertThat(told.at("/0/EMail/EMailAddress")).hasSize(2);
    }

    @Test
    void allProblemsAreToldAtOnce() {
        Address odd = Address.builder()
                .person("A name that goes on and on, far beyond what fits")
                .addLines("1", "2", "3", "A street that goes on and on, far beyond what fits")
                .city("Toronto")
                .stateOrProvince("Ontario")
                .postalCode("M5H 2N2")
                .country("CA")
                .phone("555 0100")
                .build();
        List<String> problems = problems(abroad().recipient(odd)
                .service("WORLDWIDE")
                .shipDate(LocalDate.of(2026, 3, 1))
                .label(LabelSpec.builder()
                        .format(LabelFormat.ZPL)
                        .stock("LETTER")
                        .dpi(300)
                        .build())
                .references(List.of(Reference.of("1"), Reference.of("2"), Reference.of("3")))
                .payment(Payment.byThirdParty(BillingAccount.of("12")))
                .customs(Customs.builder().from(GOODS).incoterm(Incoterm.DPU).build())
                .putOptions("ups_notifications", "6"));
        assertThat(problems)
                .contains(
                        "recipient.person",
                        "recipient.lines",
                        "recipient.lines[3]",
                        "recipient.state_or_province",
                        "recipient.phone",
                        "service",
                        "ship_date",
                        "label.stock",
                        "label.dpi",
                        "references",
                        "payment.third_party.account_number",
                        "payment.third_party.postal_code",
                        "payment.third_party.country",
                        "customs.incoterm",
                        "options.ups_notification_email");
    }

    @Test
    void internationalShipmentsNeedPhonesAndWords() {
        Address mute = Address.builder().from(LONDON).phone(Optional.empty()).build();
        Address muteToo =
                Address.builder().from(NEW_YORK).phone(Optional.empty()).build();
        assertThat(problems(abroad().sender(muteToo).recipient(mute)))
                .containsExactlyInAnyOrder("sender.phone", "recipient.phone");
        assertThat(problems(domestic()
                        .service("14")
                        .recipient(Address.builder()
                                .from(AUSTIN)
                                .phone(Optional.empty())
                                .build())))
                .containsExactly("recipient.phone");
        CarrierException wordless = refused(back().description(Optional.empty()));
        assertThat(wordless.code()).isEqualTo(ErrorCode.MISSING_REQUIRED_FIELDS);
        assertThat(wordless).hasMessageContaining("description");
    }

    @Test
    void returnsHaveLimits() {
        assertThat(problems(back().service("59")
                        .signature(SignatureOption.ADULT)
                        .parcels(List.of(Parcel.builder()
                                .from(parcel("5"))
                                .packaging("24")
                                .build()))
                        .putOptions("ups_return_service", "8")))
                .containsExactlyInAnyOrder("service", "signature", "parcels[0].packaging", "sender.email");
    }

    @Test
    void everyOptionOfTheCatalogueChangesWhatUpsIsAsked() {
        Map<String, String> texts = Map.of(
                "ups_document_ids", "2026-02-10-00.15.33.207814",
                "ups_notification_email", "b@example.com",
                "ups_notifications", "7",
                "ups_restricted_articles", "seeds");
        Address berlin = Address.builder()
                .from(LONDON)
                .city("Berlin")
                .postalCode("10117")
                .country("DE")
                .build();
        for (CatalogOption option : UpsCatalog.catalog().options()) {
            boolean flag = option.type() == CatalogOption.Type.FLAG;
            String value = flag
                    ? "true"
                    : option.values().isEmpty()
                            ? texts.get(option.name())
                            : option.values().get(0);
            boolean forReturns = option.name().equals("ups_return_service");
            Supplier<ShipmentRequest.Builder> plain = () -> (forReturns ? back() : abroad().recipient(berlin))
                    .parcels(List.of(Parcel.builder()
                            .from(parcel("5"))
                            .declaredValue(Money.of("250", "USD"))
                            .build()))
                    .putOptions("ups_notification_email", "a@example.com");
            ShipmentRequest.Builder asked = plain.get().putOptions(option.name(), value);
            assertThat(order(asked).equals(order(plain.get()))
                            && question(asked).equals(question(plain.get())))
                    .as(option.name() + " does nothing")
                    .isFalse();
        }
    }

    @Test
    void oneReferenceIsBarredHoweverManyParcelsThereAre() {
        JsonNode packages = order(domestic()
                        .addParcels(parcel("2"))
                        .references(List.of(Reference.of("4711"), Reference.of("4712")))
                        .putOptions("ups_reference_barcode", "true"))
                .at("/Shipment/Package");
        assertThat(packages.at("/0/ReferenceNumber/0").has("BarCodeIndicator")).isTrue();
        assertThat(packages.at("/0/ReferenceNumber/1").has("BarCodeIndicator")).isFalse();
        assertThat(text(packages, "/1/ReferenceNumber/0/Value")).isEqualTo("4711");
        assertThat(packages.at("/1/ReferenceNumber/0").has("BarCodeIndicator")).isFalse();
    }

    @Test
    void invoiceWithoutANumberHasThatOfTheFirstReference() {
        JsonNode forms = order(abroad().customs(Customs.builder()
                        .from(GOODS)
                        .invoice(Optional.empty())
                        .build()))
                .at("/Shipment/ShipmentServiceOptions/InternationalForms");
        assertThat(text(forms, "/InvoiceNumber")).isEqualTo("order-4711");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"75.00,EUR,Y", "75.01,EUR,N", "75.00,USD,-"})
    void europeanUnionIsToldWhetherGoodsAreWorthLittle(String price, String currency, @Nullable String told) {
        Commodity two = Commodity.builder()
                .from(GOODS.commodities().get(0))
                .unitPrice(Money.of(price, currency))
                .build();
        Address berlin =
                Address.builder().from(LONDON).country("DE").postalCode("10117").build();
        ShipmentRequest.Builder request = abroad().recipient(berlin)
                .customs(Customs.builder().from(GOODS).commodities(List.of(two)).build());
        JsonNode options = order(request).at("/Shipment/ShipmentServiceOptions");
        assertThat(options.path("EUDeMinimisIndicator").asText(null)).isEqualTo(told);
        assertThat(text(
                        order(request.putOptions("ups_eu_de_minimis", "false")),
                        "/Shipment/ShipmentServiceOptions/EUDeMinimisIndicator"))
                .isEqualTo("N");
        assertThat(order(abroad()).at("/Shipment/ShipmentServiceOptions").has("EUDeMinimisIndicator"))
                .isFalse();
    }

    @Test
    void palletsAreToldAsSuchWhereTimesAreAskedFor() {
        assertThat(text(question(abroad().service("96")), "/Shipment/DeliveryTimeInformation/PackageBillType"))
                .isEqualTo("04");
        assertThat(text(question(abroad()), "/Shipment/DeliveryTimeInformation/PackageBillType"))
                .isEqualTo("03");
    }

    @Test
    void optionsHaveLimits() {
        Customs much = Customs.builder()
                .from(GOODS)
                .commodities(Collections.nCopies(51, GOODS.commodities().get(0)))
                .build();
        assertThat(problems(abroad().customs(much)
                        .addParcels(parcel("2"))
                        .putOptions("ups_simple_rate", "S")
                        .putOptions("ups_eu_de_minimis", "true")
                        .putOptions("ups_document_ids", "too-short")))
                .containsExactlyInAnyOrder(
                        "customs.commodities",
                        "options.ups_simple_rate",
                        "options.ups_eu_de_minimis",
                        "options.ups_document_ids");
        assertThat(problems(back().sender(LONDON)
                        .service("65")
                        .customs(GOODS)
                        .putOptions("ups_document_ids", "2026-02-10-00.15.33.207814")))
                .containsExactly("options.ups_document_ids");
        assertThat(problems(domestic().putOptions("ups_document_ids", "2026-02-10-00.15.33.207814")))
                .containsExactly("options.ups_document_ids");
    }
}
