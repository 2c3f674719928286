package io.github.macroregime.regime.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.Frequency;
import io.github.macroregime.core.series.PublicationLag;
import io.github.macroregime.core.series.PublishedSeries;
import io.github.macroregime.core.series.PublishedSeries.MaxAge;
import io.github.macroregime.core.series.Source;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.series.Vintages;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.equities.breadth.Breadth;
import io.github.macroregime.equities.breadth.BreadthReading;
import io.github.macroregime.equities.contribution.ContributionReport;
import io.github.macroregime.equities.contribution.Position;
import io.github.macroregime.equities.print.PrintedDay;
import io.github.macroregime.rates.meeting.Meeting;
import io.github.macroregime.rates.probability.FedWatchTable;
import io.github.macroregime.rates.probability.OutcomeDistribution;
import io.github.macroregime.regime.input.EconomyInput.QuadrantSource;
import io.github.macroregime.regime.macro.QuadrantHistory;
import io.github.macroregime.regime.macro.QuadrantOptions;
import io.github.macroregime.regime.macro.QuadrantReading;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What days share, options that change one thing, and readings of inputs that two kinds read differently. */
class InputSharedTest {

    private static final LocalDate DAY = LocalDate.of(2025, 7, 22);
    private static final Source SOURCE = Source.observed("exchange");

    private static TimeSeries series(double... values) {
        return TimeSeries.of(
                DateIndex.copyOf(IntStream.range(0, values.length)
                        .mapToObj(DAY::plusDays)
                        .toList()),
                values,
                Unit.PRICE);
    }

    /** A list begins with another where each of its series does and nothing is added or left out. */
    @Test
    void aListBeginsWithItsBeginnings() {
        TimeSeries longer = series(1, 2, 3);
        TimeSeries beginning = series(1, 2);
        assertThat(Histories.begins(List.of(longer, "x"), List.of(beginning, "x")))
                .isTrue();
        assertThat(Histories.begins(List.of(longer, beginning), List.of(beginning, longer)))
                .isFalse();
        assertThat(Histories.begins(List.of(longer, "x"), List.of(beginning, "y")))
                .isFalse();
        assertThat(Histories.begins(List.of(longer, "x"), List.of(beginning))).isFalse();
        assertThat(Histories.begins(List.of(longer), List.of(beginning, "x"))).isFalse();
        assertThat(Histories.begins(List.of(longer), "x")).isFalse();
        assertThat(Histories.begins("x", List.of(longer))).isFalse();
        assertThat(Histories.begins(longer, "x")).isFalse();
        assertThat(Histories.begins("x", beginning)).isFalse();
    }

    @Test
    void workIsDoneInItsOrderAlsoOnThreads() {
        Histories histories = Histories.shared();
        List<Integer> asked = new ArrayList<>();
        assertThat(histories.all(List.of(() -> 1, () -> 2))).containsExactly(1, 2);
        Histories threads = histories.on(task -> {
            asked.add(1);
            task.run();
        });
        assertThat(threads.all(List.of(() -> 1, () -> 2, () -> 3))).containsExactly(1, 2, 3);
        assertThat(asked).isNotEmpty();
        assertThat(histories.<String, String>of("name", "past", past -> past)).isEqualTo("past");
        assertThat(threads.<String, String>of("name", "past", past -> "other"))
                .as("both share what is known")
                .isEqualTo("past");
    }

    @Test
    void anOptionIsChangedAlone() {
        MacroOptions options = MacroOptions.withDefaults();
        MacroOptions.Lockstep lockstep = new MacroOptions.Lockstep(5, 0.5);
        MacroOptions.Positions positions = new MacroOptions.Positions(7, 3);
        MacroOptions changed = options.withLockstep(lockstep)
                .withPositioning(positions)
                .withMaxAgeDays(3)
                .withStrength(options.strength());
        assertThat(changed.lockstep()).isEqualTo(lockstep);
        assertThat(changed.positioning()).isEqualTo(positions);
        assertThat(changed.maxAgeDays()).isEqualTo(3);
        assertThat(changed.withLockstep(options.lockstep())
                        .withPositioning(options.positioning())
                        .withMaxAgeDays(options.maxAgeDays()))
                .isEqualTo(options);
    }

    private static Breadth breadth(MarketInput.Contributions contributions) {
        BreadthReading reading = contributions.breadth();
        assertThat(reading).isInstanceOf(Breadth.class);
        return (Breadth) reading;
    }

    /** Of the sectors both rose; of their members one did. */
    @Test
    void breadthIsThatOfTheMembersWhereTheyAreKnown() {
        ContributionReport sectors = ContributionReport.of(
                DAY, List.of(Position.held("X", 0.5, Rate.ofPercent(1)), Position.held("Y", 0.5, Rate.ofPercent(2))));
        ContributionReport members = ContributionReport.of(
                DAY,
                List.of(
                        Position.held("A", 0.4, Rate.ofPercent(5)),
                        Position.held("B", 0.3, Rate.ofPercent(-1)),
                        Position.held("C", 0.3, Rate.ofPercent(-1))));
        Breadth reported = breadth(new MarketInput.Contributions.Reported("index", sectors, SOURCE));
        assertThat(List.of(reported.advancers(), reported.decliners())).containsExactly(2, 0);
        Breadth ofMembers =
                breadth(new MarketInput.Contributions.OfMembers("index", sectors, members, "by hand", SOURCE));
        assertThat(List.of(ofMembers.advancers(), ofMembers.decliners())).containsExactly(1, 2);
        PrintedDay day = new PrintedDay(
                DAY,
                List.of(new PrintedDay.Line("X", Rate.ofPercent(0.2), Rate.ofPercent(0.5))),
                Rate.ofPercent(0.2),
                2);
        assertThat(new MarketInput.Contributions.Printed("index", day, SOURCE).report())
                .isEqualTo(day.report());
    }

    @ParameterizedTest
    @CsvSource({
        "true, 'own contract met by the procedure, weighed by us'",
        "false, own contract not used by the procedure with a residual of -1.50 bp"
    })
    void aMeetingSaysWhetherItsOwnContractWasUsed(boolean used, String end) {
        LocalDate decision = LocalDate.of(2025, 9, 17);
        OutcomeDistribution cut = OutcomeDistribution.twoPoint(Rate.ofBasisPoints(-15), Rate.ofBasisPoints(25));
        FedWatchTable.Row row = new FedWatchTable.Row(
                decision, Rate.ofPercent(4.33), Rate.ofPercent(4.18), used, Rate.ofBasisPoints(-1.5), cut, cut);
        assertThat(new FedWatchComparison.ComparedMeeting(
                                new Meeting(decision, decision.plusDays(1)),
                                Optional.of(cut),
                                Optional.of(row),
                                Optional.of(row))
                        .why())
                .isEqualTo(
                        "new rate on 14 (decision day new), 13 (old) or 13 (ours: effective date) of 30 days; " + end);
    }

    private static PublishedSeries monthly(String name, PublicationLag lag) {
        List<LocalDate> months = IntStream.range(0, 40)
                .mapToObj(i -> LocalDate.of(2022, 3, 1).plusMonths(i))
                .toList();
        double[] levels =
                IntStream.range(0, 40).mapToDouble(i -> Math.pow(1.01, i)).toArray();
        return new PublishedSeries(name, TimeSeries.ofQuoted(months, levels, Unit.PRICE), SOURCE, lag, MaxAge.days(60));
    }

    private static QuadrantSource.Final last(PublicationLag growth, PublicationLag prices) {
        return new QuadrantSource.Final(
                "US", monthly("jobs", growth), monthly("CPI", prices), QuadrantOptions.withDefaults(), 60);
    }

    /** One per cent a month makes 12.68 % a year; a date of both releases is on a calendar or assumed. */
    @Test
    void finalDataSayWhereTheirDatesComeFrom() {
        PublicationLag assumed = PublicationLag.days(20);
        PublicationLag listed = PublicationLag.releases(
                DateIndex.copyOf(IntStream.range(0, 50)
                        .mapToObj(i -> LocalDate.of(2022, 3, 10).plusMonths(i))
                        .toList()),
                Frequency.MONTH,
                0);
        QuadrantReading reading = last(assumed, assumed).history().asOf(DAY).orElseThrow();
        assertThat(reading.growth().decimal()).isEqualTo(Math.pow(1.01, 12) - 1, within(1e-12));
        assertThat(reading.inflation().decimal()).isEqualTo(Math.pow(1.01, 12) - 1, within(1e-12));
        assertThat(last(assumed, assumed).publication(reading))
                .isEqualTo("taken as known on " + reading.released() + ", an assumed lag");
        assertThat(last(listed, assumed).publication(reading)).endsWith(", an assumed lag");
        assertThat(last(listed, listed).publication(reading)).isEqualTo("released " + reading.released());
        assertThat(last(assumed, assumed).provenance()).isEqualTo("final data, revised since; jobs known " + assumed);
        assertThat(last(listed, assumed).provenance())
                .isEqualTo("final data, revised since; jobs known " + listed + ", CPI " + assumed);
    }

    private static QuadrantSource.Revised revised(double growth) {
        List<Vintages.Revision> revisions = IntStream.range(0, 40)
                .mapToObj(month -> new Vintages.Revision(
                        LocalDate.of(2022, 3, 1).plusMonths(month),
                        LocalDate.of(2022, 4, 10).plusMonths(month),
                        Math.pow(growth, month)))
                .toList();
        Vintages vintages = Vintages.of(revisions, Unit.PRICE);
        return new QuadrantSource.Revised(
                "US", vintages, vintages, QuadrantOptions.withDefaults(), 60, PublicationLag.Basis.RELEASED, SOURCE);
    }

    /** An earlier day reads the rows of the longest history; other numbers under the same name have their own. */
    @Test
    void aHistoryOfQuadrantsIsSharedByDaysOfTheSameVintages() {
        Histories histories = Histories.shared();
        QuadrantSource.Revised all = revised(1.01);
        QuadrantHistory longest = all.history(DAY, histories);
        LocalDate earlier = DAY.minusDays(60);
        QuadrantSource before =
                (QuadrantSource) all.until(earlier.atTime(20, 0)).orElseThrow();
        assertThat(before.history(earlier, histories)).isSameAs(longest);
        assertThat(longest.asOf(earlier)).isEqualTo(before.history().asOf(earlier));
        QuadrantSource other = revised(1.02);
        assertThat(other.history(DAY, histories)
                        .asOf(DAY)
                        .orElseThrow()
                        .growth()
                        .decimal())
                .isEqualTo(Math.pow(1.02, 12) - 1, within(1e-12));
        assertThat(all.provenance()).isEqualTo("vintages: as published on each day");
    }
}
