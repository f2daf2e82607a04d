package com.trackingmcp.fedex;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.trackingmcp.fedex.FedexTrackingWire.TrackResult;
import com.trackingmcp.model.CarrierTime;
import com.trackingmcp.model.DeliveryWindow;
import com.trackingmcp.model.DeliveryWindow.Basis;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FedexTimesTest {
    private static TrackResult parcel(String json) {
        try {
            return JsonMapper.builder()
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build()
                    .readValue(json.replace('\'', '"'), TrackResult.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String dated(String... typesAndTimes) {
        StringBuilder json = new StringBuilder("{'dateAndTimes':[");
        for (int i = 0; i < typesAndTimes.length; i += 2) {
            json.append(i == 0 ? "" : ",")
                    .append("{'type':'%s','dateTime':'%s'}".formatted(typesAndTimes[i], typesAndTimes[i + 1]));
        }
        return json.append("]}").toString();
    }

    @Test
    void an_estimate_with_a_time_keeps_it() {
        assertThat(FedexTimes.estimate(parcel(dated("ESTIMATED_DELIVERY", "2026-03-09T17:00:00-05:00"))))
                .contains(DeliveryWindow.on(CarrierTime.parse("2026-03-09T17:00:00-05:00"), Basis.ESTIMATED));
    }

    @Test
    void an_appointment_beats_the_commitment() {
        assertThat(FedexTimes.estimate(parcel(dated(
                        "COMMITMENT", "2026-03-08T00:00:00-06:00",
                        "APPOINTMENT_DELIVERY", "2026-03-10T09:00:00-05:00"))))
                .contains(DeliveryWindow.on(CarrierTime.parse("2026-03-10T09:00:00-05:00"), Basis.APPOINTMENT));
    }

    @Test
    void what_the_service_promises_is_told_as_a_commitment() {
        assertThat(FedexTimes.estimate(parcel("{'estimatedDeliveryTimeWindow':{'window':{}},"
                        + "'standardTransitTimeWindow':{'window':{'ends':'2026-03-06T20:00:00'}}}")))
                .contains(DeliveryWindow.by(CarrierTime.parse("2026-03-06T20:00:00"), Basis.COMMITMENT));
    }

    @Test
    void empty_windows_and_dates_are_no_estimate() {
        assertThat(FedexTimes.estimate(parcel("{'estimatedDeliveryTimeWindow':{'window':{'begins':'','ends':''}},"
                        + "'dateAndTimes':[{'type':'ESTIMATED_DELIVERY','dateTime':''},{}]}")))
                .isEmpty();
    }

    @Test
    void the_day_of_shipping_is_the_day_written_and_no_other() {
        assertThat(FedexTimes.shipped(parcel(dated("SHIP", "2024-02-13T00:00:00-06:00"))))
                .contains(LocalDate.of(2024, 2, 13));
    }

    @Test
    void without_a_date_of_delivery_the_newest_scan_of_one_tells_it() {
        assertThat(FedexTimes.delivered(parcel("{'scanEvents':[{'eventType':'AO','date':'2026-03-06T00:00:00'},"
                        + "{'eventType':'DL','date':'2026-03-05T11:00:00'}]}")))
                .contains(CarrierTime.parse("2026-03-05T11:00:00"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-03-05T00:00:00-06:00", "2026-03-05T00:00:00", "2026-03-05"})
    void a_delivery_known_by_its_day_has_no_time_of_day(String dateTime) {
        assertThat(FedexTimes.delivered(parcel(dated("ACTUAL_DELIVERY", dateTime))))
                .contains(CarrierTime.on(LocalDate.of(2026, 3, 5)));
    }

    @Test
    void a_parcel_without_scans_was_last_seen_by_its_past_dates() {
        assertThat(FedexTimes.lastSeen(parcel(dated(
                        "SHIP", "2026-03-01T00:00:00-06:00",
                        "ESTIMATED_DELIVERY", "2026-03-09T00:00:00-06:00"))))
                .hasValueSatisfying(time -> assertThat(time.toLocalDate()).isEqualTo("2026-03-01"));
    }
}
