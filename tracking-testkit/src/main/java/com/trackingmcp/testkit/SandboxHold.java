package com.trackingmcp.testkit;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * A carrier that has received the call and does not answer yet, from {@link CarrierSandbox#hold}: for tests of time
 * limits, cancellation and calls that share one answer, without any sleeping.
 *
 * <p>Safe for use by many threads; holds every call that comes until {@link #release}. The sandbox has a limited number
 * of threads, so hold a handful of calls, not hundreds. Closing the hold or the sandbox releases it.
 */
public final class SandboxHold implements AutoCloseable {

    private final String carrier;
    private volatile String operation = "";
    private final Semaphore arrived = new Semaphore(0);
    private final CountDownLatch released = new CountDownLatch(1);

    SandboxHold(String carrier) {
        this.carrier = carrier;
    }

    /** Holds only calls of this operation from now on, such as {@code ship}: {@link SandboxCall#operation()}. */
    public SandboxHold on(String only) {
        operation = only;
        return this;
    }

    boolean concerns(CarrierBehaviour wire, SandboxRequest request) {
        return released.getCount() > 0
                && FaultPlan.names(carrier, wire.wire())
                && (operation.isEmpty() || operation.equals(wire.operation(request)));
    }

    void pass() throws InterruptedException {
        arrived.release();
        released.await();
    }

    /**
     * Waits until this many further calls have arrived and are being held.
     *
     * @return false if they did not within the limit
     */
    public boolean awaitCalls(int calls, Duration limit) throws InterruptedException {
        return arrived.tryAcquire(calls, limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Lets all held calls and all later ones go on. */
    public void release() {
        released.countDown();
    }

    @Override
    public void close() {
        release();
    }
}
