package io.github.macroregime.regime.edition;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.macroregime.core.check.Finding;
import io.github.macroregime.core.check.Verdict;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.credit.Instrument;
import io.github.macroregime.credit.SpreadHistory;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Invented spreads: a swap index at half of a cash spread. */
class InstrumentCheckTest {

    private static final LocalDate DAY = LocalDate.of(2024, 6, 3);

    private final SpreadHistory<?> cash = new SpreadHistory<>(
            new Instrument.CashOas("cash"),
            TimeSeries.ofQuoted(
                    List.of(DAY, DAY.plusDays(1), DAY.plusDays(2), DAY.plusDays(3)),
                    new double[] {100, 110, 90, 100},
                    Unit.BASIS_POINTS));
    private final SpreadHistory<?> swap = new SpreadHistory<>(
            new Instrument.Cdx("swap"),
            TimeSeries.ofQuoted(List.of(DAY, DAY.plusDays(1)), new double[] {50, 60.5}, Unit.BASIS_POINTS));

    private Finding check(Map<LocalDate, Printed> printed, SpreadHistory<?> candidate) {
        return EditionCheck.ofInstrument(printed, candidate, cash);
    }

    @Test
    void printedDaysOfTheHistoryDecide() {
        assertThat(check(Map.of(DAY.plusDays(2), Printed.of("47.1")), cash))
                .hasToString("the printed spread is cash (cash OAS): inconsistent "
                        + "(1 of 1 days disagree: 47.1 ± 0.05 against 90 ± 0.5 on 2024-06-05)");
        assertThat(check(Map.of(DAY, Printed.of("50.0"), DAY.plusDays(1), Printed.of("60.5")), swap)
                        .verdict())
                .isEqualTo(Verdict.CONSISTENT);
    }

    @Test
    void otherwiseTheRatioToTheReferenceDoes() {
        Map<LocalDate, Printed> fitting = Map.of(DAY.plusDays(2), Printed.of("47.1"));
        Map<LocalDate, Printed> beyond = Map.of(DAY.plusDays(2), Printed.of("85.0"));
        Map<LocalDate, Printed> both = Map.of(DAY.plusDays(2), Printed.of("47.1"), DAY.plusDays(3), Printed.of("30.0"));

        assertThat(check(fitting, swap).verdict()).isEqualTo(Verdict.CONSISTENT);
        assertThat(check(beyond, swap).verdict()).isEqualTo(Verdict.INCONSISTENT);
        assertThat(check(both, swap).verdict()).isEqualTo(Verdict.CONDITIONAL);
        assertThat(check(Map.of(DAY.plusDays(9), Printed.of("50.0")), swap).verdict())
                .isEqualTo(Verdict.UNDECIDED);
    }

    /** 47.1 over 90 is 0.523, 30 over 100 is 0.300. */
    @Test
    void theRatiosOutsideAreNamedAndCounted() {
        assertThat(check(Map.of(DAY.plusDays(2), Printed.of("47.1"), DAY.plusDays(3), Printed.of("30.0")), swap))
                .hasToString("the printed spread is swap (CDX spread): consistent only under a condition (1 of 2 ratios"
                        + " to cash (cash OAS) lie in 0.500 to 0.550, which 2 days of history span: 0.300 on"
                        + " 2024-06-06)");
    }

    /** The level of 100 is rounded to whole numbers, so that 49.75 over 99.5 reaches the lowest ratio of 0.5. */
    @ParameterizedTest
    @CsvSource({"49.7, CONSISTENT", "49.6, INCONSISTENT", "55.2, CONSISTENT", "55.4, INCONSISTENT"})
    void aRatioReachesTheEndsOfItsRange(String figure, Verdict verdict) {
        assertThat(check(Map.of(DAY.plusDays(3), Printed.of(figure)), swap).verdict())
                .isEqualTo(verdict);
    }

    @Test
    void aDayThatTheReferenceLacksIsNoRatio() {
        SpreadHistory<?> longer = new SpreadHistory<>(
                new Instrument.Cdx("swap"),
                TimeSeries.ofQuoted(
                        List.of(DAY.minusDays(1), DAY, DAY.plusDays(1)),
                        new double[] {10, 50, 60.5},
                        Unit.BASIS_POINTS));
        assertThat(check(Map.of(DAY.plusDays(2), Printed.of("47.1")), longer).arithmetic())
                .isEqualTo("1 of 1 ratios to cash (cash OAS) lie in 0.500 to 0.550, which 2 days of history span");
    }
}
