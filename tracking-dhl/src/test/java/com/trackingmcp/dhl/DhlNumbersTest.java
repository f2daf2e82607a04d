package com.trackingmcp.dhl;

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

/** Numbers of tracking_number_data, of DHL's own samples (DHL wire notes), of paketda.de and guess-carrier. */
class DhlNumbersTest {

    @ParameterizedTest
    @CsvSource({
        "00340433836442636597, dhl-parcel-de",
        "00340434161094042557, dhl-parcel-de",
        "00340434161094015902, dhl-parcel-de",
        "423475729485, dhl-parcel-de",
        "422891590640, dhl-parcel-de",
        "201298452277, dhl-parcel-de",
        "563102430313, dhl-parcel-de"
    })
    void certainWithAShapeOfItsOwnAndACheckDigitThatHolds(String number, String family) {
        assertMatch(number, Confidence.CERTAIN, family);
        String body = number.substring(0, number.length() - 1);
        for (char last = '0'; last <= '9'; last++) {
            boolean right = last == number.charAt(number.length() - 1);
            assertThat(DhlNumbers.match(body + last).confidence() == Confidence.CERTAIN)
                    .as(body + last)
                    .isEqualTo(right);
        }
    }

    @Test
    void germanPostalNumbersAreCertainAndNoOtherCountrys() {
        assertMatch("LX123456785DE", Confidence.CERTAIN, "post-de");
        assertMatch("RR123456785DE", Confidence.CERTAIN, "post-de");
        assertMatch("RR123456786DE", Confidence.POSSIBLE, "post-de");
        for (String country : new String[] {"US", "CA", "GB", "FR", "CN", "HK", "SG", "TH", "IN", "MY"}) {
            assertThat(DhlNumbers.match("LX123456785" + country)).isEqualTo(NumberMatch.none());
            assertThat(DhlNumbers.match("RX123456785" + country)).isEqualTo(NumberMatch.none());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3318810025",
                "8487135506",
                "3318810036",
                "3318810014",
                "1099255990",
                "3821724944",
                "4785851114",
                "4960664505",
                "7777777770",
                "73891051146"
            })
    void anExpressWaybillIsPossibleForItsCheckDigitIsWeakAndItsShapeShared(String number) {
        assertMatch(number, Confidence.POSSIBLE, "dhl-express");
    }

    @ParameterizedTest
    @CsvSource({
        "1234567890, dhl-freight",
        "3318810034, dhl-freight",
        "1-254346763_1, dhl-freight",
        "1254346763_1, dhl-freight",
        "JD914600003889482921, dhl-express-piece",
        "JJD0099999999, dhl-express-piece",
        "JJD01999999999999999999, dhl-express-piece",
        "JJD000390007000000001, dhl-parcel-de",
        "JJD1410302937991, dhl-parcel-de",
        "JJD0002257639032011, dhl-express-piece",
        "JVGL0999999990, dhl-parcel-nl",
        "JVGL06173000011111111111, dhl-parcel-nl",
        "3SHM00001165430, dhl-parcel-nl",
        "3SBCC000123456, dhl-parcel-nl",
        "GM2951173225174494, dhl-ecommerce",
        "GM295117494011169042, dhl-ecommerce",
        "GM9E44608A27984866BA2D, dhl-ecommerce",
        "LX1234567890123, dhl-ecommerce",
        "CNAQV100168101, dhl-ecommerce",
        "60120172242323, dhl-ecommerce",
        "51087693037816, dhl-ecommerce",
        "6012017224232301, dhl-ecommerce",
        "9374869903503907077381, dhl-ecommerce",
        "9361269903500576940071, dhl-ecommerce",
        "9474812901015476250258, dhl-ecommerce",
        "9261290336128704042634, dhl-ecommerce",
        "420902459261290336128704042634, dhl-ecommerce",
        "420191429374869903508237399523, dhl-ecommerce",
        "00340434161094042558, dhl-parcel-de",
        "00341234567890123453, dhl-parcel-de"
    })
    void possibleWithoutACheckDigitThatHoldsOrWithASharedScheme(String number, String family) {
        assertMatch(number, Confidence.POSSIBLE, family);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/com/trackingmcp/testkit/look-alikes.csv")
    void lookAlikesAreNeverCertain(String number, String carrier) {
        NumberMatch match = DhlNumbers.match(number);
        assertThat(match.confidence()).as("%s of %s", number, carrier).isNotEqualTo(Confidence.CERTAIN);
        boolean shared = number.matches("\\d{12}") || number.startsWith("JJD") || number.startsWith("3S");
        if (!shared) {
            assertThat(match).as("%s of %s", number, carrier).isEqualTo(NumberMatch.none());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "986578788855",
                "790535312317",
                "041441760228964",
                "9611020987654312345672",
                "DT771613423732",
                "61299998820821171811",
                "9622001900000000000000776632517510",
                "1Z5R89390357567127",
                "K2479825491",
                "MI123456ABC",
                "92748901790175543400811852",
                "802269919937015457"
            })
    void numbersOfFedexAndUpsAreNotClaimed(String number) {
        assertThat(DhlNumbers.match(number)).isEqualTo(NumberMatch.none());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "J",
                "JD",
                "JJD",
                "JVGL",
                "3S",
                "3SAB",
                "GM",
                "_",
                "A_",
                "1_",
                "12_",
                "0000000000",
                "000000000000",
                "73891051149",
                "12345678",
                "64888",
                "1234567",
                "ABC123456",
                "INVOICE123456",
                "SGABCDEFGHIJ",
                "XJD0099999998",
                "JD0002242617644732",
                "00123450000000000027",
                "GS295117494011169041",
                "INV1234567890",
                "1-25434676_1",
                "３３１８８１００２５",
                "GM29511-3225174494",
                "99123456789012345678"
            })
    void nonsenseAndOthersShapesAreNotClaimed(String number) {
        assertThat(DhlNumbers.match(number)).isEqualTo(NumberMatch.none());
    }

    @Test
    void amongRandomNumbersCertainImpliesACheckDigitThatHolds() {
        Random random = new Random(17);
        String[] prefixes = {"", "0034", "00340434", "JJD", "GM", "92612", "420"};
        int certain = 0;
        for (int i = 0; i < 200_000; i++) {
            String number = random(random, prefixes[i % prefixes.length], random.nextInt(36));
            if (DhlNumbers.match(number).confidence() == Confidence.CERTAIN) {
                certain++;
                assertThat(number.length() == 12 ? CheckDigits.identcode(number) : CheckDigits.mod10(number))
                        .as(number)
                        .isTrue();
                assertThat(number.length()).isIn(12, 20);
                char last = (char) ('0' + (number.charAt(number.length() - 1) - '0' + 1 + random.nextInt(9)) % 10);
                String changed = number.substring(0, number.length() - 1) + last;
                assertThat(DhlNumbers.match(changed).confidence()).as(changed).isNotEqualTo(Confidence.CERTAIN);
            }
        }
        assertThat(certain).isPositive();
    }

    private static String random(Random random, String prefix, int digits) {
        StringBuilder number = new StringBuilder(prefix);
        for (int i = 0; i < digits; i++) {
            number.append((char) ('0' + random.nextInt(10)));
        }
        return number.toString();
    }

    private static void assertMatch(String number, Confidence confidence, String family) {
        NumberMatch match = DhlNumbers.match(number);
        assertThat(match.confidence()).as(number + ": " + match.reason()).isEqualTo(confidence);
        assertThat(match.family()).isEqualTo(family);
        assertThat(match.reason()).isNotBlank();
    }
}
