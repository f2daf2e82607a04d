package com.trackingmcp.testkit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A Karrio server: one API before many carriers. Each of its resources answers for itself; here is what they share: who is
 * let in, the id of the request, addresses that are unknown. It lets one request in at a time, as if each were a transaction.
 */
final class KarrioWire implements CarrierBehaviour {
    private static final Pattern REQUEST_ID = Pattern.compile("[A-Za-z0-9_.-]{1,200}");

    private final KarrioServer server;
    private final KarrioTokens tokens;
    private final KarrioAccess access;
    private final KarrioShipments shipments;
    private final KarrioDesk office;
    private final KarrioRoutes routes = new KarrioRoutes();

    KarrioWire(ParcelBook parcels, ShipmentBook sold, DeskBook desk, Clock clock) {
        server = new KarrioServer(parcels, sold, desk, clock);
        tokens = new KarrioTokens(clock);
        access = new KarrioAccess(tokens);
        KarrioTracking tracking = new KarrioTracking(server);
        KarrioTrackers trackers = new KarrioTrackers(server, tracking);
        KarrioTariff tariff = new KarrioTariff(server);
        shipments = new KarrioShipments(server, tariff, trackers);
        KarrioPapers papers = new KarrioPapers(server, access);
        office = new KarrioDesk(server, routes, papers);
        List<KarrioResource> resources = List.of(
                tokens,
                new KarrioReferences(server),
                new KarrioConnections(server),
                new KarrioRates(server, tariff),
                tracking,
                trackers,
                shipments,
                papers,
                office);
        resources.forEach(resource -> resource.enter(routes));
    }

    /** Keeps this many shipments that were bought before, a minute apart, the last one now. */
    synchronized List<SandboxShipment> stock(int count) {
        return new KarrioStock(server, shipments).fill(count);
    }

    @Override
    public String wire() {
        return "karrio";
    }

    @Override
    public String operation(SandboxRequest request) {
        return routes.find(request).map(found -> found.route().operation()).orElse("unknown");
    }

    /** The gateway is asked about one number at a time. */
    @Override
    public int numbers(SandboxRequest request) {
        return operation(request).equals("track") ? 1 : 0;
    }

    @Override
    public void expireTokens() {
        tokens.expireAll();
    }

    @Override
    public SandboxResponse failure(int status) {
        return switch (status) {
            case 400 -> KarrioRefusal.invalid("body: Not a valid request.").answer();
            case 401 -> KarrioAccess.refused().answer();
            case 403 ->
                KarrioRefusal.error(
                                403, "permission_denied", "You do not have permission to perform this action.", "error")
                        .answer();
            case 404 ->
                KarrioRefusal.error(404, "not_found", "Not found.", "warning").answer();
            case 409 -> KarrioRefusal.state("The resource is in another state").answer();
            case 424 -> carrierFailure();
            case 429 ->
                KarrioRefusal.error(
                                429, "throttled", "Request was throttled. Expected available in 1 seconds.", "warning")
                        .answer();
            default ->
                KarrioRefusal.error(status, "error", "The server failed", "error")
                        .answer();
        };
    }

    private SandboxResponse carrierFailure() {
        KarrioConnection connection = server.connections().get(0);
        List<ObjectNode> said = List.of(KarrioRefusal.message(connection, "SYS01", "The carrier failed"));
        return KarrioRefusal.messages(424, said).answer();
    }

    @Override
    public synchronized SandboxResponse answer(SandboxRequest request) {
        String requestId = request.header("X-Request-ID")
                .filter(id -> REQUEST_ID.matcher(id).matches())
                .orElseGet(() -> server.book().id("req"));
        Optional<KarrioRoutes.Found> found = routes.find(request);
        SandboxResponse answer = found.map(way -> serve(request, way, requestId))
                .orElseGet(() -> routes.knows(request.path()) ? notAllowed(request) : KarrioRefusal.page404());
        return answer.with("X-Request-ID", requestId);
    }

    synchronized List<String> fillOrders(int count) {
        return office.orders().fill(count);
    }

    synchronized SandboxPush push(String event, String id) {
        return office.push(event, id);
    }

    private SandboxResponse serve(SandboxRequest request, KarrioRoutes.Found way, String requestId) {
        try {
            boolean open = way.route().open();
            Optional<Boolean> mode = open && isPublic(request) ? Optional.of(true) : access.testMode(request);
            boolean testMode =
                    mode.or(() -> open ? Optional.of(true) : Optional.empty()).orElseThrow(KarrioAccess::missing);
            check(request);
            KarrioAsk ask = new KarrioAsk(request, way.parts(), testMode, requestId);
            return way.route().handler().apply(ask).with("X-test-mode", Boolean.toString(testMode));
        } catch (KarrioRefusal refusal) {
            return refusal.answer();
        }
    }

    /** JSON is the one thing it reads. */
    private static void check(SandboxRequest request) {
        if (request.body().isBlank()) {
            return;
        }
        if (!request.speaks("application/json")) {
            String type = request.header("Content-Type").orElse("");
            throw KarrioRefusal.error(
                    415, "unsupported_media_type", "Unsupported media type \"" + type + "\" in request.", "error");
        }
        if (!Json.read(request.body()).isObject()) {
            throw KarrioRefusal.error(400, "parse_error", "JSON parse error - Expecting value", "error");
        }
    }

    /** The server does not even look at the credentials that come with these. */
    private static boolean isPublic(SandboxRequest request) {
        return !request.path().startsWith("/v1/trackers");
    }

    private static SandboxResponse notAllowed(SandboxRequest request) {
        String message = "Method \"" + request.method() + "\" not allowed.";
        return KarrioRefusal.error(405, "method_not_allowed", message, "error").answer();
    }
}
