package com.trackingmcp.fedex;

import com.trackingmcp.fedex.FedexParts.Place;
import com.trackingmcp.fedex.FedexSellingErrors.SellingFault;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * FedEx's Address Validation and Postal Code Validation APIs as they are on the wire. Everything in an answer may be
 * missing.
 */
final class FedexAddressWire {
    private FedexAddressWire() {}

    record Question(List<Asked> addressesToValidate) {}

    record Asked(Place address) {}

    record PostalQuestion(
            String carrierCode,
            @Nullable String countryCode,
            @Nullable String stateOrProvinceCode,
            @Nullable String postalCode,
            String shipDate) {}

    record Answer(
            @Nullable String transactionId,
            @Nullable Output output,
            @Nullable List<@Nullable SellingFault> errors) {}

    record Output(
            @Nullable List<@Nullable Resolved> resolvedAddresses,
            @Nullable List<@Nullable Object> alerts,
            @Nullable String countryCode,
            @Nullable String stateOrProvinceCode,
            @Nullable String cleanedPostalCode) {}

    /** {@code streetLinesToken} holds the lines themselves; customer messages are texts, though described as objects. */
    record Resolved(
            @Nullable List<@Nullable String> streetLinesToken,
            @Nullable String city,
            @Nullable String stateOrProvinceCode,
            @Nullable String postalCode,
            @Nullable ParsedPostalCode parsedPostalCode,
            @Nullable String countryCode,
            @Nullable String classification,
            @Nullable List<@Nullable Object> customerMessage,
            @Nullable Attributes attributes) {}

    record ParsedPostalCode(@Nullable String base, @Nullable String addOn) {}

    /** Flags, or the words for them. */
    record Attributes(
            @Nullable Boolean Resolved,
            @Nullable Boolean Matched,
            @Nullable Boolean DPV,
            @Nullable String AddressType,
            @Nullable Boolean SuiteRequiredButMissing,
            @Nullable Boolean InvalidSuiteNumber,
            @Nullable Boolean MultipleMatches,
            @Nullable Boolean CountrySupported) {}
}
