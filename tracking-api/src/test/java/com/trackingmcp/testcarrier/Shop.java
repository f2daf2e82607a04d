package com.trackingmcp.testcarrier;

import com.trackingmcp.http.CallContext;
import com.trackingmcp.model.Cancellation;
import com.trackingmcp.model.Catalog;
import com.trackingmcp.model.CatalogOption;
import com.trackingmcp.model.LabelFormat;
import com.trackingmcp.model.Rate;
import com.trackingmcp.model.Shipment;
import com.trackingmcp.model.ShipmentQuery;
import com.trackingmcp.model.ShipmentRequest;
import com.trackingmcp.model.TrackingNumber;
import com.trackingmcp.spi.Capability;
import com.trackingmcp.spi.Carrier;
import com.trackingmcp.spi.CarrierFactory;
import com.trackingmcp.spi.CarrierProfile;
import com.trackingmcp.spi.NumberMatch;
import com.trackingmcp.spi.RatingCapability;
import com.trackingmcp.spi.RequestCheck;
import com.trackingmcp.spi.ShippingCapability;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import java.util.function.Function;

/** A carrier that sells without a network: it answers what a test tells it to. Keeps what it was asked to sell. */
public final class Shop implements Carrier, RatingCapability, ShippingCapability {
    private final String carrier;
    private final String id;
    private final List<ShipmentRequest> sold = new CopyOnWriteArrayList<>();
    private final List<Instant> priceDeadlines = new CopyOnWriteArrayList<>();
    private Function<ShipmentRequest, CompletableFuture<List<Rate>>> prices =
            request -> CompletableFuture.completedFuture(List.of());
    private BiFunction<ShipmentRequest, CallContext, CompletableFuture<Shipment>> sale =
            (request, call) -> CompletableFuture.completedFuture(bought("1"));
    private boolean broken;
    private Function<ShipmentQuery, CompletableFuture<Cancellation>> cancellation =
            query -> CompletableFuture.completedFuture(cancelled(query));

    public Shop(String id) {
        this(id, id);
    }

    public Shop(String carrier, String id) {
        this.carrier = carrier;
        this.id = id;
    }

    public Shop pricing(Function<ShipmentRequest, CompletableFuture<List<Rate>>> answer) {
        this.prices = answer;
        return this;
    }

    public Shop pricing(Rate... rates) {
        return pricing(request -> CompletableFuture.completedFuture(List.of(rates)));
    }

    public Shop selling(Function<ShipmentRequest, CompletableFuture<Shipment>> answer) {
        return selling((request, call) -> answer.apply(request));
    }

    public Shop selling(BiFunction<ShipmentRequest, CallContext, CompletableFuture<Shipment>> answer) {
        this.sale = answer;
        return this;
    }

    /** Has a defect wherever it looks at a request. */
    public Shop broken() {
        this.broken = true;
        return this;
    }

    public Shop cancelling(Function<ShipmentQuery, CompletableFuture<Cancellation>> answer) {
        this.cancellation = answer;
        return this;
    }

    public CarrierFactory factory() {
        return context -> this;
    }

    /** Every purchase that reached this carrier. */
    public List<ShipmentRequest> sold() {
        return sold;
    }

    /** Until when each price was waited for. */
    public List<Instant> priceDeadlines() {
        return priceDeadlines;
    }

    public Shipment bought(String number) {
        return Shipment.builder()
                .carrier(carrier)
                .connection(id)
                .id(number)
                .trackingNumber(number)
                .build();
    }

    private Cancellation cancelled(ShipmentQuery query) {
        return Cancellation.builder()
                .carrier(carrier)
                .connection(id)
                .id(query.id().orElse("1"))
                .cancelled(true)
                .build();
    }

    @Override
    public CarrierProfile profile() {
        return new CarrierProfile(carrier, id, id);
    }

    @Override
    public NumberMatch match(TrackingNumber number) {
        return NumberMatch.none();
    }

    @Override
    public <C extends Capability> Optional<C> capability(Class<C> type) {
        return type.isInstance(this) ? Optional.of(type.cast(this)) : Optional.empty();
    }

    @Override
    public Catalog catalog() {
        return Catalog.builder()
                .addOptions(option("careful", CatalogOption.Type.FLAG), option("cash", CatalogOption.Type.MONEY))
                .addLabelFormats(LabelFormat.PDF, LabelFormat.ZPL)
                .build();
    }

    private CatalogOption option(String name, CatalogOption.Type type) {
        return CatalogOption.builder()
                .name(id + '_' + name)
                .title(name)
                .type(type)
                .build();
    }

    @Override
    public void check(ShipmentRequest request, RequestCheck check) {
        if (broken) {
            throw new IllegalStateException("defect");
        }
        request.recipient().ifPresent(to -> check.atMost(12, "recipient.postal_code", to.postalCode()));
    }

    @Override
    public CompletableFuture<List<Rate>> rates(ShipmentRequest request, CallContext call) {
        priceDeadlines.add(call.deadline());
        return prices.apply(request);
    }

    @Override
    public CompletableFuture<Shipment> ship(ShipmentRequest request, CallContext call) {
        sold.add(request);
        return sale.apply(request, call);
    }

    @Override
    public boolean cancels() {
        return true;
    }

    @Override
    public CompletableFuture<Cancellation> cancel(ShipmentQuery query, CallContext call) {
        return cancellation.apply(query);
    }
}
