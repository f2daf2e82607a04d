package com.trackingmcp.karrio;

import static com.trackingmcp.http.WireJson.list;

import com.trackingmcp.http.WireText;
import com.trackingmcp.karrio.KarrioShipWire.Part;
import com.trackingmcp.karrio.KarrioShipWire.Price;
import com.trackingmcp.model.Alert;
import com.trackingmcp.model.Charge;
import com.trackingmcp.model.DeliveryWindow;
import com.trackingmcp.model.Money;
import com.trackingmcp.model.Rate;
import com.trackingmcp.spi.CarrierProfile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads prices of Karrio. Stateless.
 *
 * <p>Karrio does not say whether a price is the account's or everybody's: it is told as the total and nothing else. The parts
 * have names and no kinds: what they are is told by the words in their names, and any other is a surcharge.
 */
final class KarrioPrices {
    private static final String SERVICE_NAME = "service_name";
    private static final String NOT_ASKED = "has_alternative_services";

    /** Words of taxes on the carriage, those of Canada among them. */
    private static final Set<String> TAXES = Set.of("tax", "taxes", "vat", "gst", "hst", "pst", "qst");

    private KarrioPrices() {}

    /** A price; empty where it lacks service, amount or currency. */
    static Optional<Rate> rate(CarrierProfile profile, Price price, List<Alert> alerts) {
        Optional<Money> total = total(price);
        Optional<String> service = WireText.text(price.service());
        return total.isEmpty() || service.isEmpty()
                ? Optional.empty()
                : Optional.of(Rate.builder()
                        .carrier(profile.carrier())
                        .connection(profile.connection())
                        .service(service.get())
                        .serviceName(serviceName(price))
                        .total(total.get())
                        .charges(charges(price))
                        .transitDays(Optional.ofNullable(price.transit_days()))
                        .delivery(delivery(price))
                        .quoteId(WireText.text(price.id()))
                        .details(details(price))
                        .alerts(alerts)
                        .build());
    }

    /**
     * What it comes to. Where no price was asked for, Karrio stores nothing, in US dollars: that is none. Source:
     * {@code resolve_alternative_service_carrier} in modules/manager/karrio/server/manager/serializers/shipment.py of
     * karrioapi/karrio.
     */
    static Optional<Money> total(Price price) {
        return KarrioMaps.text(price.meta(), NOT_ASKED)
                        .filter("true"::equalsIgnoreCase)
                        .isPresent()
                ? Optional.empty()
                : KarrioParcels.money(price.total_charge(), price.currency());
    }

    /** The service in words. */
    static Optional<String> serviceName(Price price) {
        return KarrioMaps.text(price.meta(), SERVICE_NAME);
    }

    /** When it is delivered: Karrio tells a date, and no time it would hold to. */
    static Optional<DeliveryWindow> delivery(Price price) {
        return KarrioTimes.day(price.estimated_delivery())
                .map(time -> DeliveryWindow.on(time, DeliveryWindow.Basis.ESTIMATED));
    }

    private static Map<String, String> details(Price price) {
        Map<String, String> details = new LinkedHashMap<>(KarrioMaps.texts(price.meta()));
        details.remove(SERVICE_NAME);
        return details;
    }

    /** What it is made of; a part in no currency of its own is in that of the total. */
    static List<Charge> charges(Price price) {
        return list(price.extra_charges()).stream()
                .flatMap(part -> charge(part, price).stream())
                .toList();
    }

    private static Optional<Charge> charge(Part part, Price price) {
        Optional<String> currency = WireText.first(part.currency(), price.currency());
        return KarrioParcels.money(part.amount(), currency.orElse(null))
                .filter(amount -> amount.amount().signum() != 0)
                .map(amount -> Charge.builder()
                        .type(amount.amount().signum() < 0 ? Charge.Type.DISCOUNT : type(part))
                        .code(WireText.text(part.id()))
                        .description(WireText.text(part.name()))
                        .amount(amount)
                        .build());
    }

    private static Charge.Type type(Part part) {
        String name = WireText.text(part.name()).orElse("").toLowerCase(Locale.ROOT);
        Set<String> words = Set.copyOf(List.of(name.split("[^\\p{L}]+", -1)));
        if (words.contains("base") || words.contains("freight")) {
            return Charge.Type.BASE;
        }
        if (words.contains("fuel")) {
            return Charge.Type.FUEL;
        }
        if (words.contains("discount")) {
            return Charge.Type.DISCOUNT;
        }
        if (words.contains("insurance") || words.contains("coverage")) {
            return Charge.Type.INSURANCE;
        }
        if (words.contains("duty") || words.contains("duties")) {
            return Charge.Type.DUTY;
        }
        return words.stream().anyMatch(TAXES::contains) ? Charge.Type.TAX : Charge.Type.SURCHARGE;
    }
}
