package com.trackingmcp.mcp.internal.ucp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The rules of the fulfillment extension, tag v2026-04-08, as far as an answer can break them. */
public final class UcpRules {
    private static final Set<String> TOTALS =
            Set.of("items_discount", "subtotal", "discount", "fulfillment", "tax", "fee", "total");

    private UcpRules() {}

    /** Fails where one is broken. */
    public static void check(JsonNode ucp) {
        assertThat(ucp.path("version").asText()).isEqualTo("2026-04-08");
        JsonNode methods = ucp.at("/fulfillment/methods");
        assertThat(methods.isArray()).isTrue();
        Set<String> ids = new HashSet<>();
        for (JsonNode method : methods) {
            assertThat(ids.add(method.path("id").asText())).isTrue();
            assertThat(method.path("type").asText()).isIn("shipping", "pickup");
            lineItems(method);
            destinations(method);
            for (JsonNode group : method.path("groups")) {
                assertThat(group.path("id").asText()).isNotEmpty();
                lineItems(group);
                assertThat(group.path("selected_option_id").isNull()).isTrue();
                options(group.path("options"), ucp.path("currency").asText());
            }
            assertThat(method.path("groups").size()).isLessThanOrEqualTo(1);
        }
        for (JsonNode left : ucp.path("left_out")) {
            assertThat(left.path("id").asText()).isNotEmpty();
            assertThat(left.path("reason").asText()).isNotEmpty();
        }
    }

    private static void lineItems(JsonNode holder) {
        assertThat(holder.path("line_item_ids")).isNotEmpty().allMatch(JsonNode::isTextual);
    }

    private static void destinations(JsonNode method) {
        Set<String> ids = new HashSet<>();
        for (JsonNode destination : method.path("destinations")) {
            assertThat(ids.add(destination.path("id").asText())).isTrue();
            // a type is none of the tag's
            assertThat(destination.has("type")).isFalse();
            if (method.path("type").asText().equals("pickup")) {
                assertThat(destination.path("name").asText()).isNotEmpty();
                assertThat(destination.path("address").isObject()).isTrue();
            }
        }
        JsonNode selected = method.path("selected_destination_id");
        assertThat(selected.isNull() || ids.contains(selected.asText())).isTrue();
    }

    private static void options(JsonNode options, String currency) {
        Set<String> ids = new HashSet<>();
        Set<String> titles = new HashSet<>();
        for (JsonNode option : options) {
            assertThat(currency).hasSize(3);
            assertThat(ids.add(option.path("id").asText())).isTrue();
            assertThat(titles.add(option.path("title").asText())).isTrue();
            assertThat(option.path("title").asText()).isNotBlank();
            String description = option.path("description").asText("");
            assertThat(option.path("description").isMissingNode()
                            || option.path("description").isTextual())
                    .isTrue();
            assertThat(description).doesNotContain(option.path("title").asText());
            for (String name : List.of("earliest_fulfillment_time", "latest_fulfillment_time")) {
                if (option.has(name)) {
                    OffsetDateTime.parse(option.path(name).asText());
                }
            }
            totals(option.path("totals"));
        }
    }

    private static void totals(JsonNode totals) {
        long sum = 0;
        List<Long> total = new ArrayList<>();
        for (JsonNode part : totals) {
            String type = part.path("type").asText();
            assertThat(type).isIn(TOTALS);
            assertThat(part.path("display_text").asText()).isNotBlank();
            assertThat(part.path("amount").isIntegralNumber()).isTrue();
            long amount = part.path("amount").longValue();
            if (type.equals("total")) {
                total.add(amount);
            } else {
                assertThat(amount < 0).isEqualTo(type.endsWith("discount"));
                sum += amount;
            }
        }
        assertThat(total).containsExactly(sum);
    }
}
