package com.trackingmcp.http;

import java.time.Instant;
import java.util.Objects;

/**
 * What belongs to one call of a caller's, on all the requests it takes. Immutable.
 *
 * @param correlationId the id of the call in log and errors: 32 hexadecimal digits
 * @param deadline when the caller stops waiting, retries included
 * @param rawJson whether the caller wants the carrier's own JSON beside the models
 */
public record CallContext(String correlationId, Instant deadline, boolean rawJson) {
    public CallContext {
        Objects.requireNonNull(correlationId, "correlationId");
        Objects.requireNonNull(deadline, "deadline");
    }
}
