package com.trackingmcp.reliability.secret;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.trackingmcp.mcp.Confirm;
import com.trackingmcp.mcp.HttpOptions;
import com.trackingmcp.mcp.HttpService;
import com.trackingmcp.mcp.Toolset;
import com.trackingmcp.mcp.internal.http.HttpServer;
import com.trackingmcp.mcp.internal.sdk.ServerCore;
import com.trackingmcp.mcp.internal.tools.Connection;
import com.trackingmcp.observe.AuditLog;
import com.trackingmcp.observe.CallListener;
import com.trackingmcp.reliability.input.Bench;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/**
 * Every tool of the MCP server over every carrier and through both doors, whatever the carrier answers: nothing that is told
 * holds a credential, a token or a caller's key, and only an answer whose job it is tells of a person.
 *
 * <p>Each tool meets the truth and one other situation, drawn by the seed; {@code -Dreliability.secret.all=true} gives it all.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class McpSecretLeakTest {
    private static final long SEED = Long.getLong("reliability.seed", 20261122L);
    private static final boolean ALL = Boolean.getBoolean("reliability.secret.all");
    private static final Duration REFUSAL_IS_KEPT = Duration.ofSeconds(31);
    private static final String KEY = "test-bearer-key-of-an-admin-93f1";
    private static final String NO_KEY = "test-bearer-key-of-nobody-77c2";
    /** They log what they read and write at DEBUG: heard from INFO on, where they are in use. */
    private static final List<String> LIBRARIES = List.of("org.eclipse.jetty", "io.modelcontextprotocol", "reactor");

    /** Tools whose answers may tell of people when they work, and why. */
    private static final Map<String, String> OF_PEOPLE = Map.of(
            "track_package", "who signed for the parcel is part of the proof",
            "track_packages", "who signed for the parcel is part of the proof",
            "validate_address", "the corrected address is what was asked for",
            "create_shipment", "the person sees where it goes before it costs money",
            "schedule_pickup", "the person sees where the driver comes before it is booked",
            "create_manifest", "the person sees where it is handed over before it is declared");

    private int asked;
    private final Set<String> offered = new TreeSet<>();
    private final Set<String> worked = new TreeSet<>();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"fedex", "ups", "dhl", "karrio:fedex"})
    void no_tool_tells_a_secret_and_only_answers_tell_of_people(String carrier) throws Exception {
        Random random = new Random(SEED);
        AtomicReference<CallListener> counted = new AtomicReference<>(event -> {});
        try (Bench bench = Bench.of(
                        carrier,
                        builder -> builder.listener(AuditLog.create())
                                .listener(event -> counted.get().onCall(event)));
                ServerCore core = new ServerCore(
                        new ServerCore.Setup(
                                "1", bench.sandbox().clock(), Toolset.ALL, false, Confirm.TOKEN, List.of(folder), ""),
                        Connection.listening(listener -> {
                            counted.set(listener);
                            return bench.client();
                        }));
                Ear ear = new Ear(secrets(bench))) {
            LIBRARIES.forEach(library -> ((Logger) LoggerFactory.getLogger(library)).setLevel(Level.INFO));
            try (HttpService service = HttpServer.start(core, options());
                    McpDoor.Http http = new McpDoor.Http(service.uri(), KEY);
                    McpDoor stdio = new McpDoor.Stdio(core)) {
                for (McpDoor door : List.of(stdio, http)) {
                    tools(bench, door, random, ear);
                }
                pages(http, ear);
            }
            ear.hearThreads();
            System.out.println("mcp secrets: seed " + SEED + ", " + carrier + " asked " + asked + ", of tools worked "
                    + worked.size() + ", read " + ear.read());
            assertThat(ear.found()).isEmpty();
            assertThat(asked).isGreaterThan(90);
            assertThat(worked).as("tools that were heard in an answer").isEqualTo(offered);
            assertThat(ear.read()).containsKeys("log line", "audit line", "page", "answer", "refusal");
        }
    }

    private static List<String> secrets(Bench bench) {
        List<String> secrets =
                new ArrayList<>(Markers.credentials(bench.sandbox().settings()));
        secrets.addAll(List.of(KEY, NO_KEY, digest(KEY)));
        return secrets;
    }

    private static String digest(String key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpOptions options() throws java.io.IOException {
        Path keys = Files.writeString(folder.resolve("keys"), "shop admin sha256:" + digest(KEY) + "\n");
        return HttpOptions.builder().port(0).keys(keys).rateLimit(0).build();
    }

    private void tools(Bench bench, McpDoor door, Random random, Ear ear) {
        ear.during(bench.carrier() + " tools/list with the truth");
        JsonNode listed = send(door, "tools/list", JsonNodeFactory.instance.objectNode(), ear, false);
        JsonNode tools = listed.at("/result/tools");
        assertThat(tools.size()).as(listed.toString()).isGreaterThan(15);
        ToolArguments samples = new ToolArguments(bench);
        for (JsonNode tool : inOrder(tools)) {
            String name = tool.path("name").asText();
            offered.add(name);
            for (Situation situation : situations(random)) {
                ObjectNode arguments = samples.of(name, tool.path("inputSchema"));
                ear.during(bench.carrier() + " " + name + " with " + situation);
                bench.relay().answer(situation::answer);
                bench.sandbox().expireTokens(bench.carrier().replaceFirst(":.*", ""));
                JsonNode told = call(door, name, arguments, ear);
                if (situation == Situation.THE_TRUTH) {
                    samples.keep(name, told);
                }
                bench.relay().answerTruly();
                bench.sandbox().advance(REFUSAL_IS_KEPT);
            }
        }
        ear.during(bench.carrier() + " resources with the truth");
        send(door, "resources/list", JsonNodeFactory.instance.objectNode(), ear, false);
    }

    /** What undoes something comes after all that needs it, and undoes the last first. */
    private static List<JsonNode> inOrder(JsonNode tools) {
        List<JsonNode> doing = new ArrayList<>();
        Deque<JsonNode> undoing = new ArrayDeque<>();
        for (JsonNode tool : tools) {
            if (tool.path("name").asText().matches("(cancel|delete)_.*")) {
                undoing.push(tool);
            } else {
                doing.add(tool);
            }
        }
        doing.addAll(undoing);
        return doing;
    }

    private static List<Situation> situations(Random random) {
        List<Situation> others = new ArrayList<>(List.of(Situation.values()));
        others.remove(Situation.THE_TRUTH);
        Collections.shuffle(others, random);
        List<Situation> all = new ArrayList<>(List.of(Situation.THE_TRUTH));
        all.addAll(ALL ? others : others.subList(0, 1));
        return all;
    }

    private JsonNode call(McpDoor door, String tool, ObjectNode arguments, Ear ear) {
        boolean ofPeople = OF_PEOPLE.containsKey(tool);
        JsonNode answer = send(door, "tools/call", ToolArguments.call(tool, arguments), ear, ofPeople);
        String token = answer.at("/result/structuredContent/confirmation_token").asText();
        if (!token.isEmpty()) {
            arguments.put("confirmation_token", token);
            answer = send(door, "tools/call", ToolArguments.call(tool, arguments), ear, ofPeople);
        }
        boolean works = answer.has("result") && !answer.at("/result/isError").asBoolean();
        if (works) {
            worked.add(tool);
        }
        return works ? answer.at("/result/structuredContent") : JsonNodeFactory.instance.objectNode();
    }

    private JsonNode send(McpDoor door, String method, ObjectNode params, Ear ear, boolean ofPeople) {
        int id = ++asked;
        String text = door.send(id, McpDoor.request(id, method, params));
        JsonNode answer = McpDoor.read(text);
        boolean refused = !answer.has("result") || answer.at("/result/isError").asBoolean();
        ear.hear(refused ? "refusal" : "answer", text, ofPeople && !refused);
        return answer;
    }

    /** What is read with a plain GET, by whom it is for and by others. */
    private static void pages(McpDoor.Http http, Ear ear) {
        for (String key : List.of(KEY, NO_KEY, "")) {
            for (String path : List.of(
                    "/metrics",
                    "/health",
                    "/health/live",
                    "/health/ready",
                    "/.well-known/mcp.json",
                    "/mcp/server-card",
                    "/mcp",
                    "/nothing")) {
                ear.during("page " + path);
                ear.hear("page", http.page(path, key));
            }
        }
        ear.during("page of tools for nobody");
        ear.hear("page", http.page("/mcp?key=" + NO_KEY, NO_KEY));
    }
}
