package com.trackingmcp.fedex;

import com.trackingmcp.fedex.FedexParts.Account;
import com.trackingmcp.fedex.FedexParts.Amount;
import com.trackingmcp.fedex.FedexParts.Contact;
import com.trackingmcp.fedex.FedexParts.PaidBy;
import com.trackingmcp.fedex.FedexParts.Party;
import com.trackingmcp.fedex.FedexParts.Payor;
import com.trackingmcp.fedex.FedexParts.Place;
import com.trackingmcp.fedex.FedexParts.ResponsibleParty;
import com.trackingmcp.fedex.FedexParts.Tin;
import com.trackingmcp.model.Address;
import com.trackingmcp.model.BillingAccount;
import com.trackingmcp.model.Money;
import com.trackingmcp.model.Payment;
import com.trackingmcp.model.TaxId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Addresses, accounts and amounts as FedEx wants them. Stateless. */
final class FedexParties {
    /** Countries whose telephone numbers FedEx takes with ten digits only, a leading 1 aside. */
    static final Set<String> TEN_DIGITS = Set.of("US", "CA");

    static final int DIGITS = 10;

    private FedexParties() {}

    /** Somebody with a name, a telephone and a street. */
    static Party party(Address address, @Nullable String deliveryInstructions) {
        List<Tin> tins = address.taxIds().stream().map(FedexParties::tin).toList();
        return new Party(contact(address), place(address), tins.isEmpty() ? null : tins, deliveryInstructions);
    }

    static Contact contact(Address address) {
        return new Contact(
                text(address.person()),
                text(address.company()),
                address.phone()
                        .map(phone -> phone(phone, address.country()))
                        .filter(phone -> !phone.isEmpty())
                        .orElse(null),
                text(address.email()));
    }

    /** The digits of a telephone number; in the US and Canada without the leading 1. */
    static String phone(String given, Optional<String> country) {
        String digits = given.replaceAll("[^0-9]", "");
        boolean prefixed = country.filter(TEN_DIGITS::contains).isPresent()
                && digits.length() == DIGITS + 1
                && digits.charAt(0) == '1';
        return prefixed ? digits.substring(1) : digits;
    }

    static Place place(Address address) {
        List<String> lines = lines(address);
        return new Place(
                lines.isEmpty() ? null : lines,
                text(address.city()),
                text(address.stateOrProvince()),
                text(address.postalCode()),
                text(address.country()),
                address.residential().orElse(null));
    }

    /** Empty lines may not be among them. */
    static List<String> lines(Address address) {
        return address.lines().stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /** A place as prices and transit times want it: without a street. */
    static Party area(Address address) {
        Place place = place(address);
        return new Party(
                null,
                new Place(
                        null,
                        place.city(),
                        place.stateOrProvinceCode(),
                        place.postalCode(),
                        place.countryCode(),
                        place.residential()),
                null,
                null);
    }

    /** FedEx tells tax ids by who gave them; what they are for goes beside it. */
    private static Tin tin(TaxId id) {
        String type = switch (id.kind()) {
            case EIN -> "FEDERAL";
            case EORI, IOSS -> "BUSINESS_UNION";
            case PERSONAL -> "PERSONAL_NATIONAL";
            case VAT, GST, BUSINESS -> "BUSINESS_NATIONAL";
        };
        return new Tin(id.number(), type, id.kind().name());
    }

    static PaidBy paidBy(Payment payment, String ownAccount) {
        if (payment.recipient().isPresent()) {
            return new PaidBy("RECIPIENT", payor(payment.recipient().get().accountNumber()));
        }
        if (payment.thirdParty().isPresent()) {
            return new PaidBy("THIRD_PARTY", payor(payment.thirdParty().get().accountNumber()));
        }
        Optional<String> given = payment.sender().flatMap(BillingAccount::accountNumber);
        return new PaidBy("SENDER", payor(given.or(() -> Optional.of(ownAccount))));
    }

    private static @Nullable Payor payor(Optional<String> account) {
        return account.map(number -> new Payor(new ResponsibleParty(new Account(number))))
                .orElse(null);
    }

    static Amount amount(Money money) {
        return new Amount(money.amount(), money.currency().getCurrencyCode());
    }

    private static @Nullable String text(Optional<String> value) {
        return value.map(String::strip).filter(text -> !text.isEmpty()).orElse(null);
    }
}
