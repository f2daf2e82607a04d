package com.trackingmcp.internal.engine;

import com.trackingmcp.model.Commodity;
import com.trackingmcp.spi.RequestCheck;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What every customs office needs of goods. Stateless. */
final class GoodsChecks {
    private GoodsChecks() {}

    /** Goods that are shipped: each line is described. */
    static void forShipping(String path, List<Commodity> lines, RequestCheck check) {
        for (int i = 0; i < lines.size(); i++) {
            Commodity goods = lines.get(i);
            String line = path + "[" + i + "]";
            check.required(line + ".description", goods.description());
            commodity(line, goods, check);
        }
        oneCurrency(path, lines, check);
    }

    /** Goods whose duties are estimated: each line is described, or has its harmonised system code. */
    static void forLandedCost(String path, List<Commodity> lines, RequestCheck check) {
        if (lines.isEmpty()) {
            check.missing(path);
        }
        for (int i = 0; i < lines.size(); i++) {
            Commodity goods = lines.get(i);
            String line = path + "[" + i + "]";
            if (Stream.of(goods.hsCode(), goods.description())
                    .flatMap(Optional::stream)
                    .allMatch(String::isBlank)) {
                check.missing(line + ".description", "unless the harmonised system code is given");
            }
            commodity(line, goods, check);
        }
        oneCurrency(path, lines, check);
    }

    private static void oneCurrency(String path, List<Commodity> lines, RequestCheck check) {
        if (lines.stream()
                        .flatMap(goods -> goods.unitPrice().stream())
                        .map(price -> price.currency())
                        .distinct()
                        .count()
                > 1) {
            check.wrong(path, "are priced in several currencies; customs take one");
        }
    }

    private static void commodity(String path, Commodity goods, RequestCheck check) {
        PlaceChecks.country(
                path + ".origin_country", check.required(path + ".origin_country", goods.originCountry()), check);
        check.required(path + ".quantity", goods.quantity())
                .filter(quantity -> quantity.signum() <= 0)
                .ifPresent(quantity -> check.wrong(path + ".quantity", "is not more than nothing"));
        check.required(path + ".unit_price", goods.unitPrice())
                .filter(price -> price.amount().signum() < 0)
                .ifPresent(price -> check.wrong(path + ".unit_price", "is less than nothing"));
        if (goods.quantity().isPresent()
                && goods.unitPrice().isPresent()
                && goods.totalValue().isEmpty()) {
            check.wrong(path + ".quantity", "has too many digits, by itself or times the price");
        }
    }
}
