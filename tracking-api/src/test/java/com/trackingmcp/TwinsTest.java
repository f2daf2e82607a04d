package com.trackingmcp;

import static java.util.Comparator.comparing;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each verb that waits for a carrier has a twin that does not. */
class TwinsTest {
    /** What asks nobody, or cannot but keep its thread. */
    private static final Set<String> WITHOUT_TWIN = Set.of(
            "builder",
            "create",
            "detect",
            "stream",
            "streamAll",
            "parse",
            "shipments",
            "addresses",
            "pickups",
            "suggest",
            "landedCosts",
            "documents",
            "locations",
            "manifests",
            "subscriptions",
            "orders",
            "addressBook",
            "batches",
            "webhooks",
            "forget",
            "forgetAll",
            "unmappedCodes",
            "quota",
            "health",
            "lanes",
            "cacheStats",
            "close");

    @ParameterizedTest
    @ValueSource(
            classes = {
                TrackingClient.class,
                Shipments.class,
                Addresses.class,
                Pickups.class,
                LandedCosts.class,
                Documents.class,
                Locations.class,
                Manifests.class,
                Subscriptions.class,
                Webhooks.class,
                Orders.class,
                AddressBook.class,
                Batches.class
            })
    void theFullestFormOfEachVerbHasATwin(Class<?> door) {
        List<Method> methods = Arrays.stream(door.getMethods())
                .filter(method -> method.getDeclaringClass() != Object.class)
                .toList();
        Map<String, Method> fullest = new TreeMap<>();
        methods.stream()
                .filter(method -> method.getReturnType() != CompletableFuture.class)
                .filter(method -> method.getReturnType() != Listing.class)
                .filter(method -> !WITHOUT_TWIN.contains(method.getName()))
                .sorted(comparing(Method::getParameterCount))
                .forEach(method -> fullest.put(method.getName(), method));
        assertThat(fullest).isNotEmpty();
        fullest.forEach((name, verb) -> assertThat(methods)
                .as("the twin of %s", verb)
                .anyMatch(method -> method.getName().equals(name + "Async")
                        && method.getParameterCount() == verb.getParameterCount()));
    }
}
