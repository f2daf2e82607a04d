package com.trackingmcp.karrio;

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
import com.trackingmcp.model.Reference;
import com.trackingmcp.model.ShipmentRequest;
import com.trackingmcp.model.Weight;
import com.trackingmcp.testkit.CarrierSandbox;
import com.trackingmcp.testkit.SandboxCall;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

/** A gateway that sells, a client that buys through the public door, and what is bought. */
abstract class KarrioSaleBed {
    static final String CANADA_POST = "karrio:canada-east";

    static final Address OTTAWA = Address.builder()
            .person("Ann Sender")
            .company("Sender Inc")
            .addLines("111 Wellington St", "Floor 3")
            .city("Ottawa")
            .stateOrProvince("ON")
            .postalCode("K1A 0B1")
            .country("CA")
            .phone("+1 613-555-0100")
            .email("ann@example.com")
            .build();
    static final Address TORONTO = Address.builder()
            .person("Bob Buyer")
            .addLines("100 Queen St W")
            .city("Toronto")
            .stateOrProvince("ON")
            .postalCode("M5H 2N2")
            .country("CA")
            .phone("+1 416-555-0111")
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
                    .hsCode("490199")
                    .originCountry("CA")
                    .quantity(new BigDecimal("2"))
                    .unitPrice(Money.of("12.25", "CAD"))
                    .weight(Weight.of("1.2", Weight.Unit.KG))
                    .partNumber("test-part")
                    .build())
            .incoterm(Incoterm.DAP)
            .invoice(Invoice.builder()
                    .number("INV-7")
                    .date(LocalDate.of(2026, 2, 10))
                    .build())
            .signer("Ann Sender")
            .build();

    final CarrierSandbox sandbox = CarrierSandbox.start();
    final TrackingClient client = client(0);

    @AfterEach
    void closeAll() {
        client.close();
        sandbox.close();
    }

    TrackingClient client(int retries) {
        return TrackingClient.builder()
                .cache(CachePolicy.off())
                .providers(List.of(new KarrioCarrierProvider()))
                .config(sandbox.config())
                .clock(sandbox.clock())
                .retries(retries, Duration.ZERO)
                .build();
    }

    static Parcel parcel(String kilograms) {
        return Parcel.of(Weight.of(kilograms, Weight.Unit.KG), Dimensions.of("30", "20", "10", Dimensions.Unit.CM));
    }

    /** Expedited Parcel of Canada Post from Ottawa to Toronto. */
    static ShipmentRequest.Builder domestic() {
        return ShipmentRequest.builder()
                .carrier(CANADA_POST)
                .sender(OTTAWA)
                .recipient(TORONTO)
                .addParcels(parcel("1.5"))
                .service("canadapost_expedited_parcel")
                .addReferences(Reference.of("order-4711"));
    }

    /** Xpresspost International of Canada Post from Ottawa to London. */
    static ShipmentRequest.Builder abroad() {
        return domestic()
                .recipient(LONDON)
                .service("canadapost_xpresspost_international")
                .description("Books")
                .customs(GOODS);
    }

    CarrierException refused(ShipmentRequest.Builder request) {
        return failure(() -> client.ship(request.build()));
    }

    static CarrierException failure(Runnable call) {
        return catchThrowableOfType(CarrierException.class, call::run);
    }

    /** The words of what was asked of the server, but for who it leads to. */
    List<String> asked() {
        List<String> finding = List.of("token", "root", "carriers", "references", "connections");
        return sandbox.calls("karrio").stream()
                .map(SandboxCall::operation)
                .filter(operation -> !finding.contains(operation))
                .toList();
    }

    static JsonNode tree(Object body) {
        try {
            return new ObjectMapper().readTree(WireJson.write(body));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
