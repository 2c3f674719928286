package io.github.macroregime.regime.strength;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.window.RunningStatistic;
import io.github.macroregime.regime.signal.ChannelPosition;
import io.github.macroregime.regime.signal.Extension;
import io.github.macroregime.regime.signal.Rsi;
import io.github.macroregime.regime.signal.Signal;
import io.github.macroregime.regime.strength.Strength.StrengthLabel;
import io.github.macroregime.regime.strength.Strength.TailState;
import io.github.macroregime.regime.strength.StrengthModel.MomentumWeight;
import io.github.macroregime.regime.strength.StrengthModel.Weighted;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class StrengthTest {

    // Channel of 3 at its top: score 1. RSI of 3 is 75: score -0.5. Weighed 0.6 to 0.4.
    @Test
    void aStrengthByHand() {
        StrengthModel model = new StrengthModel(
                List.of(new Weighted(new ChannelPosition(3), 2), new Weighted(new Rsi(3), 5)),
                new MomentumWeight.Fixed(0.6),
                new Extension(2));

        Strength strength = model.last(new double[] {10, 11, 10, 12}).orElseThrow();

        assertThat(strength.value()).isCloseTo(0.6 * 1 - 0.4 * 0.5, within(1e-15));
        assertThat(strength.momentum()).isEqualTo(1);
        assertThat(strength.reversion()).isCloseTo(-0.5, within(1e-15));
        assertThat(strength.agreement()).isCloseTo(0.4 / 0.8, within(1e-15));
        assertThat(strength.label()).isEqualTo(StrengthLabel.MODERATE);
        assertThat(strength.tail()).isEqualTo(TailState.RIGHT_TAIL_MOMENTUM);
        assertThat(strength.observations()).isEqualTo(4);
        assertThat(strength.toString()).contains("+0.400 (moderate)", "channel 3", "RSI 3");
        assertThat(model.history()).isEqualTo(4);
    }

    /** A user's own signal: up when the price ends above where it began. */
    private record SinceTheBeginning() implements Signal {

        @Override
        public String name() {
            return "since the beginning";
        }

        @Override
        public Family family() {
            return Family.MOMENTUM;
        }

        @Override
        public int history() {
            return 2;
        }

        @Override
        public double score(double value) {
            return Math.signum(value);
        }

        @Override
        public RunningStatistic start() {
            return new Beginning();
        }
    }

    private static final class Beginning implements RunningStatistic {

        private double first = Double.NaN;
        private int count;

        @Override
        public double push(double close) {
            first = count == 0 ? close : first;
            count++;
            return count < 2 ? Double.NaN : close - first;
        }

        @Override
        public RunningStatistic copy() {
            Beginning copy = new Beginning();
            copy.first = first;
            copy.count = count;
            return copy;
        }

        @Override
        public int count() {
            return count;
        }

        @Override
        public boolean isReady() {
            return count > 1;
        }
    }

    @Test
    void anOwnSignalJoinsOnTheSameTerms() {
        StrengthModel model = new StrengthModel(
                List.of(new Weighted(new SinceTheBeginning(), 3), new Weighted(new ChannelPosition(3), 1)),
                new MomentumWeight.Fixed(0.5),
                new Extension(3));
        double[] close = {10, 11, 9, 12, Double.NaN, 9.5};

        // Both speak for momentum, so they share the whole weight: three quarters and one quarter.
        assertThat(model.over(close))
                .containsExactly(
                        new double[] {Double.NaN, Double.NaN, -1, 1, Double.NaN, -0.75 - 0.25 * 2 / 3}, within(1e-15));
        Strength last = model.last(close).orElseThrow();
        assertThat(last.contributions().get(0).model()).isEqualTo("since the beginning");
        assertThat(last.contributions().get(0).weight()).isEqualTo(0.75);
        StrengthState state = model.start();
        for (int t : new int[] {0, 1, 2, 3, 5}) {
            state.push(close[t]);
        }
        assertThat(state.strength()).hasValue(last);
        assertThat(FlipPrices.of(close, model)).isEmpty();
    }

    @Test
    void aDayWithoutACloseIsPassedOver() {
        StrengthModel model = new StrengthModel(
                List.of(new Weighted(new ChannelPosition(3), 1), new Weighted(new Rsi(2), 1)),
                new MomentumWeight.Fixed(0.5),
                new Extension(3));
        double[] close = {10, Double.NaN, 11, 9, 12, Double.NaN, Double.NaN, 9.5, 13};
        StrengthState state = model.start();
        double[] pushed = new double[close.length];
        for (int t = 0; t < close.length; t++) {
            double peeked = state.peek(close[t]);
            pushed[t] = state.push(close[t]);
            assertThat(peeked).isEqualTo(Double.valueOf(pushed[t]));
        }
        assertThat(pushed).isEqualTo(model.over(close));
        assertThat(pushed[7]).isNotNaN();
        Strength last = state.strength().orElseThrow();
        assertThat(state.push(Double.NaN)).isNaN();
        assertThat(state.count()).isEqualTo(6);
        assertThat(state.strength()).hasValue(last);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> state.push(0))
                .withMessage("close must be above zero and finite but was 0.0");
    }

    @Test
    void labelsBeginAtTheirThresholds() {
        assertThat(StrengthLabel.of(0.0999)).isEqualTo(StrengthLabel.NEUTRAL);
        assertThat(StrengthLabel.of(-0.10)).isEqualTo(StrengthLabel.WEAK);
        assertThat(StrengthLabel.of(0.30)).isEqualTo(StrengthLabel.MODERATE);
        assertThat(StrengthLabel.of(-0.60)).isEqualTo(StrengthLabel.STRONG);
        assertThat(StrengthLabel.STRONG).hasToString("strong");
        assertThatIllegalArgumentException().isThrownBy(() -> StrengthLabel.of(1.01));
        assertThatIllegalArgumentException().isThrownBy(() -> StrengthLabel.of(Double.NaN));
    }

    @Test
    void tailsAreReadFromSideAndDirection() {
        assertThat(TailState.of(2, 0.5)).isEqualTo(TailState.RIGHT_TAIL_MOMENTUM);
        assertThat(TailState.of(2, -0.5)).isEqualTo(TailState.RIGHT_TAIL_REVERSION);
        assertThat(TailState.of(-2, -0.5)).isEqualTo(TailState.LEFT_TAIL_MOMENTUM);
        assertThat(TailState.of(-2, 0.5)).isEqualTo(TailState.LEFT_TAIL_REVERSION);
        assertThat(TailState.of(0.49, 1)).isEqualTo(TailState.BALANCED);
        assertThat(TailState.of(3, 0.09)).isEqualTo(TailState.BALANCED);
        assertThat(TailState.of(Double.NaN, 1)).isEqualTo(TailState.BALANCED);
    }

    @Test
    void theRecommendedModelSaysWhatItNeeds() {
        StrengthModel model = StrengthModel.withDefaults();
        assertThat(model.history()).isEqualTo(314);
        assertThat(model.withMomentumWeight(new MomentumWeight.Fixed(0.5)).momentumWeight())
                .isEqualTo(new MomentumWeight.Fixed(0.5));
        assertThat(model.withReference(Extension.FIFTY_DAYS).reference()).isEqualTo(Extension.FIFTY_DAYS);
        assertThatIllegalArgumentException().isThrownBy(() -> model.withSignals(List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new MomentumWeight.Fixed(Double.NaN));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MomentumWeight.Tested(5, 9))
                .withMessage("q must lie in [2, 4] but was 5");
        assertThatIllegalArgumentException().isThrownBy(() -> new MomentumWeight.Tested(1, 9));
        assertThat(new StrengthModel(
                                List.of(new Weighted(new ChannelPosition(3), 1), new Weighted(new Rsi(2), 1)),
                                new MomentumWeight.Tested(2, 4),
                                new Extension(3))
                        .history())
                .as("four returns of the test")
                .isEqualTo(5);
        assertThatIllegalArgumentException().isThrownBy(() -> new Weighted(Rsi.DEFAULT, 0));
        Weighted large = new Weighted(Rsi.DEFAULT, Double.MAX_VALUE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> model.withSignals(List.of(large, large)))
                .withMessage("sum of the weights of all signals must be above zero and finite but was Infinity");
    }

    private static Strength strength(double extension, double momentumWeight, double channel, double rsi) {
        return Strength.of(
                List.of(
                        new Contribution("channel 3", Signal.Family.MOMENTUM, channel, channel, momentumWeight),
                        new Contribution("RSI 3", Signal.Family.REVERSION, 75, rsi, 1 - momentumWeight)),
                momentumWeight,
                extension,
                40);
    }

    /** 0.6 of 1 less 0.4 of 0.5 is 0.4; agreement 0.4 of 0.8. */
    @Test
    void everyPartIsPrinted() {
        Strength strength = strength(0.5, 0.6, 1, -0.5);
        assertThat(strength).hasToString("""
            strength +0.400 (moderate), momentum +1.000 x 0.600, reversion -0.500 x 0.400, agreement 0.50,\
             right tail momentum, n = 40
            channel 3        momentum      1.000  +1.000 x 0.600 = +0.600
            RSI 3            reversion    75.000  -0.500 x 0.400 = -0.200\
            """);
        assertThat(strength.directed()).isEqualTo("moderate up");
        assertThat(strength(0, 0.6, -1, 0.5).directed()).isEqualTo("moderate down");
        assertThat(strength(0, 0.5, 1, -1).directed()).isEqualTo("neutral");
        assertThat(strength(0, 0.5, 0, 0).agreement()).as("nothing speaks").isZero();
        assertThat(new StrengthRow("es", LocalDate.of(2025, 7, 22), 6300, strength))
                .hasToString("es 2025-07-22     40    +0.400 moderate    +1.000    -0.500  0.600      0.50"
                        + "  right tail momentum");
    }

    /** Score parts 0.5 (0.6 + 0.5) (0 - 1) and 0.5 (0.4 + 0.5) (0.5 + 0.5), weight parts 0.5 (1 + 0) (0.5 - 0.6) and none. */
    @Test
    void aChangeIsSplitIntoScoresAndWeights() {
        LocalDate day = LocalDate.of(2025, 7, 22);
        StrengthChange change = StrengthChange.between(
                new StrengthRow("es", day.minusDays(1), 6200, strength(0.5, 0.6, 1, -0.5)),
                new StrengthRow("es", day, 6300, strength(0.5, 0.5, 0, 0.5)));
        assertThat(change.parts())
                .hasToString("[channel 3        -0.600 (score -0.550, weight -0.050),"
                        + " RSI 3            +0.450 (score +0.450, weight +0.000)]");
        assertThat(change.change()).isCloseTo(-0.15, within(1e-15));
        assertThat(change)
                .hasToString("es               +0.400 -> +0.250 (-0.150) moderate -> weak,"
                        + " right tail momentum -> right tail momentum: channel 3 -0.600 RSI 3 +0.450");
    }

    @Test
    void tailsBeginAtTheirThresholds() {
        assertThat(TailState.of(0.5, 0.1)).isEqualTo(TailState.RIGHT_TAIL_MOMENTUM);
        assertThat(TailState.of(-0.5, -0.1)).isEqualTo(TailState.LEFT_TAIL_MOMENTUM);
        assertThat(StrengthLabel.of(-1)).isEqualTo(StrengthLabel.STRONG);
        assertThat(StrengthLabel.of(0.2999)).isEqualTo(StrengthLabel.WEAK);
        assertThat(StrengthLabel.of(0.5999)).isEqualTo(StrengthLabel.MODERATE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Strength(1.01, 0, 0, 0, 0, 0, TailState.BALANCED, 0, List.of()))
                .withMessage("value must lie in [-1.0, 1] but was 1.01");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Strength(0, 0, 0, -0.01, 0, 0, TailState.BALANCED, 0, List.of()))
                .withMessage("momentumWeight must lie in [0.0, 1] but was -0.01");
        assertThat(new Strength(1, -1, -1, 0, 0, 0, TailState.BALANCED, 0, List.of()).value())
                .isEqualTo(1);
    }

    @Test
    void modelsTravel() throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(StrengthModel.withDefaults());
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(in.readObject()).isEqualTo(StrengthModel.withDefaults());
        }
    }

    /** Steps of a 2^-20th at a level of 1e8 are those of a 2^-40th at 95.4: the same moves to nine digits. */
    @Test
    void aHighLevelCostsNoDigits() {
        SplittableRandom random = new SplittableRandom(20250722);
        double[] high = new double[700];
        double[] low = new double[700];
        long ticks = 0;
        for (int t = 0; t < high.length; t++) {
            ticks += random.nextInt(3) - 1;
            high[t] = 1e8 + ticks * 0x1p-20;
            low[t] = 1e8 * 0x1p-20 + ticks * 0x1p-40;
        }
        double[] strengths = StrengthModel.withDefaults().over(high);

        assertThat(strengths).isEqualTo(StrengthModel.withDefaults().over(low));
        assertThat(Arrays.stream(strengths).skip(313).filter(Double::isNaN)).isEmpty();
        // In small moves every signal is linear, so that larger ticks say the same.
        double[] larger =
                Arrays.stream(high).map(price -> 1 + (price - 1e8) * 0x1p-12).toArray();
        double[] expected = StrengthModel.withDefaults().over(larger);
        for (int t = 313; t < high.length; t++) {
            assertThat(strengths[t]).isCloseTo(expected[t], within(1e-5));
        }
    }
}
