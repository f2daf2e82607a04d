package com.trackingmcp.dhl;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.OutcomeUnknownException;
import com.trackingmcp.model.CatalogOption;
import com.trackingmcp.model.Dimensions;
import com.trackingmcp.model.PickupConfirmation;
import com.trackingmcp.model.PickupPiece;
import com.trackingmcp.model.PickupQuery;
import com.trackingmcp.model.PickupRequest;
import com.trackingmcp.model.Weight;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a pickup looks like on the wire, and what is made of MyDHL's answers. */
class DhlPickupOrderTest extends DhlOrderBed {
    private static final String PICKUPS = "/mydhl/pickups";
    private static final String NUMBER = "PRG260305000001";
    private static final PickupQuery BOOKED = PickupQuery.builder()
            .carrier("dhl")
            .confirmationNumber(NUMBER)
            .requestor("Ada Example")
            .build();

    @BeforeEach
    void books() {
        answers(PICKUPS, 201, "{'dispatchConfirmationNumbers':['" + NUMBER + "']}");
    }

    private void answers(String path, int status, String json) {
        dhl.stubFor(any(urlPathEqualTo(path)).willReturn(answer(status, json)));
    }

    private LoggedRequest sent(String path) {
        return dhl.findAll(anyRequestedFor(urlPathEqualTo(path))).get(0);
    }

    private static PickupRequest.Builder pickup() {
        return PickupRequest.builder()
                .address(DhlOrders.bonn().build())
                .date(LocalDate.parse("2026-03-06"))
                .readyTime(LocalTime.of(9, 30))
                .closeTime(LocalTime.of(17, 0))
                .addPieces(piece().build());
    }

    private static PickupPiece.Builder piece() {
        return PickupPiece.builder().service("P").quantity(3).weight(Weight.of("10", Weight.Unit.KG));
    }

    private JsonNode booking(PickupRequest.Builder request) {
        client.pickups().schedule(request.build());
        return read(sent(PICKUPS).getBodyAsString());
    }

    @Test
    void theTimeIsLocalWithTheOffsetOfThePlaceAndTheAddressNamesNoCountryTwice() {
        JsonNode body = booking(pickup().placeAtAddress("front desk"));

        assertThat(body.path("plannedPickupDateAndTime").asText()).isEqualTo("2026-03-06T09:30:00 GMT+01:00");
        assertThat(body.path("closeTime").asText()).isEqualTo("17:00");
        assertThat(body.path("location").asText()).isEqualTo("front desk");
        assertThat(body.path("accounts")).isEqualTo(read("[{'typeCode':'shipper','number':'" + ACCOUNT + "'}]"));
        assertThat(body.at("/customerDetails/shipperDetails"))
                .isEqualTo(read("{'postalAddress':{'postalCode':'53113','cityName':'Bonn','countryCode':'DE',"
                        + "'addressLine1':'Beispielstr. 1'},'contactInformation':{'phone':'+4922855501',"
                        + "'companyName':'Example Books','fullName':'Shipping Desk'}}"));
        assertThat(body.has("dispatchConfirmationNumber")).isFalse();
        assertThat(body.has("locationType")).isFalse();
        assertThat(body.has("specialInstructions")).isFalse();
        assertThat(body.has("remark")).isFalse();
        assertThat(sent(PICKUPS).getHeader("x-version")).isEqualTo("3.1.0");
    }

    @Test
    void alikeParcelsShareTheirWeightRoundedUp() {
        JsonNode shipped = booking(pickup().addPieces(piece().quantity(1)
                        .weight(Weight.of("33", Weight.Unit.OZ))
                        .dimensions(Dimensions.of("5", "4", "3", Dimensions.Unit.IN))
                        .packaging("2BX")
                        .destinationCountry("US")
                        .build()))
                .path("shipmentDetails");

        assertThat(shipped.get(0))
                .isEqualTo(read("{'productCode':'P','isCustomsDeclarable':false,'unitOfMeasurement':'metric',"
                        + "'packages':[{'weight':3.334},{'weight':3.334},{'weight':3.334}]}"));
        assertThat(shipped.get(1))
                .isEqualTo(read("{'productCode':'P','isCustomsDeclarable':true,'unitOfMeasurement':'imperial',"
                        + "'packages':[{'typeCode':'2BX','weight':2.063,"
                        + "'dimensions':{'length':5,'width':4,'height':3}}]}"));
    }

    @Test
    void whatIsFetchedWithinItsCountryIsNotDeclared() {
        assertThat(booking(pickup().pieces(
                                        List.of(piece().destinationCountry("DE").build())))
                        .at("/shipmentDetails/0/isCustomsDeclarable")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void everyOptionIsWritten() {
        JsonNode body = booking(
                pickup().reference("tour-7").putOptions("dhl_remark", "by bike").putOptions("dhl_declarable", "true"));

        assertThat(body.path("remark").asText()).isEqualTo("tour-7; by bike");
        assertThat(body.at("/shipmentDetails/0/isCustomsDeclarable").asBoolean())
                .isTrue();
        assertThat(client.carriers().get(0).catalog().pickupOptions())
                .extracting(CatalogOption::name)
                .containsExactly("dhl_declarable", "dhl_remark");
    }

    @Test
    void instructionsAreBrokenIntoLinesBetweenWords() {
        String text = "word ".repeat(30).strip();

        JsonNode lines = booking(pickup().instructions(text)).path("specialInstructions");

        assertThat(lines).hasSize(2);
        assertThat(lines.get(0).path("value").asText()).hasSize(79).endsWith("word");
        assertThat(lines.get(0).path("value").asText() + " "
                        + lines.get(1).path("value").asText())
                .isEqualTo(text);
        assertThat(DhlPickupEncoder.lines("x".repeat(100))).containsExactly("x".repeat(80), "x".repeat(20));
    }

    @Test
    void waybillsAreToldWhereThereIsOneForEachLine() {
        assertThat(booking(pickup().trackingNumbers(List.of("1234567890")))
                        .at("/shipmentDetails/0/shipmentTrackingNumber")
                        .asText())
                .isEqualTo("1234567890");

        dhl.resetRequests();
        assertThat(booking(pickup().trackingNumbers(List.of("JD014600001234567890")))
                        .at("/shipmentDetails/0")
                        .has("shipmentTrackingNumber"))
                .isFalse();
    }

    @Test
    void aHomeIsAResidence() {
        assertThat(booking(pickup().address(DhlOrders.bonn().residential(true).build()))
                        .path("locationType")
                        .asText())
                .isEqualTo("residence");
    }

    @Test
    void aChangeNamesTheNumberTwiceAndTheAccountAndMayGetAnotherNumber() {
        answers(PICKUPS + "/" + NUMBER, 200, "{'dispatchConfirmationNumber':'PRG260305000002','warnings':['Moved']}");

        PickupConfirmation changed = client.pickups().update(BOOKED, pickup().build());

        LoggedRequest request = sent(PICKUPS + "/" + NUMBER);
        assertThat(request.getMethod().getName()).isEqualTo("PATCH");
        assertThat(read(request.getBodyAsString())
                        .path("dispatchConfirmationNumber")
                        .asText())
                .isEqualTo(NUMBER);
        assertThat(read(request.getBodyAsString())
                        .path("originalShipperAccountNumber")
                        .asText())
                .isEqualTo(ACCOUNT);
        assertThat(changed.confirmationNumber()).isEqualTo("PRG260305000002");
        assertThat(changed.alerts()).extracting(alert -> alert.text()).containsExactly("Moved");
    }

    @Test
    void aChangeThatTellsNoNumberKeepsTheOneItHad() {
        answers(PICKUPS + "/" + NUMBER, 200, "{}");

        assertThat(client.pickups().update(BOOKED, pickup().build()).confirmationNumber())
                .isEqualTo(NUMBER);
    }

    @Test
    void aBookingThatTellsNoNumberMayHaveBeenMade() {
        answers(PICKUPS, 201, "{'dispatchConfirmationNumbers':[]}");

        assertThatThrownBy(() -> client.pickups().schedule(pickup().build()))
                .isInstanceOf(OutcomeUnknownException.class);
    }

    @Test
    void severalNumbersAreKept() {
        answers(PICKUPS, 201, "{'dispatchConfirmationNumbers':['A1','B2'],'readyByTime':'12:00'}");

        PickupConfirmation confirmation = client.pickups().schedule(pickup().build());

        assertThat(confirmation.confirmationNumber()).isEqualTo("A1");
        assertThat(confirmation.details()).containsEntry("confirmation_numbers", "A1,B2");
        assertThat(confirmation.readyTime()).contains(LocalTime.NOON);
        assertThat(confirmation.alerts())
                .extracting(alert -> alert.text())
                .containsExactly("The parcels are to be ready by 12:00");
    }

    @Test
    void aCancellationNamesWhoAndWhy() {
        answers(PICKUPS + "/" + NUMBER, 200, "");
        client.pickups().cancel(BOOKED);
        assertThat(sent(PICKUPS + "/" + NUMBER).getUrl())
                .endsWith("?requestorName=Ada%20Example&reason=No%20longer%20needed");

        dhl.resetRequests();
        client.pickups()
                .cancel(PickupQuery.builder().from(BOOKED).reason("sold out").build());
        assertThat(sent(PICKUPS + "/" + NUMBER).getUrl()).endsWith("&reason=sold%20out");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        400 | 998: TimeStamp is not well formatted. | PICKUP_TIMING
        400 | 3002: The pickup request is after the cut-off for the day | PICKUP_TIMING
        400 | The pickup date is a holiday | PICKUP_TIMING
        400 | 8003: Account not allowed for this service. Please contact your DHL Express representative. | REQUEST_REFUSED
        400 | Missing mandatory parameters: plannedPickupDateAndTime | REQUEST_REFUSED
        422 | #/closeTime: string [25:00] does not match pattern | REQUEST_REFUSED
        """)
    void refusalsOfTheTimeAreToldFromOthers(int status, String detail, ErrorCode code) {
        answers(PICKUPS, status, "{'title':'Bad request','detail':'" + detail + "','status':'" + status + "'}");

        CarrierException refused = catchThrowableOfType(
                CarrierException.class, () -> client.pickups().schedule(pickup().build()));

        assertThat(refused.code()).isEqualTo(code);
        assertThat(refused.retryable()).isFalse();
    }

    @Test
    void aCancellationThatWasNotUnderstoodIsNoAnswerToIt() {
        answers(
                PICKUPS + "/" + NUMBER,
                400,
                "{'detail':'Missing mandatory parameters: requestorName','title':'Missing parameters'}");

        assertThat(catchThrowableOfType(
                                CarrierException.class, () -> client.pickups().cancel(BOOKED))
                        .code())
                .isEqualTo(ErrorCode.REQUEST_REFUSED);
    }
}
