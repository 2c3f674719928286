package io.github.macroregime.regime.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.macroregime.regime.input.Gap;
import io.github.macroregime.regime.input.Histories;
import io.github.macroregime.regime.input.MacroInputs;
import io.github.macroregime.regime.section.Section;
import io.github.macroregime.regime.section.Table;
import io.github.macroregime.regime.sheet.RecordSheet;
import io.github.macroregime.regime.strategy.ModelRecord;
import io.github.macroregime.regime.strength.FlipPrices;
import io.github.macroregime.regime.strength.StrengthRow;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Board, card and returns are worked out once for a report, however often it is shown, compared and asked. */
class ComputedOnceTest {

    private static final MacroReport REPORT = MacroReport.of(
            new RandomInputs(1, series -> series).inputs(),
            RandomInputs.weekdays(RandomInputs.DAYS).last(),
            RandomInputs.OPTIONS);

    private static <T> int distinct(Stream<T> all) {
        Set<T> objects = Collections.newSetFromMap(new IdentityHashMap<>());
        all.forEach(objects::add);
        return objects.size();
    }

    private static Stream<MacroReport> asked() {
        return Stream.of(
                REPORT,
                REPORT,
                REPORT.withGaps(List.of(new Gap("a file", "nothing"))),
                REPORT.only(EnumSet.allOf(Topic.class)));
    }

    @Test
    void a_part_says_what_it_says_once() {
        assertThat(REPORT.statements(Topic.STRENGTH)).isNotEmpty();
        assertThat(REPORT.statements(Topic.CREDIT)).isNotEmpty();
        assertThat(REPORT.statements(Topic.EQUITIES)).isNotEmpty();
        List<MacroStatement> once = REPORT.statements();
        assertThat(distinct(asked().flatMap(report -> report.statements().stream())))
                .isEqualTo(once.size());
        assertThat(distinct(once.stream()
                        .flatMap(each -> asked().map(report ->
                                report.statement(each.topic(), each.subject()).orElseThrow()))))
                .isEqualTo(once.size());
    }

    @Test
    void a_part_is_laid_out_once() {
        List<Table> once = REPORT.sections().stream()
                .flatMap(section -> section.tables().stream())
                .toList();
        assertThat(once).isNotEmpty();
        assertThat(distinct(asked().flatMap(report -> report.sections().stream())
                        .map(Section::tables)
                        .flatMap(List::stream)))
                .isEqualTo(once.size());
    }

    @Test
    void the_closes_that_turn_an_asset_and_the_records_are_those_of_the_board() {
        StrengthPart part = REPORT.part(StrengthPart.class).orElseThrow();
        part.board()
                .rows()
                .forEach(row -> assertThat(part.flips(row.asset()))
                        .isEqualTo(part.assets().stream()
                                .filter(each -> each.name().equals(row.asset()))
                                .findFirst()
                                .flatMap(each -> FlipPrices.of(
                                        each.series(),
                                        REPORT.date(),
                                        part.board().options().model()))));
        assertThat(part.flips()).isNotEmpty();
        assertThat(part.models().rows().stream().map(row -> row.standing().asset()))
                .containsExactlyElementsOf(
                        Stream.concat(part.board().rows().stream().map(StrengthRow::asset), Stream.of("2y", "10y"))
                                .toList());
    }

    @Test
    void the_whole_record_of_a_model_is_worked_out_once_until_the_end_of_the_month_before() {
        LocalDate end = REPORT.date().withDayOfMonth(1).minusDays(1);
        List<ModelRecord> records = REPORT.sheets(RecordSheet.class).stream()
                .flatMap(sheet -> sheet.records().stream())
                .toList();
        assertThat(records).isNotEmpty().allMatch(each -> !each.last().isAfter(end));
        assertThat(distinct(asked().flatMap(report -> report.sheets(RecordSheet.class).stream())
                        .flatMap(sheet -> sheet.records().stream())))
                .isEqualTo(records.size());
        Histories histories = Histories.shared();
        MacroInputs inputs = new RandomInputs(1, series -> series).inputs();
        List<ModelRecord> ofTwoDays = Stream.of(1, 2)
                .map(days -> MacroReport.of(
                        inputs,
                        end.minusDays(days),
                        RandomInputs.OPTIONS,
                        EnumSet.of(Topic.STRENGTH, Topic.RECORDS),
                        histories))
                .flatMap(report -> report.sheets(RecordSheet.class).stream())
                .flatMap(sheet -> sheet.records().stream())
                .toList();
        assertThat(distinct(ofTwoDays.stream()))
                .isEqualTo((int) ofTwoDays.stream()
                        .map(each -> each.model() + each.asset())
                        .distinct()
                        .count())
                .isLessThan(ofTwoDays.size());
    }
}
