package com.trackingmcp.http;

import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ConfigurationException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.ErrorDetails;
import com.trackingmcp.observe.QuotaStatus;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The door of one connection to one API of its carrier: authorises, waits its turn, sends, bounds, classifies and tries
 * reads again. Safe for use by many threads; lives as long as its client.
 *
 * <p>Reads that fail in passing (no connection, time-out, 429, 5xx) are tried again within the call's deadline, after
 * what the carrier asks for or after a growing, jittered wait. Everything else is sent at most once; if its answer is
 * lost, the call fails with {@link ErrorCode#OUTCOME_UNKNOWN}. A 401 buys one new authorisation and one more try: a
 * refused request was not carried out.
 */
public final class CarrierHttp {
    private static final Duration USUAL_TIMEOUT = Duration.ofSeconds(30);

    private final HttpTransport transport;
    private final Failures failures;
    private final String api;
    private final Attempt wire;
    private final @Nullable Authorization authorization;
    private final ErrorReader errors;
    private final QuotaGate gate;
    private final Throttle throttle;
    private final Quota quota;
    private final Duration patience;
    private volatile @Nullable QuotaStatus lastStatus;

    private CarrierHttp(Builder builder, URI baseUri) {
        this.transport = builder.transport;
        this.failures = new Failures(builder.transport, builder.carrier, builder.connection);
        this.api = builder.api;
        this.wire = new Attempt(builder.transport, failures, baseUri);
        this.authorization = builder.authorization;
        this.errors = builder.errors;
        this.quota = builder.quota;
        this.patience = builder.patience;
        this.gate = new QuotaGate(transport.pace(), transport.scheduler(), budget());
        this.throttle =
                new Throttle(transport.pace(), transport.limits().backoff().base(), gate::pause);
        transport.add(this);
    }

    private QuotaStorage.Budget budget() {
        if (quota.isUnlimited()) {
            return UnlimitedBudget.INSTANCE;
        }
        QuotaStorage.Budget budget = transport.quotas().budget(connection(), api, quota);
        if (budget instanceof BucketBudget) {
            return budget;
        }
        QuotaStorage.Budget own = QuotaStorage.inMemory(transport.pace()).budget(connection(), api, quota);
        return new FallbackBudget(budget, own, connection() + " " + api, transport.pace(), transport.scheduler());
    }

    /** Starts the door of one connection. */
    public static Builder builder(HttpTransport transport, String carrier, String connection) {
        return new Builder(transport, carrier, connection);
    }

    HttpTransport transport() {
        return transport;
    }

    Failures failures() {
        return failures;
    }

    Attempt wire() {
        return wire;
    }

    @Nullable
    Authorization authorization() {
        return authorization;
    }

    /** What an answer outside 2xx means, told without what authorised its request and the people it was about. */
    CarrierException refusal(CarrierRequest request, CarrierResponse response, Authorization.@Nullable Header header) {
        ErrorCode code = HttpStatusErrors.code(request, response);
        ErrorDetails.Builder guess =
                HttpStatusErrors.guess(code, response, transport.pace().instant());
        ErrorDetails.Builder error = errors.read(response, guess);
        if (header != null) {
            Optional<String> proof = Attempt.proof(header);
            if (proof.isEmpty()) {
                return HttpStatusErrors.guess(code, response, transport.pace().instant())
                        .toException();
            }
            error.without(proof.get());
        }
        Repetition.of(request).forEach(error::without);
        return error.toException();
    }

    /** The client is closed: what was made of credentials is overwritten, and what it was copied to let go. */
    void wipe() {
        if (authorization != null) {
            authorization.wipe();
        }
        wire.forget();
    }

    /** How long one attempt may take; who sets a time below the usual one means it. */
    Duration requestTimeout() {
        Duration set = transport.limits().requestTimeout();
        return set.compareTo(USUAL_TIMEOUT) >= 0 && patience.compareTo(set) > 0 ? patience : set;
    }

    QuotaGate gate() {
        return gate;
    }

    Throttle throttle() {
        return throttle;
    }

    /** What is left of its quota; of a storage elsewhere, what it told when it was last asked, which it now is again. */
    public Optional<QuotaStatus> quotaStatus() {
        gate.status(connection(), api).thenAccept(told -> lastStatus = told);
        return Optional.ofNullable(lastStatus);
    }

    /** Whether a request may have to wait, for a quota or because the carrier asked for a pause. */
    public boolean mayDelay() {
        return gate.mayDelay();
    }

    /**
     * When the last of so many further requests could go, by the quota and the pauses; now where that is not known at
     * once, as of a storage elsewhere. Takes nothing.
     */
    public QuotaStorage.Permit forecast(int requests) {
        return gate.forecast(requests);
    }

    /** Whether it has a quota of its own. */
    public boolean hasQuota() {
        return !quota.isUnlimited();
    }

    /** The id of the connection it belongs to. */
    public String connection() {
        return failures.connection();
    }

    /** The API it leads to. */
    public String api() {
        return api;
    }

    /** When the token ends that its requests carry; empty where there is none (yet). */
    public Optional<Instant> tokenValidUntil() {
        return authorization == null ? Optional.empty() : authorization.validUntil();
    }

    /** Starts an error of this connection. */
    public ErrorDetails.Builder fault(ErrorCode code, String operation) {
        return failures.fault(code, operation);
    }

    /**
     * Sends a request, and again where that is allowed. The future may be completed on any of the client's threads, that
     * which reads everybody's answers included: what is done with it must not block.
     *
     * @return the answer with a 2xx status; fails with a {@link CarrierException} for anything else
     */
    public CompletableFuture<CarrierResponse> send(CarrierRequest request, CallContext call) {
        return new Sending(this, request, call).start();
    }

    /** Collects what one door needs; not safe for use by several threads. */
    public static final class Builder {
        private final HttpTransport transport;
        private final String carrier;
        private final String connection;
        private String api;
        private @Nullable URI baseUri;
        private @Nullable Authorization authorization;
        private ErrorReader errors = ErrorReader.byStatus();
        private Quota quota = Quota.unlimited();
        private Duration patience = Duration.ZERO;

        private Builder(HttpTransport transport, String carrier, String connection) {
            this.transport = transport;
            this.carrier = carrier;
            this.connection = connection;
            this.api = carrier;
        }

        /**
         * What the carrier's API is called that this leads to, such as {@code unified}: the name of the lane its numbers
         * travel in. The carrier's id where not set.
         */
        public Builder api(String name) {
            this.api = name;
            return this;
        }

        /** Where the carrier's API begins; required. */
        public Builder baseUri(URI uri) {
            this.baseUri = uri;
            return this;
        }

        /**
         * How long one attempt may take at least, for servers that ask others before they answer. A client whose request
         * time-out is set below its usual 30 seconds waits no longer than that.
         */
        public Builder patience(Duration atLeast) {
            this.patience = atLeast;
            return this;
        }

        /** How requests are authorised; not at all where not set. */
        public Builder authorization(Authorization value) {
            this.authorization = value;
            return this;
        }

        /** How the carrier says no; by HTTP status alone where not set. */
        public Builder errors(ErrorReader reader) {
            this.errors = reader;
            return this;
        }

        /** How many requests the API may be sent; without a limit of the client's own where not set. */
        public Builder quota(Quota value) {
            this.quota = value;
            return this;
        }

        /**
         * The door.
         *
         * @throws ConfigurationException where the API begins at a URL that {@link BaseUrls} does not allow
         */
        public CarrierHttp build() {
            if (baseUri == null) {
                throw new IllegalStateException("baseUri is required");
            }
            BaseUrls.problem(baseUri, transport.limits().plainHttp()).ifPresent(this::refuse);
            return new CarrierHttp(this, baseUri);
        }

        private void refuse(String problem) {
            throw ErrorDetails.builder(ErrorCode.INVALID_SETTING)
                    .carrier(carrier)
                    .connection(connection)
                    .argument("setting", "for the base URL" + (api.equals(carrier) ? "" : " of " + api))
                    .argument("reason", problem)
                    .toException();
        }
    }
}
