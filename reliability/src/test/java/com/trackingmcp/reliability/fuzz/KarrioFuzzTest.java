package com.trackingmcp.reliability.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.trackingmcp.karrio.KarrioCarrierProvider;
import com.trackingmcp.testkit.KarrioNumbers;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class KarrioFuzzTest {
    private static final Target KARRIO = Target.of(
            new KarrioCarrierProvider(),
            Stream.concat(Errands.of(
                    "karrio:canadapost",
                    List.of(
                            KarrioNumbers.CANADA_POST_DELIVERED,
                            KarrioNumbers.CANADA_POST_CUSTOMS,
                            KarrioNumbers.CANADA_POST_EXCEPTION,
                            KarrioNumbers.CANADA_POST_MIXED_OFFSETS,
                            KarrioNumbers.CANADA_POST_NOT_FOUND)).stream(), GatewayErrands.all().stream()).toList());

    static Stream<Arguments> seeds() {
        return KARRIO.seeds();
    }

    @MethodSource("seeds")
    @FuzzTest
    void whatever_karrio_answers_is_read_or_refused(byte[] input) {
        KARRIO.feed(input);
    }
}
