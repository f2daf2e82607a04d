package com.trackingmcp.ups;

import static com.trackingmcp.http.WireJson.list;

import com.trackingmcp.http.WireText;
import com.trackingmcp.model.Alert;
import com.trackingmcp.model.AssociatedNumber;
import com.trackingmcp.model.Dimensions;
import com.trackingmcp.model.ExceptionDetail;
import com.trackingmcp.model.Location;
import com.trackingmcp.model.Reference;
import com.trackingmcp.model.TrackingEvent;
import com.trackingmcp.model.TrackingNumber;
import com.trackingmcp.model.TrackingResult;
import com.trackingmcp.model.TrackingStatus;
import com.trackingmcp.model.Weight;
import com.trackingmcp.spi.CarrierContext;
import com.trackingmcp.spi.CarrierProfile;
import com.trackingmcp.ups.UpsStatus.Family;
import com.trackingmcp.ups.UpsStatus.Meaning;
import com.trackingmcp.ups.UpsTrackingWire.Activity;
import com.trackingmcp.ups.UpsTrackingWire.AlternateNumber;
import com.trackingmcp.ups.UpsTrackingWire.PackageAddress;
import com.trackingmcp.ups.UpsTrackingWire.Parcel;
import com.trackingmcp.ups.UpsTrackingWire.ReferenceNumber;
import com.trackingmcp.ups.UpsTrackingWire.Service;
import com.trackingmcp.ups.UpsTrackingWire.Status;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns parcels as UPS tells them into results. Safe for use by many threads. */
final class UpsTrackingMapper {
    private static final Set<TrackingStatus> TROUBLE =
            Set.of(TrackingStatus.EXCEPTION, TrackingStatus.DELIVERY_ATTEMPTED, TrackingStatus.ON_HOLD);
    private static final Set<String> FREIGHT_TYPES = Set.of("DO", "DD", "W");
    private static final Set<String> MAIL_SERVICES = Set.of("M2", "M3", "M4", "M5", "M6", "M7");

    /** UPS counts attempts in words; the "final attempt" is of no told number. */
    private static final Map<String, Integer> ATTEMPTS = Map.of("022", 1, "023", 2);

    private static final String UNCOUNTED_ATTEMPT = "024";

    private final CarrierProfile profile;
    private final CarrierContext context;

    UpsTrackingMapper(CarrierProfile profile, CarrierContext context) {
        this.profile = profile;
        this.context = context;
    }

    /**
     * One parcel.
     *
     * @param number what was asked for; the parcel's own where a reference was asked for
     * @param freight whether freight was asked for
     */
    TrackingResult map(UpsParcels parcels, UpsParcels.Found found, TrackingNumber number, boolean freight) {
        Parcel wire = found.parcel();
        Family family = family(wire, number, freight);
        List<Activity> activities = list(wire.activity());
        List<Meaning> meanings = new ArrayList<>(activities.size());
        for (Activity activity : activities) {
            meanings.add(UpsStatus.ofActivity(activity.status(), family));
        }
        UpsStanding standing = UpsStanding.of(wire, meanings, family);
        report(meanings, standing);
        List<TrackingEvent> events = UpsEvents.events(activities, meanings, standing.eventStatuses());
        TrackingResult.Builder result = TrackingResult.builder()
                .number(number)
                .carrier(profile.carrier())
                .connection(profile.connection())
                .events(events)
                .exceptions(exceptions(meanings, events))
                .deliveryAttempts(attempts(meanings))
                .associatedNumbers(associated(parcels, found, number))
                .pieceCount(found.count())
                .alerts(parcels.alerts(found))
                .retrievedAt(context.clock().instant())
                .rawJson(found.rawJson());
        stand(result, wire, standing, UpsEvents.scans(events, meanings));
        describe(result, wire);
        return result.build();
    }

    private static void stand(
            TrackingResult.Builder result, Parcel wire, UpsStanding standing, List<TrackingEvent> scans) {
        TrackingStatus status = standing.status();
        result.status(status)
                .carrierStatusCode(standing.deciding().rawCode())
                .carrierStatusText(standing.deciding().text().or(() -> currentMilestone(wire)))
                .delayed(!status.isFinal() && standing.deciding().late())
                .estimatedDelivery(UpsDelivery.expected(wire, status))
                .deliveredAt(UpsDelivery.delivered(wire, status, scans));
        // UPS fills this before delivery too, with nothing that tells of one
        boolean arrived = status == TrackingStatus.DELIVERED || status == TrackingStatus.RETURNED;
        if (arrived && wire.deliveryInformation() != null) {
            result.signedBy(UpsText.clean(wire.deliveryInformation().receivedBy()));
            result.proofOfDeliveryAvailable(UpsProof.documents(wire).isEmpty() ? Optional.empty() : Optional.of(true));
        }
    }

    /** A parcel that could not be mapped, named so that it is not missing without a word. */
    TrackingResult unreadable(UpsParcels.Found found, TrackingNumber number) {
        return TrackingResult.builder()
                .number(number)
                .carrier(profile.carrier())
                .connection(profile.connection())
                .status(TrackingStatus.UNKNOWN)
                .alerts(List.of(Alert.builder()
                        .text("What UPS said of this parcel could not be read.")
                        .build()))
                .retrievedAt(context.clock().instant())
                .rawJson(found.rawJson())
                .build();
    }

    /**
     * Whose codes the parcel has: freight by its types or its number, Mail Innovations by its service or its number. Of
     * a parcel that UPS names by another number than was asked for, its own number counts.
     */
    private static Family family(Parcel wire, TrackingNumber asked, boolean freight) {
        boolean freightType = isFreight(wire.currentStatus());
        for (Activity activity : list(wire.activity())) {
            freightType |= isFreight(activity.status());
        }
        String number = UpsText.clean(wire.trackingNumber()).orElse(asked.value());
        String shape = UpsNumbers.match(number).family();
        if (freight || freightType || shape.equals(UpsNumbers.FREIGHT)) {
            return Family.FREIGHT;
        }
        UpsTrackingWire.Service service = wire.service();
        String name = service == null
                ? ""
                : UpsText.clean(service.description()).orElse("").toLowerCase(Locale.ROOT);
        boolean mailService = service != null
                && UpsText.clean(service.levelCode())
                        .filter(MAIL_SERVICES::contains)
                        .isPresent();
        if (mailService || name.contains("mail innovations") || shape.equals(UpsNumbers.MAIL_INNOVATIONS)) {
            return Family.MAIL_INNOVATIONS;
        }
        return name.contains("surepost") || name.contains("ground saver") ? Family.POSTAL_DELIVERY : Family.PARCEL;
    }

    private static boolean isFreight(@Nullable Status status) {
        return status != null
                && status.type() != null
                && FREIGHT_TYPES.contains(UpsText.clean(status.type()).orElse(""));
    }

    private void report(List<Meaning> meanings, UpsStanding standing) {
        Meaning deciding = standing.deciding();
        boolean told = false;
        for (Meaning meaning : meanings) {
            report(meaning);
            told |= meaning.unmappedCode().equals(deciding.unmappedCode());
        }
        if (!told) {
            report(deciding);
        }
    }

    private void report(Meaning meaning) {
        meaning.unmappedCode().ifPresent(code -> context.unmappedCodes().accept(profile.carrier(), code));
    }

    /** Milestones have no published codes: their words stand in where neither activity nor current status has any. */
    private static Optional<String> currentMilestone(Parcel wire) {
        return list(wire.milestones()).stream()
                .filter(milestone -> "true".equals(milestone.current()))
                .flatMap(milestone -> UpsText.clean(milestone.description()).stream())
                .findFirst();
    }

    private static List<ExceptionDetail> exceptions(List<Meaning> meanings, List<TrackingEvent> events) {
        List<ExceptionDetail> exceptions = new ArrayList<>();
        for (int i = 0; i < meanings.size(); i++) {
            Meaning meaning = meanings.get(i);
            TrackingEvent event = events.get(i);
            boolean customsTrouble =
                    event.status() == TrackingStatus.CUSTOMS && meaning.type().equals("X");
            if (!meaning.informational() && (TROUBLE.contains(event.status()) || customsTrouble)) {
                exceptions.add(ExceptionDetail.builder()
                        .code(meaning.activityCode().or(meaning::rawCode))
                        .reason(meaning.text())
                        .time(event.time())
                        .build());
            }
        }
        return exceptions;
    }

    private static Optional<Integer> attempts(List<Meaning> meanings) {
        int attempts = 0;
        for (Meaning meaning : meanings) {
            if (meaning.statusCode().equals(UNCOUNTED_ATTEMPT)) {
                return Optional.empty();
            }
            attempts = Math.max(attempts, ATTEMPTS.getOrDefault(meaning.statusCode(), 0));
        }
        return attempts == 0 ? Optional.empty() : Optional.of(attempts);
    }

    private static void describe(TrackingResult.Builder result, Parcel wire) {
        Service service = wire.service();
        if (service != null) {
            result.serviceCode(UpsText.clean(service.levelCode()).or(() -> UpsText.clean(service.code())));
            result.serviceName(UpsText.clean(service.description()));
        }
        result.origin(place(wire, "ORIGIN")).destination(place(wire, "DESTINATION"));
        result.weight(weight(wire)).dimensions(dimensions(wire));
        Set<Reference> references = new LinkedHashSet<>();
        for (ReferenceNumber reference : list(wire.referenceNumber())) {
            UpsText.clean(reference.number())
                    .filter(number -> !number.equalsIgnoreCase("NA"))
                    .ifPresent(number -> references.add(Reference.builder()
                            .type(lower(reference.type(), "reference"))
                            .value(number)
                            .build()));
        }
        result.references(references);
    }

    private static Optional<Location> place(Parcel wire, String type) {
        for (PackageAddress address : list(wire.packageAddress())) {
            if (type.equalsIgnoreCase(UpsText.clean(address.type()).orElse(""))) {
                Optional<Location> place = UpsEvents.location(address.address(), null);
                if (place.isPresent()) {
                    return place;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Weight> weight(Parcel wire) {
        return Optional.ofNullable(wire.weight())
                .flatMap(weight -> WireText.decimal(weight.weight())
                        .filter(value -> value.signum() > 0)
                        .flatMap(value -> UpsText.clean(weight.unitOfMeasurement())
                                .flatMap(Weight.Unit::ofCarrier)
                                .map(unit -> new Weight(value, unit))));
    }

    private static Optional<Dimensions> dimensions(Parcel wire) {
        if (wire.dimension() == null) {
            return Optional.empty();
        }
        Optional<BigDecimal> length =
                WireText.decimal(wire.dimension().length()).filter(value -> value.signum() > 0);
        Optional<BigDecimal> width = WireText.decimal(wire.dimension().width()).filter(value -> value.signum() > 0);
        Optional<BigDecimal> height =
                WireText.decimal(wire.dimension().height()).filter(value -> value.signum() > 0);
        Optional<Dimensions.Unit> unit =
                UpsText.clean(wire.dimension().unitOfDimension()).flatMap(Dimensions.Unit::ofCarrier);
        return length.isPresent() && width.isPresent() && height.isPresent() && unit.isPresent()
                ? Optional.of(new Dimensions(length.get(), width.get(), height.get(), unit.get()))
                : Optional.empty();
    }

    private static Set<AssociatedNumber> associated(UpsParcels parcels, UpsParcels.Found found, TrackingNumber asked) {
        Set<AssociatedNumber> numbers = new LinkedHashSet<>();
        found.number().ifPresent(number -> addOther(numbers, "package", number, asked));
        for (String sibling : parcels.siblings(found)) {
            addOther(numbers, "package", sibling, asked);
        }
        for (AlternateNumber other : list(found.parcel().alternateTrackingNumber())) {
            UpsText.clean(other.number())
                    .ifPresent(number -> addOther(numbers, lower(other.type(), "alternate"), number, asked));
        }
        return numbers;
    }

    private static void addOther(Set<AssociatedNumber> numbers, String type, String number, TrackingNumber asked) {
        if (!number.equals(asked.value())) {
            numbers.add(associated(type, number));
        }
    }

    private static AssociatedNumber associated(String type, String number) {
        return AssociatedNumber.builder().type(type).number(number).build();
    }

    private static String lower(@Nullable String type, String untold) {
        return UpsText.clean(type).orElse(untold).toLowerCase(Locale.ROOT);
    }
}
