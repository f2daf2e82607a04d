package com.trackingmcp.reliability.property;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.trackingmcp.model.ModelJson;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes of a model an equal one that was put together in another order. Stateless. */
final class Twins {
    private static final ObjectMapper JSON = ModelJson.newMapper();

    private Twins() {}

    /** The equal one of an argument; itself where it is no model. */
    static Object of(Object argument) {
        if (argument instanceof List<?> list) {
            List<Object> twins = new ArrayList<>();
            list.forEach(each -> twins.add(of(each)));
            return twins;
        }
        Class<?> model = modelOf(argument);
        if (model == null) {
            return argument;
        }
        try {
            JsonNode tree = JSON.readTree(ModelJson.write(argument));
            turn(tree, tree, argument, model);
            Object twin = ModelJson.read(tree.toString(), model);
            if (!twin.equals(argument)) {
                throw new AssertionError(model + " is not what its JSON says");
            }
            return twin;
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static @Nullable Class<?> modelOf(Object argument) {
        Class<?> type = argument.getClass();
        if (!type.getPackageName().equals("com.trackingmcp.model")) {
            return null;
        }
        return type.getSimpleName().startsWith("Immutable") ? type.getInterfaces()[0] : type;
    }

    /** Turns all around that may be: the parts of an object, and the elements of what turns out to be a set. */
    private static void turn(JsonNode node, JsonNode root, Object argument, Class<?> model) {
        node.forEach(child -> turn(child, root, argument, model));
        if (node instanceof ObjectNode object) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            Collections.reverse(names);
            for (String name : names) {
                JsonNode value = object.remove(name);
                object.set(name, value);
            }
        } else if (node instanceof ArrayNode array && array.size() > 1) {
            reverse(array);
            Object turned = ModelJson.read(root.toString(), model);
            if (!turned.equals(argument)) {
                reverse(array);
            }
        }
    }

    private static void reverse(ArrayNode array) {
        List<JsonNode> elements = new ArrayList<>();
        array.forEach(elements::add);
        Collections.reverse(elements);
        array.removeAll();
        array.addAll(elements);
    }
}
