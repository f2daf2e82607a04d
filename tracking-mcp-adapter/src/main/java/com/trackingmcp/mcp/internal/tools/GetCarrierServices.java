package com.trackingmcp.mcp.internal.tools;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.trackingmcp.ConnectedCarrier;
import com.trackingmcp.mcp.internal.tool.Arguments;
import com.trackingmcp.mcp.internal.tool.Field;
import com.trackingmcp.mcp.internal.tool.ForeignText;
import com.trackingmcp.mcp.internal.tool.Json;
import com.trackingmcp.mcp.internal.tool.Schema;
import com.trackingmcp.mcp.internal.tool.Tool;
import com.trackingmcp.mcp.internal.tool.ToolAnswer;
import com.trackingmcp.mcp.internal.tool.ToolCall;
import com.trackingmcp.mcp.internal.tool.ToolSpec;
import com.trackingmcp.model.CatalogService;
import com.trackingmcp.model.Page;
import com.trackingmcp.model.Scope;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Tells a carrier's services, from its catalogue. */
final class GetCarrierServices implements Tool {
    private static final int LIMIT = 30;
    private static final int MOST = 100;

    private static final ToolSpec SPEC = ToolSpec.catalogue(
            "get_carrier_services",
            "Get a carrier's services",
            "The services of a carrier with the codes create_shipment takes. For prices use get_shipping_rates.",
            Schema.of(
                    Field.text("carrier", "Id of list_carriers").required(),
                    Field.choice("scope", "", List.of("domestic", "international")),
                    Field.country("from_country", "Only those offered from there, such as US"),
                    Paging.limit(LIMIT, MOST),
                    Paging.offset()),
            Schema.of(
                    Field.text("carrier", "").required(),
                    Field.objects(
                                    "services",
                                    "",
                                    Schema.of(
                                            Field.text("code", "").required(),
                                            Field.text("name", "").required(),
                                            Field.text("scope", "").required(),
                                            Field.texts("origins", "Countries"),
                                            Field.text("remark", "")))
                            .required(),
                    Paging.total(),
                    Paging.hasMore(),
                    Paging.nextOffset()),
            "rates",
            "ship");

    private final Workbench bench;

    GetCarrierServices(Workbench bench) {
        this.bench = bench;
    }

    @Override
    public ToolSpec spec() {
        return SPEC;
    }

    @Override
    public ToolAnswer call(ToolCall call) {
        Arguments arguments = call.arguments();
        ConnectedCarrier carrier = Connected.named(bench.client().get(), arguments.required("carrier"));
        Optional<Scope> scope = arguments.word("scope", Scope.class);
        Optional<String> from = arguments.text("from_country").map(code -> code.toUpperCase(Locale.ROOT));
        List<CatalogService> services = carrier.catalog().services().stream()
                .filter(service ->
                        scope.isEmpty() || Set.of(scope.get(), Scope.BOTH).contains(service.scope()))
                .filter(service -> service.origins().isEmpty()
                        || from.isEmpty()
                        || service.origins().contains(from.get()))
                .toList();
        Page<CatalogService> page = Paging.cut(services, arguments);
        ObjectNode json = Json.object().put("carrier", carrier.connection());
        json.set("services", Json.list(page.items(), CatalogView::service));
        Paging.put(json, page);
        String text = services.size() + " services of " + carrier.connection() + " fit:"
                + Lines.of(page.items(), service -> ForeignText.of(service.code() + ": " + service.name()))
                + Paging.more(page);
        return ToolAnswer.of(json, text);
    }
}
