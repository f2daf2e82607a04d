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
import com.trackingmcp.mcp.internal.tool.ToolSpec;
import com.trackingmcp.testkit.SandboxOrders;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a caller made is its own: no other caller reaches it, and who sees all does. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OwnersTest {
    private static final Caller ANN = new Caller("ann", Role.SHIP);
    private static final Caller BOB = new Caller("bob", Role.SHIP);
    private static final Caller ADMIN = new Caller("root", Role.ADMIN);

    @TempDir
    Path folder;

    private TestBench bench;
    private LocalDate today;

    @BeforeEach
    void open() throws IOException {
        bench = TestBench.open(Confirm.NEVER, folder);
        today = LocalDate.ofInstant(bench.sandbox().clock().instant(), ZoneOffset.UTC);
        Files.write(folder.resolve("invoice.pdf"), "%PDF-1.4 test invoice".getBytes(StandardCharsets.US_ASCII));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private JsonNode ask(Caller caller, String tool, ObjectNode arguments) {
        ToolAnswer answer = bench.call(tool, arguments, caller, Dialogue.NONE);
        assertThat(answer.isError()).as(answer.text()).isFalse();
        return answer.structured();
    }

    private void isUnknown(Caller caller, String tool, ObjectNode arguments) {
        ToolAnswer answer = bench.call(tool, arguments, caller, Dialogue.NONE);
        assertThat(answer.text()).startsWith("E-3014");
        assertThat(answer.text()).doesNotContain("ann");
    }

    private ObjectNode pickup(String carrier, LocalDate day) {
        ObjectNode pickup =
                TestBench.json("{'carrier': '" + carrier + "', 'date': '" + day + "', 'ready_time': '10:00',"
                        + " 'close_time': '17:00', 'name': 'Ann Sender', 'company': 'Sender Inc', 'phone': '901-555-0100',"
                        + " 'street': '100 Example Street', 'city': 'Memphis', 'state': 'TN', 'postal_code': '38118',"
                        + " 'country': 'us', 'package_count': 2, 'weight': '10.5', 'weight_unit': 'lb'}");
        if (carrier.equals("fedex")) {
            pickup.putArray("options").add("fedex_package_location=FRONT");
        }
        return pickup.put("service", carrier.equals("ups") ? "03" : carrier.equals("dhl") ? "N" : "FEDEX_GROUND");
    }

    private ObjectNode booked(Caller caller, String carrier) {
        LocalDate day = today.plusDays(2);
        JsonNode made = ask(caller, "schedule_pickup", pickup(carrier, day));
        ObjectNode which = TestBench.json("{'carrier': '" + carrier + "', 'date': '" + day + "', 'requestor': 'Ann'}");
        which.set("confirmation_number", made.path("confirmation_number"));
        if (made.has("location_code")) {
            which.set("location_code", made.path("location_code"));
        }
        if (made.has("details")) {
            which.set("details", made.path("details"));
        }
        return which;
    }

    private long cancellations() {
        return List.of("ups", "fedex", "mydhl").stream()
                .flatMap(carrier -> bench.sandbox().pickups(carrier).stream())
                .filter(pickup -> pickup.isCancelled())
                .count();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ups", "fedex", "dhl"})
    void a_pickup_is_called_off_by_who_booked_it_and_by_nobody_else(String carrier) {
        ObjectNode which = booked(ANN, carrier);
        isUnknown(BOB, "cancel_pickup", which);
        isUnknown(
                BOB,
                "cancel_pickup",
                which.deepCopy().put("date", today.plusDays(3).toString()));
        ObjectNode spelled = which.deepCopy();
        spelled.put(
                "confirmation_number",
                " " + which.path("confirmation_number").asText().toLowerCase());
        isUnknown(BOB, "cancel_pickup", spelled);
        assertThat(cancellations()).isZero();
        assertThat(ask(ANN, "cancel_pickup", which).path("cancelled").asBoolean())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ups", "fedex", "dhl"})
    void a_pickup_is_called_off_by_who_sees_all(String carrier) {
        assertThat(ask(ADMIN, "cancel_pickup", booked(ANN, carrier))
                        .path("cancelled")
                        .asBoolean())
                .isTrue();
        assertThat(cancellations()).isEqualTo(1);
    }

    @Test
    void a_pickup_that_nobody_booked_here_is_called_off_by_who_knows_its_number() {
        ObjectNode which = booked(ANN, "ups");
        bench.sandbox().advance(Duration.ofHours(25));
        assertThat(ask(BOB, "cancel_pickup", which).path("cancelled").asBoolean())
                .isTrue();
    }

    @Test
    void the_status_of_pickups_is_told_of_ones_own() {
        ObjectNode first = booked(ANN, "ups");
        ObjectNode second = booked(BOB, "ups");
        first.remove("requestor");
        isUnknown(BOB, "get_pickup_status", first);
        bench.sandbox().advance(Duration.ofHours(23));
        assertThat(ask(ANN, "get_pickup_status", first).path("pickups")).hasSize(1);
        ObjectNode all = TestBench.json("{'carrier': 'ups'}");
        assertThat(ask(BOB, "get_pickup_status", all).path("pickups").findValues("confirmation_number"))
                .containsExactly(second.path("confirmation_number"));
        assertThat(ask(ADMIN, "get_pickup_status", all).path("pickups")).hasSize(2);
    }

    private ObjectNode uploaded(Caller caller) {
        JsonNode held = ask(
                caller,
                "upload_document",
                TestBench.json(
                        "{'carrier': 'ups', 'document_type': 'commercial_invoice', 'file_path': 'invoice.pdf'}"));
        return TestBench.json(
                "{'carrier': 'ups', 'document_id': '" + held.path("document_id").asText() + "'}");
    }

    @Test
    void a_paper_is_deleted_by_who_uploaded_it_and_by_nobody_else() {
        ObjectNode which = uploaded(ANN);
        isUnknown(BOB, "delete_document", which);
        assertThat(bench.sandbox().papers("ups")).hasSize(1);
        assertThat(ask(ANN, "delete_document", which).path("deleted").asBoolean())
                .isTrue();
        assertThat(ask(ADMIN, "delete_document", uploaded(ANN)).path("deleted").asBoolean())
                .isTrue();
    }

    private String bought(Caller caller, String carrier) {
        var shipment = bench.client()
                .ship(SandboxOrders.domestic(carrier).shipDate(today).build());
        bench.bench().shipments().put(caller, shipment);
        return shipment.id();
    }

    private ObjectNode attaching(ObjectNode paper, String shipment) {
        ObjectNode arguments =
                TestBench.json("{'carrier': 'ups', 'shipment_id': '" + shipment + "', 'ship_date': '" + today + "'}");
        arguments.putArray("document_ids").add(paper.path("document_id").asText());
        return arguments;
    }

    @Test
    void papers_are_attached_from_ones_own_to_ones_own() {
        String shipment = bought(ANN, "ups");
        ObjectNode paper = uploaded(ANN);
        isUnknown(BOB, "attach_document", attaching(paper, bought(BOB, "ups")));
        isUnknown(BOB, "attach_document", attaching(uploaded(BOB), shipment));
        isUnknown(BOB, "attach_document", attaching(uploaded(BOB), "4711").put("tracking_number", shipment));
        isUnknown(
                BOB,
                "upload_document",
                TestBench.json("{'carrier': 'ups', 'document_type': 'commercial_invoice', 'file_path': 'invoice.pdf',"
                        + " 'shipment_id': 'ups:" + shipment + "'}"));
        assertThat(ask(ANN, "attach_document", attaching(paper, shipment)).path("attached_ids"))
                .hasSize(1);
    }

    private ObjectNode day() {
        return TestBench.json("{'carrier': 'fedex', 'date': '" + today + "'}");
    }

    private long closings() {
        return bench.sandbox().calls("fedex").stream()
                .filter(call -> call.operation().equals("manifest"))
                .count();
    }

    @Test
    void what_others_bought_is_not_handed_over_with_the_day() {
        String parcel = bought(ANN, "fedex");
        bought(BOB, "fedex");
        ObjectNode named = day();
        named.putArray("tracking_numbers").add(parcel);
        isUnknown(BOB, "create_manifest", named);
        ToolAnswer whole = bench.call("create_manifest", day(), BOB, Dialogue.NONE);
        assertThat(whole.text())
                .startsWith("E-2021")
                .contains("- tracking_numbers: ")
                .contains("admin");
        assertThat(closings()).isZero();
        ask(ADMIN, "create_manifest", day());
        assertThat(closings()).isEqualTo(1);
    }

    @Test
    void the_papers_of_a_day_are_told_once_more_to_who_closed_it() {
        bought(ANN, "fedex");
        ask(ANN, "create_manifest", day());
        ObjectNode again = day().put("reprint", true);
        isUnknown(BOB, "create_manifest", again);
        assertThat(ask(ANN, "create_manifest", again).path("documents")).isNotEmpty();
        assertThat(ask(ADMIN, "create_manifest", again).path("documents")).isNotEmpty();
    }

    @Test
    void the_list_of_a_whole_server_is_for_who_sees_all() {
        bench.sandbox().karrioOrders(2);
        assertThat(bench.tools().listed(BOB)).extracting(ToolSpec::name).doesNotContain("list_orders");
        assertThat(bench.tools().listed(ADMIN)).extracting(ToolSpec::name).contains("list_orders");
        assertThat(ask(ADMIN, "list_orders", TestBench.json("{}")).path("orders"))
                .hasSize(2);
    }
}
