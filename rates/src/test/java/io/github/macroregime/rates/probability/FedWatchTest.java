package io.github.macroregime.rates.probability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.data.Offset.offset;

import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.rates.instrument.AverageFuture;
import io.github.macroregime.rates.instrument.Quote;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The published procedure on a strip in round numbers. */
class FedWatchTest {

    private static final LocalDate ASKED = LocalDate.of(2025, 7, 22);

    private static Map<YearMonth, Double> flat(int from, int to) {
        Map<YearMonth, Double> prices = new TreeMap<>();
        IntStream.rangeClosed(from, to).forEach(month -> prices.put(YearMonth.of(2025, month), 95.67));
        return prices;
    }

    /** June had a meeting and needs no contract; August anchors July and September, November October. */
    @Test
    void aFlatStripHasNoChangeAtItsMeetings() {
        FedWatchTable table = FedWatchTable.of(ASKED, flat(7, 11));
        assertThat(table.rows())
                .extracting(row -> row.decision().toString())
                .containsExactly("2025-07-30", "2025-09-17", "2025-10-29");
        assertThat(table.rows()).allSatisfy(row -> {
            assertThat(row.change().basisPoints()).isCloseTo(0, offset(1e-9));
            assertThat(row.start().percent()).isCloseTo(4.33, offset(1e-9));
        });
        assertThat(table.unsolved()).isEmpty();
        assertThat(table.missingMonths()).isEmpty();
        assertThat(table.on(LocalDate.of(2025, 9, 17))).contains(table.rows().get(1));
        assertThat(table.on(LocalDate.of(2025, 9, 18))).isEmpty();
    }

    @Test
    void aMeetingBeforeTheFirstMonthIsNamed() {
        FedWatchTable table = FedWatchTable.of(ASKED, flat(9, 11));
        assertThat(table.rows())
                .extracting(row -> row.decision().toString())
                .containsExactly("2025-09-17", "2025-10-29");
        assertThat(table.unsolved()).containsExactly(LocalDate.of(2025, 7, 30));
        assertThat(table.missingMonths()).containsExactly(YearMonth.of(2025, 7), YearMonth.of(2025, 8));
        assertThat(table).asString().contains("2025-07-30");
    }

    /** August at 4 and October at 3.75: with 14 days of 30 at the old rate September is 3.8667, and 3.90 misses by 3.33 bp. */
    @Test
    void theOwnContractIsHeldAgainstItsNeighbours() {
        FedWatch procedure = FedWatch.of(FedWatch.DecisionDay.NEW_RATE);
        List<LocalDate> decision = List.of(LocalDate.of(2031, 9, 15));
        FedWatchTable table = procedure.table(
                LocalDate.of(2031, 8, 20), List.of(quote(8, 4), quote(9, 3.9), quote(10, 3.75)), decision);
        FedWatchTable.Row row = table.rows().get(0);
        assertThat(row.pricingError().basisPoints()).isCloseTo(10 / 3.0, offset(1e-9));
        assertThat(row.change().basisPoints()).isCloseTo(-25, offset(1e-9));
        assertThat(row.step().probability(-1)).isCloseTo(1, offset(1e-9));
        FedWatchTable without =
                procedure.table(LocalDate.of(2031, 8, 20), List.of(quote(8, 4), quote(10, 3.75)), decision);
        assertThat(without.rows().get(0).pricingError()).isEqualTo(Rate.ZERO);
        assertThat(without.missingMonths()).as("neither end needs it").isEmpty();
        assertThat(table).asString().contains("2031-09-15", "-25: 100.0").doesNotContain("+0:");
        assertThat(procedure).hasToString("published procedure on moves of 25 bp, decision day counted as NEW_RATE");
    }

    private static Quote quote(int month, double percent) {
        return Quote.of(AverageFuture.zq(YearMonth.of(2031, month)), Rate.ofPercent(percent));
    }

    @Test
    void movesHaveASize() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FedWatch(FedWatch.DecisionDay.OLD_RATE, Rate.ZERO))
                .withMessage("size must be positive but was 0 %");
    }

    @Test
    void dependenceIsSaidInWords() {
        assertThat(Dependence.independent()).hasToString("meetings independent");
        assertThat(Dependence.comonotone()).hasToString("meetings comonotone");
        assertThat(new Dependence(0.25)).hasToString("25 % comonotone, the rest independent");
        for (double refused : new double[] {-0.1, 1.1, Double.NaN}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Dependence(refused))
                    .withMessage("comonotoneShare must lie in [0, 1] but was " + refused);
        }
    }
}
