package com.trackingmcp.mcp.internal.http;

import com.trackingmcp.mcp.HttpOptions.Tls;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Collection;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** The server's certificate, from PEM files or a key store; TLS 1.3 and 1.2 only. Stateless. */
final class Certificates {
    private static final String PASSWORD = "TRACKINGMCP_TLS_KEYSTORE_PASSWORD";
    private static final Pattern KEY = Pattern.compile("-----BEGIN (?<kind>[A-Z ]*)PRIVATE KEY-----"
            + "(?<data>[A-Za-z0-9+/=\\s]+)-----END \\k<kind>PRIVATE KEY-----");

    private Certificates() {}

    static SslContextFactory.Server factory(Tls tls) {
        SslContextFactory.Server factory = new SslContextFactory.Server();
        factory.setIncludeProtocols("TLSv1.3", "TLSv1.2");
        load(tls).give(factory);
        // which names the server goes by is told elsewhere, the same with and without TLS
        factory.setSniRequired(false);
        return factory;
    }

    /** Certificates and their key, as they were read. */
    record Loaded(KeyStore store, String password) {
        void give(SslContextFactory factory) {
            factory.setKeyStore(store);
            factory.setKeyStorePassword(password);
        }
    }

    /** Reads them; they belong together. */
    static Loaded load(Tls tls) {
        if (tls instanceof Tls.KeyStore store) {
            String password = password(store);
            return new Loaded(store(store.file(), password.toCharArray()), password);
        }
        return new Loaded(pem((Tls.Pem) tls), "");
    }

    private static String password(Tls.KeyStore store) {
        return store.password()
                .map(Certificates::firstLine)
                .or(() -> Optional.ofNullable(System.getenv(PASSWORD)))
                .orElseThrow(() -> new IllegalArgumentException("The key store " + store.file()
                        + " needs a password: set " + PASSWORD + ", or --tls-keystore-password-file"));
    }

    private static String firstLine(Path file) {
        try {
            return Files.readString(file).lines().findFirst().orElse("");
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static KeyStore store(Path file, char[] password) {
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password);
            return store;
        } catch (IOException | GeneralSecurityException e) {
            throw unreadable(file, e);
        }
    }

    private static KeyStore pem(Tls.Pem files) {
        try {
            Certificate[] chain = certificates(files.certificates());
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            PrivateKey key = key(files.key(), chain[0]);
            if (!isPair(key, chain[0].getPublicKey())) {
                throw new IllegalArgumentException(
                        files.key() + " is not the key of the certificate in " + files.certificates());
            }
            store.setKeyEntry("server", key, new char[0], chain);
            return store;
        } catch (IOException | GeneralSecurityException e) {
            throw unreadable(files.certificates(), e);
        }
    }

    private static Certificate[] certificates(Path file) throws IOException {
        try {
            Collection<? extends Certificate> chain = CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(Files.readAllBytes(file)));
            if (chain.isEmpty()) {
                throw new IllegalArgumentException(file + " holds no certificate");
            }
            return chain.toArray(Certificate[]::new);
        } catch (GeneralSecurityException e) {
            throw unreadable(file, e);
        }
    }

    private static PrivateKey key(Path file, Certificate certificate) throws IOException {
        Matcher key = KEY.matcher(Files.readString(file));
        if (!key.find() || !key.group("kind").isEmpty()) {
            throw new IllegalArgumentException(file + " holds no private key as PKCS#8 that is not encrypted"
                    + " (-----BEGIN PRIVATE KEY-----); 'openssl pkcs8 -topk8 -nocrypt' makes one");
        }
        try {
            byte[] data = Base64.getMimeDecoder().decode(key.group("data"));
            // the two belong together, so that they are of one algorithm
            return KeyFactory.getInstance(certificate.getPublicKey().getAlgorithm())
                    .generatePrivate(new PKCS8EncodedKeySpec(data));
        } catch (GeneralSecurityException e) {
            throw unreadable(file, e);
        }
    }

    private static boolean isPair(PrivateKey secret, PublicKey known) throws GeneralSecurityException {
        String algorithm = known.getAlgorithm();
        Signature signature = Signature.getInstance(
                switch (algorithm) {
                    case "RSA", "DSA" -> "SHA256with" + algorithm;
                    case "EC" -> "SHA256withECDSA";
                    default -> algorithm;
                });
        byte[] any = {1, 2, 3};
        signature.initSign(secret);
        signature.update(any);
        byte[] signed = signature.sign();
        signature.initVerify(known);
        signature.update(any);
        return signature.verify(signed);
    }

    private static IllegalArgumentException unreadable(Path file, Exception cause) {
        return new IllegalArgumentException(file + " cannot be read: " + cause.getMessage(), cause);
    }
}
