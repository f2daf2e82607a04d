package com.trackingmcp.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * Where a parcel stands, in one vocabulary for all carriers. Settled from the published status tables of FedEx, UPS and
 * DHL; the carrier's own code and words are always kept beside it.
 *
 * <p>"Not found" is not a status: it is a {@link com.trackingmcp.error.TrackingNumberNotFoundException}.
 */
public enum TrackingStatus {
    /** The carrier knows the shipment's data but has not seen the parcel yet. */
    LABEL_CREATED(false),
    /** The carrier has taken the parcel over from the sender. */
    PICKED_UP(false),
    /** The parcel is moving through the network; also after customs released it. */
    IN_TRANSIT(false),
    /** The parcel is being cleared by customs, or customs wait for papers about it. */
    CUSTOMS(false),
    /** The parcel is on the vehicle that delivers it. */
    OUT_FOR_DELIVERY(false),
    /** The parcel waits for its recipient in a shop, a locker or a depot. */
    AVAILABLE_FOR_PICKUP(false),
    /** Delivery was tried without success; another try or a collection follows. */
    DELIVERY_ATTEMPTED(false),
    /** The recipient, or somebody or some place for the recipient, has the parcel. */
    DELIVERED(true),
    /** Something went wrong, such as damage, a wrong address or a delay; it may still be delivered. */
    EXCEPTION(false),
    /** The carrier keeps the parcel until somebody acts: a payment, an instruction, an agreed later day. */
    ON_HOLD(false),
    /** The parcel is on its way back to the sender, or will be. */
    RETURNING(false),
    /** The sender has the parcel back. */
    RETURNED(true),
    /** The shipment was voided or called off; the parcel will not be moved. */
    CANCELLED(true),
    /** The carrier said nothing, or something that no published table explains: see the carrier's own code. */
    @JsonEnumDefaultValue
    UNKNOWN(false);

    private final boolean isFinal;
    private final String word;

    TrackingStatus(boolean isFinal) {
        this.isFinal = isFinal;
        this.word = name().toLowerCase(Locale.ROOT);
    }

    /** Whether nothing more is expected to happen: no need to ask again. */
    public boolean isFinal() {
        return isFinal;
    }

    /** The word in JSON and in the status tables, such as {@code out_for_delivery}. */
    @JsonValue
    public String word() {
        return word;
    }

    /** The status of a word; {@link #UNKNOWN} where a newer version of this library wrote one this does not know. */
    @JsonCreator
    public static TrackingStatus ofWord(String word) {
        for (TrackingStatus status : values()) {
            if (status.word.equals(word)) {
                return status;
            }
        }
        return UNKNOWN;
    }
}
