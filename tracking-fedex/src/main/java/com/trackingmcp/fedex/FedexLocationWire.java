package com.trackingmcp.fedex;

import com.trackingmcp.fedex.FedexParts.Place;
import com.trackingmcp.fedex.FedexSellingErrors.SellingFault;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** FedEx's Locations Search API as it is on the wire. Everything in an answer may be missing. */
final class FedexLocationWire {
    private FedexLocationWire() {}

    record Question(
            Control locationsSummaryRequestControlParameters,
            String locationSearchCriterion,
            Where location,
            Sort sort,
            @Nullable List<String> locationTypes,
            @Nullable List<String> locationAttrTypes,
            @Nullable List<Ability> locationCapabilities) {}

    record Control(@Nullable Range distance, int maxResults) {}

    record Range(String units, BigDecimal value) {}

    record Where(Place address, @Nullable Point longLat) {}

    /** Texts, by the description; numbers come back. */
    record Point(String latitude, String longitude) {}

    record Sort(String criteria, String order) {}

    record Ability(String transferOfPossessionType) {}

    record Answer(
            @Nullable String transactionId,
            @Nullable Output output,
            @Nullable List<@Nullable SellingFault> errors) {}

    record Output(@Nullable List<@Nullable Detail> locationDetailList) {}

    record Detail(
            @Nullable String locationId,
            @Nullable String locationType,
            @Nullable Far distance,
            @Nullable ContactAndAddress contactAndAddress,
            @Nullable GeoPoint geoPositionalCoordinates,
            @Nullable List<@Nullable Hours> storeHours,
            @Nullable List<@Nullable String> locationAttributeTypes,
            @Nullable List<@Nullable ToldAbility> locationCapabilities,
            @Nullable String specialInstructions) {}

    record Far(@Nullable String units, @Nullable BigDecimal value) {}

    record ContactAndAddress(
            @Nullable ToldContact contact,
            @Nullable ToldAddress address,
            @Nullable Ancillary addressAncillaryDetail) {}

    record ToldContact(
            @Nullable String companyName,
            @Nullable String phoneNumber,
            @Nullable String emailAddress) {}

    record ToldAddress(
            @Nullable List<@Nullable String> streetLines,
            @Nullable String city,
            @Nullable String stateOrProvinceCode,
            @Nullable String postalCode,
            @Nullable String countryCode,
            @Nullable Boolean residential) {}

    record Ancillary(@Nullable String displayName) {}

    record GeoPoint(@Nullable BigDecimal latitude, @Nullable BigDecimal longitude) {}

    /** The day is written with a small o. */
    record Hours(
            @Nullable String dayofweek,
            @Nullable String operationalHoursType,
            @Nullable List<@Nullable Span> operationalHours) {}

    record Span(@Nullable String begins, @Nullable String ends) {}

    /** One by the description, and a list by the name. */
    record ToldAbility(@Nullable String transferOfPossessionType) {}
}
