package io.github.macroregime.credit.band;

import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.series.Matrix;
import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.stats.Moments;
import io.github.macroregime.core.stats.Quantiles;
import io.github.macroregime.core.unit.NumberText;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.credit.band.SwitchPolicy.GapRule;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * The bands a spread has been in: the history of a series under a policy.
 *
 * <p>A date without an observation counts as a date in the band that is held over it. Where only observations should
 * count, pass the levels without missing ones: that changes no state on a date that has one.
 *
 * @param bands the bands
 * @param policy when a change of band was confirmed
 * @param levels the levels by date
 * @param states the position of the confirmed band on each date, NaN where none was known
 */
public record BandHistory(Bands bands, SwitchPolicy policy, TimeSeries levels, Doubles states) implements Serializable {

    public BandHistory {
        Require.components(BandHistory.class, bands, policy, levels, states);
        Require.rates(levels, "levels");
        if (states.size() != levels.size()) {
            throw new IllegalArgumentException(
                    "states must have one number for each of the " + levels.size() + " dates but had " + states.size());
        }
        for (int i = 0; i < states.size(); i++) {
            double state = states.get(i);
            if (!Double.isNaN(state) && !(state == Math.rint(state) && state >= 0 && state < bands.size())) {
                throw new IllegalArgumentException(
                        "states[" + i + "] must be the place of one of " + bands.size() + " bands but was " + state);
            }
        }
    }

    /**
     * The band history of a series.
     *
     * <p>No state depends on a later level. A row of a weekend that ends a month is left out, so that it confirms nothing.
     * <b>Missing</b> levels hold the state, see {@link GapRule}. <b>Cost</b>:
     * linear.
     *
     * @param bands the bands
     * @param policy when a change of band is confirmed
     * @param levels the levels by date
     * @return the history of bands
     */
    public static BandHistory of(Bands bands, SwitchPolicy policy, TimeSeries levels) {
        TimeSeries onBusinessDays = Require.rates(levels, "levels").withoutMonthEndWeekends();
        int[] states = BandTracker.states(bands, policy, onBusinessDays.values().toArray());
        return new BandHistory(
                bands,
                policy,
                onBusinessDays,
                Doubles.copyOf(Arrays.stream(states)
                        .mapToDouble(state -> state == BandTracker.UNKNOWN ? Double.NaN : state)
                        .toArray()));
    }

    /**
     * The stays in order; the last one is current if the band is still known on the last date.
     *
     * @return the runs, which together cover each date with a known band once
     */
    public List<Run> runs() {
        List<Run> runs = new ArrayList<>();
        int start = 0;
        for (int i = 1; i <= states.size(); i++) {
            if (i == states.size() || Double.compare(states.get(i), states.get(start)) != 0) {
                if (!states.isMissing(start)) {
                    runs.add(run(start, i));
                }
                start = i;
            }
        }
        return runs;
    }

    private Run run(int fromInclusive, int toExclusive) {
        return new Run(
                band(fromInclusive),
                levels.date(fromInclusive),
                levels.date(toExclusive - 1),
                toExclusive - fromInclusive,
                ending(toExclusive));
    }

    private Run.Ending ending(int next) {
        if (next == states.size()) {
            return Run.Ending.CURRENT;
        }
        return states.isMissing(next) ? Run.Ending.EXPIRED : Run.Ending.LEFT;
    }

    private Band band(int at) {
        return bands.get((int) states.get(at));
    }

    /**
     * The stay that has not ended.
     *
     * @return the current run, empty if no band is known on the last date
     */
    public Optional<Run> current() {
        List<Run> runs = runs();
        return runs.isEmpty()
                ? Optional.empty()
                : Optional.of(runs.get(runs.size() - 1)).filter(BandHistory::isCurrent);
    }

    private static boolean isCurrent(Run run) {
        return run.ending() == Run.Ending.CURRENT;
    }

    /**
     * How many times the band has changed.
     *
     * @return the number of pairs of dates next to each other with two known bands that differ
     */
    public int switches() {
        int switches = 0;
        for (int i = 1; i < states.size(); i++) {
            if (isKnown(i) && states.get(i) != states.get(i - 1)) {
                switches++;
            }
        }
        return switches;
    }

    private boolean isKnown(int i) {
        return !states.isMissing(i) && !states.isMissing(i - 1);
    }

    /**
     * How many dates have been spent in each band.
     *
     * @return one count for each band, from low to high
     */
    public Doubles occupancy() {
        double[] counts = new double[bands.size()];
        states.stream().filter(state -> !Double.isNaN(state)).forEach(state -> counts[(int) state]++);
        return Doubles.copyOf(counts);
    }

    /**
     * The transition counts: how often one date in a band was followed by one in another or the same band.
     *
     * @return a row for the band left, a column for the band entered, from low to high
     */
    public Matrix transitionCounts() {
        double[][] counts = new double[bands.size()][bands.size()];
        for (int i = 1; i < states.size(); i++) {
            if (isKnown(i)) {
                counts[(int) states.get(i - 1)][(int) states.get(i)]++;
            }
        }
        return Matrix.copyOf(counts);
    }

    /**
     * The {@index "transition probability"}, the share of the dates in a band that were followed by one in another or
     * the same band: {@code n_ij / sum_j n_ij}.
     *
     * @param from the band left
     * @param to the band entered
     * @return from 0 to 1; empty if no date in the first band was followed by one with a known band
     * @throws IllegalArgumentException if a band is not among the bands
     */
    public OptionalDouble transitionProbability(Band from, Band to) {
        Doubles row = transitionCounts().row(position(from));
        double exits = row.stream().sum();
        return exits == 0 ? OptionalDouble.empty() : OptionalDouble.of(row.get(position(to)) / exits);
    }

    private int position(Band band) {
        int position = bands.bands().indexOf(band);
        if (position < 0) {
            throw new IllegalArgumentException("band must be one of the bands but was " + band);
        }
        return position;
    }

    /**
     * The median length of the completed stays in a band.
     *
     * <p>The current stay is left out, as its length is only a lower bound.
     *
     * @param band the band
     * @return the median number of dates; empty if no stay has been completed
     */
    public OptionalDouble medianStay(Band band) {
        double[] lengths = completedLengths(band);
        return lengths.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(Quantiles.median(lengths));
    }

    /**
     * The mean length of the completed stays in a band.
     *
     * @param band the band
     * @return the mean number of dates; empty if no stay has been completed
     */
    public OptionalDouble meanStay(Band band) {
        double[] lengths = completedLengths(band);
        return lengths.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(Moments.mean(lengths));
    }

    private double[] completedLengths(Band band) {
        return runs().stream()
                .filter(run -> run.band().equals(band) && run.ending() == Run.Ending.LEFT)
                .mapToDouble(Run::length)
                .toArray();
    }

    /**
     * The last completed stay in a band.
     *
     * @param band the band
     * @return the stay, empty if there is none
     */
    public Optional<Run> lastExit(Band band) {
        List<Run> runs = runs();
        for (int i = runs.size() - 1; i >= 0; i--) {
            if (runs.get(i).band().equals(band) && !isCurrent(runs.get(i))) {
                return Optional.of(runs.get(i));
            }
        }
        return Optional.empty();
    }

    /**
     * How many calendar days lie between the last date of the last completed stay in a band and the last date.
     *
     * @param band the band
     * @return from 1; empty if no stay has been completed
     */
    public OptionalLong daysSinceExit(Band band) {
        return lastExit(band).stream()
                .mapToLong(run -> ChronoUnit.DAYS.between(run.last(), lastDate()))
                .findFirst();
    }

    private LocalDate lastDate() {
        return levels.dates().last();
    }

    /**
     * The latest earlier stay in the same band that was at least as long as the current one already is.
     *
     * @return the stay since which the current one is the longest; empty if none was as long, or none is current
     */
    public Optional<Run> longestSince() {
        List<Run> runs = runs();
        return current().flatMap(current -> {
            for (int i = runs.size() - 2; i >= 0; i--) {
                if (runs.get(i).band().equals(current.band()) && runs.get(i).length() >= current.length()) {
                    return Optional.of(runs.get(i));
                }
            }
            return Optional.empty();
        });
    }

    /**
     * Where the last observed level lies, whatever band is confirmed.
     *
     * @return the band of the level and the gaps to its edges; empty if nothing was observed
     */
    public Optional<BandPlace> place() {
        TimeSeries observed = levels.dropMissing();
        return observed.isEmpty()
                ? Optional.empty()
                : Optional.of(bands.place(Rate.ofDecimal(observed.value(observed.size() - 1))));
    }

    /**
     * The sample standard deviation of the last changes from observation to observation.
     *
     * @param changes how many changes, from 2
     * @return the deviation; empty if there are fewer changes
     * @throws IllegalArgumentException if fewer than two are asked for
     */
    public Optional<Rate> dailySigma(int changes) {
        requireAtLeastTwo(changes);
        double[] last = lastChanges(changes);
        return last.length < changes ? Optional.empty() : Optional.of(Rate.ofDecimal(Moments.sampleDeviation(last)));
    }

    /**
     * The size of a typical change: the median of the absolute last changes from observation to observation.
     *
     * @param changes how many changes, from 2
     * @return the size; empty if there are fewer changes
     * @throws IllegalArgumentException if fewer than two are asked for
     */
    public Optional<Rate> typicalChange(int changes) {
        requireAtLeastTwo(changes);
        double[] sizes = Arrays.stream(lastChanges(changes)).map(Math::abs).toArray();
        return sizes.length < changes ? Optional.empty() : Optional.of(Rate.ofDecimal(Quantiles.median(sizes)));
    }

    private static void requireAtLeastTwo(int changes) {
        if (changes < 2) {
            throw new IllegalArgumentException("changes must be at least 2 but was " + changes);
        }
    }

    private double[] lastChanges(int changes) {
        double[] observed = levels.dropMissing().values().toArray();
        int from = Math.max(0, observed.length - 1 - changes);
        double[] last = new double[Math.max(0, observed.length - 1 - from)];
        Arrays.setAll(last, i -> observed[from + i + 1] - observed[from + i]);
        return last;
    }

    /** One line for each band with its dates, stays and last exit, under a line for the current stay. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(levels.dates() + ", " + switches() + " switches");
        current()
                .ifPresent(run -> text.append("\ndate ")
                        .append(run.length())
                        .append(" in ")
                        .append(run.band()));
        Doubles occupancy = occupancy();
        text.append(String.format(
                Locale.ROOT,
                "\n%-16s %7s %7s %7s %11s  %s",
                "band",
                "dates",
                "share",
                "stays",
                "median stay",
                "last exit"));
        double known = occupancy.stream().sum();
        for (int i = 0; i < bands.size(); i++) {
            appendRow(text, bands.get(i), occupancy.get(i), known);
        }
        return text.toString();
    }

    private void appendRow(StringBuilder text, Band band, double dates, double known) {
        long stays = runs().stream().filter(run -> run.band().equals(band)).count();
        OptionalDouble median = medianStay(band);
        text.append(NumberText.of(
                "\n%-16s %7.0f %6.1f%% %7d %11s  %s",
                band.interval(),
                dates,
                known == 0 ? 0 : 100 * dates / known,
                stays,
                median.isPresent() ? NumberText.of("%.1f", median.getAsDouble()) : "-",
                lastExit(band).map(run -> run.last().toString()).orElse("-")));
    }

    /**
     * A stay in one band without a break.
     *
     * @param band the band
     * @param entry the first date of the stay
     * @param last the last date of the stay
     * @param length how many dates it has lasted, those without an observation included
     * @param ending how it ended
     */
    public record Run(Band band, LocalDate entry, LocalDate last, int length, Ending ending) implements Serializable {

        /** How a stay ended. */
        public enum Ending {

            /** Another band followed. */
            LEFT,

            /** The level was not observed for so long that the band was no longer known. */
            EXPIRED,

            /** It has not ended: its length is only a lower bound. */
            CURRENT
        }

        public Run {
            Require.components(Run.class, band, entry, last, ending);
            if (last.isBefore(entry)) {
                throw new IllegalArgumentException("last must not lie before " + entry + " but was " + last);
            }
            if (length < 1) {
                throw new IllegalArgumentException("length must be at least 1 but was " + length);
            }
        }

        /** The dates, the length and the band. */
        @Override
        public String toString() {
            return entry + " to " + (ending == Ending.CURRENT ? "now" : last) + ", " + length + " dates: "
                    + band.name();
        }
    }
}
