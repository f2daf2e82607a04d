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
class UpsFuzzTest {
    private static final Target UPS = Targets.of("ups");

    static Stream<Arguments> seeds() {
        return UPS.seeds();
    }

    @MethodSource("seeds")
    @FuzzTest
    void whatever_ups_answers_is_read_or_refused(byte[] input) {
        UPS.feed(input);
    }
}
