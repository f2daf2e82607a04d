package com.trackingmcp.ups;

import com.trackingmcp.model.PickupStatus;
import com.trackingmcp.ups.UpsPickupWire.PendingStatus;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What became of a pickup in UPS's codes, from its description of the Pickup API. Immutable. On-call and Smart Pickups have
 * codes of their own, so that 004 and 007 mean two things each.
 *
 * @param meaning the status
 * @param code UPS's code, of three digits
 * @param text UPS's words
 */
record UpsPickupStatus(PickupStatus meaning, Optional<String> code, Optional<String> text) {
    private static final int DIGITS = 3;

    private static final Map<String, PickupStatus> ON_CALL = Map.of(
            "001", PickupStatus.SCHEDULED, // received at dispatch
            "002", PickupStatus.DISPATCHED, // dispatched to driver
            "003", PickupStatus.COMPLETED, // order successfully completed
            "004", PickupStatus.UNSUCCESSFUL, // order unsuccessfully completed
            "005", PickupStatus.DELAYED, // missed commit, updated ETA supplied by driver
            "007", PickupStatus.CANCELLED, // cancelled
            "008", PickupStatus.UNKNOWN, // order has invalid order status
            "012", PickupStatus.SCHEDULED); // your pickup request is being processed

    /** 007, closed, is not in it: it does not tell who was. */
    private static final Map<String, PickupStatus> SMART = Map.of(
            "001", PickupStatus.SCHEDULED, // user triggered
            "002", PickupStatus.CANCELLED, // user cancelled
            "003", PickupStatus.COMPLETED, // completed
            "004", PickupStatus.UNSUCCESSFUL, // missed
            "005", PickupStatus.UNSUCCESSFUL, // not in
            "006", PickupStatus.UNSUCCESSFUL, // not ready
            "008", PickupStatus.CANCELLED); // cancelled by driver

    /** UPS's words for its codes, where it tells these alone. */
    private static final Map<String, String> WORDS = Map.of(
            "RECEIVED AT DISPATCH", "001",
            "DISPATCHED TO DRIVER", "002",
            "ORDER SUCCESSFULLY COMPLETED", "003",
            "ORDER UNSUCCESSFULLY COMPLETED", "004",
            "CANCELLED", "007",
            "ORDER HAS INVALID ORDER STATUS", "008",
            "YOUR PICKUP REQUEST IS BEING PROCESSED", "012");

    /** UPS tells the code in a field of its own, or where its words belong, or the words alone. */
    static UpsPickupStatus of(PendingStatus told) {
        Optional<String> message = UpsText.clean(told.PickupStatusMessage());
        Optional<String> smart = UpsText.clean(told.GWNStatusCode()).map(UpsPickupStatus::padded);
        Optional<String> onCall = UpsText.clean(told.OnCallStatusCode())
                .or(() -> message.filter(UpsText::isDigits))
                .map(UpsPickupStatus::padded);
        if (onCall.isEmpty() && smart.isPresent()) {
            return new UpsPickupStatus(smart(smart.get()), smart, message);
        }
        Optional<String> code = onCall.filter(ON_CALL::containsKey)
                .or(() -> message.flatMap(UpsPickupStatus::codeOf))
                .or(() -> onCall);
        return new UpsPickupStatus(
                code.map(known -> ON_CALL.getOrDefault(known, PickupStatus.UNKNOWN))
                        .orElse(PickupStatus.UNKNOWN),
                code,
                message);
    }

    /** What a code of a Smart Pickup means. */
    static PickupStatus smart(String code) {
        return SMART.getOrDefault(padded(code), PickupStatus.UNKNOWN);
    }

    /** Whether there is a code that no table has. */
    boolean isUnheardOf() {
        return meaning == PickupStatus.UNKNOWN
                && code.filter(told -> !ON_CALL.containsKey(told)).isPresent();
    }

    private static Optional<String> codeOf(String message) {
        return Optional.ofNullable(WORDS.get(message.toUpperCase(Locale.ROOT)));
    }

    private static String padded(String code) {
        return UpsText.padded(code, DIGITS);
    }
}
