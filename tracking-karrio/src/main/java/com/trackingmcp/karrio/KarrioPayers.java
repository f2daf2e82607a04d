package com.trackingmcp.karrio;

import com.trackingmcp.model.BillingAccount;
import com.trackingmcp.model.Payment;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Writes who pays as Karrio has it. Stateless. */
final class KarrioPayers {
    private KarrioPayers() {}

    /** Karrio's word for the one who pays. */
    static Optional<String> word(Payment payment) {
        if (payment.thirdParty().isPresent()) {
            return Optional.of("third_party");
        }
        if (payment.recipient().isPresent()) {
            return Optional.of("recipient");
        }
        return payment.sender().map(own -> "sender");
    }

    /** The account that pays. */
    static Optional<BillingAccount> account(Payment payment) {
        return payment.thirdParty().or(payment::recipient).or(payment::sender);
    }

    /** The payment as JSON. */
    static Map<String, Object> encode(Payment payment) {
        Map<String, Object> fields = new LinkedHashMap<>();
        word(payment).ifPresent(word -> fields.put("paid_by", word));
        account(payment)
                .flatMap(BillingAccount::accountNumber)
                .ifPresent(number -> fields.put("account_number", number));
        return fields;
    }

    /** Where the holder of the account is, as far as that is known; an address at Karrio has a country. */
    static Optional<Map<String, Object>> billingAddress(Payment payment) {
        return account(payment)
                .flatMap(account -> account.country().map(country -> {
                    Map<String, Object> address = new LinkedHashMap<>();
                    address.put("country_code", country);
                    account.postalCode().ifPresent(code -> address.put("postal_code", code));
                    return address;
                }));
    }
}
