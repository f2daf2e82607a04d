package com.trackingmcp.testkit;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A shipment that was bought in the sandbox: what the carrier's own books say of it. Safe for use by many threads; lives
 * as long as its {@link CarrierSandbox}.
 */
public final class SandboxShipment {
    private final String wire;
    private final String id;
    private final String service;
    private final List<SandboxParcel> parcels;
    private final List<String> references;
    private final Set<String> cancelled = new LinkedHashSet<>();

    SandboxShipment(String wire, String id, String service, List<SandboxParcel> parcels, List<String> references) {
        this.wire = wire;
        this.id = id;
        this.service = service;
        this.parcels = List.copyOf(parcels);
        this.references = List.copyOf(references);
    }

    /** The wire it was bought over, such as {@code fedex}. */
    public String wire() {
        return wire;
    }

    /** What the carrier knows it by. */
    public String id() {
        return id;
    }

    /** The carrier's code of the service. */
    public String service() {
        return service;
    }

    /** The tracking numbers of its parcels, in the order of the request; one for all where the carrier counts pieces. */
    public List<String> numbers() {
        return parcels.stream().map(SandboxParcel::number).toList();
    }

    /** The references it was bought with. */
    public List<String> references() {
        return references;
    }

    /** The tracking numbers that were voided. */
    public synchronized List<String> cancelled() {
        return List.copyOf(cancelled);
    }

    List<SandboxParcel> parcels() {
        return parcels;
    }

    /** Voids these of its parcels; whether all of them could be, for none can be twice, nor once it was picked up. */
    synchronized boolean cancel(List<String> numbers) {
        List<SandboxParcel> meant = new ArrayList<>(parcels);
        meant.removeIf(parcel -> !numbers.contains(parcel.number()));
        boolean possible = !meant.isEmpty()
                && meant.stream()
                        .allMatch(parcel ->
                                !cancelled.contains(parcel.number()) && parcel.status() == Step.LABEL_CREATED);
        if (possible) {
            meant.forEach(parcel -> {
                cancelled.add(parcel.number());
                parcel.cancelled();
            });
        }
        return possible;
    }
}
