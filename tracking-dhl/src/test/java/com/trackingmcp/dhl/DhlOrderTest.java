package com.trackingmcp.dhl;

import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.trackingmcp.model.Address;
import com.trackingmcp.model.BillingAccount;
import com.trackingmcp.model.Charge;
import com.trackingmcp.model.ContentType;
import com.trackingmcp.model.Customs;
import com.trackingmcp.model.Dimensions;
import com.trackingmcp.model.Incoterm;
import com.trackingmcp.model.LabelFormat;
import com.trackingmcp.model.LabelSpec;
import com.trackingmcp.model.Money;
import com.trackingmcp.model.Parcel;
import com.trackingmcp.model.Payment;
import com.trackingmcp.model.Rate;
import com.trackingmcp.model.Reference;
import com.trackingmcp.model.ShipmentRequest;
import com.trackingmcp.model.SignatureOption;
import com.trackingmcp.model.TaxId;
import com.trackingmcp.model.Weight;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is written to MyDHL when a shipment is bought or priced. */
class DhlOrderTest extends DhlOrderBed {

    @Test
    void aDomesticParcelIsWrittenAsMyDhlWantsIt() {
        assertThat(order(DhlOrders.domestic())).isEqualTo(read("""
                        {'plannedShippingDateAndTime':'2026-03-05T13:15:00 GMT+01:00',
                         'pickup':{'isRequested':false},
                         'productCode':'N',
                         'getRateEstimates':true,
                         'accounts':[{'typeCode':'shipper','number':'123456789'}],
                         'outputImageProperties':{'encodingFormat':'pdf',
                            'imageOptions':[{'typeCode':'label','templateName':'ECOM26_84_001'}]},
                         'customerReferences':[{'value':'order-4711','typeCode':'CU'}],
                         'customerDetails':{
                            'shipperDetails':{
                              'postalAddress':{'postalCode':'53113','cityName':'Bonn','countryCode':'DE',
                                'addressLine1':'Beispielstr. 1'},
                              'contactInformation':{'phone':'+4922855501','companyName':'Example Books',
                                'fullName':'Shipping Desk'}},
                            'receiverDetails':{
                              'postalAddress':{'postalCode':'80331','cityName':'Munich','countryCode':'DE',
                                'addressLine1':'Musterweg 2'},
                              'contactInformation':{'phone':'+4922855501','companyName':'Example Books',
                                'fullName':'Shipping Desk'}}},
                         'content':{
                            'packages':[{'weight':1.5,'dimensions':{'length':30,'width':20,'height':10}}],
                            'isCustomsDeclarable':false,'description':'Printed books','incoterm':'DAP',
                            'unitOfMeasurement':'metric'},
                         'estimatedDeliveryDate':{'typeCode':'QDDC','isRequested':true}}
                        """));
    }

    @Test
    void goodsThatCrossABorderAreDeclared() {
        JsonNode order = order(DhlOrders.abroad());

        assertThat(order.path("content").path("isCustomsDeclarable").asBoolean())
                .isTrue();
        assertThat(order.path("content").path("declaredValue").decimalValue()).isEqualByComparingTo("39.8");
        assertThat(order.path("content").path("declaredValueCurrency").asText()).isEqualTo("EUR");
        assertThat(order.path("content").path("exportDeclaration")).isEqualTo(read("""
                        {'lineItems':[{'number':1,'description':'Printed books','price':19.9,
                            'quantity':{'value':2,'unitOfMeasurement':'PCS'},
                            'commodityCodes':[{'typeCode':'outbound','value':'490199'}],
                            'exportReasonType':'commercial_purpose_or_sale','manufacturerCountry':'DE',
                            'weight':{'netValue':1.200,'grossValue':1.200},
                            'customerReferences':[{'value':'test-part','typeCode':'PAN'}]}],
                         'invoice':{'number':'test-invoice-1','date':'2026-02-09','signatureName':'B. Keeper'},
                         'remarks':[{'value':'Handle with care'}],
                         'exportReasonType':'commercial_purpose_or_sale','shipmentType':'commercial'}
                        """));
        assertThat(order.at("/outputImageProperties/imageOptions/1")).isEqualTo(read("""
                        {'typeCode':'invoice','templateName':'COMMERCIAL_INVOICE_P_10','isRequested':true,
                         'invoiceType':'commercial','languageCode':'eng'}
                        """));
        assertThat(order.at("/customerDetails/receiverDetails/postalAddress/provinceCode")
                        .asText())
                .isEqualTo("NY");
        assertThat(services(order)).isEmpty();
    }

    @Test
    void anInvoiceWithoutANumberHasThatOfTheReferenceAndTheDayOfShipping() {
        Customs customs = DhlOrders.books()
                .invoice(Optional.empty())
                .signer(Optional.empty())
                .build();

        assertThat(order(DhlOrders.abroad().customs(customs).shipDate(LocalDate.parse("2026-03-09")))
                        .at("/content/exportDeclaration/invoice"))
                .isEqualTo(read("{'number':'order-4711','date':'2026-03-09'}"));
    }

    @ParameterizedTest
    @CsvSource({
        "MERCHANDISE,commercial_purpose_or_sale,commercial",
        "GIFT,gift,personal",
        "SAMPLE,sample,commercial",
        "RETURNED_GOODS,return,commercial",
        "REPAIR,temporary,commercial",
        "PERSONAL_EFFECTS,personal_belongings_or_personal_use,personal",
        "NOT_SOLD,intercompany_use,commercial"
    })
    void theContentTypeIsTheReasonForExport(ContentType type, String reason, String shipmentType) {
        JsonNode declaration = order(DhlOrders.abroad()
                        .customs(DhlOrders.books().contentType(type).build()))
                .at("/content/exportDeclaration");

        assertThat(declaration.path("exportReasonType").asText()).isEqualTo(reason);
        assertThat(declaration.at("/lineItems/0/exportReasonType").asText()).isEqualTo(reason);
        assertThat(declaration.path("shipmentType").asText()).isEqualTo(shipmentType);
    }

    @Test
    void documentsAreNotDeclared() {
        JsonNode order = order(DhlOrders.abroad()
                .service("D")
                .customs(DhlOrders.books().contentType(ContentType.DOCUMENTS).build()));

        assertThat(order.path("content").path("isCustomsDeclarable").asBoolean(true))
                .isFalse();
        assertThat(order.path("content").has("exportDeclaration")).isFalse();
        assertThat(order.path("content").has("declaredValue")).isFalse();
        assertThat(order.at("/outputImageProperties/imageOptions")).hasSize(1);
    }

    @Test
    void severalParcelsAreNumberedAndTheirLabelsAskedForEach() {
        Parcel named = Parcel.builder()
                .from(DhlOrders.PARCEL)
                .contents("Volume 2")
                .addReferences(Reference.of("box-2"))
                .build();

        JsonNode order = order(DhlOrders.domestic().addParcels(named));

        assertThat(order.at("/content/packages")).isEqualTo(read("""
                        [{'weight':1.5,'dimensions':{'length':30,'width':20,'height':10},'referenceNumber':1},
                         {'weight':1.5,'dimensions':{'length':30,'width':20,'height':10},
                          'customerReferences':[{'value':'box-2','typeCode':'CU'}],'description':'Volume 2',
                          'referenceNumber':2}]
                        """));
        assertThat(order.path("getAdditionalInformation"))
                .isEqualTo(read("[{'typeCode':'linkLabelsByPieces','isRequested':true}]"));
    }

    @Test
    void aReturnIsDeclaredAsOneAndStaysOnTheConnectionsAccount() {
        JsonNode order = order(DhlOrders.abroad()
                .sender(DhlOrders.newYork().build())
                .recipient(DhlOrders.bonn().build())
                .customs(DhlOrders.books().contentType(Optional.empty()).build())
                .returnShipment(true));

        assertThat(order.at("/content/exportDeclaration/exportReasonType").asText())
                .isEqualTo("return");
        assertThat(order.at("/outputImageProperties/imageOptions/1/invoiceType").asText())
                .isEqualTo("returns");
        assertThat(order.path("accounts")).isEqualTo(read("[{'typeCode':'shipper','number':'123456789'}]"));
    }

    @Test
    void whoeverPaysIsNamedBesideTheShipper() {
        JsonNode order = order(DhlOrders.abroad()
                .payment(Payment.byRecipient(BillingAccount.of("955000001")))
                .customs(DhlOrders.books()
                        .dutyPayer(Payment.byThirdParty(BillingAccount.of("955000002")))
                        .build()));

        assertThat(order.path("accounts")).isEqualTo(read("""
                        [{'typeCode':'shipper','number':'123456789'},{'typeCode':'payer','number':'955000001'},
                         {'typeCode':'duties-taxes','number':'955000002'}]
                        """));
        assertThat(services(order)).containsExactly("DD");
    }

    @Test
    void aPriceTakesNoMoreThanTwoAccounts() {
        JsonNode question = question(DhlOrders.abroad()
                .payment(Payment.byThirdParty(BillingAccount.builder()
                        .accountNumber("955000001")
                        .country("GB")
                        .build()))
                .customs(DhlOrders.books()
                        .dutyPayer(Payment.byThirdParty(BillingAccount.of("955000002")))
                        .build()));

        assertThat(question.path("accounts")).isEqualTo(read("""
                        [{'typeCode':'shipper','number':'123456789'},{'typeCode':'payer','number':'955000001'}]
                        """));
        assertThat(question.path("payerCountryCode").asText()).isEqualTo("GB");
    }

    @Test
    void dutiesAreTheSendersWhereTheTermsSaySo() {
        JsonNode paid = order(DhlOrders.abroad()
                .customs(DhlOrders.books().incoterm(Incoterm.DDP).build()));
        assertThat(services(paid)).containsExactly("DD");
        assertThat(paid.at("/content/incoterm").asText()).isEqualTo("DDP");
        assertThat(paid.path("accounts")).isEqualTo(read("""
                        [{'typeCode':'shipper','number':'123456789'},{'typeCode':'duties-taxes','number':'123456789'}]
                        """));

        JsonNode bySender = order(DhlOrders.abroad()
                .customs(DhlOrders.books()
                        .incoterm(Optional.empty())
                        .dutyPayer(Payment.bySender())
                        .build()));
        assertThat(bySender.at("/content/incoterm").asText()).isEqualTo("DDP");

        JsonNode atTheDoor = order(DhlOrders.abroad()
                .customs(DhlOrders.books()
                        .incoterm(Incoterm.DDP)
                        .dutyPayer(Payment.byRecipient(BillingAccount.own()))
                        .build()));
        assertThat(services(atTheDoor)).isEmpty();
    }

    @Test
    void insuranceSignatureAndSaturdayAreServices() {
        Parcel insured = Parcel.builder()
                .from(DhlOrders.PARCEL)
                .declaredValue(Money.of("100.50", "EUR"))
                .build();

        JsonNode order = order(DhlOrders.domestic()
                .parcels(List.of(insured, insured))
                .signature(SignatureOption.DIRECT)
                .saturdayDelivery(true));

        assertThat(order.path("valueAddedServices"))
                .isEqualTo(read("[{'serviceCode':'II','value':201,'currency':'EUR'},{'serviceCode':'AA'},"
                        + "{'serviceCode':'SF'}]"));
        assertThat(services(order(DhlOrders.domestic().signature(SignatureOption.NONE))))
                .containsExactly("SX");
    }

    @ParameterizedTest
    @CsvSource({"PDF,,pdf,", "PDF,203,pdf,200", "ZPL,300,zpl,300", "EPL,200,epl,200"})
    void theLabelIsPrintedAsAskedFor(LabelFormat format, Integer dpi, String encoding, Integer resolution) {
        JsonNode images = order(DhlOrders.domestic()
                        .label(LabelSpec.builder()
                                .format(format)
                                .dpi(Optional.ofNullable(dpi))
                                .stock("ECOM26_A6_002")
                                .build()))
                .path("outputImageProperties");

        assertThat(images.path("encodingFormat").asText()).isEqualTo(encoding);
        assertThat(images.at("/imageOptions/0/templateName").asText()).isEqualTo("ECOM26_A6_002");
        assertThat(images.has("printerDPI")).isEqualTo(resolution != null);
        assertThat(images.path("printerDPI").asInt()).isEqualTo(resolution == null ? 0 : resolution);
    }

    @Test
    void aPersonIsACompanyTooAndACompanyAPerson() {
        Address person = Address.builder()
                .from(DhlOrders.munich().build())
                .company(Optional.empty())
                .person(" Ada Example ")
                .residential(true)
                .email("ada@example.com")
                .lines(List.of("Musterweg 2", " ", "Hinterhaus", "2. Stock"))
                .stateOrProvince("X")
                .addTaxIds(new TaxId(TaxId.Kind.VAT, "DE000000000", "DE"))
                .build();
        Address company = Address.builder()
                .from(DhlOrders.bonn().build())
                .person(Optional.empty())
                .build();

        JsonNode parties =
                order(DhlOrders.domestic().sender(company).recipient(person)).path("customerDetails");

        assertThat(parties.path("receiverDetails")).isEqualTo(read("""
                        {'postalAddress':{'postalCode':'80331','cityName':'Munich','countryCode':'DE',
                            'addressLine1':'Musterweg 2','addressLine2':'Hinterhaus','addressLine3':'2. Stock'},
                         'contactInformation':{'email':'ada@example.com','phone':'+4922855501',
                            'companyName':'Ada Example','fullName':'Ada Example'},
                         'registrationNumbers':[{'typeCode':'VAT','number':'DE000000000','issuerCountryCode':'DE'}],
                         'typeCode':'private'}
                        """));
        assertThat(parties.at("/shipperDetails/contactInformation/fullName").asText())
                .isEqualTo("Example Books");
    }

    @ParameterizedTest
    @CsvSource({
        "VAT,DE,VAT",
        "EORI,DE,EOR",
        "EIN,US,EIN",
        "GST,IN,GST",
        "IOSS,DE,SDT",
        "PERSONAL,US,SSN",
        "PERSONAL,BR,CNP",
        "PERSONAL,DE,NID",
        "BUSINESS,US,FED",
        "BUSINESS,BR,CNP",
        "BUSINESS,DE,FTN"
    })
    void taxIdsHaveDhlsWords(TaxId.Kind kind, String country, String code) {
        Address taxed =
                DhlOrders.munich().addTaxIds(new TaxId(kind, "000", country)).build();

        assertThat(order(DhlOrders.domestic().recipient(taxed))
                        .at("/customerDetails/receiverDetails/registrationNumbers/0/typeCode")
                        .asText())
                .isEqualTo(code);
    }

    @Test
    void whoShipsForSomebodyElseIsTheExporter() {
        Address exporter = DhlOrders.munich().company("Example Exports").build();

        assertThat(order(DhlOrders.abroad().shipper(exporter))
                        .at("/customerDetails/exporterDetails/contactInformation/companyName")
                        .asText())
                .isEqualTo("Example Exports");
    }

    @Test
    void referencesKeepTheKindDhlKnows() {
        assertThat(order(DhlOrders.domestic()
                                .references(List.of(
                                        Reference.of("a"),
                                        Reference.builder()
                                                .value("b")
                                                .type("fn")
                                                .build(),
                                        Reference.builder()
                                                .value("c")
                                                .type("po_number")
                                                .build())))
                        .path("customerReferences"))
                .isEqualTo(read("""
                        [{'value':'a','typeCode':'CU'},{'value':'b','typeCode':'FN'},{'value':'c','typeCode':'CU'}]
                        """));
    }

    @Test
    void poundsAndInchesStayAndAllElseBecomesKilogramsRoundedUp() {
        Parcel american = Parcel.of(Weight.of("1", Weight.Unit.OZ), Dimensions.of("5", "4", "3", Dimensions.Unit.IN));
        Parcel mixed = Parcel.of(Weight.of("1", Weight.Unit.LB), Dimensions.of("5", "4", "3", Dimensions.Unit.CM));

        JsonNode imperial =
                order(DhlOrders.domestic().parcels(List.of(american))).path("content");
        assertThat(imperial.path("unitOfMeasurement").asText()).isEqualTo("imperial");
        assertThat(imperial.at("/packages/0/weight").decimalValue()).isEqualTo(new BigDecimal("0.063"));
        JsonNode metric =
                order(DhlOrders.domestic().parcels(List.of(american, mixed))).path("content");
        assertThat(metric.path("unitOfMeasurement").asText()).isEqualTo("metric");
        assertThat(metric.at("/packages/0/weight").decimalValue()).isEqualTo(new BigDecimal("0.029"));
        assertThat(metric.at("/packages/0/dimensions/length").decimalValue()).isEqualByComparingTo("12.7");
        assertThat(metric.at("/packages/1/weight").decimalValue()).isEqualTo(new BigDecimal("0.454"));
    }

    @Test
    void dryIceIsGivenInKilogramsAndToldInTheUnitOfTheParcels() {
        Parcel american = Parcel.of(Weight.of("5", Weight.Unit.LB), Dimensions.of("5", "4", "3", Dimensions.Unit.IN));
        ShipmentRequest.Builder chilled = DhlOrders.domestic().putOptions("dhl_dry_ice_kg", "1");

        assertThat(order(chilled).findValue("dryIceTotalNetWeight").decimalValue())
                .isEqualByComparingTo("1");
        assertThat(order(chilled.parcels(List.of(american)))
                        .findValue("dryIceTotalNetWeight")
                        .decimalValue())
                .isEqualByComparingTo("2.205");
    }

    @Test
    void packagingOfDhlsNeedsNoMeasures() {
        Parcel envelope = Parcel.builder()
                .weight(Weight.of("0.2", Weight.Unit.KG))
                .packaging("XPD")
                .build();

        assertThat(order(DhlOrders.domestic().parcels(List.of(envelope))).at("/content/packages/0"))
                .isEqualTo(read("{'typeCode':'XPD','weight':0.200}"));
    }

    @ParameterizedTest
    @CsvSource({
        "+01:00,,2026-03-05T13:15:00 GMT+01:00",
        "-05:00,,2026-03-05T07:15:00 GMT-05:00",
        "+13:00,,2026-03-06T01:15:00 GMT+13:00",
        "+00:00,2026-03-05,2026-03-05T12:15:00 GMT+00:00",
        "+01:00,2026-03-07,2026-03-07T10:00:00 GMT+01:00",
        "+13:00,2026-03-05,2026-03-06T01:15:00 GMT+13:00"
    })
    void theTimeIsThatOfTheOriginAndNeverPast(String offset, LocalDate day, String written) {
        area(offset);

        assertThat(order(DhlOrders.domestic().shipDate(Optional.ofNullable(day)))
                        .path("plannedShippingDateAndTime")
                        .asText())
                .isEqualTo(written);
    }

    @Test
    void theOriginIsAskedForByPostalCodeAndCity() {
        ship(DhlOrders.domestic());

        assertThat(lastGet(AREAS).getUrl())
                .isEqualTo(AREAS + "?type=pickup&countryCode=DE&postalCode=53113&cityName=Bonn"
                        + "&strictValidation=false");
    }

    @Test
    void citiesWithoutPostalCodesAreToldApart() {
        for (String city : List.of("Roseau", "Portsmouth", "Roseau")) {
            ship(DhlOrders.abroad()
                    .sender(DhlOrders.address("Example Lane", city, " ", "DM").build()));
        }

        assertThat(dhl.findAll(getRequestedFor(urlPathEqualTo(AREAS)))).hasSize(2);
    }

    @Test
    void aPurchaseIsTracedByItsKeyWhereThatFits() {
        ship(DhlOrders.domestic().idempotencyKey("key-1"));
        assertThat(lastPurchase().getHeader("Message-Reference")).isEqualTo("key-1");
        assertThat(lastPurchase().getHeader("x-version")).isEqualTo("3.1.0");

        ship(DhlOrders.domestic().idempotencyKey("k".repeat(37)));
        assertThat(lastPurchase().getHeader("Message-Reference")).hasSize(36).doesNotContain("k".repeat(36));
    }

    @Test
    void aQuotesLocalProductIsBought() {
        Rate quote = Rate.builder()
                .carrier("dhl")
                .connection("dhl")
                .service("P")
                .total(Money.of("70", "EUR"))
                .addCharges(Charge.builder()
                        .type(Charge.Type.BASE)
                        .amount(Money.of("70", "EUR"))
                        .build())
                .putDetails("local_product_code", "S")
                .build();

        client.ship(quote, DhlOrders.abroad().service(Optional.empty()).build());

        JsonNode body = read(lastPurchase().getBodyAsString());
        assertThat(body.path("productCode").asText()).isEqualTo("P");
        assertThat(body.path("localProductCode").asText()).isEqualTo("S");
    }

    @Test
    void aPriceIsAskedForWithAllThatCosts() {
        assertThat(question(DhlOrders.abroad()
                        .customs(DhlOrders.books().incoterm(Incoterm.DDP).build())
                        .saturdayDelivery(true)))
                .isEqualTo(read("""
                        {'customerDetails':{
                            'shipperDetails':{'postalCode':'53113','cityName':'Bonn','countryCode':'DE'},
                            'receiverDetails':{'postalCode':'10001','cityName':'New York','countryCode':'US',
                                'provinceCode':'NY'}},
                         'accounts':[{'typeCode':'shipper','number':'123456789'},
                            {'typeCode':'duties-taxes','number':'123456789'}],
                         'valueAddedServices':[{'serviceCode':'DD'},{'serviceCode':'AA'}],
                         'plannedShippingDateAndTime':'2026-03-05T13:15:00 GMT+01:00',
                         'unitOfMeasurement':'metric','isCustomsDeclarable':true,
                         'monetaryAmount':[{'typeCode':'declaredValue','value':39.8,'currency':'EUR'}],
                         'estimatedDeliveryDate':{'typeCode':'QDDC','isRequested':true},
                         'packages':[{'weight':1.5,'dimensions':{'length':30,'width':20,'height':10}}]}
                        """));
    }

    private static List<String> services(JsonNode order) {
        List<String> codes = new ArrayList<>();
        order.path("valueAddedServices")
                .forEach(service -> codes.add(service.path("serviceCode").asText()));
        return codes;
    }
}
