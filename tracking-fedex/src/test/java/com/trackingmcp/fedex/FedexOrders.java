package com.trackingmcp.fedex;

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

/** Things to ship, good enough for FedEx. */
final class FedexOrders {
    private FedexOrders() {}

    static Address memphis() {
        return Address.builder()
                .person("Ada Example")
                .company("Example Ltd")
                .addLines("1 Example Street", "Floor 2")
                .city("Memphis")
                .stateOrProvince("TN")
                .postalCode("38118")
                .country("US")
                .phone("+1 901 555 0100")
                .email("ada@example.com")
                .build();
    }

    static Address denver() {
        return Address.builder()
                .person("Ben Example")
                .addLines("2 Example Road")
                .city("Denver")
                .stateOrProvince("CO")
                .postalCode("80239")
                .country("US")
                .phone("303-555-0101")
                .residential(true)
                .build();
    }

    static Address munich() {
        return Address.builder()
                .company("Beispiel GmbH")
                .addLines("Beispielweg 3")
                .city("Munich")
                .postalCode("80331")
                .country("DE")
                .phone("+49 89 5550102")
                .build();
    }

    static Parcel parcel() {
        return Parcel.of(Weight.of("2.5", Weight.Unit.LB), Dimensions.of("12", "9", "4", Dimensions.Unit.IN));
    }

    /** One parcel within the United States, ready to be sold. */
    static ShipmentRequest domestic() {
        return ShipmentRequest.builder()
                .sender(memphis())
                .recipient(denver())
                .addParcels(parcel())
                .service("FEDEX_2_DAY")
                .addReferences(Reference.of("ORDER-7"))
                .build();
    }

    static ShipmentRequest.Builder domesticBut() {
        return ShipmentRequest.builder().from(domestic());
    }

    static ShipmentRequest ofParcels(int count) {
        ShipmentRequest.Builder request = domesticBut();
        for (int i = 1; i < count; i++) {
            request.addParcels(parcel());
        }
        return request.build();
    }

    static Customs customs() {
        return Customs.builder()
                .addCommodities(Commodity.builder()
                        .description("printed books")
                        .hsCode("4901.99")
                        .originCountry("US")
                        .quantity(new BigDecimal("2"))
                        .unitPrice(Money.of("10.50", "USD"))
                        .weight(Weight.of("1", Weight.Unit.KG))
                        .partNumber("test-part")
                        .build())
                .contentType(ContentType.SAMPLE)
                .incoterm(Incoterm.DAP)
                .invoice(Invoice.builder()
                        .number("test-invoice")
                        .remarks("no value")
                        .build())
                .signer("Ada Example")
                .build();
    }

    static ShipmentRequest international() {
        return domesticBut()
                .recipient(munich())
                .service("FEDEX_INTERNATIONAL_PRIORITY")
                .customs(customs())
                .build();
    }

    /** The customer's label, to send the parcel back to where it came from. */
    static ShipmentRequest returned() {
        return domesticBut()
                .sender(denver())
                .recipient(memphis())
                .service("FEDEX_GROUND")
                .returnShipment(true)
                .build();
    }
}
