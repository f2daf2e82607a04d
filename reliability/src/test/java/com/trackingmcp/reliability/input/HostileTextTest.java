package com.trackingmcp.reliability.input;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.trackingmcp.error.CapabilityNotSupportedException;
import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.InvalidRequestException;
import com.trackingmcp.model.ModelJson;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every text of every request of every verb and carrier, filled with what could break out of a URL, a header, a form or JSON:
 * what arrives has the shape that a harmless text has, or nothing arrives and the error names the field.
 *
 * <p>Of the texts of a request, one in {@code SHARE} gets one hostile text, drawn by the seed;
 * {@code -Dreliability.input.all=true} gives each of them all.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class HostileTextTest {
    private static final long SEED = Long.getLong("reliability.seed", 20261122L);
    private static final boolean ALL = Boolean.getBoolean("reliability.input.all");
    private static final int SHARE = 12;
    private static final ObjectMapper MAPPER = ModelJson.newMapper();
    private static final String HARMLESS = "Harmless";

    private static final Map<String, String> HOSTILE = new LinkedHashMap<>(Map.ofEntries(
            Map.entry("line ends", "x\r\nX-Injected: yes\r\n\r\nGET /evil HTTP/1.1"),
            Map.entry("other line ends", "x\u2028X-Injected: yes\u0085\u000bX-Injected: yes"),
            Map.entry("traversal", "../../../evil/..%2f..%2fx?injected=1#injected"),
            Map.entry("encoded traversal", "%2e%2e%2f%2e%2e;/..\\..\\evil"),
            Map.entry("parent", ".."),
            Map.entry("JSON", "x\",\"injected\":{\"injected\":[1,\"yes\"]},\"x\":\"\\"),
            Map.entry("form", "x&injected=yes;injected=yes%26injected=yes+%00"),
            Map.entry(
                    "multipart",
                    "x\"; injected=\"yes\r\n--part\r\nContent-Disposition: form-data; name=\"injected\"\r\n\r\nyes"),
            Map.entry("half a pair", "x\ud83d\ude80y\ud83d"),
            Map.entry("other half", "\ude80x"),
            Map.entry("right to left", "\u202ex\u2066y\u200f\u061cz"),
            Map.entry("controls", "x\u0000y\u0008\u001b[31m\u007f"),
            Map.entry("XML", "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x>&e;</x>"),
            Map.entry("templates", "${jndi:ldap://127.0.0.1/x}{0}{{x}}%s%n"),
            Map.entry("long", "x".repeat(70_000))));

    private static final Map<String, Integer> TALLY = new TreeMap<>();
    private static final Map<String, Integer> REFUSALS = new TreeMap<>();

    private final List<String> findings = new ArrayList<>();

    @AfterAll
    static void tell() {
        System.out.println(
                "hostile texts: seed " + SEED + ", all " + ALL + ", " + TALLY + ", refused with " + REFUSALS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fedex", "ups", "dhl", "karrio:canadapost"})
    void no_text_of_a_request_breaks_out_of_its_place(String carrier) throws IOException {
        Random random = new Random(SEED);
        int asked = 0;
        try (Bench bench = Bench.of(carrier)) {
            for (Verb verb : Verb.all()) {
                Object good;
                try {
                    good = verb.good().apply(bench);
                    bench.relay().take();
                    verb.ask().apply(bench, good);
                } catch (CapabilityNotSupportedException | java.util.NoSuchElementException e) {
                    continue;
                } catch (CarrierException e) {
                    good = verb.good().apply(bench);
                }
                asked += attack(bench, verb, good, random);
            }
        }
        assertThat(findings).isEmpty();
        assertThat(asked).isGreaterThan(ALL ? 200 : 20);
    }

    private int attack(Bench bench, Verb verb, Object good, Random random) throws IOException {
        List<Heard> usual = bench.relay().take();
        JsonNode request = MAPPER.valueToTree(good);
        List<Spot> spots = Spot.of(verb.type(), request);
        List<String> texts = HOSTILE.keySet().stream().sorted().toList();
        int attacked = 0;
        for (Spot spot : spots) {
            if (!ALL && spots.size() > 1 && random.nextInt(SHARE) > 0) {
                continue;
            }
            Set<String> allowed = new HashSet<>();
            Throwable anyway = ask(bench, verb, spot.fill(request, HARMLESS));
            List<Heard> heard = new ArrayList<>(bench.relay().take());
            int most = Math.max(count(usual), count(heard));
            Set<String> refusals = new HashSet<>();
            refusals.add(heard.isEmpty() && anyway != null ? String.valueOf(anyway.getMessage()) : "");
            // what is too long for a code may be left out
            for (int length = 1; length < 4; length++) {
                Throwable refusal = ask(bench, verb, spot.fill(request, HARMLESS.substring(0, length)));
                List<Heard> more = bench.relay().take();
                most = Math.max(most, count(more));
                heard.addAll(more);
                refusals.add(more.isEmpty() && refusal != null ? String.valueOf(refusal.getMessage()) : "");
            }
            Stream.concat(usual.stream(), heard.stream())
                    .forEach(one -> allowed.addAll(Shape.of(one).parts()));
            List<String> chosen = ALL ? texts : List.of(texts.get(random.nextInt(texts.size())));
            attacked += chosen.size();
            for (String kind : chosen) {
                String where = bench.carrier() + " " + verb.name() + " " + spot.path() + " with " + kind;
                attack(bench, verb, spot, request, new Attack(where, HOSTILE.get(kind), allowed, most, refusals));
            }
        }
        return attacked;
    }

    /**
     * One text in one place.
     *
     * @param allowed what requests with a harmless text there are made of
     * @param most how many requests a harmless text makes
     * @param refusals what harmless texts are refused with
     */
    private record Attack(String where, String text, Set<String> allowed, int most, Set<String> refusals) {}

    private static int count(List<Heard> heard) {
        return (int) heard.stream().filter(one -> !one.isToken()).count();
    }

    private void attack(Bench bench, Verb verb, Spot spot, JsonNode request, Attack attack) throws IOException {
        Throwable failure = ask(bench, verb, spot.fill(request, attack.text()));
        List<Heard> heard =
                bench.relay().take().stream().filter(one -> !one.isToken()).toList();
        if (failure instanceof Unmade) {
            tally("not a request");
            return;
        }
        boolean whole = false;
        for (Heard one : heard) {
            whole |= arrived(one, attack);
        }
        if (heard.size() > Math.max(1, attack.most())) {
            found(attack, "makes " + heard.size() + " requests, not " + attack.most());
        }
        if (failure != null && !(failure instanceof CarrierException)) {
            found(attack, "fails with " + failure);
        }
        if (heard.isEmpty()) {
            refused(failure, spot, attack);
        } else {
            tally(whole ? "arrived whole" : "arrived without it, or changed");
        }
    }

    /** Whether the text is a value of what arrived. */
    private boolean arrived(Heard heard, Attack attack) {
        try {
            Shape shape = Shape.of(heard);
            shape.parts().stream()
                    .filter(part -> !attack.allowed().contains(part))
                    .forEach(part -> found(attack, "makes another request: " + part));
            return shape.values().stream()
                    .anyMatch(value -> value.contains(attack.text().strip()));
        } catch (RuntimeException e) {
            found(attack, "makes a request that cannot be read: " + e.getMessage());
            return false;
        }
    }

    private void refused(@Nullable Throwable failure, Spot spot, Attack attack) {
        if (!(failure instanceof CarrierException error)) {
            tally("asked nobody");
            return;
        }
        if (attack.refusals().contains(error.getMessage())) {
            tally("refused as any text is");
            return;
        }
        tally("refused before it was sent");
        REFUSALS.merge(error.code().id() + " " + error.code(), 1, Integer::sum);
        String said =
                String.valueOf(error.getMessage()).toLowerCase(Locale.ROOT).replace("_", "");
        String field = spot.field().replace("_", "").toLowerCase(Locale.ROOT);
        boolean named = error.code() == ErrorCode.INVALID_TRACKING_NUMBER || said.contains(field);
        if (error instanceof InvalidRequestException && !field.equals("value") && !named) {
            found(attack, "is refused without naming " + field + ": " + said);
        }
        if (said.chars().anyMatch(HostileTextTest::turnsOrEndsALine)) {
            found(attack, "is repeated in an error with what ends or turns a line");
        }
        if (said.length() > 3000) {
            found(attack, "is repeated in an error of " + said.length() + " characters");
        }
    }

    private static boolean turnsOrEndsALine(int character) {
        return Character.isISOControl(character) || "\u2028\u2029\u202e\u2066\u200f\u061c".indexOf(character) >= 0;
    }

    private @Nullable Throwable ask(Bench bench, Verb verb, JsonNode request) throws IOException {
        Object made;
        try {
            made = MAPPER.treeToValue(request, verb.type());
        } catch (IOException | RuntimeException e) {
            Throwable cause = e;
            while (cause.getCause() != null && !(cause instanceof CarrierException)) {
                cause = cause.getCause();
            }
            return cause instanceof CarrierException ? cause : new Unmade(e);
        }
        try {
            verb.ask().apply(bench, made);
            return null;
        } catch (RuntimeException | Error e) {
            return e;
        }
    }

    /** Of a model that asks for more than this one text. */
    private static final class Unmade extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unmade(Throwable cause) {
            super(cause);
        }
    }

    private void found(Attack attack, String what) {
        tally("FOUND");
        findings.add(attack.where() + " " + what);
    }

    private static void tally(String what) {
        TALLY.merge(what, 1, Integer::sum);
    }
}
