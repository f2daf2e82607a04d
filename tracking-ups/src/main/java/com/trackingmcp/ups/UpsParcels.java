package com.trackingmcp.ups;

import static com.trackingmcp.http.WireJson.list;

import com.trackingmcp.http.CarrierResponse;
import com.trackingmcp.http.WireJson;
import com.trackingmcp.http.WireText;
import com.trackingmcp.model.Alert;
import com.trackingmcp.ups.UpsTrackingWire.Answer;
import com.trackingmcp.ups.UpsTrackingWire.Parcel;
import com.trackingmcp.ups.UpsTrackingWire.Shipment;
import com.trackingmcp.ups.UpsTrackingWire.Warning;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The parcels of one answer: any number of shipments, each with any number of parcels. Immutable.
 *
 * @param found the parcels in UPS's order
 * @param warnings the warnings of shipments without parcels: they are about the answer as a whole
 */
record UpsParcels(List<Found> found, List<Warning> warnings) {
    UpsParcels {
        found = List.copyOf(found);
        warnings = List.copyOf(warnings);
    }

    /**
     * One parcel.
     *
     * @param parcel the parcel
     * @param inquiryNumber the number UPS names its shipment by
     * @param shipment which shipment of the answer it is in
     * @param warnings the warnings of its shipment
     * @param rawJson its own JSON, where asked for
     */
    record Found(
            Parcel parcel,
            @Nullable String inquiryNumber,
            int shipment,
            List<Warning> warnings,
            Optional<String> rawJson) {
        /** Its number in the form numbers are compared in; its shipment's where it has none of its own. */
        Optional<String> number() {
            return normal(parcel.trackingNumber()).or(() -> normal(inquiryNumber));
        }

        /** How many parcels UPS says its shipment has. */
        Optional<Integer> count() {
            return WireText.integer(parcel.packageCount()).filter(count -> count > 0);
        }

        private boolean answersTo(String number) {
            return number().filter(number::equals).isPresent();
        }

        private boolean isAlso(String number) {
            return list(parcel.alternateTrackingNumber()).stream()
                    .anyMatch(other ->
                            normal(other.number()).filter(number::equals).isPresent());
        }
    }

    static UpsParcels read(CarrierResponse response, boolean rawJson) {
        Answer answer = WireJson.read(response, Answer.class);
        List<Shipment> shipments = answer.trackResponse() == null
                ? List.of()
                : list(answer.trackResponse().shipment());
        List<List<String>> raw = rawJson ? UpsRawJson.of(response, shipments) : List.of();
        List<Found> found = new ArrayList<>();
        List<Warning> warnings = new ArrayList<>();
        for (int i = 0; i < shipments.size(); i++) {
            Shipment shipment = shipments.get(i);
            List<Found> parcels = parcels(shipment, i, raw.isEmpty() ? List.of() : raw.get(i));
            found.addAll(parcels);
            if (parcels.isEmpty()) {
                warnings.addAll(list(shipment.warnings()));
            }
        }
        return new UpsParcels(found, warnings);
    }

    private static List<Found> parcels(Shipment shipment, int index, List<String> raw) {
        List<Parcel> parcels = list(shipment.package_());
        List<Warning> warnings = list(shipment.warnings());
        List<Found> found = new ArrayList<>(parcels.size());
        for (int i = 0; i < parcels.size(); i++) {
            Optional<String> json = raw.isEmpty() ? Optional.empty() : Optional.of(raw.get(i));
            found.add(new Found(parcels.get(i), shipment.inquiryNumber(), index, warnings, json));
        }
        return found;
    }

    /**
     * The parcels that answer to a number: those that bear it; else those that have it as another number; else, for UPS
     * answers to master and partner numbers too, all.
     */
    List<Found> answeringTo(String number) {
        List<Found> bearing = new ArrayList<>();
        for (Found parcel : found) {
            if (parcel.answersTo(number)) {
                bearing.add(parcel);
            }
        }
        if (!bearing.isEmpty()) {
            return bearing;
        }
        List<Found> also =
                found.stream().filter(parcel -> parcel.isAlso(number)).toList();
        return also.isEmpty() ? found : also;
    }

    /** The numbers of the other parcels of a parcel's shipment. */
    List<String> siblings(Found parcel) {
        if (found.size() < 2) {
            return List.of();
        }
        return found.stream()
                .filter(other -> other.shipment() == parcel.shipment())
                .flatMap(other -> other.number().stream())
                .filter(number -> !parcel.answersTo(number))
                .distinct()
                .toList();
    }

    /** What UPS warns of beside a parcel. */
    List<Alert> alerts(Found parcel) {
        if (parcel.warnings().isEmpty() && warnings.isEmpty()) {
            return List.of();
        }
        return Stream.concat(parcel.warnings().stream(), warnings.stream())
                .flatMap(warning -> UpsText.clean(warning.message())
                        .or(() -> UpsText.clean(warning.code()))
                        .map(text -> Alert.builder()
                                .code(UpsText.clean(warning.code()))
                                .text(text)
                                .build())
                        .stream())
                .toList();
    }

    private static Optional<String> normal(@Nullable String number) {
        return UpsText.clean(number).map(text -> text.replace(" ", "").toUpperCase(Locale.ROOT));
    }
}
