package com.trackingmcp.dhl;

import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.trackingmcp.error.AuthenticationException;
import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.FieldProblem;
import com.trackingmcp.error.OutcomeUnknownException;
import com.trackingmcp.model.CarrierTime;
import com.trackingmcp.model.Charge;
import com.trackingmcp.model.DeliveryWindow;
import com.trackingmcp.model.Document;
import com.trackingmcp.model.LabelFormat;
import com.trackingmcp.model.Money;
import com.trackingmcp.model.Shipment;
import com.trackingmcp.model.ShipmentRequest;
import com.trackingmcp.model.ShippedParcel;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What MyDHL answers to a purchase, as odd as its samples are. */
class DhlSoldTest extends DhlOrderBed {
    private static final String PDF = "JVBERi0xLjQK";
    private static final String ZPL = "XlhBXkZEXlha";
    private static final String PNG = "iVBORw0KGgo=";

    @Test
    void thePriceIsThatOfTheBillAndNeverASum() {
        sold(201, """
                {'shipmentTrackingNumber':'1234567890','shipmentCharges':[
                  {'currencyType':'BASEC','priceCurrency':'EUR','price':147,'serviceBreakdown':[{'name':'x','price':147}]},
                  {'currencyType':'BILLC','priceCurrency':'GBP','price':125.30,'serviceBreakdown':[
                    {'name':'EXPRESS WORLDWIDE','price':100.1},
                    {'name':'FUEL SURCHARGE','price':25.2,'typeCode':'FF'},
                    {'name':'PAPERLESS TRADE','price':0,'typeCode':'WY'},
                    {'name':'DUTY TAX PAID','typeCode':'DD'}]}]}
                """);

        Shipment shipment = ship(DhlOrders.domestic());

        assertThat(shipment.price()).contains(Money.of("125.30", "GBP"));
        assertThat(shipment.charges()).extracting(Charge::type).containsExactly(Charge.Type.BASE, Charge.Type.FUEL);
        assertThat(shipment.charges().get(1).amount()).isEqualTo(Money.of("25.2", "GBP"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{'currencyType':'BILLC','priceCurrency':'EUR','price':0.00}]",
                "[{'currencyType':'BILLC','priceCurrency':'EUR'}]",
                "[{'currencyType':'BILLC','price':12.5}]",
                "[{'currencyType':'BILLC','priceCurrency':'EURO','price':12.5}]",
                "[null]",
                "{}"
            })
    void whatIsNoPriceIsNone(String charges) {
        sold(201, "{'shipmentTrackingNumber':'1234567890','shipmentCharges':" + charges + "}");

        assertThat(ship(DhlOrders.domestic()).price()).isEmpty();
    }

    @Test
    void theLastOfTwoLabelsIsTheWaybillThatWasAskedFor() {
        sold(
                201,
                papers("{'typeCode':'label','imageFormat':'PDF','content':'" + PDF + "'},"
                        + "{'typeCode':'label','imageFormat':'PDF','content':'" + PDF + "'}"));

        Shipment copied = ship(DhlOrders.domestic().putOptions("dhl_waybill_document", "true"));
        assertThat(copied.labels()).hasSize(1);
        assertThat(copied.documents()).extracting(Document::kind).containsExactly("waybill");
        assertThat(copied.documents().get(0).pageFormat()).isEmpty();

        Shipment plain = ship(DhlOrders.domestic());
        assertThat(plain.labels()).hasSize(2);
        assertThat(plain.documents()).isEmpty();
    }

    @Test
    void aWaybillThatIsCalledOneNeedsNoGuess() {
        sold(
                201,
                papers("{'typeCode':'label','content':'" + PDF + "'},{'typeCode':'waybillDoc','content':'" + PDF
                        + "'}"));

        Shipment shipment = ship(DhlOrders.domestic().putOptions("dhl_waybill_document", "true"));

        assertThat(shipment.labels()).hasSize(1);
        assertThat(shipment.documents()).extracting(Document::kind).containsExactly("waybill");
    }

    @ParameterizedTest
    @CsvSource({
        "invoice,commercial_invoice",
        "proforma,proforma_invoice",
        "receipt,receipt",
        "shipmentReceipt,receipt",
        "waybillDoc,waybill",
        "return-form,return_form"
    })
    void papersHaveTheWordOfAllCarriers(String typeCode, String kind) {
        sold(201, papers("{'typeCode':'" + typeCode + "','imageFormat':'pdf','content':'" + PDF + "'}"));

        Document document = ship(DhlOrders.domestic()).documents().get(0);

        assertThat(document.kind()).isEqualTo(kind);
        assertThat(document.mediaType()).contains("application/pdf");
        assertThat(document.base64()).contains(PDF);
    }

    @Test
    void aLabelIsWhatItsBytesAreAndPrintersCommandsWhatDhlCallsThem() {
        sold(201, papers("{'typeCode':'label','imageFormat':'ZPL','content':'" + ZPL + "'}"));
        Document commands = ship(DhlOrders.domestic()).labels().get(0);
        assertThat(commands.format()).contains(LabelFormat.ZPL);
        assertThat(commands.mediaType()).contains("application/zpl");
        assertThat(commands.pageFormat()).contains("ECOM26_84_001");

        sold(201, papers("{'typeCode':'label','encodingFormat':'png','content':'" + PNG + "'}"));
        assertThat(ship(DhlOrders.domestic()).labels().get(0).mediaType()).contains("image/png");
    }

    @Test
    void aShipmentWithoutALabelThatCanBeReadSaysSo() {
        sold(201, papers("{'typeCode':'label','imageFormat':'PDF'},{'typeCode':'label','content':''},null"));

        Shipment shipment = ship(DhlOrders.domestic());

        assertThat(shipment.labels()).isEmpty();
        assertThat(shipment.alerts()).hasSize(1);
        assertThat(shipment.alerts().get(0).text()).contains("no label");
    }

    @Test
    void oneLabelForAllParcelsIsTheShipments() {
        sold(201, papers("{'typeCode':'label','imageFormat':'PDF','content':'" + PDF + "'}"));

        Shipment shipment = ship(twoParcels());

        assertThat(shipment.documents()).extracting(Document::kind).containsExactly(Document.LABEL);
        assertThat(shipment.labels()).hasSize(1);
        assertThat(shipment.parcels()).hasSize(2).allSatisfy(parcel -> {
            assertThat(parcel.documents()).isEmpty();
            assertThat(parcel.trackingNumber()).isEqualTo("1234567890");
        });
    }

    @Test
    void labelsFindTheirParcelsByNumberWhateverTheirOrder() {
        sold(201, """
                {'shipmentTrackingNumber':1234567890,
                 'packages':[{'referenceNumber':2,'trackingNumber':'JD2'},{'referenceNumber':1,'trackingNumber':'JD1'}],
                 'documents':[
                  {'typeCode':'label','packageReferenceNumber':2,'content':'JVBERi0y'},
                  {'typeCode':'label','packageReferenceNumber':1,'content':'JVBERi0x'},
                  {'typeCode':'label','packageReferenceNumber':7,'content':'JVBERi03'}]}
                """);

        Shipment shipment = ship(twoParcels());

        assertThat(shipment.trackingNumber()).isEqualTo("1234567890");
        assertThat(shipment.parcels()).extracting(ShippedParcel::trackingNumber).containsExactly("JD1", "JD2");
        assertThat(shipment.parcels())
                .extracting(parcel -> parcel.documents().get(0).base64().orElseThrow())
                .containsExactly("JVBERi0x", "JVBERi0y");
        assertThat(shipment.documents())
                .extracting(document -> document.base64().orElseThrow())
                .containsExactly("JVBERi03");
    }

    private static ShipmentRequest.Builder twoParcels() {
        return DhlOrders.domestic().addParcels(DhlOrders.PARCEL);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-09,QDDC,2026-03-09,COMMITMENT",
        "2026-03-09T23:59:00Z,QDDC,2026-03-09T23:59:00,COMMITMENT",
        "2026-03-09T23:59:00,QDDF,2026-03-09T23:59:00,ESTIMATED"
    })
    void theDayOfDeliveryIsLocalWhateverDhlAddsToIt(String told, String type, String read, DeliveryWindow.Basis basis) {
        sold(
                201,
                "{'shipmentTrackingNumber':'1234567890','estimatedDeliveryDate':{'estimatedDeliveryDate':'" + told
                        + "','estimatedDeliveryType':'" + type + "'}}");

        assertThat(ship(DhlOrders.domestic()).delivery()).contains(DeliveryWindow.by(CarrierTime.parse(read), basis));
    }

    @Test
    void whatDhlWarnsOfIsHandedOn() {
        sold(201, "{'shipmentTrackingNumber':'1234567890','warnings':['Pickup has not been requested.',null]}");

        assertThat(ship(DhlOrders.domestic()).alerts())
                .extracting(alert -> alert.text())
                .contains("Pickup has not been requested.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{'shipmentTrackingNumber':' '}", "[]", "<html>", ""})
    void anAnswerWithoutANumberMayHaveBought(String body) {
        sold(201, body);

        OutcomeUnknownException unknown =
                catchThrowableOfType(OutcomeUnknownException.class, () -> ship(DhlOrders.domestic()));

        assertThat(unknown.reference()).contains("order-4711");
    }

    @Test
    void aValidationAnsweredAsSuccessIsNoShipment() {
        sold(200, "{'status':'400','detail':'Multiple problems found','additionalDetails':['#/x: y']}");

        assertThatThrownBy(() -> ship(DhlOrders.domestic())).isInstanceOf(OutcomeUnknownException.class);
    }

    @Test
    void allProblemsOfARefusalAreTold() {
        sold(422, """
                {'instance':'/expressapi/shipments','detail':'Multiple problems found, see Additional Details',
                 'title':'Validation error','message':'Unprocessable Entity','status':'422','additionalDetails':[
                  '#/content/packages/0: required key [weight] not found',
                  '#/customerDetails/shipperDetails/contactInformation/phone: expected maxLength: 70, actual: 85']}
                """);

        CarrierException refusal = catchThrowableOfType(CarrierException.class, () -> ship(DhlOrders.domestic()));

        assertThat(refusal.code()).isEqualTo(ErrorCode.REQUEST_REFUSED);
        assertThat(refusal.details().fields())
                .extracting(FieldProblem::path)
                .containsExactly("content.packages.0", "customerDetails.shipperDetails.contactInformation.phone");
        assertThat(refusal.carrierText().orElseThrow()).contains("required key [weight]", "actual: 85");
    }

    @Test
    void aRefusalKeepsDhlsNumber() {
        sold(400, "{'detail':'7008: The requested Special Service Code is not available','title':'Bad request'}");

        CarrierException refusal = catchThrowableOfType(CarrierException.class, () -> ship(DhlOrders.domestic()));

        assertThat(refusal.code()).isEqualTo(ErrorCode.REQUEST_REFUSED);
        assertThat(refusal.carrierCode()).contains("7008");
    }

    /** The text of a failed process speaks of something missing at times: it is a failure all the same. */
    @Test
    void aFailedProcessMayHaveBought() {
        sold(500, "{'code':'500','title':'Process error','detail':'999: No data found, process 17 failed'}");

        assertThatThrownBy(() -> ship(DhlOrders.domestic())).isInstanceOf(OutcomeUnknownException.class);
        assertThat(purchases()).isEqualTo(1);
    }

    @Test
    void aRefusedPasswordBuysNothing() {
        sold(401, "{}");

        assertThatThrownBy(() -> ship(DhlOrders.domestic())).isInstanceOf(AuthenticationException.class);
    }

    @Test
    void aPurchaseThatIsNotFoundIsARefusal() {
        sold(404, "{'title':'Not found','detail':'7163: Shipment information not found'}");

        CarrierException refusal = catchThrowableOfType(CarrierException.class, () -> ship(DhlOrders.domestic()));

        assertThat(refusal.code()).isEqualTo(ErrorCode.REQUEST_REFUSED);
    }

    @Test
    void anOriginWithoutATimeBuysNothing() {
        for (String body :
                List.of("{}", "{'address':[]}", "{'address':[{'serviceArea':{'GMTOffset':'noon'}}]}", "<html>")) {
            areas(200, body);

            CarrierException error = catchThrowableOfType(CarrierException.class, () -> ship(DhlOrders.domestic()));

            assertThat(error.code()).as(body).isEqualTo(ErrorCode.CARRIER_UNAVAILABLE);
        }
        assertThat(purchases()).isZero();
    }

    @Test
    void theTimeIsThatOfTheAreaThatWasMeant() {
        areas(200, """
                {'address':[
                  {'postalCode':'53111','cityName':'BONN','serviceArea':{'GMTOffset':'+09:00'}},
                  {'postalCode':'53113','cityName':'BAD GODESBERG','serviceArea':{'GMTOffset':'+08:00'}},
                  {'postalCode':'53113','cityName':'BONN','serviceArea':{'GMTOffset':'+02:00'}}]}
                """);

        assertThat(order(DhlOrders.domestic())
                        .path("plannedShippingDateAndTime")
                        .asText())
                .isEqualTo("2026-03-05T14:15:00 GMT+02:00");
    }

    private int purchases() {
        return dhl.findAll(postRequestedFor(urlPathEqualTo(SHIPMENTS))).size();
    }

    private static String papers(String documents) {
        return "{'shipmentTrackingNumber':'1234567890','documents':[" + documents + "]}";
    }
}
