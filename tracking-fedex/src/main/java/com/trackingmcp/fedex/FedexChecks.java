package com.trackingmcp.fedex;

import com.trackingmcp.model.Address;
import com.trackingmcp.model.CatalogPackaging;
import com.trackingmcp.model.Commodity;
import com.trackingmcp.model.Customs;
import com.trackingmcp.model.Parcel;
import com.trackingmcp.model.ShipmentRequest;
import com.trackingmcp.model.Weight;
import com.trackingmcp.spi.RequestCheck;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What FedEx insists on, beyond what every carrier does: from its published descriptions and its reference guide.
 * Stateless.
 *
 * <p>Services and packagings that the catalogue does not have are let through: FedEx's lists are open.
 */
final class FedexChecks {
    private static final int MOST_LINES = 3;
    private static final int LONGEST_LINE = 35;
    private static final int LONGEST_CITY = 35;
    private static final int LONGEST_PERSON = 70;
    private static final int LONGEST_COMPANY = 35;
    private static final int MOST_DIGITS = 15;
    private static final int MOST_PARCELS = 30;
    private static final int LONGEST_CONTENTS = 50;
    static final int MOST_GOODS = 999;
    private static final int MOST_UNITS = 9_999;

    /** Countries of whose addresses FedEx needs the postal code; there are more. */
    private static final Set<String> WITH_POSTAL_CODES = Set.of("US", "CA", "PR");

    /** Sold by the LTL freight API alone. */
    private static final Set<String> LTL = Set.of("FEDEX_FREIGHT_PRIORITY", "FEDEX_FREIGHT_ECONOMY");

    private FedexChecks() {}

    static void forRates(ShipmentRequest request, RequestCheck check) {
        request.sender().ifPresent(sender -> postalCode("sender", sender, check));
        request.recipient().ifPresent(recipient -> postalCode("recipient", recipient, check));
        parcels(request, check);
        FedexOptionChecks.check(request, check);
        request.customs().ifPresent(customs -> customs(customs, check));
        request.service()
                .filter(LTL::contains)
                .ifPresent(service -> check.wrong(
                        "service", "is LTL freight, which FedEx sells through another API than its parcels"));
    }

    static void forShipping(ShipmentRequest request, List<String> stocks, RequestCheck check) {
        forRates(request, check);
        request.sender().ifPresent(sender -> party("sender", sender, check));
        request.recipient().ifPresent(recipient -> party("recipient", recipient, check));
        request.shipper().ifPresent(shipper -> {
            postalCode("shipper", shipper, check);
            party("shipper", shipper, check);
        });
        FedexReferences.check(request, check);
        FedexPapers.check(request, check);
        check.atMost(LONGEST_CONTENTS, "description", request.description());
        for (int i = 0; i < request.parcels().size(); i++) {
            check.atMost(
                    LONGEST_CONTENTS,
                    "parcels[" + i + "].contents",
                    request.parcels().get(i).contents());
        }
        request.label().ifPresent(label -> FedexLabels.check(label, stocks, check));
    }

    static void postalCode(String path, Address address, RequestCheck check) {
        address.country()
                .filter(WITH_POSTAL_CODES::contains)
                .ifPresent(country -> check.required(path + ".postal_code", address.postalCode()));
    }

    private static void party(String path, Address address, RequestCheck check) {
        List<String> lines = address.lines();
        names(path, address, check);
        for (int i = 0; i < lines.size(); i++) {
            check.atMost(
                    LONGEST_LINE,
                    path + ".lines[" + i + "]",
                    Optional.of(lines.get(i).strip()));
        }
        check.atMost(LONGEST_CITY, path + ".city", address.city());
        boolean ten =
                address.country().filter(FedexParties.TEN_DIGITS::contains).isPresent();
        check.required(path + ".phone", address.phone())
                .map(phone -> FedexParties.phone(phone, address.country()).length())
                .ifPresent(digits -> {
                    if (ten && digits != FedexParties.DIGITS) {
                        check.wrong(path + ".phone", "has " + digits + " digits; FedEx takes ten in the US and Canada");
                    } else if (digits == 0 || digits > MOST_DIGITS) {
                        check.wrong(path + ".phone", "has " + digits + " digits; FedEx takes 15 at most");
                    }
                });
    }

    /** What FedEx takes of anybody's name and address, wherever it asks for one. */
    static void names(String path, Address address, RequestCheck check) {
        if (FedexParties.lines(address).size() > MOST_LINES) {
            check.wrong(path + ".lines", "are more than three, which FedEx would ignore");
        }
        check.atMost(LONGEST_PERSON, path + ".person", address.person());
        check.atMost(LONGEST_COMPANY, path + ".company", address.company());
        boolean two =
                address.country().filter(FedexParties.TEN_DIGITS::contains).isPresent();
        address.stateOrProvince()
                .filter(state -> two && state.strip().length() != 2)
                .ifPresent(state -> check.wrong(path + ".state_or_province", "has not two letters"));
    }

    private static void parcels(ShipmentRequest request, RequestCheck check) {
        List<Parcel> parcels = request.parcels();
        if (parcels.size() > MOST_PARCELS) {
            check.wrong("parcels", "are " + parcels.size() + "; FedEx takes " + MOST_PARCELS + " at once");
        }
        Optional<String> packaging =
                parcels.stream().findFirst().map(first -> first.packaging().orElse("YOUR_PACKAGING"));
        for (int i = 0; i < parcels.size(); i++) {
            String path = "parcels[" + i + "]";
            Parcel parcel = parcels.get(i);
            if (!packaging.equals(Optional.of(parcel.packaging().orElse("YOUR_PACKAGING")))) {
                check.wrong(path + ".packaging", "is not that of the first parcel; FedEx takes one for all");
            }
            weight(path + ".weight", request, parcel, check);
        }
        long currencies = parcels.stream()
                .flatMap(parcel -> parcel.declaredValue().stream())
                .map(value -> value.currency())
                .distinct()
                .count();
        if (currencies > 1) {
            check.wrong("parcels", "are declared in several currencies; FedEx takes one");
        }
    }

    /** Freight is as heavy as it likes, in packaging of the sender's. */
    private static void weight(String path, ShipmentRequest request, Parcel parcel, RequestCheck check) {
        String packaging = parcel.packaging().orElse("YOUR_PACKAGING");
        boolean freight = packaging.equals("YOUR_PACKAGING")
                && request.service()
                        .filter(service -> service.contains("FREIGHT"))
                        .isPresent();
        Optional<Weight> most = FedexCatalog.get().packagings().stream()
                .filter(known -> known.code().equals(packaging) && !freight)
                .findFirst()
                .flatMap(CatalogPackaging::maxWeight);
        most.filter(limit -> parcel.weight()
                        .filter(weight -> pounds(weight).compareTo(pounds(limit)) > 0)
                        .isPresent())
                .ifPresent(limit -> check.wrong(path, "is more than " + limit + ", the most in " + packaging));
    }

    private static BigDecimal pounds(Weight weight) {
        return weight.to(Weight.Unit.LB, 2, RoundingMode.HALF_UP).value();
    }

    private static void customs(Customs customs, RequestCheck check) {
        if (customs.commodities().size() > MOST_GOODS) {
            check.wrong("customs.commodities", "are more than " + MOST_GOODS);
        }
        for (int i = 0; i < customs.commodities().size(); i++) {
            Commodity goods = customs.commodities().get(i);
            String path = "customs.commodities[" + i + "]";
            check.required(path + ".weight", goods.weight());
            quantity(path, goods, check);
        }
    }

    /** Customs may count what they like; FedEx counts pieces. */
    static void quantity(String path, Commodity goods, RequestCheck check) {
        goods.quantity()
                .filter(quantity -> quantity.stripTrailingZeros().scale() > 0
                        || quantity.compareTo(BigDecimal.valueOf(MOST_UNITS)) > 0)
                .ifPresent(quantity -> check.wrong(
                        path + ".quantity", "is no whole number up to " + MOST_UNITS + ", as FedEx counts"));
    }
}
