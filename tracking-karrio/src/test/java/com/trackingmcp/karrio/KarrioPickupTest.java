package com.trackingmcp.karrio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.FieldProblem;
import com.trackingmcp.error.InvalidRequestException;
import com.trackingmcp.error.OutcomeUnknownException;
import com.trackingmcp.model.Cancellation;
import com.trackingmcp.model.Money;
import com.trackingmcp.model.PickupConfirmation;
import com.trackingmcp.model.PickupPiece;
import com.trackingmcp.model.PickupQuery;
import com.trackingmcp.model.PickupRequest;
import com.trackingmcp.model.PickupStatus;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a pickup looks like on Karrio's wire, and what is made of its answers. */
class KarrioPickupTest extends KarrioDeskBed {
    private static final String PICKUPS = "/v1/pickups";
    private static final String BOOKED = "{'id':'pck_1','object_type':'pickup','status':'scheduled',"
            + "'carrier_name':'canadapost','carrier_id':'canada-east','confirmation_number':'27241',"
            + "'pickup_date':'2026-03-06','ready_time':'09:30','closing_time':'17:00',"
            + "'pickup_charge':{'name':'Pickup fees','amount':'3.50','currency':'CAD'},"
            + "'address':{'person_name':'Ada Example','city':'Ottawa','country_code':'CA'},"
            + "'parcels':[{'id':'parcel_1'},{'id':'parcel_2'}],'instruction':'Ring twice','test_mode':true}";
    private static final PickupQuery BY_NUMBER = PickupQuery.of(CANADA, "27241");
    private static final PickupQuery BY_ID = PickupQuery.of(CANADA, "pck_1");

    @BeforeEach
    void books() {
        answers("POST", PICKUPS, 201, BOOKED);
        answers("GET", PICKUPS, 200, page(BOOKED));
        answers("GET", PICKUPS + "/pck_1", 200, BOOKED);
    }

    private static PickupRequest.Builder pickup() {
        return PickupRequest.builder()
                .carrier(CANADA)
                .address(ottawa().build())
                .date(LocalDate.parse("2026-03-06"))
                .readyTime(LocalTime.of(9, 30))
                .closeTime(LocalTime.of(17, 0))
                .instructions("Ring twice")
                .placeAtAddress("Back door")
                .reference("tour-7")
                .addPieces(PickupPiece.builder().quantity(2).build());
    }

    private PickupConfirmation schedule(PickupRequest.Builder request) {
        return client.pickups().schedule(request.build());
    }

    private static String shipment(String id, String number, String label, String status) {
        return "{'id':'" + id + "','status':'" + status + "','carrier_id':'" + label + "','tracking_number':'" + number
                + "','meta':{'tracking_numbers':['" + number + "','" + number + "-2']}}";
    }

    @Test
    void namesTheCarrierAndTheConnectionAndHowManyParcelsThereAre() {
        schedule(pickup());

        assertThat(body("POST", PICKUPS))
                .isEqualTo(read("{'carrier_code':'canadapost','pickup_date':'2026-03-06','ready_time':'09:30',"
                        + "'closing_time':'17:00','address':{'person_name':'Ada Example',"
                        + "'company_name':'Example Books','address_line1':'1 Example St','city':'Ottawa',"
                        + "'state_code':'ON','postal_code':'K1A 0B1','country_code':'CA',"
                        + "'phone_number':'+1 613 555 0100'},'parcels_count':2,'instruction':'Ring twice',"
                        + "'package_location':'Back door','options':{'connection_id':'car_1'},"
                        + "'metadata':{'reference':'tour-7'}}"));
        assertThat(sent("POST", PICKUPS).get(0).getHeader("X-Request-ID")).matches("[0-9a-f]{32}");
    }

    @Test
    void whatIsBookedIsKnownByTheCarriersNumberAndKarriosId() {
        PickupConfirmation booked = schedule(pickup());

        assertThat(booked)
                .isEqualTo(PickupConfirmation.builder()
                        .carrier("karrio:canadapost")
                        .connection(CANADA)
                        .confirmationNumber("27241")
                        .date(LocalDate.parse("2026-03-06"))
                        .readyTime(LocalTime.of(9, 30))
                        .closeTime(LocalTime.of(17, 0))
                        .address(com.trackingmcp.model.Address.builder()
                                .person("Ada Example")
                                .city("Ottawa")
                                .country("CA")
                                .build())
                        .pieces(2)
                        .price(Money.of("3.50", "CAD"))
                        .instructions("Ring twice")
                        .status(PickupStatus.SCHEDULED)
                        .carrierStatusCode("scheduled")
                        .putDetails("karrio_pickup_id", "pck_1")
                        .build());
    }

    @Test
    void whatKarrioDoesNotRepeatIsAsItWasAskedFor() {
        answers("POST", PICKUPS, 201, "{'id':'pck_9','status':'in_limbo','confirmation_number':null}");

        PickupConfirmation booked = schedule(pickup());

        assertThat(booked.confirmationNumber()).isEqualTo("pck_9");
        assertThat(booked.date()).contains(LocalDate.parse("2026-03-06"));
        assertThat(booked.pieces()).contains(2);
        assertThat(booked.status()).isEqualTo(PickupStatus.UNKNOWN);
        assertThat(booked.carrierStatusCode()).contains("in_limbo");
    }

    @ParameterizedTest
    @CsvSource({
        "scheduled,SCHEDULED",
        "picked_up,COMPLETED",
        "cancelled,CANCELLED",
        "closed,UNKNOWN",
        "in_limbo,UNKNOWN"
    })
    void everyStateHasItsMeaning(String word, PickupStatus meaning) {
        answers("GET", PICKUPS, 200, page(BOOKED.replace("'scheduled'", "'" + word + "'")));

        assertThat(client.pickups().status(BY_NUMBER).orElseThrow().status()).isEqualTo(meaning);
        assertThat(client.unmappedCodes().isEmpty()).isEqualTo(!word.equals("in_limbo"));
    }

    @Test
    void whatKarrioAndItsCallersKeepWithItIsTold() {
        answers(
                "GET",
                PICKUPS,
                200,
                page(BOOKED.replace(
                        "'test_mode':true",
                        "'metadata':{'tour':'7'},'meta':{'request_id':'req_1','stops':['a','b']},'test_mode':true")));

        assertThat(client.pickups().status(BY_NUMBER).orElseThrow().details())
                .containsEntry("tour", "7")
                .containsEntry("request_id", "req_1")
                .containsEntry("stops", "[\"a\",\"b\"]")
                .containsEntry("karrio_pickup_id", "pck_1");
    }

    @Test
    void namesTheShipmentsOfParcelsThatAreNamed() {
        answers("GET", "/v1/shipments", 200, page(shipment("shp_1", "7023", "canada-east", "created")));

        schedule(pickup().trackingNumbers(List.of("7023", "7023-2", "shp_1")));

        JsonNode body = body("POST", PICKUPS);
        assertThat(body.path("tracking_numbers")).isEqualTo(read("['7023']"));
        assertThat(body.has("parcels_count")).isFalse();
    }

    @Test
    void shipmentsThatAreNotThereOrOfAnotherConnectionAreToldBeforeAnythingIsBooked() {
        answers(
                "GET",
                "/v1/shipments",
                200,
                page(
                        shipment("shp_1", "7023", "canada-east", "created"),
                        shipment("shp_2", "7024", "canada-west", "created"),
                        shipment("shp_3", "7025", "canada-east", "cancelled")));

        InvalidRequestException refused = catchThrowableOfType(
                InvalidRequestException.class,
                () -> schedule(pickup().trackingNumbers(List.of("7023", "7024", "7025"))));

        assertThat(refused.fields())
                .extracting(FieldProblem::path)
                .containsExactly("tracking_numbers[1]", "tracking_numbers[2]");
        assertThat(sent("POST", PICKUPS)).isEmpty();
    }

    @Test
    void aShipmentWithoutANumberIsNotLeftOutOfWhatIsFetched() {
        answers("GET", "/v1/shipments", 200, page("{'id':'shp_1','status':'created','carrier_id':'canada-east'}"));

        InvalidRequestException refused = catchThrowableOfType(
                InvalidRequestException.class, () -> schedule(pickup().trackingNumbers(List.of("shp_1"))));

        assertThat(refused).hasMessageContaining("has no tracking number, by which Karrio knows what to fetch");
        assertThat(sent("POST", PICKUPS)).isEmpty();
    }

    @Test
    void everythingThatKarrioWouldRefuseIsToldAtOnce() {
        InvalidRequestException refused = catchThrowableOfType(
                InvalidRequestException.class,
                () -> schedule(pickup().address(ottawa().postalCode("12345")
                                .city("x".repeat(51))
                                .build())
                        .instructions("x".repeat(51))
                        .placeAtAddress("x".repeat(51))));

        assertThat(refused.fields())
                .extracting(FieldProblem::path)
                .containsExactly("address.city", "address.postal_code", "instructions", "place_at_address");
        assertThat(sent("POST", PICKUPS)).isEmpty();
    }

    @Test
    void aBookingWhoseAnswerWasLostIsFoundByTheIdOfItsCall() {
        loses("POST", PICKUPS);
        answers(
                "GET",
                PICKUPS,
                200,
                page(
                        BOOKED.replace("27241", "27240"),
                        BOOKED.replace("}],", "}],'meta':{'request_id':'{{request.headers.X-Request-ID}}'},")));

        assertThat(schedule(pickup()).confirmationNumber()).isEqualTo("27241");
        assertThat(sent("POST", PICKUPS)).hasSize(1);
        assertThat(query(sent("GET", PICKUPS).get(0), "request_id"))
                .isEqualTo(sent("POST", PICKUPS).get(0).getHeader("X-Request-ID"));
    }

    @Test
    void aBookingThatTheCarrierDidNotAnswerKarrioMayHaveBeenMade() {
        answers(
                "POST",
                PICKUPS,
                424,
                "{'messages':[{'code':'SHIPPING_SDK_INTERNAL_ERROR','message':'timed out','carrier_name':'canadapost'}]}");

        assertThatThrownBy(() -> schedule(pickup())).isInstanceOf(OutcomeUnknownException.class);
        assertThat(sent("POST", PICKUPS)).hasSize(1);
    }

    @Test
    void aBookingOfAnotherCallIsNotTakenForTheOneThatWasLost() {
        loses("POST", PICKUPS);
        answers("GET", PICKUPS, 200, page(BOOKED));

        assertThatThrownBy(() -> schedule(pickup())).isInstanceOf(OutcomeUnknownException.class);
    }

    @Test
    void aCancellationThatLeavesThePickupAsItWasIsNotKnownToBeOne() {
        answers("POST", PICKUPS + "/pck_1/cancel", 200, BOOKED);
        answers("GET", PICKUPS + "/pck_1", 200, BOOKED);

        assertThatThrownBy(() -> client.pickups()
                        .cancel(PickupQuery.builder()
                                .carrier(CANADA)
                                .confirmationNumber("pck_1")
                                .build()))
                .isInstanceOf(OutcomeUnknownException.class);
    }

    @Test
    void aBookingWhoseAnswerWasLostAndThatIsNotFoundMayHaveBeenMade() {
        loses("POST", PICKUPS);
        answers("GET", PICKUPS, 200, page());

        assertThatThrownBy(() -> schedule(pickup()))
                .isInstanceOfSatisfying(
                        OutcomeUnknownException.class,
                        lost -> assertThat(lost.reference()).contains("tour-7"));
        assertThat(sent("POST", PICKUPS)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "424|{'messages':[{'code':'9100','message':'Pickup date is in the past','carrier_name':'canadapost','carrier_id':'canada-east'}]}",
                "424|{'messages':[{'code':'x','message':'The cut-off was missed','carrier_name':'canadapost'}]}",
                "400|{'errors':[{'code':'validation','message':'ready_time: invalid format','level':'error'}]}"
            })
    void aTimeThatIsRefusedIsToldAsSuch(int status, String json) {
        answers("POST", PICKUPS, status, json);

        assertThatThrownBy(() -> schedule(pickup())).isInstanceOfSatisfying(CarrierException.class, error -> {
            assertThat(error.code()).isEqualTo(ErrorCode.PICKUP_TIMING);
            assertThat(error.details().connection()).contains(CANADA);
        });
    }

    @Test
    void otherRefusalsAreInTheCarriersWords() {
        answers(
                "POST",
                PICKUPS,
                424,
                "{'messages':[{'code':'E002','message':'No pickup at this address','carrier_name':'canadapost'}]}");

        assertThatThrownBy(() -> schedule(pickup())).isInstanceOfSatisfying(CarrierException.class, error -> {
            assertThat(error.code()).isEqualTo(ErrorCode.REQUEST_REFUSED);
            assertThat(error.carrierCode()).contains("E002");
            assertThat(error.carrierText()).contains("No pickup at this address");
        });
    }

    @Test
    void aChangeLeavesParcelsAndConnectionAsTheyAre() {
        answers("POST", PICKUPS + "/pck_1", 200, BOOKED.replace("09:30", "10:30"));

        PickupConfirmation changed = client.pickups()
                .update(BY_NUMBER, pickup().readyTime(LocalTime.of(10, 30)).build());

        JsonNode body = body("POST", PICKUPS + "/pck_1");
        assertThat(body.path("confirmation_number").asText()).isEqualTo("27241");
        assertThat(body.path("ready_time").asText()).isEqualTo("10:30");
        assertThat(body.has("tracking_numbers")).isFalse();
        assertThat(body.has("parcels_count")).isFalse();
        assertThat(body.has("carrier_code")).isFalse();
        assertThat(changed.readyTime()).contains(LocalTime.of(10, 30));
    }

    @Test
    void aChangeWhoseAnswerWasLostIsReadAgain() {
        loses("POST", PICKUPS + "/pck_1");
        PickupRequest later = pickup().readyTime(LocalTime.of(10, 30)).build();

        assertThatThrownBy(() -> client.pickups().update(BY_ID, later)).isInstanceOf(OutcomeUnknownException.class);
        assertThat(sent("GET", PICKUPS + "/pck_1")).hasSize(2);
        assertThat(sent("POST", PICKUPS + "/pck_1")).hasSize(1);
    }

    @Test
    void isCalledOffByNumberOrIdWithItsReason() {
        answers("POST", PICKUPS + "/pck_1/cancel", 200, BOOKED.replace("scheduled", "cancelled"));

        Cancellation called = client.pickups()
                .cancel(PickupQuery.builder()
                        .from(BY_NUMBER)
                        .reason("Nothing to fetch")
                        .build());

        assertThat(called)
                .isEqualTo(Cancellation.builder()
                        .carrier("karrio:canadapost")
                        .connection(CANADA)
                        .id("27241")
                        .cancelled(true)
                        .carrierAsked(true)
                        .build());
        assertThat(body("POST", PICKUPS + "/pck_1/cancel")).isEqualTo(read("{'reason':'Nothing to fetch'}"));
        assertThat(query(sent("GET", PICKUPS).get(0), "confirmation_number")).isEqualTo("27241");

        karrio.resetRequests();
        client.pickups().cancel(BY_ID);
        assertThat(sent("GET", PICKUPS)).isEmpty();
    }

    @Test
    void ofACarrierWhoseConnectorCannotCancelItIsToldThatNobodyAskedIt() {
        answers("POST", PICKUPS + "/pck_1/cancel", 200, BOOKED.replace("scheduled", "cancelled"));

        assertThat(client.pickups().cancel(PickupQuery.of(DHL, "pck_1")).carrierAsked())
                .contains(false);
    }

    @Test
    void whatWasCalledOffBeforeIsToldAsCalledOff() {
        answers("POST", PICKUPS + "/pck_1/cancel", 409, BOOKED.replace("scheduled", "cancelled"));
        answers("GET", PICKUPS + "/pck_1", 200, BOOKED.replace("scheduled", "cancelled"));

        Cancellation called = client.pickups().cancel(BY_ID);

        assertThat(called.cancelled()).isTrue();
        assertThat(called.carrierText()).contains("It was cancelled before");
    }

    @Test
    void whatIsOverIsNotCalledOff() {
        answers(
                "POST",
                PICKUPS + "/pck_1/cancel",
                409,
                "{'errors':[{'code':'state_error','message':'The pickup is closed and cannot be modified'}]}");

        assertThatThrownBy(() -> client.pickups().cancel(BY_ID))
                .isInstanceOfSatisfying(
                        CarrierException.class,
                        error -> assertThat(error.code()).isEqualTo(ErrorCode.PICKUP_NOT_CANCELLED));
    }

    @Test
    void aCancellationWhoseAnswerWasLostIsReadAgain() {
        loses("POST", PICKUPS + "/pck_1/cancel");

        assertThatThrownBy(() -> client.pickups().cancel(BY_ID)).isInstanceOf(OutcomeUnknownException.class);

        answers("GET", PICKUPS + "/pck_1", 200, BOOKED.replace("scheduled", "cancelled"));
        assertThat(client.pickups().cancel(BY_ID).cancelled()).isTrue();
    }

    @Test
    void ofSeveralWithOneNumberTheDayTellsWhichIsMeant() {
        String other = BOOKED.replace("pck_1", "pck_2").replace("2026-03-06", "2026-03-09");
        answers("GET", PICKUPS, 200, page(other, BOOKED));
        answers("POST", PICKUPS + "/pck_1/cancel", 200, BOOKED.replace("scheduled", "cancelled"));

        assertThatThrownBy(() -> client.pickups().cancel(BY_NUMBER)).hasMessageContaining("name the day");
        assertThat(client.pickups()
                        .cancel(PickupQuery.builder()
                                .from(BY_NUMBER)
                                .date(LocalDate.parse("2026-03-06"))
                                .build())
                        .cancelled())
                .isTrue();
    }

    @Test
    void whatIsNotThereIsNotFound() {
        answers("GET", PICKUPS, 200, page(BOOKED.replace("canada-east", "canada-west")));
        answers("GET", PICKUPS + "/pck_1", 404, "{'errors':[{'code':'not_found','message':'Pickup not found'}]}");

        assertThatThrownBy(() -> client.pickups().cancel(BY_NUMBER))
                .isInstanceOfSatisfying(CarrierException.class, error -> {
                    assertThat(error.code()).isEqualTo(ErrorCode.OBJECT_NOT_FOUND);
                    assertThat(error.details().subject()).contains("27241");
                });
        assertThatThrownBy(() -> client.pickups().update(BY_ID, pickup().build()))
                .isInstanceOfSatisfying(
                        CarrierException.class,
                        error -> assertThat(error.code()).isEqualTo(ErrorCode.OBJECT_NOT_FOUND));
    }

    @Test
    void tellsOfThisConnectionsPickupsThatAreToCome() {
        answers("GET", PICKUPS, 200, page(BOOKED, BOOKED.replace("canada-east", "canada-west")));

        assertThat(client.pickups().pending(CANADA))
                .singleElement()
                .satisfies(told -> assertThat(told.confirmationNumber()).isEqualTo("27241"));
        assertThat(query(sent("GET", PICKUPS).get(0), "status")).isEqualTo("scheduled");
        assertThat(query(sent("GET", PICKUPS).get(0), "carrier_name")).isEqualTo("canadapost");
        assertThat(client.pickups().status(BY_NUMBER)).isPresent();
    }

    @Test
    void pickupThatNobodyCouldNameIsNone() {
        answers("GET", PICKUPS, 200, page(BOOKED.replace("'pck_1'", "null"), BOOKED));

        assertThat(client.pickups().pending(CANADA)).hasSize(1);
        assertThat(client.pickups().status(BY_NUMBER)).isPresent();
    }
}
