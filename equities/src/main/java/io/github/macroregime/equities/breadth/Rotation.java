package io.github.macroregime.equities.breadth;

import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.series.Panel;
import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.stats.Moments;
import io.github.macroregime.core.unit.NumberText;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.core.window.Window;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * {@index "Relative rotation"}: where a name stands against its benchmark, and where it is going, in two coordinates
 * about 100.
 *
 * <p>The formula of the well-known commercial chart is not public; this one is open and is not that one. No value on a
 * day depends on a later day.
 *
 * @param name the name
 * @param dates the days
 * @param ratio relative strength, 100 for its usual level; NaN where there are too few observations
 * @param momentum the change of the ratio, 100 for its usual change; NaN where there are too few observations
 */
public record Rotation(String name, DateIndex dates, Doubles ratio, Doubles momentum) implements Serializable {

    private static final double CENTRE = 100;

    /** Where the two coordinates lie; the centre itself belongs to the upper side. */
    public enum Quadrant {
        /** Strong and getting stronger. */
        LEADING,
        /** Strong and getting weaker. */
        WEAKENING,
        /** Weak and getting weaker. */
        LAGGING,
        /** Weak and getting stronger. */
        IMPROVING
    }

    public Rotation {
        Require.components(Rotation.class, name, dates, ratio, momentum);
        if (ratio.size() != dates.size() || momentum.size() != dates.size()) {
            throw new IllegalArgumentException("ratio and momentum must have one number for each of the " + dates.size()
                    + " dates but had " + ratio.size() + " and " + momentum.size());
        }
    }

    /**
     * The {@index "relative strength"}, the ratio of two prices, scaled to 1 at the first day on which both are
     * observed: {@code RS = P / B}.
     *
     * @param prices one column for each name, positive, NaN where not observed
     * @param name the name
     * @param benchmark the column it is measured against
     * @return relative strength on each day
     * @throws IllegalArgumentException if a price is not positive
     */
    public static TimeSeries relativeStrength(Panel prices, String name, String benchmark) {
        double[] strength = strength(prices, name, benchmark);
        double first = Arrays.stream(strength)
                .filter(each -> !Double.isNaN(each))
                .findFirst()
                .orElse(1);
        return TimeSeries.of(prices.dates(), strength, Unit.SCORE)
                .through(all -> Arrays.stream(all).map(each -> each / first).toArray(), Unit.SCORE);
    }

    private static double[] strength(Panel prices, String name, String benchmark) {
        double[] strength = Prices.checked(prices, name);
        double[] base = Prices.checked(prices, benchmark);
        for (int t = 0; t < strength.length; t++) {
            strength[t] /= base[t];
        }
        return strength;
    }

    /**
     * Coordinates against a name's own past: {@code ratio = 100 + z(RS)}, {@code momentum = 100 + z(change of ratio)}
     * with z the number of sample standard deviations from the mean of a window.
     *
     * @param prices one column for each name, positive, NaN where not observed
     * @param name the name
     * @param benchmark the column it is measured against
     * @param window how many observations the mean and the deviation span, today's included, from 2
     * @return the coordinates on each day
     * @throws IllegalArgumentException if a price is not positive or the window is below 2
     */
    public static Rotation againstOwnPast(Panel prices, String name, String benchmark, int window) {
        check(window);
        double[] ratio = Window.of(window).zScore().over(strength(prices, name, benchmark));
        double[] momentum = Window.of(window).zScore().over(changes(ratio));
        return new Rotation(name, prices.dates(), centred(ratio), centred(momentum));
    }

    /**
     * Coordinates against the other names of the day: ratio is 100 plus the standing of a name's relative return over a
     * window among all names, momentum 100 plus the standing of the change of that relative return since the day
     * before.
     *
     * <p>Standing is the number of population deviations from the mean of the day.
     *
     * @param prices one column for each name and one for the benchmark, positive, NaN where not observed
     * @param benchmark the column they are measured against
     * @param window over how many observations the relative return runs, from 1
     * @return one rotation for each name but the benchmark
     * @throws IllegalArgumentException if a price is not positive or the window is below 1
     */
    public static List<Rotation> againstTheOthers(Panel prices, String benchmark, int window) {
        if (window < 1) {
            throw new IllegalArgumentException("window must be at least 1 but was " + window);
        }
        List<String> names = prices.columns().stream()
                .filter(name -> !name.equals(benchmark))
                .toList();
        double[][] relative = names.stream()
                .map(name -> changesOver(strength(prices, name, benchmark), window))
                .toArray(double[][]::new);
        double[][] change = Arrays.stream(relative).map(Rotation::changes).toArray(double[][]::new);
        standings(relative);
        standings(change);
        List<Rotation> rotations = new ArrayList<>();
        for (int i = 0; i < relative.length; i++) {
            rotations.add(new Rotation(names.get(i), prices.dates(), centred(relative[i]), centred(change[i])));
        }
        return List.copyOf(rotations);
    }

    private static void check(int window) {
        if (window < 2) {
            throw new IllegalArgumentException("window must be at least 2 but was " + window);
        }
    }

    private static double[] changes(double[] x) {
        double[] changes = new double[x.length];
        for (int t = 0; t < x.length; t++) {
            changes[t] = t == 0 ? Double.NaN : x[t] - x[t - 1];
        }
        return changes;
    }

    private static double[] changesOver(double[] x, int window) {
        double[] changes = new double[x.length];
        for (int t = 0; t < x.length; t++) {
            changes[t] = Prices.periodReturn(x, t - window, t);
        }
        return changes;
    }

    private static void standings(double[][] byName) {
        int days = byName.length == 0 ? 0 : byName[0].length;
        for (int t = 0; t < days; t++) {
            int day = t;
            double[] seen = Arrays.stream(byName)
                    .mapToDouble(column -> column[day])
                    .filter(each -> !Double.isNaN(each))
                    .toArray();
            double mean = seen.length == 0 ? Double.NaN : Moments.mean(seen);
            double deviation = seen.length == 0 ? 0 : Moments.populationDeviation(seen);
            for (double[] column : byName) {
                column[t] = deviation > 0 ? (column[t] - mean) / deviation : Double.NaN;
            }
        }
    }

    private static Doubles centred(double[] scores) {
        return Doubles.copyOf(scores).map(score -> CENTRE + score);
    }

    /**
     * The quadrant on a day.
     *
     * @param date any day
     * @return the quadrant, empty if the day is absent or has no coordinates
     */
    public Optional<Quadrant> quadrant(LocalDate date) {
        OptionalInt at = dates.indexOf(date);
        if (at.isEmpty() || Double.isNaN(ratio.get(at.getAsInt()) + momentum.get(at.getAsInt()))) {
            return Optional.empty();
        }
        boolean strong = ratio.get(at.getAsInt()) >= CENTRE;
        boolean gaining = momentum.get(at.getAsInt()) >= CENTRE;
        if (strong) {
            return Optional.of(gaining ? Quadrant.LEADING : Quadrant.WEAKENING);
        }
        return Optional.of(gaining ? Quadrant.IMPROVING : Quadrant.LAGGING);
    }

    /**
     * How far from the centre the coordinates lie on each day.
     *
     * @return {@code sqrt((ratio - 100)^2 + (momentum - 100)^2)}, NaN without coordinates
     */
    public TimeSeries distance() {
        double[] distances = new double[dates.size()];
        for (int t = 0; t < distances.length; t++) {
            distances[t] = Math.sqrt(square(ratio.get(t) - CENTRE) + square(momentum.get(t) - CENTRE));
        }
        return TimeSeries.of(dates, distances, Unit.SCORE);
    }

    private static double square(double x) {
        return x * x;
    }

    /**
     * The direction in which the coordinates lie from the centre on each day, in degrees: 0 for pure strength, 90 for
     * pure momentum, counted against the clock.
     *
     * @return from 0 to 360, NaN without coordinates
     */
    public TimeSeries angle() {
        double[] angles = new double[dates.size()];
        for (int t = 0; t < angles.length; t++) {
            double degrees = StrictMath.toDegrees(StrictMath.atan2(momentum.get(t) - CENTRE, ratio.get(t) - CENTRE));
            angles[t] = degrees < 0 ? degrees + 360 : degrees;
        }
        return TimeSeries.of(dates, angles, Unit.SCORE);
    }

    /** The name, its last coordinates and quadrant. */
    @Override
    public String toString() {
        if (dates.isEmpty()) {
            return name + ": no dates";
        }
        int last = dates.size() - 1;
        return NumberText.of(
                "%s on %s: ratio %.2f, momentum %.2f, %s",
                name,
                dates.last(),
                ratio.get(last),
                momentum.get(last),
                quadrant(dates.last()).map(Quadrant::toString).orElse("no quadrant"));
    }

    /**
     * What the laggards of the day before did on a day, against the others.
     *
     * @param date the day
     * @param laggards the names that trailed, the furthest behind first
     * @param names how many names were compared
     * @param laggardReturn the mean return of the laggards on the day
     * @param restReturn the mean return of the others on the day
     * @param rankCorrelation Spearman's correlation of trailing return and return of the day, negative for a catch-up;
     *     NaN where all returns of one kind are equal
     */
    public record CatchUp(
            LocalDate date,
            List<String> laggards,
            int names,
            Rate laggardReturn,
            Rate restReturn,
            double rankCorrelation)
            implements Serializable {

        public CatchUp {
            Require.components(CatchUp.class, date, laggards, laggardReturn, restReturn);
            Require.finite(rankCorrelation, "rankCorrelation");
            laggards = List.copyOf(laggards);
            if (laggards.isEmpty() || laggards.size() >= names) {
                throw new IllegalArgumentException(
                        "laggards must be some but not all of the " + names + " names but were " + laggards);
            }
        }

        /**
         * How much the laggards gained on the others.
         *
         * @return mean return of the laggards minus that of the others
         */
        public Rate gain() {
            return laggardReturn.minus(restReturn);
        }

        /**
         * Spearman's correlation of trailing return and return of the day.
         *
         * @return from −1 to 1, empty where all returns of one kind are equal
         */
        public OptionalDouble correlation() {
            return Double.isNaN(rankCorrelation) ? OptionalDouble.empty() : OptionalDouble.of(rankCorrelation);
        }

        /** The comparison in a sentence. */
        @Override
        public String toString() {
            return NumberText.of(
                    "%s: %d laggards of %d names %+.2f %%, the others %+.2f %%, rank correlation %.2f (n = %d)",
                    date,
                    laggards.size(),
                    names,
                    laggardReturn.percent(),
                    restReturn.percent(),
                    rankCorrelation,
                    names);
        }
    }
}
