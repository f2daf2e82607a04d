package com.trackingmcp.testkit;

import java.util.List;

/** Why UPS answers 400: everything it complains about, in its codes and some words. */
final class UpsRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** For what UPS refuses with a code it does not publish: the sandbox's own. */
    static final String UNPUBLISHED = "120000";

    private final transient List<Problem> problems;

    /** One complaint. */
    record Problem(String code, String message) {}

    UpsRefusal(List<Problem> problems) {
        super(problems.toString(), null, false, false);
        this.problems = List.copyOf(problems);
    }

    UpsRefusal(String code, String message) {
        this(List.of(new Problem(code, message)));
    }

    List<Problem> problems() {
        return problems;
    }
}
