package com.trackingmcp.mcp.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.trackingmcp.testkit.SandboxHold;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** A client that is gone while a label is bought for it. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class GoneClientTest {
    private static final String PARTIES = "'from_name':'A','from_street':'1 Example Street','from_city':'Memphis',"
            + "'from_state':'TN','from_postal_code':'38118','from_country':'US','from_phone':'9015550100',"
            + "'to_name':'B','to_street':'2 Example Avenue','to_city':'Seattle','to_state':'WA',"
            + "'to_postal_code':'98101','to_country':'US','to_phone':'2065550100'";

    private static JsonNode answer(HttpResponse<String> answer) {
        return HttpBench.message(answer).at("/result/structuredContent");
    }

    private static String purchase(HttpBench bench, String... session) {
        String rates = HttpBench.call(
                "get_shipping_rates", "{" + PARTIES + ",'weight':'1.5','weight_unit':'kg','carriers':['ups']}");
        String quote =
                answer(bench.post(rates, session)).at("/rates/0/quote_id").asText();
        return HttpBench.call("create_shipment", "{'quote_id':'" + quote + "'}");
    }

    @Test
    void who_comes_back_for_a_purchase_whose_connection_broke_is_told_the_first() throws Exception {
        try (HttpBench bench = HttpBench.open()) {
            String[] session = {"Mcp-Session-Id", bench.session()};
            String purchase = purchase(bench, session);
            try (SandboxHold hold = bench.bench().sandbox().hold("ups").on("ship")) {
                CompletableFuture<HttpResponse<String>> broken = bench.postLater(purchase, session);
                assertThat(hold.awaitCalls(1, Duration.ofSeconds(20))).isTrue();
                broken.cancel(true);
            }
            JsonNode again = answer(bench.post(purchase, session));
            assertThat(again.path("replayed").asBoolean()).isTrue();
            assertThat(again.path("label_uri").asText()).isNotEmpty();
            assertThat(bench.bench().sandbox().shipments("ups")).hasSize(1);
        }
    }

    @Test
    void the_end_of_the_session_does_not_lose_it_either() throws Exception {
        try (HttpBench bench = HttpBench.open()) {
            String[] session = {"Mcp-Session-Id", bench.session()};
            String purchase = purchase(bench, session);
            try (SandboxHold hold = bench.bench().sandbox().hold("ups").on("ship")) {
                bench.postLater(purchase, session);
                assertThat(hold.awaitCalls(1, Duration.ofSeconds(20))).isTrue();
                assertThat(bench.send(bench.request("/mcp", session).DELETE()).statusCode())
                        .isEqualTo(200);
            }
            JsonNode again = answer(bench.post(purchase, "Mcp-Session-Id", bench.session()));
            assertThat(again.path("replayed").asBoolean()).isTrue();
            assertThat(bench.bench().sandbox().shipments("ups")).hasSize(1);
        }
    }
}
