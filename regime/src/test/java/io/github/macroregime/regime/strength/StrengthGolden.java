package io.github.macroregime.regime.strength;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.fixture.GoldenTable;
import io.github.macroregime.regime.persistence.RunningTest;
import io.github.macroregime.regime.persistence.VarianceRatio;
import org.junit.jupiter.api.Test;

/** Against the numpy reference of the composite; the tolerance of 1e-11 is numpy's rounding inside windows of prices. */
class StrengthGolden {

    private static final double TOLERANCE = 1e-11;
    private static final double[] CLOSE = GoldenTable.read("regime/series.csv").numbers("es_close");

    @Test
    void strengthAndItsPartsAgreeWithNumpy() {
        double[] strengths = new double[CLOSE.length];
        double[] momentum = new double[CLOSE.length];
        double[] reversion = new double[CLOSE.length];
        double[] omega = new double[CLOSE.length];
        StrengthState state = StrengthModel.withDefaults().start();
        for (int t = 0; t < CLOSE.length; t++) {
            strengths[t] = state.push(CLOSE[t]);
            momentum[t] = state.strength().map(Strength::momentum).orElse(Double.NaN);
            reversion[t] = state.strength().map(Strength::reversion).orElse(Double.NaN);
            omega[t] = state.strength().map(Strength::momentumWeight).orElse(Double.NaN);
        }
        GoldenTable golden = GoldenTable.read("directional_strength.csv");
        int first = StrengthModel.withDefaults().history() - 1;
        golden.assertAgrees("strength", strengths, TOLERANCE);
        golden.assertAgrees("momentum", momentum, TOLERANCE, first);
        golden.assertAgrees("reversion", reversion, TOLERANCE, first);
        golden.assertAgrees("omega", omega, TOLERANCE, first);
        assertThat(strengths[first - 1]).isNaN();
        assertThat(golden.numbers("strength")[first]).isNotNaN();
    }

    @Test
    void scoresOfEachGroupAgreeWithNumpy() {
        double[][] groups = new double[6][CLOSE.length];
        int[] ends = {4, 5, 7, 8, 9, 10};
        StrengthState state = StrengthModel.withDefaults().start();
        for (int t = 0; t < CLOSE.length; t++) {
            state.push(CLOSE[t]);
            int from = 0;
            for (int g = 0; g < ends.length; g++) {
                groups[g][t] = Double.NaN;
                if (state.isReady()) {
                    groups[g][t] = state.strength().orElseThrow().contributions().subList(from, ends[g]).stream()
                            .mapToDouble(Contribution::score)
                            .average()
                            .orElseThrow();
                }
                from = ends[g];
            }
        }
        GoldenTable golden = GoldenTable.read("directional_strength.csv");
        int first = StrengthModel.withDefaults().history() - 1;
        golden.assertAgrees("m_horizons", groups[0], TOLERANCE, first);
        golden.assertAgrees("m_cta", groups[1], TOLERANCE, first);
        golden.assertAgrees("m_donch", groups[2], TOLERANCE, first);
        golden.assertAgrees("r_zma20", groups[3], TOLERANCE, first);
        golden.assertAgrees("r_rsi14", groups[4], TOLERANCE, first);
        golden.assertAgrees("r_pctb", groups[5], TOLERANCE, first);
    }

    @Test
    void theSlidingVarianceRatioAgreesWithNumpy() {
        double[] ratio = new double[CLOSE.length];
        double[] z = new double[CLOSE.length];
        RunningTest<VarianceRatio> state = VarianceRatio.running(252, 5);
        for (int t = 0; t < CLOSE.length; t++) {
            z[t] = state.push(StrictMath.log(CLOSE[t]));
            ratio[t] = state.latest().map(VarianceRatio::ratio).orElse(Double.NaN);
        }
        GoldenTable golden = GoldenTable.read("directional_strength.csv");
        golden.assertAgrees("vr5_252", ratio, TOLERANCE);
        golden.assertAgrees("vrz5_252", z, TOLERANCE);
    }

    @Test
    void contributionsSumToTheStrength() {
        StrengthState state = StrengthModel.withDefaults().start();
        for (double close : CLOSE) {
            double value = state.push(close);
            state.strength().ifPresent(strength -> {
                assertThat(strength.value()).isEqualTo(value);
                assertThat(strength.contributions().stream()
                                .mapToDouble(Contribution::amount)
                                .sum())
                        .isCloseTo(value, within(1e-15));
                assertThat(strength.momentumWeight() * strength.momentum()
                                + (1 - strength.momentumWeight()) * strength.reversion())
                        .isCloseTo(value, within(1e-15));
            });
        }
    }
}
