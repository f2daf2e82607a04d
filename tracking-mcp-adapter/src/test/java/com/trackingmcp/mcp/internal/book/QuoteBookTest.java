package com.trackingmcp.mcp.internal.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.mcp.Caller;
import com.trackingmcp.mcp.Role;
import com.trackingmcp.mcp.internal.book.QuoteBook.Quote;
import com.trackingmcp.model.Money;
import com.trackingmcp.model.Rate;
import com.trackingmcp.model.ShipmentRequest;
import com.trackingmcp.testkit.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** How long a price can be bought, and by whom. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class QuoteBookTest {
    private static final Caller ALICE = new Caller("alice", Role.SHIP);
    private static final Caller ADMIN = new Caller("admin", Role.ADMIN);

    private final TestClock clock = TestClock.fixed(Instant.parse("2026-02-10T15:00:00Z"));
    private final QuoteBook book = new QuoteBook(clock);

    private Quote put(Optional<Instant> validUntil) {
        Rate rate = Rate.builder()
                .carrier("test")
                .connection("test")
                .service("A")
                .total(Money.of("1.00", "EUR"))
                .validUntil(validUntil)
                .build();
        return book.put(ALICE, rate, ShipmentRequest.builder().build());
    }

    private ErrorCode refused(Caller caller, Quote quote) {
        return catchThrowableOfType(CarrierException.class, () -> book.get(caller, quote.id()))
                .code();
    }

    @Test
    void a_quote_is_good_for_half_an_hour() {
        Quote quote = put(Optional.empty());
        clock.advance(Duration.ofMinutes(29));
        assertThat(book.get(ALICE, quote.id())).isEqualTo(quote);
        clock.advance(Duration.ofMinutes(1));
        assertThat(refused(ALICE, quote)).isEqualTo(ErrorCode.QUOTE_GONE);
    }

    @Test
    void a_carrier_may_shorten_that_and_not_lengthen_it() {
        Quote soon = put(Optional.of(clock.instant().plusSeconds(60)));
        Quote late = put(Optional.of(clock.instant().plus(Duration.ofDays(1))));
        assertThat(late.expires()).isEqualTo(clock.instant().plus(QuoteBook.KEPT));
        clock.advance(Duration.ofSeconds(60));
        assertThat(refused(ALICE, soon)).isEqualTo(ErrorCode.QUOTE_GONE);
        assertThat(book.get(ALICE, late.id())).isEqualTo(late);
    }

    @Test
    void a_quote_is_its_callers_alone() {
        assertThat(refused(ADMIN, put(Optional.empty()))).isEqualTo(ErrorCode.QUOTE_GONE);
    }
}
