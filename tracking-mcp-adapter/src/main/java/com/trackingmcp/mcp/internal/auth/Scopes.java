package com.trackingmcp.mcp.internal.auth;

import com.trackingmcp.mcp.Role;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The OAuth scopes that stand for the roles. Stateless. */
public final class Scopes {
    private static final Map<Role, String> SCOPES = new EnumMap<>(
            Map.of(Role.TRACK, "tracking.read", Role.SHIP, "shipping.write", Role.ADMIN, "tracking.admin"));

    private Scopes() {}

    /** All of them, the smallest first. */
    public static List<String> all() {
        return List.copyOf(SCOPES.values());
    }

    /** The scope of a role. */
    public static String of(Role role) {
        return SCOPES.getOrDefault(role, "");
    }

    /** The greatest role that the scopes of a token give. */
    static Optional<Role> role(Collection<String> granted) {
        return SCOPES.keySet().stream()
                .filter(role -> granted.contains(of(role)))
                .reduce((smaller, greater) -> greater);
    }
}
