package com.trackingmcp.mcp.internal.tools;

import com.trackingmcp.mcp.internal.tool.Arguments;
import com.trackingmcp.mcp.internal.tool.Field;
import com.trackingmcp.mcp.internal.tool.Schema;
import com.trackingmcp.model.Commodity;
import com.trackingmcp.model.ContentType;
import com.trackingmcp.model.Customs;
import com.trackingmcp.model.Incoterm;
import com.trackingmcp.spi.RequestCheck;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Goods for customs as arguments. Stateless. */
final class GoodsArguments {
    private static final int MOST = 100;

    private GoodsArguments() {}

    /** The goods themselves. */
    static Field items() {
        return Field.objects(
                "items",
                "Goods for customs, across a border",
                MOST,
                Schema.of(
                        Field.text("description", ""),
                        Field.decimal("quantity", ""),
                        Field.decimal("unit_price", "In currency"),
                        Field.country("origin_country", ""),
                        Field.text("hs_code", ""),
                        Field.decimal("weight", "Of all of the line"),
                        ParcelArguments.weightUnit()));
    }

    /** What is told of goods beside themselves. */
    static List<Field> terms() {
        return List.of(
                Field.text("incoterm", "Such as DAP or DDP"), Field.choice("content_type", "", ContentType.class));
    }

    /** What is told of the goods; absent where nothing is. */
    static Optional<Customs> read(Arguments arguments, RequestCheck check) {
        if (!arguments.has("items") && terms().stream().noneMatch(field -> arguments.has(field.name()))) {
            return Optional.empty();
        }
        return Optional.of(Customs.builder()
                .commodities(commodities(arguments, Amounts.currency(arguments, check), check))
                .contentType(arguments.text("content_type").map(ContentType::ofWord))
                .incoterm(incoterm(arguments, check))
                .build());
    }

    /** The lines of goods. */
    static List<Commodity> commodities(Arguments arguments, Optional<Currency> currency, RequestCheck check) {
        List<Commodity> goods = new ArrayList<>();
        List<Arguments> items = arguments.objects("items");
        for (int i = 0; i < items.size(); i++) {
            Arguments item = items.get(i);
            goods.add(Commodity.builder()
                    .description(item.text("description"))
                    .quantity(item.decimal("quantity"))
                    .unitPrice(Amounts.read(item, "unit_price", currency, check))
                    .originCountry(AddressArguments.country(item, "origin_country"))
                    .hsCode(item.text("hs_code").map(code -> code.replace(".", "")))
                    .weight(ParcelArguments.weight(item, "items[" + i + "].", check))
                    .build());
        }
        return goods;
    }

    /** Who pays for what. */
    static Optional<Incoterm> incoterm(Arguments arguments, RequestCheck check) {
        try {
            return arguments.text("incoterm").map(Incoterm::ofWord);
        } catch (IllegalArgumentException e) {
            check.wrong(
                    "incoterm",
                    "is none of "
                            + Arrays.stream(Incoterm.values())
                                    .map(Incoterm::name)
                                    .collect(Collectors.joining(", ")));
            return Optional.empty();
        }
    }
}
