package com.trackingmcp.karrio;

import com.trackingmcp.http.WireText;
import com.trackingmcp.model.TrackingStatus;
import com.trackingmcp.spi.StatusTable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What Karrio's words mean, from {@code karrio-status.csv}. Stateless. */
final class KarrioStatus {
    private static final StatusTable TABLE = StatusTable.load(KarrioStatus.class, "karrio-status.csv");

    private KarrioStatus() {}

    /** What a status means, with the reason behind it where there is one; empty where no row has it. */
    static Optional<TrackingStatus> of(@Nullable String status, @Nullable String reason) {
        return WireText.text(status)
                .flatMap(word -> WireText.text(reason)
                        .flatMap(why -> TABLE.status(word + ":" + why).or(() -> TABLE.status(word + ":" + group(why))))
                        .or(() -> TABLE.status(word)));
    }

    /** {@code customs_*} of {@code customs_delay}. */
    private static String group(String reason) {
        int underscore = reason.indexOf('_');
        return (underscore < 0 ? reason : reason.substring(0, underscore)) + "_*";
    }
}
