package com.trackingmcp.internal.engine;

import com.trackingmcp.model.BillingAccount;
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
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What every carrier needs of a shipment, whoever it is. Stateless. */
final class ShipmentChecks {
    private ShipmentChecks() {}

    /** What a price takes. */
    static void forRates(ShipmentRequest request, Instant now, RequestCheck check) {
        request.shipDate()
                .filter(day -> PlaceChecks.isOverEverywhere(day, now))
                .ifPresent(day -> check.wrong("ship_date", "is over"));
        PlaceChecks.place("sender", check.required("sender", request.sender()), check);
        PlaceChecks.place("recipient", check.required("recipient", request.recipient()), check);
        request.shipper().ifPresent(shipper -> PlaceChecks.country("shipper", shipper, check));
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
        request.sender().ifPresent(sender -> PlaceChecks.party("sender", sender, check));
        request.recipient().ifPresent(recipient -> PlaceChecks.party("recipient", recipient, check));
        request.shipper().ifPresent(shipper -> PlaceChecks.party("shipper", shipper, check));
        if (request.customs().isEmpty() && CustomsAreas.isCrossedBy(request)) {
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
        GoodsChecks.forShipping("customs.commodities", customs.commodities(), check);
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
}
