package com.trackingmcp.testkit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** DHL's unified shipment tracking: one number per call, a key in a header, shipments of every division. */
final class UnifiedWire implements CarrierBehaviour {

    private static final String TRACK = "/track/shipments";
    private static final Family[] OURS = {
        Family.DHL_EXPRESS, Family.DHL_ECOMMERCE, Family.DHL_PARCEL_DE, Family.DHL_PARCEL_NL
    };

    private final ParcelBook book;

    UnifiedWire(ParcelBook book) {
        this.book = book;
    }

    @Override
    public String wire() {
        return "dhl-unified";
    }

    @Override
    public String operation(SandboxRequest request) {
        return request.path().equals(TRACK) ? "track" : "unknown";
    }

    @Override
    public int numbers(SandboxRequest request) {
        return request.parameters("trackingNumber").size();
    }

    /** Nothing to expire: the key goes with every call. */
    @Override
    public void expireTokens() {}

    @Override
    public SandboxResponse failure(int status) {
        return switch (status) {
            case 400 -> error(400, "Invalid input", "Input is invalid.");
            case 401 -> error(401, "Unauthorized", "Unauthorized for given resource.");
            case 404 -> error(404, "Not Found", "There is nothing at this address.");
            case 429 -> error(429, "Too Many Requests", "Too many requests within the time allowed.");
            default -> error(status, "Internal Server Error", "Something went wrong on our side.");
        };
    }

    @Override
    public SandboxResponse answer(SandboxRequest request) {
        if (!request.header("DHL-API-Key").orElse("").equals(SandboxSettings.DHL_KEY)) {
            return failure(401);
        }
        if (!request.is("GET", TRACK)) {
            return failure(404);
        }
        return complaint(request)
                .map(detail -> error(400, "Invalid input", "Input is invalid: " + detail))
                .orElseGet(() -> track(request));
    }

    private static Optional<String> complaint(SandboxRequest request) {
        List<String> numbers = request.parameters("trackingNumber");
        if (numbers.size() != 1 || numbers.get(0).isBlank()) {
            return Optional.of("exactly one trackingNumber is required");
        }
        for (String language : request.parameters("language")) {
            if (!language.matches("[A-Za-z]{2}")) {
                return Optional.of("language " + language);
            }
        }
        for (String country : List.of("requesterCountryCode", "originCountryCode")) {
            if (!request.parameter(country).orElse("DE").matches("[A-Za-z]{2}")) {
                return Optional.of(country);
            }
        }
        for (String number : List.of("offset", "limit")) {
            if (!request.parameter(number).orElse("0").matches("\\d{1,6}")) {
                return Optional.of(number);
            }
        }
        return Optional.empty();
    }

    private SandboxResponse track(SandboxRequest request) {
        String number = request.parameter("trackingNumber").orElseThrow();
        Optional<SandboxParcel> found = book.find(number, OURS)
                .filter(parcel -> request.parameter("service")
                        .map(service -> service.equals(UnifiedBody.service(parcel)))
                        .orElse(true));
        return found.map(parcel -> shipments(request, parcel)).orElseGet(() -> notFound(number));
    }

    private static SandboxResponse shipments(SandboxRequest request, SandboxParcel parcel) {
        List<SandboxParcel> all = parcel.has(Quirk.SEVERAL_RESULTS) ? parcel.shipment() : List.of(parcel);
        int from = Math.min(Integer.parseInt(request.parameter("offset").orElse("0")), all.size());
        int limit = Integer.parseInt(request.parameter("limit").orElse("5"));
        ObjectNode body = Json.object();
        ArrayNode shipments = body.putArray("shipments");
        for (SandboxParcel one : all.subList(from, Math.min(from + limit, all.size()))) {
            shipments.add(new UnifiedBody(one).render());
        }
        body.putArray("possibleAdditionalShipmentsUrl");
        return SandboxResponse.json(200, body);
    }

    private static SandboxResponse notFound(String number) {
        ObjectNode body = Json.object();
        body.put("title", "No result found").put("detail", "No shipment with given tracking number found.");
        body.put("status", 404).put("instance", "/shipment/" + number);
        return SandboxResponse.of(404, "application/problem+json", body.toString());
    }

    private static SandboxResponse error(int status, String title, String detail) {
        ObjectNode body = Json.object();
        body.put("status", status).put("title", title).put("detail", detail);
        return SandboxResponse.of(status, "application/problem+json", body.toString());
    }
}
