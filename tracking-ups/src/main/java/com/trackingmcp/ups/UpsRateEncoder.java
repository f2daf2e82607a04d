package com.trackingmcp.ups;

import com.trackingmcp.model.Address;
import com.trackingmcp.model.ShipmentRequest;
import com.trackingmcp.ups.UpsParties.Role;
import com.trackingmcp.ups.UpsParts.Code;
import com.trackingmcp.ups.UpsParts.Party;
import com.trackingmcp.ups.UpsParts.RatingOptions;
import com.trackingmcp.ups.UpsParts.Request;
import com.trackingmcp.ups.UpsRateWire.DeliveryOptions;
import com.trackingmcp.ups.UpsRateWire.DeliveryTime;
import com.trackingmcp.ups.UpsRateWire.Moment;
import com.trackingmcp.ups.UpsRateWire.Options;
import com.trackingmcp.ups.UpsRateWire.PickupOptions;
import com.trackingmcp.ups.UpsRateWire.Question;
import com.trackingmcp.ups.UpsRateWire.RateRequest;
import com.trackingmcp.ups.UpsRateWire.Shipment;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Questions for prices as UPS takes them. Stateless.
 *
 * <p>The account's own prices are asked for wherever its number is known. Transit times are asked for with the prices;
 * across a customs border UPS tells them only where it is told what the goods are worth, so that without customs and
 * declared values prices are asked for alone.
 */
final class UpsRateEncoder {
    /** The one that goes with v2409 of the path: it decides which fields are told. */
    static final String SUB_VERSION = "2409";

    private static final String DOCUMENTS = "02";
    private static final String GOODS = "03";
    private static final String PALLETS = "04";
    /** Worldwide Express Freight, and its Midday. */
    private static final Set<String> PALLET_SERVICES = Set.of("71", "96");

    private UpsRateEncoder() {}

    /** The last segment of the path: all services or one, with or without transit times. */
    static String option(ShipmentRequest request) {
        return (request.service().isPresent() ? "Rate" : "Shop") + (takesTime(request) ? "timeintransit" : "");
    }

    private static boolean takesTime(ShipmentRequest request) {
        return !UpsLane.of(request).crossesCustoms()
                || UpsForms.value(request).isPresent()
                || UpsLane.isDocuments(request);
    }

    static Question question(ShipmentRequest request, Optional<String> own, LocalDate today) {
        UpsOptions options = UpsOptions.of(request);
        return new Question(new RateRequest(
                new Request(option(request), SUB_VERSION, null),
                options.code("ups_pickup_type"),
                options.code("ups_customer_classification"),
                shipment(request, options, UpsPayments.shipperNumber(request, own), today)));
    }

    private static Shipment shipment(
            ShipmentRequest request, UpsOptions options, Optional<String> account, LocalDate today) {
        UpsPackages packages = UpsPackages.of(request);
        UpsLane lane = UpsLane.of(request);
        boolean documents = UpsLane.isDocuments(request) && lane.tellsDocuments();
        boolean invoiced = lane.crossesCustoms() || lane.wantsInvoiceTotal();
        return new Shipment(
                party(UpsParties.shipper(request), Role.SHIPPER, account.orElse(null)),
                party(request.recipient(), Role.SHIP_TO, null),
                UpsParties.shipFrom(request)
                        .or(request::sender)
                        .map(from -> UpsParties.priced(from, Role.SHIP_FROM, null))
                        .orElse(null),
                account.map(number -> UpsPayments.charges(request, number)).orElse(null),
                request.service().map(Code::of).orElse(null),
                Integer.toString(request.parcels().size()),
                packages.units().total(request),
                documents ? UpsParts.PRESENT : null,
                packages.toPrice(),
                options(request, options, packages),
                account.map(number -> new RatingOptions(UpsParts.PRESENT)).orElse(null),
                invoiced ? UpsForms.invoiceTotal(request).orElse(null) : null,
                UpsParts.PRESENT,
                takesTime(request) ? time(request, today) : null);
    }

    private static Party party(Optional<Address> address, Role role, @Nullable String shipperNumber) {
        return UpsParties.priced(address.orElseGet(() -> Address.builder().build()), role, shipperNumber);
    }

    private static DeliveryTime time(ShipmentRequest request, LocalDate today) {
        String day = DateTimeFormatter.BASIC_ISO_DATE.format(request.shipDate().orElse(today));
        return new DeliveryTime(billType(request), new Moment(day, null));
    }

    private static String billType(ShipmentRequest request) {
        if (request.service().filter(PALLET_SERVICES::contains).isPresent()) {
            return PALLETS;
        }
        return UpsLane.isDocuments(request) ? DOCUMENTS : GOODS;
    }

    private static @Nullable Options options(ShipmentRequest request, UpsOptions options, UpsPackages packages) {
        String liftAtPickup = options.flag("ups_lift_gate_pickup");
        String hold = options.flag("ups_hold_for_pickup");
        String liftAtDelivery = options.flag("ups_lift_gate_delivery");
        Options all = new Options(
                options.flag("ups_saturday_pickup"),
                request.saturdayDelivery() ? UpsParts.PRESENT : null,
                options.flag("ups_direct_delivery_only"),
                packages.shipmentConfirmation(),
                options.flag("ups_return_of_document"),
                options.flag("ups_carbon_neutral"),
                liftAtPickup == null && hold == null ? null : new PickupOptions(liftAtPickup, hold),
                liftAtDelivery == null ? null : new DeliveryOptions(liftAtDelivery),
                options.restrictedArticles(),
                options.flag("ups_commercial_invoice_removal"),
                request.returnShipment() ? Code.of(options.returnService()) : null,
                options.text("ups_inside_delivery").orElse(null));
        return all.equals(Options.NONE) ? null : all;
    }
}
