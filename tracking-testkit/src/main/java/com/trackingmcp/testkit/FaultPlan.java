package com.trackingmcp.testkit;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** The faults in force, oldest first. */
final class FaultPlan {

    private final List<SandboxFault> faults = new CopyOnWriteArrayList<>();

    /** Whether a carrier, as a test names it, means this wire; {@code dhl} means all three of DHL's. */
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
        for (SandboxFault fault : faults) {
            if (fault.concerns(wire, operation)) {
                if (!fault.isSpent(request)) {
                    return Optional.of(fault.answer(wire, request));
                }
                faults.remove(fault);
            }
        }
        return Optional.empty();
    }
}
