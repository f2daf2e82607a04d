package com.trackingmcp.verification.spec;

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
import java.math.BigDecimal;
import java.util.Optional;

/** Shipments that are priced and bought to hold what is said against the descriptions. */
final class UpsSaleSamples {
    static final Address NEW_YORK = Address.builder()
            .person("Ann Sender")
            .company("Sender Inc")
            .addLines("350 Fifth Ave", "Floor 3")
            .city("New York")
            .stateOrProvince("NY")
            .postalCode("10118-1234")
            .country("US")
            .phone("+1 212 555 0100 x22")
            .email("ann@example.com")
            .build();
    static final Address AUSTIN = Address.builder()
            .person("Bob Buyer")
            .addLines("110 Congress Ave")
            .city("Austin")
            .stateOrProvince("TX")
            .postalCode("78701")
            .country("US")
            .phone("512 555 0111")
            .residential(true)
            .build();
    static final Address TORONTO = Address.builder()
            .company("Maple Ltd")
            .addLines("100 Queen St W")
            .city("Toronto")
            .stateOrProvince("ON")
            .postalCode("M5H 2N2")
            .country("CA")
            .phone("416 555 0100")
            .build();
    static final Address LONDON = Address.builder()
            .person("Cleo Reader")
            .addLines("1 Strand")
            .city("London")
            .postalCode("WC2N 5HR")
            .country("GB")
            .phone("+44 20 7946 0000")
            .build();
    static final Address BERLIN = Address.builder()
            .company("Leser GmbH")
            .addLines("Unter den Linden 1")
            .city("Berlin")
            .postalCode("10117")
            .country("DE")
            .phone("+49 30 1234567")
            .build();
    static final Customs GOODS = Customs.builder()
            .addCommodities(Commodity.builder()
                    .description("Printed book about the history of printing books")
                    .hsCode("4901.99")
                    .originCountry("US")
                    .quantity(new BigDecimal("2"))
                    .unitPrice(Money.of("12.25", "USD"))
                    .weight(Weight.of("700", Weight.Unit.G))
                    .partNumber("B-1")
                    .build())
            .incoterm(Incoterm.DDP)
            .invoice(Invoice.builder()
                    .number("INV-7")
                    .remarks("Handle with care")
                    .build())
            .build();

    static final Reference PURCHASE_ORDER =
            Reference.builder().type("PO").value("order-4711").build();

    private UpsSaleSamples() {}

    static Parcel parcel(String pounds) {
        return Parcel.builder()
                .weight(Weight.of(pounds, Weight.Unit.LB))
                .dimensions(Dimensions.of("12", "10", "8.2", Dimensions.Unit.IN))
                .declaredValue(Money.of("250.50", "USD"))
                .build();
    }

    static ShipmentRequest.Builder domestic() {
        return ShipmentRequest.builder()
                .carrier("ups")
                .sender(NEW_YORK)
                .recipient(AUSTIN)
                .addParcels(parcel("5"))
                .service("03")
                .addReferences(PURCHASE_ORDER, Reference.of("4712"));
    }

    static ShipmentRequest.Builder abroad(Address recipient) {
        return domestic()
                .recipient(recipient)
                .service("65")
                .description("Books")
                .customs(GOODS);
    }

    static ShipmentRequest.Builder back(Address sender) {
        return domestic()
                .sender(sender)
                .recipient(NEW_YORK)
                .returnShipment(true)
                .description("Shoes");
    }

    static ShipmentRequest.Builder anyService(ShipmentRequest.Builder request) {
        return ShipmentRequest.builder().from(request.build()).service(Optional.empty());
    }
}
