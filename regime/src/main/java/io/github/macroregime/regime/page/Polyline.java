package io.github.macroregime.regime.page;

import io.github.macroregime.regime.section.Chart.Line;
import java.util.stream.IntStream;

/** The path through the values of a line, broken where one is missing. */
final class Polyline {

    private final StringBuilder data = new StringBuilder();
    private boolean open;
    private long lastX;
    private long lastY;
    private char last = ' ';
    private boolean pointed;

    private Polyline() {}

    /** Through all values, or where there are more than pixels, through the lowest and the highest of each pixel. */
    static String through(Line line, Places places, Scale x, Scale y, double top) {
        Polyline path = new Polyline();
        for (int i = 0; i < line.values().size(); i++) {
            if (Double.isNaN(line.values().get(i))) {
                path.open = false;
                continue;
            }
            int end = i;
            while (isSamePixel(line, end + 1, x.at(places.value(i)), places, x)) {
                end++;
            }
            for (int each : turning(line, i, end)) {
                path.to(x.at(places.value(each)), top + y.at(line.values().get(each)));
            }
            i = end;
        }
        return path.data.toString();
    }

    /** The next point, by its distance from the last one in half pixels, which takes fewer letters. */
    private void to(double atX, double atY) {
        long nextX = Math.round(2 * atX);
        long nextY = Math.round(2 * atY);
        if (!open) {
            command('M', nextX, nextY);
        } else if (nextX != lastX || nextY != lastY) {
            command('l', nextX - lastX, nextY - lastY);
        }
        open = true;
        lastX = nextX;
        lastY = nextY;
    }

    private void command(char letter, long halvesX, long halvesY) {
        if (letter != last) {
            data.append(letter);
            last = letter;
        }
        if (letter == 'M') {
            last = ' ';
        }
        number(halvesX);
        number(halvesY);
    }

    /** A number, and a space before it only where the one before would run into it. */
    private void number(long halves) {
        String text = (halves < 0 ? "-" : "")
                + (Math.abs(halves) == 1 ? "" : Long.toString(Math.abs(halves) / 2))
                + (halves % 2 == 0 ? "" : ".5");
        char before = data.charAt(data.length() - 1);
        boolean apart = !Character.isDigit(before) || text.startsWith("-") || (text.startsWith(".") && pointed);
        data.append(apart ? "" : " ").append(text);
        pointed = text.contains(".");
    }

    private static boolean isSamePixel(Line line, int next, double at, Places places, Scale x) {
        return next < line.values().size()
                && !Double.isNaN(line.values().get(next))
                && Math.floor(x.at(places.value(next))) == Math.floor(at);
    }

    private static int[] turning(Line line, int from, int to) {
        int low = from;
        int high = from;
        for (int i = from; i <= to; i++) {
            low = line.values().get(i) < line.values().get(low) ? i : low;
            high = line.values().get(i) > line.values().get(high) ? i : high;
        }
        return IntStream.of(Math.min(low, high), Math.max(low, high)).distinct().toArray();
    }

    /** The last value that is not missing, or -1. */
    static int last(Line line) {
        int last = line.values().size() - 1;
        while (last >= 0 && Double.isNaN(line.values().get(last))) {
            last--;
        }
        return last;
    }
}
