package com.trackingmcp.ups;

import com.trackingmcp.model.BillingAccount;
import com.trackingmcp.model.Customs;
import com.trackingmcp.model.Incoterm;
import com.trackingmcp.model.Payment;
import com.trackingmcp.model.ShipmentRequest;
import com.trackingmcp.ups.UpsParts.Charges;
import com.trackingmcp.ups.UpsParts.Payer;
import com.trackingmcp.ups.UpsParts.PayerPlace;
import com.trackingmcp.ups.UpsParts.ShipmentCharge;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Who pays, as UPS takes it: the carriage, and duties and taxes where customs stand between. Stateless.
 *
 * <p>Duties are the recipient's with UPS where nothing is said; they are the sender's where that is said, or the goods
 * travel "delivered duty paid".
 */
final class UpsPayments {
    private static final String TRANSPORTATION = "01";
    private static final String DUTIES = "02";

    private UpsPayments() {}

    /** The account UPS is to take for the shipper's: the one the sender pays with, else the connection's own. */
    static Optional<String> shipperNumber(ShipmentRequest request, Optional<String> own) {
        return request.payment()
                .flatMap(Payment::sender)
                .flatMap(BillingAccount::accountNumber)
                .or(() -> own)
                .map(number -> number.strip().toUpperCase(Locale.ROOT));
    }

    static Charges charges(ShipmentRequest request, String shipperNumber) {
        List<ShipmentCharge> charges = new ArrayList<>();
        charges.add(charge(TRANSPORTATION, request.payment().orElse(Payment.bySender()), shipperNumber));
        if (UpsLane.of(request).crossesCustoms()) {
            duties(request, shipperNumber).ifPresent(charges::add);
        }
        return new Charges(charges);
    }

    private static Optional<ShipmentCharge> duties(ShipmentRequest request, String shipperNumber) {
        Optional<Payment> payer = request.customs().flatMap(Customs::dutyPayer);
        if (payer.isEmpty()) {
            return request.customs()
                    .flatMap(Customs::incoterm)
                    .filter(Incoterm.DDP::equals)
                    .map(paid -> charge(DUTIES, Payment.bySender(), shipperNumber));
        }
        boolean inCash = payer.flatMap(Payment::recipient)
                .filter(account -> account.accountNumber().isEmpty())
                .isPresent();
        return inCash ? Optional.empty() : payer.map(paying -> charge(DUTIES, paying, shipperNumber));
    }

    private static ShipmentCharge charge(String type, Payment payment, String shipperNumber) {
        if (payment.recipient().isPresent()) {
            BillingAccount account = payment.recipient().get();
            Optional<PayerPlace> place = postalCode(account).map(code -> new PayerPlace(code, null));
            return new ShipmentCharge(type, null, new Payer(number(account), place.orElse(null)), null);
        }
        if (payment.thirdParty().isPresent()) {
            BillingAccount account = payment.thirdParty().get();
            PayerPlace place = new PayerPlace(
                    postalCode(account).orElse(null), account.country().orElse(null));
            return new ShipmentCharge(type, null, null, new Payer(number(account), place));
        }
        String paying = payment.sender()
                .map(UpsPayments::number)
                .filter(number -> !number.isEmpty())
                .orElse(shipperNumber);
        return new ShipmentCharge(type, new Payer(paying, null), null, null);
    }

    private static String number(BillingAccount account) {
        return account.accountNumber().orElse("").strip().toUpperCase(Locale.ROOT);
    }

    private static Optional<String> postalCode(BillingAccount account) {
        return account.postalCode()
                .map(code -> UpsParties.postalCode(code, account.country().orElse("US")));
    }
}
