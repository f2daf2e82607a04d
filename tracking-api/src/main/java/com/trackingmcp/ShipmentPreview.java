package com.trackingmcp;

import com.trackingmcp.error.FieldProblem;
import java.util.List;

/**
 * What buying a shipment would come to. Immutable.
 *
 * @param problems every missing or wrong field, with its path; empty where it can be bought as it is
 * @param rates its prices: of its service where it names one, else of all; none where too much is missing to ask, or nobody can be asked
 */
public record ShipmentPreview(List<FieldProblem> problems, Rates rates) {
    public ShipmentPreview {
        problems = List.copyOf(problems);
    }

    /** Whether it can be bought as it is. */
    public boolean isComplete() {
        return problems.isEmpty();
    }
}
