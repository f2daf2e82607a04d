package com.trackingmcp.mcp.internal.launch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What can be typed on the command line. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OptionsTest {
    private final Typed typed = new Typed();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--htp | There is no option --htp.",
                "sandbox | There is no option sandbox.",
                "--sandbox=yes | --sandbox takes no value.",
                "--toolset | --toolset needs a value.",
                "--toolset= | --toolset needs a value.",
                "--toolset tracking | --toolset tracking: take one of [track, ship, all].",
                "--confirm always | --confirm always: take one of [elicit, token, never].",
                "--toolset all --toolset all | --toolset is given twice.",
                "--port 1 | --port needs --http.",
                "--keys f | --keys needs --http.",
                "--allow-dir /no/such/folder | --allow-dir /no/such/folder is no folder."
            })
    void what_is_wrong_is_told_and_nothing_is_served(String line, String told) {
        assertThat(typed.run(line.split(" ", -1))).isEqualTo(2);
        assertThat(typed.err()).startsWith(told).contains("Try --help.");
        assertThat(typed.out()).isEmpty();
    }

    @Test
    void the_help_tells_every_option_in_a_line() {
        assertThat(typed.run("--help")).isZero();
        assertThat(typed.out().lines().toList())
                .anyMatch(line -> line.startsWith("  --sandbox  "))
                .anyMatch(line -> line.startsWith("  --toolset track|ship|all  "))
                .allMatch(line -> line.length() <= 120);
        assertThat(typed.err()).isEmpty();
    }

    @Test
    void the_version_is_the_one_of_the_build() {
        assertThat(typed.run("--version")).isZero();
        assertThat(typed.out()).matches("\\d+\\.\\d+\\.\\d+(-SNAPSHOT)?\n");
    }

    @Test
    void values_may_follow_an_equals_sign() {
        assertThat(typed.run("--sandbox", "--toolset=track", "--confirm=NEVER", "--read-only"))
                .isZero();
    }
}
