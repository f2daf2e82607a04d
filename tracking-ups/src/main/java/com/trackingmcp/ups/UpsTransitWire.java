package com.trackingmcp.ups;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The Time In Transit API's requests and answers as they travel: flat, with real numbers one way and texts the other. */
final class UpsTransitWire {
    private UpsTransitWire() {}

    record Question(
            String originCountryCode,
            @Nullable String originStateProvince,
            @Nullable String originCityName,
            @Nullable String originPostalCode,
            String destinationCountryCode,
            @Nullable String destinationStateProvince,
            @Nullable String destinationCityName,
            @Nullable String destinationPostalCode,
            @Nullable String residentialIndicator,
            String shipDate,
            BigDecimal weight,
            String weightUnitOfMeasure,
            @Nullable BigDecimal shipmentContentsValue,
            @Nullable String shipmentContentsCurrencyCode,
            String billType,
            Integer numberOfPackages) {}

    record Answer(
            @Nullable Validation validationList,
            @Nullable List<@Nullable Candidate> destinationPickList,
            @Nullable List<@Nullable Candidate> originPickList,
            @Nullable Services emsResponse) {}

    record Validation(
            @Nullable List<@Nullable String> invalidFieldList,
            @Nullable Boolean destinationAmbiguous,
            @Nullable Boolean originAmbiguous) {}

    record Candidate(
            @Nullable String city,
            @Nullable String stateProvince,
            @Nullable String postalCode,
            @Nullable String postalCodeLow) {}

    record Services(@Nullable List<@Nullable Service> services) {}

    record Service(
            @Nullable String serviceLevel,
            @Nullable String serviceLevelDescription,
            @Nullable String businessTransitDays,
            @Nullable String pickupDate,
            @Nullable String pickupTime,
            @Nullable String deliveryDate,
            @Nullable String deliveryTime,
            @Nullable String commitTime,
            @Nullable String guaranteeIndicator,
            @Nullable String serviceRemarksText) {}
}
