package com.trackingmcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.trackingmcp.error.ConfigurationException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.spi.ConfigSource;
import com.trackingmcp.testcarrier.LocalCarrier;
import com.trackingmcp.testcarrier.ParcelPost;
import com.trackingmcp.testcarrier.ParcelPostNumbers;
import com.trackingmcp.testcarrier.ParcelPostServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BuilderTest {
    private static final String NUMBER = ParcelPostNumbers.standard(1);

    @RegisterExtension
    final ParcelPostServer server = new ParcelPostServer();

    @ParameterizedTest
    @ValueSource(strings = {"30", " 30 ", "PT1M", "PT0.5S", "pt1m"})
    void timesAreSecondsOrIso8601(String text) {
        withSetting("REQUEST_TIMEOUT", text).close();
        withSetting("TOKEN_REFRESH_BUFFER", text).close();
    }

    @ParameterizedTest
    @CsvSource({
        "REQUEST_TIMEOUT, 0",
        "REQUEST_TIMEOUT, -5",
        "REQUEST_TIMEOUT, 30s",
        "REQUEST_TIMEOUT, 1.5",
        "REQUEST_TIMEOUT, 99999999999999999999",
        "REQUEST_TIMEOUT, 9223372036854775807",
        "REQUEST_TIMEOUT, PT-1S",
        "REQUEST_TIMEOUT, P400D",
        "TOKEN_REFRESH_BUFFER, soon",
        "TOKEN_REFRESH_BUFFER, PT-1S",
    })
    void aTimeThatIsNoneIsAnErrorThatNamesTheSetting(String key, String text) {
        assertInvalid(() -> withSetting(key, text), key);
    }

    @Test
    void aBufferOfNothingIsAllowedAndABlankSettingIsTheDefault() {
        withSetting("TOKEN_REFRESH_BUFFER", "0").close();
        withSetting("REQUEST_TIMEOUT", "  ").close();
    }

    @Test
    void theSettingIsUsedAndTheBuilderBeatsIt() {
        server.neverAnswers("/v1/track", 1);
        TrackingClientBuilder builder = server.builder()
                .config(ConfigSource.of(Map.of("REQUEST_TIMEOUT", "PT0.1S")))
                .retries(0, Duration.ZERO)
                .carrier(ParcelPost.carrier(ParcelPost.at(server.uri())));
        assertThatThrownBy(() -> server.built(builder).track(NUMBER)).hasMessageContaining("PT0.1S");
        assertThatThrownBy(() -> server.built(builder.requestTimeout(Duration.ofMillis(200)))
                        .track(NUMBER))
                .hasMessageContaining("PT0.2S");
    }

    @Test
    void whatMakesNoSenseIsRefusedByName() {
        assertInvalid(() -> TrackingClient.builder().deadline(Duration.ZERO), "deadline");
        assertInvalid(() -> TrackingClient.builder().bulkDeadline(Duration.ofSeconds(-1)), "bulkDeadline");
        assertInvalid(() -> TrackingClient.builder().deadline(Duration.ofSeconds(Long.MAX_VALUE)), "deadline");
        assertInvalid(() -> TrackingClient.builder().connectTimeout(Duration.ZERO), "connectTimeout");
        assertInvalid(() -> TrackingClient.builder().requestTimeout(Duration.ZERO), "requestTimeout");
        assertInvalid(() -> TrackingClient.builder().tokenRefreshBuffer(Duration.ofSeconds(-1)), "tokenRefreshBuffer");
        assertInvalid(() -> TrackingClient.builder().maxResponseBytes(0), "maxResponseBytes");
        assertInvalid(() -> TrackingClient.builder().concurrency(0, 8), "concurrency");
        assertInvalid(() -> TrackingClient.builder().retries(-1, Duration.ZERO), "retries");
        assertInvalid(() -> TrackingClient.builder().retries(1, Duration.ofSeconds(-1)), "retries");
    }

    @Test
    void anHttpClientOfOnesOwnIsUsedAndNotClosed() throws Exception {
        server.knows(NUMBER, "MOV");
        HttpClient own = HttpClient.newHttpClient();
        try (TrackingClient client = connect(builder -> builder.httpClient(own), server.uri())) {
            assertThat(client.track(NUMBER).carrier()).isEqualTo("parcelpost");
        }
        try (TrackingClient client = connect(builder -> builder.httpClient(own), server.uri())) {
            assertThat(client.track(NUMBER).carrier()).isEqualTo("parcelpost");
        }
    }

    @Test
    void anHttpClientOfOnesOwnExcludesWhatBelongsToIt() throws Exception {
        SSLContext tls = SSLContext.getDefault();
        assertInvalid(
                () -> connect(b -> b.httpClient(HttpClient.newHttpClient()).sslContext(tls), server.uri()),
                "httpClient");
        assertInvalid(
                () -> connect(
                        b -> b.httpClient(HttpClient.newHttpClient()).proxy(ProxySelector.getDefault()), server.uri()),
                "httpClient");
    }

    @Test
    void theTlsContextDecidesWhomToTrust() throws Exception {
        server.knows(NUMBER, "MOV");
        try (TrackingClient client = connect(builder -> builder.retries(0, Duration.ZERO), server.secureUri())) {
            assertThatThrownBy(() -> client.track(NUMBER)).hasMessageContaining("E-3003");
        }
        SSLContext trusting = SSLContext.getInstance("TLS");
        trusting.init(null, new TrustManager[] {new TrustsTheTestServer()}, null);
        try (TrackingClient client = connect(builder -> builder.sslContext(trusting), server.secureUri())) {
            assertThat(client.track(NUMBER).carrier()).isEqualTo("parcelpost");
        }
    }

    @Test
    void theProxyIsGoneThrough() {
        server.knows(NUMBER, "MOV");
        ProxySelector selector = new ProxySelector() {
            @Override
            public List<Proxy> select(URI uri) {
                return List.of(new Proxy(
                        Proxy.Type.HTTP,
                        new InetSocketAddress("127.0.0.1", server.uri().getPort())));
            }

            @Override
            public void connectFailed(URI uri, SocketAddress address, IOException failure) {}
        };
        try (TrackingClient client = connect(
                builder -> builder.proxy(selector).allowPlainHttp(true), URI.create("http://api.parcelpost.example"))) {
            assertThat(client.track(NUMBER).carrier()).isEqualTo("parcelpost");
        }
        assertThat(server.requests()).allMatch(request -> request.getHost().equals("api.parcelpost.example"));
    }

    @Test
    void plainHttpToAnotherMachineIsRefusedUnlessItIsAllowed() {
        URI elsewhere = URI.create("http://api.parcelpost.example");
        assertThatThrownBy(() -> connect(builder -> builder, elsewhere))
                .isInstanceOfSatisfying(ConfigurationException.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID_SETTING);
                    assertThat(refusal).hasMessageContaining("base URL", "use https", "ALLOW_PLAIN_HTTP=true");
                    assertThat(refusal.carrier()).contains("parcelpost");
                });
        connect(builder -> builder.config(ConfigSource.of(Map.of("ALLOW_PLAIN_HTTP", "true"))), elsewhere)
                .close();
        assertThatThrownBy(() -> connect(
                        builder -> builder.config(ConfigSource.of(Map.of("ALLOW_PLAIN_HTTP", "true")))
                                .allowPlainHttp(false),
                        elsewhere))
                .isInstanceOf(ConfigurationException.class);
    }

    private TrackingClient connect(UnaryOperator<TrackingClientBuilder> settings, URI uri) {
        return settings.apply(server.builder().carrier(ParcelPost.carrier(ParcelPost.at(uri))))
                .build();
    }

    private static TrackingClient withSetting(String key, String value) {
        return TrackingClient.builder()
                .providers(List.of())
                .config(ConfigSource.of(Map.of(key, value)))
                .carrier(new LocalCarrier("local").factory())
                .build();
    }

    private static void assertInvalid(ThrowingCallable call, String setting) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ConfigurationException.class,
                        error -> assertThat(error.code()).isEqualTo(ErrorCode.INVALID_SETTING))
                .hasMessageContaining("The setting " + setting + " is not valid");
    }

    /** WireMock signs its certificate itself, for another host name. */
    private static final class TrustsTheTestServer extends X509ExtendedTrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, java.net.Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, java.net.Socket socket) {}

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
