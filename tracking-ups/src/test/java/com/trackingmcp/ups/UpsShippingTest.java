package com.trackingmcp.ups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.trackingmcp.TrackingClient;
import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.InvalidRequestException;
import com.trackingmcp.error.OutcomeUnknownException;
import com.trackingmcp.model.Address;
import com.trackingmcp.model.Cancellation;
import com.trackingmcp.model.Document;
import com.trackingmcp.model.LabelFormat;
import com.trackingmcp.model.LabelSpec;
import com.trackingmcp.model.Money;
import com.trackingmcp.model.Rate;
import com.trackingmcp.model.Shipment;
import com.trackingmcp.model.ShipmentQuery;
import com.trackingmcp.model.ShippedParcel;
import com.trackingmcp.model.TrackingStatus;
import com.trackingmcp.testkit.SandboxCall;
import com.trackingmcp.testkit.SandboxShipment;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class UpsShippingTest extends UpsSaleBed {
    private static byte[] bytes(Document document) {
        return document.content().orElseThrow();
    }

    private static String start(Document document) {
        return new String(bytes(document), 0, 4, StandardCharsets.ISO_8859_1);
    }

    private CarrierException failure(Runnable call) {
        return catchThrowableOfType(CarrierException.class, call::run);
    }

    @Test
    void boughtLabelIsAPictureWithANumberThatCanBeTracked() {
        Shipment shipment = client.ship(domestic().idempotencyKey("key-1").build());
        assertThat(shipment.carrier()).isEqualTo("ups");
        assertThat(shipment.trackingNumber()).startsWith("1Z").hasSize(18).isEqualTo(shipment.id());
        assertThat(shipment.service()).hasValue("03");
        assertThat(shipment.serviceName()).hasValue("UPS Ground");
        assertThat(shipment.price()).hasValue(Money.of("15.44", "USD"));
        assertThat(shipment.created()).hasValue(sandbox.clock().instant());
        assertThat(shipment.references())
                .extracting(reference -> reference.value())
                .containsExactly("order-4711");
        assertThat(shipment.idempotencyKey()).hasValue("key-1");
        Document label = shipment.labels().get(0);
        assertThat(label.format()).hasValue(LabelFormat.GIF);
        assertThat(label.mediaType()).hasValue("image/gif");
        assertThat(label.pageFormat()).hasValue("4x6");
        assertThat(start(label)).isEqualTo("GIF8");
        assertThat(client.track(shipment.trackingNumber()).status()).isEqualTo(TrackingStatus.LABEL_CREATED);
        assertThat(sandbox.shipments("ups")).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = LabelFormat.class,
            names = {"GIF", "PNG", "ZPL", "EPL"})
    void everyFormatOfTheCatalogueIsSent(LabelFormat format) {
        Shipment shipment = client.ship(domestic().label(LabelSpec.of(format)).build());
        Document label = shipment.labels().get(0);
        assertThat(label.format()).hasValue(format);
        String text = new String(bytes(label), StandardCharsets.ISO_8859_1);
        switch (format) {
            case GIF -> assertThat(text).startsWith("GIF8");
            case PNG -> assertThat(text).startsWith("\u0089PNG");
            case ZPL -> assertThat(text).startsWith("^XA").contains(shipment.trackingNumber());
            default -> assertThat(text).contains(shipment.trackingNumber());
        }
    }

    @Test
    void pdfIsRefusedWithWhatUpsHas() {
        CarrierException error = refused(domestic().label(LabelSpec.of(LabelFormat.PDF)));
        assertThat(error.details().fields()).extracting(field -> field.path()).containsExactly("label.format");
        assertThat(error).hasMessageContaining("gif, png, zpl, epl");
        assertThat(sandbox.calls("ups")).isEmpty();
    }

    @Test
    void eachParcelHasItsNumberAndItsLabel() {
        Shipment shipment = client.ship(
                domestic().addParcels(parcel("2")).addParcels(parcel("3")).build());
        assertThat(shipment.parcels()).hasSize(3);
        assertThat(shipment.parcels())
                .extracting(ShippedParcel::trackingNumber)
                .doesNotHaveDuplicates()
                .first()
                .isEqualTo(shipment.id());
        assertThat(shipment.parcels()).allMatch(parcel -> parcel.documents().size() == 1);
        assertThat(shipment.labels()).hasSize(3);
    }

    @Test
    void goodsAcrossABorderComeWithAnInvoice() {
        Shipment shipment = client.ship(abroad().build());
        assertThat(shipment.labels()).hasSize(1);
        assertThat(shipment.documents()).extracting(Document::kind).containsExactly(Document.COMMERCIAL_INVOICE);
        assertThat(start(shipment.documents().get(0))).isEqualTo("%PDF");
        assertThat(shipment.alerts())
                .noneMatch(alert -> alert.code().filter("120016"::equals).isPresent());
    }

    @Test
    void returnIsALabelForWhoHasTheParcel() {
        Shipment shipment = client.ship(back().build());
        assertThat(shipment.labels()).hasSize(1);
        assertThat(client.track(shipment.trackingNumber()).status()).isEqualTo(TrackingStatus.LABEL_CREATED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "8"})
    void returnLabelThatUpsSendsItselfIsNotInTheAnswer(String service) {
        Shipment shipment = client.ship(back().sender(
                        Address.builder().from(AUSTIN).email("bob@example.com").build())
                .putOptions("ups_return_service", service)
                .build());
        assertThat(shipment.labels()).isEmpty();
        assertThat(shipment.parcels()).hasSize(1);
    }

    @Test
    void quotedServiceIsWhatIsBought() {
        Rate rate = client.rates(prices(domestic().service("02"))).rates().get(0);
        Shipment shipment = client.ship(rate, domestic().build());
        assertThat(shipment.service()).hasValue("02");
        assertThat(shipment.price()).hasValue(rate.total());
    }

    @Test
    void refusalsAreToldInUpssOwnWordsAndNothingIsSold() {
        Address nowhere = Address.builder().from(AUSTIN).postalCode("00000").build();
        assertThat(refused(domestic().recipient(nowhere)).carrierCode()).hasValue("120207");
        assertThat(refused(domestic().parcels(List.of(parcel("151")))).carrierCode())
                .hasValue("111035");
        Address antarctica = Address.builder().from(LONDON).country("AQ").build();
        assertThat(refused(abroad().recipient(antarctica)).carrierCode()).hasValue("121210");
        assertThat(sandbox.shipments("ups")).isEmpty();
    }

    @Test
    void wrongAccountIsRefused() {
        try (TrackingClient wrong = client(Map.of("UPS_ACCOUNT_NUMBER", "XX9999"))) {
            CarrierException error = failure(() -> wrong.ship(domestic().build()));
            assertThat(error.code()).isEqualTo(ErrorCode.REQUEST_REFUSED);
            assertThat(error.carrierCode()).hasValue("120100");
        }
    }

    @Test
    void withoutAnAccountTheMissingSettingIsNamed() {
        try (TrackingClient none = client(withoutAccount())) {
            CarrierException error = failure(() -> none.ship(domestic().build()));
            assertThat(error)
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageContaining("payment: is required")
                    .hasMessageContaining("UPS_ACCOUNT_NUMBER");
            assertThat(sandbox.calls("ups")).isEmpty();
            assertThat(none.previewAll(List.of(domestic().build())).get(0).isComplete())
                    .isFalse();
        }
    }

    @Test
    void wholeShipmentIsVoidedOnce() {
        Shipment shipment = client.ship(domestic().addParcels(parcel("2")).build());
        Cancellation cancellation = client.shipments().cancel(shipment);
        assertThat(cancellation.cancelled()).isTrue();
        assertThat(cancellation.cancelledParcels())
                .containsExactlyElementsOf(sandbox.shipments("ups").get(0).numbers());
        assertThat(cancellation.carrierText()).hasValue("Voided");
        assertThat(client.track(shipment.trackingNumber()).status()).isEqualTo(TrackingStatus.CANCELLED);
        CarrierException again = failure(() -> client.shipments().cancel(shipment));
        assertThat(again.code()).isEqualTo(ErrorCode.SHIPMENT_NOT_CANCELLED);
        assertThat(again.carrierCode()).hasValue("190102");
    }

    @Test
    void someParcelsCanBeVoidedAlone() {
        Shipment shipment = client.ship(
                domestic().addParcels(parcel("2")).addParcels(parcel("3")).build());
        List<String> numbers = sandbox.shipments("ups").get(0).numbers();
        ShipmentQuery second = ShipmentQuery.builder()
                .carrier("ups")
                .id(shipment.id())
                .addParcels(numbers.get(1))
                .build();
        assertThat(client.shipments().cancel(second).cancelledParcels()).containsExactly(numbers.get(1));
        ShipmentQuery both = ShipmentQuery.builder()
                .carrier("ups")
                .id(shipment.id())
                .addParcels(numbers.get(1), numbers.get(2))
                .build();
        Cancellation partly = client.shipments().cancel(both);
        assertThat(partly.cancelled()).isFalse();
        assertThat(partly.cancelledParcels()).containsExactly(numbers.get(2));
        assertThat(partly.keptParcels()).containsExactly(numbers.get(1));
        assertThat(sandbox.shipments("ups").get(0).cancelled()).containsExactly(numbers.get(1), numbers.get(2));
    }

    @Test
    void voidByReferenceIsRefusedBeforeAnythingIsSent() {
        CarrierException error =
                failure(() -> client.shipments().cancel(ShipmentQuery.byReference("ups", "order-4711")));
        assertThat(error.code()).isEqualTo(ErrorCode.MISSING_REQUIRED_FIELDS);
        assertThat(sandbox.calls("ups")).isEmpty();
    }

    @Test
    void lostAnswerToAVoidIsUnknownAndAskingAgainTells() {
        Shipment shipment = client.ship(domestic().build());
        sandbox.fail("ups").on("cancel").withLostAnswer().times(1);
        CarrierException error = failure(() -> client.shipments().cancel(shipment));
        assertThat(error).isInstanceOf(OutcomeUnknownException.class);
        assertThat(error.reference()).hasValue(shipment.id());
        assertThat(sandbox.shipments("ups").get(0).cancelled()).containsExactly(shipment.id());
        assertThat(failure(() -> client.shipments().cancel(shipment)).carrierCode())
                .hasValue("190102");
    }

    private Shipment lostAndFound(Runnable fault) {
        fault.run();
        CarrierException error = refused(domestic());
        assertThat(error).isInstanceOf(OutcomeUnknownException.class);
        assertThat(error.details().reference()).hasValue("order-4711");
        List<Shipment> found = client.shipments()
                .recover(ShipmentQuery.byReference(
                        "ups", error.details().reference().orElseThrow()));
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    @Test
    void purchaseWithALostAnswerIsFoundByItsReferenceWithItsLabel() {
        Shipment found = lostAndFound(
                () -> sandbox.fail("ups").on("ship").withLostAnswer().times(1));
        SandboxShipment sold = sandbox.shipments("ups").get(0);
        assertThat(sandbox.shipments("ups")).hasSize(1);
        assertThat(found.id()).isEqualTo(sold.id());
        assertThat(found.labels().get(0).format()).hasValue(LabelFormat.PDF);
        assertThat(start(found.labels().get(0))).isEqualTo("%PDF");
        assertThat(found.references())
                .extracting(reference -> reference.value())
                .containsExactly("order-4711");
    }

    @Test
    void purchaseWithHalfAnAnswerIsFoundToo() {
        Shipment found =
                lostAndFound(() -> sandbox.fail("ups").on("ship").withCutBody().times(1));
        assertThat(found.id()).isEqualTo(sandbox.shipments("ups").get(0).id());
    }

    @Test
    void purchaseThatNeverHappenedIsNotFound() {
        sandbox.fail("ups").on("ship").withDroppedConnection().times(1);
        assertThat(refused(domestic())).isInstanceOf(OutcomeUnknownException.class);
        assertThat(client.shipments().recover(ShipmentQuery.byReference("ups", "order-4711")))
                .isEmpty();
        assertThat(sandbox.callsWithoutTokens("ups"))
                .extracting(SandboxCall::operation)
                .containsExactly("ship", "recover");
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 503})
    void serverErrorLeavesAPurchaseUnknownAndIsNotTriedAgain(int status) {
        sandbox.fail("ups").on("ship").with(status).times(1);
        try (TrackingClient retrying = client(sandbox.config(), 2)) {
            assertThat(failure(() -> retrying.ship(domestic().build()))).isInstanceOf(OutcomeUnknownException.class);
        }
        assertThat(sandbox.callsWithoutTokens("ups")).hasSize(1);
    }

    @Test
    void serverErrorLeavesAVoidUnknownAndIsNotTriedAgain() {
        Shipment shipment = client.ship(domestic().build());
        sandbox.fail("ups").on("cancel").with(500).times(1);
        try (TrackingClient retrying = client(sandbox.config(), 2)) {
            CarrierException error = failure(() -> retrying.shipments().cancel(shipment));
            assertThat(error).isInstanceOf(OutcomeUnknownException.class);
            assertThat(error.reference()).hasValue(shipment.id());
        }
        assertThat(sandbox.callsWithoutTokens("ups"))
                .extracting(SandboxCall::operation)
                .containsExactly("ship", "cancel");
        assertThat(sandbox.shipments("ups").get(0).cancelled()).isEmpty();
    }

    @Test
    void expiredTokenIsRenewedAndOneLabelIsSold() {
        client.ship(domestic().build());
        sandbox.expireTokens("ups");
        client.ship(domestic().build());
        assertThat(sandbox.shipments("ups")).hasSize(2);
    }

    @Test
    void shipmentIsFoundByItsNumberInTheFormatAskedFor() {
        Shipment shipment = client.ship(abroad().addParcels(parcel("2")).build());
        ShipmentQuery query = ShipmentQuery.builder()
                .from(ShipmentQuery.of(shipment))
                .label(LabelSpec.of(LabelFormat.ZPL))
                .build();
        Shipment found = client.shipments().recover(query).get(0);
        assertThat(found.id()).isEqualTo(shipment.id());
        assertThat(found.parcels())
                .extracting(ShippedParcel::trackingNumber)
                .containsExactlyElementsOf(sandbox.shipments("ups").get(0).numbers());
        assertThat(found.labels())
                .hasSize(2)
                .allMatch(
                        label -> label.format().filter(LabelFormat.ZPL::equals).isPresent());
    }

    @Test
    void referenceOfSeveralShipmentsFindsEach() {
        client.ship(domestic().build());
        client.ship(domestic().build());
        assertThat(client.shipments().recover(ShipmentQuery.byReference("ups", "order-4711")))
                .extracting(Shipment::id)
                .containsExactlyElementsOf(sandbox.shipments("ups").stream()
                        .map(SandboxShipment::id)
                        .toList());
    }

    @Test
    void voidedShipmentIsNotFoundAgain() {
        Shipment shipment = client.ship(domestic().build());
        client.shipments().cancel(shipment);
        assertThat(client.shipments().recover(ShipmentQuery.of(shipment))).isEmpty();
    }

    @Test
    void refusedRecoveryIsNoEmptyAnswer() {
        try (TrackingClient wrong = client(Map.of("UPS_ACCOUNT_NUMBER", "XX9999"))) {
            CarrierException error =
                    failure(() -> wrong.shipments().recover(ShipmentQuery.byReference("ups", "order-4711")));
            assertThat(error.carrierCode()).hasValue("120100");
        }
        CarrierException png = failure(() -> client.shipments()
                .recover(ShipmentQuery.builder()
                        .carrier("ups")
                        .id("1Z")
                        .label(LabelSpec.of(LabelFormat.PNG))
                        .build()));
        assertThat(png.code()).isEqualTo(ErrorCode.MALFORMED_REQUEST);
    }

    @Test
    void doorsPauseApartAndShareOneToken() {
        client.ship(domestic().build());
        client.rates(prices(domestic()));
        client.track(sandbox.shipments("ups").get(0).id());
        assertThat(sandbox.calls("ups").stream().filter(SandboxCall::isToken)).hasSize(1);
        sandbox.fail("ups").on("rates").with(429).times(1);
        assertThat(client.rates(prices(domestic())).failures().get("ups").code())
                .isEqualTo(ErrorCode.RATE_LIMITED);
        assertThat(client.ship(domestic().build()).labels()).hasSize(1);
    }
}
