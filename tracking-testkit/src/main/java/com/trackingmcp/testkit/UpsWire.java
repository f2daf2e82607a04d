package com.trackingmcp.testkit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * UPS: the OAuth token, the three ways of its Tracking API, each a GET with two headers of its own, and what
 * {@link UpsTrade} does.
 */
final class UpsWire implements CarrierBehaviour {

    private static final String TOKEN = "/security/v1/oauth/token";
    private static final Map<String, String> PREFIXES = Map.of(
            "track", "/api/track/v1/details/",
            "shipment", "/api/track/v1/shipment/details/",
            "reference", "/api/track/v1/reference/details/");
    private static final Family[] OURS = {Family.UPS, Family.UPS_MAIL_INNOVATIONS};
    private static final Set<String> FLAGS = Set.of("returnSignature", "returnPOD", "returnMilestones");
    private static final String BAD_REQUEST = "TV1001";
    private static final String BAD_NUMBER = "TV1002";
    private static final String NOT_FOUND = "TW0001";

    private final ParcelBook book;
    private final UpsTrade trade;
    private final UpsFetching fetching;
    private final Tokens tokens;

    UpsWire(ParcelBook book, ShipmentBook sold, DeskBook desk, Clock clock) {
        this.book = book;
        this.trade = new UpsTrade(book, sold, desk);
        this.fetching = new UpsFetching(desk);
        this.tokens = new Tokens("ups", clock, Duration.ofSeconds(14399));
    }

    @Override
    public String wire() {
        return "ups";
    }

    @Override
    public String operation(SandboxRequest request) {
        String path = request.path();
        if (path.equals(TOKEN)) {
            return "token";
        }
        for (Map.Entry<String, String> prefix : PREFIXES.entrySet()) {
            if (path.startsWith(prefix.getValue())) {
                return prefix.getKey();
            }
        }
        return UpsTrade.operation(path).or(() -> UpsFetching.operation(request)).orElse("unknown");
    }

    @Override
    public int numbers(SandboxRequest request) {
        return Set.of("track", "shipment").contains(operation(request)) ? 1 : 0;
    }

    @Override
    public void expireTokens() {
        tokens.expireAll();
    }

    @Override
    public SandboxResponse failure(int status) {
        return switch (status) {
            case 400 -> error(400, BAD_REQUEST, "The request was not understood.");
            case 401 -> error(401, "250002", "Invalid Authentication Information.");
            case 403 -> error(403, "250006", "Blocked Merchant.");
            case 404 -> error(404, "404", "There is nothing at this address.");
            case 429 -> error(429, "10429", "Too Many Requests");
            case 503 -> error(503, "10503", "The resource is not available.");
            default -> error(status, "10" + status, "Something went wrong on our side.");
        };
    }

    @Override
    public SandboxResponse answer(SandboxRequest request) {
        String operation = operation(request);
        if (operation.equals("token")) {
            return request.method().equals("POST") ? token(request) : failure(404);
        }
        if (!tokens.accepts(request)) {
            return failure(401);
        }
        if (UpsTrade.operation(request.path()).isPresent()) {
            return trade.answer(operation, request).orElseGet(() -> failure(404));
        }
        if (UpsFetching.operation(request).isPresent()) {
            return fetching.answer(operation, request).orElseGet(() -> failure(404));
        }
        if (operation.equals("unknown") || !request.method().equals("GET")) {
            return failure(404);
        }
        return complaint(request).orElseGet(() -> switch (operation) {
            case "track" -> track(request);
            case "shipment" -> shipment(request);
            default -> reference(request);
        });
    }

    /** What is wrong with the request, if anything. */
    private Optional<SandboxResponse> complaint(SandboxRequest request) {
        for (String name : List.of("transId", "transactionSrc")) {
            if (request.header(name).orElse("").isBlank()) {
                return Optional.of(error(400, BAD_REQUEST, "Missing header " + name + "."));
            }
        }
        int length = asked(request).length();
        if (!operation(request).equals("reference") && (length < 7 || length > 34)) {
            return Optional.of(error(400, BAD_NUMBER, "Invalid inquiry number."));
        }
        for (String flag : FLAGS) {
            for (String value : request.parameters(flag)) {
                if (!value.equals("true") && !value.equals("false")) {
                    return Optional.of(error(400, BAD_REQUEST, flag + " must be true or false."));
                }
            }
        }
        for (String name : List.of("offset", "count", "fromPickUpDate", "toPickUpDate")) {
            for (String value : request.parameters(name)) {
                if (!value.matches("\\d{1,8}")) {
                    return Optional.of(error(400, BAD_REQUEST, name + " must be digits."));
                }
            }
        }
        return Optional.empty();
    }

    private SandboxResponse token(SandboxRequest request) {
        boolean known = request.hasBasic(SandboxSettings.UPS_ID, SandboxSettings.UPS_SECRET);
        if (!known) {
            return failure(401);
        }
        boolean asks = request.speaks("application/x-www-form-urlencoded")
                && request.field("grant_type").equals("client_credentials");
        if (!asks) {
            return error(400, "10400", "Invalid/Missing Grant Type");
        }
        ObjectNode body = Json.object();
        body.put("token_type", "Bearer");
        body.put("issued_at", Long.toString(tokens.now().toEpochMilli()));
        body.put("client_id", SandboxSettings.UPS_ID);
        body.put("access_token", tokens.issue());
        body.put("expires_in", Long.toString(tokens.life().toSeconds()));
        body.put("scope", "").put("refresh_count", "0").put("status", "approved");
        return SandboxResponse.json(200, body);
    }

    private SandboxResponse track(SandboxRequest request) {
        String number = asked(request);
        Optional<SandboxParcel> found = book.find(number, OURS);
        if (found.isEmpty()) {
            return notFound(number);
        }
        SandboxParcel parcel = found.get();
        UpsBody.Extras extras = new UpsBody.Extras(
                flag(request, "returnSignature"), flag(request, "returnPOD"), flag(request, "returnMilestones"));
        List<SandboxParcel> told = parcel.has(Quirk.SEVERAL_RESULTS) ? parcel.shipment() : List.of(parcel);
        return answer(shipment(number, told, parcel.shipment().size(), extras));
    }

    private SandboxResponse shipment(SandboxRequest request) {
        String number = asked(request);
        Optional<SandboxParcel> found = book.find(number, OURS);
        if (found.isEmpty()) {
            return notFound(number);
        }
        List<SandboxParcel> all = found.get().shipment();
        int from = Math.min(Integer.parseInt(request.parameter("offset").orElse("0")), all.size());
        int count = Integer.parseInt(request.parameter("count").orElse("50"));
        List<SandboxParcel> page = all.subList(from, Math.min(from + count, all.size()));
        return answer(shipment(number, page, all.size(), UpsBody.Extras.NONE));
    }

    private SandboxResponse reference(SandboxRequest request) {
        String reference = asked(request);
        List<SandboxParcel> found = book.findReference(reference, OURS);
        if (found.isEmpty()) {
            return notFound(reference);
        }
        return answer(found.stream()
                .map(parcel -> shipment(
                        parcel.number(), List.of(parcel), parcel.shipment().size(), UpsBody.Extras.NONE))
                .toArray(ObjectNode[]::new));
    }

    private static ObjectNode shipment(String number, List<SandboxParcel> packages, int ofAll, UpsBody.Extras extras) {
        ObjectNode shipment = Json.object().put("inquiryNumber", number);
        ArrayNode rendered = shipment.putArray("package");
        packages.forEach(parcel -> rendered.add(new UpsBody(parcel, extras).render(ofAll)));
        shipment.putArray("userRelation").add("SHIPPER");
        if (!packages.isEmpty()) {
            SandboxParcel first = packages.get(0);
            first.scans().stream()
                    .filter(scan -> scan.step() == Step.PICKED_UP)
                    .findFirst()
                    .ifPresent(scan -> shipment.put("pickupDate", day(scan)));
            if (first.has(Quirk.SINGLE_OBJECTS)) {
                shipment.set("package", rendered.get(0));
                shipment.put("userRelation", "SHIPPER");
            }
        }
        return shipment;
    }

    private static String day(Scan scan) {
        return DateTimeFormatter.BASIC_ISO_DATE.format(scan.local().toLocalDate());
    }

    private static SandboxResponse answer(ObjectNode... shipments) {
        ObjectNode body = Json.object();
        ObjectNode answer = body.putObject("trackResponse");
        boolean alone = shipments.length == 1 && shipments[0].path("package").isObject();
        answer.set("shipment", alone ? shipments[0] : Json.array(shipments));
        return SandboxResponse.json(200, body);
    }

    /** Mostly a warning inside a 200; for one well-known number, the 404 of the published description. */
    private static SandboxResponse notFound(String number) {
        if (number.equals(SandboxNumbers.UPS_NOT_FOUND_404)) {
            return error(404, NOT_FOUND, "Tracking Information Not Found");
        }
        ObjectNode shipment = Json.object().put("inquiryNumber", number);
        shipment.putArray("warnings")
                .addObject()
                .put("code", NOT_FOUND)
                .put("message", "Tracking Information Not Found");
        return answer(shipment);
    }

    private static boolean flag(SandboxRequest request, String name) {
        return request.parameter(name).orElse("false").equals("true");
    }

    /** What stands behind the operation's path; a reference may have slashes in it. */
    private String asked(SandboxRequest request) {
        String prefix = PREFIXES.getOrDefault(operation(request), "");
        return request.path().substring(prefix.length());
    }

    private static SandboxResponse error(int status, String code, String message) {
        ObjectNode body = Json.object();
        body.putObject("response")
                .putArray("errors")
                .addObject()
                .put("code", code)
                .put("message", message);
        return SandboxResponse.json(status, body);
    }
}
