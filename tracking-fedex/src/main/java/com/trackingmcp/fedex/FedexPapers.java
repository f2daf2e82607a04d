package com.trackingmcp.fedex;

import com.trackingmcp.fedex.FedexParts.Attached;
import com.trackingmcp.fedex.FedexParts.EtdDetail;
import com.trackingmcp.model.ShipmentRequest;
import com.trackingmcp.model.TradeDocumentKind;
import com.trackingmcp.model.UploadedDocument;
import com.trackingmcp.spi.RequestCheck;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The papers for customs that go with a shipment electronically. Stateless. */
final class FedexPapers {
    private FedexPapers() {}

    /**
     * What FedEx holds, what follows, and the commercial invoice that FedEx makes where it is to send one and was given none;
     * null where there is none of these.
     */
    static @Nullable EtdDetail of(ShipmentRequest request) {
        FedexOptions options = FedexOptions.of(request);
        List<UploadedDocument> held = request.uploadedDocuments();
        boolean follow = options.has(FedexOptions.POST_SHIPMENT_UPLOAD);
        boolean asked = options.has(FedexOptions.ETD);
        if (held.isEmpty() && !follow && !asked) {
            return null;
        }
        boolean invoiced = held.stream().anyMatch(paper -> paper.kind() == TradeDocumentKind.COMMERCIAL_INVOICE);
        return new EtdDetail(
                follow ? List.of("POST_SHIPMENT_UPLOAD_REQUESTED") : null,
                held.isEmpty() ? null : held.stream().map(FedexPapers::attached).toList(),
                asked && !invoiced ? List.of("COMMERCIAL_INVOICE") : null);
    }

    private static Attached attached(UploadedDocument paper) {
        return new Attached(FedexDocuments.type(paper.kind()), paper.id().orElseThrow());
    }

    static void check(ShipmentRequest request, RequestCheck check) {
        List<UploadedDocument> held = request.uploadedDocuments();
        for (int i = 0; i < held.size(); i++) {
            String path = "uploaded_documents[" + i + "]";
            check.required(path + ".id", held.get(i).id());
        }
        if (request.customs().isEmpty()) {
            useless("uploaded_documents", held, check);
            useless("trade_documents", request.tradeDocuments(), check);
        }
    }

    private static void useless(String path, List<?> papers, RequestCheck check) {
        if (!papers.isEmpty()) {
            check.wrong(path, "are for shipments with customs only");
        }
    }
}
