package com.trackingmcp.verification.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The modules whose jars users get, as the root POM names them. */
public final class PublishedModules {
    private static final Path ROOT = Path.of(System.getProperty("project.root"));
    private static final Pattern MODULE = Pattern.compile("<module>([a-z/-]+)</module>");
    private static final String OURS = "tracking-";
    private static final String BOM = "tracking-bom";

    private PublishedModules() {}

    /** In the order of the build, without {@code tracking-bom}, which has no jar. */
    public static List<String> names() {
        return modules()
                .filter(module -> module.startsWith(OURS) && !module.equals(BOM))
                .toList();
    }

    /** Examples, benchmarks and what tests all of it. */
    static List<String> others() {
        return modules().filter(module -> !module.startsWith(OURS)).toList();
    }

    private static Stream<String> modules() {
        try {
            return MODULE.matcher(Files.readString(ROOT.resolve("pom.xml")))
                    .results()
                    .map(module -> module.group(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
