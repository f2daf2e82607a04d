package com.trackingmcp.http;

import com.trackingmcp.error.ConfigurationException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.ErrorDetails;
import java.io.UncheckedIOException;
import java.net.ProtocolException;
import java.net.http.HttpClient;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The HTTP client that requests go out by. Safe for use by many threads.
 *
 * <p>Where the JDK's cannot read the head of an answer, it leaves the connection open for as long as it lives itself (seen
 * in 17.0.21 and 25). So one of our own making is replaced after {@value #MOST_LEFT_OPEN} such answers: what is on its way
 * ends in good order, and then nothing refers to the old one, which ends with all its connections.
 */
final class WireClient implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CarrierHttp.class);
    private static final int MOST_LEFT_OPEN = 16;

    private final @Nullable Supplier<HttpClient> maker;
    private volatile @Nullable HttpClient current;
    private int leftOpen;

    private WireClient(@Nullable Supplier<HttpClient> maker, HttpClient first) {
        this.maker = maker;
        this.current = first;
    }

    /** One of our own making. */
    static WireClient own(Supplier<HttpClient> maker) {
        return new WireClient(maker, maker.get());
    }

    /** Somebody else's, which is neither replaced nor closed; refused where it follows redirects. */
    static WireClient lent(HttpClient client) {
        if (client.followRedirects() != HttpClient.Redirect.NEVER) {
            throw new ConfigurationException(
                    ErrorDetails.builder(ErrorCode.INVALID_SETTING)
                            .argument("setting", "httpClient")
                            .argument("reason", "it follows redirects, which would carry the authorisation along")
                            .build(),
                    null);
        }
        return new WireClient(null, client);
    }

    /**
     * The one to send by; to be asked for anew with each request.
     *
     * @throws CancellationException where it is closed
     */
    HttpClient get() {
        HttpClient open = current;
        if (open == null) {
            throw new CancellationException("The client is closed");
        }
        return open;
    }

    /**
     * To be told of each exchange that ended without an answer. That of an older client may count for the one that took its
     * place: who is told by which it was holds it, and what left connections open holds whom it tells.
     */
    void lost(Throwable failure) {
        if (maker != null && isLeftOpen(failure)) {
            replace(maker);
        }
    }

    /** No status line, or a head too long; a length that is no number comes out as the parser's own exception. */
    private static boolean isLeftOpen(Throwable failure) {
        return failure instanceof ProtocolException || failure instanceof NumberFormatException;
    }

    private synchronized void replace(Supplier<HttpClient> anew) {
        if (current == null || ++leftOpen < MOST_LEFT_OPEN) {
            return;
        }
        try {
            current = anew.get();
            leftOpen = 0;
        } catch (UncheckedIOException noFilesLeft) {
            LOG.warn("No new HTTP client can be opened; the old one goes on: {}", noFilesLeft.getMessage());
        }
    }

    /**
     * Since JDK 21 an HTTP client can be closed; before, its selector thread ends once the client is unreachable: nothing
     * refers to it here any more.
     */
    @Override
    public void close() {
        HttpClient last;
        synchronized (this) {
            last = current;
            current = null;
        }
        if (maker != null && (Object) last instanceof AutoCloseable closeable) {
            try {
                closeable.close();
            } catch (Exception e) {
                throw new IllegalStateException("The HTTP client's threads did not end", e);
            }
        }
    }
}
