package com.trackingmcp.karrio;

import static org.assertj.core.api.Assertions.assertThat;

import com.trackingmcp.CachePolicy;
import com.trackingmcp.TrackingClient;
import com.trackingmcp.model.Alert;
import com.trackingmcp.model.Shipment;
import com.trackingmcp.model.ShipmentRequest;
import com.trackingmcp.model.TradeDocument;
import com.trackingmcp.testkit.CarrierSandbox;
import com.trackingmcp.testkit.SandboxErrands;
import com.trackingmcp.testkit.SandboxOrders;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KarrioShippingWithPapersTest {
    private static final String PUROLATOR = "karrio:purolator";

    private final CarrierSandbox sandbox = CarrierSandbox.start();
    private final TrackingClient client = TrackingClient.builder()
            .cache(CachePolicy.off())
            .providers(List.of(new KarrioCarrierProvider()))
            .config(sandbox.config())
            .clock(sandbox.clock())
            .retries(0, Duration.ZERO)
            .build();
    private final TradeDocument invoice = SandboxErrands.of(PUROLATOR, sandbox.clock())
            .document()
            .flatMap(upload -> upload.document())
            .orElseThrow();

    @AfterEach
    void close() {
        client.close();
        sandbox.close();
    }

    private Shipment ship() {
        return client.ship(ShipmentRequest.builder()
                .from(SandboxOrders.international(PUROLATOR).build())
                .addTradeDocuments(invoice, invoice)
                .build());
    }

    @Test
    void papersThatAreGivenWithAShipmentAreUploadedOnceItIsBought() {
        Shipment shipment = ship();

        assertThat(sandbox.papers("karrio"))
                .hasSize(2)
                .allSatisfy(paper -> assertThat(paper.shipment()).hasValue(shipment.trackingNumber()));
    }

    @Test
    void aPaperThatIsRefusedIsAnAlertOnABoughtShipment() {
        sandbox.fail("karrio").on("upload").with(424).times(1);

        Shipment shipment = ship();

        assertThat(shipment.labels()).isNotEmpty();
        assertThat(shipment.alerts())
                .extracting(Alert::text)
                .anyMatch(text -> text.startsWith("paper 1 (commercial_invoice) was not uploaded"))
                .noneMatch(text -> text.startsWith("paper 2"));
        assertThat(sandbox.papers("karrio")).hasSize(1);
    }

    @Test
    void aPaperWhoseAnswerWasLostIsAnAlertToo() {
        sandbox.fail("karrio").on("upload").withLostAnswer().untilCleared();

        assertThat(ship().alerts())
                .extracting(Alert::text)
                .anyMatch(text -> text.startsWith("paper 1 (commercial_invoice) was not uploaded"));
        assertThat(sandbox.shipments("karrio")).hasSize(1);
    }
}
