package io.github.macroregime.equities.linking;

import static io.github.macroregime.equities.golden.GoldenFile.numbers;
import static io.github.macroregime.equities.golden.GoldenFile.table;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.macroregime.core.stats.Moments;
import io.github.macroregime.equities.golden.GoldenFile;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The files are exact to 20 decimals and effects lie below one: a few roundings of double arithmetic, 1e-15. */
class LinksGolden {

    private static final double TOLERANCE = 1e-15;

    @Test
    void frongello_two_periods() {
        GoldenFile golden = GoldenFile.read("frongello_two_period.json");
        JsonNode root = golden.root();
        double[] rp = numbers(root.get("rp"));
        double[] rb = numbers(root.get("rb"));
        golden.compare("portfolio", Links.compounded(rp), root.get("cum_portfolio"));
        golden.compare("benchmark", Links.compounded(rb), root.get("cum_benchmark"));
        compareMethods(golden, root, table(root.get("effects")), rp, rb);
        golden.within(TOLERANCE);
    }

    @Test
    void edge_cases() {
        GoldenFile golden = GoldenFile.read("linking_edge_cases.json");
        for (JsonNode each : golden.root().get("cases")) {
            compareMethods(
                    golden,
                    each.get("linked"),
                    table(each.get("effects")),
                    numbers(each.get("rp")),
                    numbers(each.get("rb")));
        }
        golden.within(TOLERANCE);
    }

    @Test
    void contributions() {
        GoldenFile golden = GoldenFile.read("contribution_linking.json");
        JsonNode root = golden.root();
        double[][] contributions = table(root.get("contributions"));
        double[] returns = numbers(root.get("period_return"));
        double[] none = new double[returns.length];
        golden.compare("cumulative", Links.compounded(returns), root.get("cum_return"));
        compare(golden, "carino", Links.linked(Linking.CARINO, contributions, returns, none), root.get("carino"));
        compare(golden, "menchero", Links.linked(Linking.MENCHERO, contributions, returns, none), root.get("menchero"));
        JsonNode byWealth = root.get("base_adjusted_start_of_period_wealth");
        compare(golden, "points", Links.linked(Linking.POINTS, contributions, returns, none), byWealth);
        compare(golden, "grap", Links.linked(Linking.GRAP, contributions, returns, none), byWealth);
        compare(golden, "frongello", Links.linked(Linking.FRONGELLO, contributions, returns, none), byWealth);
        golden.within(TOLERANCE);
    }

    @Test
    void contributions_carried_to_the_end() {
        GoldenFile golden = GoldenFile.read("contribution_linking.json");
        JsonNode root = golden.root();
        double[][] contributions = table(root.get("contributions"));
        double[] after = Links.growthAfter(numbers(root.get("period_return")));
        for (int t = 0; t < after.length; t++) {
            double growth = after[t];
            contributions[t] =
                    Arrays.stream(contributions[t]).map(c -> growth * c).toArray();
        }
        compare(golden, "reinvested", contributions, root.get("reinvested_to_end"));
        golden.within(TOLERANCE);
    }

    private static void compareMethods(
            GoldenFile golden, JsonNode expected, double[][] effects, double[] rp, double[] rb) {
        for (Linking method : Linking.values()) {
            if (method != Linking.POINTS) {
                String name = method.name().toLowerCase(Locale.ROOT);
                compare(golden, name, Links.linked(method, effects, rp, rb), expected.get(name));
            }
        }
    }

    private static void compare(GoldenFile golden, String name, double[][] linked, JsonNode expected) {
        golden.compare(name, linked, expected.get("per_period"));
        golden.compare(name + " total", totals(linked), expected.get("total"));
    }

    static double[] totals(double[][] linked) {
        double[] totals = new double[linked[0].length];
        for (int i = 0; i < totals.length; i++) {
            int column = i;
            totals[i] = Moments.sum(
                    Arrays.stream(linked).mapToDouble(row -> row[column]).toArray());
        }
        return totals;
    }
}
