package com.trackingmcp.mcp.internal.tools;

import com.trackingmcp.mcp.internal.book.QuoteBook.Quote;
import com.trackingmcp.mcp.internal.tool.Arguments;
import com.trackingmcp.model.Address;
import com.trackingmcp.model.Commodity;
import com.trackingmcp.model.Customs;
import com.trackingmcp.model.Rate;
import com.trackingmcp.model.ShipmentRequest;
import com.trackingmcp.spi.RequestCheck;
import java.util.List;
import java.util.Optional;

/**
 * A quoted shipment, and what a purchase says beside the quote: what the price does not depend on may be added, what it
 * depends on may not be changed. Stateless.
 */
final class QuotedShipment {
    private QuotedShipment() {}

    /** The shipment to buy; what would change the price is told. */
    static ShipmentRequest merge(Quote quote, Arguments arguments, ShipmentRequest given, RequestCheck check) {
        ShipmentRequest quoted = quote.shipment();
        checkOffer(quote.rate(), arguments, check);
        unchanged("ship_date", quoted.shipDate(), given.shipDate(), check);
        if (!given.parcels().isEmpty() && !given.parcels().equals(quoted.parcels())) {
            wrong(arguments.has("packages") ? "packages" : "weight", check);
        }
        extras(quoted, arguments, given, check);
        return ShipmentRequest.builder()
                .from(quoted)
                .sender(address(ShipmentArguments.FROM, quoted.sender(), given.sender(), check))
                .recipient(address(ShipmentArguments.TO, quoted.recipient(), given.recipient(), check))
                .customs(customs(quoted.customs(), given.customs(), check))
                .description(given.description().or(quoted::description))
                .label(given.label().or(quoted::label))
                .references(given.references().isEmpty() ? quoted.references() : given.references())
                .build();
    }

    private static void extras(ShipmentRequest quoted, Arguments arguments, ShipmentRequest given, RequestCheck check) {
        extra("signature", quoted.signature(), given.signature(), arguments, check);
        extra("saturday_delivery", quoted.saturdayDelivery(), given.saturdayDelivery(), arguments, check);
        extra("is_return", quoted.returnShipment(), given.returnShipment(), arguments, check);
        extra("options", quoted.options(), given.options(), arguments, check);
    }

    private static void extra(String name, Object quoted, Object given, Arguments arguments, RequestCheck check) {
        if (arguments.has(name) && !given.equals(quoted)) {
            wrong(name, check);
        }
    }

    private static Optional<Customs> customs(Optional<Customs> quoted, Optional<Customs> given, RequestCheck check) {
        if (quoted.isEmpty() || given.isEmpty()) {
            return quoted.or(() -> given);
        }
        List<Commodity> before = quoted.get().commodities();
        List<Commodity> now = given.get().commodities();
        if (!before.isEmpty() && !now.isEmpty() && !before.equals(now)) {
            wrong("items", check);
        }
        return Optional.of(Customs.builder()
                .from(quoted.get())
                .commodities(before.isEmpty() ? now : before)
                .contentType(given.get().contentType().or(quoted.get()::contentType))
                .incoterm(given.get().incoterm().or(quoted.get()::incoterm))
                .build());
    }

    private static void checkOffer(Rate rate, Arguments arguments, RequestCheck check) {
        arguments
                .text("carrier")
                .filter(name -> !name.equals(rate.connection()) && !name.equals(rate.carrier()))
                .ifPresent(name -> check.wrong("carrier", "is not that of the quote, which is " + rate.connection()));
        arguments
                .text("service")
                .filter(code -> !code.equals(rate.service()))
                .ifPresent(code -> check.wrong("service", "is not that of the quote, which is " + rate.service()));
    }

    private static Optional<Address> address(
            String prefix, Optional<Address> quoted, Optional<Address> given, RequestCheck check) {
        Address before = quoted.orElseGet(() -> Address.builder().build());
        Address now = given.orElseGet(() -> Address.builder().build());
        unchanged(prefix + "country", before.country(), now.country(), check);
        unchanged(prefix + "postal_code", before.postalCode(), now.postalCode(), check);
        unchanged(prefix + "residential", before.residential(), now.residential(), check);
        return Optional.of(Address.builder()
                .from(before)
                .person(now.person().or(before::person))
                .company(now.company().or(before::company))
                .phone(now.phone().or(before::phone))
                .email(now.email().or(before::email))
                .lines(lines(prefix, before.lines(), now.lines(), check))
                .city(added(prefix + "city", before.city(), now.city(), check))
                .stateOrProvince(added(prefix + "state", before.stateOrProvince(), now.stateOrProvince(), check))
                .build());
    }

    /** A street may be told where the price was asked without; another one is another place. */
    private static List<String> lines(String prefix, List<String> before, List<String> now, RequestCheck check) {
        if (before.isEmpty() || now.isEmpty() || before.equals(now)) {
            return before.isEmpty() ? now : before;
        }
        boolean sameStreet = before.get(0).equals(now.get(0));
        if (sameStreet && before.size() == 1) {
            return now;
        }
        wrong(prefix + (sameStreet ? "street2" : "street"), check);
        return before;
    }

    private static Optional<String> added(
            String name, Optional<String> before, Optional<String> now, RequestCheck check) {
        if (before.isPresent()) {
            unchanged(name, before, now, check);
            return before;
        }
        return now;
    }

    private static <T> void unchanged(String name, Optional<T> before, Optional<T> now, RequestCheck check) {
        if (now.isPresent() && !now.equals(before)) {
            wrong(name, check);
        }
    }

    private static void wrong(String name, RequestCheck check) {
        check.wrong(name, "is not that of the quote, and the price may depend on it: ask for rates anew");
    }
}
