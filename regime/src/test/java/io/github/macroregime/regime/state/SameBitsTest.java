package io.github.macroregime.regime.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.stats.Normal;
import io.github.macroregime.regime.changepoint.ChangePointHistory;
import io.github.macroregime.regime.changepoint.ChangePoints;
import io.github.macroregime.regime.changepoint.ChangePoints.RunLengthPrior;
import io.github.macroregime.regime.hmm.BaumWelch;
import io.github.macroregime.regime.hmm.GaussianHmm;
import io.github.macroregime.regime.hmm.HmmOptions;
import io.github.macroregime.regime.hmm.HmmParameters;
import io.github.macroregime.regime.switching.SwitchingLikelihood;
import io.github.macroregime.regime.switching.SwitchingModel;
import io.github.macroregime.regime.switching.SwitchingOptions;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.math3.special.Beta;
import org.junit.jupiter.api.Test;

/** What goes through a library has the same bits on a machine that has no exponential and logarithm of its own. */
class SameBitsTest {

    @Test
    void aMachineWithoutIntrinsicsGivesTheSameBits() throws IOException, InterruptedException, URISyntaxException {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xint",
                        "-XX:+UnlockDiagnosticVMOptions",
                        "-XX:DisableIntrinsic=_dlog,_dlog10,_dexp,_dpow,_dsin,_dcos,_dtan",
                        "-cp",
                        classPath(),
                        SameBitsTest.class.getName())
                .redirectErrorStream(true)
                .start();
        String output = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(child.waitFor()).as(output).isZero();
        assertThat(output.lines().toList()).isEqualTo(bits());
    }

    /** Prints the bits, in a machine of its own. */
    public static void main(String[] none) {
        bits().forEach(System.out::println);
    }

    private static String classPath() throws URISyntaxException {
        Set<String> places = new LinkedHashSet<>();
        for (Class<?> type : List.of(SameBitsTest.class, GaussianHmm.class, Doubles.class, Beta.class)) {
            URI place = type.getProtectionDomain().getCodeSource().getLocation().toURI();
            places.add(Path.of(place).toString());
        }
        places.add(System.getProperty("java.class.path"));
        return String.join(File.pathSeparator, places);
    }

    private static List<String> bits() {
        double[] x = sample();
        List<String> bits = new ArrayList<>();
        for (double shape : new double[] {1e-3, 0.4, 1, 3.25, 12, 700, 1e6}) {
            ChangePointHistory history =
                    ChangePoints.history(x, RunLengthPrior.withDefaults().withVariance(shape, 0.5), 5);
            add(bits, "alarm", history.alarm());
            add(bits, "evidence", Doubles.of(history.logEvidence()));
        }
        for (int states = 2; states <= 3; states++) {
            Fit<HmmParameters> fit = BaumWelch.fit(
                    x,
                    HmmOptions.withDefaults().withStates(states).withStarts(2).withMaxIterations(20));
            HmmParameters hidden = fit.reached().orElseThrow();
            add(bits, "hmm means", hidden.means());
            add(bits, "hmm variances", hidden.variances());
            add(bits, "hmm filter", GaussianHmm.filter(x, hidden).of(0));
        }
        SwitchingOptions options =
                SwitchingOptions.ofRegressions(1).withStarts(2).withMaxIterations(20);
        SwitchingModel switching = SwitchingLikelihood.fit(x, options).reached().orElseThrow();
        add(bits, "switching levels", switching.levels());
        add(bits, "switching variances", switching.variances());
        add(bits, "stationary", switching.chain().stationaryDistribution().orElseThrow());
        return bits;
    }

    private static void add(List<String> bits, String name, Doubles values) {
        values.stream().forEach(value -> bits.add(name + " " + Double.toHexString(value)));
    }

    // Two calm stretches and a wild one.
    private static double[] sample() {
        double[] x = new double[150];
        for (int t = 0; t < x.length; t++) {
            double normal = Normal.quantile((t * 61 % 151 + 0.5) / 151);
            x[t] = t / 50 == 1 ? 3 * normal - 1 : 0.7 * normal + 0.5;
        }
        return x;
    }
}
