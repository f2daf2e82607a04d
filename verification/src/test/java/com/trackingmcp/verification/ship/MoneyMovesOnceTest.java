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
 * A thousand purchases at each carrier, of which a third lose their answer after the carrier booked and a third their
 * connection before it did: checked against the carrier's own books.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MoneyMovesOnceTest {
    private static final int PURCHASES = 1_000;

    @ParameterizedTest
    @ValueSource(strings = {"fedex", "ups", "dhl"})
    void no_label_is_bought_twice_and_none_is_lost(String carrier) {
        String wire = SalesBed.wire(carrier);
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
                if (i % 3 == 0) {
                    sandbox.fail(wire)
                            .on("ship")
                            .about(reference)
                            .withLostAnswer()
                            .untilCleared();
                } else if (i % 3 == 1) {
                    sandbox.fail(wire)
                            .on("ship")
                            .about(reference)
                            .withDroppedConnection()
                            .untilCleared();
                }
            }

            List<Outcome<Shipment>> outcomes =
                    client.shipAll(rows, BatchOptions.standard().concurrency(16));

            sandbox.clearFaults();
            assertThat(outcomes).hasSize(PURCHASES);
            List<SandboxShipment> booked = sandbox.shipments(wire);
            assertThat(booked).flatExtracting(SandboxShipment::references).doesNotHaveDuplicates();
            int confirmed = 0;
            int recovered = 0;
            int notBought = 0;
            for (int i = 0; i < PURCHASES; i++) {
                String reference = rows.get(i).references().get(0).value();
                if (outcomes.get(i).isSuccess()) {
                    confirmed++;
                    assertThat(idsOf(booked, reference))
                            .containsExactly(outcomes.get(i).orElseThrow().id());
                } else {
                    CarrierException lost = outcomes.get(i).failure().orElseThrow();
                    assertThat(lost).isInstanceOf(OutcomeUnknownException.class);
                    assertThat(lost.reference()).contains(reference);
                    List<Shipment> found = client.shipments().recover(ShipmentQuery.byReference(carrier, reference));
                    assertThat(found).extracting(Shipment::id).containsExactlyElementsOf(idsOf(booked, reference));
                    recovered += found.size();
                    notBought += found.isEmpty() ? 1 : 0;
                }
            }
            assertThat(confirmed + recovered).isEqualTo(booked.size());
            assertThat(confirmed).isEqualTo(333);
            assertThat(recovered).isEqualTo(334);
            assertThat(notBought).isEqualTo(333);
        }
    }

    private static List<String> idsOf(List<SandboxShipment> booked, String reference) {
        return booked.stream()
                .filter(shipment -> shipment.references().contains(reference))
                .map(SandboxShipment::id)
                .toList();
    }
}
