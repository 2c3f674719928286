package io.github.macroregime.equities.linking;

import static io.github.macroregime.fixture.GoldenFile.numbers;
import static io.github.macroregime.fixture.GoldenFile.rows;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.macroregime.core.stats.Moments;
import io.github.macroregime.fixture.Deviation;
import io.github.macroregime.fixture.GoldenFile;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The files are exact to 20 decimals and effects lie below one: a few roundings of double arithmetic, 1e-15. */
class LinksGolden {

    private static final double TOLERANCE = 1e-15;

    @Test
    void frongello_two_periods() {
        JsonNode root = GoldenFile.json("frongello_two_period.json");
        Deviation deviation = Deviation.absolute("frongello_two_period.json");
        double[] rp = numbers(root.get("rp"));
        double[] rb = numbers(root.get("rb"));
        deviation.compare("portfolio", Links.compounded(rp), root.get("cum_portfolio"));
        deviation.compare("benchmark", Links.compounded(rb), root.get("cum_benchmark"));
        compareMethods(deviation, root, rows(root.get("effects")), rp, rb);
        deviation.isAtMost(TOLERANCE);
    }

    @Test
    void edge_cases() {
        Deviation deviation = Deviation.absolute("linking_edge_cases.json");
        for (JsonNode each : GoldenFile.json("linking_edge_cases.json").get("cases")) {
            compareMethods(
                    deviation,
                    each.get("linked"),
                    rows(each.get("effects")),
                    numbers(each.get("rp")),
                    numbers(each.get("rb")));
        }
        deviation.isAtMost(TOLERANCE);
    }

    @Test
    void contributions() {
        JsonNode root = GoldenFile.json("contribution_linking.json");
        Deviation deviation = Deviation.absolute("contribution_linking.json");
        double[][] contributions = rows(root.get("contributions"));
        double[] returns = numbers(root.get("period_return"));
        double[] none = new double[returns.length];
        deviation.compare("cumulative", Links.compounded(returns), root.get("cum_return"));
        compare(deviation, "carino", Links.linked(Linking.CARINO, contributions, returns, none), root.get("carino"));
        compare(
                deviation,
                "menchero",
                Links.linked(Linking.MENCHERO, contributions, returns, none),
                root.get("menchero"));
        JsonNode byWealth = root.get("base_adjusted_start_of_period_wealth");
        compare(deviation, "points", Links.linked(Linking.POINTS, contributions, returns, none), byWealth);
        compare(deviation, "grap", Links.linked(Linking.GRAP, contributions, returns, none), byWealth);
        compare(deviation, "frongello", Links.linked(Linking.FRONGELLO, contributions, returns, none), byWealth);
        deviation.isAtMost(TOLERANCE);
    }

    @Test
    void contributions_carried_to_the_end() {
        JsonNode root = GoldenFile.json("contribution_linking.json");
        Deviation deviation = Deviation.absolute("contribution_linking.json");
        double[][] contributions = rows(root.get("contributions"));
        double[] after = Links.growthAfter(numbers(root.get("period_return")));
        for (int t = 0; t < after.length; t++) {
            double growth = after[t];
            contributions[t] =
                    Arrays.stream(contributions[t]).map(c -> growth * c).toArray();
        }
        compare(deviation, "reinvested", contributions, root.get("reinvested_to_end"));
        deviation.isAtMost(TOLERANCE);
    }

    private static void compareMethods(
            Deviation deviation, JsonNode expected, double[][] effects, double[] rp, double[] rb) {
        for (Linking method : Linking.values()) {
            if (method != Linking.POINTS) {
                String name = method.name().toLowerCase(Locale.ROOT);
                compare(deviation, name, Links.linked(method, effects, rp, rb), expected.get(name));
            }
        }
    }

    private static void compare(Deviation deviation, String name, double[][] linked, JsonNode expected) {
        deviation.compare(name, linked, expected.get("per_period"));
        deviation.compare(name + " total", totals(linked), expected.get("total"));
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
