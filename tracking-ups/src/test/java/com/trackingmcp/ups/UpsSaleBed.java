package com.trackingmcp.ups;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.trackingmcp.CachePolicy;
import com.trackingmcp.TrackingClient;
import com.trackingmcp.error.CarrierException;
import com.trackingmcp.http.WireJson;
import com.trackingmcp.model.Address;
import com.trackingmcp.model.Commodity;
import com.trackingmcp.model.Customs;
import com.trackingmcp.model.Dimensions;
import com.trackingmcp.model.Incoterm;
import com.trackingmcp.model.Invoice;
import com.trackingmcp.model.Money;
import com.trackingmcp.model.Parcel;
import com.trackingmcp.model.RateRequest;
import com.trackingmcp.model.Reference;
import com.trackingmcp.model.ShipmentRequest;
import com.trackingmcp.model.Weight;
import com.trackingmcp.spi.ConfigSource;
import com.trackingmcp.testkit.CarrierSandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;

/** A sandbox that sells, a client that buys through the public door, and what is bought. */
abstract class UpsSaleBed {
    static final LocalDate TODAY = LocalDate.of(2026, 2, 10);
    static final String ACCOUNT = "TK0001";

    static final Address NEW_YORK = Address.builder()
            .person("Ann Sender")
            .company("Sender Inc")
            .addLines("350 Fifth Ave", "Floor 3")
            .city("New York")
            .stateOrProvince("NY")
            .postalCode("10118")
            .country("US")
            .phone("+1 (212) 555-0100")
            .email("ann@example.com")
            .build();
    static final Address AUSTIN = Address.builder()
            .person("Bob Buyer")
            .addLines("110 Congress Ave Apt 4")
            .city("Austin")
            .stateOrProvince("TX")
            .postalCode("78701-1234")
            .country("US")
            .phone("512-555-0111 x22")
            .residential(true)
            .build();
    static final Address LONDON = Address.builder()
            .person("Cleo Reader")
            .addLines("1 Strand")
            .city("London")
            .postalCode("WC2N 5HR")
            .country("GB")
            .phone("+44 20 7946 0000")
            .build();
    static final Customs GOODS = Customs.builder()
            .addCommodities(Commodity.builder()
                    .description("Printed book")
                    .hsCode("4901.99")
                    .originCountry("US")
                    .quantity(new BigDecimal("2"))
                    .unitPrice(Money.of("12.25", "USD"))
                    .build())
            .incoterm(Incoterm.DAP)
            .invoice(Invoice.builder().number("INV-7").build())
            .build();

    final CarrierSandbox sandbox = CarrierSandbox.start();
    final TrackingClient client = client(Map.of());

    @AfterEach
    void closeAll() {
        client.close();
        sandbox.close();
    }

    TrackingClient client(Map<String, String> before) {
        return client(ConfigSource.of(before).orElse(sandbox.config()));
    }

    TrackingClient client(ConfigSource config) {
        return client(config, 0);
    }

    TrackingClient client(ConfigSource config, int retries) {
        return TrackingClient.builder()
                .cache(CachePolicy.off())
                .providers(List.of(new UpsCarrierProvider()))
                .config(config)
                .clock(sandbox.clock())
                .retries(retries, Duration.ZERO)
                .build();
    }

    static Parcel parcel(String pounds) {
        return Parcel.of(Weight.of(pounds, Weight.Unit.LB), Dimensions.of("10", "8.2", "12", Dimensions.Unit.IN));
    }

    /** Ground from New York to Austin. */
    static ShipmentRequest.Builder domestic() {
        return ShipmentRequest.builder()
                .sender(NEW_YORK)
                .recipient(AUSTIN)
                .addParcels(parcel("5"))
                .service("03")
                .addReferences(Reference.of("order-4711"));
    }

    /** Worldwide Saver from New York to London. */
    static ShipmentRequest.Builder abroad() {
        return ShipmentRequest.builder()
                .sender(NEW_YORK)
                .recipient(LONDON)
                .addParcels(parcel("5"))
                .service("65")
                .description("Books")
                .customs(GOODS)
                .addReferences(Reference.of("order-4711"));
    }

    /** What Bob Buyer sends back. */
    static ShipmentRequest.Builder back() {
        return ShipmentRequest.builder()
                .sender(AUSTIN)
                .recipient(NEW_YORK)
                .returnShipment(true)
                .addParcels(parcel("5"))
                .service("03")
                .description("Shoes")
                .addReferences(Reference.of("rma-1"));
    }

    ConfigSource withoutAccount() {
        return key -> key.equals("UPS_ACCOUNT_NUMBER") ? null : sandbox.config().lookup(key);
    }

    static RateRequest prices(ShipmentRequest.Builder shipment) {
        return RateRequest.of(shipment.build());
    }

    CarrierException refused(ShipmentRequest.Builder request) {
        return catchThrowableOfType(CarrierException.class, () -> client.ship(request.build()));
    }

    CarrierException notPriced(ShipmentRequest.Builder request) {
        return client.rates(prices(request)).failures().get("ups");
    }

    /** The order as it goes over the wire. */
    static JsonNode order(ShipmentRequest.Builder request) {
        return tree(UpsShipEncoder.order(request.build(), ACCOUNT, TODAY)).path("ShipmentRequest");
    }

    /** The question for prices as it goes over the wire. */
    static JsonNode question(ShipmentRequest.Builder request) {
        return tree(UpsRateEncoder.question(request.build(), Optional.of(ACCOUNT), TODAY))
                .path("RateRequest");
    }

    static JsonNode tree(Object body) {
        try {
            return new ObjectMapper().readTree(WireJson.write(body));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
