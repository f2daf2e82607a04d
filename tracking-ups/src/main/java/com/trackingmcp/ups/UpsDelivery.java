package com.trackingmcp.ups;

import static com.trackingmcp.http.WireJson.list;

import com.trackingmcp.http.WireTime;
import com.trackingmcp.model.CarrierTime;
import com.trackingmcp.model.DeliveryWindow;
import com.trackingmcp.model.DeliveryWindow.Basis;
import com.trackingmcp.model.TrackingEvent;
import com.trackingmcp.model.TrackingStatus;
import com.trackingmcp.ups.UpsTrackingWire.DeliveryDate;
import com.trackingmcp.ups.UpsTrackingWire.DeliveryTime;
import com.trackingmcp.ups.UpsTrackingWire.Parcel;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When a parcel is expected and when it came. UPS tells these dates in a zone it does not name. Stateless. */
final class UpsDelivery {
    private UpsDelivery() {}

    /** The rescheduled day, else the scheduled one, and the time of day where UPS told one; none when all is over. */
    static Optional<DeliveryWindow> expected(Parcel parcel, TrackingStatus status) {
        if (status.isFinal()) {
            return Optional.empty();
        }
        return date(parcel, "RDD").or(() -> date(parcel, "SDD")).map(day -> window(day, parcel.deliveryTime()));
    }

    private static DeliveryWindow window(LocalDate day, @Nullable DeliveryTime time) {
        String type = time == null ? "" : UpsText.clean(time.type()).orElse("");
        Optional<CarrierTime> start = time == null ? Optional.empty() : at(day, time.startTime());
        Optional<CarrierTime> end = time == null ? Optional.empty() : at(day, time.endTime());
        return switch (type) {
            case "CMT" -> end.map(by -> DeliveryWindow.by(by, Basis.COMMITMENT)).orElseGet(() -> wholeDay(day));
            case "EDW", "CDW", "IDW" ->
                start.isEmpty() && end.isEmpty()
                        ? wholeDay(day)
                        : DeliveryWindow.builder()
                                .from(start)
                                .to(end)
                                .basis(Basis.ESTIMATED)
                                .build();
            default -> wholeDay(day);
        };
    }

    private static DeliveryWindow wholeDay(LocalDate day) {
        return DeliveryWindow.on(CarrierTime.on(day), Basis.SCHEDULED);
    }

    /**
     * The time of the delivering activity; where UPS sent no such activity, the delivery date.
     *
     * @param scans the events without mere notes: the photo of a delivery is not the delivery
     */
    static Optional<CarrierTime> delivered(Parcel parcel, TrackingStatus status, List<TrackingEvent> scans) {
        if (status != TrackingStatus.DELIVERED) {
            return Optional.empty();
        }
        for (TrackingEvent event : scans) {
            if (event.status() == TrackingStatus.DELIVERED && event.time().isPresent()) {
                return event.time();
            }
        }
        return date(parcel, "DEL").map(day -> deliveredOn(day, parcel.deliveryTime()));
    }

    private static CarrierTime deliveredOn(LocalDate day, @Nullable DeliveryTime time) {
        if (time == null || UpsText.clean(time.type()).filter("DEL"::equals).isEmpty()) {
            return CarrierTime.on(day);
        }
        return at(day, time.endTime()).orElse(CarrierTime.on(day));
    }

    private static Optional<LocalDate> date(Parcel parcel, String type) {
        for (DeliveryDate date : list(parcel.deliveryDate())) {
            Optional<LocalDate> day = UpsText.is(date.type(), type) ? WireTime.date(date.date()) : Optional.empty();
            if (day.isPresent()) {
                return day;
            }
        }
        return Optional.empty();
    }

    private static Optional<CarrierTime> at(LocalDate day, @Nullable String time) {
        Optional<LocalTime> clock = WireTime.time(time);
        return clock.map(value -> CarrierTime.local(day.atTime(value)));
    }
}
