package com.trackingmcp.observe;

/**
 * Is told of every request to a carrier, each attempt on its own, as soon as it has ended. Must be safe for use by many
 * threads.
 *
 * <p>It is called on the thread that reads from the network: it should only note what it was told and hand longer work
 * to a thread of its own. Whatever it throws is logged and goes no further.
 */
@FunctionalInterface
public interface CallListener {
    /** One attempt has ended, or a request was given up before it was sent. */
    void onCall(CallEvent event);
}
