package com.trackingmcp.fedex;

import static java.util.Map.entry;

import com.trackingmcp.spi.CarrierProvider;
import com.trackingmcp.testkit.CarrierContract;
import com.trackingmcp.testkit.ContractSubject;
import com.trackingmcp.testkit.SandboxNumbers;
import com.trackingmcp.testkit.SandboxSubject;
import com.trackingmcp.testkit.Situation;
import java.util.Map;
import java.util.Set;

class FedexContractTest extends CarrierContract {
    @Override
    protected CarrierProvider provider() {
        return new FedexCarrierProvider();
    }

    @Override
    protected ContractSubject newSubject() {
        return new SandboxSubject(
                "fedex",
                Set.of("FEDEX_CLIENT_ID", "FEDEX_CLIENT_SECRET", "FEDEX_ACCOUNT_NUMBER", "FEDEX_BASE_URL"),
                Map.ofEntries(
                        entry(Situation.LABEL_CREATED, SandboxNumbers.FEDEX_LABEL_CREATED),
                        entry(Situation.IN_TRANSIT, SandboxNumbers.FEDEX_IN_TRANSIT),
                        entry(Situation.OUT_FOR_DELIVERY, SandboxNumbers.FEDEX_OUT_FOR_DELIVERY),
                        entry(Situation.AVAILABLE_FOR_PICKUP, SandboxNumbers.FEDEX_AVAILABLE_FOR_PICKUP),
                        entry(Situation.DELIVERED, SandboxNumbers.FEDEX_DELIVERED),
                        entry(Situation.EXCEPTION, SandboxNumbers.FEDEX_EXCEPTION),
                        entry(Situation.RETURNED, SandboxNumbers.FEDEX_RETURNED),
                        entry(Situation.NOT_FOUND, SandboxNumbers.FEDEX_NOT_FOUND),
                        entry(Situation.UNKNOWN_CODE, SandboxNumbers.FEDEX_UNKNOWN_CODE),
                        entry(Situation.NO_TIMESTAMPS, SandboxNumbers.FEDEX_NO_TIMESTAMPS),
                        entry(Situation.MIXED_OFFSETS, SandboxNumbers.FEDEX_MIXED_OFFSETS),
                        entry(Situation.BROKEN_EVENT, SandboxNumbers.FEDEX_BROKEN_EVENT),
                        entry(Situation.SEVERAL_RESULTS, SandboxNumbers.FEDEX_SEVERAL_RESULTS)));
    }
}
