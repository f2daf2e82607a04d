package com.trackingmcp.testkit;

import com.trackingmcp.model.Address;
import com.trackingmcp.model.Commodity;
import com.trackingmcp.model.DocumentUpload;
import com.trackingmcp.model.LandedCostRequest;
import com.trackingmcp.model.LocationQuery;
import com.trackingmcp.model.ManifestRequest;
import com.trackingmcp.model.Money;
import com.trackingmcp.model.PickupPiece;
import com.trackingmcp.model.PickupRequest;
import com.trackingmcp.model.SubscriptionRequest;
import com.trackingmcp.model.TradeDocument;
import com.trackingmcp.model.TradeDocumentKind;
import com.trackingmcp.model.Weight;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/** What a shipping desk asks of FedEx. Stateless. */
final class FedexErrands implements SandboxErrands {
    private static final String FEDEX = "fedex";
    private static final Address MEMPHIS = Address.builder()
            .person("Ada Example")
            .company("Example Ltd")
            .addLines("1 Example Street")
            .city("Memphis")
            .stateOrProvince("TN")
            .postalCode("38118")
            .country("US")
            .phone("901 555 0100")
            .build();
    private static final Address MUNICH = Address.builder()
            .person("Ben Example")
            .addLines("Beispielweg 3")
            .city("Munich")
            .postalCode("80331")
            .country("DE")
            .phone("+49 89 5550102")
            .build();

    private final Clock clock;

    FedexErrands(Clock clock) {
        this.clock = clock;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /** By Ground: Express comes on the next business day at the latest. */
    @Override
    public Optional<PickupRequest> pickup() {
        return Optional.of(PickupRequest.builder()
                .carrier(FEDEX)
                .address(MEMPHIS)
                .date(today().plusDays(2))
                .readyTime(LocalTime.of(12, 0))
                .closeTime(LocalTime.of(17, 30))
                .addPieces(PickupPiece.builder()
                        .service("FEDEX_GROUND")
                        .quantity(2)
                        .weight(Weight.of("10", Weight.Unit.LB))
                        .build())
                .instructions("Ring at the loading dock")
                .options(Map.of("fedex_package_location", "FRONT"))
                .build());
    }

    @Override
    public Optional<LandedCostRequest> landedCost() {
        return Optional.of(LandedCostRequest.builder()
                .carrier(FEDEX)
                .sender(MEMPHIS)
                .recipient(MUNICH)
                .addCommodities(
                        goods("printed books", "490199", "2", "10.50"), goods("leather bags", "420221", "1", "100.00"))
                .build());
    }

    private static Commodity goods(String description, String code, String quantity, String price) {
        return Commodity.builder()
                .description(description)
                .hsCode(code)
                .originCountry("US")
                .quantity(new BigDecimal(quantity))
                .unitPrice(Money.of(price, "USD"))
                .weight(Weight.of("1", Weight.Unit.KG))
                .build();
    }

    @Override
    public Optional<DocumentUpload> document() {
        byte[] invoice = Base64.getDecoder().decode(Papers.pdf("Commercial invoice"));
        return Optional.of(DocumentUpload.builder()
                .carrier(FEDEX)
                .document(TradeDocument.of("invoice.pdf", TradeDocumentKind.COMMERCIAL_INVOICE, invoice))
                .originCountry("US")
                .destinationCountry("DE")
                .build());
    }

    @Override
    public Optional<LocationQuery> locations() {
        return Optional.of(LocationQuery.builder()
                .carrier(FEDEX)
                .address(Address.builder()
                        .city("Memphis")
                        .stateOrProvince("TN")
                        .postalCode("38118")
                        .country("US")
                        .build())
                .build());
    }

    @Override
    public Optional<ManifestRequest> manifest() {
        return Optional.of(ManifestRequest.of(FEDEX, today()));
    }

    @Override
    public Optional<SubscriptionRequest> subscription(String trackingNumber) {
        return Optional.of(SubscriptionRequest.builder()
                .carrier(FEDEX)
                .addTrackingNumbers(trackingNumber)
                .addEmails("ben@example.com")
                .senderName("Ada Example")
                .senderEmail("ada@example.com")
                .build());
    }
}
