package com.trackingmcp.karrio;

import static java.util.Map.entry;

import com.trackingmcp.testkit.KarrioNumbers;
import com.trackingmcp.testkit.Situation;
import java.util.Map;

class KarrioCanadaPostContractTest extends KarrioContract {
    KarrioCanadaPostContractTest() {
        super(
                "canadapost",
                Map.ofEntries(
                        entry(Situation.LABEL_CREATED, KarrioNumbers.CANADA_POST_LABEL_CREATED),
                        entry(Situation.IN_TRANSIT, KarrioNumbers.CANADA_POST_IN_TRANSIT),
                        entry(Situation.OUT_FOR_DELIVERY, KarrioNumbers.CANADA_POST_OUT_FOR_DELIVERY),
                        entry(Situation.AVAILABLE_FOR_PICKUP, KarrioNumbers.CANADA_POST_AVAILABLE_FOR_PICKUP),
                        entry(Situation.DELIVERED, KarrioNumbers.CANADA_POST_DELIVERED),
                        entry(Situation.EXCEPTION, KarrioNumbers.CANADA_POST_EXCEPTION),
                        entry(Situation.RETURNED, KarrioNumbers.CANADA_POST_RETURNED),
                        entry(Situation.NOT_FOUND, KarrioNumbers.CANADA_POST_NOT_FOUND),
                        entry(Situation.UNKNOWN_CODE, KarrioNumbers.CANADA_POST_UNKNOWN_CODE),
                        entry(Situation.NO_TIMESTAMPS, KarrioNumbers.CANADA_POST_NO_TIMESTAMPS),
                        entry(Situation.MIXED_OFFSETS, KarrioNumbers.CANADA_POST_MIXED_OFFSETS),
                        entry(Situation.BROKEN_EVENT, KarrioNumbers.CANADA_POST_BROKEN_EVENT)));
    }
}
