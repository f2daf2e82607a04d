package com.trackingmcp.ups;

import com.trackingmcp.ups.UpsAddressWire.KeyFormat;
import com.trackingmcp.ups.UpsParts.Code;
import com.trackingmcp.ups.UpsParts.Status;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The Locator API's requests and answers as they travel; of an answer everything may be missing. */
@SuppressWarnings({"VariableNameSameAsType", "JavaLangClash", "InconsistentCapitalization"}) // UPS's own names
final class UpsLocatorWire {
    private UpsLocatorWire() {}

    record Question(LocatorRequest LocatorRequest) {}

    record LocatorRequest(
            Action Request,
            Origin OriginAddress,
            Translate Translate,
            Code UnitOfMeasurement,
            Criteria LocationSearchCriteria,
            Sort SortCriteria) {}

    record Action(String RequestAction) {}

    record Origin(@Nullable Geocode Geocode, OriginAddress AddressKeyFormat) {}

    record Geocode(@Nullable String Latitude, @Nullable String Longitude) {}

    /** The lines of the street are fields of their own here. */
    record OriginAddress(
            @Nullable String AddressLine,
            @Nullable String AddressLine2,
            @Nullable String AddressLine3,
            @Nullable String PoliticalDivision2,
            @Nullable String PoliticalDivision1,
            @Nullable String PostcodePrimaryLow,
            @Nullable String PostcodeExtendedLow,
            @Nullable String CountryCode) {}

    record Translate(String Locale) {}

    record Criteria(
            @Nullable String MaximumListSize, @Nullable String SearchRadius) {}

    record Sort(String SortType) {}

    record Answer(@Nullable LocatorResponse LocatorResponse) {}

    record LocatorResponse(
            @Nullable Head Response, @Nullable SearchResults SearchResults) {}

    record Head(
            @Nullable String ResponseStatusCode,
            @Nullable String ResponseStatusDescription,
            @Nullable Problem Error) {}

    record Problem(
            @Nullable String ErrorSeverity,
            @Nullable String ErrorCode,
            @Nullable String ErrorDescription,
            @Nullable String MinimumRetrySeconds) {}

    record SearchResults(
            @Nullable List<@Nullable Candidate> GeocodeCandidate,
            @Nullable List<@Nullable DropLocation> DropLocation) {}

    record Candidate(@Nullable KeyFormat AddressKeyFormat) {}

    record DropLocation(
            @Nullable String LocationID,
            @Nullable Geocode Geocode,
            @Nullable KeyFormat AddressKeyFormat,
            @Nullable List<@Nullable String> PhoneNumber,
            @Nullable String DisplayPhoneNumberIndicator,
            @Nullable String EMailAddress,
            @Nullable List<@Nullable Attribute> LocationAttribute,
            @Nullable FarAway Distance,
            @Nullable List<@Nullable Walk> SpecialInstructions,
            @Nullable List<@Nullable String> LatestGroundDropOffTime,
            @Nullable List<@Nullable String> LatestAirDropOffTime,
            @Nullable String StandardHoursOfOperation,
            @Nullable String Timezone,
            @Nullable OperatingHours OperatingHours,
            @Nullable List<@Nullable Instruction> LocalizedInstruction,
            @Nullable Offerings ServiceOfferingList,
            @Nullable AccessPoint AccessPointInformation,
            @Nullable String WillCallLocationIndicator) {}

    record Attribute(@Nullable Status OptionType, @Nullable List<@Nullable Status> OptionCode) {}

    record FarAway(@Nullable String Value, @Nullable Status UnitOfMeasurement) {}

    record Walk(@Nullable List<@Nullable String> Segment) {}

    record OperatingHours(@Nullable List<@Nullable Hours> StandardHours) {}

    record Hours(@Nullable String HoursType, @Nullable List<@Nullable Day> DayOfWeek) {}

    /** The two indicators mean that they are there, whatever they hold. */
    record Day(
            @Nullable String Day,
            @Nullable String OpenHours,
            @Nullable String CloseHours,
            @Nullable String ClosedIndicator,
            @Nullable String Open24HoursIndicator) {}

    record Instruction(@Nullable String Locale, @Nullable String Last50ftInstruction) {}

    record Offerings(@Nullable List<@Nullable Status> ServiceOffering) {}

    record AccessPoint(
            @Nullable String PublicAccessPointID, @Nullable Status AccessPointStatus) {}
}
