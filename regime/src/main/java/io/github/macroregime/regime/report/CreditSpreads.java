package io.github.macroregime.regime.report;

import io.github.macroregime.core.series.PublishedSeries;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.credit.Landmark;
import io.github.macroregime.credit.SpreadCard;
import io.github.macroregime.credit.SpreadPercentiles;
import io.github.macroregime.credit.SpreadStanding;
import io.github.macroregime.credit.band.Band;
import io.github.macroregime.credit.band.Bands;
import io.github.macroregime.regime.input.MarketInput;
import io.github.macroregime.regime.input.MarketInput.PrintedSpread;
import io.github.macroregime.regime.report.CreditPart.Spread;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where each spread stands: those that are printed, then those of which only the history is known. */
final class CreditSpreads {

    private static final int YEARS = 5;

    private final DayInputs at;
    private final List<MarketInput.Credit> histories;
    private final Map<String, SpreadCard> cards;

    private CreditSpreads(DayInputs at, List<MarketInput.Credit> histories, Map<String, SpreadCard> cards) {
        this.at = at;
        this.histories = histories;
        this.cards = cards;
    }

    static List<Spread> read(DayInputs at, List<MarketInput.Credit> histories, Map<String, SpreadCard> cards) {
        CreditSpreads spreads = new CreditSpreads(at, histories, cards);
        List<PrintedSpread> printed = at.all(PrintedSpread.class);
        List<String> covered = printed.stream().map(PrintedSpread::history).toList();
        List<Spread> all = new ArrayList<>();
        printed.forEach(each -> all.add(spreads.printed(each)));
        histories.stream()
                .filter(each -> !covered.contains(each.instrument().name()))
                .filter(each -> cards.containsKey(each.instrument().name()))
                .forEach(each -> all.add(spreads.observed(each)));
        return all;
    }

    private Spread printed(PrintedSpread printed) {
        String name = printed.instrument().name();
        if (printed.bands().isEmpty()) {
            at.lacks("bands for " + name, "its level has no named band");
        }
        Optional<MarketInput.Credit> history = histories.stream()
                .filter(each -> each.instrument().name().equals(printed.history()))
                .findFirst();
        if (history.isEmpty()) {
            at.lacks("the history of " + name, "its percentile is left out");
        }
        Bands bands = Bands.withHolesUnnamed(printed.bands());
        SpreadStanding standing = SpreadStanding.ofPrinted(
                printed.instrument(), printed.date(), printed.level(), printed.bands(), printed.landmarks(), List.of());
        return spread(standing, bands, history.map(MarketInput.Credit::levels), printed.history());
    }

    /** Its level and landmarks are read from the history. */
    private Spread observed(MarketInput.Credit credit) {
        String name = credit.instrument().name();
        TimeSeries series = credit.levels().series();
        TimeSeries.Observation latest = series.dropMissing().last();
        List<Band> named = credit.setup().bands().bands().stream()
                .filter(band -> !band.isUnnamed())
                .toList();
        if (named.isEmpty()) {
            at.lacks("bands for " + name, "its level has no named band");
        }
        List<Landmark> landmarks = Landmark.ofYears(series, at.date(), YEARS).stream()
                .filter(landmark -> landmark.kind() != Landmark.Kind.LOW)
                .toList();
        if (landmarks.isEmpty()) {
            at.lacks(YEARS + " years of " + name, "their average and high are left out");
        }
        SpreadStanding standing = SpreadStanding.ofPrinted(
                credit.instrument(), latest.date(), Rate.ofDecimal(latest.value()), named, landmarks, List.of());
        return spread(standing, credit.setup().bands(), Optional.of(credit.levels()), name);
    }

    private Spread spread(SpreadStanding standing, Bands bands, Optional<PublishedSeries> history, String name) {
        return new Spread(
                standing,
                bands,
                history.map(each -> SpreadPercentiles.fan(each.series(), at.date()))
                        .orElse(List.of()),
                Optional.ofNullable(cards.get(name)),
                history);
    }
}
