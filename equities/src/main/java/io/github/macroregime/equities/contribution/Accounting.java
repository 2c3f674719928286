package io.github.macroregime.equities.contribution;

import io.github.macroregime.core.stats.Moments;
import io.github.macroregime.core.unit.NumberText;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.equities.contribution.ContributionLine.Standing;
import io.github.macroregime.equities.contribution.ContributionPolicy.MissingReturn;
import io.github.macroregime.equities.contribution.ContributionPolicy.ResidualLimit;
import io.github.macroregime.equities.contribution.ContributionPolicy.WeightSum;
import io.github.macroregime.equities.contribution.ContributionReport.Coverage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Turns positions into lines by a policy, and lines into sums. */
final class Accounting {

    private Accounting() {}

    static ContributionReport account(LocalDate date, List<Position> positions, ContributionPolicy policy) {
        List<ContributionLine> lines = new ArrayList<>();
        for (Position position : positions) {
            lines.add(line(position, policy.missingReturn()));
        }
        checkDistinct(lines);
        checkMissing(lines, policy.missingReturn());
        List<ContributionLine> weighted = weighted(lines, policy);
        return new ContributionReport(
                date, weighted, new Reconciliation.Unreported(sum(weighted)), coverage(lines, weighted), policy);
    }

    private static ContributionLine line(Position position, MissingReturn missingReturn) {
        if (position instanceof Position.Held held) {
            return line(held.id(), held.beginWeight(), held.periodReturn(), Standing.OBSERVED);
        }
        if (position instanceof Position.Charge charge) {
            return new ContributionLine(charge.id(), charge.contribution(), 0, Double.NaN, Standing.CHARGE);
        }
        if (missingReturn instanceof MissingReturn.ZeroReturn) {
            return line(position.id(), position.beginWeight(), Rate.ZERO, Standing.ZERO_FILLED);
        }
        if (missingReturn instanceof MissingReturn.CarryForward carry
                && position instanceof Position.Stale stale
                && stale.ageDays() <= carry.maximumAgeDays()) {
            return line(stale.id(), stale.beginWeight(), stale.lastReturn(), Standing.CARRIED);
        }
        return new ContributionLine(position.id(), Rate.ZERO, position.beginWeight(), Double.NaN, Standing.EXCLUDED);
    }

    private static ContributionLine line(String id, double weight, Rate periodReturn, Standing standing) {
        return new ContributionLine(id, periodReturn.times(weight), weight, periodReturn.decimal(), standing);
    }

    static void checkDistinct(List<ContributionLine> lines) {
        Set<String> seen = new HashSet<>();
        for (ContributionLine line : lines) {
            if (!seen.add(line.id())) {
                throw new IllegalArgumentException("ids must be distinct but " + line.id() + " is repeated");
            }
        }
    }

    static void checkResidual(Reconciliation reconciliation, int names, ResidualLimit limit) {
        if (reconciliation instanceof Reconciliation.Compared compared
                && limit instanceof ResidualLimit.RefusedAbove refused) {
            Rate residual = compared.residual();
            Rate largest = refused.perName().times(names);
            if (residual.abs().compareTo(largest) > 0) {
                throw new IllegalArgumentException(NumberText.of(
                        "residual of %.6f %% must not exceed %.6f %%: reported %.6f %%, explained %.6f %%",
                        residual.percent(),
                        largest.percent(),
                        compared.reported().percent(),
                        compared.explained().percent()));
            }
        }
    }

    private static void checkMissing(List<ContributionLine> lines, MissingReturn missingReturn) {
        double limit = limit(missingReturn);
        List<ContributionLine> missing = lines.stream()
                .filter(line -> line.standing() == Standing.EXCLUDED)
                .toList();
        double weight = Moments.sum(
                missing.stream().mapToDouble(line -> Math.abs(line.weight())).toArray());
        if (!(weight <= limit + ContributionPolicy.WEIGHT_NOISE)) {
            throw new IllegalArgumentException("weight without return must not exceed " + limit + " but was " + weight
                    + ": " + ids(missing, line -> true));
        }
    }

    private static double limit(MissingReturn missingReturn) {
        if (missingReturn instanceof MissingReturn.Exclude exclude) {
            return exclude.maximumWeight();
        }
        if (missingReturn instanceof MissingReturn.Renormalise renormalise) {
            return renormalise.maximumWeight();
        }
        return missingReturn instanceof MissingReturn.CarryForward carry
                ? carry.maximumWeight()
                : Double.POSITIVE_INFINITY;
    }

    private static List<ContributionLine> weighted(List<ContributionLine> lines, ContributionPolicy policy) {
        double given = weight(lines, line -> true);
        double factor = policy.weightSum().factor("beginWeights", given);
        List<ContributionLine> weighted = new ArrayList<>(lines);
        if (policy.missingReturn() instanceof MissingReturn.Renormalise) {
            double observed = weight(lines, ContributionLine::counted);
            requireWeight(observed, given);
            weighted.replaceAll(line -> line.counted() ? scaled(line, given / observed) : line);
        }
        weighted.replaceAll(line -> scaled(line, factor));
        if (policy.weightSum() instanceof WeightSum.AddLine) {
            weighted.add(new ContributionLine(WeightSum.UNALLOCATED, Rate.ZERO, 1 - given, 0, Standing.UNALLOCATED));
        }
        return weighted;
    }

    private static void requireWeight(double observed, double given) {
        if (!(Math.abs(observed) > ContributionPolicy.WEIGHT_NOISE)) {
            throw new IllegalArgumentException(
                    "weights with a return must not sum to zero to be scaled but summed to " + observed);
        }
        if (!(given / observed > 0)) {
            throw new IllegalArgumentException("weights with a return must have a sum of the sign of all weights to be"
                    + " scaled to it but summed to " + observed + " of " + given);
        }
    }

    private static ContributionLine scaled(ContributionLine line, double factor) {
        if (factor == 1) {
            return line;
        }
        double weight = line.weight() * factor;
        if (line.standing() == Standing.CHARGE || line.standing() == Standing.EXCLUDED) {
            return new ContributionLine(line.id(), line.contribution(), weight, line.returnDecimal(), line.standing());
        }
        return line(line.id(), weight, Rate.ofDecimal(line.returnDecimal()), line.standing());
    }

    static Rate sum(List<ContributionLine> lines) {
        return Rate.ofDecimal(Moments.sum(lines.stream()
                .mapToDouble(line -> line.contribution().decimal())
                .toArray()));
    }

    private static double weight(List<ContributionLine> lines, Predicate<ContributionLine> condition) {
        return Moments.sum(lines.stream()
                .filter(condition)
                .mapToDouble(ContributionLine::weight)
                .toArray());
    }

    static ContributionLine merge(String id, List<ContributionLine> members, double weightFloor) {
        Rate contribution = sum(members);
        double weight = weight(members, ContributionLine::counted);
        double gross = Moments.sum(members.stream()
                .filter(ContributionLine::counted)
                .mapToDouble(line -> Math.abs(line.weight()))
                .toArray());
        boolean defined = Math.abs(weight) > weightFloor * gross;
        return new ContributionLine(
                id, contribution, weight, defined ? contribution.decimal() / weight : Double.NaN, Standing.GROUP);
    }

    static Coverage coverage(List<ContributionLine> lines) {
        return coverage(lines, lines);
    }

    private static Coverage coverage(List<ContributionLine> given, List<ContributionLine> used) {
        List<String> missing =
                ids(given, line -> line.standing() == Standing.EXCLUDED || line.standing() == Standing.ZERO_FILLED);
        List<String> carried = ids(given, line -> line.standing() == Standing.CARRIED);
        int names = (int) given.stream()
                .filter(line -> line.standing() != Standing.CHARGE)
                .count();
        return new Coverage(
                names,
                names - missing.size(),
                weight(given, line -> true),
                weight(used, line -> line.counted() && line.standing() != Standing.UNALLOCATED),
                missing,
                carried,
                0);
    }

    private static List<String> ids(List<ContributionLine> lines, Predicate<ContributionLine> condition) {
        return lines.stream().filter(condition).map(ContributionLine::id).toList();
    }
}
