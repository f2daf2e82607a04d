package com.trackingmcp.reliability.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.trackingmcp.dhl.DhlCarrierProvider;
import com.trackingmcp.testkit.SandboxNumbers;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DhlFuzzTest {
    private static final Target DHL = Target.of(
            new DhlCarrierProvider(),
            Errands.of(
                    "dhl",
                    List.of(
                            SandboxNumbers.DHL_EXPRESS_DELIVERED,
                            SandboxNumbers.DHL_ECOMMERCE_DELIVERED,
                            SandboxNumbers.DHL_EXPRESS_SEVERAL_PIECES,
                            SandboxNumbers.DHL_PARCEL_DE_SEVERAL_SHIPMENTS,
                            SandboxNumbers.DHL_ECOMMERCE_NOT_FOUND)));

    static Stream<Arguments> seeds() {
        return DHL.seeds();
    }

    @MethodSource("seeds")
    @FuzzTest
    void whatever_dhl_answers_is_read_or_refused(byte[] input) {
        DHL.feed(input);
    }
}
