package com.trackingmcp.verification.spec;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.ValidationReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Holds exchanges against the carriers' descriptions and keeps account. Not safe for use by several threads.
 *
 * <p>Every finding must be explained by a {@link KnownDeviation}, and every deviation must be needed by a finding: a
 * list that only grows would end up hiding faults.
 */
final class SpecConformance {
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");
    private static final Pattern FORM = Pattern.compile("^.*?/oneOf/\\d+");
    /** How many exchanges a failure names for one kind of finding. */
    private static final int EXAMPLES = 3;

    private final Path folder;
    private final List<KnownDeviation> known;
    private final Map<CarrierDocument, OpenApiInteractionValidator> validators = new EnumMap<>(CarrierDocument.class);
    private final Set<String> operations = new TreeSet<>();
    private final Set<KnownDeviation> used = new LinkedHashSet<>();
    private final Map<String, List<Occurrence>> unexplained = new LinkedHashMap<>();
    private int requests;
    private int responses;

    /**
     * @param folder the folder of all descriptions
     * @param known the differences that are known and right
     */
    SpecConformance(Path folder, List<KnownDeviation> known) {
        this.folder = folder;
        this.known = List.copyOf(known);
    }

    private record Occurrence(Finding finding, Exchange exchange) {}

    /** Validates both halves of an exchange; returns what no deviation explains. */
    List<Finding> check(Exchange exchange) {
        List<Finding> findings = new ArrayList<>();
        findings.addAll(findings(exchange, validator(exchange).validateRequest(request(exchange))));
        requests++;
        findings.addAll(findings(
                exchange,
                validator(exchange)
                        .validateResponse(
                                exchange.path(), Request.Method.valueOf(exchange.method()), response(exchange))));
        responses++;
        List<Finding> open = findings.stream()
                .filter(finding -> !isKnown(finding))
                .distinct()
                .toList();
        open.forEach(finding -> unexplained
                .computeIfAbsent(finding.kind(), any -> new ArrayList<>())
                .add(new Occurrence(finding, exchange)));
        return open;
    }

    /** The deviations that no finding has needed so far. */
    List<KnownDeviation> unused() {
        return known.stream().filter(deviation -> !used.contains(deviation)).toList();
    }

    /**
     * Ends the run.
     *
     * @return one line that says what was validated
     * @throws AssertionError where nothing was validated, a finding is unexplained or a deviation was not needed
     */
    String conclude() {
        List<String> faults = new ArrayList<>();
        if (requests == 0 || responses == 0) {
            faults.add("Nothing was validated.");
        }
        unexplained.values().forEach(occurrences -> faults.add(text(occurrences)));
        unused().forEach(deviation -> faults.add(
                "The deviation \"" + deviation.name() + "\" explains nothing any more: remove it from the list."));
        if (!faults.isEmpty()) {
            throw new AssertionError(
                    summary() + "\nUnlike the carriers' descriptions:\n  - " + String.join("\n  - ", faults));
        }
        return summary();
    }

    private static String text(List<Occurrence> occurrences) {
        List<String> exchanges = occurrences.stream()
                .map(occurrence -> occurrence.exchange().toString())
                .distinct()
                .toList();
        int more = exchanges.size() - EXAMPLES;
        return occurrences.get(0).finding() + "\n      "
                + occurrences.size() + " times, in "
                + String.join(", ", exchanges.subList(0, Math.min(EXAMPLES, exchanges.size())))
                + (more > 0 ? " and " + more + " more" : "");
    }

    private String summary() {
        String names = used.isEmpty()
                ? "none"
                : used.stream().map(KnownDeviation::name).sorted().collect(Collectors.joining(", "));
        return "Spec conformance: " + operations.size() + " operations x " + requests + " requests x " + responses
                + " responses validated against " + validators.size() + " documents; deviations used: " + names;
    }

    private boolean isKnown(Finding finding) {
        List<KnownDeviation> explaining =
                known.stream().filter(deviation -> deviation.explains(finding)).toList();
        used.addAll(explaining);
        return !explaining.isEmpty();
    }

    private OpenApiInteractionValidator validator(Exchange exchange) {
        return validators.computeIfAbsent(
                exchange.document(),
                document -> OpenApiInteractionValidator.createForInlineApiSpecification(
                                SpecReader.json(folder.resolve(document.file())))
                        .withCustomRequestValidation((request, operation) -> {
                            operations.add(document + " " + operation.getMethod() + " "
                                    + operation.getApiPath().original());
                            return ValidationReport.empty();
                        })
                        .build());
    }

    private static SimpleRequest request(Exchange exchange) {
        SimpleRequest.Builder request = new SimpleRequest.Builder(exchange.method(), exchange.path());
        exchange.query().forEach(request::withQueryParam);
        exchange.headers().forEach(request::withHeader);
        if (!exchange.body().isEmpty()) {
            request.withBody(exchange.body());
        }
        return request.build();
    }

    private static SimpleResponse response(Exchange exchange) {
        SimpleResponse.Builder response = SimpleResponse.Builder.status(exchange.status());
        exchange.responseHeaders().forEach(response::withHeader);
        if (!exchange.responseBody().isEmpty()) {
            response.withBody(exchange.responseBody());
        }
        return response.build();
    }

    private List<Finding> findings(Exchange exchange, ValidationReport report) {
        List<Finding> findings = new ArrayList<>();
        for (ValidationReport.Message message :
                report.getMessages().stream().flatMap(SpecConformance::meant).toList()) {
            String operation = operation(exchange, message);
            boolean status = message.getKey().equals("validation.response.status.unknown");
            String path = status ? "status:" + exchange.status() : path(message);
            for (String name : names(message)) {
                findings.add(new Finding(
                        exchange.document(), operation, message.getKey(), join(path, name), message.getMessage()));
            }
        }
        return findings;
    }

    /** Of several forms a body may have, what is wrong with the one it has: the one whose members are all at its top. */
    private static Stream<ValidationReport.Message> meant(ValidationReport.Message message) {
        if (!message.getKey().endsWith(".schema.oneOf")) {
            return Stream.of(message);
        }
        Map<String, List<ValidationReport.Message>> forms = new LinkedHashMap<>();
        message.getNestedMessages()
                .forEach(nested -> forms.computeIfAbsent(form(schema(nested)), any -> new ArrayList<>())
                        .add(nested));
        forms.entrySet()
                .removeIf(form -> form.getValue().stream()
                        .anyMatch(nested -> nested.getKey().endsWith(".schema.required")
                                && schema(nested).equals(form.getKey())));
        return forms.size() == 1 ? forms.values().iterator().next().stream() : Stream.of(message);
    }

    private static String schema(ValidationReport.Message message) {
        return message.getContext()
                .flatMap(ValidationReport.MessageContext::getPointers)
                .map(ValidationReport.MessageContext.Pointers::getSchema)
                .orElse("");
    }

    private static String form(String schema) {
        Matcher form = FORM.matcher(schema);
        return form.find() ? form.group() : schema;
    }

    private static String operation(Exchange exchange, ValidationReport.Message message) {
        return exchange.method() + " "
                + message.getContext()
                        .flatMap(ValidationReport.MessageContext::getApiOperation)
                        .map(operation -> operation.getApiPath().original())
                        .orElse(exchange.path());
    }

    private static String path(ValidationReport.Message message) {
        return message.getContext()
                .map(context -> context.getParameter()
                        .map(parameter -> parameter.getIn() + ":" + parameter.getName())
                        .orElseGet(() -> context.getPointers()
                                .map(pointers -> pointers.getInstance()
                                        .replaceAll("/\\d+(?=/|$)", "")
                                        .replaceFirst("^/", ""))
                                .orElse("")))
                .orElse("");
    }

    /** One finding for each property that is missing or too many, so that each can be named alone. */
    private static List<String> names(ValidationReport.Message message) {
        boolean list = message.getKey().endsWith(".schema.required")
                || message.getKey().endsWith(".schema.additionalProperties");
        List<String> names = new ArrayList<>();
        Matcher quoted = QUOTED.matcher(list ? message.getMessage() : "");
        while (quoted.find()) {
            names.add(quoted.group(1));
        }
        return names.isEmpty() ? List.of("") : names;
    }

    private static String join(String path, String name) {
        if (name.isEmpty() || path.isEmpty()) {
            return path + name;
        }
        return path + "/" + name;
    }
}
