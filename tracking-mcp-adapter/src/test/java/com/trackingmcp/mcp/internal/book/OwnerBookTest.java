package com.trackingmcp.mcp.internal.book;

import static org.assertj.core.api.Assertions.assertThat;

import com.trackingmcp.mcp.Caller;
import com.trackingmcp.mcp.Role;
import com.trackingmcp.mcp.internal.book.OwnerBook.Kind;
import com.trackingmcp.mcp.internal.book.OwnerBook.Thing;
import com.trackingmcp.testkit.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Whose something is that a carrier keeps. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OwnerBookTest {
    private static final Caller ANN = new Caller("ann", Role.SHIP);
    private static final Caller BOB = new Caller("bob", Role.SHIP);
    private static final Caller ADMIN = new Caller("root", Role.ADMIN);
    private static final Map<String, String> MONDAY = Map.of("date", "2026-02-09");
    private static final Map<String, String> TUESDAY = Map.of("date", "2026-02-10");

    private final TestClock clock = TestClock.fixed(Instant.parse("2026-02-10T15:00:00Z"));
    private final OwnerBook book = new OwnerBook(clock);

    private static Thing pickup(String carrier, String number, Map<String, String> marks) {
        return new Thing(Kind.PICKUP, Optional.of(carrier), number, marks);
    }

    @Test
    void what_somebody_made_is_theirs_and_an_administrators() {
        book.put(ANN, pickup("one", "4711", Map.of()));
        assertThat(book.isAnothers(BOB, pickup("one", "4711", Map.of()))).isTrue();
        assertThat(book.isAnothers(ANN, pickup("one", "4711", Map.of()))).isFalse();
        assertThat(book.isAnothers(ADMIN, pickup("one", "4711", Map.of()))).isFalse();
        assertThat(book.isOwn(ANN, pickup("one", "4711", Map.of()))).isTrue();
        assertThat(book.isOwn(BOB, pickup("one", "4711", Map.of()))).isFalse();
    }

    @Test
    void what_nobody_made_here_is_nobodys() {
        assertThat(book.isAnothers(BOB, pickup("one", "4711", Map.of()))).isFalse();
        assertThat(book.isOwn(BOB, pickup("one", "4711", Map.of()))).isFalse();
    }

    @Test
    void another_way_to_write_a_number_leads_to_the_same() {
        book.put(ANN, pickup("one", "PRG-2026 77", Map.of()));
        assertThat(book.isAnothers(BOB, pickup("one", " prg202677", Map.of()))).isTrue();
    }

    @Test
    void the_same_number_of_another_carrier_is_another_unless_a_gateway_may_lead_there() {
        book.put(ANN, pickup("one", "7", Map.of()));
        assertThat(book.isAnothers(BOB, pickup("two", "7", Map.of()))).isFalse();
        assertThat(book.isAnothers(BOB, new Thing(Kind.PICKUP, Optional.empty(), "7", Map.of())))
                .isTrue();
        assertThat(book.isAnothers(BOB, new Thing(Kind.PAPER, Optional.of("one"), "7", Map.of())))
                .isFalse();
    }

    @Test
    void two_of_one_number_are_told_apart_by_their_marks_and_by_nothing_made_up() {
        book.put(ANN, pickup("one", "7", MONDAY));
        assertThat(book.isAnothers(BOB, pickup("one", "7", TUESDAY))).isTrue();
        book.put(BOB, pickup("one", "7", TUESDAY));
        assertThat(book.isAnothers(BOB, pickup("one", "7", TUESDAY))).isFalse();
        assertThat(book.isAnothers(BOB, pickup("one", "7", MONDAY))).isTrue();
        assertThat(book.isAnothers(ANN, pickup("one", "7", TUESDAY))).isTrue();
        assertThat(book.isAnothers(ANN, pickup("one", "7", MONDAY))).isFalse();
    }

    @Test
    void a_day_that_two_have_closed_is_neithers_alone() {
        Thing day = new Thing(Kind.DAY, Optional.of("one"), "2026-02-10", Map.of());
        book.put(ANN, day);
        assertThat(book.isAnothers(ANN, day)).isFalse();
        book.put(BOB, day);
        assertThat(book.isAnothers(ANN, day)).isTrue();
        assertThat(book.isAnothers(ADMIN, day)).isFalse();
    }

    @Test
    void it_is_forgotten_after_a_day() {
        book.put(ANN, pickup("one", "4711", Map.of()));
        clock.advance(Duration.ofHours(23));
        assertThat(book.isAnothers(BOB, pickup("one", "4711", Map.of()))).isTrue();
        clock.advance(Duration.ofHours(2));
        assertThat(book.isAnothers(BOB, pickup("one", "4711", Map.of()))).isFalse();
    }
}
