package com.trackingmcp.model;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Shipments of one batch that one pickup could fetch: of one connection, by one driver, from one
 * address, on one day. Immutable.
 */
@Value.Immutable
@ModelStyle
@JsonSerialize(as = ImmutablePickupSuggestion.class)
@JsonDeserialize(as = ImmutablePickupSuggestion.class)
public interface PickupSuggestion {
    /** The carrier's id, such as {@code ups}. */
    String carrier();

    /** The id of the connection they were bought with. */
    String connection();

    /** Which of the carrier's drivers fetches them, in its code, where it has several: FedEx has two. */
    Optional<String> fetchedBy();

    /** Where they are handed over. */
    Address address();

    /**
     * The day they are to be handed over; of those that named none, the day they were bought on, by this machine's clock and UTC.
     */
    LocalDate date();

    /** Their places in the batch, from 0 on. */
    List<Integer> rows();

    /** Their tracking numbers, in the order of the batch. */
    List<String> trackingNumbers();

    /** The parcels, by service and destination. */
    List<PickupPiece> pieces();

    /** Starts a request for the pickup; the times are still to be set, and what the address lacks. */
    default PickupRequest.Builder toRequest() {
        return PickupRequest.builder()
                .carrier(connection())
                .address(address())
                .date(date())
                .pieces(pieces())
                .trackingNumbers(trackingNumbers());
    }

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of one value; not safe for use by several threads. */
    class Builder extends ImmutablePickupSuggestion.Builder {}
}
