package io.github.macroregime.regime.report;

import static io.github.macroregime.regime.report.ByHand.HAND;
import static io.github.macroregime.regime.report.ByHand.TUESDAY;
import static io.github.macroregime.regime.report.ByHand.asset;
import static io.github.macroregime.regime.report.ByHand.sector;
import static io.github.macroregime.regime.report.Parts.inputs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.series.PublishedSeries;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.equities.contribution.ContributionReport;
import io.github.macroregime.equities.contribution.Position;
import io.github.macroregime.regime.input.Gap;
import io.github.macroregime.regime.input.MacroInput;
import io.github.macroregime.regime.input.MacroInputs;
import io.github.macroregime.regime.input.MacroOptions;
import io.github.macroregime.regime.input.MacroQuestion.EquityGroup;
import io.github.macroregime.regime.input.MarketInput;
import io.github.macroregime.regime.report.EquitiesPart.AboveMean;
import io.github.macroregime.regime.report.EquitiesPart.SectorDay;
import io.github.macroregime.regime.report.MacroStatement.Sample;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Groups of equities, sectors and contributions on a day, by hand. */
class GroupDayTest {

    private static MacroReport report(LocalDate date, MacroInput... inputs) {
        return MacroReport.of(MacroInputs.of(inputs), date, MacroOptions.withDefaults(), Set.of(Topic.EQUITIES));
    }

    /** A year on a straight line from 100 to the level, then the return of the day. */
    private static MarketInput.Asset year(String name, double before, double percent) {
        return new MarketInput.Asset(ByHand.daily(
                name, Unit.PRICE, 254, i -> i < 253 ? 100 + (before - 100) * i / 252 : before * (1 + percent / 100)));
    }

    /** Eight members of which A and B fell most in the year and G and H rose most. */
    private static EquitiesPart eight(double... percent) {
        double[] before = {60, 70, 80, 90, 110, 120, 130, 140};
        MacroInput[] inputs = new MacroInput[9];
        for (int i = 0; i < 8; i++) {
            inputs[i] = year(String.valueOf((char) ('A' + i)), before[i], percent[i]);
        }
        inputs[8] = new EquityGroup("Eight", List.of("A", "B", "C", "D", "E", "F", "G", "H"), List.of());
        return report(TUESDAY, inputs).part(EquitiesPart.class).orElseThrow();
    }

    @Test
    void aQuarterAreLaggardsAndAQuarterLeaders() {
        EquitiesPart second = eight(1, 5, 0, 0, 0, 0, -4, 1);
        assertThat(second.remark("B")).contains("one of the year's laggards catches up");
        assertThat(second.remark("G")).contains("one of the year's leaders falls back");
        EquitiesPart middle = eight(1, 1, 5, -4, 1, 1, 1, 1);
        assertThat(middle.remark("C")).isEmpty();
        assertThat(middle.remark("D")).isEmpty();
        EquitiesPart trend = eight(0, -4, 0, 0, 0, 0, 5, 0);
        assertThat(trend.remark("B")).contains("one of the year's laggards falls further behind");
        assertThat(trend.remark("G")).contains("one of the year's leaders leads on");
    }

    @Test
    void laggardsAgainstTheOthers() {
        EquitiesPart part = eight(2, 4, 0, 0, 0, 0, 0, 6);
        MacroStatement catchUp =
                Parts.report(part).statement(Topic.EQUITIES, "Eight, catch-up").orElseThrow();
        // A and B made 3 %, the other six 1 %.
        assertThat(catchUp.figure().quoted()).isEqualTo(2, within(1e-9));
        assertThat(catchUp.state()).isEqualTo("laggards catch up");
        assertThat(Parts.report(eight(-2, -4, 0, 0, 0, 0, 0, 0))
                        .statement(Topic.EQUITIES, "Eight, catch-up")
                        .orElseThrow()
                        .state())
                .isEqualTo("laggards fall behind");
    }

    @ParameterizedTest
    @CsvSource({"2, 3, broad", "1, 3, narrow", "1, 2, mixed", "0, 5, narrow", "5, 5, broad", "5, 8, mixed"})
    void broadFromTwoThirdsAndNarrowToOneThird(int above, int names, String state) {
        AboveMean mean = new AboveMean(50, above, names);
        assertThat(mean.state()).isEqualTo(state);
        assertThat(mean.share()).isEqualTo((double) above / names);
    }

    @Test
    void refusals() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AboveMean(0, 0, 1))
                .withMessage("window must be at least 1 but was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AboveMean(10, -1, 1))
                .withMessage("above must be at least 0 but was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AboveMean(10, 3, 2))
                .withMessage("names must be at least 3 but was 2");
    }

    @Property(tries = 40)
    void sectorsStandInTheOrderOfTheirReturnsAndAreCountedOnce(
            @ForAll @Size(min = 2, max = 9) List<@DoubleRange(min = -5, max = 5) Double> percent) {
        MacroInput[] sectors = IntStream.range(0, percent.size())
                .mapToObj(i -> sector("S" + i, 100, 100 + percent.get(i)))
                .toArray(MacroInput[]::new);
        MacroReport report = report(TUESDAY, sectors);
        EquitiesPart part = report.part(EquitiesPart.class).orElseThrow();
        List<SectorDay> days = part.sectors();
        assertThat(days).hasSameSizeAs(percent);
        for (int i = 1; i < days.size(); i++) {
            assertThat(days.get(i).periodReturn().decimal())
                    .isLessThanOrEqualTo(days.get(i - 1).periodReturn().decimal());
        }
        double mean = percent.stream().mapToDouble(Double::doubleValue).sum() / percent.size();
        assertThat(part.equalWeightMean().orElseThrow().percent()).isEqualTo(mean, within(1e-9));
        MacroStatement breadth =
                report.statement(Topic.EQUITIES, "Breadth of sectors").orElseThrow();
        String[] counts = breadth.sentence().split("\\D+");
        int up = Integer.parseInt(counts[0]);
        int down = Integer.parseInt(counts[1]);
        assertThat(up + down + Integer.parseInt(counts[2])).isEqualTo(percent.size());
        assertThat(breadth.figure().value()).isEqualTo(up - down);
        assertThat(breadth.state()).isEqualTo(up > down ? "up" : up < down ? "down" : "even");
    }

    @Test
    void aSaturdayTellsFridayAndSaysSo() {
        LocalDate saturday = LocalDate.of(2025, 7, 26);
        List<LocalDate> days = List.of(LocalDate.of(2025, 7, 24), LocalDate.of(2025, 7, 25));
        MacroReport report = report(
                saturday,
                new MarketInput.Sector(PublishedSeries.daily(
                        "Energy", TimeSeries.ofQuoted(days, new double[] {100, 101}, Unit.PRICE), HAND)));
        assertThat(report.gaps())
                .contains(new Gap(
                        "a session on 2025-07-26, a Saturday", "sector returns are those of 2025-07-25, a Friday"));
        assertThat(report.statement(Topic.EQUITIES, "Strongest sector")
                        .orElseThrow()
                        .observed())
                .isEqualTo(LocalDate.of(2025, 7, 25));
    }

    @Property(tries = 40)
    void contributionsSumToTheIndex(
            @ForAll @Size(min = 2, max = 8) List<@DoubleRange(min = -5, max = 5) Double> percent) {
        double weight = 1.0 / percent.size();
        ContributionReport day = ContributionReport.of(
                TUESDAY,
                IntStream.range(0, percent.size())
                        .mapToObj(i -> Position.held("N" + i, weight, Rate.ofPercent(percent.get(i))))
                        .toList());
        EquitiesPart part = new EquitiesPart(
                List.of(),
                List.of(new MarketInput.Contributions.Reported("Index", day, HAND)),
                List.of(),
                List.of(),
                List.of(),
                inputs("Index"));
        MacroReport report = Parts.report(part);
        double sum = percent.stream().mapToDouble(each -> each * weight).sum();
        MacroStatement whole =
                report.statement(Topic.EQUITIES, "Index, the day").orElseThrow();
        assertThat(whole.figure().quoted()).isEqualTo(sum, within(1e-9));
        double most = percent.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
        double least = percent.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
        assertThat(report.statement(Topic.EQUITIES, "Index, largest contribution")
                        .orElseThrow()
                        .figure()
                        .quoted())
                .isEqualTo(most * weight, within(1e-9));
        assertThat(report.statement(Topic.EQUITIES, "Index, smallest contribution")
                        .orElseThrow()
                        .figure()
                        .quoted())
                .isEqualTo(least * weight, within(1e-9));
        report.statement(Topic.EQUITIES, "Index, concentration")
                .ifPresent(each -> assertThat(each.figure().value()).isBetween(1 - 1e-9, percent.size() + 1e-9));
    }

    @ParameterizedTest
    @CsvSource({
        // Sizes 1, 1, 1 count as three, 8, 1, 1 as one over 0.66; up to one of three is concentrated.
        "1, 1, spread",
        "8, 1, in between",
        "1, 0, concentrated"
    })
    void concentrationOfThreeLines(double first, double others, String state) {
        double sum = first + 2 * others;
        double number = sum * sum / (first * first + 2 * others * others);
        ContributionReport day = ContributionReport.of(
                TUESDAY,
                List.of(
                        Position.held("X", 0.4, Rate.ofPercent(first / 0.4)),
                        Position.held("Y", 0.3, Rate.ofPercent(others / 0.3)),
                        Position.held("Z", 0.3, Rate.ofPercent(-others / 0.3))));
        EquitiesPart part = new EquitiesPart(
                List.of(),
                List.of(new MarketInput.Contributions.Reported("Index", day, HAND)),
                List.of(),
                List.of(),
                List.of(),
                inputs("Index"));
        MacroStatement said = Parts.report(part)
                .statement(Topic.EQUITIES, "Index, concentration")
                .orElseThrow();
        assertThat(said.figure().value()).isEqualTo(number, within(1e-9));
        assertThat(said.state()).isEqualTo(state);
        assertThat(said.sample()).isEqualTo(Sample.of(3, "lines"));
    }

    @Test
    void contributionsOfAnotherDayAreNotTold() {
        ContributionReport monday =
                ContributionReport.of(ByHand.MONDAY, List.of(Position.held("X", 1, Rate.ofPercent(1))));
        MacroReport report =
                report(TUESDAY, new MarketInput.Contributions.Reported("Index", monday, HAND), asset("X", 100, 101));
        assertThat(report.parts()).isEmpty();
        assertThat(report.gaps())
                .contains(
                        new Gap("contributions of 2025-07-22", "what moved the index is not split"),
                        new Gap("closes of sectors", "breadth is not counted"));
    }
}
