package io.github.macroregime.regime.cycle;

import io.github.macroregime.core.series.Matrix;
import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.NumberText;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.regime.cycle.MomentumCycle.Phase;
import io.github.macroregime.regime.outlook.ForwardProfiles;
import io.github.macroregime.regime.outlook.StateProfiles;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The phases of an asset's momentum cycle, close by close.
 *
 * @param cycle the two look-backs
 * @param closes the closes that have a phase
 * @param phases one phase for each of them
 */
public record MomentumHistory(MomentumCycle cycle, TimeSeries closes, List<Phase> phases) implements Serializable {

    public MomentumHistory {
        Require.components(MomentumHistory.class, cycle, closes, phases);
        Require.aboveZero(Require.prices(closes, "closes"), "closes");
        phases = List.copyOf(phases);
        if (phases.size() != closes.size()) {
            throw new IllegalArgumentException(
                    "phases must have one for each of the " + closes.size() + " closes but had " + phases.size());
        }
    }

    /**
     * Closes in a row with one phase.
     *
     * @param phase the phase
     * @param first the date of the first close
     * @param last the date of the last close
     * @param closes how many there are, from 1
     * @param change the simple return from the first close to the last
     */
    public record Run(Phase phase, LocalDate first, LocalDate last, int closes, Rate change) implements Serializable {

        public Run {
            Require.components(Run.class, phase, first, last, change);
            Require.atLeast(closes, 1, "closes");
        }

        /** The phase, its dates and how prices moved. */
        @Override
        public String toString() {
            return NumberText.of("%-10s %s to %s, %4d closes, %+.2f %%", phase, first, last, closes, change.percent());
        }
    }

    /**
     * The phase that was known on a date.
     *
     * @param date any date
     * @return the phase of the last close up to it, empty before the first
     */
    public Optional<Phase> asOf(LocalDate date) {
        OptionalInt at = closes.dates().floor(date);
        return at.isPresent() ? Optional.of(phases.get(at.getAsInt())) : Optional.empty();
    }

    /**
     * The runs, oldest first; the last one may go on.
     *
     * @return one for each change of phase and the first
     */
    public List<Run> runs() {
        List<Run> runs = new ArrayList<>();
        int first = 0;
        for (int t = 1; t <= phases.size(); t++) {
            if (t == phases.size() || phases.get(t) != phases.get(first)) {
                runs.add(new Run(
                        phases.get(first),
                        closes.date(first),
                        closes.date(t - 1),
                        t - first,
                        Rate.ofDecimal(closes.value(t - 1) / closes.value(first) - 1)));
                first = t;
            }
        }
        return List.copyOf(runs);
    }

    /**
     * The {@index "transition table"}: how often one phase came after another, from close to close.
     *
     * @return counts, the earlier phase in the rows and the later in the columns, in the order of {@link Phase}
     */
    public Matrix transitions() {
        int n = Phase.values().length;
        double[] counts = new double[n * n];
        for (int t = 1; t < phases.size(); t++) {
            counts[phases.get(t - 1).ordinal() * n + phases.get(t).ordinal()]++;
        }
        return Matrix.copyOf(n, n, counts);
    }

    /**
     * What followed each phase, of outcomes that have matured by a date.
     *
     * @param asOf the date at which one looks; nothing after it is used
     * @param horizon over how many closes each forward return runs, from 1
     * @return the profiles with n and effective n, and the phase of the last close
     * @throws IllegalArgumentException if the horizon is below 1
     */
    public StateProfiles<Phase> profiles(LocalDate asOf, int horizon) {
        return ForwardProfiles.byState(closes, this::asOf, asOf, horizon);
    }

    /** A row for each phase: its share of the closes, its runs, and the shares of what came next. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(cycle.toString());
        if (phases.isEmpty()) {
            return text.append(", no close with a history").toString();
        }
        text.append(String.format(
                Locale.ROOT,
                ", %d closes %s to %s, now %s\nphase        share %%  runs  mean run   next %%:  bull  correction  bear"
                        + "  rebound",
                phases.size(),
                closes.dates().first(),
                closes.dates().last(),
                phases.get(phases.size() - 1)));
        Matrix counts = transitions();
        List<Run> runs = runs();
        for (Phase phase : Phase.values()) {
            text.append('\n').append(row(phase, counts, runs));
        }
        return text.toString();
    }

    private String row(Phase phase, Matrix counts, List<Run> runs) {
        int[] lengths = runs.stream()
                .filter(run -> run.phase() == phase)
                .mapToInt(Run::closes)
                .toArray();
        int closesIn = Arrays.stream(lengths).sum();
        double left = counts.row(phase.ordinal()).stream().sum();
        double[] next = counts.row(phase.ordinal())
                .map(count -> left == 0 ? Double.NaN : 100 * count / left)
                .toArray();
        return NumberText.of(
                "%-12s %6.1f %5d %9.1f          %6.1f %11.1f %5.1f %8.1f",
                phase,
                100.0 * closesIn / phases.size(),
                lengths.length,
                (double) closesIn / lengths.length,
                next[0],
                next[1],
                next[2],
                next[3]);
    }
}
