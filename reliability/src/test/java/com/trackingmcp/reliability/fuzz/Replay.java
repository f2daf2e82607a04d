package com.trackingmcp.reliability.fuzz;

import java.net.http.HttpRequest;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * Answers as was recorded, but for one answer, which is the hostile one; so is every answer to what was never asked
 * before. Safe for use by many threads, for one conversation at a time.
 */
final class Replay implements Function<HttpRequest, Reply> {
    private final Map<String, Reply> everSaid = new HashMap<>();
    private final BitSet said = new BitSet();
    private List<Exchange> exchanges = List.of();
    private int target;
    private long given;
    private Reply hostile = Reply.json(200, new byte[0]);

    Replay(List<Conversation> recorded) {
        recorded.stream()
                .flatMap(conversation -> conversation.exchanges().stream())
                .forEach(exchange -> everSaid.putIfAbsent(key(exchange.method(), exchange.path()), exchange.reply()));
    }

    /** From now on these are said, the one at that place aside. */
    synchronized void begin(List<Exchange> next, int place, Reply inItsPlace) {
        said.clear();
        given = 0;
        exchanges = next;
        target = place;
        hostile = inItsPlace;
    }

    /** How many bytes were answered since, unpacked. */
    synchronized long given() {
        return given;
    }

    @Override
    public synchronized Reply apply(HttpRequest request) {
        Reply reply = reply(request);
        given += reply.length();
        return reply;
    }

    private Reply reply(HttpRequest request) {
        String path = request.uri().getPath();
        for (int i = 0; i < exchanges.size(); i++) {
            Exchange exchange = exchanges.get(i);
            if (!said.get(i)
                    && exchange.method().equals(request.method())
                    && exchange.path().equals(path)) {
                said.set(i);
                return i == target ? hostile : exchange.reply();
            }
        }
        return Objects.requireNonNullElse(everSaid.get(key(request.method(), path)), hostile);
    }

    private static String key(String method, String path) {
        return method + " " + path;
    }
}
