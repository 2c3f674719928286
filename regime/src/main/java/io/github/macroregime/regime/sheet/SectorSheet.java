package io.github.macroregime.regime.sheet;

import io.github.macroregime.core.series.Change;
import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.NamedSeries;
import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.stats.Moments;
import io.github.macroregime.core.unit.NumberText;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.regime.section.Table;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Sectors over twenty days, {@index "sector breadth"} and heat map, and what the price of the index was made of.
 *
 * @param index the name of the index
 * @param sectors one for each sector, the highest return first
 * @param prices what the price was made of over each span, or nothing without earnings
 */
public record SectorSheet(String index, List<Sector> sectors, List<PriceSplit> prices) implements Sheet {

    private static final int PERIODS = 20;
    private static final List<Integer> MEANS = List.of(10, 20, 50);

    public SectorSheet {
        Require.components(SectorSheet.class, index, sectors, prices);
        sectors = List.copyOf(sectors);
        prices = List.copyOf(prices);
    }

    /**
     * A sector over twenty days.
     *
     * @param name its name
     * @param asOf the last common day with the index
     * @param periodReturn its simple return over 20 common closes
     * @param excess the same less that of the index
     * @param beta the slope of its daily log returns on those of the index over the same closes, NaN if that did not move
     * @param above whether its close stands above the mean of its last 10, 20 and 50
     */
    public record Sector(String name, LocalDate asOf, Rate periodReturn, Rate excess, double beta, List<Boolean> above)
            implements Serializable {

        public Sector {
            Require.components(Sector.class, name, asOf, periodReturn, excess, above);
            Require.finite(beta, "beta");
            above = List.copyOf(above);
            if (above.size() != MEANS.size()) {
                throw new IllegalArgumentException(
                        "above must have one answer for each of " + MEANS.size() + " means but had " + above.size());
            }
        }
    }

    /**
     * The {@index "price decomposition"} {@code ln(P1 / P0) = ln(E1 / E0) + ln(M1 / M0)}: price is earnings times multiple.
     *
     * @param ratio the name of the multiple
     * @param from the earlier date of the multiple
     * @param to the later one
     * @param price the log change of the price
     * @param multiple the log change of price over earnings
     */
    public record PriceSplit(String ratio, LocalDate from, LocalDate to, Rate price, Rate multiple)
            implements Serializable {

        public PriceSplit {
            Require.components(PriceSplit.class, ratio, from, to, price, multiple);
        }

        /**
         * What earnings did.
         *
         * @return the log change of price less that of the multiple
         */
        public Rate earnings() {
            return price.minus(multiple);
        }
    }

    /**
     * A sector against the index.
     *
     * @param sector its closes
     * @param index those of the index
     * @param asOf the date at which one looks; nothing after it is used
     * @return the sector, empty with fewer than 50 common closes
     * @throws IllegalArgumentException if too few of the dates are {@linkplain Require#shared shared}
     */
    public static Optional<Sector> sector(NamedSeries sector, NamedSeries index, LocalDate asOf) {
        TimeSeries own =
                Require.prices(sector.series(), sector.name()).until(asOf).dropMissing();
        TimeSeries base =
                Require.prices(index.series(), index.name()).until(asOf).dropMissing();
        int longest = MEANS.get(MEANS.size() - 1);
        DateIndex common = own.dates().intersectLast(base.dates(), longest);
        if (common.size() < longest) {
            return Optional.empty();
        }
        DateIndex used = common.slice(common.size() - PERIODS - 1, common.size());
        Require.shared(common, List.of(sector.name(), index.name()), own.dates(), base.dates());
        TimeSeries mine = own.on(used);
        TimeSeries market = base.on(used);
        double[] y = returns(mine);
        double[] x = returns(market);
        double spread = Moments.sampleVariance(x);
        double change = mine.last().value() / mine.value(0) - 1;
        double[] closes = own.on(common).values().toArray();
        return Optional.of(new Sector(
                sector.name(),
                used.last(),
                Rate.ofDecimal(change),
                Rate.ofDecimal(change - (market.last().value() / market.value(0) - 1)),
                spread > 0 ? Moments.sampleCovariance(x, y) / spread : Double.NaN,
                MEANS.stream()
                        .map(window -> closes[longest - 1]
                                > Moments.mean(Arrays.copyOfRange(closes, longest - window, longest)))
                        .toList()));
    }

    private static double[] returns(TimeSeries closes) {
        return closes.change(Change.LOGARITHMIC, 1)
                .slice(1, closes.size())
                .values()
                .toArray();
    }

    /**
     * What the price was made of between the last multiple and one some observations before.
     *
     * @param prices the price on the dates of the multiple, above zero
     * @param multiples price over earnings by name, above zero
     * @param observations how many observations before, from 1
     * @return the split, empty if there are too few dates that both have
     * @throws IllegalArgumentException if too few of the dates are {@linkplain Require#shared shared}
     */
    public static Optional<PriceSplit> split(TimeSeries prices, NamedSeries multiples, int observations) {
        Require.atLeast(observations, 1, "observations");
        TimeSeries p = Require.prices(prices, "prices").dropMissing();
        TimeSeries m = Require.prices(multiples.series(), multiples.name()).dropMissing();
        DateIndex common = p.dates().intersect(m.dates());
        if (common.size() <= observations) {
            return Optional.empty();
        }
        Require.shared(
                common.slice(common.size() - 1 - observations, common.size()),
                List.of("prices", multiples.name()),
                p.dates(),
                m.dates());
        LocalDate from = common.get(common.size() - 1 - observations);
        return Optional.of(
                new PriceSplit(multiples.name(), from, common.last(), log(p, from, common), log(m, from, common)));
    }

    private static Rate log(TimeSeries series, LocalDate from, DateIndex common) {
        return Rate.ofDecimal(StrictMath.log(
                series.on(common.last()).orElseThrow() / series.on(from).orElseThrow()));
    }

    /**
     * The sheet.
     *
     * @param index the name of the index
     * @param sectors one for each sector
     * @param prices what the price was made of
     * @return the sheet, its sectors from the highest return to the lowest
     */
    public static SectorSheet of(String index, List<Sector> sectors, List<PriceSplit> prices) {
        return new SectorSheet(
                index,
                sectors.stream()
                        .sorted(Comparator.comparing(Sector::periodReturn)
                                .reversed()
                                .thenComparing(Sector::name))
                        .toList(),
                prices);
    }

    private int above(int place) {
        return (int) sectors.stream().filter(each -> each.above().get(place)).count();
    }

    @Override
    public List<Said> said() {
        List<Said> said = new ArrayList<>();
        if (!sectors.isEmpty()) {
            said.add(new Said(
                    "Sectors over 20 days",
                    2 * above(1) > sectors.size() ? "most above their mean" : "most not above their mean",
                    NumberText.of(
                            "%d, %d and %d of %d above their mean of 10, 20 and 50 closes; %d beat %s",
                            above(0),
                            above(1),
                            above(2),
                            sectors.size(),
                            sectors.stream()
                                    .filter(each -> each.excess().decimal() > 0)
                                    .count(),
                            index),
                    (double) above(1) / sectors.size(),
                    Unit.PERCENT,
                    "share of sectors whose close stands above the mean of its last 20",
                    sectors.size(),
                    "sectors",
                    sectors.get(0).asOf(),
                    Stream.concat(Stream.of(index), sectors.stream().map(Sector::name))
                            .toList()));
        }
        return said;
    }

    @Override
    public List<Table> tables() {
        List<Table> tables = new ArrayList<>();
        tables.add(new Table(
                Table.columns(
                        "Sector", "=Return %", "=Excess %", "#Beta", "Above 10", "Above 20", "Above 50", "~Observed"),
                sectors.stream()
                        .map(each -> List.of(
                                each.name(),
                                Cells.signed(each.periodReturn().percent(), 2),
                                Cells.signed(each.excess().percent(), 2),
                                Cells.decimal(each.beta(), 2),
                                each.above().get(0) ? "yes" : "no",
                                each.above().get(1) ? "yes" : "no",
                                each.above().get(2) ? "yes" : "no",
                                each.asOf().toString()))
                        .toList()));
        if (!prices.isEmpty()) {
            tables.add(new Table(
                    "Price = earnings x multiple",
                    Table.columns("Multiple", "From", "To", "#Price %", "#Earnings %", "#Multiple %"),
                    prices.stream()
                            .map(each -> List.of(
                                    each.ratio(),
                                    each.from().toString(),
                                    each.to().toString(),
                                    Cells.signed(each.price().percent(), 1),
                                    Cells.signed(each.earnings().percent(), 1),
                                    Cells.signed(each.multiple().percent(), 1)))
                            .toList()));
        }
        return tables;
    }

    @Override
    public List<String> notes() {
        List<String> notes = new ArrayList<>();
        notes.add("Return and excess over " + index
                + ": simple returns over 20 common closes; beta: slope of daily log returns over the same"
                + " closes, of which 20 are few. Above: the close against the mean of its last 10, 20 and"
                + " 50.");
        if (!prices.isEmpty()) {
            notes.add("Price = earnings x multiple in log changes, which add up exactly: the mean close of a month and"
                    + " the multiple as published for it, seldom revised but published late. Earnings of a"
                    + " cyclically adjusted multiple (CAPE) are a real mean of ten years, so that they move slowly"
                    + " and leave the rest to the multiple.");
        }
        return notes;
    }

    /** A line for each sector. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("Sectors against " + index);
        tables().forEach(table -> table.rows().forEach(row -> text.append('\n').append(String.join("  ", row))));
        return text.toString();
    }
}
