package com.trackingmcp.testkit;

import com.trackingmcp.model.Address;
import com.trackingmcp.model.Commodity;
import com.trackingmcp.model.Distance;
import com.trackingmcp.model.DocumentUpload;
import com.trackingmcp.model.LandedCostRequest;
import com.trackingmcp.model.LocationQuery;
import com.trackingmcp.model.Money;
import com.trackingmcp.model.PickupPiece;
import com.trackingmcp.model.PickupRequest;
import com.trackingmcp.model.SubscriptionRequest;
import com.trackingmcp.model.TradeDocument;
import com.trackingmcp.model.TradeDocumentKind;
import com.trackingmcp.model.Weight;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;

/** What a shipping desk asks of UPS. Stateless. */
final class UpsErrands implements SandboxErrands {
    private final Clock clock;

    UpsErrands(Clock clock) {
        this.clock = clock;
    }

    private static Address memphis() {
        return Address.builder()
                .person("Ann Sender")
                .company("Sender Inc")
                .addLines("100 Example Street", "Dock 2")
                .city(Place.MEMPHIS.city())
                .stateOrProvince(Place.MEMPHIS.state())
                .postalCode(Place.MEMPHIS.postalCode())
                .country(Place.MEMPHIS.country())
                .phone("901-555-0100")
                .build();
    }

    @Override
    public Optional<PickupRequest> pickup() {
        return Optional.of(PickupRequest.builder()
                .carrier("ups")
                .address(memphis())
                .date(LocalDate.now(clock).plusDays(2))
                .readyTime(LocalTime.of(10, 0))
                .closeTime(LocalTime.of(17, 30))
                .addPieces(PickupPiece.builder()
                        .service("03")
                        .quantity(2)
                        .weight(Weight.of("10.5", Weight.Unit.LB))
                        .build())
                .instructions("Ring the bell")
                .placeAtAddress("Dock 2")
                .reference("pickup-4711")
                .build());
    }

    @Override
    public Optional<LocationQuery> locations() {
        return Optional.of(LocationQuery.builder()
                .carrier("ups")
                .address(memphis())
                .radius(Distance.of("10", Distance.Unit.MI))
                .build());
    }

    @Override
    public Optional<LandedCostRequest> landedCost() {
        return Optional.of(LandedCostRequest.builder()
                .carrier("ups")
                .sender(Address.builder().country("US").build())
                .recipient(Address.builder().country("DE").build())
                .addCommodities(
                        goods("Printed books", "490199", 2, "19.90"), goods("Leather bags", "420221", 1, "80.00"))
                .build());
    }

    private static Commodity goods(String description, String hsCode, int quantity, String price) {
        return Commodity.builder()
                .description(description)
                .hsCode(hsCode)
                .originCountry("US")
                .quantity(BigDecimal.valueOf(quantity))
                .unitPrice(Money.of(price, "USD"))
                .weight(Weight.of("1.2", Weight.Unit.KG))
                .build();
    }

    @Override
    public Optional<DocumentUpload> document() {
        byte[] content = "%PDF-1.4 test invoice".getBytes(StandardCharsets.US_ASCII);
        return Optional.of(DocumentUpload.of(
                "ups", TradeDocument.of("invoice-4711.pdf", TradeDocumentKind.COMMERCIAL_INVOICE, content)));
    }

    @Override
    public Optional<SubscriptionRequest> subscription(String trackingNumber) {
        return Optional.of(SubscriptionRequest.builder()
                .carrier("ups")
                .addTrackingNumbers(trackingNumber)
                .build());
    }
}
