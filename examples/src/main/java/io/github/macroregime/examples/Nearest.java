package io.github.macroregime.examples;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** What was meant by a mistyped word. */
final class Nearest {

    private Nearest() {}

    /**
     * The known word that is nearest to a mistyped one.
     *
     * @param word the mistyped word
     * @param known the words that are right
     * @return the nearest, empty if it takes more changes than half of the word's letters
     */
    static Optional<String> to(String word, Collection<String> known) {
        return known.stream()
                .filter(each -> distance(word, each) <= word.length() / 2)
                .min(Comparator.comparingInt((String each) -> distance(word, each))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** How many letters must be put in, left out or replaced to make one word the other (Levenshtein 1966). */
    private static int distance(String one, String other) {
        int[] above = new int[other.length() + 1];
        Arrays.setAll(above, j -> j);
        for (int i = 1; i <= one.length(); i++) {
            int[] row = new int[above.length];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = above[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, 1 + Math.min(row[j - 1], above[j]));
            }
            above = row;
        }
        return above[other.length()];
    }
}
