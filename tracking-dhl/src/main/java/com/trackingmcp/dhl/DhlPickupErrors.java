package com.trackingmcp.dhl;

import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.ErrorDetails;
import com.trackingmcp.http.CarrierResponse;
import com.trackingmcp.http.ErrorReader;
import java.util.regex.Pattern;

/**
 * Reads why MyDHL refuses a pickup. Stateless.
 *
 * <p>Its description names one code for a time it cannot read (998), and no list of the others: what a refusal says of day
 * and time counts. A pickup that is unknown, done or called off already is not cancelled; what was not understood is no
 * answer to that.
 */
final class DhlPickupErrors implements ErrorReader {
    private static final String UNREADABLE_TIME = "998";
    private static final Pattern TIMING = Pattern.compile(
            "(PICK-?\\s?UP|READY|CLOS(E|ING)|BOOKING|PLANNED)\\b[^.]*\\b(DATE|TIME)\\b|\\bCUT-?\\s?OFF\\b"
                    + "|\\bIN THE (PAST|FUTURE)\\b|\\bTIME ?STAMP\\b|\\b(WEEKEND|HOLIDAY)",
            Pattern.CASE_INSENSITIVE);

    private final DhlErrors errors = new DhlErrors();

    @Override
    public ErrorDetails.Builder read(CarrierResponse response, ErrorDetails.Builder guess) {
        ErrorDetails.Builder error = errors.read(response, guess);
        ErrorDetails said = error.build();
        String text = said.carrierText().orElse("");
        if (said.code() != ErrorCode.REQUEST_REFUSED || DhlAreas.isNotUnderstood(text)) {
            return error;
        }
        if (said.operation().filter(DhlPickups.CANCEL::equals).isPresent()) {
            return said.toBuilder(ErrorCode.PICKUP_NOT_CANCELLED);
        }
        boolean timing = said.carrierCode().filter(UNREADABLE_TIME::equals).isPresent()
                || TIMING.matcher(text).find();
        return timing ? said.toBuilder(ErrorCode.PICKUP_TIMING) : error;
    }
}
