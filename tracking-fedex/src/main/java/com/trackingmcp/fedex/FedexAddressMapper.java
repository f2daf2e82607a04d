package com.trackingmcp.fedex;

import com.trackingmcp.fedex.FedexAddressWire.Attributes;
import com.trackingmcp.fedex.FedexAddressWire.Output;
import com.trackingmcp.fedex.FedexAddressWire.Resolved;
import com.trackingmcp.http.WireJson;
import com.trackingmcp.http.WireText;
import com.trackingmcp.model.Address;
import com.trackingmcp.model.AddressValidation;
import com.trackingmcp.model.AddressValidation.Classification;
import com.trackingmcp.model.AddressValidation.Correction;
import com.trackingmcp.model.AddressValidation.Verdict;
import com.trackingmcp.model.Alert;
import com.trackingmcp.spi.CarrierProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What FedEx thinks of addresses as the common model. Safe for use by many threads.
 *
 * <p>An address that FedEx resolved and standardised exists; in the United States only where the post delivers to it, too
 * ({@code DPV}). One it merely normalised is in a country it knows and was not found there; a raw one is in a country it
 * does not know. Where the flat is missing or wrong, the house exists and several addresses may be meant.
 */
final class FedexAddressMapper {
    private final CarrierProfile profile;

    FedexAddressMapper(CarrierProfile profile) {
        this.profile = profile;
    }

    AddressValidation validation(Address asked, Output output) {
        List<Alert> alerts = FedexAlerts.ofValues(output.alerts());
        Optional<Resolved> found =
                WireJson.list(output.resolvedAddresses()).stream().findFirst();
        if (found.isEmpty()) {
            return started(Verdict.UNKNOWN, alerts).build();
        }
        Resolved resolved = found.get();
        Address candidate = candidate(resolved);
        List<Correction> corrections = corrections(asked, candidate);
        Verdict verdict = verdict(resolved, corrections);
        boolean exists = verdict == Verdict.VALID || verdict == Verdict.CORRECTED || verdict == Verdict.AMBIGUOUS;
        AddressValidation.Builder validation = started(
                        verdict,
                        Stream.concat(FedexAlerts.ofValues(resolved.customerMessage()).stream(), alerts.stream())
                                .distinct()
                                .toList())
                .classification(classification(resolved.classification()));
        return exists
                ? validation.addCandidates(candidate).corrections(corrections).build()
                : validation.build();
    }

    private AddressValidation.Builder started(Verdict verdict, List<Alert> alerts) {
        return AddressValidation.builder()
                .carrier(profile.carrier())
                .connection(profile.connection())
                .verdict(verdict)
                .classification(Classification.UNKNOWN)
                .alerts(alerts);
    }

    private static Verdict verdict(Resolved resolved, List<Correction> corrections) {
        Attributes told = resolved.attributes();
        if (told == null) {
            return Verdict.UNKNOWN;
        }
        String type = WireText.text(told.AddressType()).orElse("").toUpperCase(Locale.ROOT);
        if (isFalse(told.CountrySupported()) || type.equals("RAW")) {
            return Verdict.UNKNOWN;
        }
        if (isTrue(told.MultipleMatches())
                || isTrue(told.SuiteRequiredButMissing())
                || isTrue(told.InvalidSuiteNumber())) {
            return Verdict.AMBIGUOUS;
        }
        if (!isTrue(told.Resolved()) || !type.equals("STANDARDIZED")) {
            return isFalse(told.Matched()) ? Verdict.INVALID : Verdict.UNKNOWN;
        }
        boolean american =
                WireText.country(resolved.countryCode()).filter("US"::equals).isPresent();
        if (american && isFalse(told.DPV())) {
            return Verdict.INVALID;
        }
        return corrections.isEmpty() ? Verdict.VALID : Verdict.CORRECTED;
    }

    private static boolean isTrue(@Nullable Boolean flag) {
        return Boolean.TRUE.equals(flag);
    }

    private static boolean isFalse(@Nullable Boolean flag) {
        return Boolean.FALSE.equals(flag);
    }

    private static Classification classification(@Nullable String word) {
        return switch (WireText.text(word).orElse("").toUpperCase(Locale.ROOT)) {
            case "BUSINESS" -> Classification.COMMERCIAL;
            case "RESIDENTIAL" -> Classification.RESIDENTIAL;
            case "MIXED" -> Classification.MIXED;
            default -> Classification.UNKNOWN;
        };
    }

    private static Address candidate(Resolved resolved) {
        Classification who = classification(resolved.classification());
        return Address.builder()
                .lines(WireJson.list(resolved.streetLinesToken()).stream()
                        .flatMap(line -> WireText.text(line).stream())
                        .toList())
                .city(WireText.text(resolved.city()))
                .stateOrProvince(WireText.text(resolved.stateOrProvinceCode()))
                .postalCode(WireText.text(resolved.postalCode()).or(() -> parsed(resolved)))
                .country(WireText.country(resolved.countryCode()))
                .residential(
                        who == Classification.UNKNOWN || who == Classification.MIXED
                                ? Optional.empty()
                                : Optional.of(who == Classification.RESIDENTIAL))
                .build();
    }

    private static Optional<String> parsed(Resolved resolved) {
        if (resolved.parsedPostalCode() == null) {
            return Optional.empty();
        }
        Optional<String> addOn = WireText.text(resolved.parsedPostalCode().addOn());
        return WireText.text(resolved.parsedPostalCode().base())
                .map(base -> addOn.map(more -> base + "-" + more).orElse(base));
    }

    private static List<Correction> corrections(Address asked, Address found) {
        List<Correction> corrections = new ArrayList<>();
        List<String> given = FedexParties.lines(asked);
        for (int i = 0; i < Math.max(given.size(), found.lines().size()); i++) {
            correct(corrections, "lines[" + i + "]", at(given, i), at(found.lines(), i));
        }
        correct(corrections, "city", asked.city().orElse(""), found.city().orElse(""));
        correct(
                corrections,
                "state_or_province",
                asked.stateOrProvince().orElse(""),
                found.stateOrProvince().orElse(""));
        postalCode(corrections, asked, found);
        return List.copyOf(corrections);
    }

    /** A postal code that merely became more precise is not another one. */
    private static void postalCode(List<Correction> corrections, Address asked, Address found) {
        String given = asked.postalCode().orElse("");
        String told = found.postalCode().orElse("");
        boolean morePrecise = !given.isBlank() && letters(told).startsWith(letters(given));
        if (!morePrecise && !told.isEmpty()) {
            correct(corrections, "postal_code", given, told);
        }
    }

    private static String at(List<String> lines, int index) {
        return index < lines.size() ? lines.get(index) : "";
    }

    private static void correct(List<Correction> corrections, String path, String given, String found) {
        if (!words(given).equals(words(found))) {
            corrections.add(new Correction(path, given, found));
        }
    }

    private static String words(String text) {
        return text.strip().replaceAll("\\s+", " ").toUpperCase(Locale.ROOT);
    }

    private static String letters(String text) {
        return text.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    }

    /** FedEx knows the postal code, and so serves it. */
    AddressValidation served(Address asked, Output output) {
        Address found = Address.builder()
                .postalCode(WireText.text(output.cleanedPostalCode()).or(asked::postalCode))
                .stateOrProvince(WireText.text(output.stateOrProvinceCode()).or(asked::stateOrProvince))
                .country(WireText.country(output.countryCode()).or(asked::country))
                .build();
        List<Correction> corrections = new ArrayList<>();
        postalCode(corrections, asked, found);
        if (asked.stateOrProvince().isPresent()) {
            correct(
                    corrections,
                    "state_or_province",
                    asked.stateOrProvince().orElse(""),
                    found.stateOrProvince().orElse(""));
        }
        return started(Verdict.SERVICEABLE, FedexAlerts.ofValues(output.alerts()))
                .addCandidates(found)
                .corrections(corrections)
                .build();
    }

    /** FedEx refused to know it. */
    AddressValidation unknownTo(Optional<String> code, String text) {
        return started(
                        Verdict.INVALID,
                        List.of(Alert.builder().code(code).text(text).build()))
                .build();
    }
}
