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
            "showThreadName", "false",
            "showShortLogName", "true");

    /** Clients that start a server write down its lines with a time of their own, and would wait for the calendar. */
    private static final Map<String, String> WITH_TIMES =
            Map.of("showDateTime", "true", "dateTimeFormat", "yyyy-MM-dd'T'HH:mm:ss.SSSXXX");

    private Logging() {}

    /** Before the first logger is made; system properties that are set already stay. */
    static void setUp(boolean withTimes) {
        setUp(STANDARD);
        if (withTimes) {
            setUp(WITH_TIMES);
        }
    }

    private static void setUp(Map<String, String> values) {
        values.forEach((name, value) -> {
            if (System.getProperty(PREFIX + name) == null) {
                System.setProperty(PREFIX + name, value);
            }
        });
    }
}
