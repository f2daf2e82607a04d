package com.trackingmcp.testkit;

/**
 * The numbers every {@link CarrierSandbox} knows from the beginning, one for each situation worth a test.
 *
 * <p>Constants only. Those of FedEx which FedEx's own sandbox knows too are the same here; all others are the
 * sandbox's own and have a right check digit. What happened to these parcels happened in the days before the sandbox
 * was started; they stand still after that.
 */
public final class SandboxNumbers {

    /** The label is made, nothing more. */
    public static final String FEDEX_LABEL_CREATED = "449044304137821";

    /** Picked up a moment ago. */
    public static final String FEDEX_PICKED_UP = "020207021381215";

    /** On the way, at a facility. */
    public static final String FEDEX_IN_TRANSIT = "403934084723025";

    /** Through customs and on the way. */
    public static final String FEDEX_CUSTOMS = "797806677146";

    /** On the vehicle; its derived code still says in transit. */
    public static final String FEDEX_OUT_FOR_DELIVERY = "231300687629630";

    /** Held at a location for its recipient. */
    public static final String FEDEX_AVAILABLE_FOR_PICKUP = "843119172384577";

    /** Nobody was there (reason 007). */
    public static final String FEDEX_DELIVERY_ATTEMPTED = "377101283611590";

    /** Delivered and signed for. */
    public static final String FEDEX_DELIVERED = "122816215025810";

    /** A shipment exception (reason 099). */
    public static final String FEDEX_EXCEPTION = "957794015041323";

    /** Delayed by clearance. */
    public static final String FEDEX_ON_HOLD = "581190049992";

    /** Returned to its shipper: the latest code is DE, and the scan on the way back is derived as delivered. */
    public static final String FEDEX_RETURNED = "076288115212522";

    /** Cancelled before it moved. */
    public static final String FEDEX_CANCELLED = "070358180009382";

    /** A number used twice: two results with two unique ids, the older one first and delivered. */
    public static final String FEDEX_SEVERAL_RESULTS = "713062653486";

    /** Unknown: an error for this number inside a 200. */
    public static final String FEDEX_NOT_FOUND = "770000011014";

    /** Its newest scan carries a code in no table. */
    public static final String FEDEX_UNKNOWN_CODE = "770000012021";

    /** No scan says when it happened. */
    public static final String FEDEX_NO_TIMESTAMPS = "770000013039";

    /** Times with and without an offset in one body. */
    public static final String FEDEX_MIXED_OFFSETS = "770000014046";

    /** One scan's date cannot be read, the others are good. */
    public static final String FEDEX_BROKEN_EVENT = "770000015053";

    /** Known, with dates but without any scan. */
    public static final String FEDEX_NO_SCANS = "770000016060";

    /** Out for delivery, with a newer scan on top that only tells of an early arrival. */
    public static final String FEDEX_NOTE_ON_TOP = "770000017078";

    /** The label is made, nothing more. */
    public static final String UPS_LABEL_CREATED = "1ZTK00010310000015";

    /** Picked up a moment ago. */
    public static final String UPS_PICKED_UP = "1ZTK00010310010022";

    /** On the way. */
    public static final String UPS_IN_TRANSIT = "1ZTK00010310020039";

    /** In the hands of customs: an activity of type X that is no exception. */
    public static final String UPS_CUSTOMS = "1ZTK00010310030046";

    /** On the vehicle. */
    public static final String UPS_OUT_FOR_DELIVERY = "1ZTK00010310040053";

    /** At an access point: an activity of type D that is not delivered to anybody. */
    public static final String UPS_AVAILABLE_FOR_PICKUP = "1ZTK00010310050060";

    /** Nobody was there. */
    public static final String UPS_DELIVERY_ATTEMPTED = "1ZTK00010310060077";

    /** Delivered and signed for. */
    public static final String UPS_DELIVERED = "1ZTK00010310070084";

    /** In trouble. */
    public static final String UPS_EXCEPTION = "1ZTK00010310080091";

    /** Stopped until something is settled. */
    public static final String UPS_ON_HOLD = "1ZTK00010310090106";

    /** Delivered, to its original sender. */
    public static final String UPS_RETURNED = "1ZTK00010310100112";

    /** Voided before it moved. */
    public static final String UPS_CANCELLED = "1ZTK00010310110129";

    /** Unknown: the warning TW0001 inside a 200, and no package. */
    public static final String UPS_NOT_FOUND = "1ZTK00010310120136";

    /** Unknown: HTTP 404, as the published description has it. */
    public static final String UPS_NOT_FOUND_404 = "1ZTK00010310130143";

    /** A shipment of three packages; the one asked for is the second. */
    public static final String UPS_SEVERAL_PACKAGES = "1ZTK00010310140150";

    /** Its newest scan carries a code in no table. */
    public static final String UPS_UNKNOWN_CODE = "1ZTK00010310150167";

    /** No scan says when it happened. */
    public static final String UPS_NO_TIMESTAMPS = "1ZTK00010310160174";

    /** Activities with and without their GMT fields in one body. */
    public static final String UPS_MIXED_OFFSETS = "1ZTK00010310170181";

    /** One scan's date cannot be read, the others are good. */
    public static final String UPS_BROKEN_EVENT = "1ZTK00010310180198";

    /** Lists of one element come as the element: shipment, package, activity, ... */
    public static final String UPS_SINGLE_OBJECTS = "1ZTK00010310190203";

    /** Known, without activities and without a current status. */
    public static final String UPS_NO_SCANS = "1ZTK00010310200219";

    /** Out for delivery, with a newer activity on top that only updates the time. */
    public static final String UPS_NOTE_ON_TOP = "1ZTK00010310210217";

    /** Out for delivery by its newest activity and the text of its status; the status's number is older. */
    public static final String UPS_LAGGING_STATUS = "1ZTK00010310220224";

    /** Mail Innovations, delivered by the post; no GMT fields at all. */
    public static final String UPS_MAIL_INNOVATIONS_DELIVERED = "9261290099010000000116";

    /** Mail Innovations, handed to the post office; no GMT fields at all. */
    public static final String UPS_MAIL_INNOVATIONS_IN_TRANSIT = "9261290099010000010214";

    /** The label is made: MyDHL knows it and has no event. */
    public static final String DHL_EXPRESS_LABEL_CREATED = "3100001015";

    /** Picked up a moment ago. */
    public static final String DHL_EXPRESS_PICKED_UP = "3100102025";

    /** On the way. */
    public static final String DHL_EXPRESS_IN_TRANSIT = "3100203035";

    /** In the hands of customs, without trouble. */
    public static final String DHL_EXPRESS_CUSTOMS = "3100304045";

    /** On the vehicle. */
    public static final String DHL_EXPRESS_OUT_FOR_DELIVERY = "3100405055";

    /** Waiting for its recipient. */
    public static final String DHL_EXPRESS_AVAILABLE_FOR_PICKUP = "3100506065";

    /** Nobody was there. */
    public static final String DHL_EXPRESS_DELIVERY_ATTEMPTED = "3100607075";

    /** Delivered and signed for. */
    public static final String DHL_EXPRESS_DELIVERED = "3100708085";

    /** In trouble. */
    public static final String DHL_EXPRESS_EXCEPTION = "3100809095";

    /** Stopped until something is settled. */
    public static final String DHL_EXPRESS_ON_HOLD = "3100910105";

    /** Back at its sender. */
    public static final String DHL_EXPRESS_RETURNED = "3101011115";

    /** Unknown: absent from a batch, HTTP 404 when no other number is known. */
    public static final String DHL_EXPRESS_NOT_FOUND = "3101112125";

    /** Its newest scan carries a code in no table. */
    public static final String DHL_EXPRESS_UNKNOWN_CODE = "3101213135";

    /** No scan says when it happened. */
    public static final String DHL_EXPRESS_NO_TIMESTAMPS = "3101314145";

    /** Events with and without an offset in one body, where offsets are asked for. */
    public static final String DHL_EXPRESS_MIXED_OFFSETS = "3101415155";

    /** One scan's date cannot be read, the others are good. */
    public static final String DHL_EXPRESS_BROKEN_EVENT = "3101516165";

    /** Three pieces under one waybill. */
    public static final String DHL_EXPRESS_SEVERAL_PIECES = "3101617175";

    /** With the courier, with a newer event on top that only acknowledges something. */
    public static final String DHL_EXPRESS_NOTE_ON_TOP = "3101718185";

    /** The label is made, nothing more. */
    public static final String DHL_ECOMMERCE_LABEL_CREATED = "GM60511020000000101";

    /** On the way. */
    public static final String DHL_ECOMMERCE_IN_TRANSIT = "GM60511020000001102";

    /** On the vehicle. */
    public static final String DHL_ECOMMERCE_OUT_FOR_DELIVERY = "GM60511020000002103";

    /** Delivered and signed for. */
    public static final String DHL_ECOMMERCE_DELIVERED = "GM60511020000003104";

    /** Waiting for its recipient. */
    public static final String DHL_ECOMMERCE_AVAILABLE_FOR_PICKUP = "GM60511020000004105";

    /** Nobody was there. */
    public static final String DHL_ECOMMERCE_DELIVERY_ATTEMPTED = "GM60511020000005106";

    /** In trouble. */
    public static final String DHL_ECOMMERCE_EXCEPTION = "GM60511020000006107";

    /** Stopped until something is settled. */
    public static final String DHL_ECOMMERCE_ON_HOLD = "GM60511020000007108";

    /** Back at its sender. */
    public static final String DHL_ECOMMERCE_RETURNED = "GM60511020000008109";

    /** Voided before it moved. */
    public static final String DHL_ECOMMERCE_CANCELLED = "GM60511020000009110";

    /** Unknown: absent from a batch, HTTP 404 when asked for alone. */
    public static final String DHL_ECOMMERCE_NOT_FOUND = "GM60511020000010111";

    /** Its newest scan carries a code in no table. */
    public static final String DHL_ECOMMERCE_UNKNOWN_CODE = "GM60511020000011112";

    /** No scan says when it happened. */
    public static final String DHL_ECOMMERCE_NO_TIMESTAMPS = "GM60511020000012113";

    /** One scan's date cannot be read, the others are good. */
    public static final String DHL_ECOMMERCE_BROKEN_EVENT = "GM60511020000013114";

    /** Events in Eastern Time and in a local time of no known zone. */
    public static final String DHL_ECOMMERCE_MIXED_OFFSETS = "GM60511020000014115";

    /** On the way. */
    public static final String DHL_PARCEL_DE_IN_TRANSIT = "00340434160001100014";

    /** On the vehicle. */
    public static final String DHL_PARCEL_DE_OUT_FOR_DELIVERY = "00340434160001110020";

    /** Delivered and signed for. */
    public static final String DHL_PARCEL_DE_DELIVERED = "00340434160001120036";

    /** Called delivered; only the shipment's return flag tells that it was to the sender. */
    public static final String DHL_PARCEL_DE_RETURNED = "00340434160001130042";

    /** Waiting for its recipient. */
    public static final String DHL_PARCEL_DE_AVAILABLE_FOR_PICKUP = "00340434160001140058";

    /** Several different shipments share the number. */
    public static final String DHL_PARCEL_DE_SEVERAL_SHIPMENTS = "00340434160001150064";

    /** Unknown: HTTP 404. */
    public static final String DHL_PARCEL_DE_NOT_FOUND = "00340434160001160070";

    /** Its newest scan carries a code in no table. */
    public static final String DHL_PARCEL_DE_UNKNOWN_CODE = "00340434160001170086";

    /** No scan says when it happened. */
    public static final String DHL_PARCEL_DE_NO_TIMESTAMPS = "00340434160001180092";

    /** Times with and without an offset in one body. */
    public static final String DHL_PARCEL_DE_MIXED_OFFSETS = "00340434160001190107";

    /** One scan's date cannot be read, the others are good. */
    public static final String DHL_PARCEL_DE_BROKEN_EVENT = "00340434160001200110";

    /** Announced by its sender, nothing more. */
    public static final String DHL_PARCEL_DE_LABEL_CREATED = "00340434160001210126";

    /** Nobody was there. */
    public static final String DHL_PARCEL_DE_DELIVERY_ATTEMPTED = "00340434160001220132";

    /** In trouble. */
    public static final String DHL_PARCEL_DE_EXCEPTION = "00340434160001230148";

    /** Called delivered by its division; in truth handed to a shop, where it waits. */
    public static final String DHL_HANDED_TO_SHOP = "JVGL06114409000000004711";

    private SandboxNumbers() {}
}
