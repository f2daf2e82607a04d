package com.trackingmcp.testkit;

import java.time.ZoneId;
import java.util.Locale;

/** A place a parcel can be scanned at; {@code area} is the three letters a carrier's network calls it by. */
record Place(
        String city, String state, String postalCode, String country, String countryName, ZoneId zone, String area) {

    private static Place of(String city, String state, String postal, String country, String zone, String area) {
        String countryName = new Locale("", country).getDisplayCountry(Locale.ENGLISH);
        return new Place(city, state, postal, country, countryName, ZoneId.of(zone), area);
    }

    static final Place MEMPHIS = of("Memphis", "TN", "38118", "US", "America/Chicago", "MEM");
    static final Place LOUISVILLE = of("Louisville", "KY", "40213", "US", "America/New_York", "SDF");
    static final Place SEATTLE = of("Seattle", "WA", "98101", "US", "America/Los_Angeles", "SEA");
    static final Place DENVER = of("Denver", "CO", "80239", "US", "America/Denver", "DEN");
    static final Place AUSTIN = of("Austin", "TX", "78701", "US", "America/Chicago", "AUS");
    static final Place NEW_YORK = of("New York", "NY", "10001", "US", "America/New_York", "NYC");
    static final Place PHOENIX = of("Phoenix", "AZ", "85001", "US", "America/Phoenix", "PHX");
    static final Place CHICAGO = of("Chicago", "IL", "60607", "US", "America/Chicago", "ORD");
    static final Place TORONTO = of("Toronto", "ON", "M5H 2N2", "CA", "America/Toronto", "YYZ");
    static final Place MONTREAL = of("Montreal", "QC", "H3B 4G5", "CA", "America/Toronto", "YUL");
    static final Place VANCOUVER = of("Vancouver", "BC", "V6B 4A2", "CA", "America/Vancouver", "YVR");
    static final Place LONDON = of("London", "", "EC1A 1BB", "GB", "Europe/London", "LON");
    static final Place BONN = of("Bonn", "", "53113", "DE", "Europe/Berlin", "CGN");
    static final Place LEIPZIG = of("Leipzig", "", "04435", "DE", "Europe/Berlin", "LEJ");
    static final Place HAMBURG = of("Hamburg", "", "20457", "DE", "Europe/Berlin", "HAM");
    static final Place MUNICH = of("Munich", "", "80331", "DE", "Europe/Berlin", "MUC");
    static final Place UTRECHT = of("Utrecht", "", "3511 AX", "NL", "Europe/Amsterdam", "UTC");
    static final Place TOKYO = of("Tokyo", "", "100-0001", "JP", "Asia/Tokyo", "TYO");
    static final Place KOLKATA = of("Kolkata", "WB", "700001", "IN", "Asia/Kolkata", "CCU");
    static final Place SYDNEY = of("Sydney", "NSW", "2000", "AU", "Australia/Sydney", "SYD");
    static final Place AUCKLAND = of("Auckland", "", "1010", "NZ", "Pacific/Auckland", "AKL");
}
