package com.trackingmcp.testkit;

import java.util.Optional;

/** UPS's APIs that price, sell and know addresses: who answers what. */
final class UpsTrade {
    private final UpsShipBehaviour shipping;
    private final UpsAfterSale afterSale;

    UpsTrade(ShipmentBook sold) {
        this.shipping = new UpsShipBehaviour(sold);
        this.afterSale = new UpsAfterSale(sold);
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
        return Optional.ofNullable(
                switch (path) {
                    case UpsShipBehaviour.PATH -> "ship";
                    case UpsAfterSale.RECOVERY -> "recover";
                    case UpsTransitBehaviour.PATH -> "transit";
                    default -> null;
                });
    }

    /** The answer; empty where the method is not the API's. */
    Optional<SandboxResponse> answer(String operation, SandboxRequest request) {
        String method = operation.equals("cancel") ? "DELETE" : "POST";
        if (!request.method().equals(method)) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    switch (operation) {
                        case "rates" -> UpsRateBehaviour.answer(request);
                        case "ship" -> shipping.answer(request);
                        case "cancel" -> afterSale.cancel(request);
                        case "recover" -> afterSale.recover(request);
                        case "transit" -> UpsTransitBehaviour.answer(request);
                        default -> UpsAddressBehaviour.answer(request);
                    });
        } catch (UpsRefusal refused) {
            return Optional.of(UpsJson.refusal(refused));
        }
    }
}
