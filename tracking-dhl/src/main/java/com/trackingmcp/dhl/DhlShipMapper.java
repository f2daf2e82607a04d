package com.trackingmcp.dhl;

import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.http.CarrierResponse;
import com.trackingmcp.http.WireJson;
import com.trackingmcp.http.WireText;
import com.trackingmcp.model.Alert;
import com.trackingmcp.model.Charge;
import com.trackingmcp.model.DeliveryWindow;
import com.trackingmcp.model.Document;
import com.trackingmcp.model.Parcel;
import com.trackingmcp.model.Shipment;
import com.trackingmcp.model.ShipmentRequest;
import com.trackingmcp.model.ShippedParcel;
import com.trackingmcp.spi.CarrierProfile;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns the answer to a purchase into a shipment. Immutable. */
record DhlShipMapper(CarrierProfile profile, Optional<String> account) {
    /** The day it is handed over, which DHL files its papers under. */
    static final String SHIP_DATE = "ship_date";

    /** The shipper's account, where it is not the connection's own. */
    static final String ACCOUNT = "account_number";

    /**
     * The shipment that was bought.
     *
     * @throws com.trackingmcp.error.MalformedResponseException where it tells no number: something may have been bought
     */
    Shipment map(CarrierResponse response, ShipmentRequest request, LocalDate planned, Instant now) {
        DhlSoldWire.Answer answer = WireJson.read(response, DhlSoldWire.Answer.class);
        String number = WireText.text(answer.shipmentTrackingNumber())
                .orElseThrow(() -> response.fault(ErrorCode.MALFORMED_RESPONSE)
                        .argument("reason", "it tells no waybill")
                        .toException());
        List<DhlSoldPapers.Printed> papers = DhlSoldPapers.of(answer.documents(), request);
        Optional<DhlPrices.Priced> price = price(answer);
        Shipment.Builder shipment = Shipment.builder()
                .carrier(profile.carrier())
                .connection(profile.connection())
                .id(number)
                .trackingNumber(number)
                .service(request.service())
                .serviceName(request.service().flatMap(DhlExpressProducts::name))
                .addAllParcels(parcels(answer, number, papers, request))
                .addAllDocuments(common(papers, request))
                .price(price.map(DhlPrices.Priced::money))
                .addAllCharges(charges(answer, price))
                .delivery(delivery(answer.estimatedDeliveryDate()))
                .created(now)
                .addAllReferences(request.references())
                .idempotencyKey(request.idempotencyKey())
                .putAllDetails(details(request, planned))
                .addAllAlerts(DhlPrices.alerts(answer.warnings()));
        if (papers.stream().noneMatch(one -> one.document().kind().equals(Document.LABEL))) {
            shipment.addAlerts(Alert.builder()
                    .text("DHL sold the shipment and sent no label that can be read")
                    .build());
        }
        return shipment.build();
    }

    private Map<String, String> details(ShipmentRequest request, LocalDate planned) {
        Map<String, String> details = new LinkedHashMap<>();
        details.put(SHIP_DATE, planned.toString());
        DhlPayers.shipper(request, account)
                .filter(number -> !account.equals(Optional.of(number)))
                .ifPresent(number -> details.put(ACCOUNT, number));
        return details;
    }

    /** A piece without a number of its own is tracked by the waybill. */
    private static List<ShippedParcel> parcels(
            DhlSoldWire.Answer answer, String waybill, List<DhlSoldPapers.Printed> papers, ShipmentRequest request) {
        List<DhlSoldWire.Piece> pieces = WireJson.list(answer.packages()).stream()
                .sorted(Comparator.comparing(
                        piece -> WireText.integer(piece.referenceNumber()).orElse(DhlShipmentCheck.MOST_PARCELS)))
                .toList();
        List<ShippedParcel> parcels = new ArrayList<>();
        for (int i = 0; i < request.parcels().size(); i++) {
            Optional<DhlSoldWire.Piece> piece = i < pieces.size() ? Optional.of(pieces.get(i)) : Optional.empty();
            Parcel asked = request.parcels().get(i);
            parcels.add(ShippedParcel.builder()
                    .trackingNumber(piece.flatMap(told -> WireText.text(told.trackingNumber()))
                            .orElse(waybill))
                    .addAllDocuments(documents(i + 1, piece, papers, request))
                    .addAllReferences(asked.references())
                    .build());
        }
        return parcels;
    }

    private static List<Document> documents(
            int number,
            Optional<DhlSoldWire.Piece> piece,
            List<DhlSoldPapers.Printed> papers,
            ShipmentRequest request) {
        List<Document> documents = new ArrayList<>();
        papers.stream()
                .filter(one -> owner(one, request).equals(Optional.of(number)))
                .map(DhlSoldPapers.Printed::document)
                .forEach(documents::add);
        piece.ifPresent(told -> WireJson.list(told.documents()).stream()
                .flatMap(paper -> DhlSoldPapers.document(paper, Optional.of(DhlImages.stock(request))).stream())
                .forEach(documents::add));
        return documents;
    }

    private static List<Document> common(List<DhlSoldPapers.Printed> papers, ShipmentRequest request) {
        return papers.stream()
                .filter(one -> owner(one, request).isEmpty())
                .map(DhlSoldPapers.Printed::document)
                .toList();
    }

    /** The parcel a paper is of: the only one's label is that one's. */
    private static Optional<Integer> owner(DhlSoldPapers.Printed printed, ShipmentRequest request) {
        int parcels = request.parcels().size();
        boolean onlyLabel = parcels == 1 && printed.document().kind().equals(Document.LABEL);
        return onlyLabel ? Optional.of(1) : printed.parcel().filter(number -> number >= 1 && number <= parcels);
    }

    private static Optional<DhlPrices.Priced> price(DhlSoldWire.Answer answer) {
        return DhlPrices.best(WireJson.list(answer.shipmentCharges()).stream()
                .map(charged -> new DhlRateWire.Price(charged.currencyType(), charged.priceCurrency(), charged.price()))
                .toList());
    }

    /** The first part names no service: it is the product. */
    private static List<Charge> charges(DhlSoldWire.Answer answer, Optional<DhlPrices.Priced> price) {
        return price.stream()
                .flatMap(priced -> WireJson.list(answer.shipmentCharges()).stream()
                        .filter(charged -> priced.isSame(charged.currencyType(), charged.priceCurrency()))
                        .limit(1)
                        .flatMap(charged -> WireJson.list(charged.serviceBreakdown()).stream())
                        .flatMap(
                                part -> DhlPrices.charge(
                                        WireText.text(part.typeCode()), part.name(), part.price(), priced.money())
                                        .stream()))
                .toList();
    }

    private static Optional<DeliveryWindow> delivery(DhlSoldWire.@Nullable Estimate estimate) {
        if (estimate == null) {
            return Optional.empty();
        }
        boolean committed = WireText.text(estimate.estimatedDeliveryType())
                .filter("QDDC"::equalsIgnoreCase)
                .isPresent();
        return DhlRateMapper.local(estimate.estimatedDeliveryDate())
                .map(time -> DeliveryWindow.by(
                        time, committed ? DeliveryWindow.Basis.COMMITMENT : DeliveryWindow.Basis.ESTIMATED));
    }
}
