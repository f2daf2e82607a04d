package com.trackingmcp.testkit;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Some services of FedEx, with the sandbox's own prices and FedEx's own words. */
enum FedexService {
    FIRST_OVERNIGHT("FedEx First Overnight®", Reach.AMERICAN, 1, "08:00:00", 9650, 120),
    PRIORITY_OVERNIGHT("FedEx Priority Overnight®", Reach.AMERICAN, 1, "10:30:00", 6210, 105),
    STANDARD_OVERNIGHT("FedEx Standard Overnight®", Reach.AMERICAN, 1, "17:00:00", 5580, 98),
    FEDEX_2_DAY("FedEx 2Day®", Reach.AMERICAN, 2, "17:00:00", 3120, 71),
    FEDEX_EXPRESS_SAVER("FedEx Express Saver®", Reach.AMERICAN, 3, "17:00:00", 2740, 62),
    FEDEX_GROUND("FedEx Ground®", Reach.GROUND, 4, "23:59:00", 1235, 31),
    GROUND_HOME_DELIVERY("FedEx Home Delivery®", Reach.HOME, 4, "20:00:00", 1310, 31),
    SMART_POST("FedEx Ground® Economy", Reach.POST, 6, "", 940, 22),
    INTERNATIONAL_FIRST("FedEx International First®", Reach.ABROAD, 2, "09:00:00", 14850, 260),
    FEDEX_INTERNATIONAL_PRIORITY("FedEx International Priority®", Reach.ABROAD, 3, "18:00:00", 8830, 210),
    FEDEX_INTERNATIONAL_PRIORITY_EXPRESS(
            "FedEx International Priority® Express", Reach.ABROAD, 3, "12:00:00", 9340, 215),
    INTERNATIONAL_ECONOMY("FedEx International Economy®", Reach.ABROAD, 5, "18:00:00", 7110, 180),
    FEDEX_INTERNATIONAL_CONNECT_PLUS("FedEx International Connect Plus®", Reach.ABROAD, 4, "20:00:00", 5420, 150),
    FEDEX_PRIORITY("FedEx® Priority", Reach.ELSEWHERE, 1, "18:00:00", 2990, 60),
    FEDEX_PRIORITY_EXPRESS("FedEx® Priority Express", Reach.ELSEWHERE, 1, "12:00:00", 3490, 66);

    private static final List<String> WORDS = List.of("ONE_DAY", "TWO_DAYS", "THREE_DAYS", "FOUR_DAYS", "FIVE_DAYS");

    /** From where to where a service goes. */
    private enum Reach {
        AMERICAN,
        GROUND,
        HOME,
        POST,
        ABROAD,
        ELSEWHERE
    }

    private final String title;
    private final Reach reach;
    private final int days;
    private final String time;
    private final int baseCents;
    private final int centsPerPound;

    FedexService(String title, Reach reach, int days, String time, int baseCents, int centsPerPound) {
        this.title = title;
        this.reach = reach;
        this.days = days;
        this.time = time;
        this.baseCents = baseCents;
        this.centsPerPound = centsPerPound;
    }

    static Optional<FedexService> of(String code) {
        return Arrays.stream(values())
                .filter(service -> service.name().equals(code))
                .findFirst();
    }

    String title() {
        return title;
    }

    boolean isGround() {
        return reach == Reach.GROUND || reach == Reach.HOME || reach == Reach.POST;
    }

    /** Whether it serves a lane; ground goes to residences in the United States as Home Delivery. */
    boolean serves(String from, String to, boolean residential) {
        boolean american = from.equals("US") && to.equals("US");
        return switch (reach) {
            case AMERICAN -> american;
            case GROUND ->
                american && !residential
                        || from.equals("US") && to.equals("CA")
                        || from.equals("CA") && to.equals("US");
            case HOME -> american && residential;
            case POST -> false;
            case ABROAD -> !from.equals(to);
            case ELSEWHERE -> from.equals(to) && !from.equals("US") && !from.equals("CA");
        };
    }

    /** Ground Economy is sold to who names a hub, and never offered to others. */
    boolean canBeSold(String from, String to, boolean hubNamed) {
        return reach == Reach.POST
                ? hubNamed && from.equals("US") && to.equals("US")
                : serves(from, to, true) || serves(from, to, false);
    }

    /** How many business days, in FedEx's words; the post's share is not known. */
    String transit() {
        return reach == Reach.POST ? "SMARTPOST_TRANSIT_DAYS" : WORDS.get(days - 1);
    }

    /** The day of delivery of what is shipped on a day. */
    LocalDate delivery(LocalDate shipped, boolean saturdayToo) {
        LocalDate day = shipped;
        for (int left = days; left > 0; ) {
            day = day.plusDays(1);
            boolean working =
                    day.getDayOfWeek() != DayOfWeek.SUNDAY && (day.getDayOfWeek() != DayOfWeek.SATURDAY || saturdayToo);
            left -= working ? 1 : 0;
        }
        return day;
    }

    String time() {
        return time;
    }

    /** What the carriage costs by the public tariff, in cents. */
    long base(double pounds) {
        return baseCents + Math.round(Math.ceil(pounds) * centsPerPound);
    }
}
