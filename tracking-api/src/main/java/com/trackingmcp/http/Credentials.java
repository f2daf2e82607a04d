package com.trackingmcp.http;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An id and its secret: client id and client secret, or user and password. Safe for use by many threads; does not change,
 * but can be wiped.
 */
public final class Credentials {
    private final Secret id;
    private final Secret secret;

    private Credentials(Secret id, Secret secret) {
        this.id = id;
        this.secret = secret;
    }

    public static Credentials of(String id, String secret) {
        return new Credentials(Secret.of(id), Secret.of(secret));
    }

    /** The client id or user; kept as a secret too, for some carriers treat it as one. */
    public Secret id() {
        return id;
    }

    /** The client secret or password. */
    public Secret secret() {
        return secret;
    }

    /** Overwrites both in memory, see {@link Secret#wipe()}. */
    public void wipe() {
        id.wipe();
        secret.wipe();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Credentials that && id.equals(that.id) && secret.equals(that.secret);
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, secret);
    }

    @Override
    public String toString() {
        return "Credentials[****]";
    }
}
