package com.trackingmcp.ups;

import static org.assertj.core.api.Assertions.assertThat;

import com.trackingmcp.spi.StatusTable;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UpsStatusTableTest {
    private final List<String> keys = UpsTestBed.fixture("ups-status.csv")
            .lines()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .map(line -> line.substring(0, line.indexOf(',')))
            .toList();

    @ParameterizedTest
    @CsvSource({"S,160", "X,687", "MI,213", "D,155", "I,38", "M,4", "F,66", "FX,207"})
    void everyPublishedCodeIsThere(String system, long count) {
        Map<String, Long> perSystem = keys.stream()
                .filter(key -> !key.endsWith(":") && !key.endsWith("*"))
                .collect(Collectors.groupingBy(key -> key.substring(0, key.indexOf(':')), Collectors.counting()));
        assertThat(perSystem.get(system)).isEqualTo(count);
    }

    @Test
    void everyDelayIsAKnownCode() {
        StatusTable table = StatusTable.load(UpsStatus.class, "ups-status.csv");
        assertThat(UpsTestBed.fixture("ups-delays.csv").lines().filter(line -> !line.startsWith("#")))
                .isNotEmpty()
                .allMatch(line -> table.knows(line.substring(0, line.indexOf(','))));
    }

    @Test
    void noCodeStandsTwice() {
        assertThat(keys).doesNotHaveDuplicates();
        assertThat(StatusTable.load(UpsStatus.class, "ups-status.csv").size()).isEqualTo(keys.size());
        assertThat(keys.stream().collect(Collectors.groupingBy(Function.identity())))
                .hasSameSizeAs(keys);
    }
}
