package com.trackingmcp.ups;

import com.trackingmcp.ups.UpsParts.Amount;
import com.trackingmcp.ups.UpsParts.Itemized;
import com.trackingmcp.ups.UpsParts.Negotiated;
import com.trackingmcp.ups.UpsParts.Response;
import com.trackingmcp.ups.UpsParts.Status;
import com.trackingmcp.ups.UpsParts.Tax;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the Shipping API answers, as it comes: everything may be missing, and lists may hold nulls. */
@SuppressWarnings({"VariableNameSameAsType", "JavaLangClash", "InconsistentCapitalization"}) // UPS's own names
final class UpsLabelWire {
    private UpsLabelWire() {}

    record Bought(@Nullable ShipmentResponse ShipmentResponse) {}

    record ShipmentResponse(
            @Nullable Response Response, @Nullable Results ShipmentResults) {}

    record Results(
            @Nullable List<@Nullable Status> Disclaimer,
            @Nullable Prices ShipmentCharges,
            @Nullable Negotiated NegotiatedRateCharges,
            @Nullable String ShipmentIdentificationNumber,
            @Nullable List<@Nullable PackageResult> PackageResults,
            @Nullable List<@Nullable Image> ControlLogReceipt,
            @Nullable List<@Nullable Form> Form,
            @Nullable Page CODTurnInPage,
            @Nullable Page HighValueReport,
            @Nullable String LabelURL,
            @Nullable String ReceiptURL) {}

    record Prices(
            @Nullable Amount TransportationCharges,
            @Nullable Amount BaseServiceCharge,
            @Nullable List<@Nullable Itemized> ItemizedCharges,
            @Nullable Amount ServiceOptionsCharges,
            @Nullable List<@Nullable Tax> TaxCharges,
            @Nullable Amount TotalCharges,
            @Nullable Amount TotalChargesWithTaxes) {}

    record PackageResult(
            @Nullable String TrackingNumber,
            @Nullable Image ShippingLabel,
            @Nullable Image ShippingReceipt,
            @Nullable List<@Nullable Form> Form) {}

    /** A label or paper; label recovery names its format otherwise. */
    record Image(
            @Nullable Status ImageFormat,
            @Nullable Status LabelImageFormat,
            @Nullable String GraphicImage,
            @Nullable String URL) {
        @Nullable
        Status anyFormat() {
            return ImageFormat == null ? LabelImageFormat : ImageFormat;
        }
    }

    record Form(@Nullable String Code, @Nullable Image Image) {}

    record Page(@Nullable Image Image) {}

    record Voided(@Nullable VoidShipmentResponse VoidShipmentResponse) {}

    /** The packages come under either name. */
    record VoidShipmentResponse(
            @Nullable Response Response,
            @Nullable Summary SummaryResult,
            @Nullable List<@Nullable VoidedPackage> PackageLevelResults,
            @Nullable List<@Nullable VoidedPackage> PackageLevelResult) {}

    record Summary(@Nullable Status Status) {}

    record VoidedPackage(
            @Nullable String TrackingNumber, @Nullable Status Status) {}

    record Recovered(@Nullable LabelRecoveryResponse LabelRecoveryResponse) {}

    record LabelRecoveryResponse(
            @Nullable Response Response,
            @Nullable String ShipmentIdentificationNumber,
            @Nullable List<@Nullable LabelResult> LabelResults,
            @Nullable Page CODTurnInPage,
            @Nullable List<@Nullable Form> Form,
            @Nullable Page HighValueReport,
            @Nullable List<@Nullable Candidate> TrackingCandidate) {}

    record LabelResult(
            @Nullable String TrackingNumber,
            @Nullable Image LabelImage,
            @Nullable Receipt Receipt,
            @Nullable List<@Nullable Form> Form) {}

    record Receipt(@Nullable Image Image) {}

    record Candidate(
            @Nullable String TrackingNumber, @Nullable Days PickupDateRange) {}

    record Days(@Nullable String BeginDate, @Nullable String EndDate) {}
}
