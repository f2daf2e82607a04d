package com.trackingmcp.fedex;

import com.trackingmcp.fedex.FedexParts.Alcohol;
import com.trackingmcp.fedex.FedexParts.CodDetail;
import com.trackingmcp.fedex.FedexParts.DryIceDetail;
import com.trackingmcp.fedex.FedexParts.EtdDetail;
import com.trackingmcp.fedex.FedexParts.HoldDetail;
import com.trackingmcp.fedex.FedexParts.HomeDeliveryDetail;
import com.trackingmcp.fedex.FedexParts.Measure;
import com.trackingmcp.fedex.FedexParts.PackageServices;
import com.trackingmcp.fedex.FedexParts.RatedBattery;
import com.trackingmcp.fedex.FedexParts.ReturnDetail;
import com.trackingmcp.fedex.FedexParts.ReturnOf;
import com.trackingmcp.fedex.FedexParts.Rma;
import com.trackingmcp.fedex.FedexParts.ShipmentServices;
import com.trackingmcp.fedex.FedexParts.SmartPost;
import com.trackingmcp.fedex.FedexParts.SoldBattery;
import com.trackingmcp.model.ShipmentRequest;
import com.trackingmcp.model.SignatureOption;
import com.trackingmcp.model.Weight;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * FedEx's special services: what was asked for beyond carriage, as its Ship API or its Rate API wants it, which differ in
 * a few names and in how much they want to know. Immutable.
 */
final class FedexServices {
    private static final String BATTERY_RULES = "IATA_SECTION_II";

    private final ShipmentRequest request;
    private final FedexOptions options;
    private final FedexUnits units;
    private final boolean buying;

    /** @param buying whether they are for a label rather than for a price */
    FedexServices(ShipmentRequest request, FedexUnits units, boolean buying) {
        this.request = request;
        this.options = FedexOptions.of(request);
        this.units = units;
        this.buying = buying;
    }

    /** What concerns the shipment as a whole; null where nothing was asked for. */
    @Nullable
    ShipmentServices ofShipment() {
        List<String> types = new ArrayList<>();
        add(types, request.saturdayDelivery(), "SATURDAY_DELIVERY");
        add(types, request.returnShipment(), "RETURN_SHIPMENT");
        add(types, options.has(FedexOptions.ONE_RATE), "FEDEX_ONE_RATE");
        add(types, options.has(FedexOptions.SATURDAY_PICKUP), "SATURDAY_PICKUP");
        add(types, options.has(FedexOptions.INSIDE_DELIVERY), "INSIDE_DELIVERY");
        add(types, options.has(FedexOptions.INSIDE_PICKUP), "INSIDE_PICKUP");
        add(types, options.has(FedexOptions.THIRD_PARTY_CONSIGNEE), "THIRD_PARTY_CONSIGNEE");
        Optional<String> hold = options.text(FedexOptions.HOLD);
        add(types, hold.isPresent(), "HOLD_AT_LOCATION");
        add(types, options.text(FedexOptions.COD).isPresent(), "COD");
        Optional<String> premium = options.text(FedexOptions.HOME_DELIVERY);
        add(types, premium.isPresent(), "HOME_DELIVERY_PREMIUM");
        Optional<Measure> ice = dryIce();
        add(types, ice.isPresent(), "DRY_ICE");
        EtdDetail papers = buying ? FedexPapers.of(request) : null;
        add(types, papers != null, "ELECTRONIC_TRADE_DOCUMENTS");
        add(types, buying && options.text(FedexOptions.NOTIFY).isPresent(), "EVENT_NOTIFICATION");
        return types.isEmpty()
                ? null
                : new ShipmentServices(
                        types,
                        papers,
                        request.returnShipment() ? returned() : null,
                        hold.map(HoldDetail::new).orElse(null),
                        cod(),
                        ice.map(this::allDryIce).orElse(null),
                        premium.map(this::homeDelivery).orElse(null));
    }

    private static void add(List<String> types, boolean wanted, String type) {
        if (wanted) {
            types.add(type);
        }
    }

    private ReturnDetail returned() {
        return new ReturnDetail(
                "PRINT_RETURN_LABEL",
                options.text(FedexOptions.RMA_REASON)
                        .filter(reason -> buying)
                        .map(Rma::new)
                        .orElse(null),
                options.text(FedexOptions.RETURN_OF)
                        .filter(number -> buying)
                        .map(ReturnOf::new)
                        .orElse(null));
    }

    /** A price depends on the way it is collected, not on the amount, for which the Rate API has no field here. */
    private @Nullable CodDetail cod() {
        return options.money(FedexOptions.COD)
                .map(amount -> new CodDetail(
                        options.text(FedexOptions.COD_TYPE).orElse("ANY"), buying ? FedexParties.amount(amount) : null))
                .orElse(null);
    }

    private HomeDeliveryDetail homeDelivery(String premium) {
        return new HomeDeliveryDetail(
                premium,
                options.text(FedexOptions.HOME_DELIVERY_DATE)
                        .filter(day -> buying)
                        .orElse(null));
    }

    private Optional<Measure> dryIce() {
        return options.number(FedexOptions.DRY_ICE)
                .map(kilograms -> units.weight(new Weight(kilograms, Weight.Unit.KG)));
    }

    private DryIceDetail allDryIce(Measure each) {
        int parcels = request.parcels().size();
        BigDecimal all = each.value().multiply(BigDecimal.valueOf(parcels));
        return new DryIceDetail(new Measure(each.units(), all), parcels);
    }

    /** What concerns each parcel; null where nothing was asked for. */
    @Nullable
    PackageServices ofParcel() {
        List<String> types = new ArrayList<>();
        boolean signed = request.signature() != SignatureOption.SERVICE_DEFAULT;
        add(types, signed, "SIGNATURE_OPTION");
        Optional<String> alcohol = options.text(FedexOptions.ALCOHOL);
        add(types, alcohol.isPresent(), "ALCOHOL");
        Optional<String> battery = options.text(FedexOptions.BATTERY_MATERIAL);
        add(types, battery.isPresent(), "BATTERY");
        Optional<Measure> ice = dryIce();
        add(types, ice.isPresent(), "DRY_ICE");
        add(types, options.has(FedexOptions.NON_STANDARD), "NON_STANDARD_CONTAINER");
        return types.isEmpty()
                ? null
                : new PackageServices(
                        types,
                        signed ? signature(request.signature()) : null,
                        alcohol.map(Alcohol::new).orElse(null),
                        battery.map(this::battery).map(List::of).orElse(null),
                        ice.orElse(null));
    }

    private static String signature(SignatureOption option) {
        return switch (option) {
            case SERVICE_DEFAULT -> "SERVICE_DEFAULT";
            case NONE -> "NO_SIGNATURE_REQUIRED";
            case INDIRECT -> "INDIRECT";
            case DIRECT -> "DIRECT";
            case ADULT -> "ADULT";
        };
    }

    private Object battery(String material) {
        String packing = options.text(FedexOptions.BATTERY_PACKING).orElse("");
        return buying
                ? new SoldBattery(material, packing, BATTERY_RULES)
                : new RatedBattery(material, packing, BATTERY_RULES);
    }

    /** Ground Economy, formerly SmartPost; null where no hub is named. */
    @Nullable
    SmartPost smartPost() {
        return options.text(FedexOptions.SMART_POST_HUB)
                .map(hub -> new SmartPost(
                        hub,
                        options.text(FedexOptions.SMART_POST_INDICIA).orElse("PARCEL_SELECT"),
                        options.text(FedexOptions.SMART_POST_ENDORSEMENT).orElse(null)))
                .orElse(null);
    }

    /** How FedEx gets the parcels, which changes the price: dropped off where nothing else is said. */
    String pickupType() {
        return options.text(FedexOptions.PICKUP_TYPE).orElse("DROPOFF_AT_FEDEX_LOCATION");
    }

    /** The packaging of all parcels. */
    String packaging() {
        return request.parcels().stream()
                .flatMap(parcel -> parcel.packaging().stream())
                .findFirst()
                .orElse("YOUR_PACKAGING");
    }
}
