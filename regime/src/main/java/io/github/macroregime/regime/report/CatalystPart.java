package io.github.macroregime.regime.report;

import io.github.macroregime.core.series.Change;
import io.github.macroregime.core.series.PublicationLag;
import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.regime.day.DayInputs;
import io.github.macroregime.regime.day.Text;
import io.github.macroregime.regime.input.EconomyInput;
import io.github.macroregime.regime.input.EconomyInput.Surprises;
import io.github.macroregime.regime.input.Evidence;
import io.github.macroregime.regime.input.MarketInput.Straddle;
import io.github.macroregime.regime.outlook.CatalystCalendar.Catalyst;
import io.github.macroregime.regime.outlook.Catalysts;
import io.github.macroregime.regime.outlook.Catalysts.EventVolatility;
import io.github.macroregime.regime.outlook.Catalysts.SurpriseBeta;
import io.github.macroregime.regime.report.MacroStatement.Sample;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What is coming, and what events of its kind did before.
 *
 * @param events the events of each calendar
 * @param releases the numbers of the economy that were released on the day
 * @param straddles what options pay for, where it is given
 * @param inputs where each input of the day comes from and when its last number became known, by name
 */
public record CatalystPart(
        List<AssetEvents> events, List<Release> releases, List<Straddle> straddles, Map<String, Evidence> inputs)
        implements MacroPart {

    private static final int MONTHS = 12;

    /**
     * A calendar and what its events did to an asset.
     *
     * @param asset the name of the asset
     * @param asOf the date at which one looked
     * @param observed the last close of the asset by then; the date at which one looked where closes are lacking
     * @param today the events of the day that are over
     * @param next the next event of each kind
     * @param volatilities what past events of each kind did
     * @param betas what their surprises did, where surprises are given
     * @param pressure how much is coming
     * @param ahead how many events are still to come
     * @param assumed the kinds of which no ratio is known, so that 1, an ordinary day, is assumed
     */
    public record AssetEvents(
            String asset,
            LocalDate asOf,
            LocalDate observed,
            List<Catalyst> today,
            List<Catalyst> next,
            List<EventVolatility> volatilities,
            List<SurpriseBeta> betas,
            double pressure,
            int ahead,
            List<String> assumed)
            implements Serializable {

        public AssetEvents {
            Require.components(AssetEvents.class, asset, asOf, observed, today, next, volatilities, betas, assumed);
            Require.atLeast(ahead, 0, "ahead");
            Require.finite(pressure, "pressure");
            today = List.copyOf(today);
            next = List.copyOf(next);
            volatilities = List.copyOf(volatilities);
            betas = List.copyOf(betas);
            assumed = List.copyOf(assumed);
        }
    }

    /**
     * A number of the economy on the day of its release.
     *
     * @param name the name under which a statement knows it
     * @param observed the month it is of
     * @param level its level, as revised since if the folder holds final data
     * @param overMonth its change from the month before, NaN if that has no level
     * @param overYear its change from twelve months before, NaN if that has no level
     * @param n how many observations there are
     */
    public record Release(String name, LocalDate observed, Figure level, Figure overMonth, Figure overYear, int n)
            implements Serializable {

        public Release {
            Require.components(Release.class, name, observed, level, overMonth, overYear);
            Require.atLeast(n, 0, "n");
        }

        static Optional<Release> of(EconomyInput.Release input, LocalDate day) {
            TimeSeries levels = input.levels().series().dropMissing();
            int last = levels.size() - 1;
            boolean released = last >= MONTHS
                    && input.levels()
                            .lag()
                            .known(levels.date(last))
                            .flatMap(PublicationLag.Known::releaseDate)
                            .filter(day::equals)
                            .isPresent();
            return released
                    ? Optional.of(new Release(
                            input.name(),
                            levels.date(last),
                            new Figure(levels.value(last), levels.unit()),
                            change(levels, last, 1, input.change()),
                            change(levels, last, MONTHS, input.change()),
                            levels.size()))
                    : Optional.empty();
        }

        /** NaN where the agency published no level of that month, as of October 2025. */
        private static Figure change(TimeSeries levels, int last, int months, Change how) {
            LocalDate month = levels.date(last).withDayOfMonth(1).minusMonths(months);
            double change = levels.between(month, month.plusMonths(1))
                    .latest()
                    .map(before -> how.between(before.value(), levels.value(last)))
                    .orElse(Double.NaN);
            return how == Change.DIFFERENCE ? new Figure(change, levels.unit()) : Figure.percent(change);
        }
    }

    public CatalystPart {
        Require.components(CatalystPart.class, events, releases, straddles, inputs);
        inputs = Evidence.copyOf(inputs);
        events = List.copyOf(events);
        releases = List.copyOf(releases);
        straddles = List.copyOf(straddles);
    }

    static Optional<CatalystPart> read(DayInputs at) {
        List<AssetEvents> events = new ArrayList<>();
        for (EconomyInput.Events input :
                at.allOrGap(EconomyInput.Events.class, "a calendar of events", "no catalysts")) {
            events.add(read(input, at));
        }
        List<Straddle> straddles = at.all(Straddle.class).stream()
                .filter(each -> at.isRecent(each.date()))
                .toList();
        List<Release> releases = at.all(EconomyInput.Release.class).stream()
                .flatMap(each -> Release.of(each, at.date()).stream())
                .toList();
        if (straddles.isEmpty()) {
            at.lacks("prices of straddles over events", "no implied move");
        }
        return events.isEmpty() && releases.isEmpty() && straddles.isEmpty()
                ? Optional.empty()
                : Optional.of(new CatalystPart(events, releases, straddles, at.evidence()));
    }

    private static AssetEvents read(EconomyInput.Events input, DayInputs at) {
        Optional<TimeSeries> returns = at.closes(input.asset(), "what events did to it is left out")
                .filter(closes -> closes.series().size() > 1)
                .map(closes -> closes.series().change(Change.LOGARITHMIC, 1));
        List<Catalyst> next = new ArrayList<>();
        List<EventVolatility> volatilities = new ArrayList<>();
        List<SurpriseBeta> betas = new ArrayList<>();
        Map<String, Double> ratios = new LinkedHashMap<>();
        List<String> kinds = input.calendar().events().stream()
                .map(Catalyst::kind)
                .distinct()
                .toList();
        for (String kind : kinds) {
            input.calendar()
                    .next(kind, at.firstAhead())
                    .ifPresentOrElse(next::add, () -> at.lacks("a date of the next " + kind, "it is not counted"));
            Optional<EventVolatility> volatility = returns.flatMap(
                    series -> Catalysts.volatility(kind, input.calendar().datesOf(kind), series, at.date()));
            volatility.ifPresentOrElse(
                    volatilities::add,
                    () -> at.lacks("two past days of " + kind, "its event-day volatility is left out"));
            OptionalDouble ratio = volatility.map(EventVolatility::ratio).orElse(OptionalDouble.empty());
            if (ratio.isPresent()) {
                ratios.put(kind, ratio.getAsDouble());
            }
        }
        for (Surprises each : at.all(Surprises.class)) {
            returns.flatMap(series ->
                            Catalysts.surpriseBeta(each.kind(), each.surprises().series(), series, at.date()))
                    .ifPresent(betas::add);
        }
        if (betas.isEmpty()) {
            at.lacks("outcomes less expectations of past events", "no surprise beta");
        }
        int ahead = (int) input.calendar().events().stream()
                .filter(event -> !event.date().isBefore(at.firstAhead()))
                .count();
        return new AssetEvents(
                input.asset(),
                at.date(),
                returns.map(series -> series.dates().last()).orElse(at.date()),
                input.calendar().events().stream()
                        .filter(event ->
                                event.date().equals(at.date()) && event.date().isBefore(at.firstAhead()))
                        .toList(),
                next,
                volatilities,
                betas,
                input.calendar().pressure(at.firstAhead(), ratios),
                ahead,
                kinds.stream()
                        .filter(kind -> !ratios.containsKey(kind)
                                && input.calendar().next(kind, at.firstAhead()).isPresent())
                        .toList());
    }

    @Override
    public Topic topic() {
        return Topic.CATALYSTS;
    }

    @Override
    public List<MacroStatement> statements() {
        List<MacroStatement> statements = new ArrayList<>();
        releases.forEach(each -> statements.add(release(each)));
        for (AssetEvents each : events) {
            each.today().forEach(event -> statements.add(today(each, event)));
            each.next().forEach(event -> statements.add(next(each, event)));
            each.volatilities()
                    .forEach(volatility -> volatility(each, volatility).ifPresent(statements::add));
            each.betas().forEach(beta -> statements.add(beta(each, beta)));
            if (each.ahead() > 0) {
                statements.add(pressure(each));
            }
        }
        straddles.forEach(straddle -> statements.add(implied(straddle)));
        return statements;
    }

    private MacroStatement release(Release each) {
        return new MacroStatement(
                Topic.CATALYSTS,
                each.name() + " of the day",
                direction(each.overMonth().value()),
                Text.of(
                        "%s of %s today: %s on the month, %s on the year",
                        each.name(),
                        YearMonth.from(each.observed()),
                        each.overMonth().signed(),
                        each.overYear().signed()),
                each.overMonth(),
                "change from the month before, beside that from twelve months before, undefined where that month has no"
                        + " level; the release day is that of the agency's calendar, and final data are revised since",
                Sample.of(each.n(), "observations"),
                each.observed(),
                evidence(each.name()));
    }

    private static String direction(double change) {
        if (Double.isNaN(change)) {
            return "undefined";
        }
        return change > 0 ? "up" : change < 0 ? "down" : "unchanged";
    }

    private MacroStatement today(AssetEvents each, Catalyst event) {
        return new MacroStatement(
                Topic.CATALYSTS,
                event.kind() + " of the day",
                "today",
                Text.of("%s today, importance %.1f", event.kind(), event.importance()),
                new Figure(0, Unit.DAYS),
                "calendar days to the event",
                Sample.of(1, "event"),
                event.date(),
                evidence(EconomyInput.Events.on(each.asset())));
    }

    private MacroStatement next(AssetEvents each, Catalyst event) {
        long days = ChronoUnit.DAYS.between(each.asOf(), event.date());
        return new MacroStatement(
                Topic.CATALYSTS,
                "Next " + event.kind(),
                days == 0 ? "today" : days <= 7 ? "within a week" : "later than a week",
                Text.of("%s, in %s, importance %.1f", event.date(), Text.count(days, "day"), event.importance()),
                new Figure(days, Unit.DAYS),
                "calendar days to the event",
                Sample.of(1, "event"),
                event.date(),
                evidence(EconomyInput.Events.on(each.asset())));
    }

    private Optional<MacroStatement> volatility(AssetEvents each, EventVolatility volatility) {
        OptionalDouble ratio = volatility.ratio();
        if (ratio.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new MacroStatement(
                Topic.CATALYSTS,
                each.asset() + " on days of " + volatility.kind(),
                ratio.getAsDouble() > 1 ? "moves more" : "moves no more",
                Text.of(
                        "deviation %.2f %% on %d event days, %.2f %% on %d others",
                        volatility.onEvents().percent(),
                        volatility.events(),
                        volatility.otherwise().percent(),
                        volatility.others()),
                Figure.ratio(ratio.getAsDouble()),
                "deviation of log returns on past event days over that on all other days",
                Sample.of(volatility.events(), "event days"),
                each.observed(),
                evidence(EconomyInput.Events.on(each.asset()), each.asset())));
    }

    private MacroStatement beta(AssetEvents each, SurpriseBeta beta) {
        return new MacroStatement(
                Topic.CATALYSTS,
                each.asset() + " on surprises of " + beta.kind(),
                Math.abs(beta.t()) >= 2 ? "significant" : "not significant",
                Text.of(
                        "%s for a surprise of one deviation, t %.2f",
                        Text.signedPercent(beta.perDeviation()), beta.t()),
                Figure.percent(beta.perDeviation()),
                "least squares of the log return of the day on the standardised surprise",
                Sample.of(beta.n(), "events"),
                each.observed(),
                evidence(EconomyInput.Events.on(each.asset()), each.asset(), beta.kind() + " surprises"));
    }

    private MacroStatement pressure(AssetEvents each) {
        return new MacroStatement(
                Topic.CATALYSTS,
                "Pressure of events on " + each.asset(),
                each.pressure() >= 1 ? "at least an ordinary event today" : "less than an ordinary event today",
                Text.of("%.2f from %s ahead", each.pressure(), Text.count(each.ahead(), "event"))
                        + (each.assumed().isEmpty()
                                ? ""
                                : "; a ratio of 1 is assumed for " + String.join(", ", each.assumed())),
                Figure.ratio(each.pressure()),
                "sum of importance x event-day volatility ratio x exp(-days / 5) over the events ahead",
                Sample.of(each.ahead(), "events"),
                each.asOf(),
                evidence(EconomyInput.Events.on(each.asset())));
    }

    private MacroStatement implied(Straddle straddle) {
        return new MacroStatement(
                Topic.CATALYSTS,
                straddle.asset() + ", implied move over " + straddle.kind(),
                "priced",
                Text.of("%.2f %% either way", straddle.impliedMove().percent()),
                Figure.percent(straddle.impliedMove()),
                "price of the straddle over the price of the asset",
                Sample.of(1, "quote"),
                straddle.date(),
                evidence(straddle.kind() + " straddle on " + straddle.asset()));
    }
}
