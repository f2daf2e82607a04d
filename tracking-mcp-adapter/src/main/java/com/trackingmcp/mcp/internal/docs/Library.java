package com.trackingmcp.mcp.internal.docs;

import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.mcp.internal.tool.ErrorAnswers;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The documentation that the jar carries, and what each error means. Immutable. */
public final class Library {
    private static final String FOLDER = "/com/trackingmcp/mcp/docs/";

    private static final String ERRORS = "tracking://reference/errors";

    /** What the build puts into the jar, by its path from the root of the project. */
    static final List<String> FILES = List.of(
            "README.md",
            "tracking-mcp-adapter/README.md",
            "tracking-fedex/README.md",
            "tracking-ups/README.md",
            "tracking-dhl/README.md",
            "tracking-karrio/README.md",
            "tracking-testkit/README.md",
            "benchmarks/README.md",
            "docs/RELIABILITY.md",
            "SECURITY.md",
            "VERSIONING.md",
            "CONTRIBUTING.md",
            "CHANGELOG.md");

    private final List<Passage> passages;
    private final Ranking ranking;

    private Library(List<Passage> passages) {
        this.passages = List.copyOf(passages);
        this.ranking = new Ranking(this.passages);
    }

    /** Read when it is first searched: a server that starts need not wait for it. */
    private static final class Bundled {
        private static final Library LIBRARY = new Library(read());
    }

    /** The one in the jar. */
    public static Library bundled() {
        return Bundled.LIBRARY;
    }

    private static List<Passage> read() {
        List<Passage> passages = new ArrayList<>();
        for (String file : FILES) {
            try (InputStream content = Library.class.getResourceAsStream(FOLDER + file)) {
                if (content != null) {
                    passages.addAll(
                            Markdown.passages(file, new String(content.readAllBytes(), StandardCharsets.UTF_8)));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        for (ErrorCode code : ErrorCode.values()) {
            passages.add(new Passage(
                    "Error " + code.id() + " " + code.name(),
                    ERRORS,
                    code.title() + ".\nFix: " + ErrorAnswers.fix(code)));
        }
        return passages;
    }

    /** All passages, in the order of the files. */
    List<Passage> passages() {
        return passages;
    }

    /** The passages that have a word of the question, best first. */
    public List<Passage> search(String question) {
        return ranking.search(question);
    }
}
