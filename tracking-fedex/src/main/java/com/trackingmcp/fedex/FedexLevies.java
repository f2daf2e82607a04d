package com.trackingmcp.fedex;

import com.trackingmcp.fedex.FedexRateWire.Levy;
import com.trackingmcp.http.WireJson;
import com.trackingmcp.http.WireText;
import com.trackingmcp.model.Commodity;
import com.trackingmcp.model.LandedCharge;
import com.trackingmcp.model.LandedCommodity;
import com.trackingmcp.model.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is levied on goods, which FedEx tells by their harmonised system code and not by their line. Immutable.
 *
 * <p>So it is told of a line where no other has its code; what concerns several lines, or none, is told of all goods
 * together.
 */
final class FedexLevies {
    private static final Set<String> BROKERAGE = Set.of("CLEARANCE_ENTRY_FEE");

    private final List<Commodity> goods;
    private final List<Levied> told;

    FedexLevies(List<Levy> levies, List<Commodity> goods, Currency currency) {
        this.goods = goods;
        List<String> codes =
                goods.stream().map(one -> digits(one.hsCode().orElse(null))).toList();
        this.told = levies.stream().map(levy -> levied(levy, codes, currency)).toList();
    }

    /**
     * What is levied on goods of one code.
     *
     * @param lines the places of the goods it may be about
     */
    private record Levied(String code, List<Integer> lines, List<LandedCharge> charges) {}

    private static Levied levied(Levy levy, List<String> codes, Currency currency) {
        String code = digits(levy.harmonizedCode());
        return new Levied(
                code,
                IntStream.range(0, codes.size())
                        .filter(i -> isOneOf(code, codes.get(i)))
                        .boxed()
                        .toList(),
                WireJson.list(levy.edtTaxDetail()).stream()
                        .flatMap(tax -> charge(
                                tax.edtTaxType(),
                                WireText.first(tax.description(), tax.name()),
                                tax.amount(),
                                currency))
                        .toList());
    }

    /** FedEx may know a code to more digits than it was given, or to fewer; goods without one it can only tell of without. */
    private static boolean isOneOf(String code, String other) {
        return code.isEmpty() || other.isEmpty()
                ? code.equals(other)
                : code.startsWith(other) || other.startsWith(code);
    }

    private static String digits(@Nullable String code) {
        return code == null ? "" : code.replaceAll("[^0-9]", "");
    }

    /** One charge; none where no amount is told. */
    static Stream<LandedCharge> charge(
            @Nullable String code, Optional<String> description, @Nullable BigDecimal amount, Currency currency) {
        return amount == null
                ? Stream.empty()
                : Stream.of(LandedCharge.builder()
                        .type(type(code))
                        .code(WireText.text(code))
                        .description(description)
                        .amount(new Money(amount, currency))
                        .build());
    }

    /** The words are those FedEx's older interface lists as {@code EdtTaxType} and {@code AncillaryFeeAndTaxType}. */
    private static LandedCharge.Type type(@Nullable String given) {
        String code = WireText.text(given).orElse("").toUpperCase(Locale.ROOT);
        if (BROKERAGE.contains(code)) {
            return LandedCharge.Type.BROKERAGE;
        }
        if (code.equals("DUTY")) {
            return LandedCharge.Type.DUTY;
        }
        if (code.endsWith("_TAX") || code.endsWith("_TAXES")) {
            return LandedCharge.Type.TAX;
        }
        return code.endsWith("_FEE") || code.endsWith("_SURCHARGES") ? LandedCharge.Type.FEE : LandedCharge.Type.OTHER;
    }

    /** All that is levied on goods. */
    List<LandedCharge> all() {
        return charges(told);
    }

    private static List<LandedCharge> charges(List<Levied> levies) {
        return levies.stream().flatMap(levied -> levied.charges().stream()).toList();
    }

    private List<Levied> about(int line) {
        return told.stream().filter(levied -> levied.lines().contains(line)).toList();
    }

    /** Whether all that is levied on a line is levied on no other; what has no code may be on all. */
    private boolean isApart(int line) {
        return about(line).stream()
                .allMatch(levied -> levied.lines().size() == 1 && !levied.code().isEmpty());
    }

    /** What is not told of a line of goods. */
    List<LandedCharge> shared() {
        return charges(told.stream()
                .filter(levied -> levied.lines().stream().noneMatch(this::isApart))
                .toList());
    }

    /** @param sumAlone whether FedEx told but the sum of all lines */
    List<LandedCommodity> lines(boolean sumAlone) {
        return IntStream.range(0, goods.size())
                .mapToObj(line -> line(line, sumAlone))
                .toList();
    }

    private LandedCommodity line(int index, boolean sumAlone) {
        List<Levied> about = about(index);
        List<LandedCharge> charges = isApart(index) ? charges(about) : List.of();
        LandedCommodity.Builder line = LandedCommodity.builder()
                .index(index)
                .hsCode(about.stream()
                        .map(Levied::code)
                        .filter(code -> !code.isEmpty())
                        .findFirst()
                        .or(() -> goods.get(index).hsCode()))
                .calculated(!about.isEmpty() || sumAlone)
                .charges(charges);
        if (charges.isEmpty()) {
            return line.reason(reason(about, sumAlone)).build();
        }
        return line.duties(sum(charges, LandedCharge.Type.DUTY))
                .taxes(sum(charges, LandedCharge.Type.TAX))
                .brokerage(sum(charges, LandedCharge.Type.BROKERAGE))
                .fees(sum(charges, LandedCharge.Type.FEE, LandedCharge.Type.OTHER))
                .total(sum(charges, LandedCharge.Type.values()))
                .build();
    }

    private static String reason(List<Levied> about, boolean sumAlone) {
        if (sumAlone) {
            return "FedEx told the sum of all goods alone";
        }
        return about.isEmpty()
                ? "FedEx told no duties and taxes for it"
                : "FedEx told nothing of it but what other goods may share";
    }

    /** Empty where there is none of these kinds. */
    static Optional<Money> sum(List<LandedCharge> charges, LandedCharge.Type... types) {
        Set<LandedCharge.Type> wanted = Set.of(types);
        return charges.stream()
                .filter(charge -> wanted.contains(charge.type()))
                .map(LandedCharge::amount)
                .reduce((one, other) -> new Money(one.amount().add(other.amount()), one.currency()));
    }
}
