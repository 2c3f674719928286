package io.github.macroregime.equities.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.equities.linking.Linking;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class DailyGroupsLaws {

    private static final int GROUPS = 4;
    private static final LocalDate START = LocalDate.of(2025, 1, 1);

    @Property(seed = "20250722", tries = 100)
    void the_panel_gives_what_the_objects_give(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 12) int days,
            @ForAll @IntRange(min = 1, max = 15) int stocks) {
        Random random = new Random(seed);
        int[] group = random.ints(stocks, 0, GROUPS).toArray();
        double[] wp = weights(random, days, stocks);
        double[] wb = weights(random, days, stocks);
        double[] r = random.doubles((long) days * stocks, -0.1, 0.1).toArray();
        DailyGroups panel = DailyGroups.carino(wp, wb, r, group, GROUPS);
        List<ArithmeticAttribution> periods = IntStream.range(0, days)
                .mapToObj(day -> attribution(day, stocks, group, wp, wb, r))
                .toList();
        LinkedAttribution objects = LinkedAttribution.of(periods, Linking.CARINO);
        for (int g = 0; g < GROUPS; g++) {
            EffectLine line = objects.lines().get(g);
            assertThat(panel.allocation().get(g)).isCloseTo(line.allocation().decimal(), within(1e-13));
            assertThat(panel.selection().get(g)).isCloseTo(line.selection().decimal(), within(1e-13));
            assertThat(panel.interaction().get(g)).isCloseTo(line.interaction().decimal(), within(1e-13));
        }
        double explained = panel.allocation().stream().sum()
                + panel.selection().stream().sum()
                + panel.interaction().stream().sum()
                + panel.residual().decimal();
        assertThat(explained).isCloseTo(panel.excess().decimal(), within(1e-12));
        assertThat(panel.contributions().stream().sum())
                .isCloseTo(panel.portfolioReturn().decimal(), within(1e-12));
    }

    private static double[] weights(Random random, int days, int stocks) {
        double[] weights = random.doubles((long) days * stocks).toArray();
        for (int day = 0; day < days; day++) {
            double sum =
                    Arrays.stream(weights, day * stocks, (day + 1) * stocks).sum();
            for (int i = day * stocks; i < (day + 1) * stocks; i++) {
                weights[i] /= sum;
            }
        }
        return weights;
    }

    private static ArithmeticAttribution attribution(
            int day, int stocks, int[] group, double[] wp, double[] wb, double[] r) {
        List<Segment> segments = new ArrayList<>();
        for (int g = 0; g < GROUPS; g++) {
            int wanted = g;
            int[] members = IntStream.range(0, stocks)
                    .filter(i -> group[i] == wanted)
                    .map(i -> day * stocks + i)
                    .toArray();
            double sumWp = Arrays.stream(members).mapToDouble(i -> wp[i]).sum();
            double sumWb = Arrays.stream(members).mapToDouble(i -> wb[i]).sum();
            double rp = Arrays.stream(members).mapToDouble(i -> wp[i] * r[i]).sum() / sumWp;
            double rb = Arrays.stream(members).mapToDouble(i -> wb[i] * r[i]).sum() / sumWb;
            segments.add(new Segment("G" + g, sumWp, sumWb, rp, rb));
        }
        return ArithmeticAttribution.of(START.plusDays(day), segments);
    }

    @Property(seed = "20250722", tries = 50)
    void the_order_of_the_stocks_does_not_matter(@ForAll long seed) {
        Random random = new Random(seed);
        int stocks = 9;
        int[] mixed = random.ints(stocks, 0, GROUPS).toArray();
        double[] wp = weights(random, 3, stocks);
        double[] wb = weights(random, 3, stocks);
        double[] r = random.doubles(3L * stocks, -0.1, 0.1).toArray();
        int[] order = IntStream.range(0, stocks)
                .boxed()
                .sorted((i, j) -> Integer.compare(mixed[i], mixed[j]))
                .mapToInt(i -> i)
                .toArray();
        DailyGroups first = DailyGroups.carino(wp, wb, r, mixed, GROUPS);
        DailyGroups second = DailyGroups.carino(
                permuted(wp, order),
                permuted(wb, order),
                permuted(r, order),
                Arrays.stream(order).map(i -> mixed[i]).toArray(),
                GROUPS);
        for (int g = 0; g < GROUPS; g++) {
            assertThat(second.allocation().get(g)).isCloseTo(first.allocation().get(g), within(1e-14));
        }
        for (int i = 0; i < stocks; i++) {
            assertThat(second.contributions().get(i))
                    .isCloseTo(first.contributions().get(order[i]), within(1e-14));
        }
    }

    private static double[] permuted(double[] rows, int[] order) {
        return IntStream.range(0, rows.length)
                .mapToDouble(i -> rows[i / order.length * order.length + order[i % order.length]])
                .toArray();
    }

    @Example
    void a_missing_number_is_refused_with_its_place() {
        double[] half = {0.5, 0.5, 0.5, 0.5};
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        DailyGroups.carino(half, half, new double[] {0.1, 0.2, 0.1, Double.NaN}, new int[] {0, 1}, 2))
                .withMessage("weights and return of stock 1 on day 1 must be finite but were 0.5, 0.5 and NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DailyGroups.carino(half, half, new double[] {0, 0, -1, -1}, new int[] {0, 1}, 2))
                .withMessage("portfolio and benchmark must return more than -100 % on day 1 but returned -100.0 % and "
                        + "-100.0 %");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DailyGroups.carino(half, half, half, new int[] {0, 2}, 2))
                .withMessage("groupOfStock[1] must lie in [0, 2) but was 2");
    }
}
