package com.trackingmcp.mcp;

import java.util.Objects;

/**
 * Who calls. Immutable.
 *
 * @param subject a name that stays the same for the same caller: shipments, quotes and confirmations are kept apart by
 *     it, and the audit log tells it; never a credential
 * @param role what the caller may do
 */
public record Caller(String subject, Role role) {
    /** The person whose machine it is: over stdio, or over HTTP on the loopback where nobody has to prove anything. */
    public static final Caller LOCAL = new Caller("local", Role.ADMIN);

    /** A caller. */
    public Caller {
        if (Objects.requireNonNull(subject, "subject").isBlank()) {
            throw new IllegalArgumentException("subject is blank: a caller needs a name");
        }
        Objects.requireNonNull(role, "role");
    }
}
