package com.trackingmcp.model;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;

/**
 * A wish to be told of parcels as they move, instead of asking again and again. Immutable.
 *
 * <p>Carriers tell in different ways: UPS calls the web address that is set for your account on its portal, FedEx writes
 * e-mails.
 */
@Value.Immutable
@ModelStyle
@JsonSerialize(as = ImmutableSubscriptionRequest.class)
@JsonDeserialize(as = ImmutableSubscriptionRequest.class)
public interface SubscriptionRequest {
    /** The carrier or connection to ask, such as {@code fedex-eu}. Required where several can. */
    Optional<String> carrier();

    /** The numbers. At least one. */
    List<String> trackingNumbers();

    /** What is to be told; all that the carrier tells where empty. */
    Set<SubscriptionEvent> events();

    /** Who is written to, for carriers that write e-mails. */
    @Value.Redacted
    List<String> emails();

    /** In whose name they are written. */
    @Value.Redacted
    Optional<String> senderName();

    /** Whom they may be answered to. */
    @Value.Redacted
    Optional<String> senderEmail();

    /** The language, as in {@code en-US}; English where absent. */
    Optional<String> language();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of one value; not safe for use by several threads. */
    class Builder extends ImmutableSubscriptionRequest.Builder {}
}
