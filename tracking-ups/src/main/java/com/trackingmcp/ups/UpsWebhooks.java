package com.trackingmcp.ups;

import com.trackingmcp.error.ConfigurationException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.ErrorDetails;
import com.trackingmcp.error.InvalidRequestException;
import com.trackingmcp.http.Secret;
import com.trackingmcp.http.WireJson;
import com.trackingmcp.model.TrackingNumber;
import com.trackingmcp.model.TrackingResult;
import com.trackingmcp.spi.CarrierContext;
import com.trackingmcp.spi.CarrierProfile;
import com.trackingmcp.spi.WebhookCapability;
import com.trackingmcp.spi.WebhookMessage;
import com.trackingmcp.ups.UpsAlertWire.Event;
import com.trackingmcp.ups.UpsParcels.Found;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What UPS's Track Alert posts. Safe for use by many threads; sends nothing.
 *
 * <p>UPS signs nothing: it proves itself by a header, {@code credential} as set on its portal, or the bearer token of an OAuth
 * server of its customer's own. Both are compared with the same secret, in constant time. A message has no time of sending and
 * UPS documents no protection against its being sent again: old events are not refused, and one may come twice.
 */
final class UpsWebhooks implements WebhookCapability {
    private static final String OPERATION = "parse_webhook";
    private static final String BEARER = "Bearer ";
    private final Optional<Supplier<Secret>> credential;
    private final CarrierProfile profile;
    private final UpsTrackingMapper mapper;

    UpsWebhooks(UpsConfig config, CarrierProfile profile, CarrierContext context) {
        this.credential = config.webhookCredential();
        this.profile = profile;
        this.mapper = new UpsTrackingMapper(profile, context);
    }

    @Override
    public List<TrackingResult> parse(WebhookMessage message) {
        prove(message, secret());
        Event event = WireJson.tryRead(message.body(), Event.class).orElseThrow(() -> unreadable("it is not JSON"));
        String number = UpsText.clean(event.trackingNumber()).orElseThrow(() -> unreadable("it names no parcel"));
        if (event.activityStatus() == null) {
            throw unreadable("it tells of no event");
        }
        TrackingNumber known = known(number);
        Found parcel = new Found(UpsPushedEvents.parcel(event), number, 0, List.of(), Optional.empty());
        return List.of(mapper.map(new UpsParcels(List.of(parcel), List.of()), parcel, known, false));
    }

    private TrackingNumber known(String number) {
        try {
            return TrackingNumber.of(number, profile.carrier());
        } catch (InvalidRequestException e) {
            throw unreadable("it names a parcel by what is no number");
        }
    }

    private Secret secret() {
        return credential
                .map(Supplier::get)
                .filter(secret -> !secret.reveal().isBlank()) // anybody has that one
                .orElseThrow(() -> new ConfigurationException(
                        fault(ErrorCode.INCOMPLETE_CREDENTIALS)
                                .argument("variables", UpsConfig.WEBHOOK_CREDENTIAL + " is missing")
                                .build(),
                        null));
    }

    private void prove(WebhookMessage message, Secret secret) {
        Optional<String> plain = message.header("credential");
        Optional<String> bearer = message.header("Authorization")
                .filter(value -> value.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(value -> value.substring(BEARER.length()).strip());
        if (plain.isEmpty() && bearer.isEmpty()) {
            throw untrusted("it has neither a credential nor a bearer token");
        }
        boolean byCredential = isSame(plain, secret);
        boolean byToken = isSame(bearer, secret);
        if (!byCredential && !byToken) {
            throw untrusted("its credential is another");
        }
    }

    private static boolean isSame(Optional<String> told, Secret secret) {
        byte[] expected = secret.reveal().getBytes(StandardCharsets.UTF_8);
        return told.map(text -> MessageDigest.isEqual(expected, text.getBytes(StandardCharsets.UTF_8)))
                .orElse(false);
    }

    private RuntimeException untrusted(String reason) {
        return fault(ErrorCode.UNTRUSTED_MESSAGE).argument("reason", reason).toException();
    }

    private RuntimeException unreadable(String reason) {
        return fault(ErrorCode.MALFORMED_RESPONSE).argument("reason", reason).toException();
    }

    private ErrorDetails.Builder fault(ErrorCode code) {
        return ErrorDetails.builder(code)
                .carrier(profile.carrier())
                .connection(profile.connection())
                .operation(OPERATION);
    }
}
