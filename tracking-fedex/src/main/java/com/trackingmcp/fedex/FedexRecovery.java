package com.trackingmcp.fedex;

import com.trackingmcp.http.CallContext;
import com.trackingmcp.model.Alert;
import com.trackingmcp.model.AssociatedNumber;
import com.trackingmcp.model.Shipment;
import com.trackingmcp.model.ShipmentQuery;
import com.trackingmcp.model.ShippedParcel;
import com.trackingmcp.model.TrackingNumber;
import com.trackingmcp.model.TrackingReference;
import com.trackingmcp.model.TrackingResult;
import com.trackingmcp.model.TrackingStatus;
import com.trackingmcp.spi.CarrierProfile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/**
 * Finds shipments that were bought, through the Track API: that they exist and under which numbers, not what they cost,
 * and not their labels. Safe for use by many threads.
 *
 * <p>Parcels of one shipment name its master number, and are told as one. A shipment that was cancelled since is told
 * with a note. FedEx tracks a label some time after it was made: none may be found yet.
 */
final class FedexRecovery {
    private static final String MASTER = "standard_mps";

    private final CarrierProfile profile;
    private final FedexConfig config;
    private final FedexTracking tracking;

    FedexRecovery(CarrierProfile profile, FedexConfig config, FedexTracking tracking) {
        this.profile = profile;
        this.config = config;
        this.tracking = tracking;
    }

    CompletableFuture<List<Shipment>> recover(ShipmentQuery query, CallContext call) {
        Optional<String> number = query.id().or(query::trackingNumber);
        return number.map(known -> byNumber(known, call)).orElseGet(() -> byReference(query, call));
    }

    private CompletableFuture<List<Shipment>> byReference(ShipmentQuery query, CallContext call) {
        TrackingReference reference = TrackingReference.builder()
                .value(query.reference().orElseThrow())
                .accountNumber(config.accountNumber())
                .shippedFrom(query.shippedFrom())
                .shippedTo(query.shippedTo())
                .build();
        return tracking.trackByReference(reference, call).thenApply(this::shipments);
    }

    private CompletableFuture<List<Shipment>> byNumber(String number, CallContext call) {
        return tracking.shipmentOf(TrackingNumber.of(number, profile.connection()), call)
                .thenApply(this::shipments);
    }

    /** One for each master number, in FedEx's order. */
    private List<Shipment> shipments(List<TrackingResult> results) {
        Map<String, List<TrackingResult>> byMaster = new LinkedHashMap<>();
        for (TrackingResult result : results) {
            byMaster.computeIfAbsent(master(result), key -> new ArrayList<>()).add(result);
        }
        List<Shipment> shipments = new ArrayList<>();
        byMaster.forEach((master, parcels) -> shipments.add(shipment(master, parcels)));
        return List.copyOf(shipments);
    }

    /** The number FedEx names first as that of the whole; its own for a parcel that travels alone or leads. */
    private static String master(TrackingResult result) {
        return result.associatedNumbers().stream()
                .filter(number -> number.type().equals(MASTER))
                .map(AssociatedNumber::number)
                .findFirst()
                .orElse(result.number().value());
    }

    private Shipment shipment(String master, List<TrackingResult> parcels) {
        TrackingResult first = parcels.get(0);
        List<String> numbers = Stream.concat(
                        Stream.of(master),
                        parcels.stream().map(parcel -> parcel.number().value()))
                .distinct()
                .toList();
        Shipment.Builder shipment = Shipment.builder()
                .carrier(profile.carrier())
                .connection(profile.connection())
                .id(master)
                .trackingNumber(master)
                .parcels(numbers.stream()
                        .map(number ->
                                ShippedParcel.builder().trackingNumber(number).build())
                        .toList())
                .service(first.serviceCode())
                .serviceName(first.serviceName())
                .delivery(first.estimatedDelivery())
                .references(first.references())
                .alerts(first.alerts());
        if (parcels.stream().allMatch(parcel -> parcel.status() == TrackingStatus.CANCELLED)) {
            shipment.addAlerts(Alert.builder()
                    .code(first.carrierStatusCode())
                    .text("The shipment was cancelled")
                    .build());
        }
        return shipment.build();
    }
}
