package com.trackingmcp.mcp.internal.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.ErrorDetails;
import com.trackingmcp.mcp.Caller;
import com.trackingmcp.mcp.Person;
import com.trackingmcp.mcp.Role;
import com.trackingmcp.mcp.TestBench;
import com.trackingmcp.mcp.Toolset;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How any tool is called. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ToolboxTest {
    private static final Schema INPUT = Schema.of(
            Field.text("city", "").required(),
            Field.whole("parcels", "", 1, 99).required(),
            Field.whole("limit", "", 1, 50).standard(5),
            Field.flag("residential", ""),
            Field.decimal("weight", ""),
            Field.choice("unit", "", List.of("kg", "lb")),
            Field.date("day", ""),
            Field.texts("numbers", "", 3),
            Field.objects("items", "", 2, Schema.of(Field.text("name", "").required())));

    private final List<ToolEvent> events = new ArrayList<>();
    private Set<String> offered = Set.of("ship");

    @Test
    void arguments_arrive_in_their_types_and_with_their_defaults() {
        ToolAnswer answer = call(
                "{'city': ' Bonn ', 'parcels': '2', 'residential': 'true', 'weight': 1.50, 'unit': 'KG', 'day': '2026-02-10',"
                        + " 'numbers': [1, 'b'], 'items': [{'name': 'shirt'}]}",
                Dialogue.NONE);
        assertThat(answer.structured())
                .hasToString(TestBench.json(
                                "{'city': 'Bonn', 'parcels': 2, 'limit': 5, 'residential': true, 'weight': '1.5',"
                                        + " 'unit': 'kg', 'day': '2026-02-10', 'numbers': ['1', 'b'], 'items': [{'name': 'shirt'}]}")
                        .toString());
    }

    @Test
    void all_that_is_wrong_is_told_at_once_with_its_path() {
        ToolAnswer answer = call(
                "{'city': 7.5, 'parcels': 1.5, 'limit': 51, 'residential': 'perhaps', 'weight': '1e9', 'unit': 'st',"
                        + " 'day': 'monday', 'numbers': [1, 2, 3, 4], 'items': [{}, 'x'], 'town': 'Bonn'}",
                Dialogue.NONE);
        assertThat(answer.failure().orElseThrow().findValuesAsText("field"))
                .containsExactlyInAnyOrder(
                        "parcels",
                        "limit",
                        "residential",
                        "weight",
                        "unit",
                        "day",
                        "numbers",
                        "items[0].name",
                        "items[1]",
                        "town");
    }

    @Test
    void what_is_wrong_is_told_once_and_in_words() {
        assertThat(call("{'city': 'Bonn', 'parcels': 1, 'day': 'monday'}", Dialogue.NONE)
                        .text())
                .startsWith("E-2021 The request is malformed:\n- day: must be a date such as 2026-02-10\nFix: ");
    }

    /** A gigabyte of zeros would be written for it. */
    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "-1e999999999", "1e-999999999", "1e2147483647"})
    void a_number_of_endless_digits_is_no_text(String number) {
        ObjectNode arguments = TestBench.json("{'parcels': 1}").put("city", new BigDecimal(number));
        ToolAnswer answer = toolbox(new Echo(ToolboxTest::echo), new Exposure(Toolset.ALL, false))
                .call("echo", arguments, Caller.LOCAL, Dialogue.NONE);
        assertThat(answer.failure().orElseThrow().findValuesAsText("field")).containsExactly("city");
    }

    @Test
    void what_is_missing_is_asked_for_in_one_form() {
        Person person = new Person().says("{'city': 'Bonn', 'parcels': 3}");
        assertThat(call("{'limit': 2}", person).structured())
                .hasToString(TestBench.json("{'city': 'Bonn', 'parcels': 3, 'limit': 2}")
                        .toString());
        assertThat(person.forms()).containsExactly(List.of("city", "parcels"));
    }

    @Test
    void a_person_is_asked_once_and_what_is_still_wrong_is_told() {
        Person person = new Person().says("{'city': 'Bonn'}");
        assertThat(call("{}", person).text()).startsWith("E-2020").contains("parcels");
        assertThat(person.forms()).hasSize(1);
    }

    @Test
    void who_declines_or_closes_the_form_is_told_so() {
        assertThat(call("{}", new Person().declines()).text()).startsWith("E-4001");
        assertThat(call("{}", new Person().cancels()).text()).startsWith("E-4002");
    }

    @Test
    void where_the_form_fails_what_is_missing_is_told() {
        Person person = new Person().cannotBeAsked();
        assertThat(call("{}", person).text()).startsWith("E-2020").contains("city", "parcels");
    }

    @Test
    void what_is_wrong_besides_is_told_before_anybody_is_asked() {
        Person person = new Person();
        assertThat(call("{'limit': 99}", person).text()).contains("limit", "city", "parcels");
        assertThat(person.forms()).isEmpty();
    }

    @Test
    void an_unexpected_failure_tells_an_id_and_nothing_else() {
        ToolAnswer answer = toolbox(
                        new Echo(call -> {
                            throw new IllegalStateException("test-secret");
                        }),
                        new Exposure(Toolset.ALL, false))
                .call("echo", TestBench.json("{'city': 'Bonn', 'parcels': 1}"), Caller.LOCAL, Dialogue.NONE);
        assertThat(answer.text()).startsWith("E-3099").doesNotContain("test-secret");
        assertThat(answer.failure().orElseThrow().toString()).doesNotContain("test-secret");
        String id = answer.failure().orElseThrow().path("correlation_id").asText();
        assertThat(answer.text()).contains(id);
        assertThat(events).extracting(ToolEvent::correlationId).containsExactly(id);
    }

    @Test
    void an_error_says_what_to_do_and_when() {
        ToolAnswer answer = toolbox(
                        new Echo(call -> {
                            throw ErrorDetails.builder(ErrorCode.RATE_LIMITED)
                                    .carrier("fedex")
                                    .argument("reason", "test")
                                    .carrierCode("SLOW.DOWN")
                                    .carrierText("one\nmoment \u202e please")
                                    .retryable(true)
                                    .retryAfter(Duration.ofMillis(1_200))
                                    .toException();
                        }),
                        new Exposure(Toolset.ALL, false))
                .call("echo", TestBench.json("{'city': 'Bonn', 'parcels': 1}"), Caller.LOCAL, Dialogue.NONE);
        assertThat(answer.text())
                .startsWith("E-3002 ")
                .contains("\nFix: ", "\nRetry: after 2 s\n", "Carrier: fedex, code SLOW.DOWN, said: one moment please");
        assertThat(answer.failure().orElseThrow().path("retry_after_seconds").asInt())
                .isEqualTo(2);
    }

    @Test
    void a_tool_that_is_not_for_a_caller_does_not_exist_for_him() {
        Caller reader = new Caller("test-reader", Role.TRACK);
        Toolbox tools = toolbox(new Echo(ToolboxTest::echo), new Exposure(Toolset.ALL, false));
        assertThat(tools.listed(reader)).isEmpty();
        assertThatThrownBy(() -> tools.call("echo", TestBench.json("{}"), reader, Dialogue.NONE))
                .isInstanceOf(UnknownToolException.class);
        assertThat(tools.listed(new Caller("test-shipper", Role.SHIP))).hasSize(1);
    }

    @Test
    void a_tool_that_no_connected_carrier_can_serve_is_not_listed() {
        Toolbox tools = toolbox(new Echo(ToolboxTest::echo), new Exposure(Toolset.ALL, false));
        offered = Set.of("track");
        assertThat(tools.listed(Caller.LOCAL)).isEmpty();
        offered = Set.of("track", "ship");
        assertThat(tools.listed(Caller.LOCAL)).hasSize(1);
    }

    @Test
    void tools_that_change_something_or_are_of_another_set_are_not_there_where_the_server_says_so() {
        for (Exposure exposure : List.of(new Exposure(Toolset.ALL, true), new Exposure(Toolset.TRACK, false))) {
            Toolbox tools = toolbox(new Echo(ToolboxTest::echo), exposure);
            assertThat(tools.specs()).isEmpty();
            assertThatThrownBy(() -> tools.call("echo", TestBench.json("{}"), Caller.LOCAL, Dialogue.NONE))
                    .isInstanceOf(UnknownToolException.class);
        }
    }

    @Test
    void every_call_is_told_of_without_its_arguments() {
        call("{'city': 'Bonn', 'parcels': 1}", Dialogue.NONE);
        call("{'city': 'Bonn'}", Dialogue.NONE);
        assertThat(events).extracting(ToolEvent::outcome).containsExactly("ok", "E-2020");
        assertThat(events.toString()).doesNotContain("Bonn");
    }

    private ToolAnswer call(String arguments, Dialogue dialogue) {
        return toolbox(new Echo(ToolboxTest::echo), new Exposure(Toolset.ALL, false))
                .call("echo", TestBench.json(arguments), Caller.LOCAL, dialogue);
    }

    private Toolbox toolbox(Tool tool, Exposure exposure) {
        return new Toolbox(List.of(tool), exposure, () -> offered, events::add);
    }

    private static ToolAnswer echo(ToolCall call) {
        return ToolAnswer.of(call.arguments().json(), "");
    }

    /** Answers what it was called with. */
    private record Echo(Function<ToolCall, ToolAnswer> answer) implements Tool {
        @Override
        public ToolSpec spec() {
            return ToolSpec.shipping("echo", "Echo", "", Hints.SPENDS, INPUT, Schema.of(), "ship");
        }

        @Override
        public ToolAnswer call(ToolCall call) {
            return answer.apply(call);
        }
    }
}
