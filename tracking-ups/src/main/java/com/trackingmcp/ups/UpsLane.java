package com.trackingmcp.ups;

import com.trackingmcp.model.Address;
import com.trackingmcp.model.ContentType;
import com.trackingmcp.model.Customs;
import com.trackingmcp.model.ShipmentRequest;
import java.util.Optional;
import java.util.Set;

/**
 * From which country to which a shipment goes: much of what UPS asks for depends on it. Immutable; countries are empty
 * texts where they are not told.
 */
record UpsLane(String from, String to) {
    private static final Set<String> UNITED_STATES = Set.of("US", "PR");
    private static final Set<String> EUROPEAN_UNION = Set.of(
            "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT", "LU",
            "LV", "MC", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK");

    static UpsLane of(ShipmentRequest request) {
        return new UpsLane(country(request.sender()), country(request.recipient()));
    }

    private static String country(Optional<Address> address) {
        return address.flatMap(Address::country).orElse("");
    }

    /** Within the United States and Puerto Rico. */
    boolean isWithinUnitedStates() {
        return UNITED_STATES.contains(from) && UNITED_STATES.contains(to);
    }

    boolean isWithinOneCountry() {
        return from.equals(to);
    }

    /** UPS's "qualified domestic": one country, the United States and Puerto Rico, or the European Union. */
    boolean crossesCustoms() {
        return !isWithinOneCountry()
                && !isWithinUnitedStates()
                && !(EUROPEAN_UNION.contains(from) && EUROPEAN_UNION.contains(to));
    }

    /** From anywhere else into the European Union. */
    boolean entersEuropeanUnion() {
        return !EUROPEAN_UNION.contains(from) && EUROPEAN_UNION.contains(to);
    }

    /** Whether the signature is asked for each package; else for the shipment, in other codes. */
    boolean confirmsEachPackage() {
        return isWithinUnitedStates() || from.equals("CA") && to.equals("CA");
    }

    /** Whether references belong to packages; else to the shipment. */
    boolean refersToPackages() {
        return isWithinOneCountry() && UNITED_STATES.contains(from);
    }

    /** The invoice's total is wanted from the United States to Canada and Puerto Rico. */
    boolean wantsInvoiceTotal() {
        return from.equals("US") && (to.equals("CA") || to.equals("PR"));
    }

    /** Where papers without a value may be told to be just that. */
    boolean tellsDocuments() {
        return crossesCustoms()
                && !(from.equals("US") && Set.of("CA", "PR", "MX").contains(to));
    }

    /** Whether an invoice for customs is to be made. */
    boolean takesInvoice(ShipmentRequest request) {
        return crossesCustoms()
                && request.customs()
                        .filter(customs -> !customs.commodities().isEmpty())
                        .isPresent();
    }

    static boolean isDocuments(ShipmentRequest request) {
        return request.customs()
                .flatMap(Customs::contentType)
                .filter(ContentType.DOCUMENTS::equals)
                .isPresent();
    }
}
