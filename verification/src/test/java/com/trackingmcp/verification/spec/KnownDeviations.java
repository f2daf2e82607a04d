package com.trackingmcp.verification.spec;

import java.util.List;

/**
 * Where the wire and a carrier's own description differ, and the wire is right. Each has its reason; the run fails for
 * one that is not needed any more.
 */
final class KnownDeviations {
    static final List<KnownDeviation> ALL = List.of();

    private KnownDeviations() {}
}
