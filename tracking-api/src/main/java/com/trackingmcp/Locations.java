package com.trackingmcp;

import com.trackingmcp.error.CarrierException;
import com.trackingmcp.http.CallContext;
import com.trackingmcp.internal.engine.LocationDesk;
import com.trackingmcp.internal.engine.Pending;
import com.trackingmcp.model.LocationQuery;
import com.trackingmcp.model.PoliticalDivision;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Finds places at which parcels are handed over. Safe for use by many threads; lives as long as its client.
 */
public final class Locations {
    private final LocationDesk desk;
    private final Calls calls;

    Locations(LocationDesk desk, Calls calls) {
        this.desk = desk;
        this.calls = calls;
    }

    /**
     * The places around an address or a point, the nearest first: the carrier named is asked, or all that can at once. A carrier that
     * fails does not take the others down.
     *
     * @return the places, and why some of the carriers asked tell of none
     * @throws com.trackingmcp.error.InvalidRequestException naming every missing or wrong field, before anything is sent
     * @throws com.trackingmcp.error.CapabilityNotSupportedException where nobody asked can
     * @throws CarrierException with {@link com.trackingmcp.error.ErrorCode#NO_LOCATIONS_FOUND} where there are none; and for whatever else
     *     went wrong at all carriers
     */
    public FoundLocations find(LocationQuery query) {
        return finding(query).await();
    }

    /** The twin of {@link #find(LocationQuery)}. */
    public CompletableFuture<FoundLocations> findAsync(LocationQuery query) {
        return Async.attempt(() -> finding(query).handedOver());
    }

    private Pending<FoundLocations> finding(LocationQuery query) {
        Async.required("query", query);
        return calls.ask(query.carrier(), call -> desk.find(query, call));
    }

    /**
     * The states, provinces or the like of a country (ISO 3166-1 alpha-2): as UPS tells them where it is connected, else as ISO
     * 3166-2 does, which is asked of nobody.
     *
     * @return none where neither knows any
     * @throws com.trackingmcp.error.InvalidRequestException where that is no country
     */
    public List<PoliticalDivision> politicalDivisions(String country) {
        return askingDivisions(country).await();
    }

    /** The twin of {@link #politicalDivisions(String)}. */
    public CompletableFuture<List<PoliticalDivision>> politicalDivisionsAsync(String country) {
        return Async.attempt(() -> askingDivisions(country).handedOver());
    }

    private Pending<List<PoliticalDivision>> askingDivisions(String country) {
        Async.required("country", country);
        CallContext call = calls.next();
        return new Pending<>(desk.politicalDivisions(country, call), call::cancel);
    }
}
