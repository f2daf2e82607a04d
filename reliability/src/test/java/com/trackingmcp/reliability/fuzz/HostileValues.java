package com.trackingmcp.reliability.fuzz;

import java.util.List;

/** What somebody who means harm, or a broken program, puts where a value is expected. Stateless. */
final class HostileValues {
    private static final List<String> SCALARS = List.of(
            "null", "true", "false", "0", "-1", "-0", "-0.0", "1", "1e999999999", "-1e999999999", "1e-999999999",
            "1e2147483647", "1e-2147483648", "1e39", "1e40", "1E+400", "1e-40", "0.00000000000000000000000000000000000001",
            "12345678901234567890123456789012345678901234567890", "2147483647", "2147483648", "-2147483648", "-2147483649",
            "9223372036854775807", "9223372036854775808", "-9223372036854775809", "NaN", "Infinity", "01", "1.", ".5", "+1",
            "\"\"", "\" \"", "\"\\t\\n\"", "\"\\u0000\"", "\"\\ud800\"", "\"\\udc00\\ud800\"", "\"\\uFEFF\"", "\"\\u2028\"",
            "\"null\"", "\"NaN\"", "\"-\"", "\".\"", "\"e\"", "\"1e999999999\"", "\"-1e999999999\"", "\"1e-999999999\"",
            "\"1E+39\"", "\"0x10\"", "\"1,5\"", "\"1.5.1\"", "\"１２\"", "\"٣\"", "\"--1\"", "\"2147483648\"", "\"-1\"", "\"0\"",
            "\"99999999999999999999999999999999999999\"", "\"0.1e-38\"", "\"1 000\"", "\"$12\"", "\"true\"", "\"İ\"", "\"ß\"",
            "\"XX\"", "\"ZZZ\"", "\"USD\"", "\"usd\"", "\"XXX\"", "\"€\"", "\"U S\"", "\"UK\"", "\"USA\"", "\"KG\"", "\"LB\"",
            "\"====\"", "\"AA=\"", "\"%PDF\"", "\"JVBERi0xLjQ=\"", "\"!!!!\"", "\"http://[\"", "\"https://exa mple\"", "\"//\"",
            "\"../../..\"", "\"a\\r\\nB: c\"", "\"<script>\"", "\"{}\"", "\"[]\"", "\"%00\"", "\"%\"", "\"%s%n\"", "\"${x}\"",
            "[]", "{}", "[[]]", "[null]", "[{}]", "{\"\":{}}", "[null,null]", "[1,\"a\",{},[]]", "{\"code\":null}",
            "{\"a\":[{\"a\":[{}]}]}", "[true]", "[\"\"]", "[[[[[[]]]]]]", "", "nul", "\"", "}", "/*", "\"\\x\"", "\"\\u12\"");

    private static final List<String> TIMES = List.of(
            "", "0", "00000000", "20260230", "99999999", "20260210", "202602", "2026-02-30", "2026-02-10", "0000-00-00",
            "0000-01-01", "9999-12-31", "10000-01-01", "+999999999-12-31", "-999999999-01-01", "+1000000000-01-01",
            "2026-02-10T", "2026-02-10T24:00:00", "2026-02-10T23:59:60Z", "2026-02-10T25:61:61", "2026-02-10T15:00:00+18:00",
            "2026-02-10T15:00:00+18:01", "2026-02-10T15:00:00-19:00", "2026-02-10T15:00:00+99:99", "2026-02-10T15:00Z",
            "2026-02-10 15:00:00", "2026-02-10T15:00:00.1234567890Z", "2026-02-10T15:00:00.Z", "2026-02-10T15:00:00[Europe/Nowhere]",
            "+999999999-12-31T23:59:59.999999999Z", "-999999999-01-01T00:00:00Z", "+999999999-12-31T23:59:59-18:00",
            "-999999999-01-01T00:00:00+18:00", "240000", "235960", "000000", "1:2:3", "12:00 PM", "25:00", "24:00", "-1:00",
            "23:59:59.9999999999", "Sun, 01 Mar 2026 12:00:00 GMT", "1770735600000", "-1770735600000", "9223372036854775807",
            "2026-W07-2", "2026-041", "PT1H", "P1D", "PT-1H", "P999999999999D", "PT9223372036854775807S", "P1Y", "+18", "-18:00:01",
            "Z", "z", "+00:00", "-00:00", "+", "٢٠٢٦-٠٢-١٠", "2026‐02‐10", "Feb 10, 2026", "10/02/2026");

    private static final List<String> CHARACTERS = List.of(
            "\u0000", "\ud800", "\udfff", "\ud83d\ude00", "\"", "\\", "/", " ", "\t", "\n", "\r", "\u0085", "\u00a0", "\u2028", "\ufeff",
            "\u202e", "-", "+", ".", ",", ":", ";", "e", "E", "0", "9", "T", "Z", "%", "&", "?", "#", "=", "{", "}", "[", "]", "<", ">",
            "é", "ß", "İ", "ı", "ﬁ", "１", "٣", "😀", "");

    private HostileValues() {}

    /** One of them, written as JSON; not all of them are. */
    static String scalar(int choice) {
        return SCALARS.get(choice % SCALARS.size());
    }

    /** What grows with the choice: texts, numbers and lists of up to half a million characters. */
    static String sized(int choice) {
        int size = 1 << choice % 20;
        return switch (choice / 20 % 6) {
            case 0 -> "\"" + "A".repeat(size) + "\"";
            case 1 -> "1".repeat(size);
            case 2 -> "0." + "1".repeat(size);
            case 3 -> "\"" + "9".repeat(size) + "\"";
            case 4 -> "[" + "{},".repeat(size / 8) + "{}]";
            default -> "\"" + "\\ud800".repeat(size / 8) + "\"";
        };
    }

    static String time(int choice) {
        return TIMES.get(choice % TIMES.size());
    }

    static String character(int choice) {
        return CHARACTERS.get(choice % CHARACTERS.size());
    }

    /** A name near another. */
    static String name(String name, int choice) {
        return switch (choice / 2 % 5) {
            case 0 -> name.toUpperCase(java.util.Locale.ROOT);
            case 1 -> name + "_";
            case 2 -> "";
            case 3 -> name.repeat(choice * 40);
            default -> character(choice / 10);
        };
    }
}
