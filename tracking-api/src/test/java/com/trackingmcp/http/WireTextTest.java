package com.trackingmcp.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class WireTextTest {
    @ParameterizedTest
    @CsvSource({
        "DE, DE",
        "de, DE",
        "' us ', US",
        "UK, GB",
        "uk, GB",
        "GB, GB",
        "GBR, GB",
        "USA, US",
        "deu, DE",
        "CHE, CH"
    })
    void countriesComeAsAlpha2(String told, String country) {
        assertThat(WireText.country(told)).contains(country);
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"ZZ", "XXX", "Germany", "D", "00", "null", "\ud83c\udde9\ud83c\uddea", "D\u0130"})
    void whatIsNoCountryIsNone(String told) {
        assertThat(WireText.country(told)).isEmpty();
    }

    @Test
    void countriesAreReadTheSameWhereverTheProgramRuns() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            assertThat(WireText.country("it")).contains("IT");
            assertThat(WireText.country("ind")).contains("IN");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void blankAndTheWordNullAreNoText() {
        assertThat(WireText.text(null)).isEmpty();
        assertThat(WireText.text(" \t")).isEmpty();
        assertThat(WireText.text("null")).isEmpty();
        assertThat(WireText.text(" Null & Sons ")).contains("Null & Sons");
        assertThat(WireText.first(null, " ", "b", "c")).contains("b");
        assertThat(WireText.first()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"12, 12", "' 12.50 ', 12.50", "-1, -1", "0.10, 0.10", "1E3, 1E+3", ".5, 0.5"})
    void decimalsKeepTheirDigits(String told, String decimal) {
        assertThat(WireText.decimal(told)).hasToString("Optional[" + decimal + "]");
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"NaN", "Infinity", "1,5", "0x10", "12 kg", "1E999999999", "1E-999999999", "--1"})
    void whatIsNoDecimalOrFitsNoMemoryIsNone(String told) {
        assertThat(WireText.decimal(told)).isEmpty();
        assertThat(WireText.integer(told)).isEmpty();
        assertThat(WireText.decimal("1".repeat(10_000))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"7, 7", "7.0, 7", "-3, -3", "2147483647, 2147483647"})
    void wholeNumbersMayBeWrittenAsDecimals(String told, int number) {
        assertThat(WireText.integer(told)).contains(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"7.5", "2147483648", "1E30"})
    void whatIsNotWholeOrDoesNotFitIsNone(String told) {
        assertThat(WireText.integer(told)).isEmpty();
    }
}
