import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.atomic.LongAdder;

/**
 * Calls detect_carrier on as many connections as asked for, each with a session of its own, as fast as the answers come.
 * Plain sockets, for the load is to cost less than the server: java Load.java PORT CONNECTIONS SECONDS
 */
final class Load {
    private static final String INITIALIZE = "{\"jsonrpc\":\"2.0\",\"id\":0,\"method\":\"initialize\",\"params\":{"
            + "\"protocolVersion\":\"2025-11-25\",\"capabilities\":{},\"clientInfo\":{\"name\":\"load\",\"version\":\"1\"}}}";
    private static final String INITIALIZED = "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}";
    private static final String CALL = "{\"jsonrpc\":\"2.0\",\"id\":#,\"method\":\"tools/call\",\"params\":{"
            + "\"name\":\"detect_carrier\",\"arguments\":{\"tracking_number\":\"1Z999AA10123456784\"}}}";

    private static final String CALL_HEAD = CALL.substring(0, CALL.indexOf('#'));
    private static final String CALL_TAIL = CALL.substring(CALL.indexOf('#') + 1);

    private static final LongAdder DONE = new LongAdder();
    private static volatile boolean over;

    public static void main(String[] arguments) throws Exception {
        int port = Integer.parseInt(arguments[0]);
        Thread[] threads = new Thread[Integer.parseInt(arguments[1])];
        int seconds = Integer.parseInt(arguments[2]);
        Arrays.setAll(threads, any -> new Thread(() -> run(port)));
        for (Thread thread : threads) {
            thread.setDaemon(true);
            thread.start();
        }
        // until the compilers of both JVMs have done their work
        Thread.sleep(seconds * 5_000L);
        long[] rounds = new long[5];
        for (int i = 0; i < rounds.length; i++) {
            long before = DONE.sum();
            long start = System.nanoTime();
            Thread.sleep(seconds * 1000L);
            rounds[i] = (DONE.sum() - before) * 1_000_000_000L / (System.nanoTime() - start);
        }
        over = true;
        Arrays.sort(rounds);
        System.out.printf("%d calls/s (%d to %d)%n", rounds[2], rounds[0], rounds[4]);
        System.exit(rounds[2] == 0 ? 1 : 0);
    }

    private static void run(int port) {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(socket.getInputStream(), 1 << 14);
            String session = send(socket, in, INITIALIZE, "");
            send(socket, in, INITIALIZED, session);
            for (int id = 1; !over; id++) {
                send(socket, in, CALL_HEAD + id + CALL_TAIL, session);
                DONE.increment();
            }
        } catch (IOException e) {
            e.printStackTrace();
            System.exit(1);
        }
    }

    /** Sends a message and reads the answer to its end; returns the session it tells of. */
    private static String send(Socket socket, InputStream in, String body, String session) throws IOException {
        String head = "POST /mcp HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + "Accept: application/json, text/event-stream\r\nMCP-Protocol-Version: 2025-11-25\r\n"
                + (session.isEmpty() ? "" : "Mcp-Session-Id: " + session + "\r\n")
                + "Content-Length: " + body.length() + "\r\n\r\n";
        socket.getOutputStream().write((head + body).getBytes(StandardCharsets.US_ASCII));
        String status = line(in);
        if (!status.contains(" 200") && !status.contains(" 202")) {
            throw new IOException(status);
        }
        int length = 0;
        boolean chunked = false;
        String told = session;
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            if (is("content-length:", line)) {
                length = Integer.parseInt(line.substring(15).trim());
            } else if (is("transfer-encoding:", line)) {
                chunked = true;
            } else if (is("mcp-session-id:", line)) {
                told = line.substring(15).trim();
            }
        }
        String answer = chunked ? chunks(in) : new String(in.readNBytes(length), StandardCharsets.UTF_8);
        if (body.contains("tools/call") && (!answer.contains("ups") || answer.contains("isError\":true"))) {
            throw new IOException(answer);
        }
        return told;
    }

    private static boolean is(String header, String line) {
        return line.regionMatches(true, 0, header, 0, header.length());
    }

    private static String chunks(InputStream in) throws IOException {
        StringBuilder all = new StringBuilder();
        for (int size = Integer.parseInt(line(in), 16); size > 0; size = Integer.parseInt(line(in), 16)) {
            all.append(new String(in.readNBytes(size), StandardCharsets.UTF_8));
            line(in);
        }
        line(in);
        return all.toString();
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("the server has closed the connection");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }
}
