package com.trackingmcp.verification.spec;

import static org.assertj.core.api.Assertions.assertThat;

import com.trackingmcp.model.CatalogOption;
import com.trackingmcp.model.ContentType;
import com.trackingmcp.model.Customs;
import com.trackingmcp.model.RateRequest;
import com.trackingmcp.model.Shipment;
import com.trackingmcp.model.ShipmentQuery;
import com.trackingmcp.model.ShipmentRequest;
import com.trackingmcp.spi.CarrierProvider;
import java.util.List;
import java.util.Map;

/**
 * All that one carrier is asked when shipments are priced, bought, cancelled and found again, against its own
 * descriptions. Each carrier's test says what it buys.
 */
abstract class SaleConversation extends Conversation {
    private final Map<String, String> texts;

    /**
     * A client of one carrier, and what is known of its descriptions.
     *
     * @param texts what the options take that have no list of values
     */
    SaleConversation(CarrierProvider provider, List<KnownDeviation> deviations, Map<String, String> texts)
            throws Exception {
        super(provider, deviations);
        this.texts = texts;
    }

    @Override
    final void say() {
        price();
        buy();
        options();
        afterSale();
        addresses();
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
