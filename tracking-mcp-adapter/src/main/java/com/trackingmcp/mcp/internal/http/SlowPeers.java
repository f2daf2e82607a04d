package com.trackingmcp.mcp.internal.http;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Ends connections on which no whole header arrives in time, however steadily its bytes drip in: the container's own
 * timeout begins anew with each byte. Safe for use by many threads.
 */
final class SlowPeers extends Handler.Wrapper implements Connection.Listener {
    private final Duration most;
    private final Map<Connection, Wait> waits = new ConcurrentHashMap<>();

    SlowPeers(Duration most) {
        this.most = most;
    }

    /** How long a connection has been without a request. */
    private static final class Wait {
        private int requests;
        private long since = System.nanoTime();

        synchronized void begin() {
            requests++;
        }

        synchronized void end() {
            requests--;
            since = System.nanoTime();
        }

        synchronized boolean isLongerThan(Duration most) {
            return requests == 0 && System.nanoTime() - since > most.toNanos();
        }
    }

    @Override
    public void onOpened(Connection connection) {
        // of the two layers of TLS, the one that has the requests
        if (connection instanceof ConnectionMetaData) {
            waits.put(connection, new Wait());
        }
    }

    @Override
    public void onClosed(Connection connection) {
        waits.remove(connection);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        Wait wait = waits.get(request.getConnectionMetaData().getConnection());
        if (wait != null) {
            wait.begin();
            Request.addCompletionListener(request, failure -> wait.end());
        }
        return super.handle(request, response, callback);
    }

    /** Ends those that have been waiting for too long. */
    void sweep() {
        waits.forEach((connection, wait) -> {
            if (wait.isLongerThan(most)) {
                connection.getEndPoint().close(new TimeoutException("no request in " + most));
            }
        });
    }
}
