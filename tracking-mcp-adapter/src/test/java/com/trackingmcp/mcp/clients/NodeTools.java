package com.trackingmcp.mcp.clients;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The protocol's suite and other people's clients, which run on Node. They are installed once, from the registry that npm
 * knows; where that cannot be, the tests that need them are skipped and say so.
 */
final class NodeTools {
    private static final Path FOLDER = Path.of(System.getProperty("clients.folder", "target/clients"));
    private static final Path SCRIPT = Path.of("src/test/node/install");
    private static @Nullable String whyNot;
    private static boolean tried;

    private NodeTools() {}

    /** What a program came to. */
    record Ended(int code, String output) {}

    /** Skips the test, visibly, where there is no npm, no network or no Node 22. */
    static synchronized void require() throws Exception {
        if (!tried) {
            tried = true;
            Ended installed = run(List.of("bash", SCRIPT.toString(), FOLDER.toString()), Map.of(), 300);
            whyNot = installed.code() == 0 ? null : installed.output();
        }
        assumeTrue(whyNot == null, () -> "SKIPPED, other people's clients cannot be installed: " + whyNot);
    }

    /** Runs a script or a package's command with Node 22 or newer. */
    static Ended node(Map<String, String> environment, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(FOLDER.resolve("node").toString()));
        command.addAll(List.of(arguments));
        return run(command, environment, 180);
    }

    /** The command of an installed package. */
    static String command(String name) throws IOException {
        return FOLDER.resolve("node_modules/.bin").resolve(name).toRealPath().toString();
    }

    /** A file beside the packages. */
    static String file(String name) {
        return FOLDER.resolve(name).toAbsolutePath().toString();
    }

    static Ended run(List<String> command, Map<String, String> environment, long seconds) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process;
        try {
            process = builder.start();
        } catch (IOException e) {
            return new Ended(127, e.getMessage());
        }
        process.getOutputStream().close();
        CompletableFuture<String> output = CompletableFuture.supplyAsync(() -> read(process.getInputStream()));
        if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            return new Ended(124, command + " took longer than " + seconds + " s\n" + output.get(10, TimeUnit.SECONDS));
        }
        return new Ended(process.exitValue(), output.get(10, TimeUnit.SECONDS));
    }

    private static String read(InputStream stream) {
        try {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return e.toString();
        }
    }

    /** The runnable jar, as it is handed out. */
    static Path jar() {
        Path jar = Path.of("target/tracking-mcp-adapter.jar");
        if (!Files.exists(jar)) {
            throw new AssertionError(jar + " is missing: mvn verify builds it");
        }
        return jar.toAbsolutePath();
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
