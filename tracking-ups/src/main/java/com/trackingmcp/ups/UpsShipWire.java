package com.trackingmcp.ups;

import com.trackingmcp.ups.UpsParts.Amount;
import com.trackingmcp.ups.UpsParts.Charges;
import com.trackingmcp.ups.UpsParts.Code;
import com.trackingmcp.ups.UpsParts.Confirmation;
import com.trackingmcp.ups.UpsParts.Package;
import com.trackingmcp.ups.UpsParts.Party;
import com.trackingmcp.ups.UpsParts.RatingOptions;
import com.trackingmcp.ups.UpsParts.ReferenceNumber;
import com.trackingmcp.ups.UpsParts.Request;
import com.trackingmcp.ups.UpsParts.RestrictedArticles;
import com.trackingmcp.ups.UpsParts.Unit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the Shipping API is asked, as it travels. */
@SuppressWarnings({"VariableNameSameAsType", "JavaLangClash", "InconsistentCapitalization"}) // UPS's own names
final class UpsShipWire {
    private UpsShipWire() {}

    record Order(ShipmentRequest ShipmentRequest) {}

    record ShipmentRequest(Request Request, Shipment Shipment, LabelSpecification LabelSpecification) {}

    record Shipment(
            @Nullable String Description,
            @Nullable Code ReturnService,
            @Nullable String DocumentsOnlyIndicator,
            Party Shipper,
            Party ShipTo,
            @Nullable Party ShipFrom,
            Charges PaymentInformation,
            RatingOptions ShipmentRatingOptions,
            String TaxInformationIndicator,
            @Nullable List<ReferenceNumber> ReferenceNumber,
            Code Service,
            @Nullable Amount InvoiceLineTotal,
            @Nullable Options ShipmentServiceOptions,
            @Nullable String ShipmentDate,
            List<Package> Package) {}

    record Options(
            @Nullable String SaturdayDeliveryIndicator,
            @Nullable String SaturdayPickupIndicator,
            @Nullable String DirectDeliveryOnlyIndicator,
            @Nullable List<Notification> Notification,
            @Nullable LabelDelivery LabelDelivery,
            @Nullable Forms InternationalForms,
            @Nullable Confirmation DeliveryConfirmation,
            @Nullable String ReturnOfDocumentIndicator,
            @Nullable String CommercialInvoiceRemovalIndicator,
            @Nullable String UPScarbonneutralIndicator,
            @Nullable String HoldForPickupIndicator,
            @Nullable String LiftGateForPickUpIndicator,
            @Nullable String LiftGateForDeliveryIndicator,
            @Nullable RestrictedArticles RestrictedArticles,
            @Nullable String InsideDelivery,
            @Nullable String EUDeMinimisIndicator) {
        static final Options NONE = new Options(
                null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null);
    }

    record Notification(String NotificationCode, NotifiedMail EMail) {}

    record NotifiedMail(List<String> EMailAddress) {}

    record LabelDelivery(LabelMail EMail) {}

    record LabelMail(String EMailAddress) {}

    record Forms(
            List<String> FormType,
            @Nullable UserForm UserCreatedForm,
            @Nullable Contacts Contacts,
            List<Product> Product,
            @Nullable String InvoiceNumber,
            @Nullable String InvoiceDate,
            @Nullable String TermsOfShipment,
            @Nullable String ReasonForExport,
            @Nullable String Comments,
            @Nullable String CurrencyCode) {}

    record UserForm(List<String> DocumentID) {}

    record Contacts(Party SoldTo) {}

    record Product(
            List<String> Description,
            ProductUnit Unit,
            @Nullable String CommodityCode,
            @Nullable String PartNumber,
            @Nullable String OriginCountryCode) {}

    record ProductUnit(String Number, Unit UnitOfMeasurement, String Value) {}

    record LabelSpecification(
            Code LabelImageFormat,
            @Nullable String HTTPUserAgent,
            StockSize LabelStockSize,
            @Nullable String CharacterSet) {}

    record StockSize(String Height, String Width) {}

    record Recovery(RecoveryRequest LabelRecoveryRequest) {}

    record RecoveryRequest(
            Request Request,
            LabelSpecificationAgain LabelSpecification,
            @Nullable String TrackingNumber,
            @Nullable ReferenceValues ReferenceValues) {}

    record LabelSpecificationAgain(
            @Nullable String HTTPUserAgent,
            Code LabelImageFormat,
            @Nullable StockSize LabelStockSize) {}

    record ReferenceValues(ReferenceNumber ReferenceNumber, String ShipperNumber) {}
}
