package com.trackingmcp.dhl;

import com.trackingmcp.http.WireJson;
import com.trackingmcp.http.WireText;
import com.trackingmcp.http.WireTime;
import com.trackingmcp.model.AssociatedNumber;
import com.trackingmcp.model.CarrierTime;
import com.trackingmcp.model.DeliveryWindow;
import com.trackingmcp.model.Dimensions;
import com.trackingmcp.model.Location;
import com.trackingmcp.model.Reference;
import com.trackingmcp.model.TrackingEvent;
import com.trackingmcp.model.TrackingNumber;
import com.trackingmcp.model.TrackingResult;
import com.trackingmcp.model.TrackingStatus;
import com.trackingmcp.model.Weight;
import com.trackingmcp.spi.CarrierContext;
import com.trackingmcp.spi.CarrierProfile;
import com.trackingmcp.spi.CheckDigits;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns a package of eCommerce Americas into the common model. Safe for use by many threads. */
final class DhlEcommerceMapper {
    /**
     * The four zones of the United States that DHL names; other words, such as LT for local time, name no zone.
     *
     * <p>Source: samples of the eCommerce Americas tracking v4 documentation.
     */
    private static final Map<String, ZoneId> ZONES = Map.of(
            "ET", ZoneId.of("America/New_York"),
            "CT", ZoneId.of("America/Chicago"),
            "MT", ZoneId.of("America/Denver"),
            "PT", ZoneId.of("America/Los_Angeles"));

    private static final int POSTAL_ID = 22;

    private final CarrierProfile profile;
    private final CarrierContext context;

    DhlEcommerceMapper(CarrierProfile profile, CarrierContext context) {
        this.profile = profile;
        this.context = context;
    }

    /**
     * One package of an answer.
     *
     * @param entry the package
     * @param raw its JSON, where the caller wants it
     */
    record Found(DhlEcommerceWire.Entry entry, Optional<String> raw) {
        /** Whether any of its ids is the number, with or without the 420 and the postal code before a postal id. */
        boolean isOf(String number) {
            return ids().values().stream().anyMatch(id -> bare(id).equals(bare(number)));
        }

        /** Its ids by their kind. */
        Map<String, String> ids() {
            Map<String, String> ids = new LinkedHashMap<>();
            DhlEcommerceWire.Parcel parcel = entry.package_();
            if (parcel != null) {
                put(ids, "tracking_id", parcel.trackingId());
                put(ids, "package_id", parcel.packageId());
                put(ids, "dhl_package_id", parcel.dhlPackageId());
                put(ids, "delivery_confirmation_number", parcel.deliveryConfirmationNumber());
                put(ids, "overlabeled_dsp_number", parcel.overlabeledDspNumber());
                put(ids, "intelligent_mail_barcode", parcel.intelligentMailBarcode());
                put(ids, "overlabeled_intelligent_mail_barcode", parcel.overlabeledIntelligentMailBarcode());
            }
            return ids;
        }

        private static void put(Map<String, String> ids, String kind, @Nullable String id) {
            WireText.text(id).ifPresent(text -> ids.put(kind, text));
        }

        private static String bare(String id) {
            StringBuilder kept = new StringBuilder(id.length());
            id.chars()
                    .filter(each -> each != '-' && !Character.isWhitespace(each))
                    .forEach(each -> kept.append((char) each));
            String upper = kept.toString().toUpperCase(Locale.ROOT);
            int zip = upper.length() - POSTAL_ID - "420".length();
            boolean withZip = (zip == 5 || zip == 9) && upper.startsWith("420") && CheckDigits.isDigits(upper);
            return withZip ? upper.substring(upper.length() - POSTAL_ID) : upper;
        }
    }

    TrackingResult map(Found found, TrackingNumber number) {
        DhlEcommerceWire.Entry entry = found.entry();
        DhlHistory history = DhlHistory.usuallyNewestFirst(
                WireJson.list(entry.events()).stream().map(this::scan).toList());
        Optional<DhlHistory.Scan> standing =
                DhlHistory.standing(history.scans(), false, false).map(history::unlessSentBack);
        // A package the API knows, without any event: its data are all there is.
        TrackingStatus none = history.isEmpty() ? TrackingStatus.LABEL_CREATED : TrackingStatus.UNKNOWN;
        TrackingStatus status = standing.map(DhlHistory.Scan::status).orElse(none);
        TrackingResult.Builder result = TrackingResult.builder()
                .number(number)
                .carrier(profile.carrier())
                .connection(profile.connection())
                .status(status)
                .retrievedAt(context.clock().instant())
                .rawJson(found.raw());
        history.describe(result, standing);
        recipient(entry.recipient(), status, result);
        if (entry.package_() != null) {
            parcel(entry.package_(), status, result);
        }
        found.ids().forEach((kind, id) -> {
            if (!id.equalsIgnoreCase(number.value())) {
                result.addAssociatedNumbers(
                        AssociatedNumber.builder().type(kind).number(id).build());
            }
        });
        return result.build();
    }

    private DhlHistory.Scan scan(DhlEcommerceWire.Event event) {
        DhlStatus.Reading reading = DhlStatus.ecommerce(event.primaryEventId(), event.primaryEventDescription());
        Optional<String> code = WireText.text(event.primaryEventId());
        if (!reading.explained()) {
            code.ifPresent(unknown -> context.unmappedCodes().accept(profile.carrier(), "ecommerce:" + unknown));
        }
        TrackingEvent mapped = TrackingEvent.builder()
                .time(time(event))
                .status(reading.status())
                .carrierStatusCode(code)
                .carrierStatusText(WireText.text(event.primaryEventDescription()))
                .reasonCode(WireText.text(event.secondaryEventId()))
                .reasonText(WireText.text(event.secondaryEventDescription()))
                .location(place(event))
                .build();
        return new DhlHistory.Scan(mapped, reading, Optional.empty());
    }

    private static Optional<CarrierTime> time(DhlEcommerceWire.Event event) {
        Optional<LocalDate> date = WireTime.date(event.date());
        Optional<LocalTime> time = WireTime.time(event.time());
        if (date.isEmpty() || time.isEmpty()) {
            return date.map(CarrierTime::on);
        }
        LocalDateTime local = date.get().atTime(time.get());
        return Optional.of(offset(local, event.timeZone())
                .map(offset -> CarrierTime.at(local.atOffset(offset)))
                .orElseGet(() -> CarrierTime.local(local)));
    }

    /** The zone's offset then; none for the hour that occurs twice, or never, when clocks change. */
    static Optional<ZoneOffset> offset(LocalDateTime local, @Nullable String timeZone) {
        ZoneId zone = ZONES.get(WireText.text(timeZone).orElse("").toUpperCase(Locale.ROOT));
        if (zone == null) {
            return Optional.empty();
        }
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
        return offsets.size() == 1 ? Optional.of(offsets.get(0)) : Optional.empty();
    }

    private static Optional<Location> place(DhlEcommerceWire.Event event) {
        String text = WireText.text(event.location()).orElse("");
        String[] parts = text.split(",", -1);
        boolean split = isCityAndState(parts);
        Location place = Location.builder()
                .city(WireText.text(split ? parts[0] : text))
                .stateOrProvince(split ? WireText.text(parts[1]) : Optional.empty())
                .postalCode(WireText.text(event.postalCode()))
                .country(WireText.country(event.country())
                        .or(() -> split && parts.length == 3 ? WireText.country(parts[2]) : Optional.empty()))
                .build();
        return Optional.of(place).filter(told -> !told.equals(Location.builder().build()));
    }

    /** Such as {@code Memphis, TN} or {@code Memphis, TN, US}. */
    private static boolean isCityAndState(String[] parts) {
        return (parts.length == 2 || parts.length == 3)
                && !parts[0].isEmpty()
                && isLetters(parts[1].strip(), 2)
                && (parts.length == 2 || isLetters(parts[2].strip(), 3));
    }

    /** Two letters, or up to so many. */
    private static boolean isLetters(String text, int most) {
        return text.length() >= 2
                && text.length() <= most
                && text.chars().allMatch(each -> each < 128 && Character.isLetter(each));
    }

    private static void recipient(
            DhlEcommerceWire.@Nullable Recipient recipient, TrackingStatus status, TrackingResult.Builder result) {
        if (recipient == null) {
            return;
        }
        Location place = Location.builder()
                .city(WireText.text(recipient.city()))
                .stateOrProvince(WireText.text(recipient.state()))
                .postalCode(WireText.text(recipient.postalCode()))
                .country(WireText.country(recipient.country()))
                .build();
        result.destination(Optional.of(place)
                .filter(told -> !told.equals(Location.builder().build())));
        if (status == TrackingStatus.DELIVERED) {
            result.signedBy(WireText.text(recipient.signedForName()));
        }
    }

    private static void parcel(DhlEcommerceWire.Parcel parcel, TrackingStatus status, TrackingResult.Builder result) {
        result.serviceCode(WireText.text(parcel.orderedProductId()))
                .serviceName(WireText.first(parcel.productName(), parcel.productClass()));
        if (DhlWireRead.expectsDelivery(status)) {
            result.estimatedDelivery(WireTime.parse(parcel.expectedDelivery())
                    .map(day -> DeliveryWindow.on(day, DeliveryWindow.Basis.ESTIMATED)));
        }
        WireText.text(parcel.customerReference())
                .ifPresent(value -> result.addReferences(Reference.builder()
                        .type("customer_reference")
                        .value(value)
                        .build()));
        DhlEcommerceWire.Weight weight = parcel.weight();
        if (weight != null) {
            result.weight(weight.unit()
                    .flatMap(Weight.Unit::ofCarrier)
                    .flatMap(unit -> WireText.decimal(weight.value()).map(value -> new Weight(value, unit))));
        }
        DhlEcommerceWire.Dimensions sizes = parcel.dimensions();
        if (sizes != null) {
            result.dimensions(DhlWireRead.dimensions(
                    sizes.length(), sizes.width(), sizes.height(), sizes.unit().flatMap(Dimensions.Unit::ofCarrier)));
        }
    }
}
