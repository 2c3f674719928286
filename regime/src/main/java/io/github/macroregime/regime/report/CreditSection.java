package io.github.macroregime.regime.report;

import io.github.macroregime.core.series.PublishedSeries;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.NumberText;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.credit.Landmark;
import io.github.macroregime.credit.Landmark.Distance;
import io.github.macroregime.credit.SpreadCard;
import io.github.macroregime.credit.SpreadFinding;
import io.github.macroregime.credit.SpreadPercentile;
import io.github.macroregime.credit.SpreadPercentiles;
import io.github.macroregime.credit.SpreadStanding;
import io.github.macroregime.credit.band.Band;
import io.github.macroregime.credit.band.BandPlace;
import io.github.macroregime.credit.band.Bands;
import io.github.macroregime.regime.day.DayInputs;
import io.github.macroregime.regime.day.Text;
import io.github.macroregime.regime.day.Text.Cells;
import io.github.macroregime.regime.input.MarketInput;
import io.github.macroregime.regime.input.MarketInput.PrintedSpread;
import io.github.macroregime.regime.report.CreditPart.Spread;
import io.github.macroregime.regime.section.Chart;
import io.github.macroregime.regime.section.Charts;
import io.github.macroregime.regime.section.Section;
import io.github.macroregime.regime.section.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where each spread stands: landmarks, bands, ranks and the history of its bands. */
final class CreditSection {

    private CreditSection() {}

    static Section of(CreditPart part) {
        List<Spread> spreads = part.spreads();
        return CachedParts.section(
                part,
                spreads.stream().map(CreditSection::lead).toList(),
                spreads.stream().flatMap(each -> tables(each).stream()).toList(),
                spreads.stream().flatMap(each -> charts(each).stream()).toList(),
                spreads.stream().flatMap(each -> notes(each).stream()).toList());
    }

    private static List<Chart> charts(Spread block) {
        List<Chart> charts = new ArrayList<>();
        List<Landmark> landmarks =
                block.standing().distances().stream().map(Distance::landmark).toList();
        block.history()
                .map(history -> Charts.spread(
                        name(block) + (block.isSynthetic() ? " (SYNTHETIC history)" : ""),
                        history.series(),
                        block.bands(),
                        landmarks))
                .or(() -> landmarks(block, landmarks))
                .ifPresent(charts::add);
        if (!block.percentiles().isEmpty()) {
            charts.add(ranks(block, block.percentiles()));
        }
        return charts;
    }

    /** The level beside what it is compared with, where there is no history to draw. */
    private static Optional<Chart> landmarks(Spread block, List<Landmark> landmarks) {
        if (landmarks.isEmpty()) {
            return Optional.empty();
        }
        Distance nearest = block.standing().distances().get(0);
        List<String> names = new ArrayList<>(List.of("Level"));
        landmarks.forEach(each -> names.add(each.name()));
        List<Double> levels = new ArrayList<>(List.of(block.standing().level().basisPoints()));
        landmarks.forEach(each -> levels.add(each.level().basisPoints()));
        return Optional.of(new Chart(
                name(block) + " " + Cells.basisPoints(nearest.difference().abs())
                        + (nearest.difference().isNegative() ? " bp below the " : " bp above the ")
                        + nearest.landmark().name(),
                "basis points",
                "as given for " + block.standing().date(),
                Chart.Form.BARS,
                names,
                List.of(new Chart.Line("", levels)),
                List.of(),
                List.of()));
    }

    private static Chart ranks(Spread block, List<SpreadPercentile> ranks) {
        SpreadPercentile first = ranks.get(0);
        SpreadPercentile last = ranks.get(ranks.size() - 1);
        return new Chart(
                name(block) + " was tighter on " + Cells.share(first.fraction(), 0) + " % of days over "
                        + first.lookback()
                        + (ranks.size() == 1
                                ? ""
                                : ", on " + Cells.share(last.fraction(), 0) + " % over " + last.lookback()),
                "percentile: share of days that were tighter, with standard errors",
                "",
                Chart.Form.STRIP,
                ranks.stream().map(each -> each.lookback().toString()).toList(),
                List.of(new Chart.Line(
                        "",
                        ranks.stream().map(each -> 100 * each.fraction()).toList(),
                        ranks.stream().map(each -> 100 * each.standardError()).toList())),
                List.of(),
                List.of());
    }

    private static String lead(Spread block) {
        return name(block) + ": "
                + (hasNames(block) ? place(block.standing().place()) : "No bands are named for this instrument.");
    }

    private static String name(Spread block) {
        return block.standing().instrument().name();
    }

    private static List<Table> tables(Spread block) {
        SpreadStanding standing = block.standing();
        List<List<String>> figures = new ArrayList<>();
        figures.add(List.of(
                "Level", Cells.basisPoints(standing.level()), standing.date().toString()));
        for (Distance distance : standing.distances()) {
            figures.add(List.of(
                    distance.landmark().name(),
                    Cells.basisPoints(distance.landmark().level()),
                    Cells.signedBasisPoints(distance.difference()) + " bp from it"));
        }
        List<Table> tables = new ArrayList<>();
        tables.add(new Table(Table.columns(name(block), "#bp", "Where it stands"), figures));
        bands(block).ifPresent(tables::add);
        if (!block.percentiles().isEmpty()) {
            tables.add(percentiles(block));
        }
        block.card().map(card -> bandHistory(card, block.isSynthetic())).ifPresent(tables::add);
        return tables;
    }

    private static String place(BandPlace place) {
        String band = place.band().isUnnamed()
                ? "in no named band"
                : "in the band \"" + place.band().name() + "\"";
        StringBuilder text = new StringBuilder(Cells.basisPoints(place.level()) + " bp is " + band + " ("
                + place.band().interval() + ")");
        place.down().ifPresent(gap -> text.append(", ").append(edge(gap.move(), gap.edge(), "below")));
        place.up().ifPresent(gap -> text.append(", ").append(edge(gap.move(), gap.edge(), "above")));
        return text.append('.').toString();
    }

    private static String edge(Rate move, Rate edge, String side) {
        return Cells.basisPoints(move.abs()) + " bp to the edge " + side + " at " + Cells.basisPoints(edge);
    }

    private static Optional<Table> bands(Spread block) {
        List<Band> bands = block.bands().bands();
        if (!hasNames(block)) {
            return Optional.empty();
        }
        return Optional.of(new Table(
                Table.columns("Band", "Range", "Severity", "Now"),
                bands.stream()
                        .map(band -> List.of(
                                band.isUnnamed() ? "(unnamed)" : band.name(),
                                band.interval(),
                                Text.lower(band.severity()),
                                band.equals(block.standing().place().band()) ? "here" : ""))
                        .toList()));
    }

    private static boolean hasNames(Spread block) {
        return block.bands().bands().stream().anyMatch(band -> !band.isUnnamed());
    }

    private static Table percentiles(Spread block) {
        return new Table(
                Table.columns("Percentile over", "#Rank %", "#+- %", "~Definition", "~#n", "~#Effective n", "~#Ties"),
                block.percentiles().stream().map(CreditSection::percentile).toList());
    }

    private static Table bandHistory(SpreadCard card, boolean synthetic) {
        List<List<String>> rows = new ArrayList<>();
        card.bandHistory()
                .current()
                .filter(run -> !run.band().isUnnamed())
                .ifPresent(run -> rows.add(List.of(
                        "Stay",
                        "date " + run.length() + " in \"" + run.band().name() + "\" since " + run.entry() + "; "
                                + card.setup().policy())));
        card.range()
                .ifPresent(range -> rows.add(List.of("Range of " + card.setup().years() + " years", range.toString())));
        rows.add(List.of("Momentum", card.momentum().toString()));
        return new Table(Table.columns(synthetic ? "SYNTHETIC history" : "History", "Reading"), rows);
    }

    private static List<String> percentile(SpreadPercentile rank) {
        return List.of(
                rank.lookback() + " (from " + rank.from() + ")",
                Cells.share(rank.fraction(), 1),
                Cells.share(rank.standardError(), 1),
                Text.lower(rank.definition())
                        + (rank.isCurrentIncluded() ? ", current included" : ", current excluded"),
                Integer.toString(rank.count()),
                NumberText.of("%.1f", rank.effectiveCount()),
                Integer.toString(rank.ties()));
    }

    private static List<String> notes(Spread block) {
        List<String> notes = new ArrayList<>();
        block.history()
                .ifPresent(history -> notes.add(name(block) + ": "
                        + (block.isSynthetic()
                                ? "SYNTHETIC history, "
                                : "history: " + history.source().name() + ", ")
                        + history.series().size() + " dates."));
        if (hasNames(block)) {
            block.standing().findings().stream().map(SpreadFinding::message).forEach(notes::add);
        }
        return notes;
    }

    /** Where each spread stands: those that are printed, then those of which only the history is known. */
    static final class Reader {

        private static final int YEARS = 5;

        private final DayInputs at;
        private final List<MarketInput.Credit> histories;
        private final Map<String, SpreadCard> cards;

        private Reader(DayInputs at, List<MarketInput.Credit> histories, Map<String, SpreadCard> cards) {
            this.at = at;
            this.histories = histories;
            this.cards = cards;
        }

        static List<Spread> read(DayInputs at, List<MarketInput.Credit> histories, Map<String, SpreadCard> cards) {
            Reader spreads = new Reader(at, histories, cards);
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
                    printed.instrument(),
                    printed.date(),
                    printed.level(),
                    printed.bands(),
                    printed.landmarks(),
                    List.of());
            return spread(standing, bands, history.map(MarketInput.Credit::levels), printed.history());
        }

        /** Its level and landmarks are read from the history. */
        private Spread observed(MarketInput.Credit credit) {
            String name = credit.instrument().name();
            TimeSeries series = credit.levels().series().withoutMonthEndWeekends();
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
                    history.map(each -> SpreadPercentiles.fan(each.series().withoutMonthEndWeekends(), at.date()))
                            .orElse(List.of()),
                    Optional.ofNullable(cards.get(name)),
                    history);
        }
    }
}
