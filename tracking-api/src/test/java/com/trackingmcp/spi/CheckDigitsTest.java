package com.trackingmcp.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers of tracking_number_data, of CPAN's Algorithm::CheckDigits and of paketda.de. */
class CheckDigitsTest {

    private static final List<Predicate<CharSequence>> ALL = List.of(
            CheckDigits::isDigits,
            CheckDigits::isUniform,
            CheckDigits::mod10,
            CheckDigits::identcode,
            CheckDigits::mod7,
            CheckDigits::fedex11,
            CheckDigits::isS10Shape,
            CheckDigits::s10,
            CheckDigits::ups1Z,
            CheckDigits::luhn,
            CheckDigits::mod37,
            CheckDigits::upsWaybill,
            Impb::isRouted,
            number -> Impb.packageIdAt(number) >= 0);

    @ParameterizedTest
    @ValueSource(strings = {"041441760228964", "568283610012000", "00340433836442636597", "9261292700768711948021"})
    void gs1Modulo10Holds(String number) {
        assertHoldsForThisLastDigitOnly(number, CheckDigits::mod10);
    }

    @ParameterizedTest
    @ValueSource(strings = {"563102430313", "218025809066", "201298452277", "423475729485", "422891590640"})
    void identcodeHolds(String number) {
        assertHoldsForThisLastDigitOnly(number, CheckDigits::identcode);
    }

    @ParameterizedTest
    @ValueSource(strings = {"3318810025", "8487135506", "3318810036", "3318810014", "73891051146", "4785851114"})
    void modulo7Holds(String number) {
        assertHoldsForThisLastDigitOnly(number, CheckDigits::mod7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"986578788855", "477179081230", "799531274483", "790535312317", "012345678983"})
    void fedexModulo11Holds(String number) {
        assertHoldsForThisLastDigitOnly(number, CheckDigits::fedex11);
    }

    @Test
    void aRemainderOfTenIsZeroForFedex() {
        assertThat(CheckDigits.fedex11("000000001100")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"320595463938", "287809468872", "331426749957", "07209562763", "80993847369"})
    void luhnHolds(String number) {
        assertHoldsForThisLastDigitOnly(number, CheckDigits::luhn);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1Z5R89390357567127",
                "1Z879E930346834440",
                "1Z410E7W0392751591",
                "1Z8V92A70367203024",
                "1ZXX3150YW44070023",
                "1Z999AA10123456784"
            })
    void ups1ZHolds(String number) {
        assertHoldsForThisLastDigitOnly(number, CheckDigits::ups1Z);
    }

    @ParameterizedTest
    @ValueSource(strings = {"K1506235620", "K2479825491", "J4603636537", "V0490119172", "V0431105627"})
    void upsWaybillHolds(String number) {
        assertHoldsForThisLastDigitOnly(number, CheckDigits::upsWaybill);
    }

    @ParameterizedTest
    @CsvSource({
        "RB123456785GB, true",
        "RB123456785US, true",
        "RB123456786US, false",
        "LX123456785CN, true",
        "RB12345678GB, false",
        "123456785, false",
        "RBA23456785GB, false",
        "rb123456785gb, false"
    })
    void s10HoldsForTheWholeNumber(String number, boolean holds) {
        assertThat(CheckDigits.s10(number)).isEqualTo(holds);
    }

    @ParameterizedTest
    @CsvSource({
        "008182709980000020033350276C, true",
        "008182709980000020045327276N, true",
        "008182709980000020033350276A, false",
        "09980000020033F, true",
        "09980000020034D, true",
        "1, false"
    })
    void iso7064Holds(String number, boolean holds) {
        assertThat(CheckDigits.mod37(number)).isEqualTo(holds);
    }

    @ParameterizedTest
    @CsvSource({
        "9400111206206406260787, 0",
        "9505511069605048600624, 0",
        "9361289878700317633795, 0",
        "92748931507708513018050063, 0",
        "940011291234567812345678901233, 0",
        "420787459400111206206406260787, 8",
        "420902459261290336128704042634, 8",
        "4204923092748927005269000022418209, 8",
        "4201002334249200190132607600833457, 12",
        "4201028200009261290113185417468510, 12",
        "4201028200009261290113185417468511, -1",
        "9400111206206406260788, -1",
        "9200000000000000000000, -1",
        "420000000000000000000000000000, -1",
        "9611020987654312345672, -1",
        "420, -1"
    })
    void anImpbPackageIdIsFoundBehindItsRouting(String number, int at) {
        assertThat(Impb.packageIdAt(number)).isEqualTo(at);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "4",
                "A",
                "1Z",
                "１２３４５６７８９０",
                "12 34",
                "-1",
                "\uD83D\uDE00",
                "1Zééééééééééééééé0",
                "420420420"
            })
    void oddInputNeverThrows(String number) {
        assertThat(ALL).allSatisfy(check -> assertThat(check.test(number)).isIn(true, false));
    }

    @Test
    void noiseNeverThrows() {
        Random random = new Random(17);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder noise = new StringBuilder();
            int length = random.nextInt(40);
            for (int c = 0; c < length; c++) {
                noise.append((char) ('-' + random.nextInt(60)));
            }
            ALL.forEach(check -> check.test(noise));
        }
    }

    @Test
    void aRangeOutsideOfTheNumberDoesNotHold() {
        assertThat(CheckDigits.mod10("041441760228964", -1, 15)).isFalse();
        assertThat(CheckDigits.mod10("041441760228964", 0, 16)).isFalse();
        assertThat(CheckDigits.mod10("041441760228964", 9, 3)).isFalse();
        assertThat(CheckDigits.fedex11("986578788855", 0, 99)).isFalse();
        assertThat(CheckDigits.isDigits("123", 2, 2)).isFalse();
    }

    private static void assertHoldsForThisLastDigitOnly(String number, Predicate<CharSequence> check) {
        String body = number.substring(0, number.length() - 1);
        for (char last = '0'; last <= '9'; last++) {
            assertThat(check.test(body + last)).as(body + last).isEqualTo((body + last).equals(number));
        }
    }
}
