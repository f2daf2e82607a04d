package com.trackingmcp.karrio;

import com.trackingmcp.error.AuthenticationException;
import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.ErrorDetails;
import com.trackingmcp.http.Authorization;
import com.trackingmcp.http.CallContext;
import com.trackingmcp.http.CarrierBody;
import com.trackingmcp.http.CarrierHttp;
import com.trackingmcp.http.CarrierRequest;
import com.trackingmcp.http.CarrierResponse;
import com.trackingmcp.http.Credentials;
import com.trackingmcp.http.Secret;
import com.trackingmcp.http.WireJson;
import com.trackingmcp.http.WireText;
import com.trackingmcp.spi.CarrierContext;
import com.trackingmcp.spi.Outcomes;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A user's web tokens: one for all, fetched once for all who wait. Safe for use by many threads; never blocks.
 *
 * <p>How long a token is good for is read from the token itself, for servers differ. A token that ended or was refused is
 * renewed by its refresh token, and by e-mail and password where that brings none. E-mail and password that were
 * refused are not sent again for a while.
 */
final class KarrioLogin implements Authorization {
    private static final String OPERATION = "token";
    private static final Duration EARLY = Duration.ofSeconds(60);
    private static final Duration UNTOLD = Duration.ofMinutes(15);
    private static final Duration REFUSAL_KEPT = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final CarrierHttp http;
    private final CarrierContext context;
    private final Supplier<Credentials> login;
    private final Object lock = new Object();
    private @Nullable Tokens current;
    private @Nullable Secret refresh;
    private @Nullable Refusal refusal;
    private @Nullable CompletableFuture<Header> pending;
    private boolean closed;

    private record Tokens(Header header, Instant renewAt, Instant endsAt) {}

    private record Refusal(Credentials credentials, CarrierException error, Instant until) {}

    /** A pair of tokens as Karrio answers it. */
    record Pair(@Nullable String access, @Nullable String refresh) {
        @Override
        public String toString() {
            return "Pair[****]";
        }
    }

    /** The part of a token that tells its end, in seconds since 1970. */
    record Claims(@Nullable String exp) {}

    KarrioLogin(CarrierHttp http, CarrierContext context, Supplier<Credentials> login) {
        this.http = http;
        this.context = context;
        this.login = login;
    }

    @Override
    public CompletableFuture<Header> header(CallContext call) {
        CompletableFuture<Header> wanted;
        boolean mine = false;
        synchronized (lock) {
            if (current != null && now().isBefore(current.renewAt())) {
                return CompletableFuture.completedFuture(current.header());
            }
            if (pending == null) {
                pending = new CompletableFuture<>();
                mine = true;
            }
            wanted = pending;
        }
        if (mine) {
            CompletableFuture<Header> renewal = wanted;
            context.transport()
                    .bounded(
                            renewal, Duration.between(now(), forAllWhoWait(call).deadline()));
            renewal.whenComplete((header, failure) -> end(renewal));
            // whoever supplies the credentials may have to ask somewhere
            context.transport().send(() -> renew(renewal, call));
        }
        return wanted;
    }

    @Override
    public boolean refused(Header header) {
        synchronized (lock) {
            if (current != null && current.header().equals(header)) {
                current = null;
            }
        }
        return true;
    }

    /** Also what arrives from now on: tokens that were asked for before the client was closed. */
    @Override
    public void wipe() {
        synchronized (lock) {
            closed = true;
            refusal = null;
            if (current != null) {
                current.header().value().wipe();
                current = null;
            }
            if (refresh != null) {
                refresh.wipe();
                refresh = null;
            }
        }
    }

    @Override
    public Optional<Instant> validUntil() {
        synchronized (lock) {
            return Optional.ofNullable(current).map(Tokens::endsAt);
        }
    }

    private void end(CompletableFuture<Header> renewal) {
        synchronized (lock) {
            if (pending == renewal) {
                pending = null;
            }
        }
    }

    private void renew(CompletableFuture<Header> renewal, CallContext call) {
        CompletableFuture<Tokens> fetched;
        try {
            fetched = fetch(forAllWhoWait(call));
        } catch (RuntimeException | Error e) {
            fetched = CompletableFuture.failedFuture(e);
        }
        fetched.whenComplete((tokens, failure) -> {
            if (failure == null) {
                synchronized (lock) {
                    current = tokens;
                    refusal = null;
                    if (closed) {
                        wipe();
                    }
                }
                end(renewal);
                renewal.complete(tokens.header());
            } else {
                end(renewal);
                renewal.completeExceptionally(Outcomes.carrierException(failure));
            }
        });
    }

    private CompletableFuture<Tokens> fetch(CallContext call) {
        Secret again;
        synchronized (lock) {
            again = refresh;
        }
        if (again == null) {
            return signIn(call);
        }
        return http.send(request("/api/token/refresh", Map.of("refresh", again.reveal())), call)
                .thenApply(this::tokens)
                .exceptionallyCompose(failure -> {
                    if (!isAnswered(Outcomes.carrierException(failure))) {
                        return CompletableFuture.failedFuture(failure);
                    }
                    synchronized (lock) {
                        refresh = null;
                    }
                    return signIn(call);
                });
    }

    private CompletableFuture<Tokens> signIn(CallContext call) {
        Credentials user = login.get();
        synchronized (lock) {
            if (refusal != null && refusal.credentials().equals(user) && now().isBefore(refusal.until())) {
                return CompletableFuture.failedFuture(refusal.error());
            }
        }
        Map<String, String> body =
                Map.of("email", user.id().reveal(), "password", user.secret().reveal());
        return http.send(request("/api/token", body), call)
                .thenApply(this::tokens)
                .exceptionallyCompose(failure -> CompletableFuture.failedFuture(remembered(user, failure)));
    }

    private static CarrierRequest request(String path, Map<String, String> body) {
        return CarrierRequest.postToRead(OPERATION)
                .path(path)
                .json(WireJson.write(body))
                .secret()
                .build();
    }

    /** The failure without what was sent, which it may repeat; kept where it says that it is refused. */
    private CarrierException remembered(Credentials user, Throwable failure) {
        CarrierException error = Outcomes.carrierException(failure);
        ErrorDetails told = error.details().toBuilder(isRefusal(error) ? ErrorCode.AUTHENTICATION_FAILED : error.code())
                .without(user.id().reveal())
                .without(user.secret().reveal())
                .build();
        CarrierException clean = CarrierException.of(told, error.getCause());
        if (clean instanceof AuthenticationException) {
            synchronized (lock) {
                refusal = new Refusal(user, clean, now().plus(REFUSAL_KEPT));
            }
        }
        return clean;
    }

    /** Whether it is of no use to try the same again: refused, not offered, or answered with something else. */
    private static boolean isAnswered(CarrierException error) {
        int status = error.httpStatus().orElse(0);
        return error.code() == ErrorCode.MALFORMED_RESPONSE || status >= 300 && status < 500 && status != 429;
    }

    private static boolean isRefusal(CarrierException error) {
        int status = error.httpStatus().orElse(0);
        return status == 400 || status == 401 || status == 403;
    }

    private Tokens tokens(CarrierResponse response) {
        Pair pair = WireJson.read(response, Pair.class);
        String access = WireText.text(pair.access())
                .orElseThrow(() -> http.fault(ErrorCode.MALFORMED_RESPONSE, OPERATION)
                        .argument("reason", "it holds no access token")
                        .toException());
        synchronized (lock) {
            // a refresh may answer without one, and then the old one goes on
            WireText.text(pair.refresh()).ifPresent(token -> refresh = Secret.of(token));
        }
        Instant now = now();
        Instant ends = end(access).filter(now::isBefore).orElse(now.plus(UNTOLD));
        Duration half = Duration.between(now, ends).dividedBy(2);
        Duration early = EARLY.compareTo(half) < 0 ? EARLY : half;
        return new Tokens(new Header("Authorization", Secret.of("Bearer " + access)), ends.minus(early), ends);
    }

    /** When a token ends, as it says in its middle part (RFC 7519, section 4.1.4); empty where that cannot be read. */
    private static Optional<Instant> end(String token) {
        String[] parts = token.split("\\.", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            return WireJson.tryRead(CarrierBody.of(Base64.getUrlDecoder().decode(parts[1])), Claims.class)
                    .flatMap(claims -> WireText.decimal(claims.exp()))
                    .map(seconds -> Instant.ofEpochSecond(seconds.longValue()));
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    /** A call with little time left must not spoil the token for others: each of them keeps its own time. */
    private CallContext forAllWhoWait(CallContext call) {
        Instant patience = now().plus(PATIENCE);
        return new CallContext(
                call.correlationId(), call.deadline().isAfter(patience) ? call.deadline() : patience, false);
    }

    private Instant now() {
        return context.clock().instant();
    }
}
