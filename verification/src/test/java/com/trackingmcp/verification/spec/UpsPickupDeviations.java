package com.trackingmcp.verification.spec;

import static com.trackingmcp.verification.spec.CarrierDocument.UPS_FACILITIES;
import static com.trackingmcp.verification.spec.CarrierDocument.UPS_LOCATOR;
import static com.trackingmcp.verification.spec.CarrierDocument.UPS_PICKUPS;
import static com.trackingmcp.verification.spec.CarrierDocument.UPS_PICKUP_CREATION;

import java.util.ArrayList;
import java.util.List;

/** Where what UPS fetches parcels and tells of places with differs from UPS's own descriptions, and the wire is right. */
final class UpsPickupDeviations {
    private static final String UNDECLARED = "validation.response.body.schema.additionalProperties";
    private static final String SHORTEST = "validation.response.body.schema.minLength";
    private static final String ASKED_SHORTEST = "validation.request.body.schema.minLength";
    private static final String ASKED_LONGEST = "validation.request.body.schema.maxLength";
    private static final String AMOUNTS = "RateResult/(ChargeDetail/(ChargeAmount|IncentedAmount)"
            + "|TaxCharges/MonetaryValue|TotalTax|GrandTotalOfAllCharge)";
    private static final String LEAST_IS_GREATEST =
            "The document gives the greatest length as the least one too; its own formats are shorter.";

    static final List<KnownDeviation> ALL = all();

    private UpsPickupDeviations() {}

    private static List<KnownDeviation> all() {
        List<KnownDeviation> all = new ArrayList<>();
        UpsDeviations.gatewayFailures(List.of(UPS_PICKUPS, UPS_PICKUP_CREATION, UPS_FACILITIES, UPS_LOCATOR))
                .forEach(all::add);
        UpsDeviations.transactionIdentifiers(List.of(UPS_PICKUPS, UPS_PICKUP_CREATION, UPS_FACILITIES))
                .forEach(all::add);
        all.addAll(pickupsAsked());
        all.addAll(pickupsTold());
        all.addAll(facilities());
        all.addAll(locator());
        return List.copyOf(all);
    }

    private static List<KnownDeviation> pickupsAsked() {
        return List.of(
                new KnownDeviation(
                        "ups-pickup-day-option",
                        UPS_PICKUPS,
                        "*",
                        ASKED_LONGEST,
                        "PickupRateRequest/ServiceDateOption",
                        "The document allows one character and lists values of two."),
                new KnownDeviation(
                        "ups-pickup-date",
                        UPS_PICKUP_CREATION,
                        "*",
                        ASKED_LONGEST,
                        "PickupCreationRequest/PickupDateInfo/PickupDate",
                        "The document allows four characters for a day of eight, its own format and example."),
                new KnownDeviation(
                        "ups-pickup-weight",
                        UPS_PICKUP_CREATION,
                        "*",
                        ASKED_SHORTEST,
                        "PickupCreationRequest/TotalWeight/Weight",
                        "The document asks for six characters; its own examples are 10.9 and 5.5."));
    }

    private static List<KnownDeviation> pickupsTold() {
        return List.of(
                new KnownDeviation(
                        "ups-pickup-amounts-quoted",
                        UPS_PICKUPS,
                        "*",
                        SHORTEST,
                        "PickupRateResponse/" + AMOUNTS,
                        "The document asks for eight characters; amounts are as short as they are."),
                new KnownDeviation(
                        "ups-pickup-amounts-booked",
                        UPS_PICKUP_CREATION,
                        "*",
                        SHORTEST,
                        "PickupCreationResponse/" + AMOUNTS,
                        "The document asks for eight characters; amounts are as short as they are."),
                new KnownDeviation(
                        "ups-pickup-smart-answer",
                        UPS_PICKUP_CREATION,
                        "*",
                        UNDECLARED,
                        "PickupTriggerGWNResponse/Response/(PRN|ServiceDate|TriggerStatus)",
                        "Declared beside the head; in the document's own example in it."));
    }

    private static List<KnownDeviation> facilities() {
        return List.of(new KnownDeviation(
                "ups-facility-lengths",
                UPS_FACILITIES,
                "*",
                SHORTEST,
                "PickupGetServiceCenterFacilitiesResponse/ServiceCenterLocation/DropOffFacilities/"
                        + "(Address/PostalCode|Distance/Value|FacilityTime/DayOfWeek/(Day|OpenHours|CloseHours))",
                LEAST_IS_GREATEST));
    }

    private static List<KnownDeviation> locator() {
        return List.of(
                new KnownDeviation(
                        "ups-locator-action",
                        UPS_LOCATOR,
                        "*",
                        ASKED_SHORTEST,
                        "LocatorRequest/Request/RequestAction",
                        "The document asks for thirteen characters and for the value Locator."),
                new KnownDeviation(
                        "ups-locator-point",
                        UPS_LOCATOR,
                        "*",
                        ASKED_SHORTEST,
                        "LocatorRequest/OriginAddress/Geocode/(Latitude|Longitude)",
                        LEAST_IS_GREATEST),
                new KnownDeviation(
                        "ups-locator-address",
                        UPS_LOCATOR,
                        "*",
                        "validation.request.body.schema.required",
                        "LocatorRequest/OriginAddress/AddressKeyFormat/"
                                + "(AddressLine|PoliticalDivision1|PoliticalDivision2|PostcodePrimaryLow)",
                        "In the document's words the country is required, and the postal code where city and state are not"
                                + " given; a point needs neither."),
                new KnownDeviation(
                        "ups-locator-hours",
                        UPS_LOCATOR,
                        "*",
                        SHORTEST,
                        "LocatorResponse/SearchResults/DropLocation/OperatingHours/StandardHours/DayOfWeek/"
                                + "(OpenHours|CloseHours)",
                        "In the document's words half past nine is 930 and midnight 0."));
    }
}
