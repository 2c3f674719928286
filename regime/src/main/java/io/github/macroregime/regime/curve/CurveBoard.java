package io.github.macroregime.regime.curve;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.series.TimeSeries;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What several pairs of yields say on one date.
 *
 * @param asOf the date at which one looks
 * @param readings one reading for each pair that can be read
 * @param unread the names of the pairs that cannot, because a yield is not there or too short
 */
public record CurveBoard(LocalDate asOf, List<CurveReading> readings, List<String> unread) implements Serializable {

    public CurveBoard {
        Require.components(CurveBoard.class, asOf, readings, unread);
        readings = List.copyOf(readings);
        unread = List.copyOf(unread);
    }

    /**
     * Reads several pairs as of one date.
     *
     * <p>Nothing after the date is looked at.
     *
     * @param pairs which yields to compare
     * @param yields the yields by name
     * @param asOf the date at which one looks
     * @param options over what and how finely
     * @return the readings in the order of the pairs
     * @throws IllegalArgumentException if a series is not quoted as yields are; the message names it
     */
    public static CurveBoard of(
            List<CurvePair> pairs, Map<String, TimeSeries> yields, LocalDate asOf, CurveOptions options) {
        yields.forEach((name, yield) -> Require.rates(yield, name));
        List<CurveReading> readings = new ArrayList<>();
        List<String> unread = new ArrayList<>();
        for (CurvePair pair : pairs) {
            TimeSeries shortYield = yields.get(pair.shortYield());
            TimeSeries longYield = yields.get(pair.longYield());
            if (shortYield == null || longYield == null) {
                unread.add(pair.name());
                continue;
            }
            CurveMoves.latest(pair.name(), shortYield.until(asOf), longYield.until(asOf), options)
                    .ifPresentOrElse(readings::add, () -> unread.add(pair.name()));
        }
        return new CurveBoard(asOf, readings, unread);
    }

    /** One line for each pair, and those that could not be read. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("Yield curve as of " + asOf);
        readings.forEach(reading -> text.append('\n').append(reading));
        if (!unread.isEmpty()) {
            text.append("\nnot read: ").append(String.join(", ", unread));
        }
        return text.toString();
    }
}
