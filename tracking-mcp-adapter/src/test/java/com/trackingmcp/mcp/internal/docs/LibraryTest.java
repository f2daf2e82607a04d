package com.trackingmcp.mcp.internal.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What the jar carries of the documentation, and how it is cut and ranked. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LibraryTest {
    @Test
    void every_page_of_the_project_is_in_the_jar() throws IOException {
        Path root = Path.of("").toAbsolutePath().getParent();
        try (Stream<Path> pages =
                Files.find(root, 2, (path, file) -> path.toString().endsWith(".md"))) {
            List<String> told = Library.bundled().passages().stream()
                    .map(Passage::file)
                    .distinct()
                    .toList();
            assertThat(pages.map(page -> root.relativize(page).toString().replace('\\', '/')))
                    .isNotEmpty()
                    .allMatch(told::contains);
        }
    }

    @Test
    void a_passage_has_some_six_hundred_characters() {
        assertThat(Library.bundled().passages())
                .hasSizeGreaterThan(50)
                .allSatisfy(passage -> assertThat(passage.text()).isNotBlank().hasSizeLessThanOrEqualTo(1_200));
    }

    @Test
    void a_passage_tells_the_headings_it_stands_under() {
        List<Passage> passages = Markdown.passages(
                "a.md", "before\n# One\nfirst\n## Two\nsecond\n```\n# no heading\n```\n# Three\nthird\n");
        assertThat(passages)
                .containsExactly(
                        new Passage("a.md", "a.md", "before"),
                        new Passage("One", "a.md", "first"),
                        new Passage("One > Two", "a.md", "second\n```\n# no heading\n```"),
                        new Passage("Three", "a.md", "third"));
    }

    @Test
    void a_long_line_is_cut_between_words() {
        List<Passage> passages = Markdown.passages("a.md", "word ".repeat(300));
        assertThat(passages)
                .hasSize(3)
                .allSatisfy(passage -> assertThat(passage.text())
                        .hasSizeLessThanOrEqualTo(600)
                        .startsWith("word")
                        .endsWith("word"));
    }

    @Test
    void a_rare_word_counts_more_than_a_common_one_and_a_heading_more_than_text() {
        Ranking ranking = new Ranking(List.of(
                new Passage("a", "a.md", "parcel parcel parcel parcel"),
                new Passage("b", "b.md", "parcel and a label"),
                new Passage("c", "c.md", "parcel"),
                new Passage("Labels", "d.md", "of parcels")));
        assertThat(ranking.search("label of a parcel"))
                .extracting(Passage::file)
                .startsWith("d.md", "b.md");
        assertThat(ranking.search("?")).isEmpty();
    }
}
