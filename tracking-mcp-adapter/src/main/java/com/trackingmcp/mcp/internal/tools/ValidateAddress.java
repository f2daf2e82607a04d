package com.trackingmcp.mcp.internal.tools;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.trackingmcp.mcp.Role;
import com.trackingmcp.mcp.Toolset;
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
import com.trackingmcp.model.Address;
import com.trackingmcp.model.AddressValidation;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tells what a carrier thinks of an address. */
final class ValidateAddress implements Tool {
    private static final int MOST = 20;

    private static final ToolSpec SPEC = new ToolSpec(
            "validate_address",
            "Validate an address",
            "Whether an address exists, as a carrier knows it, with corrections. Costs nothing; worth it before"
                    + " create_shipment.",
            Schema.of(
                    AddressArguments.country().required(),
                    Field.text("company", ""),
                    Field.text("street", ""),
                    Field.text("street2", ""),
                    Field.text("city", ""),
                    Field.text("state", ""),
                    Field.text("postal_code", ""),
                    Field.text("carrier", "Id of list_carriers; else the first that can tell")),
            Schema.of(
                    Field.text("carrier", "").required(),
                    Field.choice(
                                    "verdict",
                                    "serviceable: the street is not checked",
                                    List.of("valid", "corrected", "ambiguous", "invalid", "serviceable", "unknown"))
                            .required(),
                    Field.text("classification", "").required(),
                    Field.texts("corrections", "Field: given -> corrected"),
                    Field.objects(
                                    "candidates",
                                    "Best first",
                                    Schema.of(
                                            Field.text("name", ""),
                                            Field.text("company", ""),
                                            Field.text("street", ""),
                                            Field.text("street2", ""),
                                            Field.text("city", ""),
                                            Field.text("state", ""),
                                            Field.text("postal_code", ""),
                                            Field.text("country", ""),
                                            Field.flag("residential", "")))
                            .required(),
                    Notes.field()),
            Hints.ASKS,
            Role.TRACK,
            Set.of(Toolset.SHIP, Toolset.ALL),
            List.of("addresses.validate"));
    private static final FieldNames NAMES = new FieldNames(SPEC, names());

    private final Workbench bench;

    ValidateAddress(Workbench bench) {
        this.bench = bench;
    }

    private static Map<String, String> names() {
        Map<String, String> names = AddressArguments.names("", "");
        names.putAll(AddressArguments.names("address", ""));
        return names;
    }

    @Override
    public ToolSpec spec() {
        return SPEC;
    }

    @Override
    public ToolAnswer call(ToolCall call) {
        Arguments arguments = call.arguments();
        Address address = AddressArguments.read(arguments, "");
        AddressValidation told = NAMES.told(() -> arguments
                .text("carrier")
                .map(carrier -> bench.client().get().addresses().validate(carrier, address))
                .orElseGet(() -> bench.client().get().addresses().validate(address)));
        ObjectNode json = Json.object()
                .put("carrier", told.connection())
                .put("verdict", told.verdict().word())
                .put("classification", told.classification().word());
        List<String> corrections = told.corrections().stream()
                .map(ValidateAddress::line)
                .limit(MOST)
                .toList();
        List<Address> candidates = told.candidates().stream().limit(MOST).toList();
        json.set("corrections", Json.texts(corrections));
        json.set("candidates", Json.list(candidates, ValidateAddress::view));
        Notes.put(json, told.alerts());
        String head = told.connection() + " says: " + told.verdict().word() + ", "
                + told.classification().word() + ".";
        return ToolAnswer.of(
                json, head + listed("Corrections", corrections) + best(candidates) + Notes.lines(told.alerts()));
    }

    private static String listed(String head, List<String> lines) {
        return lines.isEmpty()
                ? ""
                : "\n" + head + ": " + String.join("; ", lines.stream().limit(5).toList());
    }

    private static String best(List<Address> candidates) {
        return listed("Candidates", candidates.stream().map(AddressView::place).toList());
    }

    private static ObjectNode view(Address address) {
        ObjectNode json = Json.object();
        AddressView.put(json, "", address);
        json.remove(List.of("phone", "email"));
        return json;
    }

    private static String line(AddressValidation.Correction correction) {
        return ForeignText.of(
                NAMES.of(correction.path()) + ": " + correction.given() + " -> " + correction.corrected());
    }
}
