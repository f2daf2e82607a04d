package com.trackingmcp.mcp.internal.auth;

import com.trackingmcp.mcp.Role;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;

/**
 * New keys and their digests. A key is 32 random bytes, so that a plain SHA-256 of it tells nothing that could be
 * guessed. Stateless.
 */
public final class Keys {
    private static final int RANDOM_BYTES = 32;

    private Keys() {}

    /**
     * A key that nobody has yet.
     *
     * @param key what the caller sends; shown once and kept nowhere
     * @param line what goes into the file of keys
     */
    public record NewKey(String key, String line) {}

    /** Makes a key. */
    public static NewKey create(String name, Role role) {
        byte[] random = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(random);
        String key = "tmcp_" + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        String line = name + " " + role.name().toLowerCase(Locale.ROOT) + " " + StaticKeys.DIGEST_MARK
                + HexFormat.of().formatHex(digest(key));
        StaticKeys.check(line);
        return new NewKey(key, line);
    }

    static byte[] digest(String key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }
}
