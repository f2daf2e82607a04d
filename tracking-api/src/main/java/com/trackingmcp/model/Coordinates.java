package com.trackingmcp.model;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;

/**
 * A point on the earth, WGS 84. Immutable.
 *
 * @param latitude degrees north, from -90 to 90; a string in JSON
 * @param longitude degrees east, from -180 to 180; a string in JSON
 */
public record Coordinates(
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal latitude,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal longitude) {
    public Coordinates {
        latitude = within(90, latitude, "latitude");
        longitude = within(180, longitude, "longitude");
    }

    private static BigDecimal within(int most, BigDecimal value, String name) {
        BigDecimal degrees = Decimals.plain(value, name);
        if (degrees.abs().compareTo(BigDecimal.valueOf(most)) > 0) {
            throw new IllegalArgumentException(name + " is " + degrees + "; -" + most + " to " + most + " is possible");
        }
        return degrees;
    }

    /**
     * A point such as {@code of("50.7374", "7.0982")}.
     *
     * @throws IllegalArgumentException where these are no degrees
     */
    public static Coordinates of(String latitude, String longitude) {
        return new Coordinates(new BigDecimal(latitude), new BigDecimal(longitude));
    }

    @Override
    public String toString() {
        return latitude.toPlainString() + "," + longitude.toPlainString();
    }
}
