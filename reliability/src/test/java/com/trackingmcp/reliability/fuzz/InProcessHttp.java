package com.trackingmcp.reliability.fuzz;

import com.trackingmcp.reliability.HandMadeHttpClient;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;

/** What a function answers comes at once and on the caller's thread. As safe for use by many threads as the function. */
final class InProcessHttp extends HandMadeHttpClient {
    private final Function<HttpRequest, Reply> answers;

    InProcessHttp(Function<HttpRequest, Reply> answers) {
        this.answers = answers;
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        Reply reply = answers.apply(request);
        return answered(request, handler, reply.status(), reply.httpHeaders(), reply.body());
    }

    @Override
    public <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler) throws IOException {
        try {
            return sendAsync(request, handler).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof IOException failure) {
                throw failure;
            }
            throw e;
        }
    }
}
