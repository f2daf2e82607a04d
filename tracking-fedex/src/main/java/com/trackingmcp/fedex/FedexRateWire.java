package com.trackingmcp.fedex;

import com.trackingmcp.fedex.FedexParts.Account;
import com.trackingmcp.fedex.FedexParts.Goods;
import com.trackingmcp.fedex.FedexParts.PackageItem;
import com.trackingmcp.fedex.FedexParts.PaidBy;
import com.trackingmcp.fedex.FedexParts.Party;
import com.trackingmcp.fedex.FedexParts.ShipmentServices;
import com.trackingmcp.fedex.FedexParts.SmartPost;
import com.trackingmcp.fedex.FedexSellingErrors.SellingFault;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * FedEx's Rate API, and the transit times of its Service Availability API, as they are on the wire. Everything in an
 * answer may be missing.
 */
final class FedexRateWire {
    private FedexRateWire() {}

    record Question(Account accountNumber, Control rateRequestControlParameters, Shipment requestedShipment) {}

    record Control(boolean returnTransitTimes) {}

    /**
     * The Rate API writes {@code shipDateStamp} with a capital S, and has one recipient. That it estimates duties and taxes is
     * in FedEx's examples alone, as {@code edtRequestType}.
     */
    record Shipment(
            Party shipper,
            Party recipient,
            @Nullable String serviceType,
            @Nullable String preferredCurrency,
            List<String> rateRequestType,
            @Nullable String shipDateStamp,
            String pickupType,
            String packagingType,
            @Nullable Boolean documentShipment,
            @Nullable Integer totalPackageCount,
            @Nullable ShipmentServices shipmentSpecialServices,
            @Nullable CustomsQuestion customsClearanceDetail,
            @Nullable SmartPost smartPostInfoDetail,
            @Nullable String edtRequestType,
            List<PackageItem> requestedPackageLineItems) {}

    record CustomsQuestion(
            @Nullable Purpose commercialInvoice,
            @Nullable String freightOnValue,
            @Nullable PaidBy dutiesPayment,
            List<Goods> commodities) {}

    record Purpose(String shipmentPurpose) {}

    record TransitQuestion(TransitShipment requestedShipment) {}

    /** The Service Availability API writes {@code shipDatestamp} with a small s, and has a list of recipients. */
    record TransitShipment(
            Party shipper,
            List<Party> recipients,
            @Nullable String serviceType,
            String packagingType,
            @Nullable String shipDatestamp,
            String pickupType,
            @Nullable ShipmentServices shipmentSpecialServices,
            @Nullable CustomsQuestion customsClearanceDetail,
            List<PackageItem> requestedPackageLineItems) {}

    record Answer(
            @Nullable String transactionId,
            @Nullable Output output,
            @Nullable List<@Nullable SellingFault> errors) {}

    record Output(
            @Nullable List<@Nullable Reply> rateReplyDetails,
            @Nullable List<@Nullable TransitTimes> transitTimes,
            @Nullable List<@Nullable Object> alerts) {}

    record Reply(
            @Nullable String serviceType,
            @Nullable String serviceName,
            @Nullable List<@Nullable Note> customerMessages,
            @Nullable List<@Nullable RatedShipment> ratedShipmentDetails,
            @Nullable Operation operationalDetail,
            @Nullable Commit commit,
            @Nullable ServiceDescription serviceDescription) {}

    record Note(@Nullable String code, @Nullable String message) {}

    record ServiceDescription(@Nullable String description) {}

    /** What a service costs by one kind of tariff; the currency stands here or in the detail below. */
    record RatedShipment(
            @Nullable String rateType,
            @Nullable String currency,
            @Nullable BigDecimal totalBaseCharge,
            @Nullable BigDecimal totalNetCharge,
            @Nullable BigDecimal totalNetFedExCharge,
            @Nullable String quoteNumber,
            @Nullable RateDetail shipmentRateDetail,
            @Nullable List<@Nullable RatedPackage> ratedPackages,
            @Nullable BigDecimal totalDutiesAndTaxes,
            @Nullable BigDecimal totalDutiesTaxesAndFees,
            @Nullable BigDecimal totalNetChargeWithDutiesAndTaxes,
            @Nullable List<@Nullable Levy> edtCharges,
            @Nullable List<@Nullable Levy> preferredEdtCharges,
            @Nullable List<@Nullable Part> ancillaryFeesAndTaxes) {}

    /** What is levied on goods of one code: one tax by the description, and perhaps several. */
    record Levy(@Nullable String harmonizedCode, @Nullable List<@Nullable Tax> edtTaxDetail) {}

    record Tax(
            @Nullable String edtTaxType,
            @Nullable String name,
            @Nullable String description,
            @Nullable BigDecimal amount) {}

    /** Its surcharges are written with a capital C within the word here, and without in the detail of a package. */
    record RateDetail(
            @Nullable String currency,
            @Nullable List<@Nullable Part> freightDiscount,
            @Nullable List<@Nullable Part> surCharges,
            @Nullable List<@Nullable Part> taxes,
            @Nullable WireMeasure totalBillingWeight) {}

    record RatedPackage(@Nullable PackageDetail packageRateDetail) {}

    record PackageDetail(
            @Nullable String currency, @Nullable List<@Nullable Part> surcharges) {}

    record Part(
            @Nullable String type,
            @Nullable String description,
            @Nullable String name,
            @Nullable BigDecimal amount) {}

    record WireMeasure(@Nullable String units, @Nullable BigDecimal value) {}

    record Operation(
            @Nullable String deliveryDate,
            @Nullable String commitDate,
            @Nullable String transitTime,
            @Nullable Boolean ineligibleForMoneyBackGuarantee) {}

    record Commit(
            @Nullable DateDetail dateDetail,
            @Nullable TransitDays transitDays,
            @Nullable String daysInTransit,
            @Nullable String cutOffTime,
            @Nullable String label,
            @Nullable String commitMessageDetails) {}

    /** A Rate's date is {@code dayFormat}; that of a transit time is {@code day} and {@code time}. */
    record DateDetail(
            @Nullable String dayFormat,
            @Nullable String day,
            @Nullable String time) {}

    record TransitDays(@Nullable String minimumTransitTime) {}

    record TransitTimes(@Nullable List<@Nullable TransitDetail> transitTimeDetails) {}

    record TransitDetail(
            @Nullable String serviceType,
            @Nullable String serviceName,
            @Nullable Commit commit,
            @Nullable List<@Nullable Note> customerMessages) {}
}
