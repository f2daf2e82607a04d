package com.trackingmcp.testkit;

import com.trackingmcp.model.Address;
import com.trackingmcp.model.Commodity;
import com.trackingmcp.model.ContentType;
import com.trackingmcp.model.Customs;
import com.trackingmcp.model.Dimensions;
import com.trackingmcp.model.Incoterm;
import com.trackingmcp.model.Invoice;
import com.trackingmcp.model.Money;
import com.trackingmcp.model.Parcel;
import com.trackingmcp.model.ShipmentRequest;
import com.trackingmcp.model.Weight;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * Shipments the sandbox sells, complete for their carrier and ready to be changed: one parcel of printed books. FedEx and
 * UPS ship from Memphis, DHL Express from Bonn; behind the gateway Canada's carriers from Toronto and DPD from Utrecht.
 * Stateless.
 */
public final class SandboxOrders {
    private static final Parcel PARCEL =
            Parcel.of(Weight.of("1.5", Weight.Unit.KG), Dimensions.of("30", "20", "10", Dimensions.Unit.CM));

    private SandboxOrders() {}

    /**
     * One within the country.
     *
     * @param carrier {@code fedex}, {@code ups} or {@code dhl}; behind the gateway {@code karrio:canadapost},
     *     {@code karrio:purolator}, {@code karrio:dpd}, {@code karrio:fedex}, {@code karrio:mydhl} or {@code karrio:usps}
     */
    public static ShipmentRequest.Builder domestic(String carrier) {
        ShipmentRequest.Builder order = order(carrier);
        if (carrier.startsWith(GatewayOrders.PREFIX)) {
            return GatewayOrders.domestic(carrier, order);
        }
        return switch (carrier) {
            case "fedex" -> order.service("FEDEX_GROUND").sender(memphis()).recipient(seattle());
            case "ups" -> order.service("03").sender(memphis()).recipient(seattle());
            case "dhl" -> order.service("N").sender(bonn()).recipient(munich());
            default -> throw unknown(carrier);
        };
    }

    /**
     * One across the Atlantic, with what customs ask for; takes what {@link #domestic} takes but {@code karrio:usps}. From Canada
     * it goes to the United States, and DPD's across a border.
     */
    public static ShipmentRequest.Builder international(String carrier) {
        ShipmentRequest.Builder order = order(carrier).customs(books());
        if (carrier.startsWith(GatewayOrders.PREFIX)) {
            return GatewayOrders.international(carrier, order);
        }
        return switch (carrier) {
            case "fedex" ->
                order.service("FEDEX_INTERNATIONAL_PRIORITY").sender(memphis()).recipient(bonn());
            case "ups" -> order.service("65").sender(memphis()).recipient(bonn());
            case "dhl" -> order.service("P").sender(bonn()).recipient(memphis());
            default -> throw unknown(carrier);
        };
    }

    static IllegalArgumentException unknown(String carrier) {
        return new IllegalArgumentException("The sandbox sells nothing as " + carrier + ": fedex, ups, dhl, or karrio:"
                + " and a carrier behind it");
    }

    private static ShipmentRequest.Builder order(String carrier) {
        return ShipmentRequest.builder().carrier(carrier).addParcels(PARCEL).description("Printed books");
    }

    private static Customs books() {
        return Customs.builder()
                .incoterm(Incoterm.DAP)
                .contentType(ContentType.MERCHANDISE)
                .invoice(Invoice.builder()
                        .number("test-invoice-1")
                        .date(LocalDate.parse("2026-02-10"))
                        .build())
                .addCommodities(Commodity.builder()
                        .description("Printed books")
                        .hsCode("490199")
                        .originCountry("US")
                        .quantity(BigDecimal.valueOf(2))
                        .unitPrice(Money.of("19.90", "USD"))
                        .weight(Weight.of("1.2", Weight.Unit.KG))
                        .partNumber("test-part")
                        .build())
                .build();
    }

    static Address memphis() {
        return address("1 Example Street", "Memphis", "38118", "US", "9015550100")
                .stateOrProvince("TN")
                .build();
    }

    static Address seattle() {
        return address("2 Example Avenue", "Seattle", "98101", "US", "2065550100")
                .stateOrProvince("WA")
                .build();
    }

    static Address bonn() {
        return address("Beispielstr. 1", "Bonn", "53113", "DE", "+4922855501").build();
    }

    static Address munich() {
        return address("Musterweg 2", "Munich", "80331", "DE", "+4989555010").build();
    }

    static Address.Builder address(String line, String city, String postalCode, String country, String phone) {
        return Address.builder()
                .company("Example Books")
                .person("Shipping Desk")
                .addLines(line)
                .city(city)
                .postalCode(postalCode)
                .country(country)
                .phone(phone);
    }
}
