package io.github.macroregime.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.credit.Driver.ExpectedSign;
import io.github.macroregime.credit.Driver.Move;
import java.time.LocalDate;
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
                .startsWith("10y -8 bp, spread +0.10 bp against ")
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
        assertThat(disconnect.toString()).startsWith("shares 1.9802 %,");
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
}
