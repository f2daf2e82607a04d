package com.trackingmcp.dhl;

import com.trackingmcp.http.CallContext;
import com.trackingmcp.model.Outcome;
import com.trackingmcp.model.TrackingNumber;
import com.trackingmcp.model.TrackingResult;
import com.trackingmcp.spi.BatchLane;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;

/** DHL's ways to be asked for a parcel, and which numbers each of them may know. */
enum DhlApi {
    /** MyDHL by waybill: takes 200, but 50 keep the URL short enough for every proxy on the way. */
    EXPRESS("express", 50),
    /** MyDHL by piece id: a query of its own. */
    EXPRESS_PIECE("express-piece", 50),
    /** eCommerce Americas: ten ids a call. */
    ECOMMERCE("ecommerce", 10),
    /** Unified tracking: one number a call. */
    UNIFIED("unified", 1);

    private static final int SHORTEST_ECOMMERCE = 10;
    private static final int CALLS_AT_ONCE = 10;
    private static final Pattern EXPRESS_SHAPE = Pattern.compile("\\d{10,11}");
    private static final Pattern PIECE_SHAPE = Pattern.compile("JD\\d{9,24}");
    private static final Pattern ECOMMERCE_SHAPE =
            Pattern.compile("(420(\\d{5}|\\d{9}))?9[2-5]\\d{20}|420\\d{27}|GM[0-9A-Z]{10,39}");

    private final String lane;
    private final int maxNumbers;

    DhlApi(String lane, int maxNumbers) {
        this.lane = lane;
        this.maxNumbers = maxNumbers;
    }

    BatchLane lane() {
        return new BatchLane(lane, maxNumbers);
    }

    /** How many of the numbers that another API left over are asked at once: ten calls, where each is one of its own. */
    int leftOversAtOnce() {
        return asksOneByOne() ? CALLS_AT_ONCE : maxNumbers;
    }

    /** Whether each number is a call of its own, so that none can cost another its answer. */
    boolean asksOneByOne() {
        return this == UNIFIED;
    }

    /** One API's own part of tracking. */
    @FunctionalInterface
    interface Client {
        /** One outcome per number, in their order; fails for what concerns the whole call. */
        CompletableFuture<List<Outcome<TrackingResult>>> track(List<TrackingNumber> numbers, CallContext call);
    }

    /** The APIs that may know a number, the likeliest first, of those this connection has credentials for. */
    static List<DhlApi> candidates(String number, Set<DhlApi> available) {
        List<DhlApi> candidates = new ArrayList<>(byShape(number));
        candidates.retainAll(available);
        return candidates;
    }

    private static List<DhlApi> byShape(String number) {
        return switch (DhlNumbers.match(number).family()) {
            case "dhl-express" -> List.of(EXPRESS, UNIFIED);
            case "dhl-express-piece" -> piece(number);
            case "dhl-ecommerce" -> ecommerce(number);
            case "dhl-parcel-de", "dhl-parcel-nl", "post-de" -> List.of(UNIFIED);
            default -> other(number);
        };
    }

    /** MyDHL writes its piece ids without the data identifier J that labels put before them. */
    private static List<DhlApi> piece(String number) {
        return number.startsWith("JJD") ? List.of(UNIFIED, EXPRESS_PIECE) : List.of(EXPRESS_PIECE, UNIFIED);
    }

    /** Of the letter prefixes only GM is the Americas' own. */
    private static List<DhlApi> ecommerce(String number) {
        boolean americas = number.startsWith("GM") || Character.isDigit(number.charAt(0));
        return americas ? List.of(ECOMMERCE, UNIFIED) : List.of(UNIFIED, ECOMMERCE);
    }

    /** What no family claims: a waybill with a broken check digit, another service's postal id, a house bill. */
    private static List<DhlApi> other(String number) {
        if (number.length() < SHORTEST_ECOMMERCE || number.indexOf('_') >= 0) {
            return List.of(UNIFIED);
        }
        if (EXPRESS_SHAPE.matcher(number).matches()) {
            return List.of(UNIFIED, EXPRESS);
        }
        if (PIECE_SHAPE.matcher(number).matches()) {
            return List.of(UNIFIED, EXPRESS_PIECE);
        }
        if (ECOMMERCE_SHAPE.matcher(number).matches()) {
            return List.of(ECOMMERCE, UNIFIED);
        }
        return List.of(UNIFIED, ECOMMERCE);
    }
}
