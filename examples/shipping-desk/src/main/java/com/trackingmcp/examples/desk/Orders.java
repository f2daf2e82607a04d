package com.trackingmcp.examples.desk;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
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
import com.trackingmcp.model.TradeDocument;
import com.trackingmcp.model.TradeDocumentKind;
import com.trackingmcp.model.Weight;
import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads the orders of a day from a CSV file, and makes shipments of them. Stateless. */
final class Orders {
    private static final Map<String, Address> WAREHOUSES = Map.of(
            "memphis",
            Address.builder()
                    .company("Example Books")
                    .person("Shipping desk")
                    .addLines("1 Example Street")
                    .city("Memphis")
                    .stateOrProvince("TN")
                    .postalCode("38118")
                    .country("US")
                    .phone("9015550100")
                    .build(),
            "bonn",
            Address.builder()
                    .company("Example Books Europe")
                    .person("Versand")
                    .addLines("Beispielstr. 1")
                    .city("Bonn")
                    .postalCode("53113")
                    .country("DE")
                    .phone("+4922855501")
                    .build());

    private Orders() {}

    /** One shipment per line; its first reference is the order's number, by which a lost purchase is found. */
    static List<ShipmentRequest> read(Reader csv, LocalDate shipDate) throws IOException {
        List<ShipmentRequest> orders = new ArrayList<>();
        try (MappingIterator<Map<String, String>> lines = new CsvMapper()
                .readerForMapOf(String.class)
                .with(CsvSchema.emptySchema().withHeader())
                .readValues(csv)) {
            while (lines.hasNext()) {
                orders.add(shipment(lines.next(), shipDate));
            }
        }
        return orders;
    }

    private static ShipmentRequest shipment(Map<String, String> order, LocalDate shipDate) {
        Address sender = WAREHOUSES.get(order.get("warehouse"));
        ShipmentRequest.Builder shipment = ShipmentRequest.builder()
                .carrier(order.get("carrier"))
                .service(order.get("service"))
                .sender(sender)
                .recipient(recipient(order))
                .addParcels(Parcel.of(
                        Weight.of(order.get("weight_kg"), Weight.Unit.KG),
                        Dimensions.of("30", "20", "10", Dimensions.Unit.CM)))
                .description(order.get("goods"))
                .shipDate(shipDate)
                .idempotencyKey(order.get("order"))
                .addReferences(Reference.of(order.get("order")));
        if (!order.get("country").equals(sender.country().orElseThrow())) {
            Customs customs = customs(order, shipDate);
            byte[] invoice = InvoicePaper.of(order.get("order"), sender, recipient(order), customs);
            shipment.customs(customs)
                    .addTradeDocuments(TradeDocument.of(
                            order.get("order") + ".pdf", TradeDocumentKind.COMMERCIAL_INVOICE, invoice));
        }
        return shipment.build();
    }

    private static Address recipient(Map<String, String> order) {
        Address.Builder recipient = Address.builder()
                .company(order.get("company"))
                .person(order.get("person"))
                .addLines(order.get("street"))
                .city(order.get("city"))
                .postalCode(order.get("postal_code"))
                .country(order.get("country"))
                .phone(order.get("phone"));
        return order.get("state").isEmpty()
                ? recipient.build()
                : recipient.stateOrProvince(order.get("state")).build();
    }

    private static Customs customs(Map<String, String> order, LocalDate shipDate) {
        return Customs.builder()
                .incoterm(Incoterm.DAP)
                .contentType(ContentType.MERCHANDISE)
                .invoice(Invoice.builder()
                        .number(order.get("order"))
                        .date(shipDate)
                        .build())
                .addCommodities(Commodity.builder()
                        .description(order.get("goods"))
                        .hsCode(order.get("hs_code"))
                        .originCountry(order.get("origin"))
                        .quantity(new BigDecimal(order.get("quantity")))
                        .unitPrice(Money.of(order.get("unit_price"), order.get("currency")))
                        .weight(Weight.of(order.get("weight_kg"), Weight.Unit.KG))
                        .build())
                .build();
    }
}
