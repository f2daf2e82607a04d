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
import static com.trackingmcp.verification.spec.UpsSaleSamples.documents;
import static com.trackingmcp.verification.spec.UpsSaleSamples.domestic;
import static com.trackingmcp.verification.spec.UpsSaleSamples.parcel;
import static org.assertj.core.api.Assertions.assertThat;

import com.trackingmcp.CachePolicy;
import com.trackingmcp.TrackingClient;
import com.trackingmcp.error.CarrierException;
import com.trackingmcp.model.Address;
import com.trackingmcp.model.BillingAccount;
import com.trackingmcp.model.CatalogOption;
import com.trackingmcp.model.LabelFormat;
import com.trackingmcp.model.LabelSpec;
import com.trackingmcp.model.Parcel;
import com.trackingmcp.model.Payment;
import com.trackingmcp.model.RateRequest;
import com.trackingmcp.model.Reference;
import com.trackingmcp.model.Shipment;
import com.trackingmcp.model.ShipmentQuery;
import com.trackingmcp.model.ShipmentRequest;
import com.trackingmcp.model.SignatureOption;
import com.trackingmcp.model.Weight;
import com.trackingmcp.spi.ConfigSource;
import com.trackingmcp.testkit.CarrierSandbox;
import com.trackingmcp.ups.UpsCarrierProvider;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** All that UPS is asked when shipments are priced, bought, voided and found again, against UPS's own descriptions. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class UpsSaleConformanceTest {
    /** The last one makes a door pause. */
    private static final List<Integer> FAILURES = List.of(400, 401, 403, 404, 500, 503, 429);

    private final TrackingClient client;
    private final CarrierSandbox sandbox = CarrierSandbox.start();
    private final RecordingProxy proxy;

    UpsSaleConformanceTest() throws Exception {
        proxy = RecordingProxy.before(sandbox.uri());
        client = TrackingClient.builder()
                .cache(CachePolicy.off())
                .providers(List.of(new UpsCarrierProvider()))
                .config(ConfigSource.of(sandbox.settings(proxy.root())))
                .clock(sandbox.clock())
                .retries(0, Duration.ofMillis(1))
                .build();
    }

    @Test
    void what_is_said_when_ups_sells_is_what_its_descriptions_allow() {
        Path specs = CarrierSpecs.folder();
        SpecConformance conformance = new SpecConformance(specs, UpsSaleDeviations.ALL);
        try (sandbox;
                proxy;
                client) {
            price();
            buy();
            options();
            afterSale();
            addresses();
            failures();
            assertThat(proxy.undescribed()).isEmpty();
            proxy.recorded().forEach(conformance::check);
        }
        System.out.println(conformance.conclude());
    }

    private void rates(ShipmentRequest.Builder request) {
        client.rates(RateRequest.of(request.build()));
    }

    private Optional<Shipment> ship(ShipmentRequest.Builder request) {
        try {
            return Optional.of(client.ship(request.build()));
        } catch (CarrierException refused) {
            return Optional.empty();
        }
    }

    private void price() {
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

    private void buy() {
        for (LabelFormat format : List.of(LabelFormat.GIF, LabelFormat.PNG, LabelFormat.ZPL, LabelFormat.EPL)) {
            assertThat(ship(domestic().label(LabelSpec.of(format)).idempotencyKey("key-" + format)))
                    .isPresent();
        }
        for (SignatureOption signature : SignatureOption.values()) {
            assertThat(ship(domestic().signature(signature))).isPresent();
            assertThat(ship(abroad(LONDON).signature(signature))).isPresent();
        }
        assertThat(ship(domestic().addParcels(parcel("2"), parcel("3")).saturdayDelivery(true)))
                .isPresent();
        assertThat(ship(abroad(TORONTO).addParcels(parcel("2")))).isPresent();
        assertThat(ship(abroad(LONDON).customs(documents()))).isPresent();
        assertThat(ship(back(AUSTIN))).isPresent();
        assertThat(ship(back(LONDON).service("65").customs(GOODS))).isPresent();
        BillingAccount other = BillingAccount.builder()
                .accountNumber("A1B2C3")
                .postalCode("30005")
                .country("US")
                .build();
        assertThat(ship(domestic().payment(Payment.byThirdParty(other)))).isPresent();
        assertThat(ship(domestic().payment(Payment.byRecipient(other)))).isPresent();
        assertThat(ship(domestic().shipper(TORONTO))).isPresent();
        assertThat(ship(domestic().parcels(List.of(parcel("151"))))).isEmpty();
    }

    /** Each option of the catalogue with each of its values: priced and ordered, be it sold or not. */
    private void options() {
        List<CatalogOption> options = client.carriers().stream()
                .filter(carrier -> carrier.carrier().equals("ups"))
                .findFirst()
                .orElseThrow()
                .catalog()
                .options();
        assertThat(options).isNotEmpty();
        Map<String, String> texts = Map.of(
                "ups_document_ids", "2026-02-10-00.15.33.207814",
                "ups_notification_email", "a@example.com, b@example.com",
                "ups_notifications", "7",
                "ups_restricted_articles", "seeds, plants");
        Address withMail =
                Address.builder().from(LONDON).email("cleo@example.com").build();
        for (CatalogOption option : options) {
            boolean flag = option.type() == CatalogOption.Type.FLAG;
            List<String> values = flag ? List.of("true") : option.values();
            for (String value : values.isEmpty() ? List.of(texts.get(option.name())) : values) {
                boolean forReturns = option.name().equals("ups_return_service");
                ShipmentRequest.Builder request =
                        forReturns ? back(withMail).service("65").customs(GOODS) : abroad(BERLIN);
                request.references(List.of(Reference.of("order4711")));
                request.putOptions("ups_notification_email", "a@example.com");
                request.putOptions(option.name(), value);
                rates(request);
                assertThat(ship(request)).as(option.name()).isPresent();
            }
        }
    }

    private void afterSale() {
        Shipment shipment = ship(domestic().addParcels(parcel("2"), parcel("3"), parcel("4")))
                .orElseThrow();
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
        cancel(shipment, List.of());
    }

    private void cancel(Shipment shipment, List<String> parcels) {
        try {
            client.shipments()
                    .cancel(ShipmentQuery.builder()
                            .from(ShipmentQuery.of(shipment))
                            .parcels(parcels)
                            .build());
        } catch (CarrierException refused) {
            assertThat(refused.carrierCode()).hasValue("190102");
        }
    }

    private void addresses() {
        for (String line : List.of("350 Fifth Ave", "350 Fifth Avenue Apt 3", "Ambiguous St", "1 Nowhere")) {
            client.addresses()
                    .validate(Address.builder()
                            .from(NEW_YORK)
                            .lines(List.of(line))
                            .build());
        }
    }

    private void failures() {
        Shipment shipment = ship(domestic()).orElseThrow();
        List<Runnable> calls = List.of(
                () -> rates(domestic()),
                () -> client.transitTimes(domestic().build()),
                () -> ship(domestic()),
                () -> client.shipments().cancel(ShipmentQuery.of(shipment)),
                () -> client.shipments().recover(ShipmentQuery.of(shipment)),
                () -> client.addresses().validate(NEW_YORK));
        for (int status : FAILURES) {
            for (Runnable call : calls) {
                sandbox.fail("ups").with(status).times(1);
                try {
                    call.run();
                } catch (CarrierException refused) {
                    assertThat(refused.httpStatus()).hasValue(status);
                }
                sandbox.clearFaults();
            }
        }
    }
}
