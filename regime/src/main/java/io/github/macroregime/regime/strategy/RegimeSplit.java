package io.github.macroregime.regime.strategy;

import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.NumberText;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * {@index "Conditional performance"}: tear sheets of the parts of a return series that fell into each regime.
 *
 * <p>A return belongs to the regime that was known at the last labelled date <em>before</em> it: a label of the same
 * day would use what the day itself decided.
 *
 * @param parts one entry for each regime with enough returns, by name
 * @param tooFew the number of returns in each regime that has fewer than four, by name
 * @param unlabelled how many returns lie before the first label
 */
public record RegimeSplit(List<Part> parts, Map<String, Integer> tooFew, int unlabelled) implements Serializable {

    private static final int LEAST = 4;

    /**
     * One regime.
     *
     * @param regime its name
     * @param sheet the tear sheet of its returns, put end to end
     */
    public record Part(String regime, TearSheet sheet) implements Serializable {
        public Part {
            Require.components(Part.class, regime, sheet);
        }
    }

    public RegimeSplit {
        Require.components(RegimeSplit.class, parts, tooFew);
        Require.atLeast(unlabelled, 0, "unlabelled");
        parts = List.copyOf(parts);
        tooFew = Require.entries(new TreeMap<>(tooFew), "tooFew");
        Require.counts(tooFew.values(), "tooFew");
    }

    /**
     * The split of a series of returns.
     *
     * @param returns simple returns by date; dates without one are left out
     * @param labelled the dates on which a label became known
     * @param labels one name for each of these dates
     * @param options the conventions of the sheets
     * @return the split
     * @throws IllegalArgumentException if there is not one label for each date
     */
    public static RegimeSplit of(
            TimeSeries returns, DateIndex labelled, List<String> labels, TearSheetOptions options) {
        Require.returns(returns, "returns");
        if (labels.size() != labelled.size()) {
            throw new IllegalArgumentException(
                    "labels must have one name for each of the " + labelled.size() + " dates but had " + labels.size());
        }
        TimeSeries observed = returns.dropMissing();
        Map<String, List<Integer>> places = new TreeMap<>();
        int unlabelled = 0;
        for (int i = 0; i < observed.size(); i++) {
            OptionalInt known = labelled.floor(observed.date(i).minusDays(1));
            if (known.isPresent()) {
                places.computeIfAbsent(labels.get(known.getAsInt()), name -> new ArrayList<>())
                        .add(i);
            } else {
                unlabelled++;
            }
        }
        return of(observed, places, unlabelled, options);
    }

    private static RegimeSplit of(
            TimeSeries observed, Map<String, List<Integer>> places, int unlabelled, TearSheetOptions options) {
        List<Part> parts = new ArrayList<>();
        Map<String, Integer> tooFew = new TreeMap<>();
        places.forEach((regime, at) -> {
            if (at.size() < LEAST) {
                tooFew.put(regime, at.size());
            } else {
                parts.add(new Part(regime, TearSheet.ofParts(at(observed, at), options)));
            }
        });
        return new RegimeSplit(parts, tooFew, unlabelled);
    }

    private static TimeSeries at(TimeSeries observed, List<Integer> places) {
        List<LocalDate> dates = places.stream().map(observed::date).toList();
        double[] values = IntStream.range(0, places.size())
                .mapToDouble(i -> observed.value(places.get(i)))
                .toArray();
        return TimeSeries.of(DateIndex.copyOf(dates), values, observed.unit());
    }

    /** One row for each regime. */
    @Override
    public String toString() {
        StringBuilder text =
                new StringBuilder("regime                    n   n eff   mean %    vol %   Sharpe   hits %  worst %");
        for (Part part : parts) {
            TearSheet sheet = part.sheet();
            text.append(NumberText.of(
                    "\n%-20s %6d %7.0f %8.2f %8.2f %8.2f %8.1f %8.2f",
                    part.regime(),
                    sheet.observations(),
                    sheet.effectiveObservations(),
                    100 * shown(sheet, TearSheetLine.ANNUAL_MEAN),
                    100 * shown(sheet, TearSheetLine.VOLATILITY),
                    shown(sheet, TearSheetLine.SHARPE),
                    100 * shown(sheet, TearSheetLine.HIT_RATE),
                    100 * shown(sheet, TearSheetLine.WORST)));
        }
        tooFew.forEach((regime, count) ->
                text.append("\ntoo few returns: ").append(regime).append(", ").append(count));
        return text.toString();
    }

    private static double shown(TearSheet sheet, TearSheetLine statistic) {
        return sheet.number(statistic).orElse(Double.NaN);
    }
}
