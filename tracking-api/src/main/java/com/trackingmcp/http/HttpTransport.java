package com.trackingmcp.http;

import com.trackingmcp.error.ConfigurationException;
import com.trackingmcp.observe.CallListener;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * What all connections of one client share: the HTTP client, its threads, clock, limits and retries. Safe for use by
 * many threads; made and closed by the {@link com.trackingmcp.TrackingClient}.
 *
 * <p>Answers are read, and small ones mapped, on the thread that the HTTP client reads the network with: handing each
 * to another thread costs more than the work. Large answers go to two worker threads, and what would have to be sent by the
 * reading thread or a worker to two senders, for looking up a host's name blocks. Whatever else a call needs is done on
 * the caller's thread.
 */
public final class HttpTransport implements AutoCloseable {
    private static final int WORKERS = 2;
    private static final int SENDERS = 2;
    private static final Clock PACE = Clock.systemUTC();

    private final WireClient client;
    private final ScheduledThreadPoolExecutor scheduler;
    private final ThreadPoolExecutor workers;
    private final ThreadPoolExecutor senders;
    private final Deadlines deadlines;
    private final Clock clock;
    private final Clock pace;
    private final Limits limits;
    private final QuotaStorage quotas;
    private final CallListener listener;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Map<String, Origin> origins = new ConcurrentHashMap<>();
    private final List<CarrierHttp> doors = new CopyOnWriteArrayList<>();

    /**
     * The bounds of every request.
     *
     * @param requestTimeout one attempt, from connecting to the last byte of the body
     * @param maxBodyBytes the largest body that is read, packed or unpacked
     * @param backoff when failed reads are tried again
     * @param tokenRefreshBuffer how long before its end a token is renewed
     * @param plainHttp whether other machines may be asked by plain HTTP, see {@link BaseUrls}
     */
    public record Limits(
            Duration requestTimeout,
            int maxBodyBytes,
            Backoff backoff,
            Duration tokenRefreshBuffer,
            boolean plainHttp) {
        /** Bounds that allow no plain HTTP to other machines. */
        public Limits(Duration requestTimeout, int maxBodyBytes, Backoff backoff, Duration tokenRefreshBuffer) {
            this(requestTimeout, maxBodyBytes, backoff, tokenRefreshBuffer, false);
        }
    }

    /**
     * A transport over somebody else's HTTP client, which it does not close.
     *
     * @param client one that follows no redirects: they would carry the authorisation along, and a purchase to wherever
     *     they lead
     * @param quotas where it is counted how many requests were sent
     * @param listener told of every attempt at every request; throws nothing
     * @throws ConfigurationException where the HTTP client follows redirects
     */
    public HttpTransport(HttpClient client, Clock clock, Limits limits, QuotaStorage quotas, CallListener listener) {
        this(WireClient.lent(client), new Time(clock, PACE, timer()), limits, quotas, listener);
    }

    /**
     * A transport over HTTP clients of its own: one at a time, replaced when it has left too many connections open.
     *
     * @param clients makes one, which follows no redirects; asked once, and again with each replacement
     * @param quotas where it is counted how many requests were sent
     * @param listener told of every attempt at every request; throws nothing
     */
    public HttpTransport(
            Supplier<HttpClient> clients, Clock clock, Limits limits, QuotaStorage quotas, CallListener listener) {
        this(WireClient.own(clients), new Time(clock, PACE, timer()), limits, quotas, listener);
    }

    /**
     * What tells the time to a transport.
     *
     * @param clock the client's
     * @param pace that of the world the carriers live in
     * @param timer wakes who waits
     */
    record Time(Clock clock, Clock pace, ScheduledThreadPoolExecutor timer) {}

    HttpTransport(WireClient client, Time time, Limits limits, QuotaStorage quotas, CallListener listener) {
        this.client = client;
        this.clock = time.clock();
        this.pace = time.pace();
        this.limits = limits;
        this.quotas = quotas;
        this.listener = listener;
        this.scheduler = time.timer();
        this.workers = pool(WORKERS, "trackingmcp-worker");
        this.senders = pool(SENDERS, "trackingmcp-sender");
        this.deadlines = new Deadlines(scheduler, workers);
    }

    private static ScheduledThreadPoolExecutor timer() {
        ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, daemons("trackingmcp-timer"));
        timer.setRemoveOnCancelPolicy(true);
        timer.setKeepAliveTime(10, TimeUnit.SECONDS);
        timer.allowCoreThreadTimeOut(true);
        timer.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
        return timer;
    }

    private static ThreadPoolExecutor pool(int threads, String name) {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                threads, threads, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), daemons(name));
        pool.allowCoreThreadTimeOut(true);
        // once closed, what is left to do is to say so
        pool.setRejectedExecutionHandler((task, closed) -> task.run());
        return pool;
    }

    private static ThreadFactory daemons(String name) {
        AtomicInteger count = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, name + "-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    WireClient client() {
        return client;
    }

    /** The client's timer; what is scheduled on it must be short. */
    public ScheduledThreadPoolExecutor scheduler() {
        return scheduler;
    }

    /** For what may take long. */
    Executor workers() {
        return workers;
    }

    /**
     * Sends at once, unless on the thread that reads everybody's answers, the timer or a worker, which opening a
     * connection would keep from their work: then a sender does it.
     */
    public void send(Runnable task) {
        String thread = Thread.currentThread().getName();
        boolean ofOthers = thread.endsWith("SelectorManager")
                || thread.startsWith("trackingmcp-") && !thread.startsWith("trackingmcp-sender");
        if (ofOthers) {
            senders.execute(task);
        } else {
            task.run();
        }
    }

    QuotaStorage quotas() {
        return quotas;
    }

    CallListener listener() {
        return listener;
    }

    Limits limits() {
        return limits;
    }

    /** The client's clock. */
    public Clock clock() {
        return clock;
    }

    /** The clock that requests are spaced by: that of the world the carriers live in, whatever the client's says. */
    Clock pace() {
        return pace;
    }

    /** Whether {@link #close()} was called. */
    public boolean isClosed() {
        return closed.get();
    }

    /**
     * Waits for a future no longer than this (give or take a fiftieth of a second), and no longer than until
     * {@link #close()}: then it is cancelled.
     */
    public <T> CompletableFuture<T> bounded(CompletableFuture<T> future, Duration wait) {
        return deadlines.bounded(future, wait);
    }

    /** What is known of a host, whichever doors lead there. */
    Origin origin(URI baseUri) {
        boolean http1 = !"https".equals(baseUri.getScheme());
        return origins.computeIfAbsent(
                baseUri.getScheme() + "://" + baseUri.getRawAuthority(), host -> new Origin(this, http1));
    }

    void add(CarrierHttp door) {
        doors.add(door);
    }

    /** The doors of one connection: one for each API of the carrier's, and those for tokens. */
    public List<CarrierHttp> doors(String connection) {
        return doors.stream()
                .filter(door -> door.connection().equals(connection))
                .toList();
    }

    /** Ends the client's threads; what is pending fails, saying so. What was made of credentials is wiped. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            scheduler.shutdownNow();
            deadlines.close();
            workers.shutdown();
            senders.shutdown();
            try {
                client.close();
            } finally {
                doors.forEach(CarrierHttp::wipe);
            }
        }
    }
}
