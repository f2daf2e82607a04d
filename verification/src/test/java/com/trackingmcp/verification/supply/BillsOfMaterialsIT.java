package com.trackingmcp.verification.supply;

import static org.assertj.core.api.Assertions.assertThat;

import com.trackingmcp.verification.api.PublishedModules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each published module has a bill of materials, and it tells what users really get: name, version and bytes. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class BillsOfMaterialsIT {
    private static final Path ROOT = Path.of(System.getProperty("project.root"));
    private static final String VERSION = System.getProperty("project.version");
    private static final Pattern LISTED = Pattern.compile("\\(([\\w.-]+:[\\w.-]+:[\\w.-]+) - [^)]*\\)$");
    /** What only builds or tests this project. */
    private static final Set<String> NOT_FOR_USERS = Set.of(
            "ch.qos.logback",
            "com.atlassian.oai",
            "com.code-intelligence",
            "com.tngtech.archunit",
            "net.jqwik",
            "org.immutables",
            "org.jetbrains.lincheck",
            "org.openjdk.jmh");

    @ParameterizedTest
    @MethodSource("modules")
    void each_published_module_has_one_that_names_it_with_its_version(String module) throws IOException {
        BillOfMaterials bill = bill(module);

        assertThat(bill.format()).isEqualTo("CycloneDX");
        assertThat(bill.subject()).isEqualTo("pkg:maven/com.trackingmcp/" + module + "@" + VERSION + "?type=jar");
        assertThat(bill.libraries()).hasSizeGreaterThan(5);
    }

    @ParameterizedTest
    @MethodSource("modules")
    void each_library_it_names_is_the_file_that_was_built_with_to_the_byte(String module) throws Exception {
        for (Library library : bill(module).libraries()) {
            assertThat(library.purl())
                    .isEqualTo("pkg:maven/%s/%s@%s?type=jar", library.group(), library.name(), library.version());
            assertThat(library.sha256OfFile()).as(library.coordinates()).isEqualTo(library.sha256());
        }
    }

    @ParameterizedTest
    @MethodSource("modules")
    void the_list_of_licences_is_of_the_same_libraries(String module) throws IOException {
        Path list = ROOT.resolve(module).resolve("target/licences/THIRD-PARTY.txt");

        assertThat(Files.readAllLines(list).stream()
                        .flatMap(line -> LISTED.matcher(line).results().map(found -> found.group(1))))
                .containsExactlyInAnyOrderElementsOf(bill(module).libraries().stream()
                        .filter(library -> !library.isOurs())
                        .map(Library::coordinates)
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("modules")
    void nothing_is_in_it_that_only_builds_or_tests_this_project(String module) throws IOException {
        assertThat(bill(module).libraries()).extracting(Library::group).doesNotContainAnyElementsOf(NOT_FOR_USERS);
    }

    @Test
    void nothing_that_is_not_published_has_one() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT, 4)) {
            assertThat(files.filter(file -> file.toString().endsWith(".cdx.json"))
                            .map(file -> ROOT.relativize(file).getName(0).toString()))
                    .containsOnlyOnceElementsOf(modules())
                    .allMatch(module -> modules().contains(module) || module.equals("target"));
        }
    }

    static List<String> modules() {
        return PublishedModules.names();
    }

    private static BillOfMaterials bill(String module) throws IOException {
        return BillOfMaterials.read(
                ROOT.resolve(module).resolve("target").resolve(module + "-" + VERSION + ".cdx.json"));
    }
}
