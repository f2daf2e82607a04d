package com.trackingmcp.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.trackingmcp.model.TrackingStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatusTableTest {
    private final StatusTable table = load("good.csv");

    @Test
    void codesAreFoundInAnyCase() {
        assertThat(table.status("X:OT")).contains(TrackingStatus.DELIVERED);
        assertThat(table.status(" x:ot ")).contains(TrackingStatus.DELIVERED);
        assertThat(table.size()).isEqualTo(3);
    }

    @Test
    void aMessageChangesNothing() {
        assertThat(table.isInformational("msg")).isTrue();
        assertThat(table.knows("msg")).isTrue();
        assertThat(table.status("msg")).isEmpty();
    }

    @Test
    void aCodeMayBeKnownToMeanNothing() {
        assertThat(table.status("ODD")).contains(TrackingStatus.UNKNOWN);
        assertThat(table.isInformational("ODD")).isFalse();
    }

    @Test
    void whatTheTableDoesNotHaveIsEmpty() {
        assertThat(table.status("NEW")).isEmpty();
        assertThat(table.knows("NEW")).isFalse();
        assertThat(table.isInformational("NEW")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "no-status.csv, no-status.csv:2 has no status",
        "no-such-status.csv, no-such-status.csv:2 names no status: beamed_up",
        "twice.csv, twice.csv:3 repeats the key a",
        "no-key.csv, no-key.csv:1 has no key",
        "missing.csv, No table missing.csv beside com.trackingmcp.spi.StatusTableTest",
    })
    void aBrokenTableIsAnErrorThatNamesTheLine(String file, String said) {
        assertThatIllegalStateException().isThrownBy(() -> load(file)).withMessage(said);
    }

    private static StatusTable load(String file) {
        return StatusTable.load(StatusTableTest.class, file);
    }
}
