package com.trackingmcp.dhl;

import com.trackingmcp.model.Address;
import com.trackingmcp.model.BillingAccount;
import com.trackingmcp.model.LabelSpec;
import com.trackingmcp.model.Money;
import com.trackingmcp.model.Parcel;
import com.trackingmcp.model.Payment;
import com.trackingmcp.model.Reference;
import com.trackingmcp.model.ShipmentRequest;
import com.trackingmcp.model.SignatureOption;
import com.trackingmcp.spi.RequestCheck;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * DHL Express's own rules for a shipment, all looked at together. Safe for use by many threads.
 *
 * <p>Lengths and required fields are those of MyDHL API 3.1.1; nothing is cut to fit but a description that is made of the
 * contents. The measures of a parcel in packaging of the sender's are required, for DHL does not price it without.
 */
final class DhlShipmentCheck {
    static final int MOST_PARCELS = 999;
    static final int MOST_DAYS_AHEAD = 10;
    private static final int LONGEST_DESCRIPTION = 70;
    private static final int LONGEST_REFERENCE = 35;
    private static final int LONGEST_ACCOUNT = 12;
    private static final int MOST_DECIMALS = 3;
    static final int LONGEST_PRODUCT = 6;

    private final Clock clock;
    private final Optional<String> account;

    DhlShipmentCheck(Clock clock, Optional<String> account) {
        this.clock = clock;
        this.account = account;
    }

    /** What a price takes. */
    void forRates(ShipmentRequest request, RequestCheck check) {
        request.sender().ifPresent(sender -> DhlAddressCheck.place("sender", sender, check));
        request.recipient().ifPresent(recipient -> DhlAddressCheck.place("recipient", recipient, check));
        accounts(request, check);
        daysAhead("ship_date", request.shipDate(), clock, check);
        if (request.parcels().size() > MOST_PARCELS) {
            check.wrong("parcels", "are more than " + MOST_PARCELS);
        }
        for (int i = 0; i < request.parcels().size(); i++) {
            parcel("parcels[" + i + "]", request.parcels().get(i), check);
        }
        insurance(request, check);
        signature(request, check);
        DhlCustomsCheck.check(request, check);
        DhlOptionCheck.check(request, check);
    }

    /** What a label takes. */
    void forShipping(ShipmentRequest request, RequestCheck check) {
        forRates(request, check);
        request.sender().ifPresent(sender -> DhlAddressCheck.party("sender", sender, check));
        request.recipient().ifPresent(recipient -> DhlAddressCheck.party("recipient", recipient, check));
        request.shipper().ifPresent(shipper -> shipper(shipper, check));
        check.atMost(LONGEST_PRODUCT, "service", request.service());
        check.atMost(LONGEST_DESCRIPTION, "description", request.description());
        if (DhlGoods.description(request).isEmpty()) {
            check.missing("description", "unless a parcel tells its contents");
        }
        references("references", request.references(), check);
        for (int i = 0; i < request.parcels().size(); i++) {
            Parcel parcel = request.parcels().get(i);
            references("parcels[" + i + "].references", parcel.references(), check);
            check.atMost(LONGEST_DESCRIPTION, "parcels[" + i + "].contents", parcel.contents());
        }
        request.label().ifPresent(label -> label(label, check));
        papers(request, check);
    }

    /** What is wrong with each paper is told elsewhere. */
    private static void papers(ShipmentRequest request, RequestCheck check) {
        if (!request.tradeDocuments().isEmpty() && !DhlGoods.isDeclarable(request)) {
            check.wrong("trade_documents", "need goods to declare");
        }
    }

    private static void shipper(Address shipper, RequestCheck check) {
        DhlAddressCheck.place("shipper", shipper, check);
        DhlAddressCheck.party("shipper", shipper, check);
    }

    private void accounts(ShipmentRequest request, RequestCheck check) {
        if (DhlPayers.shipper(request, account).isEmpty()) {
            check.missing("payment", "with an account of the sender's while DHL_EXPRESS_ACCOUNT_NUMBER is not set");
        }
        request.payment().ifPresent(payment -> lengths("payment", payment, check));
        request.customs()
                .flatMap(customs -> customs.dutyPayer())
                .ifPresent(payer -> lengths("customs.duty_payer", payer, check));
    }

    private static void lengths(String path, Payment payment, RequestCheck check) {
        length(path + ".sender", payment.sender(), check);
        length(path + ".recipient", payment.recipient(), check);
        length(path + ".third_party", payment.thirdParty(), check);
    }

    private static void length(String path, Optional<BillingAccount> payer, RequestCheck check) {
        check.atMost(LONGEST_ACCOUNT, path + ".account_number", payer.flatMap(BillingAccount::accountNumber));
    }

    /** It may be the day after this one's already where the parcel starts. */
    static void daysAhead(String path, Optional<LocalDate> planned, Clock clock, RequestCheck check) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        planned.filter(day -> day.isAfter(today.plusDays(MOST_DAYS_AHEAD + 1L)))
                .ifPresent(
                        day -> check.wrong(path, "is more than " + MOST_DAYS_AHEAD + " days ahead, which DHL refuses"));
    }

    /** What is not paid by anybody else needs an account of the connection's. */
    static void account(Optional<String> account, RequestCheck check) {
        if (account.isEmpty()) {
            check.missing("DHL_EXPRESS_ACCOUNT_NUMBER", "of the connection");
        }
    }

    /** One of DHL's, where one is named. */
    static void packaging(String path, Optional<String> packaging, RequestCheck check) {
        packaging
                .filter(code -> !DhlCatalog.hasPackaging(code))
                .ifPresent(code -> check.wrong(
                        path,
                        "is none of DHL's: " + String.join(", ", DhlCatalog.packagings())
                                + "; leave it out for packaging of your own"));
    }

    private static void parcel(String path, Parcel parcel, RequestCheck check) {
        packaging(path + ".packaging", parcel.packaging(), check);
        if (parcel.packaging().isEmpty() && parcel.dimensions().isEmpty()) {
            check.missing(path + ".dimensions", "unless it is in packaging of DHL's");
        }
    }

    private static void insurance(ShipmentRequest request, RequestCheck check) {
        List<Money> values = request.parcels().stream()
                .flatMap(parcel -> parcel.declaredValue().stream())
                .toList();
        if (values.stream().map(Money::currency).distinct().count() > 1) {
            check.wrong("parcels", "declare values in several currencies; DHL insures the shipment in one");
        }
        for (int i = 0; i < request.parcels().size(); i++) {
            String path = "parcels[" + i + "].declared_value";
            request.parcels().get(i).declaredValue().ifPresent(value -> decimals(path, value, check));
        }
    }

    /** DHL takes amounts to the third decimal. */
    static void decimals(String path, Money value, RequestCheck check) {
        if (DhlMeasures.decimals(value.amount()) > MOST_DECIMALS) {
            check.wrong(path, "has more than " + MOST_DECIMALS + " decimals");
        }
    }

    private static void signature(ShipmentRequest request, RequestCheck check) {
        SignatureOption signature = request.signature();
        if (signature == SignatureOption.ADULT || signature == SignatureOption.INDIRECT) {
            check.wrong(
                    "signature",
                    "is " + signature.word() + ", for which DHL Express has no service; it takes service_default,"
                            + " direct or none");
        }
    }

    private static void references(String path, List<Reference> references, RequestCheck check) {
        for (int i = 0; i < references.size(); i++) {
            String value = references.get(i).value();
            check.atMost(LONGEST_REFERENCE, path + '[' + i + "].value", Optional.of(value));
            if (value.isBlank()) {
                check.missing(path + '[' + i + "].value");
            }
        }
    }

    private static void label(LabelSpec label, RequestCheck check) {
        label.stock()
                .filter(stock -> !DhlCatalog.hasStock(stock))
                .ifPresent(stock -> check.wrong(
                        "label.stock", "is none of DHL's templates: " + String.join(", ", DhlCatalog.stocks())));
        label.dpi()
                .filter(dpi -> !DhlImages.isResolution(dpi))
                .ifPresent(dpi -> check.wrong("label.dpi", "is " + dpi + "; DHL prints at 200 (or 203) and 300"));
    }

    /** A description that is no longer than DHL takes it. */
    static String shortened(String description) {
        return description.length() <= LONGEST_DESCRIPTION
                ? description
                : description.substring(0, LONGEST_DESCRIPTION).strip();
    }
}
