package com.trackingmcp.verification.ship;

import static org.assertj.core.api.Assertions.assertThat;

import com.trackingmcp.BatchOptions;
import com.trackingmcp.CachePolicy;
import com.trackingmcp.TrackingClient;
import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.OutcomeUnknownException;
import com.trackingmcp.model.Outcome;
import com.trackingmcp.model.Reference;
import com.trackingmcp.model.Shipment;
import com.trackingmcp.model.ShipmentQuery;
import com.trackingmcp.model.ShipmentRequest;
import com.trackingmcp.testkit.CarrierSandbox;
import com.trackingmcp.testkit.SandboxShipment;
import com.trackingmcp.verification.ship.Orders.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Purchases over two hops, draft and label, of which many lose one of the two answers, or the connection before the server
 * did anything: checked against the server's own books.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MoneyMovesOnceBehindAGatewayTest {
    private static final int PURCHASES = 200;

    @ParameterizedTest
    @ValueSource(strings = {"karrio:canadapost", "karrio:purolator", "karrio:dpd"})
    void no_label_is_bought_twice_and_none_is_lost(String carrier) {
        List<ShipmentRequest> rows = new ArrayList<>();
        try (CarrierSandbox sandbox = CarrierSandbox.start();
                TrackingClient client = TrackingClient.builder()
                        .config(sandbox.config())
                        .clock(sandbox.clock())
                        .cache(CachePolicy.off())
                        .retries(2, Duration.ofMillis(1))
                        .build()) {
            for (int i = 0; i < PURCHASES; i++) {
                String reference = "order-" + (10_000 + i);
                rows.add(Orders.order(carrier, Kind.DOMESTIC)
                        .addReferences(Reference.of(reference))
                        .build());
                spoil(sandbox, i, reference);
            }

            List<Outcome<Shipment>> outcomes =
                    client.shipAll(rows, BatchOptions.standard().concurrency(16));

            sandbox.clearFaults();
            List<SandboxShipment> booked = sandbox.shipments("karrio");
            assertThat(outcomes).hasSize(PURCHASES);
            assertThat(booked).flatExtracting(SandboxShipment::references).doesNotHaveDuplicates();
            int accounted = 0;
            for (int i = 0; i < PURCHASES; i++) {
                accounted += accounted(client, carrier, reference(rows.get(i)), outcomes.get(i), booked);
            }
            assertThat(accounted).isEqualTo(booked.size());
            assertThat(booked).hasSizeGreaterThanOrEqualTo(PURCHASES / 2);
        }
    }

    /** One row in five each: the draft's answer, the label's answer, the way to the draft, the way to the label; one goes well. */
    private static void spoil(CarrierSandbox sandbox, int row, String reference) {
        switch (row % 5) {
            case 0 ->
                sandbox.fail("karrio")
                        .on("ship-draft")
                        .about(reference)
                        .withLostAnswer()
                        .times(1);
            case 1 ->
                sandbox.fail("karrio")
                        .on("ship")
                        .about(reference)
                        .withLostAnswer()
                        .times(1);
            case 2 ->
                sandbox.fail("karrio")
                        .on("ship-draft")
                        .about(reference)
                        .withDroppedConnection()
                        .times(1);
            case 3 ->
                sandbox.fail("karrio")
                        .on("ship")
                        .about(reference)
                        .withDroppedConnection()
                        .times(1);
            default -> {}
        }
    }

    private static String reference(ShipmentRequest row) {
        return row.references().get(0).value();
    }

    /** How many labels of a row the caller knows of: those the server booked, or an error says what to look for. */
    private static int accounted(
            TrackingClient client,
            String carrier,
            String reference,
            Outcome<Shipment> outcome,
            List<SandboxShipment> booked) {
        List<String> ids = booked.stream()
                .filter(shipment -> shipment.references().contains(reference))
                .map(SandboxShipment::id)
                .toList();
        if (outcome.isSuccess()) {
            assertThat(ids).containsExactly(SalesBed.idAtCarrier(outcome.orElseThrow()));
            return 1;
        }
        CarrierException lost = outcome.failure().orElseThrow();
        if (!(lost instanceof OutcomeUnknownException)) {
            assertThat(ids).as("%s, which says that nothing was bought", lost).isEmpty();
            return 0;
        }
        List<Shipment> found = client.shipments().recover(ShipmentQuery.byReference(carrier, reference));
        assertThat(found).extracting(SalesBed::idAtCarrier).containsExactlyElementsOf(ids);
        return found.size();
    }
}
