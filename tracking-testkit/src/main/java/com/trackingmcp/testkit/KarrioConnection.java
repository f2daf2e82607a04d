package com.trackingmcp.testkit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/**
 * A carrier's account on the gateway.
 *
 * @param id {@code car_…}
 * @param carrierName Karrio's name of the carrier, {@code canadapost}
 * @param label the name its owner gave it, which Karrio calls {@code carrier_id}
 * @param capabilities what it can do, in Karrio's words
 * @param system whether it belongs to the server and is shared by its users
 * @param testMode the mode in which it is seen
 * @param active whether it is asked
 * @param config settings of the owner's
 * @param metadata notes of the owner's
 */
record KarrioConnection(
        String id,
        String carrierName,
        String label,
        Set<String> capabilities,
        boolean system,
        boolean testMode,
        boolean active,
        ObjectNode config,
        ObjectNode metadata) {

    boolean can(String capability) {
        return capabilities.contains(capability);
    }

    /** Whether a request that lists {@code carrier_ids} means this one: by its id or its label, never by the carrier's name. */
    boolean isNamed(String carrierId) {
        return id.equals(carrierId) || label.equals(carrierId);
    }
}
