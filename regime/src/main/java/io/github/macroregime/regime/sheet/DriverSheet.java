package io.github.macroregime.regime.sheet;

import io.github.macroregime.core.series.NamedSeries;
import io.github.macroregime.core.series.Panel;
import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.NumberText;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.regime.drivers.DriverHistory;
import io.github.macroregime.regime.drivers.DriverReading;
import io.github.macroregime.regime.section.Chart;
import io.github.macroregime.regime.section.Table;
import io.github.macroregime.regime.strategy.Backtest;
import io.github.macroregime.regime.strategy.Evaluation;
import io.github.macroregime.regime.strategy.SharpeRecord;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Driver models of a day, each with its record.
 *
 * @param entries one for each asset
 */
public record DriverSheet(List<Entry> entries) implements Sheet {

    public DriverSheet {
        Require.components(DriverSheet.class, entries);
        entries = List.copyOf(entries);
    }

    /**
     * What the drivers of an asset say, and how often they were worth listening to.
     *
     * @param asset the name of the asset or yield
     * @param unit the unit in which its changes are shown: percent, or basis points for a yield
     * @param reading direction, impulse and groups of the last day
     * @param judged how many forecasts have an outcome
     * @param rSquared the out-of-sample R² against the mean past change, NaN without an outcome
     * @param records what the sign of the impulse has earned, nothing with too short a past
     * @param earned the returns after costs of each day: of the sign of the impulse, and of buying and holding; nothing
     *     where there is no record
     */
    public record Entry(
            String asset,
            Unit unit,
            DriverReading reading,
            int judged,
            double rSquared,
            List<SharpeRecord> records,
            List<Panel> earned)
            implements Serializable {

        public Entry {
            Require.components(Entry.class, asset, unit, reading, records, earned);
            earned = List.copyOf(earned);
            Require.atLeast(judged, 0, "judged");
            Require.finite(rSquared, "rSquared");
            records = List.copyOf(records);
        }

        /**
         * An entry without the returns of its record.
         *
         * @param asset the name of the asset or yield
         * @param unit the unit in which its changes are shown
         * @param reading direction, impulse and groups of the last day
         * @param judged how many forecasts have an outcome
         * @param rSquared the out-of-sample R², NaN without an outcome
         * @param records what the sign of the impulse has earned
         */
        public Entry(
                String asset,
                Unit unit,
                DriverReading reading,
                int judged,
                double rSquared,
                List<SharpeRecord> records) {
            this(asset, unit, reading, judged, rSquared, records, List.of());
        }

        /**
         * Whether the model is worth more than the mean past change, in plain words.
         *
         * @return one sentence
         */
        public String verdict() {
            if (Double.isNaN(rSquared)) {
                return asset + ": too few forecasts to judge, " + judged + ".";
            }
            String fit = rSquared > 0 ? "better than the mean past change" : "no better than the mean past change";
            return NumberText.of(
                    "%s: out-of-sample R² %+.4f of %d forecasts, %s%s.",
                    asset,
                    rSquared,
                    judged,
                    fit,
                    records.stream()
                            .map(each -> NumberText.of(
                                    "; its sign earned a Sharpe ratio of %.2f after costs, holding %.2f",
                                    each.sharpe().value(), each.held()))
                            .collect(Collectors.joining()));
        }
    }

    /**
     * The price of a note of constant duration without carry: {@code 100 exp(duration (y_0 - y))}.
     *
     * @param levels a yield, its first observation y_0
     * @param duration the price falls by so much for a rise of the yield by one, above zero
     * @return prices on the same dates
     */
    public static TimeSeries note(TimeSeries levels, double duration) {
        Require.positive(duration, "duration");
        return Require.rates(levels, "levels")
                .through(
                        values -> Arrays.stream(values)
                                .map(y -> 100 * StrictMath.exp(duration * (values[0] - y)))
                                .toArray(),
                        Unit.PRICE);
    }

    /**
     * The last reading of a walk with its record.
     *
     * @param asset closes of the asset that was the target
     * @param history the model walked forward
     * @param protocol by which rule and at which cost the record is made
     * @return the entry, empty if the walk has no day
     */
    public static Optional<Entry> of(NamedSeries asset, DriverHistory history, Evaluation protocol) {
        TimeSeries closes = Require.prices(asset.series(), asset.name());
        TimeSeries scores = history.scores();
        return history.last().map(reading -> {
            List<SharpeRecord> records =
                    protocol.sharpe("drivers", closes, scores).stream().toList();
            return new Entry(
                    asset.name(),
                    Unit.PERCENT,
                    reading,
                    history.judged(),
                    history.rSquared(),
                    records,
                    records.stream()
                            .map(each -> earned(asset.name(), closes.dropMissing(), scores, protocol))
                            .toList());
        });
    }

    /**
     * What a record is made of: the returns of the positions and of one held throughout, from the first score on.
     *
     * @param asset the name of what is traded
     * @param closes prices above zero, none missing
     * @param scores the score that was known at the close of each date, positive where it says up
     * @param protocol by which rule and at which cost
     * @return the two returns after costs of each day
     */
    public static Panel earned(String asset, TimeSeries closes, TimeSeries scores, Evaluation protocol) {
        double[] known = scores.on(closes.dates()).values().toArray();
        double[] positions = protocol.rule().positions(closes.values().toArray(), known);
        int from = (int) Arrays.stream(known).takeWhile(Double::isNaN).count();
        TimeSeries tested = closes.slice(from, closes.size());
        double[] hold = new double[tested.size()];
        Arrays.fill(hold, 1);
        return Panel.onCommonDates(List.of(
                Backtest.of(tested, Arrays.copyOfRange(positions, from, positions.length), protocol.cost())
                        .net()
                        .named(asset),
                Backtest.of(tested, hold, protocol.cost()).net().named(asset + ", held")));
    }

    @Override
    public List<Said> said() {
        return entries.stream().map(DriverSheet::said).toList();
    }

    private static Said said(Entry each) {
        return new Said(
                "Drivers of " + each.asset(),
                direction(each),
                each.verdict(),
                each.reading().impulse(),
                each.unit(),
                "impulse: the part of the forecast over " + each.reading().horizon()
                        + " observations that drivers off their means add, by a ridge regression walked forward",
                each.judged(),
                "forecasts",
                each.reading().asOf(),
                Stream.concat(
                                Stream.of(each.asset()),
                                each.reading().groups().stream()
                                        .flatMap(group -> group.drivers().stream())
                                        .map(DriverReading.Driver::name))
                        .toList());
    }

    private static String shown(Entry each, double change) {
        Unit unit = each.unit();
        return Cells.signed(unit.quoted(change), unit.equals(Unit.PERCENT) ? 3 : 2) + " " + unit.symbol();
    }

    private static String direction(Entry each) {
        return Cells.lower(each.reading().direction());
    }

    @Override
    public List<Table> tables() {
        return List.of(new Table(
                Table.columns(
                        "Asset",
                        "Direction",
                        "#Impulse",
                        "#Alignment",
                        "#R² out of sample",
                        "#Sharpe",
                        "#held",
                        "Groups",
                        "#n",
                        "Bullish right %",
                        "Bearish right %",
                        "~Missing",
                        "~Observed"),
                entries.stream()
                        .map(each -> {
                            Optional<SharpeRecord> record =
                                    each.records().stream().findFirst();
                            return List.of(
                                    each.asset(),
                                    direction(each),
                                    shown(each, each.reading().impulse()),
                                    Cells.decimal(each.reading().alignment(), 2),
                                    Cells.signed(each.rSquared(), 4),
                                    record.map(one -> Cells.decimal(one.sharpe().value(), 2))
                                            .orElse("-"),
                                    record.map(one -> Cells.decimal(one.held(), 2))
                                            .orElse("-"),
                                    each.reading().groups().stream()
                                            .map(group -> group.name() + " " + shown(each, group.impulse()))
                                            .collect(Collectors.joining("; ")),
                                    Integer.toString(each.judged()),
                                    record.map(one -> Cells.right(one.bullish()))
                                            .orElse("-"),
                                    record.map(one -> Cells.right(one.bearish()))
                                            .orElse("-"),
                                    String.join(", ", each.reading().missing()),
                                    each.reading().asOf().toString());
                        })
                        .toList()));
    }

    @Override
    public List<Chart> charts() {
        return DriverCharts.of(entries);
    }

    @Override
    public List<String> notes() {
        return List.of("Bullish: the asset, or the yield, is said to rise over " + horizons()
                + " observations. Groups are named as the newsletters name them, their drivers are this library's;"
                + " they add up to the impulse; alignment is its size over the sum of their sizes. R² below zero: the"
                + " mean past change forecast better. A reading says which drivers stand far from their means, not"
                + " what comes. Calls that were right, in brackets the share of all days that moved that way; of a"
                + " yield, those of its note.");
    }

    private String horizons() {
        return entries.stream()
                .map(each -> Integer.toString(each.reading().horizon()))
                .distinct()
                .collect(Collectors.joining(" or "));
    }

    /** The reading and the verdict of each asset. */
    @Override
    public String toString() {
        return entries.stream()
                .map(each -> each.asset() + ", " + each.reading() + "\n" + each.verdict())
                .collect(Collectors.joining("\n"));
    }
}
