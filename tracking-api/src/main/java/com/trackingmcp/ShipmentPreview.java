package com.trackingmcp;

import com.trackingmcp.error.FieldProblem;
import com.trackingmcp.model.LandedCost;
import com.trackingmcp.model.Outcome;
import java.util.List;
import java.util.Optional;

/**
 * What buying a shipment would come to. Immutable.
 *
 * @param problems every missing or wrong field, with its path; empty where it can be bought as it is
 * @param rates its prices: of its service where it names one, else of all; none where too much is missing to ask, or nobody can be asked
 * @param landedCost duties and taxes, or why they cannot be told; empty where they were not asked for, or it crosses no customs border
 */
public record ShipmentPreview(List<FieldProblem> problems, Rates rates, Optional<Outcome<LandedCost>> landedCost) {
    public ShipmentPreview {
        problems = List.copyOf(problems);
    }

    /** Whether it can be bought as it is. */
    public boolean isComplete() {
        return problems.isEmpty();
    }
}
