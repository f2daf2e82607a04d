package com.trackingmcp.ups;

import com.trackingmcp.ups.UpsParts.Amount;
import com.trackingmcp.ups.UpsParts.Charges;
import com.trackingmcp.ups.UpsParts.Code;
import com.trackingmcp.ups.UpsParts.Confirmation;
import com.trackingmcp.ups.UpsParts.Itemized;
import com.trackingmcp.ups.UpsParts.Negotiated;
import com.trackingmcp.ups.UpsParts.Package;
import com.trackingmcp.ups.UpsParts.Party;
import com.trackingmcp.ups.UpsParts.RatingOptions;
import com.trackingmcp.ups.UpsParts.Request;
import com.trackingmcp.ups.UpsParts.Response;
import com.trackingmcp.ups.UpsParts.RestrictedArticles;
import com.trackingmcp.ups.UpsParts.Status;
import com.trackingmcp.ups.UpsParts.Tax;
import com.trackingmcp.ups.UpsParts.Weighed;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The Rating API's requests and answers as they travel. */
@SuppressWarnings({"VariableNameSameAsType", "JavaLangClash", "InconsistentCapitalization"}) // UPS's own names
final class UpsRateWire {
    private UpsRateWire() {}

    record Question(RateRequest RateRequest) {}

    record RateRequest(
            Request Request,
            @Nullable Code PickupType,
            @Nullable Code CustomerClassification,
            Shipment Shipment) {}

    record Shipment(
            Party Shipper,
            Party ShipTo,
            @Nullable Party ShipFrom,
            @Nullable Charges PaymentDetails,
            @Nullable Code Service,
            String NumOfPieces,
            @Nullable Weighed ShipmentTotalWeight,
            @Nullable String DocumentsOnlyIndicator,
            List<Package> Package,
            @Nullable Options ShipmentServiceOptions,
            @Nullable RatingOptions ShipmentRatingOptions,
            @Nullable Amount InvoiceLineTotal,
            String TaxInformationIndicator,
            @Nullable DeliveryTime DeliveryTimeInformation) {}

    record Options(
            @Nullable String SaturdayPickupIndicator,
            @Nullable String SaturdayDeliveryIndicator,
            @Nullable String DirectDeliveryOnlyIndicator,
            @Nullable Confirmation DeliveryConfirmation,
            @Nullable String ReturnOfDocumentIndicator,
            @Nullable String UPScarbonneutralIndicator,
            @Nullable PickupOptions PickupOptions,
            @Nullable DeliveryOptions DeliveryOptions,
            @Nullable RestrictedArticles RestrictedArticles,
            @Nullable String CommercialInvoiceRemovalIndicator,
            @Nullable Code ReturnService,
            @Nullable String InsideDelivery) {
        static final Options NONE = new Options(null, null, null, null, null, null, null, null, null, null, null, null);
    }

    record PickupOptions(
            @Nullable String LiftGateAtPickupIndicator,
            @Nullable String HoldForPickupIndicator) {}

    record DeliveryOptions(String LiftGateAtDeliveryIndicator) {}

    record DeliveryTime(String PackageBillType, Moment Pickup) {}

    record Moment(@Nullable String Date, @Nullable String Time) {}

    record Answer(@Nullable RateResponse RateResponse) {}

    record RateResponse(
            @Nullable Response Response, @Nullable List<@Nullable RatedShipment> RatedShipment) {}

    record RatedShipment(
            @Nullable Status Service,
            @Nullable List<@Nullable Status> RatedShipmentAlert,
            @Nullable Weighed BillingWeight,
            @Nullable Amount TransportationCharges,
            @Nullable Amount BaseServiceCharge,
            @Nullable List<@Nullable Itemized> ItemizedCharges,
            @Nullable Amount ServiceOptionsCharges,
            @Nullable List<@Nullable Tax> TaxCharges,
            @Nullable Amount TotalCharges,
            @Nullable Amount TotalChargesWithTaxes,
            @Nullable Negotiated NegotiatedRateCharges,
            @Nullable Guaranteed GuaranteedDelivery,
            @Nullable TimeInTransit TimeInTransit) {}

    record Guaranteed(
            @Nullable String BusinessDaysInTransit,
            @Nullable String DeliveryByTime,
            @Nullable String ScheduledDeliveryDate) {}

    record TimeInTransit(@Nullable Summary ServiceSummary) {}

    record Summary(
            @Nullable Status Service,
            @Nullable String GuaranteedIndicator,
            @Nullable Arriving EstimatedArrival) {}

    record Arriving(@Nullable Moment Arrival, @Nullable String BusinessDaysInTransit) {}
}
