package com.trackingmcp.verification.spec;

import static org.assertj.core.api.Assertions.assertThat;

import com.trackingmcp.dhl.DhlCarrierProvider;
import com.trackingmcp.model.Address;
import com.trackingmcp.model.BillingAccount;
import com.trackingmcp.model.CatalogPackaging;
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
import com.trackingmcp.model.Reference;
import com.trackingmcp.model.Shipment;
import com.trackingmcp.model.ShipmentQuery;
import com.trackingmcp.model.ShipmentRequest;
import com.trackingmcp.model.SignatureOption;
import com.trackingmcp.model.TaxId;
import com.trackingmcp.model.Weight;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All that MyDHL is asked when shipments are priced, bought and found again, against its own description. */
class DhlSaleConformanceTest extends SaleConversation {
    private static final Address BONN = Address.builder()
            .person("Ada Example")
            .company("Beispiel GmbH")
            .addLines("Beispielstr. 1", "Hinterhaus", "2. Stock")
            .city("Bonn")
            .postalCode("53113")
            .country("DE")
            .phone("+49 228 5550100")
            .email("ada@example.com")
            .addTaxIds(new TaxId(TaxId.Kind.VAT, "DE000000000", "DE"), new TaxId(TaxId.Kind.EORI, "DE0000", "DE"))
            .build();
    private static final Address MUNICH = Address.builder()
            .person("Ben Example")
            .addLines("Musterweg 2")
            .city("Munich")
            .postalCode("80331")
            .country("DE")
            .phone("+49 89 5550101")
            .residential(true)
            .build();
    private static final Address NEW_YORK = Address.builder()
            .company("Example Ltd")
            .addLines("3 Example Street")
            .city("New York")
            .stateOrProvince("NY")
            .postalCode("10001")
            .country("US")
            .phone("212 555 0102")
            .residential(false)
            .addTaxIds(new TaxId(TaxId.Kind.EIN, "00-0000000", "US"))
            .build();
    private static final Address NOWHERE =
            Address.builder().from(MUNICH).postalCode("00000").build();
    private static final Customs GOODS = Customs.builder()
            .addCommodities(Commodity.builder()
                    .description("printed books")
                    .hsCode("490199")
                    .originCountry("DE")
                    .quantity(new BigDecimal("2"))
                    .unitPrice(Money.of("10.50", "EUR"))
                    .weight(Weight.of("1", Weight.Unit.LB))
                    .partNumber("test-part")
                    .build())
            .incoterm(Incoterm.DAP)
            .invoice(
                    Invoice.builder().number("test-invoice").remarks("no value").build())
            .signer("Ada Example")
            .build();

    /** What the options take that have no list of values. */
    private static final Map<String, String> VALUES = Map.of(
            "dhl_place_of_incoterm", "Hamburg",
            "dhl_us_filing", "30.37(a)",
            "dhl_label_text", "Fragile",
            "dhl_service_point", "BON001",
            "dhl_notify_email", "ada@example.com",
            "dhl_notify_message", "On its way",
            "dhl_dry_ice_kg", "1.25",
            "dhl_excepted_quantities", "1263,1950",
            "dhl_local_product_code", "P");

    /** Options that go with another. */
    private static final Map<String, List<String>> COMPANY = Map.of(
            "dhl_hide_account_number", List.of("dhl_waybill_document", "true"),
            "dhl_notify_message", List.of("dhl_notify_email", "ada@example.com"));

    DhlSaleConformanceTest() throws Exception {
        super(new DhlCarrierProvider(), DhlSaleDeviations.ALL, VALUES);
    }

    private static Parcel parcel() {
        return Parcel.builder()
                .weight(Weight.of("2.5", Weight.Unit.KG))
                .dimensions(Dimensions.of("30", "20", "10.5", Dimensions.Unit.CM))
                .declaredValue(Money.of("250.50", "EUR"))
                .contents("books")
                .addReferences(Reference.of("box-1"))
                .build();
    }

    private static ShipmentRequest.Builder domestic() {
        return ShipmentRequest.builder()
                .sender(BONN)
                .recipient(MUNICH)
                .addParcels(parcel())
                .service("N")
                .description("books")
                .addReferences(
                        Reference.of("ORDER-7"),
                        Reference.builder().type("co").value("PO-8").build());
    }

    private static ShipmentRequest.Builder abroad() {
        return domestic().recipient(NEW_YORK).service("P").customs(GOODS);
    }

    private static Parcel american() {
        return Parcel.of(Weight.of("33", Weight.Unit.OZ), Dimensions.of("5", "4", "3", Dimensions.Unit.IN));
    }

    @Override
    void price() {
        for (ShipmentRequest.Builder request :
                List.of(domestic(), abroad(), abroad().customs(documents()), abroad().returnShipment(true))) {
            rates(request.service(Optional.empty()));
            rates(request.saturdayDelivery(true).signature(SignatureOption.DIRECT));
            client.transitTimes(request.build());
        }
        rates(domestic().parcels(List.of(american(), american())));
        rates(abroad().customs(
                        Customs.builder().from(GOODS).incoterm(Incoterm.DDP).build()));
        rates(domestic().recipient(NOWHERE));
        rates(domestic().sender(NOWHERE));
        rates(domestic().payment(Payment.byRecipient(BillingAccount.of("955000001"))));
        rates(domestic()
                .payment(
                        Payment.builder().sender(BillingAccount.of("000000000")).build()));
    }

    @Override
    void buy() {
        for (LabelFormat format : List.of(LabelFormat.PDF, LabelFormat.ZPL, LabelFormat.EPL)) {
            ship(domestic().label(LabelSpec.of(format)).idempotencyKey("key-" + format));
            ship(abroad().label(LabelSpec.builder().format(format).dpi(300).build()));
        }
        for (String stock : client.carriers().get(0).catalog().labelStocks()) {
            ship(domestic().label(LabelSpec.builder().stock(stock).build()));
        }
        for (SignatureOption signature : List.of(SignatureOption.NONE, SignatureOption.DIRECT)) {
            ship(domestic().signature(signature).saturdayDelivery(true));
        }
        for (CatalogPackaging packaging : client.carriers().get(0).catalog().packagings()) {
            Parcel packed =
                    Parcel.builder().from(parcel()).packaging(packaging.code()).build();
            ship(domestic().parcels(List.of(packed)));
        }
        ship(domestic().addParcels(parcel(), parcel()).putOptions("dhl_waybill_document", "true"));
        ship(domestic().parcels(List.of(american())));
        for (ContentType type : ContentType.values()) {
            boolean papers = type == ContentType.DOCUMENTS;
            ship(abroad().service(papers ? "D" : "P")
                    .customs(Customs.builder().from(GOODS).contentType(type).build()));
        }
        for (Incoterm incoterm : Incoterm.values()) {
            ship(abroad().customs(
                            Customs.builder().from(GOODS).incoterm(incoterm).build()));
        }
        ship(domestic().sender(MUNICH).recipient(BONN).returnShipment(true));
        ship(abroad().shipper(MUNICH).payment(Payment.byThirdParty(BillingAccount.of("955000001"))));
        assertThat(refusal(() -> ship(domestic().recipient(NOWHERE))).httpStatus())
                .hasValue(400);
        assertThat(refusal(() -> ship(domestic().service("P"))).httpStatus()).hasValue(400);
    }

    @Override
    ShipmentRequest.Builder withOption(String name, String value) {
        return with(abroad(), name, value, COMPANY);
    }

    @Override
    void afterSale() {
        Shipment shipment =
                ship(domestic().references(List.of(Reference.of("unique-1"))).addParcels(parcel(), parcel()));
        assertThat(client.shipments().recover(ShipmentQuery.of(shipment))).hasSize(1);
        assertThat(client.shipments()
                        .recover(ShipmentQuery.of(
                                "dhl", shipment.parcels().get(1).trackingNumber())))
                .hasSize(1);
        assertThat(client.shipments().recover(ShipmentQuery.byReference("dhl", "unique-1")))
                .hasSize(1);
        assertThat(client.shipments().recover(ShipmentQuery.byReference("dhl", "nobody-s")))
                .isEmpty();
        assertThat(client.shipments()
                        .recover(ShipmentQuery.builder()
                                .from(ShipmentQuery.of(shipment))
                                .putDetails("ship_date", "2020-01-01")
                                .build())
                        .get(0)
                        .documents())
                .isEmpty();
    }

    @Override
    void addresses() {
        for (Address address : List.of(BONN, MUNICH, NEW_YORK, NOWHERE)) {
            client.addresses().validate(address);
            client.addresses()
                    .validatePostalCode(Address.builder()
                            .country(address.country())
                            .postalCode(address.postalCode())
                            .build());
        }
    }

    @Override
    void failures(int status) {
        Shipment shipment = ship(domestic());
        failing("mydhl", "rates", 2, status, () -> rates(domestic()));
        failing("mydhl", "ship", 2, status, () -> ship(domestic()));
        failing("mydhl", "address", 2, status, () -> client.addresses().validate(MUNICH));
        failing("mydhl", "recover", 2, status, () -> client.shipments().recover(ShipmentQuery.of(shipment)));
    }
}
