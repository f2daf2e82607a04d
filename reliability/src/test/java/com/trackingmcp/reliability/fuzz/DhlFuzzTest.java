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
class DhlFuzzTest {
    private static final Target DHL = Targets.of("dhl");

    static Stream<Arguments> seeds() {
        return DHL.seeds();
    }

    @MethodSource("seeds")
    @FuzzTest
    void whatever_dhl_answers_is_read_or_refused(byte[] input) {
        DHL.feed(input);
    }
}
