package com.trackingmcp.reliability.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.trackingmcp.fedex.FedexCarrierProvider;
import com.trackingmcp.testkit.SandboxNumbers;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FedexFuzzTest {
    private static final Target FEDEX = Target.of(
            new FedexCarrierProvider(),
            Errands.of(
                    "fedex",
                    List.of(
                            SandboxNumbers.FEDEX_DELIVERED,
                            SandboxNumbers.FEDEX_CUSTOMS,
                            SandboxNumbers.FEDEX_EXCEPTION,
                            SandboxNumbers.FEDEX_SEVERAL_RESULTS,
                            SandboxNumbers.FEDEX_NOT_FOUND)));

    static Stream<Arguments> seeds() {
        return FEDEX.seeds();
    }

    @MethodSource("seeds")
    @FuzzTest
    void whatever_fedex_answers_is_read_or_refused(byte[] input) {
        FEDEX.feed(input);
    }
}
