package com.trackingmcp.internal.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.trackingmcp.model.Confidence;
import com.trackingmcp.spi.NumberMatch;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LookAlikesTest {

    @ParameterizedTest
    @CsvFileSource(resources = "/com/trackingmcp/look-alikes.csv")
    void everyLookAlikeIsTold(String number, String carrier) {
        assertThat(LookAlikes.match(number)).extracting(LookAlike::carrier).contains(carrier);
    }

    @ParameterizedTest
    @CsvSource({
        "9400111206206406260787, usps, CERTAIN, usps-impb",
        "9400111206206406260788, usps, POSSIBLE, usps-impb",
        "420787459400111206206406260787, usps, CERTAIN, usps-impb",
        "9261292700768711948021, usps, POSSIBLE, usps-impb",
        "9374869903503907077381, usps, POSSIBLE, usps-impb",
        "71969010756003077385, usps, POSSIBLE, usps-20",
        "RB123456785US, usps, CERTAIN, post-s10",
        "RB123456786US, usps, POSSIBLE, post-s10",
        "RB123456785CA, canada-post, CERTAIN, post-s10",
        "0073938000549297, canada-post, CERTAIN, canada-post-16",
        "RB123456785FR, post-fr, CERTAIN, post-s10",
        "TBA502887274000, amazon, POSSIBLE, amazon-logistics",
        "C11031500001879, ontrac, CERTAIN, ontrac",
        "331426749957, purolator, POSSIBLE, purolator",
        "008182709980000020033350276C, dpd, CERTAIN, dpd-28"
    })
    void confidenceAndFamily(String number, String carrier, Confidence confidence, String family) {
        assertThat(LookAlikes.match(number)).first().satisfies(found -> {
            assertThat(found.carrier()).isEqualTo(carrier);
            assertThat(found.match().confidence()).isEqualTo(confidence);
            assertThat(found.match().family()).isEqualTo(family);
            assertThat(found.match().reason()).isNotBlank();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "HELLO",
                "1Z5R89390357567127",
                "986578788855",
                "041441760228964",
                "3318810025",
                "9611020987654312345672",
                "00340433836442636597",
                "0073938000549292",
                "C11031500001889",
                "RB123456785XX",
                "RB123456785DE",
                "TBB000000000000",
                "TBA50288727400A",
                "000000000000",
                "0000000000000000",
                "SX029692510000920746",
                "61299998820821171811"
            })
    void whatIsNobodysOrOursIsNotTold(String number) {
        assertThat(LookAlikes.match(number)).isEmpty();
    }

    @Test
    void randomTextNeverThrowsAndIsRankedTheSurestFirst() {
        Random random = new Random(17);
        String alphabet = "0123456789ACDEJLMNSTXZ";
        for (int i = 0; i < 50_000; i++) {
            StringBuilder text = new StringBuilder();
            int length = random.nextInt(40);
            for (int c = 0; c < length; c++) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            assertThat(LookAlikes.match(text.toString()))
                    .isSortedAccordingTo(
                            (a, b) -> b.match().confidence().compareTo(a.match().confidence()));
        }
    }

    @Test
    void aLookAlikeNeedsAMatch() {
        assertThatIllegalArgumentException().isThrownBy(() -> new LookAlike("usps", NumberMatch.none()));
    }
}
