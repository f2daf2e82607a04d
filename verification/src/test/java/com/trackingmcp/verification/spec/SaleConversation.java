package com.trackingmcp.verification.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.trackingmcp.CachePolicy;
import com.trackingmcp.TrackingClient;
import com.trackingmcp.error.CarrierException;
import com.trackingmcp.model.CatalogOption;
import com.trackingmcp.model.ContentType;
import com.trackingmcp.model.Customs;
import com.trackingmcp.model.RateRequest;
import com.trackingmcp.model.Shipment;
import com.trackingmcp.model.ShipmentQuery;
import com.trackingmcp.model.ShipmentRequest;
import com.trackingmcp.spi.CarrierProvider;
import com.trackingmcp.spi.ConfigSource;
import com.trackingmcp.testkit.CarrierSandbox;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/**
 * All that one carrier is asked when shipments are priced, bought, cancelled and found again, against its own
 * descriptions. Each carrier's test says what it buys.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
abstract class SaleConversation {
    /** The last one makes a door pause. */
    private static final List<Integer> FAILURES = List.of(400, 401, 403, 404, 500, 503, 429);

    final TrackingClient client;
    private final CarrierSandbox sandbox = CarrierSandbox.start();
    private final RecordingProxy proxy;
    private final List<KnownDeviation> deviations;
    private final Map<String, String> texts;

    /**
     * A client of one carrier, and what is known of its descriptions.
     *
     * @param texts what the options take that have no list of values
     */
    SaleConversation(CarrierProvider provider, List<KnownDeviation> deviations, Map<String, String> texts)
            throws Exception {
        this.deviations = deviations;
        this.texts = texts;
        this.proxy = RecordingProxy.before(sandbox.uri());
        this.client = TrackingClient.builder()
                .cache(CachePolicy.off())
                .providers(List.of(provider))
                .config(ConfigSource.of(sandbox.settings(proxy.root())))
                .clock(sandbox.clock())
                .retries(0, Duration.ofMillis(1))
                .build();
    }

    @Test
    void what_is_said_when_the_carrier_sells_is_what_its_descriptions_allow() {
        SpecConformance conformance = new SpecConformance(CarrierSpecs.folder(), deviations);
        try (sandbox;
                proxy;
                client) {
            price();
            buy();
            options();
            afterSale();
            addresses();
            failures();
            assertThat(proxy.undescribed()).isEmpty();
            proxy.recorded().forEach(conformance::check);
        }
        System.out.println(conformance.conclude());
    }

    /** Asks for prices and transit times. */
    abstract void price();

    /** Buys labels of every kind. */
    abstract void buy();

    /** An order with an option, and with whatever else the option goes with. */
    abstract ShipmentRequest.Builder withOption(String name, String value);

    /** How many labels come with a parcel that is ordered with this option. */
    int labels(String option, String value) {
        return 1;
    }

    /** Cancels shipments and finds them again. */
    abstract void afterSale();

    /** Asks for addresses. */
    abstract void addresses();

    /** What is asked once for every way to fail: {@link #failing}. */
    abstract void failures(int status);

    /** Each option of the catalogue with each of its values: priced and bought. */
    private void options() {
        List<CatalogOption> options = client.carriers().get(0).catalog().options();
        assertThat(options).isNotEmpty();
        for (CatalogOption option : options) {
            List<String> values = option.type() == CatalogOption.Type.FLAG ? List.of("true") : option.values();
            for (String value : values.isEmpty() ? List.of(texts.get(option.name())) : values) {
                ShipmentRequest.Builder request = withOption(option.name(), value);
                rates(request);
                assertThat(ship(request).labels()).as(option.name()).hasSize(labels(option.name(), value));
            }
        }
    }

    private void failures() {
        for (int status : FAILURES) {
            failures(status);
        }
    }

    /**
     * Asks while the carrier fails in this way.
     *
     * @param wire which of the sandbox's systems fails
     * @param times how often it does
     */
    void failing(String wire, String operation, int times, int status, Runnable call) {
        sandbox.fail(wire).on(operation).with(status).times(times);
        try {
            call.run();
        } catch (CarrierException failed) {
            assertThat(failed.httpStatus()).hasValue(status);
        }
        sandbox.clearFaults();
    }

    void rates(ShipmentRequest.Builder request) {
        client.rates(RateRequest.of(request.build()));
    }

    Shipment ship(ShipmentRequest.Builder request) {
        return client.ship(request.build());
    }

    void cancel(Shipment shipment, List<String> parcels) {
        client.shipments()
                .cancel(ShipmentQuery.builder()
                        .from(ShipmentQuery.of(shipment))
                        .parcels(parcels)
                        .build());
    }

    /** Asks what the carrier must not agree to, and gives what it says. */
    static CarrierException refusal(Runnable call) {
        CarrierException refusal = catchThrowableOfType(CarrierException.class, call::run);
        assertThat(refusal).isNotNull();
        return refusal;
    }

    /** An order with an option, and with the one that it goes with, if any. */
    static ShipmentRequest.Builder with(
            ShipmentRequest.Builder order, String name, String value, Map<String, List<String>> companies) {
        List<String> company = companies.getOrDefault(name, List.of());
        if (!company.isEmpty()) {
            order.putOptions(company.get(0), company.get(1));
        }
        return order.putOptions(name, value);
    }

    static Customs documents() {
        return Customs.builder().contentType(ContentType.DOCUMENTS).build();
    }
}
