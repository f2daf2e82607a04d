package com.trackingmcp.ups;

import static com.trackingmcp.http.WireJson.list;

import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.http.CarrierResponse;
import com.trackingmcp.http.WireJson;
import com.trackingmcp.model.Alert;
import com.trackingmcp.ups.UpsParts.Response;
import com.trackingmcp.ups.UpsParts.Status;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the answers of all UPS's APIs but tracking have in common. Stateless. */
final class UpsAnswers {
    private static final String DONE = "1";

    private UpsAnswers() {}

    /**
     * The part of an answer that holds what was asked for.
     *
     * @throws com.trackingmcp.error.CarrierException saying what UPS said where it is an error with a good status; with
     *     {@link ErrorCode#MALFORMED_RESPONSE} where it is neither
     */
    static <A, T> T read(CarrierResponse response, Class<A> type, Function<A, @Nullable T> part) {
        T found = part.apply(WireJson.read(response, type));
        if (found != null) {
            return found;
        }
        if (UpsErrors.isError(response)) {
            throw new UpsErrors()
                    .read(response, response.fault(ErrorCode.REQUEST_REFUSED))
                    .toException();
        }
        throw malformed(response, "it holds no answer");
    }

    static RuntimeException malformed(CarrierResponse response, String reason) {
        return response.fault(ErrorCode.MALFORMED_RESPONSE)
                .argument("reason", reason)
                .toException();
    }

    /** Whether the head says that it went well; where it says nothing, it did. */
    static boolean isDone(@Nullable Response head) {
        return head == null
                || head.ResponseStatus() == null
                || Optional.ofNullable(head.ResponseStatus().Code())
                        .flatMap(UpsText::clean)
                        .map(DONE::equals)
                        .orElse(true);
    }

    /** What UPS adds to an answer in words; the same is told once. */
    static List<Alert> alerts(List<Status> told) {
        return told.stream()
                .flatMap(alert -> UpsText.clean(alert.Description())
                        .or(() -> UpsText.clean(alert.Code()))
                        .map(text -> Alert.builder()
                                .code(UpsText.clean(alert.Code()))
                                .text(text)
                                .build())
                        .stream())
                .distinct()
                .toList();
    }

    static List<Alert> alerts(@Nullable Response head, List<Status> disclaimers) {
        List<Status> alerts = head == null ? List.of() : list(head.Alert());
        return alerts(Stream.concat(alerts.stream(), disclaimers.stream()).toList());
    }
}
