package com.trackingmcp.mcp.internal.tools;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.trackingmcp.FoundLocations;
import com.trackingmcp.mcp.Toolset;
import com.trackingmcp.mcp.internal.tool.Arguments;
import com.trackingmcp.mcp.internal.tool.ErrorAnswers;
import com.trackingmcp.mcp.internal.tool.Field;
import com.trackingmcp.mcp.internal.tool.Hints;
import com.trackingmcp.mcp.internal.tool.Json;
import com.trackingmcp.mcp.internal.tool.Schema;
import com.trackingmcp.mcp.internal.tool.Tool;
import com.trackingmcp.mcp.internal.tool.ToolAnswer;
import com.trackingmcp.mcp.internal.tool.ToolCall;
import com.trackingmcp.mcp.internal.tool.ToolSpec;
import com.trackingmcp.model.Coordinates;
import com.trackingmcp.model.Distance;
import com.trackingmcp.model.LocationQuery;
import com.trackingmcp.model.LocationService;
import com.trackingmcp.model.Page;
import com.trackingmcp.model.ServicePoint;
import com.trackingmcp.model.ServicePointKind;
import com.trackingmcp.spi.RequestCheck;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Finds places where parcels are dropped off and fetched. */
final class FindLocations implements Tool {
    private static final int LIMIT = 5;
    private static final int MOST = 50;

    private static final ToolSpec SPEC = ToolSpec.tracking(
                    "find_locations",
                    "Find locations",
                    "Places to drop off or fetch parcels, nearest first. Needs postal_code, city or a point.",
                    Hints.ASKS,
                    Schema.of(
                            AddressArguments.country().required(),
                            Field.text("postal_code", ""),
                            Field.text("city", ""),
                            Field.text("state", ""),
                            Field.text("street", ""),
                            Field.number("latitude", "", -90, 90),
                            Field.number("longitude", "", -180, 180),
                            Field.text("carrier", "Id of list_carriers; else all"),
                            Field.choice("kind", "", ServicePointKind.class),
                            Field.choice("service", "What must be possible there", LocationService.class),
                            Field.number("radius", "", 0, 500),
                            Field.choice("radius_unit", "", List.of("km", "mi")).standard("km"),
                            Paging.limit(LIMIT, MOST),
                            Paging.offset()),
                    Schema.of(
                            Field.objects("locations", "", LocationView.SCHEMA).required(),
                            Field.texts("failures", ""),
                            Paging.hasMore(),
                            Paging.nextOffset()),
                    "locations.find")
            .alsoIn(Toolset.SHIP);
    private static final FieldNames NAMES = new FieldNames(SPEC, AddressArguments.names("address", ""));

    private final Workbench bench;

    FindLocations(Workbench bench) {
        this.bench = bench;
    }

    @Override
    public ToolSpec spec() {
        return SPEC;
    }

    @Override
    public ToolAnswer call(ToolCall call) {
        Arguments arguments = call.arguments();
        LocationQuery query = query(arguments);
        FoundLocations found = NAMES.told(() -> bench.client().get().locations().find(query));
        Page<ServicePoint> all = Paging.cut(found.points(), arguments);
        // how many there are in all no carrier tells
        Page<ServicePoint> page = new Page<>(all.items(), all.offset(), Optional.empty(), all.hasMore());
        List<String> failures = found.failures().entrySet().stream()
                .map(failure -> failure.getKey() + ": " + ErrorAnswers.line(failure.getValue()))
                .toList();
        ObjectNode json = Json.object();
        json.set("locations", Json.list(page.items(), LocationView::of));
        if (!failures.isEmpty()) {
            json.set("failures", Json.texts(failures));
        }
        Paging.put(json, page);
        String head =
                page.items().isEmpty() ? "No further places." : page.items().size() + " places, nearest first:";
        String failed = failures.isEmpty() ? "" : "\nNot told by " + String.join("; ", failures);
        return ToolAnswer.of(json, head + Lines.of(page.items(), LocationView::line) + Paging.more(page) + failed);
    }

    private static LocationQuery query(Arguments arguments) {
        LocationQuery.Builder query = LocationQuery.builder()
                .carrier(arguments.text("carrier"))
                .address(AddressArguments.read(arguments, ""))
                .coordinates(point(arguments))
                // one more than is told, which tells whether there are more
                .limit(arguments.count("offset") + arguments.count("limit") + 1);
        arguments.word("kind", ServicePointKind.class).ifPresent(query::addKinds);
        arguments.word("service", LocationService.class).ifPresent(query::addServices);
        arguments
                .decimal("radius")
                .map(radius -> new Distance(radius, Distance.Unit.ofWord(arguments.required("radius_unit"))))
                .ifPresent(query::radius);
        return query.build();
    }

    private static Optional<Coordinates> point(Arguments arguments) {
        Optional<BigDecimal> latitude = arguments.decimal("latitude");
        Optional<BigDecimal> longitude = arguments.decimal("longitude");
        RequestCheck check = new RequestCheck();
        if (latitude.isPresent() != longitude.isPresent()) {
            check.missing(latitude.isPresent() ? "longitude" : "latitude", "with the other half of the point");
        }
        NAMES.refuse(check);
        return latitude.flatMap(north -> longitude.map(east -> new Coordinates(north, east)));
    }
}
