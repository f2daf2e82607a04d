package com.trackingmcp.mcp.internal.tools;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.trackingmcp.mcp.Caller;
import com.trackingmcp.mcp.Confirm;
import com.trackingmcp.mcp.Person;
import com.trackingmcp.mcp.Role;
import com.trackingmcp.mcp.TestBench;
import com.trackingmcp.mcp.internal.resource.Shelf;
import com.trackingmcp.mcp.internal.resource.Shelves;
import com.trackingmcp.mcp.internal.tool.Dialogue;
import com.trackingmcp.mcp.internal.tool.ToolAnswer;
import com.trackingmcp.testkit.SandboxOrders;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** The end of a day. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ManifestToolTest {
    private TestBench bench = TestBench.open();
    private final LocalDate today = LocalDate.ofInstant(bench.sandbox().clock().instant(), ZoneOffset.UTC);
    private final String day = "{'carrier': 'fedex', 'date': '" + today + "'}";

    @AfterEach
    void close() {
        bench.close();
    }

    private void buy() {
        bench.client().ship(SandboxOrders.domestic("fedex").shipDate(today).build());
    }

    private long closings() {
        return bench.sandbox().calls("fedex").stream()
                .filter(call -> call.operation().equals("manifest"))
                .count();
    }

    @Test
    void a_day_is_closed_and_its_papers_are_resources_of_the_caller() {
        buy();
        Caller caller = new Caller("clerk", Role.SHIP);
        ToolAnswer answer = bench.call("create_manifest", TestBench.json(day), caller, Dialogue.NONE);
        assertThat(answer.isError()).as(answer.text()).isFalse();
        JsonNode paper = answer.structured().at("/documents/0");
        assertThat(answer.structured().path("date").asText()).isEqualTo(today.toString());
        assertThat(answer.links()).isNotEmpty();
        assertThat(answer.links().get(0).uri()).isEqualTo(paper.path("uri").asText());
        Shelves shelves = Shelves.of(
                bench.bench().client(), bench.bench().shipments(), bench.bench().papers());
        String uri = paper.path("uri").asText();
        assertThat(shelves.read(uri, caller)).containsInstanceOf(Shelf.Bytes.class);
        assertThat(shelves.read(uri, Caller.LOCAL)).isPresent();
        assertThat(shelves.read(uri, new Caller("other", Role.SHIP))).isEmpty();
        assertThat(shelves.read(uri, new Caller("clerk", Role.TRACK))).isEmpty();
        bench.sandbox().advance(Duration.ofDays(1).plusSeconds(1));
        assertThat(shelves.read(uri, caller)).isEmpty();
    }

    @Test
    void the_papers_of_a_closed_day_are_told_once_more_without_a_question() {
        buy();
        bench.ask("create_manifest", day);
        JsonNode again = bench.ask("create_manifest", day.replace("}", ", 'reprint': true}"));
        assertThat(again.path("documents")).isNotEmpty();
        assertThat(closings()).isEqualTo(1);
    }

    @Test
    void closing_asks_first() {
        bench.close();
        bench = TestBench.open(Confirm.TOKEN);
        buy();
        Person person = new Person().cancels().agrees();
        ToolAnswer cancelled = bench.call("create_manifest", day, Caller.LOCAL, person);
        assertThat(cancelled.text()).startsWith("E-4002");
        assertThat(person.questions().get(0)).contains("fedex", today.toString(), "cannot be undone");
        assertThat(bench.ask("create_manifest", day).path("confirmation_token").asText())
                .isNotEmpty();
        assertThat(closings()).isZero();
        assertThat(bench.call("create_manifest", day, Caller.LOCAL, person).isError())
                .isFalse();
        assertThat(closings()).isEqualTo(1);
    }

    @Test
    void bad_input_a_refusal_and_a_carrier_without_it_are_errors() {
        assertThat(bench.call("create_manifest", "{'carrier': 'fedex', 'date': 'today'}")
                        .text())
                .startsWith("E-2021")
                .contains("- date: must be a date such as");
        assertThat(bench.call("create_manifest", "{'carrier': 'fedex', 'date': '2026-02-30'}")
                        .text())
                .startsWith("E-2021")
                .contains("- date: must be a date such as");
        assertThat(bench.call("create_manifest", day.replace("fedex", "ups")).text())
                .startsWith("E-2010")
                .contains("fedex");
        bench.sandbox().fail("fedex").on("manifest").with(400).untilCleared();
        assertThat(bench.call("create_manifest", day).text()).contains("Carrier: fedex");
    }
}
