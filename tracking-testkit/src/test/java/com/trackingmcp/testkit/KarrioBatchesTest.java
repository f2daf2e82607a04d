package com.trackingmcp.testkit;

import static com.trackingmcp.testkit.KarrioCaller.RECIPIENT;
import static com.trackingmcp.testkit.KarrioCaller.SENDER;
import static org.assertj.core.api.Assertions.assertThat;

import com.trackingmcp.testkit.SandboxClient.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Many things in one request to the sandbox's gateway. */
class KarrioBatchesTest {
    private final CarrierSandbox sandbox = CarrierSandbox.start();
    private final KarrioCaller karrio = new KarrioCaller(sandbox);

    @AfterEach
    void close() {
        sandbox.close();
    }

    private Answer seen(Answer operation) {
        return karrio.get("/v1/batches/operations/" + operation.at("/id"));
    }

    @Test
    void aBatchOfTrackersIsQueuedRunsAndIsDone() {
        String known = sandbox.parcel("karrio:canadapost").journey().number();
        String unknown = "1234567890123452";
        Answer queued = karrio.post("/v1/batches/trackers", """
                {'trackers':[{'tracking_number':'%s','carrier_name':'canadapost'},
                             {'tracking_number':'%s','carrier_name':'canadapost'}]}""".formatted(known, unknown));

        assertThat(queued.status()).isEqualTo(201);
        assertThat(queued.at("/status")).isEqualTo("queued");
        assertThat(queued.at("/resource_type")).isEqualTo("trackers");
        assertThat(seen(queued).at("/status")).isEqualTo("running");
        assertThat(karrio.get("/v1/trackers").at("/count")).isEqualTo("0");
        Answer done = seen(queued);
        assertThat(done.at("/status")).isEqualTo("completed");
        assertThat(done.json().at("/resources")).hasSize(2);
        assertThat(karrio.get("/v1/trackers").at("/count")).isEqualTo("2");
        assertThat(karrio.get("/v1/trackers/" + done.at("/resources/1/id")).at("/status"))
                .isEqualTo("pending");
    }

    @Test
    void aBatchWithACarrierThatIsNotConnectedIsRefusedByItsRows() {
        Answer refused = karrio.post("/v1/batches/trackers", """
                {'trackers':[{'tracking_number':'1','carrier_name':'canadapost'},
                             {'tracking_number':'2','carrier_name':'sendle'}]}""");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.at("/errors/0/index")).isEqualTo("1");
        assertThat(refused.at("/errors/0/code")).isEqualTo("invalid_carrier");
        assertThat(karrio.post("/v1/batches/trackers", "{'trackers':[]}").at("/errors/0/message"))
                .isEqualTo("trackers: This list may not be empty.");
    }

    @Test
    void whatFailsInABatchIsToldRowByRow() {
        String order = "{'order_id':'%s','shipping_to':%s,'line_items':[{'weight':1,'weight_unit':'KG'}]}";
        Answer queued = karrio.post(
                "/v1/batches/orders",
                "{'orders':[" + order.formatted("1", RECIPIENT) + "," + order.formatted("1", RECIPIENT) + "]}");
        seen(queued);
        Answer done = seen(queued);

        assertThat(done.at("/status")).isEqualTo("completed_with_errors");
        assertThat(done.at("/resources/0/id")).startsWith("ord_");
        assertThat(done.at("/resources/1/errors/errors/0/code")).isEqualTo("duplicate_order_id");
        assertThat(karrio.get("/v1/batches/operations").at("/count")).isEqualTo("1");
        assertThat(karrio.get("/v1/batches/operations/batch_1").status()).isEqualTo(404);
    }

    @Test
    void aBatchOfShipmentsLeavesDrafts() {
        Answer queued = karrio.post("/v1/batches/shipments", """
                {'shipments':[{'shipper':%s,'recipient':%s,'parcels':[{'weight':1.5,'weight_unit':'KG'}]}]}""".formatted(SENDER, RECIPIENT));
        seen(queued);

        String id = seen(queued).at("/resources/0/id");
        assertThat(karrio.get("/v1/shipments/" + id).at("/status")).isEqualTo("draft");
        assertThat(sandbox.shipments("karrio")).isEmpty();
    }
}
