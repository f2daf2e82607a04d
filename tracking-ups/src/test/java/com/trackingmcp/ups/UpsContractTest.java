package com.trackingmcp.ups;

import static java.util.Map.entry;

import com.trackingmcp.spi.CarrierProvider;
import com.trackingmcp.testkit.CarrierContract;
import com.trackingmcp.testkit.ContractSubject;
import com.trackingmcp.testkit.SandboxNumbers;
import com.trackingmcp.testkit.SandboxSubject;
import com.trackingmcp.testkit.Situation;
import java.util.Map;
import java.util.Set;

class UpsContractTest extends CarrierContract {
    @Override
    protected CarrierProvider provider() {
        return new UpsCarrierProvider();
    }

    @Override
    protected ContractSubject newSubject() {
        return new SandboxSubject(
                "ups",
                Set.of("UPS_CLIENT_ID", "UPS_CLIENT_SECRET", "UPS_ACCOUNT_NUMBER", "UPS_BASE_URL"),
                Map.ofEntries(
                        entry(Situation.LABEL_CREATED, SandboxNumbers.UPS_LABEL_CREATED),
                        entry(Situation.IN_TRANSIT, SandboxNumbers.UPS_IN_TRANSIT),
                        entry(Situation.OUT_FOR_DELIVERY, SandboxNumbers.UPS_OUT_FOR_DELIVERY),
                        entry(Situation.AVAILABLE_FOR_PICKUP, SandboxNumbers.UPS_AVAILABLE_FOR_PICKUP),
                        entry(Situation.DELIVERED, SandboxNumbers.UPS_DELIVERED),
                        entry(Situation.EXCEPTION, SandboxNumbers.UPS_EXCEPTION),
                        entry(Situation.RETURNED, SandboxNumbers.UPS_RETURNED),
                        entry(Situation.NOT_FOUND, SandboxNumbers.UPS_NOT_FOUND),
                        entry(Situation.UNKNOWN_CODE, SandboxNumbers.UPS_UNKNOWN_CODE),
                        entry(Situation.NO_TIMESTAMPS, SandboxNumbers.UPS_NO_TIMESTAMPS),
                        entry(Situation.MIXED_OFFSETS, SandboxNumbers.UPS_MIXED_OFFSETS),
                        entry(Situation.BROKEN_EVENT, SandboxNumbers.UPS_BROKEN_EVENT),
                        entry(Situation.SEVERAL_RESULTS, SandboxNumbers.UPS_SEVERAL_PACKAGES)));
    }
}
