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

class DhlUnifiedContractTest extends CarrierContract {
    @Override
    protected CarrierProvider provider() {
        return new DhlCarrierProvider();
    }

    @Override
    protected ContractSubject newSubject() {
        return new SandboxSubject(
                "dhl-unified",
                Set.of("DHL_API_KEY", "DHL_BASE_URL", "DHL_UNIFIED_QUOTA"),
                Map.ofEntries(
                        entry(Situation.LABEL_CREATED, SandboxNumbers.DHL_PARCEL_DE_LABEL_CREATED),
                        entry(Situation.EXCEPTION, SandboxNumbers.DHL_PARCEL_DE_EXCEPTION),
                        entry(Situation.IN_TRANSIT, SandboxNumbers.DHL_PARCEL_DE_IN_TRANSIT),
                        entry(Situation.OUT_FOR_DELIVERY, SandboxNumbers.DHL_PARCEL_DE_OUT_FOR_DELIVERY),
                        entry(Situation.AVAILABLE_FOR_PICKUP, SandboxNumbers.DHL_PARCEL_DE_AVAILABLE_FOR_PICKUP),
                        entry(Situation.DELIVERED, SandboxNumbers.DHL_PARCEL_DE_DELIVERED),
                        entry(Situation.RETURNED, SandboxNumbers.DHL_PARCEL_DE_RETURNED),
                        entry(Situation.NOT_FOUND, SandboxNumbers.DHL_PARCEL_DE_NOT_FOUND),
                        entry(Situation.UNKNOWN_CODE, SandboxNumbers.DHL_PARCEL_DE_UNKNOWN_CODE),
                        entry(Situation.NO_TIMESTAMPS, SandboxNumbers.DHL_PARCEL_DE_NO_TIMESTAMPS),
                        entry(Situation.MIXED_OFFSETS, SandboxNumbers.DHL_PARCEL_DE_MIXED_OFFSETS),
                        entry(Situation.BROKEN_EVENT, SandboxNumbers.DHL_PARCEL_DE_BROKEN_EVENT),
                        entry(Situation.SEVERAL_RESULTS, SandboxNumbers.DHL_PARCEL_DE_SEVERAL_SHIPMENTS)));
    }
}
