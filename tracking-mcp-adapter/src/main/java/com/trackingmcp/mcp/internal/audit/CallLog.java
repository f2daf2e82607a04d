package com.trackingmcp.mcp.internal.audit;

import com.trackingmcp.mcp.internal.tool.ToolEvent;
import java.util.Locale;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes one line for each call of a tool, to the logger {@code com.trackingmcp.mcp.audit} at {@code INFO}. Stateless.
 *
 * <p>The line holds no address, no tracking number and no secret: it is a row of {@code key=value}, the same keys in the
 * same order, such as
 *
 * <pre>{@code who=key:shop role=ship tool=create_shipment carrier=ups outcome=ok id=5f0c9a1e ms=812}</pre>
 *
 * <p>{@code carrier} is {@code -} where the call was about no certain one; {@code outcome} is {@code ok},
 * {@code confirmation_required}, {@code forbidden} where the tool is not for who called, or the code of the error; {@code id} is the one that the error told. A value of other characters than letters, digits and
 * {@code - . _ : / + @} stands in double quotes, with what is not printable ASCII as {@code \}{@code uXXXX}: nothing
 * breaks a line.
 */
public final class CallLog implements Consumer<ToolEvent> {
    private static final Logger LOG = LoggerFactory.getLogger("com.trackingmcp.mcp.audit");
    private static final String NONE = "-";

    @Override
    public void accept(ToolEvent event) {
        if (LOG.isInfoEnabled()) {
            LOG.info(line(event));
        }
    }

    static String line(ToolEvent event) {
        StringBuilder line = new StringBuilder(160);
        line.append("who=").append(value(event.caller().subject()));
        line.append(" role=").append(event.caller().role().name().toLowerCase(Locale.ROOT));
        line.append(" tool=").append(value(event.tool()));
        line.append(" carrier=").append(event.carrier().map(CallLog::value).orElse(NONE));
        line.append(" outcome=").append(value(event.outcome()));
        line.append(" id=").append(value(event.correlationId()));
        line.append(" ms=").append(event.took().toMillis());
        return line.toString();
    }

    private static String value(String text) {
        boolean plain = !text.isEmpty() && !text.equals(NONE) && text.chars().allMatch(CallLog::isPlain);
        return plain ? text : quoted(text);
    }

    private static boolean isPlain(int character) {
        return character >= 'a' && character <= 'z'
                || character >= 'A' && character <= 'Z'
                || character >= '0' && character <= '9'
                || "-._:/+@".indexOf(character) >= 0;
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.chars().forEach(character -> {
            if (character == '"' || character == '\\') {
                quoted.append('\\').append((char) character);
            } else if (character >= ' ' && character <= '~') {
                quoted.append((char) character);
            } else {
                quoted.append(String.format("\\u%04x", character));
            }
        });
        return quoted.append('"').toString();
    }
}
