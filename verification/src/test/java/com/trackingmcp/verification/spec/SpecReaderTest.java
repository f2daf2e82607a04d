package com.trackingmcp.verification.spec;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SpecReaderTest {
    @Test
    void words_and_times_that_older_yaml_took_for_something_else_are_text() throws Exception {
        assertThat(SpecReader.yamlToJson("enum: [NO, ON, off, yes, 14:00, 2026-01-02]\n"))
                .isEqualTo("{\"enum\":[\"NO\",\"ON\",\"off\",\"yes\",\"14:00\",\"2026-01-02\"]}");
    }

    @Test
    void numbers_truths_and_nothing_are_themselves() throws Exception {
        assertThat(SpecReader.yamlToJson("a: 1\nb: 0.5\nc: true\nd:\n'200': text\n"))
                .isEqualTo("{\"a\":1,\"b\":0.5,\"c\":true,\"d\":null,\"200\":\"text\"}");
    }

    @Test
    void a_value_that_is_listed_twice_counts_once() throws Exception {
        assertThat(SpecReader.mended("{\"a\":{\"enum\":[\"CHA\",\"CHD\",\"CHA\"]}}"))
                .isEqualTo("{\"a\":{\"enum\":[\"CHA\",\"CHD\"]}}");
    }

    @Test
    void a_tab_between_key_and_value_does_no_harm() throws Exception {
        assertThat(SpecReader.yamlToJson("default: \t\t \r\nnext: 1\r\n")).isEqualTo("{\"default\":null,\"next\":1}");
    }

    @Test
    void what_the_elements_of_a_list_are_is_found_where_openapi_does_not_look_for_it() throws Exception {
        assertThat(SpecReader.mended(
                        "{\"a\":{\"type\":\"array\",\"items\":{\"type\":\"array\",\"schema\":{\"$ref\":\"#/b\"}}},"
                                + "\"c\":{\"items\":{\"type\":\"string\"}}}"))
                .isEqualTo("{\"a\":{\"type\":\"array\",\"items\":{\"$ref\":\"#/b\"}},"
                        + "\"c\":{\"items\":{\"type\":\"string\"}}}");
    }

    @Test
    void a_description_without_a_version_gets_one_and_others_keep_theirs() throws Exception {
        assertThat(SpecReader.mended("{\"info\":{\"title\":\"Rate\",\"version\":\"\"}}"))
                .isEqualTo("{\"info\":{\"title\":\"Rate\",\"version\":\"untold\"}}");
        assertThat(SpecReader.mended("{\"info\":{\"version\":\"1.2\"}}")).isEqualTo("{\"info\":{\"version\":\"1.2\"}}");
    }

    @Test
    void a_list_of_untold_things_is_a_list_of_anything() throws Exception {
        assertThat(SpecReader.mended(
                        "{\"a\":{\"type\":\"array\"},\"b\":{\"type\":\"array\",\"items\":{\"type\":\"string\"}}}"))
                .isEqualTo("{\"a\":{\"type\":\"array\",\"items\":{}},"
                        + "\"b\":{\"type\":\"array\",\"items\":{\"type\":\"string\"}}}");
    }

    @Test
    void a_version_in_the_address_of_a_server_is_that_told_beside_the_path() throws Exception {
        assertThat(SpecReader.mended(
                        "{\"servers\":[{\"url\":\"https://example.com/api/{version}\"}],\"paths\":{\"/a/{b}\":"
                                + "{\"post\":{\"parameters\":[{\"in\":\"path\",\"name\":\"version\",\"schema\":{\"default\":\"v2\"}},"
                                + "{\"in\":\"path\",\"name\":\"b\"}]}}}}"))
                .isEqualTo("{\"servers\":[{\"url\":\"https://example.com/api/v2\"}],\"paths\":{\"/a/{b}\":"
                        + "{\"post\":{\"parameters\":[{\"in\":\"path\",\"name\":\"b\"}]}}}}");
    }

    @Test
    void what_a_carrier_posts_itself_is_a_path_too() throws Exception {
        assertThat(SpecReader.mended("{\"paths\":{},\"webhooks\":{\"Event\":{\"post\":{}}}}"))
                .isEqualTo("{\"paths\":{\"/webhooks/Event\":{\"post\":{}}}}");
    }

    @Test
    void one_constant_is_a_list_of_one_value() throws Exception {
        assertThat(SpecReader.mended("{\"a\":{\"const\":\"D\"},\"b\":{\"const\":{\"type\":\"string\"}}}"))
                .isEqualTo("{\"a\":{\"enum\":[\"D\"]},\"b\":{\"const\":{\"type\":\"string\"}}}");
    }
}
