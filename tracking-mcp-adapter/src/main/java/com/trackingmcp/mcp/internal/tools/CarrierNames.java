package com.trackingmcp.mcp.internal.tools;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.trackingmcp.ConnectedCarrier;
import com.trackingmcp.TrackingClient;
import com.trackingmcp.mcp.internal.tool.Arguments;
import com.trackingmcp.mcp.internal.tool.Json;
import com.trackingmcp.mcp.internal.tool.Tool;
import com.trackingmcp.mcp.internal.tool.ToolAnswer;
import com.trackingmcp.mcp.internal.tool.ToolCall;
import com.trackingmcp.mcp.internal.tool.ToolSpec;
import com.trackingmcp.spi.RequestCheck;
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
    public void check(ToolCall call, RequestCheck check) {
        tool.check(byId(call), check);
    }

    @Override
    public ToolAnswer call(ToolCall call) {
        return tool.call(byId(call));
    }

    private ToolCall byId(ToolCall call) {
        ObjectNode given = call.arguments().json();
        if (!given.has(ONE) && !given.has(SEVERAL)) {
            return call;
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
        return new ToolCall(new Arguments(json), call.caller(), call.dialogue(), call.toldByPerson());
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
        String perhaps = only(all, one -> begins(name, one.name()), name);
        String begun = only(all, one -> begins(name, one.connection()), perhaps);
        String named = only(all, one -> one.name().equalsIgnoreCase(name), begun);
        return only(all, one -> one.connection().equalsIgnoreCase(name), named);
    }

    /** Whether it is a carrier's name with more words, such as those of one of its services. */
    private static boolean begins(String words, String carrier) {
        return words.regionMatches(true, 0, carrier + " ", 0, carrier.length() + 1);
    }

    private static String only(List<ConnectedCarrier> all, Predicate<ConnectedCarrier> meant, String otherwise) {
        List<ConnectedCarrier> found = all.stream().filter(meant).toList();
        return found.size() == 1 ? found.get(0).connection() : otherwise;
    }
}
