package com.trackingmcp.dhl;

import com.trackingmcp.error.CarrierException;
import com.trackingmcp.http.CallContext;
import com.trackingmcp.http.CarrierHttp;
import com.trackingmcp.http.CarrierResponse;
import com.trackingmcp.http.WireJson;
import com.trackingmcp.http.WireText;
import com.trackingmcp.model.Address;
import com.trackingmcp.model.AddressValidation;
import com.trackingmcp.model.Alert;
import com.trackingmcp.spi.AddressCapability;
import com.trackingmcp.spi.CarrierProfile;
import com.trackingmcp.spi.Outcomes;
import com.trackingmcp.spi.RequestCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * MyDHL's address validation: whether DHL Express delivers to a postal code or city. Safe for use by many threads.
 *
 * <p>It knows no streets: the verdict is {@code SERVICEABLE} where the postal code is one that DHL delivers to, with the
 * city as DHL spells it among the corrections; {@code AMBIGUOUS} where it offers other codes instead; {@code INVALID} where
 * it offers nothing or refuses. What DHL answers for half-right questions is not documented, so corrections are a hint.
 */
final class DhlAddresses implements AddressCapability {
    static final String VALIDATE = "validate_address";
    static final String VALIDATE_POSTAL_CODE = "validate_postal_code";

    private final CarrierHttp http;
    private final CarrierProfile profile;

    DhlAddresses(CarrierHttp http, CarrierProfile profile) {
        this.http = http;
        this.profile = profile;
    }

    @Override
    public void check(Address address, RequestCheck check) {
        if (DhlParties.filled(address.postalCode()).isEmpty()
                && DhlParties.filled(address.city()).isEmpty()) {
            check.missing("postal_code", "or the city where the country has none");
        }
        check.atMost(DhlAddressCheck.LONGEST_CODE, "postal_code", address.postalCode());
        check.atMost(DhlAddressCheck.LONGEST_CITY, "city", address.city());
    }

    @Override
    public CompletableFuture<AddressValidation> validate(Address address, CallContext call) {
        return ask(VALIDATE, address, call);
    }

    @Override
    public boolean validatesPostalCodes() {
        return true;
    }

    @Override
    public CompletableFuture<AddressValidation> validatePostalCode(Address address, CallContext call) {
        return ask(VALIDATE_POSTAL_CODE, address, call);
    }

    private CompletableFuture<AddressValidation> ask(String operation, Address address, CallContext call) {
        return http.send(DhlAreas.question(operation, "delivery", address, call), call)
                .thenApply(response -> read(response, address))
                .exceptionallyCompose(failure -> {
                    CarrierException error = Outcomes.carrierException(failure);
                    return DhlAreas.isNotServed(error)
                            ? CompletableFuture.completedFuture(refused(error))
                            : CompletableFuture.failedFuture(error);
                });
    }

    private AddressValidation read(CarrierResponse response, Address asked) {
        DhlAddressWire.Answer answer = WireJson.read(response, DhlAddressWire.Answer.class);
        List<DhlAddressWire.Area> areas = WireJson.list(answer.address());
        Optional<DhlAddressWire.Area> best = areas.stream()
                .filter(area -> DhlAreas.isOf(area, asked) && DhlAreas.hasCity(area, asked))
                .findFirst()
                .or(() -> areas.stream()
                        .filter(area -> DhlAreas.isOf(area, asked))
                        .findFirst());
        AddressValidation.Builder validation = start(verdict(areas, best));
        best.ifPresent(area -> {
            validation.addCandidates(candidate(area, asked));
            validation.addAllCorrections(corrections(area, asked));
        });
        areas.stream()
                .filter(area -> best.filter(area::equals).isEmpty())
                .forEach(area -> validation.addCandidates(candidate(area, asked)));
        WireJson.list(answer.warnings()).stream()
                .flatMap(warning -> WireText.text(warning).stream())
                .forEach(warning ->
                        validation.addAlerts(Alert.builder().text(warning).build()));
        return validation.build();
    }

    private static AddressValidation.Verdict verdict(
            List<DhlAddressWire.Area> areas, Optional<DhlAddressWire.Area> best) {
        if (best.isPresent()) {
            return AddressValidation.Verdict.SERVICEABLE;
        }
        return areas.isEmpty() ? AddressValidation.Verdict.INVALID : AddressValidation.Verdict.AMBIGUOUS;
    }

    private AddressValidation refused(CarrierException error) {
        return start(AddressValidation.Verdict.INVALID)
                .addAlerts(Alert.builder()
                        .code(error.carrierCode())
                        .text(error.carrierText().orElse("not served"))
                        .build())
                .build();
    }

    private AddressValidation.Builder start(AddressValidation.Verdict verdict) {
        return AddressValidation.builder()
                .carrier(profile.carrier())
                .connection(profile.connection())
                .verdict(verdict)
                .classification(AddressValidation.Classification.UNKNOWN);
    }

    /** What was asked, with the area as DHL writes it. */
    private static Address candidate(DhlAddressWire.Area area, Address asked) {
        return Address.builder()
                .lines(asked.lines())
                .stateOrProvince(asked.stateOrProvince())
                .city(WireText.text(area.cityName()))
                .postalCode(WireText.text(area.postalCode()))
                .country(WireText.country(area.countryCode()).or(asked::country))
                .build();
    }

    private static List<AddressValidation.Correction> corrections(DhlAddressWire.Area area, Address asked) {
        List<AddressValidation.Correction> corrections = new ArrayList<>();
        add(corrections, "postal_code", asked.postalCode(), area.postalCode());
        add(corrections, "city", asked.city(), area.cityName());
        return corrections;
    }

    /** Case alone is no correction, for DHL writes in capitals; what was not asked is none either. */
    private static void add(
            List<AddressValidation.Correction> corrections,
            String path,
            Optional<String> asked,
            @Nullable String told) {
        DhlParties.filled(asked)
                .ifPresent(given -> WireText.text(told)
                        .filter(text -> !text.equalsIgnoreCase(given))
                        .ifPresent(text -> corrections.add(new AddressValidation.Correction(path, given, text))));
    }
}
