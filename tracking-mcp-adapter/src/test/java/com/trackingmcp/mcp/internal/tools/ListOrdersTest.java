package com.trackingmcp.mcp.internal.tools;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.trackingmcp.mcp.Caller;
import com.trackingmcp.mcp.Role;
import com.trackingmcp.mcp.TestBench;
import com.trackingmcp.mcp.internal.tool.ToolAnswer;
import com.trackingmcp.mcp.internal.tool.ToolSpec;
import com.trackingmcp.testkit.CarrierSandbox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** The orders a server keeps. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ListOrdersTest {
    private final TestBench bench = TestBench.open();
    private final CarrierSandbox sandbox = bench.sandbox();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void the_newest_twenty_are_told_and_that_there_are_more() {
        sandbox.karrioOrders(25);
        ToolAnswer answer = bench.call("list_orders", "{}");
        JsonNode orders = answer.structured().path("orders");
        assertThat(orders).hasSize(20);
        assertThat(orders.get(0).path("order_id").asText()).isEqualTo("SHOP-25");
        assertThat(orders.get(0).path("to_city").asText()).isEqualTo("Memphis");
        assertThat(orders.get(0).path("items").get(0).asText()).isEqualTo("2 x Book 25");
        assertThat(answer.structured().path("total").asInt()).isEqualTo(25);
        assertThat(answer.structured().path("has_more").asBoolean()).isTrue();
        assertThat(answer.text())
                .startsWith("20 of 25 orders:\n- SHOP-25 (id ")
                .endsWith("There are more: call again with offset 20.");
        assertThat(answer.text().lines()).hasSizeLessThanOrEqualTo(15);

        JsonNode rest = bench.ask("list_orders", "{'offset': 20}");
        assertThat(rest.path("orders")).hasSize(5);
        assertThat(rest.path("has_more").asBoolean()).isFalse();
    }

    @Test
    void orders_are_found_by_their_number_and_status() {
        sandbox.karrioOrders(3);
        assertThat(bench.ask("list_orders", "{'order_id': 'SHOP-2', 'status': 'unfulfilled'}")
                        .path("orders")
                        .findValuesAsText("order_id"))
                .containsExactly("SHOP-2");
        assertThat(bench.ask("list_orders", "{'status': 'delivered'}").path("orders"))
                .isEmpty();
    }

    @Test
    void days_are_whole_and_in_utc() {
        sandbox.karrioOrders(2);
        assertThat(bench.ask("list_orders", "{'created_from': '2026-02-10', 'created_to': '2026-02-10'}")
                        .path("orders"))
                .hasSize(2);
        assertThat(bench.ask("list_orders", "{'created_to': '2026-02-09'}").path("orders"))
                .isEmpty();
    }

    @Test
    void a_day_that_is_none_is_refused() {
        assertThat(bench.call("list_orders", "{'created_from': '10.2.2026'}").text())
                .startsWith("E-2021 ")
                .contains("- created_from: ");
    }

    @Test
    void a_server_that_refuses_says_why() {
        sandbox.fail("karrio").on("orders").with(403).untilCleared();
        ToolAnswer answer = bench.call("list_orders", "{}");
        assertThat(answer.isError()).isTrue();
        assertThat(answer.text()).contains("\nFix: ", "Carrier: karrio");
    }

    @Test
    void a_carrier_that_keeps_no_orders_says_who_does() {
        assertThat(bench.call("list_orders", "{'carrier': 'ups'}").text())
                .startsWith("E-2010 ")
                .contains("karrio");
    }

    @Test
    void who_only_tracks_sees_no_orders() {
        assertThat(bench.tools().listed(new Caller("test-tracker", Role.TRACK)))
                .extracting(ToolSpec::name)
                .contains("track_package", "find_locations", "search_docs")
                .doesNotContain("list_orders");
    }
}
