package com.trackingmcp.model;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What customs want to know of a shipment. Immutable.
 */
@Value.Immutable
@ModelStyle
@JsonSerialize(as = ImmutableCustoms.class)
@JsonDeserialize(as = ImmutableCustoms.class)
public interface Customs {
    /** The goods, a line each. Required but for documents. */
    List<Commodity> commodities();

    /** Why they cross the border; goods that were sold where absent. */
    Optional<ContentType> contentType();

    /** The terms of sale. */
    Optional<Incoterm> incoterm();

    /** Who pays duties and taxes; the recipient where absent, but for {@link Incoterm#DDP} the sender. */
    Optional<Payment> dutyPayer();

    /** The commercial invoice. */
    Optional<Invoice> invoice();

    /** Who signs the declaration. */
    @Value.Redacted
    Optional<String> signer();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of one value; not safe for use by several threads. */
    class Builder extends ImmutableCustoms.Builder {}
}
