package com.trackingmcp.testkit;

import java.util.List;

/** Why FedEx answers 400, in its code and some words; of several reasons the first, with the others beside it. */
final class FedexRefusal extends Exception {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final String explanation;
    private final transient List<FedexRefusal> others;

    FedexRefusal(String code, String explanation) {
        this(code, explanation, List.of());
    }

    private FedexRefusal(String code, String explanation, List<FedexRefusal> others) {
        super(explanation, null, false, false);
        this.code = code;
        this.explanation = explanation;
        this.others = List.copyOf(others);
    }

    /** All of them at once, in their order. */
    static void throwAll(List<FedexRefusal> all) throws FedexRefusal {
        if (!all.isEmpty()) {
            throw new FedexRefusal(all.get(0).code, all.get(0).explanation, all.subList(1, all.size()));
        }
    }

    List<FedexRefusal> others() {
        return others;
    }

    String code() {
        return code;
    }

    String explanation() {
        return explanation;
    }
}
