package com.trackingmcp.reliability.storm;

import com.trackingmcp.TrackingClient;
import com.trackingmcp.error.CarrierException;
import com.trackingmcp.model.Outcome;
import com.trackingmcp.model.PickupConfirmation;
import com.trackingmcp.model.PickupQuery;
import com.trackingmcp.model.PickupRequest;
import com.trackingmcp.model.Reference;
import com.trackingmcp.model.Shipment;
import com.trackingmcp.model.ShipmentQuery;
import com.trackingmcp.model.ShipmentRequest;
import com.trackingmcp.model.TrackingNumber;
import com.trackingmcp.model.TrackingResult;
import com.trackingmcp.model.TrackingStatus;
import com.trackingmcp.testkit.SandboxErrands;
import com.trackingmcp.testkit.SandboxOrders;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;

/** One of many callers that ask for all sorts of things, one after the other. Used by one thread. */
final class SoakWorker {
    private static final List<String> SELLERS = List.of("fedex", "ups", "dhl", "karrio:canadapost");

    private final SoakScene scene;
    private final String name;
    private final SplittableRandom random;
    private final Deque<Shipment> bought = new ArrayDeque<>();
    private final Deque<PickupConfirmation> booked = new ArrayDeque<>();
    private int orders;

    SoakWorker(SoakScene scene, String name, SplittableRandom random) {
        this.scene = scene;
        this.name = name;
        this.random = random;
    }

    void step() {
        SoakVerb verb = SoakVerb.at(random.nextInt(100));
        long start = System.nanoTime();
        scene.tally().asked(verb);
        try {
            run(verb);
            scene.tally().answered(verb, start);
        } catch (CarrierException e) {
            scene.tally().failed(verb, start, e);
        } catch (Throwable e) {
            scene.tally().broke(verb, e);
        }
    }

    private void run(SoakVerb verb) {
        TrackingClient client = scene.client();
        String carrier = SELLERS.get(random.nextInt(SELLERS.size()));
        switch (verb) {
            case TRACK -> right(number(), client::track);
            case TRACK_ALL -> {
                List<TrackingNumber> numbers = numbers(25);
                all(numbers, client.trackAll(numbers));
            }
            case STREAM -> {
                List<TrackingNumber> numbers = numbers(60);
                List<Outcome<TrackingResult>> outcomes = new ArrayList<>();
                client.streamAll(numbers, (number, outcome) -> outcomes.add(outcome));
                all(numbers, outcomes);
            }
            case RATES -> client.rates(SandboxOrders.domestic(carrier).build());
            case TRANSIT ->
                client.transitTimes(
                        SandboxOrders.domestic(SELLERS.get(random.nextInt(3))).build());
            case SHIP -> ship(carrier);
            case VOID -> voidOne();
            case RECOVER -> client.shipments().recover(ShipmentQuery.byReference(carrier, name + "-" + orders));
            case PICKUP -> pickup(carrier);
            case PICKUP_CANCEL -> callOff();
            case LANDED_COST -> errand(SandboxErrands::landedCost).ifPresent(client.landedCosts()::quote);
            case ADDRESS ->
                client.addresses()
                        .validate(
                                "fedex",
                                SandboxOrders.domestic("fedex")
                                        .build()
                                        .recipient()
                                        .orElseThrow());
            case LOCATIONS -> errand(SandboxErrands::locations).ifPresent(client.locations()::find);
            case DOCUMENT ->
                scene.errands(SELLERS.get(random.nextInt(2))).document().ifPresent(client.documents()::upload);
            case MANIFEST -> scene.errands("fedex").manifest().ifPresent(client.manifests()::close);
        }
    }

    private <T> Optional<T> errand(Function<SandboxErrands, Optional<T>> what) {
        return what.apply(scene.errands(SELLERS.get(random.nextInt(3))));
    }

    private TrackingNumber number() {
        return scene.numbers().get(random.nextInt(scene.numbers().size()));
    }

    private List<TrackingNumber> numbers(int count) {
        List<TrackingNumber> numbers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            numbers.add(number());
        }
        return numbers;
    }

    private void right(TrackingNumber number, Function<TrackingNumber, TrackingResult> asking) {
        TrackingResult result = asking.apply(number);
        if (result.status() != TrackingStatus.IN_TRANSIT
                || !result.number().value().equals(number.value())) {
            throw new AssertionError("Asked for " + number.value() + ", was told " + result);
        }
    }

    /** As many as were asked, in their order, each right or a failure of the kind that all are. */
    private void all(List<TrackingNumber> numbers, List<Outcome<TrackingResult>> outcomes) {
        if (outcomes.size() != numbers.size()) {
            throw new AssertionError(numbers.size() + " asked, " + outcomes.size() + " answered");
        }
        for (int i = 0; i < numbers.size(); i++) {
            Outcome<TrackingResult> outcome = outcomes.get(i);
            scene.tally().number(outcome);
            outcome.failure().filter(SoakBooks::isDefect).ifPresent(defect -> {
                throw defect;
            });
            if (outcome.isSuccess()) {
                right(numbers.get(i), number -> outcome.orElseThrow());
            }
        }
    }

    private void ship(String carrier) {
        String reference = name + "-" + ++orders;
        ShipmentRequest request = SandboxOrders.domestic(carrier)
                .addReferences(Reference.of(reference))
                .build();
        try {
            Shipment shipment = scene.client().ship(request);
            scene.books().bought(reference, shipment);
            bought.add(shipment);
        } catch (CarrierException e) {
            scene.books().notBought(reference, carrier, e);
            throw e;
        }
    }

    private void voidOne() {
        Shipment shipment = bought.poll();
        if (shipment == null) {
            return;
        }
        try {
            scene.client().shipments().cancel(shipment);
            scene.books().voided(shipment, null);
        } catch (CarrierException e) {
            scene.books().voided(shipment, e);
            throw e;
        }
    }

    private void pickup(String carrier) {
        PickupRequest request = scene.errands(carrier).pickup().orElseThrow();
        try {
            PickupConfirmation confirmed = scene.client().pickups().schedule(request);
            scene.books().booked(confirmed);
            booked.add(confirmed);
        } catch (CarrierException e) {
            scene.books().notBooked(e);
            throw e;
        }
    }

    private void callOff() {
        PickupConfirmation pickup = booked.poll();
        if (pickup == null) {
            return;
        }
        try {
            scene.client().pickups().cancel(PickupQuery.of(pickup));
            scene.books().calledOff(pickup, null);
        } catch (CarrierException e) {
            scene.books().calledOff(pickup, e);
            throw e;
        }
    }
}
