package com.trackingmcp.mcp.internal.launch;

import java.util.Map;

/** What the program logs: warnings, on the standard error, and nothing of what clients and carriers sent. Stateless. */
final class Logging {
    private static final String PREFIX = "org.slf4j.simpleLogger.";
    /** The SDK writes what it was sent into its warnings. */
    private static final Map<String, String> STANDARD = Map.of(
            "defaultLogLevel", "warn",
            "log.com.trackingmcp", "info",
            "log.io.modelcontextprotocol", "error",
            "logFile", "System.err",
            "showDateTime", "true",
            "dateTimeFormat", "yyyy-MM-dd'T'HH:mm:ss.SSSXXX",
            "showThreadName", "false",
            "showShortLogName", "true");

    private Logging() {}

    /** Before the first logger is made; system properties that are set already stay. */
    static void setUp() {
        STANDARD.forEach((name, value) -> {
            if (System.getProperty(PREFIX + name) == null) {
                System.setProperty(PREFIX + name, value);
            }
        });
    }
}
