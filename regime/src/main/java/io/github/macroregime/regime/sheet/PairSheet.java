package io.github.macroregime.regime.sheet;

import io.github.macroregime.core.series.Change;
import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.NamedSeries;
import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.stats.PercentileRank;
import io.github.macroregime.core.unit.NumberText;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.core.window.Window;
import io.github.macroregime.regime.comovement.Lockstep;
import io.github.macroregime.regime.comovement.ReturnMap;
import io.github.macroregime.regime.section.Table;
import io.github.macroregime.regime.signal.RelativeMomentum;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Pairs of assets in their four states: stocks and bonds with their {@index "stock-bond correlation"}, and an asset against
 * a base market.
 *
 * @param maps stocks against bonds
 * @param races assets against a base market over five closes
 */
public record PairSheet(List<Pair> maps, List<Race> races) implements Sheet {

    /** Over how many returns the state and the correlation of stocks and bonds are taken. */
    public static final int DAYS = 10;

    private static final int RACE = 5;
    private static final int YEAR = 252;
    private static final double HIGH = 0.9;

    public PairSheet {
        Require.components(PairSheet.class, maps, races);
        maps = List.copyOf(maps);
        races = List.copyOf(races);
    }

    /**
     * Two assets, their state over ten returns and how unusual their correlation is.
     *
     * @param map the state with both returns and the correlation
     * @param correlationRank the share of the correlations of the last 252 days that lie below, half of the ties counted,
     *     NaN without a correlation
     * @param n how many correlations there were
     * @param volatility the name of the implied volatility, empty for none
     * @param volatilityRank the same share of its levels, NaN without it
     * @param levels how many levels there were
     */
    public record Pair(
            ReturnMap map, double correlationRank, int n, String volatility, double volatilityRank, int levels)
            implements Serializable {

        public Pair {
            Require.components(Pair.class, map, volatility);
            Require.finite(correlationRank, "correlationRank");
            Require.finite(volatilityRank, "volatilityRank");
            Require.atLeast(n, 0, "n");
            Require.atLeast(levels, 0, "levels");
        }

        /**
         * Whether correlation and volatility are both extreme.
         *
         * @return true if the correlation lies in the highest or lowest tenth of a year and volatility in the highest
         */
        public boolean isExtreme() {
            return (correlationRank >= HIGH || correlationRank <= 1 - HIGH) && volatilityRank >= HIGH;
        }
    }

    /**
     * An asset against a base market.
     *
     * @param asset the name of the asset
     * @param base the name of the base market
     * @param momentum both returns over five closes and their state
     */
    public record Race(String asset, String base, RelativeMomentum momentum) implements Serializable {
        public Race {
            Require.components(Race.class, asset, base, momentum);
        }

        /**
         * How far the asset is ahead.
         *
         * @return its simple return over five closes less that of the base
         */
        public double lead() {
            return StrictMath.expm1(momentum.own()) - StrictMath.expm1(momentum.base());
        }
    }

    /**
     * The state of two assets.
     *
     * <p><b>Missing</b>: days on which either has no close are left out.
     *
     * @param first closes of the first asset, such as stocks
     * @param second closes of the second asset, such as bonds
     * @param volatility levels of implied volatility by name, empty series for none
     * @param asOf the date at which one looks; nothing after it is used
     * @return the state, empty with fewer than eleven common closes
     * @throws IllegalArgumentException if too few of the dates are {@linkplain Require#shared shared}
     */
    public static Optional<Pair> pair(NamedSeries first, NamedSeries second, NamedSeries volatility, LocalDate asOf) {
        return Lockstep.returnMap(first, second, asOf, DAYS).map(map -> {
            double[] correlations = correlations(
                    first.series().until(asOf).named(first.name()),
                    second.series().until(asOf).named(second.name()));
            double[] levels = last(volatility.series().until(asOf).dropMissing());
            return new Pair(
                    map,
                    rank(correlations),
                    correlations.length,
                    levels.length == 0 ? "" : volatility.name(),
                    rank(levels),
                    levels.length);
        });
    }

    private static double[] correlations(NamedSeries first, NamedSeries second) {
        DateIndex one = first.series().dropMissing().dates();
        DateIndex other = second.series().dropMissing().dates();
        DateIndex common = one.intersect(other);
        DateIndex used = Require.shared(
                common.slice(Math.max(0, common.size() - YEAR - DAYS), common.size()),
                List.of(first.name(), second.name()),
                one,
                other);
        double[] each =
                Window.of(DAYS).correlation().over(returns(first.series(), used), returns(second.series(), used));
        return Arrays.stream(each).filter(x -> !Double.isNaN(x)).toArray();
    }

    private static double[] returns(TimeSeries closes, DateIndex dates) {
        return closes.on(dates)
                .change(Change.LOGARITHMIC, 1)
                .slice(1, dates.size())
                .values()
                .toArray();
    }

    private static double[] last(TimeSeries levels) {
        return levels.slice(Math.max(0, levels.size() - YEAR), levels.size())
                .values()
                .toArray();
    }

    private static double rank(double[] values) {
        return values.length == 0
                ? Double.NaN
                : PercentileRank.MID.of(values, values[values.length - 1]).fraction();
    }

    /**
     * An asset against a base market over five common closes.
     *
     * @param asset its closes
     * @param base those of the base market
     * @param asOf the date at which one looks; nothing after it is used
     * @return the state, empty with fewer than six common closes
     * @throws IllegalArgumentException if too few of the dates are {@linkplain Require#shared shared}
     */
    public static Optional<Race> race(NamedSeries asset, NamedSeries base, LocalDate asOf) {
        TimeSeries own = Require.prices(asset.series(), asset.name());
        TimeSeries other = Require.prices(base.series(), base.name());
        DateIndex ours = own.until(asOf).dropMissing().dates();
        DateIndex theirs = other.until(asOf).dropMissing().dates();
        DateIndex common = ours.intersect(theirs);
        Require.shared(
                common.slice(Math.max(0, common.size() - 4 * RACE), common.size()),
                List.of(asset.name(), base.name()),
                ours,
                theirs);
        return RelativeMomentum.of(own, other, asOf, RACE, 0.2)
                .map(momentum -> new Race(asset.name(), base.name(), momentum));
    }

    @Override
    public List<Said> said() {
        List<Said> said = new ArrayList<>();
        for (Pair each : maps) {
            ReturnMap map = each.map();
            said.add(new Said(
                    map.first() + " and " + map.second(),
                    map.quadrant().toString(),
                    NumberText.of(
                            "%+.2f %% and %+.2f %% over %d days, correlation %s%s",
                            map.firstReturn().percent(),
                            map.secondReturn().percent(),
                            map.n(),
                            Cells.signed(map.correlation(), 2),
                            each.isExtreme() ? ", extreme as " + each.volatility() + " is" : ""),
                    map.correlation(),
                    Unit.FRACTION,
                    "correlation of daily log returns over " + DAYS + " common days"
                            + (each.n() == 0
                                    ? ""
                                    : NumberText.of(
                                            "; above %.0f %% of the last %d", 100 * each.correlationRank(), each.n())),
                    map.n(),
                    "days",
                    map.asOf(),
                    Stream.of(map.first(), map.second(), each.volatility())
                            .filter(name -> !name.isEmpty())
                            .toList()));
        }
        for (Race each : races) {
            said.add(new Said(
                    each.asset() + " against " + each.base(),
                    each.momentum().state().toString(),
                    NumberText.of("%+.2f pp ahead over %d closes", 100 * each.lead(), RACE),
                    each.lead(),
                    Unit.PERCENTAGE_POINTS,
                    "simple return over five common closes less that of the base market",
                    RACE,
                    "days",
                    each.momentum().asOf(),
                    List.of(each.asset(), each.base())));
        }
        return said;
    }

    @Override
    public List<Table> tables() {
        List<List<String>> rows = new ArrayList<>();
        for (Pair each : maps) {
            ReturnMap map = each.map();
            rows.add(List.of(
                    map.first() + " and " + map.second(),
                    map.quadrant().toString(),
                    Cells.signed(map.firstReturn().percent(), 2),
                    Cells.signed(map.secondReturn().percent(), 2),
                    Integer.toString(map.n()),
                    Cells.signed(map.correlation(), 2),
                    Cells.decimal(100 * each.correlationRank(), 0),
                    Integer.toString(each.n()),
                    Cells.decimal(100 * each.volatilityRank(), 0),
                    Integer.toString(each.levels()),
                    each.isExtreme() ? "both extreme" : "no",
                    map.asOf().toString()));
        }
        for (Race each : races) {
            rows.add(List.of(
                    each.asset() + " against " + each.base(),
                    each.momentum().state().toString(),
                    Cells.percent(StrictMath.expm1(each.momentum().own())),
                    Cells.percent(StrictMath.expm1(each.momentum().base())),
                    Integer.toString(RACE),
                    Cells.signed(each.momentum().correlation(), 2),
                    "-",
                    "-",
                    "-",
                    "-",
                    "-",
                    each.momentum().asOf().toString()));
        }
        return List.of(new Table(
                Table.columns(
                        "Pair",
                        "State",
                        "#First %",
                        "#Second %",
                        "~#Closes",
                        "#Correlation",
                        "#Rank in a year %",
                        "~#of days",
                        "#Rank of volatility %",
                        "~#of levels",
                        "Flag",
                        "~Observed"),
                rows));
    }

    @Override
    public List<String> notes() {
        return List.of(
                "Correlation of daily log returns over the closes named; its rank among those of the last " + YEAR
                        + " days, and"
                        + " that of " + volatilities()
                        + ". Flagged where the correlation lies in the highest or lowest tenth and volatility in the"
                        + " highest; no flag can be raised without a volatility. Ten days are few: two in three such"
                        + " correlations of unrelated assets lie within 0.3 of zero.");
    }

    private String volatilities() {
        String names = maps.stream()
                .map(Pair::volatility)
                .filter(name -> !name.isEmpty())
                .distinct()
                .collect(Collectors.joining(" and "));
        return names.isEmpty() ? "implied volatility, which is missing" : names;
    }

    /** A line for each pair. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("Pairs");
        maps.forEach(each -> text.append('\n').append(each.map()));
        races.forEach(each -> text.append('\n')
                .append(each.asset())
                .append(" against ")
                .append(each.base())
                .append(": ")
                .append(each.momentum()));
        return text.toString();
    }
}
