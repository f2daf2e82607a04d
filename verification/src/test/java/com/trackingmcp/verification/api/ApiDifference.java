package com.trackingmcp.verification.api;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tells two listings apart. Stateless. */
final class ApiDifference {
    private ApiDifference() {}

    /** The lines that went (-) and came (+), each member after its type; empty where the listings are equal. */
    static Optional<String> between(String committed, String actual) {
        if (committed.equals(actual)) {
            return Optional.empty();
        }
        Set<String> before = lines(committed);
        Set<String> after = lines(actual);
        List<String> difference = new ArrayList<>();
        before.stream().filter(line -> !after.contains(line)).forEach(line -> difference.add("- " + line));
        after.stream().filter(line -> !before.contains(line)).forEach(line -> difference.add("+ " + line));
        return Optional.of(difference.isEmpty() ? "  (the order of lines)" : String.join("\n", difference));
    }

    private static Set<String> lines(String listing) {
        Set<String> lines = new LinkedHashSet<>();
        String type = "";
        for (String line : listing.lines().toList()) {
            boolean member = line.startsWith(" ");
            if (!line.isBlank()) {
                lines.add(member ? type + " >" + line.substring(3) : line);
            }
            type = member || line.isBlank() ? type : simpleName(line);
        }
        return lines;
    }

    private static String simpleName(String header) {
        String[] words = header.split("[<(]", 2)[0].split(" ");
        for (int i = 0; i < words.length - 1; i++) {
            if (Set.of("class", "interface", "enum", "record", "@interface").contains(words[i])) {
                return words[i + 1];
            }
        }
        return header;
    }
}
