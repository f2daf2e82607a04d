package com.trackingmcp.testkit;

/** Why FedEx answers 400, in its code and some words. */
final class FedexRefusal extends Exception {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final String explanation;

    FedexRefusal(String code, String explanation) {
        super(explanation, null, false, false);
        this.code = code;
        this.explanation = explanation;
    }

    String code() {
        return code;
    }

    String explanation() {
        return explanation;
    }
}
