package com.trackingmcp.dhl;

import com.trackingmcp.model.Parcel;
import com.trackingmcp.model.Reference;
import com.trackingmcp.model.ShipmentRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes the parcels of a shipment, and the references of both. Stateless. */
final class DhlPackages {
    private static final String CONSIGNOR = "CU";

    /** The kinds of references, of which CU is the sender's own. Source: MyDHL API 3.1.1, customerReferences. */
    private static final Set<String> KINDS =
            Set.of("AAO", "CU", "FF", "FN", "IBC", "LLR", "OBC", "PRN", "ACP", "ACS", "ACR", "CDN", "STD", "CO");

    private DhlPackages() {}

    /** What a price needs of them. */
    static List<DhlBody.Packed> priced(List<Parcel> parcels, DhlMeasures measures) {
        return parcels.stream()
                .map(parcel -> packed(parcel, measures, false, null))
                .toList();
    }

    /** All of them; numbered where they are several, so that each label can be told whose it is. */
    static List<DhlBody.Packed> shipped(ShipmentRequest request, DhlMeasures measures) {
        List<Parcel> parcels = request.parcels();
        List<DhlBody.Packed> packages = new ArrayList<>();
        for (int i = 0; i < parcels.size(); i++) {
            packages.add(packed(parcels.get(i), measures, true, parcels.size() > 1 ? i + 1 : null));
        }
        return packages;
    }

    private static DhlBody.Packed packed(
            Parcel parcel, DhlMeasures measures, boolean labelled, @Nullable Integer number) {
        return new DhlBody.Packed(
                parcel.packaging().orElse(null),
                measures.weight(parcel.weight().orElseThrow()),
                parcel.dimensions().map(measures::sizes).orElse(null),
                labelled && !parcel.references().isEmpty() ? references(parcel.references()) : null,
                labelled ? DhlParties.filled(parcel.contents()).orElse(null) : null,
                number);
    }

    static List<DhlBody.Reference> references(List<Reference> references) {
        return references.stream()
                .map(reference -> new DhlBody.Reference(reference.value(), kind(reference.type())))
                .toList();
    }

    /** A kind DHL has no word for is the sender's own reference. */
    private static String kind(String type) {
        String code = type.toUpperCase(Locale.ROOT);
        return KINDS.contains(code) ? code : CONSIGNOR;
    }
}
