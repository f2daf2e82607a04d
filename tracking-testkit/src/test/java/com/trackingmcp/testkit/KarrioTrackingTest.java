package com.trackingmcp.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.trackingmcp.spi.CheckDigits;
import com.trackingmcp.testkit.SandboxClient.Answer;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** How the sandbox's Karrio tracks the parcels of the carriers behind it. */
class KarrioTrackingTest {
    private final CarrierSandbox sandbox = CarrierSandbox.start();
    private final KarrioClient client = new KarrioClient(sandbox);

    @AfterEach
    void close() {
        sandbox.close();
    }

    static Stream<Field> numbers() {
        return Stream.of(KarrioNumbers.class.getDeclaredFields())
                .filter(field -> Modifier.isPublic(field.getModifiers()));
    }

    private static String carrier(Field field) {
        String name = field.getName().toLowerCase(Locale.ROOT);
        return name.startsWith("canada_post") ? "canadapost" : name.substring(0, name.indexOf('_'));
    }

    private static boolean isRight(String carrier, String number) {
        return switch (carrier) {
            case "canadapost" -> number.length() == 16 && CheckDigits.mod10(number);
            case "purolator" -> number.length() == 12 && CheckDigits.luhn(number);
            case "usps" -> number.length() == 22 && CheckDigits.mod10(number);
            default -> number.length() == 28 && CheckDigits.mod37(number) && Character.isLetter(number.charAt(27));
        };
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void wellKnownNumbersAreRightAndAnsweredUnlessTheyAreUnknown(Field field) throws IllegalAccessException {
        String number = (String) field.get(null);
        boolean known = !field.getName().endsWith("NOT_FOUND");

        assertThat(isRight(carrier(field), number)).isTrue();
        assertThat(client.track(carrier(field), number).status()).isEqualTo(known ? 202 : 404);
    }

    @ParameterizedTest
    @CsvSource({"canadapost", "purolator", "dpd", "usps"})
    void freshParcelsHaveNumbersOfTheirCarrier(String carrier) {
        assertThat(sandbox.parcels("karrio:" + carrier, 50))
                .allMatch(parcel -> isRight(carrier, parcel.number()))
                .allMatch(parcel -> parcel.carrier().equals("karrio:" + carrier));
    }

    @ParameterizedTest
    @CsvSource({
        "CANADA_POST_LABEL_CREATED, canadapost, pending",
        "CANADA_POST_IN_TRANSIT, canadapost, in_transit",
        "CANADA_POST_OUT_FOR_DELIVERY, canadapost, out_for_delivery",
        "CANADA_POST_AVAILABLE_FOR_PICKUP, canadapost, ready_for_pickup",
        "CANADA_POST_DELIVERY_ATTEMPTED, canadapost, delivery_failed",
        "CANADA_POST_DELIVERED, canadapost, delivered",
        "CANADA_POST_EXCEPTION, canadapost, delivery_delayed",
        "CANADA_POST_ON_HOLD, canadapost, on_hold",
        "CANADA_POST_RETURNED, canadapost, return_to_sender",
        "CANADA_POST_CANCELLED, canadapost, cancelled",
        "CANADA_POST_UNKNOWN_CODE, canadapost, in_transit",
        "CANADA_POST_NOTE_ON_TOP, canadapost, out_for_delivery",
        "PUROLATOR_RETURNED, purolator, return_to_sender",
        "DPD_AVAILABLE_FOR_PICKUP, dpd, ready_for_pickup",
        "USPS_DELIVERED, usps, delivered"
    })
    void everySituationHasItsStatus(String constant, String carrier, String status)
            throws ReflectiveOperationException {
        String number = (String) KarrioNumbers.class.getField(constant).get(null);

        assertThat(client.track(carrier, number).at("/status")).isEqualTo(status);
    }

    @Test
    void parcelsOfCarriersWithAWayOfTheirOwnAreTheSame() {
        assertThat(client.track("fedex", SandboxNumbers.FEDEX_DELIVERED).at("/status"))
                .isEqualTo("delivered");
        assertThat(client.track("mydhl", SandboxNumbers.DHL_EXPRESS_EXCEPTION).at("/events/4/reason"))
                .isEqualTo("carrier_delay");
    }

    @Test
    void timesAreLocalAndCalledUtc() {
        JsonNode event = client.track("canadapost", KarrioNumbers.CANADA_POST_DELIVERED)
                .json()
                .at("/events/0");

        assertThat(event.path("date").asText()).isEqualTo("2026-02-10");
        assertThat(event.path("time").asText()).isEqualTo("09:00 AM");
        assertThat(event.path("timestamp").asText()).isEqualTo("2026-02-10T09:00:00.000Z");
    }

    @Test
    void anAfternoonAtCanadaPostHasTwentyFourHoursAndPmToo() {
        SandboxParcel parcel = sandbox.parcel("karrio:canadapost").pickedUp();
        sandbox.advance(Duration.ofHours(7));
        parcel.outForDelivery();

        assertThat(client.track("canadapost", parcel.number()).at("/events/0/time"))
                .isEqualTo("17:00 PM");
    }

    @Test
    void theFirstMoveCountsAsPickedUpWhereNobodyPickedUp() {
        SandboxParcel parcel = sandbox.parcel("karrio:purolator").inTransit();

        JsonNode tracker = client.track("purolator", parcel.number()).json();

        assertThat(tracker.at("/events/0/status").asText()).isEqualTo("picked_up");
        assertThat(tracker.path("status").asText()).isEqualTo("in_transit");
    }

    @Test
    void aNumberTheCarrierDoesNotKnowIsAMessage() {
        Answer answer = client.track("canadapost", KarrioNumbers.CANADA_POST_NOT_FOUND);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.at("/messages/0/carrier_id")).isEqualTo("canada-east");
    }

    @Test
    void aTrackerWaitsForAPickupWithAnEventOfTheServers() {
        String number = KarrioNumbers.CANADA_POST_NOT_FOUND;

        Answer answer = client.post("/v1/trackers?pending_pickup=true", KarrioClient.tracking("canadapost", number));

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.at("/status")).isEqualTo("pending");
        assertThat(answer.at("/events/0/code")).isEqualTo("UNKNOWN");
        assertThat(answer.at("/events/0/description")).startsWith("Awaiting update from carrier");
    }

    @Test
    void theCarrierHasToBeNamed() {
        assertThat(client.post("/v1/trackers", "{\"tracking_number\":\"1\"}").status())
                .isEqualTo(400);
        assertThat(client.track("nonsense", "1").status()).isEqualTo(400);
        assertThat(client.track("gls", "1").at("/errors/0/message")).startsWith("No active carrier connection");
    }

    @Test
    void aTrackerTellsWhatTheCarrierSaidLast() {
        SandboxParcel parcel = sandbox.parcel("karrio:dpd").pickedUp();
        String path = "/v1/trackers/" + client.track("dpd", parcel.number()).at("/id");
        parcel.outForDelivery();

        assertThat(client.get(path).at("/status")).isEqualTo("in_transit");
        assertThat(client.track("dpd", parcel.number()).at("/status")).isEqualTo("in_transit");
        sandbox.advance(Duration.ofMinutes(1));
        assertThat(client.track("dpd", parcel.number()).at("/status")).isEqualTo("out_for_delivery");
        parcel.delivered();
        sandbox.advance(Duration.ofHours(2));
        assertThat(client.get(path).at("/status")).isEqualTo("delivered");
    }

    @Test
    void askingAgainKeepsOneTracker() {
        String number = KarrioNumbers.DPD_IN_TRANSIT;
        client.track("dpd", number);

        client.track("dpd", number);

        assertThat(client.get("/v1/trackers").at("/count")).isEqualTo("1");
    }

    @Test
    void theServerGivesUpAfterNinetyDays() {
        String path = "/v1/trackers/"
                + client.track("dpd", KarrioNumbers.DPD_IN_TRANSIT).at("/id");

        sandbox.advance(Duration.ofDays(91));

        assertThat(client.get(path).at("/status")).isEqualTo("unknown");
        assertThat(client.get(path).json().path("delivered").isNull()).isTrue();
    }

    @Test
    void aTrackerIsReadByAnybody() {
        client.track("dpd", KarrioNumbers.DPD_DELIVERED);

        assertThat(client.send(client.to("/v1/trackers/" + KarrioNumbers.DPD_DELIVERED))
                        .status())
                .isEqualTo(200);
        assertThat(client.send(client.to("/v1/trackers")).status()).isEqualTo(401);
    }

    @Test
    void trackersAreListedNewestFirstAndFiltered() {
        client.track("dpd", KarrioNumbers.DPD_DELIVERED);
        client.track("usps", KarrioNumbers.USPS_IN_TRANSIT);

        assertThat(client.get("/v1/trackers").at("/results/0/carrier_name")).isEqualTo("usps");
        assertThat(client.get("/v1/trackers?status=delivered").at("/count")).isEqualTo("1");
        assertThat(client.get("/v1/trackers?carrier_name=usps").at("/count")).isEqualTo("1");
        assertThat(client.get("/v1/trackers?created_after=2027-01-01T00:00:00Z").at("/count"))
                .isEqualTo("0");
    }

    @Test
    void aTrackerIsNotedInjectedAndDeleted() {
        String path = "/v1/trackers/"
                + client.track("dpd", KarrioNumbers.DPD_IN_TRANSIT).at("/id");

        assertThat(client.call("PUT", path, "{\"metadata\":{\"order\":\"7\"}}").at("/metadata/order"))
                .isEqualTo("7");
        String events =
                "{\"events\":[{\"date\":\"2026-02-10\",\"code\":\"T\"}],\"status\":\"delivered\",\"delivered\":true}";
        assertThat(client.post(path + "/inject-events", events).at("/success")).isEqualTo("true");
        assertThat(client.get(path).at("/status")).isEqualTo("delivered");
        assertThat(client.call("DELETE", path, "").status()).isEqualTo(200);
        assertThat(client.get(path).status()).isEqualTo(404);
    }

    @Test
    void trackingWithoutKeepingKeepsNothing() {
        String number = KarrioNumbers.PUROLATOR_DELIVERED;

        Answer answer = client.post("/v1/proxy/tracking", KarrioClient.tracking("purolator", number));

        assertThat(answer.at("/tracking/info/signed_by")).isEqualTo("A. Tester");
        assertThat(client.get("/v1/proxy/tracking/purolator/" + number).status())
                .isEqualTo(200);
        assertThat(client.get("/v1/trackers").at("/count")).isEqualTo("0");
        assertThat(client.get("/v1/trackers/purolator/" + number).status()).isEqualTo(202);
        assertThat(client.get("/v1/trackers").at("/count")).isEqualTo("1");
        assertThat(sandbox.calls("karrio"))
                .filteredOn(call -> call.operation().equals("track"))
                .hasSize(3);
    }
}
