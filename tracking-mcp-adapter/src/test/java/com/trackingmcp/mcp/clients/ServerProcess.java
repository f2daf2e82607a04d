package com.trackingmcp.mcp.clients;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The runnable jar over HTTP on the sandbox, in a process of its own. */
final class ServerProcess implements AutoCloseable {
    private static final Pattern URL = Pattern.compile("https?://[^ ]*:[1-9][0-9]*/mcp");

    private final Process process;
    private final CompletableFuture<String> url = new CompletableFuture<>();
    private final StringBuffer log = new StringBuffer();

    private ServerProcess(Process process) {
        this.process = process;
        Thread reader = new Thread(this::read, "server-log");
        reader.setDaemon(true);
        reader.start();
    }

    static ServerProcess start(String... options) throws IOException {
        return new ServerProcess(new ProcessBuilder(Stream.concat(
                                command().stream(),
                                Stream.concat(Stream.of("--http", "--port", "0"), Stream.of(options)))
                        .toList())
                .redirectErrorStream(true)
                .start());
    }

    /** How the sandbox server is started, over stdio. */
    static List<String> command() {
        List<String> command = new ArrayList<>(List.of(NodeTools.java(), "-Xmx256m", "-jar"));
        command.add(NodeTools.jar().toString());
        command.add("--sandbox");
        return command;
    }

    private void read() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                log.append(line).append('\n');
                Matcher found = URL.matcher(line);
                if (found.find()) {
                    url.complete(found.group());
                }
            }
            url.completeExceptionally(new AssertionError("The server has ended:\n" + log));
        } catch (IOException e) {
            url.completeExceptionally(e);
        }
    }

    /** Where it listens, as it says itself. */
    String url() throws Exception {
        return url.get(60, TimeUnit.SECONDS);
    }

    /** What it wrote. */
    String log() {
        return log.toString();
    }

    @Override
    public void close() throws Exception {
        process.destroy();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
