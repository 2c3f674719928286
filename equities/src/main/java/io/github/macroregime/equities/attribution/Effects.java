package io.github.macroregime.equities.attribution;

import io.github.macroregime.core.stats.Moments;
import io.github.macroregime.core.unit.NumberText;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.equities.contribution.ContributionPolicy;
import io.github.macroregime.equities.contribution.ContributionPolicy.WeightSum;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** Sums of effects and segments. */
final class Effects {

    private static final double WEIGHT_FLOOR = ContributionPolicy.withDefaults().groupWeightFloor();

    private Effects() {}

    /** Whether long and short positions of a group cancel, so that no return of the group is defined. */
    static boolean isNetted(double weight, double grossWeight) {
        return Math.abs(weight) <= WEIGHT_FLOOR * grossWeight;
    }

    static Rate sum(Collection<EffectLine> lines, Function<EffectLine, Rate> effect) {
        return Rate.ofDecimal(sumOf(lines, line -> effect.apply(line).decimal()));
    }

    static EffectLine total(String id, Collection<EffectLine> lines) {
        return new EffectLine(
                id,
                sum(lines, EffectLine::allocation),
                sum(lines, EffectLine::selection),
                sum(lines, EffectLine::interaction));
    }

    static <T> double sumOf(Collection<T> parts, ToDoubleFunction<T> part) {
        return Moments.sum(parts.stream().mapToDouble(part).toArray());
    }

    /** The segments with the weights of both sides as the policy wants them. */
    static List<Segment> weighted(List<Segment> segments, WeightSum weightSum) {
        checkDistinct(segments);
        double portfolio = sumOf(segments, Segment::portfolioWeight);
        double benchmark = sumOf(segments, Segment::benchmarkWeight);
        double scaleP = weightSum.factor("portfolio weights", portfolio);
        double scaleB = weightSum.factor("benchmark weights", benchmark);
        List<Segment> weighted = new ArrayList<>(segments);
        weighted.replaceAll(segment -> segment.scaled(scaleP, scaleB));
        if (weightSum instanceof WeightSum.AddLine) {
            weighted.add(new Segment(WeightSum.UNALLOCATED, 1 - portfolio, 1 - benchmark, 0, 0));
        }
        return weighted;
    }

    private static void checkDistinct(List<Segment> segments) {
        Set<String> seen = new HashSet<>();
        for (Segment segment : segments) {
            if (!seen.add(segment.id())) {
                throw new IllegalArgumentException("ids must be distinct but " + segment.id() + " is repeated");
            }
        }
    }

    static String percent(Rate rate) {
        return NumberText.of("%.4f %%", rate.percent());
    }

    static String table(String title, List<EffectLine> lines, Object total, Rate residual) {
        StringBuilder text = new StringBuilder(title + "\n" + EffectLine.header());
        lines.forEach(line -> text.append('\n').append(line));
        return text.append('\n')
                .append(total)
                .append(String.format(Locale.ROOT, "\n%-28s %44s", "residual", points(residual)))
                .toString();
    }

    /** Percentage points with four decimals; a residual of rounding alone has no sign. */
    static String points(Rate residual) {
        return NumberText.of("%.4f", residual.percent());
    }
}
