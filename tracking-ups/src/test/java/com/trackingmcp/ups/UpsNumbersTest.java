package com.trackingmcp.ups;

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

/** Numbers of tracking_number_data, of UPS's own samples and of issues of public libraries. */
class UpsNumbersTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1Z5R89390357567127",
                "1Z879E930346834440",
                "1Z410E7W0392751591",
                "1Z8V92A70367203024",
                "1ZXX3150YW44070023",
                "1Z999AA10123456784",
                "1ZA2F8810719086435",
                "1Z023E2X0214323462",
                "1Z204W4R0308071865",
                "1Z12345E6605272234",
                "1Z648616E192760718",
                "1ZWX0692YP40636269"
            })
    void certainFor1ZWithACheckDigitThatHolds(String number) {
        assertMatch(number, Confidence.CERTAIN, "ups-1z");
        String body = number.substring(0, 17);
        for (char last = '0'; last <= '9'; last++) {
            boolean right = last == number.charAt(17);
            assertThat(UpsNumbers.match(body + last).confidence())
                    .as(body + last)
                    .isEqualTo(right ? Confidence.CERTAIN : Confidence.POSSIBLE);
        }
    }

    /** Samples of UPS's own manuals; their check digits do not hold. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1Z12345E0205271688",
                "1Z12345E0305271640",
                "1Z12345E0393657226",
                "1Z12345E1305277940",
                "1Z12345E6205277936"
            })
    void samplesOfShipper12345EArePossible(String number) {
        assertMatch(number, Confidence.POSSIBLE, "ups-1z");
    }

    @ParameterizedTest
    @CsvSource({
        "1Z1111111111111111, ups-1z",
        "1Z5R8939035756712A, ups-1z",
        "1R12345678912345, ups-roadie",
        "1R12345678912345678912345678, ups-roadie",
        "K1506235620, ups-waybill",
        "K2479825491, ups-waybill",
        "J4603636537, ups-waybill",
        "V0490119172, ups-waybill",
        "T1234567890, ups-waybill",
        "123456789012, ups-infonotice",
        "990728071, ups-freight",
        "MI123456ABC123, ups-mail-innovations",
        "MI1234560000000000000000000000, ups-mail-innovations",
        "802269919937015457, ups-mail-innovations",
        "92748901790175543400811852, ups-mail-innovations",
        "92612909841003543402721592, ups-mail-innovations",
        "9274890103422546330271, ups-mail-innovations",
        "9102084383041101186729, ups-mail-innovations",
        "4204923092748927005269000022418209, ups-mail-innovations"
    })
    void possibleForWhateverHasNoCheckDigitOfItsOwn(String number, String family) {
        assertMatch(number, Confidence.POSSIBLE, family);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/com/trackingmcp/testkit/look-alikes.csv")
    void lookAlikesAreNeverClaimedButForBareTwelveDigits(String number, String carrier) {
        NumberMatch match = UpsNumbers.match(number);
        if (number.matches("\\d{12}")) {
            assertThat(match.confidence()).isEqualTo(Confidence.POSSIBLE);
        } else {
            assertThat(match).as("%s of %s", number, carrier).isEqualTo(NumberMatch.none());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "041441760228964",
                "9611020987654312345672",
                "9622001900000000000000776632517510",
                "DT771613423732",
                "61299998820821171811",
                "3318810025",
                "73891051146",
                "JD914600003889482921",
                "00340433836442636597",
                "GM2951173225174494",
                "3SHM00001165430",
                "LX123456785DE",
                "9374869903503907077381",
                "60120172242323"
            })
    void numbersOfFedexAndDhlAreNotClaimed(String number) {
        assertThat(UpsNumbers.match(number)).isEqualTo(NumberMatch.none());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "1", "1Z", "1Z5R8939035756712", "1Z5R893903575671277", "2Z5R89390357567127", "1A5R89390357567127",
                "1Z5R89390357567-27", "A1506235621", "C1004444443", "K12345678901", "K123456789X", "MI12345",
                        "MI12345A7",
                "MI123456", "MI12345600000000000000000000000", "000000000000", "999999999", "1234567", "3251026119",
                        "1R1"
            })
    void nonsenseAndOthersShapesAreNotClaimed(String number) {
        assertThat(UpsNumbers.match(number)).isEqualTo(NumberMatch.none());
    }

    @Test
    void amongRandomNumbersCertainImpliesACheckDigitThatHolds() {
        Random random = new Random(17);
        String[] prefixes = {"", "1Z", "1Z999AA1", "K", "MI", "92748", "420"};
        int certain = 0;
        for (int i = 0; i < 200_000; i++) {
            String number = random(random, prefixes[i % prefixes.length], random.nextInt(36));
            if (UpsNumbers.match(number).confidence() == Confidence.CERTAIN) {
                certain++;
                assertThat(CheckDigits.ups1Z(number)).as(number).isTrue();
                char last = (char) ('0' + (number.charAt(number.length() - 1) - '0' + 1 + random.nextInt(9)) % 10);
                String changed = number.substring(0, number.length() - 1) + last;
                assertThat(UpsNumbers.match(changed).confidence()).as(changed).isNotEqualTo(Confidence.CERTAIN);
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
        NumberMatch match = UpsNumbers.match(number);
        assertThat(match.confidence()).as(number + ": " + match.reason()).isEqualTo(confidence);
        assertThat(match.family()).isEqualTo(family);
        assertThat(match.reason()).isNotBlank();
    }
}
