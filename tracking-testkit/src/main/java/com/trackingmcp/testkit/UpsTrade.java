package com.trackingmcp.testkit;

import java.util.Optional;
import java.util.function.Supplier;

/** UPS's APIs that price, sell and know addresses, and those of {@link UpsBackOffice}: who answers what. */
final class UpsTrade {
    private final UpsShipBehaviour shipping;
    private final UpsAfterSale afterSale;
    private final UpsBackOffice office;

    UpsTrade(ParcelBook book, ShipmentBook sold, DeskBook desk) {
        this.shipping = new UpsShipBehaviour(sold);
        this.afterSale = new UpsAfterSale(sold);
        this.office = new UpsBackOffice(book, sold, desk);
    }

    /** What a path is asked for, in a word; empty where it is none of these APIs'. */
    static Optional<String> operation(String path) {
        if (path.startsWith(UpsRateBehaviour.PATH)) {
            return Optional.of("rates");
        }
        if (path.startsWith(UpsAfterSale.VOID)) {
            return Optional.of("cancel");
        }
        if (path.startsWith(UpsAddressBehaviour.PATH)) {
            return Optional.of("address");
        }
        Optional<String> sale = Optional.ofNullable(
                switch (path) {
                    case UpsShipBehaviour.PATH -> "ship";
                    case UpsAfterSale.RECOVERY -> "recover";
                    case UpsTransitBehaviour.PATH -> "transit";
                    default -> null;
                });
        return sale.or(() -> UpsBackOffice.operation(path));
    }

    /** The answer; empty where the method is not the API's. */
    Optional<SandboxResponse> answer(String operation, SandboxRequest request) {
        if (UpsBackOffice.operation(request.path()).isPresent()) {
            return refusable(() -> office.answer(operation, request));
        }
        String method = operation.equals("cancel") ? "DELETE" : "POST";
        if (!request.method().equals(method)) {
            return Optional.empty();
        }
        return refusable(() -> Optional.of(
                switch (operation) {
                    case "rates" -> UpsRateBehaviour.answer(request);
                    case "ship" -> shipping.answer(request);
                    case "cancel" -> afterSale.cancel(request);
                    case "recover" -> afterSale.recover(request);
                    case "transit" -> UpsTransitBehaviour.answer(request);
                    default -> UpsAddressBehaviour.answer(request);
                }));
    }

    private static Optional<SandboxResponse> refusable(Supplier<Optional<SandboxResponse>> answer) {
        try {
            return answer.get();
        } catch (UpsRefusal refused) {
            return Optional.of(UpsJson.refusal(refused));
        }
    }
}
