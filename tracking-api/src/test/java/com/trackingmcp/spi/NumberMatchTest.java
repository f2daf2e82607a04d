package com.trackingmcp.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.trackingmcp.model.Confidence;
import org.junit.jupiter.api.Test;

class NumberMatchTest {

    @Test
    void confidenceRanksFromWeakToStrong() {
        assertThat(Confidence.values()).containsExactly(Confidence.NONE, Confidence.POSSIBLE, Confidence.CERTAIN);
    }

    @Test
    void noneMatchesNothingAndIsShared() {
        assertThat(NumberMatch.none()).isSameAs(NumberMatch.none());
        assertThat(NumberMatch.none().matches()).isFalse();
        assertThat(NumberMatch.none().family()).isEmpty();
    }

    @Test
    void possibleAndCertainMatch() {
        assertThat(NumberMatch.possible("f", "r").matches()).isTrue();
        assertThat(NumberMatch.certain("f", "r").confidence()).isEqualTo(Confidence.CERTAIN);
    }

    @Test
    void aMatchNamesItsFamilyAndItsReason() {
        assertThatIllegalArgumentException().isThrownBy(() -> NumberMatch.possible(" ", "r"));
        assertThatIllegalArgumentException().isThrownBy(() -> NumberMatch.certain("f", ""));
        assertThatIllegalArgumentException().isThrownBy(() -> new NumberMatch(Confidence.NONE, "f", "r"));
    }
}
