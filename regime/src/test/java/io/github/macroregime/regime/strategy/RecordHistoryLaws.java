package io.github.macroregime.regime.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Unit;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What is computed once over a whole past says on each day what the past of that day alone says, to the bit. */
class RecordHistoryLaws {

    private static final LocalDate FIRST = LocalDate.of(2015, 1, 1);
    private static final Evaluation PROTOCOL = Evaluation.withDefaults().withDraws(100);

    @Property(tries = 100)
    void aDayReadsWhatItsOwnPastSays(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 700) int size,
            @ForAll @IntRange(min = 1, max = 40) int horizon,
            @ForAll boolean isDaily) {
        Random random = new Random(seed);
        TimeSeries closes = closes(random, size, isDaily);
        TimeSeries scores = scores(random, closes);
        Evaluation protocol = PROTOCOL.withHorizon(horizon);
        Function<LocalDate, Optional<ModelRecord>> history = protocol.records("m", "A", closes, scores);
        for (int known = size; known > 0; known -= 1 + random.nextInt(1 + size / 5)) {
            LocalDate day = closes.date(known - 1);
            assertThat(history.apply(day)).isEqualTo(protocol.ifEnough("m", "A", closes.until(day), scores.until(day)));
        }
    }

    /** Every day or with holes at the end of the time, so that a year gets another number of closes. */
    private static TimeSeries closes(Random random, int size, boolean isDaily) {
        LocalDate[] dates = new LocalDate[size];
        double[] close = new double[size];
        double price = 100;
        LocalDate date = FIRST;
        for (int t = 0; t < size; t++) {
            dates[t] = date;
            date = date.plusDays(isDaily || t < size / 2 ? 1 : 2);
            // Whole numbers, so that many moves are equal and some are none.
            price = Math.max(1, price + random.nextInt(7) - 3);
            close[t] = random.nextInt(20) == 0 ? Double.NaN : price;
        }
        return TimeSeries.of(DateIndex.of(dates), close, Unit.PRICE);
    }

    private static TimeSeries scores(Random random, TimeSeries closes) {
        int start = random.nextInt(1 + closes.size() / 3);
        double[] scores = new double[closes.size()];
        Arrays.setAll(
                scores,
                t -> t < start || random.nextInt(15) == 0
                        ? Double.NaN
                        : random.nextBoolean() ? random.nextGaussian() : random.nextInt(3) - 1);
        return TimeSeries.of(closes.dates(), scores, Unit.SCORE);
    }
}
