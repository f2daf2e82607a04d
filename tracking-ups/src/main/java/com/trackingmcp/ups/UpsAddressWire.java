package com.trackingmcp.ups;

import com.trackingmcp.ups.UpsParts.Response;
import com.trackingmcp.ups.UpsParts.Status;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The Address Validation API's requests and answers as they travel. */
@SuppressWarnings({"VariableNameSameAsType", "JavaLangClash", "InconsistentCapitalization"}) // UPS's own names
final class UpsAddressWire {
    private UpsAddressWire() {}

    record Question(XavRequest XAVRequest) {}

    record XavRequest(KeyFormat AddressKeyFormat) {}

    /** A street address, city ({@code PoliticalDivision2}) and state ({@code PoliticalDivision1}). */
    record KeyFormat(
            @Nullable String ConsigneeName,
            @Nullable List<@Nullable String> AddressLine,
            @Nullable String PoliticalDivision2,
            @Nullable String PoliticalDivision1,
            @Nullable String PostcodePrimaryLow,
            @Nullable String PostcodeExtendedLow,
            @Nullable String Urbanization,
            @Nullable String CountryCode) {}

    record Answer(@Nullable XavResponse XAVResponse) {}

    record XavResponse(
            @Nullable Response Response,
            @Nullable String ValidAddressIndicator,
            @Nullable String AmbiguousAddressIndicator,
            @Nullable String NoCandidatesIndicator,
            @Nullable Status AddressClassification,
            @Nullable List<@Nullable Candidate> Candidate) {}

    record Candidate(
            @Nullable Status AddressClassification,
            @Nullable KeyFormat AddressKeyFormat) {}
}
