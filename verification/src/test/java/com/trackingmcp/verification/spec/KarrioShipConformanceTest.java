package com.trackingmcp.verification.spec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.trackingmcp.ConnectedCarrier;
import com.trackingmcp.error.OutcomeUnknownException;
import com.trackingmcp.karrio.KarrioCarrierProvider;
import com.trackingmcp.model.Address;
import com.trackingmcp.model.BillingAccount;
import com.trackingmcp.model.CatalogOption;
import com.trackingmcp.model.Commodity;
import com.trackingmcp.model.ContentType;
import com.trackingmcp.model.Customs;
import com.trackingmcp.model.Dimensions;
import com.trackingmcp.model.Incoterm;
import com.trackingmcp.model.Invoice;
import com.trackingmcp.model.LabelFormat;
import com.trackingmcp.model.LabelSpec;
import com.trackingmcp.model.Money;
import com.trackingmcp.model.Parcel;
import com.trackingmcp.model.Payment;
import com.trackingmcp.model.Rate;
import com.trackingmcp.model.RateRequest;
import com.trackingmcp.model.Reference;
import com.trackingmcp.model.Shipment;
import com.trackingmcp.model.ShipmentFilter;
import com.trackingmcp.model.ShipmentQuery;
import com.trackingmcp.model.ShipmentRequest;
import com.trackingmcp.model.ShipmentStatus;
import com.trackingmcp.model.SignatureOption;
import com.trackingmcp.model.TaxId;
import com.trackingmcp.model.Weight;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** All that a Karrio server is asked when shipments are priced, bought, listed, cancelled and found again, against its description. */
class KarrioShipConformanceTest extends Conversation {
    private static final String CANADA_POST = "karrio:canada-east";
    private static final Address OTTAWA = Address.builder()
            .person("Ada Example")
            .company("Example Books")
            .addLines("1 Example Street", "Floor 2")
            .city("Ottawa")
            .stateOrProvince("ON")
            .postalCode("K1A 0B1")
            .country("CA")
            .phone("+1 613-555-0100")
            .email("ada@example.com")
            .addTaxIds(new TaxId(TaxId.Kind.VAT, "000000000", "CA"))
            .build();
    private static final Address TORONTO = Address.builder()
            .person("Ben Example")
            .addLines("2 Example Street")
            .city("Toronto")
            .stateOrProvince("ON")
            .postalCode("M5H 2N2")
            .country("CA")
            .residential(true)
            .build();
    private static final Address NEW_YORK = Address.builder()
            .person("Cleo Example")
            .addLines("3 Example Street")
            .city("New York")
            .stateOrProvince("NY")
            .postalCode("10001-1234")
            .country("US")
            .build();
    private static final Customs GOODS = Customs.builder()
            .addCommodities(Commodity.builder()
                    .description("printed books")
                    .hsCode("490199")
                    .originCountry("CA")
                    .quantity(new BigDecimal("3"))
                    .unitPrice(Money.of("10.50", "CAD"))
                    .weight(Weight.of("1", Weight.Unit.LB))
                    .partNumber("test-part")
                    .build())
            .incoterm(Incoterm.DAP)
            .invoice(Invoice.builder()
                    .number("test-invoice")
                    .date(LocalDate.of(2026, 2, 10))
                    .build())
            .signer("Ada Example")
            .build();

    KarrioShipConformanceTest() throws Exception {
        super(new KarrioCarrierProvider(), KarrioShipDeviations.ALL);
    }

    /** What is asked about the server itself, and of its other rooms, is another test's. */
    @Override
    Stream<Exchange> told(List<Exchange> recorded) {
        return recorded.stream()
                .filter(exchange -> exchange.path().startsWith("/v1/shipments")
                        || exchange.path().startsWith("/v1/proxy/rates"))
                .flatMap(exchange -> Stream.concat(Stream.of(exchange), listed(exchange)));
    }

    /** Each shipment of a list as if it had been asked for alone, for the description has no lists of them. */
    private static Stream<Exchange> listed(Exchange exchange) {
        if (!exchange.path().equals("/v1/shipments") || !exchange.method().equals("GET") || exchange.status() != 200) {
            return Stream.empty();
        }
        JsonNode shipments = tree(exchange.responseBody()).path("results");
        return StreamSupport.stream(shipments.spliterator(), false)
                .map(shipment -> new Exchange(
                        exchange.document(),
                        "GET",
                        "/v1/shipments/" + shipment.path("id").asText(),
                        Map.of(),
                        exchange.headers(),
                        "",
                        200,
                        exchange.responseHeaders(),
                        shipment.toString()));
    }

    private static JsonNode tree(String json) {
        try {
            return new ObjectMapper().readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Parcel parcel() {
        return Parcel.builder()
                .weight(Weight.of("2.5", Weight.Unit.KG))
                .dimensions(Dimensions.of("30", "20", "10.5", Dimensions.Unit.CM))
                .declaredValue(Money.of("250.50", "CAD"))
                .contents("books")
                .addReferences(Reference.of("box-1"))
                .build();
    }

    private static ShipmentRequest.Builder domestic() {
        return ShipmentRequest.builder()
                .carrier(CANADA_POST)
                .sender(OTTAWA)
                .recipient(TORONTO)
                .addParcels(parcel())
                .service("canadapost_expedited_parcel")
                .addReferences(
                        Reference.of("ORDER-7"),
                        Reference.builder().type("order_id").value("SHOP-7").build());
    }

    private static ShipmentRequest.Builder abroad() {
        return domestic()
                .recipient(NEW_YORK)
                .service("canadapost_expedited_parcel_usa")
                .description("books")
                .customs(GOODS);
    }

    private static Parcel american() {
        return Parcel.of(Weight.of("33", Weight.Unit.OZ), Dimensions.of("5", "4", "3", Dimensions.Unit.IN));
    }

    private static ShipmentRequest.Builder open(ShipmentRequest.Builder request) {
        return request.service(Optional.empty()).carrier(Optional.empty());
    }

    @Override
    void say() {
        price();
        buy();
        options();
        list();
        afterSale();
        lose();
    }

    private void rates(ShipmentRequest.Builder request) {
        client.rates(RateRequest.of(request.build()));
    }

    private Shipment ship(ShipmentRequest.Builder request) {
        return client.ship(request.build());
    }

    private void price() {
        rates(open(domestic()));
        rates(open(abroad()));
        rates(open(domestic().sender(NEW_YORK).recipient(NEW_YORK)));
        rates(domestic().parcels(List.of(american(), Parcel.of(Weight.of("700", Weight.Unit.G)))));
        rates(domestic()
                .saturdayDelivery(true)
                .signature(SignatureOption.DIRECT)
                .shipDate(LocalDate.of(2026, 2, 12)));
        rates(abroad().returnShipment(true));
        rates(open(domestic().parcels(List.of(Parcel.of(Weight.of("71", Weight.Unit.KG))))));
        for (ContentType contents : ContentType.values()) {
            rates(abroad().customs(
                            Customs.builder().from(GOODS).contentType(contents).build()));
        }
        for (Incoterm term : EnumSet.complementOf(EnumSet.of(Incoterm.DPU, Incoterm.DAT))) {
            rates(abroad().customs(Customs.builder().from(GOODS).incoterm(term).build()));
        }
    }

    private void buy() {
        for (LabelFormat format : List.of(LabelFormat.PDF, LabelFormat.ZPL, LabelFormat.PNG)) {
            assertThat(ship(domestic().label(LabelSpec.of(format))).labels()).hasSize(1);
        }
        Rate rate = client.rates(RateRequest.of(domestic().build())).rates().get(0);
        client.ship(rate, domestic().build());
        ship(abroad());
        ship(abroad().returnShipment(true).sender(NEW_YORK).recipient(OTTAWA));
        ship(domestic().addParcels(american()).idempotencyKey("key-7").shipDate(LocalDate.of(2026, 2, 12)));
        BillingAccount account = BillingAccount.builder()
                .accountNumber("test-account")
                .postalCode("10001")
                .country("US")
                .build();
        ship(domestic().payment(Payment.bySender()));
        ship(domestic().payment(Payment.byRecipient(account)));
        ship(abroad().payment(Payment.byThirdParty(account))
                .customs(Customs.builder()
                        .from(GOODS)
                        .dutyPayer(Payment.byThirdParty(account))
                        .build()));
        ship(domestic().carrier("karrio:express").service("mydhl_express_domestic"));
        refusal(() -> ship(domestic().service("canadapost_xpresspost_usa")));
        refusal(() -> ship(domestic()
                .recipient(Address.builder().from(TORONTO).city("Nowhere").build())));
    }

    /** Each option of each connection's catalogue. */
    private void options() {
        for (ConnectedCarrier carrier : client.carriers()) {
            for (CatalogOption option : carrier.catalog().options()) {
                String value = option.values().isEmpty()
                        ? switch (option.type()) {
                            case FLAG -> "true";
                            case NUMBER -> "12.5";
                            default -> "a text";
                        }
                        : option.values().get(0);
                rates(domestic()
                        .service(Optional.empty())
                        .carrier(carrier.connection())
                        .putOptions(option.name(), value));
            }
        }
    }

    private void list() {
        Shipment shipment = ship(domestic());
        assertThat(client.shipments().list(ShipmentFilter.of("karrio")).stream())
                .isNotEmpty();
        assertThat(client
                        .shipments()
                        .list(ShipmentFilter.builder()
                                .carrier(CANADA_POST)
                                .addStatuses(ShipmentStatus.values())
                                .trackingNumber(shipment.trackingNumber())
                                .reference("ORDER-7")
                                .orderId("SHOP-7")
                                .service("canadapost_expedited_parcel")
                                .createdFrom(sandbox.clock().instant())
                                .createdTo(sandbox.clock().instant().plusSeconds(1))
                                .keyword("ORDER-7")
                                .metadataKey("tracking_mcp_purchase")
                                .build())
                        .stream())
                .hasSize(1);
        client.shipments().get("karrio", shipment.id());
        assertThat(client.shipments().documents(CANADA_POST, shipment.id())).isNotEmpty();
        refusal(() -> client.shipments().get("karrio", "shp_nothing"));
    }

    private void afterSale() {
        Shipment shipment = ship(domestic().references(List.of(Reference.of("ORDER-8"))));
        assertThat(client.shipments().recover(ShipmentQuery.of(shipment))).hasSize(1);
        assertThat(client.shipments().recover(ShipmentQuery.of(CANADA_POST, shipment.trackingNumber())))
                .hasSize(1);
        assertThat(client.shipments().recover(ShipmentQuery.byReference(CANADA_POST, "ORDER-8")))
                .hasSize(1);
        client.shipments().cancel(shipment);
        refusal(() -> client.shipments().cancel(shipment));
        Shipment express = ship(domestic().carrier("karrio:express").service("mydhl_express_domestic"));
        assertThat(client.shipments().cancel(express).carrierAsked()).hasValue(false);
    }

    private void lose() {
        sandbox.fail("karrio").on("ship-draft").withDroppedConnection().times(1);
        ship(domestic());
        sandbox.fail("karrio").on("ship").withLostAnswer().times(1);
        assertThat(ship(domestic()).labels()).hasSize(1);
        sandbox.fail("karrio").on("ship").withDroppedConnection().times(1);
        assertThat(refusal(() -> ship(domestic()))).isInstanceOf(OutcomeUnknownException.class);
    }

    @Override
    void failures(int status) {
        Shipment shipment = ship(domestic());
        failing(
                "karrio",
                "rate",
                2,
                status,
                () -> client.rates(RateRequest.of(domestic().build()))
                        .failures()
                        .values()
                        .forEach(error -> {
                            throw error;
                        }));
        failing("karrio", "shipments", 2, status, () -> client.shipments().get("karrio", shipment.id()));
        failing("karrio", "documents", 2, status, () -> client.shipments().documents("karrio", shipment.id()));
        failing("karrio", "cancel", 2, status, () -> client.shipments().cancel(shipment));
        failing("karrio", "ship-draft", 2, status, () -> ship(domestic()));
        failing("karrio", "ship", 2, status, () -> ship(domestic()));
    }
}
