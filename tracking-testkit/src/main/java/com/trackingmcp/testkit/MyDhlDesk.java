package com.trackingmcp.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What belongs to MyDHL's sales: pickups, landed costs, papers and service points. Safe for use by many threads. */
final class MyDhlDesk {
    private static final Pattern PICKUP = Pattern.compile("/pickups/([^/]+)");
    private static final Pattern UPLOAD = Pattern.compile("/shipments/([^/]+)/upload-image");

    private static final Pattern INVOICE = Pattern.compile("/shipments/([^/]+)/upload-invoice-data");

    private final MyDhlPickups pickups;
    private final MyDhlPaperless paperless;

    MyDhlDesk(DeskBook desk, MyDhlPaperless paperless) {
        this.pickups = new MyDhlPickups(desk);
        this.paperless = paperless;
    }

    /** What a request wants of the desk, in a word; empty for one that wants something else. */
    static Optional<String> operation(SandboxRequest request) {
        String word = "";
        if (request.is("POST", "/pickups")) {
            word = "pickup";
        } else if (request.is("POST", "/landed-cost")) {
            word = "landed-cost";
        } else if (request.is("GET", "/servicepoints")) {
            word = "locations";
        } else if (request.method().equals("PATCH")
                && UPLOAD.matcher(request.path()).matches()) {
            word = "upload";
        } else if (request.method().equals("PATCH")
                && INVOICE.matcher(request.path()).matches()) {
            word = "invoice-data";
        } else if (PICKUP.matcher(request.path()).matches()) {
            word = switch (request.method()) {
                case "PATCH" -> "pickup-update";
                case "DELETE" -> "pickup-cancel";
                default -> "";
            };
        }
        return word.isEmpty() ? Optional.empty() : Optional.of(word);
    }

    SandboxResponse answer(SandboxRequest request) {
        return switch (operation(request).orElse("")) {
            case "pickup" -> pickups.schedule(request);
            case "pickup-update" -> pickups.change(request, named(PICKUP, request));
            case "pickup-cancel" -> pickups.cancel(request, named(PICKUP, request));
            case "landed-cost" -> MyDhlLandedCosts.quote(request);
            case "invoice-data" -> paperless.invoiceData(request, named(INVOICE, request));
            case "upload" -> paperless.upload(request, named(UPLOAD, request));
            default -> MyDhlPoints.find(request);
        };
    }

    private static String named(Pattern pattern, SandboxRequest request) {
        Matcher path = pattern.matcher(request.path());
        return path.matches() ? path.group(1) : "";
    }

    /** Whether the shipper's account is the sandbox's. */
    static boolean isBillable(JsonNode body) {
        for (JsonNode account : body.path("accounts")) {
            if (account.path("typeCode").asText().equals("shipper")
                    && account.path("number").asText().equals(SandboxSettings.EXPRESS_ACCOUNT)) {
                return true;
            }
        }
        return false;
    }
}
