package io.github.macroregime.regime.macro;

import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.PublishedSeries;
import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.series.TimeSeries.Observation;
import io.github.macroregime.core.stats.Moments;
import io.github.macroregime.core.unit.NumberText;
import io.github.macroregime.core.unit.Unit;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * {@index "Net liquidity"}, the central bank's assets less the Treasury General Account ({@index TGA}) and reverse
 * repurchases ({@index RRP}): {@code assets - Treasury account - reverse repurchases}.
 *
 * <p><b>Unit</b>: dollars inside, shown in billions. Each series must state its own unit of money, because the
 * usual sources mix millions and billions.
 *
 * <p><b>Convention</b>: {@index "Wednesday level"}. The account and the repurchases are those of the day the balance sheet
 * speaks of, a Wednesday, not those of the Thursday on which it comes out. <b>Missing</b>: where a part has no observation
 * on that day, or it was not published when the balance sheet was, the one before stands unless it is too old; where none is
 * there the sum is NaN.
 */
public final class NetLiquidity {

    // A holiday moves the day of publication, a Thursday, by a day or two.
    private static final int SHIFTED = 3;

    private NetLiquidity() {}

    /**
     * The level of each balance sheet, by the day on which it was published.
     *
     * <p>{@code WTREGEN} of FRED is the mean of the week that ends on the Wednesday; the level of the day is
     * {@code WDTGAL}.
     *
     * @param assets total assets
     * @param treasuryAccount the Treasury's account
     * @param reverseRepo reverse repurchases
     * @return the level by date of publication, made of nothing that was published later
     * @throws IllegalArgumentException if a series is not in a unit of money
     */
    public static TimeSeries level(
            PublishedSeries assets, PublishedSeries treasuryAccount, PublishedSeries reverseRepo) {
        money(assets.series(), "assets");
        money(treasuryAccount.series(), "treasuryAccount");
        money(reverseRepo.series(), "reverseRepo");
        DateIndex published =
                assets.lag().byPublication(assets.series().dropMissing()).dates();
        double[] level = published.stream()
                .mapToDouble(day -> assets.asOf(day)
                        .map(sheet -> sheet.value()
                                - value(treasuryAccount, sheet.date(), day)
                                - value(reverseRepo, sheet.date(), day))
                        .orElse(Double.NaN))
                .toArray();
        return TimeSeries.of(published, level, Unit.BILLIONS_OF_DOLLARS);
    }

    /** What a series said of a date, as known in the evening of a later day. */
    private static double value(PublishedSeries series, LocalDate date, LocalDate day) {
        TimeSeries until = series.series().until(date);
        return series.lag()
                .lastKnown(until.dates(), day)
                .flatMap(known -> until.asOf(known, Integer.MAX_VALUE))
                .filter(observation -> series.isRecent(observation.date(), date))
                .map(Observation::value)
                .orElse(Double.NaN);
    }

    private static TimeSeries money(TimeSeries series, String name) {
        if (!series.unit().symbol().startsWith("$")) {
            throw new IllegalArgumentException(name + " must be in a unit of money but was in " + series.unit());
        }
        return series;
    }

    /**
     * The change of each level over a number of weeks.
     *
     * <p><b>Missing</b>: NaN where no level is known that was published within three days of so many weeks before.
     *
     * @param level weekly levels by date of publication
     * @param weeks over how many weeks, from 1
     * @return one change for each level that is known
     * @throws IllegalArgumentException if weeks is below 1 or the level is not in a unit of money
     */
    public static TimeSeries changes(TimeSeries level, int weeks) {
        Require.atLeast(weeks, 1, "weeks");
        TimeSeries known = money(level, "level").dropMissing();
        double[] changes = IntStream.range(0, known.size())
                .mapToDouble(i -> known.asOf(known.date(i).minusWeeks(weeks).plusDays(SHIFTED), 2 * SHIFTED)
                        .map(before -> known.value(i) - before.value())
                        .orElse(Double.NaN))
                .toArray();
        return TimeSeries.of(known.dates(), changes, known.unit());
    }

    /**
     * Where net liquidity stood on a date.
     *
     * <p>The score is {@code (level - mean) / sample standard deviation} of all levels up to then.
     *
     * @param level weekly levels by date of publication
     * @param date the date at which one looks
     * @param weeks over how many weeks the change is taken, from 1
     * @return the reading, empty if there is no level or none so many weeks before the last one
     * @throws IllegalArgumentException if weeks is below 1
     */
    public static Optional<Reading> reading(TimeSeries level, LocalDate date, int weeks) {
        TimeSeries known = money(level, "level").until(date).dropMissing();
        return changes(known, weeks)
                .latest()
                .filter(change -> change.date().equals(known.dates().last()))
                .map(change -> new Reading(
                        change.date(),
                        known.last().value(),
                        change.value(),
                        weeks,
                        Moments.zScore(known.values().toArray()),
                        known.size()));
    }

    /**
     * Where net liquidity stood.
     *
     * @param published the day of publication
     * @param level in dollars
     * @param change in dollars
     * @param weeks over how many weeks the change was taken
     * @param zScore how many sample standard deviations the level stood from the mean of all levels so far, NaN if they
     *     are equal
     * @param n how many levels there were
     */
    public record Reading(LocalDate published, double level, double change, int weeks, double zScore, int n)
            implements Serializable {

        public Reading {
            Require.components(Reading.class, published);
            Require.atLeast(weeks, 0, "weeks");
            Require.atLeast(n, 0, "n");
            Require.finite(level, "level");
            Require.finite(change, "change");
            Require.finite(zScore, "zScore");
        }

        /** Level and change in billions of dollars, the score and its n. */
        @Override
        public String toString() {
            return NumberText.of(
                    "%s: net liquidity %,.1f $bn, %+,.1f $bn over %d weeks, z %+.2f, n %d",
                    published, level / 1e9, change / 1e9, weeks, zScore, n);
        }
    }
}
