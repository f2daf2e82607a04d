package com.trackingmcp.http;

import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.ErrorDetails;
import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * A carrier's answer, whole and within its size limit. Immutable.
 *
 * @param status the HTTP status
 * @param headers the headers, by name in any case
 * @param body the body, decompressed
 * @param question what it answers
 */
public record CarrierResponse(int status, HttpHeaders headers, CarrierBody body, Question question) {
    /**
     * What was asked of whom. Immutable.
     *
     * @param carrier the carrier's id
     * @param connection the connection's id
     * @param operation what was being done, such as {@code track}
     * @param correlationId the id of the call
     */
    public record Question(String carrier, String connection, String operation, String correlationId) {}

    /** Whether the status is 2xx. */
    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    /** The first value of a header, by its name in any case. */
    public Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    /** When the carrier answered, by its own clock; empty where it does not say. */
    public Optional<Instant> date() {
        return header("date").flatMap(CarrierResponse::httpDate);
    }

    /** The date in a header. */
    static Optional<Instant> httpDate(String text) {
        try {
            return Optional.of(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text.strip(), Instant::from));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The body as UTF-8 text. */
    public String text() {
        return body.text();
    }

    /** The id of the call this answers. */
    public String correlationId() {
        return question.correlationId();
    }

    /** Starts an error about this answer: whose it is, what it answers and its status are set. */
    public ErrorDetails.Builder fault(ErrorCode code) {
        return ErrorDetails.builder(code)
                .carrier(question.carrier())
                .connection(question.connection())
                .operation(question.operation())
                .correlationId(question.correlationId())
                .httpStatus(status);
    }
}
