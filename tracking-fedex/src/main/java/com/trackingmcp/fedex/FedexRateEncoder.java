package com.trackingmcp.fedex;

import com.trackingmcp.fedex.FedexParts.Account;
import com.trackingmcp.fedex.FedexParts.PackageItem;
import com.trackingmcp.fedex.FedexParts.PaidBy;
import com.trackingmcp.fedex.FedexParts.ShipmentServices;
import com.trackingmcp.fedex.FedexRateWire.Control;
import com.trackingmcp.fedex.FedexRateWire.CustomsQuestion;
import com.trackingmcp.fedex.FedexRateWire.Purpose;
import com.trackingmcp.fedex.FedexRateWire.Question;
import com.trackingmcp.fedex.FedexRateWire.Shipment;
import com.trackingmcp.fedex.FedexRateWire.TransitQuestion;
import com.trackingmcp.fedex.FedexRateWire.TransitShipment;
import com.trackingmcp.model.Address;
import com.trackingmcp.model.Customs;
import com.trackingmcp.model.Incoterm;
import com.trackingmcp.model.Parcel;
import com.trackingmcp.model.ShipmentRequest;
import com.trackingmcp.model.Weight;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Questions for prices and transit times, as FedEx wants them. Stateless. */
final class FedexRateEncoder {
    private FedexRateEncoder() {}

    /** All services are priced where the request names none, by the account's tariff and by the public one. */
    static Question rates(ShipmentRequest request, String account) {
        return question(request, account, List.of("ACCOUNT", "LIST"), null);
    }

    /** The same by the account's tariff alone, with an estimate of duties and taxes. */
    static Question landedCost(ShipmentRequest request, String account) {
        return question(request, account, List.of("ACCOUNT"), "ALL");
    }

    private static Question question(
            ShipmentRequest request, String account, List<String> rateTypes, @Nullable String estimate) {
        FedexUnits units = FedexUnits.of(request);
        FedexServices services = new FedexServices(request, units, false);
        FedexOptions options = FedexOptions.of(request);
        Optional<String> currency = options.text(FedexOptions.PREFERRED_CURRENCY);
        List<String> tariffs = new ArrayList<>(rateTypes);
        currency.ifPresent(wanted -> tariffs.add("PREFERRED"));
        boolean documents = request.customs().filter(FedexGoods::areDocuments).isPresent();
        Shipment shipment = new Shipment(
                FedexParties.area(from(request)),
                FedexParties.area(request.recipient().orElseThrow()),
                request.service().orElse(null),
                currency.orElse(null),
                tariffs,
                request.shipDate().map(Object::toString).orElse(null),
                services.pickupType(),
                services.packaging(),
                documents ? true : null,
                request.parcels().size(),
                services.ofShipment(),
                request.customs()
                        .map(customs -> customs(request, customs, units, options))
                        .orElse(null),
                services.smartPost(),
                estimate,
                parcels(request, units, services));
        return new Question(new Account(account), new Control(estimate == null), shipment);
    }

    static TransitQuestion transitTimes(ShipmentRequest request) {
        FedexUnits units = FedexUnits.of(request);
        FedexServices services = new FedexServices(request, units, false);
        TransitShipment shipment = new TransitShipment(
                FedexParties.area(from(request)),
                List.of(FedexParties.area(request.recipient().orElseThrow())),
                request.service().orElse(null),
                services.packaging(),
                request.shipDate().map(Object::toString).orElse(null),
                services.pickupType(),
                request.saturdayDelivery() ? saturday() : null,
                request.customs()
                        .filter(customs -> !customs.commodities().isEmpty())
                        .map(customs -> new CustomsQuestion(null, null, null, FedexGoods.of(request, customs, units)))
                        .orElse(null),
                request.parcels().stream()
                        .map(parcel -> parcel(parcel, units, null, null, null))
                        .toList());
        return new TransitQuestion(shipment);
    }

    private static ShipmentServices saturday() {
        return new ShipmentServices(List.of("SATURDAY_DELIVERY"), null, null, null, null, null, null);
    }

    /** Prices begin where the parcels are handed over. */
    private static Address from(ShipmentRequest request) {
        return request.sender().orElseThrow();
    }

    /** The Rate API knows of the sender only as payer of duties: of others it is told nothing. */
    private static CustomsQuestion customs(
            ShipmentRequest request, Customs customs, FedexUnits units, FedexOptions options) {
        boolean bySender = customs.dutyPayer()
                .map(payer -> payer.sender().isPresent())
                .orElse(customs.incoterm().filter(Incoterm.DDP::equals).isPresent());
        return new CustomsQuestion(
                new Purpose(FedexGoods.purpose(customs)),
                options.text(FedexOptions.FREIGHT_ON_VALUE).orElse(null),
                bySender ? new PaidBy("SENDER", null) : null,
                FedexGoods.of(request, customs, units));
    }

    private static List<PackageItem> parcels(ShipmentRequest request, FedexUnits units, FedexServices services) {
        String sub = FedexOptions.of(request).text(FedexOptions.SUB_PACKAGING).orElse(null);
        return request.parcels().stream()
                .map(parcel -> parcel(parcel, units, sub, 1, services))
                .toList();
    }

    private static PackageItem parcel(
            Parcel parcel,
            FedexUnits units,
            @Nullable String subPackaging,
            @Nullable Integer count,
            @Nullable FedexServices services) {
        Weight weight = parcel.weight().orElseThrow();
        return new PackageItem(
                null,
                subPackaging,
                null,
                parcel.declaredValue().map(FedexParties::amount).orElse(null),
                units.weight(weight),
                parcel.dimensions().map(units::size).orElse(null),
                count,
                null,
                services == null ? null : services.ofParcel());
    }
}
