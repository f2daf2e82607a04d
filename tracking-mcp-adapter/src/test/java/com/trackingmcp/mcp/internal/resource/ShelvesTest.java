package com.trackingmcp.mcp.internal.resource;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.trackingmcp.ConnectedCarrier;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.mcp.Caller;
import com.trackingmcp.mcp.Role;
import com.trackingmcp.mcp.TestBench;
import com.trackingmcp.mcp.internal.book.ShipmentBook;
import com.trackingmcp.mcp.internal.tool.ToolAnswer;
import com.trackingmcp.model.Document;
import com.trackingmcp.model.Incoterm;
import com.trackingmcp.model.Parcel;
import com.trackingmcp.model.Shipment;
import com.trackingmcp.model.TrackingStatus;
import com.trackingmcp.model.Weight;
import com.trackingmcp.testkit.SandboxOrders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What can be read beside the answers. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ShelvesTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Caller BUYER = new Caller("buyer", Role.SHIP);

    private final TestBench bench = TestBench.open();
    private final Shelves shelves = Shelves.of(
            bench.bench().client(), bench.bench().shipments(), bench.bench().papers());

    @AfterEach
    void close() {
        bench.close();
    }

    private JsonNode json(String uri) {
        Shelf.Text text = (Shelf.Text) shelves.read(uri, BUYER).orElseThrow(() -> new AssertionError(uri));
        assertThat(text.mimeType()).isEqualTo("application/json");
        try {
            return MAPPER.readTree(text.text());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> connections() {
        return bench.client().carriers().stream()
                .map(ConnectedCarrier::connection)
                .toList();
    }

    @Test
    void all_that_is_listed_can_be_read_and_has_a_name_of_its_own() {
        List<Shelf.Entry> entries = shelves.entries(BUYER);
        assertThat(entries).extracting(Shelf.Entry::uri).doesNotHaveDuplicates();
        assertThat(entries).extracting(Shelf.Entry::name).doesNotHaveDuplicates();
        assertThat(entries).hasSize(1 + 4 * connections().size() + 4);
        assertThat(entries).isEqualTo(shelves.entries(BUYER));
        assertThat(entries)
                .allSatisfy(entry -> assertThat(
                                json(entry.uri()).isEmpty() && !entry.uri().matches(".*/(services|package_types)"))
                        .as(entry.uri())
                        .isFalse());
    }

    @Test
    void the_carriers_are_told_with_what_they_can_be_asked() {
        JsonNode carriers = json("tracking://carriers");
        assertThat(carriers.findValuesAsText("carrier")).containsExactlyElementsOf(connections());
        JsonNode ups = json("tracking://carriers/ups");
        assertThat(ups.path("name").asText()).isEqualTo("UPS");
        assertThat(ups.path("capabilities").toString()).contains("pickups.schedule");
        assertThat(ups.path("services").asInt()).isPositive();
    }

    @Test
    void a_catalogue_is_told_in_three_parts() {
        assertThat(json("tracking://carriers/ups/services").findValuesAsText("code"))
                .contains("03");
        assertThat(json("tracking://carriers/fedex/options")
                        .path("pickup_options")
                        .findValuesAsText("name"))
                .contains("fedex_package_location");
        assertThat(json("tracking://carriers/fedex/package_types").findValuesAsText("code"))
                .contains("FEDEX_PAK");
    }

    @Test
    void a_connection_is_named_with_its_colon_plain_or_escaped() {
        String gateway = connections().stream()
                .filter(id -> id.startsWith("karrio:"))
                .findFirst()
                .orElseThrow();
        assertThat(json("tracking://carriers/" + gateway).path("carrier").asText())
                .isEqualTo(gateway);
        assertThat(json("tracking://carriers/" + gateway.replace(":", "%3A"))
                        .path("carrier")
                        .asText())
                .isEqualTo(gateway);
    }

    @Test
    void what_there_is_not_is_not_there() {
        assertThat(List.of(
                        "tracking://carriers/nobody",
                        "tracking://carriers/",
                        "tracking://carriers/ups/secrets",
                        "tracking://carriers/ups/services/",
                        "tracking://carriers/%zz",
                        "tracking://carriers/ups%2Fservices",
                        "tracking://reference/none",
                        "tracking://shipments/1/label",
                        "tracking://shipments/1/documents/1",
                        "tracking://papers/p_1",
                        "file:///etc/passwd",
                        "",
                        "tracking://carriers/" + "a".repeat(1000)))
                .allSatisfy(uri ->
                        assertThat(shelves.read(uri, Caller.LOCAL)).as(uri).isEmpty());
    }

    @Test
    void countries_are_those_of_iso_with_english_names() {
        JsonNode countries = json("tracking://reference/countries");
        assertThat(countries).hasSize(Locale.getISOCountries().length);
        assertThat(countries.toString()).contains("{\"code\":\"DE\",\"name\":\"Germany\"}");
    }

    @Test
    void every_status_incoterm_and_error_is_explained() {
        JsonNode statuses = json("tracking://reference/status-codes");
        assertThat(statuses).hasSize(TrackingStatus.values().length);
        assertThat(statuses.toString()).contains("\"out_for_delivery\"");
        assertThat(json("tracking://reference/incoterms")).hasSize(Incoterm.values().length);
        JsonNode errors = json("tracking://reference/errors");
        assertThat(errors.findValuesAsText("code"))
                .hasSize(ErrorCode.values().length)
                .contains("E-4003");
        assertThat(errors.findValuesAsText("fix"))
                .noneMatch(String::isBlank)
                .noneMatch(fix -> fix.contains("(...)")
                        || fix.contains("Client.")
                        || fix.contains("Number.of")
                        || fix.contains("retryAfter"));
        assertThat(statuses.findValuesAsText("meaning")).hasSameSizeAs(statuses).noneMatch(String::isBlank);
    }

    private Shipment bought(int parcels) {
        Shipment bought = bench.client()
                .ship(SandboxOrders.domestic("ups")
                        .addAllParcels(
                                java.util.Collections.nCopies(parcels - 1, Parcel.of(Weight.of("1", Weight.Unit.KG))))
                        .build());
        bench.bench().shipments().put(BUYER, bought);
        return bought;
    }

    @Test
    void a_label_is_its_buyers_and_an_administrators() {
        String uri = ShipmentShelf.labelUri(bought(1).id());
        assertThat(shelves.read(uri, BUYER))
                .hasValueSatisfying(
                        content -> assertThat(((Shelf.Bytes) content).bytes()).isNotEmpty());
        assertThat(shelves.read(uri, Caller.LOCAL)).isPresent();
        assertThat(shelves.read(uri, new Caller("other", Role.SHIP))).isEmpty();
        assertThat(shelves.read(uri, new Caller("buyer", Role.TRACK))).isEmpty();
        assertThat(shelves.entries(Caller.LOCAL)).extracting(Shelf.Entry::uri).noneMatch(uri::equals);
    }

    @Test
    void a_label_is_forgotten_after_a_day() {
        String uri = ShipmentShelf.labelUri(bought(1).id());
        bench.sandbox().advance(Duration.ofHours(25));
        assertThat(shelves.read(uri, BUYER)).isEmpty();
    }

    @Test
    void several_labels_are_the_first_and_the_others() {
        Shipment bought = bought(3);
        ShipmentBook.Entry entry =
                bench.bench().shipments().find(BUYER, bought.id()).orElseThrow();
        List<ToolAnswer.Link> links = ShipmentShelf.links(bought.id(), entry);
        assertThat(links).hasSize(3).extracting(ToolAnswer.Link::uri).doesNotHaveDuplicates();
        assertThat(links.get(0).uri()).isEqualTo(ShipmentShelf.labelUri(bought.id()));
        assertThat(links).allSatisfy(link -> {
            Shelf.Bytes read = (Shelf.Bytes) shelves.read(link.uri(), BUYER).orElseThrow();
            assertThat(link.bytes()).contains((long) read.bytes().length);
            assertThat(link.mimeType()).isEqualTo(read.mimeType());
            assertThat(link.until()).contains(entry.until());
        });
        assertThat(List.of("0", "3", "-1", "x", "99999999999"))
                .allSatisfy(number -> assertThat(
                                shelves.read("tracking://shipments/" + bought.id() + "/documents/" + number, BUYER))
                        .isEmpty());
    }

    @Test
    void an_id_may_hold_any_characters_and_a_paper_may_be_elsewhere() {
        Document elsewhere = Document.builder()
                .kind(Document.LABEL)
                .url(URI.create("https://example.com/label.pdf"))
                .build();
        Shipment odd = Shipment.builder()
                .from(bought(1))
                .id("a/b c%é")
                .parcels(List.of())
                .documents(List.of(elsewhere))
                .build();
        bench.bench().shipments().put(BUYER, odd);
        String uri = ShipmentShelf.labelUri(odd.id());
        assertThat(uri).isEqualTo("tracking://shipments/a%2Fb%20c%25%C3%A9/label");
        assertThat(shelves.read(uri, BUYER)).contains(new Shelf.Text("text/uri-list", "https://example.com/label.pdf"));
    }

    @Test
    void a_carrier_is_completed_by_what_is_typed() {
        String template = "tracking://carriers/{carrier}/services";
        assertThat(shelves.complete(template, "carrier", "", Map.of())).isEqualTo(connections());
        assertThat(shelves.complete(template, "carrier", "FED", Map.of())).containsExactly("fedex");
        assertThat(shelves.complete(template, "carrier", "karrio:", Map.of()))
                .isNotEmpty()
                .allMatch(id -> id.startsWith("karrio:"));
        assertThat(shelves.complete(template, "carrier", "zz", Map.of())).isEmpty();
        assertThat(shelves.complete(template, "service", "", Map.of())).isEmpty();
        assertThat(shelves.complete("tracking://shipments/{id}/label", "id", "", Map.of()))
                .isEmpty();
    }

    @Test
    void templates_are_there_for_every_family() {
        assertThat(shelves.templates())
                .extracting(Shelf.Template::uri)
                .containsExactly(
                        "tracking://carriers/{carrier}",
                        "tracking://carriers/{carrier}/services",
                        "tracking://carriers/{carrier}/options",
                        "tracking://carriers/{carrier}/package_types",
                        "tracking://shipments/{id}/label",
                        "tracking://shipments/{id}/documents/{n}",
                        "tracking://papers/{id}");
    }
}
