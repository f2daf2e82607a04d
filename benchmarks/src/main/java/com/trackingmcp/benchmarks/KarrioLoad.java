package com.trackingmcp.benchmarks;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.trackingmcp.CachePolicy;
import com.trackingmcp.TrackingClient;
import com.trackingmcp.http.Quota;
import com.trackingmcp.karrio.Karrio;
import com.trackingmcp.karrio.KarrioConfig;
import com.trackingmcp.model.Outcome;
import com.trackingmcp.model.TrackingNumber;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * How long many numbers take that a gateway is asked for one by one: beside the least they can take, which is the calls
 * divided by the permits, times the latency, and beside plain {@code java.net.http} with as many permits; turn by turn.
 *
 * <p>Properties: {@code karrio.numbers} (1,000), {@code karrio.latency} (250 ms), {@code karrio.permits} (32),
 * {@code karrio.rounds} (5).
 */
public final class KarrioLoad implements AutoCloseable {
    private static final int NUMBERS = Integer.getInteger("karrio.numbers", 1_000);
    private static final int LATENCY = Integer.getInteger("karrio.latency", 250);
    private static final int PERMITS = Integer.getInteger("karrio.permits", 32);
    private static final int ROUNDS = Integer.getInteger("karrio.rounds", 5);
    private static final String CONNECTIONS =
            "{\"count\":1,\"next\":null,\"results\":[{\"id\":\"car_1\",\"carrier_name\":\"canadapost\",\"carrier_id\":\"post\"}]}";
    private static final String TRACKER =
            "{\"id\":\"trk_1\",\"status\":\"in_transit\",\"delivered\":false,\"events\":[%s{}]}";
    private static final String EVENT =
            "{\"date\":\"2026-03-04\",\"time\":\"10:15\",\"status\":\"in_transit\",\"code\":\"0100\","
                    + "\"description\":\"Item processed at postal facility\",\"location\":\"OTTAWA, ON\"},";

    private final ExecutorService workers = Executors.newCachedThreadPool();
    private final AtomicInteger asked = new AtomicInteger();
    private final HttpServer server;
    private final URI root;
    private final TrackingClient client;
    private final HttpClient plain =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private KarrioLoad() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1_000);
        server.setExecutor(workers);
        server.createContext("/", exchange -> answer(exchange, 0, "{\"VERSION\":\"2026.1.32\"}"));
        server.createContext("/v1/connections", exchange -> answer(exchange, 0, CONNECTIONS));
        server.createContext("/v1/trackers", exchange -> {
            asked.incrementAndGet();
            answer(exchange, LATENCY, TRACKER.formatted(EVENT.repeat(8)));
        });
        server.start();
        root = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        client = TrackingClient.builder()
                .carrier(Karrio.carrier(KarrioConfig.builder()
                        .baseUri(root)
                        .apiKey("test-key")
                        .quota(Quota.unlimited())
                        .build()))
                .concurrency(PERMITS, PERMITS)
                .cache(CachePolicy.off())
                .build();
    }

    private static void answer(HttpExchange exchange, int delay, String body) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            Thread.sleep(delay);
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Measures and prints a table. */
    public static void main(String[] arguments) throws Exception {
        // else the JDK's server waits 40 ms with the second packet of each answer
        System.setProperty("sun.net.httpserver.nodelay", "true");
        try (KarrioLoad load = new KarrioLoad()) {
            load.measure();
        }
    }

    private void measure() throws InterruptedException {
        ours(PERMITS);
        byHand(PERMITS);
        double least = (double) NUMBERS / PERMITS * LATENCY / 1e3;
        double[] ours = new double[ROUNDS];
        double[] byHand = new double[ROUNDS];
        asked.set(0);
        for (int round = 0; round < ROUNDS; round++) {
            ours[round] = ours(NUMBERS);
            byHand[round] = byHand(NUMBERS);
        }
        System.out.println(
                "| who | numbers | calls | permits | latency ms | seconds, median (min-max) | of the least |");
        System.out.println("|---|---|---|---|---|---|---|");
        row("ours", ours, least);
        row("by hand", byHand, least);
    }

    private void row(String who, double[] seconds, double least) {
        Arrays.sort(seconds);
        double median = seconds[ROUNDS / 2];
        System.out.printf(
                Locale.ROOT,
                "| %s | %d | %d | %d | %d | %.2f (%.2f-%.2f) | %.3f x %.2f s |%n",
                who,
                NUMBERS,
                asked.get() / 2 / ROUNDS,
                PERMITS,
                LATENCY,
                median,
                seconds[0],
                seconds[ROUNDS - 1],
                median / least,
                least);
    }

    private double ours(int count) {
        List<TrackingNumber> numbers = IntStream.range(0, count)
                .mapToObj(i -> TrackingNumber.of(String.valueOf(7_023_000_000_000_000L + i), "karrio:canadapost"))
                .toList();
        long start = System.nanoTime();
        boolean all = client.trackAll(numbers).stream().allMatch(Outcome::isSuccess);
        double seconds = (System.nanoTime() - start) / 1e9;
        if (!all) {
            throw new IllegalStateException("not every number was tracked");
        }
        return seconds;
    }

    /** The same requests, answers unread. */
    private double byHand(int count) throws InterruptedException {
        Semaphore permits = new Semaphore(PERMITS);
        CountDownLatch done = new CountDownLatch(count);
        long start = System.nanoTime();
        for (int i = 0; i < count; i++) {
            permits.acquire();
            String body =
                    "{\"tracking_number\":\"" + (7_023_000_000_000_000L + i) + "\",\"carrier_name\":\"canadapost\"}";
            HttpRequest request = HttpRequest.newBuilder(root.resolve("/v1/trackers?carrier_id=post"))
                    .header("Authorization", "Token test-key")
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .build();
            plain.sendAsync(request, HttpResponse.BodyHandlers.ofString()).whenComplete((answer, failure) -> {
                permits.release();
                done.countDown();
            });
        }
        done.await();
        return (System.nanoTime() - start) / 1e9;
    }

    @Override
    public void close() {
        client.close();
        server.stop(0);
        workers.shutdownNow();
    }
}
