package com.trackingmcp;

import com.trackingmcp.error.FieldProblem;
import com.trackingmcp.http.CallContext;
import com.trackingmcp.http.HttpTransport;
import com.trackingmcp.internal.engine.Connections;
import com.trackingmcp.internal.engine.Pending;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Begins what the client's parts are asked, each once the carriers it needs are known. Safe for use by many threads. */
final class Calls {
    private final Supplier<CallContext> contexts;
    private final Connections connections;
    private final HttpTransport transport;

    Calls(Supplier<CallContext> contexts, Connections connections, HttpTransport transport) {
        this.contexts = contexts;
        this.connections = connections;
        this.transport = transport;
    }

    /** A call that needs no gateway. */
    CallContext next() {
        return contexts.get();
    }

    /** Whether some carriers are known only once a gateway was asked. */
    boolean haveGateways() {
        return connections.hasGateways();
    }

    /**
     * Asks what changes nothing.
     *
     * @param carrier the carrier or connection named
     */
    <T> Pending<T> ask(Optional<String> carrier, Function<CallContext, CompletableFuture<T>> question) {
        return ask(carrier.map(List::of).orElse(List.of()), question);
    }

    <T> Pending<T> ask(Collection<String> carriers, Function<CallContext, CompletableFuture<T>> question) {
        return have(carriers, call -> new Pending<>(question.apply(call), call::cancel));
    }

    /** Has something done that tells by itself what becomes of it when nobody waits any more. */
    <T> Pending<T> have(Optional<String> carrier, Function<CallContext, Pending<T>> deed) {
        return have(carrier.map(List::of).orElse(List.of()), deed);
    }

    /** Tells what is wrong with a request, once the carrier it names is known; sends nothing. */
    Pending<List<FieldProblem>> check(Optional<String> carrier, Function<CallContext, List<FieldProblem>> problems) {
        return ask(carrier, call -> CompletableFuture.completedFuture(problems.apply(call)));
    }

    private <T> Pending<T> have(Collection<String> carriers, Function<CallContext, Pending<T>> deed) {
        CallContext call = contexts.get();
        CompletableFuture<Void> known = reached(carriers, call);
        return known == null ? deed.apply(call) : Pending.after(known, call, () -> deed.apply(call));
    }

    /**
     * Completed once gateways have told of the carriers named, or too late for the call; null where none needs to. Where none
     * is named, others are to be asked as well: half of the time is theirs.
     */
    @Nullable
    CompletableFuture<Void> reached(Collection<String> carriers, CallContext call) {
        CompletableFuture<Void> told = connections.reach(carriers);
        if (told == null) {
            return null;
        }
        Duration left = Duration.between(transport.clock().instant(), call.deadline());
        Duration patience = carriers.isEmpty() ? left.dividedBy(2) : left;
        return transport
                .bounded(told.thenRun(() -> {}), patience.isNegative() ? Duration.ZERO : patience)
                .handle((done, late) -> null);
    }
}
