package com.trackingmcp.http;

import com.trackingmcp.error.ErrorDetails;

/**
 * A carrier's way of saying no. Must be safe for use by many threads, and must never throw: an error body may be JSON
 * of another shape than announced, an HTML page, or nothing.
 */
@FunctionalInterface
public interface ErrorReader {
    /**
     * What an answer outside 2xx means.
     *
     * @param response the answer
     * @param guess what its HTTP status alone says: code, carrier, operation, retryable and retry-after are set already;
     *     add the carrier's code and text, or start anew where the body says more than the status
     */
    ErrorDetails.Builder read(CarrierResponse response, ErrorDetails.Builder guess);

    /** Says no more than the HTTP status does. */
    static ErrorReader byStatus() {
        return (response, guess) -> guess;
    }
}
