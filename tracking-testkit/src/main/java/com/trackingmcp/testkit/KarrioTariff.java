package com.trackingmcp.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What shipping costs behind the gateway: a price for each parcel and kilogram, fuel on top, some options. Every carrier that is
 * asked answers with rates or with a message.
 */
final class KarrioTariff {
    private static final BigDecimal FUEL = new BigDecimal("0.10");
    private static final BigDecimal OPTION = new BigDecimal("2.50");
    private static final BigDecimal INSURANCE = new BigDecimal("0.01");
    private static final BigDecimal MOST_KILOGRAMS = BigDecimal.valueOf(70);
    private static final Map<String, BigDecimal> KILOGRAMS = Map.of(
            "KG", BigDecimal.ONE,
            "G", new BigDecimal("0.001"),
            "LB", new BigDecimal("0.45359237"),
            "OZ", new BigDecimal("0.028349523125"));

    private final KarrioServer server;

    KarrioTariff(KarrioServer server) {
        this.server = server;
    }

    /** What the carriers said: rates, the cheapest number first whatever its currency, and messages. */
    record Quotes(List<ObjectNode> rates, List<ObjectNode> messages) {
        /** Ends with a 424 where there is nothing but messages. */
        Quotes orThrow() {
            if (rates.isEmpty() && !messages.isEmpty()) {
                throw KarrioRefusal.messages(424, messages);
            }
            return this;
        }
    }

    /** Asks the carriers; {@code order} was read by {@link KarrioForm}. */
    Quotes quote(KarrioAsk ask, ObjectNode order) {
        return quote(ask, order, any -> true);
    }

    /** Asks those of the carriers that are fit. */
    Quotes quote(KarrioAsk ask, ObjectNode order, Predicate<KarrioConnection> fit) {
        List<ObjectNode> rates = new ArrayList<>();
        List<ObjectNode> messages = new ArrayList<>();
        for (KarrioConnection connection : asked(ask, order, fit)) {
            List<ObjectNode> own = new ArrayList<>();
            Optional<ObjectNode> message = quote(connection, order, own);
            rates.addAll(own);
            message.ifPresent(messages::add);
        }
        rates.sort(Comparator.comparing(rate -> rate.path("total_charge").decimalValue()));
        return new Quotes(rates, messages);
    }

    /** Those that are named; where none is, those of the sender's country. */
    private List<KarrioConnection> asked(KarrioAsk ask, ObjectNode order, Predicate<KarrioConnection> fit) {
        List<String> named = KarrioForm.texts(order.path("carrier_ids"));
        String origin = order.at("/shipper/country_code").asText();
        List<KarrioConnection> asked = server.able(ask, "rating").stream()
                .filter(fit)
                .filter(one -> named.isEmpty()
                        ? KarrioCatalog.country(one.carrierName())
                                .map(origin::equals)
                                .orElse(true)
                        : named.stream().anyMatch(one::isNamed))
                .toList();
        if (asked.isEmpty()) {
            throw KarrioRefusal.noConnection();
        }
        return asked;
    }

    private Optional<ObjectNode> quote(KarrioConnection connection, ObjectNode order, List<ObjectNode> rates) {
        String origin = order.at("/shipper/country_code").asText();
        String destination = order.at("/recipient/country_code").asText();
        if (destination.equals("AQ") || origin.equals("AQ")) {
            return Optional.of(
                    KarrioRefusal.message(connection, "COUNTRY_NOT_SERVED", "The country AQ is not served."));
        }
        if (kilograms(order).compareTo(MOST_KILOGRAMS.multiply(BigDecimal.valueOf(pieces(order)))) > 0) {
            return Optional.of(KarrioRefusal.message(connection, "TOO_HEAVY", "A parcel weighs 70 kg at most."));
        }
        List<String> services = KarrioForm.texts(order.path("services"));
        KarrioCatalog.between(connection.carrierName(), origin, destination).stream()
                .filter(service -> services.isEmpty() || services.contains(service.code()))
                .forEach(service -> rates.add(rate(connection, service, order)));
        return rates.isEmpty()
                ? Optional.of(KarrioRefusal.message(
                        connection, "NO_SERVICE", "No service is available between these countries."))
                : Optional.empty();
    }

    private ObjectNode rate(KarrioConnection connection, KarrioCatalog.Service service, ObjectNode order) {
        String currency = KarrioCatalog.currency(connection.carrierName());
        ArrayNode charges = Json.array();
        BigDecimal base = service.base()
                .multiply(BigDecimal.valueOf(pieces(order)))
                .add(service.kilogram().multiply(kilograms(order)));
        BigDecimal total = charge(charges, "Base charge", base, currency);
        total = total.add(charge(charges, "Fuel surcharge", base.multiply(FUEL), currency));
        for (String option : (Iterable<String>) () -> order.path("options").fieldNames()) {
            JsonNode value = order.path("options").path(option);
            boolean wished = value.isTextual() || value.isNumber() || value.asBoolean();
            if (wished && KarrioCatalog.hasOption(connection.carrierName(), option)) {
                BigDecimal price = value.isNumber() ? value.decimalValue().multiply(INSURANCE) : OPTION;
                total = total.add(charge(charges, option.replace('_', ' '), price, currency));
            }
        }
        ObjectNode rate = Json.object()
                .put("id", server.book().id("rat"))
                .put("object_type", "rate")
                .put("carrier_name", connection.carrierName())
                .put("carrier_id", connection.label())
                .put("currency", currency)
                .put("service", service.code())
                .put("total_charge", total)
                .put("transit_days", service.days());
        rate.set("extra_charges", charges);
        rate.put("estimated_delivery", service.dated() ? delivery(order, service.days()) : null);
        rate.putObject("meta")
                .put("ext", connection.carrierName())
                .put("carrier", connection.carrierName())
                .put("rate_provider", connection.carrierName())
                .put("service_name", service.name().toUpperCase(Locale.ROOT))
                .put("carrier_connection_id", connection.id());
        return rate.put("test_mode", connection.testMode());
    }

    private static BigDecimal charge(ArrayNode charges, String name, BigDecimal amount, String currency) {
        BigDecimal rounded = amount.setScale(2, RoundingMode.HALF_UP);
        charges.addObject().put("name", name).put("amount", rounded).put("currency", currency);
        return rounded;
    }

    private static String delivery(ObjectNode order, int days) {
        LocalDate day =
                LocalDate.parse(order.at("/options/shipping_date").asText().substring(0, 10));
        for (int left = days; left > 0; ) {
            day = day.plusDays(1);
            if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
                left--;
            }
        }
        return day.toString();
    }

    private static int pieces(ObjectNode order) {
        return order.path("parcels").size();
    }

    private static BigDecimal kilograms(ObjectNode order) {
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode parcel : order.path("parcels")) {
            BigDecimal unit = KILOGRAMS.getOrDefault(parcel.path("weight_unit").asText(), BigDecimal.ONE);
            sum = sum.add(parcel.path("weight").decimalValue().multiply(unit));
        }
        return sum;
    }
}
