package com.trackingmcp.ups;

import com.trackingmcp.model.Reference;
import com.trackingmcp.model.ShipmentRequest;
import com.trackingmcp.spi.RequestCheck;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What UPS needs of references: two at most, of a package within the United States or Puerto Rico, of the shipment
 * anywhere else. Stateless.
 */
final class UpsReferenceChecks {
    private static final int MOST = 2;
    private static final int LONGEST = 35;
    private static final String BARCODE = "ups_reference_barcode";

    private UpsReferenceChecks() {}

    static void references(ShipmentRequest request, RequestCheck check) {
        each("references", request.references(), check);
        Set<Reference> all = new HashSet<>(request.references());
        boolean ofPackages = UpsLane.of(request).refersToPackages();
        boolean shared = !ofPackages && request.parcels().size() > 0;
        for (int i = 0; i < request.parcels().size(); i++) {
            String path = "parcels[" + i + "].references";
            List<Reference> own = request.parcels().get(i).references();
            each(path, own, check);
            all.addAll(own);
            long count = shared
                    ? all.size()
                    : Stream.concat(request.references().stream(), own.stream())
                            .distinct()
                            .count();
            if (count > MOST && !own.isEmpty()) {
                check.wrong(path, "make it " + count + " with the shipment's; UPS takes " + MOST);
            }
        }
        if (request.references().size() > MOST) {
            check.wrong("references", "are " + request.references().size() + "; UPS takes " + MOST);
        }
        barcode(request, check);
    }

    private static void each(String path, List<Reference> references, RequestCheck check) {
        for (int i = 0; i < references.size(); i++) {
            String value = references.get(i).value();
            String place = path + "[" + i + "].value";
            check.required(place, Optional.of(value));
            check.atMost(LONGEST, place, Optional.of(value));
        }
    }

    private static void barcode(ShipmentRequest request, RequestCheck check) {
        boolean wanted = UpsOptions.of(request).flag(BARCODE) != null;
        boolean fits = request.references().stream()
                .findFirst()
                .map(first -> first.value().matches("[0-9A-Za-z]{1,14}|[0-9]{1,24}"))
                .orElse(false);
        if (wanted && !fits) {
            check.wrong(
                    "options." + BARCODE,
                    "takes a first reference of at most 14 letters and digits or 24 digits, without blanks");
        }
    }
}
