package com.trackingmcp.ups;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the Rating and the Shipping API say alike, both ways. Everything may be missing; what is missing is not written. A
 * presence flag is the empty text: UPS looks at nothing but whether it is there.
 */
@SuppressWarnings({"VariableNameSameAsType", "JavaLangClash", "InconsistentCapitalization"}) // UPS's own names
final class UpsParts {
    /** A presence flag that is there. */
    static final String PRESENT = "";

    private UpsParts() {}

    record Code(@Nullable String Code, @Nullable String Description) {
        static Code of(String code) {
            return new Code(code, null);
        }
    }

    /** A code as UPS tells it, beside the words for it. */
    record Status(@Nullable String Code, @Nullable String Description) {}

    record Amount(@Nullable String CurrencyCode, @Nullable String MonetaryValue) {}

    record Unit(@Nullable String Code, @Nullable String Description) {}

    record Weighed(
            @Nullable Unit UnitOfMeasurement, @Nullable String Weight) {}

    record Measured(Unit UnitOfMeasurement, String Length, String Width, String Height) {}

    record Phone(String Number, @Nullable String Extension) {}

    record Place(
            List<String> AddressLine,
            @Nullable String City,
            @Nullable String StateProvinceCode,
            @Nullable String PostalCode,
            @Nullable String CountryCode,
            @Nullable String ResidentialAddressIndicator) {}

    record Party(
            @Nullable String Name,
            @Nullable String AttentionName,
            @Nullable String TaxIdentificationNumber,
            @Nullable Phone Phone,
            @Nullable String ShipperNumber,
            @Nullable String EMailAddress,
            Place Address) {}

    /** Rating calls the packaging {@code PackagingType}, Shipping {@code Packaging}. */
    record Package(
            @Nullable String Description,
            @Nullable Code Packaging,
            @Nullable Code PackagingType,
            @Nullable Measured Dimensions,
            @Nullable Weighed PackageWeight,
            @Nullable String LargePackageIndicator,
            @Nullable List<ReferenceNumber> ReferenceNumber,
            @Nullable String AdditionalHandlingIndicator,
            @Nullable Code SimpleRate,
            @Nullable PackageOptions PackageServiceOptions) {}

    record ReferenceNumber(
            @Nullable String BarCodeIndicator, @Nullable String Code, String Value) {}

    record PackageOptions(
            @Nullable Confirmation DeliveryConfirmation,
            @Nullable Declared DeclaredValue,
            @Nullable Amount ShipperDeclaredValue,
            @Nullable String ShipperReleaseIndicator,
            @Nullable String ProactiveIndicator,
            @Nullable String RefrigerationIndicator,
            @Nullable String UPSPremiumCareIndicator) {
        static final PackageOptions NONE = new PackageOptions(null, null, null, null, null, null, null);
    }

    record Confirmation(String DCISType) {}

    record Declared(@Nullable Code Type, String CurrencyCode, String MonetaryValue) {}

    record Charges(List<ShipmentCharge> ShipmentCharge) {}

    record ShipmentCharge(
            String Type,
            @Nullable Payer BillShipper,
            @Nullable Payer BillReceiver,
            @Nullable Payer BillThirdParty) {}

    record Payer(@Nullable String AccountNumber, @Nullable PayerPlace Address) {}

    record PayerPlace(@Nullable String PostalCode, @Nullable String CountryCode) {}

    record RatingOptions(String NegotiatedRatesIndicator) {}

    record RestrictedArticles(
            @Nullable String DiagnosticSpecimensIndicator,
            @Nullable String AlcoholicBeveragesIndicator,
            @Nullable String PerishablesIndicator,
            @Nullable String PlantsIndicator,
            @Nullable String SeedsIndicator,
            @Nullable String SpecialExceptionsIndicator,
            @Nullable String TobaccoIndicator,
            @Nullable String ECigarettesIndicator) {}

    record Transaction(@Nullable String CustomerContext) {}

    record Request(
            @Nullable String RequestOption,
            @Nullable String SubVersion,
            @Nullable Transaction TransactionReference) {}

    /** The head of an answer. */
    record Response(
            @Nullable Status ResponseStatus, @Nullable List<@Nullable Status> Alert) {}

    record Itemized(
            @Nullable String Code,
            @Nullable String Description,
            @Nullable String CurrencyCode,
            @Nullable String MonetaryValue,
            @Nullable String SubType) {}

    record Tax(@Nullable String Type, @Nullable String MonetaryValue) {}

    record Modifier(
            @Nullable String ModifierType,
            @Nullable String ModifierDesc,
            @Nullable String Amount) {}

    /** What the account pays; UPS declares the base charge a list and sends one. */
    record Negotiated(
            @Nullable List<@Nullable Amount> BaseServiceCharge,
            @Nullable List<@Nullable Modifier> RateModifier,
            @Nullable List<@Nullable Itemized> ItemizedCharges,
            @Nullable List<@Nullable Tax> TaxCharges,
            @Nullable Amount TotalCharge,
            @Nullable Amount TotalChargesWithTaxes) {}
}
