package com.trackingmcp.karrio;

import com.trackingmcp.http.WireText;
import com.trackingmcp.model.Address;
import com.trackingmcp.model.TaxId;
import com.trackingmcp.spi.RequestCheck;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes and reads addresses as Karrio has them. Stateless.
 *
 * <p>Karrio has two lines for the street and two tax numbers, which do not say what they are: the first two of an address that
 * are neither EORI nor IOSS numbers, which it keeps with customs. A house number that Karrio keeps by itself is read in front
 * of the first line, as Karrio itself puts it there.
 *
 * <p>Source of names, lengths and postal codes: Karrio's OpenAPI description 2026.1.32 (AddressData), and its server's
 * validators.
 */
final class KarrioAddresses {
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_LINE = 100;
    private static final int LONGEST_PLACE = 50;
    private static final int LONGEST_POSTAL_CODE = 20;
    private static final int LONGEST_NUMBER = 50;
    private static final int LINES = 2;
    private static final int TAX_IDS = 2;
    private static final Pattern US_POSTAL_CODE = Pattern.compile("\\d{5}(-\\d{4})?");
    private static final Pattern CA_POSTAL_CODE = Pattern.compile("[A-Za-z]\\d[A-Za-z] ?\\d[A-Za-z]\\d");
    private static final Set<TaxId.Kind> KEPT_WITH_CUSTOMS = Set.of(TaxId.Kind.EORI, TaxId.Kind.IOSS);

    /** All that {@link #encode} may write. */
    private static final List<String> FIELDS = List.of(
            "person_name",
            "company_name",
            "street_number",
            "address_line1",
            "address_line2",
            "city",
            "state_code",
            "postal_code",
            "country_code",
            "phone_number",
            "email",
            "residential",
            "federal_tax_id",
            "state_tax_id");

    private KarrioAddresses() {}

    /**
     * Tells what Karrio does not take in an address; what a street or a name is needed for depends on the verb.
     *
     * @param path where the address is, such as {@code sender}
     */
    static void check(String path, Address address, RequestCheck check) {
        check.required(path + ".country", address.country());
        check.atMost(LONGEST_NAME, path + ".person", address.person());
        check.atMost(LONGEST_NAME, path + ".company", address.company());
        lines(path + ".lines", address.lines(), check);
        check.atMost(LONGEST_PLACE, path + ".city", address.city());
        check.atMost(LONGEST_PLACE, path + ".state_or_province", address.stateOrProvince());
        check.atMost(LONGEST_POSTAL_CODE, path + ".postal_code", address.postalCode());
        check.atMost(LONGEST_NUMBER, path + ".phone", address.phone());
        postalCode(path + ".postal_code", address, check);
        taxIds(path + ".tax_ids", address.taxIds(), check);
    }

    private static void lines(String path, List<String> lines, RequestCheck check) {
        if (filled(lines).size() > LINES) {
            check.wrong(path, "has " + filled(lines).size() + " lines; Karrio takes " + LINES);
        }
        for (int i = 0; i < lines.size(); i++) {
            check.atMost(LONGEST_LINE, path + "[" + i + "]", Optional.of(lines.get(i)));
        }
    }

    private static void postalCode(String path, Address address, RequestCheck check) {
        Optional<String> code = text(address.postalCode());
        String country = text(address.country()).orElse("");
        if (country.equals("US")) {
            code.filter(zip -> !US_POSTAL_CODE.matcher(zip).matches())
                    .ifPresent(zip -> check.wrong(path, "is no ZIP code such as 12345 or 12345-6789"));
        } else if (country.equals("CA")) {
            code.filter(zip -> !CA_POSTAL_CODE.matcher(zip).matches())
                    .ifPresent(zip -> check.wrong(path, "is no Canadian postal code such as K1A 0B1"));
        }
    }

    private static void taxIds(String path, List<TaxId> taxIds, RequestCheck check) {
        List<TaxId> kept = kept(taxIds);
        if (kept.size() > TAX_IDS) {
            check.wrong(path, "are " + kept.size() + " beside EORI and IOSS numbers; Karrio takes " + TAX_IDS);
        }
        for (int i = 0; i < taxIds.size(); i++) {
            check.atMost(
                    LONGEST_NUMBER,
                    path + "[" + i + "].number",
                    Optional.of(taxIds.get(i).number()));
        }
    }

    /** The address as a request's JSON; what is not given is left out. */
    static Map<String, Object> encode(Address address) {
        Map<String, Object> fields = new LinkedHashMap<>();
        put(fields, "person_name", address.person());
        put(fields, "company_name", address.company());
        List<String> lines = filled(address.lines());
        put(fields, "address_line1", lines.stream().findFirst());
        put(fields, "address_line2", lines.stream().skip(1).findFirst());
        put(fields, "city", address.city());
        put(fields, "state_code", address.stateOrProvince());
        put(fields, "postal_code", address.postalCode());
        put(fields, "country_code", address.country());
        put(fields, "phone_number", address.phone());
        put(fields, "email", address.email());
        address.residential().ifPresent(home -> fields.put("residential", home));
        List<TaxId> taxIds = kept(address.taxIds());
        put(fields, "federal_tax_id", taxIds.stream().findFirst().map(TaxId::number));
        put(fields, "state_tax_id", taxIds.stream().skip(1).findFirst().map(TaxId::number));
        return fields;
    }

    /** The same, with null for all that is not given: to be put in the place of another address. */
    static Map<String, @Nullable Object> replacement(Address address) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        FIELDS.forEach(field -> fields.put(field, null));
        fields.putAll(encode(address));
        return fields;
    }

    /** The address that Karrio tells; empty where it tells none. */
    static Optional<Address> decode(@Nullable KarrioAddressWire told) {
        return Optional.ofNullable(told).map(KarrioAddresses::read);
    }

    private static Address read(KarrioAddressWire told) {
        Optional<String> country = WireText.text(told.country_code());
        return Address.builder()
                .person(WireText.text(told.person_name()))
                .company(WireText.text(told.company_name()))
                .lines(Stream.of(firstLine(told), WireText.text(told.address_line2()))
                        .flatMap(Optional::stream)
                        .toList())
                .city(WireText.text(told.city()))
                .stateOrProvince(WireText.text(told.state_code()))
                .postalCode(WireText.text(told.postal_code()))
                .country(country)
                .phone(WireText.text(told.phone_number()))
                .email(WireText.text(told.email()))
                .residential(Optional.ofNullable(told.residential()))
                .taxIds(country.map(office -> taxIds(told, office)).orElse(List.of()))
                .build();
    }

    private static Optional<String> firstLine(KarrioAddressWire told) {
        List<String> parts = Stream.of(WireText.text(told.street_number()), WireText.text(told.address_line1()))
                .flatMap(Optional::stream)
                .toList();
        return parts.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", parts));
    }

    /** Karrio says neither what they are nor whose office gave them: that of the address's country is meant. */
    private static List<TaxId> taxIds(KarrioAddressWire told, String country) {
        List<TaxId> taxIds = new ArrayList<>();
        WireText.text(told.federal_tax_id())
                .ifPresent(number -> taxIds.add(new TaxId(TaxId.Kind.BUSINESS, number, country)));
        WireText.text(told.state_tax_id())
                .ifPresent(number -> taxIds.add(new TaxId(TaxId.Kind.BUSINESS, number, country)));
        return taxIds;
    }

    /** Whether it has no place in an address, but in what is told to customs. */
    static boolean isKeptWithCustoms(TaxId taxId) {
        return KEPT_WITH_CUSTOMS.contains(taxId.kind());
    }

    private static List<TaxId> kept(List<TaxId> taxIds) {
        return taxIds.stream().filter(taxId -> !isKeptWithCustoms(taxId)).toList();
    }

    private static List<String> filled(List<String> lines) {
        return lines.stream().flatMap(line -> text(Optional.of(line)).stream()).toList();
    }

    private static void put(Map<String, Object> fields, String name, Optional<String> value) {
        text(value).ifPresent(given -> fields.put(name, given));
    }

    private static Optional<String> text(Optional<String> value) {
        return value.map(String::strip).filter(given -> !given.isEmpty());
    }
}
