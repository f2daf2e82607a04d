package com.trackingmcp.reliability.secret;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.trackingmcp.reliability.input.Spot;
import com.trackingmcp.reliability.input.Verb;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What must be told nowhere. Stateless.
 *
 * <p>Credentials: every setting that is an id, secret, key, user, password or account, tokens, and what Basic authorisation
 * makes of them. People: names of persons and companies, streets, phone numbers, e-mail addresses and tax numbers. Towns,
 * states, postal codes and countries are not among them: they tell a place, not a person.
 */
final class Markers {
    static final String PERSON = "Zzmark Person";
    static final String COMPANY = "Zzmark Company";
    static final String STREET = "77 Zzmark Street";
    static final String PHONE = "9015557731";
    static final String EMAIL = "zzmark@example.com";

    private static final Map<String, String> BY_FIELD = Map.ofEntries(
            Map.entry("person", PERSON),
            Map.entry("company", COMPANY),
            Map.entry("lines", STREET),
            Map.entry("phone", PHONE),
            Map.entry("email", EMAIL),
            Map.entry("emails", EMAIL),
            Map.entry("signer", PERSON),
            Map.entry("requestor", PERSON),
            Map.entry("sender_name", PERSON),
            Map.entry("sender_email", EMAIL));

    private static final Map<String, String> BY_ARGUMENT = Map.of(
            "name", PERSON, "company", COMPANY, "street", STREET, "phone", PHONE, "email", EMAIL, "signer", PERSON);

    private static final List<String> PEOPLE = List.of("zzmark", PHONE);

    private Markers() {}

    /** A request with marked people in place of those in it. */
    static JsonNode people(Verb verb, JsonNode request) {
        JsonNode marked = request;
        for (Spot spot : Spot.of(verb.type(), request)) {
            String marker = BY_FIELD.get(spot.field());
            if (marker != null && spot.isIn(request)) {
                marked = spot.fill(marked, marker);
            }
        }
        return marked;
    }

    /** The credentials among settings, and what is made of them. */
    static List<String> credentials(Map<String, String> settings) {
        List<String> secrets = new ArrayList<>(List.of("test-token-"));
        settings.forEach((name, value) -> {
            if (Stream.of("SECRET", "PASSWORD", "KEY", "CLIENT_ID", "USERNAME", "EMAIL", "CREDENTIAL", "ACCOUNT")
                    .anyMatch(name::contains)) {
                secrets.add(value);
            }
        });
        for (String carrier : List.of("FEDEX_CLIENT_ID", "UPS_CLIENT_ID", "DHL_CLIENT_ID", "DHL_EXPRESS_USERNAME")) {
            String other = carrier.replace("CLIENT_ID", "CLIENT_SECRET").replace("USERNAME", "PASSWORD");
            String pair = settings.get(carrier) + ":" + settings.get(other);
            secrets.add(Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
        }
        return List.copyOf(secrets);
    }

    /** Which credentials, and which people, a text tells. */
    static List<String> in(String text, List<String> credentials) {
        List<String> found = new ArrayList<>();
        credentials.stream().filter(text::contains).forEach(found::add);
        PEOPLE.forEach(person -> {
            Matcher matcher = Pattern.compile(Pattern.quote(person), Pattern.CASE_INSENSITIVE)
                    .matcher(text);
            if (matcher.find()) {
                found.add(person);
            }
        });
        return found;
    }

    /** Whether a marker tells of people; it tells a credential otherwise. */
    static boolean isOfPeople(String marker) {
        return PEOPLE.contains(marker);
    }

    /** Arguments of a tool with marked people in place of those in them. */
    static JsonNode peopleInArguments(JsonNode arguments) {
        if (arguments.isArray()) {
            ArrayNode all = JsonNodeFactory.instance.arrayNode();
            arguments.forEach(item -> all.add(peopleInArguments(item)));
            return all;
        }
        if (!(arguments instanceof ObjectNode object)) {
            return arguments;
        }
        ObjectNode marked = object.deepCopy();
        object.properties().forEach(argument -> {
            String marker = BY_ARGUMENT.get(argument.getKey().replaceFirst("^(from|to)_", ""));
            marked.set(
                    argument.getKey(),
                    marker != null && argument.getValue().isTextual()
                            ? JsonNodeFactory.instance.textNode(marker)
                            : peopleInArguments(argument.getValue()));
        });
        return marked;
    }
}
