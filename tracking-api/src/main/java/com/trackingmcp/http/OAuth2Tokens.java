package com.trackingmcp.http;

import com.trackingmcp.error.AuthenticationException;
import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.ErrorDetails;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * OAuth2 client credentials: one token for all, renewed early, fetched once for all who wait. Safe for use by many
 * threads.
 *
 * <p>While a token is about to end, calls go on with it and one of them renews it beside. Credentials come from a
 * supplier that is asked for every new token, so keys rotate without a restart. Credentials that the carrier refused are
 * not sent again for a while, for carriers lock out who asks too often.
 *
 * <p>Where the token endpoint asks for a pause, no token is fetched until its end: calls that have a valid token go on,
 * for their API has refused nothing, and those that have none wait or fail, saying so. While an API is paused, its calls
 * fetch no token either.
 */
public final class OAuth2Tokens implements Authorization {
    private static final Duration REFUSAL_KEPT = Duration.ofSeconds(30);
    private static final Duration RENEWAL_PAUSE = Duration.ofSeconds(5);
    private static final Duration LIFETIME_UNTOLD = Duration.ofMinutes(15);

    private final CarrierHttp http;
    private final String path;
    private final boolean basic;
    private final Supplier<Credentials> credentials;
    private final Map<String, String> headers;
    private final Clock clock;
    private final Duration refreshBuffer;

    private final Object lock = new Object();
    private @Nullable Token current;
    private @Nullable Refusal refusal;
    private @Nullable CompletableFuture<Token> pending;
    private boolean closed;

    /** How the client credentials travel to the token endpoint. */
    public enum Style {
        /** As {@code client_id} and {@code client_secret} in the form body (FedEx, DHL eCommerce). */
        FORM,
        /** As HTTP Basic (UPS). */
        BASIC
    }

    private record Token(Header header, Instant renewAt, Instant endsAt) {
        /** The same token, not to be renewed before then unless it ends. */
        Token renewedAfter(Instant time) {
            return new Token(header, time.isBefore(endsAt) ? time : endsAt, endsAt);
        }
    }

    private record Refusal(Credentials credentials, AuthenticationException error, Instant until) {}

    /** The fields of a token answer; lifetimes come as numbers and as texts. */
    record TokenResponse(
            @Nullable String access_token, @Nullable String expires_in) {
        @Override
        public String toString() {
            return "TokenResponse[****]";
        }
    }

    /**
     * The tokens of one connection.
     *
     * @param http the door to the token endpoint: one without authorisation
     * @param path the endpoint's path below its base URL
     */
    public OAuth2Tokens(CarrierHttp http, String path, Style style, Supplier<Credentials> credentials) {
        this(http, path, style, credentials, Map.of());
    }

    /**
     * The tokens of one connection whose token endpoint wants to be told more.
     *
     * @param headers sent with every call for a token, such as UPS's {@code x-merchant-id}
     */
    public OAuth2Tokens(
            CarrierHttp http,
            String path,
            Style style,
            Supplier<Credentials> credentials,
            Map<String, String> headers) {
        this.headers = Map.copyOf(headers);
        this.http = http;
        this.path = path;
        this.basic = style == Style.BASIC;
        this.credentials = credentials;
        this.clock = http.transport().clock();
        this.refreshBuffer = http.transport().limits().tokenRefreshBuffer();
    }

    @Override
    public CompletableFuture<Header> header(CallContext call) {
        Instant now = clock.instant();
        CompletableFuture<Token> renewal;
        boolean mine = false;
        synchronized (lock) {
            if (current != null && now.isBefore(current.renewAt())) {
                return CompletableFuture.completedFuture(current.header());
            }
            if (pending == null) {
                pending = new CompletableFuture<>();
                mine = true;
            }
            renewal = pending;
        }
        if (mine) {
            begin(renewal, call, now);
        }
        synchronized (lock) {
            if (current != null && now.isBefore(current.endsAt())) {
                return CompletableFuture.completedFuture(current.header());
            }
        }
        return renewal.thenApply(Token::header);
    }

    /** A supplier of credentials may have to ask somewhere, and may never answer. */
    private void begin(CompletableFuture<Token> renewal, CallContext call, Instant now) {
        Duration patience = Duration.between(now, forAllWhoWait(call, now).deadline());
        renewal.whenComplete((token, failure) -> {
            synchronized (lock) {
                if (pending == renewal) {
                    pending = null;
                }
            }
        });
        http.transport().bounded(renewal, patience);
        http.transport().send(() -> renew(renewal, call));
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

    /** Also what arrives from now on: a token that was asked for before the client was closed. */
    @Override
    public void wipe() {
        synchronized (lock) {
            closed = true;
            refusal = null;
            if (current != null) {
                current.header().value().wipe();
                current = null;
            }
        }
    }

    @Override
    public Optional<Instant> validUntil() {
        synchronized (lock) {
            return Optional.ofNullable(current).map(Token::endsAt);
        }
    }

    private void renew(CompletableFuture<Token> renewal, CallContext call) {
        CompletableFuture<Token> fetched;
        try {
            fetched = fetch(credentials.get(), call);
        } catch (RuntimeException | Error e) {
            // whatever the supplier of the credentials does: all who wait must hear of it
            fetched = CompletableFuture.failedFuture(e);
        }
        fetched.whenComplete((token, failure) -> {
            synchronized (lock) {
                if (pending == renewal) {
                    pending = null;
                }
                if (failure == null && closed) {
                    token.header().value().wipe();
                } else if (failure == null) {
                    current = token;
                    refusal = null;
                } else if (current != null) {
                    current = current.renewedAfter(clock.instant().plus(RENEWAL_PAUSE));
                }
            }
            if (failure == null) {
                renewal.complete(token);
            } else {
                renewal.completeExceptionally(
                        failure instanceof CompletionException wrapped && wrapped.getCause() != null
                                ? wrapped.getCause()
                                : failure);
            }
        });
    }

    private CompletableFuture<Token> fetch(Credentials asked, CallContext call) {
        Instant now = clock.instant();
        synchronized (lock) {
            if (refusal != null && refusal.credentials().equals(asked) && now.isBefore(refusal.until())) {
                return CompletableFuture.failedFuture(refusal.error());
            }
        }
        return http.send(request(asked), forAllWhoWait(call, now)).handle((response, failure) -> {
            if (failure != null) {
                throw remembered(asked, failure);
            }
            return token(response, now);
        });
    }

    /** A call with little time left must not spoil the token for others: each of them keeps its own time. */
    private CallContext forAllWhoWait(CallContext call, Instant now) {
        Instant patience = now.plus(http.transport().limits().requestTimeout());
        return new CallContext(
                call.correlationId(), call.deadline().isAfter(patience) ? call.deadline() : patience, false);
    }

    /** The failure without the credentials it may repeat; kept where it says that they are refused. */
    private CompletionException remembered(Credentials asked, Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        if (!(cause instanceof CarrierException known)) {
            return new CompletionException(cause);
        }
        ErrorDetails details = known.details();
        ErrorDetails.Builder told = details.toBuilder(
                        isRefusal(details) ? ErrorCode.AUTHENTICATION_FAILED : details.code())
                .without(asked.id().reveal())
                .without(asked.secret().reveal());
        CarrierException error = told.toException(known.getCause());
        if (error instanceof AuthenticationException refused) {
            synchronized (lock) {
                refusal = new Refusal(asked, refused, clock.instant().plus(REFUSAL_KEPT));
            }
        }
        return new CompletionException(error);
    }

    /** RFC 6749, section 5.2: credentials are refused with 400 as well as with 401; some carriers say 422. */
    private static boolean isRefusal(ErrorDetails details) {
        int status = details.httpStatus().orElse(0);
        return details.code() == ErrorCode.REQUEST_REFUSED && (status == 400 || status == 422);
    }

    private CarrierRequest request(Credentials asked) {
        CarrierRequest.Builder request =
                CarrierRequest.postToRead("token").path(path).secret();
        headers.forEach(request::header);
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "client_credentials");
        if (basic) {
            request.header("Authorization", Authorization.basicValue(asked).reveal());
        } else {
            form.put("client_id", asked.id().reveal());
            form.put("client_secret", asked.secret().reveal());
        }
        return request.form(form).build();
    }

    private Token token(CarrierResponse response, Instant now) {
        TokenResponse answer = WireJson.read(response, TokenResponse.class);
        String value = WireText.text(answer.access_token())
                .orElseThrow(() -> http.fault(ErrorCode.MALFORMED_RESPONSE, "token")
                        .argument("reason", "it holds no access_token")
                        .toException());
        Duration lifetime = Optional.ofNullable(answer.expires_in())
                .flatMap(WireText::integer)
                .filter(seconds -> seconds > 0)
                .map(seconds -> Duration.ofSeconds(seconds))
                .orElse(LIFETIME_UNTOLD);
        Duration early = refreshBuffer.compareTo(lifetime.dividedBy(2)) < 0 ? refreshBuffer : lifetime.dividedBy(2);
        Instant endsAt = now.plus(lifetime);
        return new Token(new Header("Authorization", Secret.of("Bearer " + value)), endsAt.minus(early), endsAt);
    }
}
