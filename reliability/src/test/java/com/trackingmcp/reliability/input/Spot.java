package com.trackingmcp.reliability.input;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.trackingmcp.model.Address;
import com.trackingmcp.model.BillingAccount;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A text somewhere in a request: one that is there, or could be. Immutable.
 *
 * @param owner the model it is a field of
 * @param path the names of fields, and indexes, that lead to it
 * @param absent what is to be there around it, for a carrier asks for a whole address or none
 */
public record Spot(Class<?> owner, List<Object> path, Map<List<Object>, ObjectNode> absent) {
    private static final PropertyNamingStrategies.SnakeCaseStrategy SNAKE =
            new PropertyNamingStrategies.SnakeCaseStrategy();

    /** Every text of a request of that type, those that are absent in it too. */
    public static List<Spot> of(Class<?> type, JsonNode request) {
        List<Spot> spots = new ArrayList<>();
        walk(type, request, List.of(), Map.of(), spots);
        return spots;
    }

    /** Whether a request has it. */
    public boolean isIn(JsonNode request) {
        JsonNode at = request;
        for (Object step : path) {
            at = step instanceof Integer index ? at.path(index) : at.path((String) step);
        }
        return !at.isMissingNode();
    }

    /** Its last name, of the field and not of what is in it. */
    public String field() {
        for (int i = path.size() - 1; i >= 0; i--) {
            if (path.get(i) instanceof String name) {
                return name;
            }
        }
        return "";
    }

    /** The request with another text there. */
    public JsonNode fill(JsonNode request, String text) {
        JsonNode copy = request.deepCopy();
        JsonNode at = copy;
        for (int i = 0; i < path.size() - 1; i++) {
            at = below(at, path.get(i), path.get(i + 1) instanceof Integer);
            ObjectNode around = absent.get(path.subList(0, i + 1));
            if (around != null && at.isEmpty()) {
                ((ObjectNode) at).setAll(around);
            }
        }
        Object last = path.get(path.size() - 1);
        if (last instanceof Integer index) {
            ArrayNode list = (ArrayNode) at;
            if (list.size() > index) {
                list.set(index, JsonNodeFactory.instance.textNode(text));
            } else {
                list.add(text);
            }
        } else {
            ((ObjectNode) at).put((String) last, text);
        }
        return copy;
    }

    private static JsonNode below(JsonNode at, Object step, boolean list) {
        JsonNode found = step instanceof Integer index ? at.path(index) : at.path((String) step);
        if (!found.isMissingNode() && !found.isNull()) {
            return found;
        }
        if (step instanceof Integer) {
            return ((ArrayNode) at).addObject();
        }
        return list ? ((ObjectNode) at).putArray((String) step) : ((ObjectNode) at).putObject((String) step);
    }

    private static void walk(
            Class<?> type, JsonNode node, List<Object> path, Map<List<Object>, ObjectNode> absent, List<Spot> spots) {
        Map<List<Object>, ObjectNode> around = new HashMap<>(absent);
        if (node.isMissingNode() && type == Address.class) {
            around.put(path, address());
        } else if (node.isMissingNode() && type == BillingAccount.class) {
            around.put(path, JsonNodeFactory.instance.objectNode().put("account_number", "100200300"));
        }
        Map<List<Object>, ObjectNode> known = Map.copyOf(around);
        fields(type)
                .forEach((name, fieldType) -> field(type, fieldType, node.path(name), with(path, name), known, spots));
    }

    private static ObjectNode address() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("person", "Ada Example")
                .put("company", "Example Ltd")
                .put("city", "Memphis")
                .put("state_or_province", "TN")
                .put("postal_code", "38118")
                .put("country", "US")
                .put("phone", "9015550100")
                .set("lines", JsonNodeFactory.instance.arrayNode().add("1 Example Street"));
    }

    private static void field(
            Class<?> owner,
            Type type,
            JsonNode node,
            List<Object> path,
            Map<List<Object>, ObjectNode> absent,
            List<Spot> spots) {
        if (type == String.class) {
            spots.add(new Spot(owner, path, absent));
        } else if (type instanceof ParameterizedType generic) {
            Class<?> raw = (Class<?>) generic.getRawType();
            Type[] of = generic.getActualTypeArguments();
            if (raw == Optional.class) {
                field(owner, of[0], node, path, absent, spots);
            } else if (Collection.class.isAssignableFrom(raw)) {
                field(owner, of[0], node.path(0), with(path, 0), absent, spots);
            } else if (Map.class.isAssignableFrom(raw) && of[1] == String.class) {
                List<String> keys = new ArrayList<>(List.of("test_key"));
                node.fieldNames().forEachRemaining(keys::add);
                keys.forEach(key -> spots.add(new Spot(owner, with(path, key), absent)));
            }
        } else if (type instanceof Class<?> model && isModel(model) && !isInside(model, owner, path)) {
            walk(model, node, path, absent, spots);
        }
    }

    /** One absent address in another would never end. */
    private static boolean isInside(Class<?> model, Class<?> owner, List<Object> path) {
        return model == owner || path.size() > 7;
    }

    private static boolean isModel(Class<?> type) {
        return type.getName().startsWith("com.trackingmcp.")
                && (type.isRecord() || type.isInterface())
                && (type != Address.class || type.isInterface());
    }

    private static Map<String, Type> fields(Class<?> type) {
        Map<String, Type> fields = new LinkedHashMap<>();
        if (type.isRecord()) {
            for (RecordComponent component : type.getRecordComponents()) {
                fields.put(name(type, component.getName()), component.getGenericType());
            }
        } else {
            Stream<Method> methods = Arrays.stream(type.getMethods())
                    .filter(method -> Modifier.isAbstract(method.getModifiers()) && method.getParameterCount() == 0)
                    .sorted((one, other) -> one.getName().compareTo(other.getName()));
            methods.forEach(method -> fields.put(name(type, method.getName()), method.getGenericReturnType()));
        }
        return fields;
    }

    /** The test's own records are not written in snake case. */
    private static String name(Class<?> type, String name) {
        return type.getName().startsWith("com.trackingmcp.model.") ? SNAKE.translate(name) : name;
    }

    private static List<Object> with(List<Object> path, Object step) {
        List<Object> longer = new ArrayList<>(path);
        longer.add(step);
        return List.copyOf(longer);
    }
}
