package com.trackingmcp.http;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One attempt over the wire: bounded in time and size, logged without secrets. Safe for use by many threads. */
final class Attempt {
    /** The door's name: it is what users know, and switch on in their logs. */
    private static final Logger LOG = LoggerFactory.getLogger(CarrierHttp.class);

    /** Mapping more than this would keep the thread waiting that reads everybody's answers. */
    private static final int LARGE_BODY = 64 * 1024;

    private final HttpTransport transport;
    private final Failures failures;
    private final String connection;
    private final RequestMaker requests;
    private final Origin origin;

    Attempt(HttpTransport transport, Failures failures, URI baseUri) {
        this.transport = transport;
        this.failures = failures;
        this.connection = failures.connection();
        this.requests = new RequestMaker(failures, baseUri);
        this.origin = transport.origin(baseUri);
    }

    /** What came of one attempt. */
    interface Ended {
        /** An answer came, whatever its status. */
        void answered(CarrierResponse response);

        /** None came; what that means is for {@link Failures} to say. */
        void lost(Throwable failure);
    }

    /** Lets go of what requests begin with. */
    void forget() {
        requests.forget();
    }

    Origin origin() {
        return origin;
    }

    /**
     * Sends a request once.
     *
     * @param header what authorises it
     * @param limit how long it may take; positive
     * @param ended told once, when it is over
     * @return what ends the exchange, body included, when it is cancelled
     */
    CompletableFuture<?> send(
            CarrierRequest request,
            Authorization.@Nullable Header header,
            CallContext call,
            Duration limit,
            Ended ended) {
        Exchange exchange = new Exchange(request, header, call, ended);
        return exchange.start(requests.make(request, header), limit);
    }

    /**
     * Sends a request once, on this thread, which waits for the answer anyway: then nobody has to be woken but it.
     *
     * @param lent ends the exchange when it is cancelled; done when the exchange is over
     * @return false where the thread was interrupted by somebody else, and is so again: then nobody was told, and the
     *     carrier may have the request
     */
    boolean sendHere(
            CarrierRequest request,
            Authorization.@Nullable Header header,
            CallContext call,
            LentThread lent,
            Ended ended) {
        Exchange exchange = new Exchange(request, header, call, ended);
        return exchange.runHere(requests.make(request, header), lent);
    }

    /** One request and its answer. */
    private final class Exchange implements HttpResponse.BodyHandler<CarrierBody> {
        private final CarrierRequest request;
        private final Authorization.@Nullable Header header;
        private final CallContext call;
        private final Ended ended;
        private final long start = System.nanoTime();
        private final AtomicBoolean over = new AtomicBoolean();
        private boolean here;

        Exchange(CarrierRequest request, Authorization.@Nullable Header header, CallContext call, Ended ended) {
            this.request = request;
            this.header = header;
            this.call = call;
            this.ended = ended;
            trace(request);
        }

        CompletableFuture<?> start(HttpRequest http, Duration limit) {
            // cancel(true) of the future the JDK gave ends the exchange itself, body included
            CompletableFuture<HttpResponse<CarrierBody>> exchange =
                    transport.client().get().sendAsync(http, this);
            exchange.whenComplete((response, failure) -> {
                if (failure != null) {
                    lost(Failures.unwrapped(failure));
                }
            });
            return transport.bounded(exchange, limit);
        }

        boolean runHere(HttpRequest http, LentThread lent) {
            here = true;
            // where there is none any more, nothing was sent
            HttpClient client = transport.client().get();
            try {
                HttpResponse<CarrierBody> response = client.send(http, this);
                lent.end();
                arrived(response.statusCode());
                answered(response.statusCode(), response.headers(), response.version(), response.body());
            } catch (InterruptedException e) {
                if (!lent.end()) {
                    origin.ended(null);
                    Thread.currentThread().interrupt();
                    return false;
                }
                lost(new CancellationException());
            } catch (IOException e) {
                lent.end();
                // the client wraps what it was told in another of its kind
                lost(e.getClass() == IOException.class && e.getCause() instanceof IOException told ? told : e);
            } catch (RuntimeException e) {
                // so the client fails on a Content-Length that is no number, long after the request was sent
                lent.end();
                lost(e);
            }
            return true;
        }

        /**
         * The body is waited for right here: the client's own future would tell of it on a thread of another pool, one
         * made for the purpose where the machine has two cores.
         */
        @Override
        public HttpResponse.BodySubscriber<CarrierBody> apply(HttpResponse.ResponseInfo info) {
            BoundedBody body = BoundedBody.of(info, transport.limits().maxBodyBytes());
            if (!here) {
                body.getBody().whenComplete((whole, failure) -> {
                    if (failure != null) {
                        lost(failure);
                        return;
                    }
                    arrived(info.statusCode());
                    if (whole.size() > LARGE_BODY) {
                        transport
                                .workers()
                                .execute(() -> answered(info.statusCode(), info.headers(), info.version(), whole));
                    } else {
                        answered(info.statusCode(), info.headers(), info.version(), whole);
                    }
                });
            }
            return body;
        }

        private void arrived(int status) {
            if (status >= 200 && status < 300 && !over.get()) {
                call.answerArrived();
            }
        }

        private void lost(Throwable failure) {
            if (over.compareAndSet(false, true)) {
                origin.ended(null);
                if (LOG.isDebugEnabled()) {
                    log(request, call, "failed after " + millis() + " ms: " + kind(failure));
                }
                ended.lost(failure);
                transport.client().lost(failure);
            }
        }

        private void answered(int status, HttpHeaders headers, HttpClient.Version spoken, CarrierBody body) {
            if (!over.compareAndSet(false, true)) {
                return;
            }
            origin.ended(spoken);
            if (LOG.isDebugEnabled()) {
                log(request, call, "-> " + status + " in " + millis() + " ms, " + body.size() + " bytes");
            }
            if (LOG.isTraceEnabled() && !request.isSecret()) {
                String text = Repetition.without(Repetition.of(request), Redaction.body(body.bytes()));
                LOG.trace("{} answered {}", connection, without(header, text));
            }
            ended.answered(new CarrierResponse(
                    status,
                    headers,
                    body,
                    new CarrierResponse.Question(
                            failures.carrier(), connection, request.operation(), call.correlationId())));
        }

        private long millis() {
            return (System.nanoTime() - start) / 1_000_000;
        }
    }

    private void log(CarrierRequest request, CallContext call, String what) {
        LOG.debug(
                "{} {} {} {} {}, call {}",
                connection,
                request.operation(),
                request.method(),
                request.path(),
                what,
                call.correlationId());
    }

    /** Not its message: the JDK repeats what it received in it. */
    private static String kind(Throwable failure) {
        String name = failure.getClass().getSimpleName();
        return failure.getCause() == null ? name : name + " because of " + kind(failure.getCause());
    }

    private static String without(Authorization.@Nullable Header header, String text) {
        return header == null
                ? text
                : proof(header).map(proof -> text.replace(proof, "****")).orElse("****");
    }

    /** The token, key or encoded password itself, without the scheme before it; empty once the client was closed. */
    static Optional<String> proof(Authorization.Header header) {
        try {
            String value = header.value().reveal();
            return Optional.of(value.substring(value.indexOf(' ') + 1));
        } catch (IllegalStateException wiped) {
            return Optional.empty();
        }
    }

    private void trace(CarrierRequest request) {
        if (LOG.isTraceEnabled() && !request.isSecret()) {
            String body = request.body().map(Redaction::body).orElse("(no body)");
            LOG.trace("{} sends {} {} {}", connection, request.method(), request.path(), body);
        }
    }
}
