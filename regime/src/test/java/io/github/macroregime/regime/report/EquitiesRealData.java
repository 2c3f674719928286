package io.github.macroregime.regime.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.macroregime.regime.input.MacroQuestion;
import io.github.macroregime.regime.input.MarketInput;
import io.github.macroregime.regime.input.RatesInput;
import io.github.macroregime.regime.report.MacroStatement.Sample;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Equities and the disconnect of credit on days of the real folder; the numbers were computed apart from the files. */
class EquitiesRealData {

    private static final RealFolder FOLDER = new RealFolder(each -> each instanceof MarketInput.Asset
            || each instanceof MarketInput.Sector
            || each instanceof MacroQuestion.AssetClass
            || each instanceof MacroQuestion.EquityGroup
            || each instanceof MarketInput.Opens
            || each instanceof RatesInput.Yield
            || each instanceof MarketInput.Credit);

    private static MacroReport report(String day) {
        return FOLDER.report(LocalDate.parse(day));
    }

    private static String said(MacroReport report, String subject) {
        return report.statement(Topic.EQUITIES, subject).orElseThrow().sentence();
    }

    @Test
    void theLaggardOfTheYearCatchesUp() {
        MacroReport report = report("2025-07-22");
        assertThat(said(report, "Equities, first of the day"))
                .isEqualTo("Homebuilders (ITB) +7.88 %, 15 of 15 over 252 closes before (-14.33 %): the laggard of the"
                        + " year catches up");
        assertThat(said(report, "Equities, last of the day"))
                .startsWith("Information Technology (XLK) -0.93 %, 6 of 15");
        MacroStatement catchUp =
                report.statement(Topic.EQUITIES, "Equities, catch-up").orElseThrow();
        assertThat(catchUp.sentence())
                .isEqualTo("Homebuilders (ITB), Health Care (XLV), Energy (XLE) +3.40 %, the other 12 +0.71 %; rank"
                        + " correlation -0.55");
        assertThat(catchUp.figure()).hasToString("2.69 pp");
        assertThat(catchUp.sample()).isEqualTo(Sample.of(15, "names"));
        assertThat(report.part(EquitiesPart.class).orElseThrow().remark("Health Care (XLV)"))
                .contains("the laggard of the year catches up");
        assertThat(DaySummary.of(report)
                        .line(DaySummary.Axis.MOVERS)
                        .orElseThrow()
                        .text())
                .startsWith("Homebuilders (ITB) +7.88 %")
                .contains("the laggard of the year catches up");
    }

    @Test
    void sectorsAndTheSevenLargest() {
        MacroReport report = report("2025-07-22");
        assertThat(said(report, "Sectors, catch-up"))
                .isEqualTo("Health Care (XLV), Energy (XLE) +1.17 %, the other 9 +0.71 %; rank correlation -0.45");
        assertThat(List.of(
                        said(report, "Equities, above the 10-day mean"),
                        said(report, "Equities, above the 50-day mean"),
                        said(report, "Sectors, above the 20-day mean"),
                        said(report, "Magnificent Seven, above the 10-day mean"),
                        said(report, "Magnificent Seven, above the 20-day mean")))
                .containsExactly("13 of 15", "15 of 15", "9 of 11", "4 of 7", "6 of 7");
        MacroStatement rotation =
                report.statement(Topic.EQUITIES, "Rotation of sectors").orElseThrow();
        assertThat(rotation.state()).isEqualTo("another order, breadth improved");
        assertThat(rotation.sentence())
                .isEqualTo(
                        "against 2025-07-21 6 up became 10; rank correlation +0.05; climbed Health Care (XLV) from 10"
                                + " to 1, Energy (XLE) from 11 to 8, Real Estate (XLRE) from 4 to 2; fell Communication"
                                + " Services (XLC) from 1 to 10, Information Technology (XLK) from 6 to 11, Consumer"
                                + " Discretionary (XLY) from 3 to 5");
        assertThat(said(report, "Magnificent Seven, mean return"))
                .isEqualTo("-0.39 %, 3 of 7 up, S&P 500 +0.06 % close to close");
    }

    /** The 9th of July 2025 is the day on which both measures are far apart. */
    @Test
    void theMoveOfTheIndexByBothMeasures() {
        MacroReport july22 = report("2025-07-22");
        assertThat(said(july22, "S&P 500, close to close")).isEqualTo("+0.06 %");
        assertThat(said(july22, "S&P 500, open to close")).isEqualTo("+0.05 %");
        MacroReport july9 = report("2025-07-09");
        assertThat(said(july9, "S&P 500, close to close")).isEqualTo("+0.61 %");
        assertThat(said(july9, "S&P 500, open to close")).isEqualTo("+0.32 %");
        assertThat(DaySummary.of(july9)
                        .line(DaySummary.Axis.INDEX)
                        .orElseThrow()
                        .text())
                .contains(", close to close; open to close +0.32 %");
    }

    @Test
    void theDisconnectOfTheDay() {
        MacroReport report = report("2025-07-22");
        assertThat(report.statements(Topic.CREDIT).stream()
                        .filter(each -> each.subject().endsWith("yield, day"))
                        .map(MacroStatement::sentence))
                .containsExactly(
                        "10-year fell 3.0 bp, US IG OAS did not follow (+1.0 bp), from 2025-07-21 to 2025-07-22",
                        "10-year fell 3.0 bp, US HY OAS did not follow (+1.0 bp), from 2025-07-21 to 2025-07-22");
        assertThat(DaySummary.of(report)
                        .line(DaySummary.Axis.CREDIT)
                        .orElseThrow()
                        .text())
                .contains("10-year fell 3.0 bp, US IG OAS did not follow (+1.0 bp)");
    }
}
