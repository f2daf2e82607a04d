package com.trackingmcp.model;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * An account with the carrier that pays. Immutable. {@code toString()} does not tell the number.
 */
@Value.Immutable
@ModelStyle
@JsonSerialize(as = ImmutableBillingAccount.class)
@JsonDeserialize(as = ImmutableBillingAccount.class)
public interface BillingAccount {
    /** The account's number; the connection's own where absent, which only a sender's may be. */
    @Value.Redacted
    Optional<String> accountNumber();

    /** The postal code of the account's holder; UPS asks for it of recipients and third parties. */
    Optional<String> postalCode();

    /** The country of the account's holder, ISO 3166-1 alpha-2. */
    Optional<String> country();

    /** The connection's own account. */
    static BillingAccount own() {
        return builder().build();
    }

    /** The account with this number. */
    static BillingAccount of(String accountNumber) {
        return builder().accountNumber(accountNumber).build();
    }

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of one value; not safe for use by several threads. */
    class Builder extends ImmutableBillingAccount.Builder {}
}
