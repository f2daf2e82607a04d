package com.trackingmcp.dhl;

import com.trackingmcp.model.Address;
import com.trackingmcp.spi.RequestCheck;
import java.util.List;
import java.util.Optional;

/** DHL Express's rules for names and addresses. Stateless. */
final class DhlAddressCheck {
    static final int LONGEST_CITY = 45;
    static final int LONGEST_CODE = 12;

    private static final int MOST_LINES = 3;
    private static final int LONGEST_LINE = 45;
    private static final int LONGEST_PROVINCE = 35;
    private static final int LONGEST_CONTACT = 70;
    private static final int LONGEST_COMPANY = 100;
    private static final int LONGEST_PERSON = 255;
    private static final int LONGEST_TAX_ID = 35;

    private DhlAddressCheck() {}

    /** Where it is. */
    static void place(String path, Address address, RequestCheck check) {
        check.required(path + ".city", address.city());
        check.atMost(LONGEST_CITY, path + ".city", address.city());
        check.atMost(LONGEST_CODE, path + ".postal_code", address.postalCode());
        check.atMost(LONGEST_PROVINCE, path + ".state_or_province", address.stateOrProvince());
    }

    /** Who is there. */
    static void party(String path, Address address, RequestCheck check) {
        check.required(path + ".phone", address.phone());
        check.atMost(LONGEST_CONTACT, path + ".phone", address.phone());
        check.atMost(LONGEST_CONTACT, path + ".email", address.email());
        names(path, address, check);
        List<String> lines = address.lines();
        if (DhlParties.lines(address).size() > MOST_LINES) {
            check.wrong(path + ".lines", "are more than " + MOST_LINES);
        }
        for (int i = 0; i < lines.size(); i++) {
            check.atMost(LONGEST_LINE, path + ".lines[" + i + "]", Optional.of(lines.get(i)));
        }
        for (int i = 0; i < address.taxIds().size(); i++) {
            check.atMost(
                    LONGEST_TAX_ID,
                    path + ".tax_ids[" + i + "].number",
                    Optional.of(address.taxIds().get(i).number()));
        }
    }

    /** A person without a company is told as one, and must fit there. */
    private static void names(String path, Address address, RequestCheck check) {
        check.atMost(LONGEST_COMPANY, path + ".company", address.company());
        boolean alone = DhlParties.filled(address.company()).isEmpty();
        check.atMost(alone ? LONGEST_COMPANY : LONGEST_PERSON, path + ".person", address.person());
    }
}
