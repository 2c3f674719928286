package io.github.macroregime.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.credit.Driver.ExpectedSign;
import io.github.macroregime.credit.Driver.Move;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DisconnectTest {

    private static final LocalDate LAST = Levels.START.plusDays(5);
    private static final Rate HALF = Rate.ofBasisPoints(0.5);
    private final TimeSeries spread = Levels.basisPoints(50, 52, 51, 53, 52, 52.1);
    private final TimeSeries yields = Levels.basisPoints(400, 404, 402, 407, 404, 396);

    @Test
    void yields_rallied_and_the_spread_stood_still() {
        Disconnect disconnect =
                of(Driver.ofYield("10y", yields, ExpectedSign.WITH)).orElseThrow();
        assertThat(disconnect.driverMove()).isEqualTo(Move.DOWN);
        assertThat(disconnect.spreadMove()).isEqualTo(Move.UNCHANGED);
        assertThat(disconnect.quadrant()).isEqualTo("rally, spread unchanged");
        assertThat(disconnect.isSpreadAloneUnmoved()).isTrue();
        assertThat(disconnect.isAsExpected()).isFalse();
        assertThat(disconnect.isExpectationSupported()).isTrue();
        assertThat(disconnect.residual()).isGreaterThan(Rate.ZERO);
        assertThat(disconnect.toString())
                .startsWith(LAST + ": 10y -8 bp, spread +0.10 bp against ")
                .endsWith("rally, spread unchanged, not as expected");
    }

    @Test
    void an_expectation_of_the_other_sign_is_not_supported() {
        assertThat(of(Driver.ofYield("10y", yields, ExpectedSign.AGAINST))
                        .orElseThrow()
                        .isExpectationSupported())
                .isFalse();
    }

    @Test
    void a_sign_turns_moves_and_judges_slopes() {
        assertThat(ExpectedSign.WITH.expected(Move.UP)).isEqualTo(Move.UP);
        assertThat(ExpectedSign.WITH.expected(Move.DOWN)).isEqualTo(Move.DOWN);
        assertThat(ExpectedSign.AGAINST.expected(Move.UP)).isEqualTo(Move.DOWN);
        assertThat(ExpectedSign.AGAINST.expected(Move.DOWN)).isEqualTo(Move.UP);
        assertThat(ExpectedSign.AGAINST.expected(Move.UNCHANGED)).isEqualTo(Move.UNCHANGED);
        assertThat(ExpectedSign.WITH.agrees(0.1)).isTrue();
        assertThat(ExpectedSign.WITH.agrees(-0.1)).isFalse();
        assertThat(ExpectedSign.AGAINST.agrees(-0.1)).isTrue();
        assertThat(ExpectedSign.AGAINST.agrees(0.1)).isFalse();
        assertThat(ExpectedSign.WITH.agrees(0) || ExpectedSign.AGAINST.agrees(0))
                .isFalse();
        assertThat(Move.of(0.5, 0.5)).isEqualTo(Move.UNCHANGED);
        assertThat(Move.of(-0.5, 0.5)).isEqualTo(Move.UNCHANGED);
        assertThat(Move.of(0.51, 0.5)).isEqualTo(Move.UP);
        assertThat(Move.of(-0.51, 0.5)).isEqualTo(Move.DOWN);
        assertThatThrownBy(() -> Move.of(1, -0.1)).hasMessage("deadZone must not be negative but was -0.1");
    }

    @Test
    void prices_rally_upwards() {
        TimeSeries index = Levels.quoted(Unit.PRICE, 100, 101, 100.5, 102, 101, 103);
        Disconnect disconnect = of(Driver.price("shares", index)).orElseThrow();
        assertThat(disconnect.quadrant()).isEqualTo("rally, spread unchanged");
        assertThat(disconnect.driverChange()).isEqualTo(2.0 / 101);
        assertThat(disconnect.toString()).startsWith("2025-01-06: shares 1.9802 %,");
    }

    @Test
    void volatility_and_spreads_rally_downwards() {
        TimeSeries index = Levels.quoted(Unit.SCORE, 16, 17, 16, 18, 17, 16.4);
        assertThat(of(Driver.volatility("volatility", index)).orElseThrow().quadrant())
                .isEqualTo("rally, spread unchanged");
        SpreadHistory<Instrument.Cdx> highYield = Levels.cdx(300, 310, 305, 320, 310, 305);
        assertThat(of(Driver.spread(highYield)).orElseThrow().quadrant()).isEqualTo("rally, spread unchanged");
        assertThat(of(Driver.spread(highYield).withDeadZone(0.0006))
                        .orElseThrow()
                        .quadrant())
                .isEqualTo("no move, spread unchanged");
    }

    @Test
    void too_few_dates_or_a_driver_that_stands_still_give_no_comparison() {
        Driver driver = Driver.ofYield("10y", yields, ExpectedSign.WITH);
        assertThat(Disconnect.of(spread, driver, LAST, 5, HALF)).isEmpty();
        assertThat(Disconnect.of(spread, driver, LAST.minusDays(1), 4, HALF)).isEmpty();
        assertThat(of(Driver.ofYield("10y", Levels.basisPoints(4, 4, 4, 4, 4, 9), ExpectedSign.WITH)))
                .isEmpty();
    }

    /** The last day of a month with a value is a Saturday for one series in three and a Friday for the other. */
    @Test
    void months_with_stamps_of_their_own_are_refused() {
        List<LocalDate> own = new ArrayList<>();
        List<LocalDate> others = new ArrayList<>();
        for (int month = 0; month < 12; month++) {
            LocalDate end = LocalDate.of(2024, 1, 31).plusMonths(month);
            own.add(end);
            others.add(month % 3 == 1 ? end.minusDays(1) : end);
        }
        double[] levels = {60, 62, 61, 65, 64, 70, 69, 66, 64, 63, 65, 62};
        double[] yields = {400, 404, 402, 407, 404, 396, 391, 399, 402, 404, 401, 405};
        TimeSeries months = TimeSeries.ofQuoted(own, levels, Unit.BASIS_POINTS);
        TimeSeries stamped = TimeSeries.ofQuoted(others, yields, Unit.BASIS_POINTS);
        LocalDate last = own.get(11);
        assertThatThrownBy(() ->
                        Disconnect.of(months, Driver.ofYield("10y", stamped, ExpectedSign.AGAINST), last, 5, HALF))
                .hasMessage(
                        "levels and driver must share their dates but of the 10 of levels from 2024-03-31 to 2024-12-31"
                                + " only 7 are dates of all, 2024-05-31 is not; date all alike, months by"
                                + " Frequency.PeriodLabel.PERIOD_END");
        TimeSeries alike = TimeSeries.ofQuoted(own, yields, Unit.BASIS_POINTS);
        assertThat(Disconnect.of(months, Driver.ofYield("10y", alike, ExpectedSign.AGAINST), last, 5, HALF)
                        .orElseThrow()
                        .spreadChange()
                        .basisPoints())
                .isCloseTo(-3, within(1e-10));
    }

    @Test
    void mistakes_are_refused_with_their_value() {
        Driver driver = Driver.ofYield("10y", yields, ExpectedSign.WITH);
        assertThatThrownBy(() -> Disconnect.of(spread, driver, LAST, 2, HALF))
                .hasMessage("window must be at least 3 but was 2");
        assertThatThrownBy(() -> driver.withDeadZone(-1))
                .hasMessage("deadZone of 10y must not be negative but was -1.0");
        assertThatThrownBy(() -> of(Driver.price("shares", Levels.quoted(Unit.PRICE, 1, 1, 0, 1, 1, 1))))
                .hasMessage("levels of shares must be above 0 but were 0.0");
        assertThatThrownBy(() -> Move.of(Double.NaN, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Move.of(1, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }

    private Optional<Disconnect> of(Driver driver) {
        return Disconnect.of(spread, driver, LAST, 4, HALF);
    }

    /** Spread changes of half the driver's, exactly: no residual, so that neither score has a scale. */
    @Test
    void a_window_on_a_line_has_no_score() {
        Disconnect line = Disconnect.of(
                        Levels.quoted(Unit.PERCENT, 0, 1, 3, 2, 2, 9),
                        Driver.ofYield("10y", Levels.quoted(Unit.PERCENT, 0, 2, 6, 4, 4, 18), ExpectedSign.WITH),
                        LAST,
                        4,
                        HALF)
                .orElseThrow();
        assertThat(line.score()).isEmpty();
        assertThat(line.toString()).contains("(z -, prediction z -, R2 1.00, n = 4)");
        assertThat(of(Driver.ofYield("10y", yields, ExpectedSign.WITH))
                        .orElseThrow()
                        .toString())
                .containsPattern("\\(z [+-]\\d+\\.\\d, prediction z [+-]\\d+\\.\\d, R2");
    }

    @Test
    void words_for_every_move() {
        assertThat(Move.UP.reversed()).isEqualTo(Move.DOWN);
        assertThat(Move.DOWN.reversed()).isEqualTo(Move.UP);
        assertThat(Move.UNCHANGED.reversed()).isEqualTo(Move.UNCHANGED);
        Driver driver = Driver.ofYield("10y", yields, ExpectedSign.WITH);
        Driver rising = Driver.ofYield("10y", Levels.basisPoints(400, 404, 402, 407, 404, 412), ExpectedSign.WITH);
        TimeSeries wider = Levels.basisPoints(50, 52, 51, 53, 52, 53);
        TimeSeries tighter = Levels.basisPoints(50, 52, 51, 53, 52, 51);
        assertThat(Disconnect.of(wider, driver, LAST, 4, HALF).orElseThrow().quadrant())
                .isEqualTo("rally, spread wider");
        assertThat(Disconnect.of(wider, driver, LAST, 4, HALF).orElseThrow().isSpreadAloneUnmoved())
                .isFalse();
        assertThat(of(driver.withDeadZone(1)).orElseThrow().isSpreadAloneUnmoved())
                .as("neither has moved")
                .isFalse();
        assertThat(Move.of(0, 0)).isEqualTo(Move.UNCHANGED);
        assertThat(Move.of(Double.MIN_VALUE, 0)).isEqualTo(Move.UP);
        assertThat(Move.of(-Double.MIN_VALUE, 0)).isEqualTo(Move.DOWN);
        assertThat(Disconnect.of(tighter, rising, LAST, 4, HALF).orElseThrow().quadrant())
                .isEqualTo("sell-off, spread tighter");
    }
}
