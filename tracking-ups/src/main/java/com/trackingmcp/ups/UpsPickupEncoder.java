package com.trackingmcp.ups;

import com.trackingmcp.model.Address;
import com.trackingmcp.model.PickupPiece;
import com.trackingmcp.model.PickupRequest;
import com.trackingmcp.model.Weight;
import com.trackingmcp.ups.UpsPickupWire.Account;
import com.trackingmcp.ups.UpsPickupWire.Booked;
import com.trackingmcp.ups.UpsPickupWire.CreationRequest;
import com.trackingmcp.ups.UpsPickupWire.DateInfo;
import com.trackingmcp.ups.UpsPickupWire.Notification;
import com.trackingmcp.ups.UpsPickupWire.PickupAddress;
import com.trackingmcp.ups.UpsPickupWire.Piece;
import com.trackingmcp.ups.UpsPickupWire.QuoteAsked;
import com.trackingmcp.ups.UpsPickupWire.RateAddress;
import com.trackingmcp.ups.UpsPickupWire.RateRequest;
import com.trackingmcp.ups.UpsPickupWire.Shipper;
import com.trackingmcp.ups.UpsPickupWire.SmartAsked;
import com.trackingmcp.ups.UpsPickupWire.TotalWeight;
import com.trackingmcp.ups.UpsPickupWire.TrackingData;
import com.trackingmcp.ups.UpsPickupWire.TriggerRequest;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What UPS is asked to fetch parcels. Stateless.
 *
 * <p>UPS takes one line of a street: several are put into one, between commas. The account's country is that of the pickup
 * where no option tells it. Prices are asked for with taxes, and with what the account saves (sub-version 2007).
 */
final class UpsPickupEncoder {
    static final String TYPE = "ups_pickup_type";
    static final String SMART = "smart";
    static final String SERVICE_DATE = "ups_service_date";
    static final String ALTERNATE_ADDRESS = "ups_alternate_address";
    static final String PAYMENT_METHOD = "ups_payment_method";
    static final String ACCOUNT_COUNTRY = "ups_account_country";
    static final String OVERWEIGHT = "ups_overweight";
    static final String LABELS_AVAILABLE = "ups_labels_available";
    static final String ROOM = "ups_room";
    static final String FLOOR = "ups_floor";
    static final String NOTIFICATION_EMAIL = "ups_notification_email";
    static final String UNDELIVERABLE_EMAIL = "ups_undeliverable_email";

    /** How the pickup is paid: by the account, where nothing else is asked for. */
    static final String BY_ACCOUNT = "01";

    static final String BY_TRACKING_NUMBER = "04";
    static final int MOST_TRACKING_NUMBERS = 30;

    private static final String FUTURE_DAY = "02";
    private static final String SPECIFIC_DAY = "03";
    private static final String PACKAGE = "01";
    private static final int SERVICE_DIGITS = 3;
    private static final DateTimeFormatter HOURS_AND_MINUTES = DateTimeFormatter.ofPattern("HHmm");
    private static final UpsParts.Request REQUEST = new UpsParts.Request(null, "2007", null);
    private static final BigDecimal HEAVY_POUNDS = new BigDecimal("70");
    private static final BigDecimal HEAVY_KILOGRAMS = new BigDecimal("32");

    private UpsPickupEncoder() {}

    static UpsOptions options(PickupRequest request) {
        return new UpsOptions(request.options());
    }

    /** Whether it is for the account's own address, which UPS knows: its Smart Pickup. */
    static boolean isSmart(PickupRequest request) {
        return options(request).text(TYPE).filter(SMART::equals).isPresent();
    }

    static QuoteAsked question(PickupRequest request, Optional<String> account) {
        Address address = request.address().orElseThrow();
        RateAddress place = new RateAddress(
                line(address).orElse(null),
                text(address.city()),
                state(address).orElse(null),
                UpsParties.postalCode(address).orElse(null),
                text(address.country()),
                yesOrNo(address.residential().orElse(false)));
        return new QuoteAsked(new RateRequest(
                REQUEST,
                account(request, account),
                place,
                alternate(request),
                SPECIFIC_DAY,
                dates(request),
                yesOrNo(true)));
    }

    static Booked order(PickupRequest request, Optional<String> account) {
        UpsOptions options = options(request);
        Account payer = account(request, account);
        return new Booked(new CreationRequest(
                REQUEST,
                yesOrNo(true),
                yesOrNo(true),
                payer == null ? null : new Shipper(payer),
                dates(request),
                address(request),
                alternate(request),
                request.pieces().stream().map(piece -> piece(piece, request)).toList(),
                weight(request).orElse(null),
                yesOrNo(isOverweight(request)),
                trackingNumbers(request),
                options.text(PAYMENT_METHOD).orElse(BY_ACCOUNT),
                text(request.instructions()),
                text(request.reference()),
                options.flag(LABELS_AVAILABLE) == null ? null : yesOrNo(true),
                notification(options)));
    }

    /** A Smart Pickup is for today or another day; which one, UPS says. */
    static SmartAsked smartOrder(PickupRequest request, String account) {
        String day = options(request).text(SERVICE_DATE).orElse(FUTURE_DAY);
        return new SmartAsked(new TriggerRequest(new UpsParts.Request(null, null, null), account, day));
    }

    /** The street in one line. */
    static Optional<String> line(Address address) {
        return UpsText.clean(address.lines().stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining(", ")));
    }

    private static Optional<String> state(Address address) {
        return UpsText.clean(address.stateOrProvince().orElse(null)).map(state -> state.toUpperCase(Locale.ROOT));
    }

    private static @Nullable Account account(PickupRequest request, Optional<String> account) {
        String country = options(request)
                .text(ACCOUNT_COUNTRY)
                .map(code -> code.toUpperCase(Locale.ROOT))
                .or(() -> request.address().flatMap(Address::country))
                .orElseThrow();
        return account.map(number -> new Account(number, country)).orElse(null);
    }

    private static PickupAddress address(PickupRequest request) {
        Address address = request.address().orElseThrow();
        UpsOptions options = options(request);
        return new PickupAddress(
                UpsParties.name(address).orElse(null),
                UpsParties.attention(address).orElse(null),
                line(address).stream().toList(),
                options.text(ROOM).orElse(null),
                options.text(FLOOR).orElse(null),
                text(address.city()),
                state(address).orElse(null),
                UpsParties.postalCode(address).orElse(null),
                text(address.country()),
                yesOrNo(address.residential().orElse(false)),
                text(request.placeAtAddress()),
                UpsParties.phone(address).orElse(null));
    }

    private static DateInfo dates(PickupRequest request) {
        return new DateInfo(
                time(request.closeTime()),
                time(request.readyTime()),
                DateTimeFormatter.BASIC_ISO_DATE.format(request.date().orElseThrow()));
    }

    private static String time(Optional<LocalTime> time) {
        return HOURS_AND_MINUTES.format(time.orElseThrow());
    }

    private static Piece piece(PickupPiece piece, PickupRequest request) {
        return new Piece(
                service(piece).orElseThrow(),
                String.valueOf(piece.quantity().orElseThrow()),
                piece.destinationCountry()
                        .or(() -> request.address().flatMap(Address::country))
                        .orElseThrow(),
                UpsText.clean(piece.packaging().orElse(null)).orElse(PACKAGE));
    }

    /** The codes of this API are those of the others with a zero in front. */
    static Optional<String> service(PickupPiece piece) {
        return UpsText.clean(piece.service().orElse(null)).map(code -> UpsText.padded(code, SERVICE_DIGITS));
    }

    private static Optional<TotalWeight> weight(PickupRequest request) {
        UpsUnits units =
                UpsUnits.ofCountry(request.address().flatMap(Address::country).orElse(""));
        return request.totalWeight(units.weight())
                .map(total -> new TotalWeight(
                        total.to(units.weight(), 1, RoundingMode.UP).value().toPlainString(),
                        units.weightUnit().Code()));
    }

    /** UPS wants to know of parcels over 70 pounds or 32 kilograms: alike ones weigh as much as each other. */
    private static boolean isOverweight(PickupRequest request) {
        return options(request).flag(OVERWEIGHT) != null
                || request.pieces().stream().anyMatch(UpsPickupEncoder::isHeavy);
    }

    private static boolean isHeavy(PickupPiece piece) {
        BigDecimal count = BigDecimal.valueOf(piece.quantity().orElse(1));
        return piece.weight()
                .filter(weight -> isMetric(weight)
                        ? isMore(weight, Weight.Unit.KG, HEAVY_KILOGRAMS.multiply(count))
                        : isMore(weight, Weight.Unit.LB, HEAVY_POUNDS.multiply(count)))
                .isPresent();
    }

    private static boolean isMetric(Weight weight) {
        return weight.unit() == Weight.Unit.KG || weight.unit() == Weight.Unit.G;
    }

    private static boolean isMore(Weight weight, Weight.Unit unit, BigDecimal limit) {
        return weight.to(unit, 3, RoundingMode.UP).value().compareTo(limit) > 0;
    }

    /** UPS takes thirty; they matter to a pickup that is paid by them, and are told for others. */
    private static @Nullable List<TrackingData> trackingNumbers(PickupRequest request) {
        List<TrackingData> told = request.trackingNumbers().stream()
                .map(UpsPickupEncoder::trackingNumber)
                .filter(UpsPickupChecks::isTrackingNumber)
                .limit(MOST_TRACKING_NUMBERS)
                .map(TrackingData::new)
                .toList();
        return told.isEmpty() ? null : told;
    }

    static String trackingNumber(String given) {
        return given.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
    }

    private static @Nullable Notification notification(UpsOptions options) {
        Optional<String> confirmation = options.text(NOTIFICATION_EMAIL);
        Optional<String> undeliverable = options.text(UNDELIVERABLE_EMAIL);
        return confirmation.isEmpty() && undeliverable.isEmpty()
                ? null
                : new Notification(confirmation.orElse(null), undeliverable.orElse(null));
    }

    private static String alternate(PickupRequest request) {
        return yesOrNo(options(request).flag(ALTERNATE_ADDRESS) != null);
    }

    private static String yesOrNo(boolean yes) {
        return yes ? "Y" : "N";
    }

    private static @Nullable String text(Optional<String> given) {
        return UpsText.clean(given.orElse(null)).orElse(null);
    }
}
