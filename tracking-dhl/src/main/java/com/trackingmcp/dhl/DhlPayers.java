package com.trackingmcp.dhl;

import com.trackingmcp.model.BillingAccount;
import com.trackingmcp.model.Customs;
import com.trackingmcp.model.Incoterm;
import com.trackingmcp.model.Payment;
import com.trackingmcp.model.ShipmentRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whose accounts a shipment is billed to. Stateless.
 *
 * <p>The shipper's account is always named: the sender's where the payment names one, else the connection's own. It is what
 * the shipment can be found by later. A recipient or third party that pays is the payer beside it. Whoever pays duties and
 * taxes other than the recipient at the door is named, too.
 */
final class DhlPayers {
    private DhlPayers() {}

    /** The accounts of a purchase. */
    static List<DhlBody.Account> of(ShipmentRequest request, Optional<String> own) {
        List<DhlBody.Account> accounts = new ArrayList<>();
        shipper(request, own).ifPresent(number -> accounts.add(new DhlBody.Account("shipper", number)));
        payer(request)
                .flatMap(BillingAccount::accountNumber)
                .ifPresent(number -> accounts.add(new DhlBody.Account("payer", number)));
        duties(request, own).ifPresent(number -> accounts.add(new DhlBody.Account("duties-taxes", number)));
        return accounts;
    }

    /** The shipper's account; empty where neither the payment nor the connection names one. */
    static Optional<String> shipper(ShipmentRequest request, Optional<String> own) {
        return request.payment()
                .flatMap(Payment::sender)
                .flatMap(BillingAccount::accountNumber)
                .or(() -> own);
    }

    /** Who pays the carriage, where that is not the sender. */
    static Optional<BillingAccount> payer(ShipmentRequest request) {
        return request.payment().flatMap(payment -> payment.recipient().or(payment::thirdParty));
    }

    private static Optional<String> duties(ShipmentRequest request, Optional<String> own) {
        if (!DhlGoods.isDeclarable(request)) {
            return Optional.empty();
        }
        Optional<Payment> payer = request.customs().flatMap(Customs::dutyPayer);
        if (payer.isEmpty()) {
            return isDutyPaid(request) ? shipper(request, own) : Optional.empty();
        }
        Optional<String> senders =
                payer.get().sender().flatMap(account -> account.accountNumber().or(() -> shipper(request, own)));
        return senders.or(
                () -> payer.get().recipient().or(payer.get()::thirdParty).flatMap(BillingAccount::accountNumber));
    }

    /** Whether somebody other than the recipient pays duties and taxes: a service that DHL charges for. */
    static boolean isDutyPaid(ShipmentRequest request) {
        if (!DhlGoods.isDeclarable(request)) {
            return false;
        }
        Customs customs = request.customs().orElseThrow();
        return customs.dutyPayer()
                .map(payer -> payer.recipient().isEmpty())
                .orElseGet(() -> customs.incoterm().filter(Incoterm.DDP::equals).isPresent());
    }
}
