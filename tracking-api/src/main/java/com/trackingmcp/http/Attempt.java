package com.trackingmcp.http;

import com.trackingmcp.error.ErrorCode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One attempt over the wire: bounded in time and size, logged without secrets. Safe for use by many threads. */
final class Attempt {
    /** The door's name: it is what users know, and switch on in their logs. */
    private static final Logger LOG = LoggerFactory.getLogger(CarrierHttp.class);

    /** Mapping more than this would keep the thread waiting that reads everybody's answers. */
    private static final int LARGE_BODY = 64 * 1024;

    private static final int MOST_KEPT_URIS = 100;

    private final HttpTransport transport;
    private final Failures failures;
    private final String connection;
    private final String baseUri;
    private final HttpClient.Version version;
    private final Origin origin;
    private final Map<String, URI> uris = new ConcurrentHashMap<>();

    Attempt(HttpTransport transport, Failures failures, URI baseUri) {
        this.transport = transport;
        this.failures = failures;
        this.connection = failures.connection();
        String text = baseUri.toString();
        this.baseUri = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
        // Plain HTTP is a sandbox or a proxy on this machine: no upgrade dance there.
        this.version = "https".equals(baseUri.getScheme()) ? HttpClient.Version.HTTP_2 : HttpClient.Version.HTTP_1_1;
        this.origin = transport.origin(baseUri);
    }

    /** What came of one attempt. */
    interface Ended {
        /** An answer came, whatever its status. */
        void answered(CarrierResponse response);

        /** None came; what that means is for {@link Failures} to say. */
        void lost(Throwable failure);
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
        HttpRequest http = httpRequest(request, header);
        trace(request);
        long start = System.nanoTime();
        // cancel(true) of the future the JDK gave ends the exchange itself, body included
        CompletableFuture<HttpResponse<CarrierBody>> exchange = transport
                .client()
                .sendAsync(http, BoundedBody.handler(transport.limits().maxBodyBytes()));
        exchange.whenComplete((response, failure) -> {
            origin.ended(response == null ? null : response.version());
            long millis = (System.nanoTime() - start) / 1_000_000;
            if (failure != null) {
                Throwable cause = Failures.unwrapped(failure);
                if (LOG.isDebugEnabled()) {
                    log(request, call, "failed after " + millis + " ms: " + kind(cause));
                }
                ended.lost(cause);
            } else if (response.body().size() > LARGE_BODY) {
                transport.workers().execute(() -> answer(request, header, call, response, millis, ended));
            } else {
                answer(request, header, call, response, millis, ended);
            }
        });
        return transport.bounded(exchange, limit);
    }

    Origin origin() {
        return origin;
    }

    private void answer(
            CarrierRequest request,
            Authorization.@Nullable Header header,
            CallContext call,
            HttpResponse<CarrierBody> response,
            long millis,
            Ended ended) {
        CarrierBody body = response.body();
        if (LOG.isDebugEnabled()) {
            log(request, call, "-> " + response.statusCode() + " in " + millis + " ms, " + body.size() + " bytes");
        }
        if (LOG.isTraceEnabled() && !request.isSecret()) {
            LOG.trace("{} answered {}", connection, without(header, Redaction.body(body.bytes())));
        }
        ended.answered(new CarrierResponse(
                response.statusCode(),
                response.headers(),
                body,
                new CarrierResponse.Question(
                        failures.carrier(), connection, request.operation(), call.correlationId())));
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
        return header == null ? text : text.replace(proof(header), "****");
    }

    /** The token, key or encoded password itself, without the scheme before it. */
    static String proof(Authorization.Header header) {
        String value = header.value().reveal();
        return value.substring(value.indexOf(' ') + 1);
    }

    private void trace(CarrierRequest request) {
        if (LOG.isTraceEnabled() && !request.isSecret()) {
            String body = request.body().map(Redaction::body).orElse("(no body)");
            LOG.trace("{} sends {} {} {}", connection, request.method(), request.path(), body);
        }
    }

    private HttpRequest httpRequest(CarrierRequest request, Authorization.@Nullable Header header) {
        HttpRequest.BodyPublisher body = request.body()
                .map(HttpRequest.BodyPublishers::ofByteArray)
                .orElseGet(HttpRequest.BodyPublishers::noBody);
        HttpRequest.Builder http =
                HttpRequest.newBuilder(uri(request)).version(version).method(request.method(), body);
        request.headers().forEach((name, value) -> setHeader(http, name, value, request));
        if (header != null) {
            setHeader(http, header.name(), header.value().reveal(), request);
        }
        return http.build();
    }

    /** An operation that tells everything in its body has one URI, parsed once. */
    private URI uri(CarrierRequest request) {
        if (request.body().isEmpty()) {
            return URI.create(baseUri + request.target());
        }
        URI known = uris.get(request.target());
        if (known == null) {
            known = URI.create(baseUri + request.target());
            if (uris.size() < MOST_KEPT_URIS) {
                uris.put(request.target(), known);
            }
        }
        return known;
    }

    /** The JDK refuses line ends and other controls in a header, and repeats the value: it may be a secret. */
    private void setHeader(HttpRequest.Builder http, String name, String value, CarrierRequest request) {
        try {
            http.setHeader(name, value);
        } catch (IllegalArgumentException e) {
            throw failures.fault(ErrorCode.INVALID_SETTING, request.operation())
                    .argument("setting", "for the header " + name)
                    .argument("reason", "it holds a character that no header may have, such as a line end")
                    .toException();
        }
    }
}
