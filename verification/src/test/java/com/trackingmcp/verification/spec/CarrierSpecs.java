package com.trackingmcp.verification.spec;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.opentest4j.TestAbortedException;

/** Where the carriers' descriptions are on this machine. They belong to the carriers and are not part of the project. */
final class CarrierSpecs {
    private CarrierSpecs() {}

    /**
     * The folder that {@code -Dcarrier.specs} names.
     *
     * @throws TestAbortedException where it is absent, so that the test is skipped
     * @throws AssertionError where it is absent and {@code -Dcarrier.specs.required=true} was given
     */
    static Path folder() {
        try {
            return folder(System.getProperty("carrier.specs", ""), Boolean.getBoolean("carrier.specs.required"));
        } catch (TestAbortedException skipped) {
            System.out.println(skipped.getMessage());
            throw skipped;
        }
    }

    static Path folder(String property, boolean required) {
        Path folder = Path.of(property).normalize();
        if (!property.isBlank() && Files.isDirectory(folder)) {
            return folder;
        }
        String line = "Spec conformance skipped: no folder at -Dcarrier.specs=" + property;
        if (required) {
            Assertions.fail(line + ", but -Dcarrier.specs.required=true");
        }
        return Assumptions.abort(line);
    }
}
