package com.trackingmcp.reliability.input;

import com.trackingmcp.model.Address;
import com.trackingmcp.model.Customs;
import com.trackingmcp.model.DocumentRequest;
import com.trackingmcp.model.DocumentUpload;
import com.trackingmcp.model.LandedCostRequest;
import com.trackingmcp.model.LocationQuery;
import com.trackingmcp.model.ManifestRequest;
import com.trackingmcp.model.OrderFilter;
import com.trackingmcp.model.Parcel;
import com.trackingmcp.model.PickupQuery;
import com.trackingmcp.model.PickupRequest;
import com.trackingmcp.model.RateRequest;
import com.trackingmcp.model.ShipmentFilter;
import com.trackingmcp.model.ShipmentQuery;
import com.trackingmcp.model.ShipmentRequest;
import com.trackingmcp.model.ShippedFor;
import com.trackingmcp.model.SubscriptionRequest;
import com.trackingmcp.model.TrackingNumber;
import com.trackingmcp.model.TrackingReference;
import com.trackingmcp.model.WebhookRequest;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A verb of the client: what it is asked with so that it works, and how. Immutable.
 *
 * @param name what it is called
 * @param type what it is asked with: a model, or {@link Text} for a verb that takes texts
 * @param good makes what it is asked with, doing first what has to come before
 * @param ask asks, and gives the answer
 */
public record Verb(String name, Class<?> type, Function<Bench, Object> good, BiFunction<Bench, Object, Object> ask) {
    /** A text in place of a model. */
    public record Text(String value) {}

    /** Papers of a shipment. */
    public record Attachment(String document, ShippedFor shipment) {}

    /** An invoice in figures. */
    public record InvoiceData(Customs customs, ShippedFor shipment) {}

    /** Another pickup in place of one. */
    public record OtherPickup(PickupQuery pickup, PickupRequest request) {}

    /** Every verb that sends what its caller passes. */
    public static List<Verb> all() {
        return List.of(
                text(
                        "track",
                        Bench::knownNumber,
                        (bench, text) -> bench.client().track(number(bench, text))),
                text(
                        "proofOfDelivery",
                        Bench::knownNumber,
                        (bench, text) -> bench.client().proofOfDelivery(number(bench, text))),
                text(
                        "erase",
                        Bench::knownNumber,
                        (bench, text) -> bench.client().erase(number(bench, text))),
                of(
                        "trackByReference",
                        TrackingReference.class,
                        bench -> TrackingReference.builder()
                                .value("order-4711")
                                .carrier(bench.carrier())
                                .shippedFrom(bench.today())
                                .shippedTo(bench.today())
                                .build(),
                        (bench, reference) -> bench.client().trackByReference(reference)),
                of(
                        "rates",
                        RateRequest.class,
                        bench -> RateRequest.of(bench.international()),
                        (bench, request) -> bench.client().rates(request)),
                of(
                        "transitTimes",
                        ShipmentRequest.class,
                        Bench::international,
                        (bench, order) -> bench.client().transitTimes(order)),
                of(
                        "ship",
                        ShipmentRequest.class,
                        Bench::international,
                        (bench, order) -> bench.client().ship(order)),
                of(
                        "shipments.cancel",
                        ShipmentQuery.class,
                        bench -> ShipmentQuery.of(bench.bought()),
                        (bench, query) -> bench.client().shipments().cancel(query)),
                of(
                        "shipments.recover",
                        ShipmentQuery.class,
                        bench -> ShipmentQuery.of(bench.bought()),
                        (bench, query) -> bench.client().shipments().recover(query)),
                of(
                        "shipments.list",
                        ShipmentFilter.class,
                        bench -> ShipmentFilter.of(bench.carrier()),
                        (bench, filter) ->
                                bench.client().shipments().list(filter).page(0, 5)),
                text(
                        "shipments.get",
                        bench -> bench.bought().id(),
                        (bench, id) -> bench.client().shipments().get(bench.carrier(), id)),
                text(
                        "shipments.documents",
                        bench -> bench.bought().id(),
                        (bench, id) -> bench.client().shipments().documents(bench.carrier(), id)),
                of(
                        "addresses.validate",
                        Address.class,
                        Verb::sender,
                        (bench, address) -> bench.client().addresses().validate(bench.carrier(), address)),
                of(
                        "addresses.validatePostalCode",
                        Address.class,
                        Verb::sender,
                        (bench, address) -> bench.client().addresses().validatePostalCode(bench.carrier(), address)),
                of(
                        "pickups.quote",
                        PickupRequest.class,
                        Verb::pickup,
                        (bench, request) -> bench.client().pickups().quote(request)),
                of(
                        "pickups.schedule",
                        PickupRequest.class,
                        Verb::pickup,
                        (bench, request) -> bench.client().pickups().schedule(request)),
                of(
                        "pickups.update",
                        OtherPickup.class,
                        bench -> new OtherPickup(bench.bookedPickup(), pickup(bench)),
                        (bench, other) -> bench.client().pickups().update(other.pickup(), other.request())),
                of(
                        "pickups.cancel",
                        PickupQuery.class,
                        Bench::bookedPickup,
                        (bench, query) -> bench.client().pickups().cancel(query)),
                of(
                        "pickups.status",
                        PickupQuery.class,
                        Bench::bookedPickup,
                        (bench, query) -> bench.client().pickups().status(query)),
                of(
                        "landedCosts.quote",
                        LandedCostRequest.class,
                        bench -> bench.errands().landedCost().orElseThrow(),
                        (bench, request) -> bench.client().landedCosts().quote(request)),
                of(
                        "documents.upload",
                        DocumentUpload.class,
                        Verb::upload,
                        (bench, request) -> bench.client().documents().upload(request)),
                of(
                        "documents.attach",
                        Attachment.class,
                        bench -> new Attachment(bench.heldDocument(), bench.boughtAbroad()),
                        (bench, papers) -> bench.client()
                                .documents()
                                .attach(bench.carrier(), List.of(papers.document()), papers.shipment())),
                of(
                        "documents.uploadAndAttach",
                        DocumentUpload.class,
                        bench -> DocumentUpload.builder()
                                .from(upload(bench))
                                .shipment(bench.boughtAbroad())
                                .build(),
                        (bench, request) -> bench.client().documents().uploadAndAttach(request)),
                of(
                        "documents.uploadInvoiceData",
                        InvoiceData.class,
                        bench -> new InvoiceData(bench.international().customs().orElseThrow(), bench.boughtAbroad()),
                        (bench, data) -> bench.client()
                                .documents()
                                .uploadInvoiceData(bench.carrier(), data.customs(), data.shipment())),
                text(
                        "documents.delete",
                        Bench::heldDocument,
                        (bench, id) -> bench.client().documents().delete(bench.carrier(), id)),
                of(
                        "documents.generate",
                        DocumentRequest.class,
                        bench -> DocumentRequest.builder()
                                .carrier("karrio")
                                .template("<p>Example</p>")
                                .build(),
                        (bench, request) -> bench.client().documents().generate(request)),
                of(
                        "locations.find",
                        LocationQuery.class,
                        bench -> bench.errands().locations().orElseThrow(),
                        (bench, query) -> bench.client().locations().find(query)),
                text(
                        "locations.politicalDivisions",
                        bench -> "US",
                        (bench, country) -> bench.client().locations().politicalDivisions(country)),
                of(
                        "manifests.close",
                        ManifestRequest.class,
                        Verb::manifest,
                        (bench, request) -> bench.client().manifests().close(request)),
                of(
                        "manifests.reprint",
                        ManifestRequest.class,
                        Verb::manifest,
                        (bench, request) -> bench.client().manifests().reprint(request)),
                of(
                        "subscriptions.subscribe",
                        SubscriptionRequest.class,
                        bench -> bench.errands()
                                .subscription(bench.knownNumber())
                                .orElseThrow(),
                        (bench, request) -> bench.client().subscriptions().subscribe(request).stream()
                                .map(one -> one.orElseThrow())
                                .toList()),
                of(
                        "webhooks.register",
                        WebhookRequest.class,
                        bench -> WebhookRequest.builder()
                                .carrier("karrio")
                                .url("https://shop.example.com/hook")
                                .addEvents("all")
                                .build(),
                        (bench, request) -> bench.client().webhooks().register(request)),
                text(
                        "webhooks.test",
                        bench -> "web_1",
                        (bench, id) -> bench.client().webhooks().test("karrio", id)),
                text(
                        "webhooks.remove",
                        bench -> "web_1",
                        (bench, id) -> bench.client().webhooks().remove("karrio", id)),
                of(
                        "orders.list",
                        OrderFilter.class,
                        bench -> OrderFilter.all(),
                        (bench, filter) -> bench.client().orders().list(filter).page(0, 5)),
                text(
                        "orders.get",
                        bench -> "ord_1",
                        (bench, id) -> bench.client().orders().get("karrio", id)),
                of(
                        "addressBook.saveAddress",
                        Address.class,
                        Verb::sender,
                        (bench, address) -> bench.client().addressBook().saveAddress("karrio", address)),
                text(
                        "addressBook.deleteAddress",
                        bench -> "adr_1",
                        (bench, id) -> bench.client().addressBook().deleteAddress("karrio", id)),
                of(
                        "addressBook.saveParcel",
                        Parcel.class,
                        bench -> bench.domestic().parcels().get(0),
                        (bench, parcel) -> bench.client().addressBook().saveParcel("karrio", parcel)),
                text(
                        "batches.get",
                        bench -> "batch_1",
                        (bench, id) -> bench.client().batches().get("karrio", id)));
    }

    private static <T> Verb of(
            String name, Class<T> type, Function<Bench, ? extends T> good, BiFunction<Bench, T, Object> ask) {
        return new Verb(name, type, good::apply, (bench, asked) -> ask.apply(bench, type.cast(asked)));
    }

    private static Verb text(String name, Function<Bench, String> good, BiFunction<Bench, String, Object> ask) {
        return of(
                name,
                Text.class,
                bench -> new Text(good.apply(bench)),
                (bench, text) -> ask.apply(bench, text.value()));
    }

    private static TrackingNumber number(Bench bench, String text) {
        return TrackingNumber.of(text, bench.carrier());
    }

    private static Address sender(Bench bench) {
        return bench.domestic().sender().orElseThrow();
    }

    private static PickupRequest pickup(Bench bench) {
        return bench.errands().pickup().orElseThrow();
    }

    private static DocumentUpload upload(Bench bench) {
        return bench.errands().document().orElseThrow();
    }

    private static ManifestRequest manifest(Bench bench) {
        bench.bought();
        return bench.errands().manifest().orElseThrow();
    }
}
