package com.trackingmcp.mcp.internal.launch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.trackingmcp.mcp.Main;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The program as a process of its own. */
@Timeout(120)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ProgramTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String GREETING = """
            {"jsonrpc":"2.0","id":0,"method":"initialize","params":{"protocolVersion":"2025-11-25","capabilities":{},"clientInfo":{"name":"t","version":"1"}}}
            {"jsonrpc":"2.0","method":"notifications/initialized"}
            """;
    private static final String LISTS = """
            {"jsonrpc":"2.0","id":1,"method":"tools/list"}
            {"jsonrpc":"2.0","id":2,"method":"resources/list"}
            {"jsonrpc":"2.0","id":3,"method":"resources/templates/list"}
            {"jsonrpc":"2.0","id":4,"method":"prompts/list"}
            """;
    private static final String DETECT = """
            {"jsonrpc":"2.0","id":9,"method":"tools/call","params":{"name":"detect_carrier","arguments":{"tracking_number":"1ZTK00010310070084"}}}
            """;

    @TempDir
    Path folder;

    private record Ended(int code, List<String> out, String err) {}

    /** A process without this one's environment, so that no credentials reach it. */
    private Ended run(String input, List<String> jvm, String... arguments) throws IOException, InterruptedException {
        Path in = Files.writeString(folder.resolve("in"), input);
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", classPath()));
        command.addAll(jvm);
        command.add(Main.class.getName());
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectInput(in.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().clear();
        Process process = builder.start();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("did not end: " + Files.readString(err));
        }
        return new Ended(
                process.exitValue(),
                Files.readAllLines(out, StandardCharsets.UTF_8),
                Files.readString(err, StandardCharsets.UTF_8));
    }

    static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    private static JsonNode answer(Ended ended, int id) throws IOException {
        for (String line : ended.out()) {
            JsonNode message = MAPPER.readTree(line);
            if (message.path("id").asInt(-1) == id) {
                return message;
            }
        }
        throw new AssertionError("no answer " + id + " in " + ended);
    }

    @Test
    void the_standard_output_holds_nothing_but_the_protocol() throws Exception {
        Ended ended = run(
                GREETING + "nonsense\n" + LISTS + DETECT,
                List.of("-Dorg.slf4j.simpleLogger.defaultLogLevel=debug"),
                "--sandbox");
        assertThat(ended.code()).isZero();
        assertThat(ended.out())
                .hasSize(7)
                .allSatisfy(
                        line -> assertThat(MAPPER.readTree(line).path("jsonrpc").asText())
                                .isEqualTo("2.0"));
        assertThat(answer(ended, 9)
                        .at("/result/structuredContent/matches/0/carrier")
                        .asText())
                .isEqualTo("ups");
        assertThat(answer(ended, 0).at("/result/instructions").asText())
                .contains("invented")
                .hasSizeLessThanOrEqualTo(1_500);
        assertThat(ended.err()).contains("invented").doesNotContain("1ZTK00010310070084");
    }

    @Test
    void a_resource_is_read_by_who_has_listed_none() throws Exception {
        String read =
                "{'jsonrpc':'2.0','id':5,'method':'resources/read','params':{'uri':'tracking://reference/status-codes'}}"
                        .replace('\'', '"');
        Ended ended = run(GREETING + read + "\n", List.of(), "--sandbox");
        assertThat(answer(ended, 5).at("/result/contents/0/text").asText()).contains("in_transit");
    }

    @Test
    void two_starts_list_the_same_to_the_byte() throws Exception {
        List<String> first = run(GREETING + LISTS, List.of(), "--sandbox").out();
        List<String> second = run(GREETING + LISTS, List.of(), "--sandbox").out();
        assertThat(first).hasSize(5).containsExactlyInAnyOrderElementsOf(second);
    }

    @Test
    void without_credentials_the_log_and_every_tool_tell_so() throws Exception {
        Ended ended = run(GREETING + LISTS + DETECT, List.of());
        assertThat(ended.code()).isZero();
        assertThat(ended.err()).contains("E-1002").contains("--sandbox").contains("FEDEX_CLIENT_ID");
        assertThat(answer(ended, 9).at("/result/isError").asBoolean()).isTrue();
        assertThat(answer(ended, 9).at("/result/content/0/text").asText())
                .startsWith("E-1002")
                .contains("Fix: ");
        assertThat(answer(ended, 1).at("/result/tools")).isNotEmpty();
    }
}
