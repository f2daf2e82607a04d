package com.trackingmcp.ups;

import com.trackingmcp.ups.UpsParts.Request;
import com.trackingmcp.ups.UpsParts.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the Paperless Document API takes and tells. Everything it tells may be missing. */
@SuppressWarnings({"VariableNameSameAsType", "JavaLangClash"}) // UPS's own names
final class UpsDocumentWire {
    private UpsDocumentWire() {}

    record Upload(UploadRequest UploadRequest) {}

    record UploadRequest(Request Request, String ShipperNumber, List<Form> UserCreatedForm) {}

    record Form(
            String UserCreatedFormFileName,
            String UserCreatedFormFileFormat,
            String UserCreatedFormDocumentType,
            String UserCreatedFormFile) {}

    record Push(PushRequest PushToImageRepositoryRequest) {}

    record PushRequest(
            Request Request,
            String ShipperNumber,
            Papers FormsHistoryDocumentID,
            String ShipmentIdentifier,
            String ShipmentDateAndTime,
            String ShipmentType,
            List<String> TrackingNumber) {}

    /** The ids of papers, both ways; one alone may come as a text. */
    record Papers(@Nullable List<@Nullable String> DocumentID) {}

    record Uploaded(@Nullable UploadResponse UploadResponse) {}

    record UploadResponse(
            @Nullable Response Response, @Nullable Papers FormsHistoryDocumentID) {}

    record Pushed(@Nullable PushResponse PushToImageRepositoryResponse) {}

    record PushResponse(
            @Nullable Response Response, @Nullable String FormsGroupID) {}

    record Deleted(@Nullable DeleteResponse DeleteResponse) {}

    record DeleteResponse(@Nullable Response Response) {}
}
