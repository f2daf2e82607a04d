package com.trackingmcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.trackingmcp.error.ConfigurationException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.model.TrackingStatus;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CachePolicyTest {
    @ParameterizedTest
    @CsvSource({
        "DELIVERED, P1D", "RETURNED, P1D", "CANCELLED, P1D",
        "LABEL_CREATED, PT30M", "CUSTOMS, PT30M", "AVAILABLE_FOR_PICKUP, PT30M",
        "PICKED_UP, PT15M", "IN_TRANSIT, PT15M", "DELIVERY_ATTEMPTED, PT15M",
        "EXCEPTION, PT15M", "ON_HOLD, PT15M", "RETURNING, PT15M",
        "OUT_FOR_DELIVERY, PT5M", "UNKNOWN, PT30S"
    })
    void aParcelsStatusDecidesHowLongItsAnswerIsKept(TrackingStatus status, Duration time) {
        assertThat(CachePolicy.standard().timeToLive(status)).isEqualTo(time);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsFinalIsKeptLongerThanWhatIsNot(TrackingStatus status) {
        assertThat(CachePolicy.standard().timeToLive(status).compareTo(Duration.ofHours(1)) > 0)
                .isEqualTo(status.isFinal());
    }

    @Test
    void oldAnswersAreNotGivenUnlessAskedFor() {
        CachePolicy policy = CachePolicy.standard();
        assertThat(policy.notFound()).isEqualTo(Duration.ofMinutes(1));
        assertThat(policy.staleWhileRevalidate()).isZero();
        assertThat(policy.staleIfError()).isZero();
        assertThat(policy.isOff()).isFalse();
    }

    @Test
    void memoryIsBoundByASixteenthOfTheHeapAnd64Mebibytes() {
        assertThat(CachePolicy.standard().maxBytes())
                .isPositive()
                .isLessThanOrEqualTo(64L * 1024 * 1024)
                .isLessThanOrEqualTo(Runtime.getRuntime().maxMemory() / 16);
    }

    @Test
    void offKeepsNothing() {
        assertThat(CachePolicy.off().isOff()).isTrue();
        assertThat(CachePolicy.off()).hasToString("CachePolicy[off]");
        for (TrackingStatus status : TrackingStatus.values()) {
            assertThat(CachePolicy.off().timeToLive(status)).isZero();
        }
    }

    @Test
    void whatKeepsNothingIsOff() {
        CachePolicy.Builder nothing = CachePolicy.builder().notFound(Duration.ZERO);
        for (TrackingStatus status : TrackingStatus.values()) {
            assertThat(nothing.build().isOff()).isFalse();
            nothing.timeToLive(status, Duration.ZERO);
        }
        assertThat(nothing.build().isOff()).isTrue();
    }

    @Test
    void everySettingCanBeChangedAndIsShown() {
        CachePolicy policy = CachePolicy.builder()
                .timeToLive(TrackingStatus.IN_TRANSIT, Duration.ofMinutes(3))
                .notFound(Duration.ofSeconds(5))
                .staleWhileRevalidate(Duration.ofMinutes(7))
                .staleIfError(Duration.ofHours(9))
                .maxBytes(4711)
                .build();
        assertThat(policy.timeToLive(TrackingStatus.IN_TRANSIT)).isEqualTo(Duration.ofMinutes(3));
        assertThat(policy.timeToLive(TrackingStatus.DELIVERED)).isEqualTo(Duration.ofDays(1));
        assertThat(policy.notFound()).isEqualTo(Duration.ofSeconds(5));
        assertThat(policy.staleWhileRevalidate()).isEqualTo(Duration.ofMinutes(7));
        assertThat(policy.staleIfError()).isEqualTo(Duration.ofHours(9));
        assertThat(policy.maxBytes()).isEqualTo(4711);
        assertThat(policy.toString()).contains("IN_TRANSIT=PT3M", "notFound=PT5S", "PT7M", "PT9H", "4711");
    }

    @Test
    void aPolicyDoesNotChangeWithItsBuilder() {
        CachePolicy.Builder builder = CachePolicy.builder();
        CachePolicy policy = builder.build();
        builder.timeToLive(TrackingStatus.DELIVERED, Duration.ZERO);
        assertThat(policy.timeToLive(TrackingStatus.DELIVERED)).isEqualTo(Duration.ofDays(1));
    }

    @Test
    void whatMakesNoSenseIsRefusedByName() {
        CachePolicy.Builder builder = CachePolicy.builder();
        Duration negative = Duration.ofSeconds(-1);
        Duration endless = Duration.ofSeconds(Long.MAX_VALUE);
        assertInvalid(() -> builder.timeToLive(TrackingStatus.IN_TRANSIT, negative), "timeToLive(IN_TRANSIT)");
        assertInvalid(() -> builder.timeToLive(TrackingStatus.DELIVERED, endless), "timeToLive(DELIVERED)");
        assertInvalid(() -> builder.notFound(negative), "notFound");
        assertInvalid(() -> builder.staleWhileRevalidate(negative), "staleWhileRevalidate");
        assertInvalid(() -> builder.staleIfError(endless), "staleIfError");
        assertInvalid(() -> builder.maxBytes(0), "maxBytes");
        assertInvalid(() -> builder.maxBytes(-1), "maxBytes");
    }

    private static void assertInvalid(ThrowingCallable call, String setting) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ConfigurationException.class,
                        error -> assertThat(error.code()).isEqualTo(ErrorCode.INVALID_SETTING))
                .hasMessageContaining("The setting " + setting + " is not valid");
    }
}
