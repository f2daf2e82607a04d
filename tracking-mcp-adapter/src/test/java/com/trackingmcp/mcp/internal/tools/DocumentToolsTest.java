package com.trackingmcp.mcp.internal.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.trackingmcp.mcp.Caller;
import com.trackingmcp.mcp.Confirm;
import com.trackingmcp.mcp.Person;
import com.trackingmcp.mcp.Role;
import com.trackingmcp.mcp.TestBench;
import com.trackingmcp.mcp.internal.tool.Dialogue;
import com.trackingmcp.mcp.internal.tool.ToolAnswer;
import com.trackingmcp.model.Shipment;
import com.trackingmcp.model.TradeDocument;
import com.trackingmcp.testkit.SandboxOrders;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Papers for customs: where they are read from, and what becomes of them. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DocumentToolsTest {
    private static final byte[] PDF = "%PDF-1.4 test invoice".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    Path outside;

    @TempDir
    Path folder;

    private TestBench bench;

    @BeforeEach
    void open() throws IOException {
        bench = TestBench.open(Confirm.NEVER, folder);
        Files.write(folder.resolve("invoice.pdf"), PDF);
        Files.write(outside.resolve("secret.pdf"), PDF);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private static ObjectNode upload(String argument, String value) {
        return TestBench.json("{'carrier': 'ups', 'document_type': 'commercial_invoice'}")
                .put(argument, value);
    }

    private ToolAnswer call(String tool, ObjectNode arguments) {
        return bench.call(tool, arguments, Caller.LOCAL, Dialogue.NONE);
    }

    private JsonNode ask(String tool, ObjectNode arguments) {
        ToolAnswer answer = call(tool, arguments);
        assertThat(answer.isError()).as(answer.text()).isFalse();
        return answer.structured();
    }

    private String uploaded() {
        return ask("upload_document", upload("file_path", "invoice.pdf"))
                .path("document_id")
                .asText();
    }

    private void isRefused(String argument, String value, String why) {
        ToolAnswer answer = call("upload_document", upload(argument, value));
        assertThat(answer.text())
                .startsWith("E-2021")
                .contains("- " + argument + ": ")
                .contains(why);
        assertThat(bench.sandbox().papers("ups")).isEmpty();
    }

    @Test
    void a_file_in_the_folder_is_uploaded() {
        ToolAnswer answer = call(
                "upload_document",
                upload("file_path", folder.resolve("invoice.pdf").toString()));
        assertThat(answer.structured().path("attached").asBoolean()).isFalse();
        assertThat(answer.text()).contains("ups holds the paper");
        assertThat(bench.sandbox().papers("ups")).singleElement().satisfies(paper -> {
            assertThat(paper.id())
                    .isEqualTo(answer.structured().path("document_id").asText());
            assertThat(paper.name()).isEqualTo("invoice.pdf");
            assertThat(paper.size()).isEqualTo(PDF.length);
        });
    }

    @Test
    void a_path_may_begin_in_the_folder_and_a_uri_may_name_it() {
        uploaded();
        ask(
                "upload_document",
                upload("resource_uri", folder.resolve("invoice.pdf").toUri().toString()));
        assertThat(bench.sandbox().papers("ups")).hasSize(2);
    }

    @Test
    void no_path_leads_out_of_the_folder() throws IOException {
        String why = "is no file in the folders";
        isRefused("file_path", "../" + outside.getFileName() + "/secret.pdf", why);
        isRefused("file_path", folder + "/../" + outside.getFileName() + "/secret.pdf", why);
        isRefused("file_path", outside.resolve("secret.pdf").toString(), why);
        isRefused("resource_uri", outside.resolve("secret.pdf").toUri().toString(), why);
        Files.createSymbolicLink(folder.resolve("link.pdf"), outside.resolve("secret.pdf"));
        isRefused("file_path", "link.pdf", why);
        Files.createSymbolicLink(folder.resolve("way"), outside);
        isRefused("file_path", "way/secret.pdf", why);
        isRefused(
                "file_path",
                folder.resolveSibling(folder.getFileName() + "2/x.pdf").toString(),
                why);
    }

    @Test
    void what_is_no_file_is_not_read() throws IOException {
        String why = "is no file in the folders";
        Files.createSymbolicLink(folder.resolve("zero.pdf"), Path.of("/dev/zero"));
        Files.createDirectory(folder.resolve("folder.pdf"));
        isRefused("file_path", "/dev/zero", why);
        isRefused("file_path", "zero.pdf", why);
        isRefused("file_path", "folder.pdf", why);
        isRefused("file_path", "missing.pdf", why);
        isRefused("file_path", "invoice.pdf\0.txt", why);
        isRefused("resource_uri", "file://host/invoice.pdf", "");
        isRefused("resource_uri", "https://example.com/invoice.pdf", "is no resource of this server");
    }

    /** Whoever opens a pipe waits for somebody to write into it. */
    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void a_pipe_is_not_waited_for() throws IOException, InterruptedException {
        Process made = new ProcessBuilder("mkfifo", folder.resolve("pipe.pdf").toString()).start();
        assumeTrue(made.waitFor() == 0, "there is no mkfifo");
        isRefused("file_path", "pipe.pdf", "is no file in the folders");
    }

    @Test
    void a_link_that_stays_in_the_folder_is_followed() throws IOException {
        Files.createSymbolicLink(folder.resolve("same.pdf"), folder.resolve("invoice.pdf"));
        ask("upload_document", upload("file_path", "same.pdf"));
        assertThat(bench.sandbox().papers("ups")).hasSize(1);
    }

    @Test
    void a_file_that_is_too_large_is_refused() throws IOException {
        Path large = folder.resolve("large.pdf");
        Files.write(large, PDF);
        try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
            file.setLength(TradeDocument.MOST_BYTES + 1L);
        }
        isRefused("file_path", "large.pdf", "has more than " + TradeDocument.MOST_BYTES + " bytes");
    }

    @Test
    void a_file_that_is_not_what_its_name_says_is_refused() throws IOException {
        Files.writeString(folder.resolve("script.pdf"), "#!/bin/sh");
        Files.write(folder.resolve("binary.txt"), new byte[] {'a', 0, 'b'});
        Files.write(folder.resolve("empty.pdf"), new byte[0]);
        Files.write(folder.resolve("invoice"), PDF);
        Files.write(folder.resolve("keys.pem"), PDF);
        isRefused("file_path", "script.pdf", "is named .pdf, and its content is something else");
        isRefused("file_path", "binary.txt", "is named .txt");
        isRefused("file_path", "empty.pdf", "without content");
        isRefused("file_path", "invoice", "must be a name that ends in one of .pdf");
        isRefused("file_path", "keys.pem", "must be a name that ends in one of .pdf");
        ToolAnswer renamed =
                call("upload_document", upload("file_path", "invoice.pdf").put("file_name", "invoice.png"));
        assertThat(renamed.text()).contains("- file_name: is named .png");
        ToolAnswer placed =
                call("upload_document", upload("file_path", "invoice.pdf").put("file_name", "../invoice.pdf"));
        assertThat(placed.text()).contains("- file_name: must be the name of a file, without folders");
    }

    @Test
    void a_server_without_folders_reads_no_file() {
        bench.close();
        bench = TestBench.open();
        isRefused("file_path", folder.resolve("invoice.pdf").toString(), "was given no folder");
    }

    @Test
    void a_small_paper_may_come_with_the_call_and_a_larger_one_may_not() {
        String small = Base64.getEncoder().encodeToString(PDF);
        ask("upload_document", upload("content_base64", small).put("file_name", "invoice.pdf"));
        assertThat(bench.sandbox().papers("ups")).hasSize(1);
        byte[] nine = new byte[9 * 1024];
        System.arraycopy(PDF, 0, nine, 0, PDF.length);
        ToolAnswer large = call(
                "upload_document",
                upload("content_base64", Base64.getEncoder().encodeToString(nine))
                        .put("file_name", "invoice.pdf"));
        assertThat(large.text())
                .contains("- content_base64: has more than 8192 bytes")
                .contains("file_path");
        ToolAnswer unnamed = call("upload_document", upload("content_base64", small));
        assertThat(unnamed.text()).startsWith("E-2020").contains("- file_name: is required");
        assertThat(bench.sandbox().papers("ups")).hasSize(1);
    }

    @Test
    void exactly_one_source_is_given() {
        ToolAnswer none = call("upload_document", upload("file_name", "invoice.pdf"));
        ToolAnswer two =
                call("upload_document", upload("file_path", "invoice.pdf").put("resource_uri", "tracking://x"));
        assertThat(none.text()).contains("exactly one of file_path, resource_uri and content_base64");
        assertThat(two.text()).contains("exactly one of file_path, resource_uri and content_base64");
    }

    @Test
    void a_resource_of_the_server_is_uploaded_for_whom_it_is_for() {
        Shipment bought = bench.client()
                .ship(SandboxOrders.domestic("fedex").shipDate(today()).build());
        Caller buyer = new Caller("buyer", Role.SHIP);
        bench.bench().shipments().put(buyer, bought);
        ObjectNode arguments = upload("resource_uri", "tracking://shipments/" + bought.id() + "/label");
        ToolAnswer other = bench.call("upload_document", arguments, new Caller("other", Role.SHIP), Dialogue.NONE);
        assertThat(other.text()).contains("- resource_uri: is no resource of this server, or not yours");
        ToolAnswer mine = bench.call("upload_document", arguments, buyer, Dialogue.NONE);
        assertThat(mine.isError()).as(mine.text()).isFalse();
        assertThat(bench.sandbox().papers("ups").get(0).name()).isEqualTo("document.pdf");
    }

    private LocalDate today() {
        return LocalDate.ofInstant(bench.sandbox().clock().instant(), ZoneOffset.UTC);
    }

    @Test
    void what_the_carrier_needs_beside_the_paper_is_asked_for() {
        Person person = new Person().says("{'origin_country': 'us', 'destination_country': 'DE'}");
        ToolAnswer answer = bench.call(
                "upload_document", upload("file_path", "invoice.pdf").put("carrier", "fedex"), Caller.LOCAL, person);
        assertThat(answer.isError()).as(answer.text()).isFalse();
        assertThat(bench.sandbox().papers("fedex")).hasSize(1);
    }

    @Test
    void a_refusal_of_the_carrier_is_told_in_its_words() {
        bench.sandbox().fail("ups").on("upload").with(400).untilCleared();
        assertThat(call("upload_document", upload("file_path", "invoice.pdf")).text())
                .contains("Carrier: ups");
    }

    @Test
    void a_carrier_that_holds_no_papers_names_those_that_do() {
        ObjectNode arguments = upload("file_path", "invoice.pdf").put("carrier", "dhl");
        assertThat(call("upload_document", arguments).text())
                .startsWith("E-2010")
                .contains("ups");
        arguments = TestBench.json("{'carrier': 'fedex', 'document_ids': ['1'], 'shipment_id': '1'}");
        assertThat(call("attach_document", arguments).text())
                .startsWith("E-2010")
                .contains("ups");
        arguments = TestBench.json("{'carrier': 'fedex', 'document_id': '1'}");
        assertThat(call("delete_document", arguments).text())
                .startsWith("E-2010")
                .contains("ups");
    }

    private Shipment boughtAbroad() {
        Shipment bought = bench.client()
                .ship(SandboxOrders.international("ups").shipDate(today()).build());
        bench.bench().shipments().put(Caller.LOCAL, bought);
        return bought;
    }

    @Test
    void a_paper_is_attached_to_what_was_bought_here() {
        Shipment bought = boughtAbroad();
        ObjectNode arguments = TestBench.json("{'carrier': 'ups', 'document_ids': ['" + uploaded() + "'],"
                + " 'shipment_id': '" + bought.id() + "', 'ship_date': '" + today() + "'}");
        ToolAnswer answer = call("attach_document", arguments);
        assertThat(answer.structured().path("attached_ids")).hasSize(1);
        assertThat(answer.text()).contains("attached 1 of 1 papers");
        assertThat(bench.sandbox().papers("ups").get(0).shipment()).contains(bought.trackingNumber());
    }

    @Test
    void a_paper_is_uploaded_and_attached_in_one_call() {
        Shipment bought = boughtAbroad();
        JsonNode answer = ask(
                "upload_document",
                upload("file_path", "invoice.pdf")
                        .put("shipment_id", "ups:" + bought.id())
                        .put("ship_date", today().toString()));
        assertThat(answer.path("attached").asBoolean()).isTrue();
        assertThat(bench.sandbox().papers("ups").get(0).shipment()).contains(bought.trackingNumber());
    }

    @Test
    void the_day_a_shipment_is_handed_over_is_asked_for() {
        Shipment bought = boughtAbroad();
        ObjectNode arguments = TestBench.json("{'carrier': 'ups', 'document_ids': ['" + uploaded() + "'],"
                + " 'shipment_id': '" + bought.id() + "'}");
        assertThat(call("attach_document", arguments).text())
                .startsWith("E-2020")
                .contains("- ship_date: ");
        Person person = new Person().says("{'ship_date': '" + today() + "'}");
        assertThat(bench.call("attach_document", arguments, Caller.LOCAL, person)
                        .isError())
                .isFalse();
    }

    @Test
    void what_is_not_there_cannot_be_attached() {
        String gone = uploaded();
        bench.ask("delete_document", "{'carrier': 'ups', 'document_id': '" + gone + "'}");
        ObjectNode arguments = TestBench.json("{'carrier': 'ups', 'document_ids': ['" + gone + "'], 'shipment_id': '"
                + boughtAbroad().id() + "', 'ship_date': '" + today() + "'}");
        assertThat(call("attach_document", arguments).text()).startsWith("E-3006");
        assertThat(bench.call("attach_document", arguments.toString().replace(gone, "test-none"))
                        .text())
                .contains("- document_ids[0]: is no id of a paper of UPS's");
        assertThat(bench.call("attach_document", "{'carrier': 'ups', 'document_ids': [], 'shipment_id': '1'}")
                        .text())
                .contains("- document_ids: must have 1 to 20 elements");
    }

    @Test
    void a_paper_is_deleted_once() {
        String id = uploaded();
        String arguments = "{'carrier': 'ups', 'document_id': '" + id + "'}";
        assertThat(bench.ask("delete_document", arguments).path("deleted").asBoolean())
                .isTrue();
        assertThat(bench.sandbox().papers("ups").get(0).isDeleted()).isTrue();
        assertThat(bench.call("delete_document", arguments).text()).startsWith("E-3006");
        assertThat(bench.call("delete_document", "{'carrier': 'ups'}").text()).contains("- document_id: is required");
    }

    @Test
    void deleting_asks_first() {
        bench.close();
        bench = TestBench.open(Confirm.TOKEN, folder);
        String id = uploaded();
        String arguments = "{'carrier': 'ups', 'document_id': '" + id + "'}";
        Person person = new Person().declines().agrees();
        assertThat(bench.call("delete_document", arguments, Caller.LOCAL, person)
                        .text())
                .startsWith("E-4001");
        assertThat(person.questions().get(0)).contains(id, "cannot be undone");
        JsonNode token = bench.ask("delete_document", arguments);
        assertThat(token.path("status").asText()).isEqualTo("confirmation_required");
        assertThat(bench.sandbox().papers("ups").get(0).isDeleted()).isFalse();
        assertThat(bench.call("delete_document", arguments, Caller.LOCAL, person)
                        .isError())
                .isFalse();
        assertThat(bench.sandbox().papers("ups").get(0).isDeleted()).isTrue();
    }

    @Test
    void whoever_follows_parcels_only_has_no_such_tools() {
        Caller follower = new Caller("follower", Role.TRACK);
        assertThat(bench.tools().listed(follower))
                .extracting(spec -> spec.name())
                .doesNotContain("upload_document", "attach_document", "delete_document", "schedule_pickup");
        assertThat(bench.tools().listed(Caller.LOCAL))
                .extracting(spec -> spec.name())
                .contains("upload_document", "attach_document", "delete_document", "create_manifest");
    }
}
