package io.github.macroregime.regime.report;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.regime.day.Text;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A number with its unit.
 *
 * @param value the number inside, decimal for rates and dollars for money; NaN where it is not defined
 * @param unit the unit it is quoted in
 */
public record Figure(double value, Unit unit) implements Serializable {

    private static final String DOLLARS = "$ ";

    public Figure {
        Require.components(Figure.class, unit);
        Require.finite(value, "value");
    }

    static Figure basisPoints(Rate rate) {
        return new Figure(rate.decimal(), Unit.BASIS_POINTS);
    }

    static Figure percent(Rate rate) {
        return new Figure(rate.decimal(), Unit.PERCENT);
    }

    static Figure percent(double fraction) {
        return new Figure(fraction, Unit.PERCENT);
    }

    static Figure ratio(double ratio) {
        return new Figure(ratio, Unit.FRACTION);
    }

    static Figure score(double score) {
        return new Figure(score, Unit.SCORE);
    }

    /**
     * The number as it is quoted.
     *
     * @return for example 51.11 for basis points
     */
    public double quoted() {
        return unit.quoted(value);
    }

    /**
     * The number as it is quoted, without the digits that arithmetic left behind: to a hundred-thousandth of a basis
     * point, else to a millionth.
     *
     * @return for example -122.8, where {@link #quoted} gives -122.79999991321552; zero never with a minus
     */
    public double rounded() {
        double quoted = quoted();
        if (!(Math.abs(quoted) <= Double.MAX_VALUE)) {
            return quoted;
        }
        int places = unit.equals(Unit.BASIS_POINTS) ? 5 : 6;
        return BigDecimal.valueOf(quoted)
                        .setScale(places, RoundingMode.HALF_EVEN)
                        .doubleValue()
                + 0.0;
    }

    /**
     * By how much it differs from an earlier one.
     *
     * @param earlier in the same unit
     * @return this less the earlier one
     * @throws IllegalArgumentException if the units differ
     */
    public Figure minus(Figure earlier) {
        if (!unit.equals(earlier.unit)) {
            throw new IllegalArgumentException("earlier must be in " + unit + " but was in " + earlier.unit);
        }
        return new Figure(value - earlier.value, unit);
    }

    String signed() {
        return text("%+,.");
    }

    private String text(String format) {
        if (Double.isNaN(value)) {
            return "undefined";
        }
        String number = Text.of(format + places() + "f", quoted());
        boolean alone = unit.symbol().isEmpty() || unit.equals(Unit.COUNT) || unit.equals(Unit.PRICE);
        if (unit.symbol().startsWith(DOLLARS)) {
            return number.replaceFirst("(?=\\d)", "\\$") + " " + unit.symbol().substring(DOLLARS.length());
        }
        return alone ? number : number + " " + unit.symbol();
    }

    private int places() {
        if (unit.equals(Unit.COUNT) || unit.equals(Unit.DAYS)) {
            return 0;
        }
        return unit.equals(Unit.BASIS_POINTS) || unit.equals(Unit.BILLIONS_OF_DOLLARS) ? 1 : 2;
    }

    /**
     * The number rounded for a reader, with its unit: basis points and billions to one decimal, counts and days to none,
     * else two. A count and a price stand alone.
     */
    @Override
    public String toString() {
        return text("%,.");
    }
}
