package com.trackingmcp.mcp.internal.tool;

import com.trackingmcp.mcp.Caller;
import java.time.Duration;
import java.util.Optional;

/**
 * A call of a tool that has ended, without addresses and secrets. Immutable.
 *
 * @param caller who called
 * @param tool the tool's name
 * @param carrier the carrier it was about, where it was about one
 * @param outcome {@link #OK}, {@link #TO_CONFIRM}, {@link #FORBIDDEN}, or the code of the error such as {@code E-3001}
 * @param correlationId by which the log has more; the one an error told, where it told one
 * @param took from the call to its answer, the person's time to think included
 */
public record ToolEvent(
        Caller caller, String tool, Optional<String> carrier, String outcome, String correlationId, Duration took) {
    /** The outcome of a call that did what it should. */
    public static final String OK = "ok";
    /** The outcome of a call that did nothing but ask for a confirmation. */
    public static final String TO_CONFIRM = "confirmation_required";
    /** The outcome of a call by somebody for whom the tool does not exist. */
    public static final String FORBIDDEN = "forbidden";
}
