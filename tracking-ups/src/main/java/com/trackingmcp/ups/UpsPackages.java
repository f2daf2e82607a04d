package com.trackingmcp.ups;

import com.trackingmcp.model.Money;
import com.trackingmcp.model.Parcel;
import com.trackingmcp.model.Reference;
import com.trackingmcp.model.ShipmentRequest;
import com.trackingmcp.model.SignatureOption;
import com.trackingmcp.ups.UpsParts.Amount;
import com.trackingmcp.ups.UpsParts.Code;
import com.trackingmcp.ups.UpsParts.Confirmation;
import com.trackingmcp.ups.UpsParts.Declared;
import com.trackingmcp.ups.UpsParts.Package;
import com.trackingmcp.ups.UpsParts.PackageOptions;
import com.trackingmcp.ups.UpsParts.ReferenceNumber;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The parcels of a shipment as UPS takes them. Immutable.
 *
 * <p>The codes for a signature differ with where they stand: for a package 2 is a signature and 3 an adult's, for a
 * shipment 1 and 2. UPS has one kind of signature but the adult's: {@link SignatureOption#INDIRECT} and
 * {@link SignatureOption#DIRECT} are the same. {@link SignatureOption#NONE} lets the driver leave the parcel, which UPS
 * offers within the United States and Puerto Rico; elsewhere nothing is asked for.
 */
record UpsPackages(ShipmentRequest request, UpsLane lane, UpsUnits units, UpsOptions options) {
    static final String CUSTOMER_SUPPLIED = "02";
    private static final int LONGEST_DESCRIPTION = 35;
    private static final String SHIPPERS_OWN_VALUE = "02";

    static UpsPackages of(ShipmentRequest request) {
        return new UpsPackages(request, UpsLane.of(request), UpsUnits.of(request), UpsOptions.of(request));
    }

    List<Package> toPrice() {
        return request.parcels().stream()
                .map(parcel -> packed(parcel, false, null))
                .toList();
    }

    List<Package> toShip() {
        List<Package> packages = new ArrayList<>();
        for (Parcel parcel : request.parcels()) {
            packages.add(packed(parcel, true, references(parcel, packages.isEmpty())));
        }
        return packages;
    }

    private Package packed(Parcel parcel, boolean bought, @Nullable List<ReferenceNumber> references) {
        Code packaging = Code.of(packaging(parcel));
        return new Package(
                bought ? description(parcel) : null,
                bought ? packaging : null,
                bought ? null : packaging,
                units.size(parcel).orElse(null),
                parcel.weight().map(units::weight).orElse(null),
                options.flag("ups_large_package"),
                references,
                options.flag("ups_additional_handling"),
                options.code(UpsOptions.SIMPLE_RATE),
                packageOptions(parcel, bought));
    }

    /** The letters of UPS's express boxes are small. */
    static String packaging(Parcel parcel) {
        return parcel.packaging()
                .map(code -> code.strip().toLowerCase(Locale.ROOT))
                .orElse(CUSTOMER_SUPPLIED);
    }

    private @Nullable String description(Parcel parcel) {
        return parcel.contents()
                .or(() -> request.returnShipment() ? goods() : Optional.empty())
                .map(text -> cut(text, LONGEST_DESCRIPTION))
                .orElse(null);
    }

    /** What is in the shipment, as far as it is told anywhere. */
    Optional<String> goods() {
        return request.description()
                .or(() -> request.parcels().stream()
                        .flatMap(parcel -> parcel.contents().stream())
                        .findFirst())
                .or(() -> request.customs().stream()
                        .flatMap(customs -> customs.commodities().stream())
                        .flatMap(goods -> goods.description().stream())
                        .findFirst())
                .filter(text -> !text.isBlank());
    }

    static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length).strip();
    }

    private @Nullable List<ReferenceNumber> references(Parcel parcel, boolean first) {
        return lane.refersToPackages()
                ? numbers(Stream.concat(request.references().stream(), parcel.references().stream()), first)
                : null;
    }

    /** The references of the shipment, and of its parcels where there is no other place for them. */
    @Nullable
    List<ReferenceNumber> shipmentReferences() {
        return lane.refersToPackages()
                ? null
                : numbers(
                        Stream.concat(
                                request.references().stream(),
                                request.parcels().stream().flatMap(parcel -> parcel.references().stream())),
                        true);
    }

    /** UPS prints one bar code of a reference for a whole shipment: the first parcel's. */
    private @Nullable List<ReferenceNumber> numbers(Stream<Reference> references, boolean barred) {
        List<ReferenceNumber> numbers = new ArrayList<>();
        for (Reference reference : references.distinct().toList()) {
            String bars = barred && numbers.isEmpty() ? options.flag("ups_reference_barcode") : null;
            numbers.add(new ReferenceNumber(bars, code(reference), reference.value()));
        }
        return numbers.isEmpty() ? null : numbers;
    }

    /** UPS's codes of what a reference is, such as PO, have two letters. */
    private static @Nullable String code(Reference reference) {
        String type = reference.type().strip().toUpperCase(Locale.ROOT);
        return type.matches("[A-Z0-9]{2}") ? type : null;
    }

    private @Nullable PackageOptions packageOptions(Parcel parcel, boolean bought) {
        Optional<Money> value =
                parcel.declaredValue().filter(money -> money.amount().signum() > 0);
        boolean shippersOwn = options.text(UpsOptions.DECLARED_VALUE_TYPE)
                .filter(SHIPPERS_OWN_VALUE::equals)
                .isPresent();
        Code type = bought ? options.code(UpsOptions.DECLARED_VALUE_TYPE) : null;
        Optional<Declared> declared = value.filter(money -> bought || !shippersOwn)
                .map(money -> new Declared(type, money.currency().getCurrencyCode(), text(money)));
        PackageOptions all = new PackageOptions(
                lane.confirmsEachPackage() ? confirmation("2", "3") : null,
                declared.orElse(null),
                value.filter(money -> !bought && shippersOwn)
                        .map(UpsPackages::amount)
                        .orElse(null),
                mayBeLeft() ? UpsParts.PRESENT : null,
                options.flag("ups_proactive_response"),
                options.flag("ups_refrigeration"),
                options.flag("ups_premium_care"));
        return all.equals(PackageOptions.NONE) ? null : all;
    }

    private boolean mayBeLeft() {
        return request.signature() == SignatureOption.NONE && lane.isWithinUnitedStates() && !request.returnShipment();
    }

    /** The confirmation asked for the shipment; null where it is asked for each package, or not at all. */
    @Nullable
    Confirmation shipmentConfirmation() {
        return lane.confirmsEachPackage() ? null : confirmation("1", "2");
    }

    private @Nullable Confirmation confirmation(String signature, String adult) {
        return switch (request.signature()) {
            case INDIRECT, DIRECT -> new Confirmation(signature);
            case ADULT -> new Confirmation(adult);
            case NONE, SERVICE_DEFAULT -> null;
        };
    }

    static Amount amount(Money money) {
        return new Amount(money.currency().getCurrencyCode(), text(money));
    }

    /** A whole amount has no decimals: UPS takes none of some currencies. */
    static String text(Money money) {
        BigDecimal stripped = money.amount().stripTrailingZeros();
        return stripped.scale() <= 0 ? stripped.toPlainString() : money.amount().toPlainString();
    }
}
