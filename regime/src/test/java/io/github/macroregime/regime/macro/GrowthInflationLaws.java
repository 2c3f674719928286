package io.github.macroregime.regime.macro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.PublicationLag;
import io.github.macroregime.core.series.PublishedSeries;
import io.github.macroregime.core.series.PublishedSeries.MaxAge;
import io.github.macroregime.core.series.Source;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Unit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class GrowthInflationLaws {

    private static final QuadrantOptions OPTIONS = QuadrantOptions.ofQuarterlyData();
    private static final PublicationLag LAG = PublicationLag.days(30);

    @Property(seed = "20250722")
    void probabilitiesOfDirectionsSumToOneAndGiveTheDirectionsBack(
            @ForAll @DoubleRange(max = 1) double growthUp, @ForAll @DoubleRange(max = 1) double inflationUp) {
        QuadrantProbabilities p = QuadrantProbabilities.ofDirections(growthUp, inflationUp);
        assertThat(p.growthUp()).isEqualTo(growthUp, within(1e-15));
        assertThat(p.inflationUp()).isEqualTo(inflationUp, within(1e-15));
        assertThat(p.disagreement(p)).isZero();
    }

    @Property(seed = "20250722")
    void disagreementIsADistance(
            @ForAll @DoubleRange(max = 1) double a,
            @ForAll @DoubleRange(max = 1) double b,
            @ForAll @DoubleRange(max = 1) double c) {
        QuadrantProbabilities p = QuadrantProbabilities.ofDirections(a, b);
        QuadrantProbabilities q = QuadrantProbabilities.ofDirections(b, c);
        QuadrantProbabilities r = QuadrantProbabilities.ofDirections(c, a);
        assertThat(p.disagreement(q)).isEqualTo(q.disagreement(p)).isBetween(0.0, 1.0);
        assertThat(p.disagreement(q)).isLessThanOrEqualTo(p.disagreement(r) + r.disagreement(q) + 1e-15);
    }

    @Property(seed = "20250722", tries = 100)
    void revisedHistoryDoesNotAlterAnEarlierReading(
            @ForAll("levels") double[] growth,
            @ForAll("levels") double[] prices,
            @ForAll @IntRange(min = 20, max = 39) int cut,
            @ForAll @DoubleRange(min = 0.9, max = 1.1) double revision) {
        List<QuadrantVintage> vintages = vintages(growth, prices, 1);
        List<QuadrantVintage> revised = new ArrayList<>(vintages.subList(0, cut));
        revised.addAll(vintages(growth, prices, revision).subList(cut, vintages.size()));
        LocalDate before = vintages.get(cut).released().minusDays(1);
        assertThat(GrowthInflation.ofVintages(revised, OPTIONS).asOf(before))
                .isEqualTo(GrowthInflation.ofVintages(vintages, OPTIONS).asOf(before));
    }

    @Property(seed = "20250722", tries = 100)
    void withoutRevisionsVintagesAndFinalDataAgree(
            @ForAll("levels") double[] growth, @ForAll("levels") double[] prices) {
        QuadrantHistory vintages = GrowthInflation.ofVintages(vintages(growth, prices, 1), OPTIONS);
        QuadrantHistory last = GrowthInflation.ofFinalData(
                published(quarters(growth, growth.length, 1), LAG),
                published(quarters(prices, prices.length, 1), LAG),
                OPTIONS);
        // The day of a vintage is known and that of a lag assumed.
        assertThat(vintages.readings())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("basis")
                .isEqualTo(last.readings());
    }

    @Property(seed = "20250722")
    void theLabelIsTheMostProbableOrTheOldOneIfThatIsTheSecondAndNearTiedWithIt(
            @ForAll("levels") double[] growth,
            @ForAll("levels") double[] prices,
            @ForAll @DoubleRange(max = 0.5) double margin) {
        List<QuadrantReading> readings = readings(growth, prices, OPTIONS.withMargin(margin));
        Quadrant label =
                readings.isEmpty() ? Quadrant.DEFLATION : readings.get(0).raw();
        for (QuadrantReading now : readings) {
            QuadrantProbabilities p = now.probabilities();
            double least = p.of(p.mostLikely()) - margin;
            assertThat(p.of(now.label())).isGreaterThanOrEqualTo(least);
            Quadrant old = label;
            long ahead = Stream.of(Quadrant.values())
                    .filter(each -> p.of(each) > p.of(old))
                    .count();
            assertThat(now.label()).isEqualTo(p.of(old) >= least && ahead <= 1 ? old : now.raw());
            assertThat(now.nearTied())
                    .doesNotContain(now.label())
                    .allMatch(each -> p.of(each) >= least)
                    .hasSize((int) Stream.of(Quadrant.values())
                                    .filter(each -> p.of(each) >= least)
                                    .count()
                            - 1);
            label = now.label();
        }
    }

    @Property(seed = "20250722")
    void withoutAMarginTheLabelIsTheRawQuadrant(@ForAll("levels") double[] growth, @ForAll("levels") double[] prices) {
        assertThat(readings(growth, prices, OPTIONS.withMargin(0)))
                .allMatch(each -> each.label() == each.raw()
                        || each.probabilities().of(each.label())
                                == each.probabilities().of(each.raw()));
    }

    @Property(seed = "20250722")
    void readingsOfABeginningAreTheBeginningOfTheReadings(
            @ForAll("levels") double[] growth,
            @ForAll("levels") double[] prices,
            @ForAll @IntRange(min = 20, max = 39) int cut) {
        List<QuadrantReading> all = readings(growth, prices, OPTIONS);
        List<QuadrantReading> early = readings(Arrays.copyOf(growth, cut), Arrays.copyOf(prices, cut), OPTIONS);
        assertThat(all.subList(0, early.size())).isEqualTo(early);
        assertThat(all.size() - early.size()).isLessThanOrEqualTo(growth.length - cut);
    }

    private static List<QuadrantReading> readings(double[] growth, double[] prices, QuadrantOptions options) {
        return GrowthInflation.ofFinalData(
                        published(quarters(growth, growth.length, 1), LAG),
                        published(quarters(prices, prices.length, 1), LAG),
                        options)
                .readings();
    }

    @Property(seed = "20250722")
    void scalingALevelChangesNoReading(@ForAll("levels") double[] growth, @ForAll("levels") double[] prices) {
        double[] doubled = Arrays.stream(growth).map(v -> v * 2).toArray();
        assertThat(GrowthInflation.ofFinalData(
                        published(quarters(doubled, doubled.length, 1), LAG),
                        published(quarters(prices, prices.length, 1), LAG),
                        OPTIONS))
                .isEqualTo(GrowthInflation.ofFinalData(
                        published(quarters(growth, growth.length, 1), LAG),
                        published(quarters(prices, prices.length, 1), LAG),
                        OPTIONS));
    }

    private static List<QuadrantVintage> vintages(double[] growth, double[] prices, double revision) {
        return IntStream.range(0, growth.length)
                .mapToObj(t -> new QuadrantVintage(
                        LAG.knownOn(quarter(t)).orElseThrow(),
                        quarters(growth, t + 1, revision),
                        quarters(prices, t + 1, revision)))
                .toList();
    }

    private static TimeSeries quarters(double[] levels, int length, double revision) {
        DateIndex dates = DateIndex.copyOf(IntStream.range(0, length)
                .mapToObj(GrowthInflationLaws::quarter)
                .toList());
        double[] values = Arrays.copyOf(levels, length);
        for (int t = 0; t < length - 3; t++) {
            values[t] = levels[t] * (t % 2 == 0 ? revision : 1);
        }
        return TimeSeries.of(dates, values, Unit.PRICE);
    }

    private static LocalDate quarter(int t) {
        return LocalDate.of(2000, 1, 1).plusMonths(3L * t);
    }

    @Provide
    Arbitrary<double[]> levels() {
        return Arbitraries.doubles().between(80, 120).array(double[].class).ofSize(40);
    }

    private static PublishedSeries published(TimeSeries series, PublicationLag lag) {
        return new PublishedSeries("levels", series, Source.observed("test"), lag, MaxAge.days(120));
    }
}
