package io.github.macroregime.regime.sheet;

import io.github.macroregime.core.series.Change;
import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.NamedSeries;
import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.stats.Moments;
import io.github.macroregime.core.stats.PercentileRank;
import io.github.macroregime.core.unit.NumberText;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.core.window.Window;
import io.github.macroregime.regime.outlook.VolatilityPremium;
import io.github.macroregime.regime.section.Table;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What options cost: the premium of each asset that has an index of implied volatility, and how these indices stand to one
 * another, by horizon, by their correlation and across a peer set.
 *
 * @param entries one for each index of implied volatility
 * @param comparisons one for each pair of horizons, each pair of indices and each peer set
 */
public record VolatilitySheet(List<Entry> entries, List<Comparison> comparisons) implements Sheet {

    private static final double HIGH = 0.8;
    private static final double LOW = 0.2;

    public VolatilitySheet {
        Require.components(VolatilitySheet.class, entries, comparisons);
        entries = List.copyOf(entries);
        comparisons = List.copyOf(comparisons);
    }

    /**
     * An asset and what its options cost.
     *
     * @param asset the name of the asset or yield
     * @param index the name of the implied volatility
     * @param unit the unit it is quoted in: percent a year, or basis points a year for a yield
     * @param premium implied less realised volatility and its place in its history
     */
    public record Entry(String asset, String index, Unit unit, VolatilityPremium premium) implements Serializable {
        public Entry {
            Require.components(Entry.class, asset, index, unit, premium);
        }

        /**
         * Whether options are dear.
         *
         * @return dear from the 80th percentile on, cheap up to the 20th, else in the middle
         */
        public String state() {
            return third(premium.percentile(), "dear", "cheap");
        }

        private String quoted(Rate rate) {
            return Cells.decimal(unit.quoted(rate.decimal()), 1);
        }
    }

    /**
     * Implied volatilities held against one another.
     *
     * @param subject what is compared
     * @param state where that stands
     * @param asOf the last common day
     * @param value the number
     * @param unit its unit
     * @param definition its formula
     * @param percentile the share of the numbers of the lookback that lie below, half of the ties counted, from 0 to 1
     * @param n how many numbers the lookback had
     * @param inputs the names of the indices
     */
    public record Comparison(
            String subject,
            String state,
            LocalDate asOf,
            double value,
            Unit unit,
            String definition,
            double percentile,
            int n,
            List<String> inputs)
            implements Serializable {

        public Comparison {
            Require.components(Comparison.class, subject, state, asOf, unit, definition, inputs);
            Require.finite(value, "value");
            Require.finite(percentile, "percentile");
            Require.atLeast(n, 1, "n");
            inputs = List.copyOf(inputs);
        }

        private String shown() {
            return Cells.signed(unit.quoted(value), 2);
        }
    }

    private static String third(double percentile, String high, String low) {
        return percentile >= HIGH ? high : percentile <= LOW ? low : "in the middle";
    }

    /**
     * The {@index "term structure of volatility"}: implied volatility of a longer horizon less that of a shorter one.
     *
     * @param shorter the index of the shorter horizon
     * @param longer that of the longer one, in the same unit
     * @param asOf the date at which one looks; nothing after it is used
     * @param lookback among how many of the last differences it is placed, itself included, from 2
     * @return contango where the longer one stands above, else backwardation; empty without a common day
     * @throws IllegalArgumentException if too few of the dates are {@linkplain Require#shared shared}
     */
    public static Optional<Comparison> term(NamedSeries shorter, NamedSeries longer, LocalDate asOf, int lookback) {
        TimeSeries near = Require.rates(shorter.series(), shorter.name()).until(asOf);
        TimeSeries far = Require.rates(longer.series(), longer.name()).until(asOf);
        DateIndex common = shared(List.of(shorter.name(), longer.name()), near.dropMissing(), far.dropMissing());
        double[] differences = far.on(common).minus(near.on(common)).values().toArray();
        // Differences of quotes with two decimals are often equal, up to their last bits.
        Arrays.setAll(differences, t -> Math.rint(differences[t] * 1e10) / 1e10);
        return placed(common, differences, lookback)
                .map(placed -> placed.comparison(
                        longer.name() + " less " + shorter.name(),
                        placed.last() > 0 ? "contango" : placed.last() < 0 ? "backwardation" : "flat",
                        near.unit().equals(Unit.BASIS_POINTS) ? Unit.BASIS_POINTS : Unit.PERCENTAGE_POINTS,
                        "implied volatility of the longer horizon less that of the shorter",
                        List.of(longer.name(), shorter.name())));
    }

    /**
     * The {@index "correlation of volatilities"}: of the daily log changes of two indices.
     *
     * @param first an index
     * @param second another
     * @param asOf the date at which one looks; nothing after it is used
     * @param window over how many common changes, from 3
     * @param lookback among how many of the last correlations it is placed, itself included, from 2
     * @return high or low by its place, empty with too few common days
     * @throws IllegalArgumentException if too few of the dates are {@linkplain Require#shared shared}
     */
    public static Optional<Comparison> correlation(
            NamedSeries first, NamedSeries second, LocalDate asOf, int window, int lookback) {
        Require.atLeast(window, 3, "window");
        TimeSeries one = Require.rates(first.series(), first.name()).until(asOf).dropMissing();
        TimeSeries other =
                Require.rates(second.series(), second.name()).until(asOf).dropMissing();
        DateIndex common = shared(List.of(first.name(), second.name()), one, other);
        if (common.size() <= window) {
            return Optional.empty();
        }
        double[] correlations = Window.of(window).correlation().over(changes(one, common), changes(other, common));
        return placed(common.slice(1, common.size()), correlations, lookback)
                .map(placed -> placed.comparison(
                        first.name() + " and " + second.name(),
                        third(placed.rank(), "high", "low"),
                        Unit.FRACTION,
                        "correlation of daily log changes over " + window + " common days",
                        List.of(first.name(), second.name())));
    }

    private static DateIndex shared(List<String> names, TimeSeries one, TimeSeries other) {
        return Require.shared(one.dates().intersect(other.dates()), names, one.dates(), other.dates());
    }

    private static double[] changes(TimeSeries levels, DateIndex dates) {
        return levels.on(dates)
                .change(Change.LOGARITHMIC, 1)
                .slice(1, dates.size())
                .values()
                .toArray();
    }

    /**
     * The {@index "dispersion of implied volatility"} across a peer set: the sample deviation of its names on a day.
     *
     * @param peers the name of the set
     * @param implied implied volatilities of its names, at least two
     * @param asOf the date at which one looks; nothing after it is used
     * @param lookback among how many of the last days it is placed, itself included, from 2
     * @return dispersed or clustered by its place, empty without a day that all names have
     * @throws IllegalArgumentException if a name hardly {@linkplain Require#shared shares} its dates with the first
     */
    public static Optional<Comparison> dispersion(
            String peers, List<NamedSeries> implied, LocalDate asOf, int lookback) {
        List<TimeSeries> known = implied.stream()
                .map(each ->
                        Require.rates(each.series(), each.name()).until(asOf).dropMissing())
                .toList();
        if (known.size() < 2) {
            throw new IllegalArgumentException("implied must have at least two names but had " + known.size());
        }
        DateIndex common = known.stream()
                .map(TimeSeries::dates)
                .reduce(DateIndex::intersect)
                .orElseThrow();
        for (int i = 1; i < known.size(); i++) {
            shared(List.of(implied.get(0).name(), implied.get(i).name()), known.get(0), known.get(i));
        }
        List<TimeSeries> on = known.stream().map(each -> each.on(common)).toList();
        double[] deviations = IntStream.range(0, common.size())
                .mapToDouble(t -> Moments.sampleDeviation(
                        on.stream().mapToDouble(each -> each.value(t)).toArray()))
                .toArray();
        return placed(common, deviations, lookback)
                .map(placed -> placed.comparison(
                        "Dispersion of " + peers,
                        third(placed.rank(), "dispersed", "clustered"),
                        Unit.PERCENTAGE_POINTS,
                        "sample deviation of implied volatility across " + known.size() + " names",
                        implied.stream().map(NamedSeries::name).toList()));
    }

    /** The last of some numbers among those before it. */
    private record Placed(LocalDate day, double last, double rank, int n) {

        Comparison comparison(String subject, String state, Unit unit, String definition, List<String> inputs) {
            return new Comparison(subject, state, day, last, unit, definition, rank, n, inputs);
        }
    }

    private static Optional<Placed> placed(DateIndex days, double[] numbers, int lookback) {
        Require.atLeast(lookback, 2, "lookback");
        if (numbers.length == 0 || Double.isNaN(numbers[numbers.length - 1])) {
            return Optional.empty();
        }
        double[] last = Arrays.stream(numbers, Math.max(0, numbers.length - lookback), numbers.length)
                .filter(x -> !Double.isNaN(x))
                .toArray();
        double now = last[last.length - 1];
        return Optional.of(
                new Placed(days.last(), now, PercentileRank.MID.of(last, now).fraction(), last.length));
    }

    @Override
    public List<Said> said() {
        return Stream.concat(
                        entries.stream().map(VolatilitySheet::said),
                        comparisons.stream().map(VolatilitySheet::said))
                .toList();
    }

    private static Said said(Entry each) {
        VolatilityPremium premium = each.premium();
        return new Said(
                "Volatility premium of " + each.asset() + ", " + each.index(),
                each.state(),
                NumberText.of(
                        "%s %s %s less %s realised over %d closes, percentile %.0f %%, z %s",
                        each.index(),
                        each.quoted(premium.implied()),
                        each.unit().symbol(),
                        each.quoted(premium.realised()),
                        premium.window(),
                        100 * premium.percentile(),
                        Cells.signed(premium.zScore(), 2)),
                premium.premium().decimal(),
                each.unit().equals(Unit.BASIS_POINTS) ? Unit.BASIS_POINTS : Unit.PERCENTAGE_POINTS,
                "implied less realised volatility of the same horizon; percentile among the last " + premium.n()
                        + ", dear from 80",
                premium.n(),
                "days",
                premium.asOf(),
                List.of(each.asset(), each.index()));
    }

    private static Said said(Comparison each) {
        return new Said(
                each.subject(),
                each.state(),
                NumberText.of(
                        "%s %s, percentile %.0f %%", each.shown(), each.unit().symbol(), 100 * each.percentile()),
                each.value(),
                each.unit(),
                each.definition(),
                each.n(),
                "days",
                each.asOf(),
                each.inputs());
    }

    @Override
    public List<Table> tables() {
        List<Table> tables = new ArrayList<>();
        tables.add(new Table(
                Table.columns(
                        "Asset",
                        "Index",
                        "#Implied",
                        "#Realised",
                        "=Premium",
                        "Unit",
                        "#Percentile %",
                        "#z",
                        "State",
                        "~#Closes",
                        "~#n",
                        "~Observed"),
                entries.stream().map(VolatilitySheet::cells).toList()));
        if (!comparisons.isEmpty()) {
            tables.add(new Table(
                    "Volatilities against one another",
                    Table.columns("Of", "#Value", "Unit", "#Percentile %", "State", "~#n", "~Observed"),
                    comparisons.stream()
                            .map(each -> List.of(
                                    each.subject(),
                                    each.shown(),
                                    each.unit().symbol(),
                                    Cells.decimal(100 * each.percentile(), 0),
                                    each.state(),
                                    Integer.toString(each.n()),
                                    each.asOf().toString()))
                            .toList()));
        }
        return tables;
    }

    private static List<String> cells(Entry each) {
        VolatilityPremium premium = each.premium();
        return List.of(
                each.asset(),
                each.index(),
                each.quoted(premium.implied()),
                each.quoted(premium.realised()),
                Cells.signed(each.unit().quoted(premium.premium().decimal()), 1),
                each.unit().symbol(),
                Cells.decimal(100 * premium.percentile(), 0),
                Cells.signed(premium.zScore(), 2),
                each.state(),
                Integer.toString(premium.window()),
                Integer.toString(premium.n()),
                premium.asOf().toString());
    }

    @Override
    public List<String> notes() {
        List<String> notes = new ArrayList<>();
        notes.add("Premium = implied less realised volatility a year, what the newsletters call positioning premium:"
                + " implied looks ahead, realised back over as many closes. Percentile and z among its last five"
                + " years, or as many as there are. A premium is the usual state, not a forecast.");
        if (entries.stream().anyMatch(each -> each.unit().equals(Unit.BASIS_POINTS))) {
            notes.add("In basis points: the index is a mean over maturities, realised is that of the yield named.");
        }
        comparisons.stream()
                .map(Comparison::definition)
                .distinct()
                .forEach(definition ->
                        notes.add(definition.substring(0, 1).toUpperCase(Locale.ROOT) + definition.substring(1) + "."));
        return notes;
    }

    /** A line for each asset and each comparison. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("Volatility premium");
        entries.forEach(
                each -> text.append('\n').append(each.asset()).append("  ").append(each.premium()));
        comparisons.forEach(each -> text.append('\n')
                .append(each.subject())
                .append("  ")
                .append(each.shown())
                .append(' ')
                .append(each.state()));
        return text.toString();
    }
}
