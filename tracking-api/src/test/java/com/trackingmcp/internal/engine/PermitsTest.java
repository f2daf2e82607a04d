package com.trackingmcp.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PermitsTest {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final Permits permits = new Permits(8, 32);

    @Test
    void doublesWithEveryRoundTripWhileOthersWaitUpToTheCeiling() {
        assertThat(permits.limit()).isEqualTo(8);
        roundTrip(true);
        assertThat(permits.limit()).isEqualTo(16);
        roundTrip(true);
        roundTrip(true);
        assertThat(permits.limit()).isEqualTo(32);
    }

    @Test
    void staysAsItIsWhileNobodyWaits() {
        roundTrip(false);
        assertThat(permits.limit()).isEqualTo(8);
    }

    @Test
    void isHalvedOnceASecondWhenTheCarrierAsksForItAndNeverBelowOne() {
        permits.throttled(0);
        permits.throttled(SECOND / 2);
        assertThat(permits.limit()).isEqualTo(4);
        permits.throttled(2 * SECOND);
        permits.throttled(4 * SECOND);
        permits.throttled(6 * SECOND);
        assertThat(permits.limit()).isEqualTo(1);
    }

    @Test
    void growsByOneInARoundTripOnceItWasThrottled() {
        permits.throttled(0);
        roundTrip(true);
        assertThat(permits.limit()).isBetween(4, 5);
        roundTrip(true);
        assertThat(permits.limit()).isBetween(5, 6);
    }

    @Test
    void givesNoMoreThanItsLimit() {
        for (int i = 0; i < 8; i++) {
            assertThat(permits.isAnyLeft()).isTrue();
            permits.take();
        }
        assertThat(permits.isAnyLeft()).isFalse();
        permits.giveBack(false);
        assertThat(permits.isAnyLeft()).isTrue();
    }

    @Test
    void aLaneLeadsToTheApiItIsNamedAfter() {
        assertThat(Lanes.leadsTo("express", "express")).isTrue();
        assertThat(Lanes.leadsTo("express-piece", "express")).isTrue();
        assertThat(Lanes.leadsTo("expresspiece", "express")).isFalse();
        assertThat(Lanes.leadsTo("unified", "express")).isFalse();
    }

    private void roundTrip(boolean wanted) {
        int batches = permits.limit();
        for (int i = 0; i < batches; i++) {
            permits.take();
        }
        for (int i = 0; i < batches; i++) {
            permits.giveBack(wanted);
        }
    }
}
