package com.trackingmcp.testkit;

import com.trackingmcp.model.Address;
import com.trackingmcp.model.DocumentUpload;
import com.trackingmcp.model.PickupPiece;
import com.trackingmcp.model.PickupRequest;
import com.trackingmcp.model.TradeDocument;
import com.trackingmcp.model.TradeDocumentKind;
import com.trackingmcp.model.Weight;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;

/** What a shipping desk asks of a carrier behind the gateway. Stateless. */
final class KarrioErrands implements SandboxErrands {
    /** Those that come for parcels of which nobody tells them the weight. */
    private static final Set<String> COMING = Set.of("karrio:canadapost", "karrio:purolator", "karrio:fedex");

    private static final Set<String> PAPERLESS = Set.of("karrio:purolator", "karrio:fedex", "karrio:mydhl");

    private final String carrier;
    private final Clock clock;

    /** Those of a carrier such as {@code karrio:canadapost}. */
    KarrioErrands(String carrier, Clock clock) {
        this.carrier = carrier;
        this.clock = clock;
    }

    @Override
    public Optional<PickupRequest> pickup() {
        if (!COMING.contains(carrier)) {
            return Optional.empty();
        }
        Address sender = SandboxOrders.domestic(carrier).build().sender().orElseThrow();
        return Optional.of(PickupRequest.builder()
                .carrier(carrier)
                .address(sender)
                .date(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(2))
                .readyTime(LocalTime.of(10, 0))
                .closeTime(LocalTime.of(17, 0))
                .addPieces(PickupPiece.builder()
                        .quantity(2)
                        .weight(Weight.of("3", Weight.Unit.KG))
                        .build())
                .instructions("Ring the bell")
                .build());
    }

    @Override
    public Optional<DocumentUpload> document() {
        byte[] paper = "%PDF-1.4 an invoice of the sandbox".getBytes(StandardCharsets.US_ASCII);
        TradeDocument invoice = TradeDocument.of("invoice.pdf", TradeDocumentKind.COMMERCIAL_INVOICE, paper);
        return PAPERLESS.contains(carrier) ? Optional.of(DocumentUpload.of(carrier, invoice)) : Optional.empty();
    }
}
