package com.trackingmcp.fedex;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.trackingmcp.fedex.FedexTrackingWire.TrackResult;
import com.trackingmcp.model.TrackingStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FedexStatusTest {
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private static FedexStatus.Reading read(String json) {
        try {
            return FedexStatus.read(JSON.readValue(json.replace('\'', '"'), TrackResult.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TrackingStatus latest(String code) {
        return read("{'latestStatusDetail':{'code':'%s'}}".formatted(code)).status();
    }

    @ParameterizedTest
    @CsvSource({
        "OC, LABEL_CREATED",
        "MD, LABEL_CREATED",
        "EP, LABEL_CREATED",
        "PD, LABEL_CREATED",
        "PU, PICKED_UP",
        "PX, PICKED_UP",
        "DO, PICKED_UP",
        "IT, IN_TRANSIT",
        "IX, IN_TRANSIT",
        "OX, IN_TRANSIT",
        "Ow, IN_TRANSIT",
        "OW, IN_TRANSIT",
        "SP, IN_TRANSIT",
        "CC, IN_TRANSIT",
        "CP, CUSTOMS",
        "CD, CUSTOMS",
        "OD, OUT_FOR_DELIVERY",
        "ED, OUT_FOR_DELIVERY",
        "HL, AVAILABLE_FOR_PICKUP",
        "HP, AVAILABLE_FOR_PICKUP",
        "DL, DELIVERED",
        "DE, EXCEPTION",
        "SE, EXCEPTION",
        "DD, EXCEPTION",
        "DY, IN_TRANSIT",
        "RS, RETURNING",
        "RT, RETURNING",
        "CA, CANCELLED",
        "LP, CANCELLED",
        "LC, CANCELLED",
        "RD, CANCELLED",
        "SH, UNKNOWN",
        "ZZ, UNKNOWN"
    })
    void each_code_has_its_meaning(String code, TrackingStatus status) {
        assertThat(latest(code)).isEqualTo(status);
    }

    @Test
    void an_unknown_code_is_reported_and_not_guessed_from_the_derived_one() {
        FedexStatus.Reading reading = read("{'latestStatusDetail':{'code':'ZZ','derivedCode':'DL'}}");

        assertThat(reading.status()).isEqualTo(TrackingStatus.UNKNOWN);
        assertThat(reading.code()).contains("ZZ");
        assertThat(reading.unmapped()).containsExactly("ZZ");
    }

    @Test
    void a_code_that_says_nothing_about_the_parcel_is_unknown_but_not_unmapped() {
        assertThat(read("{'latestStatusDetail':{'code':'TP'}}").unmapped()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'latestStatusDetail':{'code':'DE','ancillaryDetails':[{'reason':'007'}]}",
                "'latestStatusDetail':{'code':'DE','ancillaryDetails':[{'reason':'7'}]}",
                "'latestStatusDetail':{'code':'DE'},'dateAndTimes':"
                        + "[{'type':'ATTEMPTED_DELIVERY','dateTime':'2026-03-04'}]",
                "'latestStatusDetail':{'code':'DE'},'serviceCommitMessage':{'type':'FIRST_DELIVERY_ATTEMPTED'}"
            })
    void a_delivery_exception_is_an_attempt_where_fedex_says_so(String parcel) {
        assertThat(read("{" + parcel + "}").status()).isEqualTo(TrackingStatus.DELIVERY_ATTEMPTED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"083", "03"})
    void a_delivery_exception_for_another_reason_is_none(String reason) {
        assertThat(read("{'latestStatusDetail':{'code':'DE','ancillaryDetails':[{'reason':'" + reason + "'}]}}")
                        .status())
                .isEqualTo(TrackingStatus.EXCEPTION);
    }

    @Test
    void a_delay_is_an_exception_where_fedex_says_delayed() {
        FedexStatus.Reading reading = read("{'latestStatusDetail':{'code':'DY','delayDetail':{'status':'DELAYED'}}}");

        assertThat(reading.status()).isEqualTo(TrackingStatus.EXCEPTION);
        assertThat(reading.delayed()).isTrue();
    }

    @Test
    void a_late_parcel_on_the_vehicle_is_out_for_delivery_and_late() {
        FedexStatus.Reading reading = read("{'latestStatusDetail':{'code':'OD','delayDetail':{'status':'DELAYED'}}}");

        assertThat(reading.status()).isEqualTo(TrackingStatus.OUT_FOR_DELIVERY);
        assertThat(reading.delayed()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'latestStatusDetail':{'code':'DE','ancillaryDetails':[{'reason':'060G'}]}",
                "'latestStatusDetail':{'code':'IT'},'additionalTrackingInfo':{'packageIdentifiers':"
                        + "[{'type':'RETURNED_TO_SHIPPER_TRACKING_NUMBER','values':['1']}]}",
                "'latestStatusDetail':{'code':'IT'},'scanEvents':"
                        + "[{'eventType':'DP'},{'eventType':'RS','derivedStatusCode':'IT'}]",
                "'latestStatusDetail':{'code':'OD'},'scanEvents':"
                        + "[{'eventType':'OD'},{'eventType':'RS','derivedStatusCode':'DL'}]"
            })
    void a_parcel_on_its_way_back_is_returning_whatever_else_is_said(String parcel) {
        assertThat(read("{" + parcel + "}").status()).isEqualTo(TrackingStatus.RETURNING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'latestStatusDetail':{'code':'DL'},'scanEvents':[{'eventType':'DL'},{'eventType':'RS'}]",
                "'latestStatusDetail':{'code':'RS','derivedCode':'DL'}",
                "'latestStatusDetail':{'code':'DE'},'scanEvents':"
                        + "[{'eventType':'AO'},{'eventType':'RS','derivedStatusCode':'DL'}]",
                "'latestStatusDetail':{'code':'DL','ancillaryDetails':[{'reason':'060G'}]}"
            })
    void delivered_on_the_way_back_is_returned(String parcel) {
        FedexStatus.Reading reading = read("{" + parcel + "}");

        assertThat(reading.status()).isEqualTo(TrackingStatus.RETURNED);
        assertThat(reading.scans()).doesNotContain(TrackingStatus.DELIVERED);
    }

    @Test
    void delivered_in_the_recipients_city_after_a_return_was_called_off_is_delivered() {
        FedexStatus.Reading reading = read("{'latestStatusDetail':{'code':'DL'},"
                + "'scanEvents':[{'eventType':'DL'},{'eventType':'RS'}],"
                + "'shipperInformation':{'address':{'city':'MEMPHIS','countryCode':'US'}},"
                + "'recipientInformation':{'address':{'city':'BOSTON','countryCode':'US'}},"
                + "'deliveryDetails':{'actualDeliveryAddress':{'city':'Boston','countryCode':'US'}}}");

        assertThat(reading.status()).isEqualTo(TrackingStatus.DELIVERED);
        assertThat(reading.scans()).containsExactly(TrackingStatus.DELIVERED, TrackingStatus.RETURNING);
    }

    @Test
    void a_message_as_latest_status_leaves_the_parcel_where_it_stood() {
        FedexStatus.Reading reading = read("{'latestStatusDetail':{'code':'AE','derivedCode':'IT'},"
                + "'scanEvents':[{'eventType':'AE'},{'eventType':'OD'},{'eventType':'PU'}]}");

        assertThat(reading.status()).isEqualTo(TrackingStatus.OUT_FOR_DELIVERY);
        assertThat(reading.unmapped()).isEmpty();
    }

    @Test
    void a_message_without_scans_leaves_the_derived_status() {
        assertThat(read("{'latestStatusDetail':{'code':'AO','derivedCode':'IT'}}")
                        .status())
                .isEqualTo(TrackingStatus.IN_TRANSIT);
    }

    @Test
    void without_a_code_the_newest_scan_that_is_no_message_decides() {
        FedexStatus.Reading reading = read("{'latestStatusDetail':{'code':'','derivedCode':'IT'},"
                + "'scanEvents':[{'eventType':'AO'},{'eventType':'OD'},{'eventType':'PU'}]}");

        assertThat(reading.status()).isEqualTo(TrackingStatus.OUT_FOR_DELIVERY);
        assertThat(reading.code()).contains("OD");
    }

    @ParameterizedTest
    @CsvSource({"IN, LABEL_CREATED", "RL, IN_TRANSIT", "OD, OUT_FOR_DELIVERY"})
    void without_code_and_scans_the_derived_code_decides(String derived, TrackingStatus status) {
        assertThat(read("{'latestStatusDetail':{'derivedCode':'" + derived + "'}}")
                        .status())
                .isEqualTo(status);
    }

    @Test
    void the_derived_code_of_a_scan_without_type_does_not_prove_a_delivery() {
        FedexStatus.Reading reading = read("{'scanEvents':[{'derivedStatusCode':'DL'},{'derivedStatusCode':'IT'}]}");

        assertThat(reading.scans()).containsExactly(TrackingStatus.UNKNOWN, TrackingStatus.IN_TRANSIT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'latestStatusDetail':{'derivedCode':'DL'}}",
                "{'latestStatusDetail':{'code':'','derivedCode':'dl'},'scanEvents':[{'derivedStatusCode':'DL'}]}",
                "{'latestStatusDetail':{'code':'AO','derivedCode':'DL'},'scanEvents':[{'eventType':'AO'}]}"
            })
    void a_derived_delivery_that_no_code_confirms_is_not_believed(String parcel) {
        FedexStatus.Reading reading = read(parcel);

        assertThat(reading.status()).isEqualTo(TrackingStatus.UNKNOWN);
        assertThat(reading.unmapped()).isEmpty();
    }

    @Test
    void a_message_leaves_the_parcel_where_the_newest_scan_that_means_something_put_it() {
        assertThat(read("{'latestStatusDetail':{'code':'AO','derivedCode':'IT'},"
                                + "'scanEvents':[{'derivedStatusCode':'DL'},{'eventType':'OD'}]}")
                        .status())
                .isEqualTo(TrackingStatus.OUT_FOR_DELIVERY);
    }

    @Test
    void the_scan_type_in_is_another_code_than_the_derived_in() {
        assertThat(read("{'scanEvents':[{'eventType':'IN'},{'eventType':'PU'}]}")
                        .scans())
                .containsExactly(TrackingStatus.PICKED_UP, TrackingStatus.PICKED_UP);
    }

    @Test
    void announced_data_alone_is_a_label() {
        FedexStatus.Reading reading =
                read("{'dateAndTimes':[{'type':'ANTICIPATED_TENDER','dateTime':'2026-03-04T00:00:00-06:00'}]}");

        assertThat(reading.status()).isEqualTo(TrackingStatus.LABEL_CREATED);
        assertThat(reading.code()).isEqualTo(Optional.empty());
    }

    @Test
    void nothing_said_is_unknown() {
        assertThat(read("{}").status()).isEqualTo(TrackingStatus.UNKNOWN);
    }
}
