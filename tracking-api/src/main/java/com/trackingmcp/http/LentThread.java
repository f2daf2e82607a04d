package com.trackingmcp.http;

import java.util.concurrent.CompletableFuture;

/**
 * A caller's thread for the time of one exchange: cancelling this interrupts it, and never does so afterwards. Safe for
 * use by many threads, of which the one that makes it is the one that is lent.
 */
final class LentThread extends CompletableFuture<Void> {
    private final Thread thread = Thread.currentThread();
    private boolean interrupted;

    @Override
    public synchronized boolean cancel(boolean mayInterrupt) {
        if (!super.cancel(mayInterrupt)) {
            return false;
        }
        interrupted = true;
        thread.interrupt();
        return true;
    }

    /**
     * The exchange is over; on the lent thread. Said again, it changes nothing.
     *
     * @return whether it was this that interrupted the thread, which it no longer is then
     */
    synchronized boolean end() {
        complete(null);
        boolean mine = interrupted;
        if (mine) {
            interrupted = false;
            Thread.interrupted();
        }
        return mine;
    }
}
