package com.trackingmcp.testkit;

import static com.trackingmcp.testkit.KarrioCaller.SENDER;
import static org.assertj.core.api.Assertions.assertThat;

import com.trackingmcp.testkit.SandboxClient.Answer;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pickups on the sandbox's gateway, spoken to as by a caller of its own. */
class KarrioPickupsTest {
    private static final String COUNTED = """
            {'carrier_code':'canadapost','pickup_date':'2026-02-12','ready_time':'10:00','closing_time':'17:00',
             'parcels_count':2,'instruction':'Ring','metadata':{'round':'7'},'address':%s}""".formatted(SENDER);
    private final CarrierSandbox sandbox = CarrierSandbox.start();
    private final KarrioCaller karrio = new KarrioCaller(sandbox);

    @AfterEach
    void close() {
        sandbox.close();
    }

    private Answer scheduled() {
        return karrio.post("/v1/pickups", COUNTED);
    }

    private String forShipments(String... numbers) {
        return COUNTED.replace(
                "'parcels_count':2",
                "'tracking_numbers':"
                        + List.of(numbers).stream()
                                .map(number -> "'" + number + "'")
                                .toList());
    }

    private String bought() {
        return karrio.shipment("canada-east", "canadapost_regular_parcel").at("/tracking_number");
    }

    @Test
    void aPickupOfSoManyParcelsIsBookedAtTheCarrier() {
        Answer booked = scheduled();

        assertThat(booked.status()).isEqualTo(201);
        assertThat(booked.at("/id")).matches("pck_[0-9a-f]{32}");
        assertThat(booked.at("/status")).isEqualTo("scheduled");
        assertThat(booked.at("/carrier_id")).isEqualTo("canada-east");
        assertThat(booked.at("/address/postal_code")).isEqualTo("K1A0B1");
        assertThat(booked.at("/meta/pickup_type")).isEqualTo("one_time");
        assertThat(sandbox.pickups("karrio")).singleElement().satisfies(pickup -> {
            assertThat(pickup.number()).isEqualTo(booked.at("/confirmation_number"));
            assertThat(pickup.date()).isEqualTo(LocalDate.of(2026, 2, 12));
            assertThat(pickup.pieces()).isEqualTo(2);
        });
    }

    @Test
    void aPickupOfAShipmentTakesItsAddressAndItsParcels() {
        String body = forShipments(bought()).replaceFirst(",'address':(?s:.*)$", "}");

        Answer booked = karrio.post("/v1/pickups", body);

        assertThat(booked.at("/address/person_name")).isEqualTo("Ann Sender");
        assertThat(booked.at("/parcels/0/weight")).isEqualTo("1.5");
    }

    @Test
    void aShipmentWaitsForOnePickupOnly() {
        String number = bought();
        String id = karrio.post("/v1/pickups", forShipments(number)).at("/id");

        assertThat(karrio.post("/v1/pickups", forShipments(number)).at("/errors/0/message"))
                .isEqualTo("tracking_numbers: The following shipments ['" + number
                        + "'] are already scheduled for pickups");
        karrio.post("/v1/pickups/" + id + "/cancel", "{}");
        assertThat(karrio.post("/v1/pickups", forShipments(number)).status()).isEqualTo(201);
        assertThat(karrio.post("/v1/pickups", forShipments("1234")).at("/errors/0/message"))
                .contains("Shipment with the tracking numbers: ['1234'] not found");
    }

    @Test
    void whatWaitsForAPickupIsNotVoided() {
        Answer shipment = karrio.shipment("canada-east", "canadapost_regular_parcel");
        String cancellation = "/v1/shipments/" + shipment.at("/id") + "/cancel";
        String pickup = karrio.post("/v1/pickups", forShipments(shipment.at("/tracking_number")))
                .at("/id");

        assertThat(karrio.post(cancellation, "").at("/errors/0/code")).isEqualTo("state_error");
        karrio.post("/v1/pickups/" + pickup + "/cancel", "{}");
        assertThat(karrio.post(cancellation, "").at("/status")).isEqualTo("cancelled");
    }

    @Test
    void severalShipmentsNeedAnAddress() {
        String body = forShipments(bought(), bought()).replaceFirst(",'address':(?s:.*)$", "}");

        assertThat(karrio.post("/v1/pickups", body).at("/errors/0/message"))
                .isEqualTo("non_field_errors: address must be specified for multi-shipments pickup");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        2026-02-12 | 12.02.2026 | 400 | pickup_date: The date format must match YYYY-MM-DD
        10:00 | 10h | 400 | ready_time: The time format must match HH:HM
        'closing_time':'17:00', | "" | 400 | closing_time: This field is required.
        'parcels_count':2, | "" | 400 | non_field_errors: At least one of
        'parcels_count':2 | 'parcels_count':0 | 400 | parcels_count: Ensure
        'country_code':'CA' | 'country_code':'canada' | 400 | address.country_code: "canada" is not
        k1a 0b1 | 12345 | 400 | address.postal_code: The Canadian postal code must match Z9Z9Z9
        Ring | 123456789012345678901234567890123456789012345678901 | 400 | instruction: Ensure this field has no more than 50
        canadapost | dpd | 404 | No active carrier connection
        'address_line1' | 'address_line2' | 424 | address_line1 is missing
        17:00 | 09:00 | 424 | The closing time must be after
        2026-02-12 | 2026-02-09 | 424 | in the past
        canadapost | mydhl | 424 | Each package needs its weight
        """)
    void aPickupIsRefusedByTheGatewayOrByTheCarrier(String right, String wrong, int status, String message) {
        Answer refused = karrio.post("/v1/pickups", COUNTED.replace(right, wrong));

        assertThat(refused.status()).isEqualTo(status);
        assertThat(refused.at((status == 424 ? "/messages" : "/errors") + "/0/message"))
                .contains(message);
        assertThat(sandbox.pickups("karrio")).isEmpty();
    }

    @Test
    void withoutACarrierTheFirstThatFetchesIsTaken() {
        String nobody = COUNTED.replace("'carrier_code':'canadapost'", "'carrier_name':'purolator'");
        String named = COUNTED.replace("'carrier_code':'canadapost'", "'options':{'connection_id':'puro'}");

        assertThat(karrio.post("/v1/pickups", nobody).at("/carrier_name")).isEqualTo("canadapost");
        assertThat(karrio.post("/v1/pickups", named).at("/carrier_name")).isEqualTo("purolator");
    }

    @Test
    void aPickupIsChangedByItsConfirmationNumber() {
        Answer booked = scheduled();
        String path = "/v1/pickups/" + booked.at("/id");
        String change =
                "{'confirmation_number':'%s','ready_time':'11:30','address':{'city':'Gatineau','country_code':'CA'}}"
                        .formatted(booked.at("/confirmation_number"));

        assertThat(karrio.post(path, "{'ready_time':'11:30'}").at("/errors/0/message"))
                .isEqualTo("confirmation_number: This field is required.");
        Answer changed = karrio.post(path, change);
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.at("/address/city")).isEqualTo("Gatineau");
        assertThat(changed.at("/address/person_name")).isEqualTo("Ann Sender");
        assertThat(sandbox.pickups("karrio").get(0).ready()).isEqualTo(LocalTime.of(11, 30));
    }

    @Test
    void aCancelledPickupAnswersWithItselfAndAConflict() {
        Answer booked = karrio.send("POST", "/v1/pickups", COUNTED, "my-pickup-1");

        assertThat(karrio.post("/v1/pickups/my-pickup-1/cancel", "").at("/status"))
                .isEqualTo("cancelled");
        Answer again = karrio.post("/v1/pickups/" + booked.at("/id") + "/cancel", "{'reason':'twice'}");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.at("/object_type")).isEqualTo("pickup");
        assertThat(karrio.post("/v1/pickups/" + booked.at("/id"), "{'confirmation_number':'x'}")
                        .at("/errors/0/code"))
                .isEqualTo("state_error");
        assertThat(sandbox.pickups("karrio")).singleElement().matches(SandboxPickup::isCancelled);
    }

    @Test
    void whereTheConnectorVoidsNothingTheCarrierStillComes() {
        String number = karrio.shipment("express", "mydhl_express_domestic").at("/tracking_number");
        String body = forShipments(number).replace("canadapost", "mydhl");
        String id = karrio.post("/v1/pickups", body).at("/id");

        assertThat(karrio.post("/v1/pickups/" + id + "/cancel", "{}").status()).isEqualTo(200);
        assertThat(sandbox.pickups("karrio")).singleElement().matches(pickup -> !pickup.isCancelled());
    }

    @Test
    void aPickupOfYesterdayIsClosed() {
        String id = scheduled().at("/id");
        sandbox.advance(Duration.ofDays(3));

        assertThat(karrio.get("/v1/pickups/" + id).at("/status")).isEqualTo("closed");
        assertThat(karrio.post("/v1/pickups/" + id + "/cancel", "{}").at("/errors/0/message"))
                .isEqualTo("The pickup is 'closed' and cannot be modified");
    }

    @ParameterizedTest
    @CsvSource({
        "'', 2",
        "status=scheduled, 1",
        "status=cancelled, 1",
        "carrier_name=purolator&carrier_name=dpd, 1",
        "pickup_date_after=2026-02-13, 1",
        "pickup_date_before=2026-02-12, 1",
        "request_id=second, 1",
        "metadata_key=round&metadata_value=7, 2",
        "metadata_value=8, 0",
        "keyword=RING, 2",
        "address=ottawa, 2",
        "is_archived=true, 0",
        "created_after=2026-02-11T00:00:00Z, 0"
    })
    void pickupsAreListedByWhatTheyAre(String query, int count) {
        String first = scheduled().at("/id");
        String second = COUNTED.replace("canadapost", "purolator").replace("2026-02-12", "2026-02-13");
        karrio.send("POST", "/v1/pickups", second, "second");
        karrio.post("/v1/pickups/" + first + "/cancel", "{}");

        assertThat(karrio.get("/v1/pickups?" + query).at("/count")).isEqualTo(Integer.toString(count));
    }

    @Test
    void aPickupCanBePassedOnWithoutBeingKept() {
        String body = COUNTED.replace("'parcels_count':2", "'parcels':[{'id':'pcl_1','weight':1,'weight_unit':'KG'}]");
        Answer booked = karrio.post("/v1/proxy/pickups/mydhl", body);
        String number = booked.at("/pickup/confirmation_number");

        assertThat(booked.status()).isEqualTo(201);
        assertThat(karrio.get("/v1/pickups").at("/count")).isEqualTo("0");
        String changed = body.replaceFirst("\\{", "{'confirmation_number':'" + number + "',")
                .replace("17:00", "18:00");
        assertThat(karrio.post("/v1/proxy/pickups/mydhl/update", changed).at("/pickup/closing_time"))
                .isEqualTo("18:00");
        assertThat(karrio.post("/v1/proxy/pickups/mydhl/cancel", "{'confirmation_number':'" + number + "'}")
                        .at("/confirmation/operation"))
                .isEqualTo("Safe cancellation allowed");
        assertThat(karrio.post("/v1/proxy/pickups/usps", body).status()).isEqualTo(404);
    }
}
