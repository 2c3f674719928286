package io.github.macroregime.regime.report;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.credit.Landmark.Distance;
import io.github.macroregime.credit.Lookback;
import io.github.macroregime.credit.Spacing;
import io.github.macroregime.credit.SpreadCard;
import io.github.macroregime.credit.SpreadPercentile;
import io.github.macroregime.credit.SpreadStanding;
import io.github.macroregime.credit.band.Band;
import io.github.macroregime.regime.curve.CreditRates;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Credit: where each spread stands, how calm it is, and how it moved with government yields.
 *
 * @param cards the card of each spread
 * @param links each spread against the ten-year yield
 * @param inputs where each input of the day comes from and when its last number became known, by name
 */
public record CreditPart(List<SpreadCard> cards, List<CreditRates.Reading> links, Map<String, Evidence> inputs)
        implements MacroPart {

    private static final String YIELD = "10y";

    public CreditPart {
        Require.components(CreditPart.class, cards, links, inputs);
        inputs = Evidence.copyOf(inputs);
        cards = List.copyOf(cards);
        links = List.copyOf(links);
    }

    static Optional<CreditPart> read(DayInputs at) {
        List<SpreadCard> cards = new ArrayList<>();
        List<CreditRates.Reading> links = new ArrayList<>();
        Optional<MacroInput.Yield> yield = at.all(MacroInput.Yield.class).stream()
                .filter(each -> each.name().equals(YIELD))
                .findFirst();
        for (MacroInput.Credit input :
                at.allOrGap(MacroInput.Credit.class, "the history of a credit spread", "no credit card")) {
            String name = input.instrument().name();
            if (at.recent(input.levels(), "level of " + name, "its card is left out")
                    .isEmpty()) {
                continue;
            }
            cards.add(SpreadCard.of(input.history(), at.date(), input.setup()));
            yield.flatMap(each -> CreditRates.reading(
                            input.levels().series().named(name),
                            each.levels().series().named(YIELD),
                            at.options().curve(),
                            at.date()))
                    .filter(reading -> at.isRecent(reading.asOf()))
                    .ifPresentOrElse(
                            links::add,
                            () -> at.lacks(
                                    "a recent " + YIELD + " yield beside " + name, "credit is not linked to rates"));
        }
        return cards.isEmpty() ? Optional.empty() : Optional.of(new CreditPart(cards, links, at.evidence()));
    }

    @Override
    public Topic topic() {
        return Topic.CREDIT;
    }

    @Override
    public List<MacroStatement> statements() {
        List<MacroStatement> statements = new ArrayList<>();
        for (SpreadCard card : cards) {
            SpreadStanding standing = card.standing();
            standing.percentiles().stream()
                    .max(Comparator.comparingInt(rank -> preference(rank.lookback())))
                    .ifPresent(rank -> statements.add(level(card, standing, rank)));
            change(card).ifPresent(statements::add);
        }
        links.stream().filter(each -> !Double.isNaN(each.correlation())).forEach(each -> statements.add(link(each)));
        return statements;
    }

    /** Five years where the card ranks over them, else the longest look-back. */
    private static int preference(Lookback lookback) {
        return lookback.equals(Lookback.years(5)) ? 2 : lookback.equals(Lookback.expanding()) ? 1 : 0;
    }

    private MacroStatement level(SpreadCard card, SpreadStanding standing, SpreadPercentile rank) {
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
                new Sample(rank.count(), card.momentum().spacing().toString(), rank.effectiveCount()),
                standing.date(),
                evidence(standing.instrument().name()));
    }

    private Optional<MacroStatement> change(SpreadCard card) {
        Spacing spacing = card.momentum().spacing();
        int month = spacing.month();
        int year = spacing.year();
        Optional<Rate> change = card.momentum().change(month);
        OptionalDouble score = card.momentum().changeScore(month, year);
        if (change.isEmpty() || score.isEmpty()) {
            return Optional.empty();
        }
        double z = score.getAsDouble();
        String state = !(Math.abs(z) >= 1) ? "calm" : z > 0 ? "widening" : "tightening";
        LocalDate observed = card.history().latest(card.asOf()).date();
        return Optional.of(new MacroStatement(
                Topic.CREDIT,
                card.history().instrument().name() + ", change over " + month + " " + spacing,
                state,
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

    private MacroStatement link(CreditRates.Reading reading) {
        return new MacroStatement(
                Topic.CREDIT,
                reading.spread() + " and the " + reading.yield() + " yield over " + reading.days() + " days",
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
