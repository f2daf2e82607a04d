package com.trackingmcp.ups;

import com.trackingmcp.model.Address;
import com.trackingmcp.model.ShipmentRequest;
import com.trackingmcp.spi.RequestCheck;
import com.trackingmcp.ups.UpsParts.Phone;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What UPS needs of names, addresses and telephone numbers. Stateless. */
final class UpsPartyChecks {
    private static final int LONGEST_NAME = 35;
    private static final int LONGEST_LINE = 35;
    private static final int MOST_LINES = 3;
    private static final int LONGEST_CITY = 30;
    private static final int LONGEST_STATE = 5;
    private static final int LONGEST_POSTAL_CODE = 9;
    private static final int LONGEST_PHONE = 15;
    private static final int NORTH_AMERICAN_PHONE = 10;
    private static final int WITH_EXTENSION = 14;
    private static final int LONGEST_EMAIL = 50;
    private static final int LONGEST_TAX_NUMBER = 15;
    private static final String NEXT_DAY_AIR_EARLY = "14";
    private static final Set<String> WITH_STATES = Set.of("US", "CA");

    /** Countries whose state or county UPS asks for, in its own codes. */
    private static final Set<String> WITH_COUNTIES = Set.of("IE", "VN");

    private UpsPartyChecks() {}

    static void parties(ShipmentRequest request, RequestCheck check) {
        boolean international = !UpsLane.of(request).isWithinOneCountry();
        boolean early = request.service().filter(NEXT_DAY_AIR_EARLY::equals).isPresent();
        request.sender().ifPresent(sender -> party("sender", sender, check));
        request.recipient().ifPresent(recipient -> party("recipient", recipient, check));
        request.shipper().ifPresent(shipper -> {
            party("shipper", shipper, check);
            postalCode("shipper", shipper, check);
        });
        if (international) {
            String shipper = UpsParties.shipperPath(request);
            UpsParties.shipper(request).ifPresent(party -> phone(shipper, party, "across a border", check));
        }
        if (international || early) {
            String why = international ? "across a border" : "for Next Day Air Early";
            request.recipient().ifPresent(recipient -> phone("recipient", recipient, why, check));
        }
    }

    private static void postalCode(String path, Address address, RequestCheck check) {
        if (UpsParties.isNorthAmerican(address)) {
            check.required(path + ".postal_code", address.postalCode());
        }
    }

    private static void phone(String path, Address address, String why, RequestCheck check) {
        if (address.phone().filter(text -> !text.isBlank()).isEmpty()) {
            check.missing(path + ".phone", why);
        }
    }

    private static void party(String path, Address address, RequestCheck check) {
        check.atMost(LONGEST_NAME, path + ".person", address.person());
        check.atMost(LONGEST_NAME, path + ".company", address.company());
        List<String> lines = address.lines();
        if (lines.stream().filter(line -> !line.isBlank()).count() > MOST_LINES) {
            check.wrong(path + ".lines", "are " + lines.size() + "; UPS takes " + MOST_LINES);
        }
        for (int i = 0; i < lines.size(); i++) {
            check.atMost(LONGEST_LINE, path + ".lines[" + i + "]", Optional.of(lines.get(i)));
        }
        check.atMost(LONGEST_CITY, path + ".city", address.city());
        state(path, address, check);
        check.atMost(LONGEST_POSTAL_CODE, path + ".postal_code", UpsParties.postalCode(address));
        check.atMost(LONGEST_EMAIL, path + ".email", address.email());
        check.atMost(LONGEST_TAX_NUMBER, path + ".tax_ids[0].number", UpsParties.taxNumber(address));
        address.phone().filter(text -> !text.isBlank()).ifPresent(text -> number(path, address, check));
    }

    private static void state(String path, Address address, RequestCheck check) {
        String country = address.country().orElse("");
        if (WITH_STATES.contains(country)) {
            address.stateOrProvince()
                    .map(String::strip)
                    .filter(state -> !state.isEmpty() && !state.matches("[A-Za-z]{2}"))
                    .ifPresent(state -> check.wrong(path + ".state_or_province", "is not two letters such as NY"));
        } else if (WITH_COUNTIES.contains(country)) {
            check.required(path + ".state_or_province", address.stateOrProvince());
            check.atMost(LONGEST_STATE, path + ".state_or_province", address.stateOrProvince());
        }
    }

    private static void number(String path, Address address, RequestCheck check) {
        Optional<Phone> phone = UpsParties.phone(address);
        int digits = phone.map(told -> told.Number().length()).orElse(0);
        if (UpsParties.isNorthAmerican(address)) {
            if (digits != NORTH_AMERICAN_PHONE && digits != WITH_EXTENSION) {
                check.wrong(path + ".phone", "has " + digits + " digits; ten are area code and number");
            }
        } else if (digits == 0 || digits > LONGEST_PHONE) {
            check.wrong(path + ".phone", "has " + digits + " digits; UPS takes 1 to " + LONGEST_PHONE);
        }
    }
}
