package com.trackingmcp.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** FedEx's APIs that do more than track: who answers what. */
final class FedexTrade {
    private static final Map<String, String> OPERATIONS = Map.ofEntries(
            Map.entry(FedexShipBehaviour.SHIP, "ship"),
            Map.entry(FedexShipBehaviour.CANCEL, "cancel"),
            Map.entry(FedexRateBehaviour.RATES, "rates"),
            Map.entry(FedexRateBehaviour.TRANSIT, "transit"),
            Map.entry(FedexAddressBehaviour.ADDRESS, "address"),
            Map.entry(FedexAddressBehaviour.POSTAL, "postal"),
            Map.entry(FedexPickupBehaviour.PICKUPS, "pickup"),
            Map.entry(FedexPickupBehaviour.QUOTE, "pickup-quote"),
            Map.entry(FedexPickupBehaviour.CANCEL, "pickup-cancel"),
            Map.entry(FedexLocationBehaviour.PATH, "locations"),
            Map.entry(FedexManifestBehaviour.PATH, "manifest"),
            Map.entry(FedexNotificationBehaviour.PATH, "subscribe"));

    private static final Set<String> PUT = Set.of("cancel", "pickup-cancel", "manifest");

    private final FedexShipBehaviour shipping;
    private final FedexRateBehaviour rating;
    private final FedexPickupBehaviour pickups;
    private final FedexManifestBehaviour manifests;
    private final FedexNotificationBehaviour notifications;

    FedexTrade(ParcelBook book, ShipmentBook sold, DeskBook desk) {
        this.shipping = new FedexShipBehaviour(sold, desk);
        this.rating = new FedexRateBehaviour(desk.clock());
        this.pickups = new FedexPickupBehaviour(desk);
        this.manifests = new FedexManifestBehaviour(sold, desk);
        this.notifications = new FedexNotificationBehaviour(book);
    }

    /** What a request asks for, in a word; empty where it is none of these APIs'. */
    static Optional<String> operation(SandboxRequest request) {
        return Optional.ofNullable(OPERATIONS.get(request.path())).map(operation -> switch (operation) {
            case "manifest" -> request.method().equals("POST") ? "manifest-reprint" : operation;
            case "rates" -> FedexDuties.areWanted(Json.read(request.body())) ? "landed-cost" : operation;
            default -> operation;
        });
    }

    /** The HTTP method of an operation. */
    static String method(String operation) {
        return PUT.contains(operation) ? "PUT" : "POST";
    }

    ObjectNode output(String operation, JsonNode body) throws FedexRefusal {
        return switch (operation) {
            case "ship" -> shipping.ship(body);
            case "cancel" -> shipping.cancel(body);
            case "rates", "landed-cost" -> rating.rates(body);
            case "transit" -> rating.transitTimes(body);
            case "address" -> FedexAddressBehaviour.resolve(body);
            case "pickup" -> pickups.book(body);
            case "pickup-quote" -> pickups.quote(body);
            case "pickup-cancel" -> pickups.cancel(body);
            case "locations" -> FedexLocationBehaviour.find(body);
            case "manifest" -> manifests.close(body);
            case "manifest-reprint" -> manifests.reprint(body);
            case "subscribe" -> notifications.subscribe(body);
            default -> FedexAddressBehaviour.postalCode(body);
        };
    }
}
