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

class DhlEcommerceContractTest extends CarrierContract {
    @Override
    protected CarrierProvider provider() {
        return new DhlCarrierProvider();
    }

    @Override
    protected ContractSubject newSubject() {
        return new SandboxSubject(
                "dhl-ecommerce",
                Set.of("DHL_CLIENT_ID", "DHL_CLIENT_SECRET", "DHL_ECOMMERCE_BASE_URL"),
                Map.ofEntries(
                        entry(Situation.LABEL_CREATED, SandboxNumbers.DHL_ECOMMERCE_LABEL_CREATED),
                        entry(Situation.IN_TRANSIT, SandboxNumbers.DHL_ECOMMERCE_IN_TRANSIT),
                        entry(Situation.OUT_FOR_DELIVERY, SandboxNumbers.DHL_ECOMMERCE_OUT_FOR_DELIVERY),
                        entry(Situation.AVAILABLE_FOR_PICKUP, SandboxNumbers.DHL_ECOMMERCE_AVAILABLE_FOR_PICKUP),
                        entry(Situation.DELIVERED, SandboxNumbers.DHL_ECOMMERCE_DELIVERED),
                        entry(Situation.EXCEPTION, SandboxNumbers.DHL_ECOMMERCE_EXCEPTION),
                        entry(Situation.RETURNED, SandboxNumbers.DHL_ECOMMERCE_RETURNED),
                        entry(Situation.NOT_FOUND, SandboxNumbers.DHL_ECOMMERCE_NOT_FOUND),
                        entry(Situation.UNKNOWN_CODE, SandboxNumbers.DHL_ECOMMERCE_UNKNOWN_CODE),
                        entry(Situation.MIXED_OFFSETS, SandboxNumbers.DHL_ECOMMERCE_MIXED_OFFSETS),
                        entry(Situation.NO_TIMESTAMPS, SandboxNumbers.DHL_ECOMMERCE_NO_TIMESTAMPS),
                        entry(Situation.BROKEN_EVENT, SandboxNumbers.DHL_ECOMMERCE_BROKEN_EVENT)));
    }
}
