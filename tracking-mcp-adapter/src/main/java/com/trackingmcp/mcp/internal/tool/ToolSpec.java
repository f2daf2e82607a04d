package com.trackingmcp.mcp.internal.tool;

import com.trackingmcp.mcp.Role;
import com.trackingmcp.mcp.Toolset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What is known of a tool without calling it. Immutable.
 *
 * @param name as agents know it, in snake_case
 * @param title for people
 * @param description for agents: what it does, when to use it, what it costs
 * @param input what it takes: flat, one type each
 * @param output what it answers
 * @param hints what a client is told of its effect
 * @param role the least role that may call it; for others it does not exist
 * @param toolsets the lists it is in; it is always in {@link Toolset#ALL}
 * @param verbs the client's verbs it stands for, as {@code ConnectedCarrier.capabilities()} names them: it is listed
 *     where some connected carrier has one of them; always where empty
 */
public record ToolSpec(
        String name,
        String title,
        String description,
        Schema input,
        Schema output,
        Hints hints,
        Role role,
        Set<Toolset> toolsets,
        List<String> verbs) {
    /** What is known of a tool. */
    public ToolSpec {
        toolsets = Set.copyOf(toolsets);
        verbs = List.copyOf(verbs);
    }

    /** A tool that tracks or looks something up, for every role. */
    public static ToolSpec tracking(
            String name, String title, String description, Hints hints, Schema input, Schema output, String... verbs) {
        return new ToolSpec(
                name,
                title,
                description,
                input,
                output,
                hints,
                Role.TRACK,
                Set.of(Toolset.TRACK, Toolset.ALL),
                List.of(verbs));
    }

    /** A tool for those who ship. */
    public static ToolSpec shipping(
            String name, String title, String description, Hints hints, Schema input, Schema output, String... verbs) {
        return new ToolSpec(
                name,
                title,
                description,
                input,
                output,
                hints,
                Role.SHIP,
                Set.of(Toolset.SHIP, Toolset.ALL),
                List.of(verbs));
    }

    /** A tool that looks up, for every role, what those who ship may choose from. */
    public static ToolSpec catalogue(
            String name, String title, String description, Schema input, Schema output, String... verbs) {
        return new ToolSpec(
                name,
                title,
                description,
                input,
                output,
                Hints.LOOKS_UP,
                Role.TRACK,
                Set.of(Toolset.SHIP, Toolset.ALL),
                List.of(verbs));
    }

    /** The same tool, in another list too. */
    public ToolSpec alsoIn(Toolset other) {
        Set<Toolset> all = new HashSet<>(toolsets);
        all.add(other);
        return new ToolSpec(name, title, description, input, output, hints, role, all, verbs);
    }

    /** The same tool, for administrators alone. */
    public ToolSpec forAdmins() {
        return new ToolSpec(name, title, description, input, output, hints, Role.ADMIN, toolsets, verbs);
    }

    /** Whether it is in that list. */
    public boolean isIn(Toolset list) {
        return toolsets.contains(list) || list == Toolset.ALL;
    }
}
