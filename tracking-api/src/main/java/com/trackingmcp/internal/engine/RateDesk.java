package com.trackingmcp.internal.engine;

import com.trackingmcp.Rates;
import com.trackingmcp.error.CarrierException;
import com.trackingmcp.http.CallContext;
import com.trackingmcp.http.HttpTransport;
import com.trackingmcp.model.DeliveryWindow;
import com.trackingmcp.model.Outcome;
import com.trackingmcp.model.Rate;
import com.trackingmcp.model.RateOrder;
import com.trackingmcp.model.RateRequest;
import com.trackingmcp.model.ShipmentRequest;
import com.trackingmcp.model.TransitTime;
import com.trackingmcp.spi.Carrier;
import com.trackingmcp.spi.Outcomes;
import com.trackingmcp.spi.RatingCapability;
import com.trackingmcp.spi.RequestCheck;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Asks every carrier that can for prices or transit times, all at once: one that is slow, broken or refuses costs no
 * other's answer. Safe for use by many threads.
 */
public final class RateDesk {
    private static final Comparator<Rate> BY_DELIVERY =
            Comparator.comparing(rate -> rate.delivery().flatMap(RateDesk::end).orElse(LocalDateTime.MAX));

    private static final String RATES = "rates";

    private final Connections connections;
    private final HttpTransport transport;
    private final GatewayRates gateways;

    private interface Verb<T> {
        CompletableFuture<List<T>> ask(RatingCapability rating, ShipmentRequest shipment);
    }

    public RateDesk(Connections connections, HttpTransport transport) {
        this.connections = connections;
        this.transport = transport;
        this.gateways = new GatewayRates(connections, transport);
    }

    /**
     * The prices that were asked for, and why some carriers have none.
     *
     * @param here whether it is this thread that waits
     */
    public CompletableFuture<Rates> rates(RateRequest request, CallContext call, boolean here) {
        List<Carrier> able = connections.offering(
                asked(request.carriers(), request.shipment()), RatingCapability.class, any -> true, "rates");
        Verb<Rate> verb = (rating, shipment) -> rating.rates(shipment, call).thenApply(RateDesk::onePerService);
        RequestCheck check = new RequestCheck();
        request.limit().filter(most -> most < 0).ifPresent(most -> check.wrong("limit", "is less than nothing"));
        refuse(check, request.shipment(), RATES, call);
        Map<String, CarrierException> unreached = named(request).isEmpty() ? connections.unreached() : Map.of();
        List<Carrier> behind = able.stream().filter(RateDesk::isBehind).toList();
        List<Carrier> direct =
                able.stream().filter(carrier -> !isBehind(carrier)).toList();
        ShipmentRequest shipment = request.shipment();
        // the gateways first, for the last of the others may be sent by this thread, which then waits
        CompletableFuture<List<Outcome<List<Rate>>>> atGateways =
                gateways.ask(behind, shipment, RATES, call, carrier -> refusal(carrier, shipment, RATES, call));
        return ask(direct, shipment, RATES, call, here, verb)
                .thenCombine(atGateways, RateDesk::joined)
                .thenApply(outcomes -> told(request, joined(direct, behind), outcomes, unreached));
    }

    /**
     * The transit times of every carrier that tells them; a carrier that fails is one failure.
     *
     * @param here whether it is this thread that waits
     */
    public CompletableFuture<List<Outcome<TransitTime>>> transitTimes(
            ShipmentRequest shipment, CallContext call, boolean here) {
        List<Carrier> able = connections.offering(
                asked(List.of(), shipment),
                RatingCapability.class,
                RatingCapability::tellsTransitTimes,
                "transit times");
        Verb<TransitTime> verb =
                (rating, asked) -> rating.transitTimes(asked, call).thenApply(List::copyOf);
        refuse(new RequestCheck(), shipment, "transit_times", call);
        return ask(able, shipment, "transit_times", call, here, verb)
                .thenApply(outcomes -> outcomes.stream().flatMap(RateDesk::each).toList());
    }

    private static <T> Stream<Outcome<T>> each(Outcome<List<T>> outcome) {
        return outcome.isSuccess()
                ? outcome.orElseThrow().stream().map(Outcome::success)
                : Stream.of(Outcome.failure(outcome.failure().orElseThrow()));
    }

    /** The carriers and connections that a request names. */
    public static List<String> named(RateRequest request) {
        return named(request.carriers(), request.shipment());
    }

    private static List<String> named(List<String> names, ShipmentRequest shipment) {
        return names.isEmpty() ? shipment.carrier().map(List::of).orElse(List.of()) : names;
    }

    private List<Carrier> asked(List<String> names, ShipmentRequest shipment) {
        List<String> wanted = named(names, shipment);
        return wanted.isEmpty()
                ? connections.all()
                : wanted.stream()
                        .flatMap(name -> connections.named(name).stream())
                        .distinct()
                        .toList();
    }

    private void refuse(RequestCheck check, ShipmentRequest shipment, String operation, CallContext call) {
        ShipmentChecks.forRates(shipment, transport.clock().instant(), check);
        Clerk.refuse(check, operation, call);
    }

    private <T> CompletableFuture<List<Outcome<List<T>>>> ask(
            List<Carrier> able,
            ShipmentRequest shipment,
            String operation,
            CallContext call,
            boolean here,
            Verb<T> verb) {
        List<CompletableFuture<List<T>>> answers = new ArrayList<>(able.size());
        for (Carrier carrier : able) {
            if (here && answers.size() == able.size() - 1) {
                // all others are on their way: the thread that waits sends the last question itself
                call.lendThread();
            }
            answers.add(Modules.call(
                    transport, carrier, operation, call, () -> ask(carrier, shipment, operation, call, verb)));
        }
        return Outcomes.gather(answers);
    }

    private <T> CompletableFuture<List<T>> ask(
            Carrier carrier, ShipmentRequest shipment, String operation, CallContext call, Verb<T> verb) {
        Optional<? extends CarrierException> refusal = refusal(carrier, shipment, operation, call);
        return refusal.isPresent()
                ? CompletableFuture.failedFuture(refusal.get())
                : verb.ask(carrier.capability(RatingCapability.class).orElseThrow(), shipment);
    }

    /** What keeps this carrier from being asked. */
    private Optional<? extends CarrierException> refusal(
            Carrier carrier, ShipmentRequest shipment, String operation, CallContext call) {
        RequestCheck own = new RequestCheck();
        carrier.capability(RatingCapability.class).orElseThrow().check(shipment, own);
        OptionChecks.check(shipment, carrier, connections.carrierIds(), own);
        return own.refusal(code -> Modules.fault(carrier, operation, code).correlationId(call.correlationId()));
    }

    private static boolean isBehind(Carrier carrier) {
        return carrier.profile().gateway().isPresent();
    }

    private static <T> List<T> joined(List<T> some, List<T> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    private static Rates told(
            RateRequest request,
            List<Carrier> asked,
            List<Outcome<List<Rate>>> outcomes,
            Map<String, CarrierException> unreached) {
        List<Rate> rates = new ArrayList<>();
        Map<String, CarrierException> failures = new LinkedHashMap<>();
        for (int i = 0; i < outcomes.size(); i++) {
            Outcome<List<Rate>> outcome = outcomes.get(i);
            outcome.value().ifPresent(rates::addAll);
            String connection = Connections.id(asked.get(i));
            outcome.failure().ifPresent(error -> failures.put(connection, error));
        }
        unreached.forEach(failures::putIfAbsent);
        List<Rate> wanted = rates.stream().filter(isWanted(request)).toList();
        Stream<Rate> ordered = wanted.stream().sorted(order(request.order(), wanted));
        return new Rates(request.limit().map(ordered::limit).orElse(ordered).toList(), failures);
    }

    /** Of several prices for one service the lowest. */
    static List<Rate> onePerService(List<Rate> rates) {
        return List.copyOf(rates.stream()
                .collect(Collectors.toMap(
                        Rate::service, rate -> rate, RateDesk::cheaper, LinkedHashMap<String, Rate>::new))
                .values());
    }

    private static Rate cheaper(Rate one, Rate other) {
        boolean same = one.total().currency().equals(other.total().currency());
        return same && other.total().amount().compareTo(one.total().amount()) < 0 ? other : one;
    }

    private static Predicate<Rate> isWanted(RateRequest request) {
        List<String> services = request.shipment()
                .service()
                .filter(service -> request.services().isEmpty())
                .map(List::of)
                .orElse(request.services());
        return rate -> (services.isEmpty() || services.contains(rate.service()))
                && request.arriveBy().map(day -> arrivesBy(rate, day)).orElse(true);
    }

    private static boolean arrivesBy(Rate rate, LocalDate day) {
        return rate.delivery()
                .flatMap(RateDesk::end)
                .filter(end -> !end.toLocalDate().isAfter(day))
                .isPresent();
    }

    /** All times are those of the one destination, and a day without a time ends at its end. */
    private static Optional<LocalDateTime> end(DeliveryWindow window) {
        return window.to()
                .or(window::from)
                .map(time -> time.localTime().orElseGet(() -> time.date().atTime(LocalTime.MAX)));
    }

    /** Amounts in several currencies cannot be compared: the currency most prices are in comes first. */
    private static Comparator<Rate> order(RateOrder order, List<Rate> rates) {
        Map<String, Long> counts = rates.stream()
                .collect(Collectors.groupingBy(
                        rate -> rate.total().currency().getCurrencyCode(), Collectors.counting()));
        Comparator<Rate> byCurrency = Comparator.comparing((Rate rate) ->
                        -counts.getOrDefault(rate.total().currency().getCurrencyCode(), 0L))
                .thenComparing(rate -> rate.total().currency().getCurrencyCode());
        Comparator<Rate> byPrice = byCurrency.thenComparing(RateDesk::amount);
        return order == RateOrder.FASTEST_FIRST
                ? BY_DELIVERY.thenComparing(byPrice)
                : byPrice.thenComparing(BY_DELIVERY);
    }

    private static BigDecimal amount(Rate rate) {
        return rate.total().amount();
    }
}
