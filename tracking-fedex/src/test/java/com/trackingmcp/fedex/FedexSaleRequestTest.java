package com.trackingmcp.fedex;

import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.trackingmcp.TrackingClient;
import com.trackingmcp.model.Address;
import com.trackingmcp.model.BillingAccount;
import com.trackingmcp.model.ContentType;
import com.trackingmcp.model.Customs;
import com.trackingmcp.model.Dimensions;
import com.trackingmcp.model.Incoterm;
import com.trackingmcp.model.LabelFormat;
import com.trackingmcp.model.LabelSpec;
import com.trackingmcp.model.Money;
import com.trackingmcp.model.Parcel;
import com.trackingmcp.model.Payment;
import com.trackingmcp.model.Reference;
import com.trackingmcp.model.ShipmentRequest;
import com.trackingmcp.model.SignatureOption;
import com.trackingmcp.model.TaxId;
import com.trackingmcp.model.Weight;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is asked for, as it stands in what FedEx is sent. */
class FedexSaleRequestTest {
    private final FedexServer fedex = new FedexServer().with("FEDEX_ACCOUNT_NUMBER", "100200300");
    private final TrackingClient client;

    FedexSaleRequestTest() {
        fedex.answer(FedexSold.SHIP, 200, FedexSold.ONE);
        fedex.answer(FedexSold.RATES, 200, "{\"output\":{}}");
        fedex.answer(FedexSold.TRANSIT, 200, "{\"output\":{}}");
        client = fedex.client();
    }

    @AfterEach
    void stop() {
        client.close();
        fedex.close();
    }

    private JsonNode sold(ShipmentRequest.Builder request) {
        client.ship(request.build());
        return last(FedexSold.SHIP);
    }

    private JsonNode last(String path) {
        List<JsonNode> sent = fedex.sent(path);
        return sent.get(sent.size() - 1).path("requestedShipment");
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }

    private static ShipmentRequest.Builder international() {
        return ShipmentRequest.builder().from(FedexOrders.international());
    }

    private static ShipmentRequest.Builder international(Customs.Builder customs) {
        return international().customs(customs.build());
    }

    private static Customs.Builder customs() {
        return Customs.builder().from(FedexOrders.customs());
    }

    @Test
    void names_streets_and_telephones_are_those_fedex_prints() {
        JsonNode shipment = sold(FedexOrders.domesticBut());

        assertThat(shipment.path("shipper"))
                .hasToString(json("{'contact':{'personName':'Ada Example','companyName':'Example Ltd',"
                        + "'phoneNumber':'9015550100','emailAddress':'ada@example.com'},"
                        + "'address':{'streetLines':['1 Example Street','Floor 2'],'city':'Memphis',"
                        + "'stateOrProvinceCode':'TN','postalCode':'38118','countryCode':'US'}}"));
        assertThat(shipment.path("recipients")).hasSize(1);
        assertThat(shipment.at("/recipients/0/contact/phoneNumber")).hasToString("\"3035550101\"");
        assertThat(shipment.at("/recipients/0/address/residential")).hasToString("true");
        assertThat(shipment.has("origin")).isFalse();
    }

    @Test
    void prices_and_transit_times_are_told_no_names_and_streets() {
        ShipmentRequest request = FedexOrders.domesticBut()
                .shipDate(LocalDate.parse("2026-03-06"))
                .build();
        client.rates(request);
        client.transitTimes(request);

        String place = json("{'address':{'city':'Denver','stateOrProvinceCode':'CO','postalCode':'80239',"
                + "'countryCode':'US','residential':true}}");
        assertThat(last(FedexSold.RATES).path("recipient")).hasToString(place);
        assertThat(last(FedexSold.TRANSIT).path("recipients")).hasToString("[" + place + "]");
        assertThat(last(FedexSold.RATES).toString()).doesNotContain("Example");
        assertThat(last(FedexSold.TRANSIT).toString()).doesNotContain("Example");
    }

    @Test
    void the_day_of_shipping_is_spelled_otherwise_by_each_api() {
        ShipmentRequest.Builder request = FedexOrders.domesticBut().shipDate(LocalDate.parse("2026-03-06"));
        client.rates(request.build());
        client.transitTimes(request.build());

        assertThat(last(FedexSold.RATES).path("shipDateStamp")).hasToString("\"2026-03-06\"");
        assertThat(last(FedexSold.TRANSIT).path("shipDatestamp")).hasToString("\"2026-03-06\"");
        assertThat(sold(request).path("shipDatestamp")).hasToString("\"2026-03-06\"");
    }

    @Test
    void prices_are_asked_for_by_the_account_and_by_the_list_with_transit_times() {
        client.rates(FedexOrders.domestic());

        JsonNode question = fedex.sent(FedexSold.RATES).get(0);
        assertThat(question.at("/accountNumber/value")).hasToString("\"100200300\"");
        assertThat(question.at("/rateRequestControlParameters/returnTransitTimes"))
                .hasToString("true");
        assertThat(question.at("/requestedShipment/rateRequestType")).hasToString(json("['ACCOUNT','LIST']"));
        assertThat(question.at("/requestedShipment/pickupType")).hasToString("\"DROPOFF_AT_FEDEX_LOCATION\"");
    }

    @Test
    void units_are_those_of_the_first_parcel_rounded_up_and_never_mixed() {
        Parcel metric =
                Parcel.of(Weight.of("1.001", Weight.Unit.KG), Dimensions.of("10.1", "20", "30", Dimensions.Unit.CM));
        Parcel imperial = Parcel.of(Weight.of("1", Weight.Unit.OZ), Dimensions.of("1", "2", "3", Dimensions.Unit.IN));

        JsonNode shipment = sold(FedexOrders.domesticBut().parcels(List.of(metric, imperial)));

        assertThat(shipment.at("/requestedPackageLineItems/0/weight")).hasToString(json("{'units':'KG','value':1.01}"));
        assertThat(shipment.at("/requestedPackageLineItems/0/dimensions"))
                .hasToString(json("{'length':11,'width':20,'height':30,'units':'CM'}"));
        assertThat(shipment.at("/requestedPackageLineItems/1/weight")).hasToString(json("{'units':'KG','value':0.03}"));
        assertThat(shipment.at("/requestedPackageLineItems/1/dimensions"))
                .hasToString(json("{'length':3,'width':6,'height':8,'units':'CM'}"));
    }

    @Test
    void ounces_go_as_pounds_and_the_total_is_always_in_pounds() {
        JsonNode light = sold(FedexOrders.domesticBut().parcels(List.of(Parcel.of(Weight.of("20", Weight.Unit.OZ)))));
        assertThat(light.at("/requestedPackageLineItems/0/weight")).hasToString(json("{'units':'LB','value':1.25}"));
        assertThat(light.path("totalWeight")).hasToString("1.3");

        JsonNode metric = sold(FedexOrders.domesticBut().parcels(List.of(Parcel.of(Weight.of("10", Weight.Unit.KG)))));
        assertThat(metric.path("totalWeight")).hasToString("22.1");
    }

    @Test
    void each_parcel_has_its_place_its_value_and_the_references_by_which_all_are_found() {
        Parcel second = Parcel.builder()
                .from(FedexOrders.parcel())
                .declaredValue(Money.of("250.50", "USD"))
                .contents("glasses")
                .addReferences(
                        Reference.builder().type("invoice").value("INV-9").build())
                .build();

        JsonNode shipment = sold(FedexOrders.domesticBut()
                .addParcels(second)
                .description("household")
                .addReferences(
                        Reference.builder().type("purchase_order").value("PO-8").build()));

        JsonNode one = shipment.at("/requestedPackageLineItems/0");
        JsonNode other = shipment.at("/requestedPackageLineItems/1");
        String all = "{'customerReferenceType':'CUSTOMER_REFERENCE','value':'ORDER-7'},"
                + "{'customerReferenceType':'P_O_NUMBER','value':'PO-8'}";
        assertThat(one.path("customerReferences")).hasToString(json("[" + all + "]"));
        assertThat(other.path("customerReferences"))
                .hasToString(json("[" + all + ",{'customerReferenceType':'INVOICE_NUMBER','value':'INV-9'}]"));
        assertThat(other.path("sequenceNumber")).hasToString("2");
        assertThat(other.path("declaredValue")).hasToString(json("{'amount':250.5,'currency':'USD'}"));
        assertThat(shipment.path("totalDeclaredValue")).hasToString(json("{'amount':250.5,'currency':'USD'}"));
        assertThat(one.path("itemDescription")).hasToString("\"household\"");
        assertThat(other.path("itemDescription")).hasToString("\"glasses\"");
        assertThat(shipment.path("totalPackageCount")).hasToString("2");
    }

    @Test
    void who_pays_is_the_sender_s_own_account_unless_somebody_else_is_named() {
        BillingAccount other =
                BillingAccount.builder().accountNumber("900800700").build();
        String payment = "{'paymentType':'%s','payor':{'responsibleParty':{'accountNumber':{'value':'%s'}}}}";

        assertThat(sold(FedexOrders.domesticBut()).path("shippingChargesPayment"))
                .hasToString(json(payment.formatted("SENDER", "100200300")));
        assertThat(sold(FedexOrders.domesticBut().payment(Payment.byThirdParty(other)))
                        .path("shippingChargesPayment"))
                .hasToString(json(payment.formatted("THIRD_PARTY", "900800700")));
        assertThat(sold(FedexOrders.domesticBut().payment(Payment.byRecipient(other)))
                        .path("shippingChargesPayment"))
                .hasToString(json(payment.formatted("RECIPIENT", "900800700")));
    }

    @Test
    void duties_are_the_recipient_s_unless_the_terms_or_the_request_say_otherwise() {
        String duties = "/customsClearanceDetail/dutiesPayment";
        Payment third = Payment.byThirdParty(
                BillingAccount.builder().accountNumber("900800700").build());

        assertThat(sold(international()).at(duties)).hasToString(json("{'paymentType':'RECIPIENT'}"));
        assertThat(sold(international(customs().incoterm(Incoterm.DDP))).at(duties + "/paymentType"))
                .hasToString("\"SENDER\"");
        assertThat(sold(international(customs().dutyPayer(third))).at(duties + "/paymentType"))
                .hasToString("\"THIRD_PARTY\"");
    }

    @Test
    void goods_are_told_to_customs_with_their_worth() {
        JsonNode customs = sold(international()).path("customsClearanceDetail");

        assertThat(customs.path("commodities"))
                .hasToString(json("[{'description':'printed books','numberOfPieces':2,'quantity':2,"
                        + "'quantityUnits':'PCS','unitPrice':{'amount':10.5,'currency':'USD'},"
                        + "'customsValue':{'amount':21.0,'currency':'USD'},'weight':{'units':'LB','value':2.21},"
                        + "'countryOfManufacture':'US','harmonizedCode':'490199','partNumber':'test-part'}]"));
        assertThat(customs.path("totalCustomsValue")).hasToString(json("{'amount':21.0,'currency':'USD'}"));
        assertThat(customs.path("isDocumentOnly")).hasToString("false");
        assertThat(customs.path("commercialInvoice"))
                .hasToString(json("{'originatorName':'Ada Example','comments':['no value'],"
                        + "'customerReferences':[{'customerReferenceType':'INVOICE_NUMBER','value':'test-invoice'}],"
                        + "'termsOfSale':'DAP','shipmentPurpose':'SAMPLE'}"));
    }

    @Test
    void papers_are_one_line_of_goods_without_worth() {
        Customs papers = Customs.builder().contentType(ContentType.DOCUMENTS).build();
        ShipmentRequest.Builder request = international().customs(papers);
        client.rates(request.build());

        JsonNode customs = sold(request).path("customsClearanceDetail");
        assertThat(customs.path("isDocumentOnly")).hasToString("true");
        assertThat(customs.path("commodities"))
                .hasToString(json("[{'description':'Documents','numberOfPieces':1,'quantity':1,"
                        + "'quantityUnits':'PCS','weight':{'units':'LB','value':2.5}}]"));
        assertThat(last(FedexSold.RATES).path("documentShipment")).hasToString("true");
    }

    @ParameterizedTest
    @CsvSource({
        "MERCHANDISE, SOLD",
        "GIFT, GIFT",
        "NOT_SOLD, NOT_SOLD",
        "RETURNED_GOODS, REPAIR_AND_RETURN",
        "REPAIR, REPAIR_AND_RETURN",
        "PERSONAL_EFFECTS, PERSONAL_EFFECTS"
    })
    void why_goods_cross_the_border_is_said_in_fedex_s_words(ContentType type, String purpose) {
        assertThat(sold(international(customs().contentType(type)))
                        .at("/customsClearanceDetail/commercialInvoice/shipmentPurpose")
                        .asText())
                .isEqualTo(purpose);
    }

    @Test
    void tax_ids_are_those_of_who_gave_them() {
        Address taxed = Address.builder()
                .from(FedexOrders.memphis())
                .addTaxIds(
                        new TaxId(TaxId.Kind.EIN, "00-0000000", "US"), new TaxId(TaxId.Kind.EORI, "GB000000000", "GB"))
                .build();

        assertThat(sold(international().sender(taxed)).at("/shipper/tins"))
                .hasToString(json("[{'number':'00-0000000','tinType':'FEDERAL','usage':'EIN'},"
                        + "{'number':'GB000000000','tinType':'BUSINESS_UNION','usage':'EORI'}]"));
    }

    @Test
    void where_parcels_are_handed_over_may_be_elsewhere_than_their_shipper_is() {
        JsonNode shipment = sold(FedexOrders.domesticBut().shipper(FedexOrders.denver()));

        assertThat(shipment.at("/shipper/address/city")).hasToString("\"Denver\"");
        assertThat(shipment.at("/origin/address/city")).hasToString("\"Memphis\"");
    }

    @Test
    void a_return_says_so_for_its_label_and_its_price() {
        client.rates(FedexOrders.returned());
        JsonNode shipment = sold(ShipmentRequest.builder().from(FedexOrders.returned()));

        String services = json("{'specialServiceTypes':['RETURN_SHIPMENT'],"
                + "'returnShipmentDetail':{'returnType':'PRINT_RETURN_LABEL'}}");
        assertThat(shipment.path("shipmentSpecialServices")).hasToString(services);
        assertThat(last(FedexSold.RATES).path("shipmentSpecialServices")).hasToString(services);
    }

    @ParameterizedTest
    @CsvSource({"NONE, NO_SIGNATURE_REQUIRED", "INDIRECT, INDIRECT", "DIRECT, DIRECT", "ADULT, ADULT"})
    void each_parcel_is_to_be_signed_for(SignatureOption signature, String word) {
        JsonNode shipment =
                sold(ShipmentRequest.builder().from(FedexOrders.ofParcels(2)).signature(signature));

        for (JsonNode parcel : shipment.path("requestedPackageLineItems")) {
            assertThat(parcel.path("packageSpecialServices"))
                    .hasToString(
                            json("{'specialServiceTypes':['SIGNATURE_OPTION'],'signatureOptionType':'" + word + "'}"));
        }
    }

    @Test
    void a_label_of_fine_dots_on_long_stock_can_be_asked_for() {
        LabelSpec fine = LabelSpec.builder()
                .format(LabelFormat.ZPL)
                .dpi(300)
                .stock("STOCK_4X9")
                .build();

        JsonNode shipment = sold(FedexOrders.domesticBut().label(fine));

        assertThat(shipment.path("labelSpecification"))
                .hasToString(json("{'labelFormatType':'COMMON2D','imageType':'ZPLII','labelStockType':'STOCK_4X9',"
                        + "'resolution':300}"));
        assertThat(fedex.sent(FedexSold.SHIP).get(0).path("labelResponseOptions"))
                .hasToString("\"LABEL\"");
    }

    @Test
    void the_caller_s_own_name_for_a_purchase_rides_along_where_it_can() {
        client.ship(FedexOrders.domesticBut().idempotencyKey("sale-12").build());
        client.ship(FedexOrders.domesticBut().idempotencyKey("sale 12").build());
        client.ship(FedexOrders.domesticBut().idempotencyKey("x".repeat(41)).build());

        assertThat(fedex.http.findAll(postRequestedFor(urlEqualTo(FedexSold.SHIP))))
                .extracting(sent -> sent.getHeader("x-customer-transaction-id"))
                .satisfiesExactly(
                        first -> assertThat(first).isEqualTo("sale-12"),
                        second -> assertThat(second).matches("[0-9a-f]{32}"),
                        third -> assertThat(third).matches("[0-9a-f]{32}"));
    }
}
