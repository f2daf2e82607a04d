package com.trackingmcp.http;

import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * The body of an answer, decompressed, whole and within its size limit; in memory, and never changed. Immutable and safe
 * for use by many threads.
 *
 * <p>It stays in the pieces it came in: {@link #stream()} reads them as often as asked, without a copy of the whole.
 */
public final class CarrierBody {
    private final List<ByteBuffer> pieces;
    private final int size;

    /** A body of pieces that nobody changes any more, neither their content nor their positions. */
    CarrierBody(List<ByteBuffer> pieces) {
        this.pieces = List.copyOf(pieces);
        int bytes = 0;
        for (ByteBuffer piece : this.pieces) {
            bytes += piece.remaining();
        }
        this.size = bytes;
    }

    /** A body of these bytes, copied. */
    public static CarrierBody of(byte[] bytes) {
        return new CarrierBody(List.of(ByteBuffer.wrap(bytes.clone())));
    }

    int pieces() {
        return pieces.size();
    }

    /** How many bytes it has. */
    public int size() {
        return size;
    }

    /** Whether it has no byte. */
    public boolean isEmpty() {
        return size == 0;
    }

    /** Its bytes from the first on; need not be closed. */
    public InputStream stream() {
        return new PieceStream(pieces);
    }

    /** A copy of its bytes. */
    public byte[] bytes() {
        byte[] bytes = new byte[size];
        int at = 0;
        for (ByteBuffer piece : pieces) {
            piece.get(piece.position(), bytes, at, piece.remaining());
            at += piece.remaining();
        }
        return bytes;
    }

    /** Its bytes as UTF-8 text. */
    public String text() {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    /** How much there is; never the content, which may be a secret. */
    @Override
    public String toString() {
        return "CarrierBody[" + size + " bytes]";
    }

    /** Reads the pieces one after the other, and leaves them as they are. */
    private static final class PieceStream extends InputStream {
        private final List<ByteBuffer> pieces;
        private int piece;
        private int at;

        PieceStream(List<ByteBuffer> pieces) {
            this.pieces = pieces;
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            Objects.checkFromIndexSize(offset, length, target.length);
            if (length == 0) {
                return 0;
            }
            while (piece < pieces.size()) {
                ByteBuffer current = pieces.get(piece);
                int count = Math.min(length, current.remaining() - at);
                if (count > 0) {
                    current.get(current.position() + at, target, offset, count);
                    at += count;
                    return count;
                }
                piece++;
                at = 0;
            }
            return -1;
        }
    }
}
