package com.trackingmcp.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.RoundingMode;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitsTest {
    @ParameterizedTest
    @CsvSource({
        "1, kg, lb, 5, 2.20462 lb",
        "1, lb, kg, 8, 0.45359237 kg",
        "16, oz, lb, 3, 1 lb",
        "1, lb, oz, 0, 16 oz",
        "500, g, kg, 1, 0.5 kg",
        "0.01, kg, lb, 1, 0 lb",
        "1000, kg, g, 0, 1000000 g"
    })
    void aWeightIsTheSameInAnotherUnit(String value, String from, String to, int decimals, String expected) {
        Weight weight = Weight.of(value, Weight.Unit.ofWord(from));
        assertThat(weight.to(Weight.Unit.ofWord(to), decimals, RoundingMode.HALF_UP))
                .hasToString(expected);
    }

    @Test
    void aWeightMayBeRoundedUpSoThatNoParcelWeighsNothing() {
        assertThat(Weight.of("10", Weight.Unit.G).to(Weight.Unit.LB, 1, RoundingMode.UP))
                .hasToString("0.1 lb");
    }

    @Test
    void measuresAreTheSameInAnotherUnit() {
        Dimensions inches = Dimensions.of("10", "4", "1", Dimensions.Unit.IN);
        assertThat(inches.to(Dimensions.Unit.CM, 1, RoundingMode.UP)).hasToString("25.4 x 10.2 x 2.6 cm");
        assertThat(inches.to(Dimensions.Unit.CM, 1, RoundingMode.UP).to(Dimensions.Unit.IN, 0, RoundingMode.HALF_UP))
                .hasToString("10 x 4 x 1 in");
    }

    @ParameterizedTest
    @CsvSource({
        "7.5, USD, 7.50 USD",
        "21, EUR, 21.00 EUR",
        "147.000, EUR, 147.00 EUR",
        "0, USD, 0.00 USD",
        "0.125, USD, 0.125 USD",
        "1200.00, JPY, 1200 JPY",
        "1.5, BHD, 1.500 BHD",
        "3, XXX, 3 XXX"
    })
    void anAmountIsWrittenAsItsCurrencyIsHoweverACarrierWroteIt(String amount, String currency, String expected) {
        Money money = Money.of(amount, currency);
        assertThat(money).hasToString(expected);
        assertThat(money).isEqualTo(Money.of(money.amount().toPlainString(), currency));
        assertThat(money.amount()).isEqualByComparingTo(amount);
    }

    @Test
    void nobodysNameStreetOrTaxIdIsInAText() {
        assertThat(ShippingSamples.shipmentRequest().toString())
                .doesNotContain("Ada", "Example", "9015550100", "DE0000000", "test-account");
        assertThat(ShippingSamples.addressValidation().toString()).doesNotContain("Ada", "38117");
        assertThat(ModelSamples.document().toString()).doesNotContain("aGVsbG8=");
        assertThat(Document.builder()
                        .kind(Document.LABEL)
                        .url(URI.create("https://karrio.example.com/label.pdf?token=test-token"))
                        .build()
                        .toString())
                .as("who has the URL of a label may need nothing else to read it")
                .doesNotContain("test-token");
    }
}
