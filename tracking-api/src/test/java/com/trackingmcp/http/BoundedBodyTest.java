package com.trackingmcp.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Flow;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoundedBodyTest {
    private static final int LIMIT = 1 << 20;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 17, 4095, 4096, 8191, 8192, 8193, 20_000, 70_000})
    void aBodyIsTheSameHoweverItIsCut(int size) throws IOException {
        byte[] sent = bytes(size);
        for (int piece : new int[] {1, 7, 1000, 4096, 5000, 16_384}) {
            CarrierBody body = receive(sent, piece, LIMIT, false);
            assertThat(body.bytes()).isEqualTo(sent);
            assertThat(body.size()).isEqualTo(size);
            assertThat(body.isEmpty()).isEqualTo(size == 0);
            assertThat(body.stream().readAllBytes()).isEqualTo(sent);
            assertThat(body.stream().readAllBytes()).as("read again").isEqualTo(sent);
        }
    }

    @Test
    void largeAndSmallPiecesKeepTheirOrder() {
        byte[] sent = bytes(40_000);
        List<ByteBuffer> pieces = new ArrayList<>();
        int at = 0;
        for (int length : new int[] {10, 20, 9000, 30, 1, 5000, 12_000, 4, 13_935}) {
            pieces.add(ByteBuffer.wrap(sent, at, length).asReadOnlyBuffer());
            at += length;
        }
        assertThat(receive(pieces, LIMIT, false).bytes()).isEqualTo(sent);
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 8191, 8192, 8193, 100_000})
    void aPackedBodyIsUnpackedUpToTheLimit(int size) {
        byte[] sent = "a".repeat(size).getBytes(StandardCharsets.UTF_8);
        assertThat(receive(gzip(sent), 1000, size, true).bytes()).isEqualTo(sent);
        assertThatThrownBy(() -> receive(gzip(new byte[100_000]), 1000, 99_999, true))
                .hasMessageContaining("more than 99999 bytes");
    }

    @Test
    void aBodyPastTheLimitIsGivenUp() {
        assertThat(receive(bytes(5000), 100, 5000, false).size()).isEqualTo(5000);
        assertThatThrownBy(() -> receive(bytes(5001), 100, 5000, false)).hasMessageContaining("more than 5000 bytes");
    }

    @Test
    void aDripOfBytesDoesNotHoldABufferForEachOfThem() {
        List<ByteBuffer> drip = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            drip.add(ByteBuffer.allocate(16).limit(1));
        }
        assertThat(receive(drip, LIMIT, false).pieces()).isLessThan(4);
    }

    private static byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    private static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private static CarrierBody receive(byte[] sent, int piece, int limit, boolean gzip) {
        List<ByteBuffer> pieces = new ArrayList<>();
        for (int at = 0; at < sent.length; at += piece) {
            pieces.add(
                    ByteBuffer.wrap(sent, at, Math.min(piece, sent.length - at)).asReadOnlyBuffer());
        }
        return receive(pieces, limit, gzip);
    }

    private static CarrierBody receive(List<ByteBuffer> pieces, int limit, boolean gzip) {
        HttpResponse.BodySubscriber<CarrierBody> subscriber = BoundedBody.of(new Head(gzip), limit);
        subscriber.onSubscribe(new Subscription());
        pieces.forEach(piece -> subscriber.onNext(List.of(piece)));
        subscriber.onComplete();
        CompletableFuture<CarrierBody> body = subscriber.getBody().toCompletableFuture();
        try {
            return body.join();
        } catch (CompletionException e) {
            throw new IllegalStateException(e.getCause().getMessage(), e);
        }
    }

    private record Subscription() implements Flow.Subscription {
        @Override
        public void request(long count) {}

        @Override
        public void cancel() {}
    }

    private record Head(boolean gzip) implements HttpResponse.ResponseInfo {
        @Override
        public int statusCode() {
            return 200;
        }

        @Override
        public HttpHeaders headers() {
            return HttpHeaders.of(gzip ? Map.of("Content-Encoding", List.of("gzip")) : Map.of(), (name, value) -> true);
        }

        @Override
        public HttpClient.Version version() {
            return HttpClient.Version.HTTP_1_1;
        }
    }
}
