package com.trackingmcp.mcp.internal.ucp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.trackingmcp.mcp.internal.tool.ForeignText;
import com.trackingmcp.mcp.internal.tool.Json;
import com.trackingmcp.model.Address;
import java.util.List;

/** An address in the protocol's words. Who lives there is left out: it wants names in two parts. Stateless. */
final class PostalAddress {
    private PostalAddress() {}

    /** Puts the parts that are known. */
    static ObjectNode put(ObjectNode json, Address address) {
        List<String> lines = address.lines();
        if (!lines.isEmpty()) {
            json.put("street_address", ForeignText.of(lines.get(0)));
        }
        if (lines.size() > 1) {
            json.put("extended_address", ForeignText.of(String.join(", ", lines.subList(1, lines.size()))));
        }
        Json.put(json, "address_locality", address.city().map(ForeignText::of));
        Json.put(json, "address_region", address.stateOrProvince().map(ForeignText::of));
        Json.put(json, "postal_code", address.postalCode().map(ForeignText::of));
        Json.put(json, "address_country", address.country());
        Json.put(json, "phone_number", address.phone().map(ForeignText::of));
        return json;
    }
}
