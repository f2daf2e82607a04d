package com.trackingmcp.testkit;

/**
 * The numbers every {@link CarrierSandbox} knows of carriers behind its Karrio gateway, as {@link SandboxNumbers} has those of the
 * others. Parcels of FedEx and DHL Express are the same through the gateway and without it.
 *
 * <p>Constants only, all with a right check digit. What happened to these parcels happened in the days before the sandbox was
 * started; they stand still after that.
 */
public final class KarrioNumbers {

    /** The label is made, nothing more. */
    public static final String CANADA_POST_LABEL_CREATED = "7023210000390005";

    /** Picked up a moment ago. */
    public static final String CANADA_POST_PICKED_UP = "7023210000390111";

    /** On the way. */
    public static final String CANADA_POST_IN_TRANSIT = "7023210000390227";

    /** In the hands of customs. */
    public static final String CANADA_POST_CUSTOMS = "7023210000390333";

    /** On the vehicle. */
    public static final String CANADA_POST_OUT_FOR_DELIVERY = "7023210000390449";

    /** Waiting for its recipient. */
    public static final String CANADA_POST_AVAILABLE_FOR_PICKUP = "7023210000390555";

    /** Nobody was there. */
    public static final String CANADA_POST_DELIVERY_ATTEMPTED = "7023210000390661";

    /** Delivered and signed for. */
    public static final String CANADA_POST_DELIVERED = "7023210000390777";

    /** Delayed. */
    public static final String CANADA_POST_EXCEPTION = "7023210000390883";

    /** Stopped until something is settled. */
    public static final String CANADA_POST_ON_HOLD = "7023210000390999";

    /** Back at its sender. */
    public static final String CANADA_POST_RETURNED = "7023210000391101";

    /** Voided before it moved. */
    public static final String CANADA_POST_CANCELLED = "7023210000391217";

    /** Unknown: HTTP 404 with the carrier's message. */
    public static final String CANADA_POST_NOT_FOUND = "7023210000391323";

    /** Its newest event has a code without any status; the server calls the parcel in transit. */
    public static final String CANADA_POST_UNKNOWN_CODE = "7023210000391439";

    /** No event says when it happened. */
    public static final String CANADA_POST_NO_TIMESTAMPS = "7023210000391545";

    /** Some events have a true offset, the others call their local time UTC. */
    public static final String CANADA_POST_MIXED_OFFSETS = "7023210000391651";

    /** One event's date cannot be read, the others are good. */
    public static final String CANADA_POST_BROKEN_EVENT = "7023210000391767";

    /** Out for delivery, with a newer event on top that changes nothing. */
    public static final String CANADA_POST_NOTE_ON_TOP = "7023210000391873";

    /** The label is made, nothing more. */
    public static final String PUROLATOR_LABEL_CREATED = "335100200005";

    /** On the way. */
    public static final String PUROLATOR_IN_TRANSIT = "335100200260";

    /** On the vehicle. */
    public static final String PUROLATOR_OUT_FOR_DELIVERY = "335100200526";

    /** Waiting for its recipient. */
    public static final String PUROLATOR_AVAILABLE_FOR_PICKUP = "335100200658";

    /** Delivered and signed for. */
    public static final String PUROLATOR_DELIVERED = "335100200914";

    /** Delayed. */
    public static final String PUROLATOR_EXCEPTION = "335100201045";

    /** Back at its sender. */
    public static final String PUROLATOR_RETURNED = "335100201300";

    /** Unknown: HTTP 404 with the carrier's message. */
    public static final String PUROLATOR_NOT_FOUND = "335100201565";

    /** Its newest event has a code without any status; the server calls the parcel in transit. */
    public static final String PUROLATOR_UNKNOWN_CODE = "335100201698";

    /** No event says when it happened. */
    public static final String PUROLATOR_NO_TIMESTAMPS = "335100201821";

    /** Some events have a true offset, the others call their local time UTC. */
    public static final String PUROLATOR_MIXED_OFFSETS = "335100201953";

    /** One event's date cannot be read, the others are good. */
    public static final String PUROLATOR_BROKEN_EVENT = "335100202084";

    /** The label is made, nothing more. */
    public static final String DPD_LABEL_CREATED = "008011100000010070099327276F";

    /** On the way. */
    public static final String DPD_IN_TRANSIT = "008011100000010210099327276O";

    /** On the vehicle. */
    public static final String DPD_OUT_FOR_DELIVERY = "008011100000010350099327276M";

    /** Waiting for its recipient. */
    public static final String DPD_AVAILABLE_FOR_PICKUP = "008011100000010420099327276D";

    /** Delivered and signed for. */
    public static final String DPD_DELIVERED = "008011100000010770099327276X";

    /** Delayed. */
    public static final String DPD_EXCEPTION = "008011100000010840099327276B";

    /** Back at its sender. */
    public static final String DPD_RETURNED = "008011100000010910099327276Z";

    /** Unknown: HTTP 404 with the carrier's message. */
    public static final String DPD_NOT_FOUND = "008011100000010980099327276S";

    /** Its newest event has a code without any status; the server calls the parcel in transit. */
    public static final String DPD_UNKNOWN_CODE = "008011100000011050099327276I";

    /** No event says when it happened. */
    public static final String DPD_NO_TIMESTAMPS = "008011100000011120099327276J";

    /** Some events have a true offset, the others call their local time UTC. */
    public static final String DPD_MIXED_OFFSETS = "008011100000011330099327276C";

    /** One event's date cannot be read, the others are good. */
    public static final String DPD_BROKEN_EVENT = "008011100000011470099327276Z";

    /** The label is made, nothing more. */
    public static final String USPS_LABEL_CREATED = "9400111899000000220000";

    /** On the way. */
    public static final String USPS_IN_TRANSIT = "9400111899000000220345";

    /** On the vehicle. */
    public static final String USPS_OUT_FOR_DELIVERY = "9400111899000000220680";

    /** Waiting for its recipient. */
    public static final String USPS_AVAILABLE_FOR_PICKUP = "9400111899000000220857";

    /** Delivered and signed for. */
    public static final String USPS_DELIVERED = "9400111899000000221199";

    /** Delayed. */
    public static final String USPS_EXCEPTION = "9400111899000000221366";

    /** Back at its sender. */
    public static final String USPS_RETURNED = "9400111899000000221700";

    /** Unknown: HTTP 404 with the carrier's message. */
    public static final String USPS_NOT_FOUND = "9400111899000000222042";

    /** Its newest event has a code without any status; the server calls the parcel in transit. */
    public static final String USPS_UNKNOWN_CODE = "9400111899000000222219";

    /** No event says when it happened. */
    public static final String USPS_NO_TIMESTAMPS = "9400111899000000222387";

    /** Some events have a true offset, the others call their local time UTC. */
    public static final String USPS_MIXED_OFFSETS = "9400111899000000222554";

    /** One event's date cannot be read, the others are good. */
    public static final String USPS_BROKEN_EVENT = "9400111899000000222721";

    private KarrioNumbers() {}
}
