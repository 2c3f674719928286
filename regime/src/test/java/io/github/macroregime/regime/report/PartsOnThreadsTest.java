package io.github.macroregime.regime.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.macroregime.fixture.HostileExecutor;
import io.github.macroregime.regime.input.Histories;
import io.github.macroregime.regime.input.MacroInputs;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A report is the same whoever reads its parts, and all or nothing. */
@Timeout(120)
class PartsOnThreadsTest {

    private static final MacroInputs INPUTS = new RandomInputs(3, series -> series).inputs();
    private static final LocalDate DATE =
            RandomInputs.weekdays(RandomInputs.DAYS).last();
    private static final MacroReport ALONE = report(Histories.shared());

    private static MacroReport report(Histories histories) {
        return MacroReport.of(INPUTS, DATE, RandomInputs.OPTIONS, EnumSet.allOf(Topic.class), histories);
    }

    private static List<MacroStatement> said(Histories histories) {
        return MacroReport.statementsOf(INPUTS, DATE, RandomInputs.OPTIONS, EnumSet.allOf(Topic.class), histories);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void any_number_of_threads_gives_the_same_report(int threads) {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            Histories shared = Histories.shared();
            assertThat(report(shared.on(pool))).isEqualTo(ALONE).hasToString(ALONE.toString());
            assertThat(report(shared)).isEqualTo(ALONE);
            assertThat(said(Histories.shared().on(pool)))
                    .isEqualTo(said(Histories.shared()))
                    .isEqualTo(ALONE.statements());
        } finally {
            pool.shutdown();
        }
        assertThat(ALONE.gaps()).isNotEmpty();
        assertThat(ALONE.turns()).isNotEmpty();
        assertThat(ALONE.part(SheetPart.class)).isPresent();
    }

    @Test
    void threads_that_make_whole_reports_may_make_their_parts_too() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            Histories shared = Histories.shared().on(pool);
            var first = pool.submit(() -> report(shared));
            var second = pool.submit(() -> report(shared));
            assertThat(first.get()).isEqualTo(ALONE);
            assertThat(second.get()).isEqualTo(ALONE);
        } finally {
            pool.shutdown();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_hostile_executor_gives_the_whole_report_or_none(HostileExecutor kind) {
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            MacroReport report = report(Histories.shared().on(kind.on(pool)));
            assertThat(kind.thrown()).isNull();
            assertThat(report).isEqualTo(ALONE);
        } catch (RuntimeException | StackOverflowError e) {
            assertThat(e).isInstanceOf(kind.thrown());
        } finally {
            Thread.interrupted();
            pool.shutdown();
        }
    }
}
