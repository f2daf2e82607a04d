package com.trackingmcp.reliability.input;

import com.trackingmcp.CachePolicy;
import com.trackingmcp.TrackingClient;
import com.trackingmcp.TrackingClientBuilder;
import com.trackingmcp.model.PickupQuery;
import com.trackingmcp.model.Shipment;
import com.trackingmcp.model.ShipmentRequest;
import com.trackingmcp.model.ShippedFor;
import com.trackingmcp.model.UploadedDocument;
import com.trackingmcp.spi.ConfigSource;
import com.trackingmcp.testkit.CarrierSandbox;
import com.trackingmcp.testkit.SandboxErrands;
import com.trackingmcp.testkit.SandboxOrders;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.UnaryOperator;

/** A client of one carrier, whose requests go through a relay to the sandbox. Not safe for use by several threads. */
public final class Bench implements AutoCloseable {
    private final String carrier;
    private final CarrierSandbox sandbox = CarrierSandbox.start();
    private final Relay relay = Relay.before(sandbox);
    private final TrackingClient client;

    private Bench(String carrier, UnaryOperator<TrackingClientBuilder> settings) {
        this.carrier = carrier;
        String own = carrier.replaceFirst(":.*", "").toUpperCase(java.util.Locale.ROOT);
        ConfigSource all = ConfigSource.of(sandbox.settings(relay.uri()));
        this.client = settings.apply(TrackingClient.builder()
                        .config(key -> key.startsWith(own) ? all.lookup(key) : null)
                        .clock(sandbox.clock())
                        .cache(CachePolicy.off())
                        .retries(0, Duration.ZERO))
                .build();
    }

    /** A bench of {@code fedex}, {@code ups}, {@code dhl} or a carrier behind the gateway. */
    public static Bench of(String carrier) {
        return of(carrier, UnaryOperator.identity());
    }

    /** The same with more settings. */
    public static Bench of(String carrier, UnaryOperator<TrackingClientBuilder> settings) {
        return new Bench(carrier, settings);
    }

    public String carrier() {
        return carrier;
    }

    public CarrierSandbox sandbox() {
        return sandbox;
    }

    public Relay relay() {
        return relay;
    }

    public TrackingClient client() {
        return client;
    }

    SandboxErrands errands() {
        return SandboxErrands.of(carrier, sandbox.clock());
    }

    /** Today by the clock of the sandbox. */
    public LocalDate today() {
        return LocalDate.ofInstant(sandbox.clock().instant(), ZoneOffset.UTC);
    }

    ShipmentRequest domestic() {
        return SandboxOrders.domestic(carrier).shipDate(today()).build();
    }

    /** An order across a border, as papers can be given to it. */
    public ShipmentRequest international() {
        ShipmentRequest.Builder order = SandboxOrders.international(carrier).shipDate(today());
        // without it DHL Express takes no papers afterwards
        return (carrier.equals("dhl") ? order.putOptions("dhl_paperless", "true") : order).build();
    }

    String knownNumber() {
        return sandbox.parcel(carrier).signedBy("Zzmark Person").delivered().number();
    }

    Shipment bought() {
        return client.ship(domestic());
    }

    ShippedFor boughtAbroad() {
        return boughtForPapers(international());
    }

    /** What an order became, once its carrier takes papers for it. */
    public ShippedFor boughtForPapers(ShipmentRequest order) {
        ShippedFor shipment = ShippedFor.of(client.ship(order), today());
        // DHL Express takes papers of a shipment once its own systems know it
        sandbox.advance(Duration.ofMinutes(15));
        return shipment;
    }

    PickupQuery bookedPickup() {
        PickupQuery pickup =
                PickupQuery.of(client.pickups().schedule(errands().pickup().orElseThrow()));
        sandbox.advance(Duration.ofDays(1));
        return pickup;
    }

    String heldDocument() {
        UploadedDocument held = client.documents().upload(errands().document().orElseThrow());
        return held.id().orElseThrow();
    }

    @Override
    public void close() {
        client.close();
        relay.close();
        sandbox.close();
    }
}
