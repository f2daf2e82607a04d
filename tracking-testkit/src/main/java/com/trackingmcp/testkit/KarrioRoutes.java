package com.trackingmcp.testkit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Which method and path of the gateway is answered by whom. Written before the first request, only read after that. */
final class KarrioRoutes {

    private final List<Route> routes = new ArrayList<>();

    /** A way to one answer; {@code open} needs no credentials. */
    record Route(
            String operation,
            String method,
            List<String> path,
            boolean open,
            Function<KarrioAsk, SandboxResponse> handler) {

        /** The values of the parts in braces, if the path is this one's. */
        Optional<Map<String, String>> parts(String asked) {
            List<String> segments = segments(asked);
            if (segments.size() != path.size()) {
                return Optional.empty();
            }
            Map<String, String> parts = new HashMap<>();
            for (int i = 0; i < path.size(); i++) {
                String wanted = path.get(i);
                if (wanted.startsWith("{")) {
                    parts.put(wanted.substring(1, wanted.length() - 1), segments.get(i));
                } else if (!wanted.equals(segments.get(i))) {
                    return Optional.empty();
                }
            }
            return Optional.of(parts);
        }
    }

    /** A route and the values of its parts. */
    record Found(Route route, Map<String, String> parts) {}

    /**
     * Enters a route.
     *
     * @param operation the word for {@link SandboxCall#operation}
     * @param line a method, a blank and a path with parts in braces: {@code GET /v1/shipments/{id}}
     */
    KarrioRoutes on(String operation, String line, Function<KarrioAsk, SandboxResponse> handler) {
        return enter(operation, line, false, handler);
    }

    /** Enters a route that is answered without credentials too. */
    KarrioRoutes open(String operation, String line, Function<KarrioAsk, SandboxResponse> handler) {
        return enter(operation, line, true, handler);
    }

    private KarrioRoutes enter(
            String operation, String line, boolean open, Function<KarrioAsk, SandboxResponse> handler) {
        int blank = line.indexOf(' ');
        routes.add(new Route(operation, line.substring(0, blank), segments(line.substring(blank + 1)), open, handler));
        return this;
    }

    Optional<Found> find(SandboxRequest request) {
        return routes.stream()
                .filter(route -> route.method().equals(request.method()))
                .flatMap(route -> route.parts(request.path()).map(parts -> new Found(route, parts)).stream())
                .findFirst();
    }

    /** Whether the path is known, be it with another method. */
    boolean knows(String path) {
        return routes.stream().anyMatch(route -> route.parts(path).isPresent());
    }

    /** A slash at the end is a segment of its own: no path of the gateway has one. */
    private static List<String> segments(String path) {
        return List.of(path.split("/", -1));
    }
}
