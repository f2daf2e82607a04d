package com.trackingmcp.mcp.internal.tools;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.trackingmcp.mcp.internal.tool.Arguments;
import com.trackingmcp.mcp.internal.tool.Field;
import com.trackingmcp.mcp.internal.tool.ForeignText;
import com.trackingmcp.mcp.internal.tool.Json;
import com.trackingmcp.mcp.internal.tool.Schema;
import com.trackingmcp.model.Alert;
import com.trackingmcp.model.Money;
import com.trackingmcp.model.Weight;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What several tools take and answer, always under the same names. Stateless. */
final class DeskFields {
    private static final int MOST_NOTES = 3;

    private DeskFields() {}

    /** A connection. */
    static Field carrier() {
        return Field.text("carrier", "By list_carriers");
    }

    /** The unit of a weight. */
    static Field weightUnit() {
        return Field.choice("weight_unit", "", List.of("kg", "lb", "g", "oz"));
    }

    /** What the carrier noted on its answer. */
    static Field notes() {
        return Field.texts("notes", "", MOST_NOTES);
    }

    /** The fields of all of these, one after the other. */
    @SafeVarargs
    static Schema schema(Collection<Field>... parts) {
        List<Field> fields = new ArrayList<>();
        List.of(parts).forEach(fields::addAll);
        return new Schema(fields);
    }

    /**
     * A weight; absent where none was given.
     *
     * @param path what comes before its name
     * @throws com.trackingmcp.error.InvalidRequestException where its unit is missing
     */
    static Optional<Weight> weight(Arguments arguments, String path) {
        return arguments.decimal("weight").map(value -> {
            String unit = arguments
                    .text("weight_unit")
                    .orElseThrow(() -> FieldNames.missing(path + "weight_unit", "with a weight"));
            return new Weight(value, Weight.Unit.ofWord(unit));
        });
    }

    /**
     * A currency.
     *
     * @throws com.trackingmcp.error.InvalidRequestException where there is none of that code
     */
    static Currency currency(String code) {
        try {
            return Currency.getInstance(code.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw FieldNames.wrong("currency", "is no ISO 4217 code such as USD");
        }
    }

    /** Names and values, written as {@code name=value} each. */
    static Map<String, String> pairs(Arguments arguments, String name) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String text : arguments.texts(name)) {
            int sign = text.indexOf('=');
            if (sign < 1) {
                throw FieldNames.wrong(name, "must be of the form name=value");
            }
            pairs.put(text.substring(0, sign).strip(), text.substring(sign + 1).strip());
        }
        return pairs;
    }

    /** Puts names and values as {@link #pairs} reads them, where there are any. */
    static void putPairs(ObjectNode json, String name, Map<String, String> pairs) {
        if (!pairs.isEmpty()) {
            json.set(
                    name,
                    Json.texts(pairs.entrySet().stream()
                            .sorted(Map.Entry.comparingByKey())
                            .map(pair -> pair.getKey() + "=" + pair.getValue())
                            .toList()));
        }
    }

    /** Puts a price and its currency, where there is one. */
    static void putPrice(ObjectNode json, Optional<Money> price) {
        putAmount(json, "price", price);
        Json.put(json, "currency", price.map(Money::currency));
    }

    /** Puts an amount without its currency, where there is one. */
    static void putAmount(ObjectNode json, String name, Optional<Money> amount) {
        Json.put(json, name, amount.map(money -> money.amount().toPlainString()));
    }

    /** Puts the first notes, where there are any. */
    static void putNotes(ObjectNode json, List<Alert> alerts) {
        if (!alerts.isEmpty()) {
            json.set("notes", Json.texts(notes(alerts)));
        }
    }

    /** The first notes in one line each, to end an answer with. */
    static String noted(List<Alert> alerts) {
        StringBuilder text = new StringBuilder();
        notes(alerts).forEach(note -> text.append("\nNote of the carrier: ").append(note));
        return text.toString();
    }

    private static List<String> notes(List<Alert> alerts) {
        return alerts.stream()
                .limit(MOST_NOTES)
                .map(alert -> ForeignText.of(alert.text()))
                .toList();
    }
}
