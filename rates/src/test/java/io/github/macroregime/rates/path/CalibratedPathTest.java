package io.github.macroregime.rates.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.rates.instrument.AverageFuture;
import io.github.macroregime.rates.instrument.OvernightIndex;
import io.github.macroregime.rates.instrument.Quote;
import io.github.macroregime.rates.instrument.QuoteWeight;
import io.github.macroregime.rates.instrument.RateInstrument;
import io.github.macroregime.rates.instrument.RateSpread;
import io.github.macroregime.rates.meeting.Meeting;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Errors, sensitivities and contradictions of a calibration, by hand: August averages the rate after July, September 17
 * days of it and 13 of the next, November the one after October.
 */
class CalibratedPathTest {

    private static final OvernightIndex EFFR = OvernightIndex.effr();
    private static final LocalDate AS_OF = LocalDate.of(2025, 7, 22);
    private static final Meeting JULY = new Meeting(LocalDate.of(2025, 7, 30), LocalDate.of(2025, 7, 31));
    private static final Meeting SEPTEMBER = new Meeting(LocalDate.of(2025, 9, 17), LocalDate.of(2025, 9, 18));
    private static final Meeting OCTOBER = new Meeting(LocalDate.of(2025, 10, 29), LocalDate.of(2025, 10, 30));
    private static final RateInstrument ZQ_AUGUST = AverageFuture.zq(YearMonth.of(2025, 8));
    private static final RateInstrument ZQ_SEPTEMBER = AverageFuture.zq(YearMonth.of(2025, 9));
    private static final RateInstrument ZQ_NOVEMBER = AverageFuture.zq(YearMonth.of(2025, 11));
    private static final Rate MOVE = Rate.ofBasisPoints(25);

    private static Quote quote(RateInstrument instrument, double percent, double errorBasisPoints) {
        return Quote.of(instrument, Rate.ofPercent(percent))
                .withWeight(QuoteWeight.standardError(Rate.ofBasisPoints(errorBasisPoints)));
    }

    private static List<Quote> quotes(Quote... more) {
        List<Quote> quotes = new ArrayList<>(List.of(
                Quote.current(EFFR, Rate.ofPercent(4.33)),
                quote(ZQ_AUGUST, 4.32, 0.25),
                quote(ZQ_SEPTEMBER, 4.2, 0.5),
                quote(ZQ_NOVEMBER, 4.1, 1)));
        quotes.addAll(List.of(more));
        return quotes;
    }

    private static CalibratedPath calibrated(List<Quote> quotes) {
        return PathCalibrator.compile(PathFrame.of(AS_OF, EFFR, List.of(JULY, SEPTEMBER, OCTOBER)), quotes)
                .calibrate()
                .orElseThrow();
    }

    /** The rate after September is (30 s - 17 a) / 13. */
    @Test
    void errorsAndSensitivitiesFollowTheDaysOfTheMonth() {
        CalibratedPath path = calibrated(quotes());
        double toSeptember = 30.0 / 13;
        double toAugust = -17.0 / 13;
        double unit = 1e-8;
        assertThat(path.covariance().get(1, 1) / unit).isCloseTo(0.0625, within(1e-9));
        assertThat(path.covariance().get(1, 2) / unit).isCloseTo(toAugust * 0.0625, within(1e-9));
        assertThat(path.covariance().get(2, 1)).isEqualTo(path.covariance().get(1, 2));
        assertThat(path.covariance().get(2, 2) / unit)
                .isCloseTo(toSeptember * toSeptember * 0.25 + toAugust * toAugust * 0.0625, within(1e-9));
        double step = toSeptember * Math.sqrt(0.25 + 0.0625);
        assertThat(path.stepStandardError(SEPTEMBER).orElseThrow().basisPoints())
                .isCloseTo(step, within(1e-9));
        assertThat(path.probabilityStandardError(SEPTEMBER, MOVE).orElseThrow()).isCloseTo(step / 25, within(1e-9));
        assertThat(path.stepSensitivity(SEPTEMBER, 2).orElseThrow()).isCloseTo(toSeptember, within(1e-9));
        assertThat(path.stepSensitivity(SEPTEMBER, 1).orElseThrow()).isCloseTo(toAugust - 1, within(1e-9));
        assertThatThrownBy(() -> path.probabilityStandardError(SEPTEMBER, Rate.ZERO))
                .hasMessageStartingWith("size must be positive");
    }

    @Test
    void whatIsOpenHasNoErrorAndNoSensitivity() {
        CalibratedPath path = calibrated(quotes().subList(0, 2));
        assertThat(path.stepStandardError(SEPTEMBER)).isEmpty();
        assertThat(path.stepStandardError(OCTOBER)).isEmpty();
        assertThat(path.stepSensitivity(SEPTEMBER, 1)).isEmpty();
        assertThat(path.stepSensitivity(JULY, 1).orElseThrow()).isCloseTo(1, within(1e-9));
        CalibratedPath behindAGap = calibrated(List.of(quotes().get(0), quotes().get(3)));
        assertThat(behindAGap.rateSensitivity(OCTOBER, 1)).isPresent();
        assertThat(behindAGap.stepSensitivity(OCTOBER, 1)).isEmpty();
        assertThat(behindAGap.probabilityStandardError(OCTOBER, MOVE)).isEmpty();
        assertThat(behindAGap.toString())
                .contains("\n"
                        + "not identified by the quotes: 2025-07-30, 2025-09-17; completed() fills them in by the"
                        + " smoothest path\n");
    }

    /** September less August is quoted 2.5 bp away from the two, one standard error of 1 + 0.25 + 0.0625 squared. */
    @Test
    void quotesThatContradictOneAnotherAreNamed() {
        Quote difference = quote(new RateSpread(ZQ_SEPTEMBER, ZQ_AUGUST), -0.095, 1);
        CalibratedPath path = calibrated(quotes(difference));
        CalibratedPath.Collinearity found = path.collinearities().get(0);
        assertThat(path.collinearities()).hasSize(1);
        assertThat(found.quotes())
                .containsExactly(difference, path.quotes().get(1), path.quotes().get(2));
        isClose(found.weights().toArray(), 1, 1, -1);
        double error = Math.sqrt(1.3125);
        assertThat(found.gap().basisPoints()).isCloseTo(2.5, within(1e-9));
        assertThat(found.standardError().basisPoints()).isCloseTo(error, within(1e-9));
        assertThat(found.isContradictory()).as("2.5 of 1.15").isTrue();
        assertThat(path.warnings())
                .containsExactly("nearly contradictory: 1 x ZQ 2025-09 - ZQ 2025-08 +1.000 x ZQ 2025-08"
                        + " -1.000 x ZQ 2025-09 is 2.500 bp apart (± 1.146)");
        assertThat(path.residual(4).basisPoints()).as("by its squared error").isCloseTo(2.5 / 1.3125, within(1e-9));
        assertThat(path.residual(2).basisPoints()).isCloseTo(-2.5 * 0.25 / 1.3125, within(1e-9));
        assertThat(path.residual(1).basisPoints()).isCloseTo(2.5 * 0.0625 / 1.3125, within(1e-9));
        assertThat(path.toString())
                .contains("  -0.09500       1.90476\n")
                .endsWith("\n" + path.warnings().get(0));
    }

    @Test
    void aGapWithinTwoStandardErrorsIsNoContradictionAndTheWidestComesFirst() {
        CalibratedPath path = calibrated(quotes(
                quote(new RateSpread(ZQ_SEPTEMBER, ZQ_AUGUST), -0.1, 1),
                quote(new RateSpread(ZQ_NOVEMBER, ZQ_AUGUST), -0.26, 2)));
        assertThat(path.collinearities()).hasSize(2);
        CalibratedPath.Collinearity narrow = path.collinearities().get(1);
        assertThat(Math.abs(narrow.gap().basisPoints())).isCloseTo(2, within(1e-9));
        assertThat(narrow.standardError().basisPoints()).isCloseTo(Math.sqrt(1.3125), within(1e-9));
        CalibratedPath.Collinearity wide = path.collinearities().get(0);
        assertThat(Math.abs(wide.gap().basisPoints()))
                .as("1.78 of its errors, the other 1.75")
                .isCloseTo(4, within(1e-9));
        assertThat(wide.standardError().basisPoints()).isCloseTo(Math.sqrt(5.0625), within(1e-9));
        assertThat(wide.isContradictory()).isFalse();
        assertThat(path.warnings()).isEmpty();
    }

    /** From 1 to 21 July the bond market has fourteen days, without Independence Day. */
    @Test
    void contractsThatAreOverAndPastDaysWithoutFixingAreNamed() {
        Quote june = quote(AverageFuture.zq(YearMonth.of(2025, 6)), 4.33, 0.25);
        Quote july = quote(AverageFuture.zq(YearMonth.of(2025, 7)), 4.33, 0.25);
        CalibratedPath path = calibrated(quotes(june, july));
        assertThat(path.warnings())
                .contains(
                        "ZQ 2025-06 is over and not used",
                        "ZQ 2025-07 lacks 14 fixings of past days, which stand at today's rate of the path");
        assertThat(path.completed().frame().missingFixings(july.instrument()))
                .hasSize(14)
                .startsWith(LocalDate.of(2025, 7, 1))
                .endsWith(LocalDate.of(2025, 7, 21))
                .doesNotContain(LocalDate.of(2025, 7, 4));
        assertThat(path.completed().frame().missingFixings(ZQ_AUGUST)).isEmpty();
    }

    /** 3.125 % now, then 0.78125 less and as much more. */
    @Test
    void ofATroughAndAPeakEquallyFarTheTroughIsTerminal() {
        PolicyPath path = new PolicyPath(
                PathFrame.of(AS_OF, EFFR, List.of(JULY, SEPTEMBER)),
                Rate.ofDecimal(0.03125),
                Doubles.of(0.03125 - 0x1p-7, 0.03125 + 0x1p-7));
        assertThat(path.terminal().orElseThrow().kind()).isEqualTo(PolicyPath.Extreme.Kind.TROUGH);
        assertThat(path.terminal().orElseThrow().since()).isEqualTo(JULY.effective());
    }

    @Test
    void theSizeOfAMoveIsCheckedWhereTheStepIsOpenToo() {
        PolicyPath open =
                new PolicyPath(PathFrame.of(AS_OF, EFFR, List.of(JULY)), Rate.ofPercent(4.33), Doubles.of(Double.NaN));
        assertThat(open.probabilities(JULY, MOVE)).isEmpty();
        assertThatThrownBy(() -> open.probabilities(JULY, Rate.ZERO)).hasMessageStartingWith("size must be positive");
        assertThatThrownBy(() -> open.steps().get(0).moves(Rate.ZERO)).hasMessageStartingWith("size must be positive");
        assertThatThrownBy(() -> calibrated(quotes().subList(0, 2)).probabilityStandardError(SEPTEMBER, Rate.ZERO))
                .hasMessageStartingWith("size must be positive");
    }

    /** The decision of 31 January 2024 takes effect on 1 February. */
    @Test
    void aDecisionThatTakesEffectBehindTheLastContractIsLeftOut() {
        PolicyPath path = PolicyPath.fromFutures(LocalDate.of(2024, 1, 10), Map.of(YearMonth.of(2024, 1), 94.67));
        assertThat(path.meetings()).isEmpty();
        assertThat(path.startRate().orElseThrow().percent()).isCloseTo(5.33, within(1e-9));
    }

    private static void isClose(double[] found, double... expected) {
        assertThat(found).hasSameSizeAs(expected);
        for (int i = 0; i < expected.length; i++) {
            assertThat(found[i]).as("[%d]", i).isCloseTo(expected[i], within(1e-9));
        }
    }
}
