package com.trackingmcp.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** The faults in force, oldest first. */
final class FaultPlan {

    private final List<SandboxFault> faults = new CopyOnWriteArrayList<>();

    /** Whether a carrier, as a test names it, means this wire; {@code dhl} means all of DHL's. */
    static boolean names(String carrier, String wire) {
        return wire.equals(carrier)
                || carrier.equals("dhl") && (wire.startsWith("dhl") || wire.equals("mydhl"))
                || carrier.equals("dhl-express") && wire.equals("mydhl");
    }

    void add(SandboxFault fault) {
        faults.add(fault);
    }

    void clear() {
        faults.clear();
    }

    Optional<SandboxResponse> strike(CarrierBehaviour wire, SandboxRequest request) {
        String operation = wire.operation(request);
        List<SandboxFault> spent = new ArrayList<>();
        Optional<SandboxFault> striking = faults.stream()
                .filter(fault -> fault.concerns(wire, operation, request))
                .filter(fault -> !(fault.isSpent(request) && spent.add(fault)))
                .findFirst();
        faults.removeAll(spent);
        return striking.map(fault -> fault.answer(wire, request));
    }
}
