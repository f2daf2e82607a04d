package com.trackingmcp.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RefusalsTest {
    private final List<String> split = new ArrayList<>();
    private long now = Long.MAX_VALUE - 1;
    private final Refusals refusals = new Refusals(() -> now);

    @Test
    void oneBatchIsSplitAtATimeUntilItIsKnownThatTheCarrierAnswers() {
        refusals.split(() -> split.add("first"));
        refusals.split(() -> split.add("second"));
        refusals.split(() -> split.add("third"));
        assertThat(split).containsExactly("first");
        refusals.splitEnded(false);
        assertThat(split).containsExactly("first", "second", "third");
        assertThat(refusals.isRefusingAll()).isFalse();
    }

    @Test
    void thatACarrierRefusesEverythingIsBelievedForAMinute() {
        assertThat(refusals.isRefusingAll()).isFalse();
        refusals.splitEnded(true);
        now += Duration.ofSeconds(59).toNanos();
        assertThat(refusals.isRefusingAll()).isTrue();
        now += Duration.ofSeconds(1).toNanos();
        assertThat(refusals.isRefusingAll()).isFalse();
    }

    @Test
    void oneAnswerProvesTheContrary() {
        refusals.splitEnded(true);
        refusals.answered();
        assertThat(refusals.isRefusingAll()).isFalse();
    }

    @Test
    void aSplitThatBreaksHoldsNoOtherUp() {
        assertThatThrownBy(() -> refusals.split(() -> {
                    refusals.split(() -> split.add("waiting"));
                    throw new StackOverflowError("a defect");
                }))
                .isInstanceOf(StackOverflowError.class);
        refusals.split(() -> split.add("next"));
        assertThat(split).containsExactly("waiting", "next");
    }
}
