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
}
