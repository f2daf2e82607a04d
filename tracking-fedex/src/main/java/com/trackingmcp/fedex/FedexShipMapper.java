package com.trackingmcp.fedex;

import com.trackingmcp.fedex.FedexShipAnswer.Completed;
import com.trackingmcp.fedex.FedexShipAnswer.Paper;
import com.trackingmcp.fedex.FedexShipAnswer.Piece;
import com.trackingmcp.fedex.FedexShipAnswer.Plan;
import com.trackingmcp.fedex.FedexShipAnswer.Sold;
import com.trackingmcp.fedex.FedexShipAnswer.TrackingId;
import com.trackingmcp.http.WireJson;
import com.trackingmcp.http.WireText;
import com.trackingmcp.model.Alert;
import com.trackingmcp.model.DeliveryWindow;
import com.trackingmcp.model.Document;
import com.trackingmcp.model.LabelFormat;
import com.trackingmcp.model.LabelSpec;
import com.trackingmcp.model.Parcel;
import com.trackingmcp.model.Reference;
import com.trackingmcp.model.Shipment;
import com.trackingmcp.model.ShipmentRequest;
import com.trackingmcp.model.ShippedParcel;
import com.trackingmcp.spi.CarrierProfile;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What FedEx sold as the common model. Safe for use by many threads.
 *
 * <p>A shipment that was bought is told whatever its answer lacks: without labels, too, with a note that says so.
 */
final class FedexShipMapper {
    private static final Comparator<Piece> IN_ORDER =
            Comparator.comparing(Piece::packageSequenceNumber, Comparator.nullsLast(Comparator.naturalOrder()));

    private final CarrierProfile profile;
    private final Clock clock;

    FedexShipMapper(CarrierProfile profile, Clock clock) {
        this.profile = profile;
        this.clock = clock;
    }

    /** The shipment; empty where no number is told, so that nobody could do anything with it. */
    Optional<Shipment> shipment(FedexShipAnswer.Output output, ShipmentRequest request) {
        List<Sold> sold = WireJson.list(output.transactionShipments());
        List<Piece> pieces = sold.stream()
                .flatMap(each -> WireJson.list(each.pieceResponses()).stream())
                .sorted(IN_ORDER)
                .toList();
        Optional<String> id = sold.stream()
                .flatMap(each -> each.number().stream())
                .findFirst()
                .or(() ->
                        pieces.stream().flatMap(piece -> number(piece).stream()).findFirst());
        return id.map(number -> shipment(number, sold.get(0), pieces, output, request));
    }

    private Shipment shipment(
            String id, Sold sold, List<Piece> pieces, FedexShipAnswer.Output output, ShipmentRequest request) {
        LabelSpec label = FedexShipEncoder.label(request);
        List<ShippedParcel> parcels = parcels(id, pieces, request.parcels(), label);
        Completed completed = sold.completedShipmentDetail();
        FedexSoldPrice price = FedexSoldPrice.of(completed);
        Shipment shipment = Shipment.builder()
                .carrier(profile.carrier())
                .connection(profile.connection())
                .id(id)
                .trackingNumber(parcels.get(0).trackingNumber())
                .parcels(parcels)
                .documents(papers(sold, label))
                .service(WireText.text(sold.serviceType()).or(request::service))
                .serviceName(WireText.text(sold.serviceName()))
                .price(price.total())
                .charges(price.charges())
                .delivery(delivery(completed, pieces))
                .created(clock.instant())
                .references(request.references())
                .idempotencyKey(request.idempotencyKey())
                .details(details(sold))
                .alerts(Stream.concat(
                                FedexAlerts.ofValues(sold.alerts()).stream(),
                                FedexAlerts.ofValues(output.alerts()).stream())
                        .distinct()
                        .toList())
                .build();
        return shipment.labels().isEmpty() ? withoutLabel(shipment) : shipment;
    }

    private static Shipment withoutLabel(Shipment shipment) {
        return Shipment.builder()
                .from(shipment)
                .addAlerts(Alert.builder()
                        .text(
                                "FedEx sold the shipment and sent no label, and sends none again: cancel it and buy another")
                        .build())
                .build();
    }

    private static Optional<String> number(Piece piece) {
        return WireText.first(piece.trackingNumber(), piece.masterTrackingNumber());
    }

    private static List<ShippedParcel> parcels(String id, List<Piece> pieces, List<Parcel> asked, LabelSpec label) {
        List<ShippedParcel> parcels = new ArrayList<>();
        for (Piece piece : pieces) {
            List<Reference> references =
                    parcels.size() < asked.size() ? asked.get(parcels.size()).references() : List.of();
            parcels.add(ShippedParcel.builder()
                    .trackingNumber(number(piece).orElse(id))
                    .documents(documents(piece.packageDocuments(), label))
                    .references(references)
                    .build());
        }
        return parcels.isEmpty()
                ? List.of(ShippedParcel.builder().trackingNumber(id).build())
                : List.copyOf(parcels);
    }

    private static List<Document> documents(@Nullable List<@Nullable Paper> papers, LabelSpec label) {
        return WireJson.list(papers).stream()
                .flatMap(paper -> FedexLabels.document(paper, label).stream())
                .toList();
    }

    /** Papers for the shipment as a whole: where the described place has none of a kind, those sent in parts beside it. */
    private static List<Document> papers(Sold sold, LabelSpec label) {
        List<Document> described = documents(sold.shipmentDocuments(), label);
        Completed completed = sold.completedShipmentDetail();
        Stream<Document> parts = completed == null
                ? Stream.empty()
                : WireJson.list(completed.shipmentDocuments()).stream()
                        .flatMap(paper -> WireJson.list(paper.parts()).stream()
                                .flatMap(part -> WireText.text(part.image()).stream())
                                .map(image -> part(paper.type(), image)));
        return Stream.concat(
                        described.stream(),
                        parts.filter(part -> described.stream()
                                .noneMatch(other -> other.kind().equals(part.kind()))))
                .toList();
    }

    private static Document part(@Nullable String type, String image) {
        return Document.builder()
                .kind(WireText.text(type).orElse("document").toLowerCase(Locale.ROOT))
                .format(LabelFormat.PDF)
                .mediaType("application/pdf")
                .base64(image)
                .build();
    }

    private static Optional<DeliveryWindow> delivery(@Nullable Completed completed, List<Piece> pieces) {
        Plan plan = completed == null ? null : completed.operationalDetail();
        return FedexCommit.firstOf(plan == null ? null : plan.commitDate(), plan == null ? null : plan.deliveryDate())
                .or(() -> pieces.stream()
                        .flatMap(piece ->
                                FedexCommit.firstOf(piece.deliveryTimestamp(), piece.deliveryDatestamp()).stream())
                        .findFirst());
    }

    /** What FedEx wants to hear again of a shipment; the form's id is a text, for it has leading zeros. */
    private static Map<String, String> details(Sold sold) {
        Map<String, String> details = new LinkedHashMap<>();
        WireText.text(sold.serviceCategory()).ifPresent(category -> details.put("service_category", category));
        TrackingId id = sold.completedShipmentDetail() == null
                ? null
                : sold.completedShipmentDetail().masterTrackingId();
        if (id != null) {
            WireText.text(id.formId()).ifPresent(form -> details.put("form_id", form));
            WireText.text(id.trackingIdType()).ifPresent(type -> details.put("tracking_id_type", type));
        }
        return details;
    }
}
