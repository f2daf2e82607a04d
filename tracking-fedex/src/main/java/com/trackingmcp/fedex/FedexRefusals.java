package com.trackingmcp.fedex;

import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.fedex.FedexSellingErrors.SellingFault;
import com.trackingmcp.http.WireText;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/** What a refusal of FedEx's means for what was asked. Stateless. */
final class FedexRefusals {
    /**
     * The codes about day and time, of those that the guide to the Pickup Request API on FedEx's developer portal lists.
     */
    private static final Set<String> TIMING = Set.of(
            "FDSDMINIMUM.HOUR.REQUIRED",
            "LATEST.TIME.INVALID",
            "ORIGINDETAIL.READYDATETIMESTAMP.PROHIBITED",
            "PACKAGE.ACCESS.NEEDED",
            "PICKUP.REQUESTED.PREVIOUS.DAY",
            "PICKUPDATE.NOT.WORKINGDAY",
            "PICKUPDATE.TOO.FAR",
            "READY.TIME.INVALID",
            "SHIPDATE.VALUE.INVALID",
            "UNABLE.TO.PICKUP");

    /** The codes of the same guide for where FedEx does not come. */
    private static final Set<String> NOT_FETCHED =
            Set.of("PICKUP.COUNTRY.NOT.SERVED", "PICKUP.LOCATION.UNAVAILABLE", "PICKUP.RESTRICTED.COUNTRY");

    private FedexRefusals() {}

    /** Whether FedEx says that it fetches nothing there. */
    static boolean isNotFetchedFrom(String code) {
        return NOT_FETCHED.contains(code);
    }

    /** The error of a refusal: a particular one only where all that FedEx found wrong is about that. */
    static ErrorCode meant(String operation, List<SellingFault> faults) {
        return switch (operation) {
            case FedexPickups.SCHEDULE, FedexPickups.QUOTE ->
                areAll(faults, TIMING::contains) ? ErrorCode.PICKUP_TIMING : ErrorCode.REQUEST_REFUSED;
            case FedexPickups.CANCEL -> ErrorCode.PICKUP_NOT_CANCELLED;
            // FedEx does not publish which code it has for a paper it does not know, or no longer: what names its id
            case FedexShipping.SHIP ->
                areAll(faults, code -> code.contains("DOCUMENTID"))
                        ? ErrorCode.DOCUMENT_NOT_FOUND
                        : ErrorCode.REQUEST_REFUSED;
            default -> ErrorCode.REQUEST_REFUSED;
        };
    }

    private static boolean areAll(List<SellingFault> faults, Predicate<String> test) {
        return !faults.isEmpty()
                && faults.stream()
                        .allMatch(fault ->
                                test.test(WireText.text(fault.code()).orElse("").toUpperCase(Locale.ROOT)));
    }
}
