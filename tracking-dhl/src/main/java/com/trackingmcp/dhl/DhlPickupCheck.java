package com.trackingmcp.dhl;

import com.trackingmcp.model.PickupPiece;
import com.trackingmcp.model.PickupRequest;
import com.trackingmcp.spi.RequestCheck;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** DHL Express's own rules for a pickup, all looked at together: those of MyDHL API 3.1.1. Safe for use by many threads. */
final class DhlPickupCheck {
    private static final int LONGEST_PLACE = 80;
    private static final int MOST_SHIPMENTS = 999;

    private final Clock clock;
    private final Optional<String> account;

    DhlPickupCheck(Clock clock, Optional<String> account) {
        this.clock = clock;
        this.account = account;
    }

    void check(PickupRequest request, RequestCheck check) {
        DhlShipmentCheck.account(account, check);
        request.address().ifPresent(address -> {
            DhlAddressCheck.place("address", address, check);
            DhlAddressCheck.party("address", address, check);
        });
        DhlShipmentCheck.daysAhead("date", request.date(), clock, check);
        check.atMost(LONGEST_PLACE, "place_at_address", request.placeAtAddress());
        DhlParties.filled(request.instructions())
                .filter(text -> DhlPickupEncoder.lines(text).size() > DhlPickupEncoder.MOST_LINES)
                .ifPresent(text -> check.wrong(
                        "instructions",
                        "need more than " + DhlPickupEncoder.MOST_LINES + " lines of " + DhlPickupEncoder.LONGEST_LINE
                                + " characters"));
        List<PickupPiece> pieces = request.pieces();
        if (pieces.size() > MOST_SHIPMENTS) {
            check.wrong("pieces", "are more than " + MOST_SHIPMENTS);
        }
        for (int i = 0; i < pieces.size(); i++) {
            piece("pieces[" + i + "]", pieces.get(i), check);
        }
    }

    private static void piece(String path, PickupPiece piece, RequestCheck check) {
        check.required(path + ".service", piece.service());
        check.atMost(DhlShipmentCheck.LONGEST_PRODUCT, path + ".service", piece.service());
        check.required(path + ".weight", piece.weight());
        piece.quantity()
                .filter(quantity -> quantity > DhlShipmentCheck.MOST_PARCELS)
                .ifPresent(
                        quantity -> check.wrong(path + ".quantity", "is more than " + DhlShipmentCheck.MOST_PARCELS));
        DhlShipmentCheck.packaging(path + ".packaging", piece.packaging(), check);
    }
}
