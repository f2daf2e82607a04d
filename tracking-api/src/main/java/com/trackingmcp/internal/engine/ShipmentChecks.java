package com.trackingmcp.internal.engine;

import com.trackingmcp.model.Address;
import com.trackingmcp.model.BillingAccount;
import com.trackingmcp.model.Commodity;
import com.trackingmcp.model.ContentType;
import com.trackingmcp.model.Customs;
import com.trackingmcp.model.Dimensions;
import com.trackingmcp.model.Parcel;
import com.trackingmcp.model.Payment;
import com.trackingmcp.model.Rate;
import com.trackingmcp.model.ShipmentRequest;
import com.trackingmcp.spi.RequestCheck;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What every carrier needs of a shipment, whoever it is. Stateless. */
final class ShipmentChecks {
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    /** Countries whose addresses name a state or province in two letters, and whose carriers insist on it. */
    private static final Set<String> WITH_STATES = Set.of("US", "CA");

    private static final ZoneOffset WHERE_A_DAY_ENDS_LAST = ZoneOffset.ofHours(-12);

    private ShipmentChecks() {}

    /** What a price takes. */
    static void forRates(ShipmentRequest request, Instant now, RequestCheck check) {
        request.shipDate()
                .filter(day -> isOverEverywhere(day, now))
                .ifPresent(day -> check.wrong("ship_date", "is over"));
        place("sender", check.required("sender", request.sender()), check);
        place("recipient", check.required("recipient", request.recipient()), check);
        request.shipper().ifPresent(shipper -> country("shipper", shipper, check));
        if (request.parcels().isEmpty()) {
            check.missing("parcels");
        }
        for (int i = 0; i < request.parcels().size(); i++) {
            parcel("parcels[" + i + "]", request.parcels().get(i), check);
        }
        request.payment().ifPresent(payment -> payment("payment", payment, check));
        request.customs().ifPresent(customs -> customs(customs, check));
    }

    /** What a label takes. */
    static void forShipping(ShipmentRequest request, Instant now, RequestCheck check) {
        forRates(request, now, check);
        check.required("service", request.service());
        request.quoted().ifPresent(quote -> quoted(quote, request, check));
        if (request.idempotencyKey().filter(String::isBlank).isPresent()) {
            check.wrong("idempotency_key", "is blank");
        }
        if (!request.references().isEmpty()) {
            check.required(
                    "references[0].value",
                    Optional.of(request.references().get(0).value()));
        }
        request.sender().ifPresent(sender -> party("sender", sender, check));
        request.recipient().ifPresent(recipient -> party("recipient", recipient, check));
        request.shipper().ifPresent(shipper -> party("shipper", shipper, check));
        if (request.customs().isEmpty() && crossesBorder(request)) {
            check.missing("customs", "for a shipment that crosses a customs border");
        }
    }

    /** A quote is for one service of one connection: what it says of its own would go with another. */
    private static void quoted(Rate quote, ShipmentRequest request, RequestCheck check) {
        if (request.service()
                .filter(service -> !service.equals(quote.service()))
                .isPresent()) {
            check.wrong("service", "is not that of the quote, which is " + quote.service());
        }
        if (request.carrier()
                .filter(name -> !name.equals(quote.connection()) && !name.equals(quote.carrier()))
                .isPresent()) {
            check.wrong("carrier", "is not that of the quote, which is " + quote.connection());
        }
    }

    /** Where the parcel starts it may be the day before still. */
    private static boolean isOverEverywhere(LocalDate day, Instant now) {
        return day.isBefore(LocalDate.ofInstant(now, WHERE_A_DAY_ENDS_LAST));
    }

    private static boolean crossesBorder(ShipmentRequest request) {
        Optional<String> from = request.sender().flatMap(Address::country);
        Optional<String> to = request.recipient().flatMap(Address::country);
        return from.isPresent() && to.isPresent() && CustomsAreas.isBorderBetween(from.get(), to.get());
    }

    private static void place(String path, Optional<Address> address, RequestCheck check) {
        address.ifPresent(given -> {
            country(path, given, check);
            if (given.postalCode().isEmpty() && given.city().isEmpty()) {
                check.missing(path + ".postal_code", "or the city where the country has none");
            }
        });
    }

    private static void country(String path, Address address, RequestCheck check) {
        check.required(path + ".country", address.country())
                .filter(country -> !COUNTRIES.contains(country))
                .ifPresent(country -> check.wrong(path + ".country", "is no ISO 3166-1 alpha-2 code such as US"));
    }

    private static void party(String path, Address address, RequestCheck check) {
        if (Stream.of(address.person(), address.company())
                .flatMap(Optional::stream)
                .allMatch(String::isBlank)) {
            check.missing(path + ".person", "unless a company is named");
        }
        if (address.lines().stream().allMatch(String::isBlank)) {
            check.missing(path + ".lines");
        }
        check.required(path + ".city", address.city());
        if (address.country().filter(WITH_STATES::contains).isPresent()) {
            check.required(path + ".state_or_province", address.stateOrProvince());
        }
    }

    private static void parcel(String path, Parcel parcel, RequestCheck check) {
        check.required(path + ".weight", parcel.weight())
                .filter(weight -> weight.value().signum() <= 0)
                .ifPresent(weight -> check.wrong(path + ".weight", "is not more than nothing"));
        parcel.dimensions()
                .filter(size -> smallest(size).signum() <= 0)
                .ifPresent(size -> check.wrong(path + ".dimensions", "has a side that is not more than nothing"));
        parcel.declaredValue()
                .filter(value -> value.amount().signum() < 0)
                .ifPresent(value -> check.wrong(path + ".declared_value", "is less than nothing"));
    }

    private static BigDecimal smallest(Dimensions size) {
        return size.length().min(size.width()).min(size.height());
    }

    private static void payment(String path, Payment payment, RequestCheck check) {
        List<Optional<BillingAccount>> payers = List.of(payment.sender(), payment.recipient(), payment.thirdParty());
        int count = (int) payers.stream().filter(Optional::isPresent).count();
        if (count != 1) {
            check.payers(path, count);
        }
        payment.recipient()
                .ifPresent(account -> check.required(path + ".recipient.account_number", account.accountNumber()));
        payment.thirdParty()
                .ifPresent(account -> check.required(path + ".third_party.account_number", account.accountNumber()));
    }

    private static void customs(Customs customs, RequestCheck check) {
        customs.dutyPayer().ifPresent(payer -> dutyPayer(payer, check));
        if (customs.commodities().isEmpty()
                && customs.contentType().filter(ContentType.DOCUMENTS::equals).isEmpty()) {
            check.missing("customs.commodities", "unless the contents are documents");
        }
        for (int i = 0; i < customs.commodities().size(); i++) {
            commodity("customs.commodities[" + i + "]", customs.commodities().get(i), check);
        }
        if (customs.commodities().stream()
                        .flatMap(goods -> goods.unitPrice().stream())
                        .map(price -> price.currency())
                        .distinct()
                        .count()
                > 1) {
            check.wrong("customs.commodities", "are priced in several currencies; customs take one");
        }
    }

    /** Recipients pay duties in cash as well: an account is not needed. */
    private static void dutyPayer(Payment payer, RequestCheck check) {
        long count = Stream.of(payer.sender(), payer.recipient(), payer.thirdParty())
                .filter(Optional::isPresent)
                .count();
        if (count != 1) {
            check.payers("customs.duty_payer", (int) count);
        }
        payer.thirdParty()
                .ifPresent(account ->
                        check.required("customs.duty_payer.third_party.account_number", account.accountNumber()));
    }

    private static void commodity(String path, Commodity goods, RequestCheck check) {
        check.required(path + ".description", goods.description());
        check.required(path + ".origin_country", goods.originCountry())
                .filter(country -> !COUNTRIES.contains(country))
                .ifPresent(
                        country -> check.wrong(path + ".origin_country", "is no ISO 3166-1 alpha-2 code such as US"));
        check.required(path + ".quantity", goods.quantity())
                .filter(quantity -> quantity.signum() <= 0)
                .ifPresent(quantity -> check.wrong(path + ".quantity", "is not more than nothing"));
        check.required(path + ".unit_price", goods.unitPrice())
                .filter(price -> price.amount().signum() < 0)
                .ifPresent(price -> check.wrong(path + ".unit_price", "is less than nothing"));
    }
}
