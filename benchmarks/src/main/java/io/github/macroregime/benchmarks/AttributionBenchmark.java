package io.github.macroregime.benchmarks;

import static java.util.stream.Collectors.groupingBy;

import io.github.macroregime.benchmarks.results.Candidate;
import io.github.macroregime.benchmarks.results.Comparison;
import io.github.macroregime.benchmarks.results.Role;
import io.github.macroregime.equities.attribution.DailyGroups;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

/**
 * Contributions by stock and Brinson-Fachler by sector, linked by Cariño: 500 stocks, 2,520 days, 11 sectors.
 *
 * <p>No Java library was found that does it. The naive reference keeps a record for each stock and groups with streams;
 * it gives no contributions by stock. The bound reads the three matrices once and computes nothing.
 *
 * <pre>mvn -Pbench verify -DskipTests -Dbench.include=AttributionBenchmark</pre>
 */
@Comparison(title = "Contribution and attribution", per = "stock and day")
public class AttributionBenchmark extends Timed {

    private static final int STOCKS = 500;
    private static final int DAYS = 2_520;
    private static final int SECTORS = 11;
    private static final int CELLS = STOCKS * DAYS;

    private final double[] portfolio = new double[CELLS];
    private final double[] benchmark = new double[CELLS];
    private final double[] returns = new double[CELLS];
    private final int[] sorted = new int[STOCKS];
    private final int[] mixed = new int[STOCKS];

    @Override
    void fill() {
        Random random = new Random(20250722);
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < STOCKS; i++) {
            sorted[i] = i * SECTORS / STOCKS;
            order.add(sorted[i]);
        }
        Collections.shuffle(order, random);
        for (int i = 0; i < STOCKS; i++) {
            mixed[i] = order.get(i);
        }
        for (int start = 0; start < CELLS; start += STOCKS) {
            fillDay(random, portfolio, start);
            fillDay(random, benchmark, start);
            for (int i = start; i < start + STOCKS; i++) {
                returns[i] = 0.015 * random.nextGaussian();
            }
        }
    }

    private static void fillDay(Random random, double[] weights, int start) {
        double sum = 0;
        for (int i = start; i < start + STOCKS; i++) {
            weights[i] = 0.1 + random.nextDouble();
            sum += weights[i];
        }
        for (int i = start; i < start + STOCKS; i++) {
            weights[i] /= sum;
        }
    }

    @Override
    void compare() {
        DailyGroups ours = library();
        Map<Integer, Double> naive = recordsAndStreams();
        for (int sector = 0; sector < SECTORS; sector++) {
            double effects = ours.allocation().get(sector)
                    + ours.selection().get(sector)
                    + ours.interaction().get(sector);
            Agreement.require("sector " + sector, effects, naive.getOrDefault(sector, Double.NaN), 1e-10);
        }
        DailyGroups mixedOrder = libraryInAnyOrder();
        Agreement.require(
                "any order", ours.excess().decimal(), mixedOrder.excess().decimal(), 1e-10);
    }

    /** The library, stocks sorted by sector. */
    @Benchmark
    @OperationsPerInvocation(CELLS)
    @Candidate(question = "Brinson-Fachler and Cariño", role = Role.OURS)
    public DailyGroups library() {
        return DailyGroups.carino(portfolio, benchmark, returns, sorted, SECTORS);
    }

    /** The library, stocks in any order. */
    @Benchmark
    @OperationsPerInvocation(CELLS)
    @Candidate(question = "Brinson-Fachler and Cariño", role = Role.OURS_OTHERWISE, by = "stocks in any order")
    public DailyGroups libraryInAnyOrder() {
        return DailyGroups.carino(portfolio, benchmark, returns, mixed, SECTORS);
    }

    /** The bound: every number is read once. */
    @Benchmark
    @OperationsPerInvocation(CELLS)
    @Candidate(question = "Brinson-Fachler and Cariño", role = Role.BOUND, by = "one read")
    public double readOnce() {
        double p = 0;
        double b = 0;
        double r = 0;
        for (int i = 0; i < CELLS; i++) {
            p += portfolio[i];
            b += benchmark[i];
            r += returns[i];
        }
        return p + b + r;
    }

    private record Cell(int sector, double wp, double wb, double change) {}

    /** The naive reference: records, streams and maps. */
    @Benchmark
    @OperationsPerInvocation(CELLS)
    @Candidate(
            question = "Brinson-Fachler and Cariño",
            role = Role.NAIVE,
            by = "records and streams",
            note = "no contributions by stock")
    public Map<Integer, Double> recordsAndStreams() {
        Map<Integer, Double> linked = new TreeMap<>();
        double growthOfPortfolio = 1;
        double growthOfBenchmark = 1;
        for (int start = 0; start < CELLS; start += STOCKS) {
            List<Cell> cells = new ArrayList<>();
            for (int i = 0; i < STOCKS; i++) {
                cells.add(new Cell(sorted[i], portfolio[start + i], benchmark[start + i], returns[start + i]));
            }
            double wholeRp = cells.stream().mapToDouble(c -> c.wp * c.change).sum();
            double wholeRb = cells.stream().mapToDouble(c -> c.wb * c.change).sum();
            double k = (Math.log(1 + wholeRp) - Math.log(1 + wholeRb)) / (wholeRp - wholeRb);
            cells.stream().collect(groupingBy(Cell::sector)).forEach((sector, members) -> {
                double wp = members.stream().mapToDouble(Cell::wp).sum();
                double wb = members.stream().mapToDouble(Cell::wb).sum();
                double rp = members.stream().mapToDouble(c -> c.wp * c.change).sum() / wp;
                double rb = members.stream().mapToDouble(c -> c.wb * c.change).sum() / wb;
                linked.merge(sector, k * ((wp - wb) * (rb - wholeRb) + wp * (rp - rb)), Double::sum);
            });
            growthOfPortfolio *= 1 + wholeRp;
            growthOfBenchmark *= 1 + wholeRb;
        }
        double whole =
                (Math.log(growthOfPortfolio) - Math.log(growthOfBenchmark)) / (growthOfPortfolio - growthOfBenchmark);
        linked.replaceAll((sector, effect) -> effect / whole);
        return linked;
    }
}
