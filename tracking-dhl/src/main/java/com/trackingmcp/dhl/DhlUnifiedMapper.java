package com.trackingmcp.dhl;

import com.trackingmcp.http.WireJson;
import com.trackingmcp.http.WireText;
import com.trackingmcp.http.WireTime;
import com.trackingmcp.model.CarrierTime;
import com.trackingmcp.model.DeliveryWindow;
import com.trackingmcp.model.Location;
import com.trackingmcp.model.TrackingEvent;
import com.trackingmcp.model.TrackingNumber;
import com.trackingmcp.model.TrackingResult;
import com.trackingmcp.model.TrackingStatus;
import com.trackingmcp.spi.CarrierContext;
import com.trackingmcp.spi.CarrierProfile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns a shipment of unified tracking into the common model. Safe for use by many threads. */
final class DhlUnifiedMapper {
    /** Divisions whose midnight in UTC means that only the day is known. */
    private static final Set<String> DAYS_ONLY = Set.of("freight", "dgf");

    /** Which division a number's shape speaks for. */
    private static final Map<String, Set<String>> DIVISIONS = Map.of(
            "dhl-express", Set.of("express"),
            "dhl-express-piece", Set.of("express"),
            "dhl-ecommerce", Set.of("ecommerce", "ecommerce-apac"),
            "dhl-parcel-de", Set.of("parcel-de"),
            "dhl-parcel-nl", Set.of("parcel-nl"),
            "post-de", Set.of("post-de", "svb", "post-international"),
            "dhl-freight", Set.of("freight", "dgf"));

    private static final Location NOWHERE = Location.builder().build();

    private final CarrierProfile profile;
    private final CarrierContext context;

    DhlUnifiedMapper(CarrierProfile profile, CarrierContext context) {
        this.profile = profile;
        this.context = context;
    }

    /**
     * One shipment of an answer.
     *
     * @param shipment the shipment
     * @param raw its JSON, where the caller wants it
     */
    record Found(DhlUnifiedWire.Shipment shipment, Optional<String> raw) {
        String service() {
            return WireText.text(shipment.service()).orElse("").toLowerCase(Locale.ROOT);
        }

        String uniqueId() {
            return service() + ":" + WireText.text(shipment.id()).orElse("");
        }

        Optional<CarrierTime> newest() {
            return shipment.status() == null
                    ? Optional.empty()
                    : WireTime.parse(shipment.status().timestamp());
        }
    }

    /**
     * Several shipments may answer to one number. Out are those that were over before the day asked for. First the one whose unique id was asked for; then those whose id or
     * piece id is the number, not merely a reference; then those of the division the number's shape speaks for; then
     * the one with the newest status; otherwise DHL's order.
     */
    List<Found> bestFirst(List<Found> found, TrackingNumber number) {
        if (found.size() == 1) {
            Found only = found.get(0);
            return DhlWireRead.sinceAWeekBefore(number.shippedOn(), only.newest()) ? found : List.of();
        }
        Set<String> divisions =
                DIVISIONS.getOrDefault(DhlNumbers.match(number.value()).family(), Set.of());
        Comparator<Found> best = Comparator.<Found, Boolean>comparing(
                        one -> !number.uniqueId().equals(Optional.of(one.uniqueId())))
                .thenComparing(one -> !isNumberOf(one.shipment(), number.value()))
                .thenComparing(one -> !divisions.contains(one.service()))
                .thenComparing(Found::newest, DhlWireRead::newestFirst);
        return found.stream()
                .filter(one -> DhlWireRead.sinceAWeekBefore(number.shippedOn(), one.newest()))
                .sorted(best)
                .toList();
    }

    private static boolean isNumberOf(DhlUnifiedWire.Shipment shipment, String number) {
        return same(shipment.id(), number)
                || shipment.details() != null
                        && WireJson.list(shipment.details().pieceIds()).stream().anyMatch(piece -> same(piece, number));
    }

    /** Labels put 00 before a container code, DHL's piece ids often do not. */
    static boolean same(@Nullable String told, String asked) {
        String id = WireText.text(told).orElse("").toUpperCase(Locale.ROOT);
        return id.equals(asked) || !id.isEmpty() && asked.equals("00" + id);
    }

    TrackingResult map(Found found, TrackingNumber number, boolean oneOfSeveral) {
        DhlUnifiedWire.Shipment shipment = found.shipment();
        String service = found.service();
        DhlHistory history = DhlHistory.usuallyNewestFirst(scans(shipment, service));
        Optional<DhlHistory.Scan> standing = standing(shipment, history, service);
        if (shipment.returnFlag() == null && pieces(shipment) <= 1) {
            standing = standing.map(history::unlessSentBack);
        }
        TrackingResult.Builder result = TrackingResult.builder()
                .number(oneOfSeveral ? identified(number, found) : number)
                .carrier(profile.carrier())
                .connection(profile.connection())
                .serviceCode(WireText.text(shipment.service()))
                .status(TrackingStatus.UNKNOWN)
                .origin(place(shipment.origin()))
                .destination(place(shipment.destination()))
                .retrievedAt(context.clock().instant())
                .rawJson(found.raw());
        history.describe(result, standing);
        TrackingStatus status = standing.map(DhlHistory.Scan::status).orElse(TrackingStatus.UNKNOWN);
        if (Boolean.TRUE.equals(shipment.returnFlag())) {
            status = onItsWayBack(status, shipment.status());
            result.status(status).deliveredAt(Optional.empty());
        }
        if (DhlWireRead.expectsDelivery(status)) {
            result.estimatedDelivery(estimate(shipment, service));
        }
        if (shipment.details() != null) {
            DhlUnifiedDetails.describe(shipment.details(), number, status, result);
        }
        return result.build();
    }

    /** DHL's own summary comes before the events; where there are none, it is all that can be counted. */
    private Optional<DhlHistory.Scan> standing(DhlUnifiedWire.Shipment shipment, DhlHistory history, String service) {
        boolean severalPieces = pieces(shipment) > 1;
        if (shipment.status() == null) {
            return DhlHistory.standing(history.scans(), severalPieces, true);
        }
        DhlHistory.Scan summary = scan(shipment.status(), service);
        DhlHistory.Scan top = history.isEmpty() ? counted(summary, service) : summary;
        return DhlHistory.standing(history.after(top), severalPieces, true);
    }

    private static TrackingNumber identified(TrackingNumber number, Found found) {
        return TrackingNumber.builder().from(number).uniqueId(found.uniqueId()).build();
    }

    /** The return flag: the sender has the parcel where it counts as delivered, else it is on its way back. */
    private static TrackingStatus onItsWayBack(TrackingStatus status, DhlUnifiedWire.@Nullable Event top) {
        boolean delivered = top != null && "delivered".equalsIgnoreCase(top.statusCode());
        return switch (status) {
            case DELIVERED, RETURNED -> TrackingStatus.RETURNED;
            case CANCELLED -> TrackingStatus.CANCELLED;
            default -> delivered ? TrackingStatus.RETURNED : TrackingStatus.RETURNING;
        };
    }

    private static int pieces(DhlUnifiedWire.Shipment shipment) {
        if (shipment.details() == null) {
            return 1;
        }
        int listed = WireJson.list(shipment.details().pieceIds()).size();
        return WireText.integer(shipment.details().totalNumberOfPieces()).orElse(listed);
    }

    private List<DhlHistory.Scan> scans(DhlUnifiedWire.Shipment shipment, String service) {
        List<DhlUnifiedWire.Event> events = WireJson.list(shipment.events());
        List<DhlHistory.Scan> scans = new ArrayList<>(events.size());
        for (DhlUnifiedWire.Event event : events) {
            scans.add(counted(scan(event, service), service));
        }
        return scans;
    }

    private static DhlHistory.Scan scan(DhlUnifiedWire.Event event, String service) {
        DhlStatus.Reading reading = DhlStatus.unified(service, event.statusCode(), event.status(), event.description());
        Optional<String> code = WireText.text(event.status())
                .filter(status -> status.indexOf(' ') < 0)
                .or(() -> WireText.text(event.statusCode()));
        TrackingEvent mapped = TrackingEvent.builder()
                .time(time(event.timestamp(), service))
                .status(reading.status())
                .carrierStatusCode(code)
                .carrierStatusText(WireText.first(event.description(), event.status(), event.remark()))
                .reasonText(WireText.text(event.remark()))
                .location(place(event.location()))
                .build();
        return new DhlHistory.Scan(mapped, reading, WireText.text(event.nextSteps()));
    }

    private DhlHistory.Scan counted(DhlHistory.Scan scan, String service) {
        if (!scan.reading().explained()) {
            scan.event()
                    .carrierStatusCode()
                    .ifPresent(code -> context.unmappedCodes().accept(profile.carrier(), service + ":" + code));
        }
        return scan;
    }

    private static Optional<CarrierTime> time(@Nullable String text, String service) {
        boolean dayOnly = text != null && DAYS_ONLY.contains(service) && isMidnight(text.strip());
        return dayOnly ? WireTime.dateOf(text) : WireTime.parse(text);
    }

    /** Midnight in UTC, such as {@code 2026-03-01T00:00:00.000Z}; seconds and their fractions may be missing. */
    private static boolean isMidnight(String text) {
        return text.length() > 16
                && (text.charAt(10) == 'T' || text.charAt(10) == ' ')
                && text.startsWith("00:00", 11)
                && text.endsWith("Z")
                && text.substring(16, text.length() - 1).chars().allMatch(each -> "0:.".indexOf(each) >= 0);
    }

    private static Optional<Location> place(DhlUnifiedWire.@Nullable Place place) {
        if (place == null || place.address() == null) {
            return Optional.empty();
        }
        DhlUnifiedWire.Address address = place.address();
        Location location = Location.builder()
                .city(WireText.text(address.addressLocality()))
                .stateOrProvince(WireText.text(address.addressRegion()))
                .postalCode(WireText.text(address.postalCode()))
                .country(WireText.country(address.countryCode()))
                .build();
        return location.equals(NOWHERE) ? Optional.empty() : Optional.of(location);
    }

    private static Optional<DeliveryWindow> estimate(DhlUnifiedWire.Shipment shipment, String service) {
        DhlUnifiedWire.TimeFrame frame = shipment.estimatedDeliveryTimeFrame();
        Optional<CarrierTime> from = frame == null ? Optional.empty() : time(frame.estimatedFrom(), service);
        Optional<CarrierTime> to = frame == null ? Optional.empty() : time(frame.estimatedThrough(), service);
        if (from.isPresent() || to.isPresent()) {
            return Optional.of(DeliveryWindow.builder()
                    .from(from)
                    .to(to)
                    .basis(DeliveryWindow.Basis.ESTIMATED)
                    .build());
        }
        return time(shipment.estimatedTimeOfDelivery(), service)
                .map(time -> DeliveryWindow.on(time, DeliveryWindow.Basis.ESTIMATED));
    }
}
