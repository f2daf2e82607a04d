package com.trackingmcp.mcp.internal.book;

import static org.assertj.core.api.Assertions.assertThat;

import com.trackingmcp.mcp.Caller;
import com.trackingmcp.mcp.Role;
import com.trackingmcp.model.Document;
import com.trackingmcp.model.Money;
import com.trackingmcp.model.Shipment;
import com.trackingmcp.testkit.TestClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Whose shipments are remembered, and how they are told apart. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ShipmentBookTest {
    private static final Caller ALICE = new Caller("alice", Role.SHIP);
    private static final Caller BOB = new Caller("bob", Role.SHIP);

    private final TestClock clock = TestClock.fixed(Instant.parse("2026-02-10T15:00:00Z"));
    private final ShipmentBook book = new ShipmentBook(clock);

    private static Shipment.Builder shipment(String connection, String id) {
        return Shipment.builder()
                .carrier(connection)
                .connection(connection)
                .id(id)
                .trackingNumber(id);
    }

    private static Document label(String base64) {
        return Document.builder().kind(Document.LABEL).base64(base64).build();
    }

    @Test
    void the_same_id_at_two_carriers_is_two_shipments() {
        book.put(ALICE, shipment("one", "4711").build());
        book.put(ALICE, shipment("two", "4711").build());
        assertThat(book.list(ALICE)).extracting(ShipmentBook.Entry::id).containsExactly("one:4711", "two:4711");
        assertThat(book.find(ALICE, "two:4711").orElseThrow().shipment().connection())
                .isEqualTo("two");
        assertThat(book.find(ALICE, "4711")).isEmpty();
    }

    @Test
    void a_shipment_stays_its_buyers_whoever_finds_it_again() {
        book.put(ALICE, shipment("one", "4711").price(Money.of("1.00", "EUR")).build());
        book.put(BOB, shipment("one", "4711").addDocuments(label("QQ==")).build());
        assertThat(book.find(BOB, "one:4711")).isEmpty();
        assertThat(book.find(BOB, "4711")).isEmpty();
        assertThat(book.isAnothers(BOB, "4711")).isTrue();
        assertThat(book.isAnothers(ALICE, "4711")).isFalse();
        assertThat(book.isAnothers(BOB, "4712")).isFalse();
        Shipment known = book.find(ALICE, "one:4711").orElseThrow().shipment();
        assertThat(known.labels()).hasSize(1);
        assertThat(known.price()).contains(Money.of("1.00", "EUR"));
    }

    @Test
    void one_that_is_found_again_without_its_label_keeps_it() {
        book.put(ALICE, shipment("one", "4711").addDocuments(label("QQ==")).build());
        book.put(ALICE, shipment("one", "4711").build());
        assertThat(book.find(ALICE, "4711").orElseThrow().shipment().labels()).hasSize(1);
    }

    @Test
    void a_shipment_is_forgotten_after_a_day_and_told_cancelled_until_then() {
        book.put(ALICE, shipment("one", "4711").build());
        book.cancelled("one", "4711");
        clock.advance(Duration.ofHours(23));
        assertThat(book.find(ALICE, "4711").orElseThrow().cancelled()).isTrue();
        clock.advance(Duration.ofHours(2));
        assertThat(book.find(ALICE, "4711")).isEmpty();
        assertThat(book.list(new Caller("admin", Role.ADMIN))).isEmpty();
    }
}
