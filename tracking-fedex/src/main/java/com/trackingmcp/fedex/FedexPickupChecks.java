package com.trackingmcp.fedex;

import com.trackingmcp.model.Address;
import com.trackingmcp.model.PickupPiece;
import com.trackingmcp.model.PickupQuery;
import com.trackingmcp.model.PickupRequest;
import com.trackingmcp.model.Weight;
import com.trackingmcp.spi.RequestCheck;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * What FedEx insists on of pickups: from its published description, and the guide to it on its developer portal. Stateless.
 *
 * <p>Ground comes on the next business day at the earliest and within two weeks, Express on this or the next business day.
 * Only the two weeks are held to here: which days are business days, and which day it is at the address, FedEx knows.
 */
final class FedexPickupChecks {
    private static final int LONGEST_REMARKS = 60;
    private static final int LEAST_DIGITS = 8;
    private static final int MOST_DIGITS = 13;
    private static final int LONGEST_POSTAL_CODE = 10;
    private static final int MOST_DAYS_AHEAD = 14;
    private static final BigDecimal HEAVIEST = new BigDecimal("99999");
    private static final ZoneOffset WHERE_A_DAY_BEGINS_FIRST = ZoneOffset.ofHours(14);

    private FedexPickupChecks() {}

    static void forQuote(PickupRequest request, Instant now, RequestCheck check) {
        request.address().ifPresent(address -> {
            FedexChecks.postalCode("address", address, check);
            check.atMost(LONGEST_POSTAL_CODE, "address.postal_code", address.postalCode());
        });
        request.date()
                .filter(day -> day.isAfter(latestToday(now).plusDays(MOST_DAYS_AHEAD)))
                .ifPresent(day -> check.wrong("date", "is more than two weeks ahead, the most FedEx takes"));
    }

    /** Today where it is tomorrow already. */
    private static LocalDate latestToday(Instant now) {
        return LocalDate.ofInstant(now, WHERE_A_DAY_BEGINS_FIRST);
    }

    /** Whether a day is another than today wherever it is meant. */
    static boolean isLaterEverywhere(LocalDate day, Instant now) {
        return day.isAfter(latestToday(now));
    }

    static void forBooking(PickupRequest request, Instant now, RequestCheck check) {
        forQuote(request, now, check);
        request.address().ifPresent(address -> contact(address, check));
        check.atMost(LONGEST_REMARKS, "instructions", request.instructions());
        pieces(request, check);
        FedexPickupOptions.check(request, check);
    }

    private static void contact(Address address, RequestCheck check) {
        FedexChecks.names("address", address, check);
        boolean ten =
                address.country().filter(FedexParties.TEN_DIGITS::contains).isPresent();
        address.phone()
                .map(phone -> FedexParties.phone(phone, address.country()).length())
                .filter(digits -> ten ? digits != FedexParties.DIGITS : digits < LEAST_DIGITS || digits > MOST_DIGITS)
                .ifPresent(digits -> check.wrong(
                        "address.phone",
                        "has " + digits + " digits; FedEx takes "
                                + (ten ? "ten in the US and Canada" : "8 to 13 for a pickup")));
    }

    /** One pickup is one company's. */
    private static void pieces(PickupRequest request, RequestCheck check) {
        List<PickupPiece> pieces = request.pieces();
        Optional<FedexCompany> first = pieces.stream()
                .flatMap(piece -> piece.service().stream())
                .map(FedexCompany::of)
                .findFirst();
        for (int i = 0; i < pieces.size(); i++) {
            String path = "pieces[" + i + "].service";
            check.required(path, pieces.get(i).service())
                    .map(FedexCompany::of)
                    .filter(company -> !Optional.of(company).equals(first))
                    .ifPresent(company -> check.wrong(
                            path, "is of another company of FedEx's than the first: Express and Ground come apart"));
        }
        if (first.filter(FedexCompany.GROUND::equals).isPresent()) {
            check.required("options." + FedexPickupOptions.PACKAGE_LOCATION, FedexPickupOptions.location(request));
        }
        request.totalWeight(Weight.Unit.LB)
                .filter(weight -> weight.to(Weight.Unit.LB, 0, RoundingMode.CEILING)
                                .value()
                                .compareTo(HEAVIEST)
                        > 0)
                .ifPresent(weight -> check.wrong("pieces", "weigh more than " + HEAVIEST + " lb together"));
    }

    static void forCancelling(PickupQuery pickup, RequestCheck check) {
        check.required("date", pickup.date());
        check.atMost(LONGEST_REMARKS, "reason", pickup.reason());
        Optional<String> code = Optional.ofNullable(pickup.details().get(FedexPickups.COMPANY));
        if (code.filter(text -> FedexCompany.ofCode(text).isEmpty()).isPresent()) {
            check.wrong("details." + FedexPickups.COMPANY, "is neither FDXE nor FDXG");
        } else if (FedexPickups.company(pickup) == FedexCompany.EXPRESS
                && pickup.locationCode().filter(text -> !text.isBlank()).isEmpty()) {
            check.missing(
                    "location_code",
                    code.isPresent()
                            ? "by FedEx Express"
                            : "by FedEx Express; of Ground's pickups details." + FedexPickups.COMPANY + " is FDXG");
        }
    }
}
