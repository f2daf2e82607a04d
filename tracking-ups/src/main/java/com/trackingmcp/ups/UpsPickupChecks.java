package com.trackingmcp.ups;

import com.trackingmcp.model.Address;
import com.trackingmcp.model.CatalogOption;
import com.trackingmcp.model.PickupPiece;
import com.trackingmcp.model.PickupQuery;
import com.trackingmcp.model.PickupRequest;
import com.trackingmcp.spi.RequestCheck;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What UPS needs of a pickup, from its description of the Pickup API. Stateless. How early a pickup must be asked for, and how
 * late it may be, depends on the address: UPS tells that only by refusing.
 */
final class UpsPickupChecks {
    private static final int LONGEST_COMPANY = 27;
    private static final int LONGEST_CONTACT = 22;
    private static final int LONGEST_LINE = 73;
    private static final int LONGEST_CITY = 50;
    private static final int LONGEST_POSTAL_CODE = 8;
    private static final int LONGEST_PHONE = 25;
    private static final int LONGEST_POINT = 11;
    private static final int LONGEST_INSTRUCTION = 57;
    private static final int LONGEST_REFERENCE = 35;
    private static final int LONGEST_ROOM = 8;
    private static final int LONGEST_FLOOR = 3;
    private static final int LONGEST_EMAIL = 50;
    private static final int LONGEST_NUMBER = 26;
    private static final int MOST_OF_ONE_SERVICE = 999;
    private static final int MOST_PIECES = 9_999;
    private static final String OPTIONS = "options.";
    private static final String PALLET = "03";
    private static final String CASH = "06";
    private static final Set<String> CONTAINERS = Set.of("01", "02", PALLET);
    private static final Set<String> FREIGHT = Set.of("071", "096");
    private static final Set<String> WITH_STATES = Set.of("US", "CA", "VN");
    private static final Set<String> WITH_TWO_LETTERS = Set.of("US", "CA");
    private static final Set<String> WITHOUT_POSTAL_CODES = Set.of("IE", "HK");
    private static final Set<String> WITH_CASH =
            Set.of("BE", "FR", "DE", "IT", "MX", "NL", "PL", "ES", "GB", "CZ", "HU", "FI", "NO");
    private static final Set<String> FOR_SMART = Set.of(UpsPickupEncoder.TYPE, UpsPickupEncoder.SERVICE_DATE);
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private static final ZoneOffset WHERE_A_DAY_BEGINS_FIRST = ZoneOffset.ofHours(14);

    private UpsPickupChecks() {}

    /** What a price takes. */
    static void forQuote(PickupRequest request, RequestCheck check) {
        if (UpsPickupEncoder.isSmart(request)) {
            check.wrong(OPTIONS + UpsPickupEncoder.TYPE, "is smart, of which UPS tells no prices");
        }
        check.required("ready_time", request.readyTime());
        check.required("close_time", request.closeTime());
        request.address().ifPresent(address -> {
            check.required("address.city", address.city());
            if (address.country().filter(WITHOUT_POSTAL_CODES::contains).isEmpty()) {
                check.required("address.postal_code", address.postalCode());
            }
            place(address, check);
        });
        accountCountry(request, check);
    }

    /** What a booking takes. */
    static void forBooking(PickupRequest request, Optional<String> account, Instant now, RequestCheck check) {
        if (UpsPickupEncoder.isSmart(request)) {
            smart(request, account, now, check);
            return;
        }
        if (request.options().containsKey(UpsPickupEncoder.SERVICE_DATE)) {
            check.wrong(OPTIONS + UpsPickupEncoder.SERVICE_DATE, "is for smart pickups only");
        }
        request.address().ifPresent(address -> {
            place(address, check);
            contact(address, check);
        });
        pieces(request, check);
        payment(request, account, check);
        texts(request, check);
        accountCountry(request, check);
    }

    /** Where the account's address is, and so which day it is there, is not known here. */
    private static void smart(PickupRequest request, Optional<String> account, Instant now, RequestCheck check) {
        if (account.isEmpty()) {
            check.wrong(OPTIONS + UpsPickupEncoder.TYPE, "is smart, while UPS_ACCOUNT_NUMBER is not set");
        }
        LocalDate latestToday = LocalDate.ofInstant(now, WHERE_A_DAY_BEGINS_FIRST);
        boolean mayBeToday =
                request.date().filter(day -> !day.isAfter(latestToday)).isPresent();
        if (mayBeToday && !request.options().containsKey(UpsPickupEncoder.SERVICE_DATE)) {
            check.missing(
                    OPTIONS + UpsPickupEncoder.SERVICE_DATE,
                    "where the date may be today's at the account's address: 01 for today, else 02");
        }
        UpsCatalog.catalog().pickupOptions().stream()
                .map(CatalogOption::name)
                .filter(name -> !FOR_SMART.contains(name) && request.options().containsKey(name))
                .forEach(name -> check.wrong(OPTIONS + name, "is not for smart pickups"));
    }

    /** What a pickup is called off by. */
    static void forNumber(PickupQuery pickup, RequestCheck check) {
        pickup.confirmationNumber()
                .map(String::strip)
                .filter(number -> !number.isEmpty() && !number.matches("[0-9A-Za-z]{1," + LONGEST_NUMBER + "}"))
                .ifPresent(number ->
                        check.wrong("confirmation_number", "is no PRN of UPS, which have up to 26 letters and digits"));
    }

    private static void place(Address address, RequestCheck check) {
        check.atMost(LONGEST_LINE, "address.lines", UpsPickupEncoder.line(address));
        check.atMost(LONGEST_CITY, "address.city", address.city());
        check.atMost(LONGEST_POSTAL_CODE, "address.postal_code", UpsParties.postalCode(address));
        check.atMost(LONGEST_CITY, "address.state_or_province", address.stateOrProvince());
        String country = address.country().orElse("");
        if (WITH_STATES.contains(country)) {
            check.required("address.state_or_province", address.stateOrProvince())
                    .filter(state ->
                            WITH_TWO_LETTERS.contains(country) && !state.strip().matches("[A-Za-z]{2}"))
                    .ifPresent(state -> check.wrong("address.state_or_province", "is not two letters such as NY"));
        }
    }

    private static void contact(Address address, RequestCheck check) {
        boolean named = address.company().filter(name -> !name.isBlank()).isPresent();
        boolean inPerson = address.person().filter(name -> !name.isBlank()).isPresent();
        check.atMost(LONGEST_COMPANY, named ? "address.company" : "address.person", UpsParties.name(address));
        check.atMost(LONGEST_CONTACT, inPerson ? "address.person" : "address.company", UpsParties.attention(address));
        address.phone().filter(text -> !text.isBlank()).ifPresent(text -> {
            int digits = UpsParties.phone(address)
                    .map(phone -> phone.Number().length())
                    .orElse(0);
            if (digits == 0 || digits > LONGEST_PHONE) {
                check.wrong("address.phone", "has " + digits + " digits; UPS takes 1 to " + LONGEST_PHONE);
            }
        });
    }

    private static void pieces(PickupRequest request, RequestCheck check) {
        List<PickupPiece> pieces = request.pieces();
        for (int i = 0; i < pieces.size(); i++) {
            piece("pieces[" + i + "]", pieces.get(i), check);
        }
        if (request.quantity() > MOST_PIECES) {
            check.wrong("pieces", "are " + request.quantity() + " parcels; UPS takes " + MOST_PIECES);
        }
    }

    private static void piece(String path, PickupPiece piece, RequestCheck check) {
        check.required(path + ".service", piece.service());
        Optional<String> service = UpsPickupEncoder.service(piece);
        service.filter(code -> !code.matches("[0-9A-Za-z]{3}"))
                .ifPresent(code -> check.wrong(path + ".service", "is no code of UPS such as 03 or 003"));
        piece.quantity()
                .filter(quantity -> quantity > MOST_OF_ONE_SERVICE)
                .ifPresent(quantity -> check.wrong(path + ".quantity", "is more than " + MOST_OF_ONE_SERVICE));
        Optional<String> container = UpsText.clean(piece.packaging().orElse(null));
        container
                .filter(code -> !CONTAINERS.contains(code))
                .ifPresent(code ->
                        check.wrong(path + ".packaging", "takes one of 01 (package), 02 (UPS letter), 03 (pallet)"));
        if (container.filter(PALLET::equals).isPresent()
                && service.filter(code -> !FREIGHT.contains(code)).isPresent()) {
            check.wrong(path + ".packaging", "is a pallet, which UPS fetches with Worldwide Express Freight only");
        }
    }

    private static void payment(PickupRequest request, Optional<String> account, RequestCheck check) {
        String path = OPTIONS + UpsPickupEncoder.PAYMENT_METHOD;
        Optional<String> method = UpsPickupEncoder.options(request).text(UpsPickupEncoder.PAYMENT_METHOD);
        if (account.isEmpty() && method.isEmpty()) {
            check.missing(path, "while UPS_ACCOUNT_NUMBER is not set");
        }
        if (account.isEmpty()
                && method.filter(UpsPickupEncoder.BY_ACCOUNT::equals).isPresent()) {
            check.wrong(path, "is by account, while UPS_ACCOUNT_NUMBER is not set");
        }
        if (method.filter(CASH::equals).isPresent()
                && request.address()
                        .flatMap(Address::country)
                        .filter(WITH_CASH::contains)
                        .isEmpty()) {
            check.wrong(path, "is cash, which UPS does not take in that country");
        }
        if (method.filter(UpsPickupEncoder.BY_TRACKING_NUMBER::equals).isPresent()) {
            trackingNumbers(request.trackingNumbers(), check);
        }
    }

    private static void trackingNumbers(List<String> numbers, RequestCheck check) {
        if (numbers.isEmpty()) {
            check.missing("tracking_numbers", "to pay by them");
        }
        if (numbers.size() > UpsPickupEncoder.MOST_TRACKING_NUMBERS) {
            check.wrong(
                    "tracking_numbers",
                    "are " + numbers.size() + "; UPS takes " + UpsPickupEncoder.MOST_TRACKING_NUMBERS);
        }
        for (int i = 0; i < numbers.size(); i++) {
            if (!isTrackingNumber(UpsPickupEncoder.trackingNumber(numbers.get(i)))) {
                check.wrong("tracking_numbers[" + i + "]", "is no number of UPS of 18 characters such as 1Z...");
            }
        }
    }

    static boolean isTrackingNumber(String number) {
        return number.matches("1Z[0-9A-Z]{16}");
    }

    private static void texts(PickupRequest request, RequestCheck check) {
        UpsOptions options = UpsPickupEncoder.options(request);
        check.atMost(LONGEST_POINT, "place_at_address", request.placeAtAddress());
        check.atMost(LONGEST_INSTRUCTION, "instructions", request.instructions());
        check.atMost(LONGEST_REFERENCE, "reference", request.reference());
        option(LONGEST_ROOM, UpsPickupEncoder.ROOM, options, check);
        option(LONGEST_FLOOR, UpsPickupEncoder.FLOOR, options, check);
        option(LONGEST_EMAIL, UpsPickupEncoder.NOTIFICATION_EMAIL, options, check);
        option(LONGEST_EMAIL, UpsPickupEncoder.UNDELIVERABLE_EMAIL, options, check);
    }

    private static void option(int longest, String name, UpsOptions options, RequestCheck check) {
        check.atMost(longest, OPTIONS + name, options.text(name));
    }

    private static void accountCountry(PickupRequest request, RequestCheck check) {
        UpsPickupEncoder.options(request)
                .text(UpsPickupEncoder.ACCOUNT_COUNTRY)
                .filter(country -> !COUNTRIES.contains(country.toUpperCase(Locale.ROOT)))
                .ifPresent(country -> check.wrong(
                        OPTIONS + UpsPickupEncoder.ACCOUNT_COUNTRY, "is no ISO 3166-1 alpha-2 code such as US"));
    }
}
