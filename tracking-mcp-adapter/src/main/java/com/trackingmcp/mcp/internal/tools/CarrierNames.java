package com.trackingmcp.mcp.internal.tools;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.trackingmcp.ConnectedCarrier;
import com.trackingmcp.TrackingClient;
import com.trackingmcp.mcp.internal.tool.Arguments;
import com.trackingmcp.mcp.internal.tool.Json;
import com.trackingmcp.mcp.internal.tool.Tool;
import com.trackingmcp.mcp.internal.tool.ToolAnswer;
import com.trackingmcp.mcp.internal.tool.ToolCall;
import com.trackingmcp.mcp.internal.tool.ToolSpec;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** A tool that also takes a carrier by its name, such as FedEx, where the tool itself takes a connection's id only. */
final class CarrierNames implements Tool {
    private static final String ONE = "carrier";
    private static final String SEVERAL = "carriers";
    /** Looks like an id; it is not looked up, for which gateways may have to be asked. */
    private static final Pattern ID = Pattern.compile("[^\\s\\p{Lu}]+");

    private final Tool tool;
    private final Supplier<TrackingClient> client;

    CarrierNames(Tool tool, Supplier<TrackingClient> client) {
        this.tool = tool;
        this.client = client;
    }

    @Override
    public ToolSpec spec() {
        return tool.spec();
    }

    @Override
    public ToolAnswer call(ToolCall call) {
        JsonNode given = call.arguments().json();
        if (!given.has(ONE) && !given.has(SEVERAL)) {
            return tool.call(call);
        }
        ObjectNode json = given.deepCopy();
        call.arguments().text(ONE).ifPresent(name -> json.put(ONE, id(name)));
        if (json.has(SEVERAL)) {
            json.set(
                    SEVERAL,
                    Json.texts(call.arguments().texts(SEVERAL).stream()
                            .map(this::id)
                            .toList()));
        }
        return tool.call(new ToolCall(new Arguments(json), call.caller(), call.dialogue(), call.toldByPerson()));
    }

    /** The id of the connection that is meant; the name itself where that is one, or where none or several may be meant. */
    private String id(String name) {
        if (ID.matcher(name).matches()) {
            return name;
        }
        List<ConnectedCarrier> all = client.get().carriers();
        if (all.stream()
                .anyMatch(one -> one.connection().equals(name) || one.carrier().equals(name))) {
            return name;
        }
        return only(
                all,
                one -> one.connection().equalsIgnoreCase(name),
                only(all, one -> one.name().equalsIgnoreCase(name), name));
    }

    private static String only(List<ConnectedCarrier> all, Predicate<ConnectedCarrier> meant, String otherwise) {
        List<ConnectedCarrier> found = all.stream().filter(meant).toList();
        return found.size() == 1 ? found.get(0).connection() : otherwise;
    }
}
