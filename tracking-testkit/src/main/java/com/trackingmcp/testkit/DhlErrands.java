package com.trackingmcp.testkit;

import com.trackingmcp.model.Address;
import com.trackingmcp.model.Commodity;
import com.trackingmcp.model.DocumentUpload;
import com.trackingmcp.model.LandedCostRequest;
import com.trackingmcp.model.LocationQuery;
import com.trackingmcp.model.Money;
import com.trackingmcp.model.PickupPiece;
import com.trackingmcp.model.PickupRequest;
import com.trackingmcp.model.TradeDocument;
import com.trackingmcp.model.TradeDocumentKind;
import com.trackingmcp.model.Weight;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** What a shipping desk asks of DHL Express. Stateless. */
final class DhlErrands implements SandboxErrands {
    private static final String CARRIER = "dhl";
    private static final int DAYS_AHEAD = 2;

    private final Clock clock;

    DhlErrands(Clock clock) {
        this.clock = clock;
    }

    private static Address bonn() {
        return SandboxOrders.domestic(CARRIER).build().sender().orElseThrow();
    }

    @Override
    public Optional<PickupRequest> pickup() {
        return Optional.of(PickupRequest.builder()
                .carrier(CARRIER)
                .address(bonn())
                .date(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(DAYS_AHEAD))
                .readyTime(LocalTime.of(10, 0))
                .closeTime(LocalTime.of(17, 0))
                .addPieces(PickupPiece.builder()
                        .service("N")
                        .quantity(2)
                        .weight(Weight.of("3", Weight.Unit.KG))
                        .build())
                .instructions("Ring the bell")
                .build());
    }

    @Override
    public Optional<LandedCostRequest> landedCost() {
        return Optional.of(LandedCostRequest.builder()
                .carrier(CARRIER)
                .sender(bonn())
                .recipient(Address.builder()
                        .city(Place.LONDON.city())
                        .postalCode(Place.LONDON.postalCode())
                        .country(Place.LONDON.country())
                        .build())
                .addCommodities(
                        goods("Printed books", "490199", "2", "19.90"), goods("Leather bags", "420221", "3", "40.00"))
                .build());
    }

    private static Commodity goods(String description, String hsCode, String quantity, String price) {
        return Commodity.builder()
                .description(description)
                .hsCode(hsCode)
                .originCountry("DE")
                .quantity(new BigDecimal(quantity))
                .unitPrice(Money.of(price, "EUR"))
                .weight(Weight.of("1.2", Weight.Unit.KG))
                .build();
    }

    @Override
    public Optional<DocumentUpload> document() {
        byte[] paper = "%PDF-1.4 an invoice of the sandbox".getBytes(StandardCharsets.US_ASCII);
        return Optional.of(DocumentUpload.of(
                CARRIER, TradeDocument.of("invoice.pdf", TradeDocumentKind.COMMERCIAL_INVOICE, paper)));
    }

    @Override
    public Optional<LocationQuery> locations() {
        return Optional.of(
                LocationQuery.builder().carrier(CARRIER).address(bonn()).build());
    }
}
