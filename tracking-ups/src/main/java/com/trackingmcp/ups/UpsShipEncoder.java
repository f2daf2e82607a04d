package com.trackingmcp.ups;

import com.trackingmcp.model.Address;
import com.trackingmcp.model.LabelFormat;
import com.trackingmcp.model.LabelSpec;
import com.trackingmcp.model.ShipmentRequest;
import com.trackingmcp.ups.UpsParties.Role;
import com.trackingmcp.ups.UpsParts.Code;
import com.trackingmcp.ups.UpsParts.Party;
import com.trackingmcp.ups.UpsParts.RatingOptions;
import com.trackingmcp.ups.UpsParts.Request;
import com.trackingmcp.ups.UpsParts.Transaction;
import com.trackingmcp.ups.UpsShipWire.LabelDelivery;
import com.trackingmcp.ups.UpsShipWire.LabelMail;
import com.trackingmcp.ups.UpsShipWire.LabelSpecification;
import com.trackingmcp.ups.UpsShipWire.Notification;
import com.trackingmcp.ups.UpsShipWire.NotifiedMail;
import com.trackingmcp.ups.UpsShipWire.Options;
import com.trackingmcp.ups.UpsShipWire.Order;
import com.trackingmcp.ups.UpsShipWire.Shipment;
import com.trackingmcp.ups.UpsShipWire.StockSize;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Orders for labels as UPS takes them. Stateless.
 *
 * <p>UPS makes no PDF of a new label: pictures (GIF, PNG) and printer commands (ZPL, EPL). Where a request says nothing, a
 * GIF is asked for, the one picture UPS's description names for every shipment; PNG is in its examples alone, and works.
 */
final class UpsShipEncoder {
    static final LabelFormat USUAL_FORMAT = LabelFormat.GIF;
    static final String LABEL_BY_MAIL = "8";
    private static final String BROWSER = "Mozilla/4.5";
    private static final String WIDTH = "4";
    private static final String HEIGHT = "6";
    private static final String LONG_STOCK = "4x8";
    private static final int LONGEST_DESCRIPTION = 50;

    /** A message when the parcel is on its way, when something goes wrong, and when it is delivered. */
    private static final List<String> USUAL_NOTIFICATIONS = List.of("6", "7", "8");

    /** The same of a return, where UPS tells no "on its way" but "in transit". */
    private static final List<String> USUAL_RETURN_NOTIFICATIONS = List.of("5", "7", "8");

    private UpsShipEncoder() {}

    static Order order(ShipmentRequest request, String account, LocalDate today) {
        UpsOptions options = UpsOptions.of(request);
        String validated = options.flag("ups_validate_address") == null ? "nonvalidate" : "validate";
        Request head = new Request(
                validated,
                UpsRateEncoder.SUB_VERSION,
                request.idempotencyKey().map(Transaction::new).orElse(null));
        return new Order(new UpsShipWire.ShipmentRequest(
                head, shipment(request, options, account, today), label(request, options)));
    }

    private static Shipment shipment(ShipmentRequest request, UpsOptions options, String account, LocalDate today) {
        UpsPackages packages = UpsPackages.of(request);
        UpsLane lane = UpsLane.of(request);
        boolean documents = UpsLane.isDocuments(request) && lane.tellsDocuments();
        boolean invoiced = lane.wantsInvoiceTotal() && !request.returnShipment();
        return new Shipment(
                packages.goods()
                        .map(text -> UpsPackages.cut(text, LONGEST_DESCRIPTION))
                        .orElse(null),
                request.returnShipment() ? Code.of(options.returnService()) : null,
                documents ? UpsParts.PRESENT : null,
                party(UpsParties.shipper(request), Role.SHIPPER, account),
                party(request.recipient(), Role.SHIP_TO, null),
                UpsParties.shipFrom(request)
                        .map(from -> UpsParties.party(from, Role.SHIP_FROM, null))
                        .orElse(null),
                UpsPayments.charges(request, account),
                new RatingOptions(UpsParts.PRESENT),
                UpsParts.PRESENT,
                packages.shipmentReferences(),
                Code.of(request.service().orElse("")),
                invoiced ? UpsForms.invoiceTotal(request).orElse(null) : null,
                options(request, options, packages, today),
                request.shipDate().map(DateTimeFormatter.BASIC_ISO_DATE::format).orElse(null),
                packages.toShip());
    }

    private static Party party(Optional<Address> address, Role role, @Nullable String account) {
        return UpsParties.party(address.orElseGet(() -> Address.builder().build()), role, account);
    }

    private static @Nullable Options options(
            ShipmentRequest request, UpsOptions options, UpsPackages packages, LocalDate today) {
        Options all = new Options(
                request.saturdayDelivery() ? UpsParts.PRESENT : null,
                options.flag("ups_saturday_pickup"),
                options.flag("ups_direct_delivery_only"),
                notifications(request, options),
                labelDelivery(request, options).orElse(null),
                UpsForms.of(request, today).orElse(null),
                packages.shipmentConfirmation(),
                options.flag("ups_return_of_document"),
                options.flag("ups_commercial_invoice_removal"),
                options.flag("ups_carbon_neutral"),
                options.flag("ups_hold_for_pickup"),
                options.flag("ups_lift_gate_pickup"),
                options.flag("ups_lift_gate_delivery"),
                options.restrictedArticles(),
                options.text("ups_inside_delivery").orElse(null),
                UpsForms.deMinimis(request).orElse(null));
        return all.equals(Options.NONE) ? null : all;
    }

    private static @Nullable List<Notification> notifications(ShipmentRequest request, UpsOptions options) {
        List<String> mails = options.texts(UpsOptions.NOTIFICATION_EMAIL);
        if (mails.isEmpty()) {
            return null;
        }
        List<String> asked = options.texts(UpsOptions.NOTIFICATIONS);
        List<String> usual = request.returnShipment() ? USUAL_RETURN_NOTIFICATIONS : USUAL_NOTIFICATIONS;
        return (asked.isEmpty() ? usual : asked)
                .stream()
                        .map(code -> new Notification(code, new NotifiedMail(mails)))
                        .toList();
    }

    /** The label that UPS mails goes to who has the parcel. */
    private static Optional<LabelDelivery> labelDelivery(ShipmentRequest request, UpsOptions options) {
        boolean mailed = request.returnShipment() && options.returnService().equals(LABEL_BY_MAIL);
        return request.sender()
                .filter(sender -> mailed)
                .flatMap(Address::email)
                .map(mail -> new LabelDelivery(new LabelMail(mail)));
    }

    private static LabelSpecification label(ShipmentRequest request, UpsOptions options) {
        LabelFormat format = request.label().map(LabelSpec::format).orElse(USUAL_FORMAT);
        return new LabelSpecification(
                Code.of(format.name()),
                browser(format),
                stock(request.label()),
                options.text("ups_label_language").orElse(null));
    }

    /** How UPS likes to be told that a GIF is wanted. */
    static @Nullable String browser(LabelFormat format) {
        return format == LabelFormat.GIF ? BROWSER : null;
    }

    /** Four by six inches, or eight where asked for. */
    static StockSize stock(Optional<LabelSpec> label) {
        boolean isLong = label.flatMap(LabelSpec::stock)
                .filter(LONG_STOCK::equalsIgnoreCase)
                .isPresent();
        return new StockSize(isLong ? "8" : HEIGHT, WIDTH);
    }

    static String pageFormat(Optional<LabelSpec> label) {
        StockSize stock = stock(label);
        return stock.Width() + "x" + stock.Height();
    }
}
