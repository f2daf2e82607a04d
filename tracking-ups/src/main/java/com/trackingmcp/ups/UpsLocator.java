package com.trackingmcp.ups;

import static com.trackingmcp.http.WireJson.list;

import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.ErrorDetails;
import com.trackingmcp.http.CallContext;
import com.trackingmcp.http.CarrierHttp;
import com.trackingmcp.http.CarrierRequest;
import com.trackingmcp.http.CarrierResponse;
import com.trackingmcp.http.WireJson;
import com.trackingmcp.http.WireText;
import com.trackingmcp.model.Address;
import com.trackingmcp.model.Distance;
import com.trackingmcp.model.LocationQuery;
import com.trackingmcp.spi.CarrierProfile;
import com.trackingmcp.ups.UpsLocatorMapper.Found;
import com.trackingmcp.ups.UpsLocatorWire.Action;
import com.trackingmcp.ups.UpsLocatorWire.Answer;
import com.trackingmcp.ups.UpsLocatorWire.Candidate;
import com.trackingmcp.ups.UpsLocatorWire.Criteria;
import com.trackingmcp.ups.UpsLocatorWire.Geocode;
import com.trackingmcp.ups.UpsLocatorWire.Head;
import com.trackingmcp.ups.UpsLocatorWire.LocatorRequest;
import com.trackingmcp.ups.UpsLocatorWire.LocatorResponse;
import com.trackingmcp.ups.UpsLocatorWire.Origin;
import com.trackingmcp.ups.UpsLocatorWire.OriginAddress;
import com.trackingmcp.ups.UpsLocatorWire.Problem;
import com.trackingmcp.ups.UpsLocatorWire.Question;
import com.trackingmcp.ups.UpsLocatorWire.SearchResults;
import com.trackingmcp.ups.UpsLocatorWire.Sort;
import com.trackingmcp.ups.UpsLocatorWire.Translate;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Asks UPS's Locator API. Safe for use by many threads.
 *
 * <p>UPS says no with status 200. Texts are asked for in English, for the names of kinds are read from them. Where UPS says
 * that there is no location, the answer is empty; it does not publish the code it has for that, so that its words are
 * looked at. An address UPS cannot place is refused, with the towns it may have been.
 */
final class UpsLocator {
    /** Which places are asked for: UPS's own and its shops', or access points. */
    enum Wanted {
        LOCATIONS("1"),
        ACCESS_POINTS("64");

        private final String option;

        Wanted(String option) {
            this.option = option;
        }
    }

    static final String OPERATION = "find_locations";
    static final int MOST = 50;
    private static final String SEARCH = "/api/locations/v3/search/availabilities";
    private static final String LOCALE = "en_US";
    private static final String NEAREST_FIRST = "01";
    private static final String FAILED = "0";
    private static final int SHORT_POSTAL_CODE = 5;
    private static final int LONG_POSTAL_CODE = 9;
    private static final int MOST_DECIMALS = 10;
    private static final int LONGEST_WAIT = 86_400;
    private static final Set<String> IN_MILES = Set.of("US", "PR", "VI");
    private static final Pattern NOTHING =
            Pattern.compile("(?i).*(\\bno\\s+((ups|drop|retail|matching|available|access|point)\\s+)*locations?\\b"
                    + "|\\blocations?\\b.*\\bnot found\\b).*");
    private final CarrierHttp http;
    private final UpsLocatorMapper mapper;

    UpsLocator(CarrierHttp http, CarrierProfile profile) {
        this.http = http;
        this.mapper = new UpsLocatorMapper(profile);
    }

    CompletableFuture<List<Found>> find(Wanted wanted, LocationQuery query, CallContext call) {
        CarrierRequest.Builder asked = CarrierRequest.postToRead(OPERATION)
                .path(SEARCH)
                .segment(wanted.option)
                .query("Locale", LOCALE)
                .json(WireJson.write(question(query)));
        return http.send(UpsTracking.identified(asked, call), call).thenApply(response -> read(response, wanted));
    }

    static Question question(LocationQuery query) {
        Origin origin = new Origin(
                query.coordinates()
                        .map(point -> new Geocode(degrees(point.latitude()), degrees(point.longitude())))
                        .orElse(null),
                origin(query.address().orElseThrow()));
        return new Question(new LocatorRequest(
                new Action("Locator"),
                origin,
                new Translate(LOCALE),
                UpsParts.Code.of(unit(query).name()),
                new Criteria(
                        size(query).map(String::valueOf).orElse(null),
                        query.radius()
                                .map(UpsLocator::radius)
                                .map(radius -> radius.value().toPlainString())
                                .orElse(null)),
                new Sort(NEAREST_FIRST)));
    }

    /** UPS takes 15 characters: enough for less than a millimetre, while others tell the digits of a double. */
    private static String degrees(BigDecimal told) {
        return told.setScale(Math.min(told.scale(), MOST_DECIMALS), RoundingMode.HALF_UP)
                .toPlainString();
    }

    private static OriginAddress origin(Address address) {
        List<String> lines =
                address.lines().stream().filter(line -> !line.isBlank()).toList();
        String postalCode = UpsParties.postalCode(address).orElse("");
        boolean extended = address.country().filter("US"::equals).isPresent()
                && postalCode.length() == LONG_POSTAL_CODE
                && UpsText.isDigits(postalCode);
        String low = extended ? postalCode.substring(0, SHORT_POSTAL_CODE) : postalCode;
        return new OriginAddress(
                line(lines, 0),
                line(lines, 1),
                line(lines, 2),
                text(address.city()),
                text(address.stateOrProvince()),
                low.isEmpty() ? null : low,
                extended ? postalCode.substring(SHORT_POSTAL_CODE) : null,
                text(address.country()));
    }

    private static @Nullable String line(List<String> lines, int index) {
        return index < lines.size() ? lines.get(index).strip() : null;
    }

    private static @Nullable String text(Optional<String> given) {
        return UpsText.clean(given.orElse(null)).orElse(null);
    }

    /** Miles or kilometres as asked for, or as usual in the country. */
    static Distance.Unit unit(LocationQuery query) {
        boolean miles = query.radius()
                .map(radius -> radius.unit() == Distance.Unit.MI)
                .orElseGet(() -> query.address()
                        .flatMap(Address::country)
                        .filter(IN_MILES::contains)
                        .isPresent());
        return miles ? Distance.Unit.MI : Distance.Unit.KM;
    }

    /** UPS takes whole miles or kilometres: rounded up, not to miss anything. */
    static Distance radius(Distance given) {
        Distance.Unit unit = given.unit() == Distance.Unit.MI ? Distance.Unit.MI : Distance.Unit.KM;
        return new Distance(given.to(unit, 3, RoundingMode.UP).value().setScale(0, RoundingMode.UP), unit);
    }

    /** As many as are asked for; as many as UPS tells where some of them may be dropped afterwards. */
    static Optional<Integer> size(LocationQuery query) {
        boolean filtered = !query.kinds().isEmpty() || !query.services().isEmpty();
        return filtered ? Optional.of(MOST) : query.limit().map(limit -> Math.min(limit, MOST));
    }

    private List<Found> read(CarrierResponse response, Wanted wanted) {
        LocatorResponse answer = UpsAnswers.read(response, Answer.class, Answer::LocatorResponse);
        Head head = answer.Response();
        Problem problem = head == null ? null : head.Error();
        SearchResults results = answer.SearchResults();
        List<Found> points = results == null
                ? List.of()
                : list(results.DropLocation()).stream()
                        .flatMap(location -> mapper.found(location, wanted).stream())
                        .toList();
        List<Candidate> candidates = results == null ? List.of() : list(results.GeocodeCandidate());
        if (points.isEmpty() && !candidates.isEmpty()) {
            throw ambiguous(response, candidates);
        }
        if (head != null && UpsText.is(head.ResponseStatusCode(), FAILED) && !isNothing(problem)) {
            throw refused(response, head, problem);
        }
        return points;
    }

    private static boolean isNothing(@Nullable Problem problem) {
        return problem != null
                && UpsText.clean(problem.ErrorDescription())
                        .filter(text -> NOTHING.matcher(text).matches())
                        .isPresent();
    }

    private static RuntimeException refused(CarrierResponse response, Head head, @Nullable Problem problem) {
        Optional<Problem> said = Optional.ofNullable(problem);
        boolean passing = said.flatMap(told -> UpsText.clean(told.ErrorSeverity()))
                .filter(severity -> severity.toUpperCase(Locale.ROOT).startsWith("TRANSIENT"))
                .isPresent();
        Optional<String> code = said.flatMap(told -> UpsText.clean(told.ErrorCode()));
        ErrorCode meaning = code.flatMap(UpsErrors::known)
                .filter(known -> known != ErrorCode.TRACKING_NUMBER_NOT_FOUND)
                .orElse(passing ? ErrorCode.CARRIER_UNAVAILABLE : ErrorCode.REQUEST_REFUSED);
        ErrorDetails.Builder error = response.fault(meaning)
                .carrierCode(code.orElse(null))
                .carrierText(said.flatMap(told -> UpsText.clean(told.ErrorDescription()))
                        .or(() -> UpsText.clean(head.ResponseStatusDescription()))
                        .orElse(null))
                .retryable(meaning == ErrorCode.CARRIER_UNAVAILABLE || meaning == ErrorCode.RATE_LIMITED);
        return error.retryAfter(
                        said.flatMap(told -> wait(told.MinimumRetrySeconds())).orElse(null))
                .toException();
    }

    private static Optional<Duration> wait(@Nullable String seconds) {
        return WireText.integer(seconds)
                .filter(count -> count > 0 && count <= LONGEST_WAIT)
                .map(Duration::ofSeconds);
    }

    private static RuntimeException ambiguous(CarrierResponse response, List<Candidate> candidates) {
        String towns = candidates.stream()
                .map(Candidate::AddressKeyFormat)
                .flatMap(Stream::ofNullable)
                .map(address -> Stream.of(
                                address.PoliticalDivision2(),
                                address.PoliticalDivision1(),
                                address.PostcodePrimaryLow())
                        .flatMap(part -> UpsText.clean(part).stream())
                        .collect(Collectors.joining(" ")))
                .filter(town -> !town.isEmpty())
                .distinct()
                .collect(Collectors.joining("; "));
        return response.fault(ErrorCode.REQUEST_REFUSED)
                .carrierText("the address may be in one of these: " + towns)
                .toException();
    }

    /** A distance as UPS tells it. */
    static Optional<Distance> distance(@Nullable String value, Optional<String> unit) {
        Optional<BigDecimal> number =
                UpsText.clean(value).flatMap(WireText::decimal).filter(told -> told.signum() >= 0);
        Optional<Distance.Unit> known = unit.map(text -> text.toUpperCase(Locale.ROOT))
                .flatMap(text -> Stream.of(Distance.Unit.MI, Distance.Unit.KM)
                        .filter(one -> one.name().equals(text))
                        .findFirst());
        return number.flatMap(told -> known.map(one -> new Distance(told, one)));
    }
}
