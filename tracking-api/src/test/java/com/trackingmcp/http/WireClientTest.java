package com.trackingmcp.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ProtocolException;
import java.net.http.HttpClient;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class WireClientTest {
    private final HttpClient first = HttpClient.newHttpClient();
    private final HttpClient second = HttpClient.newHttpClient();
    private final Deque<Supplier<HttpClient>> makers = new ArrayDeque<>();

    @Test
    void oneThatLeftSixteenConnectionsOpenIsReplaced() {
        WireClient wire = made(() -> first, () -> second);
        lost(wire, 15);
        assertThat(wire.get()).isSameAs(first);
        lost(wire, 1);
        assertThat(wire.get()).isSameAs(second);
        lost(wire, 15);
        assertThat(wire.get()).isSameAs(second);
    }

    @Test
    void whereNoNewOneCanBeOpenedTheOldOneGoesOnUntilTheNextTime() {
        WireClient wire = made(
                () -> first,
                () -> {
                    throw new UncheckedIOException(new IOException("Too many open files"));
                },
                () -> second);
        lost(wire, 16);
        assertThat(wire.get()).isSameAs(first);
        lost(wire, 1);
        assertThat(wire.get()).isSameAs(second);
    }

    @Test
    void whatLeavesNoConnectionOpenDoesNotCount() {
        WireClient wire = made(() -> first);
        for (int i = 0; i < 100; i++) {
            wire.lost(new IOException("Connection reset"));
        }
        assertThat(wire.get()).isSameAs(first);
    }

    @Test
    void somebodyElsesIsNotReplaced() {
        WireClient wire = WireClient.lent(first);
        lost(wire, 100);
        assertThat(wire.get()).isSameAs(first);
    }

    @Test
    void aClosedOneGivesNoneAndIsNotReplaced() {
        WireClient wire = made(() -> first);
        wire.close();
        lost(wire, 100);
        assertThatThrownBy(wire::get).isInstanceOf(CancellationException.class);
    }

    @SafeVarargs
    private WireClient made(Supplier<HttpClient>... one) {
        makers.addAll(List.of(one));
        return WireClient.own(() -> makers.remove().get());
    }

    private static void lost(WireClient wire, int times) {
        for (int i = 0; i < times; i++) {
            wire.lost(new ProtocolException("Invalid status line"));
        }
    }
}
