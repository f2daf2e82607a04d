package com.trackingmcp.mcp.internal.confirm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.trackingmcp.mcp.internal.tool.Lazy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs what a person is to confirm, and knows it again: for the same caller, tool and arguments, for ten minutes. The
 * key lives as long as the process. Safe for use by many threads.
 */
final class Tokens {
    static final Duration LIFETIME = Duration.ofMinutes(10);

    private static final String ALGORITHM = "HmacSHA256";
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST = 4_000;
    /** Of 256 bits the first 132 are enough to tell one wish from another. */
    private static final int DIGEST = 22;

    private final Clock clock;
    private final Lazy<SecretKeySpec> key = new Lazy<>(Tokens::newKey);

    Tokens(Clock clock) {
        this.clock = clock;
    }

    private static SecretKeySpec newKey() {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        return new SecretKeySpec(random, ALGORITHM);
    }

    /**
     * What a token says.
     *
     * @param id tells it from every other
     * @param subject the digest of caller, tool and arguments
     */
    record Content(String id, String subject, String basis, Instant expires) {}

    String sign(Content content) {
        ObjectNode json = JSON.createObjectNode()
                .put("id", content.id())
                .put("sub", content.subject())
                .put("basis", content.basis())
                .put("exp", content.expires().getEpochSecond());
        String payload = ENCODER.encodeToString(json.toString().getBytes(StandardCharsets.UTF_8));
        return payload + "." + ENCODER.encodeToString(mac(payload));
    }

    /** What it says, if it is genuine, be it expired or not. */
    Optional<Content> read(String token) {
        int dot = token.indexOf('.');
        if (dot < 0 || token.length() > LONGEST) {
            return Optional.empty();
        }
        String payload = token.substring(0, dot);
        try {
            byte[] signature = Base64.getUrlDecoder().decode(token.substring(dot + 1));
            if (!MessageDigest.isEqual(signature, mac(payload))) {
                return Optional.empty();
            }
            JsonNode json = JSON.readTree(Base64.getUrlDecoder().decode(payload));
            return Optional.of(new Content(
                    json.path("id").asText(),
                    json.path("sub").asText(),
                    json.path("basis").asText(),
                    Instant.ofEpochSecond(json.path("exp").asLong())));
        } catch (IllegalArgumentException | IOException e) {
            return Optional.empty();
        }
    }

    boolean isExpired(Content content) {
        return !content.expires().isAfter(clock.instant());
    }

    Instant expiry() {
        return clock.instant().plus(LIFETIME).truncatedTo(ChronoUnit.SECONDS);
    }

    private byte[] mac(String payload) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key.get());
            return mac.doFinal(payload.getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(ALGORITHM + " is part of every JDK", e);
        }
    }

    /** Tells these apart from any others, in few characters. */
    static String digest(JsonNode... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (JsonNode part : parts) {
                digest.update(JSON.writeValueAsBytes(part));
                digest.update((byte) 0);
            }
            return ENCODER.encodeToString(digest.digest()).substring(0, DIGEST);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not JSON", e);
        }
    }
}
