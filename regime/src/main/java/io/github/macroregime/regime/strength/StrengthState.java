package io.github.macroregime.regime.strength;

import io.github.macroregime.core.series.Change;
import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.window.RunningStatistic;
import io.github.macroregime.regime.persistence.RunningTest;
import io.github.macroregime.regime.persistence.VarianceRatio;
import io.github.macroregime.regime.signal.Signal;
import io.github.macroregime.regime.strength.Strength.TailState;
import io.github.macroregime.regime.strength.StrengthModel.MomentumWeight;
import io.github.macroregime.regime.strength.StrengthModel.Weighted;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * Mutable: the strength of one asset, updated close by close.
 *
 * <p>{@link StrengthModel#over(double[])} gives the numbers of this state in a loop, bit for bit. A day without a close
 * is passed over: its strength is NaN and the state stays as it was. Memory is bounded by the windows of the signals.
 * Not safe for use by several threads at once.
 */
public final class StrengthState implements RunningStatistic {

    private final StrengthModel model;
    private final List<RunningStatistic> states = new ArrayList<>();
    private final RunningStatistic reference;
    private final Shares shares;
    private final double[] values;
    private final Optional<RunningTest<VarianceRatio>> tested;
    private final int sameAsReference;
    private final int needed;
    private double first = Double.NaN;
    private int count;
    private double extension = Double.NaN;
    private double momentumWeight = Double.NaN;
    private double strength = Double.NaN;

    StrengthState(StrengthModel model) {
        this.model = model;
        model.signals().forEach(weighted -> states.add(weighted.signal().start()));
        this.sameAsReference =
                model.signals().stream().map(Weighted::signal).toList().indexOf(model.reference());
        this.reference = model.reference().start();
        this.shares = Shares.of(model);
        this.values = new double[states.size()];
        this.needed = model.history();
        this.tested = shares.mixed() && model.momentumWeight() instanceof MomentumWeight.Tested test
                ? Optional.of(VarianceRatio.running(test.window(), test.q()))
                : Optional.empty();
    }

    private StrengthState(StrengthState source) {
        this.model = source.model;
        source.states.forEach(state -> states.add(state.copy()));
        this.reference = source.reference.copy();
        this.shares = source.shares;
        this.values = source.values.clone();
        this.tested = source.tested.map(RunningTest::copy);
        this.sameAsReference = source.sameAsReference;
        this.needed = source.needed;
        this.first = source.first;
        this.count = source.count;
        this.extension = source.extension;
        this.momentumWeight = source.momentumWeight;
        this.strength = source.strength;
    }

    /**
     * Takes the next close.
     *
     * @param close a price above zero, or NaN where not observed
     * @return the strength from −1 to 1, NaN for NaN, while there is too little history and where prices do not move
     * @throws IllegalArgumentException if it is not above zero and finite; the state is then unchanged
     */
    @Override
    public double push(double close) {
        if (Double.isNaN(Require.positiveOrMissing(close, "close"))) {
            return Double.NaN;
        }
        first = count == 0 ? close : first;
        count++;
        for (int i = 0; i < values.length; i++) {
            values[i] = states.get(i).push(close);
        }
        extension = sameAsReference < 0 ? reference.push(close) : values[sameAsReference];
        momentumWeight = nextMomentumWeight(close);
        strength = count < needed ? Double.NaN : sum();
        return strength;
    }

    @Override
    public double peek(double close) {
        return Double.isNaN(Require.positiveOrMissing(close, "close")) ? Double.NaN : outlook(close).strength;
    }

    /** The tail state that the next close would give, empty if there would be no strength. */
    Optional<TailState> tailAt(double close) {
        Outlook outlook = outlook(close);
        return Double.isNaN(outlook.strength)
                ? Optional.empty()
                : Optional.of(TailState.of(outlook.extension, outlook.strength));
    }

    private Outlook outlook(double close) {
        Require.positive(close, "close");
        double weight = model.momentumWeight() instanceof MomentumWeight.Fixed fixed
                ? fixed.momentumWeight()
                : tested.map(test -> VarianceRatio.momentumWeight(test.peek(log(first, close))))
                        .orElse(Double.NaN);
        double sum = 0;
        double z = sameAsReference < 0 ? reference.peek(close) : Double.NaN;
        for (int i = 0; i < values.length; i++) {
            double value = states.get(i).peek(close);
            z = i == sameAsReference ? value : z;
            sum += shares.weight(i, weight) * model.signals().get(i).signal().score(value);
        }
        return new Outlook(count + 1 < needed ? Double.NaN : Strength.withinOne(sum), z);
    }

    private record Outlook(double strength, double extension) {}

    /** The strengths of closes none of which is missing: each signal through all days, then their sum day by day. */
    static double[] over(StrengthModel model, double[] close) {
        Shares shares = Shares.of(model);
        double[] momentumWeight = momentumWeights(model, shares, close);
        double[] sums = new double[close.length];
        for (int i = 0; i < model.signals().size(); i++) {
            shares.add(i, momentumWeight, model.signals().get(i).signal().scores(close), sums);
        }
        int first = Math.min(model.history() - 1, sums.length);
        Arrays.fill(sums, 0, first, Double.NaN);
        for (int t = first; t < sums.length; t++) {
            sums[t] = Strength.withinOne(sums[t]);
        }
        return sums;
    }

    /** The state after closes none of which is missing: its numbers only, for it takes no further close. */
    static Optional<Strength> last(StrengthModel model, double[] close) {
        if (close.length < model.history()) {
            return Optional.empty();
        }
        StrengthState state = new StrengthState(model);
        state.count = close.length;
        for (int i = 0; i < state.values.length; i++) {
            state.values[i] = model.signals().get(i).signal().last(close);
        }
        state.extension =
                state.sameAsReference < 0 ? model.reference().last(close) : state.values[state.sameAsReference];
        state.momentumWeight = lastMomentumWeight(model, state.shares, close);
        state.strength = state.sum();
        return state.strength();
    }

    private static double lastMomentumWeight(StrengthModel model, Shares shares, double[] close) {
        if (model.momentumWeight() instanceof MomentumWeight.Tested test && shares.mixed()) {
            return VarianceRatio.momentumWeight(VarianceRatio.last(logs(close), test.window(), test.q()));
        }
        return model.momentumWeight() instanceof MomentumWeight.Fixed fixed ? fixed.momentumWeight() : Double.NaN;
    }

    private static double[] momentumWeights(StrengthModel model, Shares shares, double[] close) {
        double[] momentumWeight = new double[close.length];
        if (model.momentumWeight() instanceof MomentumWeight.Fixed fixed) {
            Arrays.fill(momentumWeight, fixed.momentumWeight());
        } else if (shares.mixed() && model.momentumWeight() instanceof MomentumWeight.Tested test) {
            double[] tested = VarianceRatio.over(logs(close), test.window(), test.q());
            Arrays.setAll(momentumWeight, t -> VarianceRatio.momentumWeight(tested[t]));
        }
        return momentumWeight;
    }

    private static double[] logs(double[] close) {
        double[] logs = new double[close.length];
        Arrays.setAll(logs, t -> log(close[0], close[t]));
        return logs;
    }

    private double nextMomentumWeight(double close) {
        if (model.momentumWeight() instanceof MomentumWeight.Fixed fixed) {
            return fixed.momentumWeight();
        }
        return tested.map(test -> VarianceRatio.momentumWeight(test.push(log(first, close))))
                .orElse(Double.NaN);
    }

    /** Log prices less that of the first close, so that the level of a price costs no digits of its moves. */
    private static double log(double first, double close) {
        return Change.LOGARITHMIC.between(Double.isNaN(first) ? close : first, close);
    }

    private double sum() {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += shares.weight(i, momentumWeight)
                    * model.signals().get(i).signal().score(values[i]);
        }
        return Strength.withinOne(sum);
    }

    /**
     * The strength after the last close with its explanation.
     *
     * @return the strength, empty if there is too little history or prices do not move
     */
    public Optional<Strength> strength() {
        double[] now = new double[width()];
        record(now, 0);
        return recorded(now, count);
    }

    /** How many numbers a recorded close takes. */
    int width() {
        return values.length + 3;
    }

    /** Records the last close from a position on: the value of each signal, the weight, the extension and the strength. */
    void record(double[] rows, int from) {
        System.arraycopy(values, 0, rows, from, values.length);
        rows[from + values.length] = momentumWeight;
        rows[from + values.length + 1] = extension;
        rows[from + values.length + 2] = strength;
    }

    /** The strength of a recorded close, the last of a number of them. */
    Optional<Strength> recorded(double[] row, int closes) {
        if (Double.isNaN(row[values.length + 2])) {
            return Optional.empty();
        }
        double weight = row[values.length];
        List<Contribution> contributions = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            Signal signal = model.signals().get(i).signal();
            contributions.add(new Contribution(
                    signal.name(), signal.family(), row[i], signal.score(row[i]), shares.weight(i, weight)));
        }
        double trend = shares.mixed() ? weight : model.weightOf(Signal.Family.MOMENTUM) > 0 ? 1 : 0;
        return Optional.of(Strength.of(contributions, trend, row[values.length + 1], closes));
    }

    @Override
    public StrengthState copy() {
        return new StrengthState(this);
    }

    /** How many closes were taken. */
    @Override
    public int count() {
        return count;
    }

    /** Whether the last close has a strength. */
    @Override
    public boolean isReady() {
        return !Double.isNaN(strength);
    }

    /** The part of each signal in its family, worked out once: it is asked for at every close. */
    private record Shares(Doubles parts, BitSet ofMomentum, boolean mixed) {

        static Shares of(StrengthModel model) {
            List<Weighted> signals = model.signals();
            double[] parts = new double[signals.size()];
            BitSet ofMomentum = new BitSet();
            for (int i = 0; i < parts.length; i++) {
                Signal.Family family = signals.get(i).signal().family();
                parts[i] = signals.get(i).weight() / model.weightOf(family);
                ofMomentum.set(i, family == Signal.Family.MOMENTUM);
            }
            return new Shares(Doubles.copyOf(parts), ofMomentum, model.isMixed());
        }

        /** Adds what a signal contributes on every day, with the weights of {@link #weight}. */
        void add(int i, double[] momentumWeight, double[] scores, double[] sums) {
            double part = parts.get(i);
            boolean momentum = ofMomentum.get(i);
            for (int t = 0; t < sums.length; t++) {
                double weight = mixed ? part * (momentum ? momentumWeight[t] : 1 - momentumWeight[t]) : part;
                sums[t] += weight * scores[t];
            }
        }

        double weight(int i, double momentumWeight) {
            if (!mixed) {
                return parts.get(i);
            }
            return parts.get(i) * (ofMomentum.get(i) ? momentumWeight : 1 - momentumWeight);
        }
    }
}
