package com.trackingmcp.verification.supply;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** The runnable jar of {@code tracking-mcp-adapter} hands out other people's libraries: which, whole, and with their licences. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RunnableJarIT {
    private static final Path TARGET =
            Path.of(System.getProperty("project.root")).resolve("tracking-mcp-adapter/target");
    private static final String VERSION = System.getProperty("project.version");
    private static final Path JAR = TARGET.resolve("tracking-mcp-adapter.jar");
    private static final Pattern LICENCE = Pattern.compile("META-INF/[^/]*(LICENSE|LICENCE|NOTICE)[^/]*");
    /** For libraries whose jars carry none. */
    private static final Pattern BY_HAND = Pattern.compile("META-INF/licences/[^/]+\\.txt");
    /** Licences that ask for no more than their own text, which the jar holds once, or for nothing at all. */
    private static final Set<String> WITHOUT_A_TEXT_OF_THEIR_OWN = Set.of("Apache-2.0", "CC0-1.0", "MIT-0");

    private static Map<String, Long> entries = Map.of();
    private static List<Library> libraries = List.of();

    @BeforeAll
    static void read() throws IOException {
        entries = Library.checksums(JAR);
        libraries = BillOfMaterials.read(TARGET.resolve("tracking-mcp-adapter-" + VERSION + ".cdx.json"))
                .libraries();
    }

    @Test
    void its_classes_are_those_of_the_libraries_on_its_bill_and_no_others() throws IOException {
        Map<String, Long> expected =
                new TreeMap<>(Library.checksums(TARGET.resolve("tracking-mcp-adapter-" + VERSION + ".jar")));
        for (Library library : libraries) {
            library.checksums().forEach(expected::putIfAbsent);
        }
        expected.keySet().removeIf(name -> !name.endsWith(".class") || name.endsWith("module-info.class"));

        Map<String, Long> classes = new TreeMap<>(entries);
        classes.keySet().removeIf(name -> !name.endsWith(".class"));
        assertThat(classes).isEqualTo(expected);
        assertThat(classes).hasSizeGreaterThan(5_000);
    }

    @Test
    void each_licence_and_notice_that_a_library_carries_is_in_it_unchanged() throws IOException {
        int kept = 0;
        for (Library library : libraries) {
            if (library.isOurs()) {
                continue;
            }
            for (Map.Entry<String, Long> entry : library.checksums().entrySet()) {
                if (LICENCE.matcher(entry.getKey()).matches()) {
                    String name = entry.getKey().substring("META-INF/".length());
                    String folder = library.fileName().replace(".jar", "-jar");
                    assertThat(entries).containsEntry("META-INF/licences/" + folder + "/" + name, entry.getValue());
                    kept++;
                }
            }
        }
        assertThat(kept).isGreaterThan(15);
    }

    @Test
    void a_library_whose_licence_must_go_along_has_it_there() throws IOException {
        StringBuilder byHand = new StringBuilder();
        for (String name : entries.keySet()) {
            if (BY_HAND.matcher(name).matches()) {
                byHand.append(Library.text(JAR, name));
            }
        }
        for (Library library : libraries) {
            if (library.licences().stream().noneMatch(WITHOUT_A_TEXT_OF_THEIR_OWN::contains)) {
                String folder = "META-INF/licences/" + library.fileName().replace(".jar", "-jar/");
                boolean carried = entries.keySet().stream().anyMatch(name -> name.startsWith(folder));
                assertThat(carried || byHand.indexOf(library.name()) >= 0)
                        .as("the licence of %s, %s", library.coordinates(), library.licences())
                        .isTrue();
            }
        }
    }

    @Test
    void it_lists_each_library_with_its_licence_and_holds_apaches_and_the_notices() throws IOException {
        String list = Library.text(JAR, "META-INF/THIRD-PARTY.txt");
        for (Library library : libraries) {
            if (!library.isOurs()) {
                assertThat(list).contains("(" + library.coordinates() + " - ");
            }
        }
        assertThat(Library.text(JAR, "META-INF/LICENSE")).contains("Apache License", "Version 2.0, January 2004");
        assertThat(Library.text(JAR, "META-INF/NOTICE")).contains("Jackson JSON processor", "Micrometer");
    }
}
