package com.trackingmcp.http;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** Collects a body into one array, and gives up as soon as it grows past the limit: packed and unpacked. */
final class BoundedBody implements HttpResponse.BodySubscriber<byte[]> {
    private final CompletableFuture<byte[]> result = new CompletableFuture<>();
    private final ByteArrayOutputStream collected = new ByteArrayOutputStream();
    private final int limit;
    private final boolean gzip;
    private Flow.@Nullable Subscription subscription;

    private BoundedBody(int limit, boolean gzip) {
        this.limit = limit;
        this.gzip = gzip;
    }

    static HttpResponse.BodyHandler<byte[]> handler(int limit) {
        return info -> new BoundedBody(
                limit,
                info.headers()
                        .firstValue("content-encoding")
                        .filter(encoding -> encoding.equalsIgnoreCase("gzip"))
                        .isPresent());
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return result;
    }

    @Override
    public void onSubscribe(Flow.Subscription newSubscription) {
        subscription = newSubscription;
        newSubscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        for (ByteBuffer buffer : buffers) {
            int size = buffer.remaining();
            if (result.isDone()) {
                return;
            }
            if (size > limit - collected.size()) {
                tooLarge();
                return;
            }
            byte[] bytes = new byte[size];
            buffer.get(bytes);
            collected.write(bytes, 0, size);
        }
    }

    private void tooLarge() {
        if (subscription != null) {
            subscription.cancel();
        }
        result.completeExceptionally(tooLargeFor(limit));
    }

    @Override
    public void onError(Throwable failure) {
        result.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        try {
            byte[] body = collected.toByteArray();
            result.complete(gzip && body.length > 0 ? unpack(body) : body);
        } catch (IOException e) {
            result.completeExceptionally(e);
        }
    }

    private byte[] unpack(byte[] packed) throws IOException {
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            byte[] body = in.readNBytes(limit);
            if (in.read() >= 0) {
                throw tooLargeFor(limit);
            }
            return body;
        } catch (EOFException | ZipException e) {
            throw new UnreadableBodyException("the body is no gzip, though it says so");
        }
    }

    private static UnreadableBodyException tooLargeFor(int limit) {
        return new UnreadableBodyException("the body has more than " + limit + " bytes");
    }

    /** The body came, but is larger than the client accepts, or not packed as it says. */
    static final class UnreadableBodyException extends IOException {
        private static final long serialVersionUID = 1L;

        UnreadableBodyException(String message) {
            super(message);
        }
    }
}
