package com.trackingmcp.reliability.property;

import static org.assertj.core.api.Assertions.assertThat;

import com.trackingmcp.model.Dimensions;
import com.trackingmcp.model.Distance;
import com.trackingmcp.model.Money;
import com.trackingmcp.model.Weight;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;

/** Money and measures. How often each is tried is told to jqwik by the system property {@code jqwik.tries.default}. */
class AmountsTest {
    private static final BigDecimal POUND_IN_GRAMS = new BigDecimal("453.59237");

    @Provide
    Arbitrary<Currency> currencies() {
        return Arbitraries.of("USD", "EUR", "JPY", "BHD", "XXX", "CLF").map(Currency::getInstance);
    }

    @Property(seed = "20261122")
    void moneySumsToTheLastDigitInWhateverOrder(
            @ForAll("currencies") Currency currency,
            @ForAll @Size(max = 30) List<@BigRange(min = "-100000", max = "100000") @Scale(5) BigDecimal> amounts,
            @ForAll Random random) {
        BigDecimal exact = amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        List<BigDecimal> shuffled = new ArrayList<>(amounts);
        Collections.shuffle(shuffled, random);
        BigDecimal sum = BigDecimal.ZERO;
        for (BigDecimal amount : shuffled) {
            sum = new Money(sum, currency).amount().add(new Money(amount, currency).amount());
        }
        Money told = new Money(sum, currency);
        assertThat(told.amount()).isEqualByComparingTo(exact);
        assertThat(told).isEqualTo(new Money(exact, currency)).hasSameHashCodeAs(new Money(exact, currency));
        assertThat(told).isEqualTo(Money.of(told.amount().toPlainString(), currency.getCurrencyCode()));
        assertThat(told.amount().scale()).isGreaterThanOrEqualTo(Math.max(0, currency.getDefaultFractionDigits()));
    }

    @Property(seed = "20261122")
    void aWeightInAnotherUnitIsOffByNoMoreThanItsRounding(
            @ForAll @BigRange(min = "0", max = "100000") @Scale(4) BigDecimal value,
            @ForAll Weight.Unit from,
            @ForAll Weight.Unit to,
            @ForAll @IntRange(max = 8) int decimals,
            @ForAll RoundingMode rounding) {
        if (rounding == RoundingMode.UNNECESSARY) {
            return;
        }
        Weight told = new Weight(value, from).to(to, decimals, rounding);
        BigDecimal exact = value.multiply(grams(from)).divide(grams(to), MathContext.DECIMAL128);
        assertThat(told.unit()).isEqualTo(to);
        roundedAsSaid(told.value(), exact, decimals, rounding);
    }

    @Property(seed = "20261122")
    void measuresInAnotherUnitAreOffByNoMoreThanTheirRounding(
            @ForAll @BigRange(min = "0", max = "10000") @Scale(3) BigDecimal value,
            @ForAll Dimensions.Unit from,
            @ForAll Dimensions.Unit to,
            @ForAll @IntRange(max = 6) int decimals) {
        for (RoundingMode rounding : List.of(RoundingMode.UP, RoundingMode.HALF_UP, RoundingMode.DOWN)) {
            Dimensions told = new Dimensions(value, value, value, from).to(to, decimals, rounding);
            BigDecimal exact = value.multiply(centimetres(from)).divide(centimetres(to), MathContext.DECIMAL128);
            roundedAsSaid(told.length(), exact, decimals, rounding);
            assertThat(told).isEqualTo(new Dimensions(told.length(), told.length(), told.length(), to));
        }
    }

    @Property(seed = "20261122")
    void aDistanceThereAndBackIsTheSameWithinTheRounding(
            @ForAll @BigRange(min = "0", max = "40000") @Scale(3) BigDecimal value,
            @ForAll Distance.Unit from,
            @ForAll Distance.Unit to) {
        Distance there = new Distance(value, from).to(to, 12, RoundingMode.HALF_EVEN);
        Distance back = there.to(from, 6, RoundingMode.HALF_EVEN);
        assertThat(back.value()).isEqualByComparingTo(value);
    }

    /** Not further off than one of the last place, on the side the rounding says, with no place that is not needed. */
    private static void roundedAsSaid(BigDecimal told, BigDecimal exact, int decimals, RoundingMode rounding) {
        assertThat(told.scale()).isBetween(0, Math.max(0, decimals));
        assertThat(told.subtract(exact).abs()).isLessThan(BigDecimal.ONE.scaleByPowerOfTen(-decimals));
        assertThat(told).isEqualByComparingTo(exact.setScale(decimals, rounding));
        if (told.scale() > 0) {
            assertThat(told.stripTrailingZeros().scale()).isEqualTo(told.scale());
        }
    }

    private static BigDecimal grams(Weight.Unit unit) {
        return switch (unit) {
            case KG -> new BigDecimal("1000");
            case G -> BigDecimal.ONE;
            case LB -> POUND_IN_GRAMS;
            case OZ -> POUND_IN_GRAMS.divide(new BigDecimal("16"));
        };
    }

    private static BigDecimal centimetres(Dimensions.Unit unit) {
        return switch (unit) {
            case CM -> BigDecimal.ONE;
            case M -> new BigDecimal("100");
            case IN -> new BigDecimal("2.54");
        };
    }
}
