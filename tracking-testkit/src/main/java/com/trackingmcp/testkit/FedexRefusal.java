package com.trackingmcp.testkit;

/** Why FedEx answers 400, in its code and some words. */
final class FedexRefusal extends Exception {

    private static final long serialVersionUID = 1L;

    private final String code;

    FedexRefusal(String code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    String code() {
        return code;
    }
}
