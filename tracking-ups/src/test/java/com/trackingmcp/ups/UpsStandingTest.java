package com.trackingmcp.ups;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.trackingmcp.model.TrackingStatus.AVAILABLE_FOR_PICKUP;
import static com.trackingmcp.model.TrackingStatus.CUSTOMS;
import static com.trackingmcp.model.TrackingStatus.DELIVERED;
import static com.trackingmcp.model.TrackingStatus.IN_TRANSIT;
import static com.trackingmcp.model.TrackingStatus.LABEL_CREATED;
import static com.trackingmcp.model.TrackingStatus.OUT_FOR_DELIVERY;
import static com.trackingmcp.model.TrackingStatus.PICKED_UP;
import static com.trackingmcp.model.TrackingStatus.RETURNED;
import static com.trackingmcp.model.TrackingStatus.RETURNING;
import static com.trackingmcp.model.TrackingStatus.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import com.trackingmcp.TrackingClient;
import com.trackingmcp.model.TrackingEvent;
import com.trackingmcp.model.TrackingNumber;
import com.trackingmcp.model.TrackingResult;
import com.trackingmcp.model.TrackingStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a parcel's status is settled from what contradicts itself. */
class UpsStandingTest extends UpsTestBed {
    private static final String DEL = ",\"deliveryDate\":[{\"type\":\"DEL\",\"date\":\"20260304\"}]";

    @ParameterizedTest
    @CsvSource({
        "I/OT/,out_for_delivery", "X/OT/,customs", "X/DL/,returning", "I/DL/,out_for_delivery", "X/CA/,exception",
        "I/CA/,in_transit", "M/DP/,label_created", "I/DP/,in_transit", "X/UA/,returned", "X/RD/,on_hold",
        "M/RD/,label_created", "D/MP/,delivered", "M/MP/,label_created", "I/VP/,cancelled", "I/XD/,picked_up",
        "X/XD/,in_transit", "D/KB/,delivered", "D/FS/,delivered", "D/2Q/,available_for_pickup", "D/B0/,returned",
        "MV/VP/,cancelled", "MV//,cancelled", "D//,delivered", "I//,in_transit", "X/48/,delivery_attempted"
    })
    void lettersMeanSomethingOnlyWithTheirType(String codes, String status) {
        assertThat(parcel(activities(codes)).status().word()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "012,customs",
        "092,customs",
        "058,customs",
        "124,customs",
        "125,customs",
        "123,customs",
        "126,on_hold",
        "014,in_transit",
        "084,in_transit",
        "134,in_transit",
        "038,picked_up",
        "160,picked_up",
        "033,returning",
        "034,returned",
        "036,returning",
        "017,available_for_pickup",
        "161,available_for_pickup",
        "7,cancelled",
        "11,delivered",
        "022,delivery_attempted",
        "013,exception",
        "083,on_hold",
        "000,unknown"
    })
    void currentStatusOfProductionHoldsThreeDigitsAlone(String code, String status) {
        assertThat(parcel("\"currentStatus\":{\"description\":\"Some text\",\"code\":\"" + code + "\"}")
                        .status()
                        .word())
                .isEqualTo(status);
    }

    @Test
    void currentStatusAsPublishedHasTypeLettersAndDigits() {
        TrackingResult parcel = parcel(
                "\"currentStatus\":{\"type\":\"X\",\"code\":\"SR\",\"statusCode\":\"003\",\"description\":\"d\"}");
        assertThat(parcel.status()).isEqualTo(LABEL_CREATED);
        assertThat(parcel.carrierStatusCode()).hasValue("003");
    }

    @Test
    void twoDigitsBesideATypeAreAnActivityCode() {
        assertThat(parcel("\"currentStatus\":{\"type\":\"X\",\"code\":\"48\"}").status())
                .isEqualTo(TrackingStatus.DELIVERY_ATTEMPTED);
    }

    @Test
    void packageLevelStatusStandsInForAMissingCurrentStatus() {
        TrackingResult parcel = parcel("\"statusCode\":\"021\",\"statusDescription\":\"Out for Delivery\"");
        assertThat(parcel.status()).isEqualTo(OUT_FOR_DELIVERY);
        assertThat(parcel.carrierStatusText()).hasValue("Out for Delivery");
    }

    @ParameterizedTest
    @ValueSource(strings = {"U/UP/154", "U/UT/153", "U/PX/155", "U/UP/", "X/ZA/", "I/XX/063", "X/T4/097"})
    void noteOnTopKeepsTheStatusBelowIt(String note) {
        TrackingResult parcel = parcel(activities(note, "I/OT/021", "M/MP/003"));
        assertThat(parcel.status()).isEqualTo(OUT_FOR_DELIVERY);
        assertThat(parcel.carrierStatusCode()).hasValue("021");
        assertThat(parcel.events().get(0).status()).isEqualTo(OUT_FOR_DELIVERY);
        assertThat(parcel.exceptions()).isEmpty();
    }

    @Test
    void deliveryPhotoIsNotTheDelivery() {
        TrackingResult parcel = parcel("\"activity\":["
                + activity("U/PX/155").replace("101500", "101900").replace("15:15:00", "15:19:00") + ","
                + activity("D/FS/011") + "]");
        assertThat(parcel.status()).isEqualTo(DELIVERED);
        assertThat(parcel.deliveredAt().orElseThrow()).hasToString("2026-03-04T10:15:00-05:00");
    }

    @Test
    void notesAloneLeaveItToTheCurrentStatus() {
        TrackingResult parcel = parcel(activities("U/UP/154") + ",\"currentStatus\":{\"code\":\"005\"}");
        assertThat(parcel.status()).isEqualTo(IN_TRANSIT);
        assertThat(parcel.events().get(0).status()).isEqualTo(IN_TRANSIT);
    }

    @Test
    void changeRequestCalledOffIsNoCancelledShipment() {
        assertThat(parcel(activities("X/30/114", "I/DP/005")).status()).isEqualTo(IN_TRANSIT);
    }

    @Test
    void deliveryDateWithADeliveryActivityIsADelivery() {
        TrackingResult parcel = parcel(activities("D/QQ/", "I/OT/021") + DEL);
        assertThat(parcel.status()).isEqualTo(DELIVERED);
        assertThat(parcel.deliveredAt().orElseThrow()).hasToString("2026-03-04T10:15:00-05:00");
    }

    @Test
    void lateScanDoesNotUndoADelivery() {
        assertThat(parcel(activities("I/AR/005", "D/FS/011") + DEL + ",\"currentStatus\":{\"code\":\"011\"}")
                        .status())
                .isEqualTo(DELIVERED);
    }

    @Test
    void deliveredToAnAccessPointAndNotCollectedIsReady() {
        String point = ",\"accessPointInformation\":{\"pickupByDate\":\"20260311\"}";
        TrackingResult waiting = parcel(activities("D/ZI/") + DEL + point);
        assertThat(waiting.status()).isEqualTo(AVAILABLE_FOR_PICKUP);
        assertThat(waiting.events().get(0).status()).isEqualTo(AVAILABLE_FOR_PICKUP);
        assertThat(waiting.deliveredAt()).isEmpty();
        assertThat(parcel(activities("D/2W/", "D/2Q/161") + DEL + point).status())
                .isEqualTo(DELIVERED);
        assertThat(parcel(activities("D/2Q/161") + DEL + point).status()).isEqualTo(AVAILABLE_FOR_PICKUP);
        assertThat(parcel(activities("I/OT/021") + point).status()).isEqualTo(OUT_FOR_DELIVERY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"X/RT/034", "X/YK/067", "X/A1/081", "I/DP/036", "D/B0/"})
    void deliveredAfterAReturnIsReturnedToTheSender(String back) {
        TrackingResult parcel = parcel(activities("D/FS/011", back, "I/OT/021"));
        assertThat(parcel.status()).isEqualTo(RETURNED);
        assertThat(parcel.events().get(0).status()).isEqualTo(RETURNED);
        assertThat(parcel.deliveredAt()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "D/B0/011,returned",
        "D/2Q/011,available_for_pickup",
        "D/1N/011,available_for_pickup",
        "D/F7/011,delivered"
    })
    void digitsOfADeliveryDoNotHideThatItWasToASenderOrAShop(String codes, String status) {
        TrackingResult parcel = parcel(activities(codes, "I/OT/021") + DEL + ",\"currentStatus\":{\"code\":\"011\"}");
        assertThat(parcel.status().word()).isEqualTo(status);
        assertThat(parcel.events().get(0).status().word()).isEqualTo(status);
        assertThat(parcel.deliveredAt().isPresent()).isEqualTo(status.equals("delivered"));
    }

    @ParameterizedTest
    @CsvSource({"D/B0/,returned", "D/2Q/,available_for_pickup", "D/FS/,delivered"})
    void currentStatusDeliveredDoesNotHideItEither(String codes, String status) {
        assertThat(parcel(activities(codes) + DEL + ",\"currentStatus\":{\"code\":\"011\"}")
                        .status()
                        .word())
                .isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"X/DL/", "X/24/", "X/A1/", "X/XU/"})
    void lettersOfAReturnMakeTheDeliveryOneToTheSender(String back) {
        assertThat(parcel(activities("D/FS/011", back, "I/OT/021")).status()).isEqualTo(RETURNED);
    }

    @Test
    void returnAfterADeliveryIsUnderWayWhileTheCurrentStatusLags() {
        TrackingResult parcel = parcel(activities("X/24/", "D/FS/011") + DEL + ",\"currentStatus\":{\"code\":\"011\"}");
        assertThat(parcel.status()).isEqualTo(RETURNING);
        assertThat(parcel.events()).extracting(TrackingEvent::status).containsExactly(RETURNING, DELIVERED);
    }

    @Test
    void noteBeforeEverythingElseHasNoStatusOfWhatCameLater() {
        TrackingResult parcel =
                parcel(activities("D/FS/011", "I/OT/021", "U/UP/154") + ",\"currentStatus\":{\"code\":\"011\"}");
        assertThat(parcel.events())
                .extracting(TrackingEvent::status)
                .containsExactly(DELIVERED, OUT_FOR_DELIVERY, UNKNOWN);
    }

    @Test
    void codeBesideTheStatusIsTheOneThatTellsIt() {
        TrackingResult late =
                parcel(activities("I/AR/005", "D/FS/011") + DEL + ",\"currentStatus\":{\"code\":\"011\"}");
        assertThat(late.carrierStatusCode()).hasValue("011");
        TrackingResult unheardOf =
                parcel(activities("D/QQ/", "I/OT/021") + DEL + ",\"currentStatus\":{\"code\":\"005\"}");
        assertThat(unheardOf.status()).isEqualTo(DELIVERED);
        assertThat(unheardOf.carrierStatusCode()).hasValue("D:QQ");
    }

    @Test
    void requestedReturnIsReturningAndMayStillEndInADelivery() {
        assertThat(parcel(activities("X/CS/119", "I/DP/005")).status()).isEqualTo(RETURNING);
        assertThat(parcel(activities("D/FS/011", "X/CS/119")).status()).isEqualTo(DELIVERED);
        assertThat(parcel(activities("D/FS/011", "X/CS/")).status()).isEqualTo(DELIVERED);
    }

    @Test
    void unheardOfCodeIsUnknownWithItsRawCodeAndIsCounted() {
        answer(json("""
                {"trackResponse":{"shipment":[{"package":[{"trackingNumber":"%s",%s,
                 "currentStatus":{"code":"999","description":"Teleported"}}]}]}}""".formatted(NUMBER, activities("I/Q?/999", "I/DP/005"))));
        TrackingClient client = client();
        TrackingResult parcel = client.track(TrackingNumber.of(NUMBER, "ups"));
        assertThat(parcel.status()).isEqualTo(UNKNOWN);
        assertThat(parcel.carrierStatusCode()).hasValue("999");
        assertThat(parcel.carrierStatusText()).hasValue("Text of I/Q?/999");
        assertThat(parcel.events()).extracting(TrackingEvent::status).containsExactly(UNKNOWN, IN_TRANSIT);
        assertThat(client.unmappedCodes()).containsEntry("ups:999", 1L);
    }

    @Test
    void unheardOfLettersOfAKnownTypeAreNoGuess() {
        TrackingResult parcel = parcel(activities("X/Q?/"));
        assertThat(parcel.status()).isEqualTo(UNKNOWN);
        assertThat(parcel.carrierStatusCode()).hasValue("X:Q?");
    }

    @Test
    void lettersHelpWhereTheDigitsAreUnheardOf() {
        TrackingResult parcel = parcel(activities("I/OT/999"));
        assertThat(parcel.status()).isEqualTo(OUT_FOR_DELIVERY);
        assertThat(clients.get(0).unmappedCodes()).containsEntry("ups:999", 1L);
    }

    @Test
    void currentMilestoneNamesTheActivityWhereTheNewestIsUnheardOf() {
        TrackingResult parcel = parcel(activities("I/Q?/999", "I/OT/021") + """
                ,"milestones":[{"description":"Label Created","current":false,"linkedActivity":"1"},
                 {"description":"Out for Delivery","current":true,"linkedActivity":"1"}]""");
        assertThat(parcel.status()).isEqualTo(OUT_FOR_DELIVERY);
    }

    @Test
    void currentMilestoneLendsItsWordsWhereNothingElseHasAny() {
        TrackingResult parcel = parcel("\"milestones\":[{\"description\":\"Label Created\",\"current\":true}]");
        assertThat(parcel.status()).isEqualTo(UNKNOWN);
        assertThat(parcel.carrierStatusText()).hasValue("Label Created");
    }

    @Test
    void freightUsesTheSameDigitsInAnotherSense() {
        assertThat(parcel(activities("D//012", "DD//011")).status()).isEqualTo(DELIVERED);
        assertThat(parcel(activities("I//011", "DO//005")).status()).isEqualTo(OUT_FOR_DELIVERY);
        assertThat(parcel(activities("I//043", "W//044")).status()).isEqualTo(CUSTOMS);
        assertThat(parcel(activities("I//012", "I//005")).status()).isEqualTo(CUSTOMS);
    }

    @Test
    void nineDigitsAreFreight() {
        ups.stubFor(any(urlPathEqualTo("/api/track/v1/details/123456789")).willReturn(json("""
                        {"trackResponse":{"shipment":[{"package":[{"currentStatus":{"code":"011"}}]}]}}""")));
        assertThat(client().track(TrackingNumber.of("123456789", "ups")).status())
                .isEqualTo(OUT_FOR_DELIVERY);
    }

    @Test
    void mailInnovationsIsKnownByItsServiceToo() {
        assertThat(parcel(activities("I/DL/") + ",\"service\":{\"levelCode\":\"M4\"}")
                        .status())
                .isEqualTo(DELIVERED);
    }

    @Test
    void surePostLettersOfThePostOfficeAreKnownAfterUpssOwn() {
        String service = ",\"service\":{\"description\":\"UPS SurePost\"}";
        assertThat(parcel(activities("I/EL/") + service).status()).isEqualTo(OUT_FOR_DELIVERY);
        assertThat(parcel(activities("I/OR/") + service).status()).isEqualTo(PICKED_UP);
        assertThat(parcel(activities("I/EL/")).status()).isEqualTo(UNKNOWN);
    }

    @Test
    void delayIsToldOnlyWhereUpsTellsOfOneNow() {
        assertThat(parcel(activities("X/51/051")).delayed()).isTrue();
        assertThat(parcel(activities("X/7W/")).delayed()).isTrue();
        assertThat(parcel(activities("X/08/032")).delayed()).isFalse();
        assertThat(parcel(activities("I/OT/021", "X/51/051")).delayed()).isFalse();
    }

    @Test
    void attemptsAreCountedAsUpsCountsThem() {
        assertThat(parcel(activities("X/KX/023", "X/48/022")).deliveryAttempts())
                .hasValue(2);
        assertThat(parcel(activities("X/48/022")).deliveryAttempts()).hasValue(1);
        assertThat(parcel(activities("X/49/024", "X/48/022")).deliveryAttempts())
                .isEmpty();
        assertThat(parcel(activities("D/FS/011")).deliveryAttempts()).isEmpty();
    }

    @Test
    void troubleIsListedWithItsReason() {
        assertThat(parcel(activities("I/OT/021", "X/29/058", "X/48/022", "X/VK/134"))
                        .exceptions())
                .extracting(exception -> exception.code().orElse(""))
                .containsExactly("X:29", "X:48");
    }
}
