package com.trackingmcp.reliability.race;

import com.trackingmcp.TrackingClient;
import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.testkit.CarrierSandbox;
import com.trackingmcp.testkit.SandboxPickup;
import com.trackingmcp.testkit.SandboxShipment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Threads that ask one client for whatever it can do, and close it when so many calls have ended. Used once. */
final class Load {
    private static final List<String> CARRIERS = List.of("fedex", "ups", "dhl", "karrio:canadapost");
    private static final List<String> WIRES = List.of("fedex", "ups", "mydhl", "karrio");
    private static final long PATIENCE_SECONDS = 60;

    private final CarrierSandbox sandbox;
    private final int threads;
    private final long seed;
    private final int closeAfter;
    private final CountDownLatch ready;
    private final CountDownLatch begin = new CountDownLatch(1);
    private final CountDownLatch ended;
    private final CountDownLatch afterwards = new CountDownLatch(1);
    private final ConcurrentLinkedQueue<Told> told = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Throwable> broken = new ConcurrentLinkedQueue<>();
    private final List<String> hanging = new ArrayList<>();
    private final List<Thread> running = new ArrayList<>();
    private volatile boolean closed;
    private long closedAt;
    private long endedAfterMillis;
    private @Nullable TrackingClient client;

    Load(CarrierSandbox sandbox, TrackingClient client, int threads, long seed) {
        this.sandbox = sandbox;
        this.client = client;
        this.threads = threads;
        this.seed = seed;
        this.closeAfter = new Random(seed).nextInt(2 * threads);
        this.ready = new CountDownLatch(threads);
        this.ended = new CountDownLatch(closeAfter);
    }

    /** Comes back when all threads have ended, or a minute after the client was closed. */
    void run() throws InterruptedException {
        TrackingClient asked = Objects.requireNonNull(client);
        for (int i = 0; i < threads; i++) {
            int number = i;
            Thread thread = new Thread(null, () -> work(asked, number), "caller-" + i, 256 * 1024);
            running.add(thread);
            thread.start();
        }
        ready.await();
        begin.countDown();
        ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        closedAt = System.nanoTime();
        asked.close();
        closed = true;
        afterwards.countDown();
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        for (Thread thread : running) {
            TimeUnit.NANOSECONDS.timedJoin(thread, Math.max(1, until - System.nanoTime()));
            if (thread.isAlive()) {
                hanging.add(thread.getName() + " " + List.of(thread.getStackTrace()));
            }
        }
        endedAfterMillis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - closedAt);
    }

    /** Asks for one thing after the other until it hears that the client is closed, and then once more. */
    private void work(TrackingClient asked, int number) {
        Random random = new Random(seed * 1_000_003 + number);
        try {
            ready.countDown();
            begin.await();
            int turn = 0;
            while (!closed && !ask(asked, chosen(random, number, turn), random.nextBoolean(), false)) {
                turn++;
            }
            afterwards.await();
            ask(asked, chosen(random, number, turn + 1), random.nextBoolean(), true);
        } catch (Throwable e) {
            broken.add(e);
        }
    }

    private ClientVerb chosen(Random random, int number, int turn) {
        String carrier = CARRIERS.get(random.nextInt(CARRIERS.size()));
        List<ClientVerb> verbs = ClientVerbs.of(sandbox, carrier, "t" + number + "-" + turn);
        return verbs.get(random.nextInt(verbs.size()));
    }

    /** Whether it was told that the client is closed. */
    private boolean ask(TrackingClient asked, ClientVerb verb, boolean later, boolean late) throws Exception {
        Told end;
        try {
            end = Told.answered(verb, late, verb.ask(asked, later, PATIENCE_SECONDS));
        } catch (CarrierException e) {
            end = Told.failed(verb, late, e);
        } finally {
            ended.countDown();
        }
        told.add(end);
        return end.failedWith(ErrorCode.CLIENT_CLOSED);
    }

    List<Told> told() {
        return List.copyOf(told);
    }

    /** Whatever came out of a call that is no error of a carrier. */
    List<Throwable> broken() {
        return List.copyOf(broken);
    }

    List<String> hanging() {
        return List.copyOf(hanging);
    }

    List<SandboxShipment> booked() {
        return WIRES.stream().flatMap(wire -> sandbox.shipments(wire).stream()).toList();
    }

    List<SandboxPickup> pickups() {
        return WIRES.stream().flatMap(wire -> sandbox.pickups(wire).stream()).toList();
    }

    /** How many calls ended how. */
    String summary() {
        Map<String, Long> ends = told.stream()
                .flatMap(call -> call.failures().isEmpty()
                        ? Stream.of("answered")
                        : call.failures().stream().map(error -> error.code().name()))
                .collect(Collectors.groupingBy(end -> end, TreeMap::new, Collectors.counting()));
        return threads + " threads, closed after " + closeAfter + " calls, " + told.size() + " calls of "
                + told.stream().map(call -> call.verb().name()).distinct().count() + " verbs, "
                + told.stream().filter(Told::lateBegun).count() + " begun after it, the last ended "
                + endedAfterMillis + " ms after it; labels "
                + booked().size() + ", pickups " + pickups().size() + "; " + ends;
    }

    /** Refers to the client no more. */
    void forget() {
        client = null;
        running.clear();
    }

    static Set<Thread> threadsOfClients() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().matches("trackingmcp-.*|HttpClient-.*"))
                .collect(Collectors.toSet());
    }

    /** Those that do not end: before JDK 21 the one that reads the network waits for the garbage collector. */
    static Set<String> threadsLeft(Set<Thread> before) throws InterruptedException {
        Set<Thread> left = threadsOfClients();
        left.removeAll(before);
        for (Thread thread : left) {
            for (int wait = 0; wait < 100 && thread.isAlive(); wait++) {
                System.gc();
                thread.join(100);
            }
        }
        return left.stream().filter(Thread::isAlive).map(Thread::getName).collect(Collectors.toSet());
    }
}
