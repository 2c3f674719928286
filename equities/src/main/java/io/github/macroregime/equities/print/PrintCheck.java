package io.github.macroregime.equities.print;

import io.github.macroregime.core.check.Finding;
import io.github.macroregime.core.check.Verdict;
import io.github.macroregime.core.stats.Moments;
import io.github.macroregime.core.unit.NumberText;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.equities.breadth.Breadth;
import io.github.macroregime.equities.contribution.Basket;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Consistency check of a printed table: the sentences beside it against its figures.
 *
 * <p>Each finding holds the sentence, the verdict, and the arithmetic behind it.
 */
public final class PrintCheck {

    private static final double NOISE = 1e-15;

    private PrintCheck() {}

    /**
     * What the table itself states, and each claim made beside it.
     *
     * <p>First come the standing checks: whether the contributions sum to the printed return of the index (undecided
     * where they do not but rounding can be the reason), whether
     * weights that sum to one fit, whether the printed return is feasible. Then one finding for each claim, in order.
     *
     * @param day the printed table
     * @param claims the sentences beside it
     * @return the findings
     * @throws IllegalArgumentException if a claim names a sector that the table does not hold
     */
    public static List<Finding> check(PrintedDay day, List<Claim> claims) {
        List<Finding> findings = new ArrayList<>();
        findings.add(sum(day));
        findings.add(weights(day));
        findings.add(returned(day, day.indexReturn()));
        claims.forEach(claim -> findings.add(check(day, claim)));
        return List.copyOf(findings);
    }

    /**
     * What the figures say to one claim.
     *
     * @param day the printed table
     * @param claim the sentence
     * @return the finding
     * @throws IllegalArgumentException if the claim names a sector that the table does not hold
     */
    public static Finding check(PrintedDay day, Claim claim) {
        if (claim instanceof Claim.AmongFirst first) {
            return amongFirst(day, first);
        }
        if (claim instanceof Claim.InLineWith inLine) {
            return inLine(day, inLine);
        }
        if (claim instanceof Claim.FiledUnder filed) {
            return filed(day, filed);
        }
        if (claim instanceof Claim.IndexReturned index) {
            return returned(day, index.indexReturn());
        }
        return claim instanceof Claim.BreadthImprovedFrom from
                ? breadthImproved(day, from.before())
                : breadthUnknown(day);
    }

    /**
     * The claims in "these led the market": each sector among the first by return and by contribution, as many
     * places counting as sectors are named.
     *
     * @param ids the sectors
     * @return two claims for each sector
     */
    public static List<Claim> leadership(String... ids) {
        List<Claim> claims = new ArrayList<>();
        for (String id : ids) {
            claims.add(new Claim.AmongFirst(id, Claim.Measure.RETURN, ids.length));
            claims.add(new Claim.AmongFirst(id, Claim.Measure.CONTRIBUTION, ids.length));
        }
        return List.copyOf(claims);
    }

    private static Finding sum(PrintedDay day) {
        Rate sum = day.sumOfContributions();
        String addends =
                day.lines().stream().map(line -> signed(line.contribution())).collect(Collectors.joining(" "));
        return new Finding(
                "The contributions sum to " + signed(day.indexReturn()) + " pp",
                verdictOfSum(day, sum),
                addends + " = " + signed(sum) + " pp; rounding alone can move the sum by "
                        + number(day.roundingOfSum(), 4) + " pp");
    }

    // A sum that differs by no more than half a unit for each figure may be that of the true figures.
    private static Verdict verdictOfSum(PrintedDay day, Rate sum) {
        Rate gap = day.indexReturn().minus(sum).abs();
        if (sum.equals(day.indexReturn())) {
            return Verdict.CONSISTENT;
        }
        return reaches(day.roundingOfSum().plus(day.halfUnit()), gap) ? Verdict.UNDECIDED : Verdict.INCONSISTENT;
    }

    // Differences of printed figures are exact only up to the last binary digit.
    private static boolean reaches(Rate limit, Rate distance) {
        return distance.decimal() <= limit.decimal() + NOISE;
    }

    private static Finding weights(PrintedDay day) {
        List<ImpliedWeight> weights = PrintedIntervals.impliedWeights(day);
        double points = sum(weights, weight -> weight.point().orElse(0));
        double low = sum(weights, ImpliedWeight::low);
        double high = sum(weights, ImpliedWeight::high);
        return new Finding(
                "Weights that sum to 100 % fit contributions and returns",
                Verdict.of(low <= 1 && high >= 1),
                NumberText.of(
                        "contribution over return sums to %.2f %%, with rounding to between %.2f %% and %.2f %%",
                        100 * points, 100 * low, 100 * high));
    }

    private static double sum(List<ImpliedWeight> weights, Function<ImpliedWeight, Double> part) {
        return Moments.sum(weights.stream().mapToDouble(part::apply).toArray());
    }

    private static Finding returned(PrintedDay day, Rate indexReturn) {
        FeasibleReturn feasible = PrintedIntervals.indexReturn(day);
        return new Finding(
                "The index returned " + number(indexReturn, 4) + " %",
                Verdict.of(feasible.allows(indexReturn)),
                "returns that fit the printed figures and weights that sum to 100 %: " + feasible);
    }

    private static Finding amongFirst(PrintedDay day, Claim.AmongFirst claim) {
        Function<PrintedDay.Line, Rate> measure =
                claim.measure() == Claim.Measure.RETURN ? PrintedDay.Line::periodReturn : PrintedDay.Line::contribution;
        Rate own = measure.apply(line(day, claim.id()));
        long above = day.lines().stream()
                .filter(line -> measure.apply(line).compareTo(own) > 0)
                .count();
        long equal = day.lines().stream()
                .filter(line -> measure.apply(line).equals(own))
                .count();
        String rank = equal == 1 ? "rank " + (above + 1) : "tied for ranks " + (above + 1) + " to " + (above + equal);
        boolean tiedAcross = above < claim.places() && above + equal > claim.places();
        return new Finding(
                claim.id() + " is among the first " + claim.places() + " by " + claim.measure(),
                tiedAcross ? Verdict.UNDECIDED : Verdict.of(above + equal <= claim.places()),
                signed(own) + (claim.measure() == Claim.Measure.RETURN ? " %, " : " pp, ") + rank + " of "
                        + day.lines().size());
    }

    private static Finding inLine(PrintedDay day, Claim.InLineWith claim) {
        Rate own = line(day, claim.id()).periodReturn();
        Rate yardstick = claim.yardstick() == Claim.Yardstick.INDEX ? day.indexReturn() : equalWeightMean(day);
        Rate distance = own.minus(yardstick);
        return new Finding(
                claim.id() + " moved in line with " + claim.yardstick(),
                Verdict.of(reaches(claim.tolerance(), distance.abs())),
                signed(own) + " % against " + signed(yardstick) + " %: " + signed(distance) + " pp, in line up to "
                        + number(claim.tolerance(), 2) + " pp");
    }

    private static Rate equalWeightMean(PrintedDay day) {
        return Rate.ofDecimal(Moments.mean(day.lines().stream()
                .mapToDouble(line -> line.periodReturn().decimal())
                .toArray()));
    }

    private static Finding filed(PrintedDay day, Claim.FiledUnder claim) {
        line(day, claim.id());
        List<String> holding = claim.baskets().stream()
                .filter(basket -> basket.holds(claim.id()))
                .map(Basket::name)
                .toList();
        Basket named = claim.baskets().stream()
                .filter(basket -> basket.name().equals(claim.basket()))
                .findFirst()
                .orElseThrow();
        return new Finding(
                claim.id() + " belongs to " + claim.basket(),
                Verdict.of(named.holds(claim.id())),
                claim.basket() + " " + named.members() + " contributed "
                        + signed(day.report().basket(named).contribution()) + " pp; " + claim.id() + " is filed under "
                        + (holding.isEmpty() ? "no basket" : String.join(", ", holding)) + " and contributed "
                        + signed(line(day, claim.id()).contribution()) + " pp");
    }

    private static Finding breadthImproved(PrintedDay day, PrintedDay before) {
        Breadth now = breadth(day);
        Breadth then = breadth(before);
        return new Finding(
                "Breadth improved from " + before.date(),
                Verdict.of(now.netAdvances() > then.netAdvances()),
                then + " became " + now);
    }

    private static Finding breadthUnknown(PrintedDay day) {
        return new Finding(
                "Breadth improved from the day before",
                Verdict.UNDECIDED,
                breadth(day) + "; the table does not show the day before");
    }

    private static Breadth breadth(PrintedDay day) {
        return Breadth.of(day.report(), Breadth.Options.withDefaults()).orElseThrow();
    }

    private static PrintedDay.Line line(PrintedDay day, String id) {
        return day.line(id)
                .orElseThrow(() -> new IllegalArgumentException("id must be a row of the table but was " + id));
    }

    private static String signed(Rate rate) {
        return NumberText.of("%+.2f", rate.percent());
    }

    private static String number(Rate rate, int places) {
        return NumberText.of("%." + places + "f", rate.percent());
    }
}
