package com.trackingmcp.examples.karrio;

import static org.assertj.core.api.Assertions.assertThat;

import com.trackingmcp.CachePolicy;
import com.trackingmcp.TrackingClient;
import com.trackingmcp.testkit.CarrierSandbox;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BehindKarrioTest {
    @TempDir
    private Path folder;

    private static String run(CarrierSandbox sandbox, boolean buys, Path folder) throws IOException {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try (TrackingClient client = TrackingClient.builder()
                .config(sandbox.config())
                .clock(sandbox.clock())
                .cache(CachePolicy.off())
                .build()) {
            BehindKarrio.run(client, buys, folder, new PrintStream(printed, true, StandardCharsets.UTF_8));
        }
        return printed.toString(StandardCharsets.UTF_8);
    }

    @Test
    void theCarriersBehindTheServerAreListedPricedBoughtTrackedAndCancelled() throws IOException {
        try (CarrierSandbox sandbox = CarrierSandbox.start()) {
            String printed = run(sandbox, true, folder);

            assertThat(printed)
                    .contains("karrio:canada-east", "karrio:canadapost", "Bought ", "Saved its label", "Tracked: ")
                    .contains("The server's newest shipment: shp_")
                    .contains("Cancelled it again");
            assertThat(sandbox.shipments("karrio")).hasSize(1);
            assertThat(folder).isNotEmptyDirectory();
        }
    }

    @Test
    void nothingIsBoughtAtAServerOfOnesOwnThatWasNotToBe() throws IOException {
        try (CarrierSandbox sandbox = CarrierSandbox.start()) {
            String printed = run(sandbox, false, folder);

            assertThat(printed).contains("CAD").contains("Nothing is bought");
            assertThat(sandbox.shipments("karrio")).isEmpty();
        }
    }
}
