package com.trackingmcp.karrio;

import com.trackingmcp.error.FieldProblem;
import com.trackingmcp.karrio.KarrioErrorWire.Problem;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code shipper.country_code: This field is required.}, with the paths of our own requests. Stateless. */
final class KarrioFields {
    private static final Pattern FIELD =
            Pattern.compile("([A-Za-z_]\\w*(?:[.\\[\\]\\w]*\\w]?)?): (.+)", Pattern.DOTALL);
    private static final Pattern MISSING =
            Pattern.compile("(?i)this (field|list) (is required|may not be (blank|null|empty)).*");

    /** Karrio's names of what our requests name otherwise. */
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("shipper", "sender"),
            Map.entry("person_name", "person"),
            Map.entry("company_name", "company"),
            Map.entry("address_line1", "lines[0]"),
            Map.entry("address_line2", "lines[1]"),
            Map.entry("state_code", "state_or_province"),
            Map.entry("country_code", "country"),
            Map.entry("phone_number", "phone"),
            Map.entry("enabled_events", "events"));

    private KarrioFields() {}

    /**
     * A field that is missing or wrong.
     *
     * @param missing whether it is missing
     */
    record Found(FieldProblem problem, boolean missing) {}

    /** The field a complaint is about; empty where it is about none. */
    static Optional<Found> of(Problem problem) {
        String text = problem.words(false).orElse("");
        Matcher parts = FIELD.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String why = parts.group(2).strip();
        return Optional.of(new Found(
                new FieldProblem(path(parts.group(1)), why),
                MISSING.matcher(why).matches()));
    }

    /** A path in the words of our requests, part by part. */
    static String path(String karrios) {
        StringBuilder path = new StringBuilder();
        for (String part : karrios.split("\\.", -1)) {
            int bracket = part.indexOf('[');
            String name = bracket < 0 ? part : part.substring(0, bracket);
            path.append(path.length() == 0 ? "" : ".")
                    .append(NAMES.getOrDefault(name, name))
                    .append(bracket < 0 ? "" : part.substring(bracket));
        }
        return path.toString();
    }
}
