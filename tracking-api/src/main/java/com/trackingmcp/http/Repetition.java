package com.trackingmcp.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What of a request a carrier may repeat in its answer, and nobody else is to read: who is called what, the street, how
 * they are reached, what a paper's file is called, and by which account and credentials it was asked. Towns, states,
 * postal codes and countries are not among it: without them no error about an address could be understood. Stateless.
 */
final class Repetition {
    private static final JsonFactory JSON = new JsonFactory();
    private static final int SHORTEST = 4;
    private static final String END_OF_HEAD = "\r\n\r\n";
    private static final Pattern FILE_NAME = Pattern.compile("filename=\"([^\"]*)\"");

    /** Parts of names, in lower case without separators, whose values are not repeated. */
    private static final Set<String> PERSONAL = Set.of(
            "name",
            "contact",
            "street",
            "addressline",
            "address1",
            "address2",
            "address3",
            "phone",
            "fax",
            "email",
            "company",
            "attention",
            "signature",
            "signedby",
            "requestor",
            "account",
            "shippernum",
            "taxid",
            "eori",
            "vatnumber",
            "registrationnumber");

    /** The same of names that only seem to be among them. */
    private static final Set<String> HARMLESS = Set.of(
            "city", "county", "country", "province", "state", "service", "product", "unit", "currency", "carrier");

    /** Names that say nothing without the name they are below. */
    private static final Set<String> BARE = Set.of("number", "value", "shippernumber", "accountnumber");

    private Repetition() {}

    /** The values, the longest first: a shorter one may be part of a longer. */
    static List<String> of(CarrierRequest request) {
        Set<String> values = new TreeSet<>();
        String target = request.target();
        int query = target.indexOf('?');
        if (query >= 0) {
            pairs(target.substring(query + 1), request.isSecret(), values);
        }
        request.forEachHeader((name, value) -> {
            if (isPersonal(name) || name.equalsIgnoreCase("Authorization")) {
                add(value.substring(value.indexOf(' ') + 1), values);
            }
        });
        request.body().ifPresent(body -> body(body, request.isSecret(), values));
        return values.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    /** A text without them. */
    static String without(List<String> values, String text) {
        String left = text;
        for (String value : values) {
            left = left.replace(value, "****");
        }
        return left;
    }

    private static void body(byte[] body, boolean all, Set<String> values) {
        String begin = new String(body, 0, Math.min(2, body.length), StandardCharsets.ISO_8859_1);
        if (begin.startsWith("{") || begin.startsWith("[")) {
            json(body, all, values);
        } else if (begin.equals("--")) {
            parts(new String(body, StandardCharsets.UTF_8), all, values);
        } else if (all) {
            pairs(new String(body, StandardCharsets.UTF_8), true, values);
        }
    }

    /** The names of the files among the parts of a form, and what its parts of JSON tell. */
    private static void parts(String form, boolean all, Set<String> values) {
        String boundary = form.lines().findFirst().orElseThrow();
        for (String part : form.split(Pattern.quote(boundary), -1)) {
            int end = part.indexOf(END_OF_HEAD);
            if (end < 0) {
                continue;
            }
            Matcher file = FILE_NAME.matcher(part.substring(0, end));
            if (file.find()) {
                add(file.group(1), values);
            }
            String content = part.substring(end + END_OF_HEAD.length());
            if (content.startsWith("{")) {
                json(content.getBytes(StandardCharsets.UTF_8), all, values);
            }
        }
    }

    private static void json(byte[] body, boolean all, Set<String> values) {
        try (JsonParser parser = JSON.createParser(body)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                boolean value = token == JsonToken.VALUE_STRING || token.isNumeric();
                if (value && (all || isPersonal(parser.getParsingContext()))) {
                    add(parser.getText(), values);
                }
            }
        } catch (IOException e) {
            // not ours, or no JSON: then no name tells what it holds
        }
    }

    private static void pairs(String form, boolean all, Set<String> values) {
        for (String pair : form.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0 && (all || isPersonal(pair.substring(0, equals)))) {
                add(URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8), values);
            }
        }
    }

    private static void add(String value, Set<String> values) {
        String text = value.strip();
        if (text.length() >= SHORTEST) {
            values.add(text);
        }
    }

    /** By its name, or that of the list it is in; where that says nothing, by the names above it. */
    private static boolean isPersonal(JsonStreamContext context) {
        String name = name(context);
        if (name != null && !BARE.contains(plain(name))) {
            return isPersonal(name);
        }
        for (JsonStreamContext at = context; at != null; at = at.getParent()) {
            if (at.getCurrentName() != null && isPersonal(at.getCurrentName())) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable String name(JsonStreamContext context) {
        JsonStreamContext at = context;
        while (at != null && at.getCurrentName() == null) {
            at = at.getParent();
        }
        return at == null ? null : at.getCurrentName();
    }

    private static boolean isPersonal(String name) {
        String plain = plain(name);
        return PERSONAL.stream().anyMatch(plain::contains) && HARMLESS.stream().noneMatch(plain::contains);
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "");
    }
}
