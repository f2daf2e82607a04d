package com.trackingmcp.verification.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.trackingmcp.ConnectedCarrier;
import com.trackingmcp.TrackingClient;
import com.trackingmcp.testkit.CarrierSandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** The README's table of what each carrier offers is what the carriers themselves say; {@code -DupdateReadme=true} writes it. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CapabilityTableTest {
    private static final Path README = Path.of("..", "README.md");
    private static final String START = "<!-- what the carriers offer, written by CapabilityTableTest -->\n";
    private static final String END = "<!-- end of what the carriers offer -->\n";

    @Test
    void the_readme_says_what_the_carriers_offer() throws IOException {
        String readme = Files.readString(README);
        assertThat(readme).containsOnlyOnce(START).containsOnlyOnce(END);
        int from = readme.indexOf(START) + START.length();
        int to = readme.indexOf(END);
        String table = table();
        if (Boolean.getBoolean("updateReadme")) {
            Files.writeString(README, readme.substring(0, from) + table + readme.substring(to));
        } else {
            assertThat(readme.substring(from, to)).isEqualTo(table);
        }
    }

    private static String table() {
        try (CarrierSandbox sandbox = CarrierSandbox.start();
                TrackingClient client =
                        TrackingClient.builder().config(sandbox.config()).build()) {
            List<ConnectedCarrier> carriers = client.carriers();
            String head = "| `client.` | " + joined(carriers, ConnectedCarrier::name) + " |\n|---|"
                    + "---|".repeat(carriers.size()) + "\n";
            return ConnectedCarrier.allCapabilities().stream()
                    .map(verb -> "| `" + verb + "` | "
                            + joined(carriers, carrier -> carrier.capabilities().contains(verb) ? "yes" : "–") + " |\n")
                    .collect(Collectors.joining("", head, ""));
        }
    }

    private static String joined(List<ConnectedCarrier> carriers, Function<ConnectedCarrier, String> cell) {
        return carriers.stream().map(cell).collect(Collectors.joining(" | "));
    }
}
