package com.trackingmcp.mcp.internal.http;

import com.trackingmcp.mcp.HttpOptions.Tls;
import com.trackingmcp.mcp.internal.auth.FileStamp;
import java.nio.file.Path;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The server's certificate, read anew once its files are: for handshakes that begin then. Files that are wrong, or do not
 * belong together yet, are told to the log, and the certificate before them stays. For one thread at a time.
 */
final class CertificateWatch {
    private static final Logger LOG = LoggerFactory.getLogger(CertificateWatch.class);

    private final Tls tls;
    private final SslContextFactory.Server factory;
    private FileStamp stamp;

    CertificateWatch(Tls tls) {
        this.tls = tls;
        this.stamp = stamp();
        this.factory = Certificates.factory(tls);
    }

    SslContextFactory.Server factory() {
        return factory;
    }

    private FileStamp stamp() {
        if (tls instanceof Tls.Pem pem) {
            return FileStamp.of(pem.certificates(), pem.key());
        }
        Tls.KeyStore store = (Tls.KeyStore) tls;
        return FileStamp.of(store.file(), store.password().orElse(Path.of("")));
    }

    /** Looks whether the files are others. */
    void look() {
        FileStamp seen = stamp();
        if (seen.equals(stamp)) {
            return;
        }
        stamp = seen;
        try {
            Certificates.Loaded loaded = Certificates.load(tls);
            factory.reload(loaded::give);
            LOG.info("The certificate is read anew");
        } catch (Exception e) {
            LOG.error("The certificate stays as it was: {}", e.getMessage());
        }
    }
}
