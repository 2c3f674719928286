package io.github.macroregime.regime.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.macroregime.core.series.TimeSeries;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What holds of every report, whatever the inputs. */
class MacroReportLaws {

    private static LocalDate dateOf(int day) {
        return RandomInputs.weekdays(RandomInputs.DAYS).get(day);
    }

    private static MacroReport report(int seed, LocalDate date) {
        return MacroReport.of(new RandomInputs(seed, series -> series).inputs(), date, RandomInputs.OPTIONS);
    }

    /** The same until the date; behind it every number is another one. */
    private static TimeSeries scrambledAfter(LocalDate date, TimeSeries series) {
        double[] values = series.values().toArray();
        for (int i = series.dates().insertionAfter(date); i < values.length; i++) {
            values[i] = 3 * values[i] + 0.01;
        }
        return TimeSeries.of(series.dates(), values, series.unit());
    }

    @Property(seed = "20250722", tries = 6)
    void whatComesAfterTheDateChangesNoBit(@ForAll int seed, @ForAll @IntRange(min = 560, max = 690) int day) {
        LocalDate date = dateOf(day);
        MacroReport whole = report(seed, date);
        MacroReport scrambled = MacroReport.of(
                new RandomInputs(seed, series -> scrambledAfter(date, series)).inputs(), date, RandomInputs.OPTIONS);
        MacroReport cut = MacroReport.of(
                new RandomInputs(seed, series -> series.until(date)).inputs(), date, RandomInputs.OPTIONS);
        assertThat(scrambled.statements()).isEqualTo(whole.statements());
        assertThat(cut.statements()).isEqualTo(whole.statements());
        assertThat(scrambled.gaps()).isEqualTo(whole.gaps());
        assertThat(cut.gaps()).isEqualTo(whole.gaps());
        assertThat(whole.parts()).hasSizeGreaterThan(13);
    }

    @Property(seed = "20250722", tries = 6)
    void everyStatementHasANumberADefinitionAndASample(
            @ForAll int seed, @ForAll @IntRange(min = 330, max = 690) int day) {
        MacroReport report = report(seed, dateOf(day));
        Set<String> subjects = new HashSet<>();
        assertThat(report.statements()).isNotEmpty().allSatisfy(statement -> {
            assertThat(statement.figure().value()).as(statement.toString()).isFinite();
            assertThat(statement.sample().n()).as(statement.toString()).isPositive();
            assertThat(statement.sample().effectiveN())
                    .as(statement.toString())
                    .isLessThanOrEqualTo(statement.sample().n());
            assertThat(statement.definition()).isNotBlank();
            assertThat(subjects.add(statement.topic() + statement.subject()))
                    .as(statement.toString())
                    .isTrue();
            assertThat(statement.topic() == Topic.CATALYSTS
                            || !statement.observed().isAfter(report.date()))
                    .as(statement.toString())
                    .isTrue();
        });
    }

    @Property(seed = "20250722", tries = 4)
    void whatChangedIsWhatDiffers(@ForAll int seed, @ForAll @IntRange(min = 560, max = 680) int day) {
        MacroReport earlier = report(seed, dateOf(day));
        MacroReport later = report(seed, dateOf(day + 10));
        MacroChange change = later.since(earlier);
        assertThat(change.moved().size() + change.unmoved() + change.appeared().size())
                .isEqualTo(standing(later));
        assertThat(change.moved().size() + change.unmoved() + change.vanished().size())
                .isEqualTo(standing(earlier));
        assertThat(change.moved()).allSatisfy(each -> {
            assertThat(each.by().value())
                    .isEqualTo(each.after().figure().value()
                            - each.before().figure().value());
            assertThat(each.isStateChanged()
                            || each.after().figure().rounded()
                                    != each.before().figure().rounded())
                    .as(each.toString())
                    .isTrue();
        });
        MacroChange none = later.since(later);
        assertThat(none.moved()).isEmpty();
        assertThat(none.appeared()).isEmpty();
        assertThat(none.vanished()).isEmpty();
    }

    private static int standing(MacroReport report) {
        return (int) report.statements().stream()
                .filter(each -> each.topic() != Topic.MOVES)
                .count();
    }
}
