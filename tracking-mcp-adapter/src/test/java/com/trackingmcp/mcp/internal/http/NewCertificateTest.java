package com.trackingmcp.mcp.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.trackingmcp.mcp.HttpOptions.Tls;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A certificate that is renewed while the server runs. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@Timeout(60)
class NewCertificateTest {
    private static final String PASSWORD = "test-password";

    @TempDir
    static Path made;

    @TempDir
    Path folder;

    @BeforeAll
    static void certificates() throws Exception {
        for (String name : List.of("old", "new")) {
            Process keytool = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "keytool")
                                    .toString(),
                            "-genkeypair",
                            "-alias",
                            "server",
                            "-keyalg",
                            "EC",
                            "-dname",
                            "CN=" + name,
                            "-storetype",
                            "PKCS12",
                            "-keystore",
                            made.resolve(name).toString(),
                            "-storepass",
                            PASSWORD)
                    .redirectErrorStream(true)
                    .start();
            String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(keytool.waitFor()).as(said).isZero();
        }
    }

    private static KeyStore store(String name) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(made.resolve(name))) {
            store.load(in, PASSWORD.toCharArray());
        }
        return store;
    }

    private Path replace(String name, byte[] content) throws IOException {
        Path next = Files.write(folder.resolve(name + ".next"), content);
        return Files.move(
                next, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private Path pem(String name, String kind, byte[] data) throws IOException {
        return replace(
                name,
                ("-----BEGIN " + kind + "-----\n" + Base64.getMimeEncoder().encodeToString(data) + "\n-----END " + kind
                                + "-----\n")
                        .getBytes(StandardCharsets.US_ASCII));
    }

    private Path chain(String name) throws Exception {
        return pem(
                "chain.pem", "CERTIFICATE", store(name).getCertificate("server").getEncoded());
    }

    private Path key(String name) throws Exception {
        return pem(
                "key.pem",
                "PRIVATE KEY",
                store(name).getKey("server", PASSWORD.toCharArray()).getEncoded());
    }

    private Tls.KeyStore keyStore(String name) throws IOException {
        Path password = replace("password", PASSWORD.getBytes(StandardCharsets.US_ASCII));
        return new Tls.KeyStore(replace("store", Files.readAllBytes(made.resolve(name))), Optional.of(password));
    }

    private static String served(SslContextFactory.Server factory) throws Exception {
        return ((X509Certificate) factory.getKeyStore().getCertificate("server"))
                .getSubjectX500Principal()
                .getName();
    }

    /** Whom a client sees that looks at nothing else. */
    private static String seen(HttpBench bench) throws Exception {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new Believing()}, null);
        try (SSLSocket socket = (SSLSocket) context.getSocketFactory()
                .createSocket("127.0.0.1", bench.server().port())) {
            socket.setSoTimeout(10_000);
            socket.startHandshake();
            X509Certificate shown = (X509Certificate) socket.getSession().getPeerCertificates()[0];
            return shown.getSubjectX500Principal().getName();
        }
    }

    @Test
    void handshakes_that_begin_after_a_renewal_see_the_new_certificate() throws Exception {
        Tls tls = new Tls.Pem(chain("old"), key("old"));
        try (HttpBench bench =
                HttpBench.open(options -> options.tls(tls), bounds -> bounds.withRequest(Duration.ofSeconds(1)))) {
            assertThat(seen(bench)).isEqualTo("CN=old");
            chain("new");
            key("new");
            long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
            while (seen(bench).equals("CN=old") && System.nanoTime() < end) {
                Thread.onSpinWait();
            }
            assertThat(seen(bench)).isEqualTo("CN=new");
        }
    }

    @Test
    void a_key_store_is_read_anew_as_well() throws Exception {
        CertificateWatch watch = new CertificateWatch(keyStore("old"));
        watch.factory().start();
        keyStore("new");
        watch.look();
        assertThat(served(watch.factory())).isEqualTo("CN=new");
        watch.factory().stop();
    }

    @Test
    void files_that_are_wrong_or_half_written_leave_the_certificate_as_it_was() throws Exception {
        CertificateWatch watch = new CertificateWatch(new Tls.Pem(chain("old"), key("old")));
        watch.factory().start();
        replace("chain.pem", new byte[] {1, 2, 3});
        watch.look();
        assertThat(served(watch.factory())).isEqualTo("CN=old");
        Files.delete(folder.resolve("chain.pem"));
        watch.look();
        assertThat(served(watch.factory())).isEqualTo("CN=old");
        chain("new");
        watch.look();
        assertThat(served(watch.factory())).as("its key is not there yet").isEqualTo("CN=old");
        key("new");
        watch.look();
        assertThat(served(watch.factory())).isEqualTo("CN=new");
        watch.factory().stop();
    }

    @Test
    void a_key_of_another_certificate_is_refused_at_the_start() throws Exception {
        Tls mixed = new Tls.Pem(chain("old"), key("new"));
        assertThatThrownBy(() -> HttpBench.open(options -> options.tls(mixed)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("key.pem is not the key of the certificate");
    }

    /** Checks nothing. */
    private static final class Believing implements X509TrustManager {
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
