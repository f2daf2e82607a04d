package com.trackingmcp.verification.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CarrierSpecsTest {
    @Test
    void a_folder_that_exists_is_taken(@TempDir Path folder) {
        assertThat(CarrierSpecs.folder(folder.toString(), true)).isEqualTo(folder);
    }

    @Test
    void without_a_folder_the_test_is_skipped_with_a_line_that_names_the_property() {
        assertThatThrownBy(() -> CarrierSpecs.folder("no/such/folder", false))
                .isInstanceOf(TestAbortedException.class)
                .hasMessageContaining("-Dcarrier.specs=no/such/folder");
    }

    @Test
    void without_a_folder_that_is_required_the_test_fails() {
        assertThatThrownBy(() -> CarrierSpecs.folder("no/such/folder", true))
                .isInstanceOf(AssertionFailedError.class)
                .hasMessageContaining("-Dcarrier.specs=no/such/folder");
        assertThatThrownBy(() -> CarrierSpecs.folder("", true)).isInstanceOf(AssertionFailedError.class);
    }
}
