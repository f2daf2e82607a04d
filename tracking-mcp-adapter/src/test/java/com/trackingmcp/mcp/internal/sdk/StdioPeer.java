package com.trackingmcp.mcp.internal.sdk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The other end of a stdio session: writes lines, reads lines, on a server that runs in this process. */
final class StdioPeer implements AutoCloseable {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final long LIMIT_SECONDS = 10;

    private final PipedOutputStream toServer = new PipedOutputStream();
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final FutureTask<Void> serving;

    /** What serves two streams until there is no more to read. */
    interface Server {
        void serve(InputStream in, OutputStream out) throws IOException, InterruptedException;
    }

    StdioPeer(ServerCore core) {
        this(core::serve);
    }

    StdioPeer(Server server) {
        try {
            InputStream in = new PipedInputStream(toServer, 1 << 16);
            serving = new FutureTask<>(() -> {
                server.serve(in, new LineQueue(lines));
                return null;
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        new Thread(serving, "server").start();
    }

    /** A session that is ready for requests. */
    static StdioPeer initialized(ServerCore core, String capabilities) {
        return initialized(core::serve, capabilities);
    }

    /** A session that is ready for requests. */
    static StdioPeer initialized(Server server, String capabilities) {
        StdioPeer peer = new StdioPeer(server);
        peer.send(initialize(capabilities));
        peer.answer(0);
        peer.send("{'jsonrpc':'2.0','method':'notifications/initialized'}");
        return peer;
    }

    static String initialize(String capabilities) {
        return "{'jsonrpc':'2.0','id':0,'method':'initialize','params':{'protocolVersion':'2025-11-25','capabilities':"
                + capabilities + ",'clientInfo':{'name':'test','version':'1'}}}";
    }

    /** Sends a line; single quotes for double ones. */
    void send(String message) {
        sendRaw(message.replace('\'', '"') + "\n");
    }

    void sendRaw(String text) {
        try {
            toServer.write(text.getBytes(StandardCharsets.UTF_8));
            toServer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void request(int id, String method, String params) {
        send("{'jsonrpc':'2.0','id':" + id + ",'method':'" + method + "','params':" + params + "}");
    }

    void call(int id, String tool, String arguments) {
        request(id, "tools/call", "{'name':'" + tool + "','arguments':" + arguments + "}");
    }

    /** The next message, whatever it is. */
    JsonNode next() {
        try {
            String line = lines.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
            if (line == null) {
                throw new AssertionError("no message within " + LIMIT_SECONDS + " s");
            }
            return MAPPER.readTree(line);
        } catch (InterruptedException | IOException e) {
            throw new AssertionError(e);
        }
    }

    /** The answer with that id; all before it are thrown away. */
    JsonNode answer(int id) {
        JsonNode message = next();
        while (message.has("method") || message.path("id").asInt(-1) != id) {
            message = next();
        }
        return message;
    }

    /** Messages that nobody has read yet. */
    BlockingQueue<String> unread() {
        return lines;
    }

    /** Ends what the server reads. */
    void end() {
        try {
            toServer.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until the server has ended. */
    void awaitEnd() throws InterruptedException, ExecutionException, TimeoutException {
        serving.get(LIMIT_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        end();
        try {
            awaitEnd();
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    /** Lines into a queue. */
    private static final class LineQueue extends OutputStream {
        private final BlockingQueue<String> lines;
        private final java.io.ByteArrayOutputStream line = new java.io.ByteArrayOutputStream();

        LineQueue(BlockingQueue<String> lines) {
            this.lines = lines;
        }

        @Override
        public synchronized void write(int b) {
            if (b == '\n') {
                lines.add(line.toString(StandardCharsets.UTF_8));
                line.reset();
            } else {
                line.write(b);
            }
        }
    }
}
