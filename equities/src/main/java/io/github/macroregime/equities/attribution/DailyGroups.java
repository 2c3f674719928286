package io.github.macroregime.equities.attribution;

import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.equities.contribution.ContributionPolicy;
import io.github.macroregime.equities.contribution.ContributionPolicy.WeightSum;
import io.github.macroregime.equities.linking.Links;
import java.io.Serializable;
import java.util.Arrays;

/**
 * Multi-period attribution of many stocks: Brinson-Fachler effects by group and contributions by stock, linked by
 * Cariño.
 *
 * <p>For a history of a whole index this reads each number once or twice and keeps nothing but sums. It gives what
 * {@link ArithmeticAttribution} and {@link LinkedAttribution} give for the same days, whose objects it spares.
 *
 * @param allocation linked allocation of each group, decimal
 * @param selection linked selection of each group, decimal
 * @param interaction linked interaction of each group, decimal
 * @param contributions linked contribution of each stock to the portfolio, decimal
 * @param portfolioReturn the cumulative return of the portfolio
 * @param benchmarkReturn the cumulative return of the benchmark
 * @param residual what days with unequal sums of weights leave unexplained, linked
 */
public record DailyGroups(
        Doubles allocation,
        Doubles selection,
        Doubles interaction,
        Doubles contributions,
        Rate portfolioReturn,
        Rate benchmarkReturn,
        Rate residual)
        implements Serializable {

    private static final WeightSum WEIGHT_SUM =
            ContributionPolicy.withDefaults().weightSum();
    private static final double SURELY_ONE = 1e-9;

    public DailyGroups {
        Require.components(
                DailyGroups.class,
                allocation,
                selection,
                interaction,
                contributions,
                portfolioReturn,
                benchmarkReturn,
                residual);
        if (selection.size() != allocation.size() || interaction.size() != allocation.size()) {
            throw new IllegalArgumentException("effects must have one number for each of the " + allocation.size()
                    + " groups but had " + selection.size() + " and " + interaction.size());
        }
    }

    /**
     * Effects of all days, linked by Cariño.
     *
     * <p>A group without a benchmark weight on a day takes the return of the benchmark, one without a portfolio weight
     * that of its benchmark. Weights of both sides sum to one within the default of {@link ContributionPolicy} on every
     * day. Where long and short weights cancel, what they earned is interaction.
     *
     * <p><b>Shape</b>: the three arrays hold day after day, each with one number for each stock. <b>Unit</b>: decimal
     * fractions. <b>Missing</b>: NaN is refused with its place. <b>Cost</b>: two passes over a day while it is in the
     * cache; memory for groups and stocks only. Quickest where the stocks of a group lie side by side.
     *
     * @param portfolioWeights beginning weights in the portfolio, days times stocks
     * @param benchmarkWeights beginning weights in the benchmark, as many
     * @param returns returns of the stocks, as many
     * @param groupOfStock the group of each stock, from 0 to groups − 1
     * @param groups how many groups there are, from 1
     * @return the linked effects
     * @throws IllegalArgumentException if lengths do not fit, a group lies outside its range, the weights of a day do
     *     not sum to one, or portfolio or benchmark do not return more than −100 % on a day; the message names the place
     */
    public static DailyGroups carino(
            double[] portfolioWeights, double[] benchmarkWeights, double[] returns, int[] groupOfStock, int groups) {
        check(portfolioWeights, benchmarkWeights, returns, groupOfStock, groups);
        Sums sums = new Sums(groupOfStock, groups);
        int stocks = groupOfStock.length;
        for (int start = 0; start < returns.length; start += stocks) {
            sums.add(portfolioWeights, benchmarkWeights, returns, start);
        }
        return sums.linked();
    }

    private static void check(double[] wp, double[] wb, double[] r, int[] groupOfStock, int groups) {
        int stocks = groupOfStock.length;
        if (stocks == 0 || r.length % stocks != 0 || wp.length != r.length || wb.length != r.length) {
            throw new IllegalArgumentException("weights and returns must have one length, a multiple of the " + stocks
                    + " stocks, but had " + wp.length + ", " + wb.length + " and " + r.length);
        }
        for (int i = 0; i < stocks; i++) {
            if (groupOfStock[i] < 0 || groupOfStock[i] >= groups) {
                throw new IllegalArgumentException(
                        "groupOfStock[" + i + "] must lie in [0, " + groups + ") but was " + groupOfStock[i]);
            }
        }
    }

    /** The sums over days: effects times Cariño's coefficient of the day, divided by that of all days in the end. */
    private static final class Sums {

        private final int[] runEnds;
        private final int[] runGroups;
        private final double[] allocation;
        private final double[] selection;
        private final double[] interaction;
        private final double[] contributions;
        private final double[] wp;
        private final double[] wb;
        private final double[] grossWp;
        private final double[] grossWb;
        private final double[] cp;
        private final double[] cb;
        private double portfolioGrowth = 1;
        private double benchmarkGrowth = 1;
        private double residual;

        Sums(int[] groupOfStock, int groups) {
            int stocks = groupOfStock.length;
            int[] ends = new int[stocks];
            int runs = 0;
            for (int i = 0; i < stocks; i++) {
                if (i + 1 == stocks || groupOfStock[i + 1] != groupOfStock[i]) {
                    ends[runs++] = i + 1;
                }
            }
            runEnds = Arrays.copyOf(ends, runs);
            runGroups = Arrays.stream(runEnds).map(end -> groupOfStock[end - 1]).toArray();
            allocation = new double[groups];
            selection = new double[groups];
            interaction = new double[groups];
            contributions = new double[stocks];
            wp = new double[groups];
            wb = new double[groups];
            grossWp = new double[groups];
            grossWb = new double[groups];
            cp = new double[groups];
            cb = new double[groups];
        }

        void add(double[] portfolio, double[] benchmark, double[] returns, int start) {
            sumGroups(portfolio, benchmark, returns, start);
            double rp = sum(cp);
            double rb = sum(cb);
            if (!(rp > -1 && rb > -1 && rp <= Double.MAX_VALUE && rb <= Double.MAX_VALUE)) {
                throw refusal(portfolio, benchmark, returns, start, rp, rb);
            }
            checkWeights("portfolio", wp, start);
            checkWeights("benchmark", wb, start);
            addEffects(rb, Links.logarithmic(rp, rb), rp - rb);
            double own = Links.logarithmic(rp, 0);
            for (int i = 0; i < contributions.length; i++) {
                contributions[i] += own * (portfolio[start + i] * returns[start + i]);
            }
            portfolioGrowth *= 1 + rp;
            benchmarkGrowth *= 1 + rb;
        }

        private void checkWeights(String side, double[] weights, int start) {
            double sum = sum(weights);
            if (!(Math.abs(sum - 1) < SURELY_ONE)) {
                WEIGHT_SUM.factor(side + " weights of day " + start / contributions.length, sum);
            }
        }

        // Stocks side by side in a group form a run, which is summed in registers.
        private void sumGroups(double[] portfolio, double[] benchmark, double[] returns, int start) {
            Arrays.fill(wp, 0);
            Arrays.fill(wb, 0);
            Arrays.fill(grossWp, 0);
            Arrays.fill(grossWb, 0);
            Arrays.fill(cp, 0);
            Arrays.fill(cb, 0);
            int from = start;
            for (int run = 0; run < runEnds.length; run++) {
                int to = start + runEnds[run];
                double sumWp = 0;
                double sumWb = 0;
                double sumGrossWp = 0;
                double sumGrossWb = 0;
                double sumCp = 0;
                double sumCb = 0;
                for (int i = from; i < to; i++) {
                    double r = returns[i];
                    double p = portfolio[i];
                    double b = benchmark[i];
                    sumWp += p;
                    sumWb += b;
                    sumGrossWp += Math.abs(p);
                    sumGrossWb += Math.abs(b);
                    sumCp += p * r;
                    sumCb += b * r;
                }
                int group = runGroups[run];
                wp[group] += sumWp;
                wb[group] += sumWb;
                grossWp[group] += sumGrossWp;
                grossWb[group] += sumGrossWb;
                cp[group] += sumCp;
                cb[group] += sumCb;
                from = to;
            }
        }

        private void addEffects(double wholeRb, double coefficient, double excess) {
            double explained = 0;
            for (int g = 0; g < wp.length; g++) {
                boolean nettedB = Effects.isNetted(wb[g], grossWb[g]);
                boolean nettedP = Effects.isNetted(wp[g], grossWp[g]);
                double rb = nettedB ? wholeRb : cb[g] / wb[g];
                double rp = nettedP ? rb : cp[g] / wp[g];
                double ofNetted = (nettedP ? cp[g] - wp[g] * rp : 0) - (nettedB ? cb[g] - wb[g] * rb : 0);
                double active = wp[g] - wb[g];
                double ofWeight = active * (rb - wholeRb);
                double ofHoldings = wb[g] * (rp - rb);
                double ofBoth = active * (rp - rb) + ofNetted;
                allocation[g] += coefficient * ofWeight;
                selection[g] += coefficient * ofHoldings;
                interaction[g] += coefficient * ofBoth;
                explained += ofWeight + ofHoldings + ofBoth;
            }
            residual += coefficient * (excess - explained);
        }

        DailyGroups linked() {
            double rp = portfolioGrowth - 1;
            double rb = benchmarkGrowth - 1;
            double whole = Links.logarithmicOfGrowth(portfolioGrowth, benchmarkGrowth);
            double own = Links.logarithmicOfGrowth(portfolioGrowth, 1);
            return new DailyGroups(
                    divided(allocation, whole),
                    divided(selection, whole),
                    divided(interaction, whole),
                    divided(contributions, own),
                    Rate.ofDecimal(rp),
                    Rate.ofDecimal(rb),
                    Rate.ofDecimal(residual / whole));
        }

        private static Doubles divided(double[] sums, double divisor) {
            return Doubles.copyOf(sums).map(each -> each / divisor);
        }

        private static double sum(double[] parts) {
            double sum = 0;
            for (double part : parts) {
                sum += part;
            }
            return sum;
        }

        private IllegalArgumentException refusal(
                double[] portfolio, double[] benchmark, double[] returns, int start, double rp, double rb) {
            int stocks = contributions.length;
            int day = start / stocks;
            for (int i = start; i < start + stocks; i++) {
                if (!(Math.abs(portfolio[i]) <= Double.MAX_VALUE)
                        || !(Math.abs(benchmark[i]) <= Double.MAX_VALUE)
                        || !(Math.abs(returns[i]) <= Double.MAX_VALUE)) {
                    return new IllegalArgumentException("weights and return of stock " + (i - start) + " on day " + day
                            + " must be finite but were " + portfolio[i] + ", " + benchmark[i] + " and " + returns[i]);
                }
            }
            return new IllegalArgumentException("portfolio and benchmark must return more than -100 % on day " + day
                    + " but returned " + 100 * rp + " % and " + 100 * rb + " %");
        }
    }

    /**
     * Cumulative portfolio minus cumulative benchmark return.
     *
     * @return the arithmetic excess
     */
    public Rate excess() {
        return portfolioReturn.minus(benchmarkReturn);
    }

    /** The counts, both cumulative returns and the residual in a sentence. */
    @Override
    public String toString() {
        return allocation.size() + " groups, " + contributions.size() + " stocks, portfolio "
                + Effects.percent(portfolioReturn) + ", benchmark " + Effects.percent(benchmarkReturn) + ", residual "
                + Effects.points(residual) + " pp";
    }
}
