package com.trackingmcp.testkit;

import java.util.List;
import java.util.Optional;

/** UPS's APIs for duties, papers and subscriptions: who answers what. */
final class UpsBackOffice {
    private final UpsPaperBehaviour papers;
    private final UpsAlertBehaviour alerts;

    UpsBackOffice(ParcelBook book, ShipmentBook sold, DeskBook desk) {
        this.papers = new UpsPaperBehaviour(sold, desk);
        this.alerts = new UpsAlertBehaviour(book, desk);
    }

    /** What a path is asked for, in a word; empty where it is none of these APIs'. */
    static Optional<String> operation(String path) {
        if (path.startsWith(UpsAlertBehaviour.PATH)) {
            return Optional.of("subscribe");
        }
        return Optional.ofNullable(
                switch (path) {
                    case UpsDutyBehaviour.PATH -> "landed-cost";
                    case UpsPaperBehaviour.UPLOAD -> "upload";
                    case UpsPaperBehaviour.ATTACH -> "attach";
                    case UpsPaperBehaviour.DELETE -> "delete-document";
                    default -> null;
                });
    }

    /** The answer; empty where the method is not the API's. */
    Optional<SandboxResponse> answer(String operation, SandboxRequest request) {
        String method = operation.equals("delete-document") ? "DELETE" : "POST";
        if (!request.method().equals(method)) {
            return Optional.empty();
        }
        return Optional.of(
                switch (operation) {
                    case "landed-cost" -> UpsDutyBehaviour.answer(request);
                    case "upload" -> papers.upload(request);
                    case "attach" -> papers.attach(request);
                    case "delete-document" -> papers.delete(request);
                    default -> alerts.answer(request);
                });
    }

    /** Refuses a request without the headers that these APIs require. */
    static void require(SandboxRequest request, List<String> headers) {
        List<UpsRefusal.Problem> missing = headers.stream()
                .filter(name -> request.header(name).orElse("").isBlank())
                .map(name -> new UpsRefusal.Problem(UpsRefusal.UNPUBLISHED, "Missing header " + name + "."))
                .toList();
        if (!missing.isEmpty()) {
            throw new UpsRefusal(missing);
        }
    }
}
