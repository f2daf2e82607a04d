package com.trackingmcp.ups;

import com.trackingmcp.model.Address;
import com.trackingmcp.model.ShipmentRequest;
import com.trackingmcp.model.TaxId;
import com.trackingmcp.ups.UpsParts.Party;
import com.trackingmcp.ups.UpsParts.Phone;
import com.trackingmcp.ups.UpsParts.Place;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Names and addresses as UPS takes them. Stateless.
 *
 * <p>The name is the company's, or the person's where there is none; the attention name is the person's, or the company's.
 * Telephone numbers are digits alone, in the United States, Puerto Rico, the US Virgin Islands and Canada without the
 * country's code; what follows an {@code x} or {@code ext} is the extension. Postal codes of these countries have neither
 * blanks nor dashes, others only where they are longer than nine characters.
 */
final class UpsParties {
    private static final Set<String> NORTH_AMERICA = Set.of("US", "PR", "VI", "CA");
    private static final Pattern EXTENSION = Pattern.compile("(?i)^(.*?)\\s*(?:x|ext\\.?|extension)\\s*(\\d{1,4})$");
    private static final int LONGEST_POSTAL_CODE = 9;
    private static final int LONGEST_STATE = 5;
    private static final int NUMBER_WITH_COUNTRY = 11;

    private UpsParties() {}

    /** Who ships: as named; of a return, who gets it back; else who hands it over. */
    static Optional<Address> shipper(ShipmentRequest request) {
        return request.shipper().or(() -> request.returnShipment() ? request.recipient() : request.sender());
    }

    /** Where the request has its shipper. */
    static String shipperPath(ShipmentRequest request) {
        if (request.shipper().isPresent()) {
            return "shipper";
        }
        return request.returnShipment() ? "recipient" : "sender";
    }

    /** Where it is handed over, told where that is not the shipper's. */
    static Optional<Address> shipFrom(ShipmentRequest request) {
        boolean elsewhere = request.returnShipment() || request.shipper().isPresent();
        return elsewhere ? request.sender() : Optional.empty();
    }

    /** What a party is to a shipment; UPS takes no e-mail address of some, and asks only of one who lives there. */
    enum Role {
        SHIPPER,
        SHIP_FROM,
        SHIP_TO,
        SOLD_TO
    }

    /** A party of a shipment to be bought. */
    static Party party(Address address, Role role, @Nullable String shipperNumber) {
        return new Party(
                name(address).orElse(null),
                attention(address).orElse(null),
                taxNumber(address).orElse(null),
                phone(address).orElse(null),
                shipperNumber,
                role == Role.SHIP_FROM ? null : text(address.email()).orElse(null),
                place(address, role));
    }

    /** A party of a shipment to be priced. */
    static Party priced(Address address, Role role, @Nullable String shipperNumber) {
        return new Party(name(address).orElse(null), null, null, null, shipperNumber, null, place(address, role));
    }

    static Optional<String> name(Address address) {
        return text(address.company()).or(() -> text(address.person()));
    }

    static Optional<String> attention(Address address) {
        return text(address.person()).or(() -> text(address.company()));
    }

    private static Optional<String> text(Optional<String> given) {
        return UpsText.clean(given.orElse(null));
    }

    /** UPS has room for one tax number. */
    static Optional<String> taxNumber(Address address) {
        return address.taxIds().stream().map(TaxId::number).findFirst();
    }

    private static Place place(Address address, Role role) {
        List<String> lines =
                address.lines().stream().filter(line -> !line.isBlank()).toList();
        return new Place(
                // UPS requires lines, be they empty, of those who only ask for a price
                lines.isEmpty() ? List.of("") : lines,
                text(address.city()).orElse(null),
                state(address).orElse(null),
                postalCode(address).orElse(null),
                text(address.country()).orElse(null),
                role == Role.SHIP_TO && address.residential().orElse(false) ? UpsParts.PRESENT : null);
    }

    /** States are codes; spelled out, as is usual where they are not part of an address, they are left out. */
    static Optional<String> state(Address address) {
        return text(address.stateOrProvince())
                .map(state -> state.toUpperCase(Locale.ROOT))
                .filter(state -> state.length() <= LONGEST_STATE);
    }

    static Optional<String> postalCode(Address address) {
        return text(address.postalCode())
                .map(code -> postalCode(code, address.country().orElse("")));
    }

    static String postalCode(String code, String country) {
        String told = code.strip().toUpperCase(Locale.ROOT);
        return NORTH_AMERICA.contains(country) || told.length() > LONGEST_POSTAL_CODE
                ? told.replaceAll("[\\s-]", "")
                : told;
    }

    static Optional<Phone> phone(Address address) {
        return text(address.phone())
                .map(number -> phone(number, address.country().orElse("")))
                .filter(phone -> !phone.Number().isEmpty());
    }

    private static Phone phone(String given, String country) {
        Matcher parts = EXTENSION.matcher(given.strip());
        boolean extended = parts.matches();
        String digits = (extended ? parts.group(1) : given).replaceAll("\\D", "");
        boolean withCountry =
                NORTH_AMERICA.contains(country) && digits.length() == NUMBER_WITH_COUNTRY && digits.startsWith("1");
        return new Phone(withCountry ? digits.substring(1) : digits, extended ? parts.group(2) : null);
    }

    static boolean isNorthAmerican(Address address) {
        return address.country().filter(NORTH_AMERICA::contains).isPresent();
    }
}
