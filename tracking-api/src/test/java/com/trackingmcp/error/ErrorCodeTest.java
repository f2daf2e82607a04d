package com.trackingmcp.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ErrorCodeTest {
    @Test
    void noTwoCodesShareAnId() {
        assertThat(Arrays.stream(ErrorCode.values()).map(ErrorCode::id))
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("E-\\d{4}"));
    }

    /** Add a line for a new code; a line that is there is never changed or removed: callers branch on it. */
    @Test
    void noCodeIsRenumberedRenamedOrRemoved() throws IOException {
        List<String> now = Arrays.stream(ErrorCode.values())
                .map(code -> code.id() + " " + code.name() + " " + code.category())
                .sorted()
                .toList();
        try (InputStream in = ErrorCodeTest.class.getResourceAsStream("/com/trackingmcp/error-codes.txt")) {
            assertThat(now)
                    .isEqualTo(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .toList());
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyCodeIsFoundByItsIdAndSaysWhatToDo(ErrorCode code) {
        assertThat(ErrorCode.ofId(code.id())).isSameAs(code);
        assertThat(code.title()).isNotBlank();
        assertThat(code.template()).endsWith(".");
        assertThat(code.remediation()).endsWith(".");
    }

    @Test
    void anUnknownIdIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ErrorCode.ofId("E-0000"))
                .withMessageContaining("E-0000");
    }
}
