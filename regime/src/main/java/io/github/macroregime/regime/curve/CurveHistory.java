package io.github.macroregime.regime.curve;

import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.Require;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The moves of one pair of yields over time.
 *
 * @param pair the name of the pair
 * @param options over what and how finely
 * @param dates the dates on which the moves ended
 * @param moves one move for each date
 */
public record CurveHistory(String pair, CurveOptions options, DateIndex dates, List<CurveMove> moves)
        implements Serializable {

    public CurveHistory {
        Require.components(CurveHistory.class, pair, options, dates, moves);
        moves = List.copyOf(moves);
        if (moves.size() != dates.size()) {
            throw new IllegalArgumentException(
                    "moves must have one element for each of the " + dates.size() + " dates but had " + moves.size());
        }
    }

    /**
     * The regime of the curve as it was seen on a date: the last move that ended on or before it, with the shares of
     * the regimes up to then.
     *
     * @param date any date
     * @return the reading, empty if no move had ended by then
     */
    public Optional<CurveReading> asOf(LocalDate date) {
        OptionalInt at = dates.floor(date);
        if (at.isEmpty()) {
            return Optional.empty();
        }
        int last = at.getAsInt();
        int first = Math.max(0, last + 1 - options.shareDays());
        Map<CurveRegime, Integer> counts = new EnumMap<>(CurveRegime.class);
        for (CurveMove move : moves.subList(first, last + 1)) {
            counts.merge(move.regime(), 1, Integer::sum);
        }
        return Optional.of(new CurveReading(pair, dates.get(last), options.days(), moves.get(last), counts));
    }

    /** The pair, the dates and the latest reading. */
    @Override
    public String toString() {
        return "CurveHistory of " + pair + ", " + dates
                + (dates.isEmpty()
                        ? ""
                        : "\n" + asOf(dates.last()).map(CurveReading::toString).orElse(""));
    }
}
