package com.trackingmcp.fedex;

import com.trackingmcp.fedex.FedexParts.Account;
import com.trackingmcp.fedex.FedexParts.CustomerReference;
import com.trackingmcp.fedex.FedexParts.PackageItem;
import com.trackingmcp.fedex.FedexParts.Party;
import com.trackingmcp.fedex.FedexShipWire.CommercialInvoice;
import com.trackingmcp.fedex.FedexShipWire.CustomsClearance;
import com.trackingmcp.fedex.FedexShipWire.DocumentFormat;
import com.trackingmcp.fedex.FedexShipWire.ExportDetail;
import com.trackingmcp.fedex.FedexShipWire.InvoiceDetail;
import com.trackingmcp.fedex.FedexShipWire.Notification;
import com.trackingmcp.fedex.FedexShipWire.Notified;
import com.trackingmcp.fedex.FedexShipWire.Papers;
import com.trackingmcp.fedex.FedexShipWire.Purchase;
import com.trackingmcp.fedex.FedexShipWire.Shipment;
import com.trackingmcp.model.Address;
import com.trackingmcp.model.BillingAccount;
import com.trackingmcp.model.Customs;
import com.trackingmcp.model.Incoterm;
import com.trackingmcp.model.Invoice;
import com.trackingmcp.model.LabelSpec;
import com.trackingmcp.model.Parcel;
import com.trackingmcp.model.Payment;
import com.trackingmcp.model.ShipmentRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One purchase as FedEx wants it: all parcels in one call, labels in the answer. One for each purchase. */
final class FedexShipEncoder {
    private static final List<String> EVENTS =
            List.of("ON_SHIPMENT", "ON_TENDER", "ON_ESTIMATED_DELIVERY", "ON_EXCEPTION", "ON_DELIVERY");

    private final ShipmentRequest request;
    private final String account;
    private final FedexUnits units;
    private final FedexOptions options;
    private final FedexServices services;

    private FedexShipEncoder(ShipmentRequest request, String account) {
        this.request = request;
        this.account = account;
        this.units = FedexUnits.of(request);
        this.options = FedexOptions.of(request);
        this.services = new FedexServices(request, units, true);
    }

    static Purchase encode(ShipmentRequest request, String account) {
        FedexShipEncoder encoder = new FedexShipEncoder(request, account);
        return new Purchase("LABEL", new Account(account), "SYNCHRONOUS_ONLY", encoder.shipment());
    }

    /** Who asked for a label, and of what; a PDF where nobody said. */
    static LabelSpec label(ShipmentRequest request) {
        return request.label().orElseGet(() -> LabelSpec.builder().build());
    }

    private Shipment shipment() {
        Address sender = request.sender().orElseThrow();
        Optional<String> currency = options.text(FedexOptions.PREFERRED_CURRENCY);
        List<String> tariffs = new ArrayList<>(List.of("ACCOUNT"));
        currency.ifPresent(wanted -> tariffs.add("PREFERRED"));
        return new Shipment(
                request.shipDate().map(Object::toString).orElse(null),
                FedexGoods.declared(request.parcels()).orElse(null),
                FedexParties.party(request.shipper().orElse(sender), null),
                List.of(recipient()),
                request.shipper().map(shipper -> origin(sender)).orElse(null),
                services.pickupType(),
                request.service().orElseThrow(),
                services.packaging(),
                FedexUnits.totalPounds(request.parcels()),
                FedexParties.paidBy(request.payment().orElseGet(Payment::bySender), account),
                services.ofShipment(),
                options.text(FedexOptions.NOTIFY)
                        .map(FedexShipEncoder::notification)
                        .orElse(null),
                request.customs().map(this::customs).orElse(null),
                services.smartPost(),
                options.has(FedexOptions.BLOCK_VISIBILITY) ? true : null,
                FedexLabels.label(label(request)),
                request.customs().map(customs -> papers()).orElse(null),
                tariffs,
                currency.orElse(null),
                request.parcels().size(),
                parcels());
    }

    private Party recipient() {
        return FedexParties.party(
                request.recipient().orElseThrow(),
                options.text(FedexOptions.DELIVERY_INSTRUCTIONS).orElse(null));
    }

    /** Where the parcels are handed over has no tax ids: those are the shipper's. */
    private static Party origin(Address sender) {
        Party party = FedexParties.party(sender, null);
        return new Party(party.contact(), party.address(), null, null);
    }

    private static Notification notification(String address) {
        return new Notification(
                "PER_SHIPMENT", List.of(new Notified("OTHER", address, "HTML", "EMAIL", "en_US", EVENTS)));
    }

    private List<PackageItem> parcels() {
        List<PackageItem> items = new ArrayList<>();
        for (Parcel parcel : request.parcels()) {
            items.add(new PackageItem(
                    items.size() + 1,
                    options.text(FedexOptions.SUB_PACKAGING).orElse(null),
                    FedexReferences.of(request, parcel),
                    parcel.declaredValue().map(FedexParties::amount).orElse(null),
                    units.weight(parcel.weight().orElseThrow()),
                    parcel.dimensions().map(units::size).orElse(null),
                    1,
                    parcel.contents().or(request::description).orElse(null),
                    services.ofParcel()));
        }
        return items;
    }

    /** FedEx prints the commercial invoice too, on the only paper it has for it. */
    private static Papers papers() {
        return new Papers(List.of("COMMERCIAL_INVOICE"), new InvoiceDetail(new DocumentFormat("PAPER_LETTER", "PDF")));
    }

    private CustomsClearance customs(Customs customs) {
        return new CustomsClearance(
                invoice(customs),
                options.text(FedexOptions.FREIGHT_ON_VALUE).orElse(null),
                FedexParties.paidBy(dutyPayer(customs), account),
                FedexGoods.of(request, customs, units),
                FedexGoods.areDocuments(customs),
                export(),
                FedexGoods.total(customs).orElse(null),
                options.money(FedexOptions.INSURANCE_CHARGE)
                        .map(FedexParties::amount)
                        .orElse(null));
    }

    /** The recipient pays duties where nobody else is named, and needs no account to do so. */
    private static Payment dutyPayer(Customs customs) {
        boolean delivered = customs.incoterm().filter(Incoterm.DDP::equals).isPresent();
        return customs.dutyPayer()
                .orElseGet(() -> delivered ? Payment.bySender() : Payment.byRecipient(BillingAccount.own()));
    }

    private CommercialInvoice invoice(Customs customs) {
        Optional<Invoice> invoice = customs.invoice();
        return new CommercialInvoice(
                customs.signer().orElse(null),
                invoice.flatMap(Invoice::remarks).map(List::of).orElse(null),
                invoice.flatMap(Invoice::number)
                        .map(number -> List.of(new CustomerReference("INVOICE_NUMBER", number)))
                        .orElse(null),
                options.money(FedexOptions.FREIGHT_CHARGE)
                        .map(FedexParties::amount)
                        .orElse(null),
                customs.incoterm().map(Incoterm::name).orElse(null),
                FedexGoods.purpose(customs));
    }

    private @Nullable ExportDetail export() {
        Optional<String> filing = options.text(FedexOptions.B13A_FILING);
        Optional<String> statement = options.text(FedexOptions.EXPORT_STATEMENT);
        return filing.isEmpty() && statement.isEmpty()
                ? null
                : new ExportDetail(filing.orElse(null), statement.orElse(null));
    }
}
