package com.trackingmcp.error;

import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A sentence with places to fill, such as {@code {carrier}}. Stateless. */
final class Template {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");

    private Template() {}

    /** The sentence with its places filled: once, and without a second full stop where a filling brings one. */
    static String fill(String template, UnaryOperator<String> fillings) {
        Matcher placeholders = PLACEHOLDER.matcher(template);
        StringBuilder text = new StringBuilder();
        while (placeholders.find()) {
            String value = fillings.apply(placeholders.group(1));
            boolean fullStopFollows = template.startsWith(".", placeholders.end());
            boolean twice = fullStopFollows && value.endsWith(".") && !value.endsWith("..");
            placeholders.appendReplacement(
                    text, Matcher.quoteReplacement(twice ? value.substring(0, value.length() - 1) : value));
        }
        return placeholders.appendTail(text).toString();
    }
}
