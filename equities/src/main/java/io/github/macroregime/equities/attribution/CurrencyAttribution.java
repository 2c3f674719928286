package io.github.macroregime.equities.attribution;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.unit.NumberText;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.equities.contribution.ContributionPolicy;
import io.github.macroregime.equities.contribution.ContributionPolicy.WeightSum;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * {@index "Currency attribution"}: the excess of a portfolio in several currencies, split into markets and currencies.
 *
 * @param date the day, or the last day of the period
 * @param method how markets and currencies are separated
 * @param lines the effects of each market, in the order given
 * @param portfolioReturn the return of the portfolio in the base currency
 * @param benchmarkReturn the return of the benchmark in the base currency
 */
public record CurrencyAttribution(
        LocalDate date, Method method, List<Line> lines, Rate portfolioReturn, Rate benchmarkReturn)
        implements Serializable {

    private static final List<String> WEIGHTS =
            List.of("portfolio weights", "benchmark weights", "portfolio exposures", "benchmark exposures");

    /** How markets and currencies are separated. */
    public enum Method {
        /** Markets earn their premium over local cash, currencies local cash and the change of the currency. */
        KARNOSKY_SINGER,
        /** Markets earn their local return and the forward premium, currencies what the forward did not foresee. */
        ANKRIM_HENSEL
    }

    public CurrencyAttribution {
        Require.components(CurrencyAttribution.class, date, method, lines, portfolioReturn, benchmarkReturn);
        lines = List.copyOf(lines);
    }

    /**
     * {@index "Karnosky-Singer"} effects: allocation {@code (wp - wb)(Lb - sum wb Lb)}, selection {@code wb (Lp - Lb)}
     * and interaction on local premia {@code L = local - cash}; currency {@code (hp - hb)(E - sum hb E)} on
     * {@code E = cash + change} with exposures h.
     *
     * <p>The effects sum to the excess where asset weights, and exposures, of both sides have one sum.
     *
     * <p><b>Source</b>: Karnosky and Singer 1994, Research Foundation of the ICFA.
     *
     * @param date the day, or the last day of the period
     * @param markets the markets, ids distinct, weights and exposures of each side summing to one within 1 %
     * @param cashReturns the return of cash in each market's currency
     * @param kind how local return and currency change go together
     * @return the attribution
     * @throws IllegalArgumentException if an id is repeated or has no cash return, or the sum of weights or exposures of
     *     a side is refused
     */
    public static CurrencyAttribution karnoskySinger(
            LocalDate date, List<Market> markets, Map<String, Rate> cashReturns, ReturnKind kind) {
        return karnoskySinger(
                date,
                markets,
                cashReturns,
                kind,
                ContributionPolicy.withDefaults().weightSum());
    }

    /**
     * As {@link #karnoskySinger(LocalDate, List, Map, ReturnKind)} with another treatment of weights that do not sum to one.
     *
     * @param date the day, or the last day of the period
     * @param markets the markets, ids distinct
     * @param cashReturns the return of cash in each market's currency
     * @param kind how local return and currency change go together
     * @param weightSum weights or exposures of a side that do not add up to one
     * @return the attribution
     * @throws IllegalArgumentException if an id is repeated or has no cash return, or the sum of weights or exposures of
     *     a side is refused
     */
    public static CurrencyAttribution karnoskySinger(
            LocalDate date, List<Market> markets, Map<String, Rate> cashReturns, ReturnKind kind, WeightSum weightSum) {
        return split(
                date, Method.KARNOSKY_SINGER, legs(markets, cashReturns, "cashReturns", Leg::premium, weightSum), kind);
    }

    /**
     * {@index "Ankrim-Hensel"} effects: allocation, selection and interaction on local returns; carry
     * {@code (wp - wb)(d - sum wb d)} on forward premia d; currency {@code (hp - hb)(e - sum hb e)} on surprises
     * {@code e = change - d} with exposures h.
     *
     * <p>The effects sum to the excess where asset weights, and exposures, of both sides have one sum.
     *
     * <p><b>Source</b>: Ankrim and Hensel 1994.
     *
     * @param date the day, or the last day of the period
     * @param markets the markets, ids distinct, weights and exposures of each side summing to one within 1 %
     * @param forwardPremiums forward over spot at the beginning, minus one, for each market's currency
     * @param kind how local return and currency change go together
     * @return the attribution
     * @throws IllegalArgumentException if an id is repeated or has no forward premium, or the sum of weights or exposures of
     *     a side is refused
     */
    public static CurrencyAttribution ankrimHensel(
            LocalDate date, List<Market> markets, Map<String, Rate> forwardPremiums, ReturnKind kind) {
        return ankrimHensel(
                date,
                markets,
                forwardPremiums,
                kind,
                ContributionPolicy.withDefaults().weightSum());
    }

    /**
     * As {@link #ankrimHensel(LocalDate, List, Map, ReturnKind)} with another treatment of weights that do not sum to one.
     *
     * @param date the day, or the last day of the period
     * @param markets the markets, ids distinct
     * @param forwardPremiums forward over spot at the beginning, minus one, for each market's currency
     * @param kind how local return and currency change go together
     * @param weightSum weights or exposures of a side that do not add up to one
     * @return the attribution
     * @throws IllegalArgumentException if an id is repeated or has no forward premium, or the sum of weights or exposures of
     *     a side is refused
     */
    public static CurrencyAttribution ankrimHensel(
            LocalDate date,
            List<Market> markets,
            Map<String, Rate> forwardPremiums,
            ReturnKind kind,
            WeightSum weightSum) {
        return split(
                date,
                Method.ANKRIM_HENSEL,
                legs(markets, forwardPremiums, "forwardPremiums", Leg::surprise, weightSum),
                kind);
    }

    private interface LegOf {
        Leg of(Market market, double rate);
    }

    private static List<Leg> legs(
            List<Market> markets, Map<String, Rate> rates, String name, LegOf leg, WeightSum weightSum) {
        List<Leg> legs = new ArrayList<>();
        for (Market market : markets) {
            Rate rate = rates.get(market.id());
            if (rate == null) {
                throw new IllegalArgumentException(name + " must hold a rate for " + market.id() + " but hold "
                        + rates.keySet().stream().sorted().toList());
            }
            if (legs.stream().anyMatch(each -> each.market.id().equals(market.id()))) {
                throw new IllegalArgumentException("ids must be distinct but " + market.id() + " is repeated");
            }
            legs.add(leg.of(market, rate.decimal()));
        }
        double[] sums = {
            Effects.sumOf(markets, Market::portfolioWeight),
            Effects.sumOf(markets, Market::benchmarkWeight),
            Effects.sumOf(markets, Market::portfolioExposure),
            Effects.sumOf(markets, Market::benchmarkExposure)
        };
        double[] factors = new double[sums.length];
        for (int i = 0; i < sums.length; i++) {
            factors[i] = weightSum.factor(WEIGHTS.get(i), sums[i]);
        }
        legs.replaceAll(each -> each.scaled(factors));
        if (weightSum instanceof WeightSum.AddLine) {
            legs.add(leg.of(Market.unallocated(sums), 0));
        }
        return legs;
    }

    private static CurrencyAttribution split(LocalDate date, Method method, List<Leg> legs, ReturnKind kind) {
        double local = Effects.sumOf(legs, leg -> leg.market.benchmarkWeight() * leg.benchmarkLocal);
        double carry = Effects.sumOf(legs, leg -> leg.market.benchmarkWeight() * leg.carry);
        double currency = Effects.sumOf(legs, leg -> leg.market.benchmarkExposure() * leg.currency);
        List<Line> lines =
                legs.stream().map(leg -> leg.line(local, carry, currency, kind)).toList();
        return new CurrencyAttribution(
                date, method, lines, whole(legs, leg -> leg.portfolio(kind)), whole(legs, leg -> leg.benchmark(kind)));
    }

    private static Rate whole(List<Leg> legs, ToDoubleFunction<Leg> part) {
        return Rate.ofDecimal(Effects.sumOf(legs, part));
    }

    /** A market with its returns separated: local part and carry go with assets, currency with exposures. */
    private record Leg(Market market, double portfolioLocal, double benchmarkLocal, double carry, double currency) {

        static Leg premium(Market market, double cash) {
            return new Leg(
                    market,
                    market.portfolioLocal().decimal() - cash,
                    market.benchmarkLocal().decimal() - cash,
                    0,
                    cash + market.spotChange().decimal());
        }

        static Leg surprise(Market market, double premium) {
            return new Leg(
                    market,
                    market.portfolioLocal().decimal(),
                    market.benchmarkLocal().decimal(),
                    premium,
                    market.spotChange().decimal() - premium);
        }

        Leg scaled(double[] factors) {
            return new Leg(market.scaled(factors), portfolioLocal, benchmarkLocal, carry, currency);
        }

        Line line(double wholeLocal, double wholeCarry, double wholeCurrency, ReturnKind kind) {
            double active = market.portfolioWeight() - market.benchmarkWeight();
            double surplus = portfolioLocal - benchmarkLocal;
            double exposure = market.portfolioExposure() - market.benchmarkExposure();
            return new Line(
                    market.id(),
                    Rate.ofDecimal(active * (benchmarkLocal - wholeLocal)),
                    Rate.ofDecimal(market.benchmarkWeight() * surplus),
                    Rate.ofDecimal(active * surplus),
                    Rate.ofDecimal(active * (carry - wholeCarry)),
                    Rate.ofDecimal(exposure * (currency - wholeCurrency)),
                    Rate.ofDecimal(portfolioCross(kind) - benchmarkCross(kind)));
        }

        double portfolio(ReturnKind kind) {
            return market.portfolioWeight() * (portfolioLocal + carry)
                    + market.portfolioExposure() * currency
                    + portfolioCross(kind);
        }

        double benchmark(ReturnKind kind) {
            return market.benchmarkWeight() * (benchmarkLocal + carry)
                    + market.benchmarkExposure() * currency
                    + benchmarkCross(kind);
        }

        private double portfolioCross(ReturnKind kind) {
            return cross(kind, market.portfolioWeight(), market.portfolioLocal());
        }

        private double benchmarkCross(ReturnKind kind) {
            return cross(kind, market.benchmarkWeight(), market.benchmarkLocal());
        }

        private double cross(ReturnKind kind, double weight, Rate local) {
            return kind == ReturnKind.CONTINUOUS
                    ? 0
                    : weight * local.decimal() * market.spotChange().decimal();
        }
    }

    /**
     * Portfolio minus benchmark return.
     *
     * @return the arithmetic excess
     */
    public Rate excess() {
        return portfolioReturn.minus(benchmarkReturn);
    }

    /**
     * All effects together.
     *
     * @return one line with the sums
     */
    public Line total() {
        return new Line(
                "total",
                sum(Line::allocation),
                sum(Line::selection),
                sum(Line::interaction),
                sum(Line::carry),
                sum(Line::currency),
                sum(Line::cross));
    }

    private Rate sum(Function<Line, Rate> effect) {
        return Rate.ofDecimal(Effects.sumOf(lines, line -> effect.apply(line).decimal()));
    }

    /**
     * What the effects leave of the excess: nothing, where weights and exposures of both sides have one sum.
     *
     * @return excess minus the sum of the effects
     */
    public Rate residual() {
        return excess().minus(total().total());
    }

    /** A table of the effects in percentage points with their total and the residual. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%s on %s, portfolio %s, benchmark %s",
                method,
                date,
                Effects.percent(portfolioReturn),
                Effects.percent(benchmarkReturn)));
        text.append(String.format(
                Locale.ROOT,
                "\n%-20s %10s %10s %11s %10s %10s %10s %10s",
                "in pp",
                "allocation",
                "selection",
                "interaction",
                "carry",
                "currency",
                "cross",
                "total"));
        lines.forEach(line -> text.append('\n').append(line));
        return text.append('\n')
                .append(total())
                .append(String.format(Locale.ROOT, "\n%-20s %77s", "residual", Effects.points(residual())))
                .toString();
    }

    /**
     * The effects of one market and its currency.
     *
     * @param id the market
     * @param allocation from the weight of its assets
     * @param selection from the assets held within it
     * @param interaction from both together
     * @param carry from the forward premium; zero for Karnosky and Singer, whose carry is part of the currency
     * @param currency from the exposure to its currency
     * @param cross from local return times currency change; zero for continuous returns
     */
    public record Line(
            String id, Rate allocation, Rate selection, Rate interaction, Rate carry, Rate currency, Rate cross)
            implements Serializable {

        public Line {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(allocation, "allocation");
            Objects.requireNonNull(selection, "selection");
            Objects.requireNonNull(interaction, "interaction");
            Objects.requireNonNull(carry, "carry");
            Objects.requireNonNull(currency, "currency");
            Objects.requireNonNull(cross, "cross");
        }

        /**
         * All effects of the market together.
         *
         * @return the sum of the six effects
         */
        public Rate total() {
            return allocation
                    .plus(selection)
                    .plus(interaction)
                    .plus(carry)
                    .plus(currency)
                    .plus(cross);
        }

        /** The effects in percentage points in aligned columns. */
        @Override
        public String toString() {
            return NumberText.of(
                    "%-20s %10.4f %10.4f %11.4f %10.4f %10.4f %10.4f %10.4f",
                    id,
                    allocation.percent(),
                    selection.percent(),
                    interaction.percent(),
                    carry.percent(),
                    currency.percent(),
                    cross.percent(),
                    total().percent());
        }
    }

    /** How local return and currency change go together. */
    public enum ReturnKind {
        /** Logarithmic returns: local return and currency change add. */
        CONTINUOUS,
        /** Simple returns: {@code (1 + local)(1 + change) - 1}, so that a cross term is left, which is shown. */
        SIMPLE
    }

    /**
     * One market of a portfolio in several currencies over one period.
     *
     * @param id the market, and with it its currency
     * @param portfolioWeight beginning weight of the market's assets in the portfolio, a decimal fraction
     * @param benchmarkWeight beginning weight of the market's assets in the benchmark, a decimal fraction
     * @param portfolioLocal return of the portfolio's assets in local currency
     * @param benchmarkLocal return of the benchmark's assets in local currency
     * @param spotChange change of the currency against the base currency
     * @param portfolioExposure weight of the currency in the portfolio with its hedges, a decimal fraction
     * @param benchmarkExposure weight of the currency in the benchmark with its hedges, a decimal fraction
     */
    public record Market(
            String id,
            double portfolioWeight,
            double benchmarkWeight,
            Rate portfolioLocal,
            Rate benchmarkLocal,
            Rate spotChange,
            double portfolioExposure,
            double benchmarkExposure)
            implements Serializable {

        public Market {
            Require.components(Market.class, id, portfolioLocal, benchmarkLocal, spotChange);
            double[] weights = {portfolioWeight, benchmarkWeight, portfolioExposure, benchmarkExposure};
            for (double weight : weights) {
                if (!(Math.abs(weight) <= Double.MAX_VALUE)) {
                    throw new IllegalArgumentException("weights of " + id + " must be finite but one was " + weight);
                }
            }
        }

        private static Market unallocated(double[] sums) {
            return new Market(
                    WeightSum.UNALLOCATED,
                    1 - sums[0],
                    1 - sums[1],
                    Rate.ZERO,
                    Rate.ZERO,
                    Rate.ZERO,
                    1 - sums[2],
                    1 - sums[3]);
        }

        private Market scaled(double[] factors) {
            return new Market(
                    id,
                    portfolioWeight * factors[0],
                    benchmarkWeight * factors[1],
                    portfolioLocal,
                    benchmarkLocal,
                    spotChange,
                    portfolioExposure * factors[2],
                    benchmarkExposure * factors[3]);
        }

        /**
         * A market whose currency is not hedged on either side.
         *
         * @param id the market
         * @param portfolioWeight beginning weight in the portfolio, a decimal fraction
         * @param benchmarkWeight beginning weight in the benchmark, a decimal fraction
         * @param portfolioLocal return of the portfolio's assets in local currency
         * @param benchmarkLocal return of the benchmark's assets in local currency
         * @param spotChange change of the currency against the base currency
         * @return the market
         */
        public static Market unhedged(
                String id,
                double portfolioWeight,
                double benchmarkWeight,
                Rate portfolioLocal,
                Rate benchmarkLocal,
                Rate spotChange) {
            return new Market(
                    id,
                    portfolioWeight,
                    benchmarkWeight,
                    portfolioLocal,
                    benchmarkLocal,
                    spotChange,
                    portfolioWeight,
                    benchmarkWeight);
        }
    }
}
