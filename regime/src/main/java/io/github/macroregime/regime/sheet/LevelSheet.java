package io.github.macroregime.regime.sheet;

import io.github.macroregime.core.series.Change;
import io.github.macroregime.core.series.NamedSeries;
import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.stats.Moments;
import io.github.macroregime.core.unit.NumberText;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.regime.bar.LevelLadder;
import io.github.macroregime.regime.bar.LevelLadder.Level;
import io.github.macroregime.regime.bar.LevelLadder.Rung;
import io.github.macroregime.regime.bar.Pivots;
import io.github.macroregime.regime.cycle.MomentumCycle;
import io.github.macroregime.regime.section.Table;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The levels around the close of each asset, five on each side.
 *
 * <p>Among them: the classic pivots of the last 21 closes taken as a bar, the prices that turn the momentum cycle, the
 * means of the last 50 and 200 closes, and the highest and lowest close of 252. The range of a day is the close times the
 * sample deviation of the last 21 log returns. Which bar and range the newsletters take is not published; these are this
 * library's.
 *
 * @param ladders one for each asset
 */
public record LevelSheet(List<Ladder> ladders) implements Sheet {

    private static final int MONTH = 21;
    private static final int YEAR = 252;
    private static final int EACH_SIDE = 5;

    public LevelSheet {
        Require.components(LevelSheet.class, ladders);
        ladders = List.copyOf(ladders);
    }

    /**
     * An asset and its levels.
     *
     * @param asset the name of the asset
     * @param observed the day of the close
     * @param ladder the levels nearest to it
     */
    public record Ladder(String asset, LocalDate observed, LevelLadder ladder) implements Serializable {
        public Ladder {
            Require.components(Ladder.class, asset, observed, ladder);
        }
    }

    /**
     * The levels of one asset.
     *
     * @param asset its closes
     * @param asOf the date at which one looks; nothing after it is used
     * @return the ladder, empty with fewer than 22 closes or if none of them differs
     */
    public static Optional<Ladder> of(NamedSeries asset, LocalDate asOf) {
        TimeSeries closes =
                Require.prices(asset.series(), asset.name()).until(asOf).dropMissing();
        if (closes.size() <= MONTH) {
            return Optional.empty();
        }
        double close = closes.last().value();
        double range = close * Moments.sampleDeviation(last(closes.change(Change.LOGARITHMIC, 1), MONTH));
        if (!(range > 0)) {
            return Optional.empty();
        }
        double[] month = last(closes, MONTH);
        List<Level> levels = new ArrayList<>(new Pivots(highest(month), lowest(month), close).levels());
        MomentumCycle.DAILY.asOf(closes, asOf).ifPresent(reading -> {
            reading.flipUp().ifPresent(flip -> levels.add(new Level("cycle: " + flip.becomes(), flip.price())));
            reading.flipDown().ifPresent(flip -> levels.add(new Level("cycle: " + flip.becomes(), flip.price())));
        });
        for (int window : new int[] {50, 200}) {
            if (closes.size() >= window) {
                levels.add(new Level("mean of " + window, Moments.mean(last(closes, window))));
            }
        }
        if (closes.size() >= YEAR) {
            levels.add(new Level("high of a year", highest(last(closes, YEAR))));
            levels.add(new Level("low of a year", lowest(last(closes, YEAR))));
        }
        return Optional.of(
                new Ladder(asset.name(), closes.last().date(), LevelLadder.of(levels, close, range, EACH_SIDE)));
    }

    private static double[] last(TimeSeries series, int count) {
        return series.slice(series.size() - count, series.size()).values().toArray();
    }

    private static double highest(double[] values) {
        return Arrays.stream(values).max().orElseThrow();
    }

    private static double lowest(double[] values) {
        return Arrays.stream(values).min().orElseThrow();
    }

    @Override
    public List<Said> said() {
        return ladders.stream().map(LevelSheet::said).toList();
    }

    private static Said said(Ladder each) {
        LevelLadder ladder = each.ladder();
        List<Rung> near = ladder.rungs().stream().filter(Rung::isInRange).toList();
        return new Said(
                "Levels of " + each.asset(),
                near.isEmpty() ? "none within a day" : near.size() + " within a day",
                near.isEmpty()
                        ? "no level within a day's range of " + Cells.price(ladder.range())
                        : near.stream()
                                .map(rung -> rung.level().name() + " "
                                        + Cells.price(rung.level().price()))
                                .collect(Collectors.joining(", ")),
                ladder.range() / ladder.reference(),
                Unit.PERCENT,
                "a day's range: sample deviation of the last 21 log returns; pivots of the last 21 closes, means,"
                        + " extremes and flip prices of the momentum cycle",
                MONTH,
                "days",
                each.observed(),
                List.of(each.asset()));
    }

    @Override
    public List<Table> tables() {
        return List.of(new Table(
                Table.columns("Asset", "#Close", "#Range %", "Above, nearest first", "Below, nearest first"),
                ladders.stream().map(LevelSheet::cells).toList()));
    }

    private static List<String> cells(Ladder each) {
        LevelLadder ladder = each.ladder();
        List<Rung> above = new ArrayList<>(
                ladder.rungs().stream().filter(rung -> rung.offset() > 0).toList());
        Collections.reverse(above);
        return List.of(
                each.asset(),
                Cells.price(ladder.reference()),
                Cells.decimal(100 * ladder.range() / ladder.reference(), 2),
                words(above),
                words(ladder.rungs().stream().filter(rung -> rung.offset() <= 0).toList()));
    }

    private static String words(List<Rung> rungs) {
        return rungs.isEmpty()
                ? "-"
                : rungs.stream()
                        .map(rung -> NumberText.of(
                                "%s %.6g (%+.1f %%)%s",
                                rung.level().name(),
                                rung.level().price(),
                                rung.move().percent(),
                                rung.isInRange() ? "*" : ""))
                        .collect(Collectors.joining("; "));
    }

    @Override
    public List<String> notes() {
        return List.of("Pivots P, R1 to R3 and S1 to S3 of the last 21 closes taken as a bar; the prices that turn the"
                + " momentum cycle; means of 50 and 200 closes; highest and lowest close of 252. A star: within a"
                + " day's range, one deviation of the last 21 returns. Levels tell where to look, not what"
                + " follows.");
    }

    /** The ladder of each asset. */
    @Override
    public String toString() {
        return ladders.stream()
                .map(each -> each.asset() + ", " + each.observed() + "\n" + each.ladder())
                .collect(Collectors.joining("\n"));
    }
}
