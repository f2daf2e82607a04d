package com.trackingmcp.dhl;

import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.model.Alert;
import com.trackingmcp.model.Shipment;
import com.trackingmcp.model.ShipmentRequest;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whether DHL refused an order because of its papers, what is ordered then, and what the shipment tells of it. Stateless.
 *
 * <p>DHL's description has no codes for it: the number that some messages begin with is told for other things too. So its words
 * are read, and only in an error of its own with the status of a refusal, after which surely nothing was bought. Whatever else
 * comes back is not taken for one. A refusal that speaks of the papers and of something else as well is one: the order without
 * them is refused for the rest.
 */
final class DhlRefusedPapers {
    /**
     * What DHL calls the papers and their service. Source: MyDHL API 3.1.1, where its messages name what they are about, such as
     * {@code #/documentImages} and {@code serviceCode 'EE'}, and what it says of paperless trade and upload-image. The service's
     * code alone is not enough: it is Wyoming's too.
     */
    private static final List<String> WORDS = List.of(
            "documentImages?\\b",
            "\\bdocument images?\\b",
            "\\bpaperless\\b",
            "\\bPLT\\b",
            "\\bservice ?code\\W+WY\\b");

    private static final Pattern PAPERS = Pattern.compile(String.join("|", WORDS), Pattern.CASE_INSENSITIVE);

    /** Bad request, and unprocessable entity: how MyDHL refuses an order. */
    private static final Set<Integer> REFUSALS = Set.of(400, 422);

    private DhlRefusedPapers() {}

    /** Whether a failed order failed for its papers, and surely bought nothing. */
    static boolean areWhy(CarrierException failure, ShipmentRequest request) {
        return !request.tradeDocuments().isEmpty()
                && failure.code() == ErrorCode.REQUEST_REFUSED
                && failure.httpStatus().stream().anyMatch(REFUSALS::contains)
                && failure.carrierText()
                        .filter(text -> PAPERS.matcher(text).find())
                        .isPresent();
    }

    /** The same order as if no papers had been given: not for paperless trade, and DHL makes the invoice. */
    static ShipmentRequest without(ShipmentRequest request) {
        return ShipmentRequest.builder()
                .from(request)
                .tradeDocuments(List.of())
                .putOptions(DhlOptions.PAPERLESS, "false")
                .build();
    }

    /** The shipment that was bought without its papers. */
    static Shipment told(Shipment shipment, CarrierException refusal) {
        return Shipment.builder()
                .from(shipment)
                .addAlerts(Alert.builder()
                        .code(refusal.code().id())
                        .text("the papers did not go with the order and must travel on paper: "
                                + refusal.carrierText().orElse(""))
                        .build())
                .build();
    }
}
