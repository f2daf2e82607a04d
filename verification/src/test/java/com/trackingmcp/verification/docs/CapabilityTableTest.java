package com.trackingmcp.verification.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.trackingmcp.ConnectedCarrier;
import com.trackingmcp.TrackingClient;
import com.trackingmcp.testkit.CarrierSandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
            Map<String, Set<String>> columns = columns(client.carriers());
            String head = "| `client.` | " + String.join(" | ", columns.keySet()) + " |\n|---|"
                    + "---|".repeat(columns.size()) + "\n";
            return ConnectedCarrier.allCapabilities().stream()
                    .map(verb -> "| `" + verb + "` | "
                            + columns.values().stream()
                                    .map(offered -> offered.contains(verb) ? "yes" : "–")
                                    .collect(Collectors.joining(" | "))
                            + " |\n")
                    .collect(Collectors.joining("", head, ""));
        }
    }

    /** The direct carriers, the gateway, and what at least one of the carriers behind it offers. */
    private static Map<String, Set<String>> columns(List<ConnectedCarrier> carriers) {
        Map<String, Set<String>> columns = new LinkedHashMap<>();
        carriers.stream()
                .sorted(Comparator.comparing(carrier -> carrier.gateway().isPresent()))
                .forEach(carrier -> columns.computeIfAbsent(
                                carrier.gateway().isPresent() ? "carriers behind Karrio" : carrier.name(),
                                name -> new HashSet<>())
                        .addAll(carrier.capabilities()));
        return columns;
    }
}
