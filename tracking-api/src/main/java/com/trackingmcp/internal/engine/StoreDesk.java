package com.trackingmcp.internal.engine;

import com.trackingmcp.http.CallContext;
import com.trackingmcp.http.HttpTransport;
import com.trackingmcp.model.Address;
import com.trackingmcp.model.BatchOperation;
import com.trackingmcp.model.Document;
import com.trackingmcp.model.Order;
import com.trackingmcp.model.OrderFilter;
import com.trackingmcp.model.Page;
import com.trackingmcp.model.Parcel;
import com.trackingmcp.model.SavedAddress;
import com.trackingmcp.model.SavedParcel;
import com.trackingmcp.model.ShipmentFilter;
import com.trackingmcp.model.StoredShipment;
import com.trackingmcp.model.WebhookRegistration;
import com.trackingmcp.model.WebhookRequest;
import com.trackingmcp.spi.AddressBookCapability;
import com.trackingmcp.spi.BatchCapability;
import com.trackingmcp.spi.Capability;
import com.trackingmcp.spi.OrderCapability;
import com.trackingmcp.spi.RequestCheck;
import com.trackingmcp.spi.ShipmentListCapability;
import com.trackingmcp.spi.WebhookRegistryCapability;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Asks servers for what they store, and has them store more. Safe for use by many threads. */
public final class StoreDesk {
    private static final int LONGEST_PAGE = 100;

    private static final Verb<ShipmentListCapability> SHIPMENTS =
            Verb.of(ShipmentListCapability.class, "list_shipments", "listing shipments");
    private static final Verb<ShipmentListCapability> SHIPMENT =
            Verb.of(ShipmentListCapability.class, "get_shipment", "telling of stored shipments");
    private static final Verb<OrderCapability> ORDERS = Verb.of(OrderCapability.class, "list_orders", "listing orders");
    private static final Verb<OrderCapability> ORDER = Verb.of(OrderCapability.class, "get_order", "telling of orders");
    private static final Verb<BatchCapability> OPERATIONS =
            Verb.of(BatchCapability.class, "batch_operations", "telling of batch operations");
    private static final Verb<AddressBookCapability> READ_BOOK =
            Verb.of(AddressBookCapability.class, "read_address_book", "an address book");
    private static final Verb<AddressBookCapability> WRITE_BOOK =
            Verb.of(AddressBookCapability.class, "write_address_book", "an address book");
    private static final Verb<WebhookRegistryCapability> WEBHOOKS =
            Verb.of(WebhookRegistryCapability.class, "list_webhooks", "registering webhooks");
    private static final Verb<WebhookRegistryCapability> REGISTER =
            Verb.of(WebhookRegistryCapability.class, "register_webhook", "registering webhooks");
    private static final Verb<WebhookRegistryCapability> TEST =
            Verb.of(WebhookRegistryCapability.class, "test_webhook", "registering webhooks");
    private static final Verb<WebhookRegistryCapability> REMOVE =
            Verb.of(WebhookRegistryCapability.class, "remove_webhook", "registering webhooks");

    private final Connections connections;
    private final HttpTransport transport;

    /**
     * Which part of a list is asked for.
     *
     * @param offset how many come before it
     * @param limit how many to tell, at most
     */
    public record PageOf(int offset, int limit) {
        void check(RequestCheck check) {
            if (offset < 0) {
                check.wrong("offset", "is less than 0");
            }
            if (limit < 1 || limit > LONGEST_PAGE) {
                check.wrong("limit", "is " + limit + "; 1 to " + LONGEST_PAGE + " are possible");
            }
        }
    }

    public StoreDesk(Connections connections, HttpTransport transport) {
        this.connections = connections;
        this.transport = transport;
    }

    /** A page of the shipments. */
    public CompletableFuture<Page<StoredShipment>> shipments(ShipmentFilter filter, PageOf page, CallContext call) {
        return paged(SHIPMENTS, filter.carrier(), page, call)
                .ask(store -> store.list(filter, page.offset(), page.limit(), call));
    }

    /** One shipment. */
    public CompletableFuture<StoredShipment> shipment(String carrier, String id, CallContext call) {
        return identified(SHIPMENT, carrier, id, call).ask(store -> store.read(id, call));
    }

    /** Its labels and papers. */
    public CompletableFuture<List<Document>> documents(String carrier, String id, CallContext call) {
        return identified(SHIPMENT, carrier, id, call)
                .ask(store -> store.documents(id, call).thenApply(List::copyOf));
    }

    /** A page of the orders. */
    public CompletableFuture<Page<Order>> orders(OrderFilter filter, PageOf page, CallContext call) {
        return paged(ORDERS, filter.carrier(), page, call)
                .ask(orders -> orders.list(filter, page.offset(), page.limit(), call));
    }

    /** One order. */
    public CompletableFuture<Order> order(String carrier, String id, CallContext call) {
        return identified(ORDER, carrier, id, call).ask(orders -> orders.read(id, call));
    }

    /** A page of the operations. */
    public CompletableFuture<Page<BatchOperation>> operations(String carrier, PageOf page, CallContext call) {
        return paged(OPERATIONS, Optional.of(carrier), page, call)
                .ask(batches -> batches.operations(page.offset(), page.limit(), call));
    }

    /** One operation. */
    public CompletableFuture<BatchOperation> operation(String carrier, String id, CallContext call) {
        return identified(OPERATIONS, carrier, id, call).ask(batches -> batches.operation(id, call));
    }

    /** A page of the addresses. */
    public CompletableFuture<Page<SavedAddress>> addresses(String carrier, PageOf page, CallContext call) {
        return paged(READ_BOOK, Optional.of(carrier), page, call)
                .ask(book -> book.addresses(page.offset(), page.limit(), call));
    }

    /** Saves an address. */
    public Pending<SavedAddress> saveAddress(String carrier, Optional<String> id, Address address, CallContext call) {
        return only(WRITE_BOOK, Optional.of(carrier), call, check -> {}, (book, check) -> book.check(address, check))
                .once(id.orElse("a new address"), book -> book.save(id, address, call));
    }

    /** Deletes an address. */
    public Pending<SavedAddress> deleteAddress(String carrier, String id, CallContext call) {
        return identified(WRITE_BOOK, carrier, id, call).once(id, book -> book.deleteAddress(id, call));
    }

    /** A page of the parcels. */
    public CompletableFuture<Page<SavedParcel>> parcels(String carrier, PageOf page, CallContext call) {
        return paged(READ_BOOK, Optional.of(carrier), page, call)
                .ask(book -> book.parcels(page.offset(), page.limit(), call));
    }

    /** Saves a parcel. */
    public Pending<SavedParcel> saveParcel(String carrier, Optional<String> id, Parcel parcel, CallContext call) {
        return only(WRITE_BOOK, Optional.of(carrier), call, check -> {}, (book, check) -> book.check(parcel, check))
                .once(id.orElse("a new parcel"), book -> book.save(id, parcel, call));
    }

    /** Deletes a parcel. */
    public Pending<SavedParcel> deleteParcel(String carrier, String id, CallContext call) {
        return identified(WRITE_BOOK, carrier, id, call).once(id, book -> book.deleteParcel(id, call));
    }

    /** A page of the web addresses. */
    public CompletableFuture<Page<WebhookRegistration>> registered(String carrier, PageOf page, CallContext call) {
        return paged(WEBHOOKS, Optional.of(carrier), page, call)
                .ask(hooks -> hooks.registered(page.offset(), page.limit(), call));
    }

    /** Registers a web address. */
    public Pending<WebhookRegistration> register(WebhookRequest request, CallContext call) {
        return only(
                        REGISTER,
                        request.carrier(),
                        call,
                        check -> check.required("url", request.url()),
                        (hooks, check) -> hooks.check(request, check))
                .once(request.url().orElseThrow(), hooks -> hooks.register(request, call));
    }

    /** Tests one. */
    public Pending<Boolean> test(String carrier, String id, CallContext call) {
        return identified(TEST, carrier, id, call).once(id, hooks -> hooks.test(id, call));
    }

    /** Removes one. */
    public Pending<WebhookRegistration> remove(String carrier, String id, CallContext call) {
        return identified(REMOVE, carrier, id, call).once(id, hooks -> hooks.remove(id, call));
    }

    private <C extends Capability> Clerk<C> paged(
            Verb<C> verb, Optional<String> carrier, PageOf page, CallContext call) {
        return only(verb, carrier, call, page::check, (store, check) -> {});
    }

    private <C extends Capability> Clerk<C> identified(Verb<C> verb, String carrier, String id, CallContext call) {
        return only(
                verb, Optional.of(carrier), call, check -> check.required("id", Optional.of(id)), (store, check) -> {});
    }

    private <C extends Capability> Clerk<C> only(
            Verb<C> verb,
            Optional<String> carrier,
            CallContext call,
            Consumer<RequestCheck> general,
            BiConsumer<C, RequestCheck> own) {
        return verb.only(connections, transport, carrier, call, general, own);
    }
}
