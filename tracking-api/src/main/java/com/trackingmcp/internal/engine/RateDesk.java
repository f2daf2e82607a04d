package com.trackingmcp.internal.engine;

import com.trackingmcp.Rates;
import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorDetails;
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

    private final Connections connections;
    private final HttpTransport transport;

    private interface Verb<T> {
        CompletableFuture<List<T>> ask(RatingCapability rating, ShipmentRequest shipment);
    }

    public RateDesk(Connections connections, HttpTransport transport) {
        this.connections = connections;
        this.transport = transport;
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
        return ask(able, request.shipment(), check, "rates", call, here, verb)
                .thenApply(outcomes -> told(request, able, outcomes));
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
        return ask(able, shipment, new RequestCheck(), "transit_times", call, here, verb)
                .thenApply(outcomes -> outcomes.stream().flatMap(RateDesk::each).toList());
    }

    private static <T> Stream<Outcome<T>> each(Outcome<List<T>> outcome) {
        return outcome.isSuccess()
                ? outcome.orElseThrow().stream().map(Outcome::success)
                : Stream.of(Outcome.failure(outcome.failure().orElseThrow()));
    }

    private List<Carrier> asked(List<String> names, ShipmentRequest shipment) {
        List<String> wanted = names.isEmpty() ? shipment.carrier().map(List::of).orElse(List.of()) : names;
        return wanted.isEmpty()
                ? connections.all()
                : wanted.stream()
                        .flatMap(name -> connections.named(name).stream())
                        .distinct()
                        .toList();
    }

    private <T> CompletableFuture<List<Outcome<List<T>>>> ask(
            List<Carrier> able,
            ShipmentRequest shipment,
            RequestCheck common,
            String operation,
            CallContext call,
            boolean here,
            Verb<T> verb) {
        ShipmentChecks.forRates(shipment, transport.clock().instant(), common);
        common.refusal(code -> ErrorDetails.builder(code).operation(operation).correlationId(call.correlationId()))
                .ifPresent(refusal -> {
                    throw refusal;
                });
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
        RatingCapability rating = carrier.capability(RatingCapability.class).orElseThrow();
        RequestCheck own = new RequestCheck();
        rating.check(shipment, own);
        OptionChecks.check(shipment, carrier, connections.carrierIds(), own);
        Optional<? extends CarrierException> refusal =
                own.refusal(code -> Modules.fault(carrier, operation, code).correlationId(call.correlationId()));
        return refusal.isPresent() ? CompletableFuture.failedFuture(refusal.get()) : verb.ask(rating, shipment);
    }

    private static Rates told(RateRequest request, List<Carrier> asked, List<Outcome<List<Rate>>> outcomes) {
        List<Rate> rates = new ArrayList<>();
        Map<String, CarrierException> failures = new LinkedHashMap<>();
        for (int i = 0; i < outcomes.size(); i++) {
            Outcome<List<Rate>> outcome = outcomes.get(i);
            outcome.value().ifPresent(rates::addAll);
            String connection = Connections.id(asked.get(i));
            outcome.failure().ifPresent(error -> failures.put(connection, error));
        }
        List<Rate> wanted = rates.stream().filter(isWanted(request)).toList();
        Stream<Rate> ordered = wanted.stream().sorted(order(request.order(), wanted));
        return new Rates(request.limit().map(ordered::limit).orElse(ordered).toList(), failures);
    }

    /** Of several prices for one service the lowest. */
    private static List<Rate> onePerService(List<Rate> rates) {
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
