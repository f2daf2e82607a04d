package com.trackingmcp.dhl;

import com.trackingmcp.model.Address;
import com.trackingmcp.model.Commodity;
import com.trackingmcp.model.Incoterm;
import com.trackingmcp.model.LandedCostRequest;
import com.trackingmcp.model.Money;
import com.trackingmcp.model.Parcel;
import com.trackingmcp.model.Weight;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes the question for landed costs. Stateless.
 *
 * <p>DHL parts sales to companies from those to persons: which it is is told where the recipient's address or the kind of
 * goods says so.
 */
final class DhlLandedCostEncoder {
    private static final String CARRIER = "DHL";

    /** Without a code DHL offers the highest, the lowest and the middle of the rates that may apply. */
    private static final String MIDDLE_RATE = "center_rate";

    private DhlLandedCostEncoder() {}

    /** A request that was checked. */
    static DhlLandedCostWire.Question encode(LandedCostRequest request, String account) {
        List<Parcel> parcels = parcels(request);
        DhlMeasures measures = DhlMeasures.of(parcels);
        return new DhlLandedCostWire.Question(
                new DhlRateWire.Parties(
                        DhlRateEncoder.place(request.sender().orElseThrow()),
                        DhlRateEncoder.place(request.recipient().orElseThrow())),
                List.of(new DhlBody.Account("shipper", account)),
                request.service().orElse(null),
                measures.word(),
                currency(request),
                true,
                request.incoterm().map(Incoterm.DDP::equals).orElse(null),
                true,
                charges(request),
                purpose(request),
                CARRIER,
                DhlPackages.priced(parcels, measures),
                items(request, measures));
    }

    /** That asked for, else that of the goods. */
    static String currency(LandedCostRequest request) {
        return request.currency()
                .orElseGet(() -> request.commodities()
                        .get(0)
                        .unitPrice()
                        .orElseThrow()
                        .currency()
                        .getCurrencyCode());
    }

    private static List<Parcel> parcels(LandedCostRequest request) {
        if (!request.parcels().isEmpty()) {
            return request.parcels();
        }
        List<Weight> weights = request.commodities().stream()
                .flatMap(goods -> goods.weight().stream())
                .toList();
        return List.of(Parcel.builder().weight(DhlMeasures.sum(weights)).build());
    }

    private static @Nullable List<DhlLandedCostWire.Added> charges(LandedCostRequest request) {
        List<DhlLandedCostWire.Added> charges = new ArrayList<>();
        request.freight().ifPresent(cost -> charges.add(added("freight", cost)));
        request.insurance().ifPresent(cost -> charges.add(added("insurance", cost)));
        return charges.isEmpty() ? null : charges;
    }

    private static DhlLandedCostWire.Added added(String type, Money cost) {
        return new DhlLandedCostWire.Added(
                type, DhlMeasures.plain(cost.amount()), cost.currency().getCurrencyCode());
    }

    private static @Nullable String purpose(LandedCostRequest request) {
        Optional<Boolean> home = request.recipient().flatMap(Address::residential);
        if (home.orElse(false) || DhlExport.isPersonal(request.contentType())) {
            return "personal";
        }
        return home.isPresent() ? "commercial" : null;
    }

    private static List<DhlLandedCostWire.Item> items(LandedCostRequest request, DhlMeasures measures) {
        List<DhlLandedCostWire.Item> items = new ArrayList<>();
        for (Commodity goods : request.commodities()) {
            items.add(item(items.size() + 1, goods, measures));
        }
        return items;
    }

    private static DhlLandedCostWire.Item item(int number, Commodity goods, DhlMeasures measures) {
        Money price = goods.unitPrice().orElseThrow();
        Optional<String> code = DhlParties.filled(goods.hsCode());
        Optional<BigDecimal> weight = goods.weight().map(measures::weight);
        return new DhlLandedCostWire.Item(
                number,
                DhlParties.filled(goods.description()).orElse(null),
                goods.originCountry().orElseThrow(),
                DhlParties.filled(goods.partNumber()).orElse(null),
                DhlMeasures.plain(goods.quantity().orElseThrow()),
                goods.quantityUnit().map(DhlLandedCostEncoder::quantityType).orElse(null),
                DhlMeasures.plain(price.amount()),
                price.currency().getCurrencyCode(),
                code.orElse(null),
                weight.orElse(null),
                weight.map(told -> measures.word()).orElse(null),
                code.isPresent() ? null : MIDDLE_RATE);
    }

    /** DHL parts boxes from parts here, and knows no other units. */
    private static @Nullable String quantityType(String unit) {
        return switch (unit) {
            case "BOX" -> "box";
            case DhlExport.PIECES -> "prt";
            default -> null;
        };
    }
}
