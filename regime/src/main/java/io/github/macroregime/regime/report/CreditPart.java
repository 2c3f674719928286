package io.github.macroregime.regime.report;

import io.github.macroregime.core.series.PublishedSeries;
import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.series.SerialForm;
import io.github.macroregime.core.series.Source;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.stats.Moments;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.credit.CardSetup;
import io.github.macroregime.credit.Landmark.Distance;
import io.github.macroregime.credit.Lookback;
import io.github.macroregime.credit.Spacing;
import io.github.macroregime.credit.SpreadCard;
import io.github.macroregime.credit.SpreadMomentum;
import io.github.macroregime.credit.SpreadPercentile;
import io.github.macroregime.credit.SpreadPercentiles;
import io.github.macroregime.credit.SpreadStanding;
import io.github.macroregime.credit.band.Band;
import io.github.macroregime.credit.band.Bands;
import io.github.macroregime.regime.curve.CreditRates;
import io.github.macroregime.regime.day.DayInputs;
import io.github.macroregime.regime.day.LeftOut;
import io.github.macroregime.regime.day.Pair;
import io.github.macroregime.regime.day.Text;
import io.github.macroregime.regime.input.Evidence;
import io.github.macroregime.regime.input.MarketInput;
import io.github.macroregime.regime.input.RatesInput;
import io.github.macroregime.regime.report.MacroStatement.Sample;
import io.github.macroregime.regime.section.Section;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * Credit: where each spread stands, how calm it is, and how it moved with government yields.
 *
 * @param spreads where each spread stands, the printed ones first
 * @param cards the card of each spread with a history
 * @param links each spread against the ten-year yield
 * @param days each spread against the ten-year yield over their last common session
 * @param inputs where each input of the day comes from and when its last number became known, by name
 */
public record CreditPart(
        List<Spread> spreads,
        List<SpreadCard> cards,
        List<CreditRates.Reading> links,
        List<YieldDay> days,
        Map<String, Evidence> inputs)
        implements MacroPart {

    static final String YIELD = "10y";
    private static final int MONTH = 21;
    private static final Rate TOLERANCE = Rate.ofBasisPoints(1);

    /**
     * Where one spread stands, with the history it is ranked in.
     *
     * @param standing level, landmarks, band and findings
     * @param bands all bands, holes declared as unnamed
     * @param percentiles its ranks in the history, empty without one
     * @param card band history, range and momentum of the history, empty without one
     * @param history the history as it was known, empty without one
     */
    public record Spread(
            SpreadStanding standing,
            Bands bands,
            List<SpreadPercentile> percentiles,
            Optional<SpreadCard> card,
            Optional<PublishedSeries> history)
            implements Serializable {

        public Spread {
            Require.components(Spread.class, standing, bands, percentiles, card, history);
            percentiles = List.copyOf(percentiles);
        }

        /**
         * Whether its history was invented.
         *
         * @return true if the source of the history is synthetic
         */
        public boolean isSynthetic() {
            return history.filter(each -> each.source().provenance() == Source.Provenance.SYNTHETIC)
                    .isPresent();
        }

        private Object writeReplace() {
            return SerialForm.of(Spread.class, standing, bands, percentiles, card, history);
        }
    }

    /** Whether a spread went with the yield on a day. */
    public enum Following {
        /** Both moved, the same way. */
        FOLLOWED("followed"),
        /** The yield moved, the spread did not. */
        DID_NOT_FOLLOW("did not follow"),
        /** Both moved, opposite ways. */
        WENT_THE_OPPOSITE_WAY("went the opposite way"),
        /** The spread moved, the yield did not. */
        MOVED_ALONE("moved alone"),
        /** Neither moved. */
        BOTH_STILL("still as well");

        private final String text;

        Following(String text) {
            this.text = text;
        }

        /** What the spread did, in words. */
        @Override
        public String toString() {
            return text;
        }
    }

    /**
     * A spread and a yield from one common session to the next.
     *
     * @param spread the name of the spread
     * @param yield the name of the yield
     * @param from the session before
     * @param date the session
     * @param spreadChange the change of the spread
     * @param yieldChange the change of the yield
     */
    public record YieldDay(
            String spread, String yield, LocalDate from, LocalDate date, Rate spreadChange, Rate yieldChange)
            implements Serializable {

        public YieldDay {
            Require.components(YieldDay.class, spread, yield, from, date, spreadChange, yieldChange);
        }

        /**
         * Whether the spread went with the yield. One basis point or less counts as still: both are published to a basis
         * point, so that a change of one can be rounding alone.
         *
         * @return what the spread did
         */
        public Following following() {
            int spreads = direction(spreadChange);
            int yields = direction(yieldChange);
            if (yields == 0) {
                return spreads == 0 ? Following.BOTH_STILL : Following.MOVED_ALONE;
            }
            return spreads == 0
                    ? Following.DID_NOT_FOLLOW
                    : spreads == yields ? Following.FOLLOWED : Following.WENT_THE_OPPOSITE_WAY;
        }

        // Differences of decimals carry rounding: 4.39 % less 4.38 % is not exactly one basis point.
        private static int direction(Rate change) {
            double beyond = Math.abs(change.basisPoints()) - TOLERANCE.basisPoints();
            return beyond > 1e-6 ? (int) Math.signum(change.decimal()) : 0;
        }

        /** For example {@code 10-year fell 3.0 bp, US IG OAS did not follow (+0.0 bp)}. */
        @Override
        public String toString() {
            int yields = direction(yieldChange);
            String size = Text.of("%.1f bp", Math.abs(yieldChange.basisPoints()));
            return yield.replaceFirst("y$", "-year")
                    + (yields == 0
                            ? " held (" + Text.signedBasisPoints(yieldChange) + ")"
                            : (yields < 0 ? " fell " : " rose ") + size)
                    + ", " + spread + " " + following() + " (" + Text.signedBasisPoints(spreadChange) + ")";
        }
    }

    public CreditPart {
        Require.components(CreditPart.class, spreads, cards, links, days, inputs);
        inputs = Evidence.copyOf(inputs);
        spreads = List.copyOf(spreads);
        cards = List.copyOf(cards);
        links = List.copyOf(links);
        days = List.copyOf(days);
    }

    static Optional<CreditPart> read(DayInputs at) {
        Map<String, SpreadCard> cards = new LinkedHashMap<>();
        List<CreditRates.Reading> links = new ArrayList<>();
        List<YieldDay> days = new ArrayList<>();
        Optional<RatesInput.Yield> yield = at.yieldOf(YIELD);
        List<MarketInput.Credit> histories =
                at.allOrGap(MarketInput.Credit.class, "the history of a credit spread", "no credit card");
        for (MarketInput.Credit input : histories) {
            String name = input.instrument().name();
            if (at.recent(input.levels(), "level of " + name, "its card is left out")
                    .isEmpty()) {
                continue;
            }
            cards.put(name, SpreadCard.of(input.history(), at.date(), input.setup()));
            yield.flatMap(each -> LeftOut.ifRefused(
                            at,
                            "credit is not linked to rates",
                            () -> CreditRates.reading(
                                    input.levels().series().named(name),
                                    each.levels().series().named(YIELD),
                                    at.date(),
                                    at.options().curve())))
                    .filter(reading -> at.isRecent(reading.asOf()))
                    .ifPresentOrElse(
                            links::add,
                            () -> at.lacks(
                                    "a recent " + YIELD + " yield beside " + name, "credit is not linked to rates"));
            yield.flatMap(each -> LeftOut.ifRefused(
                            at,
                            "the day of " + name + " with the " + YIELD + " yield is left out",
                            () -> day(name, Pair.of(at, input.levels(), each.levels()), input.levels(), each.levels())))
                    .filter(day -> at.isRecent(day.date()))
                    .ifPresent(days::add);
        }
        List<Spread> spreads = CreditSection.Reader.read(at, histories, cards);
        return spreads.isEmpty()
                ? Optional.empty()
                : Optional.of(new CreditPart(spreads, List.copyOf(cards.values()), links, days, at.evidence()));
    }

    private static Optional<YieldDay> day(String name, Pair pair, PublishedSeries spread, PublishedSeries yield) {
        TimeSeries spreads = pair.first();
        TimeSeries yields = pair.second();
        int last = spreads.size() - 1;
        if (last < 1) {
            return Optional.empty();
        }
        Require.shared(
                DayInputs.last(spreads, MONTH).dates(),
                List.of(name, YIELD),
                spread.series().dropMissing().dates(),
                yield.series().dropMissing().dates());
        return Optional.of(new YieldDay(
                name,
                YIELD,
                spreads.date(last - 1),
                spreads.date(last),
                Rate.ofDecimal(spreads.value(last) - spreads.value(last - 1)),
                Rate.ofDecimal(yields.value(last) - yields.value(last - 1))));
    }

    @Override
    public Section section() {
        return CreditSection.of(this);
    }

    @Override
    public Topic topic() {
        return Topic.CREDIT;
    }

    @Override
    public List<MacroStatement> statements() {
        List<MacroStatement> statements = new ArrayList<>();
        for (SpreadCard card : cards) {
            SpreadMomentum momentum = card.momentum();
            CardSetup setup = card.setup();
            SpreadStanding standing =
                    SpreadStanding.of(card.history(), card.asOf(), setup.bands(), setup.years(), List.of());
            setup.lookbacks().stream()
                    .sorted(Comparator.comparing(CreditPart::preference).reversed())
                    .flatMap(each -> SpreadPercentiles.at(card.history().levels(), card.asOf(), each).stream())
                    .findFirst()
                    .ifPresent(rank -> statements.add(level(momentum.spacing(), standing, rank)));
            change(card, momentum).ifPresent(statements::add);
        }
        days.forEach(each -> statements.add(day(each)));
        links.stream().filter(each -> !Double.isNaN(each.correlation())).forEach(each -> statements.add(link(each)));
        return statements;
    }

    /** Five years where the card ranks over them, else the longest look-back. */
    private static int preference(Lookback lookback) {
        return lookback.equals(Lookback.years(5)) ? 2 : lookback.equals(Lookback.expanding()) ? 1 : 0;
    }

    private MacroStatement level(Spacing spacing, SpreadStanding standing, SpreadPercentile rank) {
        String tightness = rank.fraction() <= 1 / 3.0 ? "tight" : rank.fraction() < 2 / 3.0 ? "in the middle" : "wide";
        Band band = standing.place().band();
        Optional<Distance> average = standing.againstAverage();
        return new MacroStatement(
                Topic.CREDIT,
                standing.instrument().name() + ", level",
                band.isUnnamed() ? tightness : tightness + ", " + band.name(),
                Text.of(
                        "%.1f bp, wider than %.0f %% (error %.0f %%) of %s%s",
                        standing.level().basisPoints(),
                        100 * rank.fraction(),
                        100 * rank.standardError(),
                        rank.lookback(),
                        average.map(distance -> Text.of(
                                        ", %s from the %s of %.1f bp",
                                        Text.signedBasisPoints(distance.difference()),
                                        distance.landmark().name(),
                                        distance.landmark().level().basisPoints()))
                                .orElse("")),
                Figure.basisPoints(standing.level()),
                "tight in the lower third of its percentile (" + Text.lower(rank.definition())
                        + ", current included), wide in the upper third",
                new Sample(rank.count(), spacing.toString(), rank.effectiveCount()),
                standing.date(),
                evidence(standing.instrument().name()));
    }

    private Optional<MacroStatement> change(SpreadCard card, SpreadMomentum momentum) {
        Spacing spacing = momentum.spacing();
        int month = spacing.month();
        int year = spacing.year();
        Optional<Rate> change = momentum.change(month);
        OptionalDouble score = momentum.changeScore(month, year);
        if (change.isEmpty() || score.isEmpty()) {
            return Optional.empty();
        }
        double z = score.getAsDouble();
        LocalDate observed = card.history().latest(card.asOf()).date();
        return Optional.of(new MacroStatement(
                Topic.CREDIT,
                changeSubject(card, spacing),
                changeState(z),
                Text.of("%s over %d %s, z %+.2f", Text.signedBasisPoints(change.get()), month, spacing, z),
                Figure.basisPoints(change.get()),
                spacing == Spacing.DAYS
                        ? "calm within one deviation of the 20-day changes of the last 252 days"
                        : "calm within one deviation of the changes over " + month + " of the last " + year + " "
                                + spacing,
                new Sample(year, spacing.toString(), (double) year / month),
                observed,
                evidence(card.history().instrument().name())));
    }

    static String changeSubject(SpreadCard card, Spacing spacing) {
        return card.history().instrument().name() + ", change over " + spacing.month() + " " + spacing;
    }

    /** The state of the change over a month that ends at a place, judged by a year of them; empty without that much past. */
    static String changeState(TimeSeries spread, int i, Spacing spacing) {
        int first = i + 1 - spacing.year();
        return first < spacing.month()
                ? ""
                : changeState(Moments.zScore(IntStream.rangeClosed(first, i)
                        .mapToDouble(t -> spread.value(t) - spread.value(t - spacing.month()))
                        .toArray()));
    }

    static String changeState(double z) {
        return !(Math.abs(z) >= 1) ? "calm" : z > 0 ? "widening" : "tightening";
    }

    static String subject(CreditRates.Reading link) {
        return link.spread() + " and the " + link.yield() + " yield over " + link.days() + " days";
    }

    static String subject(YieldDay day) {
        return day.spread() + " and the " + day.yield() + " yield, day";
    }

    private MacroStatement day(YieldDay day) {
        return new MacroStatement(
                Topic.CREDIT,
                subject(day),
                day.following().toString(),
                day + Text.of(", from %s to %s", day.from(), day.date()),
                Figure.basisPoints(day.spreadChange()),
                "change of the spread over the last session that both have; up to 1 bp, to which both are published,"
                        + " is no move",
                Sample.of(2, "sessions"),
                day.date(),
                evidence(day.spread(), day.yield()));
    }

    private MacroStatement link(CreditRates.Reading reading) {
        return new MacroStatement(
                Topic.CREDIT,
                subject(reading),
                reading.regime().toString(),
                Text.of(
                        "%s (%s and %s); %.0f %% of the last %d days in this regime",
                        reading.regime(),
                        Text.signedBasisPoints(reading.spreadChange()),
                        Text.signedBasisPoints(reading.yieldChange()),
                        100 * reading.share(reading.regime()),
                        reading.n()),
                Figure.ratio(reading.correlation()),
                "correlation of daily changes; the regime by the signs of both changes beyond the tolerance",
                Sample.of(reading.n(), "days"),
                reading.asOf(),
                evidence(reading.spread(), reading.yield()));
    }
}
