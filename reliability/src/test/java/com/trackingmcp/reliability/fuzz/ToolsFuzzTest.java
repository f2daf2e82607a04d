package com.trackingmcp.reliability.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.mcp.internal.sdk.McpWire;
import com.trackingmcp.mcp.internal.tool.Json;
import com.trackingmcp.mcp.internal.tool.ToolAnswer;
import com.trackingmcp.mcp.internal.tool.ToolSpec;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The first byte chooses the tool, the second how the rest is meant, as in {@link Target}. */
@Tag("fuzz")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ToolsFuzzTest {
    private static final int HEADER = 2;
    /** After so many calls the sandbox has sold enough. */
    private static final int CALLS_A_BED = 2_000;

    private static final ObjectMapper MAPPER = McpWire.newMapper();
    private static final TypeReference<LinkedHashMap<String, Object>> ARGUMENTS = new TypeReference<>() {};

    private static ToolBed bed = ToolBed.open();
    private static int calls;
    private static final List<String> NAMES =
            bed.tools().specs().stream().map(ToolSpec::name).toList();
    private static final List<Exchange> SAMPLES = bed.tools().specs().stream()
            .map(spec -> SampleArguments.of(spec).toString().getBytes(StandardCharsets.UTF_8))
            .map(json -> Exchange.of("POST", "/", Reply.json(200, json)))
            .toList();

    static Stream<Arguments> seeds() {
        List<Arguments> seeds = new ArrayList<>();
        for (int i = 0; i < SAMPLES.size(); i++) {
            byte[] body = SAMPLES.get(i).reply().body();
            byte[] whole = new byte[HEADER + body.length];
            whole[0] = (byte) i;
            System.arraycopy(body, 0, whole, HEADER, body.length);
            seeds.add(Arguments.of((Object) whole));
            seeds.add(Arguments.of((Object) new byte[] {(byte) i, 1, 0, 5, 0, (byte) i}));
        }
        return seeds.stream();
    }

    @MethodSource("seeds")
    @FuzzTest
    void whatever_a_tool_is_called_with_is_done_or_refused(byte[] input) {
        if (input.length < HEADER) {
            return;
        }
        int which = (input[0] & 0xFF) % SAMPLES.size();
        Exchange sample = SAMPLES.get(which);
        int mode = input[1] & 0xFF;
        byte[] json = mode % 16 == 0 || sample.json() == null
                ? Arrays.copyOfRange(input, HEADER, input.length)
                : HostileJson.encoded(HostileJson.of(sample.json(), sample.values(), input, HEADER), mode % 16 - 11);
        McpWire.read(MAPPER, json);
        Map<String, Object> given;
        try {
            given = MAPPER.readValue(json, ARGUMENTS);
        } catch (JsonProcessingException notJson) {
            return;
        } catch (java.io.IOException e) {
            return;
        }
        if (given != null) {
            call(NAMES.get(which), (ObjectNode) Json.of(given));
        }
    }

    private static void call(String tool, ObjectNode arguments) {
        if (++calls % CALLS_A_BED == 0) {
            bed.close();
            bed = ToolBed.open();
        }
        Verdict.of(bed::given, () -> {
            ToolAnswer answer = bed.call(tool, arguments);
            answer.failure()
                    .filter(error -> error.path("code").asText().equals(ErrorCode.UNEXPECTED.id()))
                    .ifPresent(error -> {
                        throw new AssertionError(
                                "A defect: " + tool + " " + arguments + ": " + answer.text(), bed.cause());
                    });
            return answer.text();
        });
    }
}
