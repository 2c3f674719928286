package io.github.macroregime.regime.edition;

import io.github.macroregime.core.check.Finding;
import io.github.macroregime.core.check.Verdict;
import io.github.macroregime.core.unit.NumberText;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.credit.SpreadHistory;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** The printed levels of a spread against the history of an instrument, or against the ratio of two. */
final class InstrumentRules {

    private static final int DECIMALS = 6;
    private static final int EXAMPLES = 3;

    private InstrumentRules() {}

    static Finding check(Map<LocalDate, Printed> printed, SpreadHistory<?> candidate, SpreadHistory<?> reference) {
        String statement = "the printed spread is " + candidate.instrument().label();
        Map<LocalDate, Printed> days = new TreeMap<>(printed);
        days.keySet().removeIf(day -> level(candidate, day).isEmpty());
        return days.isEmpty() ? ratios(statement, printed, candidate, reference) : direct(statement, days, candidate);
    }

    private static Finding direct(String statement, Map<LocalDate, Printed> days, SpreadHistory<?> candidate) {
        int decimals = decimals(candidate, days.keySet());
        List<String> apart = new ArrayList<>();
        days.forEach((day, figure) -> {
            Printed level = rounded(candidate, day, decimals);
            if (!level.agrees(figure)) {
                apart.add(figure + " against " + level + " on " + day);
            }
        });
        return new Finding(
                statement,
                Verdict.of(apart.isEmpty()),
                apart.size() + " of " + days.size() + " days disagree" + examples(apart));
    }

    /** The decimals of a basis point that a history gives on some days. */
    private static int decimals(SpreadHistory<?> history, Collection<LocalDate> days) {
        return days.stream()
                .flatMap(day -> level(history, day).stream())
                .mapToInt(level -> Math.max(0, level.scale()))
                .max()
                .orElse(0);
    }

    private static Printed rounded(SpreadHistory<?> history, LocalDate day, int decimals) {
        BigDecimal level = level(history, day).orElseThrow();
        return Printed.of(level.setScale(decimals, RoundingMode.UNNECESSARY).toPlainString());
    }

    private static Finding ratios(
            String statement, Map<LocalDate, Printed> printed, SpreadHistory<?> candidate, SpreadHistory<?> reference) {
        Map<LocalDate, Printed> days = new TreeMap<>(printed);
        days.keySet().removeIf(day -> level(reference, day).isEmpty());
        DoubleSummaryStatistics range = ratios(candidate, reference);
        if (days.isEmpty() || range.getCount() == 0) {
            return EditionCheck.open(statement, "no day can be compared");
        }
        int decimals = decimals(reference, days.keySet());
        List<String> outside = new ArrayList<>();
        days.forEach((day, figure) -> {
            Printed level = rounded(reference, day, decimals);
            if (!inside(figure, level, range)) {
                outside.add(NumberText.of("%.3f on %s", figure.value() / level.value(), day));
            }
        });
        Verdict some = outside.size() == days.size() ? Verdict.INCONSISTENT : Verdict.CONDITIONAL;
        return new Finding(
                statement,
                outside.isEmpty() ? Verdict.CONSISTENT : some,
                NumberText.of(
                                "%d of %d ratios to %s lie in %.3f to %.3f, which %d days of history span",
                                days.size() - outside.size(),
                                days.size(),
                                reference.instrument().label(),
                                range.getMin(),
                                range.getMax(),
                                range.getCount())
                        + examples(outside));
    }

    private static DoubleSummaryStatistics ratios(SpreadHistory<?> candidate, SpreadHistory<?> reference) {
        return IntStream.range(0, candidate.levels().size())
                .filter(i -> reference.levels().on(candidate.levels().date(i)).isPresent())
                .mapToDouble(i -> candidate.levels().value(i)
                        / reference.levels().on(candidate.levels().date(i)).orElseThrow())
                .filter(Double::isFinite)
                .summaryStatistics();
    }

    private static boolean inside(Printed printed, Printed level, DoubleSummaryStatistics range) {
        return printed.high().doubleValue() / level.low().doubleValue() >= range.getMin()
                && printed.low().doubleValue() / level.high().doubleValue() <= range.getMax();
    }

    /** The level in basis points without the noise of binary fractions. */
    private static Optional<BigDecimal> level(SpreadHistory<?> history, LocalDate day) {
        OptionalDouble level = history.levels().on(day);
        return level.isPresent() && Double.isFinite(level.getAsDouble())
                ? Optional.of(Rate.ofDecimal(level.getAsDouble())
                        .exactBasisPoints()
                        .setScale(DECIMALS, RoundingMode.HALF_EVEN)
                        .stripTrailingZeros())
                : Optional.empty();
    }

    private static String examples(List<String> days) {
        return days.isEmpty() ? "" : ": " + String.join(", ", days.subList(0, Math.min(EXAMPLES, days.size())));
    }
}
