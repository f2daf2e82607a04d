package com.trackingmcp.ups;

import com.trackingmcp.ups.UpsLocatorWire.Day;
import com.trackingmcp.ups.UpsLocatorWire.Instruction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The Pickup API's questions for service centers and its answers as they travel; of an answer everything may be missing. */
@SuppressWarnings({"VariableNameSameAsType", "JavaLangClash", "InconsistentCapitalization"}) // UPS's own names
final class UpsServiceCenterWire {
    private UpsServiceCenterWire() {}

    record Question(FacilitiesRequest PickupGetServiceCenterFacilitiesRequest) {}

    record FacilitiesRequest(
            UpsParts.Request Request,
            List<Piece> PickupPiece,
            Origin OriginAddress,
            String Locale,
            String ProximitySearchIndicator) {}

    record Piece(String ServiceCode, String ContainerCode) {}

    record Origin(
            @Nullable String StreetAddress,
            @Nullable String City,
            @Nullable String StateProvince,
            @Nullable String PostalCode,
            @Nullable String CountryCode,
            Criteria OriginSearchCriteria) {}

    record Criteria(
            @Nullable String SearchRadius,
            String DistanceUnitOfMeasure,
            @Nullable String MaximumLocation) {}

    record Answer(@Nullable FacilitiesResponse PickupGetServiceCenterFacilitiesResponse) {}

    record FacilitiesResponse(@Nullable Centers ServiceCenterLocation) {}

    record Centers(@Nullable List<@Nullable Facility> DropOffFacilities) {}

    record Facility(
            @Nullable String Name,
            @Nullable Address Address,
            @Nullable String SLIC,
            @Nullable String Type,
            @Nullable String Timezone,
            @Nullable String Phone,
            @Nullable FacilityTime FacilityTime,
            @Nullable List<@Nullable Instruction> LocalizedInstruction,
            @Nullable FarAway Distance) {}

    record Address(
            @Nullable List<@Nullable String> AddressLine,
            @Nullable String City,
            @Nullable String StateProvince,
            @Nullable String PostalCode,
            @Nullable String CountryCode) {}

    record FacilityTime(@Nullable List<@Nullable Day> DayOfWeek) {}

    record FarAway(@Nullable String Value, @Nullable String UnitOfMeasurement) {}
}
