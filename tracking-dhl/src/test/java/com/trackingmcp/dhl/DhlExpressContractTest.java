package com.trackingmcp.dhl;

import static java.util.Map.entry;

import com.trackingmcp.spi.CarrierProvider;
import com.trackingmcp.testkit.CarrierContract;
import com.trackingmcp.testkit.ContractSubject;
import com.trackingmcp.testkit.SandboxNumbers;
import com.trackingmcp.testkit.SandboxSubject;
import com.trackingmcp.testkit.Situation;
import java.util.Map;
import java.util.Set;

class DhlExpressContractTest extends CarrierContract {
    @Override
    protected CarrierProvider provider() {
        return new DhlCarrierProvider();
    }

    @Override
    protected ContractSubject newSubject() {
        return new SandboxSubject(
                "mydhl",
                Set.of(
                        "DHL_EXPRESS_USERNAME",
                        "DHL_EXPRESS_PASSWORD",
                        "DHL_EXPRESS_ACCOUNT_NUMBER",
                        "DHL_EXPRESS_BASE_URL"),
                Map.ofEntries(
                        entry(Situation.LABEL_CREATED, SandboxNumbers.DHL_EXPRESS_LABEL_CREATED),
                        entry(Situation.IN_TRANSIT, SandboxNumbers.DHL_EXPRESS_IN_TRANSIT),
                        entry(Situation.OUT_FOR_DELIVERY, SandboxNumbers.DHL_EXPRESS_OUT_FOR_DELIVERY),
                        entry(Situation.AVAILABLE_FOR_PICKUP, SandboxNumbers.DHL_EXPRESS_AVAILABLE_FOR_PICKUP),
                        entry(Situation.DELIVERED, SandboxNumbers.DHL_EXPRESS_DELIVERED),
                        entry(Situation.EXCEPTION, SandboxNumbers.DHL_EXPRESS_EXCEPTION),
                        entry(Situation.RETURNED, SandboxNumbers.DHL_EXPRESS_RETURNED),
                        entry(Situation.NOT_FOUND, SandboxNumbers.DHL_EXPRESS_NOT_FOUND),
                        entry(Situation.UNKNOWN_CODE, SandboxNumbers.DHL_EXPRESS_UNKNOWN_CODE),
                        entry(Situation.NO_TIMESTAMPS, SandboxNumbers.DHL_EXPRESS_NO_TIMESTAMPS),
                        entry(Situation.BROKEN_EVENT, SandboxNumbers.DHL_EXPRESS_BROKEN_EVENT),
                        entry(Situation.SEVERAL_RESULTS, SandboxNumbers.DHL_EXPRESS_SEVERAL_PIECES)));
    }
}
