package com.trackingmcp.karrio;

import com.trackingmcp.http.CarrierResponse;
import com.trackingmcp.model.Document;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Pictures of deliveries as they come from the server. Stateless. */
final class KarrioPictures {
    private static final int LOOK_AT = 16;

    private KarrioPictures() {}

    /** A picture; empty where the answer has no content. */
    static Optional<Document> document(String kind, CarrierResponse response) {
        byte[] content = response.body().bytes();
        return content.length == 0
                ? Optional.empty()
                : Optional.of(Document.builder()
                        .kind(kind)
                        .mediaType(mediaType(content).or(() -> response.header("content-type")))
                        .base64(Base64.getEncoder().encodeToString(content))
                        .build());
    }

    /** The media type its first bytes show. */
    private static Optional<String> mediaType(byte[] content) {
        String start = new String(content, 0, Math.min(content.length, LOOK_AT), StandardCharsets.ISO_8859_1);
        if (start.startsWith("GIF8")) {
            return Optional.of("image/gif");
        }
        if (start.startsWith("\u0089PNG")) {
            return Optional.of("image/png");
        }
        if (start.startsWith("\u00ff\u00d8\u00ff")) {
            return Optional.of("image/jpeg");
        }
        return start.startsWith("%PDF") ? Optional.of("application/pdf") : Optional.empty();
    }
}
