package com.trackingmcp.mcp.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.trackingmcp.mcp.clients.NodeTools.Ended;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the server is installed with is whole and tells the truth about itself. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PackageIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String VERSION = System.getProperty("project.version");
    private static final Path BUNDLE = Path.of("target/tracking-mcp.mcpb");
    private static final Pattern SECRET = Pattern.compile(".*(SECRET|PASSWORD|API_KEY)");

    @Test
    void the_registry_entry_keeps_the_rules_of_the_registry() throws Exception {
        JsonNode server = JSON.readTree(Path.of("target/package/server.json").toFile());

        assertThat(server.path("$schema").textValue())
                .isEqualTo("https://static.modelcontextprotocol.io/schemas/2025-12-11/server.schema.json");
        assertThat(server.path("name").textValue()).matches("[a-zA-Z0-9.-]+/[a-zA-Z0-9._-]+");
        assertThat(server.path("description").textValue()).hasSizeBetween(1, 100);
        assertThat(server.path("version").textValue()).isEqualTo(VERSION);
        assertThat(server.path("packages").findValuesAsText("registryType")).containsExactly("oci", "mcpb");
        assertThat(server.path("packages").path(0).path("identifier").textValue())
                .endsWith(":" + VERSION);
        assertThat(server.path("packages").path(1).path("fileSha256").textValue())
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(BUNDLE))));
        assertThat(server.toString()).doesNotContain("@");
    }

    @Test
    void every_secret_is_told_to_be_one() throws Exception {
        JsonNode server = JSON.readTree(Path.of("target/package/server.json").toFile());
        for (JsonNode offer : server.path("packages")) {
            for (JsonNode variable : offer.path("environmentVariables")) {
                String name = variable.path("name").textValue();
                assertThat(variable.path("isSecret").booleanValue())
                        .as(name)
                        .isEqualTo(SECRET.matcher(name).matches());
            }
        }
        JsonNode manifest =
                JSON.readTree(Path.of("target/package/manifest.json").toFile());
        manifest.path("server")
                .path("mcp_config")
                .path("env")
                .fieldNames()
                .forEachRemaining(name -> assertThat(manifest.path("user_config")
                                .path(name.toLowerCase(java.util.Locale.ROOT))
                                .path("sensitive")
                                .booleanValue())
                        .as(name)
                        .isEqualTo(SECRET.matcher(name).matches()));
    }

    @Test
    void the_bundle_holds_the_runnable_jar_and_a_manifest_that_starts_it() throws Exception {
        try (ZipFile bundle = new ZipFile(BUNDLE.toFile())) {
            assertThat(bundle.stream().map(ZipEntry::getName))
                    .containsExactlyInAnyOrder("manifest.json", "server/tracking-mcp-adapter.jar", "LICENSE");
            assertThat(bundle.getEntry("server/tracking-mcp-adapter.jar").getSize())
                    .isEqualTo(Files.size(NodeTools.jar()));
            try (InputStream manifest = bundle.getInputStream(bundle.getEntry("manifest.json"))) {
                JsonNode told = JSON.readTree(manifest);
                assertThat(told.path("version").textValue()).isEqualTo(VERSION);
                assertThat(told.path("manifest_version").textValue()).isEqualTo("0.3");
                assertThat(told.path("server")
                                .path("mcp_config")
                                .path("command")
                                .textValue())
                        .isEqualTo("java");
            }
        }
    }

    @Test
    void the_script_makes_its_file_for_class_data_sharing_once_and_starts_the_server_with_it(@TempDir Path cache)
            throws Exception {
        Map<String, String> environment = Map.of(
                "TRACKING_MCP_JAR", NodeTools.jar().toString(),
                "TRACKING_MCP_CACHE", cache.toString(),
                "JAVA_HOME", System.getProperty("java.home"));

        Ended prepared = NodeTools.run(List.of("package/tracking-mcp", "--prepare"), environment, 120);
        assertThat(prepared.code()).as(prepared.output()).isZero();
        assertThat(files(cache)).hasSize(2).anyMatch(name -> name.endsWith(".options"));
        Ended version = NodeTools.run(List.of("package/tracking-mcp", "--version"), environment, 60);

        assertThat(version.output().strip()).isEqualTo(VERSION);
        assertThat(files(cache)).hasSize(2);
    }

    private static List<String> files(Path folder) throws Exception {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toList());
        }
    }

    @Test
    void the_image_runs_as_nobody_in_particular_and_holds_no_setting() throws Exception {
        List<String> lines = Files.readAllLines(Path.of("package/Dockerfile"));

        assertThat(lines)
                .filteredOn(line -> line.startsWith("FROM "))
                .hasSize(2)
                .allMatch(line -> line.contains(":"));
        assertThat(lines).filteredOn(line -> line.startsWith("USER ")).containsExactly("USER 10001:10001");
        String name = JSON.readTree(Path.of("package/server.json").toFile())
                .path("name")
                .textValue();
        assertThat(lines).anyMatch(line -> line.contains("io.modelcontextprotocol.server.name=\"" + name + "\""));
        assertThat(lines).noneMatch(line -> line.matches("(ENV|ARG) .*(SECRET|PASSWORD|KEY).*"));
        assertThat(lines)
                .filteredOn(line -> line.startsWith("ENTRYPOINT "))
                .singleElement()
                .asString()
                .contains("[");
    }

    @Test
    void the_image_is_described_without_a_fault(@TempDir Path folder) throws Exception {
        NodeTools.require();
        Ended lint = lint(Path.of("package/Dockerfile"));
        assertThat(lint.code()).as(lint.output()).isZero();
        String wrong = Files.readString(Path.of("package/Dockerfile")).replace("EXPOSE 3100", "EXPOSE x");
        Ended found = lint(Files.writeString(folder.resolve("Dockerfile"), wrong));
        assertThat(found.code()).isNotZero();
        assertThat(found.output()).contains("Invalid containerPort");
    }

    private static Ended lint(Path file) throws Exception {
        return NodeTools.node(Map.of(), NodeTools.command("dockerfile-utils"), "lint", file.toString());
    }

    @Test
    void systemd_understands_the_unit(@TempDir Path folder) throws Exception {
        Ended there = NodeTools.run(List.of("systemd-analyze", "--version"), Map.of(), 30);
        assumeTrue(there.code() == 0, "SKIPPED, there is no systemd-analyze: " + there.output());
        String unit = Files.readString(Path.of("package/tracking-mcp.service"))
                .replace(
                        "/opt/tracking-mcp/tracking-mcp ",
                        Path.of("package/tracking-mcp").toAbsolutePath() + " ");
        Ended verified = verify(Files.writeString(folder.resolve("tracking-mcp.service"), unit));
        assertThat(verified.output()).isEmpty();
        assertThat(verified.code()).isZero();
        String wrong = unit.replace("DynamicUser", "DynamicUsr");
        assertThat(verify(Files.writeString(folder.resolve("wrong.service"), wrong))
                        .output())
                .contains("DynamicUsr");
    }

    private static Ended verify(Path unit) throws Exception {
        return NodeTools.run(
                List.of("systemd-analyze", "verify", "--man=no", unit.toString()),
                Map.of("SYSTEMD_LOG_LEVEL", "warning"),
                60);
    }

    @Test
    void the_unit_starts_the_script_without_rights() throws Exception {
        List<String> lines = Files.readAllLines(Path.of("package/tracking-mcp.service"));

        assertThat(lines)
                .contains("DynamicUser=yes", "NoNewPrivileges=yes", "ProtectSystem=strict", "CapabilityBoundingSet=")
                .anyMatch(line -> line.startsWith("ExecStart=/opt/tracking-mcp/tracking-mcp --http "));
    }
}
