package io.github.macroregime.rates.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.rates.instrument.OvernightIndex;
import io.github.macroregime.rates.meeting.Meeting;
import io.github.macroregime.rates.path.PathFrame;
import io.github.macroregime.rates.path.PolicyPath;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TermPremiumTest {

    /** From nothing today to 6 bp after three months, 15 bp after nine, and 15 bp for good. */
    @ParameterizedTest
    @CsvSource({"0, 0", "1.5, 3", "3, 6", "5, 9", "8, 13.5", "9, 15", "20, 15"})
    void aTableIsLinearBetweenItsPoints(double months, double premium) {
        TermPremium table = new TermPremium.Table(Doubles.of(3, 9), Doubles.of(0.0006, 0.0015));
        assertThat(table.at(months).basisPoints()).isCloseTo(premium, offset(1e-12));
    }

    @Test
    void aTableMayBeginToday() {
        TermPremium table = new TermPremium.Table(Doubles.of(0, 10), Doubles.of(0.0001, 0.0011));
        assertThat(table.at(0).basisPoints()).isCloseTo(1, offset(1e-12));
        assertThat(table.at(5).basisPoints()).isCloseTo(6, offset(1e-12));
    }

    @Test
    void aTableIncreasesInTime() {
        assertThatThrownBy(() -> new TermPremium.Table(Doubles.of(-1), Doubles.of(0.001)))
                .hasMessageContaining("[0] was -1.0");
        assertThatThrownBy(() -> new TermPremium.Table(Doubles.of(3, 3), Doubles.of(0.001, 0.002)))
                .hasMessageContaining("[1] was 3.0");
        assertThatThrownBy(() -> new TermPremium.Table(Doubles.of(), Doubles.of()))
                .hasMessageContaining("at least one");
        assertThatThrownBy(() -> new TermPremium.Table(Doubles.of(3), Doubles.of(0.001, 0.002)))
                .hasMessageContaining("one number for each of the 1 times");
        assertThatThrownBy(() -> new TermPremium.Table(Doubles.of(3), Doubles.of(Double.NaN)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** 70 days are 2.2998 months of 30.4375 days: at 2 bp a month the market's 3.75 % expects 4.5996 bp less. */
    @Test
    void theExpectedPathLiesBelowByThePremiumAtTheEffectiveDate() {
        LocalDate asOf = LocalDate.of(2026, 1, 2);
        Meeting meeting = new Meeting(asOf.plusDays(69), asOf.plusDays(70));
        PolicyPath market = PolicyPath.ofSteps(
                PathFrame.of(asOf, OvernightIndex.effr(), List.of(meeting)),
                Rate.ofPercent(4),
                List.of(Rate.ofBasisPoints(-25)));
        PolicyPath expected = TermPremium.linear(Rate.ofBasisPoints(2)).expectedPath(market);
        assertThat(expected.rateAfter(meeting).orElseThrow().percent())
                .isCloseTo(3.75 - 0.02 * 70 / 30.4375, offset(1e-12));
        assertThat(expected.startRate().orElseThrow())
                .isEqualTo(market.startRate().orElseThrow());
    }
}
