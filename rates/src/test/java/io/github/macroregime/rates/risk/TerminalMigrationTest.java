package io.github.macroregime.rates.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.rates.instrument.OvernightIndex;
import io.github.macroregime.rates.meeting.Meeting;
import io.github.macroregime.rates.path.PathFrame;
import io.github.macroregime.rates.path.PolicyPath;
import io.github.macroregime.rates.risk.TerminalMigration.Depth;
import io.github.macroregime.rates.risk.TerminalMigration.Timing;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerminalMigrationTest {

    private static final List<Meeting> MEETINGS = IntStream.of(1, 3, 5, 7, 9)
            .mapToObj(month -> LocalDate.of(2031, month, 15))
            .map(day -> new Meeting(day, day.plusDays(1)))
            .toList();

    private static PolicyPath path(String steps) {
        double[] each = Arrays.stream(steps.strip().split(" +"))
                .mapToDouble(Double::parseDouble)
                .toArray();
        return PolicyPath.ofSteps(
                PathFrame.of(LocalDate.of(2031, 1, 2), OvernightIndex.effr(), MEETINGS.subList(0, each.length)),
                Rate.ofPercent(4),
                Arrays.stream(each).mapToObj(Rate::ofBasisPoints).toList());
    }

    /** From paths of steps in basis points; the terminal rate is the last before the path turns. */
    @ParameterizedTest
    @CsvSource({
        "-25 -25 0 10 0, -25 -25 -25 10 0, -25, DEEPER, LATER",
        "-25 -25 0 10 0, -25 -25 0 0 5, 0, UNCHANGED, UNCHANGED",
        "-25 -25 -25 10 0, -40 -20 0 10 0, 15, SHALLOWER, SOONER",
        "-25 -25 -25 10 0, -50 -50 0 10 0, -25, DEEPER, SOONER",
        "25 25 0 -10 0, 25 25 25 -10 0, 25, DEEPER, LATER",
        "25 25 0 -10 0, 25 0 0 -10 0, -25, SHALLOWER, SOONER",
        "-25 -25 0 10 0, 10 10 -5 0 0, 70, REVERSED, UNCHANGED",
        "0 0 0 0 0, -10 0 0 5 0, -10, DEEPER, OPEN",
        "-10 0 0 5 0, 0 0 0 0 0, 10, SHALLOWER, OPEN",
        "0 0 0 0 0, 0 0 0 0 0, 0, UNCHANGED, OPEN",
        "-25 -25 -25 -25 -25, -25 -25 0 10 0, 75, SHALLOWER, SOONER",
        "-25 -25 0 10 0, -25 -25 -25 -25 -25, -75, DEEPER, LATER",
        "-25 -25 -25 -25 -25, -25 -25 -25 -25 -30, -5, DEEPER, OPEN",
        "-25 -25 -25, -25 -25 -25 -25 10, -25, DEEPER, OPEN",
        "-25 -25 -25 -25 10, -25 -25 -25, 25, SHALLOWER, OPEN",
        "-25 -25 -25, -25 -25 -25 5 0, 0, UNCHANGED, OPEN",
        "-25 -25 -25 5 0, -25 -25 -25, 0, UNCHANGED, OPEN"
    })
    void pathsSideBySide(String from, String to, double change, Depth depth, Timing timing) {
        TerminalMigration migration = TerminalMigration.of(path(from), path(to)).orElseThrow();
        assertThat(Math.round(migration.change().basisPoints() * 1e6) / 1e6).isEqualTo(change);
        assertThat(migration.depth()).isEqualTo(depth);
        assertThat(migration.timing()).isEqualTo(timing);
    }

    @Test
    void itPrintsBothRatesAndWhatBecameOfThem() {
        assertThat(TerminalMigration.of(path("-25 -25 0 10 0"), path("-25 -25 -25 10 0")))
                .get()
                .hasToString("trough 3.5000 % from 2031-03-16 -> trough 3.2500 % from 2031-05-16: -25.00 bp,"
                        + " deeper, later");
    }
}
