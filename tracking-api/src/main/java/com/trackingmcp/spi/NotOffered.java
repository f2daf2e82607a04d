package com.trackingmcp.spi;

import com.trackingmcp.error.CapabilityNotSupportedException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.ErrorDetails;

/** What a verb answers that a carrier does not have. Stateless. */
final class NotOffered {
    private NotOffered() {}

    static CapabilityNotSupportedException of(String verb) {
        return new CapabilityNotSupportedException(
                ErrorDetails.builder(ErrorCode.CAPABILITY_NOT_SUPPORTED)
                        .argument("capability", verb)
                        .argument("carriers", "ask the client")
                        .build(),
                null);
    }
}
