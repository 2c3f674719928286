package io.github.macroregime.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.stats.PercentileRank;
import io.github.macroregime.core.stats.QuantileType;
import io.github.macroregime.core.stats.Quantiles;
import io.github.macroregime.core.unit.Probability;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.credit.Lookback.Episode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class SpreadPercentilesLaws {

    private static final Lookback ALL = Lookback.expanding();
    private static final double NONE = Double.NaN;
    private static final List<Lookback> LOOKBACKS = all();

    /** Few values, so that ties are frequent; with gaps and both zeros. */
    @Provide
    Arbitrary<TimeSeries> levels() {
        return Arbitraries.of(-1.0, -0.0, 0.0, 50.0, 51.0, 52.0, 53.5, 60.0, 90.0, NONE)
                .list()
                .ofMinSize(2)
                .ofMaxSize(30)
                .map(Levels::basisPoints)
                .withoutEdgeCases();
    }

    @Provide
    Arbitrary<Lookback> lookbacks() {
        return Arbitraries.of(LOOKBACKS);
    }

    private static List<Lookback> all() {
        Episode episode = new Episode("episode", new DateSpan(Levels.START.plusDays(3), Levels.START.plusDays(6)));
        return List.of(
                Lookback.slots(5),
                Lookback.slots(20),
                Lookback.observations(4),
                ALL,
                Lookback.since(Levels.START.plusDays(4)),
                Lookback.weighted(0.9),
                Lookback.weighted(1),
                new Lookback.Calendar(1, Lookback.Start.INCLUDED),
                new Lookback.Calendar(1, Lookback.Start.EXCLUDED),
                Lookback.slots(6).excluding(episode),
                ALL.excluding(episode));
    }

    @Property(seed = "20250722")
    void the_rolling_form_is_the_single_one_on_each_date(@ForAll("levels") TimeSeries levels) {
        LOOKBACKS.forEach(lookback -> assertRollingIsSingle(levels, lookback));
    }

    private static void assertRollingIsSingle(TimeSeries levels, Lookback lookback) {
        TimeSeries rolling = SpreadPercentiles.rolling(levels, lookback);
        for (int i = 0; i < levels.size(); i++) {
            double expected = levels.values().isMissing(i)
                    ? NONE
                    : SpreadPercentiles.at(levels, levels.date(i), lookback)
                            .map(SpreadPercentile::fraction)
                            .orElse(NONE);
            assertThat(rolling.value(i)).isEqualTo(Double.valueOf(expected));
        }
    }

    @Property(seed = "20250722")
    void a_rank_equals_the_count_by_brute_force(
            @ForAll("levels") TimeSeries levels, @ForAll @IntRange(min = 2, max = 25) int window) {
        TimeSeries rolling = SpreadPercentiles.rolling(levels, Lookback.slots(window));
        for (int i = 0; i < levels.size(); i++) {
            int from = Math.max(0, i + 1 - window);
            double x = levels.value(i);
            int n = 0;
            double below = 0;
            for (int j = from; j <= i; j++) {
                double y = levels.value(j);
                n += Double.isNaN(y) ? 0 : 1;
                below += y < x ? 1 : y == x ? 0.5 : 0;
            }
            boolean enough = n >= Math.max(2, (window + 1) / 2) && !Double.isNaN(x);
            assertThat(rolling.value(i)).isEqualTo(Double.valueOf(enough ? below / n : NONE));
        }
    }

    @Property(seed = "20250722")
    void no_rank_sees_a_later_level(@ForAll("levels") TimeSeries levels, @ForAll("lookbacks") Lookback lookback) {
        TimeSeries rolling = SpreadPercentiles.rolling(levels, lookback);
        for (int n = 2; n < levels.size(); n++) {
            assertThat(SpreadPercentiles.rolling(levels.slice(0, n), lookback).values())
                    .isEqualTo(rolling.values().slice(0, n));
        }
    }

    @Property(seed = "20250722")
    void mid_rank_is_symmetric_under_the_other_sign(@ForAll("levels") TimeSeries levels) {
        Optional<SpreadPercentile> plain = last(levels, PercentileRank.MID);
        Optional<SpreadPercentile> negated =
                last(levels.through(x -> Arrays.stream(x).map(y -> -y).toArray(), levels.unit()), PercentileRank.MID);
        assertThat(negated.isPresent()).isEqualTo(plain.isPresent());
        plain.ifPresent(percentile ->
                assertThat(negated.orElseThrow().fraction()).isCloseTo(1 - percentile.fraction(), within(1e-15)));
    }

    @Property(seed = "20250722")
    void strict_is_at_most_mid_and_mid_at_most_weak(@ForAll("levels") TimeSeries levels) {
        last(levels, PercentileRank.MID).ifPresent(mid -> {
            assertThat(last(levels, PercentileRank.STRICT).orElseThrow().fraction())
                    .isLessThanOrEqualTo(mid.fraction());
            assertThat(last(levels, PercentileRank.WEAK).orElseThrow().fraction())
                    .isGreaterThanOrEqualTo(mid.fraction());
        });
    }

    @Property(seed = "20250722")
    void a_wider_level_never_ranks_lower(
            @ForAll("levels") TimeSeries levels, @ForAll @IntRange(max = 40) int widening) {
        TimeSeries wider = levels.through(
                x -> {
                    x[x.length - 1] += Unit.BASIS_POINTS.inside(widening);
                    return x;
                },
                levels.unit());
        last(levels, PercentileRank.MID)
                .ifPresent(percentile -> assertThat(
                                last(wider, PercentileRank.MID).orElseThrow().fraction())
                        .isGreaterThanOrEqualTo(
                                percentile.fraction() - (levels.values().isMissing(levels.size() - 1) ? 1 : 0)));
    }

    @Property(seed = "20250722")
    void scale_changes_no_rank(@ForAll("levels") TimeSeries levels) {
        TimeSeries moved = levels.through(x -> Arrays.stream(x).map(y -> 2 * y).toArray(), levels.unit());
        assertThat(last(moved, PercentileRank.MID).map(SpreadPercentile::fraction))
                .isEqualTo(last(levels, PercentileRank.MID).map(SpreadPercentile::fraction));
    }

    @Property(seed = "20250722")
    void a_decay_of_one_is_the_plain_rank(@ForAll("levels") TimeSeries levels) {
        Optional<SpreadPercentile> plain = last(levels, PercentileRank.MID);
        Optional<SpreadPercentile> weighted = SpreadPercentiles.at(levels, lastDate(levels), Lookback.weighted(1));
        assertThat(weighted.map(SpreadPercentile::fraction)).isEqualTo(plain.map(SpreadPercentile::fraction));
    }

    @Property(seed = "20250722")
    void a_look_back_longer_than_the_history_is_the_full_one(@ForAll("levels") TimeSeries levels) {
        assertThat(SpreadPercentiles.at(levels, lastDate(levels), Lookback.since(Levels.START))
                        .map(SpreadPercentile::fraction))
                .isEqualTo(last(levels, PercentileRank.MID).map(SpreadPercentile::fraction));
    }

    @Property(seed = "20250722")
    void a_missing_level_changes_no_rank_among_observations(@ForAll("levels") TimeSeries levels) {
        double[] longer = Arrays.copyOf(levels.values().toArray(), levels.size() + 1);
        longer[levels.size()] = NONE;
        TimeSeries appended = Levels.quoted(
                Unit.BASIS_POINTS,
                Arrays.stream(longer).map(Unit.BASIS_POINTS::quoted).toArray());
        Lookback lookback = Lookback.observations(4);
        assertThat(SpreadPercentiles.at(appended, lastDate(appended), lookback))
                .isEqualTo(SpreadPercentiles.at(levels, lastDate(levels), lookback));
    }

    @Property(seed = "20250722")
    void the_rank_of_a_quantile_is_its_probability_within_one_step(
            @ForAll("levels") TimeSeries levels, @ForAll @IntRange(max = 100) int percent) {
        double[] observed = levels.dropMissing().values().toArray();
        if (observed.length > 0) {
            double quantile = Quantiles.quantile(observed, Probability.percent(percent), QuantileType.LINEAR);
            double step = 1.0 / observed.length;
            assertThat(PercentileRank.STRICT.of(observed, quantile).fraction())
                    .isLessThanOrEqualTo(percent / 100.0 + step);
            assertThat(PercentileRank.WEAK.of(observed, quantile).fraction())
                    .isGreaterThanOrEqualTo(percent / 100.0 - step);
        }
    }

    @Property(seed = "20250722")
    void the_effective_count_lies_between_one_and_the_count(
            @ForAll("levels") TimeSeries levels, @ForAll("lookbacks") Lookback lookback) {
        SpreadPercentiles.at(levels, lastDate(levels), lookback)
                .ifPresent(percentile ->
                        assertThat(percentile.effectiveCount()).isBetween(1.0, (double) percentile.count()));
    }

    private static Optional<SpreadPercentile> last(TimeSeries levels, PercentileRank definition) {
        return SpreadPercentiles.at(levels, lastDate(levels), ALL, definition);
    }

    private static LocalDate lastDate(TimeSeries levels) {
        return levels.dates().last();
    }
}
