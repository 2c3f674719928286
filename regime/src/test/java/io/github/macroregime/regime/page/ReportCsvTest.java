package io.github.macroregime.regime.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.PublicationLag.Basis;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.credit.band.Band;
import io.github.macroregime.credit.band.BandHistory;
import io.github.macroregime.credit.band.Bands;
import io.github.macroregime.credit.band.Severity;
import io.github.macroregime.credit.band.SwitchPolicy;
import io.github.macroregime.regime.macro.Quadrant;
import io.github.macroregime.regime.macro.QuadrantHistory;
import io.github.macroregime.regime.macro.QuadrantOptions;
import io.github.macroregime.regime.macro.QuadrantProbabilities;
import io.github.macroregime.regime.macro.QuadrantReading;
import io.github.macroregime.regime.section.Chart;
import io.github.macroregime.regime.section.Chart.Form;
import io.github.macroregime.regime.section.Chart.Line;
import io.github.macroregime.regime.section.Table;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportCsvTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "plain | plain",
                "a,b | \"a,b\"",
                "say \"it\" | \"say \"\"it\"\"\"",
                "#1 | \"#1\"",
                "+1.5 % | +1.5 %"
            })
    void aFieldIsQuotedWhereAReaderWouldBreakIt(String field, String written) {
        Table table = new Table(Table.columns("Name"), List.of(List.of(field)));
        assertThat(ReportCsv.text(table)).isEqualTo("Name\n" + written + "\n");
    }

    @Test
    void aLineBreakStaysWithinItsField() {
        Table table = new Table(Table.columns("Name", "#n"), List.of(List.of("two\nlines", "1")));
        assertThat(ReportCsv.text(table)).isEqualTo("Name,n\n\"two\nlines\",1\n");
    }

    @Test
    void aColumnOfNumbersHoldsNumbersAlone() {
        Table table = new Table(
                Table.columns("Asset", "#Close", "#Sharpe", "#held", "#Right", "=Up", "#held"),
                List.of(
                        List.of("Gold", "3,439.20", "-0.13 [-0.47, 0.21]", "0.70", "58.7 (57.3)", "to +3.07", "+1.0 %"),
                        List.of("Oil", "68.19", "-", "", "none", "-2.5", "-")));
        assertThat(ReportCsv.text(table)).isEqualTo("""
            Asset,Close,Sharpe,Sharpe low,Sharpe high,held,Right,Right bracket,Right text,Up,Up text,held 2,held 2 text
            Gold,3439.20,-0.13,-0.47,0.21,0.70,58.7,57.3,,,to +3.07,1.0,%
            Oil,68.19,,,,,,,none,-2.5,,,
            """);
    }

    @Test
    void aQuadrantHistoryIsALineForEachRelease() {
        QuadrantReading reading = new QuadrantReading(
                LocalDate.of(2025, 7, 16),
                Basis.ASSUMED_LAG,
                LocalDate.of(2025, 6, 1),
                Rate.ofPercent(0.58),
                Rate.ofPercent(-0.25),
                Rate.ofPercent(2.67),
                Rate.ofPercent(0.27),
                QuadrantProbabilities.ofDirections(0.25, 0.75),
                Quadrant.STAGFLATION,
                Quadrant.STAGFLATION,
                411,
                QuadrantOptions.withDefaults());
        assertThat(ReportCsv.text(new QuadrantHistory(List.of(reading)))).isEqualTo("""
            released,release_basis,observed,growth_percent,growth_change_percentage_points,inflation_percent,\
            inflation_change_percentage_points,goldilocks_fraction,reflation_fraction,stagflation_fraction,\
            deflation_fraction,label,raw,n
            2025-07-16,ASSUMED_LAG,2025-06-01,0.58,-0.25,2.67,0.27,0.0625,0.1875,0.5625,0.1875,STAGFLATION,STAGFLATION,411
            """);
    }

    @Test
    void aBandHistoryIsALineForEachDate() {
        Bands bands = Bands.withHolesUnnamed(List.of(
                Band.below("calm, tight", Rate.ofBasisPoints(60), Severity.BENIGN),
                Band.from("wide", Rate.ofBasisPoints(60), Severity.ALARM)));
        LocalDate monday = LocalDate.of(2025, 7, 21);
        TimeSeries levels = TimeSeries.of(
                DateIndex.of(monday, monday.plusDays(1), monday.plusDays(2)),
                new double[] {
                    Double.NaN,
                    Rate.ofBasisPoints(51.11).decimal(),
                    Rate.ofBasisPoints(61).decimal()
                },
                Unit.BASIS_POINTS);
        assertThat(ReportCsv.text(BandHistory.of(bands, SwitchPolicy.IMMEDIATE, levels)))
                .isEqualTo("""
                    date,level_basis_points,band
                    2025-07-21,,
                    2025-07-22,51.11,"calm, tight"
                    2025-07-23,61.0,wide
                    """);
    }

    private static String chart(List<String> labels, Line... lines) {
        return ReportCsv.text(new Chart("Rates", "", "", Form.LINE, labels, List.of(lines), List.of(), List.of()));
    }

    @Test
    void aChartIsAColumnForEachLine() {
        assertThat(chart(
                        List.of("2025-07-21", "2025-07-22"),
                        new Line("", List.of(4.33, Double.NaN)),
                        new Line("two, year", List.of(1e-7, 1e7))))
                .isEqualTo("date,Rates,\"two, year\"\n2025-07-21,4.33,0.00000010\n2025-07-22,,10000000\n");
        assertThat(chart(List.of("a", "b"), new Line("one", List.of(-0.5, 2.0))))
                .isEqualTo("label,one\na,-0.5\nb,2.0\n");
    }
}
