package com.trackingmcp.http;

import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.ErrorDetails;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Whether an answer asks to slow down, and for how long: pure functions.
 *
 * <p>A 429 always does, and so does whatever the carrier's own codes say is one. A 403, a 500 or anything above does where
 * it names a time to come back in {@code Retry-After}. A 403 or a 503 does too where it says so in words, and a 500 where
 * it is that of Apigee, the gateway of several carriers, whose limits <a href="https://docs.apigee.com/api-platform/develop/comparing-quota-spike-arrest-and-concurrent-rate-limit-policies">answer
 * 500 unless told otherwise</a>.
 */
final class Throttling {
    /** The longest pause, whatever a carrier asks for. */
    static final Duration LONGEST = Duration.ofDays(1);

    /** How many times the wait before a retry the first pause is where the carrier names none. */
    static final int FIRST_PAUSE = 5;

    /** The longest of the pauses that the carrier did not name. */
    static final Duration LONGEST_GUESS = Duration.ofSeconds(60);

    private static final int MOST_DOUBLINGS = 6;
    private static final int LONGEST_TEXT = 2_000;
    private static final Pattern WORDS = Pattern.compile(
            "spike ?arrest|rate ?limit|too many requests|quota.{0,20}(exceeded|violation|reached)|exceed.{0,20}quota",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern APIGEE = Pattern.compile("policies\\.ratelimit\\.", Pattern.CASE_INSENSITIVE);

    private Throttling() {}

    /** Whether the answer alone asks to slow down. */
    static boolean isThrottled(CarrierResponse response) {
        return switch (response.status()) {
            case 429 -> true;
            case 403, 503 -> namesATime(response) || says(WORDS, response);
            case 500 -> namesATime(response) || says(APIGEE, response);
            default -> response.status() > 500 && namesATime(response);
        };
    }

    /** Whether the answer asks to slow down, by itself or in the carrier's own codes. */
    static boolean isThrottled(CarrierResponse response, ErrorDetails error) {
        return error.code() == ErrorCode.RATE_LIMITED || isThrottled(response);
    }

    /** Whether the answer tells when to come back, in words that can be read. */
    static boolean namesATime(CarrierResponse response) {
        return HttpStatusErrors.retryAfter(response, Instant.EPOCH).isPresent();
    }

    /** Whether the body says so, at least at its beginning. */
    private static boolean says(Pattern words, CarrierResponse response) {
        byte[] body = response.body().bytes();
        String text = new String(body, 0, Math.min(body.length, LONGEST_TEXT), StandardCharsets.UTF_8);
        return words.matcher(text).find();
    }

    /**
     * For how long nothing should be sent.
     *
     * @param asked what the carrier asks for; a day where it is more
     * @param first the first pause where the carrier names none; each further one in a row is twice as long, at most
     *     60 s
     * @param inARow how many answers in a row asked to slow down, this one included, from 1
     */
    static Duration pause(Optional<Duration> asked, Duration first, int inARow) {
        Duration pause = asked.orElseGet(() -> first.multipliedBy(1L << Math.min(inARow - 1, MOST_DOUBLINGS)));
        Duration longest = asked.isPresent() ? LONGEST : LONGEST_GUESS;
        return pause.compareTo(longest) > 0 ? longest : pause;
    }
}
