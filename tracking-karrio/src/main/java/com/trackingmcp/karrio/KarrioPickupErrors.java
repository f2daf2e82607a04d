package com.trackingmcp.karrio;

import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.ErrorDetails;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whether a pickup is refused for its day or time. Stateless. The carriers behind Karrio have no common code for that: what
 * they say counts, and which fields Karrio itself finds wrong.
 */
final class KarrioPickupErrors {
    private static final Set<ErrorCode> REFUSALS = Set.of(ErrorCode.REQUEST_REFUSED, ErrorCode.MALFORMED_REQUEST);
    private static final Set<String> FIELDS = Set.of("date", "ready_time", "close_time", "pickup_date", "closing_time");
    private static final Pattern TIMING = Pattern.compile(
            "(PICK-?[\\s_]?UP|READY|CLOS(E|ING)|BOOKING|PLANNED)\\b[^.]*\\b(DATE|TIME)\\b"
                    + "|\\b(PICKUP_DATE|READY_TIME|CLOSING_TIME)\\b|\\bCUT-?\\s?OFF\\b"
                    + "|\\bIN THE (PAST|FUTURE)\\b|\\b(WEEKEND|HOLIDAY)",
            Pattern.CASE_INSENSITIVE);

    private KarrioPickupErrors() {}

    static boolean isAboutTime(ErrorDetails error) {
        return REFUSALS.contains(error.code())
                && (!error.fields().isEmpty()
                                && error.fields().stream().allMatch(field -> FIELDS.contains(field.path()))
                        || TIMING.matcher(error.carrierText().orElse("")).find());
    }
}
