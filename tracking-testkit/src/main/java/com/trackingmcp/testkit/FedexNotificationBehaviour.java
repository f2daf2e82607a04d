package com.trackingmcp.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/** What FedEx's track notifications answer; no e-mail is written. */
final class FedexNotificationBehaviour {
    static final String PATH = "/track/v1/notifications";

    private static final Set<String> EVENTS =
            Set.of("ON_DELIVERY", "ON_ESTIMATED_DELIVERY", "ON_EXCEPTION", "ON_TENDER");

    private final ParcelBook book;

    FedexNotificationBehaviour(ParcelBook book) {
        this.book = book;
    }

    ObjectNode subscribe(JsonNode body) throws FedexRefusal {
        FedexOrder order = new FedexOrder(body);
        order.text(body, "senderContactName", "NOTIFICATION.SENDERNAME.REQUIRED");
        order.text(body, "senderEMailAddress", "NOTIFICATION.SENDEREMAIL.REQUIRED");
        JsonNode wanted = body.path("trackingEventNotificationDetail").path("trackingNotifications");
        if (!wanted.has(0)) {
            order.refuse("NOTIFICATION.DETAIL.REQUIRED", "At least one notification is required.");
        }
        ObjectNode output = Json.object();
        ArrayNode recipients = Json.array();
        for (JsonNode one : wanted) {
            JsonNode detail = one.path("notificationDetail");
            order.text(detail.path("emailDetail"), "emailAddress", "NOTIFICATION.EMAIL.INVALID");
            order.text(detail.path("localization"), "languageCode", "NOTIFICATION.LANGUAGECODE.INVALID");
            order.text(detail, "notificationType", "NOTIFICATION.TYPE.INVALID");
            ArrayNode events = recipients.addArray();
            for (JsonNode event : one.path("notificationEventTypes")) {
                if (!EVENTS.contains(event.asText())) {
                    order.refuse("NOTIFICATION.EVENTTYPE.INVALID", "The event type is not known.");
                }
                events.add(event.asText());
            }
        }
        order.conclude();
        String number = FedexAsk.number(body.path("trackingNumberInfo"));
        SandboxParcel parcel = book.find(number, Family.FEDEX)
                .orElseThrow(() ->
                        new FedexRefusal("NOTIFICATION.TRACKINGNBR.NOTFOUND", "Tracking number cannot be found."));
        output.putObject("TrackingNumberInfo")
                .put("trackingNumber", number)
                .put("carrierCode", "FDXE")
                .put("trackingNumberUniqueId", new FedexBody(parcel, false).uniqueId());
        output.set("recipientDetails", recipients);
        return output;
    }
}
