package com.trackingmcp.karrio;

import com.trackingmcp.error.ConfigurationException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.ErrorDetails;
import com.trackingmcp.error.InvalidRequestException;
import com.trackingmcp.http.Secret;
import com.trackingmcp.http.WireJson;
import com.trackingmcp.http.WireText;
import com.trackingmcp.karrio.KarrioTrackingWire.Tracker;
import com.trackingmcp.model.TrackingNumber;
import com.trackingmcp.model.TrackingResult;
import com.trackingmcp.spi.CarrierProfile;
import com.trackingmcp.spi.GatewayConnection;
import com.trackingmcp.spi.WebhookCapability;
import com.trackingmcp.spi.WebhookMessage;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads what the server posts to a web address. Safe for use by many threads; sends nothing.
 *
 * <p>Karrio proves itself by the secret of the web address, in the header {@code X-Event-Id}, the same in every message. It
 * signs nothing, and tells neither when a message was sent nor an id of it: whoever has seen one message can send others, and
 * old ones are not refused. Let it come over https only.
 *
 * <p>What is told of a parcel becomes a result in the name of the connection that follows it. Messages about anything else,
 * such as shipments and orders, and those that only test the web address, are trusted and tell of no parcel. Source of their
 * form: karrioapi/karrio, modules/events/karrio/server/events/views/webhooks.py.
 */
final class KarrioWebhooks implements WebhookCapability {
    private static final String OPERATION = "webhook";
    private static final String SECRET_HEADER = "X-Event-Id";
    private static final String OF_PARCELS = "tracker_";

    private final KarrioDoor door;
    private final Optional<Supplier<Secret>> secret;

    /** What is posted; a test posts the whole of its request, which holds a {@code payload}. */
    record Message(
            @Nullable String event,
            @Nullable Tracker data,
            @Nullable Object payload) {}

    KarrioWebhooks(KarrioDoor door, Optional<Supplier<Secret>> secret) {
        this.door = door;
        this.secret = secret;
    }

    @Override
    public List<TrackingResult> parse(WebhookMessage message) {
        prove(message, secret());
        Message told = WireJson.tryRead(message.body(), Message.class).orElseThrow(() -> unreadable("it is not JSON"));
        if (told.event() == null && told.payload() != null) {
            return List.of();
        }
        String event = WireText.text(told.event()).orElseThrow(() -> unreadable("it names no event"));
        if (!event.startsWith(OF_PARCELS)) {
            return List.of();
        }
        Tracker tracker = told.data();
        if (tracker == null) {
            throw unreadable("it tells of no parcel");
        }
        String name = WireText.text(tracker.carrier_name()).orElseThrow(() -> unreadable("it names no carrier"));
        CarrierProfile connection = connection(name, tracker);
        return List.of(new KarrioTrackingMapper(door.of(connection))
                .map(tracker, number(tracker, connection.carrier()), Optional.empty()));
    }

    /** Told by the message alone: the connection may be gone by now. */
    private CarrierProfile connection(String carrierName, Tracker tracker) {
        String gateway = door.profile().connection();
        String label = WireText.text(tracker.carrier_id()).orElse(carrierName);
        return new CarrierProfile(
                KarrioGateway.ID + ":" + carrierName,
                gateway + ":" + label,
                carrierName,
                Optional.of(new GatewayConnection(gateway, KarrioMovers.of(carrierName), label, label)));
    }

    private TrackingNumber number(Tracker tracker, String carrier) {
        String number = WireText.text(tracker.tracking_number()).orElseThrow(() -> unreadable("it names no parcel"));
        try {
            return TrackingNumber.of(number, carrier);
        } catch (InvalidRequestException e) {
            throw unreadable("it names a parcel by what is no number");
        }
    }

    private Secret secret() {
        return secret.map(Supplier::get)
                .filter(value -> !value.reveal().isBlank()) // anybody has that one
                .orElseThrow(() -> new ConfigurationException(
                        fault(ErrorCode.INCOMPLETE_CREDENTIALS)
                                .argument("variables", KarrioConfig.WEBHOOK_SECRET + " is missing")
                                .build(),
                        null));
    }

    private void prove(WebhookMessage message, Secret expected) {
        String told = message.header(SECRET_HEADER).orElseThrow(() -> untrusted("it has no " + SECRET_HEADER));
        boolean same = MessageDigest.isEqual(
                expected.reveal().getBytes(StandardCharsets.UTF_8), told.getBytes(StandardCharsets.UTF_8));
        if (!same) {
            throw untrusted("its secret is another");
        }
    }

    private RuntimeException untrusted(String reason) {
        return fault(ErrorCode.UNTRUSTED_MESSAGE).argument("reason", reason).toException();
    }

    private RuntimeException unreadable(String reason) {
        return fault(ErrorCode.MALFORMED_RESPONSE).argument("reason", reason).toException();
    }

    private ErrorDetails.Builder fault(ErrorCode code) {
        return door.fault(code, OPERATION);
    }
}
