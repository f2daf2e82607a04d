package com.trackingmcp.observe;

/**
 * Is told of every request to a carrier, each attempt on its own, as soon as it has ended. Must be safe for use by many
 * threads.
 *
 * <p>It is called on whichever thread the attempt ended on: mostly the one that reads everybody's answers from the network,
 * but also a caller's that waits for its answer, or the client's own timer, senders and workers. The call goes on only
 * after it, and others may wait behind: it should only note what it was told and hand longer work to a thread of its
 * own. Whatever it throws is logged and goes no further.
 */
@FunctionalInterface
public interface CallListener {
    /** One attempt has ended, or a request was given up before it was sent. Calls for one request follow each other. */
    void onCall(CallEvent event);
}
