package io.github.macroregime.regime.hmm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.regime.state.FilteredStates;
import io.github.macroregime.regime.state.Fit;
import io.github.macroregime.regime.state.HindsightGap;
import io.github.macroregime.regime.state.HindsightPath;
import io.github.macroregime.regime.state.HindsightStates;
import io.github.macroregime.regime.state.MarkovChain;
import io.github.macroregime.regime.state.ParameterScope;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hidden states of short samples against sums over every sequence of states there is. */
class HmmByHandTest {

    private static final double[] X = {0.3, -1.2, Double.NaN, 2.5, 1.9, -0.4};

    /** A model whose numbers are all different. */
    private static HmmParameters model(int states) {
        double[][] rows = new double[states][states];
        double[] initial = new double[states];
        double[] means = new double[states];
        double[] variances = new double[states];
        for (int i = 0; i < states; i++) {
            for (int j = 0; j < states; j++) {
                rows[i][j] = i == j ? 4 + i : 1 + 0.3 * j + 0.2 * i;
            }
            double sum = Arrays.stream(rows[i]).sum();
            for (int j = 0; j < states; j++) {
                rows[i][j] /= sum;
            }
            initial[i] = 2.0 * (i + 1) / (states * (states + 1));
            means[i] = 1.1 * i - 0.7;
            variances[i] = 0.8 + 0.5 * i;
        }
        return HmmParameters.of(initial, MarkovChain.of(rows), means, variances);
    }

    /** What all sequences of states tell of a sample, each weighed by its density. */
    private static final class Sequences {

        private final double[][] states;
        private final double[][] moves;
        private final int[] likeliest;
        private double density;
        private double highest;

        Sequences(double[] x, HmmParameters model) {
            int n = model.states();
            states = new double[x.length][n];
            moves = new double[n][n];
            likeliest = new int[x.length];
            int[] path = new int[x.length];
            for (int number = 0; number < Math.pow(n, x.length); number++) {
                for (int t = 0, rest = number; t < x.length; t++, rest /= n) {
                    path[t] = rest % n;
                }
                add(path, joint(x, model, path));
            }
        }

        private void add(int[] path, double joint) {
            density += joint;
            for (int t = 0; t < path.length; t++) {
                states[t][path[t]] += joint;
                if (t > 0) {
                    moves[path[t - 1]][path[t]] += joint;
                }
            }
            if (joint > highest) {
                highest = joint;
                System.arraycopy(path, 0, likeliest, 0, path.length);
            }
        }

        private static double joint(double[] x, HmmParameters model, int[] path) {
            double joint = model.initial().get(path[0]);
            for (int t = 0; t < x.length; t++) {
                joint *= t == 0 ? 1 : model.chain().transition().get(path[t - 1], path[t]);
                if (!Double.isNaN(x[t])) {
                    double variance = model.variances().get(path[t]);
                    double distance = x[t] - model.means().get(path[t]);
                    joint *= Math.exp(-distance * distance / (2 * variance)) / Math.sqrt(2 * Math.PI * variance);
                }
            }
            return joint;
        }

        double probability(int t, int state) {
            return states[t][state] / density;
        }

        double moves(int from, int to) {
            return moves[from][to] / density;
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void probabilitiesAreSharesOfAllSequences(int n) {
        HmmParameters model = model(n);
        Sequences all = new Sequences(X, model);
        FilteredStates filtered = GaussianHmm.filter(X, model);
        HindsightStates smoothed = GaussianHmm.smoothHindsight(X, model);
        assertThat(filtered.logLikelihood()).isCloseTo(Math.log(all.density), within(1e-13));
        assertThat(GaussianHmm.logLikelihood(X, model)).isCloseTo(Math.log(all.density), within(1e-13));
        assertThat(filtered.observed()).isEqualTo(5);
        for (int t = 0; t < X.length; t++) {
            Sequences until = new Sequences(Arrays.copyOf(X, t + 1), model);
            double[] before = Arrays.copyOf(X, t + 1);
            before[t] = Double.NaN;
            Sequences ahead = new Sequences(before, model);
            for (int k = 0; k < n; k++) {
                assertThat(filtered.probabilities().get(t, k)).isCloseTo(until.probability(t, k), within(1e-14));
                assertThat(filtered.predicted().get(t, k)).isCloseTo(ahead.probability(t, k), within(1e-14));
                assertThat(smoothed.probabilities().get(t, k)).isCloseTo(all.probability(t, k), within(1e-14));
            }
            assertThat(GaussianHmm.probability(X, model, n - 1)[t])
                    .isEqualTo(filtered.probabilities().get(t, n - 1));
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                assertThat(smoothed.expectedTransitions().get(i, j)).isCloseTo(all.moves(i, j), within(1e-13));
            }
        }
        HindsightPath path = GaussianHmm.viterbiHindsight(X, model);
        assertThat(path.states()).isEqualTo(Arrays.stream(all.likeliest).boxed().toList());
        assertThat(path.logProbability()).isCloseTo(Math.log(all.highest), within(1e-13));
        HindsightGap gap = GaussianHmm.hindsightGap(X, model);
        assertThat(gap.observations()).isEqualTo(6);
        assertThat(gap.differing()).isEqualTo((int) IntStream.range(0, 6)
                .filter(t -> filtered.labels()[t] != smoothed.labels()[t])
                .count());
    }

    /** Of two sequences that are equally likely the one with the lower number at the latest difference. */
    @Test
    void equallyLikelyPathsAreDecidedByTheLowerState() {
        HmmParameters same = new HmmParameters(
                Doubles.of(0.5, 0.5), MarkovChain.ofTwoStates(0.5, 0.5), Doubles.of(1, 1), Doubles.of(2, 2));
        assertThat(GaussianHmm.viterbiHindsight(new double[] {1, 2, 3}, same).states())
                .containsExactly(0, 0, 0);
    }

    /** The maximisation by hand from the shares of all sequences. */
    private static HmmParameters maximised(double[] x, HmmParameters model, ParameterScope scope, double floor) {
        int n = model.states();
        Sequences all = new Sequences(x, model);
        double[] initial = new double[n];
        double[] means = new double[n];
        double[] variances = new double[n];
        double[][] rows = new double[n][n];
        double pooled = 0;
        double observed = 0;
        for (int k = 0; k < n; k++) {
            int state = k;
            int[] seen = IntStream.range(0, x.length)
                    .filter(t -> !Double.isNaN(x[t]))
                    .toArray();
            double weight = Arrays.stream(seen)
                    .mapToDouble(t -> all.probability(t, state))
                    .sum();
            initial[k] = all.probability(0, k);
            means[k] = Arrays.stream(seen)
                            .mapToDouble(t -> all.probability(t, state) * x[t])
                            .sum()
                    / weight;
            double squares = Arrays.stream(seen)
                    .mapToDouble(t -> all.probability(t, state) * (x[t] - means[state]) * (x[t] - means[state]))
                    .sum();
            variances[k] = Math.max(squares / weight, floor);
            pooled += squares;
            observed += weight;
            double left =
                    IntStream.range(0, n).mapToDouble(j -> all.moves(state, j)).sum();
            for (int j = 0; j < n; j++) {
                rows[k][j] = all.moves(k, j) / left;
            }
        }
        if (scope == ParameterScope.COMMON) {
            Arrays.fill(variances, Math.max(pooled / observed, floor));
        }
        return HmmParameters.of(initial, MarkovChain.of(rows), means, variances);
    }

    private static void assertClose(HmmParameters one, HmmParameters other) {
        assertThat(one.initial().toArray()).containsExactly(other.initial().toArray(), within(1e-12));
        assertThat(one.means().toArray()).containsExactly(other.means().toArray(), within(1e-12));
        assertThat(one.variances().toArray()).containsExactly(other.variances().toArray(), within(1e-12));
        for (int k = 0; k < one.states(); k++) {
            assertThat(one.chain().transition().row(k).toArray())
                    .containsExactly(other.chain().transition().row(k).toArray(), within(1e-12));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void aStepIsTheMaximisationByHand(int n) {
        assertClose(BaumWelch.step(X, model(n), 0), maximised(X, model(n), ParameterScope.SWITCHING, 0));
        assertClose(BaumWelch.step(X, model(n), 1.5), maximised(X, model(n), ParameterScope.SWITCHING, 1.5));
        assertThatThrownBy(() -> BaumWelch.step(new double[0], model(n), 0))
                .hasMessage("x must have at least one number");
    }

    /** What no observation tells of stays: the variance of a sample without numbers, the row of a state left never. */
    @Test
    void whatIsNotSeenStays() {
        HmmParameters model = model(2);
        HmmParameters unseen = BaumWelch.step(new double[] {Double.NaN}, model, 0);
        assertThat(unseen.means()).isEqualTo(model.means());
        assertThat(unseen.variances()).isEqualTo(model.variances());
        assertThat(unseen.chain()).isEqualTo(model.chain());
        assertThat(unseen.initial()).isEqualTo(model.initial());
    }

    /** The median of the sorted sample is 5; the distances from it are 0, 1, 2, 3, 3, 4, 9 and 15. */
    @Test
    void startsAreGroupsBySizeAndByDistanceFromTheMedian() {
        double[] x = {20, 3, 5, 1, 2, 14, 8, 6};
        HmmOptions options = HmmOptions.withDefaults();
        HmmParameters near = BaumWelch.start(x, options, 0, 0.01);
        assertThat(near.initial()).isEqualTo(Doubles.of(0.5, 0.5));
        // By distance from 6, the upper of the middle two: 6 5 8 3 and 2 1 14 20.
        assertThat(near.means()).isEqualTo(Doubles.of(5.5, 9.25));
        assertThat(near.variances().get(0)).isCloseTo((0.25 + 0.25 + 6.25 + 6.25) / 4, within(1e-14));
        assertThat(near.chain()).isEqualTo(MarkovChain.persistent(2, 0.98));
        // By size: 1 2 3 5 and 6 8 14 20.
        HmmParameters size = BaumWelch.start(x, options, 3, 60);
        assertThat(size.means()).isEqualTo(Doubles.of(2.75, 12));
        assertThat(size.variances()).isEqualTo(Doubles.of(60, 60));
        assertThat(size.chain()).isEqualTo(MarkovChain.persistent(2, 0.95));
        // Thirds of eight: two, three and three.
        HmmParameters thirds = BaumWelch.start(x, options.withStates(3), 7, 0.01);
        assertThat(thirds.means().toArray()).containsExactly(new double[] {1.5, 14 / 3.0, 14}, within(1e-14));
        assertThat(thirds.chain()).isEqualTo(MarkovChain.persistent(3, 0.8));
        HmmParameters common = BaumWelch.start(x, options.withVariances(ParameterScope.COMMON), 1, 0.01);
        // Population variances 35/16 and 30, one for both.
        assertThat(common.variances().toArray())
                .containsExactly(new double[] {(35 / 16.0 + 30) / 2, (35 / 16.0 + 30) / 2}, within(1e-13));
    }

    /** One iteration is the step of the start and the one that it is compared with. */
    @ParameterizedTest
    @ValueSource(strings = {"SWITCHING", "COMMON"})
    void anIterationTakesAStepFromTheStart(String name) {
        double[] x = {1, 2, 14, 20, 3, 5, 8};
        ParameterScope scope = ParameterScope.valueOf(name);
        HmmOptions options = HmmOptions.withDefaults()
                .withVariances(scope)
                .withMaxIterations(1)
                .withStarts(1);
        double floor = 0.001 * (699 - 53 * 53 / 7.0) / 7;
        HmmParameters start = BaumWelch.start(x, options, 0, floor);
        HmmParameters once = maximised(x, start, scope, floor);
        HmmParameters twice = BaumWelch.ordered(maximised(x, once, scope, floor), options.order());
        Fit.IterationLimit<?> fit = (Fit.IterationLimit<?>) BaumWelch.fit(x, options);
        assertClose((HmmParameters) fit.model(), twice);
        double before = Math.log(new Sequences(x, start).density);
        double after = Math.log(new Sequences(x, once).density);
        assertThat(fit.logLikelihood()).isCloseTo(after, within(1e-12));
        assertThat(fit.lastRise()).isCloseTo(after - before, within(1e-12));
    }

    /** A fit ends at the first step that raises the likelihood by less than the tolerance times its size. */
    @Test
    void aFitEndsWhereAStepRaisesTheLikelihoodByLittle() {
        double[] x = new double[120];
        Arrays.setAll(x, t -> Math.sin(12.9898 * t) + (t / 30 % 2 == 0 ? 0 : 3));
        HmmOptions options = HmmOptions.withDefaults().withStarts(1).withTolerance(1e-4);
        HmmParameters reached = BaumWelch.start(x, options, 0, 1e-9);
        double before = GaussianHmm.logLikelihood(x, reached);
        int iterations = 0;
        boolean ended = false;
        while (!ended) {
            reached = BaumWelch.step(x, reached, 1e-9);
            double after = GaussianHmm.logLikelihood(x, reached);
            ended = after - before <= 1e-4 * Math.abs(after);
            before = after;
            iterations++;
        }
        Fit.Converged<HmmParameters> fit = (Fit.Converged<HmmParameters>) options.fit(x);
        assertThat(iterations).isGreaterThan(3);
        assertThat(fit.iterations()).isEqualTo(iterations);
        assertThat(fit.logLikelihood()).isCloseTo(before, within(1e-9));
        assertClose(fit.model(), BaumWelch.ordered(reached, options.order()));
    }

    /** Every start climbs to a top of its own; a fit of more starts is never less likely, and the earliest of equals is taken. */
    @Test
    void theLikeliestOfAllStartsIsTaken() {
        double[] x = new double[40];
        Arrays.setAll(x, t -> 3 * Math.sin(12.9898 * 7 * t) + t / 7 % 2 * 2);
        HmmOptions options = HmmOptions.withDefaults();
        double highest = Double.NEGATIVE_INFINITY;
        int of = -1;
        for (int starts = 1; starts <= 8; starts++) {
            Fit.Converged<HmmParameters> fit =
                    (Fit.Converged<HmmParameters>) options.withStarts(starts).fit(x);
            assertThat(fit.logLikelihood()).isGreaterThanOrEqualTo(highest);
            of = fit.logLikelihood() > highest ? starts - 1 : of;
            highest = fit.logLikelihood();
            assertThat(fit.start()).isEqualTo(of);
            assertThat(fit.freeParameters()).isEqualTo(7);
        }
        assertThat(of).isPositive();
    }

    @Test
    void asManyDifferentNumbersAsStatesAreNeeded() {
        HmmOptions two = HmmOptions.withDefaults();
        assertThat(two.fit(new double[] {1, 2, 1})).isNotInstanceOf(Fit.NotIdentified.class);
        assertThat(two.fit(new double[] {1, 2, Double.NaN})).isInstanceOf(Fit.NotIdentified.class);
        assertThat(two.withStates(3).fit(new double[] {1, 2, 1, 2})).isInstanceOf(Fit.NotIdentified.class);
        assertThat(two.withStates(3).fit(new double[] {1, 2, 3, 2})).isNotInstanceOf(Fit.NotIdentified.class);
        assertThat(two.withStates(1).fit(new double[] {1, 1, 1})).isInstanceOf(Fit.NotIdentified.class);
    }

    /**
     * The state at 0 cannot be entered and is e to the 1800 likelier; of the others 1800 and 1800.30005 are half of their
     * squared distances.
     */
    @ParameterizedTest
    @ValueSource(ints = {3, 4})
    void theLikeliestOfWhatCanBeReachedDecides(int n) {
        double[][] rows = new double[n][n];
        double[] initial = new double[n];
        double[] means = new double[n];
        double[] variances = new double[n];
        Arrays.fill(variances, 1);
        for (int k = 0; k < n; k++) {
            rows[k][k] = 1;
        }
        initial[1] = 0.25;
        initial[2] = 0.75;
        means[1] = 60;
        means[2] = 60.005;
        HmmParameters model = HmmParameters.of(initial, MarkovChain.of(rows), means, variances);
        double other = 0.75 * Math.exp(-(60.005 * 60.005 - 3600) / 2);
        FilteredStates filtered = GaussianHmm.filter(new double[] {0}, model);
        assertThat(filtered.of(1).get(0)).isCloseTo(0.25 / (0.25 + other), within(1e-13));
        assertThat(filtered.of(2).get(0)).isCloseTo(other / (0.25 + other), within(1e-13));
        assertThat(filtered.of(0).get(0)).isZero();
        double expected = Math.log(0.25 + other) - 1800 - 0.5 * Math.log(2 * Math.PI);
        assertThat(filtered.logLikelihood()).isCloseTo(expected, within(1e-11));
        assertThat(GaussianHmm.logLikelihoodIncrements(new double[] {0}, model)[0])
                .isCloseTo(expected, within(1e-11));
    }

    /** All starts of one state are alike, so that the first is taken; equal observations end at the stated floor. */
    @Test
    void theFirstOfEqualStartsIsTakenAndTheFloorIsAShareOfTheVariance() {
        HmmOptions options = HmmOptions.withDefaults();
        double[] x = {1, 1, 1, 1, 1, 1, 5, 9, 4, 8, 6, 7, 5, 1, 1, 1, 1, 1};
        assertThat(((Fit.Converged<HmmParameters>) options.withStates(1).fit(x)).start())
                .isZero();
        Fit.AtFloor<HmmParameters> fit = (Fit.AtFloor<HmmParameters>) options.fit(x);
        // The sum is 55 and that of the squares 307, of 18 numbers.
        assertThat(fit.floor()).isCloseTo(0.001 * (307 / 18.0 - 55 / 18.0 * 55 / 18.0), within(1e-15));
    }

    /** In blocks, in a loop and one by one, over gaps and far outliers, beyond what a product of densities can hold. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void longSamplesAreFilteredInBlocksAsOneByOne(int n) {
        double[] x = new double[1300];
        Arrays.setAll(x, t -> t % 97 == 5 ? Double.NaN : 9 * Math.sin(12.9898 * t) + (t % 400 == 77 ? 300 : 0));
        HmmParameters model = model(n);
        FilteredStates batch = GaussianHmm.filter(x, model);
        HmmFilter stream = HmmFilter.of(model);
        double sum = 0;
        for (int t = 0; t < x.length; t++) {
            assertThat(stream.predicted()).isEqualTo(batch.predicted().row(t));
            assertThat(stream.push(x[t])).isEqualTo(batch.probabilities().row(t));
            sum += stream.lastIncrement();
        }
        assertThat(batch.logLikelihood()).isCloseTo(sum, within(1e-11 * Math.abs(sum)));
        assertThat(stream.logLikelihood()).isEqualTo(batch.logLikelihood());
        assertThat(GaussianHmm.logLikelihood(x, model)).isEqualTo(batch.logLikelihood());
        double increments = 0;
        for (double each : GaussianHmm.logLikelihoodIncrements(x, model)) {
            increments += each;
        }
        assertThat(increments).isEqualTo(sum);
    }
}
