package com.trackingmcp.spi;

import com.trackingmcp.http.CallContext;
import com.trackingmcp.model.LocationQuery;
import com.trackingmcp.model.PoliticalDivision;
import com.trackingmcp.model.ServicePoint;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Finds places at which parcels are handed over. Safe for use by many threads; blocks none. */
public interface LocationCapability extends Capability {
    /** Tells everything that keeps this carrier from looking; what the client checks itself need not be told. */
    void check(LocationQuery query, RequestCheck check);

    /**
     * The places, the nearest first; none where there are none. The carrier may leave to the client what it cannot filter
     * by: kinds, services and limit are applied to what it tells.
     */
    CompletableFuture<List<ServicePoint>> find(LocationQuery query, CallContext call);

    /** Whether {@link #politicalDivisions} can be asked. */
    default boolean tellsPoliticalDivisions() {
        return false;
    }

    /** The states, provinces or the like of a country; none where its addresses name none. */
    default CompletableFuture<List<PoliticalDivision>> politicalDivisions(String country, CallContext call) {
        return CompletableFuture.failedFuture(NotOffered.of("political divisions"));
    }
}
