package com.trackingmcp.reliability.race;

import static org.assertj.core.api.Assertions.assertThat;

import com.trackingmcp.CachePolicy;
import com.trackingmcp.TrackingClient;
import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.testkit.CarrierSandbox;
import com.trackingmcp.testkit.SandboxCall;
import com.trackingmcp.testkit.SandboxHold;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The client is closed while the carrier holds one of the requests that a verb takes: those that take several and end with
 * a deed, or with the system property {@code reliability.all} every verb.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@Timeout(60)
class ClosingWhileHeldTest {
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Duration A_MOMENT = Duration.ofMillis(20);

    /** What is no news of the closed client, nor of what a carrier answered before. */
    private static final Set<ErrorCode> WRONG = EnumSet.of(
            ErrorCode.UNEXPECTED,
            ErrorCode.CALL_CANCELLED,
            ErrorCode.DEADLINE_EXCEEDED,
            ErrorCode.CARRIER_UNAVAILABLE,
            ErrorCode.MALFORMED_RESPONSE);

    private static final boolean ALL = Boolean.getBoolean("reliability.all");
    private static final Set<String> DEEDS =
            Set.of("track", "erase", "ship", "shipments.cancel", "pickups.schedule", "pickups.update");

    private final CarrierSandbox sandbox = CarrierSandbox.start();
    private final ExecutorService callers = Executors.newCachedThreadPool();

    @AfterEach
    void close() {
        sandbox.close();
        callers.shutdownNow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fedex", "ups", "dhl", "karrio:canadapost"})
    void whatever_is_on_its_way_ends_and_says_that_the_client_is_closed(String carrier) throws Exception {
        List<String> problems = new ArrayList<>();
        int held = 0;
        for (ClientVerb verb :
                ClientVerbs.of(sandbox, carrier, "held-" + carrier.substring(carrier.indexOf(':') + 1))) {
            for (SandboxCall call : ALL || DEEDS.contains(verb.name()) ? callsOf(verb) : List.<SandboxCall>of()) {
                held += closed(verb, call, problems) ? 1 : 0;
            }
        }
        System.out.println("closing while held: " + carrier + ", " + held + " requests");
        assertThat(problems).as("%s, %d requests held", carrier, held).isEmpty();
        assertThat(held).isGreaterThan(5);
    }

    /** Each kind of request that a verb takes. */
    private List<SandboxCall> callsOf(ClientVerb verb) throws Exception {
        sandbox.forgetCalls();
        try (TrackingClient client = client()) {
            verb.ask(client, false, SOON.toSeconds());
        } catch (CarrierException refused) {
            // what was sent before counts all the same
        }
        List<SandboxCall> kinds = new ArrayList<>();
        for (SandboxCall call : sandbox.calls()) {
            if (kinds.stream()
                    .noneMatch(kind ->
                            kind.wire().equals(call.wire()) && kind.operation().equals(call.operation()))) {
                kinds.add(call);
            }
        }
        return kinds;
    }

    private boolean closed(ClientVerb verb, SandboxCall kind, List<String> problems) throws Exception {
        CompletableFuture<Told> told;
        try (SandboxHold hold = sandbox.hold(kind.wire()).on(kind.operation());
                TrackingClient client = client()) {
            told = CompletableFuture.supplyAsync(() -> told(verb, client), callers);
            while (!hold.awaitCalls(1, A_MOMENT)) {
                if (told.isDone()) {
                    // asked a second time it may need less
                    return false;
                }
            }
            client.close();
            Told end = told.get(SOON.toSeconds(), TimeUnit.SECONDS);
            for (CarrierException error : end.failures()) {
                if (WRONG.contains(error.code())) {
                    problems.add(verb.signature() + " held at " + kind.operation() + ": " + error.getMessage());
                }
            }
        }
        return true;
    }

    private static Told told(ClientVerb verb, TrackingClient client) {
        try {
            return Told.answered(verb, false, verb.ask(client, false, SOON.toSeconds()));
        } catch (CarrierException e) {
            return Told.failed(verb, false, e);
        } catch (Exception e) {
            throw new AssertionError(verb.signature(), e);
        }
    }

    private TrackingClient client() {
        return TrackingClient.builder()
                .config(sandbox.config())
                .clock(sandbox.clock())
                .cache(CachePolicy.off())
                .retries(2, Duration.ofMillis(1))
                .build();
    }
}
