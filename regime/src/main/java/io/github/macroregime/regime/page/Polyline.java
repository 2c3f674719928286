package io.github.macroregime.regime.page;

import io.github.macroregime.regime.section.Chart.Line;
import java.util.List;

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
        List<Double> values = line.values();
        int next = 0;
        while (next < values.size()) {
            int first = next++;
            if (Double.isNaN(values.get(first))) {
                path.open = false;
                continue;
            }
            double pixel = Math.floor(x.at(places.value(first)));
            int low = first;
            int high = first;
            while (next < values.size() && isIn(pixel, values.get(next), x.at(places.value(next)))) {
                low = values.get(next) < values.get(low) ? next : low;
                high = values.get(next) > values.get(high) ? next : high;
                next++;
            }
            path.to(x.at(places.value(Math.min(low, high))), top + y.at(values.get(Math.min(low, high))));
            if (low != high) {
                path.to(x.at(places.value(Math.max(low, high))), top + y.at(values.get(Math.max(low, high))));
            }
        }
        return path.data.toString();
    }

    private static boolean isIn(double pixel, double value, double at) {
        return !Double.isNaN(value) && Math.floor(at) == pixel;
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
        long size = Math.abs(halves);
        boolean isHalf = halves % 2 != 0;
        boolean apart = !Character.isDigit(data.charAt(data.length() - 1)) || halves < 0 || (size == 1 && pointed);
        data.append(apart ? "" : " ").append(halves < 0 ? "-" : "");
        if (size != 1) {
            data.append(size / 2);
        }
        data.append(isHalf ? ".5" : "");
        pointed = isHalf;
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
