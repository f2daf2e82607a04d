package com.trackingmcp.mcp.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What nobody with good intentions sends: refused in few words, and the server goes on. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@Timeout(60)
class AttacksTest {
    private static final HttpBench BENCH = HttpBench.open(
            options -> options.allowOrigin("https://app.example.com").allowHost("mcp.example.com"),
            bounds -> bounds.withRequest(Duration.ofSeconds(1)));

    @AfterAll
    static void close() {
        BENCH.close();
    }

    private static void assertRefused(int status, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertSmall(answer.body());
    }

    private static void assertSmall(String body) {
        assertThat(body.length()).isLessThan(300);
        assertThat(body).doesNotContain("Exception", "<html", "jetty", "\tat ");
        try {
            JsonNode error = HttpBench.JSON.readTree(body).path("error");
            assertThat(error.path("message").asText()).isNotBlank();
            assertThat(error.path("code").asInt()).isNegative();
        } catch (IOException e) {
            throw new AssertionError(body, e);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://evil.example", "null", "http://localhost.evil.example", "http://evil.example:3100"})
    void pages_of_other_origins_may_not_call(String origin) {
        assertRefused(403, BENCH.post(HttpBench.INITIALIZE, "Origin", origin));
        assertRefused(403, BENCH.get("/health", "Origin", origin));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:6274", "http://127.0.0.1:1", "https://app.example.com"})
    void pages_of_this_machine_and_of_listed_origins_may(String origin) {
        assertThat(BENCH.post(HttpBench.INITIALIZE, "Origin", origin).statusCode())
                .isEqualTo(200);
    }

    @Test
    void only_pages_of_listed_origins_may_read_the_answers() {
        HttpRequest.Builder preflight = BENCH.request("/mcp", "Origin", "https://app.example.com")
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody());
        HttpResponse<String> answer = BENCH.send(preflight);
        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains("https://app.example.com");
        assertThat(BENCH.post(HttpBench.INITIALIZE, "Origin", "http://localhost:9")
                        .headers()
                        .firstValue("Access-Control-Allow-Origin"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "evil.example, 421",
        "evil.example:3100, 421",
        "192.168.1.7, 421",
        "localhost, 200",
        "127.0.0.1:99, 200",
        "[::1]:3100, 200",
        "mcp.example.com, 200",
        "MCP.example.com:8443, 200"
    })
    void the_server_goes_by_its_own_names_only(String host, int status) throws IOException {
        String answer = raw("GET /health/live HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 " + status + " ");
    }

    @Test
    void a_name_in_the_request_line_counts_too() throws IOException {
        assertThat(raw("GET http://evil.example/health/live HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .matches("(?s)HTTP/1.1 4(21|00) .*");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'jsonrpc':'2.0','id':1,'method'|-32700",
                "hello|-32700",
                "{'jsonrpc':'2.0','id':1,'method':'ping'} {}|-32700",
                "[{'jsonrpc':'2.0','id':1,'method':'ping'}]|-32600",
                "5|-32600",
                "{'id':1,'method':'ping'}|-32600",
                "{'jsonrpc':'2.0','id':{},'method':'ping'}|-32600",
                "{'jsonrpc':'2.0','id':null,'method':'ping'}|-32600",
                "{'jsonrpc':'2.0','id':1,'method':5}|-32600",
                "{'jsonrpc':'2.0','id':1}|-32600",
                "{'jsonrpc':'2.0','id':1,'method':'ping','params':[1]}|-32600",
                "{'jsonrpc':'2.0','id':1,'method':'initialize','params':{}}|-32602"
            })
    void what_is_no_message_is_told_so(String body, int code) {
        HttpResponse<String> answer = BENCH.post(body);
        assertRefused(400, answer);
        assertThat(HttpBench.message(answer).at("/error/code").asInt()).isEqualTo(code);
    }

    @Test
    void an_empty_body_is_told_so() {
        assertRefused(400, BENCH.post(""));
    }

    @Test
    void what_is_nested_too_deep_is_refused() {
        String bomb = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\",\"params\":{\"a\":" + "[".repeat(200_000)
                + "]".repeat(200_000) + "}}";
        assertRefused(400, BENCH.post(bomb));
        String number = "{\"jsonrpc\":\"2.0\",\"id\":1" + "0".repeat(500_000) + ",\"method\":\"ping\"}";
        assertRefused(400, BENCH.post(number));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e-2147483648", "1e2147483648", "-1e-99999999999"})
    void a_number_that_no_program_holds_is_refused(String number) {
        assertRefused(400, BENCH.post("{'jsonrpc':'2.0','id':1,'method':'ping','params':{'a':" + number + "}}"));
        assertRefused(
                400,
                BENCH.post(
                        "{'jsonrpc':'2.0','id':1,'method':'initialize','params':{'protocolVersion':" + number + "}}"));
    }

    @Test
    void a_body_must_be_utf_8_and_json_by_its_type() {
        HttpRequest.Builder bytes = BENCH.request("/mcp", "Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[] {'"', (byte) 0xff, '"'}));
        assertRefused(400, BENCH.send(bytes));
        HttpRequest.Builder form =
                BENCH.request("/mcp", "Content-Type", "text/plain").POST(HttpRequest.BodyPublishers.ofString("{}"));
        assertRefused(415, BENCH.send(form));
    }

    @Test
    void a_version_that_nobody_knows_is_refused() {
        assertRefused(400, BENCH.post(HttpBench.INITIALIZE, "MCP-Protocol-Version", "1999-01-01"));
        assertThat(BENCH.post(HttpBench.INITIALIZE, "MCP-Protocol-Version", "2025-06-18")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void other_methods_and_paths_are_refused() {
        assertRefused(405, BENCH.send(BENCH.request("/mcp").method("TRACE", HttpRequest.BodyPublishers.noBody())));
        assertRefused(405, BENCH.send(BENCH.request("/mcp").PUT(HttpRequest.BodyPublishers.ofString("{}"))));
        HttpRequest.Builder head = BENCH.request("/mcp", "Mcp-Session-Id", BENCH.session())
                .method("HEAD", HttpRequest.BodyPublishers.noBody());
        assertThat(BENCH.send(head).statusCode()).isEqualTo(405);
        assertRefused(404, BENCH.get("/admin"));
        assertRefused(404, BENCH.get("/mcp/../WEB-INF/web.xml"));
    }

    @Test
    void answers_carry_the_headers_that_keep_browsers_calm() {
        HttpResponse<String> answer = BENCH.get("/health/live");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'");
        assertThat(answer.headers().firstValue("Server")).isEmpty();
    }

    @Test
    void a_body_that_says_it_is_large_is_not_read() throws IOException {
        try (Socket socket = connect()) {
            write(socket, head("Content-Length: 52428800"));
            // not a byte of it was sent
            String answer = readAll(socket);
            assertThat(answer).startsWith("HTTP/1.1 413 ").containsIgnoringCase("connection: close");
            assertSmall(answer.substring(answer.indexOf("\r\n\r\n") + 4));
        }
    }

    @Test
    void a_body_that_turns_out_to_be_large_is_not_read_to_its_end() throws IOException {
        byte[] chunk = ("10000\r\n" + " ".repeat(0x10000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
        long written = 0;
        try (Socket socket = connect()) {
            write(socket, head("Transfer-Encoding: chunked"));
            try {
                while (written < 50L << 20) {
                    socket.getOutputStream().write(chunk);
                    written += chunk.length;
                }
            } catch (SocketException expected) {
                // the server has closed the connection
            }
        }
        assertThat(written).isLessThan(20L << 20);
        assertThat(BENCH.get("/health/live").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GARBAGE\r\n\r\n",
                "GET / HTTP/1.1\r\n\r\n",
                "GET /health/%2e%2e/x HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "POST /mcp HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n",
                "GET /health HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\nConnection: close\r\n\r\n"
            })
    void what_is_no_request_is_answered_as_briefly(String request) throws IOException {
        String answer = raw(request);
        assertThat(answer).matches("(?s)HTTP/1.1 4[0-9]{2} .*");
        assertSmall(answer.substring(answer.indexOf("\r\n\r\n") + 4));
    }

    @Test
    void large_headers_are_refused() {
        assertRefused(431, BENCH.get("/health", "X-Large", "x".repeat(20_000)));
    }

    @Test
    void a_header_that_drips_in_ends_the_connection() throws IOException {
        try (Socket socket = connect()) {
            write(socket, "GET /health/live HTTP/1.1\r\nHost: localhost\r\nX-Slow: ");
            assertThat(isClosedWhileDripping(socket)).isTrue();
        }
    }

    @Test
    void a_body_that_drips_in_ends_the_connection() throws IOException {
        try (Socket socket = connect()) {
            write(socket, head("Content-Length: 1000"));
            assertThat(isClosedWhileDripping(socket)).isTrue();
        }
    }

    @Test
    void a_second_request_that_drips_in_ends_the_connection_too() throws IOException {
        try (Socket socket = connect()) {
            write(socket, "GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\nGET /health");
            assertThat(isClosedWhileDripping(socket)).isTrue();
        }
    }

    @Test
    void a_stream_that_waits_for_events_is_left_open() throws IOException {
        String session = BENCH.session();
        try (Socket socket = connect()) {
            write(
                    socket,
                    "GET /mcp HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\nMcp-Session-Id: " + session
                            + "\r\n\r\n");
            socket.setSoTimeout(3_000);
            assertThat(isOpenUntilTimeout(socket)).isTrue();
        }
    }

    /** Whether nothing but the head of an answer comes, and no end, for the socket's timeout. */
    private static boolean isOpenUntilTimeout(Socket socket) throws IOException {
        InputStream in = socket.getInputStream();
        try {
            while (in.read() >= 0) {
                // the head of the answer
            }
            return false;
        } catch (java.net.SocketTimeoutException e) {
            return true;
        }
    }

    /** Sends a byte each 100 ms, far more often than the server's patience lasts, though for no longer than 10 s. */
    private static boolean isClosedWhileDripping(Socket socket) throws IOException {
        socket.setSoTimeout(100);
        for (int i = 0; i < 100; i++) {
            try {
                while (socket.getInputStream().read() >= 0) {
                    // an answer
                }
                return true;
            } catch (java.net.SocketTimeoutException e) {
                try {
                    write(socket, "x");
                } catch (SocketException closed) {
                    return true;
                }
            } catch (SocketException closed) {
                return true;
            }
        }
        return false;
    }

    private static Socket connect() throws IOException {
        Socket socket = new Socket("127.0.0.1", BENCH.server().port());
        socket.setSoTimeout(15_000);
        return socket;
    }

    private static String head(String length) {
        return "POST /mcp HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + "Accept: application/json, text/event-stream\r\n" + length + "\r\n\r\n";
    }

    private static String raw(String request) throws IOException {
        try (Socket socket = connect()) {
            write(socket, request);
            return readAll(socket);
        }
    }

    private static void write(Socket socket, String text) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(text.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private static String readAll(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    }
}
