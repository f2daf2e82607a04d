package com.trackingmcp.karrio;

import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.http.Authorization;
import com.trackingmcp.http.CallContext;
import com.trackingmcp.http.CarrierHttp;
import com.trackingmcp.http.CarrierRequest;
import com.trackingmcp.http.CarrierResponse;
import com.trackingmcp.http.Secret;
import com.trackingmcp.spi.CarrierContext;
import com.trackingmcp.spi.CarrierProfile;
import com.trackingmcp.spi.Outcomes;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * The server, as all of its connections ask it: one way, one quota, one proof of who asks. Safe for use by many threads;
 * lives as long as its client.
 */
final class KarrioServer {
    /** What the door, and so the lane of numbers, is called. */
    static final String API = "karrio";

    /** Karrio answers when the carrier has answered it. */
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final CarrierContext context;
    private final URI baseUri;
    private final CarrierHttp http;
    private final KarrioFirstUse firstUse;
    private final @Nullable String testMode;

    KarrioServer(KarrioConfig config, CarrierContext context, CarrierProfile gateway) {
        this.context = context;
        this.baseUri = config.baseUri();
        KarrioErrors errors = new KarrioErrors(baseUri);
        // tokens and the root are asked for without a proof of who asks
        CarrierHttp open = context.http(gateway)
                .api("karrio-open")
                .baseUri(baseUri)
                .errors(errors)
                .build();
        Authorization who = config.apiKey()
                .map(key -> Authorization.apiKey(
                        "Authorization", () -> Secret.of("Token " + key.get().reveal())))
                .or(() -> config.login().map(login -> new KarrioLogin(open, context, login)))
                .orElseThrow();
        this.testMode = config.login().isPresent() ? String.valueOf(config.testMode()) : null;
        this.http = context.http(gateway)
                .api(API)
                .baseUri(baseUri)
                .quota(config.quota())
                .patience(PATIENCE)
                .authorization(who)
                .errors(errors)
                .build();
        this.firstUse = new KarrioFirstUse(open, baseUri, context);
    }

    CarrierContext context() {
        return context;
    }

    URI baseUri() {
        return baseUri;
    }

    CarrierHttp http() {
        return http;
    }

    /** Sends a request, before the first one of all asking whether there is a Karrio server. */
    CompletableFuture<CarrierResponse> send(CarrierRequest.Builder request, CallContext call) {
        if (testMode != null) {
            request.header("x-test-mode", testMode);
        }
        CarrierRequest built = request.build();
        return firstUse.passed(call)
                .thenCompose(passed -> http.send(built, call))
                .exceptionallyCompose(failure -> CompletableFuture.failedFuture(reachable(failure)));
    }

    /** An error that no answer came for names the server, for its URL is the first thing to look at. */
    private CarrierException reachable(Throwable failure) {
        CarrierException error = Outcomes.carrierException(failure);
        if (error.code() != ErrorCode.CARRIER_UNAVAILABLE || error.httpStatus().isPresent()) {
            return error;
        }
        return error.details().toBuilder()
                .argument("reason", "cannot reach Karrio at " + baseUri + ": " + why(error.getCause()))
                .toException(error.getCause());
    }

    /** The innermost cause that says something: one that only says "no connection" has the reason inside. */
    private static String why(@Nullable Throwable failure) {
        String why = "the connection broke";
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnresolvedAddressException) {
                why = "the host is not known";
            } else if (cause instanceof SSLException) {
                why = "no trusted TLS connection";
            } else if (cause instanceof HttpConnectTimeoutException) {
                why = "no connection in time";
            } else if (cause instanceof ConnectException) {
                why = "no connection";
            }
        }
        return why;
    }
}
