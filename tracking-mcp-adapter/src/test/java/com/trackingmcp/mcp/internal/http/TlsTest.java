package com.trackingmcp.mcp.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.trackingmcp.mcp.HttpOptions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** HTTPS, with certificates of both kinds. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TlsTest {
    private static final String PASSWORD = "test-password";

    @TempDir
    static Path folder;

    private static KeyStore store;
    private static Path pkcs12;
    private static Path password;

    @BeforeAll
    static void certificate() throws Exception {
        pkcs12 = folder.resolve("server.p12");
        password = Files.writeString(folder.resolve("password"), PASSWORD + "\n");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost,ip:127.0.0.1",
                        "-validity",
                        "2",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        pkcs12.toString(),
                        "-storepass",
                        PASSWORD)
                .redirectErrorStream(true)
                .start();
        String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(keytool.waitFor()).as(said).isZero();
        store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(pkcs12)) {
            store.load(in, PASSWORD.toCharArray());
        }
    }

    private static Path pem(String name, String kind, byte[] data) throws IOException {
        String text = "-----BEGIN " + kind + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(data) + "\n-----END " + kind
                + "-----\n";
        return Files.writeString(folder.resolve(name), text);
    }

    private static HttpOptions.Tls pem() throws Exception {
        return new HttpOptions.Tls.Pem(
                pem("chain.pem", "CERTIFICATE", store.getCertificate("server").getEncoded()),
                pem(
                        "key.pem",
                        "PRIVATE KEY",
                        store.getKey("server", PASSWORD.toCharArray()).getEncoded()));
    }

    private static HttpOptions.Tls keyStore() {
        return new HttpOptions.Tls.KeyStore(pkcs12, Optional.of(password));
    }

    private static SSLSocket connect(HttpBench bench, String... protocols) throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("server", store.getCertificate("server"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        SSLSocket socket = (SSLSocket) context.getSocketFactory()
                .createSocket("127.0.0.1", bench.server().port());
        socket.setSoTimeout(10_000);
        socket.setEnabledProtocols(protocols);
        return socket;
    }

    private static String live(SSLSocket socket) throws IOException {
        socket.getOutputStream()
                .write("GET /health/live HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                        .getBytes(StandardCharsets.US_ASCII));
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
    void a_certificate_from_pem_files_serves_both_versions(String version) throws Exception {
        HttpOptions.Tls tls = pem();
        try (HttpBench bench = HttpBench.open(options -> options.tls(tls));
                SSLSocket socket = connect(bench, version)) {
            assertThat(live(socket)).startsWith("HTTP/1.1 200 ");
            assertThat(socket.getSession().getProtocol()).isEqualTo(version);
            assertThat(bench.server().uri()).hasScheme("https");
        }
    }

    @Test
    void a_key_store_does_as_well() throws Exception {
        try (HttpBench bench = HttpBench.open(options -> options.tls(keyStore()));
                SSLSocket socket = connect(bench, "TLSv1.3")) {
            assertThat(live(socket)).startsWith("HTTP/1.1 200 ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.1", "TLSv1"})
    void older_versions_are_refused(String version) throws Exception {
        // the client's own refusal would prove nothing
        String disabled = java.security.Security.getProperty("jdk.tls.disabledAlgorithms");
        try (HttpBench bench = HttpBench.open(options -> options.tls(keyStore()))) {
            byte[] hello = hello(version);
            try (java.net.Socket socket =
                    new java.net.Socket("127.0.0.1", bench.server().port())) {
                socket.setSoTimeout(10_000);
                socket.getOutputStream().write(hello);
                byte[] answer = socket.getInputStream().readNBytes(7);
                assertThat(answer[0]).as("an alert").isEqualTo((byte) 21);
                assertThat(answer[6]).as("of a protocol version").isEqualTo((byte) 70);
            }
            assertThatThrownBy(() -> {
                        try (SSLSocket socket = connect(bench, version)) {
                            socket.startHandshake();
                        }
                    })
                    .isInstanceOf(SSLException.class);
        }
        assertThat(disabled).isNotNull();
    }

    @Test
    void a_handshake_that_drips_in_ends_the_connection() throws Exception {
        try (HttpBench bench = HttpBench.open(
                        options -> options.tls(keyStore()), bounds -> bounds.withRequest(Duration.ofSeconds(1)));
                java.net.Socket socket =
                        new java.net.Socket("127.0.0.1", bench.server().port())) {
            socket.setSoTimeout(100);
            byte[] hello = hello("TLSv1.1");
            boolean closed = false;
            for (int i = 0; i < hello.length - 1 && !closed; i++) {
                try {
                    socket.getOutputStream().write(hello[i]);
                    closed = socket.getInputStream().read() < 0;
                } catch (java.net.SocketTimeoutException e) {
                    closed = false;
                } catch (java.net.SocketException e) {
                    closed = true;
                }
            }
            assertThat(closed).isTrue();
        }
    }

    /** The first message of a client that speaks this version at most, written by hand. */
    private static byte[] hello(String version) {
        byte minor = (byte) (version.equals("TLSv1.1") ? 2 : 1);
        byte[] hello = new byte[5 + 4 + 2 + 32 + 1 + 2 + 4 + 2];
        java.nio.ByteBuffer out = java.nio.ByteBuffer.wrap(hello);
        out.put((byte) 22).put((byte) 3).put((byte) 1).putShort((short) (hello.length - 5));
        out.put((byte) 1).put((byte) 0).putShort((short) (hello.length - 9));
        out.put((byte) 3).put(minor).put(new byte[32]).put((byte) 0);
        // two suites, and no compression
        out.putShort((short) 4).putShort((short) 0xc009).putShort((short) 0x002f);
        out.put((byte) 1).put((byte) 0);
        return hello;
    }

    @Test
    void what_is_wrong_with_a_certificate_is_told() throws Exception {
        Path chain =
                pem("chain2.pem", "CERTIFICATE", store.getCertificate("server").getEncoded());
        Path old = pem("old.pem", "RSA PRIVATE KEY", new byte[] {1});
        assertThatThrownBy(() -> HttpBench.open(options -> options.tls(new HttpOptions.Tls.Pem(chain, old))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("openssl pkcs8");
        Path missing = folder.resolve("missing.p12");
        assertThatThrownBy(() -> HttpBench.open(
                        options -> options.tls(new HttpOptions.Tls.KeyStore(missing, Optional.of(password)))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("missing.p12");
        Path wrong = Files.writeString(folder.resolve("wrong"), "test-wrong");
        assertThatThrownBy(() -> HttpBench.open(
                        options -> options.tls(new HttpOptions.Tls.KeyStore(pkcs12, Optional.of(wrong)))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("test-wrong");
    }
}
