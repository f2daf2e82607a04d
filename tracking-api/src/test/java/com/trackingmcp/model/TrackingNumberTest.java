package com.trackingmcp.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.InvalidRequestException;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrackingNumberTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1Z999AA10123456784",
                "1z999aa10123456784",
                "1Z 999 AA1 01 2345 6784",
                "1Z-999-AA1-0123456784",
                "  1Z999AA10123456784\t\r\n",
                "1Z\u00a0999AA1\u202f0123456784",
                "1Z\u2010999\u2011AA1\u2012012\u2013345\u20146\u2212784",
                "\u200b1Z999AA10123456784\u200e",
                "\ufeff1Z999AA10123456784",
            })
    void spacesDashesAndLowerCaseOfAnyKindAreTakenAway(String written) {
        assertThat(TrackingNumber.of(written).value()).isEqualTo("1Z999AA10123456784");
    }

    @Test
    void aTextOfAnyLengthIsReadInOneGo() {
        String blanks = "\t".repeat(2_000_000);
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            assertThat(TrackingNumber.of(blanks + "1Z999AA10123456784" + blanks).value())
                    .isEqualTo("1Z999AA10123456784");
            assertThatThrownBy(() -> TrackingNumber.of(blanks)).isInstanceOf(InvalidRequestException.class);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "JKT_12-345 | JKT_12-345",
                "jkt_12-3 45 | JKT_12-345",
                "JKT_12\u2011345 | JKT_12-345",
                "_A_ | _A_",
            })
    void numbersWithAnUnderscoreKeepTheirDashes(String written, String value) {
        assertThat(TrackingNumber.of(written).value()).isEqualTo(value);
    }

    @Test
    void nullIsRefusedAndSaidToBeNull() {
        assertThatThrownBy(() -> TrackingNumber.of(null))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("the number is null");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\n", "\u00a0", "---", " - ", "_", "_-_", "\u200b"})
    void whatHoldsNeitherLetterNorDigitIsEmpty(String written) {
        assertThatThrownBy(() -> TrackingNumber.of(written))
                .isInstanceOfSatisfying(
                        InvalidRequestException.class,
                        error -> assertThat(error.code()).isEqualTo(ErrorCode.INVALID_TRACKING_NUMBER))
                .hasMessageContaining("the number is empty");
    }

    static Stream<Arguments> numbersWithAnotherCharacter() {
        return Stream.of(
                arguments("12#4", "character 3 (U+0023)"),
                arguments("  12#4", "character 5 (U+0023)"),
                arguments("12\u00004", "character 3 (U+0000)"),
                arguments("12\u001b[31m", "character 3 (U+001B)"),
                arguments("12\n34", "character 3 (U+000A)"),
                arguments("12\t34", "character 3 (U+0009)"),
                arguments("1Z\u00c4", "character 3 (U+00C4)"),
                arguments("1Z\u0661", "character 3 (U+0661)"),
                arguments("1Z\u0131", "character 3 (U+0131)"),
                arguments("1Z\ud83d\ude00", "character 3 (U+1F600)"),
                arguments("../etc", "character 1 (U+002E)"),
                arguments("a/b", "character 2 (U+002F)"));
    }

    @ParameterizedTest
    @MethodSource("numbersWithAnotherCharacter")
    void anyOtherCharacterIsNamedWithItsPlaceAsWritten(String written, String said) {
        assertThatThrownBy(() -> TrackingNumber.of(written))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining(said + " is neither a letter nor a digit");
    }

    @Test
    void fiftyCharactersAreTheMostHoweverManySpacesAreBetween() {
        String longest = "A".repeat(TrackingNumber.MAX_LENGTH);
        assertThat(TrackingNumber.of("A ".repeat(50)).value()).isEqualTo(longest);
        assertThatThrownBy(() -> TrackingNumber.of(longest + "B"))
                .hasMessageContaining("it has 51 characters, the longest have 50");
        assertThatThrownBy(() -> TrackingNumber.of("1".repeat(300)))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("it has 300 characters, the longest have 50")
                .hasMessageNotContaining("1111");
    }

    @Test
    void isNormalisedHoweverItIsMade() {
        TrackingNumber built =
                TrackingNumber.builder().value("pp 00-17").carrier("parcelpost").build();
        assertThat(built).isEqualTo(TrackingNumber.of("PP0017", "parcelpost"));
        assertThat(ModelJson.read("{\"value\":\"pp 00-17\"}", TrackingNumber.class))
                .isEqualTo(TrackingNumber.of("PP0017"));
        assertThatThrownBy(() -> TrackingNumber.builder().value("#").build())
                .isInstanceOf(InvalidRequestException.class);
    }
}
