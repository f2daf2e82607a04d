package com.trackingmcp.reliability.race;

import com.trackingmcp.Listing;
import com.trackingmcp.TrackingClient;
import com.trackingmcp.error.CarrierException;
import com.trackingmcp.spi.Outcomes;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;

/**
 * One verb of the client with what it is asked, as it is written: {@code pickups.schedule}. Immutable.
 *
 * @param name the room and the method, or the method alone where it is the client's own
 * @param arguments what it is given
 */
public record ClientVerb(String name, List<Object> arguments) {
    public static ClientVerb of(String name, Object... arguments) {
        return new ClientVerb(name, List.of(arguments));
    }

    /** The kinds of arguments it has, for those whose methods have one name. */
    public String signature() {
        return name + "/" + arguments.size();
    }

    /** Asks, on this thread or by the twin that tells later. */
    public Object ask(TrackingClient client, boolean later, long patienceSeconds)
            throws InterruptedException, TimeoutException {
        if (name.startsWith("stream")) {
            List<Object> outcomes = new ArrayList<>();
            BiConsumer<Object, Object> consumer = (asked, outcome) -> outcomes.add(outcome);
            call(client, name, List.of(arguments.get(0), consumer));
            return outcomes;
        }
        int dot = name.indexOf('.');
        Object room = dot < 0 ? client : call(client, name.substring(0, dot), List.of());
        String method = name.substring(dot + 1);
        Optional<Method> twin = find(room, method + "Async", arguments);
        if (later && twin.isPresent()) {
            return settled((CompletableFuture<?>) invoke(twin.get(), room, arguments), patienceSeconds);
        }
        Object answer = call(room, method, arguments);
        // a list asks nobody before it is read
        return answer instanceof Listing<?> list ? list.page(0, 5) : answer;
    }

    private static Object settled(CompletableFuture<?> future, long patienceSeconds)
            throws InterruptedException, TimeoutException {
        try {
            return future.get(patienceSeconds, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof CarrierException told) {
                throw told;
            }
            throw Outcomes.carrierException(e);
        }
    }

    private static Object call(Object room, String method, List<Object> arguments) {
        Method found = find(room, method, arguments)
                .orElseThrow(() -> new AssertionError("no " + method + " in " + room.getClass()));
        return invoke(found, room, arguments);
    }

    private static Optional<Method> find(Object room, String name, List<Object> arguments) {
        return Arrays.stream(room.getClass().getMethods())
                .filter(method -> method.getName().equals(name) && takes(method, arguments))
                .findFirst();
    }

    private static boolean takes(Method method, List<Object> arguments) {
        Class<?>[] types = method.getParameterTypes();
        boolean fits = types.length == arguments.size();
        for (int i = 0; fits && i < types.length; i++) {
            fits = types[i].isInstance(arguments.get(i));
        }
        return fits;
    }

    private static Object invoke(Method method, Object room, List<Object> arguments) {
        try {
            method.setAccessible(true);
            Object answer = method.invoke(room, arguments.toArray());
            return answer == null ? "nothing" : answer;
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException told) {
                throw told;
            }
            throw new AssertionError(method + " threw what is no error of a carrier", e.getCause());
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }
}
