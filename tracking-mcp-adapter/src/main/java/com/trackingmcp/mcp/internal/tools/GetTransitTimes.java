package com.trackingmcp.mcp.internal.tools;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.trackingmcp.error.CarrierException;
import com.trackingmcp.mcp.internal.tool.Arguments;
import com.trackingmcp.mcp.internal.tool.Field;
import com.trackingmcp.mcp.internal.tool.ForeignText;
import com.trackingmcp.mcp.internal.tool.Hints;
import com.trackingmcp.mcp.internal.tool.Json;
import com.trackingmcp.mcp.internal.tool.Schema;
import com.trackingmcp.mcp.internal.tool.Tool;
import com.trackingmcp.mcp.internal.tool.ToolAnswer;
import com.trackingmcp.mcp.internal.tool.ToolCall;
import com.trackingmcp.mcp.internal.tool.ToolSpec;
import com.trackingmcp.model.CarrierTime;
import com.trackingmcp.model.Outcome;
import com.trackingmcp.model.Page;
import com.trackingmcp.model.ShipmentRequest;
import com.trackingmcp.model.TransitTime;
import com.trackingmcp.spi.RequestCheck;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Asks carriers how long their services take. */
final class GetTransitTimes implements Tool {
    private static final int MOST = 50;
    private static final int LINES = 8;

    private static final ToolSpec SPEC = ToolSpec.shipping(
            "get_transit_times",
            "Compare transit times",
            "How long each service takes, the fastest first; no prices. Needs countries, postal codes or cities, and the weight.",
            Hints.ASKS,
            new Schema(inputs()),
            Schema.of(
                    Field.objects("times", "", MOST, time()).required(),
                    Paging.total(),
                    Paging.hasMore(),
                    Paging.nextOffset(),
                    FailureView.field()),
            "transitTimes");
    private static final FieldNames NAMES = ShipmentArguments.names(SPEC, false);

    private final Workbench bench;

    GetTransitTimes(Workbench bench) {
        this.bench = bench;
    }

    private static List<Field> inputs() {
        List<Field> fields = new ArrayList<>(AddressArguments.place(ShipmentArguments.FROM));
        fields.addAll(AddressArguments.place(ShipmentArguments.TO));
        ParcelArguments.measures().stream()
                .map(field -> field.name().startsWith("weight") ? field : field.unlisted())
                .forEach(fields::add);
        fields.add(Field.date("ship_date", "Today where absent"));
        fields.add(Field.decimal("declared_value", "In currency; some carriers need it across borders"));
        fields.add(ParcelArguments.currency());
        fields.add(Field.text("carrier", "All where absent"));
        fields.addAll(AddressArguments.beside(ShipmentArguments.FROM, fields));
        fields.addAll(AddressArguments.beside(ShipmentArguments.TO, fields));
        fields.add(Paging.limit(10, MOST));
        fields.add(Paging.offset());
        return fields;
    }

    private static Schema time() {
        List<Field> fields = new ArrayList<>(List.of(
                Field.text("carrier", "").required(),
                Field.text("service", "").required(),
                Field.text("service_name", ""),
                Field.count("transit_days", "")));
        fields.addAll(Delivery.fields());
        fields.add(Field.text("cutoff", "Local to the origin"));
        fields.add(Field.flag("guaranteed", ""));
        return new Schema(fields);
    }

    @Override
    public ToolSpec spec() {
        return SPEC;
    }

    @Override
    public void check(ToolCall call, RequestCheck check) {
        shipment(call.arguments(), check);
    }

    @Override
    public ToolAnswer call(ToolCall call) {
        Arguments arguments = call.arguments();
        ShipmentRequest shipment = NAMES.read(check -> shipment(arguments, check));
        List<TransitTime> times = new ArrayList<>();
        Map<String, CarrierException> failures = new LinkedHashMap<>();
        for (Outcome<TransitTime> outcome : asked(shipment)) {
            outcome.value().ifPresent(times::add);
            outcome.failure().ifPresent(error -> failures.put(name(error), NAMES.renamed(error)));
        }
        if (times.isEmpty() && failures.size() == 1) {
            throw NAMES.asked(failures.values().iterator().next());
        }
        times.sort(Comparator.comparing(GetTransitTimes::end));
        return answer(arguments, times, failures);
    }

    private List<Outcome<TransitTime>> asked(ShipmentRequest shipment) {
        try {
            return bench.client().get().transitTimes(shipment);
        } catch (CarrierException e) {
            throw NAMES.asked(e);
        }
    }

    private static String name(CarrierException error) {
        return error.details().connection().or(error::carrier).orElse("unknown");
    }

    private static ShipmentRequest shipment(Arguments arguments, RequestCheck check) {
        ShipmentRequest shipment = ShipmentRequest.builder()
                .sender(AddressArguments.read(arguments, ShipmentArguments.FROM))
                .recipient(AddressArguments.read(arguments, ShipmentArguments.TO))
                .parcels(ParcelArguments.read(arguments, check))
                .shipDate(ShipmentArguments.date(arguments, "ship_date", check))
                .carrier(arguments.text("carrier"))
                .build();
        ShipmentArguments.checkPriced(shipment, check);
        return shipment;
    }

    /** ISO dates and times sort as they pass; the day alone before its hours. */
    private static String end(TransitTime time) {
        return time.delivery()
                .flatMap(window -> window.to().or(window::from))
                .map(CarrierTime::toString)
                .orElseGet(
                        () -> "9999-" + String.format("%05d", time.transitDays().orElse(99_999)));
    }

    private static ToolAnswer answer(
            Arguments arguments, List<TransitTime> times, Map<String, CarrierException> failures) {
        Page<TransitTime> page = Paging.cut(times, arguments);
        ObjectNode json = Json.object();
        json.set("times", Json.list(page.items(), GetTransitTimes::view));
        Paging.put(json, page);
        FailureView.put(json, failures);
        String head = page.items().isEmpty() ? "No transit times." : "The fastest first:";
        List<String> answered =
                times.stream().map(TransitTime::connection).distinct().toList();
        return ToolAnswer.of(
                json,
                head
                        + Lines.of(page.items(), LINES, GetTransitTimes::line)
                        + FailureView.lines(answered, failures)
                        + Paging.more(page));
    }

    private static ObjectNode view(TransitTime time) {
        ObjectNode json = Json.object().put("carrier", time.connection()).put("service", time.service());
        Json.put(json, "service_name", time.serviceName().map(ForeignText::of));
        time.transitDays().ifPresent(days -> json.put("transit_days", days));
        Delivery.put(json, time.delivery());
        Json.put(json, "cutoff", time.cutoff());
        time.guaranteed().ifPresent(is -> json.put("guaranteed", is));
        return json;
    }

    private static String line(TransitTime time) {
        return time.connection() + " " + ForeignText.of(time.serviceName().orElse(time.service())) + ": "
                + Delivery.words(time.delivery(), time.transitDays()).orElse("not told")
                + time.cutoff().map(until -> ", handed over by " + until).orElse("");
    }
}
