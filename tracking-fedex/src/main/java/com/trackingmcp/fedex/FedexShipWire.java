package com.trackingmcp.fedex;

import com.trackingmcp.fedex.FedexParts.Account;
import com.trackingmcp.fedex.FedexParts.Amount;
import com.trackingmcp.fedex.FedexParts.CustomerReference;
import com.trackingmcp.fedex.FedexParts.Goods;
import com.trackingmcp.fedex.FedexParts.PackageItem;
import com.trackingmcp.fedex.FedexParts.PaidBy;
import com.trackingmcp.fedex.FedexParts.Party;
import com.trackingmcp.fedex.FedexParts.ShipmentServices;
import com.trackingmcp.fedex.FedexParts.SmartPost;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is sent to FedEx's Ship API. Stateless. */
final class FedexShipWire {
    private FedexShipWire() {}

    record Purchase(
            String labelResponseOptions,
            Account accountNumber,
            String processingOptionType,
            Shipment requestedShipment) {}

    /** The Ship API writes {@code shipDatestamp} with a small s, and takes a list of one recipient. */
    record Shipment(
            @Nullable String shipDatestamp,
            @Nullable Amount totalDeclaredValue,
            Party shipper,
            List<Party> recipients,
            @Nullable Party origin,
            String pickupType,
            String serviceType,
            String packagingType,
            BigDecimal totalWeight,
            PaidBy shippingChargesPayment,
            @Nullable ShipmentServices shipmentSpecialServices,
            @Nullable Notification emailNotificationDetail,
            @Nullable CustomsClearance customsClearanceDetail,
            @Nullable SmartPost smartPostInfoDetail,
            @Nullable Boolean blockInsightVisibility,
            Label labelSpecification,
            @Nullable Papers shippingDocumentSpecification,
            List<String> rateRequestType,
            @Nullable String preferredCurrency,
            int totalPackageCount,
            List<PackageItem> requestedPackageLineItems) {}

    record Label(
            String labelFormatType,
            String imageType,
            String labelStockType,
            @Nullable Integer resolution) {}

    record Notification(String aggregationType, List<Notified> emailNotificationRecipients) {}

    record Notified(
            String emailNotificationRecipientType,
            String emailAddress,
            String notificationFormatType,
            String notificationType,
            String locale,
            List<String> notificationEventType) {}

    record CustomsClearance(
            CommercialInvoice commercialInvoice,
            @Nullable String freightOnValue,
            PaidBy dutiesPayment,
            List<Goods> commodities,
            boolean isDocumentOnly,
            @Nullable ExportDetail exportDetail,
            @Nullable Amount totalCustomsValue,
            @Nullable Amount insuranceCharge) {}

    record CommercialInvoice(
            @Nullable String originatorName,
            @Nullable List<String> comments,
            @Nullable List<CustomerReference> customerReferences,
            @Nullable Amount freightCharge,
            @Nullable String termsOfSale,
            String shipmentPurpose) {}

    record ExportDetail(
            @Nullable String b13AFilingOption, @Nullable String exportComplianceStatement) {}

    record Papers(List<String> shippingDocumentTypes, InvoiceDetail commercialInvoiceDetail) {}

    record InvoiceDetail(DocumentFormat documentFormat) {}

    record DocumentFormat(String stockType, String docType) {}

    record Cancel(Account accountNumber, @Nullable String deletionControl, String trackingNumber) {}
}
