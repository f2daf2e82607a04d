package com.trackingmcp.ups;

import static com.trackingmcp.http.WireJson.list;

import com.trackingmcp.http.CallContext;
import com.trackingmcp.http.CarrierHttp;
import com.trackingmcp.http.CarrierRequest;
import com.trackingmcp.http.CarrierResponse;
import com.trackingmcp.http.WireJson;
import com.trackingmcp.http.WireText;
import com.trackingmcp.model.Address;
import com.trackingmcp.model.LocationQuery;
import com.trackingmcp.model.LocationService;
import com.trackingmcp.model.OpeningHours;
import com.trackingmcp.model.ServicePoint;
import com.trackingmcp.model.ServicePointKind;
import com.trackingmcp.spi.CarrierProfile;
import com.trackingmcp.ups.UpsLocatorMapper.Found;
import com.trackingmcp.ups.UpsServiceCenterWire.Answer;
import com.trackingmcp.ups.UpsServiceCenterWire.Criteria;
import com.trackingmcp.ups.UpsServiceCenterWire.FacilitiesRequest;
import com.trackingmcp.ups.UpsServiceCenterWire.FacilitiesResponse;
import com.trackingmcp.ups.UpsServiceCenterWire.Facility;
import com.trackingmcp.ups.UpsServiceCenterWire.Origin;
import com.trackingmcp.ups.UpsServiceCenterWire.Piece;
import com.trackingmcp.ups.UpsServiceCenterWire.Question;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Asks UPS for service centers at which Worldwide Express Freight is handed over. Safe for use by many threads. They alone of
 * UPS's places name their time zone for certain. Numbers are filled up to the three digits that UPS's description asks for.
 */
final class UpsServiceCenters {
    private static final String FACILITIES = "/api/pickup/v2409/servicecenterlocations";
    private static final Piece PALLET = new Piece("096", "03");
    private static final int DIGITS = 3;
    private final CarrierHttp http;
    private final CarrierProfile profile;

    UpsServiceCenters(CarrierHttp http, CarrierProfile profile) {
        this.http = http;
        this.profile = profile;
    }

    /** Whether an address is enough to be looked around: a country alone is not. */
    static boolean isEnough(Address address) {
        return address.postalCode().isPresent() || address.city().isPresent();
    }

    CompletableFuture<List<Found>> find(LocationQuery query, CallContext call) {
        CarrierRequest.Builder asked =
                CarrierRequest.postToRead(UpsLocator.OPERATION).path(FACILITIES).json(WireJson.write(question(query)));
        return http.send(UpsTracking.identified(asked, call), call).thenApply(this::read);
    }

    static Question question(LocationQuery query) {
        Address address = query.address().orElseThrow();
        String country = address.country().orElseThrow();
        Criteria criteria = new Criteria(
                query.radius()
                        .map(UpsLocator::radius)
                        .map(radius -> padded(radius.value().toPlainString()))
                        .orElse(null),
                UpsLocator.unit(query).name(),
                UpsLocator.size(query).map(size -> padded(String.valueOf(size))).orElse(null));
        return new Question(new FacilitiesRequest(
                new UpsParts.Request(null, null, null),
                List.of(PALLET),
                new Origin(
                        UpsPickupEncoder.line(address).orElse(null),
                        UpsText.clean(address.city().orElse(null)).orElse(null),
                        UpsText.clean(address.stateOrProvince().orElse(null)).orElse(null),
                        UpsParties.postalCode(address).orElse(null),
                        country,
                        criteria),
                "en_" + country.toUpperCase(Locale.ROOT),
                UpsParts.PRESENT));
    }

    private static String padded(String number) {
        return UpsText.padded(number, DIGITS);
    }

    private List<Found> read(CarrierResponse response) {
        FacilitiesResponse answer =
                UpsAnswers.read(response, Answer.class, Answer::PickupGetServiceCenterFacilitiesResponse);
        return answer.ServiceCenterLocation() == null
                ? List.of()
                : list(answer.ServiceCenterLocation().DropOffFacilities()).stream()
                        .flatMap(facility ->
                                UpsText.clean(facility.SLIC())
                                        .map(slic -> new Found("slic " + slic, point(slic, facility)))
                                        .stream())
                        .toList();
    }

    private ServicePoint point(String slic, Facility told) {
        return ServicePoint.builder()
                .carrier(profile.carrier())
                .connection(profile.connection())
                .id(slic)
                .name(UpsText.clean(told.Name()))
                .kind(ServicePointKind.SERVICE_CENTER)
                .carrierKind(UpsText.clean(told.Type()))
                .address(address(told.Address(), told.Phone()))
                .openingHours(hours(told))
                .distance(Optional.ofNullable(told.Distance())
                        .flatMap(far -> UpsLocator.distance(far.Value(), UpsText.clean(far.UnitOfMeasurement()))))
                .addServices(LocationService.DROP_OFF)
                .timeZone(UpsLocatorMapper.timeZone(told.Timezone()))
                .notes(UpsLocatorMapper.instructions(told.LocalizedInstruction())
                        .distinct()
                        .toList())
                .build();
    }

    private static List<OpeningHours> hours(Facility told) {
        return told.FacilityTime() == null
                ? List.of()
                : UpsHours.of(list(told.FacilityTime().DayOfWeek()));
    }

    private static Address address(UpsServiceCenterWire.@Nullable Address told, @Nullable String phone) {
        Address.Builder address = Address.builder().phone(UpsText.clean(phone));
        if (told != null) {
            address.lines(list(told.AddressLine()).stream()
                            .flatMap(line -> UpsText.clean(line).stream())
                            .toList())
                    .city(UpsText.clean(told.City()))
                    .stateOrProvince(UpsText.clean(told.StateProvince()))
                    .postalCode(UpsText.clean(told.PostalCode()))
                    .country(WireText.country(told.CountryCode()));
        }
        return address.build();
    }
}
