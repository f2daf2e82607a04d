package com.trackingmcp.mcp.internal.docs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Ranks passages by the words of a question, as Okapi BM25 does. Immutable. */
final class Ranking {
    /** How soon more of the same word says no more; the usual value. */
    private static final double SATURATION = 1.2;
    /** How much a long passage counts less; the usual value. */
    private static final double LENGTH = 0.75;
    /** A word in a heading says so much more of what a passage is about. */
    private static final int TITLE_WEIGHT = 3;

    /** Stand in every question, and say nothing of what it is about. */
    private static final Set<String> OF_QUESTIONS = Set.of(
            "how", "what", "why", "where", "when", "which", "who", "does", "do", "can", "is", "are", "i", "my", "a",
            "an", "the", "to", "of", "for", "in", "mean", "set", "use");

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final List<Passage> passages;
    private final List<Map<String, Integer>> counts = new ArrayList<>();
    private final Map<String, Integer> passagesWith = new HashMap<>();
    private final double averageLength;

    Ranking(List<Passage> passages) {
        this.passages = List.copyOf(passages);
        for (Passage passage : this.passages) {
            Map<String, Integer> count = new HashMap<>();
            words(passage.text()).forEach(word -> count.merge(word, 1, Integer::sum));
            words(passage.title() + " " + passage.file())
                    .forEach(word -> count.merge(word, TITLE_WEIGHT, Integer::sum));
            counts.add(count);
            count.keySet().forEach(word -> passagesWith.merge(word, 1, Integer::sum));
        }
        averageLength = counts.stream().mapToInt(Ranking::length).average().orElse(1);
    }

    private static int length(Map<String, Integer> count) {
        return count.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Words in small letters, of a plural as of a singular. */
    private static Stream<String> words(String text) {
        return BETWEEN_WORDS
                .splitAsStream(text.toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty())
                .map(word -> word.length() > 3 && word.endsWith("s") && !word.endsWith("ss")
                        ? word.substring(0, word.length() - 1)
                        : word);
    }

    /** The passages that have a word of the question, best first; those as good as each other in their order. */
    List<Passage> search(String question) {
        List<String> asked = words(question)
                .filter(word -> !OF_QUESTIONS.contains(word))
                .distinct()
                .toList();
        record Hit(int passage, double score) {}
        return IntStream.range(0, passages.size())
                .mapToObj(passage -> new Hit(passage, score(asked, counts.get(passage))))
                .filter(hit -> hit.score() > 0)
                .sorted(Comparator.comparingDouble(Hit::score).reversed().thenComparing(Hit::passage))
                .map(hit -> passages.get(hit.passage()))
                .toList();
    }

    private double score(List<String> asked, Map<String, Integer> count) {
        double shape = SATURATION * (1 - LENGTH + LENGTH * length(count) / averageLength);
        double score = 0;
        for (String word : asked) {
            int times = count.getOrDefault(word, 0);
            int with = passagesWith.getOrDefault(word, 0);
            double rarity = Math.log(1 + (passages.size() - with + 0.5) / (with + 0.5));
            score += rarity * times * (SATURATION + 1) / (times + shape);
        }
        return score;
    }
}
