package com.trackingmcp.verification.ship;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.trackingmcp.BatchOptions;
import com.trackingmcp.ConnectedCarrier;
import com.trackingmcp.Labels;
import com.trackingmcp.Rates;
import com.trackingmcp.ShipmentPreview;
import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.FieldProblem;
import com.trackingmcp.model.Address;
import com.trackingmcp.model.AddressValidation;
import com.trackingmcp.model.BillingAccount;
import com.trackingmcp.model.Cancellation;
import com.trackingmcp.model.Catalog;
import com.trackingmcp.model.CatalogOption;
import com.trackingmcp.model.CatalogService;
import com.trackingmcp.model.Charge;
import com.trackingmcp.model.Document;
import com.trackingmcp.model.Money;
import com.trackingmcp.model.Outcome;
import com.trackingmcp.model.Parcel;
import com.trackingmcp.model.Payment;
import com.trackingmcp.model.Rate;
import com.trackingmcp.model.RateOrder;
import com.trackingmcp.model.RateRequest;
import com.trackingmcp.model.Reference;
import com.trackingmcp.model.Shipment;
import com.trackingmcp.model.ShipmentQuery;
import com.trackingmcp.model.ShipmentRequest;
import com.trackingmcp.model.ShippedParcel;
import com.trackingmcp.verification.ship.Orders.Kind;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a caller who knows one carrier takes for granted with the others: the same words for the same things. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OneVocabularyTest extends SalesBed {
    private static ShipmentRequest.Builder changed(String carrier) {
        return Orders.order(carrier, Kind.DOMESTIC);
    }

    /** The parcel across the Atlantic, of no carrier in particular. */
    private static ShipmentRequest abroad() {
        return Orders.order("fedex", Kind.INTERNATIONAL)
                .carrier(Optional.empty())
                .service(Optional.empty())
                .build();
    }

    @Test
    void prices_of_all_carriers_say_the_same_things_once_for_each_service() {
        Rates rates = client.rates(abroad());

        assertThat(rates.failures().keySet())
                .as("none of the Canadian carriers behind the gateway serves the lane")
                .allMatch(connection -> connection.startsWith("karrio:"));
        assertThat(rates.rates()).extracting(Rate::carrier).containsOnly("fedex", "ups", "dhl");
        assertThat(rates.rates())
                .extracting(rate -> rate.connection() + ' ' + rate.service())
                .doesNotHaveDuplicates();
        for (Rate rate : rates.rates()) {
            assertThat(rate.serviceName()).isPresent();
            assertThat(rate.total()).isEqualTo(rate.negotiatedPrice().orElseThrow());
            assertThat(rate.total().amount().scale()).isEqualTo(2);
            assertThat(rate.charges()).extracting(Charge::type).contains(Charge.Type.BASE, Charge.Type.FUEL);
            assertThat(rate.transitDays()).isPresent();
            assertThat(rate.delivery().orElseThrow().to()).isPresent();
            assertThat(rate.billingWeight()).isPresent();
        }
    }

    @Test
    void prices_are_narrowed_by_carrier_service_and_day_and_told_in_the_order_asked_for() {
        LocalDate friday = LocalDate.parse("2026-02-13");
        RateRequest some = RateRequest.builder()
                .shipment(abroad())
                .addCarriers("ups", "dhl")
                .addServices("65", "07", "P", "FEDEX_INTERNATIONAL_PRIORITY")
                .build();

        assertThat(client.rates(some).rates()).extracting(Rate::service).containsExactly("65", "07", "P");
        List<Rate> fastest = client.rates(RateRequest.builder()
                        .shipment(abroad())
                        .arriveBy(friday)
                        .order(RateOrder.FASTEST_FIRST)
                        .limit(4)
                        .build())
                .rates();
        assertThat(fastest)
                .hasSize(4)
                .allSatisfy(rate -> assertThat(rate.delivery()
                                .flatMap(window -> window.to())
                                .orElseThrow()
                                .date())
                        .isBeforeOrEqualTo(friday));
        assertThat(fastest.get(0).delivery().orElseThrow().to().orElseThrow()).hasToString("2026-02-12T09:00:00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fedex", "ups", "dhl"})
    void what_is_missing_is_told_by_the_same_paths(String carrier) {
        assertThatThrownBy(() ->
                        client.ship(ShipmentRequest.builder().carrier(carrier).build()))
                .isInstanceOfSatisfying(CarrierException.class, error -> {
                    assertThat(error.code()).isEqualTo(ErrorCode.MISSING_REQUIRED_FIELDS);
                    assertThat(error.fields())
                            .extracting(FieldProblem::path)
                            .contains("sender", "recipient", "parcels", "service");
                });
        refused(
                changed(carrier).addReferences(Reference.of(" ")).build(),
                ErrorCode.MISSING_REQUIRED_FIELDS,
                "references[0].value: is required");
        refused(
                changed(carrier)
                        .payment(Payment.builder()
                                .sender(BillingAccount.own())
                                .recipient(BillingAccount.builder()
                                        .accountNumber("test01")
                                        .postalCode("98101")
                                        .build())
                                .build())
                        .build(),
                ErrorCode.AMBIGUOUS_BILLING,
                "payment: names 2 payers");
        refused(
                changed(carrier).putOptions(carrier + "_nonsense", "true").build(),
                ErrorCode.MALFORMED_REQUEST,
                "is no known option; the nearest are " + carrier + "_");
        assertThat(sandbox.shipments(wire(carrier))).isEmpty();
    }

    private void refused(ShipmentRequest request, ErrorCode code, String words) {
        assertThatThrownBy(() -> client.ship(request)).isInstanceOfSatisfying(CarrierException.class, error -> {
            assertThat(error.code()).isEqualTo(code);
            assertThat(error).hasMessageContaining(words);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"fedex", "ups", "dhl"})
    void the_options_of_one_carrier_are_no_business_of_the_others(String carrier) {
        ShipmentRequest request = changed(carrier)
                .putOptions("fedex_inside_pickup", "false")
                .putOptions("ups_eu_de_minimis", "false")
                .putOptions("dhl_gogreen", "false")
                .build();

        assertThat(client.rates(request).failures()).isEmpty();
        assertThat(client.ship(request).trackingNumber()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({"fedex, USD", "ups, USD", "dhl, EUR"})
    void insurance_and_saturdays_are_parts_of_the_price(String carrier, String currency) {
        Parcel parcel = changed(carrier).build().parcels().get(0);
        ShipmentRequest plain = changed(carrier).build();
        ShipmentRequest more = changed(carrier)
                .saturdayDelivery(true)
                .parcels(List.of(Parcel.builder()
                        .from(parcel)
                        .declaredValue(Money.of("1000", currency))
                        .build()))
                .build();

        Rate cheap = client.rates(plain).best().orElseThrow();
        Rate dear = client.rates(more).best().orElseThrow();
        Shipment shipment = client.ship(dear, more);

        assertThat(dear.total().amount()).isGreaterThan(cheap.total().amount());
        assertThat(dear.charges())
                .extracting(Charge::type)
                .contains(Charge.Type.INSURANCE, Charge.Type.SURCHARGE)
                .doesNotContain(Charge.Type.DUTY);
        assertThat(shipment.price()).contains(dear.total());
        assertThat(shipment.created()).contains(sandbox.clock().instant());
    }

    @ParameterizedTest
    @CsvSource({"fedex, COUNTRY.POSTALCODE.INVALID, ACCOUNT.NUMBER.MISMATCH", "ups, 120207, 120100", "dhl, , 8007"})
    void a_bad_postal_code_and_another_account_are_refused_in_the_carrier_s_words(
            String carrier, String badPostalCode, String badAccount) {
        Address recipient = changed(carrier).build().recipient().orElseThrow();
        refused(
                changed(carrier)
                        .recipient(Address.builder()
                                .from(recipient)
                                .postalCode("00000")
                                .build())
                        .build(),
                badPostalCode);
        refused(
                changed(carrier)
                        .payment(Payment.builder()
                                .sender(BillingAccount.of("999999"))
                                .build())
                        .build(),
                badAccount);
        assertThat(sandbox.shipments(wire(carrier))).isEmpty();
    }

    private void refused(ShipmentRequest request, String carrierCode) {
        assertThatThrownBy(() -> client.ship(request)).isInstanceOfSatisfying(CarrierException.class, error -> {
            assertThat(error.code()).isEqualTo(ErrorCode.REQUEST_REFUSED);
            assertThat(error.carrierCode()).isEqualTo(Optional.ofNullable(carrierCode));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"fedex", "ups"})
    void a_parcel_is_cancelled_without_the_others_and_once_only(String carrier) {
        Shipment shipment =
                client.ship(Orders.order(carrier, Kind.SEVERAL_PARCELS).build());
        String second = shipment.parcels().get(1).trackingNumber();
        ShipmentQuery query = ShipmentQuery.builder()
                .from(ShipmentQuery.of(shipment))
                .addParcels(second)
                .build();

        Cancellation cancellation = client.shipments().cancel(query);

        assertThat(cancellation.cancelled()).isTrue();
        assertThat(cancellation.cancelledParcels()).containsExactly(second);
        assertThat(sandbox.shipments(carrier).get(0).cancelled()).containsExactly(second);
        assertThatThrownBy(() -> client.shipments().cancel(query))
                .isInstanceOfSatisfying(
                        CarrierException.class,
                        error -> assertThat(error.code()).isEqualTo(ErrorCode.SHIPMENT_NOT_CANCELLED));
    }

    @ParameterizedTest
    @CsvSource({"fedex, false", "ups, true", "dhl, false"})
    void a_shipment_is_found_by_its_reference_with_its_labels_where_the_carrier_keeps_them(
            String carrier, boolean withLabels) {
        Shipment bought = client.ship(Orders.order(carrier, Kind.SEVERAL_PARCELS)
                .addReferences(Reference.of("order-4711"))
                .build());

        List<Shipment> found = client.shipments().recover(ShipmentQuery.byReference(carrier, "order-4711"));

        assertThat(found).singleElement().satisfies(shipment -> {
            assertThat(shipment.id()).isEqualTo(bought.id());
            assertThat(shipment.trackingNumber()).isEqualTo(bought.trackingNumber());
            assertThat(shipment.parcels())
                    .extracting(ShippedParcel::trackingNumber)
                    .containsExactlyElementsOf(bought.parcels().stream()
                            .map(ShippedParcel::trackingNumber)
                            .toList());
            assertThat(shipment.labels().isEmpty()).isNotEqualTo(withLabels);
        });
        assertThat(client.shipments().recover(ShipmentQuery.byReference(carrier, "order-4712")))
                .isEmpty();
    }

    @Test
    void rows_of_all_carriers_are_previewed_bought_and_printed_as_one_document() throws IOException {
        List<ShipmentRequest> rows = List.of(
                changed("fedex").build(),
                changed("dhl").recipient(Optional.empty()).build(),
                changed("ups").build(),
                changed("ups").carrier("ontrac").build(),
                changed("dhl").build());

        List<ShipmentPreview> previews = client.previewAll(rows);
        assertThat(sandbox.shipments("fedex")).isEmpty();
        List<BatchOptions.Progress> told = new ArrayList<>();
        List<Outcome<Shipment>> outcomes =
                client.shipAll(rows, BatchOptions.standard().progress(told::add));

        assertThat(previews).extracting(ShipmentPreview::isComplete).containsExactly(true, false, true, false, true);
        assertThat(previews.get(1).problems()).extracting(FieldProblem::path).contains("recipient");
        assertThat(previews.get(3).problems()).extracting(FieldProblem::path).containsExactly("carrier");
        assertThat(previews.get(4).rates().rates()).hasSize(1);
        assertThat(outcomes).extracting(Outcome::isSuccess).containsExactly(true, false, true, false, true);
        assertThat(told).last().isEqualTo(new BatchOptions.Progress(5, 3, 2));
        List<Document> labels = outcomes.stream()
                .flatMap(outcome -> outcome.value().stream())
                .flatMap(shipment -> shipment.labels().stream())
                .toList();
        try (PDDocument merged = Loader.loadPDF(Labels.merge(labels))) {
            assertThat(merged.getNumberOfPages()).isEqualTo(3);
        }
    }

    @ParameterizedTest
    @CsvSource({"fedex, CORRECTED, COMMERCIAL", "ups, CORRECTED, COMMERCIAL", "dhl, SERVICEABLE, UNKNOWN"})
    void an_address_is_judged_with_its_candidates_and_who_is_there(
            String carrier, AddressValidation.Verdict verdict, AddressValidation.Classification classification) {
        Address address = changed(carrier).build().recipient().orElseThrow();
        AddressValidation validation = client.addresses().validate(carrier, address);

        assertThat(validation.verdict()).isEqualTo(verdict);
        assertThat(validation.classification()).isEqualTo(classification);
        assertThat(validation.candidates()).isNotEmpty();
        assertThat(validation.corrections().isEmpty()).isNotEqualTo(verdict == AddressValidation.Verdict.CORRECTED);
    }

    @Test
    void who_validates_addresses_but_no_postal_codes_alone_says_so() {
        Address address = changed("ups").build().recipient().orElseThrow();
        assertThatThrownBy(() -> client.addresses().validatePostalCode("ups", address))
                .hasMessageContaining("ups does not offer postal code validation; carriers that do: dhl, fedex");
        assertThat(client.addresses().validatePostalCode(address).verdict())
                .isEqualTo(AddressValidation.Verdict.SERVICEABLE);
    }

    @Test
    void each_catalogue_names_services_options_and_packagings_and_its_limits() {
        List<ConnectedCarrier> direct = client.carriers().stream()
                .filter(connected -> !connected.connection().startsWith("karrio"))
                .toList();
        assertThat(direct).hasSize(3).allSatisfy(connected -> {
            Catalog catalog = connected.catalog();
            String prefix = connected.carrier() + '_';
            assertThat(catalog.services()).extracting(CatalogService::name).doesNotContain("");
            assertThat(catalog.options()).extracting(CatalogOption::name).allMatch(name -> name.startsWith(prefix));
            assertThat(catalog.options()).extracting(CatalogOption::title).doesNotContain("");
            assertThat(catalog.packagings()).isNotEmpty();
            assertThat(catalog.labelStocks()).isNotEmpty();
            assertThat(catalog.maxParcels()).isPresent();
        });
    }
}
