package io.github.macroregime.benchmarks.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ReportTest {

    private static final Machine MACHINE = new Machine("A processor", 2, "8 GB", "A system", "A JVM");

    @Comparison(title = "Rolling things", per = "observation", grows = "window", summary = "window=20")
    private static final class Rolling {}

    private static Trial trial(Role role, String by, String note, int window, double bytes, Double... rounds) {
        return new Trial(
                Rolling.class,
                "mean",
                role,
                by,
                note,
                new TreeMap<>(java.util.Map.of("window", "" + window)),
                List.of(rounds),
                bytes);
    }

    private static List<Trial> trials() {
        return List.of(
                trial(Role.OURS, "ours", "", 10, 8, 1.0, 1.2, 1.1),
                trial(Role.OURS, "ours", "", 20, 8, 1.0, 1.0, 2.0),
                trial(Role.OURS, "ours", "", 40, 8, 1.0, 1.0, 1.0),
                trial(Role.PEER, "A peer", "boxes", 20, 64, 30.0, 40.0, 60.0),
                trial(Role.NAIVE, "naive", "", 20, 0, 0.5, 0.5, 1.0),
                trial(Role.BOUND, "copy", "", 20, Double.NaN, 0.5, 0.5, 0.5));
    }

    private static Report report(List<Trial> trials) {
        return new Report("2025-07-22", "three rounds", "mvn measure", "A peer 1.0", MACHINE, trials);
    }

    /** Ratios inside the rounds are 30, 40 and 30, so that the middle is 30, and not 40 / 1. */
    @Test
    void ratiosAreFormedInsideTheRounds() {
        Trial ours = trials().get(1);
        Trial peer = trials().get(3);
        assertThat(peer.timesSlowerThan(ours)).isEqualTo(30);
        assertThat(peer.median()).isEqualTo(40);
    }

    @Test
    void spreadIsTheFartherEnd() {
        assertThat(trials().get(3).spread()).isEqualTo(0.5);
    }

    @Test
    void medianOfAnEvenNumberLiesBetween() {
        assertThat(Trial.median(List.of(4.0, 1.0, 3.0, 2.0))).isEqualTo(2.5);
    }

    @Test
    void rowHoldsTimeSpreadBytesBoundAndRatios() {
        assertThat(report(trials()).markdown())
                .contains("| question | setting | ours | spread | bytes | ours / bound | A peer, x | naive, x |\n")
                .contains("| mean | window=20 | 1.00 ns | 100 % | 8.00 | 2.00 (copy) | 30.0 | 0.50 |\n")
                .contains("- A peer, mean: boxes\n");
    }

    @Test
    void whatIsQuickerThanOursIsNamed() {
        assertThat(report(trials()).markdown())
                .contains("| Rolling things: mean | window=20 | naive | 2.00 |  |\n")
                .doesNotContain("Nothing but the bounds.");
        List<Trial> ahead = new ArrayList<>(trials());
        ahead.remove(4);
        assertThat(report(ahead).markdown()).contains("Nothing but the bounds.");
    }

    @Test
    void summaryHoldsTheChosenSettingOnly() {
        assertThat(report(trials()).summary())
                .contains("| Rolling things: mean | window=20 | 1.00 ns per observation | 2.00 (copy) | "
                        + "A peer 30.0 · naive 0.50 |\n")
                .contains("2025-07-22")
                .contains("`mvn measure`")
                .doesNotContain("window=10");
    }

    @Test
    void threeSizesHaveAnExponentAndOneHasNone() {
        String growth = report(trials()).markdown();
        growth = growth.substring(growth.indexOf("## Growth"), growth.indexOf("## Every median"));
        assertThat(growth)
                .contains("| Rolling things: mean | ours | observation | window | 10.0 · 20.0 · 40.0 | "
                        + "1.10 ns · 1.00 ns · 1.00 ns | -0.07 |");
        assertThat(growth).doesNotContain("A peer");
    }

    @Test
    void everyMedianIsListed() {
        String all = report(trials()).markdown();
        all = all.substring(all.indexOf("## Every median"));
        assertThat(all.lines().filter(line -> line.startsWith("| Rolling"))).hasSize(trials().size());
        assertThat(all).contains("| Rolling things: mean | window=20 | copy | 0.50 ns | 0 % |  |\n");
    }

    @Test
    void machineStandsInTheFile() {
        assertThat(report(trials()).markdown())
                .startsWith("# Speed on 2025-07-22\n")
                .contains("| A processor | 2 | 8 GB | A system | A JVM |")
                .contains("Peers: A peer 1.0.");
    }

    @Test
    void numbersHaveThreeDigits() {
        assertThat(Report.number(0.0123)).isEqualTo("0.012");
        assertThat(Report.number(1.234)).isEqualTo("1.23");
        assertThat(Report.number(9.996)).isEqualTo("10.0");
        assertThat(Report.number(99.96)).isEqualTo("100");
        assertThat(Report.number(1234.4)).isEqualTo("1,234");
    }

    @Test
    void timesHaveTheirUnit() {
        assertThat(Report.time(2.5)).isEqualTo("2.50 ns");
        assertThat(Report.time(25_000)).isEqualTo("25.0 µs");
        assertThat(Report.time(25_000_000)).isEqualTo("25.0 ms");
    }

    @Test
    void refusesTrialsWithoutTimesAndUnequalRounds() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> trial(Role.OURS, "ours", "", 10, 8))
                .withMessage("rounds of ours must all be above zero but were []");
        Trial three = trials().get(0);
        Trial two = trial(Role.PEER, "A peer", "", 10, 8, 1.0, 2.0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> two.timesSlowerThan(three))
                .withMessage("A peer and ours must have as many rounds but had 2 and 3");
    }
}
