package com.trackingmcp.ups;

import com.trackingmcp.model.Address;
import com.trackingmcp.model.BillingAccount;
import com.trackingmcp.model.LabelSpec;
import com.trackingmcp.model.Parcel;
import com.trackingmcp.model.Payment;
import com.trackingmcp.model.ShipmentRequest;
import com.trackingmcp.model.SignatureOption;
import com.trackingmcp.spi.RequestCheck;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What UPS needs of a shipment beyond what every carrier does. Stateless. Limits are those of its descriptions of the Rating
 * and Shipping APIs; weights are left to UPS, for what it takes differs by service and country.
 */
final class UpsChecks {
    private static final int MOST_PARCELS = 200;
    private static final int LONGEST_CONTEXT = 512;
    private static final int DAYS_AHEAD = 7;
    private static final Set<String> WITH_POSTAL_CODES = Set.of("US", "PR", "CA");
    private static final Set<String> STOCKS = Set.of("4x6", "4x8");

    /** Services UPS does not take returns with. */
    private static final Set<String> NOT_FOR_RETURNS =
            Set.of("13", "59", "82", "83", "84", "85", "86", "C6", "C7", "C8");

    private static final Set<String> BOXES_NOT_FOR_RETURNS = Set.of("24", "25");

    private UpsChecks() {}

    /** What a price takes. */
    static void forRates(ShipmentRequest request, RequestCheck check) {
        postalCode("sender", request.sender(), check);
        postalCode("recipient", request.recipient(), check);
        code("service", request.service(), check);
        if (request.parcels().size() > MOST_PARCELS) {
            check.wrong("parcels", "are " + request.parcels().size() + "; UPS takes " + MOST_PARCELS);
        }
        for (int i = 0; i < request.parcels().size(); i++) {
            Parcel parcel = request.parcels().get(i);
            code("parcels[" + i + "].packaging", parcel.packaging(), check);
        }
        request.payment().ifPresent(payment -> payment("payment", payment, check));
        returns(request, check);
        if (!request.returnShipment() && request.options().containsKey(UpsOptions.RETURN_SERVICE)) {
            check.wrong("options." + UpsOptions.RETURN_SERVICE, "is for returns only: return_shipment is not set");
        }
        if (request.parcels().size() > 1 && request.options().containsKey(UpsOptions.SIMPLE_RATE)) {
            check.wrong("options." + UpsOptions.SIMPLE_RATE, "is for one parcel");
        }
        UpsCustomsChecks.articles(request, check);
    }

    private static void postalCode(String path, Optional<Address> address, RequestCheck check) {
        address.filter(place ->
                        place.country().filter(WITH_POSTAL_CODES::contains).isPresent())
                .ifPresent(place -> check.required(path + ".postal_code", place.postalCode()));
    }

    /** UPS's codes of services and packagings have two characters. */
    private static void code(String path, Optional<String> code, RequestCheck check) {
        code.map(String::strip)
                .filter(text -> !text.isEmpty() && !text.matches("[0-9A-Za-z]{2}"))
                .ifPresent(text -> check.wrong(path, "is no code of UPS, which have two characters"));
    }

    private static void payment(String path, Payment payment, RequestCheck check) {
        payment.sender().ifPresent(account -> account(path + ".sender", account, check));
        payment.recipient().ifPresent(account -> {
            account(path + ".recipient", account, check);
            check.required(path + ".recipient.postal_code", account.postalCode());
        });
        payment.thirdParty().ifPresent(account -> {
            account(path + ".third_party", account, check);
            check.required(path + ".third_party.postal_code", account.postalCode());
            check.required(path + ".third_party.country", account.country());
        });
    }

    private static void account(String path, BillingAccount account, RequestCheck check) {
        account.accountNumber()
                .filter(number -> !number.strip().matches("[0-9A-Za-z]{6}"))
                .ifPresent(number -> check.wrong(
                        path + ".account_number", "is no account of UPS, which have six letters and digits"));
    }

    private static void returns(ShipmentRequest request, RequestCheck check) {
        if (!request.returnShipment()) {
            return;
        }
        request.service()
                .filter(NOT_FOR_RETURNS::contains)
                .ifPresent(service -> check.wrong("service", "is " + service + ", which UPS takes no returns with"));
        for (int i = 0; i < request.parcels().size(); i++) {
            Parcel parcel = request.parcels().get(i);
            if (BOXES_NOT_FOR_RETURNS.contains(UpsPackages.packaging(parcel))) {
                check.wrong("parcels[" + i + "].packaging", "is not for returns");
            }
        }
        Set<SignatureOption> confirmed =
                Set.of(SignatureOption.INDIRECT, SignatureOption.DIRECT, SignatureOption.ADULT);
        if (confirmed.contains(request.signature())) {
            check.wrong("signature", "is not confirmed by UPS for returns");
        }
    }

    /** What a label takes. */
    static void forShipping(ShipmentRequest request, LocalDate today, RequestCheck check) {
        forRates(request, check);
        UpsPartyChecks.parties(request, check);
        UpsReferenceChecks.references(request, check);
        UpsCustomsChecks.customs(request, check);
        request.customs().flatMap(customs -> customs.dutyPayer()).ifPresent(payer -> dutyPayer(request, payer, check));
        check.atMost(LONGEST_CONTEXT, "idempotency_key", request.idempotencyKey());
        request.shipDate()
                // the carrier's day may be the one after the client's
                .filter(day -> day.isAfter(today.plusDays(DAYS_AHEAD + 1L)))
                .ifPresent(day -> check.wrong("ship_date", "is more than seven days ahead"));
        request.label().ifPresent(label -> label(label, check));
        mailedLabel(request, check);
        int papers =
                request.tradeDocuments().size() + request.uploadedDocuments().size();
        if (papers > UpsDocuments.MOST_PAPERS) {
            check.wrong(
                    "trade_documents",
                    "are " + papers + " with those uploaded before; UPS takes " + UpsDocuments.MOST_PAPERS
                            + " a shipment");
        }
    }

    private static void dutyPayer(ShipmentRequest request, Payment payer, RequestCheck check) {
        if (UpsLane.of(request).crossesCustoms()) {
            Payment withAccount = payer.recipient()
                    .filter(account -> account.accountNumber().isEmpty())
                    .map(inCash -> Payment.bySender())
                    .orElse(payer);
            payment("customs.duty_payer", withAccount, check);
        } else {
            check.wrong("customs.duty_payer", "is not asked for: no customs border is crossed");
        }
    }

    private static void label(LabelSpec label, RequestCheck check) {
        label.stock()
                .filter(stock -> !STOCKS.contains(stock.toLowerCase(Locale.ROOT)))
                .ifPresent(stock -> check.wrong("label.stock", "is not 4x6 or 4x8 (inches)"));
        label.dpi().ifPresent(dpi -> check.wrong("label.dpi", "cannot be chosen with UPS"));
    }

    private static void mailedLabel(ShipmentRequest request, RequestCheck check) {
        boolean mailed = request.returnShipment()
                && UpsOptions.of(request).returnService().equals(UpsShipEncoder.LABEL_BY_MAIL);
        if (mailed && request.sender().flatMap(Address::email).isEmpty()) {
            check.missing("sender.email", "for a label that UPS sends by e-mail");
        }
    }
}
