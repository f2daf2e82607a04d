package com.trackingmcp.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/**
 * Something that goes wrong at a carrier, from {@link CarrierSandbox#fail}: first what, with one of the {@code with}
 * methods, then how long, with {@link #times}, {@link #until}, {@link #forNext} or {@link #untilCleared}. Nothing
 * happens before the second. Calls for a token are spared unless {@link #on} names them.
 *
 * <p>Safe for use by many threads once in force; lives until it is used up or {@link CarrierSandbox#clearFaults}.
 */
public final class SandboxFault {

    private static final String PAGE =
            "<html><head><title>Error</title></head><body><h1>Please try later</h1></body></html>";

    private final FaultPlan plan;
    private final String carrier;
    private final Clock clock;
    private int status = 500;
    private boolean html;
    private boolean cut;
    private boolean dropped;
    private boolean lost;
    private boolean redirected;
    private Optional<String> operation = Optional.empty();
    private Optional<String> retryAfter = Optional.empty();
    private Predicate<SandboxRequest> asked = request -> true;
    private Predicate<SandboxRequest> spent = request -> false;

    SandboxFault(FaultPlan plan, String carrier, Clock clock) {
        this.plan = plan;
        this.carrier = carrier;
        this.clock = clock;
    }

    /** Hits calls of this operation only, see {@link SandboxCall#operation}. */
    public SandboxFault on(String only) {
        operation = Optional.of(only);
        return this;
    }

    /** Answers with this HTTP status and the carrier's own body for it. */
    public SandboxFault with(int httpStatus) {
        status = httpStatus;
        return this;
    }

    /** Answers with this HTTP status and a page of HTML, as gateways before the carriers do. */
    public SandboxFault withHtml(int httpStatus) {
        html = true;
        return with(httpStatus);
    }

    /** Gives the true answer and breaks the connection in the middle of it. */
    public SandboxFault withCutBody() {
        cut = true;
        return this;
    }

    /** Breaks the connection without an answer, and without having done anything. */
    public SandboxFault withDroppedConnection() {
        dropped = true;
        return this;
    }

    /** Does what was asked, then breaks the connection without an answer. */
    public SandboxFault withLostAnswer() {
        lost = true;
        return this;
    }

    /** Does what was asked, then tells by this HTTP status, 302 or 303, where its result is instead of what it is. */
    public SandboxFault withRedirectAfterwards(int httpStatus) {
        redirected = true;
        return with(httpStatus);
    }

    /** Hits calls that ask for this number only, alone or among others. */
    public SandboxFault about(String number) {
        asked = request -> request.mentions(number);
        return this;
    }

    /** Adds a {@code Retry-After} header in seconds. */
    public SandboxFault retryAfter(Duration wait) {
        return retryAfter(Long.toString(wait.toSeconds()));
    }

    /** Adds a {@code Retry-After} header as it is: an HTTP date, or rubbish. */
    public SandboxFault retryAfter(String header) {
        retryAfter = Optional.of(header);
        return this;
    }

    /** For this many calls. */
    public void times(int calls) {
        AtomicInteger left = new AtomicInteger(calls);
        spent = request -> left.getAndDecrement() <= 0;
        plan.add(this);
    }

    /** Until a request comes for which {@code over} is true; that one is answered. */
    public void until(Predicate<SandboxRequest> over) {
        spent = over;
        plan.add(this);
    }

    /** For a time on the sandbox's clock, from now on. */
    public void forNext(Duration outage) {
        Instant end = clock.instant().plus(outage);
        spent = request -> !clock.instant().isBefore(end);
        plan.add(this);
    }

    /** Until {@link CarrierSandbox#clearFaults}. */
    public void untilCleared() {
        plan.add(this);
    }

    boolean concerns(CarrierBehaviour wire, String called, SandboxRequest request) {
        return FaultPlan.names(carrier, wire.wire())
                && asked.test(request)
                && operation.map(called::equals).orElse(!called.equals("token"));
    }

    boolean isSpent(SandboxRequest request) {
        return spent.test(request);
    }

    SandboxResponse answer(CarrierBehaviour wire, SandboxRequest request) {
        if (dropped) {
            return SandboxResponse.NONE;
        }
        if (lost) {
            wire.answer(request);
            return SandboxResponse.NONE;
        }
        if (redirected) {
            wire.answer(request);
            return SandboxResponse.empty(status).with("Location", request.path() + "/result");
        }
        SandboxResponse response = cut ? wire.answer(request).breaking() : body(wire);
        return retryAfter.map(header -> response.with("Retry-After", header)).orElse(response);
    }

    private SandboxResponse body(CarrierBehaviour wire) {
        return html ? SandboxResponse.of(status, "text/html", PAGE) : wire.failure(status);
    }
}
