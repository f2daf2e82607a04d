package com.trackingmcp.fedex;

import com.trackingmcp.fedex.FedexApi.Reply;
import com.trackingmcp.fedex.FedexTrackingWire.CompleteResult;
import com.trackingmcp.fedex.FedexTrackingWire.DeliveryDetails;
import com.trackingmcp.fedex.FedexTrackingWire.Identifier;
import com.trackingmcp.fedex.FedexTrackingWire.Image;
import com.trackingmcp.fedex.FedexTrackingWire.ScanEvent;
import com.trackingmcp.fedex.FedexTrackingWire.ServiceDetail;
import com.trackingmcp.fedex.FedexTrackingWire.StatusDetail;
import com.trackingmcp.fedex.FedexTrackingWire.TrackResult;
import com.trackingmcp.http.CallContext;
import com.trackingmcp.http.WireJson;
import com.trackingmcp.http.WireText;
import com.trackingmcp.http.WireTime;
import com.trackingmcp.model.Alert;
import com.trackingmcp.model.AssociatedNumber;
import com.trackingmcp.model.Reference;
import com.trackingmcp.model.TrackingEvent;
import com.trackingmcp.model.TrackingNumber;
import com.trackingmcp.model.TrackingResult;
import com.trackingmcp.model.TrackingStatus;
import com.trackingmcp.spi.CarrierContext;
import com.trackingmcp.spi.CarrierProfile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** FedEx's track results as the common model. Safe for use by many threads. */
final class FedexTrackingMapper {
    /** Identifiers that are numbers of other parcels; all other kinds are the shipper's references. */
    private static final Set<String> NUMBERS = Set.of(
            "standard_mps",
            "group_mps",
            "outbound_link_to_return",
            "returned_to_shipper_tracking_number",
            "reroute_tracking_number",
            "cod_return_tracking_number",
            "partner_carrier_number",
            "tracking_number_or_doortag");

    private static final Set<TrackingStatus> ENDED =
            Set.of(TrackingStatus.DELIVERED, TrackingStatus.RETURNED, TrackingStatus.CANCELLED);

    private final CarrierProfile profile;
    private final CarrierContext context;

    FedexTrackingMapper(CarrierProfile profile, CarrierContext context) {
        this.profile = profile;
        this.context = context;
    }

    /** Starts to map one answer. */
    Batch batch(Reply reply, CallContext call) {
        return new Batch(
                reply,
                FedexAlerts.of(reply),
                call.rawJson() ? FedexRawJson.of(reply) : new IdentityHashMap<>(),
                context.clock().instant());
    }

    /** What the parcels of one answer share. */
    final class Batch {
        private final Reply reply;
        private final List<Alert> alerts;
        private final IdentityHashMap<TrackResult, String> raw;
        private final Instant retrievedAt;

        private Batch(Reply reply, List<Alert> alerts, IdentityHashMap<TrackResult, String> raw, Instant retrievedAt) {
            this.reply = reply;
            this.alerts = alerts;
            this.raw = raw;
            this.retrievedAt = retrievedAt;
        }

        Reply reply() {
            return reply;
        }

        /** The first of the candidates, with the others beside it; another that cannot be read is left out. */
        TrackingResult result(TrackingNumber number, List<TrackResult> candidates) {
            TrackingResult.Builder best = map(number, candidates.get(0));
            for (TrackResult other : candidates.subList(1, candidates.size())) {
                try {
                    if (other.fault().isEmpty()) {
                        best.addAlternatives(map(number, other).build());
                    }
                } catch (RuntimeException e) {
                    // the parcel that was meant is not lost over another one
                }
            }
            return best.build();
        }

        /** A parcel found by something else than its number. */
        TrackingResult found(CompleteResult answer, TrackResult parcel) {
            String number = WireText.text(answer.trackingNumber())
                    .or(parcel::number)
                    .orElseThrow(() -> new IllegalStateException("a parcel without a number"));
            return map(TrackingNumber.of(number, profile.connection()), parcel).build();
        }

        private TrackingResult.Builder map(TrackingNumber asked, TrackResult parcel) {
            FedexStatus.Reading reading = FedexStatus.read(parcel);
            List<ScanEvent> scans = parcel.scans();
            TrackingResult.Builder result = TrackingResult.builder()
                    .number(numbered(asked, parcel))
                    .carrier(profile.carrier())
                    .connection(profile.connection())
                    .retrievedAt(retrievedAt)
                    .status(reading.status())
                    .carrierStatusCode(reading.code())
                    .carrierStatusText(text(parcel.latestStatusDetail(), scans))
                    .delayed(reading.delayed())
                    .events(events(scans, reading.scans()))
                    .exceptions(FedexExceptions.of(parcel, reading))
                    .alerts(FedexAlerts.with(alerts, parcel))
                    .rawJson(Optional.ofNullable(raw.get(parcel)));
            describe(result, parcel);
            identify(result, asked, parcel.identifiers());
            deliver(result, parcel, reading.status());
            reading.unmapped().forEach(code -> context.unmappedCodes().accept(profile.carrier(), code));
            return result;
        }
    }

    private static TrackingNumber numbered(TrackingNumber asked, TrackResult parcel) {
        return parcel.uniqueId()
                .map(id -> TrackingNumber.builder().from(asked).uniqueId(id).build())
                .orElse(asked);
    }

    private static Optional<String> text(@Nullable StatusDetail latest, List<ScanEvent> scans) {
        Optional<String> said =
                latest == null ? Optional.empty() : WireText.first(latest.description(), latest.statusByLocale());
        return said.or(() -> scans.stream().findFirst().flatMap(FedexTrackingMapper::text));
    }

    private static Optional<String> text(ScanEvent scan) {
        return WireText.first(scan.eventDescription(), scan.derivedStatus());
    }

    private static List<TrackingEvent> events(List<ScanEvent> scans, List<TrackingStatus> statuses) {
        List<TrackingEvent> events = new ArrayList<>(scans.size());
        for (int i = 0; i < scans.size(); i++) {
            ScanEvent scan = scans.get(i);
            events.add(TrackingEvent.builder()
                    .time(WireTime.parse(scan.date()))
                    .status(statuses.get(i))
                    .carrierStatusCode(WireText.first(scan.eventType(), scan.derivedStatusCode()))
                    .carrierStatusText(text(scan))
                    .reasonCode(WireText.text(scan.exceptionCode()))
                    .reasonText(WireText.text(scan.exceptionDescription()))
                    .location(FedexPlaces.of(scan))
                    .build());
        }
        return events;
    }

    private static void describe(TrackingResult.Builder result, TrackResult parcel) {
        ServiceDetail service = parcel.serviceDetail();
        if (service != null) {
            result.serviceCode(WireText.text(service.type()))
                    .serviceName(WireText.first(service.description(), service.shortDescription()));
        }
        result.origin(FedexPlaces.origin(parcel))
                .destination(FedexPlaces.destination(parcel))
                .weight(FedexMeasures.weight(parcel))
                .dimensions(FedexMeasures.dimensions(parcel))
                .pieceCount(FedexMeasures.pieces(parcel));
        if (parcel.availableImages() != null) {
            boolean proven = false;
            for (Image image : WireJson.list(parcel.availableImages())) {
                proven |= "SIGNATURE_PROOF_OF_DELIVERY".equalsIgnoreCase(image.type());
            }
            result.proofOfDeliveryAvailable(proven);
        }
    }

    private static void identify(TrackingResult.Builder result, TrackingNumber asked, List<Identifier> identifiers) {
        Set<AssociatedNumber> numbers = new LinkedHashSet<>();
        Set<Reference> references = new LinkedHashSet<>();
        for (Identifier identifier : identifiers) {
            String kind = identifier.kind().orElse("reference");
            for (String value : identifier.all()) {
                if (!NUMBERS.contains(kind)) {
                    references.add(Reference.builder().type(kind).value(value).build());
                } else if (!value.equals(asked.value())) {
                    numbers.add(
                            AssociatedNumber.builder().type(kind).number(value).build());
                }
            }
        }
        result.references(references).associatedNumbers(numbers);
    }

    private static void deliver(TrackingResult.Builder result, TrackResult parcel, TrackingStatus status) {
        if (!ENDED.contains(status)) {
            result.estimatedDelivery(FedexTimes.estimate(parcel));
        }
        if (status == TrackingStatus.DELIVERED) {
            result.deliveredAt(FedexTimes.delivered(parcel));
        }
        DeliveryDetails delivery = parcel.deliveryDetails();
        if (delivery != null) {
            result.signedBy(person(delivery.signedByName()).or(() -> person(delivery.receivedByName())))
                    .deliveryAttempts(WireText.integer(delivery.deliveryAttempts()));
        }
    }

    /** A name; empty for the phrases that FedEx writes in its place where nobody signed. */
    private static Optional<String> person(@Nullable String name) {
        return WireText.text(name).filter(text -> {
            StringBuilder capitals = new StringBuilder(text.length());
            for (char c : text.toUpperCase(Locale.ROOT).toCharArray()) {
                if (c >= 'A' && c <= 'Z') {
                    capitals.append(c);
                }
            }
            String letters = capitals.toString();
            return !letters.contains("SIGNATURE") && !letters.contains("NOTREQ");
        });
    }
}
