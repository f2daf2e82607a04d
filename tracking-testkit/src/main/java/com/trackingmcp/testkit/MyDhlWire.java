package com.trackingmcp.testkit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The MyDHL API of DHL Express: tracking, proof of delivery, sales in its {@link MyDhlShop} and what belongs to them at its
 * {@link MyDhlDesk}; with Basic credentials. */
final class MyDhlWire implements CarrierBehaviour {

    private static final String BATCH = "/tracking";
    private static final Pattern ONE = Pattern.compile("/shipments/([^/]+)/(tracking|proof-of-delivery)");
    private static final Pattern PIECE = Pattern.compile("JD0146(\\d{10})\\d{4}");
    private static final int MOST = 200;
    private static final Set<String> VIEWS = Set.of(
            "all-checkpoints",
            "all-checkpoints-with-remarks",
            "last-checkpoint",
            "shipment-details-only",
            "advance-shipment",
            "bbx-children");
    private static final Set<String> LEVELS = Set.of("shipment", "piece", "all");
    private static final Set<String> FLAGS = Set.of("true", "false");
    private static final Set<String> COMMON =
            Set.of("trackingView", "levelOfDetail", "requestControlledAccessDataCodes");
    private static final Map<String, Set<String>> PARAMETERS = Map.of(
            "track",
            Set.of(
                    "shipmentTrackingNumber",
                    "pieceTrackingNumber",
                    "shipmentReference",
                    "shipmentReferenceType",
                    "shipperAccountNumber",
                    "dateRangeFrom",
                    "dateRangeTo"),
            "shipment",
            Set.of("requestGMTOffsetPerEvent"),
            "documents",
            Set.of("shipperAccountNumber", "content"));
    private static final Map<String, Set<String>> VALUES = Map.of(
            "trackingView", VIEWS,
            "levelOfDetail", LEVELS,
            "requestGMTOffsetPerEvent", FLAGS,
            "requestControlledAccessDataCodes", FLAGS,
            "content",
                    Set.of(
                            "epod-detail",
                            "epod-summary",
                            "epod-detail-esig",
                            "epod-summary-esig",
                            "epod-table",
                            "epod-table-detail",
                            "epod-table-esig"));

    private final ParcelBook book;
    private final ShipmentBook sold;
    private final MyDhlShop shop;
    private final MyDhlDesk back;

    MyDhlWire(ParcelBook book, ShipmentBook sold, DeskBook desk, Clock clock) {
        this.book = book;
        this.sold = sold;
        MyDhlPaperless paperless = new MyDhlPaperless(desk, sold);
        this.shop = new MyDhlShop(sold, paperless, clock);
        this.back = new MyDhlDesk(desk, paperless);
    }

    @Override
    public String wire() {
        return "mydhl";
    }

    @Override
    public String operation(SandboxRequest request) {
        return trade(request).orElseGet(() -> tracking(request));
    }

    /** What a request wants that is no tracking. */
    private static Optional<String> trade(SandboxRequest request) {
        return MyDhlShop.operation(request).or(() -> MyDhlDesk.operation(request));
    }

    private static String tracking(SandboxRequest request) {
        if (request.path().equals(BATCH)) {
            return request.parameters("shipmentReference").isEmpty() ? "track" : "reference";
        }
        Matcher one = ONE.matcher(request.path());
        if (!one.matches()) {
            return "unknown";
        }
        return one.group(2).equals("tracking") ? "shipment" : "documents";
    }

    @Override
    public int numbers(SandboxRequest request) {
        return request.path().equals(BATCH)
                ? request.parameters("shipmentTrackingNumber").size()
                        + request.parameters("pieceTrackingNumber").size()
                : ONE.matcher(request.path()).matches() ? 1 : 0;
    }

    /** Nothing to expire: Basic credentials go with every call. */
    @Override
    public void expireTokens() {}

    @Override
    public SandboxResponse failure(int status) {
        return switch (status) {
            case 400 -> error(400, "Bad request", "Bad request", "");
            case 401 -> error(401, "Unauthorized", "Authentication failed", "").with("WWW-Authenticate", "Basic");
            case 404 -> error(404, "Not data found", "No data found", "");
            case 429 -> error(429, "Too many requests", "Too many requests", "");
            default -> error(status, "Process error", "999: the process failed", "");
        };
    }

    @Override
    public SandboxResponse answer(SandboxRequest request) {
        if (!request.hasBasic(SandboxSettings.EXPRESS_USER, SandboxSettings.EXPRESS_PASSWORD)) {
            return failure(401);
        }
        boolean sales = trade(request).isPresent();
        if (!sales && (operation(request).equals("unknown") || !request.method().equals("GET"))) {
            return failure(404);
        }
        Optional<SandboxResponse> complaint = headers(request).or(() -> sales ? Optional.empty() : complaint(request));
        if (complaint.isPresent()) {
            return complaint.get();
        }
        if (sales) {
            return MyDhlShop.operation(request).isPresent() ? shop.answer(request) : back.answer(request);
        }
        return switch (operation(request)) {
            case "documents" -> proof(request);
            case "reference" -> reference(request);
            default -> track(request);
        };
    }

    private static Optional<SandboxResponse> headers(SandboxRequest request) {
        if (request.header("x-version").isEmpty()) {
            return Optional.of(bad(request, "Missing parameters", "Missing mandatory parameters: x-version"));
        }
        int length = request.header("Message-Reference").orElse("-").length();
        if (length < 1 || length > 36) {
            return Optional.of(bad(request, "Wrong format", "Message-Reference must have 1 to 36 characters"));
        }
        return Optional.empty();
    }

    private Optional<SandboxResponse> complaint(SandboxRequest request) {
        String operation = operation(request);
        Set<String> own = PARAMETERS.getOrDefault(operation.equals("reference") ? "track" : operation, Set.of());
        for (Map.Entry<String, List<String>> parameter : request.query().entrySet()) {
            String name = parameter.getKey();
            boolean known = own.contains(name) || !operation.equals("documents") && COMMON.contains(name);
            if (!known) {
                return Optional.of(bad(request, "Wrong parameters", "Unknown parameters: " + name));
            }
            if (!VALUES.getOrDefault(name, Set.copyOf(parameter.getValue())).containsAll(parameter.getValue())) {
                return Optional.of(bad(request, "Wrong format", "Parameters not having correct format: " + name));
            }
        }
        if (operation.equals("track") && numbers(request) == 0) {
            return Optional.of(
                    bad(request, "Missing parameters", "Missing mandatory parameters: shipmentTrackingNumber"));
        }
        if (numbers(request) > MOST) {
            return Optional.of(bad(request, "Wrong format", "More than " + MOST + " numbers in one request"));
        }
        return Optional.empty();
    }

    private SandboxResponse track(SandboxRequest request) {
        Set<SandboxParcel> found = new LinkedHashSet<>();
        asked(request).forEach(number -> book.find(number, Family.DHL_EXPRESS).ifPresent(found::add));
        return found.isEmpty() ? nothing(request, "No data found") : shipments(request, found);
    }

    private static List<String> asked(SandboxRequest request) {
        Matcher one = ONE.matcher(request.path());
        if (one.matches()) {
            return List.of(one.group(1));
        }
        List<String> numbers = new ArrayList<>(request.parameters("shipmentTrackingNumber"));
        for (String piece : request.parameters("pieceTrackingNumber")) {
            Matcher matcher = PIECE.matcher(piece);
            if (matcher.matches()) {
                numbers.add(matcher.group(1));
            }
        }
        return numbers;
    }

    private SandboxResponse reference(SandboxRequest request) {
        if (request.parameter("shipperAccountNumber").isEmpty()) {
            return bad(request, "Missing parameters", "Missing mandatory parameters: shipperAccountNumber");
        }
        String reference = request.parameter("shipmentReference").orElse("");
        Set<SandboxParcel> found = new LinkedHashSet<>(book.findReference(reference, Family.DHL_EXPRESS));
        return found.isEmpty()
                ? nothing(request, "No Shipments Found for ReferenceID | " + reference)
                : shipments(request, found);
    }

    private SandboxResponse shipments(SandboxRequest request, Set<SandboxParcel> found) {
        String view = request.parameter("trackingView").orElse("all-checkpoints");
        String level = request.parameter("levelOfDetail").orElse("shipment");
        boolean offsets =
                request.parameter("requestGMTOffsetPerEvent").orElse("false").equals("true");
        ObjectNode body = Json.object();
        ArrayNode shipments = body.putArray("shipments");
        found.forEach(parcel ->
                shipments.add(new MyDhlBody(parcel, view, offsets).render(level).put("productCode", product(parcel))));
        return answer(request, 200, body);
    }

    /** What it was sold as; what was not sold here is a parcel across the world. */
    private String product(SandboxParcel parcel) {
        return sold.find(wire(), parcel.number()).map(SandboxShipment::service).orElse("P");
    }

    private SandboxResponse proof(SandboxRequest request) {
        Optional<SandboxParcel> delivered = book.find(asked(request).get(0), Family.DHL_EXPRESS)
                .filter(parcel -> parcel.status() == Step.DELIVERED);
        if (delivered.isEmpty()) {
            return nothing(request, "No proof of delivery");
        }
        ObjectNode body = Json.object();
        body.putArray("documents")
                .addObject()
                .put("encodingFormat", "PDF")
                .put("content", Papers.pdf("Delivered " + delivered.get().number()))
                .put("typeCode", "POD");
        return answer(request, 200, body);
    }

    static SandboxResponse answer(SandboxRequest request, int status, ObjectNode body) {
        SandboxResponse response = SandboxResponse.json(status, body).with("Content-Language", "eng");
        return request.header("Message-Reference")
                .map(id -> response.with("Message-Reference", id))
                .orElse(response);
    }

    static SandboxResponse bad(SandboxRequest request, String title, String detail) {
        return error(400, title, detail, request.path());
    }

    private static SandboxResponse nothing(SandboxRequest request, String detail) {
        return nothing(request, "Not data found", detail);
    }

    static SandboxResponse nothing(SandboxRequest request, String title, String detail) {
        return error(404, title, detail, request.path());
    }

    private static SandboxResponse error(int status, String title, String detail, String path) {
        ObjectNode body = Json.object();
        body.put("instance", "/expressapi" + path).put("detail", detail).put("title", title);
        body.put("message", status == 400 ? "Bad request" : title).put("status", Integer.toString(status));
        return SandboxResponse.json(status, body);
    }
}
