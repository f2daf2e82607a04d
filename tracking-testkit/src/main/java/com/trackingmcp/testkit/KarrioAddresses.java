package com.trackingmcp.testkit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Addresses: those that are kept to be named by their id, and the server's rules for any. Stateless but for its server. */
final class KarrioAddresses implements KarrioResource {
    private static final String KIND = "adr";
    private static final String WORD = "Address";
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
    private static final Pattern CANADIAN = Pattern.compile("[A-Z]\\d[A-Z]-?\\d[A-Z]\\d.*");
    private static final Pattern AMERICAN = Pattern.compile("\\d{5}(-\\d{4})?");
    private static final Pattern PHONE = Pattern.compile("\\+?[\\d ().\\-/]{5,24}( ?x ?\\d+)?");
    private static final Map<String, Integer> LENGTHS = Map.of(
            "postal_code", 20,
            "city", 50,
            "federal_tax_id", 50,
            "state_tax_id", 50,
            "phone_number", 50,
            "state_code", 50);
    private static final List<String> NAMES =
            List.of("person_name", "company_name", "street_number", "address_line1", "address_line2");
    private static final List<String> TEXTS = List.of(
            "postal_code",
            "city",
            "federal_tax_id",
            "state_tax_id",
            "person_name",
            "company_name",
            "country_code",
            "email",
            "phone_number",
            "state_code",
            "street_number",
            "address_line1",
            "address_line2");
    private static final List<String> FLAGS = List.of("residential", "validate_location");

    private final KarrioServer server;

    KarrioAddresses(KarrioServer server) {
        this.server = server;
    }

    @Override
    public void enter(KarrioRoutes routes) {
        KarrioShelf shelf = new KarrioShelf(server, KIND, WORD, "addresses", "/v1/addresses");
        shelf.enter(routes, KarrioAddresses::check, KarrioAddresses::shown);
    }

    /** An address in a body: an object, or the id of one that is kept. Complaints go to the form. */
    static ObjectNode read(KarrioServer server, KarrioAsk ask, KarrioBody form, String field) {
        if (!form.get(field).isTextual()) {
            KarrioBody address = form.below(field);
            check(address);
            return shown(address.copy());
        }
        String id = form.text(field);
        return server.book()
                .find(KIND, ask, id)
                .map(entry -> entry.json().deepCopy())
                .orElseGet(() -> {
                    form.complain(field, "Address with id " + id + " not found");
                    return Json.object();
                });
    }

    private static void check(KarrioBody form) {
        form.need("country_code")
                .like("country_code", COUNTRY, "\"" + form.text("country_code") + "\" is not a valid choice.");
        form.most(100, NAMES.toArray(new String[0]));
        LENGTHS.forEach((field, length) -> form.most(length, field));
        String postal = tight(form.text("postal_code"));
        String country = form.has("postal_code") ? form.text("country_code") : "";
        if (country.equals("CA")
                && !CANADIAN.matcher(postal.toUpperCase(Locale.ROOT)).matches()) {
            form.complain("postal_code", "The Canadian postal code must match Z9Z9Z9");
        }
        if (country.equals("US") && !AMERICAN.matcher(postal).matches()) {
            form.complain("postal_code", "The American postal code must match 12345 or 12345-6789");
        }
        if (!form.text("phone_number").isEmpty()) {
            form.like("phone_number", PHONE, "Invalid phone number format");
        }
    }

    /** An address as the server shows it: every member there, postal codes and telephone numbers in its own form. */
    static ObjectNode shown(ObjectNode given) {
        ObjectNode address = Json.object();
        TEXTS.forEach(field -> address.set(field, given.get(field)));
        FLAGS.forEach(field -> address.put(field, given.path(field).asBoolean(false)));
        address.set("meta", given.path("meta").isObject() ? given.path("meta").deepCopy() : Json.object());
        String country = given.path("country_code").asText();
        if (given.hasNonNull("postal_code")) {
            address.put("postal_code", postal(country, given.path("postal_code").asText()));
        }
        if (given.hasNonNull("phone_number")) {
            address.put(
                    "phone_number", phone(country, given.path("phone_number").asText()));
        }
        return address.put("object_type", "address");
    }

    private static String postal(String country, String code) {
        return switch (country) {
            case "CA" -> tight(code).toUpperCase(Locale.ROOT);
            case "US" -> tight(code);
            default -> code;
        };
    }

    private static String tight(String code) {
        return code.replaceAll("\\s", "");
    }

    /** The server writes numbers as one dials them from abroad; the sandbox does so for those of North America. */
    private static String phone(String country, String number) {
        String digits = number.replaceAll("\\D", "").replaceFirst("^1(?=\\d{10}$)", "");
        boolean american = country.equals("US") || country.equals("CA");
        return american && digits.length() == 10
                ? "+1 " + digits.substring(0, 3) + "-" + digits.substring(3, 6) + "-" + digits.substring(6)
                : number;
    }
}
