package com.trackingmcp.testkit;

import java.util.Optional;

/** UPS's APIs that fetch parcels and tell of places: who answers what. */
final class UpsFetching {
    private final UpsPickupBehaviour pickups;

    UpsFetching(DeskBook desk) {
        this.pickups = new UpsPickupBehaviour(desk);
    }

    /** What is asked for, in a word; empty where it is none of these APIs'. */
    static Optional<String> operation(SandboxRequest request) {
        String path = request.path();
        if (path.startsWith(UpsPickupBehaviour.PICKUPS)) {
            return Optional.ofNullable(
                    switch (request.method()) {
                        case "POST" -> "pickup-quote";
                        case "GET" -> "pickup-status";
                        case "DELETE" -> "pickup-cancel";
                        default -> null;
                    });
        }
        if (path.startsWith(UpsLocatorBehaviour.PATH)) {
            return Optional.of("locations");
        }
        if (path.startsWith(UpsFacilities.COUNTRIES)) {
            return Optional.of("divisions");
        }
        return Optional.ofNullable(
                switch (path) {
                    case UpsPickupBehaviour.CREATION -> "pickup";
                    case UpsFacilities.CENTERS -> "service-centers";
                    default -> null;
                });
    }

    /** The answer; empty where the method is not the API's. */
    Optional<SandboxResponse> answer(String operation, SandboxRequest request) {
        String method = switch (operation) {
            case "pickup-status", "divisions" -> "GET";
            case "pickup-cancel" -> "DELETE";
            default -> "POST";
        };
        if (!request.method().equals(method)) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    switch (operation) {
                        case "pickup-quote" -> pickups.quote(request);
                        case "pickup" -> pickups.book(request);
                        case "pickup-status" -> pickups.pending(request);
                        case "pickup-cancel" -> pickups.cancel(request);
                        case "divisions" -> UpsFacilities.divisions(request);
                        case "service-centers" -> UpsFacilities.centers(request);
                        default -> UpsLocatorBehaviour.answer(request);
                    });
        } catch (UpsRefusal refused) {
            return Optional.of(UpsJson.refusal(refused));
        }
    }
}
