package com.trackingmcp.internal.engine;

import com.trackingmcp.model.Address;
import com.trackingmcp.model.Outcome;
import com.trackingmcp.model.Parcel;
import com.trackingmcp.model.PickupPiece;
import com.trackingmcp.model.PickupSuggestion;
import com.trackingmcp.model.Shipment;
import com.trackingmcp.model.ShipmentRequest;
import com.trackingmcp.model.ShippedParcel;
import com.trackingmcp.model.Weight;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which pickups would fetch what was bought. Stateless. */
final class PickupSuggestions {
    private static final Logger LOG = LoggerFactory.getLogger(PickupSuggestions.class);

    private PickupSuggestions() {}

    /** Who fetches a parcel of a service bought with a connection, of the drivers its carrier has. */
    interface Drivers {
        String of(String connection, Optional<String> service);
    }

    /** What is fetched together. */
    private record Stop(String carrier, String connection, String driver, Address address, LocalDate date) {}

    /** What is alike in it. */
    private record Kind(Optional<String> service, Optional<String> destination) {}

    private record Row(int place, ShipmentRequest request, Shipment shipment) {
        Stop stop(LocalDate today, Drivers drivers) {
            return new Stop(
                    shipment.carrier(),
                    shipment.connection(),
                    drivers.of(shipment.connection(), service()),
                    request.sender().orElseThrow(),
                    request.shipDate().orElse(today));
        }

        Kind kind() {
            return new Kind(service(), request.recipient().flatMap(Address::country));
        }

        private Optional<String> service() {
            return shipment.service().or(request::service);
        }
    }

    /**
     * One for each connection, driver, address and day, in the order of their first rows; none where a module has a defect,
     * which may not cost the batch.
     */
    static List<PickupSuggestion> of(
            List<ShipmentRequest> requests, List<Outcome<Shipment>> outcomes, Drivers drivers, Instant now) {
        try {
            return suggestions(requests, outcomes, drivers, now);
        } catch (RuntimeException e) {
            LOG.warn("No pickups can be suggested for a batch", e);
            return List.of();
        }
    }

    private static List<PickupSuggestion> suggestions(
            List<ShipmentRequest> requests, List<Outcome<Shipment>> outcomes, Drivers drivers, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        List<Row> bought = new ArrayList<>();
        for (int i = 0; i < outcomes.size(); i++) {
            int place = i;
            outcomes.get(i)
                    .value()
                    .filter(shipment -> !requests.get(place).returnShipment())
                    .ifPresent(shipment -> bought.add(new Row(place, requests.get(place), shipment)));
        }
        return grouped(bought, row -> row.stop(today, drivers)).entrySet().stream()
                .map(stop -> suggestion(stop.getKey(), stop.getValue()))
                .toList();
    }

    private static <K> Map<K, List<Row>> grouped(List<Row> rows, Function<Row, K> key) {
        return rows.stream().collect(Collectors.groupingBy(key, LinkedHashMap::new, Collectors.toList()));
    }

    private static PickupSuggestion suggestion(Stop stop, List<Row> rows) {
        return PickupSuggestion.builder()
                .carrier(stop.carrier())
                .connection(stop.connection())
                .fetchedBy(Optional.of(stop.driver()).filter(driver -> !driver.isEmpty()))
                .address(stop.address())
                .date(stop.date())
                .rows(rows.stream().map(Row::place).toList())
                .trackingNumbers(
                        rows.stream().flatMap(row -> numbers(row.shipment())).toList())
                .pieces(grouped(rows, Row::kind).entrySet().stream()
                        .map(kind -> piece(kind.getKey(), kind.getValue()))
                        .toList())
                .build();
    }

    /** The shipment's own number where its parcels' are not told. */
    private static Stream<String> numbers(Shipment shipment) {
        return shipment.parcels().isEmpty()
                ? Stream.of(shipment.trackingNumber())
                : shipment.parcels().stream().map(ShippedParcel::trackingNumber);
    }

    private static PickupPiece piece(Kind kind, List<Row> rows) {
        List<Parcel> parcels =
                rows.stream().flatMap(row -> row.request().parcels().stream()).toList();
        return PickupPiece.builder()
                .service(kind.service())
                .destinationCountry(kind.destination())
                .quantity(parcels.size())
                .weight(weight(parcels))
                .build();
    }

    /** In the unit of the first; none where not all are known. */
    private static Optional<Weight> weight(List<Parcel> parcels) {
        Optional<Weight.Unit> unit =
                parcels.stream().findFirst().flatMap(Parcel::weight).map(Weight::unit);
        if (unit.isEmpty()
                || parcels.stream().anyMatch(parcel -> parcel.weight().isEmpty())) {
            return Optional.empty();
        }
        BigDecimal total = parcels.stream()
                .map(parcel -> parcel.weight()
                        .orElseThrow()
                        .to(unit.get(), 3, RoundingMode.UP)
                        .value())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return Optional.of(new Weight(total, unit.get()));
    }
}
