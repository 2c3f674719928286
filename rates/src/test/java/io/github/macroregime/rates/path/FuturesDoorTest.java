package io.github.macroregime.rates.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.rates.instrument.ContractMonths;
import io.github.macroregime.rates.meeting.Meeting;
import io.github.macroregime.rates.probability.FedWatch;
import io.github.macroregime.rates.probability.FedWatchTable;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Two lines from prices to probabilities. */
class FuturesDoorTest {

    private static final LocalDate DAY = LocalDate.of(2025, 7, 22);

    @Test
    void pricesGiveThePathAndItsProbabilities() {
        Map<YearMonth, Double> prices =
                ContractMonths.bySymbol(Map.of("ZQQ25", 95.675, "ZQU25", 95.75, "ZQV25", 95.84));
        PolicyPath path = PolicyPath.fromFutures(DAY, prices);
        assertThat(path.meetings().stream().map(Meeting::decision))
                .as("cut at the end of October")
                .containsExactly(LocalDate.of(2025, 7, 30), LocalDate.of(2025, 9, 17), LocalDate.of(2025, 10, 29));
        // August is 4.325; September averages 17 days of it and 13 of the new rate, 4.25.
        double after = (30 * 4.25 - 17 * 4.325) / 13;
        assertThat(path.rateAfter(path.meetings().get(1)).orElseThrow().percent())
                .isCloseTo(after, within(1e-9));
        AdjacentOutcomes september =
                path.probabilities(LocalDate.of(2025, 9, 17)).orElseThrow();
        assertThat(september.cutProbability()).isCloseTo((4.325 - after) / 0.25, within(1e-9));
        assertThat(path.probabilities(LocalDate.of(2025, 9, 16))).isEmpty();
        assertThat(path.probabilities(LocalDate.of(2025, 7, 30)))
                .as("today's rate is not quoted")
                .isEmpty();
    }

    /** The exchange's example of 12 September 2022 finds 76.1 bp without the expired August, the web tool 72.75 with it. */
    @Test
    void fedWatchAsksForTheExpiredMonth() {
        LocalDate day = LocalDate.of(2022, 9, 12);
        Map<YearMonth, Double> prices =
                new TreeMap<>(ContractMonths.bySymbol(Map.of("ZQU22", 97.4475, "ZQV22", 96.94)));
        FedWatchTable lacking = FedWatchTable.of(day, prices);
        assertThat(lacking.missingMonths()).containsExactly(YearMonth.of(2022, 8));
        prices.put(YearMonth.of(2022, 8), 97.6675);
        FedWatchTable table = FedWatchTable.of(day, prices);
        assertThat(table.missingMonths()).isEmpty();
        assertThat(table.on(LocalDate.of(2022, 9, 21)).orElseThrow().change().basisPoints())
                .isCloseTo(72.75, within(1e-9));
    }

    /** A rate of 4.33 for the days before the decision of 17 September 2025, and an average of 4.26 over the month. */
    @Test
    void fedWatchCountsTheDayOfTheDecisionAsItIsTold() {
        LocalDate day = LocalDate.of(2025, 8, 4);
        LocalDate decision = LocalDate.of(2025, 9, 17);
        Map<YearMonth, Double> prices = ContractMonths.bySymbol(Map.of("ZQQ25", 95.67, "ZQU25", 95.74));
        FedWatchTable asNew = FedWatchTable.of(day, prices);
        FedWatchTable asOld = FedWatch.of(FedWatch.DecisionDay.OLD_RATE).table(day, prices);
        assertThat(asNew.on(decision).orElseThrow().end().percent())
                .isCloseTo((30 * 4.26 - 16 * 4.33) / 14, within(1e-12));
        assertThat(asOld.on(decision).orElseThrow().end().percent())
                .isCloseTo((30 * 4.26 - 17 * 4.33) / 13, within(1e-12));
        assertThat(asOld.procedure().decisionDay()).isEqualTo(FedWatch.DecisionDay.OLD_RATE);
    }

    /** A strip that begins behind a coming meeting, and one of months that have none on record. */
    @Test
    void fedWatchNamesTheMeetingsThatItsPricesDoNotSettle() {
        FedWatchTable table = FedWatchTable.of(DAY, ContractMonths.bySymbol(Map.of("ZQQ25", 95.67, "ZQU25", 95.74)));
        assertThat(table.on(LocalDate.of(2025, 9, 17))).isPresent();
        assertThat(table.unsolved()).containsExactly(LocalDate.of(2025, 7, 30));
        FedWatchTable before = FedWatchTable.of(DAY, Map.of(YearMonth.of(2025, 8), 95.67));
        assertThat(before).hasToString("""
                published procedure, decision day counted as NEW_RATE
                decision        end %  change bp   error bp  totals in percent
                not solved: [2025-07-30]
                lacks the average of [2025-07]: the month of a meeting, or the one before it that had none""");
        // June had a meeting, so its contract would say nothing of the rate before that of July.
        assertThat(FedWatchTable.of(DAY, ContractMonths.bySymbol(Map.of("ZQN25", 95.67, "ZQQ25", 95.675)))
                        .missingMonths())
                .isEmpty();
        assertThat(FedWatchTable.of(DAY, Map.of(YearMonth.of(2045, 8), 95.67)).toString())
                .contains("not solved: [2025-07-30");
        assertThat(FedWatchTable.of(LocalDate.of(2045, 7, 22), Map.of(YearMonth.of(2045, 8), 95.67))
                        .toString())
                .endsWith("no coming meeting on record in the months quoted");
    }

    /** On 15 December 2008 the meetings of 2010 were not published. */
    @Test
    void contractsBehindTheKnownMeetingsAreLeftOut() {
        Map<YearMonth, Double> prices = new TreeMap<>();
        for (YearMonth month = YearMonth.of(2008, 11);
                month.isBefore(YearMonth.of(2010, 6));
                month = month.plusMonths(1)) {
            prices.put(month, month.getYear() == 2010 ? 90 : 99.5);
        }
        PolicyPath path = PolicyPath.fromFutures(LocalDate.of(2008, 12, 15), prices);
        assertThat(path.meetings()).hasSize(9);
        assertThat(path.total().orElse(Rate.ZERO).basisPoints()).isCloseTo(0, within(1e-6));
        assertThatThrownBy(() -> PolicyPath.fromFutures(LocalDate.of(1990, 1, 2), prices))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("1994-02-04");
        assertThatThrownBy(() -> PolicyPath.fromFutures(DAY, Map.of())).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> PolicyPath.fromFutures(DAY, Map.of(YearMonth.of(2025, 9), 4.3)))
                .hasMessageContaining("must lie from 50 to 150");
    }

    @Test
    void symbolsAreReadByTheirTail() {
        assertThat(ContractMonths.parse("ZQZ08")).isEqualTo(YearMonth.of(2008, 12));
        assertThat(ContractMonths.parse("SR1F99")).isEqualTo(YearMonth.of(1999, 1));
        assertThatThrownBy(() -> ContractMonths.parse("ZQA25")).hasMessageContaining("\"ZQA25\"");
        assertThatThrownBy(() -> ContractMonths.bySymbol(Map.of("ZQU25", 1.0, "FFU25", 2.0)))
                .hasMessageContaining("2025-09 once");
    }
}
