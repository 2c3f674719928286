package io.github.macroregime.regime.strategy;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.unit.NumberText;
import io.github.macroregime.core.unit.Rate;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The {@index "track record"} of a model on an asset under the protocol of an {@link Evaluation}: what its positions
 * earned, whether that beats what costs no thought, and how often its calls were right.
 *
 * <p>Returns are simple returns per period after costs, annualised; a model that does not beat the naive benchmarks says
 * so in its {@link #verdict()}.
 *
 * @param model the name of the model
 * @param asset the name of the asset
 * @param protocol how it was tested
 * @param first the date of the first return
 * @param last the date of the last return
 * @param n how many returns
 * @param earned what the model earned
 * @param benchmarks what the naive benchmarks earned over the same days
 * @param deflatedSharpe the probability that the true Sharpe ratio is above what luck shows among the variants tried, NaN
 *     if returns did not vary
 * @param sides which side of the positions earned it
 * @param bullish the calls of a rise
 * @param bearish the calls of a fall
 * @param rankCorrelation the Spearman correlation of score and forward return, NaN if one of them does not vary
 * @param eras the parts of the time
 * @param regimes the days by the regime that was known before them
 */
public record ModelRecord(
        String model,
        String asset,
        Evaluation protocol,
        LocalDate first,
        LocalDate last,
        int n,
        Earned earned,
        List<Benchmark> benchmarks,
        double deflatedSharpe,
        Sides sides,
        Calls bullish,
        Calls bearish,
        double rankCorrelation,
        List<Part> eras,
        List<Part> regimes)
        implements Serializable {

    private static final double CONFIDENCE = 0.95;

    public ModelRecord {
        Require.components(
                ModelRecord.class,
                model,
                asset,
                protocol,
                first,
                last,
                earned,
                benchmarks,
                sides,
                bullish,
                bearish,
                eras,
                regimes);
        Require.atLeast(n, 2, "n");
        Require.finite(deflatedSharpe, "deflatedSharpe");
        Require.finite(rankCorrelation, "rankCorrelation");
        benchmarks = List.copyOf(benchmarks);
        eras = List.copyOf(eras);
        regimes = List.copyOf(regimes);
        if (benchmarks.isEmpty()) {
            throw new IllegalArgumentException("benchmarks must have at least one but had none");
        }
    }

    /** What a record says of a model. */
    public enum Edge {
        /** It lost, or did not beat the best naive benchmark. */
        NONE,
        /** It did better, but no more than chance can explain. */
        NOT_SHOWN,
        /** It did better than chance explains. */
        SHOWN
    }

    /**
     * A number and the interval of nine draws in ten.
     *
     * @param value the number, NaN if there is none
     * @param low the lower end, NaN if there is none
     * @param high the upper end, NaN if there is none
     */
    public record Estimate(double value, double low, double high) implements Serializable {

        public Estimate {
            Require.finite(value, "value");
            Require.finite(low, "low");
            Require.finite(high, "high");
        }

        /** The number and its interval with two decimals. */
        @Override
        public String toString() {
            return NumberText.of("%5.2f [%5.2f, %5.2f]", value, low, high);
        }
    }

    /**
     * What positions earned.
     *
     * @param name whose positions
     * @param mean the annualised mean return
     * @param sharpe the annualised Sharpe ratio, no risk-free return taken off
     * @param worstFall the largest drawdown, zero or below
     */
    public record Earned(String name, Rate mean, Estimate sharpe, Rate worstFall) implements Serializable {
        public Earned {
            Require.components(Earned.class, name, mean, sharpe, worstFall);
        }
    }

    /**
     * A naive benchmark.
     *
     * @param earned what it earned
     * @param lead the model's Sharpe ratio less its own
     */
    public record Benchmark(Earned earned, Estimate lead) implements Serializable {
        public Benchmark {
            Require.components(Benchmark.class, earned, lead);
        }
    }

    /**
     * Which part of the positions earned or lost, a year.
     *
     * @param longs the mean return while long, before costs
     * @param shorts the mean return while short, before costs
     * @param costs what trading cost
     * @param turnover how much was traded, in units of the capital
     * @param timeInMarket the share of days with a position, from 0 to 1
     */
    public record Sides(Rate longs, Rate shorts, Rate costs, double turnover, double timeInMarket)
            implements Serializable {
        public Sides {
            Require.components(Sides.class, longs, shorts, costs);
            Require.finite(turnover, "turnover");
            Require.finite(timeInMarket, "timeInMarket");
        }
    }

    /**
     * The calls of one direction.
     *
     * @param n how many days had such a call and a matured outcome
     * @param effectiveN how many would be left if outcomes did not overlap
     * @param hitRate the share that was right, NaN without a call
     * @param baseRate the share of all days that moved this way
     * @param lead the hit rate less the base rate
     */
    public record Calls(int n, double effectiveN, double hitRate, double baseRate, Estimate lead)
            implements Serializable {

        public Calls {
            Require.components(Calls.class, lead);
            Require.atLeast(n, 0, "n");
            Require.finite(effectiveN, "effectiveN");
            Require.finite(hitRate, "hitRate");
            Require.finite(baseRate, "baseRate");
        }

        /** The hit rate in percent against that of all days. */
        @Override
        public String toString() {
            return n == 0
                    ? "none"
                    : NumberText.of(
                            "right %.1f %% of %d (effective %.0f), all days %.1f %%, lead %+.1f [%+.1f, %+.1f]",
                            100 * hitRate,
                            n,
                            effectiveN,
                            100 * baseRate,
                            100 * lead.value(),
                            100 * lead.low(),
                            100 * lead.high());
        }
    }

    /**
     * A part of the days.
     *
     * @param name its dates or regime
     * @param n how many returns
     * @param sharpe the model's annualised Sharpe ratio, NaN if returns did not vary
     * @param held that of buy and hold
     */
    public record Part(String name, int n, double sharpe, double held) implements Serializable {

        public Part {
            Require.components(Part.class, name);
            Require.atLeast(n, 0, "n");
            Require.finite(sharpe, "sharpe");
            Require.finite(held, "held");
        }

        /** The part, the model's ratio and that of buy and hold. */
        @Override
        public String toString() {
            return NumberText.of("%s %.2f (held %.2f, n %d)", name, sharpe, held, n);
        }
    }

    /**
     * The benchmark that did best.
     *
     * @return that of the largest Sharpe ratio, the first of equals
     */
    public Benchmark best() {
        return benchmarks.stream()
                .max(Comparator.comparingDouble(ModelRecord::sharpeOf))
                .orElseThrow();
    }

    private static double sharpeOf(Benchmark benchmark) {
        double sharpe = benchmark.earned().sharpe().value();
        return Double.isNaN(sharpe) ? Double.NEGATIVE_INFINITY : sharpe;
    }

    /**
     * Whether the model has an edge: a Sharpe ratio above zero and above the best benchmark; shown if both intervals lie
     * above zero and the deflated Sharpe ratio is 0.95 or more.
     *
     * @return none, not shown or shown
     */
    public Edge edge() {
        double sharpe = earned.sharpe().value();
        if (!(sharpe > Math.max(0, sharpeOf(best())))) {
            return Edge.NONE;
        }
        return doubts().isEmpty() ? Edge.SHOWN : Edge.NOT_SHOWN;
    }

    private List<String> doubts() {
        List<String> doubts = new ArrayList<>();
        if (!(earned.sharpe().low() > 0)) {
            doubts.add("its interval reaches zero");
        }
        if (!(best().lead().low() > 0)) {
            doubts.add("its lead over " + best().earned().name() + " may be chance");
        }
        if (!(deflatedSharpe >= CONFIDENCE)) {
            doubts.add(NumberText.of(
                    "the deflated Sharpe ratio of %d tried is %.2f", protocol.variantsTried(), deflatedSharpe));
        }
        return doubts;
    }

    /**
     * The edge in plain words.
     *
     * @return one sentence
     */
    public String verdict() {
        double sharpe = earned.sharpe().value();
        String rival = NumberText.of(
                "%s (%.2f)", best().earned().name(), best().earned().sharpe().value());
        String ratio = NumberText.of("Sharpe ratio %.2f after costs", sharpe);
        return switch (edge()) {
            case NONE -> {
                if (Double.isNaN(sharpe)) {
                    yield "No edge: it took no position.";
                }
                yield "No edge: " + ratio + (sharpe > 0 ? " does not beat " : ", it lost; best was ") + rival + ".";
            }
            case NOT_SHOWN ->
                "Edge not shown: " + ratio + " beats " + rival + ", but " + String.join("; ", doubts()) + ".";
            case SHOWN -> "Edge: " + ratio + " beats " + rival + " by more than chance explains.";
        };
    }

    /**
     * Records as a table, one row each: the Sharpe ratio after costs with its interval, the deflated one, how many percent
     * of the calls were right against all days, and the best naive benchmark.
     *
     * @param records any records
     * @return rows of text below a header
     */
    public static String table(Collection<ModelRecord> records) {
        return "asset         model               n  Sharpe [90 %]         deflated  bullish (all)  bearish (all) "
                + " best benchmark           edge\n"
                + records.stream().map(ModelRecord::row).collect(Collectors.joining("\n"));
    }

    private String row() {
        return NumberText.of(
                "%-13s %-14s %6d  %s  %7.2f    %4.1f (%4.1f)    %4.1f (%4.1f)   %5.2f %-17s  %s",
                asset,
                model,
                n,
                earned.sharpe(),
                deflatedSharpe,
                100 * bullish.hitRate(),
                100 * bullish.baseRate(),
                100 * bearish.hitRate(),
                100 * bearish.baseRate(),
                sharpeOf(best()),
                best().earned().name(),
                edge().name().toLowerCase(Locale.ROOT).replace('_', ' '));
    }

    /** The verdict, what model and benchmarks earned, sides, calls, eras and regimes. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%s on %s, %s to %s, %d returns, cost %s\n%s\n%-20s %7s %22s %8s  %s",
                model,
                asset,
                first,
                last,
                n,
                protocol.cost(),
                verdict(),
                "",
                "mean %",
                "Sharpe [90 %]",
                "worst %",
                "model's lead"));
        text.append(line(earned));
        benchmarks.forEach(
                benchmark -> text.append(line(benchmark.earned())).append("  ").append(benchmark.lead()));
        text.append(NumberText.of(
                "\na year: long %+.2f %%, short %+.2f %%, costs %.2f %%, turnover %.1f, in the market %.0f %%; deflated"
                        + " Sharpe ratio %.2f of %d tried",
                sides.longs().percent(),
                sides.shorts().percent(),
                sides.costs().percent(),
                sides.turnover(),
                100 * sides.timeInMarket(),
                deflatedSharpe,
                protocol.variantsTried()));
        text.append(NumberText.of(
                "\ncalls %d ahead, rank correlation %.3f\n  bullish %s\n  bearish %s",
                protocol.horizon(), rankCorrelation, bullish, bearish));
        return text.append(parts("\neras: ", eras))
                .append(parts("\nregimes: ", regimes))
                .toString();
    }

    private static String line(Earned earned) {
        return NumberText.of(
                "\n%-20s %7.2f %22s %8.1f",
                earned.name(),
                earned.mean().percent(),
                earned.sharpe(),
                earned.worstFall().percent());
    }

    private static String parts(String name, List<Part> parts) {
        return parts.isEmpty() ? "" : name + parts.stream().map(Part::toString).collect(Collectors.joining(", "));
    }
}
