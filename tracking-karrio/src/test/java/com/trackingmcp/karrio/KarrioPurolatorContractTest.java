package com.trackingmcp.karrio;

import static java.util.Map.entry;

import com.trackingmcp.testkit.KarrioNumbers;
import com.trackingmcp.testkit.Situation;
import java.util.Map;

class KarrioPurolatorContractTest extends KarrioContract {
    KarrioPurolatorContractTest() {
        super(
                "purolator",
                Map.ofEntries(
                        entry(Situation.LABEL_CREATED, KarrioNumbers.PUROLATOR_LABEL_CREATED),
                        entry(Situation.IN_TRANSIT, KarrioNumbers.PUROLATOR_IN_TRANSIT),
                        entry(Situation.OUT_FOR_DELIVERY, KarrioNumbers.PUROLATOR_OUT_FOR_DELIVERY),
                        entry(Situation.AVAILABLE_FOR_PICKUP, KarrioNumbers.PUROLATOR_AVAILABLE_FOR_PICKUP),
                        entry(Situation.DELIVERED, KarrioNumbers.PUROLATOR_DELIVERED),
                        entry(Situation.EXCEPTION, KarrioNumbers.PUROLATOR_EXCEPTION),
                        entry(Situation.RETURNED, KarrioNumbers.PUROLATOR_RETURNED),
                        entry(Situation.NOT_FOUND, KarrioNumbers.PUROLATOR_NOT_FOUND),
                        entry(Situation.UNKNOWN_CODE, KarrioNumbers.PUROLATOR_UNKNOWN_CODE),
                        entry(Situation.NO_TIMESTAMPS, KarrioNumbers.PUROLATOR_NO_TIMESTAMPS),
                        entry(Situation.MIXED_OFFSETS, KarrioNumbers.PUROLATOR_MIXED_OFFSETS),
                        entry(Situation.BROKEN_EVENT, KarrioNumbers.PUROLATOR_BROKEN_EVENT)));
    }
}
