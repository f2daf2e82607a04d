package com.trackingmcp.ups;

import com.trackingmcp.ups.UpsParts.Phone;
import com.trackingmcp.ups.UpsParts.Response;
import com.trackingmcp.ups.UpsParts.Status;
import com.trackingmcp.ups.UpsParts.Tax;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The Pickup API's requests and answers as they travel. Switches are {@code Y} and {@code N} in this API; of an answer
 * everything may be missing.
 */
@SuppressWarnings({"VariableNameSameAsType", "JavaLangClash", "InconsistentCapitalization"}) // UPS's own names
final class UpsPickupWire {
    private UpsPickupWire() {}

    record QuoteAsked(RateRequest PickupRateRequest) {}

    record RateRequest(
            UpsParts.Request Request,
            @Nullable Account ShipperAccount,
            RateAddress PickupAddress,
            String AlternateAddressIndicator,
            String ServiceDateOption,
            DateInfo PickupDateInfo,
            String TaxInformationIndicator) {}

    record Account(String AccountNumber, String AccountCountryCode) {}

    /** To price, UPS takes one line of the street as a text. */
    record RateAddress(
            @Nullable String AddressLine,
            @Nullable String City,
            @Nullable String StateProvince,
            @Nullable String PostalCode,
            @Nullable String CountryCode,
            String ResidentialIndicator) {}

    record DateInfo(String CloseTime, String ReadyTime, String PickupDate) {}

    record Booked(CreationRequest PickupCreationRequest) {}

    record CreationRequest(
            UpsParts.Request Request,
            String RatePickupIndicator,
            String TaxInformationIndicator,
            @Nullable Shipper Shipper,
            DateInfo PickupDateInfo,
            PickupAddress PickupAddress,
            String AlternateAddressIndicator,
            List<Piece> PickupPiece,
            @Nullable TotalWeight TotalWeight,
            String OverweightIndicator,
            @Nullable List<TrackingData> TrackingData,
            String PaymentMethod,
            @Nullable String SpecialInstruction,
            @Nullable String ReferenceNumber,
            @Nullable String ShippingLabelsAvailable,
            @Nullable Notification Notification) {}

    record Shipper(Account Account) {}

    /** To book, UPS takes one line of the street as a list. */
    record PickupAddress(
            @Nullable String CompanyName,
            @Nullable String ContactName,
            List<String> AddressLine,
            @Nullable String Room,
            @Nullable String Floor,
            @Nullable String City,
            @Nullable String StateProvince,
            @Nullable String PostalCode,
            @Nullable String CountryCode,
            String ResidentialIndicator,
            @Nullable String PickupPoint,
            @Nullable Phone Phone) {}

    record Piece(String ServiceCode, String Quantity, String DestinationCountryCode, String ContainerCode) {}

    record TotalWeight(String Weight, @Nullable String UnitOfMeasurement) {}

    record TrackingData(String TrackingNumber) {}

    record Notification(
            @Nullable String ConfirmationEmailAddress,
            @Nullable String UndeliverableEmailAddress) {}

    record SmartAsked(TriggerRequest PickupTriggerGWNRequest) {}

    record TriggerRequest(UpsParts.Request Request, String AccountNumber, String ServiceDateOption) {}

    record Quoted(@Nullable RateResponse PickupRateResponse) {}

    record RateResponse(
            @Nullable Response Response, @Nullable RateResult RateResult) {}

    record RateResult(
            @Nullable Status Disclaimer,
            @Nullable String RateType,
            @Nullable String CurrencyCode,
            @Nullable List<@Nullable ChargeDetail> ChargeDetail,
            @Nullable List<@Nullable Tax> TaxCharges,
            @Nullable String GrandTotalOfAllCharge,
            @Nullable String GrandTotalOfAllIncentedCharge) {}

    record ChargeDetail(
            @Nullable String ChargeCode,
            @Nullable String ChargeDescription,
            @Nullable String ChargeAmount,
            @Nullable String IncentedAmount) {}

    record Created(
            @Nullable CreationResponse PickupCreationResponse,
            @Nullable TriggerResponse PickupTriggerGWNResponse) {}

    record CreationResponse(
            @Nullable Response Response,
            @Nullable String PRN,
            @Nullable Status RateStatus,
            @Nullable RateResult RateResult) {}

    /** Declared beside the head, and in the head in UPS's own example. */
    record TriggerResponse(
            @Nullable TriggerHead Response,
            @Nullable String ServiceDate,
            @Nullable String NextBusinessDayIndicator,
            @Nullable String PRN,
            @Nullable Status TriggerStatus) {}

    record TriggerHead(
            @Nullable List<@Nullable Status> Alert,
            @Nullable String ServiceDate,
            @Nullable String NextBusinessDayIndicator,
            @Nullable String PRN,
            @Nullable Status TriggerStatus) {}

    record Pending(@Nullable PendingResponse PickupPendingStatusResponse) {}

    record PendingResponse(
            @Nullable Response Response, @Nullable List<@Nullable PendingStatus> PendingStatus) {}

    record PendingStatus(
            @Nullable String ServiceDate,
            @Nullable String PRN,
            @Nullable String GWNStatusCode,
            @Nullable String OnCallStatusCode,
            @Nullable String PickupStatusMessage) {}

    record Cancelled(@Nullable CancelResponse PickupCancelResponse) {}

    record CancelResponse(
            @Nullable Response Response, @Nullable Status GWNStatus) {}

    record Divisions(@Nullable DivisionList PickupGetPoliticalDivision1ListResponse) {}

    record DivisionList(@Nullable List<@Nullable String> PoliticalDivision1) {}
}
