package com.trackingmcp.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * Collects a body, and gives up as soon as it grows past the limit: packed and unpacked.
 *
 * <p>The client's buffers are kept as they come, for nobody else uses them any more. Only small ones after the first are
 * copied together: a drip of bytes would hold a whole buffer for each of them.
 */
final class BoundedBody implements HttpResponse.BodySubscriber<CarrierBody> {
    private static final int SMALL = 4 * 1024;
    private static final int PIECE = 8 * 1024;

    private final CompletableFuture<CarrierBody> result = new CompletableFuture<>();
    private final List<ByteBuffer> pieces = new ArrayList<>(2);
    private final int limit;
    private final boolean gzip;
    private int size;
    /** Small pieces so far, not among the others yet. */
    private @Nullable ByteBuffer small;

    private Flow.@Nullable Subscription subscription;

    private BoundedBody(int limit, boolean gzip) {
        this.limit = limit;
        this.gzip = gzip;
    }

    /** Collects the body of an answer that begins like this. */
    static BoundedBody of(HttpResponse.ResponseInfo info, int limit) {
        return new BoundedBody(
                limit,
                info.headers()
                        .firstValue("content-encoding")
                        .filter(encoding -> encoding.equalsIgnoreCase("gzip") || encoding.equalsIgnoreCase("x-gzip"))
                        .isPresent());
    }

    @Override
    public CompletionStage<CarrierBody> getBody() {
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
            if (result.isDone()) {
                return;
            }
            if (buffer.remaining() > limit - size) {
                tooLarge();
                return;
            }
            size += buffer.remaining();
            add(buffer);
        }
    }

    private void add(ByteBuffer buffer) {
        if (buffer.remaining() >= SMALL || pieces.isEmpty() && small == null) {
            addSmall();
            pieces.add(buffer);
            return;
        }
        while (buffer.hasRemaining()) {
            if (small == null) {
                small = ByteBuffer.allocate(PIECE);
            }
            int count = Math.min(small.remaining(), buffer.remaining());
            small.put(small.position(), buffer, buffer.position(), count);
            small.position(small.position() + count);
            buffer.position(buffer.position() + count);
            if (!small.hasRemaining()) {
                addSmall();
            }
        }
    }

    private void addSmall() {
        if (small != null) {
            pieces.add(small.flip());
            small = null;
        }
    }

    private void tooLarge() {
        // first: over HTTP/2 the end of the subscription is told as a broken connection
        result.completeExceptionally(tooLargeFor(limit));
        if (subscription != null) {
            subscription.cancel();
        }
    }

    @Override
    public void onError(Throwable failure) {
        result.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        try {
            addSmall();
            CarrierBody body = new CarrierBody(pieces);
            result.complete(gzip && !body.isEmpty() ? unpack(body) : body);
        } catch (IOException e) {
            result.completeExceptionally(e);
        }
    }

    private CarrierBody unpack(CarrierBody packed) throws IOException {
        List<ByteBuffer> unpacked = new ArrayList<>();
        int left = limit;
        try (InputStream in = new GZIPInputStream(packed.stream())) {
            while (true) {
                byte[] piece = new byte[PIECE];
                int count = in.readNBytes(piece, 0, PIECE);
                left -= count;
                if (left < 0) {
                    throw tooLargeFor(limit);
                }
                unpacked.add(ByteBuffer.wrap(piece, 0, count));
                if (count < PIECE) {
                    return new CarrierBody(unpacked);
                }
            }
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
