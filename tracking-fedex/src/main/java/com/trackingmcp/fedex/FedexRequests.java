package com.trackingmcp.fedex;

import com.trackingmcp.model.TrackingNumber;
import com.trackingmcp.model.TrackingReference;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is sent to FedEx's Track API. Stateless. */
final class FedexRequests {
    /** A shipping day is asked for give or take a week. */
    static final int DAYS_AROUND = 7;

    /** How far FedEx itself looks for a reference where no dates are given; its description demands dates. */
    private static final int DAYS_BACK = 30;

    private static final int DAYS_AHEAD = 1;

    private FedexRequests() {}

    record Track(boolean includeDetailedScans, List<Specification> trackingInfo) {}

    record Specification(
            ParcelNumber trackingNumberInfo,
            @Nullable String shipDateBegin,
            @Nullable String shipDateEnd,
            @Nullable String accountNumber) {}

    record ParcelNumber(String trackingNumber, @Nullable String trackingNumberUniqueId) {}

    record ByReference(Reference referencesInformation, boolean includeDetailedScans) {}

    /**
     * The end of the search has two names: the published schema requires {@code shipDateEndDate}, and each published
     * example sends {@code shipDateEnd} instead. Both are sent: the schema allows further fields, so that this fits it
     * and the examples alike.
     */
    record Reference(
            String value,
            @Nullable String type,
            @Nullable String accountNumber,
            String shipDateBegin,
            String shipDateEnd,
            String shipDateEndDate,
            @Nullable String destinationCountryCode,
            @Nullable String destinationPostalCode) {}

    record Associated(boolean includeDetailedScans, String associatedType, Specification masterTrackingNumberInfo) {}

    record Documents(DocumentDetail trackDocumentDetail, List<Specification> trackDocumentSpecification) {}

    record DocumentDetail(String documentType, String documentFormat) {}

    static Track track(List<TrackingNumber> numbers) {
        return new Track(
                true,
                numbers.stream().map(number -> specification(number, null)).toList());
    }

    static Associated associated(String type, String masterNumber) {
        return new Associated(false, type, new Specification(new ParcelNumber(masterNumber, null), null, null, null));
    }

    static Specification specification(TrackingNumber number, @Nullable String accountNumber) {
        Optional<LocalDate> day = number.shippedOn().filter(FedexRequests::canBeSent);
        return new Specification(
                new ParcelNumber(number.value(), number.uniqueId().orElse(null)),
                day.map(date -> date.minusDays(DAYS_AROUND).toString()).orElse(null),
                day.map(date -> date.plusDays(DAYS_AROUND).toString()).orElse(null),
                accountNumber);
    }

    /** A day FedEx cannot read would make it refuse all the numbers of a call; it has moved parcels since 1973. */
    private static boolean canBeSent(LocalDate day) {
        return day.getYear() > 1970 && day.getYear() < 9999;
    }

    /**
     * A search for a reference. FedEx needs the shipper's account or the whole destination: the connection's own
     * account is sent where the question has neither.
     */
    static ByReference byReference(TrackingReference asked, Optional<String> ownAccount, LocalDate today) {
        boolean placed = asked.destinationCountry().isPresent()
                && asked.destinationPostalCode().isPresent();
        Optional<String> account = asked.accountNumber().or(() -> placed ? Optional.empty() : ownAccount);
        LocalDate from = asked.shippedFrom()
                .orElseGet(() -> asked.shippedTo().orElse(today).minusDays(DAYS_BACK));
        LocalDate usualEnd = today.plusDays(DAYS_AHEAD);
        String to = asked.shippedTo()
                .orElse(usualEnd.isBefore(from) ? from : usualEnd)
                .toString();
        Reference reference = new Reference(
                asked.value(),
                asked.type()
                        .map(type -> type.strip().toUpperCase(Locale.ROOT).replaceAll("[\\s-]+", "_"))
                        .orElse(null),
                account.orElse(null),
                from.toString(),
                to,
                to,
                asked.destinationCountry()
                        .map(country -> country.toUpperCase(Locale.ROOT))
                        .orElse(null),
                asked.destinationPostalCode().orElse(null));
        return new ByReference(reference, true);
    }

    static Documents proofOfDelivery(TrackingNumber number, @Nullable String accountNumber) {
        return new Documents(
                new DocumentDetail("SIGNATURE_PROOF_OF_DELIVERY", "PDF"),
                List.of(specification(number, accountNumber)));
    }
}
