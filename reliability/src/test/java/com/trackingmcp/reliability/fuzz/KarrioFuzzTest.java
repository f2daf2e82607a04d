package com.trackingmcp.reliability.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("fuzz")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class KarrioFuzzTest {
    private static final Target KARRIO = Targets.of("karrio");

    static Stream<Arguments> seeds() {
        return KARRIO.seeds();
    }

    @MethodSource("seeds")
    @FuzzTest
    void whatever_karrio_answers_is_read_or_refused(byte[] input) {
        KARRIO.feed(input);
    }
}
