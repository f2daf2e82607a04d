package com.trackingmcp.karrio;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.trackingmcp.TrackingClient;
import com.trackingmcp.TrackingClientBuilder;
import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.CarrierUnavailableException;
import com.trackingmcp.model.TrackingNumber;
import java.net.Socket;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A server of one's own: its certificate is signed by nobody but itself, and it lies below a path. */
class KarrioOwnServerTest {
    private static final String BASE = "/intern/karrio";
    private static final TrackingNumber ASKED = TrackingNumber.of(KarrioTestBed.NUMBER, "karrio:canadapost");

    private final WireMockServer karrio = new WireMockServer(
            wireMockConfig().httpDisabled(true).dynamicHttpsPort().bindAddress("127.0.0.1"));

    @BeforeEach
    void open() {
        karrio.start();
        karrio.stubFor(get(urlPathEqualTo(BASE + "/")).willReturn(KarrioTestBed.json("{\"VERSION\":\"2026.1.32\"}")));
        karrio.stubFor(get(urlPathEqualTo(BASE + "/v1/connections"))
                .willReturn(KarrioTestBed.json("{\"count\":1,\"results\":[" + KarrioTestBed.CANADA_POST + "]}")));
        karrio.stubFor(post(urlPathEqualTo(BASE + "/v1/trackers"))
                .willReturn(KarrioTestBed.json(202, "{\"status\":\"in_transit\",\"events\":[]}")));
    }

    @AfterEach
    void close() {
        karrio.stop();
    }

    private URI uri() {
        return URI.create("https://127.0.0.1:" + karrio.httpsPort() + BASE);
    }

    private TrackingClientBuilder client() {
        KarrioConfig config =
                KarrioConfig.builder().baseUri(uri()).apiKey("test-key").build();
        return TrackingClient.builder()
                .providers(List.of())
                .retries(0, Duration.ZERO)
                .carrier(Karrio.carrier(config));
    }

    @Test
    void whomTheClientsTlsContextTrustsIsAsked() throws Exception {
        SSLContext trusting = SSLContext.getInstance("TLS");
        trusting.init(null, new TrustManager[] {new TrustsTheTestServer()}, null);

        try (TrackingClient client = client().sslContext(trusting).build()) {
            assertThat(client.track(ASKED).carrier()).isEqualTo("karrio:canadapost");
        }
    }

    @Test
    void aCertificateThatNobodyTrustsIsToldWithTheUrlAndNoKeyIsSent() {
        try (TrackingClient client = client().build()) {
            assertThat(catchThrowableOfType(CarrierException.class, () -> client.track(ASKED)))
                    .isInstanceOf(CarrierUnavailableException.class)
                    .hasMessageContaining("cannot reach Karrio at " + uri() + ": no trusted TLS connection")
                    .hasMessageNotContaining("test-key");
        }
        assertThat(karrio.getAllServeEvents()).isEmpty();
    }

    /** WireMock signs its certificate itself, for another host name. */
    private static final class TrustsTheTestServer extends X509ExtendedTrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
