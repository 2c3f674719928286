package io.github.macroregime.regime.strength;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.regime.signal.GoldenTable;
import org.junit.jupiter.api.Test;

/** Against the numpy reference of the composite; the tolerance of 1e-11 is numpy's rounding inside windows of prices. */
class StrengthGolden {

    private static final double TOLERANCE = 1e-11;
    private static final double[] CLOSE = GoldenTable.of("series.csv").column("es_close");

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
            omega[t] = state.strength().map(Strength::omega).orElse(Double.NaN);
        }
        GoldenTable golden = GoldenTable.of("directional_strength.csv");
        int first = StrengthModel.withDefaults().history() - 1;
        golden.assertAgrees("strength", strengths, TOLERANCE);
        golden.assertAgrees("momentum", momentum, TOLERANCE, first);
        golden.assertAgrees("reversion", reversion, TOLERANCE, first);
        golden.assertAgrees("omega", omega, TOLERANCE, first);
        assertThat(strengths[first - 1]).isNaN();
        assertThat(golden.column("strength")[first]).isNotNaN();
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
                assertThat(strength.omega() * strength.momentum() + (1 - strength.omega()) * strength.reversion())
                        .isCloseTo(value, within(1e-15));
            });
        }
    }
}
