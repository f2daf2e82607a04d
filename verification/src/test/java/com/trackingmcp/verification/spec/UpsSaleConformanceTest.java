package com.trackingmcp.verification.spec;

import static com.trackingmcp.verification.spec.UpsSaleSamples.AUSTIN;
import static com.trackingmcp.verification.spec.UpsSaleSamples.BERLIN;
import static com.trackingmcp.verification.spec.UpsSaleSamples.GOODS;
import static com.trackingmcp.verification.spec.UpsSaleSamples.LONDON;
import static com.trackingmcp.verification.spec.UpsSaleSamples.NEW_YORK;
import static com.trackingmcp.verification.spec.UpsSaleSamples.TORONTO;
import static com.trackingmcp.verification.spec.UpsSaleSamples.abroad;
import static com.trackingmcp.verification.spec.UpsSaleSamples.anyService;
import static com.trackingmcp.verification.spec.UpsSaleSamples.back;
import static com.trackingmcp.verification.spec.UpsSaleSamples.domestic;
import static com.trackingmcp.verification.spec.UpsSaleSamples.parcel;
import static org.assertj.core.api.Assertions.assertThat;

import com.trackingmcp.model.Address;
import com.trackingmcp.model.BillingAccount;
import com.trackingmcp.model.LabelFormat;
import com.trackingmcp.model.LabelSpec;
import com.trackingmcp.model.Parcel;
import com.trackingmcp.model.Payment;
import com.trackingmcp.model.Reference;
import com.trackingmcp.model.Shipment;
import com.trackingmcp.model.ShipmentQuery;
import com.trackingmcp.model.ShipmentRequest;
import com.trackingmcp.model.SignatureOption;
import com.trackingmcp.model.Weight;
import com.trackingmcp.ups.UpsCarrierProvider;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All that UPS is asked when shipments are priced, bought, voided and found again, against UPS's own descriptions. */
class UpsSaleConformanceTest extends SaleConversation {
    /** What the options take that have no list of values. */
    private static final Map<String, String> TEXTS = Map.of(
            "ups_document_ids", "2026-02-10-00.15.33.207814",
            "ups_notification_email", "a@example.com, b@example.com",
            "ups_notifications", "7",
            "ups_restricted_articles", "seeds, plants");

    UpsSaleConformanceTest() throws Exception {
        super(new UpsCarrierProvider(), UpsSaleDeviations.ALL, TEXTS);
    }

    @Override
    void price() {
        for (Address recipient : List.of(AUSTIN, TORONTO, LONDON)) {
            rates(anyService(domestic().recipient(recipient)));
            rates(anyService(abroad(recipient)));
            client.transitTimes(domestic().recipient(recipient).build());
            client.transitTimes(abroad(recipient).build());
        }
        rates(domestic());
        rates(back(AUSTIN));
        rates(anyService(abroad(BERLIN).sender(LONDON)));
        rates(anyService(abroad(LONDON).customs(documents())));
        rates(domestic().service("M4").parcels(List.of(Parcel.of(Weight.of("200", Weight.Unit.G)))));
        Address nowhere = Address.builder().from(AUSTIN).postalCode("00000").build();
        rates(domestic().recipient(nowhere).parcels(List.of(parcel("151"))));
        client.transitTimes(domestic().recipient(nowhere).build());
    }

    @Override
    void buy() {
        for (LabelFormat format : List.of(LabelFormat.GIF, LabelFormat.PNG, LabelFormat.ZPL, LabelFormat.EPL)) {
            ship(domestic().label(LabelSpec.of(format)).idempotencyKey("key-" + format));
        }
        for (SignatureOption signature : SignatureOption.values()) {
            ship(domestic().signature(signature));
            ship(abroad(LONDON).signature(signature));
        }
        ship(domestic().addParcels(parcel("2"), parcel("3")).saturdayDelivery(true));
        ship(abroad(TORONTO).addParcels(parcel("2")));
        ship(abroad(LONDON).customs(documents()));
        ship(back(AUSTIN));
        ship(back(LONDON).service("65").customs(GOODS));
        BillingAccount other = BillingAccount.builder()
                .accountNumber("A1B2C3")
                .postalCode("30005")
                .country("US")
                .build();
        ship(domestic().payment(Payment.byThirdParty(other)));
        ship(domestic().payment(Payment.byRecipient(other)));
        ship(domestic().shipper(TORONTO));
        assertThat(refusal(() -> ship(domestic().parcels(List.of(parcel("151")))))
                        .carrier())
                .contains("ups");
    }

    @Override
    ShipmentRequest.Builder withOption(String name, String value) {
        Address withMail =
                Address.builder().from(LONDON).email("cleo@example.com").build();
        boolean forReturns = name.equals("ups_return_service");
        ShipmentRequest.Builder request =
                forReturns ? back(withMail).service("65").customs(GOODS) : abroad(BERLIN);
        return request.references(List.of(Reference.of("order4711")))
                .putOptions("ups_notification_email", "a@example.com")
                .putOptions(name, value);
    }

    /** A return label that UPS prints or sends by e-mail itself does not come with the answer. */
    @Override
    int labels(String option, String value) {
        return option.equals("ups_return_service") && Set.of("2", "8").contains(value) ? 0 : 1;
    }

    @Override
    void afterSale() {
        Shipment shipment = ship(domestic().addParcels(parcel("2"), parcel("3"), parcel("4")));
        List<String> numbers = shipment.parcels().stream()
                .map(parcel -> parcel.trackingNumber())
                .toList();
        for (LabelFormat format : List.of(LabelFormat.GIF, LabelFormat.PDF, LabelFormat.ZPL, LabelFormat.EPL)) {
            assertThat(client.shipments()
                            .recover(ShipmentQuery.builder()
                                    .from(ShipmentQuery.of(shipment))
                                    .label(LabelSpec.of(format))
                                    .build()))
                    .hasSize(1);
        }
        ship(domestic().references(List.of(Reference.of("unique-1"))));
        assertThat(client.shipments().recover(ShipmentQuery.byReference("ups", "unique-1")))
                .hasSize(1);
        assertThat(client.shipments().recover(ShipmentQuery.byReference("ups", "4712")))
                .hasSizeGreaterThan(1);
        assertThat(client.shipments().recover(ShipmentQuery.byReference("ups", "nobody-s")))
                .isEmpty();
        cancel(shipment, numbers.subList(1, 2));
        cancel(shipment, numbers.subList(1, 3));
        cancel(shipment, List.of());
        assertThat(refusal(() -> cancel(shipment, List.of())).carrierCode()).hasValue("190102");
    }

    @Override
    void addresses() {
        for (String line : List.of("350 Fifth Ave", "350 Fifth Avenue Apt 3", "Ambiguous St", "1 Nowhere")) {
            client.addresses()
                    .validate(Address.builder()
                            .from(NEW_YORK)
                            .lines(List.of(line))
                            .build());
        }
    }

    @Override
    void failures(int status) {
        Shipment shipment = ship(domestic());
        failing("ups", "rates", 1, status, () -> rates(domestic()));
        failing(
                "ups",
                "transit",
                1,
                status,
                () -> client.transitTimes(domestic().build()));
        failing("ups", "ship", 1, status, () -> ship(domestic()));
        failing("ups", "cancel", 1, status, () -> cancel(shipment, List.of()));
        failing("ups", "recover", 1, status, () -> client.shipments().recover(ShipmentQuery.of(shipment)));
        failing("ups", "address", 1, status, () -> client.addresses().validate(NEW_YORK));
    }
}
