package com.trackingmcp.mcp.internal.launch;

import com.trackingmcp.TrackingClient;
import com.trackingmcp.error.ConfigurationException;
import com.trackingmcp.mcp.HttpOptions;
import com.trackingmcp.mcp.internal.http.HttpServer;
import com.trackingmcp.mcp.internal.sdk.ServerCore;
import com.trackingmcp.mcp.internal.tools.Connection;
import com.trackingmcp.observe.CallListener;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Consumer;

/** Runs the server as the command line says. For one run. */
public final class Launcher {
    static final int OK = 0;
    static final int FAILED = 1;
    static final int WRONG_USAGE = 2;

    private final InputStream in;
    private final OutputStream out;
    private final PrintStream err;
    private final Consumer<OutputStream> logTo;

    /**
     * A run over these streams.
     *
     * @param out the one the protocol is written to, by nobody else
     * @param logTo is told where to log to instead, once calls come over HTTP: a line for each, written by the threads that
     *     answer, would have them wait for each other
     */
    public Launcher(InputStream in, OutputStream out, PrintStream err, Consumer<OutputStream> logTo) {
        this.in = in;
        this.out = out;
        this.err = err;
        this.logTo = logTo;
    }

    /**
     * Runs until the input ends.
     *
     * @return the code the process is to end with: 0 where it ended as it should, 2 where the options are wrong
     */
    public int run(String... arguments) {
        try {
            Options options = Options.parse(arguments);
            if (options.has(Option.HELP)) {
                return print(Option.help());
            }
            if (options.has(Option.VERSION)) {
                return print(Versions.own() + "\n");
            }
            if (options.has(Option.HASH_KEY)) {
                return print(HttpArguments.newKey(options));
            }
            Logging.setUp(options.has(Option.HTTP));
            return run(options);
        } catch (Options.UsageException e) {
            err.println(e.getMessage());
            err.println("Try " + Option.HELP.spelling() + ".");
            return WRONG_USAGE;
        } catch (IOException e) {
            err.println("The server has ended: " + e.getMessage());
            return FAILED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return FAILED;
        }
    }

    private int print(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
        return OK;
    }

    private int run(Options options) throws Options.UsageException, IOException, InterruptedException {
        for (Path folder : options.folders()) {
            if (!Files.isDirectory(folder)) {
                throw new Options.UsageException(Option.ALLOW_DIR.spelling() + " " + folder + " is no folder.");
            }
        }
        if (options.has(Option.SANDBOX)) {
            try (Sandbox sandbox = new Sandbox()) {
                err.println(sandbox.hint());
                return serve(options, sandbox.clock(), sandbox.hint(), Connection.listening(sandbox::client));
            }
        }
        return serve(options, Clock.systemUTC(), "", Connection.listening(this::client));
    }

    /** A person who has no credentials yet learns here how to look around without; the log and the tools tell the rest. */
    private TrackingClient client(CallListener listener) {
        try {
            return TrackingClient.builder().listener(listener).build();
        } catch (ConfigurationException e) {
            err.println(e.code().id() + " " + e.code().title() + ". " + Option.SANDBOX.spelling()
                    + " tries every tool without credentials.");
            throw e;
        }
    }

    private int serve(Options options, Clock clock, String hint, Connection connection)
            throws IOException, InterruptedException, Options.UsageException {
        ServerCore.Setup setup = new ServerCore.Setup(
                Versions.own(),
                clock,
                options.toolset(),
                options.has(Option.READ_ONLY),
                options.confirm(),
                options.folders(),
                hint);
        try (ServerCore core = new ServerCore(setup, connection)) {
            if (options.has(Option.HTTP)) {
                serveHttp(core, options);
            } else {
                core.serve(in, out);
            }
            return OK;
        }
    }

    /** Until the process is told to end: then calls that go on may end first. */
    private void serveHttp(ServerCore core, Options options)
            throws IOException, InterruptedException, Options.UsageException {
        HttpOptions http = HttpArguments.of(options);
        try (BackgroundStream log = new BackgroundStream(err);
                HttpServer server = HttpServer.start(core, http)) {
            logTo.accept(log);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, log), "tracking-mcp-stop"));
            err.println("Serving " + server.uri() + "/mcp");
            server.join();
        } catch (IllegalArgumentException e) {
            throw new Options.UsageException(String.valueOf(e.getMessage()));
        } catch (UncheckedIOException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /** What the server says in the end is to be read too. */
    private static void stop(HttpServer server, BackgroundStream log) {
        server.close();
        log.close();
    }
}
