package io.github.macroregime.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.stats.LeastSquares;
import io.github.macroregime.core.stats.Regression;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.credit.Driver.ExpectedSign;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.Assume;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;

class SpreadLaws {

    @Property(seed = "20250722", edgeCases = EdgeCasesMode.NONE)
    void the_break_even_leaves_no_excess(
            @ForAll @DoubleRange(min = 1, max = 2000) double spread,
            @ForAll @DoubleRange(min = 0.1, max = 12) double endDuration,
            @ForAll @DoubleRange(min = 0.1, max = 3) double years,
            @ForAll @DoubleRange(min = -20, max = 20) double roll,
            @ForAll @DoubleRange(min = 0, max = 500) double loss) {
        Carry carry = Carry.of(Rate.ofBasisPoints(spread), endDuration + years, endDuration, years)
                .withRollDown(Rate.ofBasisPoints(roll))
                .withAnnualExpectedLoss(Rate.ofBasisPoints(loss));
        double scale =
                Math.max(1, endDuration * spread + Math.abs(carry.earned().basisPoints()));
        assertThat(carry.excessReturn(carry.breakEvenSpread()).basisPoints()).isCloseTo(0, within(1e-12 * scale));
    }

    @Property(seed = "20250722")
    void drawup_and_retrace_sum_to_the_width(
            @ForAll @Size(min = 1, max = 40) List<@DoubleRange(min = 10, max = 900) Double> quoted) {
        TimeSeries levels = Levels.basisPoints(quoted);
        SpreadRange range = SpreadRange.of(levels, levels.dates().last(), Lookback.expanding());
        double width = range.wide().value() - range.tight().value();
        assertThat(range.drawup().plus(range.retrace()).decimal()).isCloseTo(width, within(1e-15));
        range.position().ifPresent(position -> assertThat(position).isBetween(0.0, 1.0));
        range.asymmetry().ifPresent(asymmetry -> assertThat(asymmetry).isNotNegative());
    }

    @Property(seed = "20250722")
    void residuals_of_a_line_are_orthogonal_to_it(
            @ForAll @Size(10) List<@DoubleRange(min = -10, max = 10) Double> first,
            @ForAll @Size(10) List<@DoubleRange(min = -10, max = 10) Double> second) {
        double[] x = first.stream().mapToDouble(Double::doubleValue).toArray();
        double[] y = second.stream().mapToDouble(Double::doubleValue).toArray();
        double spread =
                Arrays.stream(x).max().orElseThrow() - Arrays.stream(x).min().orElseThrow();
        Assume.that(spread > 1e-3);
        Regression fit = LeastSquares.withIntercept(y, x).orElseThrow();
        double scale = 1e-10 * (1 + Math.abs(fit.slope()));
        assertThat(IntStream.range(0, 10)
                        .mapToDouble(i -> y[i] - fit.predict(x[i]))
                        .sum())
                .isCloseTo(0, within(scale));
        assertThat(IntStream.range(0, 10)
                        .mapToDouble(i -> x[i] * (y[i] - fit.predict(x[i])))
                        .sum())
                .isCloseTo(0, within(10 * scale));
    }

    @Property(seed = "20250722")
    void a_line_through_a_line_is_that_line(
            @ForAll @DoubleRange(min = -5, max = 5) double slope,
            @ForAll @DoubleRange(min = -5, max = 5) double intercept) {
        double[] x = {-2, 0, 1, 5, 7};
        double[] y = Arrays.stream(x).map(v -> intercept + slope * v).toArray();
        Regression fit = LeastSquares.withIntercept(y, x).orElseThrow();
        assertThat(fit.slope()).isCloseTo(slope, within(1e-12));
        assertThat(fit.intercept()).isCloseTo(intercept, within(1e-12));
    }

    @Property(seed = "20250722")
    void a_disconnect_does_not_see_later_levels(
            @ForAll @Size(12) List<@DoubleRange(min = 40, max = 90) Double> spread,
            @ForAll @Size(12) List<@DoubleRange(min = 300, max = 500) Double> yields) {
        TimeSeries levels = Levels.basisPoints(spread);
        TimeSeries driver = Levels.basisPoints(yields);
        Optional<Regression> early = fit(levels.slice(0, 8), driver.slice(0, 8), 7);
        assertThat(fit(levels, driver, 7)).isEqualTo(early);
    }

    private static Optional<Regression> fit(TimeSeries spread, TimeSeries yields, int day) {
        return Disconnect.of(
                        spread,
                        Driver.ofYield("10y", yields, ExpectedSign.WITH),
                        Levels.START.plusDays(day),
                        5,
                        Rate.ZERO)
                .map(Disconnect::fit);
    }
}
