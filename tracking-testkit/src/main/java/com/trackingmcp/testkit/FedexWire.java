package com.trackingmcp.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** FedEx: the OAuth token, four operations of the Track API, and all that {@link FedexTrade} does. */
final class FedexWire implements CarrierBehaviour {

    private static final String TOKEN = "/oauth/token";
    private static final String TRACK = "/track/v1/trackingnumbers";
    private static final String REFERENCE = "/track/v1/referencenumbers";
    private static final String ASSOCIATED = "/track/v1/associatedshipments";
    private static final String DOCUMENTS = "/track/v1/trackingdocuments";
    private static final Set<String> ASSOCIATIONS = Set.of("OUTBOUND_LINK_TO_RETURN", "STANDARD_MPS", "GROUP_MPS");
    private static final Set<String> PAPERS =
            Set.of("SIGNATURE_PROOF_OF_DELIVERY", "BILL_OF_LADING", "FREIGHT_BILLING_DOCUMENT");

    private final ParcelBook book;
    private final FedexTrade trade;
    private final FedexDocumentBehaviour papers;
    private final Tokens tokens;
    private final AtomicInteger transactions = new AtomicInteger();

    FedexWire(ParcelBook book, ShipmentBook sold, DeskBook desk, Clock clock) {
        this.book = book;
        this.trade = new FedexTrade(book, sold, desk);
        this.papers = new FedexDocumentBehaviour(sold, desk);
        this.tokens = new Tokens("fedex", clock, Duration.ofSeconds(3599));
    }

    @Override
    public String wire() {
        return "fedex";
    }

    @Override
    public String operation(SandboxRequest request) {
        return switch (request.path()) {
            case TOKEN -> "token";
            case TRACK -> "track";
            case REFERENCE -> "reference";
            case ASSOCIATED -> "associated";
            case DOCUMENTS -> "documents";
            case FedexDocumentBehaviour.PATH -> "upload";
            default -> FedexTrade.operation(request).orElse("unknown");
        };
    }

    @Override
    public int numbers(SandboxRequest request) {
        JsonNode body = Json.read(request.body());
        return switch (request.path()) {
            case TRACK -> body.path("trackingInfo").size();
            case DOCUMENTS -> body.path("trackDocumentSpecification").size();
            case ASSOCIATED -> 1;
            default -> 0;
        };
    }

    @Override
    public void expireTokens() {
        tokens.expireAll();
    }

    @Override
    public SandboxResponse failure(int status) {
        return switch (status) {
            case 400 -> error(400, "INVALID.INPUT.EXCEPTION", "The request was not understood.");
            case 401 -> error(401, "NOT.AUTHORIZED.ERROR", "The access token is no longer good.");
            case 403 -> error(403, "FORBIDDEN.ERROR", "These credentials may not do this.");
            case 404 -> error(404, "NOT.FOUND.ERROR", "There is nothing at this address.");
            case 429 -> error(429, "TOO.MANY.REQUESTS", "Too many requests in a short time. Wait a while.");
            case 503 -> error(503, "SERVICE.UNAVAILABLE.ERROR", "The service is not available.");
            default -> error(status, "INTERNAL.SERVER.ERROR", "Something went wrong on our side.");
        };
    }

    @Override
    public SandboxResponse answer(SandboxRequest request) {
        if (request.is("POST", TOKEN)) {
            return token(request);
        }
        if (!tokens.accepts(request)) {
            return failure(401);
        }
        String operation = operation(request);
        if (operation.equals("unknown") || !request.method().equals(FedexTrade.method(operation))) {
            return failure(404);
        }
        if (operation.equals("upload")) {
            return papers.answer(request);
        }
        JsonNode body = Json.read(request.body());
        try {
            if (!request.speaks("application/json") || !body.isObject()) {
                throw new FedexRefusal("INVALID.INPUT.EXCEPTION", "A JSON body is required.");
            }
            ObjectNode answer = envelope(request);
            answer.set("output", output(operation, body));
            return SandboxResponse.json(200, answer);
        } catch (FedexRefusal refusal) {
            ObjectNode envelope = envelope(request);
            SandboxResponse first = error(400, refusal.code(), refusal.explanation(), envelope);
            refusal.others()
                    .forEach(other -> envelope.withArray("errors")
                            .addObject()
                            .put("code", other.code())
                            .put("message", other.explanation()));
            return refusal.others().isEmpty() ? first : SandboxResponse.json(400, envelope);
        }
    }

    private ObjectNode output(String operation, JsonNode body) throws FedexRefusal {
        return switch (operation) {
            case "track" -> track(body);
            case "reference" -> reference(body);
            case "associated" -> associated(body);
            case "documents" -> documents(body);
            default -> trade.output(operation, body);
        };
    }

    private SandboxResponse token(SandboxRequest request) {
        boolean known = request.speaks("application/x-www-form-urlencoded")
                && request.field("grant_type").equals("client_credentials")
                && request.field("client_id").equals(SandboxSettings.FEDEX_ID)
                && request.field("client_secret").equals(SandboxSettings.FEDEX_SECRET);
        if (!known) {
            return error(401, "NOT.AUTHORIZED.ERROR", "These client credentials are not known.");
        }
        ObjectNode body = Json.object();
        body.put("access_token", tokens.issue()).put("token_type", "bearer");
        body.put("expires_in", tokens.life().toSeconds()).put("scope", "CXS-TP");
        return SandboxResponse.json(200, body);
    }

    private ObjectNode track(JsonNode body) throws FedexRefusal {
        boolean allScans = FedexAsk.flag(body);
        JsonNode asked = FedexAsk.list(body, "trackingInfo");
        ObjectNode output = Json.object();
        ArrayNode complete = output.putArray("completeTrackResults");
        for (JsonNode one : asked) {
            ObjectNode entry = complete.addObject();
            entry.put("trackingNumber", FedexAsk.number(one.path("trackingNumberInfo")));
            entry.set("trackResults", results(one, allScans));
        }
        return output;
    }

    private ArrayNode results(JsonNode asked, boolean allScans) throws FedexRefusal {
        JsonNode info = asked.path("trackingNumberInfo");
        String uniqueId = info.path("trackingNumberUniqueId").asText("");
        LocalDate from = FedexAsk.day(asked, "shipDateBegin", LocalDate.MIN);
        LocalDate to = FedexAsk.day(asked, "shipDateEnd", LocalDate.MAX);
        ArrayNode results = Json.array();
        book.find(FedexAsk.number(info), Family.FEDEX).ifPresent(parcel -> {
            boolean reused = parcel.has(Quirk.SEVERAL_RESULTS);
            for (boolean earlier : reused ? new boolean[] {true, false} : new boolean[] {false}) {
                FedexBody body = new FedexBody(parcel, earlier);
                boolean rightOne = uniqueId.isEmpty() || uniqueId.equals(body.uniqueId());
                if (rightOne && body.isShippedWithin(from, to)) {
                    results.add(body.result(allScans));
                }
            }
        });
        if (results.isEmpty()) {
            results.add(FedexBody.notFound(FedexAsk.number(info), "TRACKING.TRACKINGNUMBER.NOTFOUND"));
        }
        return results;
    }

    private ObjectNode reference(JsonNode body) throws FedexRefusal {
        JsonNode asked = body.path("referencesInformation");
        String value = FedexAsk.text(asked, "value", "TRACKING.REFRENCEVALUE.INVALID");
        FedexAsk.text(asked, "shipDateBegin", "TRACKING.REFERENCENUMBER.INVALID");
        // The published schema names the end one way, the published examples another.
        String end = asked.has("shipDateEnd") ? "shipDateEnd" : "shipDateEndDate";
        FedexAsk.text(asked, end, "TRACKING.REFERENCENUMBER.INVALID");
        LocalDate from = FedexAsk.day(asked, "shipDateBegin", LocalDate.MIN);
        LocalDate to = FedexAsk.day(asked, end, LocalDate.MAX);
        boolean reachable =
                asked.has("accountNumber") || asked.has("destinationCountryCode") && asked.has("destinationPostalCode");
        if (!reachable) {
            throw new FedexRefusal("TRACKING.REFERENCENUMBER.INVALID", "An account or a destination is required.");
        }
        List<SandboxParcel> found = book.findReference(value, Family.FEDEX).stream()
                .filter(parcel -> new FedexBody(parcel, false).isShippedWithin(from, to))
                .toList();
        if (found.isEmpty()) {
            throw new FedexRefusal("TRACKING.REFERENCENUMBER.NOTFOUND", "No parcel with this reference is known.");
        }
        return several(found, body).put("successful", true);
    }

    private ObjectNode associated(JsonNode body) throws FedexRefusal {
        if (!ASSOCIATIONS.contains(body.path("associatedType").asText())) {
            throw new FedexRefusal("TRACKING.REFERENCETYPE.INVALID", "The associated type is not known.");
        }
        String master = FedexAsk.number(body.path("masterTrackingNumberInfo").path("trackingNumberInfo"));
        List<SandboxParcel> found =
                book.find(master, Family.FEDEX).map(SandboxParcel::shipment).orElse(List.of());
        if (found.size() < 2) {
            throw new FedexRefusal(
                    "TRACKING.TRACKINGNUMBER.NOTFOUND", "No shipment of several pieces has this number.");
        }
        return several(found, body);
    }

    private static ObjectNode several(List<SandboxParcel> parcels, JsonNode body) {
        boolean allScans = body.path("includeDetailedScans").asBoolean(false);
        ObjectNode output = Json.object();
        ArrayNode complete = output.putArray("completeTrackResults");
        for (SandboxParcel parcel : parcels) {
            ObjectNode entry = complete.addObject().put("trackingNumber", parcel.number());
            entry.putArray("trackResults").add(new FedexBody(parcel, false).result(allScans));
        }
        return output;
    }

    private ObjectNode documents(JsonNode body) throws FedexRefusal {
        String type = body.path("trackDocumentDetail").path("documentType").asText();
        if (!PAPERS.contains(type)) {
            throw new FedexRefusal("TRACKING.DOCUMENTTYPE.INVALID", "The document type is not known.");
        }
        ObjectNode output = Json.object();
        output.putObject("localization").put("languageCode", "en").put("localeCode", "US");
        output.put("documentType", type).put("documentFormat", "PDF");
        ArrayNode documents = output.putArray("documents");
        ArrayNode alerts = Json.array();
        for (JsonNode one : FedexAsk.list(body, "trackDocumentSpecification")) {
            String number = FedexAsk.number(one.path("trackingNumberInfo"));
            SandboxParcel parcel = book.find(number, Family.FEDEX)
                    .orElseThrow(
                            () -> new FedexRefusal("TRACKING.TRACKINGNUMBER.NOTFOUND", "This number is not known."));
            if (parcel.status() == Step.DELIVERED) {
                documents.add(Papers.pdf("Delivered " + number));
            } else {
                alerts.addObject()
                        .put("code", "TRACKING.DOCUMENT.UNAVAILABLE")
                        .put("alertType", "WARNING")
                        .put("message", "No document yet for " + number + ".");
            }
        }
        if (!alerts.isEmpty()) {
            output.set("alerts", alerts);
        }
        return output;
    }

    private ObjectNode envelope(SandboxRequest request) {
        ObjectNode envelope = envelope();
        boolean repeats = !request.path().equals(FedexManifestBehaviour.PATH);
        request.header("x-customer-transaction-id")
                .filter(id -> repeats)
                .ifPresent(id -> envelope.put("customerTransactionId", id));
        return envelope;
    }

    private ObjectNode envelope() {
        return Json.object().put("transactionId", "test-transaction-" + transactions.incrementAndGet());
    }

    private SandboxResponse error(int status, String code, String message) {
        return error(status, code, message, envelope());
    }

    private static SandboxResponse error(int status, String code, String message, ObjectNode envelope) {
        envelope.putArray("errors").addObject().put("code", code).put("message", message);
        return SandboxResponse.json(status, envelope);
    }
}
