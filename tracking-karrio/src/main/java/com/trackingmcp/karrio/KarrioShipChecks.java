package com.trackingmcp.karrio;

import com.trackingmcp.model.LabelFormat;
import com.trackingmcp.model.LabelSpec;
import com.trackingmcp.model.Money;
import com.trackingmcp.model.ShipmentRequest;
import com.trackingmcp.model.SignatureOption;
import com.trackingmcp.spi.RequestCheck;
import java.util.Optional;
import java.util.Set;

/**
 * What Karrio needs of a shipment beyond what every carrier does, and what it has no room for. Stateless. What the carrier
 * behind it needs besides, it says itself before anything is bought.
 *
 * <p>Source of the limits: Karrio's OpenAPI description 2026.1.32 (ShipmentData, RateRequest).
 */
final class KarrioShipChecks {
    private static final int LONGEST_REFERENCE = 100;
    private static final int LONGEST_ORDER = 50;
    private static final int LONGEST_CONTENTS = 100;
    private static final Set<LabelFormat> LABELS = Set.of(LabelFormat.PDF, LabelFormat.ZPL, LabelFormat.PNG);

    private KarrioShipChecks() {}

    /** What a price takes. */
    static void forRates(ShipmentRequest request, RequestCheck check) {
        request.sender().ifPresent(sender -> KarrioAddresses.check("sender", sender, check));
        request.recipient().ifPresent(recipient -> KarrioAddresses.check("recipient", recipient, check));
        for (int i = 0; i < request.parcels().size(); i++) {
            KarrioParcels.check("parcels[" + i + "]", request.parcels().get(i), check);
        }
        if (KarrioOptions.values(request.parcels()).stream()
                        .map(Money::currency)
                        .distinct()
                        .count()
                > 1) {
            check.wrong("parcels", "are declared in several currencies; Karrio takes one");
        }
        if (request.parcels().stream().anyMatch(parcel -> parcel.contents().isEmpty())) {
            check.atMost(LONGEST_CONTENTS, "description", request.description());
        }
        request.customs().ifPresent(customs -> KarrioCustoms.check(customs, check));
        signature(request.signature(), check);
        KarrioOptions.BUY_AT_ONCE.stream()
                .filter(request.options()::containsKey)
                .sorted()
                .forEach(name -> check.wrong(
                        "options." + name,
                        "lets Karrio choose and buy by itself; name the service, and it is bought once"));
    }

    /** Karrio has one word for all signatures, and none for no signature. */
    private static void signature(SignatureOption signature, RequestCheck check) {
        if (signature == SignatureOption.ADULT || signature == SignatureOption.NONE) {
            check.wrong(
                    "signature",
                    "is " + signature.word() + ", which Karrio has no word for; name the carrier's own option instead");
        }
    }

    /** What a label takes. */
    static void forShipping(ShipmentRequest request, RequestCheck check) {
        forRates(request, check);
        request.shipper()
                .ifPresent(
                        shipper -> check.wrong("shipper", "has no place at Karrio, which knows who hands over alone"));
        check.atMost(LONGEST_REFERENCE, "references[0].value", KarrioShipRequests.reference(request));
        KarrioShipRequests.order(request)
                .filter(order -> order.length() > LONGEST_ORDER)
                .ifPresent(order ->
                        check.wrong("references", "have an order_id of more than " + LONGEST_ORDER + " characters"));
        request.label().ifPresent(label -> label(label, check));
    }

    private static void label(LabelSpec label, RequestCheck check) {
        if (!LABELS.contains(label.format())) {
            check.wrong(
                    "label.format",
                    "is " + label.format().word() + ", which Karrio does not send: it has pdf, zpl, png");
        }
        chosenThere("label.stock", label.stock(), check);
        chosenThere("label.dpi", label.dpi(), check);
    }

    private static void chosenThere(String path, Optional<?> value, RequestCheck check) {
        value.ifPresent(given -> check.wrong(path, "is chosen at Karrio, in the settings of the connection"));
    }
}
