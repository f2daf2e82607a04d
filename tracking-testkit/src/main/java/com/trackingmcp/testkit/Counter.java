package com.trackingmcp.testkit;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * A place in the sandbox at which parcels are handed over: made up, the same ones for every carrier, which shows those of its
 * kinds in its own words. Stateless.
 *
 * @param number tells it from the others, from 1 on
 * @param kind what it is
 * @param place the town
 * @param street the street
 * @param latitude degrees north
 * @param longitude degrees east
 */
record Counter(int number, Kind kind, Place place, String street, double latitude, double longitude) {
    private static final double EARTH_KM = 6_371.0088;

    /** What a place is. A shop closes from 12:30 to 13:30 and on Sundays; a locker and a box never; a station on weekends. */
    enum Kind {
        SHOP,
        OWN_SHOP,
        LOCKER,
        BOX,
        STATION
    }

    private static final List<Counter> ALL = List.of(
            new Counter(1, Kind.SHOP, Place.MEMPHIS, "10 Example Street", 35.1500, -90.0495),
            new Counter(2, Kind.OWN_SHOP, Place.MEMPHIS, "20 Example Street", 35.1600, -90.0400),
            new Counter(3, Kind.LOCKER, Place.MEMPHIS, "30 Example Street", 35.1700, -90.0300),
            new Counter(4, Kind.BOX, Place.MEMPHIS, "40 Example Street", 35.1300, -90.0600),
            new Counter(5, Kind.STATION, Place.MEMPHIS, "50 Example Street", 35.0500, -89.9800),
            new Counter(6, Kind.SHOP, Place.BONN, "Beispielstr. 10", 50.7380, 7.0990),
            new Counter(7, Kind.OWN_SHOP, Place.BONN, "Beispielstr. 20", 50.7450, 7.1100),
            new Counter(8, Kind.LOCKER, Place.BONN, "Beispielstr. 30", 50.7300, 7.0800),
            new Counter(9, Kind.BOX, Place.BONN, "Beispielstr. 40", 50.7200, 7.0700),
            new Counter(10, Kind.STATION, Place.BONN, "Beispielstr. 50", 50.8000, 7.2000));

    /** A point that was asked for. */
    record Point(double latitude, double longitude) {
        double kilometresTo(Counter counter) {
            double north = Math.toRadians(counter.latitude - latitude);
            double east = Math.toRadians(counter.longitude - longitude);
            double half = Math.pow(Math.sin(north / 2), 2)
                    + Math.cos(Math.toRadians(latitude))
                            * Math.cos(Math.toRadians(counter.latitude))
                            * Math.pow(Math.sin(east / 2), 2);
            return 2 * EARTH_KM * Math.asin(Math.sqrt(half));
        }
    }

    /** The middle of a town the sandbox knows, Memphis or Bonn by city or postal code; any other is in the sea. */
    static Point town(String city, String postalCode, String country) {
        for (Place place : List.of(Place.MEMPHIS, Place.BONN)) {
            boolean named = place.city().toLowerCase(Locale.ROOT).equals(city.toLowerCase(Locale.ROOT))
                    || place.postalCode().equals(postalCode);
            if (place.country().equals(country) && named) {
                return place.equals(Place.MEMPHIS) ? new Point(35.1495, -90.0490) : new Point(50.7374, 7.0982);
            }
        }
        return new Point(0, -30);
    }

    /** Those within so many kilometres, the nearest first. */
    static List<Counter> near(Point point, double kilometres) {
        return ALL.stream()
                .filter(counter -> point.kilometresTo(counter) <= kilometres)
                .sorted(Comparator.comparingDouble(point::kilometresTo))
                .toList();
    }
}
