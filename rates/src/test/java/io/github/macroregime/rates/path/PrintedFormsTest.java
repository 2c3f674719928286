package io.github.macroregime.rates.path;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.rates.instrument.Adjustments;
import io.github.macroregime.rates.instrument.Adjustments.IndexBasis;
import io.github.macroregime.rates.instrument.Adjustments.Turn;
import io.github.macroregime.rates.instrument.AverageFuture;
import io.github.macroregime.rates.instrument.CompoundedFuture;
import io.github.macroregime.rates.instrument.ConvexityAdjustment;
import io.github.macroregime.rates.instrument.CurrentRate;
import io.github.macroregime.rates.instrument.DatedOis;
import io.github.macroregime.rates.instrument.OvernightIndex;
import io.github.macroregime.rates.instrument.RatePosition;
import io.github.macroregime.rates.instrument.TenorOis;
import io.github.macroregime.rates.meeting.Meeting;
import io.github.macroregime.rates.probability.Dependence;
import io.github.macroregime.rates.probability.FedWatch;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How small values print themselves at a prompt: as a desk would write them. */
class PrintedFormsTest {

    private static final LocalDate DAY = LocalDate.of(2025, 7, 22);

    @Test
    void instruments() {
        assertThat(AverageFuture.zq(YearMonth.of(2025, 9))).hasToString("ZQ 2025-09 on EFFR");
        assertThat(CompoundedFuture.sr3(YearMonth.of(2025, 9)))
                .hasToString("SR3 2025-09 on SOFR, 2025-09-17 to 2025-12-17");
        assertThat(TenorOis.of(OvernightIndex.sofr(), DAY, "18M"))
                .hasToString("OIS 18M on SOFR, [2025-07-24, 2026-01-26, 2027-01-25]");
        assertThat(new DatedOis(OvernightIndex.estr(), DAY, DAY.plusDays(8)))
                .hasToString("OIS 2025-07-22/2025-07-30 on ESTR");
        assertThat(new CurrentRate(OvernightIndex.effr())).hasToString("EFFR now");
        assertThat(RatePosition.ofContracts(AverageFuture.zq(YearMonth.of(2025, 9)), 100))
                .hasToString("4,167.00 per bp of ZQ 2025-09");
    }

    @Test
    void adjustments() {
        assertThat(Adjustments.none()
                        .withTurn(new Turn(LocalDate.of(2025, 12, 31), Rate.ofBasisPoints(12)))
                        .withBasis(new IndexBasis(OvernightIndex.sofr(), Rate.ofBasisPoints(-3.5)))
                        .withConvexity(new ConvexityAdjustment.HoLee(Rate.ofPercent(1))))
                .hasToString("turn 2025-12-31 12 bp, basis SOFR -3.5 bp, Ho-Lee convexity at 100 bp");
        assertThat(ConvexityAdjustment.none()).hasToString("no convexity");
    }

    @Test
    void stepsAndAssumptions() {
        Meeting meeting = new Meeting(LocalDate.of(2025, 9, 17), LocalDate.of(2025, 9, 18));
        PolicyPath path = PolicyPath.ofSteps(
                PathFrame.of(DAY, OvernightIndex.effr(), List.of(meeting)),
                Rate.ofPercent(4.33),
                List.of(Rate.ofBasisPoints(-14.68)));
        assertThat(path.steps().get(0)).hasToString("2025-09-17: 4.1832 %, step -14.68 bp, total -14.68 bp");
        assertThat(path.probabilities(meeting, Rate.ofBasisPoints(25)).orElseThrow())
                .hasToString("0 bp 41.3 %, -25 bp 58.7 %");
        assertThat(Dependence.independent()).hasToString("meetings independent");
        assertThat(Dependence.comonotone()).hasToString("meetings comonotone");
        assertThat(new Dependence(0.25)).hasToString("25 % comonotone, the rest independent");
        assertThat(FedWatch.of(FedWatch.DecisionDay.OLD_RATE))
                .hasToString("published procedure on moves of 25 bp, decision day counted as OLD_RATE");
    }
}
