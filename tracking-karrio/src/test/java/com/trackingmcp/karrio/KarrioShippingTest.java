package com.trackingmcp.karrio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.InvalidRequestException;
import com.trackingmcp.error.OutcomeUnknownException;
import com.trackingmcp.model.Address;
import com.trackingmcp.model.Alert;
import com.trackingmcp.model.Cancellation;
import com.trackingmcp.model.Document;
import com.trackingmcp.model.LabelFormat;
import com.trackingmcp.model.LabelSpec;
import com.trackingmcp.model.Money;
import com.trackingmcp.model.Rate;
import com.trackingmcp.model.RateRequest;
import com.trackingmcp.model.Reference;
import com.trackingmcp.model.Shipment;
import com.trackingmcp.model.ShipmentFilter;
import com.trackingmcp.model.ShipmentQuery;
import com.trackingmcp.model.ShipmentStatus;
import com.trackingmcp.model.ShippedParcel;
import com.trackingmcp.model.SignatureOption;
import com.trackingmcp.model.StoredShipment;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KarrioShippingTest extends KarrioSaleBed {
    private List<StoredShipment> stored(ShipmentStatus status) {
        return client
                .shipments()
                .list(ShipmentFilter.builder()
                        .carrier("karrio")
                        .addStatuses(status)
                        .build())
                .stream()
                .toList();
    }

    private static String start(Document document) {
        return new String(document.content().orElseThrow(), 0, 4, StandardCharsets.ISO_8859_1);
    }

    @Test
    void labelIsBoughtInTwoStepsAndOnce() {
        Shipment shipment = client.ship(domestic().idempotencyKey("key-1").build());
        assertThat(asked()).containsExactly("ship-draft", "ship");
        assertThat(sandbox.shipments("karrio")).hasSize(1);
        assertThat(shipment.carrier()).isEqualTo("karrio:canadapost");
        assertThat(shipment.connection()).isEqualTo(CANADA_POST);
        assertThat(shipment.id()).startsWith("shp_");
        assertThat(shipment.service()).hasValue("canadapost_expedited_parcel");
        assertThat(shipment.serviceName()).isPresent();
        assertThat(shipment.price().map(Money::currency))
                .hasValueSatisfying(
                        currency -> assertThat(currency.getCurrencyCode()).isEqualTo("CAD"));
        assertThat(shipment.charges()).isNotEmpty();
        assertThat(shipment.created()).hasValue(sandbox.clock().instant());
        assertThat(shipment.references()).extracting(Reference::value).containsExactly("order-4711");
        assertThat(shipment.idempotencyKey()).hasValue("key-1");
        assertThat(shipment.parcels())
                .extracting(ShippedParcel::trackingNumber)
                .containsExactly(shipment.trackingNumber());
        assertThat(shipment.details()).containsKeys("tracker_id", "shipment_identifier", "request_id");
        assertThat(shipment.details().get("tracking_url")).startsWith("http");
        assertThat(shipment.alerts()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = LabelFormat.class,
            names = {"PDF", "ZPL", "PNG"})
    void everyFormatKarrioHasIsSent(LabelFormat format) {
        Shipment shipment = client.ship(domestic().label(LabelSpec.of(format)).build());
        Document label = shipment.labels().get(0);
        assertThat(label.format()).hasValue(format);
        assertThat(start(label))
                .isEqualTo(
                        switch (format) {
                            case PDF -> "%PDF";
                            case ZPL -> "^XA\n";
                            default -> "\u0089PNG";
                        });
        assertThat(label.url())
                .hasValueSatisfying(url -> assertThat(url.isAbsolute()).isTrue());
    }

    @Test
    void goodsAcrossABorderComeWithTheirInvoice() {
        Shipment shipment = client.ship(abroad().build());
        assertThat(shipment.documents())
                .extracting(Document::kind)
                .startsWith(Document.LABEL)
                .allMatch(List.of(Document.LABEL, Document.COMMERCIAL_INVOICE)::contains);
    }

    @Test
    void eachParcelHasItsNumber() {
        Shipment shipment = client.ship(
                domestic().addParcels(parcel("2")).addParcels(parcel("3")).build());
        assertThat(shipment.parcels())
                .hasSize(3)
                .extracting(ShippedParcel::trackingNumber)
                .doesNotHaveDuplicates()
                .first()
                .isEqualTo(shipment.trackingNumber());
    }

    @Test
    void quotedServiceIsWhatIsBought() {
        Rate rate = client.rates(RateRequest.of(
                        domestic().service("canadapost_xpresspost").build()))
                .rates()
                .get(0);
        Shipment shipment =
                client.ship(rate, domestic().service(Optional.empty()).build());
        assertThat(shipment.service()).hasValue("canadapost_xpresspost");
        assertThat(shipment.price()).hasValue(rate.total());
        assertThat(shipment.alerts()).isEmpty();
    }

    @Test
    void priceThatIsNotTheQuotedOneIsToldAsSuch() {
        Rate rate = client.rates(RateRequest.of(domestic().build())).rates().get(0);
        Rate before = Rate.builder().from(rate).total(Money.of("1.00", "CAD")).build();
        Shipment shipment = client.ship(before, domestic().build());
        assertThat(shipment.alerts())
                .extracting(Alert::text)
                .containsExactly("It costs " + rate.total() + "; the quote was 1.00 CAD");
    }

    @Test
    void serviceThatIsNotSoldIsRefusedWithThoseThatAre() {
        CarrierException error = refused(domestic().service("canadapost_expedited_parcel_usa"));
        assertThat(error.code()).isEqualTo(ErrorCode.REQUEST_REFUSED);
        assertThat(error.details().connection()).hasValue(CANADA_POST);
        assertThat(error).hasMessageContaining("canadapost_expedited_parcel_usa", "canadapost_priority");
        assertThat(asked()).containsExactly("ship-draft", "cancel");
        assertThat(stored(ShipmentStatus.DRAFT)).isEmpty();
        assertThat(sandbox.shipments("karrio")).isEmpty();
    }

    @Test
    void carrierThatRefusesTheDraftIsHeard() {
        CarrierException error = refused(abroad().recipient(Address.builder()
                .from(LONDON)
                .country("AQ")
                .postalCode(Optional.empty())
                .build()));
        assertThat(error.code()).isEqualTo(ErrorCode.REQUEST_REFUSED);
        assertThat(error.details().connection()).hasValue(CANADA_POST);
        assertThat(error.details().carrierCode()).hasValue("COUNTRY_NOT_SERVED");
        assertThat(error.details().carrierText())
                .hasValueSatisfying(text -> assertThat(text).contains("The country AQ is not served"));
    }

    @Test
    void carrierThatRefusesThePurchaseIsHeardAndItsDraftIsCancelled() {
        CarrierException error = refused(domestic()
                .recipient(Address.builder().from(TORONTO).city("Nowhere").build()));
        assertThat(error.code()).isEqualTo(ErrorCode.REQUEST_REFUSED);
        assertThat(error.details().carrierCode()).hasValue("UNKNOWN_CITY");
        assertThat(asked()).containsExactly("ship-draft", "ship", "cancel");
        assertThat(stored(ShipmentStatus.CANCELLED)).hasSize(1);
    }

    @Test
    void allThatIsWrongIsToldBeforeAnythingIsSent() {
        InvalidRequestException refusal = catchThrowableOfType(
                InvalidRequestException.class,
                () -> client.ship(domestic()
                        .shipper(LONDON)
                        .recipient(Address.builder()
                                .from(TORONTO)
                                .postalCode("12345")
                                .build())
                        .references(List.of(Reference.of("x".repeat(101))))
                        .label(LabelSpec.builder()
                                .format(LabelFormat.EPL)
                                .stock("4x6")
                                .dpi(300)
                                .build())
                        .signature(SignatureOption.ADULT)
                        .putOptions("shipping_method", "any")
                        .build()));
        assertThat(refusal.fields())
                .extracting(field -> field.path())
                .contains(
                        "shipper",
                        "recipient.postal_code",
                        "references[0].value",
                        "label.format",
                        "label.stock",
                        "label.dpi",
                        "signature",
                        "options.shipping_method");
        assertThat(asked()).isEmpty();
    }

    @Test
    void draftWhoseAnswerWasLostIsFoundAndGoneOnWith() {
        sandbox.fail("karrio").on("ship-draft").withLostAnswer().times(1);
        Shipment shipment = client.ship(domestic().build());
        assertThat(asked()).containsExactly("ship-draft", "shipments", "ship");
        assertThat(sandbox.shipments("karrio")).hasSize(1);
        assertThat(stored(ShipmentStatus.CREATED))
                .extracting(StoredShipment::id)
                .containsExactly(shipment.id());
        assertThat(stored(ShipmentStatus.DRAFT)).isEmpty();
    }

    @Test
    void draftThatWasNotStoredIsStoredAgainAndBoughtOnce() {
        sandbox.fail("karrio").on("ship-draft").withDroppedConnection().times(1);
        client.ship(domestic().build());
        assertThat(asked()).containsExactly("ship-draft", "shipments", "shipments", "ship-draft", "ship");
        assertThat(sandbox.shipments("karrio")).hasSize(1);
    }

    @Test
    void draftThatCannotBeStoredNorLookedForHasBoughtNothing() {
        sandbox.fail("karrio").on("ship-draft").withDroppedConnection().untilCleared();
        sandbox.fail("karrio").on("shipments").withDroppedConnection().untilCleared();
        CarrierException error = refused(domestic());
        assertThat(error.code()).isEqualTo(ErrorCode.CARRIER_UNAVAILABLE);
        assertThat(error.details().retryable()).isTrue();
        assertThat(error).hasMessageContaining("nothing was bought");
        assertThat(sandbox.shipments("karrio")).isEmpty();
    }

    @Test
    void purchaseWhoseAnswerWasLostIsFoundWithItsLabelAndNotBoughtTwice() {
        sandbox.fail("karrio").on("ship").withLostAnswer().times(1);
        Shipment shipment = client.ship(domestic().build());
        assertThat(asked()).containsExactly("ship-draft", "ship", "shipments", "documents");
        assertThat(sandbox.shipments("karrio")).hasSize(1);
        assertThat(start(shipment.labels().get(0))).isEqualTo("%PDF");
        assertThat(shipment.alerts()).isEmpty();
    }

    @Test
    void purchaseOfWhichNothingIsKnownIsToldWithWhatToLookFor() {
        sandbox.fail("karrio").on("ship").withLostAnswer().times(1);
        sandbox.fail("karrio").on("shipments").withDroppedConnection().untilCleared();
        OutcomeUnknownException lost = catchThrowableOfType(
                OutcomeUnknownException.class, () -> client.ship(domestic().build()));
        sandbox.clearFaults();
        assertThat(lost.reference()).hasValue("order-4711");
        assertThat(lost.details().subject())
                .hasValueSatisfying(id -> assertThat(id).startsWith("shp_"));
        List<Shipment> found = client.shipments().recover(ShipmentQuery.byReference(CANADA_POST, "order-4711"));
        assertThat(found).hasSize(1);
        assertThat(found.get(0).id()).isEqualTo(lost.details().subject().orElseThrow());
        assertThat(found.get(0).labels()).allMatch(label -> label.content().isPresent());
        assertThat(sandbox.shipments("karrio")).hasSize(1);
    }

    @Test
    void purchaseThatIsStillADraftIsUnknownAndItsDraftIsLeftAlone() {
        sandbox.fail("karrio").on("ship").withDroppedConnection().times(1);
        OutcomeUnknownException lost = catchThrowableOfType(
                OutcomeUnknownException.class, () -> client.ship(domestic().build()));
        assertThat(asked()).containsExactly("ship-draft", "ship", "shipments");
        assertThat(stored(ShipmentStatus.DRAFT))
                .extracting(StoredShipment::id)
                .containsExactly(lost.details().subject().orElseThrow());
        assertThat(client.shipments().recover(ShipmentQuery.byReference(CANADA_POST, "order-4711")))
                .isEmpty();
    }

    @Test
    void purchaseThatFailsAtTheServerIsUnknownUnlessReadingProvesIt() {
        sandbox.fail("karrio").on("ship").with(500).times(1);
        CarrierException error = refused(domestic());
        assertThat(error.code()).isEqualTo(ErrorCode.OUTCOME_UNKNOWN);
        assertThat(sandbox.shipments("karrio")).isEmpty();
    }

    @Test
    void shipmentIsFoundAgainByAllThatItIsKnownBy() {
        Shipment shipment = client.ship(domestic()
                .addReferences(Reference.of("second-reference"))
                .idempotencyKey("key-7")
                .build());
        client.ship(domestic().references(List.of(Reference.of("order-47110"))).build());
        for (ShipmentQuery query : List.of(
                ShipmentQuery.of(shipment),
                ShipmentQuery.of(CANADA_POST, shipment.id()),
                ShipmentQuery.of(CANADA_POST, shipment.trackingNumber()),
                ShipmentQuery.byReference(CANADA_POST, "order-4711"),
                ShipmentQuery.byReference(CANADA_POST, "second-reference"),
                ShipmentQuery.byReference(CANADA_POST, "key-7"))) {
            List<Shipment> found = client.shipments().recover(query);
            assertThat(found).extracting(Shipment::id).containsExactly(shipment.id());
            assertThat(found.get(0).references())
                    .extracting(Reference::value)
                    .containsExactly("order-4711", "second-reference");
            assertThat(found.get(0).idempotencyKey()).hasValue("key-7");
            assertThat(found.get(0).labels()).hasSize(1);
        }
    }

    @Test
    void whatWasBoughtWithAnotherConnectionIsNotFound() {
        Shipment shipment = client.ship(domestic().build());
        assertThat(client.shipments().recover(ShipmentQuery.of("karrio:puro", shipment.id())))
                .isEmpty();
        CarrierException error =
                failure(() -> client.shipments().cancel(ShipmentQuery.of("karrio:puro", shipment.id())));
        assertThat(error.code()).isEqualTo(ErrorCode.OBJECT_NOT_FOUND);
    }

    @Test
    void cancellingAsksTheCarrierAndOnce() {
        Shipment shipment = client.ship(domestic().build());
        Cancellation cancellation = client.shipments().cancel(shipment);
        assertThat(cancellation.cancelled()).isTrue();
        assertThat(cancellation.carrierAsked()).hasValue(true);
        CarrierException again = failure(() -> client.shipments().cancel(shipment));
        assertThat(again.code()).isEqualTo(ErrorCode.SHIPMENT_NOT_CANCELLED);
        assertThat(again).hasMessageContaining("cancelled already");
        assertThat(asked().stream().filter("cancel"::equals)).hasSize(1);
    }

    @Test
    void cancelThatTheCarrierIsNotAskedOfIsToldAsWhatItIs() {
        Shipment shipment = client.ship(domestic()
                .carrier("karrio:express")
                .service("mydhl_express_domestic")
                .build());
        Cancellation cancellation = client.shipments().cancel(shipment);
        assertThat(cancellation.cancelled()).isTrue();
        assertThat(cancellation.carrierAsked()).hasValue(false);
        assertThat(cancellation.carrierText())
                .hasValueSatisfying(text -> assertThat(text).contains("Cancelled at Karrio only", "may be charged"));
    }

    @Test
    void cancelOfADraftSaysThatNothingWasBought() {
        sandbox.fail("karrio").on("ship").withDroppedConnection().times(1);
        refused(domestic());
        Cancellation cancellation = client.shipments().cancel(ShipmentQuery.byReference(CANADA_POST, "order-4711"));
        assertThat(cancellation.carrierAsked()).hasValue(false);
        assertThat(cancellation.carrierText())
                .hasValueSatisfying(text -> assertThat(text).contains("draft"));
    }

    @Test
    void draftOfAnotherConnectionIsNotCancelled() {
        sandbox.fail("karrio").on("ship").withDroppedConnection().times(1);
        refused(domestic());
        CarrierException error =
                failure(() -> client.shipments().cancel(ShipmentQuery.byReference("karrio:puro", "order-4711")));
        assertThat(error.code()).isEqualTo(ErrorCode.OBJECT_NOT_FOUND);
        assertThat(stored(ShipmentStatus.DRAFT)).hasSize(1);
    }

    @Test
    void purchaseThatIsRefusedBeforeItIsReadLeavesNoDraft() {
        sandbox.fail("karrio").on("ship").with(429).retryAfter(Duration.ZERO).times(1);
        assertThat(refused(domestic()).code()).isEqualTo(ErrorCode.RATE_LIMITED);
        assertThat(stored(ShipmentStatus.DRAFT)).isEmpty();
        assertThat(sandbox.shipments("karrio")).isEmpty();
    }

    @Test
    void cancelWhoseAnswerWasLostIsReadAgain() {
        Shipment shipment = client.ship(domestic().build());
        sandbox.fail("karrio").on("cancel").withLostAnswer().times(1);
        assertThat(client.shipments().cancel(shipment).cancelled()).isTrue();
    }

    @Test
    void someOfTheParcelsCannotBeCancelled() {
        Shipment shipment = client.ship(domestic().addParcels(parcel("2")).build());
        CarrierException error = failure(() -> client.shipments()
                .cancel(ShipmentQuery.builder()
                        .from(ShipmentQuery.of(shipment))
                        .addParcels(shipment.parcels().get(1).trackingNumber())
                        .build()));
        assertThat(error.code()).isEqualTo(ErrorCode.MALFORMED_REQUEST);
        assertThat(stored(ShipmentStatus.CREATED)).hasSize(1);
    }

    @Test
    void twoShipmentsOfOneReferenceAreNotCancelledByIt() {
        client.ship(domestic().build());
        client.ship(domestic().build());
        CarrierException error =
                failure(() -> client.shipments().cancel(ShipmentQuery.byReference(CANADA_POST, "order-4711")));
        assertThat(error.code()).isEqualTo(ErrorCode.MALFORMED_REQUEST);
        assertThat(stored(ShipmentStatus.CREATED)).hasSize(2);
    }

    @Test
    void labelThatCannotBeFetchedIsANoteAndNoLostLabel() {
        sandbox.fail("karrio").on("ship").withLostAnswer().times(1);
        sandbox.fail("karrio").on("documents").with(500).untilCleared();
        Shipment shipment = client.ship(domestic().build());
        assertThat(shipment.trackingNumber()).isNotBlank();
        assertThat(shipment.alerts())
                .extracting(Alert::text)
                .singleElement()
                .satisfies(text -> assertThat(text).startsWith("It was bought, but its label could not be fetched"));
        assertThat(shipment.labels().get(0).url()).isPresent();
    }
}
