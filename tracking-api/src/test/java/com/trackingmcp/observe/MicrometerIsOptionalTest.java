package com.trackingmcp.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.trackingmcp.TrackingClient;
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

/** The class path of an application that brings no Micrometer. */
class MicrometerIsOptionalTest {
    private static final Set<String> FOR_MICROMETER =
            Set.of("MicrometerMetrics.class", "OwnMeters.class", "ClientGauges.class");

    private final URLClassLoader withoutMicrometer =
            new URLClassLoader(classPath(), ClassLoader.getPlatformClassLoader());

    @AfterEach
    void close() throws IOException {
        withoutMicrometer.close();
    }

    @Test
    void everyOtherClassIsLoadedWithoutIt() throws Exception {
        Path classes = Path.of(TrackingClient.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        List<String> names = classNames(classes);
        assertThat(names).hasSizeGreaterThan(100).contains(AuditLog.class.getName(), TrackingClient.class.getName());
        for (String name : names) {
            assertThatCode(() -> {
                        Class<?> type = Class.forName(name, true, withoutMicrometer);
                        type.getDeclaredMethods();
                        type.getDeclaredFields();
                        type.getDeclaredConstructors();
                    })
                    .as(name)
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void whoNamesTheMetricsIsToldWhatIsMissing() {
        assertThatThrownBy(() -> Class.forName(MicrometerMetrics.class.getName(), true, withoutMicrometer)
                        .getConstructors())
                .isInstanceOf(NoClassDefFoundError.class)
                .hasMessageContaining("io/micrometer/");
    }

    private static List<String> classNames(Path classes) throws IOException {
        try (Stream<Path> files = Files.walk(classes)) {
            return files.filter(file -> file.toString().endsWith(".class"))
                    .filter(file -> !isForMicrometer(file.getFileName().toString()))
                    .map(file -> classes.relativize(file).toString())
                    .map(name ->
                            name.substring(0, name.length() - ".class".length()).replace(File.separatorChar, '.'))
                    .toList();
        }
    }

    private static boolean isForMicrometer(String file) {
        return FOR_MICROMETER.contains(file.replaceFirst("\\$.*\\.class", ".class"));
    }

    private static URL[] classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !new File(entry).getName().startsWith("micrometer-"))
                .map(MicrometerIsOptionalTest::url)
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
