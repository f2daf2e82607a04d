package com.trackingmcp.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import com.trackingmcp.testkit.CarrierSandbox;
import com.trackingmcp.testkit.SandboxNumbers;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuickstartTest {
    @Test
    void prints_what_the_readme_shows() throws IOException {
        String readme = Files.readString(Path.of("..", "..", "README.md"));

        assertThat(readme).contains("```\n" + onTheSandbox() + "```");
    }

    @Test
    void prints_a_line_for_each_of_the_dozen_and_the_calls_they_took() {
        List<String> lines = onTheSandbox().lines().toList();

        assertThat(lines).hasSize(15);
        assertThat(lines.get(0)).startsWith("NUMBER").contains("STATUS", "WHERE", "WHEN", "EXPECTED");
        assertThat(lines.subList(1, 13))
                .filteredOn(line -> line.contains("E-3001"))
                .hasSize(1);
        assertThat(lines.subList(1, 13))
                .filteredOn(line -> line.contains("E-2001"))
                .hasSize(1);
        assertThat(lines).anyMatch(line -> line.contains("fedex") && line.contains("delivered"));
        assertThat(lines).anyMatch(line -> line.contains("ups") && line.contains("out for delivery"));
        assertThat(lines).anyMatch(line -> line.contains("dhl") && line.contains("customs"));
        assertThat(lines.get(14)).contains("12 numbers", "fedex track", "ups track", "mydhl track");
    }

    @Test
    void tracks_the_numbers_it_is_given_with_the_credentials_it_is_given() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (CarrierSandbox sandbox = CarrierSandbox.start()) {
            Quickstart.atTheCarriers(
                    sandbox.config(),
                    List.of(SandboxNumbers.UPS_DELIVERED, SandboxNumbers.FEDEX_IN_TRANSIT),
                    new PrintStream(bytes, true, StandardCharsets.UTF_8));
        }
        List<String> lines = bytes.toString(StandardCharsets.UTF_8).lines().toList();

        assertThat(lines.get(1)).contains(SandboxNumbers.UPS_DELIVERED, "ups", "delivered");
        assertThat(lines.get(2)).contains(SandboxNumbers.FEDEX_IN_TRANSIT, "fedex", "in transit");
        assertThat(lines.get(4)).isEqualTo("2 numbers, 4 HTTP calls: 4 x 127.0.0.1");
    }

    private static String onTheSandbox() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Quickstart.onTheSandbox(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }
}
