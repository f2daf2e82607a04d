package com.trackingmcp.model;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;

/** One of each model with everything said that can be said. */
final class ModelSamples {
    static final CarrierTime WITH_OFFSET = CarrierTime.at(OffsetDateTime.parse("2026-03-01T09:30:00-05:00"));

    private ModelSamples() {}

    /** Every model that is read and written on its own. */
    static Stream<Object> all() {
        return Stream.of(tracking(), ShippingSamples.all(), DeskSamples.all(), StoreSamples.all())
                .flatMap(samples -> samples);
    }

    private static Stream<Object> tracking() {
        return Stream.of(
                alert(),
                associatedNumber(),
                new CarrierMatch("parcelpost", Confidence.CERTAIN, "parcelpost", "check digit holds", true),
                WITH_OFFSET,
                Confidence.POSSIBLE,
                DeliveryWindow.between(
                        CarrierTime.local(LocalDateTime.parse("2026-03-02T08:00:00")),
                        CarrierTime.on(LocalDate.parse("2026-03-03")),
                        DeliveryWindow.Basis.APPOINTMENT),
                dimensions(),
                document(),
                exceptionDetail(),
                location(),
                new Money(new BigDecimal("12.50"), java.util.Currency.getInstance("EUR")),
                proofOfDelivery(),
                reference(),
                event(),
                number(),
                trackingReference(),
                result(),
                TrackingStatus.CUSTOMS,
                new Weight(new BigDecimal("0.10"), Weight.Unit.KG));
    }

    static Alert alert() {
        return Alert.builder().code("VIRTUAL").text("canned").build();
    }

    static AssociatedNumber associatedNumber() {
        return AssociatedNumber.builder().type("package").number("PP0000000017").build();
    }

    static Dimensions dimensions() {
        return new Dimensions(
                new BigDecimal("30"), new BigDecimal("20.5"), new BigDecimal("10.00"), Dimensions.Unit.CM);
    }

    static Document document() {
        return Document.builder()
                .kind("signature")
                .format(LabelFormat.PNG)
                .pageFormat("STOCK_4X6")
                .mediaType("image/png")
                .base64("aGVsbG8=")
                .url(URI.create("https://parcelpost.example/signature"))
                .build();
    }

    static ExceptionDetail exceptionDetail() {
        return ExceptionDetail.builder()
                .code("A1")
                .reason("address incomplete")
                .action("contact the sender")
                .time(CarrierTime.on(LocalDate.parse("2026-03-01")))
                .build();
    }

    static Location location() {
        return Location.builder()
                .city("Memphis")
                .stateOrProvince("TN")
                .postalCode("38118")
                .country("US")
                .facility("hub")
                .build();
    }

    static ProofOfDelivery proofOfDelivery() {
        return ProofOfDelivery.builder()
                .number(number())
                .carrier("parcelpost")
                .deliveredAt(WITH_OFFSET)
                .signedBy("T. Est")
                .addDocuments(document())
                .build();
    }

    static Reference reference() {
        return Reference.builder().type("customer_reference").value("order 7").build();
    }

    static TrackingEvent event() {
        return TrackingEvent.builder()
                .time(WITH_OFFSET)
                .status(TrackingStatus.DELIVERED)
                .carrierStatusCode("DLV")
                .carrierStatusText("delivered")
                .reasonCode("09")
                .reasonText("left at the door")
                .location(location())
                .build();
    }

    static TrackingNumber number() {
        return TrackingNumber.builder()
                .value("PP0000000017")
                .carrier("parcelpost")
                .uniqueId("2460000000~PP0000000017")
                .shippedOn(LocalDate.parse("2026-02-27"))
                .postalCode("38118")
                .build();
    }

    static TrackingReference trackingReference() {
        return TrackingReference.builder()
                .value("order 7")
                .type("customer_reference")
                .carrier("parcelpost")
                .shippedFrom(LocalDate.parse("2026-02-01"))
                .shippedTo(LocalDate.parse("2026-02-28"))
                .accountNumber("test-account")
                .destinationCountry("US")
                .destinationPostalCode("38118")
                .build();
    }

    static TrackingResult result() {
        return minimalResult()
                .serviceCode("STD")
                .serviceName("Standard")
                .carrierStatusCode("DLV")
                .carrierStatusText("delivered")
                .delayed(true)
                .estimatedDelivery(DeliveryWindow.on(WITH_OFFSET, DeliveryWindow.Basis.ESTIMATED))
                .deliveredAt(WITH_OFFSET)
                .signedBy("T. Est")
                .addEvents(event())
                .origin(location())
                .destination(location())
                .weight(new Weight(new BigDecimal("2.20"), Weight.Unit.LB))
                .dimensions(dimensions())
                .pieceCount(2)
                .addReferences(reference())
                .addAssociatedNumbers(associatedNumber())
                .deliveryAttempts(1)
                .addExceptions(exceptionDetail())
                .proofOfDeliveryAvailable(false)
                .addAlerts(alert())
                .alternatives(List.of(minimalResult().build()))
                .rawJson("{\"a\":1}")
                .build();
    }

    static TrackingResult.Builder minimalResult() {
        TrackingResult.Builder result = TrackingResult.builder();
        result.number(TrackingNumber.of("PP0000000017"))
                .carrier("parcelpost")
                .connection("parcelpost-eu")
                .status(TrackingStatus.DELIVERED)
                .retrievedAt(Instant.parse("2026-03-01T10:00:00.123456789Z"));
        return result;
    }
}
