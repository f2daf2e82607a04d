package com.trackingmcp.reliability.race;

import static org.assertj.core.api.Assertions.assertThat;

import com.trackingmcp.CachePolicy;
import com.trackingmcp.TrackingClient;
import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.model.AddressValidation;
import com.trackingmcp.model.Outcome;
import com.trackingmcp.model.PickupConfirmation;
import com.trackingmcp.model.ShipmentRequest;
import com.trackingmcp.testkit.CarrierSandbox;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Five hundred threads ask for everything the client can do, and it is closed in the middle: at a moment that a seed
 * chooses, when so many calls have ended. System properties: {@code reliability.seed}, {@code reliability.rounds} and
 * {@code reliability.threads}.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ClosingUnderLoadTest {
    private static final long SEED = Long.getLong("reliability.seed", 20261124);
    private static final int ROUNDS = Integer.getInteger("reliability.rounds", 1);
    private static final int THREADS = Integer.getInteger("reliability.threads", 500);

    /** What nobody does here: the caller waits, the carriers answer, and the time does not go on. */
    private static final Set<ErrorCode> WRONG = EnumSet.of(
            ErrorCode.UNEXPECTED,
            ErrorCode.CALL_CANCELLED,
            ErrorCode.DEADLINE_EXCEEDED,
            ErrorCode.CARRIER_UNAVAILABLE,
            ErrorCode.MALFORMED_RESPONSE);

    /** What is known without asking anybody. */
    private static final Set<String> KNOWN = Set.of(
            "detect",
            "forget",
            "forgetAll",
            "cacheStats",
            "carriers",
            "unmappedCodes",
            "quota",
            "health",
            "lanes",
            "webhooks.parse",
            "pickups.suggest",
            "locations.politicalDivisions",
            "check",
            "documents.check",
            "documents.checkAttach",
            "documents.checkDelete",
            "manifests.check",
            "pickups.check",
            "pickups.checkCancel",
            "pickups.checkQuote",
            "pickups.checkUpdate");

    static Stream<Long> seeds() {
        return IntStream.range(0, ROUNDS).mapToObj(round -> SEED + round);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void every_call_ends_with_an_answer_or_with_the_news_that_the_client_is_closed(long seed) throws Exception {
        Set<Thread> before = Load.threadsOfClients();
        Load load;
        try (CarrierSandbox sandbox = CarrierSandbox.start()) {
            load = new Load(sandbox, client(sandbox), THREADS, seed);
            load.run();
        }
        System.out.println("closing under load, seed " + seed + ": " + load.summary());
        // the sandbox is closed: nothing is booked any more
        List<Told> told = load.told();
        assertThat(load.hanging()).as("calls that never ended; seed %d", seed).isEmpty();
        assertThat(load.broken())
                .as("what no carrier's error is; seed %d", seed)
                .isEmpty();
        assertThat(told).hasSizeGreaterThanOrEqualTo(THREADS);
        assertThat(problems(told)).as("seed %d", seed).isEmpty();
        assertThat(told)
                .as("closed in the middle; seed %d", seed)
                .anyMatch(call -> call.failedWith(ErrorCode.CLIENT_CLOSED));
        labelsAreAccountedFor(load, seed);
        pickupsAreAccountedFor(load, seed);
        load.forget();
        assertThat(Load.threadsLeft(before)).as("threads left; seed %d", seed).isEmpty();
    }

    private static TrackingClient client(CarrierSandbox sandbox) {
        return TrackingClient.builder()
                .config(sandbox.config())
                .clock(sandbox.clock())
                .cache(CachePolicy.off())
                .retries(2, Duration.ofMillis(1))
                .deadline(Duration.ofMinutes(5))
                .requestTimeout(Duration.ofMinutes(2))
                .build();
    }

    private static Map<String, Long> problems(List<Told> told) {
        Map<String, Long> problems = new TreeMap<>();
        for (Told call : told) {
            for (CarrierException error : call.failures()) {
                // who asks nobody may be told that a gateway has not told of its carriers yet
                boolean isWrong = WRONG.contains(error.code())
                        && !(KNOWN.contains(call.verb().name()) && error.code() == ErrorCode.CARRIER_UNAVAILABLE);
                if (isWrong) {
                    problems.merge(call.verb().signature() + ": " + error.getMessage(), 1L, Long::sum);
                }
            }
            boolean asks = !KNOWN.contains(call.verb().name());
            if (call.lateBegun() && asks && call.failures().isEmpty() && !isEmpty(call.answer())) {
                problems.merge(call.verb().signature() + " was answered by a closed client", 1L, Long::sum);
            }
        }
        return problems;
    }

    /** Nothing was found, or nothing was known of the place: nobody had to be asked for that. */
    private static boolean isEmpty(@Nullable Object answer) {
        return answer instanceof List<?> list && list.isEmpty()
                || answer instanceof AddressValidation validation
                        && validation.verdict() == AddressValidation.Verdict.UNKNOWN;
    }

    /** What is booked was confirmed or told as unclear, and what was told as not bought is not in the books. */
    private static void labelsAreAccountedFor(Load load, long seed) {
        Set<String> confirmed = new TreeSet<>();
        Set<String> unclear = new TreeSet<>();
        Set<String> not = new TreeSet<>();
        for (Told call : load.told()) {
            if (call.verb().name().equals("ship")) {
                String reference = reference(call.verb().arguments().get(0));
                sort(call.answer() == null ? call.failures() : List.of(), reference, confirmed, unclear, not);
            } else if (call.verb().name().equals("shipAll") && call.answer() instanceof List<?> outcomes) {
                List<?> rows = (List<?>) call.verb().arguments().get(0);
                for (int i = 0; i < rows.size(); i++) {
                    Outcome<?> outcome = (Outcome<?>) outcomes.get(i);
                    sort(outcome.failure().stream().toList(), reference(rows.get(i)), confirmed, unclear, not);
                }
            }
        }
        List<String> booked = load.booked().stream()
                .flatMap(shipment -> shipment.references().stream())
                .toList();
        assertThat(booked).as("bought twice; seed %d", seed).doesNotHaveDuplicates();
        assertThat(booked).as("confirmed; seed %d", seed).containsAll(confirmed);
        assertThat(booked).as("told as not bought; seed %d", seed).doesNotContainAnyElementsOf(not);
        assertThat(booked.stream().filter(reference -> !confirmed.contains(reference)))
                .as("bought, and nobody was told; seed %d", seed)
                .isSubsetOf(unclear);
    }

    private static void sort(
            List<CarrierException> failure,
            String reference,
            Set<String> confirmed,
            Set<String> unclear,
            Set<String> not) {
        if (failure.isEmpty()) {
            confirmed.add(reference);
        } else if (failure.get(0).code() == ErrorCode.OUTCOME_UNKNOWN) {
            assertThat(failure.get(0).reference()).contains(reference);
            unclear.add(reference);
        } else {
            not.add(reference);
        }
    }

    private static String reference(Object request) {
        return ((ShipmentRequest) request).references().get(0).value();
    }

    private static void pickupsAreAccountedFor(Load load, long seed) {
        List<Told> asked = load.told().stream()
                .filter(call -> call.verb().name().equals("pickups.schedule"))
                .toList();
        Set<String> confirmed = asked.stream()
                .filter(call -> call.answer() instanceof PickupConfirmation)
                .map(call -> ((PickupConfirmation) call.answer()).confirmationNumber())
                .collect(Collectors.toSet());
        long unclear = asked.stream()
                .filter(call -> call.failedWith(ErrorCode.OUTCOME_UNKNOWN))
                .count();
        long booked = load.pickups().size();
        assertThat(booked).as("pickups; seed %d", seed).isBetween((long) confirmed.size(), confirmed.size() + unclear);
    }

    @Test
    void no_verb_of_the_client_is_left_out() {
        try (CarrierSandbox sandbox = CarrierSandbox.start()) {
            Set<String> asked = ClientVerbs.of(sandbox, "ups", "test-order").stream()
                    .map(ClientVerb::name)
                    .collect(Collectors.toSet());
            assertThat(asked).isEqualTo(allVerbs());
        }
    }

    /** Every public method of the client and its rooms that is not static, and no twin of another. */
    private static Set<String> allVerbs() {
        Set<String> verbs = new TreeSet<>();
        for (Method method : TrackingClient.class.getMethods()) {
            boolean isRoom = method.getParameterCount() == 0
                    && method.getReturnType().getPackage() == TrackingClient.class.getPackage()
                    && !method.getReturnType().isRecord();
            if (isRoom && !Modifier.isStatic(method.getModifiers())) {
                names(method.getReturnType()).forEach(name -> verbs.add(method.getName() + "." + name));
            } else {
                verbs.addAll(names(TrackingClient.class));
            }
        }
        verbs.removeIf(name -> verbs.contains(name + ".list") || isRoomName(name) || name.equals("close"));
        return verbs;
    }

    private static boolean isRoomName(String name) {
        return Arrays.stream(TrackingClient.class.getMethods())
                .anyMatch(method -> method.getName().equals(name)
                        && method.getParameterCount() == 0
                        && method.getReturnType().getPackage() == TrackingClient.class.getPackage());
    }

    private static Set<String> names(Class<?> type) {
        return Arrays.stream(type.getMethods())
                .filter(method -> method.getDeclaringClass() != Object.class)
                .filter(method -> !Modifier.isStatic(method.getModifiers()))
                .map(Method::getName)
                .filter(name -> !name.endsWith("Async"))
                .collect(Collectors.toSet());
    }
}
