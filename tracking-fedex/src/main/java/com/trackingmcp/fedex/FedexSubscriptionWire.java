package com.trackingmcp.fedex;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is sent to FedEx's track notifications. Stateless. */
final class FedexSubscriptionWire {
    private FedexSubscriptionWire() {}

    /** FedEx writes the sender's {@code EMail} with a capital M. */
    record Wish(
            String senderContactName,
            String senderEMailAddress,
            Notifications trackingEventNotificationDetail,
            Parcel trackingNumberInfo) {}

    record Parcel(String trackingNumber) {}

    record Notifications(List<Notification> trackingNotifications) {}

    record Notification(NotificationDetail notificationDetail, String role, List<String> notificationEventTypes) {}

    record NotificationDetail(Language localization, Email emailDetail, String notificationType) {}

    record Language(String languageCode, @Nullable String localeCode) {}

    record Email(String emailAddress) {}
}
