package com.trackingmcp.ups;

import com.trackingmcp.model.Commodity;
import com.trackingmcp.model.Customs;
import com.trackingmcp.model.Incoterm;
import com.trackingmcp.model.Invoice;
import com.trackingmcp.model.ShipmentRequest;
import com.trackingmcp.spi.RequestCheck;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What UPS needs of goods, and of papers for customs. Stateless. */
final class UpsCustomsChecks {
    private static final int MOST_COMMODITIES = 50;
    private static final int LONGEST_DESCRIPTION = 50;
    private static final int LONGEST_CONTENTS = 35;
    private static final int LONGEST_INVOICE_NUMBER = 35;
    private static final int LONGEST_REMARKS = 150;
    private static final int LONGEST_PART_NUMBER = 35;
    private static final BigDecimal MOST_UNITS = new BigDecimal("9999999");
    private static final int LONGEST_UNIT = 3;
    private static final int MOST_DECIMALS = 6;
    private static final int LONGEST_EMAIL = 50;
    private static final int LENGTH_OF_DOCUMENT_ID = 26;
    private static final Set<Incoterm> TERMS = EnumSet.of(
            Incoterm.CFR,
            Incoterm.CIF,
            Incoterm.CIP,
            Incoterm.CPT,
            Incoterm.DAF,
            Incoterm.DAP,
            Incoterm.DDP,
            Incoterm.DEQ,
            Incoterm.DES,
            Incoterm.EXW,
            Incoterm.FAS,
            Incoterm.FCA,
            Incoterm.FOB);
    private static final Set<String> ARTICLES = Set.of(
            "alcoholic_beverages",
            "diagnostic_specimens",
            "e_cigarettes",
            "perishables",
            "plants",
            "seeds",
            "special_exceptions",
            "tobacco");
    private static final Set<String> FORWARD_NOTIFICATIONS = Set.of("6", "7", "8");
    private static final Set<String> RETURN_NOTIFICATIONS = Set.of("2", "5", "7", "8");

    private UpsCustomsChecks() {}

    static void articles(ShipmentRequest request, RequestCheck check) {
        List<String> unknown = UpsOptions.of(request).texts(UpsOptions.RESTRICTED_ARTICLES).stream()
                .filter(article -> !ARTICLES.contains(article))
                .toList();
        if (!unknown.isEmpty()) {
            check.wrong(
                    "options." + UpsOptions.RESTRICTED_ARTICLES,
                    "knows " + ARTICLES.stream().sorted().collect(Collectors.joining(", ")));
        }
    }

    static void customs(ShipmentRequest request, RequestCheck check) {
        UpsLane lane = UpsLane.of(request);
        check.atMost(LONGEST_DESCRIPTION, "description", request.description());
        for (int i = 0; i < request.parcels().size(); i++) {
            check.atMost(
                    LONGEST_CONTENTS,
                    "parcels[" + i + "].contents",
                    request.parcels().get(i).contents());
        }
        boolean told = UpsPackages.of(request).goods().isPresent();
        if (!told && (lane.crossesCustoms() || request.returnShipment())) {
            check.missing("description", lane.crossesCustoms() ? "across a border" : "for a return");
        }
        notifications(request, check);
        if (lane.takesInvoice(request)) {
            request.customs().ifPresent(customs -> invoice(request, customs, check));
        }
        if (request.options().containsKey(UpsOptions.DOCUMENT_IDS)
                && (!lane.takesInvoice(request) || request.returnShipment())) {
            check.wrong(
                    "options." + UpsOptions.DOCUMENT_IDS, "is for goods that cross a customs border, and no return");
        }
        if (UpsOptions.of(request).flag(UpsOptions.EU_DE_MINIMIS) != null
                && !(lane.entersEuropeanUnion() && lane.takesInvoice(request))) {
            check.wrong("options." + UpsOptions.EU_DE_MINIMIS, "is for goods that enter the European Union");
        }
    }

    private static void notifications(ShipmentRequest request, RequestCheck check) {
        UpsOptions options = UpsOptions.of(request);
        List<String> mails = options.texts(UpsOptions.NOTIFICATION_EMAIL);
        List<String> codes = options.texts(UpsOptions.NOTIFICATIONS);
        mails.forEach(
                mail -> check.atMost(LONGEST_EMAIL, "options." + UpsOptions.NOTIFICATION_EMAIL, Optional.of(mail)));
        if (mails.isEmpty() && !codes.isEmpty()) {
            check.missing("options." + UpsOptions.NOTIFICATION_EMAIL, "with " + UpsOptions.NOTIFICATIONS);
        }
        Set<String> known = request.returnShipment() ? RETURN_NOTIFICATIONS : FORWARD_NOTIFICATIONS;
        if (!known.containsAll(codes)) {
            check.wrong(
                    "options." + UpsOptions.NOTIFICATIONS,
                    "takes " + known.stream().sorted().collect(Collectors.joining(", ")) + " for this shipment");
        }
    }

    private static void invoice(ShipmentRequest request, Customs customs, RequestCheck check) {
        customs.incoterm()
                .filter(term -> !TERMS.contains(term))
                .ifPresent(term -> check.wrong(
                        "customs.incoterm",
                        "is " + term + "; UPS takes "
                                + TERMS.stream().map(Enum::name).collect(Collectors.joining(", "))));
        if (customs.commodities().size() > MOST_COMMODITIES) {
            check.wrong(
                    "customs.commodities", "are " + customs.commodities().size() + "; UPS takes " + MOST_COMMODITIES);
        }
        Optional<Invoice> invoice = customs.invoice();
        check.atMost(LONGEST_INVOICE_NUMBER, "customs.invoice.number", invoice.flatMap(Invoice::number));
        check.atMost(LONGEST_REMARKS, "customs.invoice.remarks", invoice.flatMap(Invoice::remarks));
        for (int i = 0; i < customs.commodities().size(); i++) {
            goods("customs.commodities[" + i + "]", customs.commodities().get(i), check);
        }
        UpsOptions.of(request).texts(UpsOptions.DOCUMENT_IDS).stream()
                .filter(id -> id.length() != LENGTH_OF_DOCUMENT_ID)
                .forEach(id -> check.wrong(
                        "options." + UpsOptions.DOCUMENT_IDS,
                        "takes ids of " + LENGTH_OF_DOCUMENT_ID + " characters between commas"));
    }

    private static void goods(String path, Commodity goods, RequestCheck check) {
        goods.description()
                .filter(text -> UpsForms.lines(text).stream().anyMatch(line -> line.length() > UpsForms.LONGEST_LINE))
                .ifPresent(text -> check.wrong(
                        path + ".description",
                        "does not fit " + UpsForms.MOST_LINES + " lines of " + UpsForms.LONGEST_LINE + " characters"));
        goods.hsCode()
                .map(UpsForms::tariff)
                .filter(code -> !code.matches("[0-9A-Za-z]{6,15}"))
                .ifPresent(code -> check.wrong(path + ".hs_code", "is not 6 to 15 letters and digits"));
        goods.quantity()
                .filter(quantity -> quantity.signum() > 0)
                .filter(quantity -> quantity.stripTrailingZeros().scale() > 0 || quantity.compareTo(MOST_UNITS) > 0)
                .ifPresent(quantity -> check.wrong(path + ".quantity", "is no whole number of up to seven digits"));
        goods.unitPrice()
                .map(price -> price.amount())
                .filter(amount -> amount.signum() >= 0)
                .filter(amount -> amount.compareTo(BigDecimal.ZERO) == 0
                        || amount.stripTrailingZeros().scale() > MOST_DECIMALS)
                .ifPresent(amount ->
                        check.wrong(path + ".unit_price", "is not more than nothing with up to six decimals"));
        check.atMost(LONGEST_UNIT, path + ".quantity_unit", goods.quantityUnit());
        check.atMost(LONGEST_PART_NUMBER, path + ".part_number", goods.partNumber());
    }
}
