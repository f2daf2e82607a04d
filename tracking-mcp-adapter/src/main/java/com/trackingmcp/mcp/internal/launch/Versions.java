package com.trackingmcp.mcp.internal.launch;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version of this server, as it was built. Stateless. */
public final class Versions {
    private static final String FILE = "/com/trackingmcp/mcp/version.properties";

    private Versions() {}

    /** Such as {@code 0.1.0}. */
    public static String own() {
        Properties properties = new Properties();
        try (InputStream file = Versions.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException(FILE + " is part of the jar");
            }
            properties.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("version");
    }
}
