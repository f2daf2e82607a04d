package com.trackingmcp.ups;

import com.trackingmcp.model.Address;
import com.trackingmcp.model.Distance;
import com.trackingmcp.model.LocationQuery;
import com.trackingmcp.model.ServicePointKind;
import com.trackingmcp.spi.RequestCheck;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What UPS needs to look for places, from its description of the Locator API. Stateless. */
final class UpsLocationChecks {
    static final int MOST_LINES = 3;
    private static final int LONGEST_LINE = 100;
    private static final int LONGEST_OTHER_LINE = 64;
    private static final int LONGEST_DIVISION = 50;
    private static final int LONGEST_POSTAL_CODE = 10;
    private static final BigDecimal NEAREST = new BigDecimal("5");
    private static final BigDecimal FARTHEST_MILES = new BigDecimal("100");
    private static final BigDecimal FARTHEST_KILOMETRES = new BigDecimal("150");
    private static final Set<String> WITH_STATES = Set.of("US", "CA");

    private UpsLocationChecks() {}

    static void check(LocationQuery query, RequestCheck check) {
        if (query.address()
                .flatMap(Address::country)
                .filter(code -> !code.isBlank())
                .isEmpty()) {
            check.missing("address.country", "beside coordinates too");
        }
        query.address()
                .ifPresent(address -> address(address, query.coordinates().isPresent(), check));
        query.radius()
                .filter(radius -> !isWithin(UpsLocator.radius(radius)))
                .ifPresent(radius -> check.wrong(
                        "radius", "is " + radius + "; UPS looks within 5 to 100 miles or 5 to 150 kilometres"));
        if (query.kinds().contains(ServicePointKind.SERVICE_CENTER)
                && query.address().filter(UpsServiceCenters::isEnough).isEmpty()) {
            check.missing("address.postal_code", "or the city: UPS finds service centers by address only");
        }
    }

    private static void address(Address address, boolean withPoint, RequestCheck check) {
        List<String> lines =
                address.lines().stream().filter(line -> !line.isBlank()).toList();
        if (lines.size() > MOST_LINES) {
            check.wrong("address.lines", "are " + lines.size() + "; UPS takes " + MOST_LINES);
        }
        for (int i = 0; i < address.lines().size(); i++) {
            check.atMost(
                    i == 0 ? LONGEST_LINE : LONGEST_OTHER_LINE,
                    "address.lines[" + i + "]",
                    Optional.of(address.lines().get(i)));
        }
        check.atMost(LONGEST_DIVISION, "address.city", address.city());
        check.atMost(LONGEST_DIVISION, "address.state_or_province", address.stateOrProvince());
        check.atMost(LONGEST_POSTAL_CODE, "address.postal_code", UpsParties.postalCode(address));
        boolean byCity = !withPoint
                && address.country().filter(WITH_STATES::contains).isPresent()
                && address.postalCode().isEmpty();
        if (byCity && address.stateOrProvince().isEmpty()) {
            check.missing("address.postal_code", "unless city and state are given");
        }
    }

    private static boolean isWithin(Distance radius) {
        BigDecimal farthest = radius.unit() == Distance.Unit.MI ? FARTHEST_MILES : FARTHEST_KILOMETRES;
        return radius.value().compareTo(NEAREST) >= 0 && radius.value().compareTo(farthest) <= 0;
    }
}
