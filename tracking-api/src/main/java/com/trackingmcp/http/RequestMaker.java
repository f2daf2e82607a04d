package com.trackingmcp.http;

import com.trackingmcp.error.ErrorCode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Makes the requests of one door as the JDK wants them. What many requests share is made once: the URI of an operation
 * that tells everything in its body, and the header that holds a token, which the JDK checks letter by letter. Safe for
 * use by many threads.
 */
final class RequestMaker {
    private static final int MOST_KEPT_URIS = 100;

    private final Failures failures;
    private final String baseUri;
    private final HttpClient.Version version;
    private final Map<String, URI> uris = new ConcurrentHashMap<>();
    private volatile @Nullable Start start;

    /** How every request begins that is authorised by this header; only ever copied. */
    private record Start(Authorization.@Nullable Header header, HttpRequest.Builder builder) {}

    RequestMaker(Failures failures, URI baseUri) {
        this.failures = failures;
        String text = baseUri.toString();
        this.baseUri = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
        // Plain HTTP is a sandbox or a proxy on this machine: no upgrade dance there.
        this.version = "https".equals(baseUri.getScheme()) ? HttpClient.Version.HTTP_2 : HttpClient.Version.HTTP_1_1;
    }

    /**
     * One request.
     *
     * @param header what authorises it
     */
    HttpRequest make(CarrierRequest request, Authorization.@Nullable Header header) {
        HttpRequest.Builder http = start(request, header).uri(uri(request)).method(request.method(), body(request));
        request.forEachHeader((name, value) -> {
            // no header of a request's own goes before what authorises it
            if (header == null || !name.equalsIgnoreCase(header.name())) {
                setHeader(http, name, value, request);
            }
        });
        return http.build();
    }

    private static HttpRequest.BodyPublisher body(CarrierRequest request) {
        return request.body()
                .map(bytes -> request.isRead() ? HttpRequest.BodyPublishers.ofByteArray(bytes) : new OnceBody(bytes))
                .orElseGet(HttpRequest.BodyPublishers::noBody);
    }

    private HttpRequest.Builder start(CarrierRequest request, Authorization.@Nullable Header header) {
        Start known = start;
        if (known == null || !Objects.equals(known.header(), header)) {
            HttpRequest.Builder http = HttpRequest.newBuilder().version(version);
            if (header != null) {
                setHeader(http, header.name(), header.value().reveal(), request);
            }
            known = new Start(header, http);
            start = known;
        }
        return known.builder().copy();
    }

    /** Lets go of the header that requests begin with. */
    void forget() {
        start = null;
    }

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
