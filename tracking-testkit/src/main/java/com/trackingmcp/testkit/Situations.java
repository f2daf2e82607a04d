package com.trackingmcp.testkit;

import static com.trackingmcp.testkit.Step.*;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** Puts the parcels of {@link SandboxNumbers} and {@link KarrioNumbers} into a book. */
final class Situations {

    private static final Step[] MOVING = {PICKED_UP, DEPARTED, IN_TRANSIT};
    private static final Step[] ARRIVED = {PICKED_UP, DEPARTED, IN_TRANSIT, IN_TRANSIT};
    private static final Duration LABEL_AGE = Duration.ofHours(60);

    private final ParcelBook book;

    private Situations(ParcelBook book) {
        this.book = book;
    }

    static void install(ParcelBook book) {
        Situations situations = new Situations(book);
        situations.fedex();
        situations.ups();
        situations.express();
        situations.ecommerce();
        situations.parcel();
        situations.canadaPost();
        situations.purolator();
        situations.dpd();
        situations.usps();
    }

    private void fedex() {
        Family f = Family.FEDEX;
        make(f, SandboxNumbers.FEDEX_LABEL_CREATED);
        make(f, SandboxNumbers.FEDEX_PICKED_UP, PICKED_UP);
        make(f, SandboxNumbers.FEDEX_IN_TRANSIT, MOVING);
        make(f, SandboxNumbers.FEDEX_CUSTOMS, then(MOVING, CUSTOMS, CUSTOMS_CLEARED));
        make(f, SandboxNumbers.FEDEX_OUT_FOR_DELIVERY, then(ARRIVED, OUT_FOR_DELIVERY));
        make(f, SandboxNumbers.FEDEX_AVAILABLE_FOR_PICKUP, then(ARRIVED, AVAILABLE_FOR_PICKUP));
        make(f, SandboxNumbers.FEDEX_DELIVERY_ATTEMPTED, then(ARRIVED, OUT_FOR_DELIVERY, DELIVERY_ATTEMPTED));
        delivered(f, SandboxNumbers.FEDEX_DELIVERED);
        make(f, SandboxNumbers.FEDEX_EXCEPTION, then(ARRIVED, EXCEPTION));
        make(f, SandboxNumbers.FEDEX_ON_HOLD, then(MOVING, ON_HOLD));
        make(f, SandboxNumbers.FEDEX_RETURNED, then(ARRIVED, DELIVERY_ATTEMPTED, RETURNED))
                .with(Quirk.FALSE_DELIVERED);
        make(f, SandboxNumbers.FEDEX_CANCELLED, CANCELLED);
        make(f, SandboxNumbers.FEDEX_SEVERAL_RESULTS, MOVING).with(Quirk.SEVERAL_RESULTS);
        make(f, SandboxNumbers.FEDEX_UNKNOWN_CODE, ARRIVED).with(Quirk.UNKNOWN_CODE);
        make(f, SandboxNumbers.FEDEX_NO_TIMESTAMPS, ARRIVED).with(Quirk.NO_TIMESTAMPS);
        make(f, SandboxNumbers.FEDEX_MIXED_OFFSETS, ARRIVED).with(Quirk.MIXED_OFFSETS);
        make(f, SandboxNumbers.FEDEX_BROKEN_EVENT, ARRIVED).with(Quirk.BROKEN_EVENT);
        make(f, SandboxNumbers.FEDEX_NO_SCANS, ARRIVED).with(Quirk.NO_SCANS);
        make(f, SandboxNumbers.FEDEX_NOTE_ON_TOP, then(ARRIVED, OUT_FOR_DELIVERY, NOTE));
    }

    private void ups() {
        Family f = Family.UPS;
        make(f, SandboxNumbers.UPS_LABEL_CREATED);
        make(f, SandboxNumbers.UPS_PICKED_UP, PICKED_UP);
        make(f, SandboxNumbers.UPS_IN_TRANSIT, MOVING);
        make(f, SandboxNumbers.UPS_CUSTOMS, then(MOVING, CUSTOMS));
        make(f, SandboxNumbers.UPS_OUT_FOR_DELIVERY, then(ARRIVED, OUT_FOR_DELIVERY));
        make(f, SandboxNumbers.UPS_AVAILABLE_FOR_PICKUP, then(ARRIVED, AVAILABLE_FOR_PICKUP));
        make(f, SandboxNumbers.UPS_DELIVERY_ATTEMPTED, then(ARRIVED, OUT_FOR_DELIVERY, DELIVERY_ATTEMPTED));
        delivered(f, SandboxNumbers.UPS_DELIVERED);
        make(f, SandboxNumbers.UPS_EXCEPTION, then(ARRIVED, EXCEPTION));
        make(f, SandboxNumbers.UPS_ON_HOLD, then(MOVING, ON_HOLD));
        make(f, SandboxNumbers.UPS_RETURNED, then(ARRIVED, DELIVERY_ATTEMPTED, RETURNING, RETURNED));
        make(f, SandboxNumbers.UPS_CANCELLED, CANCELLED);
        several(f, SandboxNumbers.UPS_SEVERAL_PACKAGES);
        make(f, SandboxNumbers.UPS_UNKNOWN_CODE, ARRIVED).with(Quirk.UNKNOWN_CODE);
        make(f, SandboxNumbers.UPS_NO_TIMESTAMPS, ARRIVED).with(Quirk.NO_TIMESTAMPS);
        make(f, SandboxNumbers.UPS_MIXED_OFFSETS, ARRIVED).with(Quirk.MIXED_OFFSETS);
        make(f, SandboxNumbers.UPS_BROKEN_EVENT, ARRIVED).with(Quirk.BROKEN_EVENT);
        make(f, SandboxNumbers.UPS_NO_SCANS).with(Quirk.NO_SCANS);
        make(f, SandboxNumbers.UPS_NOTE_ON_TOP, then(ARRIVED, OUT_FOR_DELIVERY, NOTE));
        make(f, SandboxNumbers.UPS_LAGGING_STATUS, then(ARRIVED, OUT_FOR_DELIVERY))
                .with(Quirk.LAGGING_STATUS);
        delivered(f, SandboxNumbers.UPS_SINGLE_OBJECTS).with(Quirk.SINGLE_OBJECTS);
        delivered(Family.UPS_MAIL_INNOVATIONS, SandboxNumbers.UPS_MAIL_INNOVATIONS_DELIVERED);
        make(Family.UPS_MAIL_INNOVATIONS, SandboxNumbers.UPS_MAIL_INNOVATIONS_IN_TRANSIT, MOVING);
    }

    private void express() {
        Family f = Family.DHL_EXPRESS;
        make(f, SandboxNumbers.DHL_EXPRESS_LABEL_CREATED);
        make(f, SandboxNumbers.DHL_EXPRESS_PICKED_UP, PICKED_UP);
        make(f, SandboxNumbers.DHL_EXPRESS_IN_TRANSIT, MOVING);
        make(f, SandboxNumbers.DHL_EXPRESS_CUSTOMS, then(MOVING, CUSTOMS));
        make(f, SandboxNumbers.DHL_EXPRESS_OUT_FOR_DELIVERY, then(ARRIVED, OUT_FOR_DELIVERY));
        make(f, SandboxNumbers.DHL_EXPRESS_AVAILABLE_FOR_PICKUP, then(ARRIVED, AVAILABLE_FOR_PICKUP));
        make(f, SandboxNumbers.DHL_EXPRESS_DELIVERY_ATTEMPTED, then(ARRIVED, OUT_FOR_DELIVERY, DELIVERY_ATTEMPTED));
        delivered(f, SandboxNumbers.DHL_EXPRESS_DELIVERED);
        make(f, SandboxNumbers.DHL_EXPRESS_EXCEPTION, then(ARRIVED, EXCEPTION));
        make(f, SandboxNumbers.DHL_EXPRESS_ON_HOLD, then(MOVING, ON_HOLD));
        make(f, SandboxNumbers.DHL_EXPRESS_RETURNED, then(ARRIVED, DELIVERY_ATTEMPTED, RETURNED));
        delivered(f, SandboxNumbers.DHL_EXPRESS_SEVERAL_PIECES).pieces(3);
        make(f, SandboxNumbers.DHL_EXPRESS_NOTE_ON_TOP, then(ARRIVED, OUT_FOR_DELIVERY, NOTE));
        make(f, SandboxNumbers.DHL_EXPRESS_UNKNOWN_CODE, ARRIVED).with(Quirk.UNKNOWN_CODE);
        make(f, SandboxNumbers.DHL_EXPRESS_NO_TIMESTAMPS, ARRIVED).with(Quirk.NO_TIMESTAMPS);
        make(f, SandboxNumbers.DHL_EXPRESS_MIXED_OFFSETS, ARRIVED).with(Quirk.MIXED_OFFSETS);
        make(f, SandboxNumbers.DHL_EXPRESS_BROKEN_EVENT, ARRIVED).with(Quirk.BROKEN_EVENT);
    }

    private void ecommerce() {
        Family f = Family.DHL_ECOMMERCE;
        make(f, SandboxNumbers.DHL_ECOMMERCE_LABEL_CREATED);
        make(f, SandboxNumbers.DHL_ECOMMERCE_IN_TRANSIT, MOVING);
        make(f, SandboxNumbers.DHL_ECOMMERCE_OUT_FOR_DELIVERY, then(ARRIVED, OUT_FOR_DELIVERY));
        make(f, SandboxNumbers.DHL_ECOMMERCE_AVAILABLE_FOR_PICKUP, then(ARRIVED, AVAILABLE_FOR_PICKUP));
        make(f, SandboxNumbers.DHL_ECOMMERCE_DELIVERY_ATTEMPTED, then(ARRIVED, OUT_FOR_DELIVERY, DELIVERY_ATTEMPTED));
        delivered(f, SandboxNumbers.DHL_ECOMMERCE_DELIVERED);
        make(f, SandboxNumbers.DHL_ECOMMERCE_EXCEPTION, then(ARRIVED, EXCEPTION));
        make(f, SandboxNumbers.DHL_ECOMMERCE_ON_HOLD, then(MOVING, ON_HOLD));
        make(f, SandboxNumbers.DHL_ECOMMERCE_RETURNED, then(ARRIVED, DELIVERY_ATTEMPTED, RETURNING, RETURNED));
        make(f, SandboxNumbers.DHL_ECOMMERCE_CANCELLED, CANCELLED);
        make(f, SandboxNumbers.DHL_ECOMMERCE_UNKNOWN_CODE, ARRIVED).with(Quirk.UNKNOWN_CODE);
        make(f, SandboxNumbers.DHL_ECOMMERCE_NO_TIMESTAMPS, ARRIVED).with(Quirk.NO_TIMESTAMPS);
        make(f, SandboxNumbers.DHL_ECOMMERCE_BROKEN_EVENT, ARRIVED).with(Quirk.BROKEN_EVENT);
        make(f, SandboxNumbers.DHL_ECOMMERCE_MIXED_OFFSETS, ARRIVED).with(Quirk.MIXED_OFFSETS);
    }

    private void parcel() {
        Family f = Family.DHL_PARCEL_DE;
        make(f, SandboxNumbers.DHL_PARCEL_DE_LABEL_CREATED);
        make(f, SandboxNumbers.DHL_PARCEL_DE_IN_TRANSIT, MOVING);
        make(f, SandboxNumbers.DHL_PARCEL_DE_DELIVERY_ATTEMPTED, then(ARRIVED, OUT_FOR_DELIVERY, DELIVERY_ATTEMPTED));
        make(f, SandboxNumbers.DHL_PARCEL_DE_EXCEPTION, then(ARRIVED, EXCEPTION));
        make(f, SandboxNumbers.DHL_PARCEL_DE_OUT_FOR_DELIVERY, then(ARRIVED, OUT_FOR_DELIVERY));
        make(f, SandboxNumbers.DHL_PARCEL_DE_AVAILABLE_FOR_PICKUP, then(ARRIVED, AVAILABLE_FOR_PICKUP));
        delivered(f, SandboxNumbers.DHL_PARCEL_DE_DELIVERED);
        make(f, SandboxNumbers.DHL_PARCEL_DE_RETURNED, then(ARRIVED, DELIVERY_ATTEMPTED, RETURNING, RETURNED));
        several(f, SandboxNumbers.DHL_PARCEL_DE_SEVERAL_SHIPMENTS);
        make(f, SandboxNumbers.DHL_PARCEL_DE_UNKNOWN_CODE, ARRIVED).with(Quirk.UNKNOWN_CODE);
        make(f, SandboxNumbers.DHL_PARCEL_DE_NO_TIMESTAMPS, ARRIVED).with(Quirk.NO_TIMESTAMPS);
        make(f, SandboxNumbers.DHL_PARCEL_DE_MIXED_OFFSETS, ARRIVED).with(Quirk.MIXED_OFFSETS);
        make(f, SandboxNumbers.DHL_PARCEL_DE_BROKEN_EVENT, ARRIVED).with(Quirk.BROKEN_EVENT);
        make(Family.DHL_PARCEL_NL, SandboxNumbers.DHL_HANDED_TO_SHOP, then(ARRIVED, AVAILABLE_FOR_PICKUP))
                .with(Quirk.HANDED_TO_SHOP);
    }

    private void canadaPost() {
        Family f = Family.CANADA_POST;
        make(f, KarrioNumbers.CANADA_POST_LABEL_CREATED);
        make(f, KarrioNumbers.CANADA_POST_PICKED_UP, PICKED_UP);
        make(f, KarrioNumbers.CANADA_POST_IN_TRANSIT, MOVING);
        make(f, KarrioNumbers.CANADA_POST_CUSTOMS, then(MOVING, CUSTOMS));
        make(f, KarrioNumbers.CANADA_POST_OUT_FOR_DELIVERY, then(ARRIVED, OUT_FOR_DELIVERY));
        make(f, KarrioNumbers.CANADA_POST_AVAILABLE_FOR_PICKUP, then(ARRIVED, AVAILABLE_FOR_PICKUP));
        make(f, KarrioNumbers.CANADA_POST_DELIVERY_ATTEMPTED, then(ARRIVED, OUT_FOR_DELIVERY, DELIVERY_ATTEMPTED));
        delivered(f, KarrioNumbers.CANADA_POST_DELIVERED);
        make(f, KarrioNumbers.CANADA_POST_EXCEPTION, then(ARRIVED, EXCEPTION));
        make(f, KarrioNumbers.CANADA_POST_ON_HOLD, then(MOVING, ON_HOLD));
        make(f, KarrioNumbers.CANADA_POST_RETURNED, then(ARRIVED, DELIVERY_ATTEMPTED, RETURNING, RETURNED));
        make(f, KarrioNumbers.CANADA_POST_CANCELLED, CANCELLED);
        make(f, KarrioNumbers.CANADA_POST_UNKNOWN_CODE, ARRIVED).with(Quirk.UNKNOWN_CODE);
        make(f, KarrioNumbers.CANADA_POST_NO_TIMESTAMPS, ARRIVED).with(Quirk.NO_TIMESTAMPS);
        make(f, KarrioNumbers.CANADA_POST_MIXED_OFFSETS, ARRIVED).with(Quirk.MIXED_OFFSETS);
        make(f, KarrioNumbers.CANADA_POST_BROKEN_EVENT, ARRIVED).with(Quirk.BROKEN_EVENT);
        make(f, KarrioNumbers.CANADA_POST_NOTE_ON_TOP, then(ARRIVED, OUT_FOR_DELIVERY, NOTE));
    }

    private void purolator() {
        Family f = Family.PUROLATOR;
        make(f, KarrioNumbers.PUROLATOR_LABEL_CREATED);
        make(f, KarrioNumbers.PUROLATOR_IN_TRANSIT, MOVING);
        make(f, KarrioNumbers.PUROLATOR_OUT_FOR_DELIVERY, then(ARRIVED, OUT_FOR_DELIVERY));
        make(f, KarrioNumbers.PUROLATOR_AVAILABLE_FOR_PICKUP, then(ARRIVED, AVAILABLE_FOR_PICKUP));
        delivered(f, KarrioNumbers.PUROLATOR_DELIVERED);
        make(f, KarrioNumbers.PUROLATOR_EXCEPTION, then(ARRIVED, EXCEPTION));
        make(f, KarrioNumbers.PUROLATOR_RETURNED, then(ARRIVED, DELIVERY_ATTEMPTED, RETURNING, RETURNED));
        make(f, KarrioNumbers.PUROLATOR_UNKNOWN_CODE, ARRIVED).with(Quirk.UNKNOWN_CODE);
        make(f, KarrioNumbers.PUROLATOR_NO_TIMESTAMPS, ARRIVED).with(Quirk.NO_TIMESTAMPS);
        make(f, KarrioNumbers.PUROLATOR_MIXED_OFFSETS, ARRIVED).with(Quirk.MIXED_OFFSETS);
        make(f, KarrioNumbers.PUROLATOR_BROKEN_EVENT, ARRIVED).with(Quirk.BROKEN_EVENT);
    }

    private void dpd() {
        Family f = Family.DPD;
        make(f, KarrioNumbers.DPD_LABEL_CREATED);
        make(f, KarrioNumbers.DPD_IN_TRANSIT, MOVING);
        make(f, KarrioNumbers.DPD_OUT_FOR_DELIVERY, then(ARRIVED, OUT_FOR_DELIVERY));
        make(f, KarrioNumbers.DPD_AVAILABLE_FOR_PICKUP, then(ARRIVED, AVAILABLE_FOR_PICKUP));
        delivered(f, KarrioNumbers.DPD_DELIVERED);
        make(f, KarrioNumbers.DPD_EXCEPTION, then(ARRIVED, EXCEPTION));
        make(f, KarrioNumbers.DPD_RETURNED, then(ARRIVED, DELIVERY_ATTEMPTED, RETURNING, RETURNED));
        make(f, KarrioNumbers.DPD_UNKNOWN_CODE, ARRIVED).with(Quirk.UNKNOWN_CODE);
        make(f, KarrioNumbers.DPD_NO_TIMESTAMPS, ARRIVED).with(Quirk.NO_TIMESTAMPS);
        make(f, KarrioNumbers.DPD_MIXED_OFFSETS, ARRIVED).with(Quirk.MIXED_OFFSETS);
        make(f, KarrioNumbers.DPD_BROKEN_EVENT, ARRIVED).with(Quirk.BROKEN_EVENT);
    }

    private void usps() {
        Family f = Family.USPS;
        make(f, KarrioNumbers.USPS_LABEL_CREATED);
        make(f, KarrioNumbers.USPS_IN_TRANSIT, MOVING);
        make(f, KarrioNumbers.USPS_OUT_FOR_DELIVERY, then(ARRIVED, OUT_FOR_DELIVERY));
        make(f, KarrioNumbers.USPS_AVAILABLE_FOR_PICKUP, then(ARRIVED, AVAILABLE_FOR_PICKUP));
        delivered(f, KarrioNumbers.USPS_DELIVERED);
        make(f, KarrioNumbers.USPS_EXCEPTION, then(ARRIVED, EXCEPTION));
        make(f, KarrioNumbers.USPS_RETURNED, then(ARRIVED, DELIVERY_ATTEMPTED, RETURNING, RETURNED));
        make(f, KarrioNumbers.USPS_UNKNOWN_CODE, ARRIVED).with(Quirk.UNKNOWN_CODE);
        make(f, KarrioNumbers.USPS_NO_TIMESTAMPS, ARRIVED).with(Quirk.NO_TIMESTAMPS);
        make(f, KarrioNumbers.USPS_MIXED_OFFSETS, ARRIVED).with(Quirk.MIXED_OFFSETS);
        make(f, KarrioNumbers.USPS_BROKEN_EVENT, ARRIVED).with(Quirk.BROKEN_EVENT);
    }

    private SandboxParcel delivered(Family family, String number) {
        return make(family, number, then(ARRIVED, OUT_FOR_DELIVERY, DELIVERED)).signedBy("A. Tester");
    }

    /** Three under one roof, the well-known one in the middle. */
    private void several(Family family, String number) {
        SandboxParcel second = make(family, number, MOVING).with(Quirk.SEVERAL_RESULTS);
        SandboxParcel first = book.fresh(family).pickedUp();
        SandboxParcel third = book.fresh(family).pickedUp();
        List<SandboxParcel> all = List.of(first, second, third);
        all.forEach(parcel -> parcel.joins(all));
    }

    /** Spreads the steps over the time since the label, the last one an hour before now. */
    private SandboxParcel make(Family family, String number, Step... steps) {
        SandboxParcel parcel = book.known(family, number, LABEL_AGE);
        Instant last = book.now().minus(Duration.ofHours(1));
        Duration gap = Duration.ofHours(7);
        for (int i = 0; i < steps.length; i++) {
            parcel.add(steps[i], last.minus(gap.multipliedBy(steps.length - 1L - i)));
        }
        return parcel;
    }

    private static Step[] then(Step[] start, Step... more) {
        Step[] all = Arrays.copyOf(start, start.length + more.length);
        System.arraycopy(more, 0, all, start.length, more.length);
        return all;
    }
}
