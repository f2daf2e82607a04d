package com.trackingmcp.testkit;

import static com.trackingmcp.testkit.KarrioCaller.RECIPIENT;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.trackingmcp.testkit.SandboxClient.Answer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A shop's orders on the sandbox's gateway, spoken to as by a caller of its own. */
class KarrioOrdersTest {
    private static final String ORDER = """
            {'order_id':'4711','source':'web','shipping_to':%s,'metadata':{'cart':'9'},'options':{'currency':'CAD'},
             'line_items':[{'title':'Book','quantity':3,'weight':0.4,'weight_unit':'KG'}]}""".formatted(RECIPIENT);
    private final CarrierSandbox sandbox = CarrierSandbox.start();
    private final KarrioCaller karrio = new KarrioCaller(sandbox);

    @AfterEach
    void close() {
        sandbox.close();
    }

    private Answer order() {
        return karrio.send("POST", "/v1/orders", ORDER, "my-order");
    }

    @Test
    void anOrderIsKeptUnfulfilled() {
        Answer order = order();

        assertThat(order.status()).isEqualTo(201);
        assertThat(order.at("/id")).startsWith("ord_");
        assertThat(order.at("/status")).isEqualTo("unfulfilled");
        assertThat(order.at("/order_date")).isEqualTo("2026-02-10");
        assertThat(order.at("/created_at")).isEqualTo("2026-02-10 15:00:00.000000+00:00");
        assertThat(order.at("/line_items/0/unfulfilled_quantity")).isEqualTo("3");
        assertThat(order.at("/meta/request_id")).isEqualTo("my-order");
        assertThat(karrio.get("/v1/orders/" + order.at("/id")).json()).isEqualTo(order.json());
    }

    @Test
    void anOrderIsTakenOnceFromOneShop() {
        order();

        assertThat(order().status()).isEqualTo(409);
        assertThat(karrio.post("/v1/orders", ORDER.replace("'web'", "'market'")).status())
                .isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        'order_id':'4711', | "" | order_id: This field is required.
        'shipping_to' | 'ship_to' | shipping_to: This field is required.
        'weight_unit':'KG' | 'weight_unit':'ST' | line_items[0].weight_unit: "ST" is not a valid choice.
        'weight':0.4, | "" | line_items[0].weight: This field is required.
        'country_code':'CA' | 'state':'CA' | shipping_to.country_code: This field is required.
        """)
    void anOrderIsRefusedFieldByField(String right, String wrong, String message) {
        Answer refused = karrio.post("/v1/orders", ORDER.replace(right, wrong));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.at("/errors/0/message")).isEqualTo(message);
        assertThat(refused.at("/errors/0/code")).isEqualTo("validation");
    }

    @Test
    void onlyOptionsAndNotesOfAnOrderChange() {
        String path = "/v1/orders/" + order().at("/id");

        Answer changed = karrio.send(
                "PUT", path, "{'order_id':'other','metadata':{'cart':null,'bag':'1'},'options':{'x':'y'}}", "");

        assertThat(changed.at("/order_id")).isEqualTo("4711");
        assertThat(changed.json().at("/metadata").toString()).isEqualTo("{\"bag\":\"1\"}");
        assertThat(changed.at("/options/currency")).isEqualTo("CAD");
        assertThat(changed.at("/options/x")).isEqualTo("y");
    }

    @Test
    void anOrderIsCancelledOnce() {
        String id = order().at("/id");

        assertThat(karrio.post("/v1/orders/my-order/cancel", "").at("/status")).isEqualTo("cancelled");
        Answer again = karrio.post("/v1/orders/" + id + "/cancel", "");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.at("/errors/0/code")).isEqualTo("state_error");
        assertThat(karrio.send("DELETE", "/v1/orders/" + id, "", "").status()).isEqualTo(409);
        assertThat(karrio.get("/v1/orders/ord_unknown").at("/errors/0/message")).isEqualTo("Order not found");
    }

    @Test
    void thousandsAreReadPageByPageTheNewestFirst() {
        List<String> ids = sandbox.karrioOrders(2500);

        List<String> read = new ArrayList<>();
        for (int offset = 0; offset < 2500; offset += 1000) {
            JsonNode page = karrio.get("/v1/orders?limit=1000&offset=" + offset).json();
            assertThat(page.at("/count").asInt()).isEqualTo(2500);
            page.at("/results").forEach(order -> read.add(0, order.path("id").asText()));
        }
        assertThat(read).isEqualTo(ids);
        assertThat(karrio.get("/v1/orders").json().at("/results")).hasSize(20);
    }

    @ParameterizedTest
    @CsvSource({
        "order_id=4711, 1",
        "'order_id=4711,SHOP-1', 2",
        "source=shop, 3",
        "status=cancelled, 0",
        "status=unfulfilled&status=partial, 4",
        "metadata_key=cart, 1",
        "metadata_value=9, 1",
        "option_value=CAD, 1",
        "keyword=toronto, 1",
        "request_id=my-order, 1",
        "created_before=2026-02-09T00:00:00Z, 0"
    })
    void ordersAreListedByWhatTheyAre(String query, int count) {
        order();
        sandbox.karrioOrders(3);

        assertThat(karrio.get("/v1/orders?" + query).at("/count")).isEqualTo(Integer.toString(count));
    }
}
