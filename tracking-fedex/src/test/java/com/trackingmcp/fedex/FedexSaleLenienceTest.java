package com.trackingmcp.fedex;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.trackingmcp.TrackingClient;
import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.FieldProblem;
import com.trackingmcp.error.OutcomeUnknownException;
import com.trackingmcp.model.Alert;
import com.trackingmcp.model.Cancellation;
import com.trackingmcp.model.Charge;
import com.trackingmcp.model.Document;
import com.trackingmcp.model.LabelFormat;
import com.trackingmcp.model.Money;
import com.trackingmcp.model.Shipment;
import com.trackingmcp.model.ShipmentQuery;
import com.trackingmcp.model.ShippedParcel;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Labels and cancellations as real answers have them: otherwise than described, and with parts missing. */
class FedexSaleLenienceTest {
    private static final String NUMBER = "794953555571";

    private final FedexServer fedex = new FedexServer().with("FEDEX_ACCOUNT_NUMBER", "100200300");
    private final TrackingClient client = fedex.client();

    @AfterEach
    void stop() {
        client.close();
        fedex.close();
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private Shipment sold(String shipment) {
        fedex.answer(FedexSold.SHIP, 200, json("{'output':{'transactionShipments':[" + shipment + "]}}"));
        return client.ship(FedexOrders.domestic());
    }

    private CarrierException notSold(int status, String body) {
        fedex.answer(FedexSold.SHIP, status, json(body));
        return catchThrowableOfType(CarrierException.class, () -> client.ship(FedexOrders.domestic()));
    }

    private static String piece(String papers) {
        return "{'masterTrackingNumber':'" + NUMBER + "','pieceResponses':[{'trackingNumber':'" + NUMBER
                + "','packageDocuments':" + papers + "}]}";
    }

    @Test
    void the_price_is_that_of_the_tariff_fedex_says_was_applied() {
        Shipment shipment = sold("{'masterTrackingNumber':'" + NUMBER + "',"
                + "'pieceResponses':[{'netChargeAmount':0,'netRateAmount':4448.19,'codcollectionAmount':0}],"
                + "'completedShipmentDetail':{'shipmentRating':{'actualRateType':'PAYOR_ACCOUNT_SHIPMENT',"
                + "'shipmentRateDetails':[{'rateType':'PAYOR_LIST_SHIPMENT','totalNetCharge':50,'currency':'USD'},"
                + "{'rateType':'PAYOR_ACCOUNT_SHIPMENT','totalNetCharge':40.55,'totalBaseCharge':38,'currency':'CAD',"
                + "'surcharges':[{'surchargeType':'FUEL','amount':2.55}]}]}}}");

        assertThat(shipment.price()).contains(Money.of("40.55", "CAD"));
        assertThat(shipment.charges())
                .extracting(Charge::type, charge -> charge.amount().amount().toPlainString())
                .containsExactly(tuple(Charge.Type.BASE, "38.00"), tuple(Charge.Type.FUEL, "2.55"));
    }

    @Test
    void a_price_of_nothing_is_none() {
        Shipment shipment = sold("{'masterTrackingNumber':'" + NUMBER + "','completedShipmentDetail':{"
                + "'shipmentRating':{'shipmentRateDetails':[{'totalNetCharge':0.00,'currency':'USD'}]}}}");

        assertThat(shipment.price()).isEmpty();
        assertThat(shipment.charges()).isEmpty();
    }

    @Test
    void a_shipment_without_a_label_was_bought_all_the_same_and_says_what_to_do() {
        Shipment shipment = sold("{'masterTrackingNumber':" + NUMBER + "}");

        assertThat(shipment.id()).isEqualTo(NUMBER);
        assertThat(shipment.parcels()).extracting(ShippedParcel::trackingNumber).containsExactly(NUMBER);
        assertThat(shipment.labels()).isEmpty();
        assertThat(shipment.alerts())
                .extracting(Alert::text)
                .containsExactly("FedEx sold the shipment and sent no label, and sends none again:"
                        + " cancel it and buy another");
    }

    @Test
    void the_number_may_stand_in_any_of_its_places() {
        assertThat(sold("{'completedShipmentDetail':{'masterTrackingId':{'trackingNumber':'" + NUMBER
                        + "','formId':201}}}"))
                .satisfies(shipment -> {
                    assertThat(shipment.id()).isEqualTo(NUMBER);
                    assertThat(shipment.details()).containsEntry("form_id", "201");
                });
        assertThat(sold("{'pieceResponses':{'masterTrackingNumber':'" + NUMBER + "'}}")
                        .id())
                .isEqualTo(NUMBER);
    }

    @Test
    void parcels_are_told_in_the_order_they_were_sent_in() {
        Shipment shipment = sold("{'masterTrackingNumber':'1','pieceResponses':["
                + "{'trackingNumber':'3','packageSequenceNumber':3},{'trackingNumber':'1','packageSequenceNumber':'1'},"
                + "{'trackingNumber':'2','packageSequenceNumber':2}]}");

        assertThat(shipment.parcels()).extracting(ShippedParcel::trackingNumber).containsExactly("1", "2", "3");
    }

    @Test
    void a_label_is_what_it_begins_with_whatever_it_is_called() {
        Shipment shipment =
                sold(piece("{'contentType':'LABEL','docType':'PDF','encodedLabel':'" + base64("^XA^FDtest^XZ") + "'}"));

        assertThat(shipment.labels()).singleElement().satisfies(label -> {
            assertThat(label.format()).contains(LabelFormat.ZPL);
            assertThat(label.mediaType()).contains("application/zpl");
        });
    }

    @Test
    void a_label_may_be_an_address_where_it_lies_for_a_day() {
        Shipment shipment = sold(piece("[{'docType':'PNG','url':'https://www.fedex.com/document/v1/test'},"
                + "{'contentType':'AUXILIARY','docType':'PDF','encodedLabel':'" + base64("%PDF-1.4") + "'},"
                + "{'contentType':'LABEL'},{'contentType':'LABEL','url':'not a url'}]"));

        assertThat(shipment.labels()).singleElement().satisfies(label -> {
            assertThat(label.url()).contains(URI.create("https://www.fedex.com/document/v1/test"));
            assertThat(label.format()).contains(LabelFormat.PNG);
            assertThat(label.content()).isEmpty();
        });
        assertThat(shipment.parcels().get(0).documents())
                .extracting(Document::kind)
                .containsExactly("label", "auxiliary");
    }

    @Test
    void papers_may_come_in_parts_beside_the_described_ones() {
        Shipment shipment = sold("{'masterTrackingNumber':'" + NUMBER + "',"
                + "'shipmentDocuments':[{'contentType':'PROFORMA_INVOICE','docType':'PDF','encodedLabel':'"
                + base64("%PDF-1.4") + "'}],"
                + "'completedShipmentDetail':{'shipmentDocuments':["
                + "{'type':'COMMERCIAL_INVOICE','parts':[{'image':'" + base64("%PDF-1.5") + "'}]},"
                + "{'type':'PROFORMA_INVOICE','parts':[{'image':'" + base64("%PDF-1.6") + "'}]}]}}");

        assertThat(shipment.documents())
                .extracting(Document::kind, paper -> text(paper))
                .containsExactly(tuple("proforma_invoice", "%PDF-1.4"), tuple("commercial_invoice", "%PDF-1.5"));
    }

    private static String text(Document paper) {
        return new String(paper.content().orElseThrow(), StandardCharsets.ISO_8859_1);
    }

    @Test
    void the_day_of_delivery_is_the_first_that_is_one() {
        Shipment shipment = sold("{'masterTrackingNumber':'" + NUMBER + "','pieceResponses':["
                + "{'deliveryTimestamp':'','deliveryDatestamp':''},{'deliveryDatestamp':'2026-03-09'}],"
                + "'completedShipmentDetail':{'operationalDetail':{'commitDate':'','deliveryDate':'soon'}}}");

        assertThat(shipment.delivery().orElseThrow().to().orElseThrow().date())
                .isEqualTo(LocalDate.parse("2026-03-09"));
    }

    @Test
    void notes_come_in_several_shapes() {
        fedex.answer(
                FedexSold.SHIP,
                200,
                json("{'output':{'alerts':'This is a Virtual Response.','transactionShipments':[{'alerts':["
                        + "{'code':'SHIP.RECIPIENT.POSTALCITY.MISMATCH','alertType':'NOTE','message':'Look at the city.',"
                        + "'parameterList':[]}],'masterTrackingNumber':'" + NUMBER + "','pieceResponses':[{"
                        + "'packageDocuments':[{'encodedLabel':'" + base64("%PDF-1.4") + "'}]}]}]}}"));

        assertThat(client.ship(FedexOrders.domestic()).alerts())
                .extracting(Alert::text)
                .containsExactly("Look at the city.", "This is a Virtual Response.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'output':{'jobId':'test-job'}}",
                "{'output':{'transactionShipments':[]}}",
                "{'output':{'transactionShipments':[{'serviceType':'FEDEX_GROUND'}]}}",
                "{'output':{}}",
                "{'output':'sold'}",
                "{}",
                "[]",
                "",
                "<html>",
                "{'errors':[{'code':'INTERNAL.SERVER.ERROR','message':'Something went wrong.'}]}"
            })
    void what_cannot_be_told_for_sure_may_have_been_bought(String body) {
        CarrierException error = notSold(200, body);

        assertThat(error).isInstanceOf(OutcomeUnknownException.class);
        assertThat(error.reference()).contains("ORDER-7");
        assertThat(error.retryable()).isFalse();
        assertThat(fedex.sent(FedexSold.SHIP)).hasSize(1);
    }

    @Test
    void a_general_error_says_nothing_about_the_purchase_even_as_a_refusal() {
        CarrierException error =
                notSold(400, "{'errors':[{'code':'SYSTEM.GENERAL.ERROR','message':'Please try again.'}]}");

        assertThat(error).isInstanceOf(OutcomeUnknownException.class);
        assertThat(error.carrierCode()).contains("SYSTEM.GENERAL.ERROR");
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 400, 422})
    void a_refusal_is_one_whatever_its_status_with_all_its_reasons(int status) {
        CarrierException error = notSold(
                status,
                "{'transactionId':'test-transaction','errors':[{'code':'SHIPPER.PHONE.INVALID','message':'No phone.',"
                        + "'parameterList':[{'key':'phone','value':'x'}]},{'message':'And no city.','parameterList':"
                        + "{'key':'city'}}]}");

        assertThat(error.code()).isEqualTo(ErrorCode.REQUEST_REFUSED);
        assertThat(error.carrierCode()).contains("SHIPPER.PHONE.INVALID");
        assertThat(error.carrierText()).contains("No phone.; And no city.");
        assertThat(error.fields())
                .containsExactly(
                        new FieldProblem("SHIPPER.PHONE.INVALID", "No phone."),
                        new FieldProblem("city", "And no city."));
        assertThat(error.requestId()).contains("test-transaction");
    }

    @Test
    void a_page_of_html_is_told_by_its_status() {
        fedex.answer(FedexSold.SHIP, aResponse().withStatus(403).withBody("<html>no</html>"));

        CarrierException error =
                catchThrowableOfType(CarrierException.class, () -> client.ship(FedexOrders.domestic()));

        assertThat(error.code()).isEqualTo(ErrorCode.ACCESS_DENIED);
    }

    private Cancellation cancel(String body) {
        fedex.http.stubFor(put(urlEqualTo(FedexSold.CANCEL)).willReturn(jsonResponse(json(body), 200)));
        return client.shipments().cancel(ShipmentQuery.of("fedex", NUMBER));
    }

    private CarrierException notCancelled(String body) {
        return catchThrowableOfType(CarrierException.class, () -> cancel(body));
    }

    @Test
    void a_cancellation_is_asked_for_with_all_its_parcels() {
        cancel("{'output':{'cancelledShipment':true}}");

        assertThat(fedex.http.findAll(putRequestedFor(urlEqualTo(FedexSold.CANCEL))))
                .singleElement()
                .satisfies(sent -> assertThat(sent.getBodyAsString())
                        .isEqualTo(json("{'accountNumber':{'value':'100200300'},"
                                + "'deletionControl':'DELETE_ALL_PACKAGES','trackingNumber':'" + NUMBER + "'}")));
    }

    @Test
    void a_single_parcel_is_cancelled_without_the_others() {
        fedex.http.stubFor(put(urlEqualTo(FedexSold.CANCEL))
                .willReturn(jsonResponse(json("{'output':{'cancelledShipment':true}}"), 200)));

        client.shipments()
                .cancel(ShipmentQuery.builder()
                        .carrier("fedex")
                        .id("1")
                        .parcels(List.of(NUMBER, NUMBER))
                        .build());

        assertThat(fedex.http.findAll(putRequestedFor(urlEqualTo(FedexSold.CANCEL))))
                .singleElement()
                .satisfies(sent -> assertThat(sent.getBodyAsString())
                        .isEqualTo(json("{'accountNumber':{'value':'100200300'},'trackingNumber':'" + NUMBER + "'}")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'output':{'cancelledShipment':true,'message':'Gone.'}}",
                "{'output':{'cancelledShipment':'true','successMessage':'Gone.'}}",
                "{'output':{'cancelledShipment':true,'alerts':[{'code':'X','message':'Gone.'}]}}"
            })
    void what_fedex_says_of_a_cancellation_has_several_names(String body) {
        Cancellation cancellation = cancel(body);

        assertThat(cancellation.cancelled()).isTrue();
        assertThat(cancellation.carrierText()).contains("Gone.");
    }

    @Test
    void a_200_may_say_that_nothing_was_cancelled() {
        CarrierException error = notCancelled("{'output':{'cancelledShipment':false,'cancelledHistory':false,"
                + "'message':'Shipment was picked up.'},'errors':[]}");

        assertThat(error.code()).isEqualTo(ErrorCode.SHIPMENT_NOT_CANCELLED);
        assertThat(error).hasMessageContaining("Shipment was picked up.");
    }

    @Test
    void errors_alone_are_no_cancellation() {
        CarrierException error =
                notCancelled("{'errors':[{'code':'SHIPMENT.USER.UNAUTHORIZED','message':'Not yours.'}]}");

        assertThat(error.code()).isEqualTo(ErrorCode.SHIPMENT_NOT_CANCELLED);
        assertThat(error.carrierCode()).contains("SHIPMENT.USER.UNAUTHORIZED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'output':{}}", "{'output':{'message':'Gone?'}}", "{}", "<html>", ""})
    void an_answer_that_does_not_say_leaves_the_outcome_unknown(String body) {
        CarrierException error = notCancelled(body);

        assertThat(error).isInstanceOf(OutcomeUnknownException.class);
        assertThat(error.reference()).contains(NUMBER);
    }
}
