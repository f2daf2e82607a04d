package com.trackingmcp;

import com.trackingmcp.error.ConfigurationException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.http.Backoff;
import com.trackingmcp.http.HttpTransport;
import com.trackingmcp.http.QuotaStorage;
import com.trackingmcp.internal.engine.CoarseClock;
import com.trackingmcp.internal.engine.Connections;
import com.trackingmcp.internal.engine.Detection;
import com.trackingmcp.internal.engine.Discovery;
import com.trackingmcp.internal.engine.HttpClients;
import com.trackingmcp.internal.engine.Monitor;
import com.trackingmcp.internal.engine.ResultCache;
import com.trackingmcp.internal.engine.Searches;
import com.trackingmcp.internal.engine.TrackingEngine;
import com.trackingmcp.observe.CallListener;
import com.trackingmcp.spi.CarrierContext;
import com.trackingmcp.spi.CarrierFactory;
import com.trackingmcp.spi.CarrierProvider;
import com.trackingmcp.spi.ConfigSource;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.ThreadLocalRandom;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Configures a {@link TrackingClient}. Not safe for use by several threads; may build several clients.
 *
 * <p>Carriers come from {@link #carrier}, and from every carrier module on the class path whose credentials
 * {@link #config} holds; the former beat the latter under the same id. Settings made here beat those of
 * {@link #config}.
 */
public final class TrackingClientBuilder {
    private final List<CarrierFactory> carriers = new ArrayList<>();
    private @Nullable List<CarrierProvider> providers;
    private ConfigSource config = ConfigSource.environment();
    private Clock clock = Clock.systemUTC();
    private @Nullable HttpClient httpClient;
    private @Nullable SSLContext sslContext;
    private @Nullable ProxySelector proxy;
    private Duration connectTimeout = Duration.ofSeconds(10);
    private @Nullable Duration requestTimeout;
    private Duration deadline = Duration.ofMinutes(1);
    private Duration bulkDeadline = Duration.ofMinutes(15);
    private @Nullable Duration tokenRefreshBuffer;
    private int maxResponseBytes = 16 * 1024 * 1024;
    private Backoff backoff = new Backoff(
            2, Duration.ofMillis(200), () -> ThreadLocalRandom.current().nextDouble());
    private TrackingEngine.Concurrency concurrency = new TrackingEngine.Concurrency(8, 32);
    private final List<CallListener> listeners = new ArrayList<>();
    private CachePolicy cachePolicy = CachePolicy.standard();
    private @Nullable QuotaStorage quotaStorage;
    private boolean rawJson;
    private @Nullable Boolean plainHttp;

    TrackingClientBuilder() {}

    /** Adds a configured carrier, such as {@code Fedex.carrier(config)}; may be called several times. */
    public TrackingClientBuilder carrier(CarrierFactory carrier) {
        carriers.add(carrier);
        return this;
    }

    /** Where credentials and settings are looked up; the environment by default. */
    public TrackingClientBuilder config(ConfigSource source) {
        this.config = source;
        return this;
    }

    /** Which carrier modules are considered; by default those that {@link ServiceLoader} finds. */
    public TrackingClientBuilder providers(List<CarrierProvider> found) {
        this.providers = List.copyOf(found);
        return this;
    }

    /**
     * The clock for deadlines, token lifetimes, {@code retrievedAt} and the age of kept answers; the system's by
     * default, by which an answer may live a fiftieth of a second more or less than it should. Requests are spaced by
     * the system's clock in any case.
     */
    public TrackingClientBuilder clock(Clock value) {
        this.clock = value;
        return this;
    }

    /**
     * An HTTP client of one's own, which the {@link TrackingClient} does not close. Excludes {@link #sslContext},
     * {@link #proxy} and {@link #connectTimeout}, which belong to the client then. One that follows redirects is refused
     * by {@link #build()}: they would carry the authorisation along.
     *
     * <p>The JDK's leaves a connection open as long as it lives itself where it cannot read the head of an answer (seen in
     * 17.0.21 and 25). A client of ours is replaced after some of these; one of your own is not.
     */
    public TrackingClientBuilder httpClient(HttpClient client) {
        this.httpClient = client;
        return this;
    }

    /** The TLS context; the JDK's default where not set. */
    public TrackingClientBuilder sslContext(SSLContext context) {
        this.sslContext = context;
        return this;
    }

    /** The proxy; the JDK's default selector where not set. */
    public TrackingClientBuilder proxy(ProxySelector selector) {
        this.proxy = selector;
        return this;
    }

    /** How long connecting may take; 10 seconds by default. */
    public TrackingClientBuilder connectTimeout(Duration value) {
        this.connectTimeout = Settings.positive("connectTimeout", value);
        return this;
    }

    /**
     * How long one attempt of one request may take, from connecting to the last byte of the body; the setting
     * {@code REQUEST_TIMEOUT}, else 30 seconds, by default.
     *
     * <p>A gateway that asks a carrier before it answers is waited for longer where it says so, 90 seconds at Karrio, unless
     * less than 30 seconds are set here. No wait outlasts the call's deadline.
     */
    public TrackingClientBuilder requestTimeout(Duration value) {
        this.requestTimeout = Settings.positive("requestTimeout", value);
        return this;
    }

    /** How long a call for one thing may take, tokens, waiting and retries included; 1 minute by default. */
    public TrackingClientBuilder deadline(Duration value) {
        this.deadline = Settings.positive("deadline", value);
        return this;
    }

    /**
     * How long a call for a list of numbers may take, tokens, waiting and retries included; 15 minutes by default. What
     * was not answered by then fails, each number on its own.
     */
    public TrackingClientBuilder bulkDeadline(Duration value) {
        this.bulkDeadline = Settings.positive("bulkDeadline", value);
        return this;
    }

    /**
     * How long before its end a token is renewed, half of its lifetime at most; the setting
     * {@code TOKEN_REFRESH_BUFFER}, else 60 seconds, by default.
     */
    public TrackingClientBuilder tokenRefreshBuffer(Duration value) {
        this.tokenRefreshBuffer = Settings.notNegative("tokenRefreshBuffer", value);
        return this;
    }

    /** The largest answer that is read, packed or unpacked; 16 MiB by default. */
    public TrackingClientBuilder maxResponseBytes(int bytes) {
        if (bytes < 1) {
            throw Settings.invalid("maxResponseBytes", "expected a positive number, not " + bytes);
        }
        this.maxResponseBytes = bytes;
        return this;
    }

    /**
     * How often a failed read is tried again, and the wait before the first retry, which doubles with each further one;
     * 2 and 200 milliseconds by default. What buys or books is never sent twice.
     */
    public TrackingClientBuilder retries(int count, Duration base) {
        if (count < 0) {
            throw Settings.invalid("retries", "expected 0 or a positive number, not " + count);
        }
        this.backoff = new Backoff(count, Settings.notNegative("retries", base), backoff.jitter());
        return this;
    }

    /**
     * How many batches of numbers may be on their way in one lane of a carrier at once: so many at first, then more
     * while numbers wait and the carrier bears it, half as many when it asks to slow down, and never more than the
     * ceiling. From 8 to 32 by default; carriers publish no numbers of their own. A batch is one request at carriers that
     * take many numbers at once, as at those that take one. As many questions of other kinds as the ceiling says may be
     * on their way to a connection beside them.
     *
     * <p>Up to 500,000 numbers wait for their turn in a lane; any more fail at once, with
     * {@link ErrorCode#RATE_LIMITED}. {@link TrackingClient#stream} never asks for that many at
     * once.
     */
    public TrackingClientBuilder concurrency(int start, int ceiling) {
        if (start < 1 || ceiling < start) {
            throw Settings.invalid("concurrency", "expected 1 <= start <= ceiling, not " + start + " and " + ceiling);
        }
        this.concurrency = new TrackingEngine.Concurrency(start, ceiling);
        return this;
    }

    /**
     * How long answers are kept, by where the parcel stands; {@link CachePolicy#standard()} where not set, and
     * {@link CachePolicy#off()} for none. A kept answer says by its {@code retrievedAt} how old it is.
     */
    public TrackingClientBuilder cache(CachePolicy policy) {
        this.cachePolicy = policy;
        return this;
    }

    /**
     * Where it is counted how much of the carriers' quotas is used: for several clients or machines that share them. In
     * this client's memory where not set. The quotas themselves are settings of each connection. A storage that breaks
     * stops no call: this client counts for itself while it is down.
     */
    public TrackingClientBuilder quotaStorage(QuotaStorage storage) {
        this.quotaStorage = storage;
        return this;
    }

    /** Adds somebody to be told of every attempt at every request, in the order added. */
    public TrackingClientBuilder listener(CallListener listener) {
        listeners.add(listener);
        return this;
    }

    /** Whether results carry the carrier's own JSON; off by default, for it doubles their size. */
    public TrackingClientBuilder rawJson(boolean wanted) {
        this.rawJson = wanted;
        return this;
    }

    /**
     * Whether other machines than this may be asked by plain {@code http}, such as a gateway in a network of one's own; the
     * setting {@code ALLOW_PLAIN_HTTP}, else false, by default. Credentials, names and addresses go unencrypted then.
     */
    public TrackingClientBuilder allowPlainHttp(boolean allowed) {
        this.plainHttp = allowed;
        return this;
    }

    /**
     * The client.
     *
     * @throws ConfigurationException where no carrier is connected, credentials are half given, a setting cannot be
     *     read or excludes another, a carrier's URL is not https, or two connections have one id
     */
    public TrackingClient build() {
        if (httpClient != null && (sslContext != null || proxy != null)) {
            throw Settings.invalid(
                    "httpClient", "it has a TLS context and a proxy of its own, so none can be set beside it");
        }
        boolean plain = plainHttp == null ? Settings.plainHttp(config) : plainHttp;
        ConfigSource settings = Settings.withPlainHttp(config, plain);
        HttpTransport.Limits limits = new HttpTransport.Limits(
                requestTimeout == null
                        ? Settings.positive(config, "REQUEST_TIMEOUT").orElse(Duration.ofSeconds(30))
                        : requestTimeout,
                maxResponseBytes,
                backoff,
                tokenRefreshBuffer == null
                        ? Settings.notNegative(config, "TOKEN_REFRESH_BUFFER").orElse(Duration.ofSeconds(60))
                        : tokenRefreshBuffer,
                plain);
        Monitor monitor = new Monitor();
        CallListener listener = monitor.listener(listeners);
        QuotaStorage quotas = quotaStorage == null ? QuotaStorage.inMemory() : quotaStorage;
        HttpTransport transport = httpClient == null
                ? HttpClients.own(connectTimeout, sslContext, proxy, clock, limits, quotas, listener)
                : new HttpTransport(httpClient, clock, limits, quotas, listener);
        try {
            List<CarrierProvider> found = providers == null ? Providers.load() : providers;
            CarrierContext context = new CarrierContext(transport, clock, monitor.unmapped()::count);
            Connections connections = new Discovery(context).connect(carriers, found, settings);
            Detection detection = new Detection(connections, found);
            ResultCache cache = cachePolicy.isOff() ? null : new ResultCache(cachePolicy, clockOfAnswers(transport));
            TrackingEngine engine =
                    new TrackingEngine(connections, detection, transport, monitor, concurrency, rawJson, cache);
            TrackingClient.CallSettings calls = new TrackingClient.CallSettings(clock, deadline, bulkDeadline, rawJson);
            Searches searches = new Searches(connections, detection, transport, concurrency.ceiling());
            return new TrackingClient(transport, connections, detection, engine, searches, monitor, calls);
        } catch (RuntimeException | Error e) {
            transport.close();
            throw e;
        }
    }

    /** The system's clock is slow to look at; what another one costs, and when it jumps, only its owner knows. */
    private Clock clockOfAnswers(HttpTransport transport) {
        return clock.equals(Clock.systemUTC()) ? new CoarseClock(clock, transport.scheduler()) : clock;
    }
}
