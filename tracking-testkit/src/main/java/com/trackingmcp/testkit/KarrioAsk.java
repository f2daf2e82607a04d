package com.trackingmcp.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request to the gateway that was let in. Immutable, but for its body, which nobody changes.
 *
 * @param http the request, its path below {@code /karrio}
 * @param parts the values of the parts in braces of the route
 * @param testMode whether the caller works in test mode
 * @param requestId the caller's {@code X-Request-ID}, or the one the server made
 */
record KarrioAsk(SandboxRequest http, Map<String, String> parts, boolean testMode, String requestId) {

    String part(String name) {
        return parts.getOrDefault(name, "");
    }

    /** The body, missing where it is no JSON. */
    JsonNode body() {
        return Json.read(http.body());
    }

    Optional<String> parameter(String name) {
        return http.parameter(name).filter(value -> !value.isEmpty());
    }

    /** Every value of a parameter that may be repeated or be a list with commas. */
    List<String> values(String name) {
        return http.parameters(name).stream()
                .flatMap(value -> List.of(value.split(",")).stream())
                .map(String::trim)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    /** A parameter as the server's filters read it: {@code true}, {@code True} or {@code 1}. */
    Optional<Boolean> flag(String name) {
        return parameter(name).map(value -> value.equalsIgnoreCase("true") || value.equals("1"));
    }
}
