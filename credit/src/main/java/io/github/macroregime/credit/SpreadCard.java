package io.github.macroregime.credit;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.unit.NumberText;
import io.github.macroregime.core.unit.Probability;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.credit.band.BandHistory;
import io.github.macroregime.credit.band.BandPlace;
import io.github.macroregime.credit.band.BandPlace.EdgeGap;
import io.github.macroregime.credit.band.Severity;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * All that is to be said about the spread of one instrument on a date, each statement with its number.
 *
 * <p>It holds the history until the date and what to show of it; each part is computed when it is asked for. All of it
 * counts business days: the rows that a daily file of a bond index has for a month that ends on a weekend are left out
 * ({@link io.github.macroregime.core.series.TimeSeries#withoutMonthEndWeekends}), of landmarks and percentiles as of bands
 * and changes.
 *
 * <pre>{@code
 * SpreadHistory<Instrument.CashOas> history =
 *         new SpreadHistory<>(new Instrument.CashOas("ICE BofA US Corporate"), spreads);
 * SpreadCard card = SpreadCard.of(history, day, CardSetup.withDefaults(PrintedBands.macroLetterComplete()));
 * }</pre>
 *
 * @param history the levels until the date, on business days
 * @param asOf the date at which one looks
 * @param setup what the card shows
 */
public record SpreadCard(SpreadHistory<?> history, LocalDate asOf, CardSetup setup) implements Serializable {

    private static final int QUARTER = 60;
    private static final Probability BAD_CASE = Probability.percent(95);

    public SpreadCard {
        Require.components(SpreadCard.class, history, asOf, setup);
        history = history.until(asOf).onBusinessDays();
        history.latest(asOf);
    }

    /**
     * The card of a history on a date.
     *
     * @param history the levels of one instrument
     * @param asOf the date at which one looks; nothing after it is seen
     * @param setup what the card shows
     * @return the card
     * @throws IllegalArgumentException if nothing was observed until the date
     */
    public static SpreadCard of(SpreadHistory<?> history, LocalDate asOf, CardSetup setup) {
        return new SpreadCard(history, asOf, setup);
    }

    /**
     * The newest level.
     *
     * @return the level
     */
    public Rate level() {
        return history.level(asOf);
    }

    /**
     * The level against its landmarks, among the bands and in its past.
     *
     * @return the standing, whose findings are those of {@link #findings()}
     */
    public SpreadStanding standing() {
        SpreadStanding plain = plainStanding();
        return new SpreadStanding(
                plain.instrument(),
                plain.date(),
                plain.level(),
                plain.place(),
                plain.landmarks(),
                plain.percentiles(),
                findings(plain));
    }

    private SpreadStanding plainStanding() {
        return SpreadStanding.of(history, asOf, setup.bands(), setup.years(), setup.lookbacks());
    }

    /**
     * The bands the spread has been in.
     *
     * @return the history of bands over all dates
     */
    public BandHistory bandHistory() {
        return BandHistory.of(setup.bands(), setup.policy(), history.levels());
    }

    /**
     * The momentum of the spread.
     *
     * @return the momentum
     */
    public SpreadMomentum momentum() {
        return SpreadMomentum.of(history.levels(), asOf);
    }

    /**
     * The level between its widest and tightest of the years of the landmarks.
     *
     * @return the range; empty if the history does not fill the years
     */
    public Optional<SpreadRange> range() {
        return isShort(landmarkYears())
                ? Optional.empty()
                : Optional.of(SpreadRange.of(history.levels(), asOf, landmarkYears()));
    }

    private Lookback landmarkYears() {
        return Lookback.years(setup.years());
    }

    private boolean isShort(Lookback lookback) {
        return !lookback.isSatisfiedBy(lookback.of(history.levels(), asOf), asOf);
    }

    /**
     * The carry over each horizon.
     *
     * @return one carry for each entry of the terms
     */
    public List<Carry> carries() {
        return setup.carryTerms().stream().map(terms -> terms.carry(level())).toList();
    }

    /**
     * The bad case over the break-even: the 95 % quantile of past changes over the horizon of a carry, divided by its
     * break-even widening. Above one, the bad case loses more than the carry earns.
     *
     * <p>A year of the horizon counts 252 observations, 52 of a weekly history and 12 of a monthly one.
     *
     * @param carry one of {@link #carries()}
     * @return the ratio; empty if the history is too short or the break-even is not above zero
     */
    public OptionalDouble badCaseOverBreakEven(Carry carry) {
        int observations = Math.max(1, (int) Math.round(momentum().spacing().year() * carry.years()));
        double breakEven = carry.breakEvenWidening().decimal();
        Optional<Rate> badCase = Widening.quantile(history.levels(), asOf, observations, BAD_CASE);
        return badCase.isPresent() && breakEven > 0
                ? OptionalDouble.of(badCase.orElseThrow().decimal() / breakEven)
                : OptionalDouble.empty();
    }

    /**
     * The last change of the spread against each driver.
     *
     * @return one comparison for each driver with enough common dates, in their order
     */
    public List<Disconnect> disconnects() {
        return setup.drivers().stream()
                .flatMap(driver ->
                        Disconnect.of(history.levels(), driver, asOf, setup.driverWindow(), setup.deadZone()).stream())
                .toList();
    }

    /**
     * What a reader should be told: about the bands and landmarks, the history, the rank against the level, the band
     * that is held, and the drivers.
     *
     * @return the findings, empty if there is nothing to say
     */
    public List<SpreadFinding> findings() {
        return findings(plainStanding());
    }

    private List<SpreadFinding> findings(SpreadStanding standing) {
        return Stream.of(
                        standing.findings().stream(),
                        historyFindings(standing),
                        rankFindings(standing),
                        bandFindings(standing.place()),
                        disconnects().stream().flatMap(SpreadCard::disconnectFindings))
                .flatMap(findings -> findings)
                .toList();
    }

    private Stream<SpreadFinding> historyFindings(SpreadStanding standing) {
        LocalDate from = history.levels().dropMissing().dates().first();
        Stream<SpreadFinding> stale = standing.date().equals(asOf)
                ? Stream.empty()
                : Stream.of(new SpreadFinding.NotObservedOnDate(standing.date(), asOf));
        Stream<SpreadFinding> tooShort = Stream.concat(Stream.of(landmarkYears()), setup.lookbacks().stream())
                .distinct()
                .filter(this::isShort)
                .map(lookback -> new SpreadFinding.HistoryTooShort(lookback, from));
        return Stream.concat(stale, tooShort);
    }

    private Stream<SpreadFinding> rankFindings(SpreadStanding standing) {
        return SpreadPercentiles.at(history.levels(), asOf, Lookback.years(setup.years()))
                .map(percentile -> new SpreadFinding.LevelAndRankDisagree(
                        standing.place().band(), setup.percentileBands().at(percentile.fraction()), percentile))
                .filter(finding -> !finding.level().isUnnamed()
                        && finding.rank().severity() != Severity.UNNAMED
                        && finding.level().severity() != finding.rank().severity())
                .stream()
                .map(finding -> finding);
    }

    private Stream<SpreadFinding> bandFindings(BandPlace place) {
        return bandHistory().current().stream()
                .filter(run -> !run.band().equals(place.band()))
                .map(run -> new SpreadFinding.BandNotConfirmed(place.band(), run.band()));
    }

    private static Stream<SpreadFinding> disconnectFindings(Disconnect disconnect) {
        Stream<SpreadFinding> unmoved = disconnect.isSpreadAloneUnmoved()
                ? Stream.of(new SpreadFinding.SpreadAloneUnmoved(disconnect))
                : Stream.empty();
        Stream<SpreadFinding> unsupported = disconnect.isExpectationSupported()
                ? Stream.empty()
                : Stream.of(new SpreadFinding.ExpectationUnsupported(disconnect));
        return Stream.concat(unmoved, unsupported);
    }

    /** A table with one statement a line. */
    @Override
    public String toString() {
        SpreadStanding standing = plainStanding();
        BandHistory bands = bandHistory();
        StringBuilder text = new StringBuilder(NumberText.of(
                "%s on %s: %.2f bp",
                standing.instrument().label(), standing.date(), standing.level().basisPoints()));
        line(text, "band", standing.place());
        bands.current().ifPresent(run -> line(text, "held", held(bands, run)));
        line(text, "rule", setup.policy());
        bands.longestSince().ifPresent(run -> line(text, "", "longest since " + run));
        Stream.of(standing.place().up(), standing.place().down())
                .flatMap(Optional::stream)
                .forEach(gap -> line(text, "edge", edge(bands, gap)));
        standing.distances().forEach(distance -> line(text, "against", distance));
        standing.percentiles().forEach(percentile -> line(text, "percentile", percentile));
        range().ifPresent(range ->
                line(text, "range", (setup.years() == 1 ? "1 year" : setup.years() + " years") + ", " + range));
        line(text, "momentum", momentum());
        carries().forEach(carry -> line(text, "carry", carry(standing, carry)));
        disconnects().forEach(disconnect -> line(text, "driver", disconnect));
        findings().forEach(finding -> line(text, "finding", finding.message()));
        return text.toString();
    }

    private static String held(BandHistory bands, BandHistory.Run run) {
        OptionalDouble median = bands.medianStay(run.band());
        return NumberText.of(
                "date %d in %s since %s; median completed stay %s",
                run.length(),
                run.band().name(),
                run.entry(),
                median.isPresent() ? NumberText.of("%.1f dates", median.getAsDouble()) : "none");
    }

    private static String edge(BandHistory bands, EdgeGap gap) {
        StringBuilder text = new StringBuilder(gap.toString());
        Spacing spacing = Spacing.of(bands.levels().dropMissing().dates());
        gap.ofLevel().ifPresent(part -> text.append(NumberText.of(", %+.1f %% of the level", 100 * part)));
        bands.dailySigma(QUARTER)
                .filter(sigma -> sigma.decimal() > 0)
                .ifPresent(sigma ->
                        text.append(NumberText.of(", %+.1f %s sigmas", gap.inSigmas(sigma), spacing.adjective())));
        bands.typicalChange(QUARTER)
                .filter(change -> change.decimal() > 0)
                .ifPresent(
                        change -> text.append(NumberText.of(", %.1f typical %s", gap.inTypicalDays(change), spacing)));
        return text.toString();
    }

    private String carry(SpreadStanding standing, Carry carry) {
        StringBuilder text = new StringBuilder(carry.toString());
        standing.landmarks().stream()
                .filter(landmark -> landmark.kind() != Landmark.Kind.LOW)
                .forEach(landmark -> text.append(NumberText.of(
                        "; %s: %+.2f bp%s",
                        landmark.name(),
                        carry.excessReturn(landmark.level()).basisPoints(),
                        months(carry.monthsToRepay(landmark.level())))));
        badCaseOverBreakEven(carry)
                .ifPresent(ratio -> text.append(NumberText.of("; 95 %% widening is %.1f times the break-even", ratio)));
        return text.toString();
    }

    private static String months(OptionalDouble months) {
        return months.isPresent() ? NumberText.of(", %.1f months of carry", months.getAsDouble()) : "";
    }

    private static void line(StringBuilder text, String label, Object value) {
        text.append(String.format(Locale.ROOT, "\n  %-12s%s", label, value));
    }
}
