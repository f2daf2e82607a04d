package com.trackingmcp.dhl;

import com.trackingmcp.model.Address;
import com.trackingmcp.model.TaxId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes who sends and who receives. Stateless.
 *
 * <p>MyDHL wants a company and a person, always: where one is missing, the other stands in for it.
 */
final class DhlParties {
    private static final int SHORTEST_PROVINCE = 2;

    private DhlParties() {}

    /** The country's code of the province, where it is long enough for DHL to take it. */
    static @Nullable String province(Address address) {
        return filled(address.stateOrProvince())
                .filter(code -> code.length() >= SHORTEST_PROVINCE)
                .orElse(null);
    }

    static DhlShipWire.Party party(Address address) {
        List<DhlShipWire.Registration> registrations = registrations(address);
        return new DhlShipWire.Party(
                postal(address),
                contact(address),
                registrations.isEmpty() ? null : registrations,
                address.residential().map(home -> home ? "private" : "business").orElse(null));
    }

    /** Where to go and whom to ask for, and nothing more: pickups take no registrations. */
    static DhlShipWire.Party host(Address address) {
        return new DhlShipWire.Party(postal(address), contact(address), null, null);
    }

    private static DhlShipWire.Postal postal(Address address) {
        List<String> lines = lines(address);
        return new DhlShipWire.Postal(
                filled(address.postalCode()).orElse(""),
                filled(address.city()).orElse(""),
                address.country().orElse(""),
                province(address),
                lines.isEmpty() ? "" : lines.get(0),
                lines.size() > 1 ? lines.get(1) : null,
                lines.size() > 2 ? lines.get(2) : null);
    }

    /** The lines that are not blank. */
    static List<String> lines(Address address) {
        return address.lines().stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private static DhlShipWire.Contact contact(Address address) {
        String person = name(address.person(), address.company());
        return new DhlShipWire.Contact(
                filled(address.email()).orElse(null),
                filled(address.phone()).orElse(""),
                name(address.company(), address.person()),
                person);
    }

    private static String name(Optional<String> first, Optional<String> other) {
        return filled(first).or(() -> filled(other)).orElse("");
    }

    /** A text without blanks around it; none where nothing else is in it. */
    static Optional<String> filled(Optional<String> text) {
        return text.map(String::strip).filter(stripped -> !stripped.isEmpty());
    }

    private static List<DhlShipWire.Registration> registrations(Address address) {
        return address.taxIds().stream()
                .map(id -> new DhlShipWire.Registration(type(id), id.number(), id.country()))
                .toList();
    }

    /** Source: MyDHL API 3.1.1, registrationNumbers. */
    private static String type(TaxId id) {
        return switch (id.kind()) {
            case VAT -> "VAT";
            case EORI -> "EOR";
            case EIN -> "EIN";
            case GST -> "GST";
            case IOSS -> "SDT";
            case PERSONAL -> perCountry(id.country(), "SSN", "NID");
            case BUSINESS -> perCountry(id.country(), "FED", "FTN");
        };
    }

    /** The United States' word, Brazil's for both kinds, and that of all others. */
    private static String perCountry(String country, String american, String elsewhere) {
        return switch (country) {
            case "US" -> american;
            case "BR" -> "CNP";
            default -> elsewhere;
        };
    }
}
