package com.trackingmcp.ups;

import static com.trackingmcp.http.WireJson.list;

import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.http.CallContext;
import com.trackingmcp.http.CarrierHttp;
import com.trackingmcp.http.CarrierRequest;
import com.trackingmcp.http.CarrierResponse;
import com.trackingmcp.model.LocationQuery;
import com.trackingmcp.model.Outcome;
import com.trackingmcp.model.PoliticalDivision;
import com.trackingmcp.model.ServicePoint;
import com.trackingmcp.model.ServicePointKind;
import com.trackingmcp.spi.CarrierProfile;
import com.trackingmcp.spi.LocationCapability;
import com.trackingmcp.spi.Outcomes;
import com.trackingmcp.spi.RequestCheck;
import com.trackingmcp.ups.UpsLocator.Wanted;
import com.trackingmcp.ups.UpsLocatorMapper.Found;
import com.trackingmcp.ups.UpsPickupWire.DivisionList;
import com.trackingmcp.ups.UpsPickupWire.Divisions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * Places at which UPS takes and gives out parcels, and the states of countries. Safe for use by many threads; never blocks.
 *
 * <p>Access points and UPS's own locations are searches of their own: both are made where no kind is asked for, else those that
 * find the kinds. Service centers for freight are a third one, of another API: they are looked for only where
 * {@link ServicePointKind#SERVICE_CENTER} is asked for. UPS tells 50 places a search at most.
 */
final class UpsLocations implements LocationCapability {
    private static final String DIVISIONS = "/api/pickup/v2409/countries";
    private static final Set<ServicePointKind> ACCESS_POINTS =
            Set.of(ServicePointKind.SERVICE_POINT, ServicePointKind.LOCKER);
    private final CarrierHttp pickups;
    private final CarrierProfile profile;
    private final UpsLocator locator;
    private final UpsServiceCenters centers;

    UpsLocations(UpsDoors doors, CarrierProfile profile) {
        this.pickups = doors.open("facilities");
        this.profile = profile;
        this.locator = new UpsLocator(doors.open("locator"), profile);
        this.centers = new UpsServiceCenters(pickups, profile);
    }

    @Override
    public void check(LocationQuery query, RequestCheck check) {
        UpsLocationChecks.check(query, check);
    }

    @Override
    public CompletableFuture<List<ServicePoint>> find(LocationQuery query, CallContext call) {
        List<CompletableFuture<List<Found>>> searches = new ArrayList<>();
        Set<ServicePointKind> kinds = query.kinds();
        if (kinds.isEmpty() || kinds.stream().anyMatch(ACCESS_POINTS::contains)) {
            searches.add(locator.find(Wanted.ACCESS_POINTS, query, call));
        }
        // shops of others that are no access points are among the locations
        if (kinds.stream().anyMatch(kind -> kind != ServicePointKind.LOCKER) || kinds.isEmpty()) {
            searches.add(locator.find(Wanted.LOCATIONS, query, call));
        }
        if (kinds.contains(ServicePointKind.SERVICE_CENTER)) {
            searches.add(centers.find(query, call));
        }
        return Outcomes.gather(searches).thenApply(UpsLocations::merged);
    }

    /**
     * Each place once, the searches one after the other. A search UPS refuses found nothing, if another was not refused: there
     * are countries without access points, and without freight. What failed otherwise may succeed if it is asked again.
     */
    private static List<ServicePoint> merged(List<Outcome<List<Found>>> outcomes) {
        boolean allRefused = outcomes.stream().allMatch(UpsLocations::isRefused);
        Map<String, ServicePoint> points = new LinkedHashMap<>();
        for (Outcome<List<Found>> outcome : outcomes) {
            if (allRefused || !isRefused(outcome)) {
                outcome.orElseThrow().forEach(found -> points.putIfAbsent(found.key(), found.point()));
            }
        }
        return List.copyOf(points.values());
    }

    private static boolean isRefused(Outcome<List<Found>> outcome) {
        return outcome.failure()
                .filter(failure -> failure.code() == ErrorCode.REQUEST_REFUSED)
                .isPresent();
    }

    @Override
    public boolean tellsPoliticalDivisions() {
        return true;
    }

    @Override
    public CompletableFuture<List<PoliticalDivision>> politicalDivisions(String country, CallContext call) {
        CarrierRequest.Builder asked =
                CarrierRequest.get("political_divisions").path(DIVISIONS).segment("country", country);
        return pickups.send(UpsTracking.identified(asked, call), call).thenApply(this::divisions);
    }

    /** UPS tells what its addresses take: codes of two or three letters in some countries, names in others. */
    private List<PoliticalDivision> divisions(CarrierResponse response) {
        DivisionList answer =
                UpsAnswers.read(response, Divisions.class, Divisions::PickupGetPoliticalDivision1ListResponse);
        return list(answer.PoliticalDivision1()).stream()
                .flatMap(told -> UpsText.clean(told).stream())
                .distinct()
                .map(told -> PoliticalDivision.builder()
                        .code(Optional.of(told).filter(text -> text.matches("[A-Z]{2,3}")))
                        .name(told)
                        .source(profile.carrier())
                        .build())
                .toList();
    }
}
