package com.trackingmcp.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.trackingmcp.TrackingClient;
import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.testkit.CarrierSandbox;
import com.trackingmcp.testkit.SandboxHold;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The server within somebody else's program. */
@Timeout(60)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TrackingMcpServerTest {
    private static final String SESSION = """
            {"jsonrpc":"2.0","id":0,"method":"initialize","params":{"protocolVersion":"2025-11-25","capabilities":{},"clientInfo":{"name":"t","version":"1"}}}
            {"jsonrpc":"2.0","method":"notifications/initialized"}
            {"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"detect_carrier","arguments":{"tracking_number":"1ZTK00010310070084"}}}
            {"jsonrpc":"2.0","id":2,"method":"tools/list"}
            """;

    private final CarrierSandbox sandbox = CarrierSandbox.start();

    @AfterEach
    void close() {
        sandbox.close();
    }

    private TrackingClient client() {
        return TrackingClient.builder()
                .clock(sandbox.clock())
                .config(sandbox.config())
                .build();
    }

    private static String served(TrackingMcpServer server) throws Exception {
        return served(server, SESSION);
    }

    private static String served(TrackingMcpServer server, String input) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        server.serveStdio(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), out);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void a_client_of_ones_own_is_used_and_left_open() throws Exception {
        try (TrackingClient client = client()) {
            try (TrackingMcpServer server = TrackingMcpServer.builder()
                    .client(client)
                    .clock(sandbox.clock())
                    .toolset(Toolset.TRACK)
                    .readOnly(true)
                    .confirm(Confirm.ELICIT)
                    .build()) {
                assertThat(served(server)).contains("\"carrier\":\"ups\"").contains("\"tools\":[{");
            }
            assertThatCode(client::carriers).doesNotThrowAnyException();
        }
    }

    @Test
    void a_client_that_was_made_here_is_closed_here() throws Exception {
        CompletableFuture<TrackingClient> made = new CompletableFuture<>();
        try (TrackingMcpServer server = TrackingMcpServer.builder()
                .client(() -> {
                    TrackingClient client = client();
                    made.complete(client);
                    return client;
                })
                .build()) {
            assertThat(served(server)).contains("\"carrier\":\"ups\"");
        }
        String number = sandbox.parcel("ups").number();
        assertThatThrownBy(() -> made.get(10, TimeUnit.SECONDS).track(number))
                .isInstanceOfSatisfying(
                        CarrierException.class,
                        closed -> assertThat(closed.code()).isEqualTo(ErrorCode.CLIENT_CLOSED));
    }

    @Test
    void a_client_that_cannot_be_made_is_told_by_its_tools() throws Exception {
        try (TrackingMcpServer server = TrackingMcpServer.builder()
                .client(() -> {
                    throw new IllegalStateException("secret=abc");
                })
                .build()) {
            assertThat(served(server)).contains("\"isError\":true").doesNotContain("secret");
        }
    }

    @Test
    void a_label_that_is_bought_while_the_input_ends_is_told_to_who_comes_back() throws Exception {
        String purchase = SESSION + """
                {"jsonrpc":"2.0","id":3,"method":"tools/call","params":{"name":"create_shipment","arguments":{\
                "carrier":"ups","service":"03","idempotency_key":"test-1","weight":"1.5","weight_unit":"kg",\
                "from_name":"A","from_phone":"9015550100","from_street":"1 Example Street","from_city":"Memphis",\
                "from_state":"TN","from_postal_code":"38118","from_country":"US",\
                "to_name":"B","to_phone":"2065550100","to_street":"2 Example Avenue","to_city":"Seattle",\
                "to_state":"WA","to_postal_code":"98101","to_country":"US"}}}
                """;
        try (TrackingMcpServer server = TrackingMcpServer.builder()
                .client(this::client)
                .confirm(Confirm.NEVER)
                .build()) {
            try (SandboxHold hold = sandbox.hold("ups").on("ship")) {
                // ends before the carrier has answered
                assertThat(served(server, purchase)).doesNotContain("\"id\":3");
                assertThat(hold.awaitCalls(1, Duration.ofSeconds(20))).isTrue();
            }
            assertThat(served(server, purchase)).contains("\"replayed\":true");
        }
        assertThat(sandbox.shipments("ups")).hasSize(1);
    }
}
