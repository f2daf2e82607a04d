package com.trackingmcp.reliability.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.trackingmcp.error.ErrorCode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is far larger, longer or deeper than any answer costs a bounded time, and ends as an answer or an error. */
@Tag("fuzz")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class BoundsTest {
    private static final byte[] A_HUNDRED_MEGABYTES = text(100 << 20);
    private static final int TEN_MEGABYTES = 10 << 20;

    static Stream<String> carriers() {
        return Targets.CARRIERS.stream();
    }

    private static byte[] text(int length) {
        byte[] text = new byte[length];
        Arrays.fill(text, (byte) 'A');
        byte[] start = "{\"output\":\"".getBytes(StandardCharsets.UTF_8);
        System.arraycopy(start, 0, text, 0, start.length);
        text[length - 2] = '"';
        text[length - 1] = '}';
        return text;
    }

    /** Asks where the first parcel is; the last answer is another. */
    private static Optional<ErrorCode> track(String carrier, byte[] body) {
        Target target = Targets.of(carrier);
        Conversation parcel = target.conversations().get(0);
        return target.ask(parcel, parcel.exchanges().size() - 1, Reply.json(200, body), false);
    }

    private static Optional<ErrorCode> track(String carrier, String body) {
        return track(carrier, body.getBytes(StandardCharsets.UTF_8));
    }

    private static String recorded(String carrier) {
        Conversation parcel = Targets.of(carrier).conversations().get(0);
        byte[] body =
                parcel.exchanges().get(parcel.exchanges().size() - 1).reply().body();
        return new String(body, StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @MethodSource("carriers")
    void what_was_recorded_is_read(String carrier) {
        assertThat(track(carrier, recorded(carrier))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("carriers")
    void a_hundred_megabytes_are_not_read(String carrier) {
        assertThat(track(carrier, A_HUNDRED_MEGABYTES)).contains(ErrorCode.MALFORMED_RESPONSE);
    }

    @ParameterizedTest
    @MethodSource("carriers")
    void fifteen_megabytes_of_one_text_cost_only_time(String carrier) {
        String text = "\"" + "A".repeat(15 << 20) + "\"";
        assertThat(track(carrier, within(carrier, text))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("carriers")
    void lists_a_hundred_thousand_deep_are_no_answer(String carrier) {
        String deep = "[".repeat(100_000) + "]".repeat(100_000);
        assertThat(track(carrier, deep)).contains(ErrorCode.MALFORMED_RESPONSE);
        assertThat(track(carrier, within(carrier, deep))).contains(ErrorCode.MALFORMED_RESPONSE);
    }

    @ParameterizedTest
    @MethodSource("carriers")
    void objects_a_hundred_thousand_deep_are_no_answer(String carrier) {
        String deep = "{\"a\":".repeat(100_000) + "0" + "}".repeat(100_000);
        assertThat(track(carrier, deep)).contains(ErrorCode.MALFORMED_RESPONSE);
        assertThat(track(carrier, within(carrier, deep))).contains(ErrorCode.MALFORMED_RESPONSE);
    }

    /** The recorded answer, and before all that is in it a member that nobody knows. */
    private static String within(String carrier, String value) {
        String body = recorded(carrier);
        int open = body.indexOf('{');
        return body.substring(0, open + 1) + "\"nobody_knows\":" + value + "," + body.substring(open + 1);
    }

    @ParameterizedTest
    @MethodSource("carriers")
    void a_million_members_that_nobody_knows_cost_only_time(String carrier) {
        StringBuilder members = new StringBuilder("{\"k\":0");
        for (int i = 0; i < 1_000_000; i++) {
            members.append(",\"k").append(Integer.toHexString(i)).append("\":0");
        }
        assertThat(track(carrier, within(carrier, members.append('}').toString())))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("carriers")
    void a_million_equal_names_cost_only_time(String carrier) {
        String members = "{\"k\":0" + ",\"k\":1".repeat(1_000_000) + "}";
        assertThat(track(carrier, within(carrier, members))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("carriers")
    void of_equal_names_the_last_counts(String carrier) {
        String body = recorded(carrier).strip();
        int open = body.indexOf('{');
        if (open == 0) {
            String members = body.substring(1, body.length() - 1);
            assertThat(track(carrier, "{" + members + "," + members + "}")).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("carriers")
    void a_number_of_a_million_digits_is_no_answer(String carrier) {
        assertThat(track(carrier, within(carrier, "1".repeat(1_000_000)))).contains(ErrorCode.MALFORMED_RESPONSE);
        assertThat(track(carrier, everywhere(carrier, "1".repeat(10_000)))).isPresent();
    }

    /** Instead of each text and number that is a member's value. */
    private static String everywhere(String carrier, String value) {
        return recorded(carrier).replaceAll(":\\s*(\"[^\"]*\"|-?[0-9.]+)", ":" + value);
    }

    @ParameterizedTest
    @MethodSource("carriers")
    void numbers_of_endless_digits_are_no_amounts(String carrier) {
        Target target = Targets.of(carrier);
        for (String number : List.of("1e999999999", "\"-1e-2147483648\"")) {
            for (Conversation conversation : target.conversations()) {
                int last = conversation.exchanges().size() - 1;
                JsonNode told = conversation.exchanges().get(last).json();
                if (told != null) {
                    String body = told.toString().replaceAll(":(\"[^\"]*\"|-?[0-9.]+)", ":" + number);
                    target.ask(conversation, last, Reply.json(200, body.getBytes(StandardCharsets.UTF_8)), false);
                }
            }
        }
    }

    /** Each list of the recorded answer in turn. */
    @ParameterizedTest
    @MethodSource("carriers")
    void a_hundred_thousand_elements_without_a_word_cost_little(String carrier) {
        String body = recorded(carrier);
        int list = body.indexOf('[');
        while (list >= 0) {
            String hostile = body.substring(0, list + 1) + "{},".repeat(100_000) + "{}"
                    + (body.startsWith("[]", list) ? "" : ",") + body.substring(list + 1);
            track(carrier, hostile);
            list = body.indexOf('[', list + 1);
        }
    }

    /** Each list of the recorded answer with its elements again and again: ten megabytes. */
    @ParameterizedTest
    @MethodSource("carriers")
    void a_hundred_thousand_events_cost_only_time(String carrier) {
        String body = recorded(carrier);
        int events = Stream.of("\"scanEvents\":[", "\"activity\":[", "\"events\":[")
                .mapToInt(name -> body.indexOf(name) < 0 ? -1 : body.indexOf(name) + name.length())
                .max()
                .orElseThrow();
        assertThat(events).isPositive();
        String first = firstElement(body, events);
        String many = (first + ",").repeat(TEN_MEGABYTES / (first.length() + 1));
        assertThat(track(carrier, body.substring(0, events) + many + body.substring(events)))
                .isEmpty();
    }

    private static String firstElement(String body, int from) {
        int depth = 0;
        for (int at = from; at < body.length(); at++) {
            char c = body.charAt(at);
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (depth == 0) {
                return body.substring(from, at + 1);
            }
        }
        throw new IllegalArgumentException("no end");
    }
}
