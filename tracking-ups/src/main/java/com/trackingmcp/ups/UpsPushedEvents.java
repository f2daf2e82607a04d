package com.trackingmcp.ups;

import com.trackingmcp.ups.UpsAlertWire.Event;
import com.trackingmcp.ups.UpsAlertWire.EventPlace;
import com.trackingmcp.ups.UpsAlertWire.EventStatus;
import com.trackingmcp.ups.UpsTrackingWire.Activity;
import com.trackingmcp.ups.UpsTrackingWire.Address;
import com.trackingmcp.ups.UpsTrackingWire.AlternateNumber;
import com.trackingmcp.ups.UpsTrackingWire.DeliveryDate;
import com.trackingmcp.ups.UpsTrackingWire.DeliveryInformation;
import com.trackingmcp.ups.UpsTrackingWire.DeliveryPhoto;
import com.trackingmcp.ups.UpsTrackingWire.DeliveryTime;
import com.trackingmcp.ups.UpsTrackingWire.Parcel;
import com.trackingmcp.ups.UpsTrackingWire.Place;
import com.trackingmcp.ups.UpsTrackingWire.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Tells a pushed event in the words of the Tracking API: a parcel with that one activity, so that both are read alike.
 * Stateless.
 *
 * <p>The code of the description is what the Tracking API calls the status code; UPS loses its zeros where it writes a number.
 * An offset is the difference of the two times told, as there.
 */
final class UpsPushedEvents {
    private UpsPushedEvents() {}

    static Parcel parcel(Event event) {
        return new Parcel(
                event.trackingNumber(),
                null,
                null,
                null,
                List.of(activity(event)),
                dates(event),
                time(event),
                delivery(event),
                null,
                null,
                null,
                null,
                null,
                null,
                alternate(event),
                null,
                null);
    }

    private static Activity activity(Event event) {
        EventStatus told = event.activityStatus();
        Status status = told == null
                ? null
                : new Status(told.type(), told.code(), told.descriptionCode(), told.description(), null);
        EventPlace place = event.activityLocation();
        return new Activity(
                event.localActivityDate(),
                event.localActivityTime(),
                event.gmtActivityDate(),
                event.gmtActivityTime(),
                event.gmtOffset(),
                place == null
                        ? null
                        : new Place(
                                new Address(
                                        place.city(), place.stateProvince(), place.postalCode(), place.country(), null),
                                null),
                status);
    }

    private static List<DeliveryDate> dates(Event event) {
        List<DeliveryDate> dates = new ArrayList<>();
        UpsText.clean(event.scheduledDeliveryDate()).ifPresent(day -> dates.add(new DeliveryDate("SDD", day)));
        UpsText.clean(event.actualDeliveryDate()).ifPresent(day -> dates.add(new DeliveryDate("DEL", day)));
        return dates;
    }

    /** What kind of time it is, UPS says in words: "estimated delivery window", "end of day". */
    private static @Nullable DeliveryTime time(Event event) {
        if (UpsText.clean(event.actualDeliveryTime()).isPresent()) {
            return new DeliveryTime("DEL", null, event.actualDeliveryTime());
        }
        String words = UpsText.clean(event.deliveryTimeDescription()).orElse("").toLowerCase(Locale.ROOT);
        boolean told = UpsText.clean(event.deliveryStartTime())
                .or(() -> UpsText.clean(event.deliveryEndTime()))
                .isPresent();
        if (!told || words.contains("end of day")) {
            return null;
        }
        return new DeliveryTime(
                words.contains("commit") ? "CMT" : "EDW", event.deliveryStartTime(), event.deliveryEndTime());
    }

    private static @Nullable DeliveryInformation delivery(Event event) {
        boolean told = UpsText.clean(event.receivedBy())
                .or(() -> UpsText.clean(event.deliveryPhoto()))
                .isPresent();
        return told
                ? new DeliveryInformation(event.receivedBy(), null, null, new DeliveryPhoto(event.deliveryPhoto()))
                : null;
    }

    private static List<AlternateNumber> alternate(Event event) {
        return UpsText.clean(event.alternateTrackingNumber())
                .map(number -> List.of(new AlternateNumber("alternate", number)))
                .orElse(List.of());
    }
}
