package com.trackingmcp.model;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;

/** A place at which parcels are handed over. Immutable. What the carrier does not tell is empty. */
@Value.Immutable
@ModelStyle
@JsonSerialize(as = ImmutableServicePoint.class)
@JsonDeserialize(as = ImmutableServicePoint.class)
public interface ServicePoint {
    /** The carrier's id, such as {@code ups}. */
    String carrier();

    /** The id of the connection that was asked. */
    String connection();

    /** What the carrier knows it by. */
    String id();

    /** Its name. */
    Optional<String> name();

    /** What it is. */
    ServicePointKind kind();

    /** What it is, in the carrier's code. */
    Optional<String> carrierKind();

    /** Where it is, with its telephone number. */
    Address address();

    /**
     * When it is open, in the order of the week from Monday on; a day that is not in it is not told of. Local to the place.
     */
    List<OpeningHours> openingHours();

    /** How far it is from where was asked. */
    Optional<Distance> distance();

    /** The point. */
    Optional<Coordinates> coordinates();

    /** What can be done there, as far as the carrier tells it. */
    Set<LocationService> services();

    /** The same in the carrier's codes. */
    List<String> carrierServices();

    /** The IANA time zone, where the carrier names it. */
    Optional<String> timeZone();

    /**
     * What a shipment names to be sent there, by what it is: {@code location_id} at FedEx, {@code access_point_id} at UPS,
     * {@code service_point_id} at DHL, there in Germany with {@code keyword} and {@code keyword_id}; empty where nothing can, or
     * the carrier does not tell.
     */
    Map<String, String> shipToIds();

    /** Notes for who goes there. */
    List<String> notes();

    /** When it is open on a day; empty where the carrier does not tell. */
    default Optional<OpeningHours> on(DayOfWeek day) {
        return openingHours().stream().filter(hours -> hours.day() == day).findFirst();
    }

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of one value; not safe for use by several threads. */
    class Builder extends ImmutableServicePoint.Builder {}
}
