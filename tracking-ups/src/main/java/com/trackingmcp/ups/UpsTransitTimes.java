package com.trackingmcp.ups;

import static com.trackingmcp.http.WireJson.list;

import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.ErrorDetails;
import com.trackingmcp.error.FieldProblem;
import com.trackingmcp.http.CarrierResponse;
import com.trackingmcp.http.WireJson;
import com.trackingmcp.http.WireText;
import com.trackingmcp.model.Address;
import com.trackingmcp.model.Alert;
import com.trackingmcp.model.CarrierTime;
import com.trackingmcp.model.Money;
import com.trackingmcp.model.ShipmentRequest;
import com.trackingmcp.model.TransitTime;
import com.trackingmcp.model.Weight;
import com.trackingmcp.spi.CarrierProfile;
import com.trackingmcp.ups.UpsTransitWire.Answer;
import com.trackingmcp.ups.UpsTransitWire.Candidate;
import com.trackingmcp.ups.UpsTransitWire.Question;
import com.trackingmcp.ups.UpsTransitWire.Service;
import com.trackingmcp.ups.UpsTransitWire.Validation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Transit times as UPS asks and tells them. Safe for use by many threads.
 *
 * <p>UPS tells how a shipment travels, not what a label of it costs: its codes of services are not those labels are bought
 * with. A place UPS is not sure of comes back as a list of candidates, and fields it cannot read as a list of names, both
 * with a good status: the request is refused then, saying so.
 */
final class UpsTransitTimes {
    private static final String DOCUMENTS = "02";
    private static final String GOODS = "03";
    private static final int CANDIDATES_TOLD = 5;
    /** Where a request has what UPS names otherwise. */
    private static final Map<String, String> PATHS = Map.of(
            "originCountryCode", "sender.country",
            "originStateProvince", "sender.state_or_province",
            "originCityName", "sender.city",
            "originPostalCode", "sender.postal_code",
            "destinationCountryCode", "recipient.country",
            "destinationStateProvince", "recipient.state_or_province",
            "destinationCityName", "recipient.city",
            "destinationPostalCode", "recipient.postal_code",
            "shipDate", "ship_date");

    /** UPS takes no more; how long a heavier shipment takes does not depend on it. */
    private static final BigDecimal MOST_POUNDS = new BigDecimal("150");

    private static final BigDecimal MOST_KILOGRAMS = new BigDecimal("70");
    private final CarrierProfile profile;

    UpsTransitTimes(CarrierProfile profile) {
        this.profile = profile;
    }

    static Question question(ShipmentRequest request, LocalDate today) {
        Address from = request.sender().orElseGet(() -> Address.builder().build());
        Address to = request.recipient().orElseGet(() -> Address.builder().build());
        UpsUnits units = UpsUnits.of(request).withoutOunces();
        boolean pounds = units.weight() == Weight.Unit.LB;
        Optional<Money> value = UpsForms.value(request);
        return new Question(
                from.country().orElse(""),
                from.stateOrProvince().orElse(null),
                from.city().orElse(null),
                UpsParties.postalCode(from).orElse(null),
                to.country().orElse(""),
                to.stateOrProvince().orElse(null),
                to.city().orElse(null),
                UpsParties.postalCode(to).orElse(null),
                to.residential().map(home -> home ? "01" : "02").orElse("02"),
                request.shipDate().orElse(today).toString(),
                units.totalAmount(request).min(pounds ? MOST_POUNDS : MOST_KILOGRAMS),
                pounds ? "LBS" : "KGS",
                value.map(Money::amount).orElse(null),
                value.map(money -> money.currency().getCurrencyCode()).orElse(null),
                UpsLane.isDocuments(request) ? DOCUMENTS : GOODS,
                request.parcels().size());
    }

    List<TransitTime> read(CarrierResponse response) {
        Answer answer = WireJson.read(response, Answer.class);
        List<Service> services = answer.emsResponse() == null
                ? List.of()
                : list(answer.emsResponse().services());
        if (services.isEmpty()) {
            refuse(response, answer);
        }
        return services.stream().flatMap(service -> time(service).stream()).toList();
    }

    private static void refuse(CarrierResponse response, Answer answer) {
        if (UpsErrors.isError(response)) {
            throw new UpsErrors()
                    .read(response, response.fault(ErrorCode.REQUEST_REFUSED))
                    .toException();
        }
        List<FieldProblem> problems = Stream.of(
                        ambiguous("sender.postal_code", list(answer.originPickList()), isOriginUnclear(answer)),
                        ambiguous(
                                "recipient.postal_code",
                                list(answer.destinationPickList()),
                                isDestinationUnclear(answer)),
                        unreadable(answer.validationList()))
                .flatMap(List::stream)
                .toList();
        if (!problems.isEmpty()) {
            ErrorDetails.Builder error = response.fault(ErrorCode.MALFORMED_REQUEST)
                    .argument(
                            "reason",
                            problems.stream().map(FieldProblem::toString).collect(Collectors.joining("; ")));
            problems.forEach(error::field);
            throw error.toException();
        }
        if (answer.emsResponse() == null) {
            throw UpsAnswers.malformed(response, "it holds no services");
        }
    }

    private static boolean isOriginUnclear(Answer answer) {
        return answer.validationList() != null
                && Boolean.TRUE.equals(answer.validationList().originAmbiguous());
    }

    private static boolean isDestinationUnclear(Answer answer) {
        return answer.validationList() != null
                && Boolean.TRUE.equals(answer.validationList().destinationAmbiguous());
    }

    private static List<FieldProblem> ambiguous(String path, List<Candidate> candidates, boolean said) {
        if (candidates.isEmpty() && !said) {
            return List.of();
        }
        String places = candidates.stream()
                .map(UpsTransitTimes::place)
                .filter(place -> !place.isEmpty())
                .distinct()
                .limit(CANDIDATES_TOLD)
                .collect(Collectors.joining(", "));
        return List.of(new FieldProblem(
                path, places.isEmpty() ? "is ambiguous to UPS" : "is ambiguous to UPS, it may be one of " + places));
    }

    private static String place(Candidate candidate) {
        return Stream.of(
                        UpsText.clean(candidate.city()),
                        UpsText.clean(candidate.stateProvince()),
                        UpsText.clean(candidate.postalCode()).or(() -> UpsText.clean(candidate.postalCodeLow())))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" "));
    }

    private static List<FieldProblem> unreadable(@Nullable Validation validation) {
        return validation == null
                ? List.of()
                : list(validation.invalidFieldList()).stream()
                        .flatMap(field -> UpsText.clean(field).stream())
                        .map(field -> new FieldProblem(
                                PATHS.getOrDefault(field, field), "is what UPS calls invalid (" + field + ")"))
                        .toList();
    }

    private Optional<TransitTime> time(Service service) {
        boolean guaranteed = UpsText.is(service.guaranteeIndicator(), "1");
        Optional<CarrierTime> handedOver = UpsTimes.date(service.pickupDate())
                .flatMap(day -> UpsTimes.time(service.pickupTime())
                        .filter(time -> time.toSecondOfDay() > 0)
                        .map(time -> CarrierTime.local(day.atTime(time))));
        String due = UpsText.clean(service.deliveryTime())
                .or(() -> UpsText.clean(service.commitTime()))
                .orElse(null);
        return UpsText.clean(service.serviceLevel())
                .map(level -> TransitTime.builder()
                        .carrier(profile.carrier())
                        .connection(profile.connection())
                        .service(level)
                        .serviceName(UpsText.clean(service.serviceLevelDescription()))
                        .transitDays(
                                UpsText.clean(service.businessTransitDays()).flatMap(WireText::integer))
                        .delivery(UpsTimes.delivery(service.deliveryDate(), due, guaranteed))
                        .cutoff(handedOver)
                        .guaranteed(UpsText.clean(service.guaranteeIndicator()).map(told -> guaranteed))
                        .alerts(UpsText.clean(service.serviceRemarksText()).stream()
                                .map(text -> Alert.builder().text(text).build())
                                .toList())
                        .build());
    }
}
