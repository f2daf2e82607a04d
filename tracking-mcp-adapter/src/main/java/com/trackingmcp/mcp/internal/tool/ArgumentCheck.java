package com.trackingmcp.mcp.internal.tool;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.trackingmcp.spi.RequestCheck;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Holds what a tool is called with against its schema, and tells all that is wrong at once. For one call and one thread.
 *
 * <p>Models write a number as text and a text as a number; both are taken where they say the same. Nothing else is
 * guessed.
 */
final class ArgumentCheck {
    private static final int MOST_NAMES = 12;
    private static final int MOST_DIGITS = 100;

    private final RequestCheck problems = new RequestCheck();

    /** The values by the schema; those that are wrong are left out, and told by {@link #problems}. */
    Arguments read(Schema schema, JsonNode given) {
        return new Arguments(object(schema, given, ""));
    }

    /** What is wrong. */
    RequestCheck problems() {
        return problems;
    }

    private ObjectNode object(Schema schema, JsonNode given, String path) {
        ObjectNode values = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> each : given.properties()) {
            if (schema.field(each.getKey()).isEmpty()) {
                problems.wrong(path + each.getKey(), "is no argument of it; " + names(schema, each.getKey()));
            }
        }
        for (Field field : schema.fields()) {
            JsonNode value = given.path(field.name());
            String where = path + field.name();
            if (isAbsent(value)) {
                absent(field, where, values);
            } else {
                JsonNode read = value(field, value, where);
                if (read != null) {
                    values.set(field.name(), read);
                }
            }
        }
        return values;
    }

    private static boolean isAbsent(JsonNode value) {
        return value.isMissingNode()
                || value.isNull()
                || value.isTextual() && value.textValue().isBlank();
    }

    private void absent(Field field, String where, ObjectNode values) {
        if (field.standard() != null) {
            values.set(field.name(), standard(field.standard()));
        } else if (field.isRequired()) {
            if (field.description().isEmpty()) {
                problems.missing(where);
            } else {
                problems.missing(where, "(" + field.description() + ")");
            }
        }
    }

    private static JsonNode standard(Object value) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        if (value instanceof Boolean flag) {
            return json.booleanNode(flag);
        }
        return value instanceof Number number ? json.numberNode(number.longValue()) : json.textNode(value.toString());
    }

    /** All there are, or of many those that sound like what was given. */
    private static String names(Schema schema, String given) {
        List<String> names = schema.fields().stream().map(Field::name).toList();
        if (names.size() <= MOST_NAMES) {
            return "there are " + String.join(", ", names);
        }
        String prefix = given.replaceFirst("[^A-Za-z0-9].*", "").toLowerCase(Locale.ROOT) + "_";
        List<String> parts = Stream.of(given.toLowerCase(Locale.ROOT).split("[^a-z0-9]+"))
                .filter(part -> part.length() > 2)
                .toList();
        String near = names.stream()
                .filter(name -> name.startsWith(prefix) || parts.stream().anyMatch(name::contains))
                .limit(MOST_NAMES)
                .collect(Collectors.joining(", "));
        return near.isEmpty() ? "its schema lists all " + names.size() : "did you mean one of " + near;
    }

    private @Nullable JsonNode value(Field field, JsonNode value, String where) {
        return switch (field.type()) {
            case TEXT -> text(field, value, where);
            case WHOLE -> number(field, value, where, true);
            case NUMBER -> number(field, value, where, false);
            case FLAG -> flag(value, where);
            case TEXTS -> texts(field, value, where);
            case OBJECTS -> objects(field, value, where);
            case OBJECT ->
                value.isObject() ? object(field.objects(), value, where + ".") : wrong(where, "must be an object");
        };
    }

    private @Nullable JsonNode text(Field field, JsonNode value, String where) {
        if (!value.isTextual() && !value.isNumber()) {
            return wrong(where, "must be a text");
        }
        String text = value.isNumber() ? plain(value) : value.textValue().strip();
        if (text == null) {
            return wrong(where, "must be a text, and is a number of too many digits");
        }
        if (!field.choices().isEmpty()) {
            Optional<String> choice = field.choices().stream()
                    .filter(word -> word.equalsIgnoreCase(text))
                    .findFirst();
            return choice.<JsonNode>map(JsonNodeFactory.instance::textNode)
                    .orElseGet(() -> wrong(where, "must be one of " + String.join(", ", field.choices())));
        }
        int shortest = field.type() == FieldType.TEXT ? field.shortest() : 1;
        if (text.length() > field.longest() || text.length() < shortest) {
            return wrong(where, "must have " + shortest + " to " + field.longest() + " characters");
        }
        if (!hasForm(field, text)) {
            return wrong(where, "must be " + field.form());
        }
        return JsonNodeFactory.instance.textNode(text);
    }

    /** A number as a person writes it; null where that takes more digits than anybody writes. */
    private static @Nullable String plain(JsonNode value) {
        if (value.isFloatingPointNumber() && !Double.isFinite(value.doubleValue())) {
            return null;
        }
        BigDecimal number = value.decimalValue();
        return Math.abs((long) number.scale()) > MOST_DIGITS ? null : number.toPlainString();
    }

    private static boolean hasForm(Field field, String text) {
        if (field.pattern() != null && !field.pattern().matcher(text).matches()) {
            return false;
        }
        try {
            return !field.isDate() || LocalDate.parse(text).getYear() > 0;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private @Nullable JsonNode number(Field field, JsonNode value, String where, boolean whole) {
        BigDecimal number = decimal(value);
        if (number == null || whole && number.stripTrailingZeros().scale() > 0) {
            return wrong(where, whole ? "must be a whole number" : "must be a number");
        }
        double told = number.doubleValue();
        if (field.least() != null && told < field.least().doubleValue()
                || field.most() != null && told > field.most().doubleValue()) {
            return wrong(where, "must be from " + field.least() + " to " + field.most());
        }
        JsonNodeFactory json = JsonNodeFactory.instance;
        return whole ? json.numberNode(number.longValue()) : json.numberNode(number);
    }

    private static @Nullable BigDecimal decimal(JsonNode value) {
        String text = value.isNumber() || value.isTextual() ? value.asText().strip() : "";
        // long before an exponent could cost time
        if (text.length() > 30 || text.toLowerCase(Locale.ROOT).contains("e")) {
            return null;
        }
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private @Nullable JsonNode flag(JsonNode value, String where) {
        String text = value.asText();
        if (value.isBoolean() || text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")) {
            return JsonNodeFactory.instance.booleanNode(Boolean.parseBoolean(text));
        }
        return wrong(where, "must be true or false");
    }

    private @Nullable JsonNode texts(Field field, JsonNode value, String where) {
        ArrayNode texts = JsonNodeFactory.instance.arrayNode();
        if (!isList(field, value, where)) {
            return null;
        }
        for (int i = 0; i < value.size(); i++) {
            JsonNode text = text(field, value.get(i), where + "[" + i + "]");
            if (text != null) {
                texts.add(text);
            }
        }
        return texts;
    }

    private @Nullable JsonNode objects(Field field, JsonNode value, String where) {
        ArrayNode objects = JsonNodeFactory.instance.arrayNode();
        if (!isList(field, value, where)) {
            return null;
        }
        for (int i = 0; i < value.size(); i++) {
            String path = where + "[" + i + "]";
            if (value.get(i).isObject()) {
                objects.add(object(field.objects(), value.get(i), path + "."));
            } else {
                problems.wrong(path, "must be an object");
            }
        }
        return objects;
    }

    private boolean isList(Field field, JsonNode value, String where) {
        int most = field.most() == null ? Integer.MAX_VALUE : field.most().intValue();
        if (!value.isArray()) {
            problems.wrong(where, "must be a list");
        } else if (value.size() > most || value.size() < field.shortest()) {
            problems.wrong(where, "must have " + field.shortest() + " to " + most + " elements, has " + value.size());
        } else {
            return true;
        }
        return false;
    }

    private @Nullable JsonNode wrong(String where, String what) {
        problems.wrong(where, what);
        return null;
    }
}
