package io.github.macroregime.regime.day;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.PublicationLag;
import io.github.macroregime.core.series.PublishedSeries;
import io.github.macroregime.core.series.PublishedSeries.MaxAge;
import io.github.macroregime.core.series.Source;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.regime.input.Histories;
import io.github.macroregime.regime.input.MacroInputs;
import io.github.macroregime.regime.input.MacroOptions;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PairTest {

    private static final LocalDate MONDAY = LocalDate.of(2025, 7, 21);
    private static final DayInputs AT = new DayInputs(
            new MacroInputs(List.of()), MONDAY.plusDays(7), MacroOptions.withDefaults(), Histories.shared());

    private static PublishedSeries series(String name, int firstDay, double... values) {
        DateIndex dates = DateIndex.of(IntStream.range(0, values.length)
                .mapToObj(i -> MONDAY.plusDays(firstDay + i))
                .toArray(LocalDate[]::new));
        TimeSeries series = TimeSeries.of(dates, values, Unit.PERCENT);
        return new PublishedSeries(name, series, Source.observed(name), PublicationLag.days(0), MaxAge.days(7));
    }

    /** The one has Monday, Wednesday and Thursday, the other Tuesday to Friday. */
    @Test
    void bothStandOnTheDatesThatBothHave() {
        Pair pair = Pair.of(AT, series("one", 0, 1, Double.NaN, 3, 4), series("other", 1, 12, 13, 14, 15));
        assertThat(pair.first().dates().stream()).containsExactly(MONDAY.plusDays(2), MONDAY.plusDays(3));
        assertThat(pair.first().values().stream()).containsExactly(3.0, 4.0);
        assertThat(pair.second().values().stream()).containsExactly(13.0, 14.0);
        assertThat(pair.past()).containsExactly(pair.first(), pair.second());
    }

    @Test
    void changesOverTwoDaysBeginOnTheThird() {
        Pair pair = Pair.of(AT, series("one", 0, 0.01, 0.02, 0.05), series("other", 0, 0.04, 0.03, 0.02));
        var states = Pair.changes(
                pair.past(),
                2,
                (one, other) -> Math.round(one.basisPoints()) + " and " + Math.round(other.basisPoints()));
        assertThat(IntStream.range(0, 3).mapToObj(states)).containsExactly("", "", "400 and -200");
    }
}
