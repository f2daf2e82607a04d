package com.trackingmcp.ups;

import com.trackingmcp.model.Commodity;
import com.trackingmcp.model.ContentType;
import com.trackingmcp.model.Customs;
import com.trackingmcp.model.Invoice;
import com.trackingmcp.model.Money;
import com.trackingmcp.model.Reference;
import com.trackingmcp.model.ShipmentRequest;
import com.trackingmcp.ups.UpsParts.Amount;
import com.trackingmcp.ups.UpsParts.Unit;
import com.trackingmcp.ups.UpsShipWire.Contacts;
import com.trackingmcp.ups.UpsShipWire.Forms;
import com.trackingmcp.ups.UpsShipWire.Product;
import com.trackingmcp.ups.UpsShipWire.ProductUnit;
import com.trackingmcp.ups.UpsShipWire.UserForm;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The papers for customs that UPS makes: an invoice, a partial invoice for returns, or, where the catalogue's option names
 * documents that were uploaded before, those instead. Stateless.
 *
 * <p>Units are pieces where none is named, and an invoice without a number of its own has that of the first reference, for
 * UPS wants one. The invoice has no place for the weights of goods, nor for who signs the declaration.
 */
final class UpsForms {
    static final int LONGEST_LINE = 35;
    static final int MOST_LINES = 3;
    private static final String INVOICE = "01";
    private static final String PARTIAL_INVOICE = "05";
    private static final String UPLOADED = "07";
    private static final String PIECES = "PCS";
    private static final BigDecimal EU_DE_MINIMIS = new BigDecimal("150");

    private UpsForms() {}

    static Optional<Forms> of(ShipmentRequest request, LocalDate today) {
        if (!UpsLane.of(request).takesInvoice(request)) {
            return Optional.empty();
        }
        return request.customs().map(customs -> forms(request, customs, today));
    }

    private static Forms forms(ShipmentRequest request, Customs customs, LocalDate today) {
        List<String> uploaded = UpsOptions.of(request).texts(UpsOptions.DOCUMENT_IDS);
        String made = request.returnShipment() ? PARTIAL_INVOICE : INVOICE;
        LocalDate date =
                customs.invoice().flatMap(Invoice::date).or(request::shipDate).orElse(today);
        return new Forms(
                List.of(uploaded.isEmpty() ? made : UPLOADED),
                uploaded.isEmpty() ? null : new UserForm(uploaded),
                request.recipient()
                        .map(buyer -> new Contacts(UpsParties.party(buyer, UpsParties.Role.SOLD_TO, null)))
                        .orElse(null),
                customs.commodities().stream().map(UpsForms::product).toList(),
                invoiceNumber(request, customs).orElse(null),
                DateTimeFormatter.BASIC_ISO_DATE.format(date),
                customs.incoterm().map(Enum::name).orElse(null),
                reason(customs.contentType().orElse(ContentType.MERCHANDISE)),
                customs.invoice().flatMap(Invoice::remarks).orElse(null),
                currency(customs).orElse(null));
    }

    private static Optional<String> invoiceNumber(ShipmentRequest request, Customs customs) {
        return customs.invoice()
                .flatMap(Invoice::number)
                .or(() -> request.references().stream().findFirst().map(Reference::value));
    }

    private static String reason(ContentType contents) {
        return switch (contents) {
            case MERCHANDISE -> "SALE";
            case GIFT -> "GIFT";
            case SAMPLE -> "SAMPLE";
            case RETURNED_GOODS -> "RETURN";
            case REPAIR -> "REPAIR";
            case NOT_SOLD -> "INTERCOMPANYDATA";
            case DOCUMENTS -> "DOCUMENTS";
            case PERSONAL_EFFECTS -> "PERSONAL EFFECTS";
        };
    }

    private static Product product(Commodity goods) {
        return new Product(
                lines(goods.description().orElse("")),
                new ProductUnit(
                        whole(goods.quantity().orElse(BigDecimal.ONE)),
                        new Unit(goods.quantityUnit().orElse(PIECES), null),
                        goods.unitPrice().map(UpsPackages::text).orElse("0")),
                goods.hsCode().map(UpsForms::tariff).orElse(null),
                goods.partNumber().orElse(null),
                goods.originCountry().orElse(null));
    }

    static String tariff(String hsCode) {
        return hsCode.replaceAll("[.\\s]", "");
    }

    private static String whole(BigDecimal quantity) {
        return quantity.stripTrailingZeros().toPlainString();
    }

    /** A text in at most three lines, broken between words where that can be. */
    static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        String rest = text.strip();
        while (rest.length() > LONGEST_LINE && lines.size() < MOST_LINES - 1) {
            int blank = rest.lastIndexOf(' ', LONGEST_LINE);
            int end = blank > 0 ? blank : LONGEST_LINE;
            lines.add(rest.substring(0, end).strip());
            rest = rest.substring(end).strip();
        }
        lines.add(rest);
        return lines;
    }

    private static Optional<String> currency(Customs customs) {
        return customs.commodities().stream()
                .flatMap(goods -> goods.unitPrice().stream())
                .map(price -> price.currency().getCurrencyCode())
                .findFirst();
    }

    /**
     * What the goods are worth together: those of the customs papers, else what the parcels are declared at; empty where
     * nothing is told, or in several currencies.
     */
    static Optional<Money> value(ShipmentRequest request) {
        List<Money> values = request.customs().stream()
                .flatMap(customs -> customs.commodities().stream())
                .flatMap(goods -> goods.totalValue().stream())
                .toList();
        List<Money> all = values.isEmpty()
                ? request.parcels().stream()
                        .flatMap(parcel -> parcel.declaredValue().stream())
                        .toList()
                : values;
        boolean sameCurrency = all.stream().map(Money::currency).distinct().count() == 1;
        return sameCurrency
                ? all.stream().reduce((one, other) -> new Money(one.amount().add(other.amount()), one.currency()))
                : Optional.empty();
    }

    /**
     * Whether goods for the European Union are worth no more than 150 euros, which UPS asks for: as the option says, else
     * where they are priced in euros; not told where it would be a guess.
     */
    static Optional<String> deMinimis(ShipmentRequest request) {
        UpsLane lane = UpsLane.of(request);
        if (!lane.entersEuropeanUnion() || !lane.takesInvoice(request)) {
            return Optional.empty();
        }
        return UpsOptions.of(request)
                .text(UpsOptions.EU_DE_MINIMIS)
                .map(answer -> answer.equals("true") ? "Y" : "N")
                .or(() -> value(request)
                        .filter(total -> total.currency().getCurrencyCode().equals("EUR"))
                        .map(total -> total.amount().compareTo(EU_DE_MINIMIS) <= 0 ? "Y" : "N"));
    }

    /** The total in whole units of its currency, at least one: UPS takes no fractions of it; rounded up. */
    static Optional<Amount> invoiceTotal(ShipmentRequest request) {
        return value(request)
                .map(total -> new Amount(
                        total.currency().getCurrencyCode(),
                        total.amount()
                                .setScale(0, RoundingMode.UP)
                                .max(BigDecimal.ONE)
                                .toPlainString()));
    }
}
