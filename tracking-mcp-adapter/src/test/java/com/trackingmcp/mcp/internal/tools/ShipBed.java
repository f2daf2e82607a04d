package com.trackingmcp.mcp.internal.tools;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.trackingmcp.mcp.Caller;
import com.trackingmcp.mcp.Confirm;
import com.trackingmcp.mcp.Role;
import com.trackingmcp.mcp.TestBench;
import com.trackingmcp.mcp.internal.tool.Dialogue;
import com.trackingmcp.mcp.internal.tool.ToolAnswer;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

/** The tools that ship, over the sandbox, and what tests ask of them again and again. */
abstract class ShipBed {
    static final Caller ALICE = new Caller("alice", Role.SHIP);
    static final Caller BOB = new Caller("bob", Role.SHIP);

    final TestBench bench;

    ShipBed(Confirm confirm) {
        bench = TestBench.open(confirm);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    ToolAnswer call(String tool, ObjectNode arguments) {
        return bench.call(tool, arguments, ALICE, Dialogue.NONE);
    }

    ToolAnswer call(String tool, String arguments) {
        return bench.call(tool, arguments, ALICE, Dialogue.NONE);
    }

    /** The first price of a carrier for a shipment. */
    String quote(String carrier, ObjectNode shipment) {
        ObjectNode question = shipment.deepCopy();
        question.putArray("carriers").add(carrier);
        JsonNode answer = structured(call("get_shipping_rates", question));
        assertThat(answer.path("rates")).isNotEmpty();
        return answer.at("/rates/0/quote_id").asText();
    }

    String quote() {
        return quote("ups", Parcels.domestic());
    }

    /** Buys at once, where nobody is asked. */
    JsonNode bought(String quote) {
        return structured(call("create_shipment", "{'quote_id': '" + quote + "'}"));
    }

    static JsonNode structured(ToolAnswer answer) {
        assertThat(answer.isError()).as(answer.text()).isFalse();
        return answer.structured();
    }

    static String code(ToolAnswer answer) {
        assertThat(answer.isError()).as(answer.text()).isTrue();
        return answer.failure().orElseThrow().path("code").asText();
    }

    static List<String> fields(ToolAnswer answer) {
        return answer.failure().orElseThrow().path("fields").findValuesAsText("field");
    }

    static String token(ToolAnswer answer) {
        JsonNode first = structured(answer);
        assertThat(first.path("status").asText()).isEqualTo("confirmation_required");
        return first.path("confirmation_token").asText();
    }

    int sold(String wire) {
        return bench.sandbox().shipments(wire).size();
    }
}
