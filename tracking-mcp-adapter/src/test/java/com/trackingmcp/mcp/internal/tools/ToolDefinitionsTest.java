package com.trackingmcp.mcp.internal.tools;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.trackingmcp.ConnectedCarrier;
import com.trackingmcp.mcp.Role;
import com.trackingmcp.mcp.TestBench;
import com.trackingmcp.mcp.Toolset;
import com.trackingmcp.mcp.internal.tool.Field;
import com.trackingmcp.mcp.internal.tool.Json;
import com.trackingmcp.mcp.internal.tool.ToolSpec;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What clients of every make can read of a tool. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ToolDefinitionsTest {
    private static final TestBench BENCH = TestBench.open();
    private static final Set<String> FLAT = Set.of("string", "integer", "number", "boolean");

    @AfterAll
    static void close() {
        BENCH.close();
    }

    static Stream<ToolSpec> specs() {
        return BENCH.tools().specs().stream();
    }

    @Test
    void all_of_them_are_there_under_the_names_agents_know() {
        assertThat(specs().map(ToolSpec::name))
                .containsExactlyInAnyOrder(
                        "track_package",
                        "track_packages",
                        "detect_carrier",
                        "get_shipping_rates",
                        "get_transit_times",
                        "validate_address",
                        "create_shipment",
                        "get_shipment",
                        "list_shipments",
                        "cancel_shipment",
                        "recover_label",
                        "schedule_pickup",
                        "get_pickup_rates",
                        "cancel_pickup",
                        "get_pickup_status",
                        "get_landed_cost",
                        "upload_document",
                        "attach_document",
                        "delete_document",
                        "find_locations",
                        "get_political_divisions",
                        "create_manifest",
                        "list_orders",
                        "list_carriers",
                        "get_carrier_services",
                        "get_shipping_options",
                        "get_package_types",
                        "search_docs");
    }

    @ParameterizedTest
    @MethodSource("specs")
    void a_tool_says_what_it_does_in_a_few_words(ToolSpec spec) {
        assertThat(spec.name()).matches("[a-z_]{1,64}");
        assertThat(spec.title()).isNotBlank().hasSizeLessThanOrEqualTo(60);
        assertThat(spec.description()).hasSizeBetween(40, 600).endsWith(".");
    }

    @ParameterizedTest
    @MethodSource("specs")
    void what_a_tool_takes_is_flat_and_has_one_type_each(ToolSpec spec) {
        JsonNode schema = Json.of(spec.input().asInput());
        schema.path("properties").properties().forEach(property -> {
            JsonNode value = property.getValue();
            assertThat(property.getKey()).matches("[a-z][a-z0-9_]{0,63}");
            assertThat(value.path("type").isTextual()).as(property.getKey()).isTrue();
            JsonNode type = value.path("type").asText().equals("array") ? value.at("/items/type") : value.path("type");
            if (type.asText().equals("object")) {
                assertThat(value.at("/items/properties").size())
                        .as(property.getKey())
                        .isBetween(1, 10);
                value.at("/items/properties")
                        .forEach(inner ->
                                assertThat(FLAT).contains(inner.path("type").asText()));
            } else {
                assertThat(FLAT).contains(type.asText());
            }
        });
    }

    @ParameterizedTest
    @MethodSource("specs")
    void schemas_hold_nothing_that_clients_stumble_over(ToolSpec spec) {
        for (JsonNode schema :
                List.of(Json.of(spec.input().asInput()), Json.of(spec.output().asOutput()))) {
            Set<String> keys = new TreeSet<>();
            collect(schema, keys);
            assertThat(keys)
                    .doesNotContain(
                            "$ref",
                            "$defs",
                            "definitions",
                            "anyOf",
                            "oneOf",
                            "allOf",
                            "not",
                            "if",
                            "patternProperties");
            assertThat(schema.path("type").asText()).isEqualTo("object");
            assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                            .getSchema("{\"$ref\": \"https://json-schema.org/draft/2020-12/schema\"}", InputFormat.JSON)
                            .validate(schema.toString(), InputFormat.JSON))
                    .isEmpty();
        }
    }

    private static void collect(JsonNode schema, Set<String> keys) {
        schema.properties().forEach(property -> {
            if (property.getKey().equals("properties")) {
                property.getValue().forEach(inner -> collect(inner, keys));
            } else {
                keys.add(property.getKey());
                collect(property.getValue(), keys);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("specs")
    void what_costs_or_destroys_says_so_and_takes_a_confirmation(ToolSpec spec) {
        boolean confirmed = spec.input().field("confirmation_token").isPresent();
        assertThat(confirmed).isEqualTo(spec.hints().destructive());
        if (spec.hints().destructive()) {
            assertThat(spec.hints().readOnly()).isFalse();
            assertThat(spec.role()).isNotEqualTo(Role.TRACK);
            assertThat(spec.description()).containsAnyOf("costs money", "cannot be undone");
            assertThat(spec.output().fields()).extracting(Field::name).contains("status", "confirmation_token");
        }
    }

    @ParameterizedTest
    @MethodSource("specs")
    void a_tool_stands_for_verbs_that_the_client_has(ToolSpec spec) {
        assertThat(ConnectedCarrier.allCapabilities()).containsAll(spec.verbs());
    }

    /** Ten thousand tokens, and four thousand: counted by the benchmarks, at some 4.2 characters a token. */
    @Test
    void all_of_them_together_fit_into_an_agents_head() {
        assertThat(characters(Toolset.ALL)).isLessThanOrEqualTo(42_400);
        assertThat(characters(Toolset.TRACK)).isLessThanOrEqualTo(16_000);
    }

    private static int characters(Toolset list) {
        return specs().filter(spec -> spec.isIn(list))
                .mapToInt(spec -> Json.of(spec.input().asInput()).toString().length()
                        + Json.of(spec.output().asOutput()).toString().length()
                        + spec.name().length()
                        + spec.title().length()
                        + spec.description().length()
                        + 180)
                .sum();
    }
}
