package com.trackingmcp.karrio;

import static java.util.Map.entry;

import com.trackingmcp.testkit.KarrioNumbers;
import com.trackingmcp.testkit.Situation;
import java.util.Map;

class KarrioDpdContractTest extends KarrioContract {
    KarrioDpdContractTest() {
        super(
                "dpd",
                Map.ofEntries(
                        entry(Situation.LABEL_CREATED, KarrioNumbers.DPD_LABEL_CREATED),
                        entry(Situation.IN_TRANSIT, KarrioNumbers.DPD_IN_TRANSIT),
                        entry(Situation.OUT_FOR_DELIVERY, KarrioNumbers.DPD_OUT_FOR_DELIVERY),
                        entry(Situation.AVAILABLE_FOR_PICKUP, KarrioNumbers.DPD_AVAILABLE_FOR_PICKUP),
                        entry(Situation.DELIVERED, KarrioNumbers.DPD_DELIVERED),
                        entry(Situation.EXCEPTION, KarrioNumbers.DPD_EXCEPTION),
                        entry(Situation.RETURNED, KarrioNumbers.DPD_RETURNED),
                        entry(Situation.NOT_FOUND, KarrioNumbers.DPD_NOT_FOUND),
                        entry(Situation.UNKNOWN_CODE, KarrioNumbers.DPD_UNKNOWN_CODE),
                        entry(Situation.NO_TIMESTAMPS, KarrioNumbers.DPD_NO_TIMESTAMPS),
                        entry(Situation.MIXED_OFFSETS, KarrioNumbers.DPD_MIXED_OFFSETS),
                        entry(Situation.BROKEN_EVENT, KarrioNumbers.DPD_BROKEN_EVENT)));
    }
}
