package com.trackingmcp.reliability.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes a JSON tree with changes that a few bytes choose: where, what and how. Equal bytes make equal texts. For one
 * thread.
 *
 * <p>Four bytes are one change: two for its place among the values, counted from the root, one for its kind, one to
 * choose by. Two changes at one place: the last counts.
 */
final class HostileJson {
    /** How many changes are made at most. */
    private static final int MOST = 16;

    private static final int KINDS = 14;
    private static final int LONGEST = 256 * 1024;

    private final StringBuilder out = new StringBuilder();
    private final Map<Integer, Change> changes = new TreeMap<>();
    private int place;

    private record Change(int kind, int choice) {}

    private HostileJson() {}

    /** The tree as text, changed as the bytes from there on say. */
    static String of(JsonNode tree, int values, byte[] program, int from) {
        HostileJson json = new HostileJson();
        for (int at = from; at + 3 < program.length && json.changes.size() < MOST; at += 4) {
            int where = (program[at] & 0xFF) << 8 | program[at + 1] & 0xFF;
            json.changes.put(where % values, new Change((program[at + 2] & 0xFF) % KINDS, program[at + 3] & 0xFF));
        }
        json.value("", tree);
        return json.out.toString();
    }

    /** How many values there are, the tree itself among them. */
    static int count(JsonNode tree) {
        int count = 1;
        for (JsonNode child : tree) {
            count += count(child);
        }
        return count;
    }

    /** A value in a list or at the root. */
    private void value(String name, JsonNode node) {
        int own = place++;
        Change change = changes.get(own);
        if (change == null || out.length() > LONGEST) {
            plain(name, node);
            return;
        }
        switch (change.kind) {
            case 0, 1, 2 -> replaced(node, HostileValues.scalar(change.kind * 256 + change.choice));
            case 3 -> replaced(node, HostileValues.sized(change.choice));
            case 4 -> {
                out.append('[');
                plain(name, node);
                out.append(']');
            }
            case 5 -> {
                out.append('{').append(quoted(name)).append(':');
                plain(name, node);
                out.append('}');
            }
            case 6 -> nested(name, node, change.choice);
            case 7 -> repeated(name, node, change.choice);
            case 8 -> texted(node, change.choice);
            case 9 -> numbered(node, change.choice);
            case 10 ->
                replaced(node, quoted(node.isContainerNode() ? node.toString() : node.asText() + "\u0000\ud800"));
            case 11 -> dated(node, change.choice);
            default -> plain(name, node);
        }
    }

    private void replaced(JsonNode node, String text) {
        place += count(node) - 1;
        out.append(text);
    }

    private void plain(String name, JsonNode node) {
        if (node.isObject()) {
            out.append('{');
            Iterator<Map.Entry<String, JsonNode>> members = node.fields();
            int start = out.length();
            while (members.hasNext()) {
                Map.Entry<String, JsonNode> member = members.next();
                member(member.getKey(), member.getValue(), out.length() > start);
            }
            out.append('}');
        } else if (node.isArray()) {
            out.append('[');
            for (int i = 0; i < node.size(); i++) {
                out.append(i == 0 ? "" : ",");
                value(name, node.get(i));
            }
            out.append(']');
        } else {
            out.append(node);
        }
    }

    /** Some changes are of a name and its value together. */
    private void member(String name, JsonNode node, boolean further) {
        Change change = changes.get(place);
        int kind = change == null ? -1 : change.kind;
        if (change != null && kind == 12 && change.choice % 2 == 0) {
            place += count(node);
            return;
        }
        out.append(further ? "," : "");
        if (change != null && kind == 12) {
            out.append(quoted(HostileValues.name(name, change.choice))).append(':');
            place++;
            plain(name, node);
            return;
        }
        String hostile = change == null ? "" : quoted(name) + ":" + HostileValues.scalar(change.choice);
        if (kind == 13 && change.choice % 2 == 0) {
            out.append(hostile).append(',');
        }
        out.append(quoted(name)).append(':');
        value(name, node);
        if (kind == 13 && change.choice % 2 == 1) {
            out.append(',').append(hostile);
        }
    }

    private void nested(String name, JsonNode node, int choice) {
        int depth = choice < 200 ? choice : (choice - 199) * 20;
        String open = choice % 2 == 0 ? "[" : "{" + quoted(name) + ":";
        out.append(open.repeat(depth));
        plain(name, node);
        out.append((choice % 2 == 0 ? "]" : "}").repeat(depth));
    }

    private void repeated(String name, JsonNode node, int choice) {
        int begin = out.length();
        plain(name, node);
        String text = out.substring(begin);
        out.setLength(begin);
        int times = Math.min(choice * 4, 20_000 / (text.length() + 1));
        out.append('[').append((text + ",").repeat(times)).append(text).append(']');
    }

    /** The same text, one character of it another. */
    private void texted(JsonNode node, int choice) {
        String text = node.isContainerNode() ? "" : node.asText();
        int at = text.isEmpty() ? 0 : choice % text.length();
        String other = HostileValues.character(choice / 3);
        replaced(node, quoted(text.substring(0, at) + other + (text.isEmpty() ? "" : text.substring(at + 1))));
    }

    private void numbered(JsonNode node, int choice) {
        String digits = node.asText().replaceAll("[^0-9.]", "");
        replaced(
                node,
                switch (choice % 4) {
                    case 0 -> digits.isEmpty() ? "0" : digits;
                    case 1 -> "-" + choice + "." + choice;
                    case 2 -> quoted("-" + digits + "e" + choice);
                    default -> "1e" + (choice - 128);
                });
    }

    private void dated(JsonNode node, int choice) {
        replaced(node, quoted(HostileValues.time(choice)));
    }

    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ' || Character.isSurrogate(c)) {
                quoted.append("\\u").append("%04x".formatted((int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }

    /** The text in an encoding that a byte chooses: mostly UTF-8. */
    static byte[] encoded(String text, int choice) {
        return text.getBytes(
                switch (choice) {
                    case 1 -> StandardCharsets.UTF_16LE;
                    case 2 -> StandardCharsets.UTF_16;
                    case 3 -> StandardCharsets.ISO_8859_1;
                    case 4 -> java.nio.charset.Charset.forName("UTF-32BE");
                    default -> StandardCharsets.UTF_8;
                });
    }
}
