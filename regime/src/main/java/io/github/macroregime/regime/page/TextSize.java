package io.github.macroregime.regime.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** How much room a text needs in a figure, measured on a wide typeface so that narrower ones fit as well. */
final class TextSize {

    static final double AXIS = 11;
    static final double LABEL = 12;
    static final double BOLD = 13.5;
    static final double LINE = 15;
    private static final double HUNDRED = 100;
    private static final String NARROW = " .,:;'|!iljtfrI()[]/-";
    private static final String WIDE = "mwMW%@+\u2212=<>\u2026";
    private static final byte[] HUNDREDTHS = new byte[128];

    static {
        for (char letter = 0; letter < HUNDREDTHS.length; letter++) {
            HUNDREDTHS[letter] = (byte) measured(letter);
        }
    }

    private TextSize() {}

    static double width(String text, double size) {
        int hundredths = 0;
        for (int i = 0; i < text.length(); i++) {
            hundredths += hundredths(text.charAt(i));
        }
        return size * (hundredths / HUNDRED);
    }

    static double widest(List<String> texts, double size) {
        double widest = 0;
        for (String text : texts) {
            widest = Math.max(widest, width(text, size));
        }
        return widest;
    }

    private static int hundredths(char letter) {
        return letter < HUNDREDTHS.length ? HUNDREDTHS[letter] : measured(letter);
    }

    private static int measured(char letter) {
        if (NARROW.indexOf(letter) >= 0) {
            return 41;
        }
        if (WIDE.indexOf(letter) >= 0 || letter > 0x2100) {
            return 98;
        }
        return Character.isUpperCase(letter) ? 74 : 64;
    }

    /** The text; where it is wider than the room, without a bracket at its end, else cut and closed with an ellipsis. */
    static String fitted(String whole, double size, double room) {
        if (width(whole, size) <= room + 0.01) {
            return whole;
        }
        String text = whole.replaceFirst("(?<=\\S) \\([^()]*\\)$", "");
        if (width(text, size) <= room + 0.01) {
            return text;
        }
        int kept = text.length();
        while (kept > 0 && width(text.substring(0, kept) + "\u2026", size) > room) {
            kept--;
        }
        return kept == 0 ? "" : text.substring(0, kept).stripTrailing() + "\u2026";
    }

    /** The words of a text in as many lines as its room needs, each fitted. */
    static List<String> lines(String text, double size, double room) {
        List<String> lines = new ArrayList<>();
        for (String word : text.split(" ", -1)) {
            int last = lines.size() - 1;
            String longer = last < 0 ? word : lines.get(last) + " " + word;
            if (last >= 0 && width(longer, size) <= room + 0.01) {
                lines.set(last, longer);
            } else {
                lines.add(fitted(word, size, room));
            }
        }
        return lines;
    }

    /**
     * Moves labels apart until no two are closer than a line, as little as is needed and inside the room.
     *
     * @param wanted where the first line of each would stand
     * @param heights how far the line after each is below its first
     * @return where the first line of each stands, in the same order
     */
    static double[] spread(double[] wanted, double[] heights, double top, double bottom) {
        int n = wanted.length;
        Integer[] order = new Integer[n];
        for (int i = 0; i < n; i++) {
            order[i] = i;
        }
        Arrays.sort(order, Comparator.comparingDouble(i -> wanted[i]));
        double[] placed = wanted.clone();
        double free = top;
        for (int i : order) {
            placed[i] = Math.max(placed[i], free);
            free = placed[i] + heights[i];
        }
        double limit = bottom;
        for (int k = n - 1; k >= 0; k--) {
            int i = order[k];
            placed[i] = Math.min(placed[i], limit - heights[i] + LINE);
            limit = placed[i] - LINE;
        }
        return placed;
    }
}
