package com.trackingmcp.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CarrierTimeTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-03-01",
                "2026-03-01T09:30:00",
                "2026-03-01T00:00:00",
                "2026-03-01T09:30:00.123",
                "2026-03-01T09:30:00Z",
                "2026-03-01T09:30:00+05:45",
                "2026-03-01T23:59:59-05:00",
            })
    void isWrittenAsItIsRead(String text) {
        CarrierTime time = CarrierTime.parse(text);
        assertThat(time).hasToString(text).isEqualTo(CarrierTime.parse(time.toString()));
        assertThat(time.date()).isEqualTo(LocalDate.parse("2026-03-01"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2026-13-01", "09:30", "2026-03-01T25:00:00", "2026-03-01 09:30:00", "yesterday"})
    void anythingElseIsRefused(String text) {
        assertThatThrownBy(() -> CarrierTime.parse(text)).isInstanceOf(DateTimeParseException.class);
    }

    @Test
    void sameMomentsToldDifferentlyAreNotEqual() {
        assertThat(CarrierTime.parse("2026-03-01T10:00:00Z"))
                .isNotEqualTo(CarrierTime.parse("2026-03-01T11:00:00+01:00"))
                .isNotEqualTo(CarrierTime.local(LocalDateTime.parse("2026-03-01T10:00:00")));
        assertThat(CarrierTime.parse("2026-03-01T10:00:00Z").instant())
                .isEqualTo(CarrierTime.parse("2026-03-01T11:00:00+01:00").instant());
    }

    @Test
    void aWindowHasADayOnlyWhereItLiesOnOne() {
        CarrierTime morning = CarrierTime.parse("2026-03-01T08:00:00");
        CarrierTime nextDay = CarrierTime.parse("2026-03-02");
        DeliveryWindow.Basis basis = DeliveryWindow.Basis.SCHEDULED;
        assertThat(DeliveryWindow.on(morning, basis).date()).contains(morning.date());
        assertThat(DeliveryWindow.by(nextDay, basis).date()).contains(nextDay.date());
        assertThat(DeliveryWindow.between(morning, nextDay, basis).date()).isEmpty();
        assertThatThrownBy(() -> DeliveryWindow.builder().basis(basis).build())
                .hasMessageContaining("needs a start or an end");
    }
}
