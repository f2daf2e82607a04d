package com.trackingmcp.reliability.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.trackingmcp.ups.UpsCarrierProvider;
import com.trackingmcp.testkit.SandboxNumbers;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class UpsFuzzTest {
    private static final Target UPS = Target.of(
            new UpsCarrierProvider(),
            Errands.of(
                    "ups",
                    List.of(
                            SandboxNumbers.UPS_DELIVERED,
                            SandboxNumbers.UPS_SINGLE_OBJECTS,
                            SandboxNumbers.UPS_EXCEPTION,
                            SandboxNumbers.UPS_SEVERAL_PACKAGES,
                            SandboxNumbers.UPS_NOT_FOUND)));

    static Stream<Arguments> seeds() {
        return UPS.seeds();
    }

    @MethodSource("seeds")
    @FuzzTest
    void whatever_ups_answers_is_read_or_refused(byte[] input) {
        UPS.feed(input);
    }
}
