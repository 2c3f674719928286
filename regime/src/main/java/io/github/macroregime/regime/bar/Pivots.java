package io.github.macroregime.regime.bar;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.unit.NumberText;
import io.github.macroregime.regime.bar.LevelLadder.Level;
import java.io.Serializable;
import java.util.List;

/**
 * The classic {@index "pivot points"} ({@index "floor pivots"}) of a bar, the caller's choice which:
 * {@code P = (H + L + C) / 3}, {@code R1 = 2 P - L}, {@code S1 = 2 P - H}, {@code R2 = P + (H - L)},
 * {@code S2 = P - (H - L)}, {@code R3 = H + 2 (P - L)}, {@code S3 = L - 2 (H - P)}.
 *
 * <p><b>Source</b>: the traders' floor; the third levels as most vendors print them.
 *
 * @param high the highest price of the bar, above zero and at most a third of the largest number
 * @param low the lowest price of the bar, above zero and not above the high
 * @param close the close of the bar, between them
 */
public record Pivots(double high, double low, double close) implements Serializable {

    public Pivots {
        Require.positive(high, "high");
        Require.positive(low, "low");
        Require.positive(close, "close");
        if (3 * high > Double.MAX_VALUE) {
            throw new IllegalArgumentException("high must be at most a third of the largest number but was " + high);
        }
        if (!(low <= close && close <= high)) {
            throw new IllegalArgumentException(
                    "close must lie from low to high but they were " + close + ", " + low + " and " + high);
        }
    }

    /**
     * The pivot.
     *
     * @return the mean of high, low and close
     */
    public double pivot() {
        return (high + low + close) / 3;
    }

    /**
     * A resistance.
     *
     * @param number 1, 2 or 3
     * @return the price
     */
    public double resistance(int number) {
        return switch (checked(number)) {
            case 1 -> 2 * pivot() - low;
            case 2 -> pivot() + (high - low);
            default -> high + 2 * (pivot() - low);
        };
    }

    /**
     * A support.
     *
     * @param number 1, 2 or 3
     * @return the price
     */
    public double support(int number) {
        return switch (checked(number)) {
            case 1 -> 2 * pivot() - high;
            case 2 -> pivot() - (high - low);
            default -> low - 2 * (high - pivot());
        };
    }

    private static int checked(int number) {
        if (number < 1 || number > 3) {
            throw new IllegalArgumentException("number must be 1, 2 or 3 but was " + number);
        }
        return number;
    }

    /**
     * The seven levels with their usual names.
     *
     * @return from the third resistance down to the third support
     */
    public List<Level> levels() {
        return List.of(
                new Level("R3", resistance(3)),
                new Level("R2", resistance(2)),
                new Level("R1", resistance(1)),
                new Level("P", pivot()),
                new Level("S1", support(1)),
                new Level("S2", support(2)),
                new Level("S3", support(3)));
    }

    /** The seven levels in a line. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        levels().forEach(level ->
                text.append(NumberText.of("%s%s %.6g", text.isEmpty() ? "" : ", ", level.name(), level.price())));
        return text.toString();
    }
}
