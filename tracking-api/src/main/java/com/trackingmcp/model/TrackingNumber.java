package com.trackingmcp.model;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.ErrorDetails;
import com.trackingmcp.error.InvalidRequestException;
import java.time.LocalDate;
import java.util.Optional;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A tracking number and what else helps to find its parcel. Immutable.
 *
 * <p>The number is kept in the form carriers compare: upper case, without spaces and dashes. Numbers with an underscore
 * keep their dashes, for in those (DHL Freight) the dash is part of the number.
 */
@Value.Immutable(prehash = true) // it is the key of the cache
@ModelStyle
@JsonSerialize(as = ImmutableTrackingNumber.class)
@JsonDeserialize(as = ImmutableTrackingNumber.class)
public interface TrackingNumber {
    /** The most characters a number may have once spaces and dashes are gone. */
    int MAX_LENGTH = 50;

    /** The normalised number. */
    String value();

    /** The carrier or connection to ask, such as {@code fedex}; detected from the number where absent. */
    Optional<String> carrier();

    /** The carrier's own id that tells parcels with one reused number apart, as a result's number carries it. */
    Optional<String> uniqueId();

    /** The day the parcel was shipped, give or take a week: tells parcels with one reused number apart. */
    Optional<LocalDate> shippedOn();

    /** The recipient's postal code: some carriers (DHL) tell more to whoever knows it. */
    Optional<String> postalCode();

    /**
     * A number as a person writes it: spaces, dashes and lower case are fine.
     *
     * @throws InvalidRequestException when it is null, empty, too long, or holds other characters
     */
    static TrackingNumber of(@Nullable String number) {
        return builder().value(normalise(number)).build();
    }

    /**
     * A number of a known carrier: nothing is detected.
     *
     * @param carrier the carrier's or connection's id, such as {@code fedex}
     * @throws InvalidRequestException when the number is null, empty, too long, or holds other characters
     */
    static TrackingNumber of(@Nullable String number, String carrier) {
        return builder().value(normalise(number)).carrier(carrier).build();
    }

    @Value.Check
    default TrackingNumber normalised() {
        String normal = normalise(value());
        return normal.equals(value())
                ? this
                : builder().from(this).value(normal).build();
    }

    private static String normalise(@Nullable String number) {
        if (number == null) {
            throw invalid("the number is null");
        }
        if (isNormal(number)) {
            return number;
        }
        boolean keepDashes = number.indexOf('_') >= 0;
        boolean holdsAny = false;
        int start = number.length() - number.stripLeading().length();
        int end = number.stripTrailing().length();
        StringBuilder normal = new StringBuilder(Math.min(number.length(), MAX_LENGTH + 1));
        for (int i = 0; i < number.length(); i++) {
            char c = number.charAt(i);
            boolean dash = isDash(c);
            if (isBlank(c, i < start || i >= end) || (dash && !keepDashes)) {
                continue;
            }
            if (!dash && !isAllowed(c)) {
                throw invalid("character %d (U+%04X) is neither a letter nor a digit"
                        .formatted(i + 1, number.codePointAt(i)));
            }
            if (normal.length() == MAX_LENGTH) {
                throw invalid("it has %d characters, the longest have %d".formatted(number.length(), MAX_LENGTH));
            }
            holdsAny |= !dash && c != '_';
            normal.append(dash ? '-' : upperCase(c));
        }
        if (!holdsAny) {
            throw invalid("the number is empty");
        }
        return normal.toString();
    }

    /** Most numbers come as they are kept. */
    private static boolean isNormal(String number) {
        int length = number.length();
        for (int i = 0; i < length; i++) {
            char c = number.charAt(i);
            if ((c < '0' || c > '9') && (c < 'A' || c > 'Z')) {
                return false;
            }
        }
        return length > 0 && length <= MAX_LENGTH;
    }

    /** Spaces of any width and what copying from a page or a sheet leaves; line ends and tabs only around the number. */
    private static boolean isBlank(char c, boolean around) {
        boolean invisible = c >= '\u200b' && c <= '\u200f' || c == '\u2060' || c == '\ufeff' || c == '\u00ad';
        return invisible
                || Character.isSpaceChar(c) && c != '\u2028' && c != '\u2029'
                || Character.isWhitespace(c) && around;
    }

    private static boolean isDash(char c) {
        return c == '-' || c >= '\u2010' && c <= '\u2015' || c == '\u2212';
    }

    private static char upperCase(char c) {
        return c >= 'a' && c <= 'z' ? (char) (c - 'a' + 'A') : c;
    }

    private static boolean isAllowed(char c) {
        return c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c == '_';
    }

    private static InvalidRequestException invalid(String reason) {
        return new InvalidRequestException(
                ErrorDetails.builder(ErrorCode.INVALID_TRACKING_NUMBER)
                        .argument("reason", reason)
                        .build(),
                null);
    }

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of one value; not safe for use by several threads. */
    class Builder extends ImmutableTrackingNumber.Builder {}
}
