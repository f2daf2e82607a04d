package com.trackingmcp.dhl;

import com.trackingmcp.http.WireJson;
import com.trackingmcp.http.WireText;
import com.trackingmcp.model.AssociatedNumber;
import com.trackingmcp.model.Dimensions;
import com.trackingmcp.model.Reference;
import com.trackingmcp.model.TrackingNumber;
import com.trackingmcp.model.TrackingResult;
import com.trackingmcp.model.TrackingStatus;
import com.trackingmcp.model.Weight;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the details of a shipment of unified tracking: service, measures, pieces, references, proof. Stateless. */
final class DhlUnifiedDetails {
    private DhlUnifiedDetails() {}

    /** Writes what the details say into a result. */
    static void describe(
            DhlUnifiedWire.Details details,
            TrackingNumber number,
            TrackingStatus status,
            TrackingResult.Builder result) {
        result.serviceName(
                details.product() == null
                        ? Optional.empty()
                        : WireText.text(details.product().productName()));
        result.pieceCount(WireText.integer(details.totalNumberOfPieces()).filter(count -> count > 0));
        for (String piece : WireJson.list(details.pieceIds())) {
            WireText.text(piece)
                    .filter(id -> !DhlUnifiedMapper.same(id, number.value()))
                    .ifPresent(id -> result.addAssociatedNumbers(
                            AssociatedNumber.builder().type("piece").number(id).build()));
        }
        DhlUnifiedWire.Measure weight = details.weight();
        if (weight != null) {
            Optional<Weight.Unit> unit = WireText.text(weight.unitText()).flatMap(Weight.Unit::ofCarrier);
            result.weight(
                    unit.flatMap(known -> WireText.decimal(weight.value()).map(value -> new Weight(value, known))));
        }
        result.dimensions(dimensions(details.dimensions()));
        for (DhlUnifiedWire.Reference reference : WireJson.list(details.references())) {
            WireText.text(reference.number())
                    .ifPresent(value -> result.addReferences(Reference.builder()
                            .type(WireText.text(reference.type())
                                    .orElse("reference")
                                    .toLowerCase(Locale.ROOT))
                            .value(value)
                            .build()));
        }
        proof(details, status, result);
    }

    /** Only where all three measures are told in one unit. */
    private static Optional<Dimensions> dimensions(DhlUnifiedWire.@Nullable Sizes sizes) {
        if (sizes == null || sizes.length() == null || sizes.width() == null || sizes.height() == null) {
            return Optional.empty();
        }
        Optional<Dimensions.Unit> unit = unit(sizes.length());
        boolean oneUnit = unit.equals(unit(sizes.width())) && unit.equals(unit(sizes.height()));
        return DhlWireRead.dimensions(
                sizes.length().value(),
                sizes.width().value(),
                sizes.height().value(),
                oneUnit ? unit : Optional.empty());
    }

    private static Optional<Dimensions.Unit> unit(DhlUnifiedWire.Measure measure) {
        return WireText.text(measure.unitText()).flatMap(Dimensions.Unit::ofCarrier);
    }

    private static void proof(DhlUnifiedWire.Details details, TrackingStatus status, TrackingResult.Builder result) {
        DhlUnifiedWire.ProofOfDelivery proof = details.proofOfDelivery();
        boolean linked = proof != null
                && WireText.first(proof.documentUrl(), proof.signatureUrl()).isPresent();
        if (linked || details.proofOfDeliverySignedAvailable() != null) {
            result.proofOfDeliveryAvailable(linked || Boolean.TRUE.equals(details.proofOfDeliverySignedAvailable()));
        }
        if (proof == null || status != TrackingStatus.DELIVERED) {
            return;
        }
        DhlUnifiedWire.Person signer = proof.signed();
        result.signedBy(
                signer == null
                        ? name(proof.name(), proof.givenName(), proof.familyName())
                        : name(signer.name(), signer.givenName(), signer.familyName()));
    }

    private static Optional<String> name(@Nullable String whole, @Nullable String given, @Nullable String family) {
        return WireText.text(whole).or(() -> {
            String joined = WireText.text(given).orElse("") + " "
                    + WireText.text(family).orElse("");
            return WireText.text(joined);
        });
    }
}
