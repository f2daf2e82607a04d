package com.trackingmcp.reliability.race;

import org.jetbrains.lincheck.datastructures.ManagedStrategyGuaranteeKt;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.StressOptions;

/**
 * How hard Lincheck tries: the system property {@code reliability.scenarios} says how many scenarios each check has, and
 * {@code reliability.invocations} how often each is run. Lincheck chooses them by a seed of its own, always the same.
 */
public final class Races {
    private static final int SCENARIOS = Integer.getInteger("reliability.scenarios", 1);
    private static final int INVOCATIONS = Integer.getInteger("reliability.invocations", 100);

    private Races() {}

    /** Real threads, as the machine lets them run. */
    public static StressOptions stress() {
        return new StressOptions()
                .iterations(SCENARIOS)
                .invocationsPerIteration(INVOCATIONS)
                .threads(3)
                .actorsPerThread(3)
                .actorsBefore(1)
                .actorsAfter(1);
    }

    /**
     * Every switch between threads that Lincheck thinks of; errors are made, and times told, in one step, for that is not what
     * is tried.
     */
    public static ModelCheckingOptions modelChecking() {
        return new ModelCheckingOptions()
                .iterations(SCENARIOS)
                .invocationsPerIteration(INVOCATIONS)
                .threads(2)
                .actorsPerThread(2)
                .actorsBefore(1)
                .actorsAfter(1)
                .addGuarantee(ManagedStrategyGuaranteeKt.forClasses((String name) ->
                                name.startsWith("com.trackingmcp.error.") || name.startsWith("java.time."))
                        .allMethods()
                        .ignore());
    }
}
