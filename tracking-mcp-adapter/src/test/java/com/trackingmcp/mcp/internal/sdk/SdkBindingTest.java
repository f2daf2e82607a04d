package com.trackingmcp.mcp.internal.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.trackingmcp.mcp.internal.prompt.Instructions;
import io.modelcontextprotocol.json.TypeRef;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCMessage;
import io.modelcontextprotocol.spec.McpServerSession;
import io.modelcontextprotocol.spec.McpServerTransport;
import io.modelcontextprotocol.spec.McpServerTransportProvider;
import java.lang.reflect.Field;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

/** What clients see of tools, resources and prompts. */
@Timeout(60)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SdkBindingTest {
    private static final String FORMS = "{'elicitation':{}}";

    private final SdkBinding binding = Rehearsal.binding(Rehearsal.CONNECTED);
    private StdioPeer peer = StdioPeer.initialized(Rehearsal.server(binding), "{}");

    @AfterEach
    void close() {
        peer.close();
    }

    private void withCapabilities(String capabilities) {
        peer.close();
        peer = StdioPeer.initialized(Rehearsal.server(binding), capabilities);
    }

    private JsonNode result(String method, String params) {
        peer.request(1, method, params);
        JsonNode answer = peer.answer(1);
        assertThat(answer.has("error")).as(answer.toString()).isFalse();
        return answer.path("result");
    }

    private JsonNode error(String method, String params) {
        peer.request(1, method, params);
        return peer.answer(1).path("error");
    }

    private JsonNode called(String tool) {
        return result("tools/call", "{'name':'" + tool + "','arguments':{}}");
    }

    @Test
    void a_greeting_tells_who_and_what_it_is() {
        try (StdioPeer fresh = new StdioPeer(Rehearsal.server(binding))) {
            fresh.send(StdioPeer.initialize("{}"));
            JsonNode greeting = fresh.answer(0).path("result");
            assertThat(greeting.path("protocolVersion").asText()).isEqualTo("2025-11-25");
            assertThat(greeting.path("serverInfo").toString())
                    .isEqualTo("{\"name\":\"test\",\"title\":\"Test\",\"version\":\"1.2.3\"}");
            assertThat(greeting.path("instructions").asText()).isEqualTo("Read this.");
            assertThat(greeting.path("capabilities").fieldNames())
                    .toIterable()
                    .containsExactlyInAnyOrder("tools", "resources", "prompts", "completions", "logging");
        }
    }

    @Test
    void the_greeting_does_not_wait_for_the_carriers() {
        CompletableFuture<String> never = new CompletableFuture<>();
        try (StdioPeer fresh = new StdioPeer(Rehearsal.server(Rehearsal.binding(never)))) {
            fresh.send(StdioPeer.initialize("{}"));
            assertThat(fresh.answer(0).has("result")).isTrue();
        }
    }

    @Test
    void the_instructions_are_short_enough_for_every_client() {
        assertThat(Instructions.with("x".repeat(100))).hasSizeLessThanOrEqualTo(1_500);
    }

    @Test
    void a_person_has_ten_minutes_to_answer() throws Exception {
        List<McpServerSession> sessions = new ArrayList<>();
        binding.bind(new McpServerTransportProvider() {
            @Override
            public void setSessionFactory(McpServerSession.Factory factory) {
                sessions.add(factory.create(new NoTransport()));
            }

            @Override
            public Mono<Void> notifyClients(String method, Object params) {
                return Mono.empty();
            }

            @Override
            public Mono<Void> closeGracefully() {
                return Mono.empty();
            }
        });
        Field timeout = McpServerSession.class.getDeclaredField("requestTimeout");
        timeout.setAccessible(true);
        assertThat(timeout.get(sessions.get(0))).isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void tools_are_listed_in_their_order_with_schemas_in_theirs() {
        JsonNode tools = result("tools/list", "{}").path("tools");
        assertThat(tools)
                .extracting(tool -> tool.path("name").asText())
                .containsExactly("asks", "counts", "links", "fails", "tells_who", "for_admins");
        assertThat(tools.get(0).toString())
                .isEqualTo("{\"name\":\"asks\",\"title\":\"Title of asks\",\"description\":\"Description of asks\","
                        + "\"inputSchema\":{\"type\":\"object\",\"properties\":{\"word\":{\"type\":\"string\","
                        + "\"description\":\"A word\"},\"number\":{\"type\":\"number\",\"maximum\":100.0}}},"
                        + "\"outputSchema\":{\"type\":\"object\",\"properties\":{\"said\":{\"type\":\"string\"}}},"
                        + "\"annotations\":{\"readOnlyHint\":false,\"destructiveHint\":true,"
                        + "\"idempotentHint\":false,\"openWorldHint\":true}}");
    }

    @Test
    void an_answer_is_structured_and_a_text() {
        JsonNode result = called("tells_who");
        assertThat(result.at("/structuredContent/said").asText()).isEqualTo("local");
        assertThat(result.at("/content/0/text").asText()).isEqualTo("local");
        assertThat(result.path("isError").asBoolean()).isFalse();
    }

    @Test
    void a_link_tells_size_and_expiry() {
        JsonNode link = called("links").at("/content/1");
        assertThat(link.path("type").asText()).isEqualTo("resource_link");
        assertThat(link.path("uri").asText()).isEqualTo("test://labels/7");
        assertThat(link.path("size").asLong()).isEqualTo(12_345);
        assertThat(link.path("description").asText()).isEqualTo("Until 2026-02-10T12:00:00Z");
    }

    @Test
    void a_failure_is_an_answer_that_keeps_its_secrets() {
        JsonNode result = called("fails");
        assertThat(result.path("isError").asBoolean()).isTrue();
        assertThat(result.has("structuredContent")).isFalse();
        assertThat(result.at("/content/0/text").asText()).startsWith("E-").contains("Fix: ");
        assertThat(result.path("_meta")
                        .path("com.trackingmcp/error")
                        .path("code")
                        .asText())
                .startsWith("E-");
        assertThat(result.toString()).doesNotContain(Rehearsal.SECRET);
    }

    @Test
    void wrong_arguments_are_an_answer_too() {
        JsonNode result = result("tools/call", "{'name':'counts','arguments':{'no':1,'number':101}}");
        assertThat(result.path("isError").asBoolean()).isTrue();
        assertThat(result.at("/content/0/text").asText()).contains("- no: ").contains("- number: ");
    }

    @Test
    void arguments_may_be_left_out() {
        assertThat(result("tools/call", "{'name':'tells_who'}")
                        .at("/structuredContent/said")
                        .asText())
                .isEqualTo("local");
    }

    @Test
    void an_unknown_tool_is_an_error_of_the_protocol() {
        assertThat(error("tools/call", "{'name':'no_such','arguments':{}}")
                        .path("code")
                        .asInt())
                .isEqualTo(-32602);
    }

    @Test
    void who_cannot_be_asked_is_not_asked() {
        assertThat(called("asks").at("/structuredContent/said").asText()).isEqualTo("cannot ask");
        withCapabilities("{'elicitation':{'url':{}}}");
        assertThat(called("asks").at("/structuredContent/said").asText()).isEqualTo("cannot ask");
    }

    @ParameterizedTest
    @ValueSource(strings = {FORMS, "{'elicitation':{'form':{}}}", "{'elicitation':{'form':{},'url':{}}}"})
    void a_question_reaches_the_person(String capabilities) {
        withCapabilities(capabilities);
        peer.call(1, "asks", "{}");
        JsonNode question = peer.next();
        assertThat(question.path("method").asText()).isEqualTo("elicitation/create");
        assertThat(question.at("/params/message").asText()).isEqualTo("Really?");
        assertThat(question.at("/params/requestedSchema").toString())
                .isEqualTo("{\"type\":\"object\",\"properties\":{\"confirm\":{\"type\":\"boolean\","
                        + "\"description\":\"Yes\"}},\"required\":[\"confirm\"]}");
        peer.send("{'jsonrpc':'2.0','id':" + question.get("id") + ",'result':{'action':'accept',"
                + "'content':{'confirm':true}}}");
        assertThat(peer.answer(1).at("/result/structuredContent/said").asText())
                .isEqualTo("ACCEPTED {\"confirm\":true}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'result':{'action':'decline'} | DECLINED {}",
                "'result':{'action':'cancel'} | CANCELLED {}",
                "'result':{'action':'accept'} | ACCEPTED {}",
                "'error':{'code':-32601,'message':'no such method'} | could not ask",
                "'result':{'action':'nonsense'} | could not ask",
                "'result':{} | CANCELLED {}"
            })
    void every_reply_is_understood(String reply, String said) {
        withCapabilities(FORMS);
        peer.call(1, "asks", "{}");
        peer.send("{'jsonrpc':'2.0','id':" + peer.next().get("id") + "," + reply + "}");
        assertThat(peer.answer(1).at("/result/structuredContent/said").asText()).isEqualTo(said);
    }

    @Test
    void a_cancelled_call_does_not_wait_for_the_person() {
        withCapabilities(FORMS);
        peer.call(1, "asks", "{}");
        assertThat(peer.next().path("method").asText()).isEqualTo("elicitation/create");
        peer.send("{'jsonrpc':'2.0','method':'notifications/cancelled','params':{'requestId':1}}");
        long deadline = System.nanoTime() + Duration.ofSeconds(5).toNanos();
        while (binding.calls().count() > 0 && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        assertThat(binding.calls().count()).isZero();
        peer.request(2, "ping", "{}");
        assertThat(peer.next().path("id").asInt()).isEqualTo(2);
    }

    @Test
    void progress_is_told_to_who_wants_it() {
        peer.request(1, "tools/call", "{'name':'counts','arguments':{},'_meta':{'progressToken':'p'}}");
        for (int i = 1; i <= 3; i++) {
            JsonNode progress = peer.next();
            assertThat(progress.path("method").asText()).isEqualTo("notifications/progress");
            assertThat(progress.at("/params/progressToken").asText()).isEqualTo("p");
            assertThat(progress.at("/params/progress").asInt()).isEqualTo(i);
            assertThat(progress.at("/params/total").asInt()).isEqualTo(3);
            assertThat(progress.at("/params/message").asText()).isEqualTo("step " + i);
        }
        assertThat(peer.next().path("id").asInt()).isEqualTo(1);
    }

    @Test
    void nobody_else_is_told_of_progress() {
        peer.call(1, "counts", "{}");
        assertThat(peer.next().path("id").asInt()).isEqualTo(1);
    }

    @Test
    void resources_that_everybody_may_see_are_listed() {
        assertThat(result("resources/list", "{}").path("resources"))
                .extracting(
                        entry -> entry.path("uri").asText(),
                        entry -> entry.path("mimeType").asText())
                .containsExactly(tuple("test://a", "application/octet-stream"), tuple("test://b", "text/plain"));
        assertThat(result("resources/templates/list", "{}")
                        .at("/resourceTemplates/0/uriTemplate")
                        .asText())
                .isEqualTo("test://labels/{id}");
    }

    @Test
    void the_list_of_resources_waits_for_the_carriers() {
        CompletableFuture<String> later = new CompletableFuture<>();
        try (StdioPeer fresh = StdioPeer.initialized(Rehearsal.server(Rehearsal.binding(later)), "{}")) {
            fresh.request(1, "resources/list", "{}");
            fresh.request(2, "ping", "{}");
            assertThat(fresh.next().path("id").asInt()).isEqualTo(2);
            later.complete("connected");
            assertThat(fresh.answer(1).at("/result/resources")).hasSize(2);
        }
    }

    @Test
    void resources_are_listed_without_carriers_too() {
        CompletableFuture<String> failed = CompletableFuture.failedFuture(new IllegalStateException("no credentials"));
        try (StdioPeer fresh = StdioPeer.initialized(Rehearsal.server(Rehearsal.binding(failed)), "{}")) {
            fresh.request(1, "resources/list", "{}");
            assertThat(fresh.answer(1).at("/result/resources")).hasSize(2);
        }
    }

    @Test
    void texts_and_bytes_are_read() {
        assertThat(result("resources/read", "{'uri':'test://b'}")
                        .at("/contents/0")
                        .toString())
                .isEqualTo("{\"uri\":\"test://b\",\"mimeType\":\"text/plain\",\"text\":\"for local\"}");
        assertThat(result("resources/read", "{'uri':'test://a'}")
                        .at("/contents/0/blob")
                        .asText())
                .isEqualTo("AAH/");
        assertThat(result("resources/read", "{'uri':'test://labels/7'}")
                        .at("/contents/0/text")
                        .asText())
                .isEqualTo("seven");
    }

    @ParameterizedTest
    @ValueSource(strings = {"test://no", "test://labels/8", "file:///etc/passwd", "not a uri", ""})
    void what_is_not_there_is_not_found(String uri) {
        assertThat(error("resources/read", "{'uri':'" + uri + "'}").path("code").asInt())
                .isEqualTo(-32002);
    }

    @Test
    void a_resource_that_breaks_keeps_its_secrets() {
        JsonNode error = error("resources/read", "{'uri':'test://labels/broken'}");
        assertThat(error.path("message").asText()).matches("Internal error, id [0-9a-f]{8}");
        assertThat(error.has("data")).isFalse();
    }

    @Test
    void variables_are_completed_a_hundred_at_most() {
        String ask = "{'ref':{'type':'ref/resource','uri':'test://labels/{id}'},'argument':{'name':'id','value':'%s'}}";
        JsonNode all = result("completion/complete", ask.formatted("")).path("completion");
        assertThat(all.path("values")).hasSize(100);
        assertThat(all.path("hasMore").asBoolean()).isTrue();
        assertThat(all.path("total").asInt()).isEqualTo(300);
        JsonNode some = result("completion/complete", ask.formatted("29")).path("completion");
        assertThat(some.path("values")).hasSize(11);
        assertThat(some.path("hasMore").asBoolean()).isFalse();
    }

    @Test
    void prompts_are_listed_got_and_completed() {
        assertThat(result("prompts/list", "{}").path("prompts"))
                .extracting(prompt -> prompt.path("name").asText())
                .containsExactly("a_prompt", "b_prompt");
        assertThat(result("prompts/get", "{'name':'a_prompt','arguments':{'number':'7'}}")
                        .at("/messages/0/content/text")
                        .asText())
                .isEqualTo("Where is 7?");
        assertThat(result(
                                "completion/complete",
                                "{'ref':{'type':'ref/prompt','name':'a_prompt'},"
                                        + "'argument':{'name':'tone','value':'fo'}}")
                        .at("/completion/values")
                        .toString())
                .isEqualTo("[\"formal\"]");
    }

    @Test
    void a_prompt_tells_what_it_misses() {
        JsonNode error = error("prompts/get", "{'name':'a_prompt','arguments':{'tone':'x'}}");
        assertThat(error.path("code").asInt()).isEqualTo(-32602);
        assertThat(error.path("message").asText()).isEqualTo("Missing: number");
        assertThat(error("prompts/get", "{'name':'no_such'}").path("code").asInt())
                .isEqualTo(-32602);
    }

    @Test
    void resources_can_be_subscribed_and_the_log_level_set() {
        assertThat(result("resources/subscribe", "{'uri':'test://b'}").isObject())
                .isTrue();
        assertThat(result("resources/unsubscribe", "{'uri':'test://b'}").isObject())
                .isTrue();
        assertThat(result("logging/setLevel", "{'level':'warning'}").isObject()).isTrue();
        assertThat(error("logging/setLevel", "{'level':'loud'}").toString()).doesNotContain("modelcontextprotocol");
    }

    @Test
    void an_error_as_the_body_of_an_HTTP_answer_is_a_short_JSON() throws Exception {
        McpError error = McpError.builder(-32600).message("no session").build();
        assertThat(binding.mapper().writeValueAsString(error))
                .isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":null,\"error\":{\"code\":-32600,\"message\":\"no session\"}}");
        McpError leak = McpError.builder(-32603)
                .message(Rehearsal.SECRET)
                .data(Rehearsal.SECRET)
                .build();
        assertThat(binding.mapper().writeValueAsString(leak))
                .isEqualTo(
                        "{\"jsonrpc\":\"2.0\",\"id\":null,\"error\":{\"code\":-32603,\"message\":\"Internal error\"}}");
    }

    /** Nothing goes out here. */
    private static final class NoTransport implements McpServerTransport {
        @Override
        public Mono<Void> closeGracefully() {
            return Mono.empty();
        }

        @Override
        public Mono<Void> sendMessage(JSONRPCMessage message) {
            return Mono.empty();
        }

        @Override
        public <T> T unmarshalFrom(Object data, TypeRef<T> type) {
            throw new UnsupportedOperationException();
        }
    }
}
