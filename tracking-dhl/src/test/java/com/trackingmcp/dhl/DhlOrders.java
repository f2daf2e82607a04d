package com.trackingmcp.dhl;

import com.trackingmcp.model.Address;
import com.trackingmcp.model.Commodity;
import com.trackingmcp.model.ContentType;
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
import java.time.LocalDate;

/** Shipments that are complete. */
final class DhlOrders {
    static final Parcel PARCEL =
            Parcel.of(Weight.of("1.5", Weight.Unit.KG), Dimensions.of("30", "20", "10", Dimensions.Unit.CM));

    private DhlOrders() {}

    static ShipmentRequest.Builder domestic() {
        return ShipmentRequest.builder()
                .service("N")
                .sender(bonn().build())
                .recipient(munich().build())
                .addParcels(PARCEL)
                .description("Printed books")
                .addReferences(Reference.of("order-4711"));
    }

    static ShipmentRequest.Builder abroad() {
        return domestic().service("P").recipient(newYork().build()).customs(books().build());
    }

    static Customs.Builder books() {
        return Customs.builder()
                .incoterm(Incoterm.DAP)
                .contentType(ContentType.MERCHANDISE)
                .signer("B. Keeper")
                .invoice(Invoice.builder()
                        .number("test-invoice-1")
                        .date(LocalDate.parse("2026-02-09"))
                        .remarks("Handle with care")
                        .build())
                .addCommodities(book().build());
    }

    static Commodity.Builder book() {
        return Commodity.builder()
                .description("Printed books")
                .hsCode("490199")
                .originCountry("DE")
                .quantity(BigDecimal.valueOf(2))
                .unitPrice(Money.of("19.90", "EUR"))
                .weight(Weight.of("1.2", Weight.Unit.KG))
                .partNumber("test-part");
    }

    static Address.Builder bonn() {
        return address("Beispielstr. 1", "Bonn", "53113", "DE");
    }

    static Address.Builder munich() {
        return address("Musterweg 2", "Munich", "80331", "DE");
    }

    static Address.Builder newYork() {
        return address("3 Example Street", "New York", "10001", "US").stateOrProvince("NY");
    }

    static Address.Builder address(String line, String city, String postalCode, String country) {
        return Address.builder()
                .company("Example Books")
                .person("Shipping Desk")
                .addLines(line)
                .city(city)
                .postalCode(postalCode)
                .country(country)
                .phone("+4922855501");
    }
}
