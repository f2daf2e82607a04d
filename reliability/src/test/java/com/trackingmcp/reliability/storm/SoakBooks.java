package com.trackingmcp.reliability.storm;

import com.trackingmcp.TrackingClient;
import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.OutcomeUnknownException;
import com.trackingmcp.model.PickupConfirmation;
import com.trackingmcp.model.Shipment;
import com.trackingmcp.model.ShipmentQuery;
import com.trackingmcp.testkit.CarrierSandbox;
import com.trackingmcp.testkit.SandboxPickup;
import com.trackingmcp.testkit.SandboxShipment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** What callers were told of purchases, to be compared with the carriers' own books. Safe for use by many threads. */
final class SoakBooks {
    private static final List<String> WIRES = List.of("fedex", "ups", "mydhl", "karrio");

    private final Map<String, Told> purchases = new ConcurrentHashMap<>();
    private final Map<String, Said> voided = new ConcurrentHashMap<>();
    private final Queue<String> pickups = new ConcurrentLinkedQueue<>();
    private final Map<String, Said> pickupsOff = new ConcurrentHashMap<>();
    private final AtomicInteger pickupsUnknown = new AtomicInteger();
    private final List<String> wrong = new ArrayList<>();
    private final Map<String, Integer> counts = new TreeMap<>();

    private enum Said {
        DONE,
        UNKNOWN,
        NOT
    }

    private record Told(String carrier, Said said, String id) {}

    private static Said said(CarrierException error) {
        return error instanceof OutcomeUnknownException ? Said.UNKNOWN : Said.NOT;
    }

    void bought(String reference, Shipment shipment) {
        purchases.put(reference, new Told(shipment.carrier(), Said.DONE, Lane.idAtCarrier(shipment)));
    }

    void notBought(String reference, String carrier, CarrierException error) {
        purchases.put(reference, new Told(carrier, said(error), ""));
    }

    void voided(Shipment shipment, @Nullable CarrierException error) {
        voided.put(Lane.idAtCarrier(shipment), error == null ? Said.DONE : said(error));
    }

    void booked(PickupConfirmation pickup) {
        pickups.add(pickup.carrier() + " " + pickup.confirmationNumber());
    }

    void notBooked(CarrierException error) {
        if (said(error) == Said.UNKNOWN) {
            pickupsUnknown.incrementAndGet();
        }
    }

    void calledOff(PickupConfirmation pickup, @Nullable CarrierException error) {
        pickupsOff.put(pickup.confirmationNumber(), error == null ? Said.DONE : said(error));
    }

    /** What does not fit; the counts are known afterwards. */
    List<String> compare(CarrierSandbox sandbox, TrackingClient client) {
        Map<String, List<SandboxShipment>> sold = new HashMap<>();
        for (String wire : WIRES) {
            for (SandboxShipment shipment : sandbox.shipments(wire)) {
                shipment.references()
                        .forEach(reference -> sold.computeIfAbsent(reference, none -> new ArrayList<>())
                                .add(shipment));
            }
        }
        purchases.forEach(
                (reference, told) -> compare(client, reference, told, sold.getOrDefault(reference, List.of())));
        sold.forEach((reference, shipments) -> {
            count("labels bought", shipments.size());
            if (!purchases.containsKey(reference)) {
                wrong.add("bought, and nobody was told: " + reference);
            }
            shipments.forEach(this::compareVoided);
        });
        comparePickups(sandbox);
        return wrong;
    }

    private void compare(TrackingClient client, String reference, Told told, List<SandboxShipment> sold) {
        List<String> ids = sold.stream().map(SandboxShipment::id).toList();
        count("purchases " + told.said(), 1);
        if (ids.size() > 1) {
            wrong.add(reference + " was bought twice: " + ids);
        }
        switch (told.said()) {
            case DONE -> {
                count("labels confirmed", 1);
                expect(ids.equals(List.of(told.id())), reference + " is confirmed as " + told.id() + ", but is " + ids);
            }
            case NOT -> expect(ids.isEmpty(), reference + " is said not to be bought, but is " + ids);
            case UNKNOWN -> {
                List<String> found =
                        client.shipments().recover(ShipmentQuery.byReference(told.carrier(), reference)).stream()
                                .map(Lane::idAtCarrier)
                                .toList();
                count("labels recovered", found.size());
                expect(found.equals(ids), reference + " is recovered as " + found + ", but is " + ids);
            }
        }
    }

    private void compareVoided(SandboxShipment shipment) {
        Said said = voided.get(shipment.id());
        boolean cancelled = !shipment.cancelled().isEmpty();
        if (said == null) {
            expect(!cancelled, shipment.id() + " is voided, and nobody asked");
            return;
        }
        count("voids " + said, 1);
        expect(
                said == Said.UNKNOWN || cancelled == (said == Said.DONE),
                shipment.id() + " void: " + said + ", but " + cancelled);
    }

    private void comparePickups(CarrierSandbox sandbox) {
        List<SandboxPickup> booked =
                WIRES.stream().flatMap(wire -> sandbox.pickups(wire).stream()).toList();
        Set<String> told = new HashSet<>(pickups);
        count("pickups booked", booked.size());
        count("pickups confirmed", pickups.size());
        count("pickups unknown", pickupsUnknown.get());
        expect(
                told.size() == pickups.size(),
                (pickups.size() - told.size()) + " pickups were confirmed to two callers");
        expect(
                told.size() <= booked.size() && booked.size() <= told.size() + pickupsUnknown.get(),
                booked.size() + " pickups are booked, of which callers know " + told.size() + " and may know "
                        + pickupsUnknown.get());
        Set<String> numbers = new HashSet<>();
        booked.forEach(pickup -> numbers.add(pickup.number()));
        told.forEach(name ->
                expect(numbers.contains(name.substring(name.indexOf(' ') + 1)), "confirmed, but not booked: " + name));
        for (SandboxPickup pickup : booked) {
            Said said = pickupsOff.get(pickup.number());
            boolean right = said == null
                    ? !pickup.isCancelled()
                    : said == Said.UNKNOWN || pickup.isCancelled() == (said == Said.DONE);
            expect(right, "pickup " + pickup.number() + " off: " + said + ", but " + pickup.isCancelled());
        }
    }

    Map<String, Integer> counts() {
        return counts;
    }

    private void expect(boolean right, String otherwise) {
        if (!right) {
            wrong.add(otherwise);
        }
    }

    private void count(String name, int by) {
        counts.merge(name, by, Integer::sum);
    }

    /** Whether an error is nobody's word: a defect. */
    static boolean isDefect(Throwable failure) {
        return !(failure instanceof CarrierException told) || told.code() == ErrorCode.UNEXPECTED;
    }
}
