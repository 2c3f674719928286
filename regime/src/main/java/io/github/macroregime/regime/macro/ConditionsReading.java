package io.github.macroregime.regime.macro;

import io.github.macroregime.core.series.Doubles;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * Financial conditions on a date and what they are made of.
 *
 * @param asOf the last date on which every part was there
 * @param index the weighted sum of the scores; zero is the average so far, above is tighter
 * @param names the parts
 * @param scores each part's standardised value, signed so that up is tighter
 * @param weights each part's weight
 * @param n how many dates were standardised over
 */
public record ConditionsReading(
        LocalDate asOf, double index, List<String> names, Doubles scores, Doubles weights, int n)
        implements Serializable {

    public ConditionsReading {
        names = List.copyOf(names);
        if (scores.size() != names.size() || weights.size() != names.size()) {
            throw new IllegalArgumentException("scores and weights must have " + names.size() + " numbers but had "
                    + scores.size() + " and " + weights.size());
        }
    }

    /** The index and one line for each part. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT, "Financial conditions as of %s: %+.2f (up is tighter), n %d", asOf, index, n));
        for (int i = 0; i < names.size(); i++) {
            text.append(String.format(
                    Locale.ROOT,
                    "\n  %-16s score %+6.2f  weight %+.3f  part %+6.2f",
                    names.get(i),
                    scores.get(i),
                    weights.get(i),
                    scores.get(i) * weights.get(i)));
        }
        return text.toString();
    }
}
