package com.trackingmcp.ups;

import static com.trackingmcp.http.WireJson.list;

import com.trackingmcp.http.CarrierResponse;
import com.trackingmcp.model.Address;
import com.trackingmcp.model.Document;
import com.trackingmcp.model.Reference;
import com.trackingmcp.model.Shipment;
import com.trackingmcp.model.ShipmentRequest;
import com.trackingmcp.model.ShippedParcel;
import com.trackingmcp.spi.CarrierProfile;
import com.trackingmcp.ups.UpsLabelWire.Bought;
import com.trackingmcp.ups.UpsLabelWire.LabelRecoveryResponse;
import com.trackingmcp.ups.UpsLabelWire.LabelResult;
import com.trackingmcp.ups.UpsLabelWire.PackageResult;
import com.trackingmcp.ups.UpsLabelWire.Results;
import com.trackingmcp.ups.UpsLabelWire.ShipmentResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Makes shipments of UPS's answers. Safe for use by many threads.
 *
 * <p>Each parcel has a number and a label of its own; a label that UPS mails or prints itself is not in the answer. The id
 * of a shipment is the number of its first parcel. UPS does not say how long a shipment can be voided.
 */
final class UpsShipmentMapper {
    private final CarrierProfile profile;

    UpsShipmentMapper(CarrierProfile profile) {
        this.profile = profile;
    }

    /** What was bought; fails where it cannot be told what, if anything. */
    Shipment bought(CarrierResponse response, ShipmentRequest request, Instant now) {
        ShipmentResponse answer = UpsAnswers.read(response, Bought.class, Bought::ShipmentResponse);
        Results results = answer.ShipmentResults();
        List<PackageResult> packages = results == null ? List.of() : list(results.PackageResults());
        Optional<String> first = packages.stream()
                .flatMap(one -> UpsText.clean(one.TrackingNumber()).stream())
                .findFirst();
        Optional<String> id = results == null
                ? Optional.empty()
                : UpsText.clean(results.ShipmentIdentificationNumber()).or(() -> first);
        if (results == null || id.isEmpty()) {
            throw UpsAnswers.malformed(response, "it holds no shipment number");
        }
        UpsPrices prices = UpsPrices.of(results.NegotiatedRateCharges(), results.ShipmentCharges());
        String service = request.service().orElse("");
        String origin = request.sender().flatMap(Address::country).orElse("");
        return Shipment.builder()
                .carrier(profile.carrier())
                .connection(profile.connection())
                .id(id.get())
                .trackingNumber(first.orElse(id.get()))
                .parcels(parcels(packages, request, id.get()))
                .documents(documents(results))
                .service(service)
                .serviceName(UpsCatalog.serviceName(service, origin))
                .price(prices.total())
                .charges(prices.charges())
                .created(now)
                .references(request.references())
                .idempotencyKey(request.idempotencyKey())
                .alerts(UpsAnswers.alerts(answer.Response(), list(results.Disclaimer())))
                .build();
    }

    private static List<ShippedParcel> parcels(List<PackageResult> told, ShipmentRequest request, String id) {
        List<ShippedParcel> parcels = new ArrayList<>();
        for (int i = 0; i < told.size(); i++) {
            PackageResult one = told.get(i);
            List<Reference> references =
                    i < request.parcels().size() ? request.parcels().get(i).references() : List.of();
            UpsPrints papers = new UpsPrints(UpsShipEncoder.pageFormat(request.label()));
            UpsText.clean(one.TrackingNumber())
                    .ifPresent(number -> parcels.add(ShippedParcel.builder()
                            .trackingNumber(number)
                            .addAllDocuments(papers.label(one.ShippingLabel()))
                            .addAllDocuments(papers.paper("receipt", one.ShippingReceipt()))
                            .addAllDocuments(papers.forms(list(one.Form())))
                            .references(references)
                            .build()));
        }
        return parcels.isEmpty()
                ? List.of(ShippedParcel.builder().trackingNumber(id).build())
                : parcels;
    }

    private static List<Document> documents(Results results) {
        UpsPrints papers = new UpsPrints("");
        return Stream.of(
                        papers.forms(list(results.Form())),
                        list(results.ControlLogReceipt()).stream()
                                .flatMap(image -> papers.paper("control_log_receipt", image).stream())
                                .toList(),
                        papers.page("high_value_report", results.HighValueReport()),
                        papers.page("cod_turn_in_page", results.CODTurnInPage()),
                        papers.link(Document.LABEL, results.LabelURL()),
                        papers.link("receipt", results.ReceiptURL()))
                .flatMap(List::stream)
                .toList();
    }

    /** A shipment whose labels were sent again; empty where the answer holds none, but candidates. */
    Optional<Shipment> recovered(LabelRecoveryResponse answer, String pageFormat, Optional<String> reference) {
        UpsPrints papers = new UpsPrints(pageFormat);
        List<ShippedParcel> parcels = new ArrayList<>();
        for (LabelResult one : list(answer.LabelResults())) {
            UpsText.clean(one.TrackingNumber())
                    .or(() -> UpsText.clean(answer.ShipmentIdentificationNumber()))
                    .ifPresent(number -> parcels.add(ShippedParcel.builder()
                            .trackingNumber(number)
                            .addAllDocuments(papers.label(one.LabelImage()))
                            .addAllDocuments(
                                    one.Receipt() == null
                                            ? List.of()
                                            : papers.paper(
                                                    "receipt", one.Receipt().Image()))
                            .addAllDocuments(papers.forms(list(one.Form())))
                            .build()));
        }
        Optional<String> id = UpsText.clean(answer.ShipmentIdentificationNumber())
                .or(() -> parcels.stream().map(ShippedParcel::trackingNumber).findFirst());
        if (parcels.isEmpty() || id.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Shipment.builder()
                .carrier(profile.carrier())
                .connection(profile.connection())
                .id(id.get())
                .trackingNumber(parcels.get(0).trackingNumber())
                .parcels(parcels)
                .addAllDocuments(papers.forms(list(answer.Form())))
                .addAllDocuments(papers.page("high_value_report", answer.HighValueReport()))
                .addAllDocuments(papers.page("cod_turn_in_page", answer.CODTurnInPage()))
                .references(reference.map(Reference::of).stream().toList())
                .alerts(UpsAnswers.alerts(answer.Response(), List.of()))
                .build());
    }
}
