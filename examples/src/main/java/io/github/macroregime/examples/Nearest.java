package io.github.macroregime.examples;

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

    /**
     * How many letters must be put in, left out, replaced or swapped with their neighbour to make one word the other
     * (Damerau 1964).
     */
    private static int distance(String one, String other) {
        int[][] changes = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                changes[i][j] = i == 0 || j == 0
                        ? i + j
                        : Math.min(
                                changes[i - 1][j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1),
                                1 + Math.min(changes[i][j - 1], changes[i - 1][j]));
                boolean swapped = i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1);
                changes[i][j] = swapped ? Math.min(changes[i][j], changes[i - 2][j - 2] + 1) : changes[i][j];
            }
        }
        return changes[one.length()][other.length()];
    }
}
