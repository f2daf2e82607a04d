package com.trackingmcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.trackingmcp.observe.AuditLog;
import com.trackingmcp.observe.MicrometerMetrics;
import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The class path of an application that brings neither Micrometer nor PDFBox. */
class OptionalDependenciesTest {
    private static final List<String> OPTIONAL_JARS = List.of("micrometer-", "pdfbox-", "fontbox-");
    private static final Set<String> NEEDING_THEM =
            Set.of("MicrometerMetrics.class", "OwnMeters.class", "ClientGauges.class", "Labels.class");

    private final URLClassLoader without = new URLClassLoader(classPath(), ClassLoader.getPlatformClassLoader());

    @AfterEach
    void close() throws IOException {
        without.close();
    }

    @Test
    void everyOtherClassIsLoadedWithoutThem() throws Exception {
        Path classes = Path.of(TrackingClient.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        List<String> names = classNames(classes);
        assertThat(names).hasSizeGreaterThan(100).contains(AuditLog.class.getName(), TrackingClient.class.getName());
        for (String name : names) {
            assertThatCode(() -> {
                        Class<?> type = Class.forName(name, true, without);
                        type.getDeclaredMethods();
                        type.getDeclaredFields();
                        type.getDeclaredConstructors();
                    })
                    .as(name)
                    .doesNotThrowAnyException();
        }
    }

    static Stream<Arguments> needing() {
        return Stream.of(
                Arguments.of(MicrometerMetrics.class, "io/micrometer/"),
                Arguments.of(Labels.class, "org/apache/pdfbox/"));
    }

    @ParameterizedTest
    @MethodSource("needing")
    void whoNamesWhatNeedsOneIsToldWhatIsMissing(Class<?> needing, String missing) {
        assertThatThrownBy(() -> {
                    Class<?> type = Class.forName(needing.getName(), true, without);
                    type.getConstructors();
                    type.getDeclaredMethods();
                })
                .isInstanceOf(NoClassDefFoundError.class)
                .hasMessageContaining(missing);
    }

    private static List<String> classNames(Path classes) throws IOException {
        try (Stream<Path> files = Files.walk(classes)) {
            return files.filter(file -> file.toString().endsWith(".class"))
                    .filter(file -> !needsThem(file.getFileName().toString()))
                    .map(file -> classes.relativize(file).toString())
                    .map(name ->
                            name.substring(0, name.length() - ".class".length()).replace(File.separatorChar, '.'))
                    .toList();
        }
    }

    private static boolean needsThem(String file) {
        return NEEDING_THEM.contains(file.replaceFirst("\\$.*\\.class", ".class"));
    }

    private static URL[] classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> OPTIONAL_JARS.stream().noneMatch(new File(entry).getName()::startsWith))
                .map(OptionalDependenciesTest::url)
                .toArray(URL[]::new);
    }

    private static URL url(String entry) {
        try {
            return new File(entry).toURI().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }
}
