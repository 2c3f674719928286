package io.github.macroregime.benchmarks.growth;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GrowthLawTest {

    @Test
    void everyStatisticIsFoundAndCanBeCalled() {
        assertThat(GrowthLaw.called())
                .hasSizeGreaterThan(180)
                .contains(
                        "window.Window.sampleSkewness()",
                        "window.CalendarWindow.median()",
                        "window.Expanding.max()",
                        "signal.Rsi",
                        "bar.BarStatistic.yangZhang(int, double)",
                        "persistence.VarianceRatio.over(int, int)");
    }

    @Test
    void aCostThatGrowsWithTheWindowIsBeyondDoubtAndNoiseIsNot() {
        assertThat(new Growth("each window anew", 400, 19, 8, Limit.of("each window anew")).isBeyondDoubt())
                .isTrue();
        assertThat(new Growth("every pair", 400, 1, 64, Limit.of("every pair")).isBeyondDoubt())
                .isTrue();
        Growth noisy = new Growth("noise", 4, 3, 12, Limit.of("noise"));
        assertThat(noisy.isAboveItsLimit()).isTrue();
        assertThat(noisy.isBeyondDoubt()).isFalse();
        assertThat(noisy.orLess(new Growth("noise", 4, 1.1, 8.2, Limit.of("noise")))
                        .isAboveItsLimit())
                .isFalse();
        assertThat(new Growth("no window", 4, Double.NaN, 8, Limit.of("no window")).isAboveItsLimit())
                .isFalse();
    }
}
