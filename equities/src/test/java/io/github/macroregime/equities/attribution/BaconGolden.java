package io.github.macroregime.equities.attribution;

import static io.github.macroregime.fixture.GoldenFile.numbers;
import static io.github.macroregime.fixture.GoldenFile.rows;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.equities.attribution.AttributionOptions.AllocationModel;
import io.github.macroregime.equities.attribution.AttributionOptions.InteractionView;
import io.github.macroregime.equities.linking.Linking;
import io.github.macroregime.equities.linking.Links;
import io.github.macroregime.fixture.Deviation;
import io.github.macroregime.fixture.GoldenFile;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The file is exact to 20 decimals and effects lie below one: a few roundings of double arithmetic, 1e-15. */
class BaconGolden {

    private static final double TOLERANCE = 1e-15;

    private final JsonNode root = GoldenFile.json("bacon_uk_japan_us.json");
    private final Deviation deviation = Deviation.absolute("bacon_uk_japan_us.json");

    @Test
    void single_periods() {
        List<ArithmeticAttribution> fachler = periods(AttributionOptions.withDefaults());
        compare("portfolio", fachler, each -> each.portfolioReturn(), "portfolio_return");
        compare("benchmark", fachler, each -> each.benchmarkReturn(), "benchmark_return");
        compareLines("bf", fachler, EffectLine::allocation, "bf_allocation");
        compareLines("selection", fachler, EffectLine::selection, "selection");
        compareLines("interaction", fachler, EffectLine::interaction, "interaction");
        AttributionOptions bhb = AttributionOptions.withDefaults().withModel(AllocationModel.BRINSON_HOOD_BEEBOWER);
        compareLines("bhb", periods(bhb), EffectLine::allocation, "bhb_allocation");
        compareLines("top-down", periods(topDown()), EffectLine::selection, "selection_incl_interaction");
        deviation.isAtMost(TOLERANCE);
    }

    @Test
    void linked_periods() {
        for (Linking method : List.of(Linking.CARINO, Linking.MENCHERO, Linking.GRAP, Linking.FRONGELLO)) {
            JsonNode expected = root.get("linked").get(method.name().toLowerCase(Locale.ROOT));
            LinkedAttribution linked = LinkedAttribution.of(periods(topDown()), method);
            deviation.compare(
                    method + " allocation", totals(linked, EffectLine::allocation), expected.get("allocation_total"));
            deviation.compare(
                    method + " selection", totals(linked, EffectLine::selection), expected.get("selection_total"));
            deviation.compare(method + " total", linked.total().total().decimal(), expected.get("grand_total"));
            deviation.compare(method + " excess", linked.excess().decimal(), root.get("cum_arithmetic_excess"));
            deviation.compare(method + " portfolio", linked.portfolioReturn().decimal(), root.get("cum_portfolio"));
            deviation.compare(method + " benchmark", linked.benchmarkReturn().decimal(), root.get("cum_benchmark"));
            compareByPeriod(method, linked, expected);
        }
        deviation.isAtMost(TOLERANCE);
    }

    @Test
    void linked_segments_of_each_period() {
        double[] rp = numbers(root.get("portfolio_return"));
        double[] rb = numbers(root.get("benchmark_return"));
        for (Linking method : List.of(Linking.CARINO, Linking.MENCHERO, Linking.GRAP, Linking.FRONGELLO)) {
            JsonNode expected = root.get("linked").get(method.name().toLowerCase(Locale.ROOT));
            for (String effect : List.of("allocation", "selection_incl_interaction")) {
                double[][] single = rows(root.get(effect.equals("allocation") ? "bf_allocation" : effect));
                deviation.compare(method + effect, Links.linked(method, single, rp, rb), expected.get(effect));
            }
        }
        deviation.isAtMost(TOLERANCE);
    }

    private void compareByPeriod(Linking method, LinkedAttribution linked, JsonNode expected) {
        for (int t = 0; t < linked.byPeriod().size(); t++) {
            double allocation =
                    Arrays.stream(numbers(expected.get("allocation").get(t))).sum();
            deviation.compare(
                    method + " in " + t, linked.byPeriod().get(t).allocation().decimal(), allocation);
        }
    }

    @Test
    void geometric_periods_chain() {
        List<GeometricAttribution> periods = IntStream.range(0, 4)
                .mapToObj(t -> GeometricAttribution.of(date(t), segments(t)))
                .toList();
        for (int t = 0; t < periods.size(); t++) {
            deviation.compare(
                    "A" + t,
                    effects(periods.get(t).lines(), EffectLine::allocation),
                    root.get("geo_allocation").get(t));
            deviation.compare(
                    "S" + t,
                    effects(periods.get(t).lines(), EffectLine::selection),
                    root.get("geo_selection").get(t));
            deviation.compare(
                    "closure",
                    periods.get(t).explained().decimal(),
                    periods.get(t).excess().decimal());
        }
        deviation.compare(
                "A", chained(periods, GeometricAttribution::allocation), root.get("geo_allocation_linked_total"));
        deviation.compare(
                "S", chained(periods, GeometricAttribution::selection), root.get("geo_selection_linked_total"));
        deviation.compare("G", chained(periods, GeometricAttribution::explained), root.get("geo_total"));
        deviation.compare("excess", chained(periods, GeometricAttribution::excess), root.get("cum_geometric_excess"));
        deviation.isAtMost(TOLERANCE);
    }

    @Test
    void davies_laker() {
        double[][] wp = rows(root.get("wp"));
        double[][] wb = rows(root.get("wb"));
        double[] effects = Links.daviesLaker(
                numbers(root.get("portfolio_return")),
                numbers(root.get("benchmark_return")),
                products(wp, rows(root.get("Rb"))),
                products(wb, rows(root.get("Rp"))));
        JsonNode expected = root.get("davies_laker");
        deviation.compare("allocation", effects[0], expected.get("allocation"));
        deviation.compare("selection", effects[1], expected.get("selection"));
        deviation.compare("interaction", effects[2], expected.get("interaction"));
        for (AllocationModel model : AllocationModel.values()) {
            EffectLine total = LinkedAttribution.daviesLaker(
                    periods(AttributionOptions.withDefaults().withModel(model)));
            deviation.compare(model + " allocation", total.allocation().decimal(), expected.get("allocation"));
            deviation.compare(model + " selection", total.selection().decimal(), expected.get("selection"));
            deviation.compare(model + " interaction", total.interaction().decimal(), expected.get("interaction"));
        }
        deviation.isAtMost(TOLERANCE);
    }

    private static double[] products(double[][] weights, double[][] returns) {
        return IntStream.range(0, weights.length)
                .mapToDouble(t -> IntStream.range(0, weights[t].length)
                        .mapToDouble(i -> weights[t][i] * returns[t][i])
                        .sum())
                .toArray();
    }

    private static double chained(List<GeometricAttribution> periods, Function<GeometricAttribution, Rate> effect) {
        return GeometricAttribution.compounded(periods.stream().map(effect).toList())
                .decimal();
    }

    private static AttributionOptions topDown() {
        return AttributionOptions.withDefaults().withInteraction(InteractionView.IN_SELECTION);
    }

    private List<ArithmeticAttribution> periods(AttributionOptions options) {
        return IntStream.range(0, 4)
                .mapToObj(t -> ArithmeticAttribution.of(date(t), segments(t), options))
                .toList();
    }

    private static LocalDate date(int period) {
        return LocalDate.of(2008, 3, 31).plusMonths(3L * period);
    }

    private List<Segment> segments(int period) {
        double[] wp = numbers(root.get("wp").get(period));
        double[] wb = numbers(root.get("wb").get(period));
        double[] rp = numbers(root.get("Rp").get(period));
        double[] rb = numbers(root.get("Rb").get(period));
        List<Segment> segments = new ArrayList<>();
        for (int i = 0; i < wp.length; i++) {
            segments.add(new Segment(root.get("segments").get(i).asText(), wp[i], wb[i], rp[i], rb[i]));
        }
        return segments;
    }

    private void compare(
            String place,
            List<ArithmeticAttribution> periods,
            Function<ArithmeticAttribution, Rate> value,
            String field) {
        double[] actual = periods.stream()
                .mapToDouble(each -> value.apply(each).decimal())
                .toArray();
        deviation.compare(place, actual, root.get(field));
    }

    private void compareLines(
            String place, List<ArithmeticAttribution> periods, Function<EffectLine, Rate> effect, String field) {
        for (int t = 0; t < periods.size(); t++) {
            deviation.compare(
                    place,
                    effects(periods.get(t).lines(), effect),
                    root.get(field).get(t));
        }
    }

    private static double[] totals(LinkedAttribution linked, Function<EffectLine, Rate> effect) {
        return effects(linked.lines(), effect);
    }

    private static double[] effects(List<EffectLine> lines, Function<EffectLine, Rate> effect) {
        return lines.stream().mapToDouble(line -> effect.apply(line).decimal()).toArray();
    }
}
