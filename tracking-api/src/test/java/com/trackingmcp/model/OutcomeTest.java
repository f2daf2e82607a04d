package com.trackingmcp.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.ErrorDetails;
import org.junit.jupiter.api.Test;

class OutcomeTest {
    private final CarrierException error =
            ErrorDetails.of(ErrorCode.RATE_LIMITED).toBuilder().toException();

    @Test
    void aSuccessHasAValueAndNoFailure() {
        Outcome<Integer> outcome = Outcome.success(7);
        assertThat(outcome.isSuccess()).isTrue();
        assertThat(outcome.value()).contains(7);
        assertThat(outcome.failure()).isEmpty();
        assertThat(outcome.map(seven -> seven + 1).orElseThrow()).isEqualTo(8);
    }

    @Test
    void aFailureHasAnErrorAndNoValue() {
        Outcome<Integer> outcome = Outcome.failure(error);
        assertThat(outcome.isSuccess()).isFalse();
        assertThat(outcome.value()).isEmpty();
        assertThat(outcome.failure()).contains(error);
        assertThat(outcome.map(seven -> seven + 1).failure()).contains(error);
        assertThatThrownBy(outcome::orElseThrow).isSameAs(error);
    }

    @Test
    void carriersSpellUnitsInManyWays() {
        assertThat(Weight.Unit.ofCarrier(" kgs ")).contains(Weight.Unit.KG);
        assertThat(Weight.Unit.ofCarrier("LBR")).contains(Weight.Unit.LB);
        assertThat(Weight.Unit.ofCarrier("STONE")).isEmpty();
        assertThat(Dimensions.Unit.ofCarrier("cmt")).contains(Dimensions.Unit.CM);
        assertThat(Dimensions.Unit.ofCarrier("ELL")).isEmpty();
    }
}
