package com.trackingmcp.mcp.internal.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.trackingmcp.mcp.Caller;
import com.trackingmcp.mcp.Role;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys that are written down as their digests. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class StaticKeysTest {
    @Test
    void a_key_is_known_by_its_line_only() {
        Keys.NewKey key = Keys.create("shop", Role.SHIP);
        StaticKeys keys = StaticKeys.of(List.of("# the shop", "", "  " + key.line() + "  "));
        assertThat(keys.verify(key.key())).contains(new Caller("key:shop", Role.SHIP));
        assertThat(keys.verify(key.line())).isEmpty();
        assertThat(keys.verify("")).isEmpty();
        assertThat(key.line()).doesNotContain(key.key());
    }

    @Test
    void no_two_keys_are_the_same() {
        assertThat(Keys.create("a", Role.TRACK).key())
                .hasSizeGreaterThan(43)
                .isNotEqualTo(Keys.create("a", Role.TRACK).key());
    }

    @Test
    void a_name_may_have_an_old_and_a_new_key() {
        Keys.NewKey before = Keys.create("shop", Role.SHIP);
        Keys.NewKey after = Keys.create("shop", Role.SHIP);
        StaticKeys keys = StaticKeys.of(List.of(before.line(), after.line()));
        assertThat(keys.verify(before.key()))
                .isEqualTo(keys.verify(after.key()))
                .isPresent();
    }

    @Test
    void a_key_stands_in_one_line() {
        String line = Keys.create("shop", Role.TRACK).line();
        assertThatThrownBy(() -> StaticKeys.of(List.of(line, line.replace("shop track", "boss admin"))))
                .hasMessageContaining("line 2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "shop ship test-key-in-the-clear",
                "shop root sha256:0000000000000000000000000000000000000000000000000000000000000000",
                "shop ship sha256:00",
                "ship sha256:0000000000000000000000000000000000000000000000000000000000000000"
            })
    void a_line_that_is_not_understood_is_told_by_its_number_and_not_repeated(String line) {
        assertThatThrownBy(() -> StaticKeys.of(List.of("# first", line)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("line 2")
                .hasMessageNotContaining(line);
    }

    @Test
    void a_file_without_keys_or_no_file_at_all_is_told() {
        assertThatThrownBy(() -> StaticKeys.of(List.of("# none"))).hasMessageContaining("no key");
        assertThatThrownBy(() -> StaticKeys.read(Path.of("no-such-file"))).hasMessageContaining("no-such-file");
    }

    @Test
    void a_name_that_would_not_be_read_again_gets_no_key() {
        assertThatThrownBy(() -> Keys.create("two words", Role.SHIP)).isInstanceOf(IllegalArgumentException.class);
    }
}
