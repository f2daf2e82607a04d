package com.trackingmcp.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What MyDHL sells: prices, shipments, whether it serves an area, and the waybills it has filed. Nothing can be cancelled.
 * Safe for use by many threads.
 */
final class MyDhlShop {
    private static final Pattern IMAGE = Pattern.compile("/shipments/([^/]+)/get-image");
    private static final Set<String> IMAGES = Set.of(
            "waybill",
            "commercial-invoice",
            "customs-entry",
            "transport-accompanying-document",
            "generic-entry-summary",
            "dhl-issued-proforma-invoice");
    private static final int MONTH = 7;

    private final ShipmentBook sold;
    private final MyDhlPaperless paperless;
    private final Clock clock;
    private final MyDhlAreas areas;

    MyDhlShop(ShipmentBook sold, MyDhlPaperless paperless, Clock clock) {
        this.sold = sold;
        this.paperless = paperless;
        this.clock = clock;
        this.areas = new MyDhlAreas(clock);
    }

    /** What a request wants of the shop, in a word; empty for one that wants something else. */
    static Optional<String> operation(SandboxRequest request) {
        if (request.is("POST", "/rates")) {
            return Optional.of("rates");
        }
        if (request.is("POST", "/shipments")) {
            return Optional.of("ship");
        }
        if (request.is("GET", "/address-validate")) {
            boolean pickup = request.parameter("type").orElse("").equals("pickup");
            boolean city = request.parameter("cityName").isPresent();
            return Optional.of(pickup ? "area" : city ? "address" : "postal");
        }
        return request.method().equals("GET") && IMAGE.matcher(request.path()).matches()
                ? Optional.of("recover")
                : Optional.empty();
    }

    SandboxResponse answer(SandboxRequest request) {
        return switch (operation(request).orElse("")) {
            case "rates" -> rates(request);
            case "ship" -> ship(request);
            case "recover" -> image(request);
            default -> area(request);
        };
    }

    private SandboxResponse rates(SandboxRequest request) {
        JsonNode body = Json.read(request.body());
        Optional<SandboxResponse> invalid = invalid(request, MyDhlForms.RATES, body);
        if (invalid.isPresent()) {
            return invalid.get();
        }
        MyDhlOrder order = MyDhlOrder.ofRates(body);
        if (!order.isBillable()) {
            return bad(
                    request, "The account number is not found or invalid. Please check the account number and retry.");
        }
        Optional<String> complaint = order.complaint(clock);
        if (complaint.isPresent()) {
            return bad(request, complaint.get());
        }
        List<MyDhlProduct> products = order.products();
        if (products.isEmpty()) {
            return bad(request, "Requested product(s) not available at origin");
        }
        String estimate = body.path("estimatedDeliveryDate").path("typeCode").asText("QDDF");
        return MyDhlWire.answer(request, 200, new MyDhlQuotes(order).render(products, estimate));
    }

    private SandboxResponse ship(SandboxRequest request) {
        JsonNode body = Json.read(request.body());
        Optional<SandboxResponse> invalid = invalid(request, MyDhlForms.SHIPMENT, body);
        if (invalid.isPresent()) {
            return invalid.get();
        }
        MyDhlOrder order = MyDhlOrder.ofShipment(body);
        if (!order.isBillable()) {
            return bad(request, "8007: The Shipper Account is invalid.");
        }
        Optional<String> complaint = order.complaint(clock)
                .or(() -> papers(body, order))
                .or(() -> paperless.complaint(request, body, order));
        if (complaint.isPresent()) {
            return bad(request, complaint.get());
        }
        String code = body.path("productCode").asText();
        Optional<MyDhlProduct> product =
                order.products().stream().filter(one -> one.code().equals(code)).findFirst();
        if (product.isEmpty()) {
            return bad(
                    request,
                    "1001: The requested product(s) (" + code
                            + ") not available based on your search criteria. Please check the input and try again.");
        }
        List<String> references = new ArrayList<>();
        body.path("customerReferences")
                .forEach(one -> references.add(one.path("value").asText()));
        SandboxShipment shipment = sold.sellAsOne("mydhl", Family.DHL_EXPRESS, order.pieces(), code, references);
        ObjectNode receipt =
                new MyDhlReceipt(body, order, product.get(), shipment.parcels().get(0)).render();
        paperless.sold(shipment.id(), body, order, receipt);
        return MyDhlWire.answer(request, 201, receipt).with("Location", "/mydhlapi/shipments/" + shipment.id());
    }

    /** What customs would miss. */
    private static Optional<String> papers(JsonNode body, MyDhlOrder order) {
        if (order.isDeclarable() && !body.path("content").has("exportDeclaration")) {
            return Optional.of("7109: #/content/exportDeclaration is required for a dutiable shipment.");
        }
        boolean invoice = order.asksFor("/outputImageProperties/imageOptions", "invoice") || body.has("documentImages");
        return order.services().contains("WY") && !invoice
                ? Optional.of("7120: Required either #/outputImageProperties/imageOptions where typeCode=invoice or"
                        + " provide #/documentImages")
                : Optional.empty();
    }

    /** What a body has against its form, in the words of MyDHL's validator. */
    static Optional<SandboxResponse> invalid(SandboxRequest request, MyDhlForm.Rule form, JsonNode body) {
        if (!request.speaks("application/json")) {
            return Optional.of(bad(request, "Content-Type must be application/json"));
        }
        List<String> problems = new ArrayList<>();
        form.check(body, "#", problems);
        if (problems.isEmpty()) {
            return Optional.empty();
        }
        boolean one = problems.size() == 1;
        ObjectNode error = Json.object()
                .put("instance", "/expressapi" + request.path())
                .put("detail", one ? problems.get(0) : "Multiple problems found, see Additional Details")
                .put("title", "Validation error")
                .put("message", "Unprocessable Entity");
        if (!one) {
            ArrayNode all = error.putArray("additionalDetails");
            problems.forEach(all::add);
        }
        return Optional.of(SandboxResponse.json(422, error.put("status", "422")));
    }

    private SandboxResponse area(SandboxRequest request) {
        String type = request.parameter("type").orElse("");
        if (!type.equals("pickup") && !type.equals("delivery")) {
            return bad(request, "Parameters not having correct format: type");
        }
        String country = request.parameter("countryCode").orElse("");
        if (country.length() != 2) {
            return bad(request, "Missing mandatory parameters: countryCode");
        }
        Optional<ObjectNode> address = areas.address(
                country,
                request.parameter("postalCode").orElse(""),
                request.parameter("cityName").orElse(""));
        if (address.isEmpty()) {
            return bad(request, "No " + type + " service is available at the given location.");
        }
        ObjectNode body = Json.object();
        body.putArray("address").add(address.get());
        return MyDhlWire.answer(request, 200, body);
    }

    private SandboxResponse image(SandboxRequest request) {
        for (String name : List.of("shipperAccountNumber", "typeCode", "pickupYearAndMonth")) {
            if (request.parameter(name).isEmpty()) {
                return bad(request, "Missing mandatory parameters: " + name);
            }
        }
        String kind = request.parameter("typeCode").orElse("");
        if (!IMAGES.contains(kind)) {
            return bad(request, "Parameters not having correct format: typeCode");
        }
        Matcher path = IMAGE.matcher(request.path());
        String number = path.matches() ? path.group(1) : "";
        Optional<SandboxParcel> parcel = sold.find("mydhl", number)
                .map(shipment -> shipment.parcels().get(0))
                .filter(one -> kind.equals("waybill"))
                .filter(one -> one.created()
                        .atOffset(ZoneOffset.UTC)
                        .toLocalDate()
                        .toString()
                        .substring(0, MONTH)
                        .equals(request.parameter("pickupYearAndMonth").orElse("")));
        if (parcel.isEmpty()) {
            return MyDhlWire.nothing(
                    request, "Not found", "1504: No document images found for the provided search criteria.");
        }
        ObjectNode body = Json.object();
        body.putArray("documents")
                .addObject()
                .put("shipmentTrackingNumber", number)
                .put("typeCode", "waybill")
                .put("function", "export")
                .put("encodingFormat", "PDF")
                .put("content", LabelPrinter.pdf("Waybill", number));
        return MyDhlWire.answer(request, 200, body);
    }

    static SandboxResponse bad(SandboxRequest request, String detail) {
        return MyDhlWire.bad(request, "Bad request", detail);
    }
}
