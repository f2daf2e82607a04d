package com.trackingmcp.fedex;

import static org.assertj.core.api.Assertions.assertThat;

import com.trackingmcp.model.Confidence;
import com.trackingmcp.spi.CheckDigits;
import com.trackingmcp.spi.NumberMatch;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Numbers of tracking_number_data, of the guess-carrier and bloodhound tests, and the mock numbers of FedEx's sandbox.
 */
class FedexNumbersTest {

    @ParameterizedTest
    @CsvSource({
        "986578788855, fedex-express",
        "477179081230, fedex-express",
        "799531274483, fedex-express",
        "790535312317, fedex-express",
        "974367662710, fedex-express",
        "771613423732, fedex-express",
        "041441760228964, fedex-ground-15",
        "568283610012000, fedex-ground-15",
        "568283610012734, fedex-ground-15",
        "997048950367429, fedex-ground-15",
        "9611020987654312345672, fedex-ground-96",
        "9611804512604749366900, fedex-ground-96",
        "9611804010639001854878, fedex-ground-96",
        "9622001900000000000000776632517510, fedex-ground-96",
        "9622001560001234567100794808390594, fedex-ground-96",
        "9632001560123456789900794808390594, fedex-ground-96",
        "1001921334250001000300779017972697, fedex-express-34",
        "1001901781990001000300617767839437, fedex-express-34",
        "1002297871540001000300790695517286, fedex-express-34",
        "DT771613423732, fedex-door-tag"
    })
    void certainWithAShapeOfItsOwnAndACheckDigitThatHolds(String number, String family) {
        assertMatch(number, Confidence.CERTAIN, family);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "986578788855",
                "041441760228964",
                "9611020987654312345672",
                "9622001900000000000000776632517510",
                "1001921334250001000300779017972697",
                "DT771613423732"
            })
    void noOtherCheckDigitIsCertain(String number) {
        String body = number.substring(0, number.length() - 1);
        for (char last = '0'; last <= '9'; last++) {
            boolean right = last == number.charAt(number.length() - 1);
            assertThat(FedexNumbers.match(body + last).confidence() == Confidence.CERTAIN)
                    .as(body + last)
                    .isEqualTo(right);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "61299998820821171811, fedex-smartpost",
        "61299998620341515252, fedex-smartpost",
        "41999998135520738841, fedex-smartpost",
        "74899992242124855076, fedex-smartpost",
        "02931503799192766595, fedex-smartpost",
        "9261292700768711948021, fedex-smartpost",
        "9274899992136003821767, fedex-smartpost",
        "420112139261290983497923666238, fedex-smartpost",
        "000123450000000027, fedex-ground-sscc",
        "32971514560102447849175802862014, fedex-express",
        "986578788856, fedex-express",
        "041441760228965, fedex-ground-15",
        "9600000000000000000001, fedex-ground-96",
        "1001901781990001000300617767839438, fedex-express-34",
        "DT771613423733, fedex-door-tag"
    })
    void possibleWithoutACheckDigitThatHoldsOrWithASharedScheme(String number, String family) {
        assertMatch(number, Confidence.POSSIBLE, family);
    }

    @Test
    void purolatorsCheckDigitTakesTwelveDigitsAway() {
        assertThat(FedexNumbers.match("331434972567")).isEqualTo(NumberMatch.none());
        for (int serial = 0; serial < 2_000; serial++) {
            String number = "3000" + (10_000_000 + serial);
            boolean both = CheckDigits.luhn(number) && CheckDigits.fedex11(number);
            if (both) {
                assertMatch(number, Confidence.POSSIBLE, "fedex-express");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "449044304137821", "149331877648230", "020207021381215", "403934084723025", "920241085725456",
                "568838414941", "039813852990618", "231300687629630", "797806677146", "377101283611590",
                "852426136339213", "797615467620", "957794015041323", "076288115212522", "581190049992",
                "122816215025810", "843119172384577", "070358180009382", "713062653486"
            })
    void mockNumbersOfExpressAndGroundAreCertain(String number) {
        assertThat(FedexNumbers.match(number).confidence()).isEqualTo(Confidence.CERTAIN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"02394653001023698293", "61292701078443410536", "61292700726653585070", "02394653018047202719"})
    void mockNumbersOfGroundEconomyArePossible(String number) {
        assertMatch(number, Confidence.POSSIBLE, "fedex-smartpost");
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/com/trackingmcp/testkit/look-alikes.csv")
    void lookAlikesAreNeverCertain(String number, String carrier) {
        assertThat(FedexNumbers.match(number).confidence())
                .as("%s of %s", number, carrier)
                .isNotEqualTo(Confidence.CERTAIN);
        if (!number.matches("\\d{12}")) {
            assertThat(FedexNumbers.match(number))
                    .as("%s of %s", number, carrier)
                    .isEqualTo(NumberMatch.none());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1Z5R89390357567127",
                "1Z999AA10123456784",
                "K2479825491",
                "MI123456ABC",
                "92748901790175543400811852",
                "3318810025",
                "73891051146",
                "JD914600003889482921",
                "JVGL06173000011111111111",
                "00340433836442636597",
                "GM2951173225174494",
                "3SHM00001165430",
                "LX123456785DE",
                "9374869903503907077381",
                "60120172242323"
            })
    void numbersOfUpsAndDhlAreNotClaimed(String number) {
        assertThat(FedexNumbers.match(number)).isEqualTo(NumberMatch.none());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "DT",
                "DT12345678901",
                "DTABCDEFGHIJKL",
                "000000000000",
                "111111111111111",
                "HELLO",
                "９８６５７８７８８８５５",
                "12345678901A",
                "420",
                "4201234500000000000000000000000000"
            })
    void nonsenseIsNotClaimed(String number) {
        assertThat(FedexNumbers.match(number)).isEqualTo(NumberMatch.none());
    }

    @Test
    void amongRandomNumbersCertainImpliesACheckDigitThatHolds() {
        Random random = new Random(17);
        String[] prefixes = {"", "96", "100", "DT", "92", "42012345"};
        int certain = 0;
        for (int i = 0; i < 200_000; i++) {
            String number = random(random, prefixes[i % prefixes.length], random.nextInt(36));
            if (FedexNumbers.match(number).confidence() == Confidence.CERTAIN) {
                certain++;
                assertThat(holds(number)).as(number).isTrue();
                char last = (char) ('0' + (number.charAt(number.length() - 1) - '0' + 1 + random.nextInt(9)) % 10);
                String changed = number.substring(0, number.length() - 1) + last;
                assertThat(FedexNumbers.match(changed).confidence()).as(changed).isNotEqualTo(Confidence.CERTAIN);
            }
        }
        assertThat(certain).isPositive();
    }

    private static boolean holds(String number) {
        return switch (number.length()) {
            case 12 -> CheckDigits.fedex11(number);
            case 14 -> number.startsWith("DT") && CheckDigits.fedex11(number.substring(2));
            case 15 -> CheckDigits.mod10(number);
            case 22 -> number.startsWith("96") && CheckDigits.mod10(number.substring(7));
            case 34 -> number.matches("(96|100).*") && CheckDigits.fedex11(number.substring(20));
            default -> false;
        };
    }

    private static String random(Random random, String prefix, int digits) {
        StringBuilder number = new StringBuilder(prefix);
        for (int i = 0; i < digits; i++) {
            number.append((char) ('0' + random.nextInt(10)));
        }
        return number.toString();
    }

    private static void assertMatch(String number, Confidence confidence, String family) {
        NumberMatch match = FedexNumbers.match(number);
        assertThat(match.confidence()).as(number + ": " + match.reason()).isEqualTo(confidence);
        assertThat(match.family()).isEqualTo(family);
        assertThat(match.reason()).isNotBlank();
    }
}
