package com.trackingmcp.testkit;

import static com.trackingmcp.testkit.Place.*;

import java.util.List;

/** Where a parcel comes from, the hub it passes and where it goes. */
record Route(Place origin, Place hub, Place destination) {

    private static final List<Route> AMERICAN = List.of(
            new Route(SEATTLE, MEMPHIS, NEW_YORK),
            new Route(AUSTIN, LOUISVILLE, DENVER),
            new Route(NEW_YORK, CHICAGO, PHOENIX),
            new Route(PHOENIX, MEMPHIS, AUSTIN),
            new Route(CHICAGO, LOUISVILLE, TORONTO));

    private static final List<Route> WORLDWIDE = List.of(
            new Route(BONN, LEIPZIG, TOKYO),
            new Route(SYDNEY, SYDNEY, AUCKLAND),
            new Route(LONDON, LEIPZIG, KOLKATA),
            new Route(NEW_YORK, LEIPZIG, MUNICH));

    private static final List<Route> GERMAN = List.of(
            new Route(HAMBURG, LEIPZIG, MUNICH), new Route(BONN, LEIPZIG, HAMBURG), new Route(MUNICH, BONN, LEIPZIG));

    private static final List<Route> DUTCH = List.of(new Route(BONN, UTRECHT, UTRECHT));

    private static final List<Route> CANADIAN = List.of(
            new Route(VANCOUVER, TORONTO, MONTREAL),
            new Route(TORONTO, MONTREAL, MONTREAL),
            new Route(MONTREAL, TORONTO, NEW_YORK));

    private static final List<Route> EUROPEAN = List.of(
            new Route(UTRECHT, UTRECHT, MUNICH), new Route(HAMBURG, BONN, MUNICH), new Route(BONN, UTRECHT, LONDON));

    static Route pick(Family family, int chance) {
        List<Route> routes = switch (family) {
            case FEDEX, UPS, UPS_MAIL_INNOVATIONS, DHL_ECOMMERCE, USPS -> AMERICAN;
            case DHL_EXPRESS -> WORLDWIDE;
            case DHL_PARCEL_DE -> GERMAN;
            case DHL_PARCEL_NL -> DUTCH;
            case CANADA_POST, PUROLATOR -> CANADIAN;
            case DPD -> EUROPEAN;
        };
        return routes.get(Math.floorMod(chance, routes.size()));
    }

    boolean crossesABorder() {
        return !origin.country().equals(destination.country());
    }

    /** Where a step happens; {@code earlierMoves} tells the first hub scan from the arrival in the destination's. */
    Place placeOf(Step step, int earlierMoves) {
        return switch (step) {
            case LABEL_CREATED, PICKED_UP, DEPARTED, CANCELLED, RETURNED -> origin;
            case IN_TRANSIT -> earlierMoves == 0 ? hub : destination;
            default -> destination;
        };
    }
}
