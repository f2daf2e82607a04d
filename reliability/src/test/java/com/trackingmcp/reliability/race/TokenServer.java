package com.trackingmcp.reliability.race;

import com.trackingmcp.reliability.HandMadeHttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/** A token endpoint without a network, which answers when it is told to. Safe for use by many threads. */
public final class TokenServer extends HandMadeHttpClient {
    private final Deque<Runnable> open = new ArrayDeque<>();
    private final AtomicInteger issued = new AtomicInteger();
    private int mostAtOnce;

    /** Forgets all there was. */
    public synchronized void reset() {
        open.clear();
        mostAtOnce = 0;
    }

    /** Answers the oldest that waits; false where none does. */
    public boolean answer() {
        Runnable oldest;
        synchronized (this) {
            oldest = open.poll();
        }
        if (oldest != null) {
            oldest.run();
        }
        return oldest != null;
    }

    /** How many were open at once. */
    public synchronized int mostAtOnce() {
        return mostAtOnce;
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        CompletableFuture<HttpResponse<T>> answer = new CompletableFuture<>();
        synchronized (this) {
            open.add(() -> answer(request, handler, answer));
            mostAtOnce = Math.max(mostAtOnce, open.size());
        }
        return answer;
    }

    private <T> void answer(
            HttpRequest request, HttpResponse.BodyHandler<T> handler, CompletableFuture<HttpResponse<T>> answer) {
        String json = "{\"access_token\":\"test-token-" + issued.incrementAndGet() + "\",\"expires_in\":3600}";
        answer(request, handler, answer, 200, json);
    }
}
