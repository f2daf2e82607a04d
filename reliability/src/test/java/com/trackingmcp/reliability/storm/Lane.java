package com.trackingmcp.reliability.storm;

import com.trackingmcp.model.Shipment;
import com.trackingmcp.testkit.CarrierSandbox;
import com.trackingmcp.testkit.SandboxParcel;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** One of the carriers' systems: what is tracked there, and what is bought. */
enum Lane {
    FEDEX("fedex", "fedex", "FEDEX_", Optional.of("fedex"), "POST /fedex/ship/v1/shipments"),
    UPS("ups", "ups", "UPS_", Optional.of("ups"), "POST /ups/api/shipments/"),
    DHL_EXPRESS("dhl", "dhl", "DHL_", Optional.of("mydhl"), "POST /mydhl/shipments"),
    DHL_UNIFIED("dhl-parcel-de", "dhl", "DHL_", Optional.empty(), "-"),
    DHL_ECOMMERCE("dhl-ecommerce", "dhl", "DHL_", Optional.empty(), "-"),
    KARRIO("karrio:canadapost", "karrio:canadapost", "KARRIO_", Optional.of("karrio"), "POST /karrio/v1/shipments"),
    /** The second of the two requests of a purchase there. */
    KARRIO_LABEL("karrio:canadapost", "karrio:canadapost", "KARRIO_", Optional.of("karrio"), "/purchase");

    private final String parcels;
    private final String carrier;
    private final String settings;
    private final Optional<String> shop;
    private final String purchase;

    Lane(String parcels, String carrier, String settings, Optional<String> shop, String purchase) {
        this.parcels = parcels;
        this.carrier = carrier;
        this.settings = settings;
        this.shop = shop;
        this.purchase = purchase;
    }

    /** The carrier, as a client knows it. */
    String carrier() {
        return carrier;
    }

    /** The sandbox's name of the system that sells, where this one does. */
    Optional<String> shop() {
        return shop;
    }

    boolean tracks() {
        return this != KARRIO_LABEL;
    }

    boolean sells() {
        return shop.isPresent();
    }

    /** Whether two of the carrier's systems may know a number, of which the other is asked where one fails. */
    boolean hasOthers() {
        return this == DHL_EXPRESS || this == DHL_ECOMMERCE;
    }

    /** Whether this request asks for something, of whatever kind. */
    boolean asks(String called) {
        return !isToken(called);
    }

    /** Whether this request buys: of a gateway's two, the first or the second. */
    boolean buys(String called) {
        return called.contains(purchase) && (this != KARRIO || called.endsWith(purchase));
    }

    /** How often the carrier may be sent the request that is struck. */
    int mostTries() {
        return this == KARRIO ? 2 : 1;
    }

    /** What may come of a purchase, whose request the carrier has got or not. */
    Set<Fault.Bought> expected(Blow fault, boolean reached) {
        if (this == KARRIO && fault.strikesNext()) {
            return Set.of(Fault.Bought.CONFIRMED, Fault.Bought.UNKNOWN);
        }
        return Set.of(fault.bought() == Fault.Bought.UNKNOWN ? lost(reached) : fault.bought());
    }

    private Fault.Bought lost(boolean reached) {
        return switch (this) {
            // a draft is no purchase: it is looked for by its reference, and made once more where there is none
            case KARRIO -> reached ? Fault.Bought.CONFIRMED : Fault.Bought.NOTHING;
            // looked for, and found, by its id
            case KARRIO_LABEL -> reached ? Fault.Bought.CONFIRMED : Fault.Bought.UNKNOWN;
            default -> Fault.Bought.UNKNOWN;
        };
    }

    static boolean isToken(String called) {
        return called.contains("token");
    }

    SandboxParcel parcel(CarrierSandbox sandbox) {
        return sandbox.parcel(parcels).inTransit();
    }

    /** What connects a client with this carrier alone. */
    Map<String, String> settings(CarrierSandbox sandbox, URI door) {
        Map<String, String> all = new TreeMap<>(sandbox.settings(door));
        all.keySet().removeIf(name -> !name.startsWith(settings));
        return all;
    }

    /** What the carrier's own books have: a gateway has an id of its own for the same shipment. */
    static String idAtCarrier(Shipment shipment) {
        return shipment.connection().contains(":") ? shipment.trackingNumber() : shipment.id();
    }
}
