package com.trackingmcp.fedex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.FieldProblem;
import com.trackingmcp.error.InvalidRequestException;
import com.trackingmcp.model.Address;
import com.trackingmcp.model.Charge;
import com.trackingmcp.model.Document;
import com.trackingmcp.model.LabelFormat;
import com.trackingmcp.model.LabelSpec;
import com.trackingmcp.model.Money;
import com.trackingmcp.model.Parcel;
import com.trackingmcp.model.Rate;
import com.trackingmcp.model.RateRequest;
import com.trackingmcp.model.Reference;
import com.trackingmcp.model.Shipment;
import com.trackingmcp.model.ShipmentRequest;
import com.trackingmcp.model.ShippedParcel;
import com.trackingmcp.model.SignatureOption;
import com.trackingmcp.model.TrackingStatus;
import com.trackingmcp.model.Weight;
import com.trackingmcp.testkit.SandboxShipment;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Labels bought from FedEx, against a sandbox that sells them. */
class FedexShippingTest {
    private final FedexBed bed = new FedexBed();

    @AfterEach
    void stop() {
        bed.close();
    }

    private static String text(Document document) {
        return new String(document.content().orElseThrow(), StandardCharsets.ISO_8859_1);
    }

    @Test
    void one_parcel_within_the_country_is_one_label_with_its_number_on_it() {
        Shipment shipment = bed.client.ship(FedexOrders.domestic());

        assertThat(shipment.carrier()).isEqualTo("fedex");
        assertThat(shipment.connection()).isEqualTo("fedex");
        assertThat(shipment.trackingNumber()).isEqualTo(shipment.id());
        assertThat(shipment.service()).contains("FEDEX_2_DAY");
        assertThat(shipment.serviceName()).contains("FedEx 2Day®");
        assertThat(shipment.created()).contains(bed.sandbox.clock().instant());
        assertThat(shipment.references()).containsExactly(Reference.of("ORDER-7"));
        assertThat(shipment.details()).containsEntry("form_id", "0201");
        assertThat(shipment.delivery().orElseThrow().date()).contains(LocalDate.parse("2026-02-12"));
        assertThat(shipment.labels()).singleElement().satisfies(label -> {
            assertThat(label.mediaType()).contains("application/pdf");
            assertThat(label.format()).contains(LabelFormat.PDF);
            assertThat(label.pageFormat()).contains("PAPER_4X6");
            assertThat(text(label)).startsWith("%PDF").contains(shipment.trackingNumber());
        });
        assertThat(bed.client.track(shipment.trackingNumber()).status()).isEqualTo(TrackingStatus.LABEL_CREATED);
    }

    @Test
    void the_price_is_the_account_s_with_what_it_is_made_of() {
        Shipment shipment = bed.client.ship(FedexOrders.domestic());
        Rate quoted =
                bed.client.rates(RateRequest.of(FedexOrders.domestic())).best().orElseThrow();

        assertThat(shipment.price()).contains(quoted.total());
        assertThat(shipment.charges())
                .extracting(Charge::type)
                .containsExactly(Charge.Type.BASE, Charge.Type.FUEL, Charge.Type.DISCOUNT);
    }

    @ParameterizedTest
    @CsvSource({
        "PDF, PAPER_4X6, application/pdf, %PDF",
        "PNG, PAPER_4X6, image/png, \u0089PNG",
        "ZPL, STOCK_4X6, application/zpl, ^XA",
        "EPL, STOCK_4X6, application/epl, N"
    })
    void a_label_comes_in_the_format_asked_for(LabelFormat format, String stock, String mediaType, String start) {
        ShipmentRequest request =
                FedexOrders.domesticBut().label(LabelSpec.of(format)).build();

        Document label = bed.client.ship(request).labels().get(0);

        assertThat(label.format()).contains(format);
        assertThat(label.pageFormat()).contains(stock);
        assertThat(label.mediaType()).contains(mediaType);
        assertThat(text(label)).startsWith(start);
    }

    @Test
    void a_parcel_across_the_border_has_its_commercial_invoice() {
        Shipment shipment = bed.client.ship(FedexOrders.international());

        assertThat(shipment.labels()).hasSize(1);
        assertThat(shipment.documents()).singleElement().satisfies(paper -> {
            assertThat(paper.kind()).isEqualTo(Document.COMMERCIAL_INVOICE);
            assertThat(text(paper)).startsWith("%PDF");
        });
    }

    @Test
    void several_parcels_are_one_call_with_a_number_and_a_label_each() {
        ShipmentRequest request = FedexOrders.domesticBut()
                .addParcels(Parcel.builder()
                        .from(FedexOrders.parcel())
                        .addReferences(Reference.of("BOX-2"))
                        .build())
                .addParcels(FedexOrders.parcel())
                .build();

        Shipment shipment = bed.client.ship(request);

        assertThat(shipment.parcels()).hasSize(3);
        assertThat(shipment.parcels()).extracting(ShippedParcel::trackingNumber).doesNotHaveDuplicates();
        assertThat(shipment.parcels())
                .allSatisfy(parcel -> assertThat(parcel.documents())
                        .singleElement()
                        .satisfies(label -> assertThat(text(label)).contains(parcel.trackingNumber())));
        assertThat(shipment.parcels().get(1).references()).containsExactly(Reference.of("BOX-2"));
        assertThat(bed.sandbox.shipments("fedex"))
                .singleElement()
                .satisfies(sold -> assertThat(sold.numbers()).hasSize(3));
        assertThat(bed.sandbox.callsWithoutTokens("fedex")).hasSize(1);
    }

    @Test
    void a_return_is_a_label_for_who_has_the_parcel_now() {
        Shipment shipment = bed.client.ship(FedexOrders.returned());

        assertThat(shipment.labels()).hasSize(1);
        assertThat(shipment.service()).contains("FEDEX_GROUND");
    }

    @ParameterizedTest
    @EnumSource(value = SignatureOption.class, names = "SERVICE_DEFAULT", mode = EnumSource.Mode.EXCLUDE)
    void a_signature_can_be_asked_for(SignatureOption signature) {
        Shipment shipment =
                bed.client.ship(FedexOrders.domesticBut().signature(signature).build());

        assertThat(shipment.charges())
                .extracting(Charge::code)
                .filteredOn(code -> code.filter("SIGNATURE_OPTION"::equals).isPresent())
                .hasSize(signature == SignatureOption.NONE ? 0 : 1);
    }

    @Test
    void what_is_delivered_on_a_saturday_costs_more() {
        Shipment shipment = bed.client.ship(FedexOrders.domesticBut()
                .shipDate(LocalDate.parse("2026-02-12"))
                .saturdayDelivery(true)
                .build());

        assertThat(shipment.delivery().orElseThrow().date()).contains(LocalDate.parse("2026-02-14"));
        assertThat(shipment.charges())
                .extracting(charge -> charge.code().orElse(""))
                .contains("SATURDAY_DELIVERY");
    }

    @Test
    void a_declared_value_is_told_as_insurance() {
        Parcel dear = Parcel.builder()
                .from(FedexOrders.parcel())
                .declaredValue(Money.of("250.00", "USD"))
                .build();
        Shipment shipment =
                bed.client.ship(FedexOrders.domesticBut().parcels(List.of(dear)).build());

        assertThat(shipment.charges())
                .filteredOn(charge -> charge.type() == Charge.Type.INSURANCE)
                .singleElement()
                .satisfies(charge -> assertThat(charge.amount()).isEqualTo(Money.of("3.60", "USD")));
    }

    @Test
    void exactly_the_quoted_service_is_bought() {
        ShipmentRequest request = FedexOrders.domestic();
        Rate rate = bed.client
                .rates(RateRequest.builder()
                        .shipment(ShipmentRequest.builder()
                                .from(request)
                                .service(Optional.empty())
                                .build())
                        .addServices("PRIORITY_OVERNIGHT")
                        .build())
                .best()
                .orElseThrow();

        Shipment shipment = bed.client.ship(rate, request);

        assertThat(shipment.service()).contains("PRIORITY_OVERNIGHT");
        assertThat(shipment.price()).contains(rate.total());
    }

    @Test
    void what_was_bought_under_a_name_is_not_bought_again() {
        ShipmentRequest request =
                FedexOrders.domesticBut().idempotencyKey("sale-12").build();
        Shipment first = bed.client.ship(request);

        assertThat(first.idempotencyKey()).contains("sale-12");
        assertThatThrownBy(() -> bed.client.ship(request))
                .isInstanceOfSatisfying(
                        CarrierException.class,
                        error -> assertThat(error.code()).isEqualTo(ErrorCode.ALREADY_REQUESTED));
        assertThat(bed.sandbox.shipments("fedex"))
                .extracting(SandboxShipment::id)
                .containsExactly(first.id());
    }

    @Test
    void a_token_that_grew_old_costs_no_second_label() {
        bed.client.ship(FedexOrders.domestic());
        bed.sandbox.expireTokens("fedex");

        Shipment second = bed.client.ship(FedexOrders.domestic());

        assertThat(bed.sandbox.shipments("fedex"))
                .hasSize(2)
                .element(1)
                .satisfies(sold -> assertThat(sold.id()).isEqualTo(second.id()));
    }

    @Test
    void everything_that_is_missing_or_wrong_is_told_at_once_and_nothing_is_sent() {
        ShipmentRequest request = FedexOrders.domesticBut()
                .sender(Address.builder()
                        .from(FedexOrders.memphis())
                        .phone("12345")
                        .addLines("x".repeat(36), "a fourth line")
                        .build())
                .recipient(Address.builder()
                        .from(FedexOrders.denver())
                        .phone(Optional.empty())
                        .postalCode(Optional.empty())
                        .stateOrProvince("Colorado")
                        .build())
                .addParcels(Parcel.builder()
                        .weight(Weight.of("151", Weight.Unit.LB))
                        .packaging("FEDEX_PAK")
                        .build())
                .addReferences(Reference.of("x".repeat(41)))
                .label(LabelSpec.builder().stock("STOCK_4X6").dpi(300).build())
                .shipDate(LocalDate.parse("2026-02-01"))
                .putOptions("fedex_one_rat", "true")
                .putOptions("fedex_rma_reason", "too small")
                .build();

        assertThatThrownBy(() -> bed.client.ship(request))
                .isInstanceOfSatisfying(
                        InvalidRequestException.class,
                        error -> assertThat(error.details().fields())
                                .extracting(FieldProblem::path)
                                .containsExactlyInAnyOrder(
                                        "sender.lines",
                                        "sender.lines[2]",
                                        "sender.phone",
                                        "recipient.postal_code",
                                        "recipient.phone",
                                        "recipient.state_or_province",
                                        "parcels[1].packaging",
                                        "parcels[1].weight",
                                        "references[1].value",
                                        "label.stock",
                                        "label.dpi",
                                        "ship_date",
                                        "options.fedex_one_rat",
                                        "options.fedex_rma_reason"));
        assertThat(bed.sandbox.calls("fedex")).isEmpty();
    }

    @Test
    void a_picture_fedex_does_not_print_is_refused_before_anything_is_sent() {
        ShipmentRequest request =
                FedexOrders.domesticBut().label(LabelSpec.of(LabelFormat.GIF)).build();

        assertThatThrownBy(() -> bed.client.ship(request))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("pdf, png, zpl, epl");
    }

    @Test
    void ltl_freight_and_more_parcels_than_fedex_takes_are_refused() {
        ShipmentRequest request = ShipmentRequest.builder()
                .from(FedexOrders.ofParcels(31))
                .service("FEDEX_FREIGHT_ECONOMY")
                .build();

        assertThatThrownBy(() -> bed.client.ship(request))
                .isInstanceOfSatisfying(
                        InvalidRequestException.class,
                        error -> assertThat(error.details().fields())
                                .extracting(FieldProblem::path)
                                .containsExactlyInAnyOrder("parcels", "service"));
    }

    @Test
    void a_ground_reference_is_shorter_than_an_express_one() {
        ShipmentRequest.Builder request = FedexOrders.domesticBut().references(List.of(Reference.of("x".repeat(40))));

        assertThat(bed.client.ship(request.build()).labels()).hasSize(1);
        assertThatThrownBy(() ->
                        bed.client.ship(request.service("GROUND_HOME_DELIVERY").build()))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("references[0].value");
    }

    @Test
    void smart_post_needs_its_hub_and_class_of_mail() {
        ShipmentRequest.Builder request = FedexOrders.domesticBut().service("SMART_POST");

        assertThatThrownBy(() -> bed.client.ship(request.build()))
                .isInstanceOfSatisfying(
                        InvalidRequestException.class,
                        error -> assertThat(error.details().fields())
                                .extracting(FieldProblem::path)
                                .containsExactly(
                                        "options.fedex_smart_post_hub_id", "options.fedex_smart_post_indicia"));
        assertThat(bed.client
                        .ship(request.putOptions("fedex_smart_post_hub_id", "5531")
                                .putOptions("fedex_smart_post_indicia", "PARCEL_SELECT")
                                .build())
                        .service())
                .contains("SMART_POST");
    }

    @Test
    void all_that_fedex_refuses_at_once_is_told() {
        ShipmentRequest request = FedexOrders.domesticBut()
                .sender(Address.builder()
                        .from(FedexOrders.memphis())
                        .postalCode("00000")
                        .build())
                .recipient(Address.builder()
                        .from(FedexOrders.munich())
                        .country("AQ")
                        .build())
                .customs(FedexOrders.customs())
                .build();

        assertThatThrownBy(() -> bed.client.ship(request)).isInstanceOfSatisfying(CarrierException.class, error -> {
            assertThat(error.code()).isEqualTo(ErrorCode.REQUEST_REFUSED);
            assertThat(error.carrierCode()).contains("COUNTRY.POSTALCODE.INVALID");
            assertThat(error.details().fields())
                    .extracting(FieldProblem::path)
                    .containsExactly("COUNTRY.POSTALCODE.INVALID", "RATE.LOCATION.NOSERVICE");
            assertThat(error.retryable()).isFalse();
        });
        assertThat(bed.sandbox.shipments("fedex")).isEmpty();
    }

    @Test
    void a_service_that_does_not_go_there_is_refused_with_fedex_s_code() {
        assertThatThrownBy(() -> bed.client.ship(FedexOrders.domesticBut()
                        .service("INTERNATIONAL_ECONOMY")
                        .build()))
                .isInstanceOfSatisfying(
                        CarrierException.class,
                        error -> assertThat(error.carrierCode()).contains("SERVICE.PACKAGECOMBINATION.INVALID"));
    }
}
