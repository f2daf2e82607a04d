package com.trackingmcp.mcp.internal.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a Markdown file into passages at its headings, and long sections at the ends of lines. For one file. */
final class Markdown {
    private static final int LONGEST = 600;
    private static final Pattern HEADING = Pattern.compile("(#{1,6})\\s+(.+?)\\s*#*");

    private final String file;
    private final List<Passage> passages = new ArrayList<>();
    private final List<String> headings = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    private Markdown(String file) {
        this.file = file;
    }

    /** The passages of a file. */
    static List<Passage> passages(String file, String content) {
        Markdown markdown = new Markdown(file);
        markdown.read(content);
        return markdown.passages;
    }

    private void read(String content) {
        boolean code = false;
        for (String line : content.lines().toList()) {
            code ^= line.strip().startsWith("```");
            Matcher heading = HEADING.matcher(line);
            if (!code && heading.matches()) {
                end();
                enter(heading.group(1).length(), heading.group(2));
            } else {
                add(line);
            }
        }
        end();
    }

    private void enter(int level, String heading) {
        while (headings.size() >= level) {
            headings.remove(headings.size() - 1);
        }
        headings.add(heading);
    }

    private void add(String line) {
        if (!text.isEmpty() && text.length() + line.length() > LONGEST) {
            end();
        }
        String rest = line;
        while (rest.length() > LONGEST) {
            int space = rest.lastIndexOf(' ', LONGEST);
            int cut = space > 0 ? space : LONGEST;
            text.append(rest, 0, cut);
            end();
            rest = rest.substring(cut).strip();
        }
        text.append(rest).append('\n');
    }

    private void end() {
        String told = text.toString().strip();
        if (!told.isEmpty()) {
            passages.add(new Passage(headings.isEmpty() ? file : String.join(" > ", headings), file, told));
        }
        text.setLength(0);
    }
}
