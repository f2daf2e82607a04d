package com.trackingmcp.fedex;

import com.trackingmcp.http.WireJson;
import com.trackingmcp.http.WireText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * FedEx's Track API as it is on the wire. Everything may be missing: real answers hold {@code ""}, {@code {}} and
 * {@code [""]} where there is nothing to say. Where the published description and real answers name a field
 * differently, both are here.
 */
final class FedexTrackingWire {
    private FedexTrackingWire() {}

    record Answer(
            @Nullable String transactionId,
            @Nullable Output output,
            @Nullable List<@Nullable Fault> errors) {}

    record Output(
            @Nullable List<@Nullable CompleteResult> completeTrackResults,
            @Nullable List<@Nullable Object> alerts,
            @Nullable List<@Nullable Fault> cxsErrors,
            @Nullable String message,
            @Nullable String documentFormat,
            @Nullable List<@Nullable String> documents,
            @Nullable List<@Nullable String> document) {}

    /** An error or an alert. */
    record Fault(@Nullable String code, @Nullable String message) {
        boolean isEmpty() {
            return WireText.first(code, message).isEmpty();
        }
    }

    record CompleteResult(
            @Nullable String trackingNumber, @Nullable List<@Nullable TrackResult> trackResults) {
        List<TrackResult> results() {
            return WireJson.list(trackResults);
        }

        /** The number this answers, or that of the first parcel that says its own. */
        Optional<String> number() {
            return WireText.text(trackingNumber)
                    .or(() -> results().stream()
                            .flatMap(result -> result.number().stream())
                            .findFirst());
        }
    }

    record TrackResult(
            @Nullable NumberInfo trackingNumberInfo,
            @Nullable AdditionalInfo additionalTrackingInfo,
            @Nullable Party shipperInformation,
            @Nullable Party recipientInformation,
            @Nullable StatusDetail latestStatusDetail,
            @Nullable List<@Nullable DateAndTime> dateAndTimes,
            @Nullable TimeWindow estimatedDeliveryTimeWindow,
            @Nullable TimeWindow standardTransitTimeWindow,
            @Nullable List<@Nullable ScanEvent> scanEvents,
            @Nullable ServiceDetail serviceDetail,
            @Nullable PackageDetails packageDetails,
            @Nullable ShipmentDetails shipmentDetails,
            @Nullable LocationDetail originLocation,
            @Nullable LocationDetail destinationLocation,
            @Nullable Address lastUpdatedDestinationAddress,
            @Nullable DeliveryDetails deliveryDetails,
            @Nullable List<@Nullable Image> availableImages,
            @Nullable List<@Nullable InformationNote> informationNotes,
            @Nullable CommitMessage serviceCommitMessage,
            @Nullable Fault error) {

        /** The scans, newest first as FedEx sends them. */
        List<ScanEvent> scans() {
            List<ScanEvent> all = WireJson.list(scanEvents);
            for (ScanEvent scan : all) {
                if (scan.isEmpty()) {
                    return all.stream().filter(other -> !other.isEmpty()).toList();
                }
            }
            return all;
        }

        /** The number the parcel itself has. */
        Optional<String> number() {
            return trackingNumberInfo == null ? Optional.empty() : WireText.text(trackingNumberInfo.trackingNumber());
        }

        /** Other numbers that lead to this parcel, a door tag's among them. */
        List<String> tags() {
            List<String> tags = new ArrayList<>(0);
            for (Identifier identifier : identifiers()) {
                if (identifier.isOf("tracking_number_or_doortag")) {
                    tags.addAll(identifier.all());
                }
            }
            return tags;
        }

        /** The id that tells parcels with one reused number apart. */
        Optional<String> uniqueId() {
            return trackingNumberInfo == null
                    ? Optional.empty()
                    : WireText.text(trackingNumberInfo.trackingNumberUniqueId());
        }

        /** The first time of a type, as FedEx wrote it. */
        Optional<String> time(String type) {
            for (DateAndTime time : WireJson.list(dateAndTimes)) {
                Optional<String> told =
                        type.equalsIgnoreCase(WireText.text(time.type()).orElse(""))
                                ? WireText.text(time.dateTime())
                                : Optional.empty();
                if (told.isPresent()) {
                    return told;
                }
            }
            return Optional.empty();
        }

        /** The error FedEx told instead of a parcel. */
        Optional<Fault> fault() {
            Optional<Fault> said = said();
            return said.isEmpty() || isTold() ? Optional.empty() : said;
        }

        /** The error FedEx told beside a parcel, which is no more than a note then. */
        Optional<Fault> note() {
            Optional<Fault> said = said();
            return said.isPresent() && isTold() ? said : Optional.empty();
        }

        private Optional<Fault> said() {
            return error == null || error.isEmpty() ? Optional.empty() : Optional.of(error);
        }

        private boolean isTold() {
            boolean status = latestStatusDetail != null
                    && WireText.first(latestStatusDetail.code(), latestStatusDetail.derivedCode())
                            .isPresent();
            return status || !scans().isEmpty();
        }

        List<Identifier> identifiers() {
            return additionalTrackingInfo == null
                    ? List.of()
                    : WireJson.list(additionalTrackingInfo.packageIdentifiers());
        }
    }

    record NumberInfo(
            @Nullable String trackingNumber,
            @Nullable String trackingNumberUniqueId,
            @Nullable String carrierCode) {}

    record AdditionalInfo(
            @Nullable List<@Nullable Identifier> packageIdentifiers,
            @Nullable Boolean hasAssociatedShipments) {}

    /** {@code values} in real answers, {@code value} in the description: a list by schema, a text by sample. */
    record Identifier(
            @Nullable String type,
            @Nullable List<@Nullable String> values,
            @Nullable List<@Nullable String> value) {
        /** The type in lower case. */
        Optional<String> kind() {
            return WireText.text(type).map(text -> text.toLowerCase(Locale.ROOT));
        }

        boolean isOf(String lowerCase) {
            return lowerCase.equalsIgnoreCase(WireText.text(type).orElse(""));
        }

        List<String> all() {
            List<String> named = WireJson.list(values);
            if (named.size() == 1 && (value == null || value.isEmpty())) {
                return WireText.text(named.get(0)).map(List::of).orElse(List.of());
            }
            return Stream.concat(WireJson.list(values).stream(), WireJson.list(value).stream())
                    .flatMap(text -> WireText.text(text).stream())
                    .distinct()
                    .toList();
        }
    }

    record Party(@Nullable Address address) {}

    record Address(
            @Nullable String city,
            @Nullable String stateOrProvinceCode,
            @Nullable String postalCode,
            @Nullable String countryCode) {}

    record LocationDetail(@Nullable ContactAndAddress locationContactAndAddress) {}

    record ContactAndAddress(@Nullable Address address) {}

    record StatusDetail(
            @Nullable String code,
            @Nullable String derivedCode,
            @Nullable String statusByLocale,
            @Nullable String description,
            @Nullable List<@Nullable Ancillary> ancillaryDetails,
            @Nullable DelayDetail delayDetail) {}

    record Ancillary(
            @Nullable String reason,
            @Nullable String reasonDescription,
            @Nullable String action,
            @Nullable String actionDescription) {}

    record DelayDetail(
            @Nullable String type,
            @Nullable String subType,
            @Nullable String status) {
        static boolean isLate(@Nullable DelayDetail detail) {
            return detail != null
                    && "DELAYED".equalsIgnoreCase(WireText.text(detail.status()).orElse(""));
        }
    }

    record DateAndTime(@Nullable String type, @Nullable String dateTime) {}

    record TimeWindow(@Nullable Window window) {}

    record Window(@Nullable String begins, @Nullable String ends) {}

    record ScanEvent(
            @Nullable String date,
            @Nullable String eventType,
            @Nullable String eventDescription,
            @Nullable String exceptionCode,
            @Nullable String exceptionDescription,
            @Nullable Address scanLocation,
            @Nullable String locationId,
            @Nullable String derivedStatusCode,
            @Nullable String derivedStatus,
            @Nullable DelayDetail delayDetail) {
        boolean isEmpty() {
            return WireText.text(eventType).isEmpty()
                    && WireText.first(date, eventDescription, derivedStatusCode, derivedStatus)
                            .isEmpty();
        }
    }

    record ServiceDetail(
            @Nullable String type,
            @Nullable String description,
            @Nullable String shortDescription) {}

    record PackageDetails(
            @Nullable WeightAndDimensions weightAndDimensions,
            @Nullable String count) {}

    record WeightAndDimensions(
            @Nullable List<@Nullable WireWeight> weight,
            @Nullable List<@Nullable WireDimensions> dimensions) {}

    record WireWeight(@Nullable String unit, @Nullable String value) {}

    record WireDimensions(
            @Nullable String length,
            @Nullable String width,
            @Nullable String height,
            @Nullable String units) {}

    record ShipmentDetails(@Nullable List<@Nullable WireWeight> weight) {}

    record DeliveryDetails(
            @Nullable String receivedByName,
            @Nullable String signedByName,
            @Nullable String deliveryAttempts,
            @Nullable Address actualDeliveryAddress) {}

    record Image(@Nullable String type) {}

    record InformationNote(@Nullable String code, @Nullable String description) {}

    record CommitMessage(@Nullable String type, @Nullable String message) {}
}
