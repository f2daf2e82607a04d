package com.trackingmcp.mcp.internal.tools;

import com.trackingmcp.mcp.internal.book.QuoteBook.Quote;
import com.trackingmcp.mcp.internal.book.ShipmentBook.Entry;
import com.trackingmcp.mcp.internal.confirm.Deed.Terms;
import com.trackingmcp.model.Customs;
import com.trackingmcp.model.Incoterm;
import com.trackingmcp.model.Money;
import com.trackingmcp.model.Parcel;
import com.trackingmcp.model.Rate;
import com.trackingmcp.model.Shipment;
import com.trackingmcp.model.ShipmentRequest;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is told of a purchase, before and after it. Stateless. */
final class PurchaseWords {
    private static final int PARCELS = 3;

    private PurchaseWords() {}

    /**
     * What a person agrees to.
     *
     * @param now what the carrier offers for the same now; absent where it tells none
     */
    static Terms terms(Quote quote, ShipmentRequest request, Optional<Rate> now, boolean canCancel) {
        Rate rate = quote.rate();
        StringBuilder question = new StringBuilder("Buy a label of ")
                .append(RateView.service(rate))
                .append(" for ")
                .append(rate.total())
                .append("? It costs money, charged to the account of ")
                .append(rate.connection())
                .append('.');
        if (now.isEmpty()) {
            question.append("\nThe carrier tells no price for it now: it may be another, or refused.");
        }
        now.map(Rate::total)
                .filter(price -> !price.equals(rate.total()))
                .ifPresent(price ->
                        question.append("\nThe carrier asks ").append(price).append(" for the same now."));
        request.sender().ifPresent(from -> question.append("\nFrom: ").append(AddressView.line(from)));
        request.recipient().ifPresent(to -> question.append("\nTo: ").append(AddressView.line(to)));
        question.append("\nParcels: ").append(parcels(request));
        request.customs()
                .flatMap(Customs::incoterm)
                .ifPresent(term -> question.append("\nDuties: ")
                        .append(term.name())
                        .append(term == Incoterm.DDP ? ", charged to the sender beside this price" : ""));
        request.shipDate().ifPresent(day -> question.append("\nHanded over: ").append(day));
        Delivery.words(rate.delivery(), rate.transitDays())
                .ifPresent(when -> question.append("\nWhen: ").append(when));
        question.append(Notes.lines(rate.alerts()))
                .append('\n')
                .append(
                        canCancel
                                ? "It can be cancelled with cancel_shipment, as long as the carrier allows."
                                : rate.connection() + " cannot cancel it through this server.");
        return new Terms(question.toString(), quote.id());
    }

    private static String parcels(ShipmentRequest request) {
        String some = request.parcels().stream()
                .limit(PARCELS)
                .map(PurchaseWords::parcel)
                .collect(Collectors.joining("; "));
        int more = request.parcels().size() - PARCELS;
        return more > 0 ? some + "; and " + more + " more" : some;
    }

    private static String parcel(Parcel parcel) {
        return parcel.weight().map(weight -> weight.toString()).orElse("no weight")
                + parcel.dimensions().map(size -> ", " + size).orElse("")
                + parcel.declaredValue().map(value -> ", declared " + value).orElse("");
    }

    /** What was bought. */
    static String bought(Quote quote, Entry entry, boolean canCancel) {
        Shipment shipment = entry.shipment();
        Money quoted = quote.rate().total();
        Money price = shipment.price().orElse(quoted);
        String cancel = "\nCancel it with cancel_shipment"
                + shipment.voidUntil().map(until -> " until " + until).orElse(", as long as the carrier allows") + ".";
        return "Bought " + RateView.service(quote.rate()) + " for " + price
                + (price.equals(quoted) ? "" : ", quoted at " + quoted)
                + ".\nShipment " + entry.id() + ", tracking number " + shipment.trackingNumber()
                + (shipment.parcels().size() > 1 ? " and " + (shipment.parcels().size() - 1) + " more" : "") + "\n"
                + ShipmentView.labelWords(entry)
                + (canCancel ? cancel : "")
                + Notes.lines(shipment.alerts());
    }
}
