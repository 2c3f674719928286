package io.github.macroregime.core.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.macroregime.core.series.Vintages.Revision;
import io.github.macroregime.core.time.BusinessDays;
import io.github.macroregime.core.unit.Unit;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VintagesTest {

    private static final LocalDate MAY = LocalDate.of(2025, 5, 1);
    private static final LocalDate JUNE = LocalDate.of(2025, 6, 1);
    private static final LocalDate EARLY_JUNE = LocalDate.of(2025, 6, 6);
    private static final LocalDate EARLY_JULY = LocalDate.of(2025, 7, 3);
    private static final LocalDate AUGUST = LocalDate.of(2025, 8, 1);

    /** Payroll changes of May and June 2025 as released, in thousands. */
    private static final Vintages PAYROLLS = Vintages.of(
            List.of(
                    new Revision(JUNE, EARLY_JULY, 147e3),
                    new Revision(MAY, EARLY_JUNE, 139e3),
                    new Revision(JUNE, AUGUST, 14e3),
                    new Revision(MAY, EARLY_JULY, 144e3),
                    new Revision(MAY, AUGUST, 19e3)),
            Unit.THOUSANDS);

    @Test
    void aDaySeesWhatWasPublishedByThen() {
        assertThat(PAYROLLS.asKnownOn(EARLY_JUNE.minusDays(1)).isEmpty()).isTrue();
        assertThat(PAYROLLS.asKnownOn(EARLY_JUNE).values()).isEqualTo(Doubles.of(139e3));
        assertThat(PAYROLLS.asKnownOn(EARLY_JULY).values()).isEqualTo(Doubles.of(144e3, 147e3));
        assertThat(PAYROLLS.asKnownOn(AUGUST.minusDays(1)).values()).isEqualTo(Doubles.of(144e3, 147e3));
        assertThat(PAYROLLS.asKnownOn(LocalDate.MAX)).isEqualTo(PAYROLLS.latest());
    }

    @Test
    void firstAndLatestValuesAreToldApart() {
        assertThat(PAYROLLS.firstRelease().values()).isEqualTo(Doubles.of(139e3, 147e3));
        assertThat(PAYROLLS.latest().values()).isEqualTo(Doubles.of(19e3, 14e3));
        assertThat(PAYROLLS.releaseDates()).isEqualTo(DateIndex.of(EARLY_JUNE, EARLY_JULY, AUGUST));
        assertThat(PAYROLLS.revisionsOf(MAY)).extracting(Revision::value).containsExactly(139e3, 144e3, 19e3);
        assertThat(PAYROLLS.firstKnownOn(JUNE)).hasValue(EARLY_JULY);
        assertThat(PAYROLLS.firstKnownOn(AUGUST)).isEmpty();
    }

    @Test
    void theNewestIsWhatCouldBeReadOnTheDay() {
        assertThat(PAYROLLS.newest().dates()).isEqualTo(DateIndex.of(EARLY_JUNE, EARLY_JULY, AUGUST));
        assertThat(PAYROLLS.newest().values()).isEqualTo(Doubles.of(139e3, 147e3, 14e3));
        LocalDate later = AUGUST.plusDays(20);
        Vintages withdrawn = Vintages.of(
                List.of(
                        new Revision(MAY, EARLY_JUNE, 1),
                        new Revision(JUNE, EARLY_JULY, 2),
                        new Revision(JUNE, AUGUST, Double.NaN),
                        new Revision(MAY, later, Double.NaN)),
                Unit.PRICE);
        assertThat(withdrawn.newest().values()).isEqualTo(Doubles.of(1, 2, 1, Double.NaN));
    }

    @Test
    void twoValuesOfOneDayAreRefused() {
        assertThatThrownBy(
                        () -> Vintages.of(List.of(new Revision(MAY, JUNE, 1), new Revision(MAY, JUNE, 2)), Unit.PRICE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("revisions[1] must come later");
        assertThatThrownBy(() -> new Revision(MAY, JUNE, Double.POSITIVE_INFINITY))
                .hasMessage("value of 2025-05-01 known on 2025-06-01 must be finite or NaN but was Infinity");
    }

    @Test
    void aFunctionIsComputedWithinEachVintage() {
        Vintages rebased = Vintages.ofSnapshots(
                Map.of(
                        EARLY_JUNE, TimeSeries.of(DateIndex.of(MAY), new double[] {100}, Unit.PRICE),
                        EARLY_JULY, TimeSeries.of(DateIndex.of(MAY, JUNE), new double[] {100, 101}, Unit.PRICE),
                        AUGUST, TimeSeries.of(DateIndex.of(MAY, JUNE), new double[] {50, 51}, Unit.PRICE)),
                Unit.PRICE);
        Vintages growth = rebased.through(series -> series.change(Change.RELATIVE, 1));
        assertThat(growth.firstRelease().on(JUNE)).hasValue(101.0 / 100 - 1);
        assertThat(growth.latest().on(JUNE)).hasValue(51.0 / 50 - 1);
        assertThat(growth.unit()).isEqualTo(Unit.PERCENT);
        assertThat(growth.revisionsOf(JUNE)).hasSize(2);
    }

    @Test
    void aDateThatDisappearsIsWithdrawn() {
        Vintages vintages = Vintages.ofSnapshots(
                Map.of(
                        EARLY_JULY, TimeSeries.of(DateIndex.of(MAY, JUNE), new double[] {1, 2}, Unit.PRICE),
                        AUGUST, TimeSeries.of(DateIndex.of(MAY), new double[] {1}, Unit.PRICE)),
                Unit.PRICE);
        assertThat(vintages.asKnownOn(EARLY_JULY).on(JUNE)).hasValue(2);
        assertThat(vintages.asKnownOn(AUGUST).on(JUNE)).isEmpty();
        assertThat(vintages.revisionsOf(MAY)).hasSize(1);
    }

    @Test
    void aLagStandsInForVintages() {
        LocalDate tuesday = LocalDate.of(2025, 7, 22);
        TimeSeries positions = TimeSeries.of(
                DateIndex.of(tuesday.minusWeeks(2), tuesday.minusWeeks(1), tuesday),
                new double[] {1, Double.NaN, 3},
                Unit.COUNT);
        Vintages lagged = Vintages.ofLagged(positions, PublicationLag.days(3));
        assertThat(lagged.asKnownOn(tuesday.plusDays(2)).values()).isEqualTo(Doubles.of(1));
        assertThat(lagged.asKnownOn(tuesday.plusDays(3)).values()).isEqualTo(Doubles.of(1, 3));
    }

    @Test
    void lagsFollowTheirCalendars() {
        LocalDate friday = LocalDate.of(2025, 7, 18);
        BusinessDays fed = BusinessDays.newYorkFed();
        assertThat(PublicationLag.businessDays(1, fed).knownOn(friday)).hasValue(friday.plusDays(3));
        assertThat(PublicationLag.businessDays(0, fed).knownOn(friday.plusDays(1)))
                .hasValue(friday.plusDays(3));
        assertThat(PublicationLag.afterPeriod(Frequency.MONTH, 15).knownOn(JUNE))
                .hasValue(LocalDate.of(2025, 7, 15));
        PublicationLag releases =
                PublicationLag.releases(DateIndex.of(EARLY_JUNE, EARLY_JULY, AUGUST), Frequency.MONTH, 1);
        assertThat(releases.knownOn(MAY)).hasValue(EARLY_JUNE);
        assertThat(releases.knownOn(JUNE)).hasValue(EARLY_JULY);
        assertThat(releases.knownOn(AUGUST)).isEmpty();
        assertThatThrownBy(() -> PublicationLag.days(-1)).hasMessage("days must not be negative but was -1");
    }

    @Test
    void textShowsTheLatestVintage() {
        assertThat(PAYROLLS.toString())
                .startsWith("Vintages of 5 revisions, released 2025-06-06 to 2025-08-01 (3 dates), the latest being a "
                        + "TimeSeries of 2 dates")
                .contains("2025-06-01  14");
    }

    @Test
    void aSnapshotInAnotherUnitIsRefused() {
        LocalDate day = LocalDate.of(2025, 7, 3);
        TimeSeries jobs = TimeSeries.of(DateIndex.of(LocalDate.of(2025, 6, 1)), new double[] {159e6}, Unit.THOUSANDS);
        assertThatThrownBy(() -> Vintages.ofSnapshots(Map.of(day, jobs), Unit.PERCENT))
                .hasMessage("vintages of 2025-07-03 must be in a unit that adds to % but was in thousand");
        assertThat(Vintages.ofSnapshots(Map.of(day, jobs), Unit.COUNT).latest().unit())
                .isEqualTo(Unit.COUNT);
    }
}
