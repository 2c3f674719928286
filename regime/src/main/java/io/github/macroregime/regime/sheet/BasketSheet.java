package io.github.macroregime.regime.sheet;

import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.NamedSeries;
import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.stats.Moments;
import io.github.macroregime.core.unit.NumberText;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.equities.breadth.WithoutBasket;
import io.github.macroregime.regime.cycle.MomentumCycle;
import io.github.macroregime.regime.cycle.MomentumReading;
import io.github.macroregime.regime.outlook.VolatilityPremium;
import io.github.macroregime.regime.section.Table;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * A basket of equities name by name: its share of the day's move and the index without it, and of each name the
 * {@index "excess return"} over cash, its spread to a blend of index and ten-year note, the momentum cycle, and where it
 * stands among its peers.
 *
 * @param basket the name of the basket
 * @param asOf the day
 * @param blend what names are compared with
 * @param without the index without the basket, or nothing where no contributions list all of it
 * @param members one for each name, the highest return of the day first
 */
public record BasketSheet(String basket, LocalDate asOf, Blend blend, List<WithoutBasket> without, List<Member> members)
        implements Sheet {

    /** Over how many closes returns of a member are taken. */
    public static final int PERIODS = 20;

    private static final int YEAR = 252;

    public BasketSheet {
        Require.components(BasketSheet.class, basket, asOf, blend, without, members);
        without = List.copyOf(without);
        members = List.copyOf(members);
    }

    /**
     * A blend of index and ten-year note. The newsletters do not say how they weigh it; it is the caller's.
     *
     * @param index the closes of the index
     * @param tenYear the ten-year yield, empty series for none
     * @param indexWeight the weight of the index, from 0 to 1
     * @param duration the price of the note falls by so much for a rise of its yield by one, above zero
     * @param cash the overnight rate a year
     */
    public record Blend(NamedSeries index, TimeSeries tenYear, double indexWeight, double duration, Rate cash)
            implements Serializable {

        public Blend {
            Require.components(Blend.class, index, tenYear, cash);
            Require.prices(index.series(), "index");
            Require.rates(tenYear, "tenYear");
            Require.positive(duration, "duration");
            if (!(indexWeight >= 0 && indexWeight <= 1)) {
                throw new IllegalArgumentException("indexWeight must lie in [0, 1] but was " + indexWeight);
            }
        }

        /**
         * The last dates, enough for a year of spreads, on which a name, the index and the yield were observed.
         *
         * @param name closes of a name
         * @param asOf the date at which one looks; nothing after it is used
         * @return the dates
         * @throws IllegalArgumentException if a close is not above zero or the name hardly {@linkplain Require#shared shares} its
         *     dates with the blend
         */
        public DateIndex sharedDates(NamedSeries name, LocalDate asOf) {
            DateIndex closes =
                    observed(Require.aboveZero(Require.prices(name.series(), name.name()), name.name()), asOf);
            DateIndex market = observed(index.series(), asOf);
            DateIndex yields = observed(tenYear, asOf);
            DateIndex both = closes.intersect(market);
            DateIndex common = yields.isEmpty() ? both : both.intersect(yields);
            DateIndex used = common.slice(Math.max(0, common.size() - YEAR - PERIODS), common.size());
            requireShared(used, name.name(), closes, index.name(), market);
            if (!yields.isEmpty()) {
                requireShared(used, name.name(), closes, "the ten-year yield", yields);
            }
            return used;
        }

        private static DateIndex observed(TimeSeries series, LocalDate asOf) {
            return series.until(asOf).dropMissing().dates();
        }

        private static void requireShared(
                DateIndex used, String name, DateIndex closes, String otherName, DateIndex other) {
            if (!used.isEmpty()) {
                DateIndex one = between(closes, used);
                DateIndex two = between(other, used);
                Require.shared(one.intersect(two), List.of(name, otherName), one, two);
            }
        }

        private static DateIndex between(DateIndex dates, DateIndex used) {
            return dates.slice(dates.insertion(used.first()), dates.insertionAfter(used.last()));
        }
    }

    /**
     * A name of the basket.
     *
     * @param name its name
     * @param asOf the day of its last close
     * @param day the simple return from the close before
     * @param excess the simple return over 20 closes less what cash earned meanwhile
     * @param blendScore the z-score of the 20-close log return less that of the blend among its last 252, NaN with fewer
     *     than 60
     * @param n how many of them there were
     * @param peerScore how many sample deviations the 20-close log return lies from the mean of the basket, NaN if all are
     *     equal
     * @param cycle the momentum cycle over 252 and 21 closes, nothing with fewer
     * @param premium implied less realised volatility, nothing without implied volatility
     * @param impliedScore how many deviations implied volatility lies from the mean of the basket, NaN without it
     * @param premiumScore the same for the premium
     */
    public record Member(
            String name,
            LocalDate asOf,
            Rate day,
            Rate excess,
            double blendScore,
            int n,
            double peerScore,
            List<MomentumReading> cycle,
            List<VolatilityPremium> premium,
            double impliedScore,
            double premiumScore)
            implements Serializable {

        public Member {
            Require.components(Member.class, name, asOf, day, excess, cycle, premium);
            Require.finite(blendScore, "blendScore");
            Require.atLeast(n, 0, "n");
            Require.finite(peerScore, "peerScore");
            Require.finite(impliedScore, "impliedScore");
            Require.finite(premiumScore, "premiumScore");
            cycle = List.copyOf(cycle);
            premium = List.copyOf(premium);
        }
    }

    /**
     * The sheet of a day.
     *
     * <p><b>Missing</b>: a name without 21 closes up to the day is left out; days on which name, index or yield was not
     * observed are left out of the spread to the blend. Without a yield the blend is the index alone.
     *
     * @param basket the name of the basket
     * @param names closes of its names
     * @param blend what they are compared with
     * @param premiums implied less realised volatility by name, as far as known
     * @param without the index without the basket, as far as known
     * @param asOf the date at which one looks; nothing after it is used
     * @return the sheet, empty with fewer than two names
     * @throws IllegalArgumentException if a close is not above zero or a name hardly {@linkplain Require#shared shares}
     *     its dates with the blend
     */
    public static Optional<BasketSheet> of(
            String basket,
            List<NamedSeries> names,
            Blend blend,
            Map<String, VolatilityPremium> premiums,
            List<WithoutBasket> without,
            LocalDate asOf) {
        List<NamedSeries> known = names.stream()
                .map(each -> Require.aboveZero(
                                Require.prices(each.series(), each.name())
                                        .until(asOf)
                                        .dropMissing(),
                                each.name())
                        .named(each.name()))
                .filter(each -> each.series().size() > PERIODS)
                .toList();
        if (known.size() < 2) {
            return Optional.empty();
        }
        double[] returns = across(known, each -> back(each.series()));
        double[] implied = across(known, each -> of(premiums, each, VolatilityPremium::implied));
        double[] dear = across(known, each -> of(premiums, each, VolatilityPremium::premium));
        List<Member> members = new ArrayList<>();
        for (int i = 0; i < known.size(); i++) {
            TimeSeries closes = known.get(i).series();
            double[] spreads = spreads(known.get(i), blend, asOf);
            members.add(new Member(
                    known.get(i).name(),
                    closes.dates().last(),
                    Rate.ofDecimal(change(closes, 1)),
                    Rate.ofDecimal(change(closes, PERIODS) - blend.cash().decimal() * PERIODS / YEAR),
                    spreads.length < 3 * PERIODS ? Double.NaN : Moments.zScore(spreads),
                    spreads.length,
                    among(returns, i),
                    MomentumCycle.DAILY.asOf(closes, asOf).stream().toList(),
                    Optional.ofNullable(premiums.get(known.get(i).name())).stream()
                            .toList(),
                    among(implied, i),
                    among(dear, i)));
        }
        members.sort(Comparator.comparing(Member::day).reversed().thenComparing(Member::name));
        return Optional.of(new BasketSheet(basket, asOf, blend, without, members));
    }

    private static double[] across(List<NamedSeries> names, ToDoubleFunction<NamedSeries> number) {
        return names.stream().mapToDouble(number).toArray();
    }

    private static double of(
            Map<String, VolatilityPremium> premiums, NamedSeries name, Function<VolatilityPremium, Rate> number) {
        VolatilityPremium premium = premiums.get(name.name());
        return premium == null ? Double.NaN : number.apply(premium).decimal();
    }

    private static double change(TimeSeries closes, int back) {
        int last = closes.size() - 1;
        return closes.value(last) / closes.value(last - back) - 1;
    }

    private static double back(TimeSeries closes) {
        return StrictMath.log1p(change(closes, PERIODS));
    }

    /** The z-score of one number among those of all names that have one. */
    private static double among(double[] numbers, int i) {
        double[] known = Arrays.stream(numbers).filter(x -> !Double.isNaN(x)).toArray();
        if (Double.isNaN(numbers[i]) || known.length < 2) {
            return Double.NaN;
        }
        double deviation = Moments.sampleDeviation(known);
        return deviation > 0 ? (numbers[i] - Moments.mean(known)) / deviation : Double.NaN;
    }

    /** The last year of 20-close log returns less those of the blend, the latest last. */
    private static double[] spreads(NamedSeries name, Blend blend, LocalDate asOf) {
        TimeSeries closes = name.series();
        TimeSeries index = blend.index().series().until(asOf).dropMissing();
        TimeSeries yields = blend.tenYear().until(asOf).dropMissing();
        boolean isIndexAlone = yields.isEmpty();
        DateIndex common = blend.sharedDates(name, asOf);
        double[] own = closes.on(common).values().toArray();
        double[] market = index.on(common).values().toArray();
        double[] yield = isIndexAlone
                ? new double[own.length]
                : yields.on(common).values().toArray();
        double weight = isIndexAlone ? 1 : blend.indexWeight();
        double[] spreads = new double[Math.max(0, own.length - PERIODS)];
        for (int t = 0; t < spreads.length; t++) {
            double note = -blend.duration() * (yield[t + PERIODS] - yield[t]);
            spreads[t] = StrictMath.log(own[t + PERIODS] / own[t])
                    - weight * StrictMath.log(market[t + PERIODS] / market[t])
                    - (1 - weight) * note;
        }
        return spreads;
    }

    @Override
    public List<Said> said() {
        List<Said> said = new ArrayList<>();
        Member first = members.get(0);
        Member last = members.get(members.size() - 1);
        List<MomentumReading> cycles =
                members.stream().flatMap(each -> each.cycle().stream()).toList();
        said.add(new Said(
                basket + ", name by name",
                first.day().decimal() > 0 && last.day().decimal() < 0 ? "mixed" : "one way",
                NumberText.of(
                        "%s %+.2f %% to %s %+.2f %%; %d of %d with a year of closes in a bull market",
                        first.name(),
                        first.day().percent(),
                        last.name(),
                        last.day().percent(),
                        cycles.stream()
                                .filter(each -> each.phase() == MomentumCycle.Phase.BULL)
                                .count(),
                        cycles.size()),
                first.day().decimal() - last.day().decimal(),
                Unit.PERCENTAGE_POINTS,
                "return of the first name less that of the last, close to close",
                members.size(),
                "names",
                asOf,
                members.stream().map(Member::name).toList()));
        return said;
    }

    @Override
    public List<Table> tables() {
        return List.of(new Table(
                basket + ", name by name",
                Table.columns(
                        "Name",
                        "=Day %",
                        "#20 closes over cash %",
                        "#z to the blend",
                        "~#n",
                        "#z among peers",
                        "Cycle",
                        "~Since",
                        "~#Implied %",
                        "~#Premium pp",
                        "~#z implied",
                        "~#z premium",
                        "~Observed"),
                members.stream().map(BasketSheet::cells).toList()));
    }

    private static List<String> cells(Member each) {
        Optional<MomentumReading> cycle = each.cycle().stream().findFirst();
        Optional<VolatilityPremium> premium = each.premium().stream().findFirst();
        return List.of(
                each.name(),
                Cells.signed(each.day().percent(), 2),
                Cells.signed(each.excess().percent(), 2),
                Cells.signed(each.blendScore(), 1),
                Integer.toString(each.n()),
                Cells.signed(each.peerScore(), 1),
                cycle.map(reading -> reading.phase().toString()).orElse("-"),
                cycle.map(reading -> reading.since().toString()).orElse("-"),
                premium.map(reading -> Cells.decimal(reading.implied().percent(), 1))
                        .orElse("-"),
                premium.map(reading -> Cells.signed(reading.premium().percent(), 1))
                        .orElse("-"),
                Cells.signed(each.impliedScore(), 1),
                Cells.signed(each.premiumScore(), 1),
                each.asOf().toString());
    }

    @Override
    public List<String> notes() {
        List<String> notes = new ArrayList<>();
        without.forEach(each -> notes.add("Share of the move: " + each + "."));
        notes.add("Over cash: return over 20 closes less "
                + NumberText.of("%.2f", blend.cash().percent())
                + " % a year. z to the blend: 20-close log return less "
                + (blend.tenYear().isEmpty()
                        ? "that of " + blend.index().name()
                        : NumberText.of(
                                "%.1f %% %s and %.1f %% a ten-year note of duration %.2f",
                                100 * blend.indexWeight(),
                                blend.index().name(),
                                100 * (1 - blend.indexWeight()),
                                blend.duration()))
                + ", among its last " + YEAR
                + " or as many as there are (n); the weights are this library's own. z among"
                + " peers: deviations from the mean of the "
                + members.size()
                + " names of the day, of which so few make a coarse measure.");
        return notes;
    }

    /** The basket, and a line for each name. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(basket + " on " + asOf);
        without.forEach(each -> text.append('\n').append(each));
        tables().get(0).rows().forEach(row -> text.append('\n').append(String.join("  ", row)));
        return text.toString();
    }
}
