package com.trackingmcp.testkit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Every shipment that was bought in one sandbox, oldest first. Safe for use by many threads. */
final class ShipmentBook {
    private final ParcelBook parcels;
    private final List<SandboxShipment> sold = new CopyOnWriteArrayList<>();
    private final Map<String, SandboxShipment> byNumber = new ConcurrentHashMap<>();

    ShipmentBook(ParcelBook parcels) {
        this.parcels = parcels;
    }

    /** Sells a shipment whose parcels have a number each, which can be tracked from now on; its id is the first. */
    SandboxShipment sell(String wire, Family family, int count, String service, List<String> references) {
        List<SandboxParcel> bought = count == 1 ? List.of(parcels.fresh(family)) : parcels.together(family, count);
        return enter(wire, service, bought, references);
    }

    /** Sells a shipment whose pieces travel under one number. */
    SandboxShipment sellAsOne(String wire, Family family, int pieces, String service, List<String> references) {
        return enter(wire, service, List.of(parcels.fresh(family).pieces(pieces)), references);
    }

    private SandboxShipment enter(String wire, String service, List<SandboxParcel> bought, List<String> references) {
        bought.forEach(parcel -> references.forEach(parcel::reference));
        SandboxShipment shipment = new SandboxShipment(wire, bought.get(0).number(), service, bought, references);
        sold.add(shipment);
        bought.forEach(parcel -> byNumber.put(wire + " " + parcel.number(), shipment));
        return shipment;
    }

    List<SandboxShipment> all(String wire) {
        return sold.stream().filter(shipment -> shipment.wire().equals(wire)).toList();
    }

    /** The shipment with this number, or with a parcel of this number. */
    Optional<SandboxShipment> find(String wire, String number) {
        return Optional.ofNullable(byNumber.get(wire + " " + number));
    }

    List<SandboxShipment> findReference(String wire, String reference) {
        return all(wire).stream()
                .filter(shipment -> shipment.references().contains(reference))
                .toList();
    }
}
