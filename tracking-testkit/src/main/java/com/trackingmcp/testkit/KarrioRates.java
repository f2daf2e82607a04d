package com.trackingmcp.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Prices without keeping anything, {@code /v1/proxy/rates}: a 207 as soon as one carrier had something to say. */
final class KarrioRates implements KarrioResource {
    private final KarrioServer server;
    private final KarrioTariff tariff;

    KarrioRates(KarrioServer server, KarrioTariff tariff) {
        this.server = server;
        this.tariff = tariff;
    }

    @Override
    public void enter(KarrioRoutes routes) {
        routes.on("rate", "POST /v1/proxy/rates", this::rates);
    }

    private SandboxResponse rates(KarrioAsk ask) {
        JsonNode body = ask.body();
        KarrioForm form = new KarrioForm(server, ask);
        ObjectNode order = Json.object();
        order.set("shipper", form.address(body, "shipper"));
        order.set("recipient", form.address(body, "recipient"));
        order.set("parcels", form.parcels(body));
        order.set("options", form.options(body));
        form.close();
        order.set("services", body.path("services"));
        order.set("carrier_ids", body.path("carrier_ids"));
        KarrioTariff.Quotes quotes = tariff.quote(ask, order).orThrow();
        ObjectNode answer = Json.object();
        answer.putArray("messages").addAll(quotes.messages());
        answer.putArray("rates").addAll(quotes.rates());
        return SandboxResponse.json(quotes.messages().isEmpty() ? 200 : 207, answer);
    }
}
