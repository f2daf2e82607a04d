package com.trackingmcp.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SandboxNumbersTest {

    static Stream<Field> constants() {
        return Stream.of(SandboxNumbers.class.getDeclaredFields())
                .filter(field -> Modifier.isPublic(field.getModifiers()));
    }

    @ParameterizedTest
    @MethodSource("constants")
    void checkDigitIsRight(Field field) throws IllegalAccessException {
        String number = (String) field.get(null);
        String body = number.substring(0, number.length() - 1);
        if (number.startsWith("1Z")) {
            assertThat(CheckDigits.ups(body.substring(2))).isEqualTo(number);
        } else if (field.getName().startsWith("FEDEX") && number.length() == 12) {
            assertThat(CheckDigits.fedex(body)).isEqualTo(number);
        } else if (field.getName().startsWith("DHL_EXPRESS")) {
            assertThat(CheckDigits.dhlExpress(body)).isEqualTo(number);
        } else if (number.matches("\\d{20,22}")) {
            assertThat(CheckDigits.postal(body)).isEqualTo(number);
        } else {
            assertThat(number).matches("\\d{15}|GM\\d{17}|JVGL\\d{20}");
        }
    }

    @ParameterizedTest
    @MethodSource("constants")
    void numberIsAnsweredUnlessItIsAnUnknownOne(Field field) throws IllegalAccessException {
        String name = field.getName();
        String number = (String) field.get(null);
        try (CarrierSandbox sandbox = CarrierSandbox.start()) {
            SandboxClient client = new SandboxClient(sandbox.settings());
            boolean known = name.startsWith("FEDEX")
                    ? client.fedexParcel(number).has("latestStatusDetail")
                    : name.startsWith("UPS")
                            ? client.upsTrack(number).text().contains("\"package\"")
                            : client.unified("trackingNumber=" + number).status() == 200;
            assertThat(known).isEqualTo(!name.contains("NOT_FOUND"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"fedex", "ups", "ups-mail-innovations", "dhl", "dhl-ecommerce", "dhl-parcel-de", "dhl-parcel-nl"
            })
    void freshParcelsHaveNumbersOfTheirFamily(String carrier) {
        try (CarrierSandbox sandbox = CarrierSandbox.start()) {
            List<String> numbers = sandbox.parcels(carrier, 50).stream()
                    .map(SandboxParcel::number)
                    .toList();
            assertThat(Set.copyOf(numbers)).hasSize(50);
            assertThat(numbers).allMatch(number -> switch (carrier) {
                case "fedex" -> CheckDigits.fedex(number.substring(0, 11)).equals(number);
                case "ups" -> CheckDigits.ups(number.substring(2, 17)).equals(number);
                case "dhl" -> CheckDigits.dhlExpress(number.substring(0, 9)).equals(number);
                case "dhl-ecommerce" -> number.matches("GM\\d{17}");
                case "dhl-parcel-nl" -> number.matches("JVGL\\d{20}");
                default ->
                    CheckDigits.postal(number.substring(0, number.length() - 1)).equals(number);
            });
        }
    }

    @Test
    void publishedNumbersPassTheSameCheckDigits() {
        assertThat(CheckDigits.fedex("56883841494")).isEqualTo("568838414941");
        assertThat(CheckDigits.ups("999AA1012345678")).isEqualTo("1Z999AA10123456784");
        assertThat(CheckDigits.dhlExpress("935657989")).isEqualTo("9356579890");
    }
}
