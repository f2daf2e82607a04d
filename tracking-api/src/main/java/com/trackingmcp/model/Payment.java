package com.trackingmcp.model;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Who pays. Immutable. Exactly one of the three is to be given; a request with none or several is refused with
 * {@link com.trackingmcp.error.ErrorCode#AMBIGUOUS_BILLING} before anything is sent.
 */
@Value.Immutable
@ModelStyle
@JsonSerialize(as = ImmutablePayment.class)
@JsonDeserialize(as = ImmutablePayment.class)
public interface Payment {
    /** The sender pays. */
    Optional<BillingAccount> sender();

    /** The recipient pays. */
    Optional<BillingAccount> recipient();

    /** Somebody else pays. */
    Optional<BillingAccount> thirdParty();

    /** The sender pays, with the connection's own account. */
    static Payment bySender() {
        return builder().sender(BillingAccount.own()).build();
    }

    /** The recipient pays. */
    static Payment byRecipient(BillingAccount account) {
        return builder().recipient(account).build();
    }

    /** Somebody else pays. */
    static Payment byThirdParty(BillingAccount account) {
        return builder().thirdParty(account).build();
    }

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of one value; not safe for use by several threads. */
    class Builder extends ImmutablePayment.Builder {}
}
