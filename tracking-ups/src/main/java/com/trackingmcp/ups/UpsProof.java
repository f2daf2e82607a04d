package com.trackingmcp.ups;

import com.trackingmcp.model.Document;
import com.trackingmcp.ups.UpsTrackingWire.DeliveryInformation;
import com.trackingmcp.ups.UpsTrackingWire.Parcel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The papers and pictures of a delivery: UPS sends them in base64 and never says of which kind. Stateless. */
final class UpsProof {
    private static final int LOOK_AT = 200;

    private UpsProof() {}

    static List<Document> documents(Parcel parcel) {
        DeliveryInformation delivery = parcel.deliveryInformation();
        List<Document> documents = new ArrayList<>();
        if (delivery != null) {
            add(
                    documents,
                    "signature",
                    delivery.signature() == null ? null : delivery.signature().image());
            add(
                    documents,
                    "proof_of_delivery",
                    delivery.pod() == null ? null : delivery.pod().content());
            add(
                    documents,
                    "delivery_photo",
                    delivery.deliveryPhoto() == null
                            ? null
                            : delivery.deliveryPhoto().photo());
        }
        return documents;
    }

    private static void add(List<Document> documents, String kind, @Nullable String wire) {
        content(wire)
                .ifPresent(content -> documents.add(Document.builder()
                        .kind(kind)
                        .mediaType(mediaType(content))
                        .base64(Base64.getEncoder().encodeToString(content))
                        .build()));
    }

    private static Optional<byte[]> content(@Nullable String wire) {
        try {
            return UpsText.clean(wire)
                    .map(text -> text.replaceAll("\\s", ""))
                    .map(text -> Base64.getDecoder().decode(text))
                    .filter(content -> content.length > 0);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The media type its first bytes show; empty where they show none of those UPS is known to send. */
    static Optional<String> mediaType(byte[] content) {
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
        if (start.startsWith("%PDF")) {
            return Optional.of("application/pdf");
        }
        String text = start.replace("\u00ef\u00bb\u00bf", "").stripLeading().toLowerCase(Locale.ROOT);
        boolean html = text.startsWith("<!doctype html") || text.startsWith("<html") || text.contains("<html");
        return html ? Optional.of("text/html") : Optional.empty();
    }
}
