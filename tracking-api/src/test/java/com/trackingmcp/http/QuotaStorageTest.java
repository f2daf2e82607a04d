package com.trackingmcp.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.trackingmcp.http.QuotaStorage.Budget;
import com.trackingmcp.http.QuotaStorage.Permit;
import com.trackingmcp.observe.QuotaStatus;
import com.trackingmcp.support.TestClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuotaStorageTest {
    private static final Duration LONG = Duration.ofDays(7);

    private final TestClock clock = new TestClock();
    private final QuotaStorage storage = QuotaStorage.inMemory(clock);

    private Budget budget(String quota) {
        return storage.budget("parcelpost", "track", Quota.parse(quota));
    }

    private static Permit take(Budget budget, Duration longestWait) {
        return budget.take(longestWait).join();
    }

    /** When each of many requests goes out that waits as long as it takes, in nanoseconds from the start. */
    private List<Long> sendTimes(Budget budget, int limit, Duration period, Random rests) {
        List<Long> sent = new ArrayList<>();
        for (int i = 0; i < 6 * limit + 20; i++) {
            if (rests.nextInt(limit + 1) == 0) {
                clock.advance(Duration.ofNanos(rests.nextLong(2 * period.toNanos())));
            }
            clock.advance(take(budget, LONG).delay());
            sent.add(Duration.between(TestClock.START, clock.instant()).toNanos());
        }
        return sent;
    }

    /** A window can be fullest only where it starts with a request, so these are all phases there are. */
    private static int mostInAnyWindow(List<Long> sent, Duration period) {
        int most = 0;
        int first = 0;
        for (int last = 0; last < sent.size(); last++) {
            while (sent.get(last) - sent.get(first) >= period.toNanos()) {
                first++;
            }
            most = Math.max(most, last - first + 1);
        }
        return most;
    }

    @ParameterizedTest
    @CsvSource({"1, 5000", "2, 1000", "3, 1000", "4, 7000", "10, 1000", "99, 1234", "1400, 10000"})
    void noStretchOfAWindowsLengthEverHoldsMoreThanItsLimit(int limit, long millis) {
        Duration period = Duration.ofMillis(millis);
        int most = 0;
        for (int seed = 0; seed < 20; seed++) {
            Budget fresh = QuotaStorage.inMemory(clock)
                    .budget("parcelpost", "track", Quota.of(Quota.Window.rate(limit, period)));
            List<Long> sent = sendTimes(fresh, limit, period, new Random(seed));
            most = Math.max(most, mostInAnyWindow(sent, period));
        }
        assertThat(most).as("and the limit is used").isBetween(limit - limit / 10, limit);
    }

    @Test
    void aBusyWindowIsUsedUpToThreeQuartersAndAWindowAfterARestWhole() {
        Budget budget = budget("1400/10s");
        List<Long> sent = new ArrayList<>();
        for (int i = 0; i < 1_400 + 1_051; i++) {
            clock.advance(take(budget, LONG).delay());
            sent.add(Duration.between(TestClock.START, clock.instant()).toMillis());
        }
        assertThat(sent.subList(0, 350)).containsOnly(0L);
        assertThat(sent.get(1_399)).isBetween(9_980L, 9_999L);
        assertThat(sent.get(2_450)).isBetween(19_980L, 19_999L);
    }

    @Test
    void aDayStartsAtMidnightInGreenwich() {
        Budget budget = budget("3/day");
        for (int i = 0; i < 3; i++) {
            assertThat(take(budget, Duration.ZERO).isNow()).isTrue();
        }
        Permit refused = take(budget, Duration.ofHours(13));
        assertThat(refused.granted()).isFalse();
        assertThat(refused.delay()).isEqualTo(Duration.ofHours(14));
        assertThat(refused.limit()).contains(Quota.Window.perDay(3));

        clock.advance(Duration.ofHours(14).minusNanos(1_000));
        assertThat(take(budget, Duration.ZERO).granted()).isFalse();
        clock.advance(Duration.ofNanos(1_000));
        for (int i = 0; i < 3; i++) {
            assertThat(take(budget, Duration.ZERO).isNow()).isTrue();
        }
        assertThat(take(budget, Duration.ZERO).delay()).isEqualTo(Duration.ofDays(1));
    }

    @Test
    void daysThatWereNotUsedAreNotSavedUp() {
        Budget budget = budget("2/day");
        clock.advance(Duration.ofDays(5));
        take(budget, Duration.ZERO);
        take(budget, Duration.ZERO);
        assertThat(take(budget, Duration.ZERO).delay()).isEqualTo(Duration.ofHours(14));
    }

    @Test
    void oneIsKeptForLaterWhereThatIsSoonEnough() {
        Budget budget = budget("250/day, 1/5s");
        assertThat(take(budget, Duration.ZERO)).isEqualTo(Permit.now());
        assertThat(take(budget, Duration.ofSeconds(5))).isEqualTo(Permit.later(Duration.ofSeconds(5)));
        assertThat(take(budget, Duration.ofSeconds(9)))
                .isEqualTo(Permit.refused(
                        Duration.ofSeconds(10), Optional.of(Quota.Window.rate(1, Duration.ofSeconds(5)))));
        assertThat(take(budget, Duration.ofSeconds(-1)).granted()).isFalse();
    }

    @Test
    void theWindowThatTakesLongestIsNamed() {
        Budget budget = budget("1/5s, 1/day");
        take(budget, Duration.ZERO);
        assertThat(take(budget, Duration.ofSeconds(9)).limit()).contains(Quota.Window.perDay(1));
    }

    @Test
    void whatIsGivenBackIsThereAgainAndNeverMore() {
        Budget budget = budget("2/day");
        take(budget, Duration.ZERO);
        budget.giveBack();
        budget.giveBack();
        assertThat(budget.remaining().join()).containsExactly(new QuotaStatus.Window(2, Duration.ofDays(1), 2));
    }

    @Test
    void estimatesCountWhatGathersWhileNobodyAsksButNoMoreThanOneBurst() {
        Budget budget = budget("8/8s"); // two at once, 7 in 8 s come back
        take(budget, Duration.ZERO);
        take(budget, Duration.ZERO);
        assertThat(budget.estimate(1, Duration.ZERO).join().delay()).isBetween(millis(1_142), millis(1_143));
        assertThat(budget.estimate(100, Duration.ZERO).join().delay()).isBetween(millis(114_285), millis(114_286));
        assertThat(budget.estimate(2, Duration.ofSeconds(60)).join().delay()).isEqualTo(Duration.ofSeconds(60));
        assertThat(budget.estimate(3, Duration.ofSeconds(60)).join().delay()).isBetween(millis(61_142), millis(61_143));
    }

    private static Duration millis(long millis) {
        return Duration.ofMillis(millis);
    }

    @Test
    void whatIsLeftIsToldForEachWindowAndPromisesCount() {
        Budget budget = budget("250/day, 1/5s");
        take(budget, LONG);
        take(budget, LONG);
        assertThat(budget.remaining().join())
                .containsExactly(
                        new QuotaStatus.Window(250, Duration.ofDays(1), 248),
                        new QuotaStatus.Window(1, Duration.ofSeconds(5), -1));
    }

    @Test
    void sameKeyIsTheSameBudgetAndAnotherIsAnother() {
        take(budget("1/day"), Duration.ZERO);
        assertThat(take(budget("1/day"), Duration.ZERO).granted()).isFalse();
        assertThat(take(storage.budget("parcelpost", "rates", Quota.parse("1/day")), Duration.ZERO)
                        .granted())
                .isTrue();
        assertThat(take(storage.budget("parcelpost-eu", "track", Quota.parse("1/day")), Duration.ZERO)
                        .granted())
                .isTrue();
    }

    @Test
    void unlimitedIsAlwaysThere() {
        Budget budget = budget("unlimited");
        for (int i = 0; i < 10_000; i++) {
            assertThat(take(budget, Duration.ZERO).isNow()).isTrue();
        }
        budget.giveBack();
        assertThat(budget.remaining().join()).isEmpty();
        assertThat(budget.estimate(9, Duration.ofSeconds(3)).join().delay()).isEqualTo(Duration.ofSeconds(3));
        assertThat(QuotaStorage.inMemory().budget("a", "b", Quota.unlimited())).isSameAs(budget);
    }
}
