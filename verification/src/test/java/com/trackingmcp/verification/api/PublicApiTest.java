package com.trackingmcp.verification.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.trackingmcp.spi.CarrierProvider;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What comes into the API stays: no public type or member appears, changes or goes unseen. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PublicApiTest {
    private static final Path ROOT = Path.of(System.getProperty("project.root"));
    private static final String UPDATE =
            "mvn -B -ntp verify -pl verification -am -Dtest=PublicApiTest -Dsurefire.failIfNoSpecifiedTests=false"
                    + " -DupdateApi=true";
    private static final String HEADER = "# What callers can see of this module. Written by: " + UPDATE + "\n\n";
    private static final int JAVA_17 = 61;
    private static final List<String> INTERNAL = List.of("com.trackingmcp.internal.", "com.trackingmcp.mcp.internal.");

    @Test
    void the_published_modules_are_found() {
        assertThat(modules()).contains("tracking-api", "tracking-fedex", "tracking-ups", "tracking-dhl");
    }

    @Test
    void every_other_module_says_that_it_is_not_published() throws IOException {
        for (String module : PublishedModules.others()) {
            assertThat(Files.readString(ROOT.resolve(module).resolve("pom.xml")))
                    .as(module)
                    .contains("<maven.deploy.skip>true</maven.deploy.skip>");
        }
    }

    @ParameterizedTest
    @MethodSource("modules")
    void nothing_that_callers_can_see_names_what_is_internal(String module) throws Exception {
        String listing = ApiListing.of(types(ROOT.resolve(module).resolve("target/classes")));

        assertThat(INTERNAL).allSatisfy(name -> assertThat(listing).doesNotContain(name));
    }

    @ParameterizedTest
    @MethodSource("modules")
    void it_runs_on_java_17(String module) throws Exception {
        try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("target/classes"))) {
            for (Path file : files.filter(PublicApiTest::isClass).toList()) {
                int version = ByteBuffer.wrap(Files.readAllBytes(file)).getShort(6);
                assertThat(version).as("%s", file).isEqualTo(JAVA_17);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("modules")
    void the_public_api_is_the_one_written_down(String module) throws Exception {
        Path file = ROOT.resolve(module).resolve("public-api.txt");
        Path classes = ROOT.resolve(module).resolve("target/classes");
        String actual = HEADER + ApiListing.of(types(classes)) + services(classes);
        if (Boolean.getBoolean("updateApi")) {
            Files.writeString(file, actual);
            return;
        }
        if (!Files.exists(file)) {
            fail("%s/public-api.txt is missing. Write it with\n  %s\nand commit it.", module, UPDATE);
        }
        ApiDifference.between(Files.readString(file).replace("\r\n", "\n"), actual)
                .ifPresent(difference -> fail(
                        "The public API of %s is not the one written down in its public-api.txt:\n%s\n"
                                + "If this is meant, write it down with\n  %s\nand say in CHANGELOG.md who is affected.",
                        module, difference, UPDATE));
    }

    static List<String> modules() {
        return PublishedModules.names();
    }

    private static List<Class<?>> types(Path classes) throws Exception {
        List<Class<?>> types = new ArrayList<>();
        if (!Files.isDirectory(classes)) {
            return types;
        }
        try (Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(PublicApiTest::isClass).toList()) {
                String path = classes.relativize(file).toString();
                String name = path.substring(0, path.length() - ".class".length())
                        .replace(file.getFileSystem().getSeparator(), ".");
                if (INTERNAL.stream().noneMatch(name::startsWith)) {
                    types.add(Class.forName(name, false, PublicApiTest.class.getClassLoader()));
                }
            }
        }
        return types;
    }

    /** What {@code ServiceLoader} finds, and the settings it reads: who leaves one out takes something away. */
    private static String services(Path classes) throws Exception {
        Path folder = classes.resolve("META-INF/services");
        if (!Files.isDirectory(folder)) {
            return "";
        }
        StringBuilder services = new StringBuilder();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                services.append("\nservice ").append(file.getFileName()).append('\n');
                for (String name : Files.readAllLines(file)) {
                    services.append("    ").append(name).append('\n');
                    if (Class.forName(name).getConstructor().newInstance() instanceof CarrierProvider provider) {
                        provider.settings()
                                .forEach(each -> services.append("    setting ")
                                        .append(each)
                                        .append('\n'));
                    }
                }
            }
        }
        return services.toString();
    }

    private static boolean isClass(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".class") && !name.equals("package-info.class") && !name.equals("module-info.class");
    }
}
