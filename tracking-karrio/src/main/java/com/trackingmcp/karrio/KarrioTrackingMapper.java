package com.trackingmcp.karrio;

import static com.trackingmcp.http.WireJson.list;

import com.trackingmcp.http.WireText;
import com.trackingmcp.karrio.KarrioTrackingWire.Event;
import com.trackingmcp.karrio.KarrioTrackingWire.Info;
import com.trackingmcp.karrio.KarrioTrackingWire.Tracker;
import com.trackingmcp.model.Alert;
import com.trackingmcp.model.CarrierTime;
import com.trackingmcp.model.DeliveryWindow;
import com.trackingmcp.model.ExceptionDetail;
import com.trackingmcp.model.Location;
import com.trackingmcp.model.Reference;
import com.trackingmcp.model.TrackingEvent;
import com.trackingmcp.model.TrackingNumber;
import com.trackingmcp.model.TrackingResult;
import com.trackingmcp.model.TrackingStatus;
import com.trackingmcp.model.Weight;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Turns trackers as Karrio tells them into results. Safe for use by many threads.
 *
 * <p>Not told by the carrier but by the server, and not to be told apart from it: where no event is a pick-up, the first one on
 * its way is called one. The event "Awaiting update from carrier…", which the server makes up of its own clock, is left out;
 * a tracker that has no other knows nothing of its parcel, and is {@link TrackingStatus#UNKNOWN}.
 */
final class KarrioTrackingMapper {
    private static final Set<TrackingStatus> TROUBLE = Set.of(
            TrackingStatus.EXCEPTION,
            TrackingStatus.DELIVERY_ATTEMPTED,
            TrackingStatus.ON_HOLD,
            TrackingStatus.CUSTOMS);
    private static final String LATE = "delivery_delayed";

    private final KarrioDoor door;

    KarrioTrackingMapper(KarrioDoor door) {
        this.door = door;
    }

    TrackingResult map(Tracker wire, TrackingNumber number, Optional<String> rawJson) {
        List<Event> told = list(wire.events());
        List<Event> real = KarrioHistory.newestFirst(
                told.stream().filter(event -> !isMadeUp(event)).toList(), wire.carrier_name());
        List<TrackingEvent> events = real.stream().map(this::event).toList();
        boolean nothingKnown = real.isEmpty() && !told.isEmpty();
        Optional<Event> deciding = deciding(wire, real);
        TrackingStatus status = nothingKnown ? TrackingStatus.UNKNOWN : status(wire, deciding);
        TrackingResult.Builder result = TrackingResult.builder()
                .number(number)
                .carrier(door.profile().carrier())
                .connection(door.profile().connection())
                .status(status)
                .carrierStatusCode(
                        deciding.flatMap(event -> WireText.text(event.code())).or(() -> WireText.text(wire.status())))
                .carrierStatusText(deciding.flatMap(event -> WireText.text(event.description())))
                .delayed(!status.isFinal() && LATE.equals(wire.status()))
                .events(events)
                .exceptions(exceptions(real, events))
                .alerts(alerts(wire))
                .retrievedAt(door.clock().instant())
                .rawJson(rawJson);
        describe(result, wire, status, events);
        return result.build();
    }

    private static boolean isMadeUp(Event event) {
        return "UNKNOWN".equals(event.code())
                && WireText.text(event.description()).orElse("").startsWith("Awaiting update from carrier");
    }

    /** The newest event that is of the status that the server tells. */
    private static Optional<Event> deciding(Tracker wire, List<Event> events) {
        return events.stream()
                .filter(event -> event.status() != null && event.status().equals(wire.status()))
                .findFirst()
                .or(() -> events.stream().findFirst());
    }

    private TrackingStatus status(Tracker wire, Optional<Event> deciding) {
        if (Boolean.TRUE.equals(wire.delivered())) {
            return TrackingStatus.DELIVERED;
        }
        Optional<TrackingStatus> known =
                KarrioStatus.of(wire.status(), deciding.map(Event::reason).orElse(null));
        if (known.isEmpty()) {
            WireText.text(wire.status()).ifPresent(door::unmapped);
        }
        return known.orElse(TrackingStatus.UNKNOWN);
    }

    private TrackingEvent event(Event wire) {
        Optional<TrackingStatus> known = KarrioStatus.of(wire.status(), wire.reason());
        if (known.isEmpty()) {
            WireText.first(wire.code(), wire.status()).ifPresent(door::unmapped);
        }
        return TrackingEvent.builder()
                .time(KarrioTimes.of(wire))
                .status(known.orElse(TrackingStatus.UNKNOWN))
                .carrierStatusCode(WireText.first(wire.code(), wire.status()))
                .carrierStatusText(WireText.text(wire.description()))
                .reasonCode(WireText.text(wire.reason()))
                .location(WireText.text(wire.location())
                        .map(place -> Location.builder().city(place).build()))
                .build();
    }

    private static List<ExceptionDetail> exceptions(List<Event> wires, List<TrackingEvent> events) {
        List<ExceptionDetail> exceptions = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            TrackingEvent event = events.get(i);
            boolean held = event.status() != TrackingStatus.CUSTOMS
                    || event.reasonCode().isPresent();
            if (TROUBLE.contains(event.status()) && held) {
                exceptions.add(ExceptionDetail.builder()
                        .code(event.reasonCode().or(event::carrierStatusCode))
                        .reason(WireText.text(wires.get(i).description()))
                        .time(event.time())
                        .build());
            }
        }
        return exceptions;
    }

    private static List<Alert> alerts(Tracker wire) {
        return list(wire.messages()).stream()
                .flatMap(
                        problem -> problem
                                .words(false)
                                .map(words -> Alert.builder()
                                        .code(problem.codeText())
                                        .text(words)
                                        .build())
                                .stream())
                .toList();
    }

    private static void describe(
            TrackingResult.Builder result, Tracker wire, TrackingStatus status, List<TrackingEvent> events) {
        Info info = wire.info() == null ? Info.NOTHING : wire.info();
        if (status == TrackingStatus.DELIVERED) {
            result.deliveredAt(events.stream()
                            .filter(event -> event.status() == TrackingStatus.DELIVERED)
                            .findFirst()
                            .flatMap(TrackingEvent::time)
                            .or(() -> KarrioTimes.day(info.shipment_delivery_date())))
                    .signedBy(WireText.text(info.signed_by()));
        }
        if (!status.isFinal()) {
            result.estimatedDelivery(KarrioTimes.day(wire.estimated_delivery())
                    .or(() -> KarrioTimes.day(info.expected_delivery()))
                    .map(day -> DeliveryWindow.on(CarrierTime.on(day.date()), DeliveryWindow.Basis.ESTIMATED)));
        }
        result.serviceName(WireText.text(info.shipment_service()))
                .origin(place(info.shipment_origin_country(), info.shipment_origin_postal_code()))
                .destination(place(info.shipment_destination_country(), info.shipment_destination_postal_code()))
                .weight(weight(info))
                .pieceCount(WireText.integer(info.shipment_package_count()).filter(count -> count > 0))
                .references(WireText.text(info.order_id())
                        .map(id -> List.of(
                                Reference.builder().type("order_id").value(id).build()))
                        .orElse(List.of()))
                .proofOfDeliveryAvailable(WireText.first(wire.delivery_image_url(), wire.signature_image_url())
                        .map(url -> true));
    }

    private static Optional<Location> place(@Nullable String country, @Nullable String postalCode) {
        Optional<String> code = WireText.country(country);
        Optional<String> postal = WireText.text(postalCode);
        return code.isEmpty() && postal.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        Location.builder().country(code).postalCode(postal).build());
    }

    private static Optional<Weight> weight(Info info) {
        return WireText.decimal(info.package_weight())
                .filter(value -> value.signum() > 0)
                .flatMap(value -> WireText.text(info.package_weight_unit())
                        .flatMap(Weight.Unit::ofCarrier)
                        .map(unit -> new Weight(value, unit)));
    }
}
