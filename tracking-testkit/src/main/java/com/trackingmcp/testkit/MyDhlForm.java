package com.trackingmcp.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a body of MyDHL's must look like, and what is wrong with one in MyDHL's words. Stateless. */
final class MyDhlForm {
    private static final BigDecimal STEP = new BigDecimal("0.001");

    private MyDhlForm() {}

    /** A part of a body. */
    interface Rule {
        void check(JsonNode node, String path, List<String> problems);
    }

    static Rule text(int shortest, int longest) {
        return (node, path, problems) -> {
            if (!node.isTextual()) {
                problems.add(path + ": expected type: String, found: " + node.getNodeType());
                return;
            }
            int length = node.asText().length();
            if (length < shortest) {
                problems.add(path + ": expected minLength: " + shortest + ", actual: " + length);
            }
            if (length > longest) {
                problems.add(path + ": expected maxLength: " + longest + ", actual: " + length);
            }
        };
    }

    static Rule words(String... words) {
        Set<String> known = Set.of(words);
        return (node, path, problems) -> {
            if (!node.isTextual() || !known.contains(node.asText())) {
                problems.add(path + ": " + node.asText() + " is not a valid enum value");
            }
        };
    }

    /** To the third decimal, and not less than this. */
    static Rule number(String least) {
        return (node, path, problems) -> {
            if (!node.isNumber()) {
                problems.add(path + ": expected type: Number, found: " + node.getNodeType());
                return;
            }
            // read as text: a double would make others of them
            BigDecimal value = new BigDecimal(node.asText());
            if (value.compareTo(new BigDecimal(least)) < 0) {
                problems.add(path + ": " + value + " is not greater or equal to " + least);
            }
            if (value.remainder(STEP).signum() != 0) {
                problems.add(path + ": " + value + " is not a multiple of 0.001");
            }
        };
    }

    static Rule whole() {
        return (node, path, problems) -> {
            if (!node.isIntegralNumber() || node.asLong() < 1) {
                problems.add(path + ": expected type: Integer, found: " + node.asText());
            }
        };
    }

    static Rule flag() {
        return (node, path, problems) -> {
            if (!node.isBoolean()) {
                problems.add(path + ": expected type: Boolean, found: " + node.getNodeType());
            }
        };
    }

    static Rule many(Rule each, int fewest, int most) {
        return (node, path, problems) -> {
            if (!node.isArray()) {
                problems.add(path + ": expected type: JSONArray, found: " + node.getNodeType());
                return;
            }
            if (node.size() < fewest) {
                problems.add(path + ": expected minimum item count: " + fewest + ", found: " + node.size());
            }
            if (node.size() > most) {
                problems.add(path + ": expected maximum item count: " + most + ", found: " + node.size());
            }
            for (int i = 0; i < node.size(); i++) {
                each.check(node.get(i), path + "/" + i, problems);
            }
        };
    }

    static Thing thing() {
        return new Thing();
    }

    /** An object that has no members but these. */
    static final class Thing implements Rule {
        private final Map<String, Rule> members = new LinkedHashMap<>();
        private final Set<String> required = new LinkedHashSet<>();

        Thing needs(String name, Rule rule) {
            required.add(name);
            return takes(name, rule);
        }

        Thing takes(String name, Rule rule) {
            members.put(name, rule);
            return this;
        }

        @Override
        public void check(JsonNode node, String path, List<String> problems) {
            if (!node.isObject()) {
                problems.add(path + ": expected type: JSONObject, found: " + node.getNodeType());
                return;
            }
            required.stream()
                    .filter(name -> !node.has(name))
                    .forEach(name -> problems.add(path + ": required key [" + name + "] not found"));
            node.properties().forEach(member -> {
                Rule rule = members.get(member.getKey());
                if (rule == null) {
                    problems.add(path + ": extraneous key [" + member.getKey() + "] is not permitted");
                } else {
                    rule.check(member.getValue(), path + "/" + member.getKey(), problems);
                }
            });
        }
    }
}
