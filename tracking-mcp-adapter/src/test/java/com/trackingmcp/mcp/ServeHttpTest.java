package com.trackingmcp.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.ErrorDetails;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** The server within a program of one's own. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ServeHttpTest {
    private static final TokenVerifier OWN_TOKENS =
            token -> token.equals("test-token") ? Optional.of(new Caller("somebody", Role.ADMIN)) : Optional.empty();

    private static HttpResponse<String> get(HttpService service, String path, String token)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(service.uri() + path))
                .header("Authorization", "Bearer " + token)
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void it_is_served_with_tokens_of_ones_own() throws Exception {
        HttpOptions options = HttpOptions.builder().port(0).verifier(OWN_TOKENS).build();
        try (TestBench bench = TestBench.open();
                TrackingMcpServer server =
                        TrackingMcpServer.builder().client(bench.client()).build();
                HttpService service = server.serveHttp(options)) {
            assertThat(get(service, "/health", "test-token").body()).contains("\"connections\"", "\"dhl\"");
            assertThat(get(service, "/metrics", "test-token").body()).contains("trackingmcp_sessions 0");
            assertThat(get(service, "/metrics", "test-other").statusCode()).isEqualTo(401);
        }
    }

    @Test
    void without_carriers_it_lives_and_is_not_ready() throws Exception {
        try (TrackingMcpServer server = TrackingMcpServer.builder()
                        .client(() -> {
                            throw ErrorDetails.builder(ErrorCode.CLIENT_CLOSED).toException();
                        })
                        .build();
                HttpService service =
                        server.serveHttp(HttpOptions.builder().port(0).build())) {
            assertThat(get(service, "/health/live", "").statusCode()).isEqualTo(200);
            assertThat(get(service, "/health/ready", "").statusCode()).isEqualTo(503);
        }
    }

    @Test
    void it_is_not_served_to_everybody() {
        try (TestBench bench = TestBench.open();
                TrackingMcpServer server =
                        TrackingMcpServer.builder().client(bench.client()).build()) {
            HttpOptions open = HttpOptions.builder().host("0.0.0.0").port(0).build();
            assertThatThrownBy(() -> server.serveHttp(open)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
