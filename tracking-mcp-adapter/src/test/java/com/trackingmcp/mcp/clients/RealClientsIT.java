package com.trackingmcp.mcp.clients;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.trackingmcp.mcp.clients.NodeTools.Ended;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Other people's clients do what an agent does, on the runnable jar with the sandbox. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RealClientsIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern NUMBER = Pattern.compile("(\\w+) \\(ups\\)");
    private static final String[] SHIPMENT = {
        "from_name=Shipping Desk",
        "from_company=Example Books",
        "from_phone=9015550100",
        "from_street=1 Example Street",
        "from_city=Memphis",
        "from_state=TN",
        "from_postal_code=\"38118\"",
        "from_country=US",
        "to_name=Shipping Desk",
        "to_company=Example Books",
        "to_phone=2065550100",
        "to_street=2 Example Avenue",
        "to_city=Seattle",
        "to_state=WA",
        "to_postal_code=\"98101\"",
        "to_country=US",
        "weight=\"1.5\"",
        "weight_unit=kg",
        "length=30",
        "width=20",
        "height=10",
        "dimension_unit=cm",
        "description=Printed books",
        "carriers=[\"ups\"]"
    };

    @BeforeAll
    static void install() throws Exception {
        NodeTools.require();
    }

    @Test
    void the_official_typescript_client_ships_over_stdio() throws Exception {
        List<String> arguments = new ArrayList<>(List.of(NodeTools.file("client.mjs"), "--"));
        arguments.addAll(ServerProcess.command());

        assertShipped(NodeTools.node(Map.of(), arguments.toArray(String[]::new)));
    }

    @Test
    void the_official_typescript_client_ships_over_http() throws Exception {
        try (ServerProcess server = ServerProcess.start()) {
            assertShipped(NodeTools.node(Map.of(), NodeTools.file("client.mjs"), server.url()));
        }
    }

    private static void assertShipped(Ended client) throws Exception {
        assertThat(client.code()).as(client.output()).isZero();
        String[] lines = client.output().strip().split("\n");
        JsonNode told = JSON.readTree(lines[lines.length - 1]);

        assertThat(told.path("tools").size()).isGreaterThanOrEqualTo(25);
        assertThat(told.path("prompts").intValue()).isEqualTo(5);
        assertThat(told.path("progress").intValue()).isPositive();
        // declined, cancelled, bought, voided: each was asked for
        assertThat(told.path("questions").size()).isEqualTo(4);
        assertThat(told.path("questions").get(2).textValue()).containsIgnoringCase("ups");
        assertThat(told.path("label").path("bytes").intValue()).isPositive();
        assertThat(told.path("cancelled").booleanValue()).isTrue();
    }

    @Test
    void the_inspector_lists_over_stdio_and_finds_no_schema_that_some_client_cannot_read() throws Exception {
        String[] server = ServerProcess.command().toArray(String[]::new);

        assertThat(inspect(server, "tools/list", "--strict").path("tools").size())
                .isGreaterThanOrEqualTo(25);
        assertThat(inspect(server, "resources/list").path("resources")).isNotEmpty();
        assertThat(inspect(server, "prompts/list").path("prompts")).hasSize(5);
    }

    @Test
    void the_inspector_ships_over_http_with_the_token_of_a_first_call() throws Exception {
        try (ServerProcess process = ServerProcess.start()) {
            String[] server = {process.url(), "--transport", "http"};
            Matcher number = NUMBER.matcher(process.log());
            assertThat(number.find()).as(process.log()).isTrue();

            assertThat(call(server, "track_package", "tracking_number=" + number.group(1))
                            .path("structuredContent")
                            .path("carrier")
                            .textValue())
                    .isEqualTo("ups");
            String quote = call(server, "get_shipping_rates", SHIPMENT)
                    .path("structuredContent")
                    .path("rates")
                    .path(0)
                    .path("quote_id")
                    .textValue();
            JsonNode bought = callTwice(server, "create_shipment", "quote_id=" + quote);
            String label = bought.path("structuredContent").path("label_uri").textValue();
            assertThat(inspect(server, "resources/read", "--uri", label)
                            .path("contents")
                            .path(0)
                            .path("blob")
                            .textValue())
                    .isNotEmpty();
            String id = bought.path("structuredContent").path("shipment_id").textValue();
            assertThat(callTwice(server, "cancel_shipment", "shipment_id=" + id)
                            .path("structuredContent")
                            .path("cancelled")
                            .booleanValue())
                    .isTrue();
        }
    }

    /** The first call answers what would be done and a token, the second brings the token. */
    private static JsonNode callTwice(String[] server, String tool, String argument) throws Exception {
        JsonNode first = call(server, tool, argument).path("structuredContent");
        assertThat(first.path("status").textValue()).isEqualTo("confirmation_required");
        return call(
                server,
                tool,
                argument,
                "confirmation_token=" + first.path("confirmation_token").textValue());
    }

    private static JsonNode call(String[] server, String tool, String... arguments) throws Exception {
        List<String> more = new ArrayList<>(List.of("--tool-name", tool));
        Arrays.stream(arguments).forEach(argument -> more.addAll(List.of("--tool-arg", argument)));
        return inspect(server, "tools/call", more.toArray(String[]::new));
    }

    private static JsonNode inspect(String[] server, String method, String... more) throws Exception {
        List<String> arguments = new ArrayList<>(List.of(NodeTools.command("mcp-inspector"), "--cli"));
        arguments.addAll(Arrays.asList(server));
        arguments.addAll(List.of("--method", method));
        arguments.addAll(Arrays.asList(more));
        Ended ended = NodeTools.node(Map.of(), arguments.toArray(String[]::new));
        assertThat(ended.code()).as(ended.output()).isZero();
        return JSON.readTree(ended.output().substring(ended.output().indexOf('{')));
    }
}
