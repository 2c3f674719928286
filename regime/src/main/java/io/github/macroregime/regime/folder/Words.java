package io.github.macroregime.regime.folder;

import io.github.macroregime.core.io.CsvRow;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The words that a file may use: another is refused with the nearest right one. */
final class Words {

    private static final int LONGEST_SHOWN = 120;

    private Words() {}

    /** The choice that a column names. */
    static <T> T choice(CsvRow row, String column, Map<String, T> choices) {
        String text = row.text(column);
        T choice = choices.get(text);
        if (choice == null) {
            throw row.problem(quoted(text) + " in column \"" + column + "\" must be one "
                    + (choices.isEmpty()
                            ? "that another file of the folder names, but none names any"
                            : "of " + String.join(", ", choices.keySet()) + suggestion(text, choices.keySet())));
        }
        return choice;
    }

    /** The constant that a column names in lower case. */
    static <E extends Enum<E>> E choice(CsvRow row, String column, E[] choices) {
        Map<String, E> named = new LinkedHashMap<>();
        Arrays.stream(choices).forEach(each -> named.put(each.name().toLowerCase(Locale.ROOT), each));
        return choice(row, column, named);
    }

    /** What to put behind the complaint about a word: the nearest of the right ones, nothing if none is near. */
    static String suggestion(String word, Collection<String> known) {
        return nearest(word, known)
                .map(each -> "; did you mean \"" + each + "\"?")
                .orElse("");
    }

    private static Optional<String> nearest(String word, Collection<String> known) {
        if (word.length() > LONGEST_SHOWN) {
            return Optional.empty();
        }
        String lower = word.toLowerCase(Locale.ROOT);
        return known.stream()
                .filter(each -> distance(lower, each.toLowerCase(Locale.ROOT)) <= Math.max(1, word.length() / 2))
                .min(Comparator.comparing(each -> distance(lower, each.toLowerCase(Locale.ROOT))));
    }

    /**
     * How many letters must be put in, left out, replaced or swapped with their neighbour to make one word the other
     * (Damerau 1964; Levenshtein 1966).
     */
    static int distance(String one, String other) {
        int[] beforeThat = new int[other.length() + 1];
        int[] above = new int[other.length() + 1];
        Arrays.setAll(above, j -> j);
        for (int i = 1; i <= one.length(); i++) {
            int[] row = new int[above.length];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = above[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, 1 + Math.min(row[j - 1], above[j]));
                boolean swapped = i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1);
                row[j] = swapped ? Math.min(row[j], 1 + beforeThat[j - 2]) : row[j];
            }
            beforeThat = above;
            above = row;
        }
        return above[other.length()];
    }

    /** A text of a file as a message may show it: cut, and without control characters. */
    static String quoted(String text) {
        String cut = text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "..." : text;
        return "\"" + cut.replaceAll("\\p{Cntrl}", "?") + "\"";
    }
}
