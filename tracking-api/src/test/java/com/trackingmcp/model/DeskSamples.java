package com.trackingmcp.model;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Stream;

/** One of each model of the shipping desk with everything said that can be said. */
final class DeskSamples {
    private static final LocalDate DAY = LocalDate.parse("2026-03-02");
    private static final LocalTime NINE = LocalTime.of(9, 0);
    private static final LocalTime SIX = LocalTime.of(18, 0);

    private DeskSamples() {}

    static Stream<Object> all() {
        return Stream.of(pickups(), goods(), papers(), places(), theRest()).flatMap(samples -> samples);
    }

    private static Stream<Object> pickups() {
        return Stream.of(
                pickupPiece(),
                pickupRequest(),
                pickupQuote(),
                pickupConfirmation(),
                pickupQuery(),
                PickupStatus.DISPATCHED,
                pickupSuggestion());
    }

    private static Stream<Object> goods() {
        return Stream.of(landedCharge(), landedCommodity(), landedCost(), landedCostRequest());
    }

    private static Stream<Object> papers() {
        return Stream.of(
                DocumentFormat.DOCX,
                TradeDocumentKind.USMCA_CERTIFICATE_OF_ORIGIN,
                tradeDocument(),
                documentUpload(),
                shippedFor(),
                uploadedDocument());
    }

    private static Stream<Object> places() {
        return Stream.of(
                Coordinates.of("50.7374", "-7.0982"),
                distance(),
                LocationService.DROP_OFF,
                locationQuery(),
                openingHours(),
                new OpeningHours(DayOfWeek.SUNDAY, List.of()),
                politicalDivision(),
                servicePoint(),
                ServicePointKind.DROP_BOX,
                new TimeSpan(NINE, LocalTime.MIDNIGHT));
    }

    private static Stream<Object> theRest() {
        return Stream.of(manifest(), manifestRequest(), subscription(), SubscriptionEvent.TENDERED, subscriptions());
    }

    static PickupPiece pickupPiece() {
        return PickupPiece.builder()
                .service("GROUND")
                .quantity(2)
                .weight(Weight.of("3.5", Weight.Unit.KG))
                .dimensions(ModelSamples.dimensions())
                .destinationCountry("DE")
                .packaging("PARCELPOST_BOX")
                .build();
    }

    static PickupRequest pickupRequest() {
        return PickupRequest.builder()
                .carrier("parcelpost-eu")
                .address(ShippingSamples.address())
                .date(DAY)
                .readyTime(NINE)
                .closeTime(SIX)
                .addPieces(pickupPiece())
                .instructions("ring twice")
                .placeAtAddress("front desk")
                .reference("order 7")
                .addTrackingNumbers("PP0000000017")
                .putOptions("parcelpost_gently", "true")
                .build();
    }

    static PickupQuote pickupQuote() {
        return PickupQuote.builder()
                .carrier("parcelpost")
                .connection("parcelpost-eu")
                .available(true)
                .date(DAY)
                .readyFrom(NINE)
                .cutoff(LocalTime.of(15, 30))
                .closeUntil(SIX)
                .accessTime(Duration.ofMinutes(90))
                .service("GROUND")
                .price(Money.of("4.00", "USD"))
                .addCharges(ShippingSamples.charge())
                .addAlerts(ModelSamples.alert())
                .build();
    }

    static PickupConfirmation pickupConfirmation() {
        return PickupConfirmation.builder()
                .carrier("parcelpost")
                .connection("parcelpost-eu")
                .confirmationNumber("test-pickup")
                .date(DAY)
                .readyTime(NINE)
                .closeTime(SIX)
                .address(ShippingSamples.address())
                .pieces(2)
                .price(Money.of("4.00", "USD"))
                .addCharges(ShippingSamples.charge())
                .instructions("ring twice")
                .locationCode("NQAA")
                .status(PickupStatus.DISPATCHED)
                .carrierStatusCode("002")
                .carrierStatusText("dispatched to driver")
                .putDetails("carrier_code", "FDXE")
                .addAlerts(ModelSamples.alert())
                .build();
    }

    static PickupQuery pickupQuery() {
        return PickupQuery.builder()
                .carrier("parcelpost-eu")
                .confirmationNumber("test-pickup")
                .date(DAY)
                .locationCode("NQAA")
                .requestor("Ada Example")
                .reason("not ready")
                .putDetails("carrier_code", "FDXE")
                .build();
    }

    static PickupSuggestion pickupSuggestion() {
        return PickupSuggestion.builder()
                .carrier("parcelpost")
                .connection("parcelpost-eu")
                .fetchedBy("GROUND")
                .address(ShippingSamples.address())
                .date(DAY)
                .addRows(0, 2)
                .addTrackingNumbers("PP0000000017", "PP0000000024")
                .addPieces(pickupPiece())
                .build();
    }

    static LandedCharge landedCharge() {
        return LandedCharge.builder()
                .type(LandedCharge.Type.DUTY)
                .code("DTY")
                .description("customs duty")
                .amount(Money.of("1.25", "EUR"))
                .build();
    }

    static LandedCommodity landedCommodity() {
        return LandedCommodity.builder()
                .index(1)
                .hsCode("490199")
                .calculated(false)
                .reason("no tariff for this code")
                .duties(Money.of("1.25", "EUR"))
                .taxes(Money.of("3.80", "EUR"))
                .brokerage(Money.of("1.00", "EUR"))
                .fees(Money.of("0.50", "EUR"))
                .total(Money.of("6.55", "EUR"))
                .addCharges(landedCharge())
                .build();
    }

    static LandedCost landedCost() {
        return LandedCost.builder()
                .carrier("parcelpost")
                .connection("parcelpost-eu")
                .currency("EUR")
                .total(Money.of("20.55", "EUR"))
                .grandTotal(Money.of("40.55", "EUR"))
                .duties(Money.of("1.25", "EUR"))
                .taxes(Money.of("3.80", "EUR"))
                .brokerage(Money.of("15.00", "EUR"))
                .otherFees(Money.of("0.50", "EUR"))
                .addCommodities(landedCommodity())
                .addCharges(landedCharge())
                .partial(true)
                .service("GROUND")
                .validUntil(Instant.parse("2026-03-02T12:00:00Z"))
                .addAlerts(ModelSamples.alert())
                .build();
    }

    static LandedCostRequest landedCostRequest() {
        return LandedCostRequest.builder()
                .from(LandedCostRequest.of(ShippingSamples.shipmentRequest()))
                .currency("EUR")
                .freight(Money.of("12.50", "USD"))
                .insurance(Money.of("1.00", "USD"))
                .build();
    }

    static TradeDocument tradeDocument() {
        return TradeDocument.of("invoice.pdf", TradeDocumentKind.COMMERCIAL_INVOICE, new byte[] {'%', 'P', 'D', 'F'});
    }

    static ShippedFor shippedFor() {
        return ShippedFor.of(ShippingSamples.shipment(), DAY);
    }

    static DocumentUpload documentUpload() {
        return DocumentUpload.builder()
                .carrier("parcelpost-eu")
                .document(tradeDocument())
                .originCountry("US")
                .destinationCountry("DE")
                .shipment(shippedFor())
                .service("GROUND")
                .build();
    }

    static UploadedDocument uploadedDocument() {
        return UploadedDocument.builder()
                .carrier("parcelpost")
                .connection("parcelpost-eu")
                .id("test-paper")
                .kind(TradeDocumentKind.COMMERCIAL_INVOICE)
                .attached(true)
                .expires(Instant.parse("2026-03-09T12:00:00Z"))
                .putDetails("folder", "test-folder")
                .addAlerts(ModelSamples.alert())
                .build();
    }

    static Distance distance() {
        return Distance.of("5.0", Distance.Unit.MI);
    }

    static LocationQuery locationQuery() {
        return LocationQuery.builder()
                .carrier("parcelpost-eu")
                .address(ShippingSamples.address())
                .coordinates(Coordinates.of("35.1495", "-90.0490"))
                .radius(distance())
                .addKinds(ServicePointKind.LOCKER)
                .addServices(LocationService.DROP_OFF)
                .limit(5)
                .build();
    }

    static OpeningHours openingHours() {
        return new OpeningHours(
                DayOfWeek.MONDAY,
                List.of(new TimeSpan(NINE, LocalTime.of(12, 30)), new TimeSpan(LocalTime.of(13, 30), SIX)));
    }

    static PoliticalDivision politicalDivision() {
        return PoliticalDivision.builder()
                .code("CA")
                .name("California")
                .source("iso-3166-2")
                .build();
    }

    static ServicePoint servicePoint() {
        return ServicePoint.builder()
                .carrier("parcelpost")
                .connection("parcelpost-eu")
                .id("test-place")
                .name("Example Kiosk")
                .kind(ServicePointKind.SERVICE_POINT)
                .carrierKind("018")
                .address(ShippingSamples.address())
                .addOpeningHours(openingHours(), new OpeningHours(DayOfWeek.SUNDAY, List.of()))
                .distance(distance())
                .coordinates(Coordinates.of("35.1495", "-90.0490"))
                .addServices(LocationService.HOLD)
                .addCarrierServices("001")
                .timeZone("America/Chicago")
                .putShipToIds("location_id", "test-place")
                .addNotes("in the yard")
                .build();
    }

    static Manifest manifest() {
        return Manifest.builder()
                .carrier("parcelpost")
                .connection("parcelpost-eu")
                .id("test-manifest")
                .date(DAY)
                .addDocuments(ModelSamples.document())
                .addAlerts(ModelSamples.alert())
                .build();
    }

    static ManifestRequest manifestRequest() {
        return ManifestRequest.builder()
                .carrier("parcelpost-eu")
                .date(DAY)
                .addTrackingNumbers("PP0000000017")
                .address(ShippingSamples.address())
                .build();
    }

    static Subscription subscription() {
        return Subscription.builder()
                .carrier("parcelpost")
                .connection("parcelpost-eu")
                .trackingNumber("PP0000000017")
                .id("test-subscription")
                .addAlerts(ModelSamples.alert())
                .build();
    }

    static SubscriptionRequest subscriptions() {
        return SubscriptionRequest.builder()
                .carrier("parcelpost-eu")
                .addTrackingNumbers("PP0000000017")
                .addEvents(SubscriptionEvent.TENDERED)
                .addEmails("ada@example.com")
                .senderName("Ada Example")
                .senderEmail("ada@example.com")
                .language("en-US")
                .build();
    }
}
