package com.trackingmcp.ups;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The Tracking API's answers as they come: everything may be missing, and lists may hold nulls. */
final class UpsTrackingWire {
    private UpsTrackingWire() {}

    record Answer(@Nullable TrackResponse trackResponse) {}

    record TrackResponse(@Nullable List<@Nullable Shipment> shipment) {}

    record Shipment(
            @Nullable String inquiryNumber,
            @Nullable List<@Nullable Parcel> package_,
            @Nullable List<@Nullable Warning> warnings) {}

    record Warning(@Nullable String code, @Nullable String message) {}

    record Parcel(
            @Nullable String trackingNumber,
            @Nullable Status currentStatus,
            @Nullable String statusCode,
            @Nullable String statusDescription,
            @Nullable List<@Nullable Activity> activity,
            @Nullable List<@Nullable DeliveryDate> deliveryDate,
            @Nullable DeliveryTime deliveryTime,
            @Nullable DeliveryInformation deliveryInformation,
            @Nullable AccessPoint accessPointInformation,
            @Nullable Service service,
            @Nullable Weight weight,
            @Nullable Dimension dimension,
            @Nullable List<@Nullable ReferenceNumber> referenceNumber,
            @Nullable List<@Nullable PackageAddress> packageAddress,
            @Nullable List<@Nullable AlternateNumber> alternateTrackingNumber,
            @Nullable List<@Nullable Milestone> milestones,
            @Nullable String packageCount) {}

    record Status(
            @Nullable String type,
            @Nullable String code,
            @Nullable String statusCode,
            @Nullable String description,
            @Nullable String simplifiedTextDescription) {}

    record Activity(
            @Nullable String date,
            @Nullable String time,
            @Nullable String gmtDate,
            @Nullable String gmtTime,
            @Nullable String gmtOffset,
            @Nullable Place location,
            @Nullable Status status) {}

    record Place(@Nullable Address address, @Nullable String slic) {}

    record Address(
            @Nullable String city,
            @Nullable String stateProvince,
            @Nullable String postalCode,
            @Nullable String country,
            @Nullable String countryCode) {}

    record DeliveryDate(@Nullable String type, @Nullable String date) {}

    record DeliveryTime(
            @Nullable String type,
            @Nullable String startTime,
            @Nullable String endTime) {}

    record DeliveryInformation(
            @Nullable String receivedBy,
            @Nullable Signature signature,
            @Nullable Pod pod,
            @Nullable DeliveryPhoto deliveryPhoto) {}

    record Signature(@Nullable String image) {}

    record Pod(@Nullable String content) {}

    record DeliveryPhoto(@Nullable String photo) {}

    record AccessPoint(@Nullable String pickupByDate) {}

    record Service(
            @Nullable String code,
            @Nullable String levelCode,
            @Nullable String description) {}

    record Weight(@Nullable String weight, @Nullable String unitOfMeasurement) {}

    record Dimension(
            @Nullable String length,
            @Nullable String width,
            @Nullable String height,
            @Nullable String unitOfDimension) {}

    record ReferenceNumber(@Nullable String type, @Nullable String number) {}

    record PackageAddress(@Nullable String type, @Nullable Address address) {}

    record AlternateNumber(@Nullable String type, @Nullable String number) {}

    record Milestone(
            @Nullable String description,
            @Nullable String current,
            @Nullable String linkedActivity) {}
}
