package com.trackingmcp.fedex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.FieldProblem;
import com.trackingmcp.error.OutcomeUnknownException;
import com.trackingmcp.model.Alert;
import com.trackingmcp.model.Cancellation;
import com.trackingmcp.model.Reference;
import com.trackingmcp.model.Shipment;
import com.trackingmcp.model.ShipmentQuery;
import com.trackingmcp.model.ShippedParcel;
import com.trackingmcp.model.TrackingStatus;
import com.trackingmcp.testkit.SandboxCall;
import com.trackingmcp.testkit.SandboxFault;
import com.trackingmcp.testkit.SandboxShipment;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What was bought is taken back once, and found again where the answer was lost. */
class FedexAfterSaleTest {
    private final FedexBed bed = new FedexBed();

    @AfterEach
    void stop() {
        bed.close();
    }

    /** Ways to lose the answer to something that FedEx did. */
    private enum Loss {
        NO_ANSWER(SandboxFault::withLostAnswer),
        HALF_AN_ANSWER(SandboxFault::withCutBody);

        final Consumer<SandboxFault> way;

        Loss(Consumer<SandboxFault> way) {
            this.way = way;
        }
    }

    private void lose(Loss loss, String operation) {
        SandboxFault fault = bed.sandbox.fail("fedex").on(operation);
        loss.way.accept(fault);
        fault.times(1);
    }

    private List<String> sent(String operation) {
        return bed.sandbox.callsWithoutTokens("fedex").stream()
                .map(SandboxCall::operation)
                .filter(operation::equals)
                .toList();
    }

    private SandboxShipment sold() {
        return bed.sandbox.shipments("fedex").get(0);
    }

    private static List<String> numbers(Shipment shipment) {
        return shipment.parcels().stream().map(ShippedParcel::trackingNumber).toList();
    }

    private static ShipmentQuery parcels(Shipment shipment, List<String> numbers) {
        return ShipmentQuery.builder()
                .from(ShipmentQuery.of(shipment))
                .parcels(numbers)
                .build();
    }

    @Test
    void a_shipment_is_taken_back_with_all_its_parcels() {
        Shipment shipment = bed.client.ship(FedexOrders.ofParcels(3));

        Cancellation cancellation = bed.client.shipments().cancel(shipment);

        assertThat(cancellation.cancelled()).isTrue();
        assertThat(cancellation.id()).isEqualTo(shipment.id());
        assertThat(cancellation.carrierText()).contains("Shipment is successfully cancelled");
        assertThat(sold().cancelled()).containsExactlyElementsOf(numbers(shipment));
        assertThat(sent("cancel")).hasSize(1);
        assertThat(bed.client.track(shipment.trackingNumber()).status()).isEqualTo(TrackingStatus.CANCELLED);
    }

    @Test
    void a_shipment_is_taken_back_once() {
        Shipment shipment = bed.client.ship(FedexOrders.domestic());
        bed.client.shipments().cancel(shipment);

        CarrierException again = catchThrowableOfType(
                CarrierException.class, () -> bed.client.shipments().cancel(shipment));

        assertThat(again.code()).isEqualTo(ErrorCode.SHIPMENT_NOT_CANCELLED);
        assertThat(again).hasMessageContaining("the shipment is not open any more");
        assertThat(again.details().subject()).contains(shipment.id());
        assertThat(again.httpStatus()).hasValue(200);
        assertThat(again.requestId()).isPresent();
        assertThat(again.retryable()).isFalse();
    }

    @Test
    void single_parcels_are_taken_back_with_a_call_each() {
        Shipment shipment = bed.client.ship(FedexOrders.ofParcels(3));
        List<String> two = numbers(shipment).subList(1, 3);

        Cancellation cancellation = bed.client.shipments().cancel(parcels(shipment, two));

        assertThat(cancellation.cancelled()).isTrue();
        assertThat(cancellation.cancelledParcels()).containsExactlyElementsOf(two);
        assertThat(cancellation.keptParcels()).isEmpty();
        assertThat(sold().cancelled()).containsExactlyElementsOf(two);
        assertThat(sent("cancel")).hasSize(2);
    }

    @Test
    void of_several_parcels_some_may_be_refused_and_are_told_apart() {
        Shipment shipment = bed.client.ship(FedexOrders.ofParcels(3));
        List<String> numbers = numbers(shipment);
        bed.client.shipments().cancel(parcels(shipment, numbers.subList(0, 1)));

        Cancellation cancellation = bed.client.shipments().cancel(parcels(shipment, numbers.subList(0, 2)));

        assertThat(cancellation.cancelled()).isFalse();
        assertThat(cancellation.cancelledParcels()).containsExactly(numbers.get(1));
        assertThat(cancellation.keptParcels()).containsExactly(numbers.get(0));
        assertThat(cancellation.carrierText().orElseThrow()).contains("not open any more");
    }

    @Test
    void nothing_more_is_sent_once_the_fate_of_one_parcel_is_not_known() {
        Shipment shipment = bed.client.ship(FedexOrders.ofParcels(3));
        List<String> numbers = numbers(shipment);
        bed.sandbox.fail("fedex").about(numbers.get(1)).withLostAnswer().times(1);

        CarrierException error = catchThrowableOfType(
                CarrierException.class, () -> bed.client.shipments().cancel(parcels(shipment, numbers)));

        assertThat(error).isInstanceOf(OutcomeUnknownException.class);
        assertThat(error.reference()).contains(numbers.get(1));
        assertThat(error.fields()).containsExactly(new FieldProblem("parcels[0]", "is cancelled"));
        assertThat(sold().cancelled()).containsExactly(numbers.get(0), numbers.get(1));
        assertThat(sent("cancel")).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(Loss.class)
    void a_cancellation_whose_answer_is_lost_is_sent_once_and_its_outcome_unknown(Loss loss) {
        Shipment shipment = bed.client.ship(FedexOrders.domestic());
        lose(loss, "cancel");

        CarrierException error = catchThrowableOfType(
                CarrierException.class, () -> bed.client.shipments().cancel(shipment));

        assertThat(error).isInstanceOf(OutcomeUnknownException.class);
        assertThat(error.reference()).contains(shipment.id());
        assertThat(sent("cancel")).hasSize(1);
        assertThat(bed.client.shipments().recover(ShipmentQuery.of(shipment)))
                .singleElement()
                .satisfies(found -> assertThat(found.alerts())
                        .extracting(Alert::text)
                        .containsExactly("The shipment was cancelled"));
    }

    @Test
    void nothing_is_cancelled_by_a_reference() {
        bed.client.ship(FedexOrders.domestic());

        CarrierException error = catchThrowableOfType(
                CarrierException.class,
                () -> bed.client.shipments().cancel(ShipmentQuery.byReference("fedex", "ORDER-7")));

        assertThat(error.code()).isEqualTo(ErrorCode.MISSING_REQUIRED_FIELDS);
        assertThat(error.fields()).extracting(FieldProblem::path).containsExactly("id");
        assertThat(sent("cancel")).isEmpty();
    }

    @Test
    void a_number_fedex_did_not_sell_is_not_cancelled() {
        CarrierException error = catchThrowableOfType(
                CarrierException.class, () -> bed.client.shipments().cancel(ShipmentQuery.of("fedex", "794953555571")));

        assertThat(error.code()).isEqualTo(ErrorCode.SHIPMENT_NOT_CANCELLED);
        assertThat(error.carrierCode()).contains("TRACKINGNUMBER.ENTERED.INVALID");
    }

    @ParameterizedTest
    @EnumSource(Loss.class)
    void a_purchase_whose_answer_is_lost_is_sent_once_and_found_by_its_reference(Loss loss) {
        lose(loss, "ship");

        CarrierException error =
                catchThrowableOfType(CarrierException.class, () -> bed.client.ship(FedexOrders.ofParcels(2)));

        assertThat(error).isInstanceOf(OutcomeUnknownException.class);
        assertThat(error.reference()).contains("ORDER-7");
        assertThat(error.retryable()).isFalse();
        assertThat(sent("ship")).hasSize(1);
        assertThat(bed.client.shipments().recover(ShipmentQuery.byReference("fedex", "ORDER-7")))
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.id()).isEqualTo(sold().id());
                    assertThat(found.connection()).isEqualTo("fedex");
                    assertThat(numbers(found)).containsExactlyElementsOf(sold().numbers());
                    assertThat(found.references()).extracting(Reference::value).contains("ORDER-7");
                    assertThat(found.labels()).isEmpty();
                    assertThat(found.alerts()).isEmpty();
                });
    }

    @Test
    void what_was_recovered_can_be_cancelled() {
        lose(Loss.NO_ANSWER, "ship");
        catchThrowableOfType(CarrierException.class, () -> bed.client.ship(FedexOrders.ofParcels(2)));

        Shipment found = bed.client
                .shipments()
                .recover(ShipmentQuery.byReference("fedex", "ORDER-7"))
                .get(0);

        assertThat(bed.client.shipments().cancel(found).cancelled()).isTrue();
        assertThat(sold().cancelled()).hasSize(2);
    }

    @Test
    void a_purchase_that_never_arrived_is_not_found() {
        bed.sandbox.fail("fedex").on("ship").withDroppedConnection().times(1);

        CarrierException error =
                catchThrowableOfType(CarrierException.class, () -> bed.client.ship(FedexOrders.domestic()));

        assertThat(error).isInstanceOf(OutcomeUnknownException.class);
        assertThat(sent("ship")).hasSize(1);
        assertThat(bed.client.shipments().recover(ShipmentQuery.byReference("fedex", "ORDER-7")))
                .isEmpty();
        assertThat(bed.sandbox.shipments("fedex")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503})
    void a_server_that_breaks_during_a_purchase_may_have_sold(int status) {
        bed.sandbox.fail("fedex").on("ship").with(status).times(1);

        CarrierException error =
                catchThrowableOfType(CarrierException.class, () -> bed.client.ship(FedexOrders.domestic()));

        assertThat(error).isInstanceOf(OutcomeUnknownException.class);
        assertThat(error.reference()).contains("ORDER-7");
        assertThat(error.httpStatus()).hasValue(status);
        assertThat(sent("ship")).hasSize(1);
    }

    @Test
    void a_purchase_without_a_reference_is_given_one_to_be_found_by() {
        lose(Loss.NO_ANSWER, "ship");

        CarrierException error = catchThrowableOfType(
                CarrierException.class,
                () -> bed.client.ship(
                        FedexOrders.domesticBut().references(List.of()).build()));

        String reference = error.reference().orElseThrow();
        assertThat(sold().references()).containsExactly(reference);
        assertThat(bed.client.shipments().recover(ShipmentQuery.byReference("fedex", reference)))
                .hasSize(1);
    }

    @Test
    void the_number_of_any_parcel_finds_the_whole_shipment() {
        Shipment shipment = bed.client.ship(FedexOrders.ofParcels(3));
        ShipmentQuery last = ShipmentQuery.of("fedex", numbers(shipment).get(2));

        assertThat(bed.client.shipments().recover(last)).singleElement().satisfies(found -> {
            assertThat(found.id()).isEqualTo(shipment.id());
            assertThat(numbers(found)).containsExactlyElementsOf(numbers(shipment));
        });
    }

    @Test
    void shipments_with_one_reference_are_told_apart() {
        Shipment one = bed.client.ship(FedexOrders.domestic());
        Shipment other = bed.client.ship(FedexOrders.ofParcels(2));

        assertThat(bed.client.shipments().recover(ShipmentQuery.byReference("fedex", "ORDER-7")))
                .extracting(Shipment::id)
                .containsExactlyInAnyOrder(one.id(), other.id());
    }

    @Test
    void an_unknown_number_finds_nothing() {
        assertThat(bed.client.shipments().recover(ShipmentQuery.of("fedex", "794953555571")))
                .isEmpty();
    }

    @Test
    void a_shipment_some_of_whose_parcels_were_cancelled_is_not_told_as_cancelled() {
        Shipment shipment = bed.client.ship(FedexOrders.ofParcels(2));
        bed.client.shipments().cancel(parcels(shipment, numbers(shipment).subList(0, 1)));

        assertThat(bed.client.shipments().recover(ShipmentQuery.of(shipment)))
                .singleElement()
                .satisfies(found -> assertThat(found.alerts())
                        .extracting(Alert::text)
                        .doesNotContain("The shipment was cancelled"));
    }
}
