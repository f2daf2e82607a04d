package com.trackingmcp.mcp;

import java.net.URI;

/** A server that serves over HTTP, until it is closed. Safe for use by many threads. */
public interface HttpService extends AutoCloseable {
    /** Its address as clients know it, without a path; messages go to {@code /mcp} there. */
    URI uri();

    /** The port that it listens at. */
    int port();

    /** Waits until it is closed. */
    void join() throws InterruptedException;

    /** Takes no more calls, lets those that go on end for five seconds, and ends. */
    @Override
    void close();
}
