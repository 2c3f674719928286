package io.github.macroregime.regime.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Unit;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SharpeHistoryTest {

    private static final int DAYS = 200;

    private static TimeSeries walk() {
        Random random = new Random(11);
        double[] closes = new double[DAYS];
        double close = 100;
        for (int t = 0; t < DAYS; t++) {
            close *= 1 + 0.01 * random.nextGaussian();
            closes[t] = close;
        }
        return TimeSeries.of(
                DateIndex.copyOf(LocalDate.of(2024, 1, 1)
                        .datesUntil(LocalDate.of(2025, 12, 31))
                        .filter(day -> day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0)
                        .limit(DAYS)
                        .toList()),
                closes,
                Unit.PRICE);
    }

    /** No later close changes an earlier record by a bit, and the last one alone is that of the whole history. */
    @Test
    void aDayReadsTheRecordOfTheClosesThatItKnew() {
        TimeSeries closes = walk();
        Evaluation protocol = Evaluation.withDefaults().withHorizon(5);
        double[] scores = closes.values().stream().map(close -> close - 100).toArray();
        Arrays.fill(scores, 0, 20, Double.NaN);
        SharpeHistory history = SharpeHistory.of("level", closes, scores, protocol);
        for (int known = 1; known <= DAYS; known++) {
            Optional<SharpeRecord> then =
                    SharpeHistory.last("level", closes.slice(0, known), Arrays.copyOf(scores, known), protocol);
            assertThat(history.first(known)).as("%d closes", known).isEqualTo(then);
            assertThat(then.isPresent()).as("%d closes", known).isEqualTo(known >= 80);
        }
    }
}
