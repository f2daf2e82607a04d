package com.trackingmcp.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class WireTimeTest {
    @ParameterizedTest
    @CsvSource({
        "2026-03-01, 2026-03-01",
        "20260301, 2026-03-01",
        "' 2026-03-01 ', 2026-03-01",
        "2026-03-01T09:30:00, 2026-03-01T09:30:00",
        "2026-03-01T09:30, 2026-03-01T09:30:00",
        "2026-03-01 09:30:00, 2026-03-01T09:30:00",
        "2026-03-01T09:30:00.123, 2026-03-01T09:30:00.123",
        "2026-03-01T09:30:00Z, 2026-03-01T09:30:00Z",
        "2026-03-01t09:30:00z, 2026-03-01T09:30:00Z",
        "2026-03-01T09:30:00+01:00, 2026-03-01T09:30:00+01:00",
        "2026-03-01T09:30:00-0500, 2026-03-01T09:30:00-05:00",
        "2026-03-01T09:30:00+01, 2026-03-01T09:30:00+01:00",
        "2026-03-01T09:30:00 -05:00, 2026-03-01T09:30:00-05:00",
        "2026-03-01T09:30:00+01:00[Europe/Berlin], 2026-03-01T09:30:00+01:00",
        "2026-03-01T09:30:00.000+0000, 2026-03-01T09:30:00Z",
    })
    void timesAreReadAsTold(String told, String read) {
        assertThat(WireTime.parse(told)).hasToString("Optional[" + read + "]");
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                " ",
                "null",
                "0",
                "2026",
                "2026-02-30",
                "2026-13-01",
                "2026-03-01X09:30:00",
                "2026-03-01T",
                "01.03.2026",
                "2026-03-01T25:00:00",
                "2026-03-01T09",
                "Sunday",
                "20261301",
                "2026-03-01T09:30:00 EST",
                "1772355000000",
                "\u0662\u0660\u0662\u0666-03-01"
            })
    void whatIsNoTimeIsNone(String told) {
        assertThat(WireTime.parse(told)).isEmpty();
        assertThat(WireTime.dateOf(told)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-01T23:30:00-05:00, 2026-03-01",
        "2026-03-01T00:00:00, 2026-03-01",
        "2026-03-01, 2026-03-01",
    })
    void theDateOfATimeIsTheLocalOne(String told, String date) {
        assertThat(WireTime.dateOf(told)).hasToString("Optional[" + date + "]");
    }

    @ParameterizedTest
    @CsvSource({"20260301, 2026-03-01", "2026-03-01, 2026-03-01", "' 20260301 ', 2026-03-01", "2026/03/01, 2026-03-01"})
    void datesAreReadWithAndWithoutDashes(String told, String date) {
        assertThat(WireTime.date(told)).hasToString("Optional[" + date + "]");
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"2026031", "202603011", "20260230", "01.03.2026", "abc20260301", "2026-3-01"})
    void whatIsNoDateIsNone(String told) {
        assertThat(WireTime.date(told)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "093000, 09:30",
        "93000, 09:30",
        "0, 00:00",
        "1500, 00:15",
        "09:30:15, 09:30:15",
        "9:30:15, 09:30:15",
        "09:30, 09:30",
        "9:30, 09:30",
        "00:00:00, 00:00",
        "235959, 23:59:59",
    })
    void timesOfDayGetALostZeroBack(String told, String time) {
        assertThat(WireTime.time(told)).hasToString("Optional[" + time + "]");
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"240000", "096000", "1234567", "10:15 PM", "12:30:5", "-1", "noon", ":", "10:", "1:2:3:4"})
    void whatIsNoTimeOfDayIsNone(String told) {
        assertThat(WireTime.time(told)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"+01:00, +01:00", "-0500, -05:00", "+01, +01:00", "Z, Z", "z, Z", "+00:00, Z"})
    void offsetsAreReadInEverySpelling(String told, String offset) {
        assertThat(WireTime.offset(told)).hasToString("Optional[" + offset + "]");
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"+25:00", "01:00", "EST", "Europe/Berlin", "UTC"})
    void whatIsNoOffsetIsNone(String told) {
        assertThat(WireTime.offset(told)).isEmpty();
    }
}
