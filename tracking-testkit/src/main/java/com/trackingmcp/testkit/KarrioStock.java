package com.trackingmcp.testkit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Fills a server with bought shipments, as if somebody had shipped for a long time: each made a minute after the one before. */
final class KarrioStock {
    private static final String ORDER = """
            {"shipper":{"person_name":"Ada Example","address_line1":"1 Example Street","city":"Toronto",
              "postal_code":"M5H 2N2","state_code":"ON","country_code":"CA","phone_number":"+1 416 555 0100"},
             "recipient":{"person_name":"Ben Example","address_line1":"2 Example Street","city":"Montreal",
              "postal_code":"H3B 4G5","state_code":"QC","country_code":"CA"},
             "parcels":[{"weight":1.5,"weight_unit":"KG"}],"carrier_ids":["canada-east"],
             "service":"canadapost_expedited_parcel","reference":"stock-%d","metadata":{"stock":"%d"}}
            """;

    private final KarrioServer server;
    private final KarrioShipments shipments;

    KarrioStock(KarrioServer server, KarrioShipments shipments) {
        this.server = server;
        this.shipments = shipments;
    }

    List<SandboxShipment> fill(int count) {
        List<SandboxShipment> bought = new ArrayList<>(count);
        for (int i = 1; i <= count; i++) {
            SandboxRequest request =
                    new SandboxRequest("POST", "/v1/shipments", Map.of(), Map.of(), ORDER.formatted(i, i));
            KarrioEntry entry = shipments.make(
                    new KarrioAsk(request, Map.of(), true, server.book().id("req")));
            KarrioEntry earlier = server.book().backdate(entry, Duration.ofMinutes(count - i));
            entry.json().put("created_at", KarrioBook.written(earlier.created()));
            bought.add(
                    server.sold().find("karrio", entry.text("tracking_number")).orElseThrow());
        }
        return bought;
    }
}
