package com.trackingmcp.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Set;

/**
 * UPS's Paperless Document API in the sandbox: it keeps papers, attaches them to what it sold, and forgets them. Which codes
 * UPS has for papers it does not know is not published: the sandbox has its own.
 */
final class UpsPaperBehaviour {
    static final String UPLOAD = "/api/paperlessdocuments/v2/upload";
    static final String ATTACH = "/api/paperlessdocuments/v2/image";
    static final String DELETE = "/api/paperlessdocuments/v2/DocumentId/ShipperNumber";
    private static final String WIRE = "ups";
    private static final String NOT_ENABLED = "9590018";
    private static final int MOST_PAPERS = 13;
    private static final int LONGEST_NAME = 300;
    private static final int MOST_BYTES = 10 * 1024 * 1024;
    private static final Set<String> FORMATS =
            Set.of("bmp", "doc", "gif", "jpg", "pdf", "png", "rtf", "tif", "txt", "xls", "docx", "xlsx");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd-HH.mm.ss");
    private final ShipmentBook sold;
    private final DeskBook desk;

    UpsPaperBehaviour(ShipmentBook sold, DeskBook desk) {
        this.sold = sold;
        this.desk = desk;
    }

    SandboxResponse upload(SandboxRequest request) {
        JsonNode asked = Json.read(request.body()).path("UploadRequest");
        account(request);
        account(UpsJson.text(asked, "ShipperNumber"));
        require(asked.has("Request"), "Missing Request.");
        List<JsonNode> forms = UpsJson.many(asked.path("UserCreatedForm"));
        require(!forms.isEmpty() && forms.size() <= MOST_PAPERS, "UserCreatedForm must be 1 to 13.");
        forms.forEach(UpsPaperBehaviour::check);
        ObjectNode body = Json.object();
        ObjectNode answer = body.putObject("UploadResponse");
        answer.set("Response", head(asked));
        ArrayNode ids = answer.putObject("FormsHistoryDocumentID").putArray("DocumentID");
        for (JsonNode form : forms) {
            SandboxPaper paper = desk.enter(
                    WIRE,
                    id(),
                    UpsJson.text(form, "UserCreatedFormDocumentType"),
                    UpsJson.text(form, "UserCreatedFormFileName"),
                    content(form).length);
            ids.add(paper.id());
        }
        return SandboxResponse.json(200, body);
    }

    private static void check(JsonNode form) {
        String name = UpsJson.text(form, "UserCreatedFormFileName");
        require(!name.isEmpty() && name.length() <= LONGEST_NAME, "Invalid UserCreatedFormFileName.");
        require(
                FORMATS.contains(UpsJson.text(form, "UserCreatedFormFileFormat")),
                "Invalid UserCreatedFormFileFormat.");
        require(
                UpsJson.text(form, "UserCreatedFormDocumentType").matches("0(0[1-9]|1[0-3])"),
                "Invalid UserCreatedFormDocumentType.");
        int size = content(form).length;
        require(size > 0 && size <= MOST_BYTES, "Invalid UserCreatedFormFile.");
    }

    private static byte[] content(JsonNode form) {
        try {
            return Base64.getDecoder().decode(UpsJson.text(form, "UserCreatedFormFile"));
        } catch (IllegalArgumentException notBase64) {
            return new byte[0];
        }
    }

    /** A time to the microsecond, as UPS names papers. */
    private String id() {
        return TIME.format(desk.clock().instant().atOffset(ZoneOffset.UTC)) + String.format(".%06d", desk.next());
    }

    SandboxResponse attach(SandboxRequest request) {
        JsonNode asked = Json.read(request.body()).path("PushToImageRepositoryRequest");
        account(request);
        account(UpsJson.text(asked, "ShipperNumber"));
        require(asked.has("Request"), "Missing Request.");
        require(UpsJson.text(asked, "ShipmentType").equals("1"), "Invalid ShipmentType.");
        require(
                UpsJson.text(asked, "ShipmentDateAndTime").matches("\\d{4}-\\d\\d-\\d\\d-\\d\\d\\.\\d\\d\\.\\d\\d"),
                "Invalid ShipmentDateAndTime.");
        String shipment = UpsJson.text(asked, "ShipmentIdentifier");
        List<String> numbers = texts(asked.path("TrackingNumber"));
        boolean known = sold.find(WIRE, shipment)
                .filter(found -> found.numbers().containsAll(numbers))
                .isPresent();
        require(known && !numbers.isEmpty(), "Invalid ShipmentIdentifier or TrackingNumber.");
        List<String> ids = texts(asked.path("FormsHistoryDocumentID").path("DocumentID"));
        require(!ids.isEmpty() && ids.size() <= MOST_PAPERS, "DocumentID must be 1 to 13.");
        List<SandboxPaper> papers = ids.stream().map(this::paper).toList();
        papers.forEach(paper -> paper.attach(numbers.get(0)));
        ObjectNode body = Json.object();
        ObjectNode answer = body.putObject("PushToImageRepositoryResponse");
        answer.set("Response", head(asked));
        answer.put("FormsGroupID", id());
        return SandboxResponse.json(200, body);
    }

    private static List<String> texts(JsonNode node) {
        return UpsJson.many(node).stream().map(JsonNode::asText).toList();
    }

    private SandboxPaper paper(String id) {
        return desk.paper(WIRE, id)
                .orElseThrow(() -> new UpsRefusal(UpsRefusal.UNPUBLISHED, "Invalid or expired Document ID."));
    }

    SandboxResponse delete(SandboxRequest request) {
        account(request);
        paper(request.header("DocumentId").orElse("")).delete();
        ObjectNode body = Json.object();
        body.putObject("DeleteResponse").set("Response", head(Json.object()));
        return SandboxResponse.json(200, body);
    }

    private static ObjectNode head(JsonNode asked) {
        return UpsJson.head(asked);
    }

    private static void account(SandboxRequest request) {
        UpsBackOffice.require(request, List.of("ShipperNumber"));
        account(request.header("ShipperNumber").orElse(""));
    }

    private static void account(String number) {
        if (!number.equals(SandboxSettings.UPS_ACCOUNT)) {
            throw new UpsRefusal(NOT_ENABLED, "The account is not authorized to upload user created forms.");
        }
    }

    private static void require(boolean right, String message) {
        if (!right) {
            throw new UpsRefusal(UpsRefusal.UNPUBLISHED, message);
        }
    }
}
