package com.trackingmcp.verification.spec;

import static org.assertj.core.api.Assertions.assertThat;

import com.trackingmcp.fedex.FedexCarrierProvider;
import com.trackingmcp.model.Address;
import com.trackingmcp.model.BillingAccount;
import com.trackingmcp.model.Commodity;
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
import com.trackingmcp.model.ShippedParcel;
import com.trackingmcp.model.SignatureOption;
import com.trackingmcp.model.TaxId;
import com.trackingmcp.model.Weight;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All that FedEx is asked when shipments are priced, bought, cancelled and found again, against its own descriptions. */
class FedexSaleConformanceTest extends SaleConversation {
    private static final Address MEMPHIS = Address.builder()
            .person("Ada Example")
            .company("Example Ltd")
            .addLines("1 Example Street", "Floor 2")
            .city("Memphis")
            .stateOrProvince("TN")
            .postalCode("38118")
            .country("US")
            .phone("+1 901 555 0100")
            .email("ada@example.com")
            .addTaxIds(new TaxId(TaxId.Kind.EIN, "00-0000000", "US"))
            .build();
    private static final Address DENVER = Address.builder()
            .person("Ben Example")
            .addLines("2 Example Road")
            .city("Denver")
            .stateOrProvince("CO")
            .postalCode("80239")
            .country("US")
            .phone("303-555-0101")
            .residential(true)
            .build();
    private static final Address MUNICH = Address.builder()
            .company("Beispiel GmbH")
            .addLines("Beispielweg 3")
            .city("Munich")
            .postalCode("80331")
            .country("DE")
            .phone("+49 89 5550102")
            .addTaxIds(new TaxId(TaxId.Kind.VAT, "DE000000000", "DE"))
            .build();
    private static final Customs GOODS = Customs.builder()
            .addCommodities(Commodity.builder()
                    .description("printed books")
                    .hsCode("4901.99")
                    .originCountry("US")
                    .quantity(new BigDecimal("2"))
                    .unitPrice(Money.of("10.50", "USD"))
                    .weight(Weight.of("1", Weight.Unit.KG))
                    .partNumber("test-part")
                    .build())
            .incoterm(Incoterm.DAP)
            .invoice(
                    Invoice.builder().number("test-invoice").remarks("no value").build())
            .signer("Ada Example")
            .build();

    /** What the options take that have no list of values. */
    private static final Map<String, String> VALUES = Map.ofEntries(
            Map.entry("fedex_cod", "12.50 USD"),
            Map.entry("fedex_delivery_instructions", "ring twice"),
            Map.entry("fedex_dry_ice_kg", "1.5"),
            Map.entry("fedex_export_compliance_statement", "NO EEI 30.37(a)"),
            Map.entry("fedex_hold_at_location", "MEMA"),
            Map.entry("fedex_home_delivery_date", "2026-02-20"),
            Map.entry("fedex_invoice_freight_charge", "7.25 USD"),
            Map.entry("fedex_invoice_insurance_charge", "1.10 USD"),
            Map.entry("fedex_notification_email", "ada@example.com"),
            Map.entry("fedex_preferred_currency", "EUR"),
            Map.entry("fedex_return_of", "794953555571"),
            Map.entry("fedex_rma_reason", "too small"));

    /** Options that go with another. */
    private static final Map<String, List<String>> COMPANY = Map.of(
            "fedex_battery_material", List.of("fedex_battery_packing", "CONTAINED_IN_EQUIPMENT"),
            "fedex_battery_packing", List.of("fedex_battery_material", "LITHIUM_ION"),
            "fedex_cod_collection_type", List.of("fedex_cod", "12.50 USD"),
            "fedex_home_delivery_date", List.of("fedex_home_delivery_premium", "DATE_CERTAIN"),
            "fedex_smart_post_endorsement", List.of("fedex_smart_post_hub_id", "5531"),
            "fedex_smart_post_indicia", List.of("fedex_smart_post_hub_id", "5531"));

    FedexSaleConformanceTest() throws Exception {
        super(new FedexCarrierProvider(), FedexSaleDeviations.ALL, VALUES);
    }

    private static Parcel parcel() {
        return Parcel.builder()
                .weight(Weight.of("2.5", Weight.Unit.LB))
                .dimensions(Dimensions.of("12", "9", "4.2", Dimensions.Unit.IN))
                .declaredValue(Money.of("250.50", "USD"))
                .contents("books")
                .build();
    }

    private static ShipmentRequest.Builder domestic() {
        return ShipmentRequest.builder()
                .sender(MEMPHIS)
                .recipient(DENVER)
                .addParcels(parcel())
                .service("FEDEX_2_DAY")
                .addReferences(
                        Reference.of("ORDER-7"),
                        Reference.builder().type("po_number").value("PO-8").build());
    }

    private static ShipmentRequest.Builder abroad() {
        return domestic()
                .recipient(MUNICH)
                .service("FEDEX_INTERNATIONAL_PRIORITY")
                .description("books")
                .customs(GOODS);
    }

    private static ShipmentRequest.Builder back() {
        return domestic()
                .sender(DENVER)
                .recipient(MEMPHIS)
                .service("FEDEX_GROUND")
                .returnShipment(true);
    }

    private static ShipmentRequest.Builder anyService(ShipmentRequest.Builder request) {
        return request.service(Optional.empty());
    }

    @Override
    void price() {
        for (ShipmentRequest.Builder request : List.of(domestic(), abroad(), back(), abroad().customs(documents()))) {
            rates(request);
            client.transitTimes(request.build());
            rates(anyService(request).saturdayDelivery(true));
            client.transitTimes(request.build());
        }
        Parcel metric = Parcel.of(Weight.of("2.125", Weight.Unit.KG));
        rates(abroad().parcels(List.of(metric, metric)));
        Address nowhere = Address.builder().from(DENVER).postalCode("00000").build();
        rates(domestic().recipient(nowhere));
        client.transitTimes(domestic().recipient(nowhere).build());
    }

    @Override
    void buy() {
        for (LabelFormat format : List.of(LabelFormat.PDF, LabelFormat.PNG, LabelFormat.ZPL, LabelFormat.EPL)) {
            ship(domestic().label(LabelSpec.of(format)).idempotencyKey("key-" + format));
        }
        ship(domestic()
                .label(LabelSpec.builder().format(LabelFormat.ZPL).dpi(300).build()));
        for (SignatureOption signature : SignatureOption.values()) {
            ship(domestic().signature(signature));
        }
        ship(domestic().addParcels(parcel(), parcel()).saturdayDelivery(true));
        ship(abroad().addParcels(parcel()));
        ship(abroad().customs(documents()));
        ship(abroad().customs(
                        Customs.builder().from(GOODS).incoterm(Incoterm.DDP).build()));
        ship(back());
        BillingAccount other =
                BillingAccount.builder().accountNumber("900800700").build();
        ship(domestic().payment(Payment.byThirdParty(other)));
        ship(domestic().payment(Payment.byRecipient(other)));
        ship(domestic().shipper(DENVER));
        Address nowhere = Address.builder().from(DENVER).postalCode("00000").build();
        assertThat(refusal(() -> ship(domestic().recipient(nowhere))).httpStatus())
                .hasValue(400);
        assertThat(refusal(() -> ship(domestic().service("INTERNATIONAL_ECONOMY")))
                        .httpStatus())
                .hasValue(400);
    }

    @Override
    ShipmentRequest.Builder withOption(String name, String value) {
        boolean forReturns = name.equals("fedex_return_of") || name.equals("fedex_rma_reason");
        return with(forReturns ? back() : abroad(), name, value, COMPANY);
    }

    @Override
    void afterSale() {
        Shipment shipment =
                ship(domestic().references(List.of(Reference.of("unique-1"))).addParcels(parcel(), parcel(), parcel()));
        List<String> numbers =
                shipment.parcels().stream().map(ShippedParcel::trackingNumber).toList();
        assertThat(client.shipments().recover(ShipmentQuery.of(shipment))).hasSize(1);
        assertThat(client.shipments().recover(ShipmentQuery.byReference("fedex", "unique-1")))
                .hasSize(1);
        assertThat(client.shipments().recover(ShipmentQuery.byReference("fedex", "nobody-s")))
                .isEmpty();
        cancel(shipment, numbers.subList(1, 2));
        cancel(shipment, numbers.subList(1, 3));
        cancel(shipment, List.of());
        assertThat(refusal(() -> cancel(shipment, List.of())).httpStatus()).hasValue(200);
        assertThat(refusal(() -> client.shipments().cancel(ShipmentQuery.of("fedex", "794953555571")))
                        .httpStatus())
                .hasValue(400);
    }

    @Override
    void addresses() {
        for (String line : List.of("1 Example Street", "1 Example Tower", "1 Example Avenue", "1 Nowhere")) {
            client.addresses()
                    .validate(
                            Address.builder().from(MEMPHIS).lines(List.of(line)).build());
        }
        client.addresses().validate(MUNICH);
        client.addresses().validatePostalCode(MEMPHIS);
        client.addresses()
                .validatePostalCode(
                        Address.builder().from(MEMPHIS).postalCode("00000").build());
    }

    @Override
    void failures(int status) {
        Shipment shipment = ship(domestic());
        failing("fedex", "rates", 1, status, () -> rates(domestic()));
        failing(
                "fedex",
                "transit",
                1,
                status,
                () -> client.transitTimes(domestic().build()));
        failing("fedex", "ship", 1, status, () -> ship(domestic()));
        failing("fedex", "cancel", 1, status, () -> cancel(shipment, List.of()));
        failing("fedex", "address", 1, status, () -> client.addresses().validate(MEMPHIS));
        failing("fedex", "postal", 1, status, () -> client.addresses().validatePostalCode(MEMPHIS));
    }
}
