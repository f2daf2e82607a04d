package com.trackingmcp.karrio;

import static com.trackingmcp.http.WireJson.list;

import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.ErrorDetails;
import com.trackingmcp.http.CallContext;
import com.trackingmcp.http.CarrierRequest;
import com.trackingmcp.http.CarrierResponse;
import com.trackingmcp.http.WireJson;
import com.trackingmcp.model.Page;
import com.trackingmcp.spi.CarrierProfile;
import com.trackingmcp.spi.Outcomes;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * The server as one of its connections, or the gateway itself, asks it: what fails, fails in that one's name. Safe for use
 * by many threads.
 *
 * <p>Every request carries the id of its call as {@code X-Request-ID}: Karrio stores it with shipments, trackers, pickups
 * and manifests, so that they are found by it where an answer was lost.
 */
final class KarrioDoor {
    private static final String REQUEST_ID = "X-Request-ID";

    private final KarrioServer server;
    private final CarrierProfile profile;

    KarrioDoor(KarrioServer server, CarrierProfile profile) {
        this.server = server;
        this.profile = profile;
    }

    /** The same server, asked for another connection. */
    KarrioDoor of(CarrierProfile connection) {
        return new KarrioDoor(server, connection);
    }

    /** Who asks. */
    CarrierProfile profile() {
        return profile;
    }

    /** The client's clock. */
    Clock clock() {
        return server.context().clock();
    }

    /** Whether the client is closed. */
    boolean isClosed() {
        return server.context().transport().isClosed();
    }

    /** Told of a code that no table explains. */
    void unmapped(String code) {
        server.context().unmappedCodes().accept(profile.carrier(), code);
    }

    /** Starts an error in the name of who asks. */
    ErrorDetails.Builder fault(ErrorCode code, String operation) {
        return named(server.http().fault(code, operation));
    }

    /** Sends a request under the id of its call. */
    CompletableFuture<CarrierResponse> send(CarrierRequest.Builder request, CallContext call) {
        return send(request, call.correlationId(), call);
    }

    /**
     * Sends a request under an id of its own.
     *
     * @param requestId at most 200 letters, digits, {@code _}, {@code .} and {@code -}: Karrio makes its own for any other
     */
    CompletableFuture<CarrierResponse> send(CarrierRequest.Builder request, String requestId, CallContext call) {
        return server.send(request.header(REQUEST_ID, requestId), call)
                .thenApply(this::named)
                .exceptionallyCompose(failure -> CompletableFuture.failedFuture(named(failure)));
    }

    /** Sends a request under the id of its call, and reads the answer; what cannot be mapped is a malformed answer. */
    <W, T> CompletableFuture<T> ask(
            CarrierRequest.Builder request, Class<W> type, Function<W, T> mapper, CallContext call) {
        return send(request, call).thenApply(response -> read(response, type, mapper));
    }

    /** Reads an answer; what cannot be mapped is a malformed answer. */
    <W, T> T read(CarrierResponse response, Class<W> type, Function<W, T> mapper) {
        W wire = WireJson.read(response, type);
        try {
            return mapper.apply(wire);
        } catch (CarrierException known) {
            throw known;
        } catch (RuntimeException defect) {
            throw response.fault(ErrorCode.MALFORMED_RESPONSE)
                    .argument("reason", "it could not be mapped")
                    .toException(defect);
        }
    }

    /** A part of a list: {@code limit} and {@code offset} are added to the request. */
    <W, L extends KarrioListing<W>, T> CompletableFuture<Page<T>> page(
            CarrierRequest.Builder request,
            int offset,
            int limit,
            Class<L> type,
            Function<W, T> mapper,
            CallContext call) {
        CarrierRequest.Builder part =
                request.query("limit", String.valueOf(limit)).query("offset", String.valueOf(offset));
        return ask(part, type, listing -> page(listing, offset, mapper), call);
    }

    private static <W, T> Page<T> page(KarrioListing<W> listing, int offset, Function<W, T> mapper) {
        List<W> wires = list(listing.results());
        Optional<Long> total = Optional.ofNullable(listing.count()).map(Integer::longValue);
        boolean more = !wires.isEmpty()
                && (listing.next() != null
                        || total.filter(count -> count > offset + wires.size()).isPresent());
        return new Page<>(wires.stream().map(mapper).toList(), offset, total, more);
    }

    /**
     * What is behind a URL of an answer: relative ones are this server's, and of absolute ones the path alone counts, for
     * their host may be an inner one. So the key is never sent elsewhere.
     *
     * @param accept the media types that are wanted
     */
    CompletableFuture<CarrierResponse> file(String operation, String url, String accept, CallContext call) {
        Optional<String> target = target(url);
        if (target.isEmpty()) {
            return CompletableFuture.failedFuture(
                    fault(ErrorCode.DOCUMENT_NOT_FOUND, operation).toException());
        }
        return send(CarrierRequest.get(operation).path(target.get()).header("Accept", accept), call);
    }

    /** Path and query of a URL below the root of the server, which servers put in front of it or not. */
    private Optional<String> target(String url) {
        try {
            URI uri = URI.create(url.strip());
            String path = uri.getRawPath();
            if (path == null || !path.startsWith("/")) {
                return Optional.empty();
            }
            String root = server.baseUri().getRawPath();
            String below = !root.isEmpty() && path.startsWith(root + "/") ? path.substring(root.length()) : path;
            return Optional.of(uri.getRawQuery() == null ? below : below + "?" + uri.getRawQuery());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** A URL of an answer as whoever reads it can use it: relative ones are this server's. */
    Optional<URI> link(String url) {
        try {
            String root = server.baseUri().getRawPath();
            URI told = URI.create(url.strip());
            boolean whole = told.isAbsolute() || told.getRawPath().startsWith(root + "/");
            return Optional.of(server.baseUri().resolve(whole ? told : URI.create(root + told)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private CarrierResponse named(CarrierResponse response) {
        CarrierResponse.Question asked = response.question();
        return new CarrierResponse(
                response.status(),
                response.headers(),
                response.body(),
                new CarrierResponse.Question(
                        profile.carrier(), profile.connection(), asked.operation(), asked.correlationId()));
    }

    /** What one of several carriers said to the gateway stays in its name. */
    private CarrierException named(Throwable failure) {
        CarrierException error = Outcomes.carrierException(failure);
        return profile.gateway().isEmpty() && error.details().connection().isPresent()
                ? error
                : named(error.details().toBuilder()).toException(error.getCause());
    }

    private ErrorDetails.Builder named(ErrorDetails.Builder error) {
        return error.carrier(profile.carrier()).connection(profile.connection());
    }
}
