package com.trackingmcp.karrio;

import com.trackingmcp.spi.CarrierProvider;
import com.trackingmcp.testkit.CarrierContract;
import com.trackingmcp.testkit.ContractSubject;
import com.trackingmcp.testkit.SandboxSubject;
import com.trackingmcp.testkit.Situation;
import java.util.Map;
import java.util.Set;

/** The contract of every carrier, held by one behind the gateway. */
abstract class KarrioContract extends CarrierContract {
    private static final Set<String> WITH_A_KEY = Set.of("KARRIO_API_URL", "KARRIO_API_KEY", "KARRIO_QUOTA");

    private final String carrierName;
    private final Map<Situation, String> numbers;

    /** A carrier, by Karrio's name, and a number for each situation. */
    KarrioContract(String carrierName, Map<Situation, String> numbers) {
        this.carrierName = carrierName;
        this.numbers = numbers;
    }

    @Override
    protected CarrierProvider provider() {
        return new KarrioCarrierProvider();
    }

    @Override
    protected ContractSubject newSubject() {
        return new SandboxSubject("karrio:" + carrierName, WITH_A_KEY, numbers);
    }
}
