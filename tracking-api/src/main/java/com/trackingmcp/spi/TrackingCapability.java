package com.trackingmcp.spi;

import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.http.CallContext;
import com.trackingmcp.model.Outcome;
import com.trackingmcp.model.ProofOfDelivery;
import com.trackingmcp.model.TrackingNumber;
import com.trackingmcp.model.TrackingReference;
import com.trackingmcp.model.TrackingResult;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Tracking, by number and by reference. Must be safe for use by many threads at once and never block.
 *
 * <p>Futures fail with a {@link com.trackingmcp.error.CarrierException} only, and only for what concerns the whole call.
 */
public interface TrackingCapability extends Capability {
    /** Which numbers may travel together, and how many of them; the engine splits and joins accordingly. */
    BatchLane lane(TrackingNumber number);

    /**
     * Asks for numbers of one lane, no more than it takes, none twice.
     *
     * @return one outcome per number in their order; a number the carrier does not know is a failure with
     *     {@link com.trackingmcp.error.TrackingNumberNotFoundException}
     */
    CompletableFuture<List<Outcome<TrackingResult>>> track(List<TrackingNumber> numbers, CallContext call);

    /** Whether {@link #trackByReference} can be asked. */
    default boolean tracksByReference() {
        return false;
    }

    /** All parcels with a reference; none where the carrier knows none. */
    default CompletableFuture<List<TrackingResult>> trackByReference(TrackingReference reference, CallContext call) {
        return CompletableFuture.failedFuture(NotOffered.of("tracking by reference"));
    }

    /** Whether {@link #proofOfDelivery} can be asked. */
    default boolean provesDelivery() {
        return false;
    }

    /**
     * The proof that a parcel was delivered; fails with {@link ErrorCode#DOCUMENT_NOT_FOUND} where there is none (yet).
     */
    default CompletableFuture<ProofOfDelivery> proofOfDelivery(TrackingNumber number, CallContext call) {
        return CompletableFuture.failedFuture(NotOffered.of("proof of delivery"));
    }

    /** Whether {@link #erase} can be asked. */
    default boolean erases() {
        return false;
    }

    /** Has the server delete what it stores of a parcel; whether there was anything. */
    default CompletableFuture<Boolean> erase(TrackingNumber number, CallContext call) {
        return CompletableFuture.failedFuture(NotOffered.of("erasing what is stored of a parcel"));
    }
}
