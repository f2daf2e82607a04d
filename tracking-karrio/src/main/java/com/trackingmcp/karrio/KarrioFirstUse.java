package com.trackingmcp.karrio;

import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ConfigurationException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.http.CallContext;
import com.trackingmcp.http.CarrierHttp;
import com.trackingmcp.http.CarrierRequest;
import com.trackingmcp.http.CarrierResponse;
import com.trackingmcp.http.WireJson;
import com.trackingmcp.http.WireText;
import com.trackingmcp.spi.CarrierContext;
import com.trackingmcp.spi.Outcomes;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks once whether there is a Karrio server at the URL, and of which version; the key is proven by the first request that
 * carries it. Safe for use by many threads; never blocks. Where it fails, the next call asks again.
 */
final class KarrioFirstUse {
    private static final Logger LOG = LoggerFactory.getLogger(KarrioFirstUse.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** The first version that what is said here of Karrio was read of. */
    private static final int SUPPORTED_YEAR = 2026;

    private final CarrierHttp open;
    private final URI server;
    private final CarrierContext context;
    private final Object lock = new Object();
    private volatile boolean passed;
    private @Nullable CompletableFuture<Void> pending;

    /** What {@code GET /} answers. */
    record Root(@Nullable String VERSION, @Nullable String version) {
        Optional<String> told() {
            return WireText.first(VERSION, version);
        }
    }

    KarrioFirstUse(CarrierHttp open, URI server, CarrierContext context) {
        this.open = open;
        this.server = server;
        this.context = context;
    }

    /** Done once a Karrio server has answered. */
    CompletableFuture<Void> passed(CallContext call) {
        if (passed) {
            return CompletableFuture.completedFuture(null);
        }
        CompletableFuture<Void> asked;
        boolean mine = false;
        synchronized (lock) {
            if (pending == null) {
                pending = new CompletableFuture<>();
                mine = true;
            }
            asked = pending;
        }
        if (mine) {
            ask(asked, call);
        }
        // a copy: others wait for the same, and each of them no longer than it has time
        Instant now = context.clock().instant();
        Duration left = Duration.between(now, call.deadline());
        return context.transport().bounded(asked.copy(), left).exceptionallyCompose(failure -> {
            boolean stopped = failure instanceof CancellationException;
            return CompletableFuture.failedFuture(stopped ? notAnswered(left, call) : failure);
        });
    }

    /** Nothing else was sent by then: whatever was to be done was not done. */
    private CarrierException notAnswered(Duration left, CallContext call) {
        boolean closed = context.transport().isClosed();
        return open.fault(closed ? ErrorCode.CLIENT_CLOSED : ErrorCode.DEADLINE_EXCEEDED, "root")
                .correlationId(call.correlationId())
                .retryable(!closed)
                .argument("deadline", left.toString())
                .toException();
    }

    private void ask(CompletableFuture<Void> asked, CallContext call) {
        Instant patience = context.clock().instant().plus(PATIENCE);
        Instant until = call.deadline().isAfter(patience) ? call.deadline() : patience;
        open.send(CarrierRequest.get("root").path("/").build(), new CallContext(call.correlationId(), until, false))
                .handle((response, failure) -> failure == null ? look(response) : refused(failure))
                .whenComplete((problem, defect) -> {
                    passed = defect == null && problem.isEmpty();
                    synchronized (lock) {
                        pending = null;
                    }
                    if (passed) {
                        asked.complete(null);
                    } else {
                        asked.completeExceptionally(defect == null ? problem.get() : defect);
                    }
                });
    }

    private Optional<CarrierException> look(CarrierResponse response) {
        Optional<String> version = WireJson.tryRead(response, Root.class).flatMap(Root::told);
        version.filter(KarrioFirstUse::isOld)
                .ifPresent(old -> LOG.warn("Karrio at {} is of version {}, older than those supported", server, old));
        return version.isPresent()
                ? Optional.empty()
                : Optional.of(noServer("HTTP " + response.status() + " without a version"));
    }

    /** What is no Karrio server says no in other ways; one that is overloaded or down may still be one. */
    private Optional<CarrierException> refused(Throwable failure) {
        CarrierException error = Outcomes.carrierException(failure);
        int status = error.httpStatus().orElse(0);
        return Optional.of(status >= 300 && status < 500 && status != 429 ? noServer("HTTP " + status) : error);
    }

    private ConfigurationException noServer(String answer) {
        return new ConfigurationException(
                open.fault(ErrorCode.INVALID_SETTING, "root")
                        .argument("setting", KarrioConfig.API_URL)
                        .argument("reason", "there is no Karrio server at " + server + ": it answered " + answer)
                        .build(),
                null);
    }

    private static boolean isOld(String version) {
        int dot = version.indexOf('.');
        return WireText.integer(dot < 0 ? version : version.substring(0, dot))
                .filter(year -> year < SUPPORTED_YEAR)
                .isPresent();
    }
}
