package com.trackingmcp.mcp.internal.tool;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The way back to the person, through the client, while a call goes on. Safe for use by the thread of the call. */
public interface Dialogue {
    /** A client that asks nobody anything. */
    Dialogue NONE = new Dialogue() {
        @Override
        public boolean canAsk() {
            return false;
        }

        @Override
        public Reply ask(String question, Schema form) {
            throw new IllegalStateException("the client cannot ask");
        }

        @Override
        public void progress(long done, long total, String message) {}
    };

    /** Whether the client said that it can ask the person. */
    boolean canAsk();

    /**
     * Asks the person and waits.
     *
     * @param question what it is about, in full
     * @param form flat fields, no secrets; may be empty
     * @throws DialogueFailedException where the client said that it can ask, and could not
     */
    Reply ask(String question, Schema form);

    /** Tells how far a call is, where the client wants to know. */
    void progress(long done, long total, String message);

    /** What a person did with a question. */
    enum Action {
        /** Answered. */
        ACCEPTED,
        /** Said no. */
        DECLINED,
        /** Closed it without a word. */
        CANCELLED
    }

    /**
     * What a person answered.
     *
     * @param content the form, where it was accepted; else empty
     */
    record Reply(Action action, ObjectNode content) {}
}
