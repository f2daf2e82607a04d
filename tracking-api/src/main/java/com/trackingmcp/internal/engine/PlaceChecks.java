package com.trackingmcp.internal.engine;

import com.trackingmcp.model.Address;
import com.trackingmcp.spi.RequestCheck;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What every carrier needs of an address or a day, whatever it is for. Stateless. */
final class PlaceChecks {
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    /** Countries whose addresses name a state or province in two letters, and whose carriers insist on it. */
    private static final Set<String> WITH_STATES = Set.of("US", "CA");

    private static final ZoneOffset WHERE_A_DAY_ENDS_LAST = ZoneOffset.ofHours(-12);

    private PlaceChecks() {}

    /** Names its country, and one of postal code and city. */
    static void place(String path, Optional<Address> address, RequestCheck check) {
        address.ifPresent(given -> {
            country(path, given, check);
            if (given.postalCode().isEmpty() && given.city().isEmpty()) {
                check.missing(path + ".postal_code", "or the city where the country has none");
            }
        });
    }

    /** Names its country as ISO does. */
    static void country(String path, Address address, RequestCheck check) {
        country(path + ".country", check.required(path + ".country", address.country()), check);
    }

    /** Somebody at an address with a street. */
    static void party(String path, Address address, RequestCheck check) {
        if (Stream.of(address.person(), address.company())
                .flatMap(Optional::stream)
                .allMatch(String::isBlank)) {
            check.missing(path + ".person", "unless a company is named");
        }
        if (address.lines().stream().allMatch(String::isBlank)) {
            check.missing(path + ".lines");
        }
        check.required(path + ".city", address.city());
        if (address.country().filter(WITH_STATES::contains).isPresent()) {
            check.required(path + ".state_or_province", address.stateOrProvince());
        }
    }

    /** A country as ISO names it, where one is named. */
    static void country(String path, Optional<String> country, RequestCheck check) {
        country.filter(code -> !COUNTRIES.contains(code))
                .ifPresent(code -> check.wrong(path, "is no ISO 3166-1 alpha-2 code such as US"));
    }

    /** Whether a day is over wherever it is meant: it may be the day before still. */
    static boolean isOverEverywhere(LocalDate day, Instant now) {
        return day.isBefore(LocalDate.ofInstant(now, WHERE_A_DAY_ENDS_LAST));
    }
}
