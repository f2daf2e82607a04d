package com.trackingmcp;

import com.trackingmcp.model.Outcome;
import com.trackingmcp.model.PickupSuggestion;
import com.trackingmcp.model.Shipment;
import java.util.AbstractList;
import java.util.List;

/**
 * What became of the rows of a batch: one outcome per row, in the order of the rows, and which pickups would fetch what was
 * bought. Immutable.
 */
public final class ShippedBatch extends AbstractList<Outcome<Shipment>> {
    private final List<Outcome<Shipment>> outcomes;
    private final List<PickupSuggestion> pickupSuggestions;

    ShippedBatch(List<Outcome<Shipment>> outcomes, List<PickupSuggestion> pickupSuggestions) {
        this.outcomes = List.copyOf(outcomes);
        this.pickupSuggestions = List.copyOf(pickupSuggestions);
    }

    @Override
    public Outcome<Shipment> get(int row) {
        return outcomes.get(row);
    }

    @Override
    public int size() {
        return outcomes.size();
    }

    /**
     * The pickups that would fetch what was bought: one for each connection, driver, address and day, in the order of
     * their first rows. Returns are in none, for they are handed over elsewhere.
     */
    public List<PickupSuggestion> pickupSuggestions() {
        return pickupSuggestions;
    }
}
