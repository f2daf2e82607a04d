package com.trackingmcp.fedex;

import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.FieldProblem;
import com.trackingmcp.model.PickupPiece;
import com.trackingmcp.model.PickupRequest;
import com.trackingmcp.model.Weight;
import com.trackingmcp.testkit.SandboxErrands;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** What a shipping desk asks of FedEx, in variations. */
final class FedexDeskBed {
    private FedexDeskBed() {}

    static LocalDate today(Clock clock) {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /** Two parcels by Ground, in two days. */
    static PickupRequest.Builder ground(Clock clock) {
        return PickupRequest.builder()
                .from(SandboxErrands.of("fedex", clock).pickup().orElseThrow());
    }

    /** Three parcels by Express, tomorrow. */
    static PickupRequest.Builder express(Clock clock) {
        return ground(clock)
                .date(today(clock).plusDays(1))
                .options(Map.of())
                .pieces(List.of(
                                piece("PRIORITY_OVERNIGHT", 1, "2.5"),
                                piece("FEDEX_INTERNATIONAL_PRIORITY", 2, "4").destinationCountry("DE"))
                        .stream()
                        .map(PickupPiece.Builder::build)
                        .toList());
    }

    static PickupPiece.Builder piece(String service, int quantity, String kilograms) {
        return PickupPiece.builder().service(service).quantity(quantity).weight(Weight.of(kilograms, Weight.Unit.KG));
    }

    static List<String> paths(CarrierException error) {
        return error.fields().stream().map(FieldProblem::path).toList();
    }
}
