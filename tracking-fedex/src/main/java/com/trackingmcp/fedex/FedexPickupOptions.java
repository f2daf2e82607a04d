package com.trackingmcp.fedex;

import com.trackingmcp.model.PickupRequest;
import com.trackingmcp.spi.RequestCheck;
import java.math.BigDecimal;
import java.util.Optional;

/** The options of pickups in FedEx's catalogue that a request asks for. Immutable. */
final class FedexPickupOptions {
    static final String PACKAGE_LOCATION = "fedex_package_location";
    static final String ADDRESS_TYPE = "fedex_pickup_address_type";
    static final String BUILDING_PART = "fedex_building_part";
    static final String COMMODITY = "fedex_commodity_description";
    static final String EARLY = "fedex_early_pickup";
    static final String EMAIL = "fedex_pickup_email";
    static final String OVERSIZE = "fedex_oversize_packages";
    static final String SUPPLIES = "fedex_supplies";

    private static final String ACCOUNT = "ACCOUNT";

    private final FedexOptions given;

    private FedexPickupOptions(FedexOptions given) {
        this.given = given;
    }

    static FedexPickupOptions of(PickupRequest request) {
        return new FedexPickupOptions(FedexOptions.of(request));
    }

    /** Where at the address a driver finds the parcels, of FedEx's four words. */
    static Optional<String> location(PickupRequest request) {
        return of(request).text(PACKAGE_LOCATION);
    }

    Optional<String> text(String name) {
        return given.text(name);
    }

    /** Whether the parcels are fetched at the account's own address. */
    boolean isOfTheAccount() {
        return text(ADDRESS_TYPE).filter(ACCOUNT::equals).isPresent();
    }

    boolean has(String name) {
        return given.has(name);
    }

    /** How many parcels are oversize, which has been looked at already. */
    Optional<Integer> oversize() {
        return text(OVERSIZE).map(BigDecimal::new).map(BigDecimal::intValue);
    }

    /** Values that only FedEx reads, and would read wrongly; whether they are of the right type the client has seen. */
    static void check(PickupRequest request, RequestCheck check) {
        of(request)
                .text(OVERSIZE)
                .filter(count -> !count.matches("\\d{1,5}") || Integer.parseInt(count) > request.quantity())
                .ifPresent(count -> check.wrong("options." + OVERSIZE, "is no whole number up to that of the parcels"));
    }
}
