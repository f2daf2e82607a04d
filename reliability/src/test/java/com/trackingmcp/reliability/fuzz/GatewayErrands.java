package com.trackingmcp.reliability.fuzz;

import com.trackingmcp.TrackingClient;
import com.trackingmcp.model.Address;
import com.trackingmcp.model.DocumentRequest;
import com.trackingmcp.model.Order;
import com.trackingmcp.model.OrderFilter;
import com.trackingmcp.model.Parcel;
import com.trackingmcp.model.SavedAddress;
import com.trackingmcp.model.SavedParcel;
import com.trackingmcp.model.Shipment;
import com.trackingmcp.model.ShipmentFilter;
import com.trackingmcp.model.SubscriptionRequest;
import com.trackingmcp.model.TrackingNumber;
import com.trackingmcp.model.WebhookRegistration;
import com.trackingmcp.model.WebhookRequest;
import com.trackingmcp.testkit.SandboxOrders;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a gateway stores besides, asked so that it works. Stateless. */
final class GatewayErrands {
    private static final String GATEWAY = "karrio";
    private static final String CARRIER = "karrio:canadapost";

    private GatewayErrands() {}

    static List<Errand> all() {
        List<Errand> errands = new ArrayList<>();
        errands.addAll(shipments());
        errands.addAll(orders());
        errands.addAll(book());
        errands.addAll(webhooks());
        errands.addAll(rest());
        return errands;
    }

    private static Shipment bought(Errand.Bed bed) {
        return bed.client().ship(SandboxOrders.domestic(CARRIER).build());
    }

    private static List<Errand> shipments() {
        return List.of(
                new Errand("list shipments", bed -> {
                    bought(bed);
                    return client -> client.shipments()
                            .list(ShipmentFilter.of(GATEWAY))
                            .page(0, 2)
                            .items();
                }),
                new Errand("get shipment", bed -> {
                    String id = bought(bed).id();
                    return client -> client.shipments().get(GATEWAY, id);
                }),
                new Errand("documents of shipment", bed -> {
                    String id = bought(bed).id();
                    return client -> client.shipments().documents(CARRIER, id);
                }));
    }

    private static List<Errand> orders() {
        return List.of(
                new Errand("list orders", bed -> {
                    bed.sandbox().karrioOrders(2);
                    return client ->
                            client.orders().list(OrderFilter.all()).page(0, 2).items();
                }),
                new Errand("get order", bed -> {
                    String id = bed.sandbox().karrioOrders(1).get(0);
                    return client -> {
                        Order order = client.orders().get(GATEWAY, id);
                        return order;
                    };
                }));
    }

    private static List<Errand> book() {
        Address address = SandboxOrders.domestic(CARRIER).build().recipient().orElseThrow();
        Parcel parcel = SandboxOrders.domestic(CARRIER).build().parcels().get(0);
        return List.of(
                new Errand("addresses", bed -> {
                    bed.client().addressBook().saveAddress(GATEWAY, address);
                    return client ->
                            client.addressBook().addresses(GATEWAY).page(0, 2).items();
                }),
                new Errand("save address", bed -> client -> client.addressBook().saveAddress(GATEWAY, address)),
                new Errand("update address", bed -> {
                    SavedAddress saved = bed.client().addressBook().saveAddress(GATEWAY, address);
                    return client -> client.addressBook().updateAddress(GATEWAY, saved.id(), address);
                }),
                new Errand("parcels", bed -> {
                    bed.client().addressBook().saveParcel(GATEWAY, parcel);
                    return client ->
                            client.addressBook().parcels(GATEWAY).page(0, 2).items();
                }),
                new Errand("delete parcel", bed -> {
                    SavedParcel saved = bed.client().addressBook().saveParcel(GATEWAY, parcel);
                    return client -> client.addressBook().deleteParcel(GATEWAY, saved.id());
                }));
    }

    private static WebhookRequest hook() {
        return WebhookRequest.builder()
                .carrier(GATEWAY)
                .url("https://shop.example/karrio")
                .addEvents("tracker_updated")
                .build();
    }

    private static List<Errand> webhooks() {
        return List.of(
                new Errand(
                        "register webhook", bed -> client -> client.webhooks().register(hook())),
                new Errand("list webhooks", bed -> {
                    bed.client().webhooks().register(hook());
                    return client -> client.webhooks().list(GATEWAY).page(0, 2).items();
                }),
                new Errand("test webhook", bed -> {
                    WebhookRegistration made = bed.client().webhooks().register(hook());
                    return client -> client.webhooks().test(GATEWAY, made.id());
                }),
                new Errand("remove webhook", bed -> {
                    WebhookRegistration made = bed.client().webhooks().register(hook());
                    return client -> client.webhooks().remove(GATEWAY, made.id());
                }));
    }

    private static List<Errand> rest() {
        return List.of(
                new Errand(
                        "generate",
                        bed -> client -> client.documents()
                                .generate(DocumentRequest.builder()
                                        .carrier(GATEWAY)
                                        .template("<p>{{ order_id }}</p>")
                                        .data(Map.of("order_id", "4711"))
                                        .build())),
                new Errand("batches", bed -> {
                    subscribed(bed);
                    return client -> client.batches().list(GATEWAY).page(0, 2).items();
                }),
                new Errand("batch", bed -> {
                    subscribed(bed);
                    String id = bed.client()
                            .batches()
                            .list(GATEWAY)
                            .page(0, 1)
                            .items()
                            .get(0)
                            .id();
                    return client -> client.batches().get(GATEWAY, id);
                }),
                new Errand("erase", bed -> {
                    TrackingNumber number = TrackingNumber.of(
                            bed.sandbox().parcel(CARRIER).delivered().number(), CARRIER);
                    bed.client().track(number);
                    return client -> client.erase(number);
                }),
                new Errand("carriers", bed -> TrackingClient::carriers));
    }

    private static void subscribed(Errand.Bed bed) {
        bed.client()
                .subscriptions()
                .subscribe(SubscriptionRequest.builder()
                        .carrier(CARRIER)
                        .addTrackingNumbers(
                                bed.sandbox().parcel(CARRIER).inTransit().number())
                        .build());
    }
}
