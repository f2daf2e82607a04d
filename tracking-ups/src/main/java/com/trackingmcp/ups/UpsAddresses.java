package com.trackingmcp.ups;

import static com.trackingmcp.http.WireJson.list;

import com.trackingmcp.http.CallContext;
import com.trackingmcp.http.CarrierHttp;
import com.trackingmcp.http.CarrierRequest;
import com.trackingmcp.http.CarrierResponse;
import com.trackingmcp.http.WireJson;
import com.trackingmcp.model.Address;
import com.trackingmcp.model.AddressValidation;
import com.trackingmcp.model.AddressValidation.Classification;
import com.trackingmcp.model.AddressValidation.Correction;
import com.trackingmcp.model.AddressValidation.Verdict;
import com.trackingmcp.spi.AddressCapability;
import com.trackingmcp.spi.CarrierProfile;
import com.trackingmcp.spi.RequestCheck;
import com.trackingmcp.ups.UpsAddressWire.Answer;
import com.trackingmcp.ups.UpsAddressWire.Candidate;
import com.trackingmcp.ups.UpsAddressWire.KeyFormat;
import com.trackingmcp.ups.UpsAddressWire.Question;
import com.trackingmcp.ups.UpsAddressWire.XavRequest;
import com.trackingmcp.ups.UpsAddressWire.XavResponse;
import com.trackingmcp.ups.UpsParts.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * What UPS knows of addresses. Safe for use by many threads; never blocks.
 *
 * <p>UPS knows those of the United States and Puerto Rico: of others it is not asked, for it cannot tell. Its test
 * environment knows those in New York and California alone. It has no API for postal codes.
 *
 * <p>A valid address may be written otherwise by UPS: case and punctuation apart, each difference is a correction. A postal
 * code that UPS only adds four digits to is none.
 */
final class UpsAddresses implements AddressCapability {
    private static final String VALIDATION_AND_CLASSIFICATION = "/api/addressvalidation/v2/3";
    private static final Set<String> KNOWN = Set.of("US", "PR");
    private static final int MOST_LINES = 3;
    private static final int LONGEST_LINE = 100;
    private static final int LONGEST_DIVISION = 30;
    private static final int SHORT_POSTAL_CODE = 5;
    private static final int LONG_POSTAL_CODE = 9;
    private final CarrierHttp http;
    private final CarrierProfile profile;

    UpsAddresses(UpsDoors doors, CarrierProfile profile) {
        this.http = doors.open("address");
        this.profile = profile;
    }

    @Override
    public void check(Address address, RequestCheck check) {
        if (!isKnown(address)) {
            return;
        }
        if (address.lines().stream().allMatch(String::isBlank)) {
            check.missing("lines");
        }
        if (address.lines().size() > MOST_LINES) {
            check.wrong("lines", "are " + address.lines().size() + "; UPS takes " + MOST_LINES);
        }
        for (int i = 0; i < address.lines().size(); i++) {
            check.atMost(
                    LONGEST_LINE,
                    "lines[" + i + "]",
                    Optional.of(address.lines().get(i)));
        }
        if (address.postalCode().isEmpty()
                && (address.city().isEmpty() || address.stateOrProvince().isEmpty())) {
            check.missing("postal_code", "unless city and state are given");
        }
        check.atMost(LONGEST_DIVISION, "city", address.city());
        check.atMost(LONGEST_DIVISION, "state_or_province", address.stateOrProvince());
    }

    private static boolean isKnown(Address address) {
        return address.country().filter(KNOWN::contains).isPresent();
    }

    @Override
    public CompletableFuture<AddressValidation> validate(Address address, CallContext call) {
        if (!isKnown(address)) {
            return CompletableFuture.completedFuture(
                    told(Verdict.UNKNOWN, Classification.UNKNOWN).build());
        }
        CarrierRequest asked = UpsTracking.identified(
                CarrierRequest.postToRead("validate_address")
                        .path(VALIDATION_AND_CLASSIFICATION)
                        .json(WireJson.write(question(address))),
                call);
        return http.send(asked, call).thenApply(response -> read(response, address));
    }

    private static Question question(Address address) {
        String postalCode = UpsParties.postalCode(address).orElse("");
        boolean extended = postalCode.length() == LONG_POSTAL_CODE && UpsText.isDigits(postalCode);
        String low = extended ? postalCode.substring(0, SHORT_POSTAL_CODE) : postalCode;
        List<@Nullable String> lines = new ArrayList<>(
                address.lines().stream().filter(line -> !line.isBlank()).toList());
        return new Question(new XavRequest(new KeyFormat(
                null,
                lines,
                address.city().orElse(null),
                address.stateOrProvince().orElse(null),
                low.isEmpty() ? null : low,
                extended ? postalCode.substring(SHORT_POSTAL_CODE) : null,
                null,
                address.country().orElse(null))));
    }

    private AddressValidation.Builder told(Verdict verdict, Classification classification) {
        return AddressValidation.builder()
                .carrier(profile.carrier())
                .connection(profile.connection())
                .verdict(verdict)
                .classification(classification);
    }

    private AddressValidation read(CarrierResponse response, Address given) {
        XavResponse answer = UpsAnswers.read(response, Answer.class, Answer::XAVResponse);
        List<Candidate> told = list(answer.Candidate());
        List<Address> candidates = told.stream()
                .flatMap(candidate -> Optional.ofNullable(candidate.AddressKeyFormat()).stream())
                .map(UpsAddresses::address)
                .toList();
        Status first = told.isEmpty() ? null : told.get(0).AddressClassification();
        Classification classification = classification(answer.AddressClassification());
        List<Correction> corrections = candidates.isEmpty() ? List.of() : corrections(given, candidates.get(0));
        return told(
                        verdict(answer, corrections),
                        classification == Classification.UNKNOWN ? classification(first) : classification)
                .candidates(candidates)
                .corrections(corrections)
                .alerts(UpsAnswers.alerts(answer.Response(), List.of()))
                .build();
    }

    private static Verdict verdict(XavResponse answer, List<Correction> corrections) {
        if (answer.ValidAddressIndicator() != null) {
            return corrections.isEmpty() ? Verdict.VALID : Verdict.CORRECTED;
        }
        if (answer.AmbiguousAddressIndicator() != null) {
            return Verdict.AMBIGUOUS;
        }
        return answer.NoCandidatesIndicator() != null ? Verdict.INVALID : Verdict.UNKNOWN;
    }

    private static Classification classification(@Nullable Status told) {
        String code = told == null ? "" : UpsText.clean(told.Code()).orElse("");
        return switch (code) {
            case "1" -> Classification.COMMERCIAL;
            case "2" -> Classification.RESIDENTIAL;
            default -> Classification.UNKNOWN;
        };
    }

    static Address address(KeyFormat told) {
        Optional<String> extension = UpsText.clean(told.PostcodeExtendedLow());
        return Address.builder()
                .company(UpsText.clean(told.ConsigneeName()))
                .lines(list(told.AddressLine()).stream()
                        .flatMap(line -> UpsText.clean(line).stream())
                        .toList())
                .city(UpsText.clean(told.PoliticalDivision2()))
                .stateOrProvince(UpsText.clean(told.PoliticalDivision1()))
                .postalCode(UpsText.clean(told.PostcodePrimaryLow())
                        .map(low -> low + extension.map(more -> "-" + more).orElse("")))
                .country(UpsText.clean(told.CountryCode()))
                .build();
    }

    private static List<Correction> corrections(Address given, Address known) {
        List<Correction> corrections = new ArrayList<>();
        List<String> lines =
                given.lines().stream().filter(line -> !line.isBlank()).toList();
        for (int i = 0; i < Math.max(lines.size(), known.lines().size()); i++) {
            add(corrections, "lines[" + i + "]", line(lines, i), line(known.lines(), i));
        }
        add(corrections, "city", given.city(), known.city());
        add(corrections, "state_or_province", given.stateOrProvince(), known.stateOrProvince());
        if (!normal(known.postalCode()).startsWith(normal(given.postalCode()))
                || normal(given.postalCode()).isEmpty()) {
            add(corrections, "postal_code", given.postalCode(), known.postalCode());
        }
        return corrections;
    }

    private static Optional<String> line(List<String> lines, int index) {
        return index < lines.size() ? Optional.of(lines.get(index)) : Optional.empty();
    }

    private static void add(List<Correction> corrections, String path, Optional<String> given, Optional<String> known) {
        if (!normal(given).equals(normal(known))) {
            corrections.add(new Correction(path, given.orElse(""), known.orElse("")));
        }
    }

    private static String normal(Optional<String> text) {
        return text.orElse("").replaceAll("[^\\p{L}\\p{N}]", "").toUpperCase(Locale.ROOT);
    }
}
